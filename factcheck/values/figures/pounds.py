"""Whether pounds are money or a weight, by what is said to be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.values.figures.lexicon import context
from factcheck.values.figures.number import Number
from factcheck.values.figures.tokens import Token

LIGHTEST_SUM = 10_000
"""Pounds from which a sum is meant where nothing else tells: heavier things are told in tons."""


def paid(line: Sequence[Token], at: int, number: Number) -> bool:
    """Whether the "pounds" at token `at`, of which there are `number`, are pounds sterling."""
    of = at + 1 < len(line) and line[at + 1].lower == "of"
    if number.scale >= 1_000_000 or (of and any(token.lower in context("stuff_of_money") for token in line[at + 2 : at + 5])):
        return True
    around = _sentence_around(line, at)
    if any(word in context("weight") for word in around):
        return False
    converted = line[at + 1 : at + 2] and line[at + 1].text == "(" and any(word in ("$", "€") for word in around[-7:])
    if converted or any(word in context("money") for word in around):
        return True
    return number.value >= LIGHTEST_SUM and not of


def _sentence_around(line: Sequence[Token], at: int) -> list[str]:
    """The words near token `at` that stand in its sentence, in lower case."""
    before = [token.lower for token in line[max(0, at - 12) : at]]
    after = [token.lower for token in line[at : at + 8]]
    start = max((k + 1 for k, word in enumerate(before) if word in (".", "\n")), default=0)
    return before[start:] + after[: after.index(".") if "." in after else None]
