"""The words by which people judge: adjectives, nouns, verbs and adverbs that say how good, right, useful or moving something is."""

from __future__ import annotations

from factcheck.language.lexicon import meanings, words

JUDGING = words("appraisal", "value") | words("appraisal", "conduct") | words("appraisal", "worth") | words("appraisal", "stirring")
"""Adjectives that judge what they are said of, before a noun or after "is"."""

FEELINGS = words("appraisal", "feelings") | words("appraisal", "stirred")
"""Adjectives and participles that say how somebody feels."""

DIFFICULTY = words("appraisal", "difficulty")
"""Adjectives of what is easy or hard."""

VAGUE = words("appraisal", "vague") | DIFFICULTY
"""Adjectives of size, ease and the like, which without a measure are a matter of opinion."""

FACTUAL = words("appraisal", "factual")
"""Adjectives that can be looked up, whoever says them."""

NOUNS = words("appraisal", "judging_nouns")
"""Nouns that judge, when something is said to be one."""

QUALITIES = words("appraisal", "qualities")
"""Nouns for qualities of character, when somebody is said to show or lack them."""

VERBS = words("appraisal", "judging_verbs")
"""Verbs that judge what they tell of."""

NO_SUCH = words("appraisal", "no_such")
"""Nouns that are argued away: there is no excuse."""

_STIRRING = words("appraisal", "stirring")
_ADVERBS = words("appraisal", "judging_adverbs")
_ON_RECORD: dict[str, frozenset[str]] = {word: frozenset(nouns) for word, nouns in meanings("appraisal", "on_record").items()}


def is_on_record(adjective: str, noun: str) -> bool:
    """Whether what the adjective says of the noun (both in small letters) can be looked up: a successful appeal, a wrong figure."""
    return noun in _ON_RECORD.get(adjective.removeprefix("un"), ())


def judges_manner(adverb: str) -> bool:
    """Whether the adverb, in small letters, judges how something was done: "brilliantly", "badly", not "quickly"."""
    if adverb in _ADVERBS:
        return True
    stem = adverb.removesuffix("ly")
    return stem != adverb and any(form in JUDGING for form in _adjectives(stem))


def stirs(verb: str) -> bool:
    """Whether the verb, a lemma in small letters, is one of what stirs a feeling: "bother", "please", whose -ing form judges."""
    return f"{verb}ing" in _STIRRING or f"{verb.removesuffix('e')}ing" in _STIRRING


def _adjectives(stem: str) -> tuple[str, ...]:
    """The adjectives that an adverb may be made from: beautifully, nobly, happily, tragically."""
    return stem, f"{stem}le", f"{stem[:-1]}y" if stem.endswith("i") else stem, stem.removesuffix("al")
