"""The nouns by which people and bodies are called without their names, and what each tells of them.

From the style guides' lists of titles (AP Stylebook, "titles" and "courtesy titles"; Guardian style guide, "job titles"), WordNet's
noun.person and noun.group leaves that are frequent in news, and the suffixes of English agent nouns (Quirk et al., I.31 to I.35).
"""

from __future__ import annotations

from factcheck.splitting.wordlists import words

COURTESY_M = words("mr mr. mister sir lord king prince duke father brother monsieur señor herr")
COURTESY_F = words("mrs mrs. ms ms. miss lady dame queen princess duchess baroness countess sister madame señora frau")
COURTESY_ANY = words(
    """
    dr dr. prof prof. professor rev rev. reverend hon hon. gen gen. lt lt. col col. maj maj. sgt sgt. cpl cpl. capt capt.
    cmdr cmdr. adm adm. sen sen. rep rep. gov gov. pres pres. supt supt. det det. insp insp. pc st. judge justice pope rabbi
    imam sheikh ayatollah
    """
)
COURTESY = COURTESY_M | COURTESY_F | COURTESY_ANY

ROLES_M = words(
    """
    actor boy brother businessman chairman congressman councilman craftsman father fireman fisherman gentleman grandfather
    grandson groom husband king lord man nephew policeman pope priest prince salesman serviceman son spokesman sportsman
    statesman stepfather uncle widower boyfriend dad granddad duke monk
    """
)
ROLES_F = words(
    """
    actress aunt bride businesswoman chairwoman congresswoman councilwoman daughter duchess girl girlfriend gran
    granddaughter grandmother heiress lady mother mum mom niece nun policewoman princess queen schoolgirl sister spokeswoman
    sportswoman stepmother waitress widow wife woman
    """
)
ROLES_ANY = words(
    """
    academic accountant activist admiral adviser advisor advocate agent aide ambassador analyst anchor archbishop architect
    artist assistant astronaut athlete attorney author baker banker barrister biologist bishop blogger boss broker builder
    captain cardinal carer celebrity champion chancellor chair chairperson chef chemist chief child cleric clerk coach
    colleague colonel columnist comedian commander commentator commissioner composer constable consultant consul coordinator
    coroner correspondent councillor councilor counsel counsellor couple creator critic curator customer dean defendant
    defender delegate demonstrator dentist deputy designer detective developer dictator diplomat director doctor driver
    economist editor eldest emperor employee engineer envoy epidemiologist examiner executive expert farmer fighter
    financier firefighter forward founder friend general geologist goalkeeper governor graduate guard guest guitarist head
    historian host immigrant inmate inspector instructor investigator investor journalist judge juror justice keeper
    lawmaker lawyer leader lecturer legislator librarian lieutenant magistrate manager marshal mayor member merchant
    midfielder midwife migrant militant minister mathematician model monarch motorist musician neighbor neighbour nominee
    novelist nurse officer official operator organiser organizer owner paramedic parent partner passenger pastor patient
    philosopher photographer physician physicist pilot plaintiff player plumber poet politician premier president presenter
    principal prisoner producer professor programmer prosecutor protester psychologist pupil rabbi ranger reader rebel
    recruit referee refugee reporter representative researcher resident rival ruler runner sailor scholar scientist
    secretary senator sergeant servant sheriff shareholder shopkeeper sibling singer soldier solicitor source speaker
    specialist spokesperson sprinter star statistician striker student successor superintendent supervisor supporter surgeon
    surveyor suspect swimmer teacher teenager therapist tourist trader trainer treasurer trustee tutor undersecretary vet
    veteran victim vicar villager visitor volunteer voter warden winger winner witness worker writer youngster ceo cfo coo
    mp mep msp congressperson whip
    """
)
ROLES = ROLES_M | ROLES_F | ROLES_ANY

KIN = words(
    """
    aunt boyfriend bride brother child couple dad daughter father friend gentleman girl girlfriend gran granddad
    granddaughter grandfather grandmother grandson groom husband lady man mom mother mum nephew niece parent partner sibling
    sister son stepfather stepmother uncle victim widow widower wife woman youngster boy colleague
    """
)
"""Nouns that say who somebody is to another, and are no titles."""

OFFICES = words(
    """
    judge justice pope rabbi imam king queen prince princess gen gen. sen sen. rep rep. gov gov. sheikh ayatollah archbishop
    bishop
    """
)
"""Words before a name that are courtesy and title at once."""

BODIES = words(
    """
    academy administration agency airline alliance army assembly association authority bank board body broadcaster brigade
    bureau business cabinet campaign centre center chain chamber channel charity church city club coalition college
    commission committee company confederation congress consortium corporation corps council country county court daily
    defence defense delegation department developer directorate embassy exchange faction federation firm force foundation
    fund government group hospital inquiry institute institution junta jury lab laboratory league magazine maker
    manufacturer media military ministry mission monarchy movement museum nation navy network newspaper north office
    operator opposition organisation organization outlet paper parliament party police presidency prosecution publisher
    regime regulator retailer school secretariat senate service society south start-up startup state station studio supplier
    syndicate team think-tank treasury tribunal trust union university unit utility watchdog
    """
)
"""Nouns for a body of people that can speak; singular ones are "it", and many take "they" as well."""

BODY_ENDINGS = words(
    """
    academy agency airlines airways alliance army assembly association athletic authority bank board brigade broadcasting
    bureau capital centre center chamber church city club co co. coalition college commission committee communications
    company confederation congress consortium constabulary corp corp. corporation corps council court department directorate
    electric embassy energy exchange fc federation foods force foundation fund group guard holdings homes hospital inc
    inc. industries institute international journal laboratories laboratory league limited llc llp ltd ltd. magazine media
    ministry mission motors movement museum network news observatory office organisation organization parliament partners
    party pharmaceuticals plc police post press prison project records research rovers school senate service services
    society solutions station steel street studios survey syndicate systems taskforce team technologies telecom
    television times tools town trades tribune tribunal trust union united university wanderers watch works zoo tower hotel
    stadium airport bridge road avenue square park prize award cup act bill treaty county campaign administration
    """
)
"""Last words of names that are no person's."""

LOCAL_ENDINGS = words(
    """
    court council hospital police airport county prison station school bridge road cathedral street square park avenue
    stadium university college bank
    """
)
"""Last words of names that begin with a place, so that the first word alone is the place."""

DEPARTMENTS = words(
    """
    house exchequer army staff state defense defence health education commerce treasury labor labour agriculture energy
    justice transport transportation war navy foreign home interior finance trade culture environment parliament congress
    business industry
    """
)
"""What may follow "Secretary of" and the like and is no given name."""

MEDIA_HEADS = words(
    """
    agency newspaper daily magazine broadcaster channel network website site paper tabloid outlet service weekly group
    company
    """
)
"""Nouns that stand after a body's name and belong to it: "the KCNA news agency"."""

_AGENT_SUFFIXES = ("ologist", "ographer", "ician", "woman", "man", "person", "smith", "holder", "keeper", "maker")


def role_of(lemma: str) -> bool:
    """Whether the noun (singular, any case) says what a person is."""
    word = lemma.casefold()
    return word in ROLES or (len(word) > 6 and word.endswith(_AGENT_SUFFIXES)) or ("-" in word and word.rsplit("-", 1)[1] in ROLES)


def role_gender(lemma: str) -> str | None:
    """`f`, `m` or None: what the noun says of the person's gender."""
    word = lemma.casefold()
    if word in ROLES_F or word.endswith("woman"):
        return "f"
    if word in ROLES_M or (word.endswith("man") and role_of(word)):
        return "m"
    return None


def body_of(lemma: str) -> bool:
    """Whether the noun (singular, any case) says that it is a body of people."""
    return lemma.casefold() in BODIES
