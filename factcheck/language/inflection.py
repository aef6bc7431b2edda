"""The past tense of a verb, for the missing subject of a participle: "killing three" is "[the blast killed] three"."""

from __future__ import annotations

from factcheck.language.lexicon import meanings

IRREGULAR: dict[str, str] = meanings("verbs", "irregular")

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
