"""A unit that stands behind the same amount in another measure: "50 to 100 (150 to 300 feet) metres", "50 km (31 miles) a day"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.values.figures.lexicon import context
from factcheck.values.figures.quantity import Quantity
from factcheck.values.figures.rates import base_of, with_rate
from factcheck.values.figures.tokens import Kind, Token
from factcheck.values.figures.units import read_unit

LONGEST = 8
"""Tokens that the brackets may hold."""


def over_brackets(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """`quantity` with its unit, or with the time that it is told per, from behind the brackets after it or those that it ends."""
    end = quantity.end
    if end >= len(line) or line[end].text not in "()" or quantity.noun or quantity.unit in ("score", "ratio"):
        return quantity
    behind = end + 1 if line[end].text == ")" else _past(line, end)
    if behind is None:
        return quantity
    if quantity.unit is not None:
        return _rate(line, quantity, behind)
    unit = read_unit(line, quantity.number._replace(end=behind)) if line[end].text == "(" else None
    return quantity if unit is None or unit.money else replace(quantity, unit=unit.name)


def _past(line: Sequence[Token], at: int) -> int | None:
    """The token behind brackets that open at `at` and begin with a number."""
    if at + 1 >= len(line) or line[at + 1].kind is not Kind.DIGITS:
        return None
    return next((k + 1 for k in range(at + 2, min(at + LONGEST + 2, len(line))) if line[k].text == ")"), None)


def _rate(line: Sequence[Token], quantity: Quantity, at: int) -> Quantity:
    """The measure told per the time that stands at token `at`."""
    if quantity.unit is None or quantity.money or quantity.unit != base_of(quantity.unit) or quantity.unit in context("time_units"):
        return quantity
    unit, end = with_rate(line, quantity.unit, at)
    return replace(quantity, unit=unit) if line[end - 1].lower in context("time_units") else quantity
