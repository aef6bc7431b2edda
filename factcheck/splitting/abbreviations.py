"""Which words with a full stop are abbreviations, so that a sentence may go on after them.

nupunkt learnt its list from court opinions, and hundreds of ordinary words are in it (story, bank, month, York, reports): a word that it
takes for an abbreviation counts as one only when it is one of these, or has no vowel to be read by ("Cllr.", "mgmt.").
"""

from __future__ import annotations

# Titles, ranks, months, days, states, provinces, company forms and addresses, from the stylebooks of the Associated Press, Reuters, the
# Guardian and Chicago. They are abbreviations only with a capital: "ill.", "mass." and "sun." end sentences.
_CAPITALISED = frozenset(
    "adm amb asst atty brig capt cmdr col comdr comm commr corp cpl det dir dr ens esq exec fr gen gov hon insp jr lieut lt maj messrs "
    "mlle mme mr mrs ms mx ofc pfc pres prin prof pte pvt rep reps rev sec sen sens sgt spc sr st supt supts treas "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "ala ariz ark cal calif colo conn del fla ga ida ill ind kan ky la mass md me mich minn miss mo mont neb nev okla ont ore pa penn que "
    "sask tenn tex va vt wash wis wyo alta man nfld "
    "assn assoc ave bhd blvd bros bldg cia cie co cos ct dept dist div ft gmbh govt hwy inc inst int intl ltd mfg mt mtn natl no nos "
    "pkwy pl plc pty rd rte sq ste tel univ".split()
)
# Latin, references and measures, which are abbreviated in small letters, too.
_ANY_CASE = frozenset(
    "al approx avg ca cf ch chap co corp dept diff ed eds eg eq est etc fig figs fol freq ft gal hr hrs ibid ie illus incl intro lb lbs "
    "loc ltd mins misc mos nb no nos oz para paras par pg pp prev pt pts qty ref refs repr resp sec secs sect seq sp sq suppl trans univ "
    "viz vol vols vs wk wks wt yd yds yr yrs".split()
)


def is_abbreviation(word: str) -> bool:
    """Whether a word that nupunkt takes for an abbreviation is one; it is given as it is written, without its full stop."""
    small = word.lower()
    if small in _ANY_CASE or not word.isalpha() or not any(letter in "aeiouy" for letter in small):
        return True
    return small in _CAPITALISED and word[0].isupper()
