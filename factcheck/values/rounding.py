"""What a printed figure can have been rounded from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from factcheck.model import Figure

_DIGITS = re.compile(r"\d[\d,.\u00a0' ]*")
"""The digits of a figure with what groups them: takes `1,200` and `12.5`, not `twelve`."""

HALF = Decimal("0.5")
LEAST = Decimal("1e-20")
MOST = Decimal("1e20")
"""Between these, sums keep all their digits in Python's decimal arithmetic."""


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a value can be."""

    low: Decimal
    high: Decimal

    def meets(self, other: Bounds) -> bool:
        """Whether one value can be both."""
        return self.low <= other.high and other.low <= self.high


def last_place(figure: Figure) -> Decimal:
    """What one step in the last printed digit is worth: 1 in "48", 100,000 in "12.5 million", 100 in "2,400"."""
    value = abs(figure.value)
    match = _DIGITS.search(figure.text)
    if match is None or not LEAST < value < MOST:
        return Decimal(1)
    printed = match[0].strip(" ,.'\u00a0")
    fraction = printed.rpartition(".")[2] if "." in printed else ""
    decimals = len(fraction) if fraction.isascii() and fraction.isdigit() and len(fraction) <= 12 else 0
    number = Decimal(re.sub(r"[^0-9]", "", printed)[:30] or 1) / Decimal(10) ** decimals
    scale = value / number if number else Decimal(1)
    if not decimals and number >= 1000:
        digits = re.sub(r"[^0-9]", "", printed)
        zeros = min(len(digits) - len(digits.rstrip("0")), len(digits) - 2)
        return scale * Decimal(10) ** zeros
    return scale / Decimal(10) ** decimals


def bounds(figure: Figure, spare: int | Decimal = HALF, place: Decimal | None = None) -> Bounds:
    """What a figure can have been rounded from, `spare` steps in its last digit away; wider on the sides that its `change` leaves open.

    `place` is what a step is worth, where another figure beside it shows that better than its own noughts do.
    """
    step = (place if place is not None else last_place(figure)) * spare
    low, high = figure.value - step, (figure.high or figure.value) + step
    room = abs(figure.value) * Decimal("0.15")
    if figure.change.row.below:
        low -= room
    if figure.change.row.above:
        high += room
    return Bounds(low, high)


def workable(figure: Figure) -> bool:
    """Whether sums with the figure keep their digits."""
    return all(not value or LEAST < abs(value) < MOST for value in (figure.value, figure.high or figure.value))


def shown(value: Decimal, sign: bool = False) -> str:
    """A worked-out value as a message shows it: two digits after the point at the most, and a plus where `sign` is set."""
    if not -MOST < value < MOST:
        return "out of bounds"
    places = Decimal("0.01") if abs(value) < 10 else Decimal("0.1")
    rounded = value.quantize(places, rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:,f}"
    return f"+{text}" if sign and rounded > 0 else text
