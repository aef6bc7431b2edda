"""The noun that a number counts, found by its form and by the words that close a noun phrase; no parser is asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.language.inflection import singular
from factcheck.language.lexicon import meanings, words
from factcheck.values.figures.lexicon import HYPHENS, context, noun_words, table
from factcheck.values.figures.tokens import Kind, Token

MOST_MODIFIERS = 4
"""Words that may stand between the number and its noun: "three new American guided-missile destroyers"."""


class Noun(NamedTuple):
    """A counted noun: its lemma, and the token after it."""

    lemma: str
    end: int


def counted_noun(line: Sequence[Token], at: int, *, many: bool) -> Noun | None:
    """The noun counted from token `at` on; `many` tells that the number is not one, so that a plural is looked for."""
    return _plural(line, at) if many else _single(line, at)


def _phrase_word(line: Sequence[Token], at: int) -> bool:
    """Whether token `at` may stand inside a noun phrase."""
    if at >= len(line) or line[at].kind is not Kind.WORD:
        return False
    token = line[at]
    if (token.lower in _number_words() and not _leads_compound(line, at)) or (
        token.lower in noun_words("stop") and not _abbreviation(token)
    ):
        return False
    return token.lower.removesuffix("s") not in _ordinal_words() and not (
        token.lower.endswith("ly") and len(token.lower) > 4 and token.lower not in ("family", "daily", "elderly", "early")
    )


@cache
def _ordinal_words() -> frozenset[str]:
    return (frozenset(table("numbers")["denominators"]) - {"half", "quarter"}) | {"first"}


def _leads_compound(line: Sequence[Token], at: int) -> bool:
    """Whether a number word belongs to an adjective: "three-legged"."""
    if at + 2 >= len(line) or line[at + 1].text not in HYPHENS or line[at + 1].gap or line[at + 2].gap:
        return False
    return line[at + 2].lower.endswith("ed")


def _abbreviation(token: Token) -> bool:
    """Reads "US" and "UN" are no pronouns and no prefixes."""
    return len(token.text) > 1 and token.text.isupper()


def _plural(line: Sequence[Token], at: int) -> Noun | None:
    at += at + 1 < len(line) and line[at].lower == "more" and line[at].kind is Kind.WORD  # "53 more runs"
    if at < len(line) and line[at].lower in noun_words("noun_or_verb") and line[at].kind is Kind.WORD:
        return Noun(singular(line[at].lower) or line[at].lower, at + 1)
    for nth in range(MOST_MODIFIERS + 1):
        if nth and _model(line, at):
            at += 1
            continue
        if not _phrase_word(line, at):
            return _own_plural(line, at, nth)
        lemma = _lemma(line[at])
        if lemma is not None and (compound := _compound_plural(line, at, lemma)) is not None:
            return compound
        if lemma is not None and not _modifies(line, at):
            return Noun(_people(line, at) or _kin(line, at) + lemma, at + 1)
        at = _next(line, at)
        if at < len(line) and line[at].lower in ("and", "or") and _phrase_word(line, at + 1):
            at += 1
    return None


def _model(line: Sequence[Token], at: int) -> bool:
    """Whether the digits at `at` belong to a name: "four Trent 900 engines"."""
    return at < len(line) and line[at].kind is Kind.DIGITS and line[at - 1].text[0].isupper() and line[at].gap


def _own_plural(line: Sequence[Token], at: int, words_before: int) -> Noun | None:
    """Reads "times" is a stop word for other nouns and a count of its own ("four times"), as are the runs of "99 home runs"."""
    if at < len(line) and line[at].lower == "times" and line[at].kind is Kind.WORD:
        return Noun("time", at + 1)
    if words_before and at < len(line) and line[at].lower in noun_words("noun_or_verb"):
        return Noun(singular(line[at].lower) or line[at].lower, at + 1)
    return None


def _kin(line: Sequence[Token], at: int) -> str:
    """The "great-" of "11 great-grandchildren"."""
    tied = at > 1 and line[at - 1].text in HYPHENS and not line[at].gap and not line[at - 1].gap
    return f"{line[at - 2].lower}-" if tied and line[at - 2].lower in ("great", "step", "half") else ""


def _people(line: Sequence[Token], at: int) -> str | None:
    """The people of a country by their own name, with its capitals and all its words: "New Zealander", "Sri Lankan", "Fijian"."""
    one = line[at].text.removesuffix("s")
    if not one[:1].isupper():
        return None
    whole = f"{line[at - 1].text} {one}" if at else one
    return next((name for name in (whole, one) if name in _citizens() or name.removesuffix("er") in words("places", "countries")), None)


@cache
def _citizens() -> frozenset[str]:
    return frozenset(meanings("places", "nationalities")) | words("places", "nationals")


def _lemma(token: Token) -> str | None:
    """The singular of a plural; of letters that stand for a name ("RBIs"), whatever their ending."""
    letters = token.text[:-1]
    if token.text.endswith("s") and len(letters) > 1 and letters.isupper():
        return letters.lower()
    return singular(token.lower)


def _compound_plural(line: Sequence[Token], at: int, lemma: str) -> Noun | None:
    """Reads "passers-by", "runners-up" and "mothers-in-law": the plural stands in the first word."""
    tail, end = "", at + 1
    while end + 1 < len(line) and line[end].text in HYPHENS and not line[end].gap and not line[end + 1].gap and end - at < 5:
        tail, end = f"{tail}-{line[end + 1].lower}", end + 2
    return Noun(lemma + tail, end) if tail and tail.split("-")[1] in noun_words("plural_tails") else None


def _next(line: Sequence[Token], at: int) -> int:
    """The token after the modifier at `at`: over a hyphen, or over the comma between two adjectives."""
    if at + 1 < len(line) and line[at + 1].text in HYPHENS and not line[at + 1].gap:
        return at + 2
    return at + 1


def _modifies(line: Sequence[Token], at: int) -> bool:
    """Whether the plural at `at` only leads to another one: "sports fans", "women's groups"."""
    token = line[at]
    following = line[at + 1] if at + 1 < len(line) else None
    if following is None or following.kind is not Kind.WORD:
        return following is not None and following.text in HYPHENS and not following.gap
    if token.lower.endswith(("'s", "’s")):
        return singular(following.lower) is not None
    return (
        following.lower not in noun_words("stop")
        and singular(following.lower) is not None
        and following.text.islower()
        and following.lower not in context("third_person")
    )


_ADJECTIVE_ENDINGS = ("ing", "ed", "ive", "ous", "ful", "less", "able", "ible", "ical", "ish")


def _single(line: Sequence[Token], at: int) -> Noun | None:
    """The noun of "one hand", "one wireless speaker", "1 medal": the last word before something that closes the phrase."""
    found = None
    for _ in range(MOST_MODIFIERS):
        if not _phrase_word(line, at) or (found is not None and line[at].lower.endswith(("ed", "ing")) and not _names(line, found, at)):
            break
        found = at
        step = _next(line, at)
        if step == at + 2 and not _phrase_word(line, step):
            break
        at = step
    if found is None or line[found].lower.endswith(_ADJECTIVE_ENDINGS) or not line[found].lower.isalpha():
        return None
    word = line[found].lower
    return Noun(word, found + 1)


def _names(line: Sequence[Token], found: int, at: int) -> bool:
    """Whether the word before an "-ing" is but a name in front of its noun: "one Kent County reporting station"."""
    following = line[at + 1] if at + 1 < len(line) else None
    return line[found].text[0].isupper() and following is not None and _phrase_word(line, at + 1) and singular(following.lower) is None


def noun_over_measure(line: Sequence[Token], at: int) -> Noun | None:
    """The noun behind a measure of its own: "two 14-year-old girls", "11 3-pointers". `at` is the token after the number."""
    if at + 2 >= len(line) or not line[at].gap or (line[at].kind is not Kind.DIGITS and line[at].lower not in _number_words()):
        return None
    end = at + 1
    while end + 1 < len(line) and line[end].text in HYPHENS and not line[end].gap and not line[end + 1].gap and end - at < 7:
        end += 2
    if end == at + 3 and line[end - 1].lower.removesuffix("s") in table("nouns")["made_of"]:
        return Noun(f"{line[at].lower}-{singular(line[end - 1].lower)}", end)
    return counted_noun(line, end, many=True) if end > at + 1 else None


def hyphened_noun(line: Sequence[Token], at: int, *, lone: bool) -> Noun | None:
    """The noun of "four-cylinder" and "five-member": `at` is the token after the number, which is `lone` where it is one."""
    if at + 1 >= len(line) or line[at].text not in HYPHENS or line[at].gap or line[at + 1].gap or line[at + 1].kind is not Kind.WORD:
        return None
    word = line[at + 1].lower
    if (
        not word.isalpha()
        or not line[at + 1].text.islower()
        or len(word) < 3
        or word in noun_words("hyphen_idioms")
        or (lone and word in noun_words("hyphen_idioms_of_one"))
        or word in context("hyphen_suffixes")
        or (word in noun_words("stop") and word + "s" not in noun_words("noun_or_verb"))
        or word in _number_words()
    ):
        return None
    lemma = singular(word) or word
    return Noun(table("nouns")["made_of"].get(lemma, lemma), at + 2)


@cache
def _number_words() -> frozenset[str]:
    numbers = table("numbers")
    return frozenset(numbers["cardinals"]) | frozenset(numbers["denominators"]) | {"first", "second", "twenty-first"}
