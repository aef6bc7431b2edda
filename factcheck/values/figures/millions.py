"""Whether the "m" behind a number is a million or metres: "2m records", "Sales rose to 9m", and "2m deep"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.values.figures.lexicon import context, longer, money_after, noun_words, units
from factcheck.values.figures.nouns import counted_noun
from factcheck.values.figures.number import Number
from factcheck.values.figures.tokens import Kind, Token

REACH = 10
"""Tokens before the number in which the thing that is counted may have been named."""

RACES = frozenset((50, 60, 80, 100, 110, 200, 300, 400, 500, 600, 800, 1000, 1500, 3000, 5000, 10_000))
"""Metres over which races are run and swum (World Athletics and World Aquatics, lists of events)."""


def million_meant(line: Sequence[Token], after: int, number: Number) -> bool:
    """Whether the "m" before token `after`, glued to `number`, is a million: something counted follows, or was named before."""
    if number.scale > 1 or line[after - 1].gap:
        return False
    following = line[after].lower if after < len(line) else ""
    if following == "of" and any(token.lower == "within" for token in line[max(0, after - 4) : after - 1]):
        return False  # "within 30m of the sea"
    if following in ("of", "people", "years"):
        return True
    race = following in noun_words("races") and number.value in RACES
    if race or following in context("long_things"):
        return False
    if after >= len(line) or line[after].kind is not Kind.WORD or following in context("lengths"):
        return many_told_of(line, after - 1)
    signs, named = units()
    if longer(signs.match(line, after), named.match(line, after)) or money_after().match(line, after):
        return True
    return counted_noun(line, after, many=True) is not None or many_told_of(line, after - 1)


def many_told_of(line: Sequence[Token], at: int) -> bool:
    """Whether the sentence up to token `at` tells of viewers and the like, and neither it nor what follows of a length."""
    if any(token.lower in context("told_in_metres") for token in line[at + 1 : at + 3]):
        return False
    found = at + 1 < len(line) and line[at + 1].lower in context("told_of_millions")
    for token in reversed(line[max(0, at - REACH) : at]):
        if token.kind is Kind.BREAK or token.text in (".", ";", "!", "?"):
            break
        if token.lower in context("told_in_metres"):
            return False
        found = found or token.lower in context("told_in_millions")
    return found
