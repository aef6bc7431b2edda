"""Forms of words: the past tense of a verb, the singular, the plural and the genitive of a noun."""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.lexicon import meanings, words

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


def genitive(words: str) -> str:
    """ "Trump" as "Trump's", "the ministers" as "the ministers'"."""
    return words + ("'" if words.endswith("s") and words.split()[-1].islower() else "'s")


_PLURALS: dict[str, str] = meanings("nouns", "irregular")
_NOT_PLURAL = words("nouns", "not_plural")

_COMPOUNDS = (
    ("men", "man"),
    ("women", "woman"),
    ("people", "person"),
    ("children", "child"),
    ("wives", "wife"),
    ("fish", "fish"),
    ("craft", "craft"),
)
"""Endings of compounds whose plural is that of their last word."""


@lru_cache(maxsize=4096)
def singular(word: str) -> str | None:
    """The singular of a plural in lower case ("vessels" gives "vessel"), or None when the word does not look like a plural."""
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if bare in _PLURALS:
        return _PLURALS[bare]
    for ending, single in _COMPOUNDS:
        if bare.endswith(ending) and len(bare) > len(ending) + 2:
            return bare[: -len(ending)] + single
    if not bare.endswith("s") or len(bare) < 3 or bare in _NOT_PLURAL or bare.endswith(("ss", "ous", "us", "is")):
        return None
    return _without_s(bare)


def _without_s(bare: str) -> str:
    if bare.endswith("ies") and len(bare) > 4:
        return bare[:-3] + "y"
    if bare.endswith(("sses", "shes", "tches", "xes", "zzes")) or (bare.endswith("ches") and not bare.endswith("aches")):
        return bare[:-2]
    return bare[:-1]


def plural(singular: str) -> str:
    """The regular plural of an English noun or noun phrase."""
    if singular.endswith(("s", "x", "z", "ch", "sh")):
        return singular + "es"
    if singular.endswith("y") and singular[-2:-1] not in "aeiou":
        return singular[:-1] + "ies"
    return singular + "s"


_NO_MEN = frozenset({"german", "human", "norman", "ottoman", "roman", "talisman"})
"""Words in -man that are no compound of "man"."""


def plural_of(lemma: str) -> str:
    """The plural of a lemma, for showing: "person" gives "people"."""
    for many, one in _PLURALS.items():
        if one == lemma:
            return many
    for ending, one in _COMPOUNDS:
        if lemma.endswith(one) and lemma.lower() not in _NO_MEN:
            return lemma[: -len(one)] + ending
    return plural(lemma)
