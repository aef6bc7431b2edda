"""The number grammar as a whole: one number, in digits, signs or words, with its scale and without its unit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.values.figures.digits import read_digits, vulgar
from factcheck.values.figures.number import Number, number_table, scaled
from factcheck.values.figures.spelt import read_spelt
from factcheck.values.figures.tokens import Kind, Token


@cache
def starters() -> frozenset[str]:
    """Every word, in lower case, that a spelt-out number may begin with."""
    folds = {word + "fold" for word in number_table("cardinals")}
    return (
        frozenset(number_table("cardinals"))
        | folds
        | frozenset(number_table("indefinite"))
        | {"a", "an", "half", "quarter", "several", "few", "couple"}
    )


def read_number(line: Sequence[Token], at: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `at`; `money` lets "m" and "b" after the digits be millions and billions."""
    token = line[at]
    if token.kind is Kind.DIGITS:
        return read_digits(line, at, money=money)
    if token.kind is Kind.VULGAR:
        value = vulgar()[token.text]
        return scaled(line, Number(value, at + 1, value, fraction=True))
    if token.kind is Kind.WORD and token.lower in starters():
        return read_spelt(line, at)
    return None
