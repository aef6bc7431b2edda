"""Figures and days of a claim looked for in the source that is cited for it: whether it has them, where, and what is near to them there.

It informs; only a reviewer decides. A source may say the same in a way that is not found, so nothing here is a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from factcheck.evidence.placed import Placed
from factcheck.model import EXACT, Claim, DateKind, DateValue, Evidence, Figure, Quotation, one_line
from factcheck.model.locators import apart
from factcheck.values import find_dates, find_figures
from factcheck.values.rounding import bounds

READ = 100_000
"""Code points of a source in which figures and days are read; in a longer one only the digits are looked for."""
SMALLEST = 12
"""Counts up to this are not looked for: "two doors", "a dozen". A source has them in too many ways, and by chance."""
_NEAR_DAYS = timedelta(days=31)
_MOST_PLACES, _MOST_NEAR = 50, 2
_MONEY = re.compile(r"[A-Z]{3}\b")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
"""The number in a figure: takes "84.3", "1,200"; refuses "twelve"."""

_VAGUE = re.compile(r"PT?[1X]?[A-Z]")
"""One of something, or some: takes "P1Y", "PT1H", "PXD"; refuses "P11W"."""

Value = TypeVar("Value", Figure, DateValue)


def sought_with(item: Evidence, parts: Iterable[Claim], quoted: Collection[str] = ()) -> list[Claim]:
    """The figures and days among a claim's parts that are looked for in the source of a piece of its evidence.

    A source that is quoted is held against its quotation, and one that refutes has others; those in words that are looked for themselves
    (`quoted`) are held against these.
    """
    if item.quote or not item.bears_out:
        return []
    return [part for part in parts if _telling(part) and not any(part.text in words for words in quoted)]


def _telling(part: Claim) -> bool:
    """Whether a figure or day is one that a source can be held to."""
    value = part.value
    if isinstance(value, Figure):
        exact = value.value == value.value.to_integral_value()
        return value.base == "percent" or bool(_MONEY.match(value.unit or "")) or not exact or abs(value.value) > SMALLEST
    if isinstance(value, DateValue) and value.kind is DateKind.DURATION:
        return not _VAGUE.fullmatch(value.value)
    named = isinstance(value, DateValue) and value.kind is DateKind.DATE and any(sign.isdigit() for sign in part.text)
    return named and isinstance(value, DateValue) and value.earliest is not None and value.latest is not None


@dataclass(frozen=True)
class Amounts:
    """The figures and days of a source's text; `told_on` is the day of the source, from which it tells "Friday"."""

    text: Placed
    told_on: date | None

    @cached_property
    def _days(self) -> Sequence[DateValue]:
        return find_dates(self.text.text, self.told_on) if len(self.text.text) <= READ else ()

    @cached_property
    def _figures(self) -> Sequence[Figure]:
        return find_figures(self.text.text, self._days) if len(self.text.text) <= READ else ()

    def look_for(self, part: Claim, locators: Sequence[str | None]) -> Quotation:
        """How a figure or day stands in the source: where it is, if it can be at one of the places that are given for it."""
        value = part.value
        places = self._of_figure(value) if isinstance(value, Figure) else self._of_day(value) if isinstance(value, DateValue) else []
        if not places:
            return Quotation(claim=part.id, quote=part.text, match=0, remarks=tuple(self._near(value)))
        start, end = next((one for one in places if not self._apart(one, locators)), places[0])
        return Quotation(
            claim=part.id, quote=part.text, match=EXACT, found=self.text.text[start:end], at=start, place=self.text.place(start, end)
        )

    def _apart(self, where: tuple[int, int], locators: Sequence[str | None]) -> bool:
        place = self.text.place(*where)
        return bool(locators) and all(apart(place, locator) for locator in locators)

    def _of_figure(self, figure: Figure) -> list[tuple[int, int]]:
        same = [one for one in self._figures if one.unit == figure.unit and _rounds(one, figure)]
        bare = [one for one in self._figures if None in (one.unit, figure.unit) and one.value == figure.value]
        return [(one.start, one.end) for one in same or bare] or self._literally(figure.text)

    def _of_day(self, value: DateValue) -> list[tuple[int, int]]:
        if value.kind is DateKind.DURATION:
            return [(one.start, one.end) for one in self._days if one.value == value.value] or self._literally(value.text)
        same = [(one.start, one.end) for one in self._days if one.kind is DateKind.DATE and _gap(one, value) == timedelta()]
        return same or (self._literally(value.text) if len(self.text.text) > READ else [])

    def _literally(self, words: str) -> list[tuple[int, int]]:
        """Where the number in some words stands, whatever it counts there; without a number, the words."""
        number = _NUMBER.search(words)
        wanted = ",?".join(re.escape(piece) for piece in (number[0] if number else words).split(","))
        found = re.finditer(rf"(?<![\w.,]){wanted}(?![\d]|[.,]\d)", self.text.text, re.IGNORECASE)
        return [match.span() for match, _ in zip(found, range(_MOST_PLACES), strict=False)]

    def _near(self, value: Figure | DateValue | None) -> list[str]:
        """What the source has that is near to a value which it has not: of one unit and scale, or a few days away."""
        if isinstance(value, Figure) and value.value:
            wanted = value.value
            like = [one for one in self._figures if one.base == value.base and one.value and Decimal("0.5") <= one.value / wanted <= 2]
            return self._told(like, lambda one: abs(one.value - wanted))
        if isinstance(value, DateValue) and value.kind is DateKind.DURATION:
            lasting = [one for one in self._days if one.kind is DateKind.DURATION and one.value[-1] == value.value[-1]]
            return self._told(lasting, lambda one: one.start)
        if isinstance(value, DateValue):
            days = [one for one in self._days if one.kind is DateKind.DATE and _gap(one, value) <= _NEAR_DAYS]
            return self._told(days, lambda one: _gap(one, value))
        return []

    def _told(self, values: Sequence[Value], distance: Callable[[Value], Decimal | timedelta | int]) -> list[str]:
        nearest = sorted(values, key=distance)
        told = dict.fromkeys((one_line(one.text, 60), self.text.place(one.start, one.end)) for one in nearest)
        return [f"it has “{words}”{f' ({place})' if place else ''}" for words, place in list(told)[:_MOST_NEAR]]


def _rounds(one: Figure, other: Figure) -> bool:
    """Whether one of two figures can have been rounded to the other; "£2 million" is not "£3 million", though both can be £2.5 million."""
    pairs = ((one, other), (other, one))
    return any(bounds(rounded).low <= exact.value <= bounds(rounded).high for rounded, exact in pairs)


def _gap(one: DateValue, other: DateValue) -> timedelta:
    """How far two days, months or years are apart; nothing where one can be within the other."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return timedelta.max
    return max(one.earliest - other.latest, other.earliest - one.latest, timedelta())
