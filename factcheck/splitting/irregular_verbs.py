"""The past tense of a verb, for the missing subject of a participle: "killing three" is "[the blast killed] three".

The irregular forms are those of a school grammar's table (Quirk et al., A Comprehensive Grammar of the English Language,
3.11 to 3.20); verbs whose past tense differs between British and American usage take the form common to both.
"""

from __future__ import annotations

_FORMS = """
arise arose, awake awoke, be was, bear bore, beat beat, become became, begin began, bend bent, bet bet, bid bid, bind bound, bite
bit, bleed bled, blow blew, break broke, breed bred, bring brought, broadcast broadcast, build built, burst burst, buy bought,
cast cast, catch caught, choose chose, cling clung, come came, cost cost, creep crept, cut cut, deal dealt, dig dug, do did, draw
drew, drink drank, drive drove, eat ate, fall fell, feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly
flew, forbid forbade, forecast forecast, foresee foresaw, forget forgot, forgive forgave, freeze froze, get got, give gave, go
went, grind ground, grow grew, hang hung, have had, hear heard, hide hid, hit hit, hold held, hurt hurt, keep kept, know knew, lay
laid, lead led, leave left, lend lent, let let, lie lay, lose lost, make made, mean meant, meet met, mislead misled, offset
offset, outdo outdid, overcome overcame, oversee oversaw, overtake overtook, overthrow overthrew, pay paid, put put, quit quit,
read read, rebuild rebuilt, repay repaid, rid rid, ride rode, ring rang, rise rose, run ran, say said, see saw, seek sought, sell
sold, send sent, set set, shake shook, shed shed, shine shone, shoot shot, show showed, shrink shrank, shut shut, sing sang, sink
sank, sit sat, sleep slept, slide slid, speak spoke, spend spent, spin spun, split split, spread spread, spring sprang, stand
stood, steal stole, stick stuck, sting stung, strike struck, strive strove, swear swore, sweep swept, swim swam, swing swung, take
took, teach taught, tear tore, tell told, think thought, throw threw, thrust thrust, undergo underwent, understand understood,
undertake undertook, undo undid, uphold upheld, upset upset, wake woke, wear wore, weave wove, weep wept, win won, wind wound,
withdraw withdrew, withhold withheld, withstand withstood, wring wrung, write wrote
"""

IRREGULAR = dict(pair.split() for pair in " ".join(_FORMS.split()).split(", "))

_VOWELS = "aeiou"


def past_tense(lemma: str, participle: str) -> str:
    """The past tense of the verb whose lemma and present participle are given: `past_tense("plan", "planning") == "planned"`.

    The participle shows whether the last consonant is doubled, which no rule on the lemma alone can tell ("omitted",
    "visited"). The past tense of "be" is the singular one.
    """
    lemma, stem = lemma.lower(), participle.lower().removesuffix("ing")
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if len(lemma) > 1 and lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return stem + "ed"
