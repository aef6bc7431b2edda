"""Bare numbers of people, told by what befell them: "10,000 were injured", "Three dead, 14 hurt"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.inflection import plural_of
from factcheck.language.roles import role_of
from factcheck.values.figures.lexicon import context, noun_words
from factcheck.values.figures.number import is_whole, word_at
from factcheck.values.figures.quantity import Quantity
from factcheck.values.figures.tokens import Kind, Token

REACH = 4
"""Words that may stand between the number and what befell: "others are still feared"."""


def told_of_people(line: Sequence[Token], previous: Quantity | None, found: Quantity) -> Quantity:
    """`found` as a count of people where only what befell them tells it, unless its sentence has counted other things before."""
    if found.unit is not None or found.joined or found.number.fraction or not is_whole(found.value) or not _befell(line, found.end):
        return found
    return found if _of_other_things(line, previous, found) else replace(found, unit="person")


def _befell(line: Sequence[Token], at: int) -> bool:
    end = at + REACH
    while at < end and word_at(line, at) in context("befalling"):
        at += 1
    if word_at(line, at) not in context("befallen"):
        return False
    return at + 1 >= len(line) or line[at + 1].kind is not Kind.WORD or line[at + 1].lower in noun_words("stop")


def _of_other_things(line: Sequence[Token], previous: Quantity | None, found: Quantity) -> bool:
    """Whether the count before it in the same sentence is of no people: "Of the 40 cows three were killed"."""
    if previous is None or not previous.noun or previous.unit is None or any(line[k].text == "." for k in range(previous.end, found.first)):
        return False
    return plural_of(previous.unit) not in noun_words("people") and not role_of(previous.unit)
