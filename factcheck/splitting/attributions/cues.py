"""Words that say that somebody said or thought something, by what has to stand beside them. Lemmas, lower case.

Gathered from the reporting verbs in Quirk et al., A Comprehensive Grammar of the English Language (16.31 to 16.35 and
16.48 to 16.63), VerbNet's classes say-37.7, tell-37.2, transfer_mesg-37.1, manner_speaking-37.3, complain-37.8, advise-37.9,
conjecture-29.5, consider-29.9, characterize-29.2, judgement-33 and promote-102, and the AP and Reuters stylebooks' notes on
attribution. Both British and American spellings.
"""

from __future__ import annotations

from factcheck.splitting.wordlists import words

SAYING = words("""
    say tell add note report state announce declare claim insist argue assert contend maintain allege explain remark comment observe
    mention reply respond answer ask warn caution admit acknowledge concede confirm deny reveal disclose testify vow pledge promise
    swear urge suggest recommend propose predict forecast estimate write tweet post joke quip recall recount reiterate repeat stress
    emphasise emphasize underline underscore affirm reaffirm proclaim complain lament protest object counter retort interject boast
    brag shout cry whisper yell scream murmur mutter advise assure reassure inform notify remind signal indicate hint imply
    speculate posit opine muse exclaim pronounce reckon plead elaborate clarify cite brief certify relate dispute rule hold find
    show demonstrate reveal agree disagree conclude charge demand request order instruct question inquire enquire tout
    point preach stipulate specify theorise theorize hypothesise hypothesize surmise intone gush fume bemoan gripe grumble
    marvel rail venture volunteer prophesy blog email text
""")
"""Verbs whose subject says the clause that they have as their object, or the quotation beside them."""

INQUIT = SAYING | words("""
    continue begin go laugh sigh smile chuckle grin snap bark beam sing read conclude start finish describe call recite chant
    growl sob croak deadpan enthuse scoff sniff thunder bellow offer echo ask shrug nod think believe decide wonder
    agree speak
""")
"""Verbs that, beside a whole quotation, say whose it is."""

ASIDE = words("""
    say add argue explain note acknowledge tell write report admit concede claim insist suggest warn believe think recall contend allege
    announce estimate predict hope fear joke reckon suspect confirm testify state observe conclude find show maintain caution remember
    agree reveal
""")
"""Verbs that stand with only their subject after or inside what they say: the bridge, she said, is closed."""

AS_SAID = words("""
    say note argue explain tell write report suggest observe remark mention acknowledge admit concede warn predict show point put
    remind state recall claim announce find indicate
""")
"""Verbs that with `as` make a clause theirs: as she pointed out, the bridge is closed (Quirk et al. 15.53)."""

THINKING = words("""
    believe think expect hope fear worry feel know doubt suspect assume suppose guess wonder realise realize understand
    consider imagine anticipate decide determine learn discover see remember forget presume intend wish want
    calculate foresee recognise recognize notice hear
""")
"""Verbs whose subject holds the clause that they have as their object to be so, or wants it to be."""

TO_SAYING = words("""
    promise vow pledge threaten offer refuse decline agree swear ask urge order tell advise warn request demand instruct
    command direct beg implore call claim propose invite encourage challenge recommend commit volunteer consent
""")
"""Verbs that say something with an infinitive: promised to come, asked him to leave, called on them to go."""

TO_WANTING = words("""
    want plan intend hope expect seek aim prefer wish prepare consider mean
""")
"""Verbs that want or intend something with an infinitive."""

NAMING = words("""
    describe call dub label term brand characterise characterize portray hail denounce condemn dismiss praise regard view
    depict cast deem consider declare cite tout paint refer brand slam blast deride ridicule decry
    name see think believe
""")
"""Verbs that say what something is: described it as a success, called him a liar."""

JUDGING = words("""
    accuse blame criticise criticize praise condemn thank fault chide chastise rebuke slam blast attack mock
    lambast lambaste berate denounce commend applaud congratulate scold suspect assail ridicule hail
    apologise apologize
""")
"""Verbs that say what somebody did: accused them of lying, praised her for coming."""

OBJECT = words("""
    deny claim propose suggest predict demand allege announce promise confirm fear expect criticise criticize condemn
    question cite mention note acknowledge admit dispute reject dismiss reveal disclose explain describe
    urge request recommend denounce decry praise stress emphasise emphasize highlight recall report
    tout estimate forecast blast slam hail concede
    outline reiterate echo rebut refute pledge vow
    threaten repeat lament bemoan invoke
    express voice
""")
"""Verbs that say something with a noun phrase alone: denied the charge, criticised the plan. To support or to attack it is a deed."""

REJECTING = words("deny reject dismiss dispute refute rebut denounce condemn")
"""Verbs whose object is what somebody else has said: words quoted in it are not theirs."""

OF_PRONOUNS = words("deny dispute refute confirm admit")
"""Verbs that say something with a pronoun alone: she denied this."""

FOR_OBJECT = {
    "call": ("for", "on", "upon"), "point": ("to",), "refer": ("to",),
    "warn": ("of", "against", "about"), "complain": ("about", "of"), "speak": ("of", "about", "against"),
    "talk": ("about", "of"), "ask": ("for", "about"), "argue": ("for", "against"),
    "push": ("for",), "allude": ("to",), "boast": ("of", "about"), "testify": ("about",),
    "object": ("to",), "comment": ("on",), "plead": ("for",), "press": ("for",),
    "apologize": ("for",), "apologise": ("for",), "respond": ("to",), "agree": ("to", "with", "on"),
    "worry": ("about",), "hope": ("for",), "campaign": ("for", "against"),
    "joke": ("about",), "lobby": ("for",), "protest": ("against",), "elaborate": ("on",),
}  # fmt: skip
"""Verbs that say something with a prepositional phrase: called for talks, warned of floods."""

CUE_NOUNS = words("""
    claim statement allegation assertion accusation argument announcement suggestion warning belief view opinion prediction report admission
    promise pledge vow fear hope concern notion idea assurance insistence conclusion contention complaint declaration remark comment
    revelation rumour rumor suspicion theory testimony threat expectation feeling doubt criticism charge
    acknowledgment acknowledgement demand proposal recommendation call speculation worry question confirmation denial
""")
"""Nouns whose clause is what somebody says or thinks: the claim that, his fear that."""

VIEWS = words("view opinion word eye judgment judgement estimation reckoning telling account mind")
"""Nouns of a phrase that makes a clause somebody's: in her view, in the words of the mayor, by his own account."""

PASSIVE_TO = words(
    "say believe think report expect allege know rumour rumor estimate consider understand suppose accuse suspect predict forecast project"
)
"""Verbs that in the passive say what is held of their subject: is believed to be dead, was expected to win."""

TELLING = words(
    "statement comment message question word answer remark tweet note letter post announcement reply response warning advice reaction"
)
"""Nouns that announce the quotation after a colon: made this statement: “…”."""
