"""`conversion`: a measure given in two units that are not the same amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.model import Figure, Severity
from factcheck.values import Measure, measure_of
from factcheck.values.rounding import HALF, Bounds, last_place, shown, workable

BRACKET = re.compile(r"\s?[(\[](?:(?:or|about|around|nearly|almost|some|roughly|approximately)\s|~\s?){0,2}")
"""What stands between a measure and its conversion: takes ` (` and ` (about `, not ` and `."""

CLOSED = re.compile(r"[)\]]|\s(?:an\shour|per\shour|a\ssecond|tall|long|wide|deep|high)[)\]]")
"""What stands after a conversion: takes `)` and ` per hour)`, not `, 3 kg`."""

MIXED = re.compile(r"[\d½¼¾⅓⅔⅛/][\s-]?$|\b(?:and|by|x|to|feet|foot|ft|pounds?|lb|lbs|stone)[\s-]{0,2}$|[-–—x×]\s?$", re.IGNORECASE)
"""What stands before a number that is but the end of a measure: takes `2 1/`, `5 feet ` and `10 to `, not `about `."""


ROUND = Decimal("0.08")
"""How far off a number that ends in 0 or 5 may be, as in "10 miles (15 km)"."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Measures whose conversion in brackets is another amount, whichever way either was rounded."""
    figures = context.figures
    for one, two in pairwise(figures):
        if _converted(context, one, two) and not _agree(one, two):
            places = (context.at(one.start, one.end), context.at(two.start, two.end))
            message = f"{quoted(one.text)} is {_worked(one, two)}, and the text has {quoted(two.text)}; one of the two is likely a slip."
            yield Finding(places, message, Severity.WARNING, near=places[0])


def _converted(context: CheckContext, one: Figure, two: Figure) -> bool:
    """Whether the second figure stands in brackets after the first and measures the same thing in another unit."""
    first, second = (measure_of(figure.unit or "") for figure in (one, two))
    if first is None or second is None or first.base != second.base or first == second or not (workable(one) and workable(two)):
        return False
    if not BRACKET.fullmatch(context.text[one.end : two.start][:40]) or not CLOSED.match(context.text, two.end):
        return False
    return not MIXED.search(context.text[max(0, one.start - 12) : one.start])


def _agree(one: Figure, two: Figure) -> bool:
    """Whether the second can have been worked out from the first, or the first from the second; of temperatures, differences too."""
    ones, twos = _measures(one, two)
    exact = [Bounds(figure.value, figure.high or figure.value) for figure in (one, two)]
    pairs = ((exact[0], _rounded(two, 1)), (_rounded(one, HALF), exact[1]))
    meanings = [(m, n) for m in ones.factors for n in twos.factors]
    zeros = {(ones.zero, twos.zero), (Decimal(0), Decimal(0))}
    return any(_turned(a, zero, m).meets(_turned(b, other, n)) for a, b in pairs for zero, other in zeros for m, n in meanings)


def _measures(one: Figure, two: Figure) -> tuple[Measure, Measure]:
    first, second = measure_of(one.unit or ""), measure_of(two.unit or "")
    if first is None or second is None:
        raise ValueError(f"{one.unit} and {two.unit} are not both measures")
    return first, second


def _rounded(figure: Figure, spare: int | Decimal) -> Bounds:
    """What a figure can have been rounded from: `spare` steps in its last digit away, and a round number a little more."""
    room = last_place(figure) * spare
    if abs(figure.value) >= 10 and figure.value % 5 == 0:
        room = max(room, abs(figure.value) * ROUND)
    return Bounds(figure.value - room, (figure.high or figure.value) + room)


def _turned(amount: Bounds, zero: Decimal | int, one: Decimal) -> Bounds:
    """An amount in the unit of its dimension, where none of it is `zero` and each more is `one`."""
    return Bounds(zero + amount.low * one, zero + amount.high * one)


def _worked(one: Figure, two: Figure) -> str:
    """What the first figure is in the unit of the second."""
    ones, twos = _measures(one, two)
    value = (ones.zero + one.value * ones.factors[0] - twos.zero) / twos.factors[0]
    return f"{shown(value)} {two.unit}"


CHECK = Check(
    id="conversion",
    looks_for="a measure given in two units that are not the same amount",
    rule="NIST Special Publication 811, appendix B; any conversion passes that rounding of either figure as printed can give",
    find=find,
    catches=(
        Example("Pipe laid\n\nThe pipe runs for 25 miles (4 km) under the bay.\n"),
        Example("Heat wave\n\nIt was 86°F (40°C) in the harbour at noon.\n"),
        Example("Whale found\n\nThe whale weighed 40 tonnes (88 pounds), the port said.\n"),
    ),
    passes=(
        Example("Pipe laid\n\nThe pipe runs for 500 miles (800 km) under the bay, 2 1/2 miles (4 km) of it in rock.\n"),
        Example("Heat wave\n\nIt was 86°F (30°C) in the harbour at noon, a rise of 9°F (5°C).\n"),
        Example("Storm nears\n\nWinds of 75 mph (120 km/h) were measured, and waves of 30 feet (9 m).\n"),
    ),
)
