"""Other readings of a time expression: the years, weeks and orders of figures that a careful editor would consider, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from factcheck.model import Basis, DateValue
from factcheck.values.dates import calendar as cal
from factcheck.values.dates.business import Half, Quarter, YearEnd
from factcheck.values.dates.finding import expression_at
from factcheck.values.dates.points import Day, Holiday, Month, MonthDay, Season, WeekAround, Year
from factcheck.values.dates.reading import Context, Meaning, Reading
from factcheck.values.dates.relations import Clock, Interval, Modified, NearDay, Weekday, Weekend
from factcheck.values.dates.token_stream import TokenStream

Dated = Day | Month | Season | Quarter | Half | Holiday
"""What may stand without its year."""


def readings_of(value: DateValue, published: date | datetime | None = None) -> tuple[DateValue, ...]:
    """The readings of a time expression that a careful editor would consider, the present one among them, in the order of the calendar.

    For a day, month, quarter, half, season or holiday without its year: the years around the day it was worked out from (of a day with its
    weekday only those in which it falls on it, and 29 February only in leap years), the year that the passage told before, the year of
    publication, and last the year left open. For a bare weekday the one before and the one after; for "last" and "next Friday" the near
    one and that of the week beyond (both are in use: Merriam-Webster, "next"). For a day in figures that may be read in two orders, both.
    For "today" in a quotation that of the speech and that of publication.
    What is written in full has one reading, its own. Never raises.
    """
    if value.basis is None and value.set_by is None and not value.open_year:
        return (value,)
    day = published.date() if isinstance(published, datetime) else published
    others = _read(_meanings(" ".join(value.text.split())), value, day)
    if not others and value.open_year:
        others = _read(_open_meaning(value.value), value, day)
    found = {_place(value): value}
    for other in others:
        found.setdefault(_place(other), other)
    return tuple(
        sorted(found.values(), key=lambda one: (one.earliest is None, one.earliest or date.max, one.latest or date.max, one.value))
    )


def _read(meanings: Iterable[Meaning], value: DateValue, published: date | None) -> list[DateValue]:
    """The value with each of the readings that some meanings may have."""
    others = (other for meaning in meanings for other in _others(meaning, value, published))
    read = ((other.read(context), basis, context.published) for basis, context, other in others)
    return [_so_read(value, reading, basis, at) for reading, basis, at in read if reading is not None]


def _place(value: DateValue) -> tuple[object, ...]:
    """What tells one reading from another."""
    return value.value, value.kind, value.mod


def _so_read(value: DateValue, reading: Reading, basis: Basis | None, anchor: date | None) -> DateValue:
    means = {
        "value": reading.value, "kind": reading.kind, "earliest": reading.earliest, "latest": reading.latest,
        "mod": reading.mod or value.mod, "basis": basis, "anchor": anchor, "set_by": None,
    }  # fmt: skip
    return value.model_copy(update=means)


_PLACES = (("", ""), ("on", ""), ("in", ""), ("over", ""), ("", "profit"))
"""Words beside which a time may be one only: "on 3/4", "in May", "over the weekend", "the first half profit"."""


def _meanings(words: str) -> list[Meaning]:
    """What words that are one time expression say: two meanings for figures of either order, none for other words."""
    found: list[Meaning] = []
    length = len(TokenStream(words))
    for month_first in (True, False):
        for before, after in _PLACES:
            stream = TokenStream(f"{before} {words} {after}")
            start = len(before.split())
            one = expression_at(stream, start, month_first) if length else None
            if one is not None and one.end == start + length:
                found += [one.meaning] if one.meaning not in found else []
                break
    return found


_OPEN = re.compile(
    r"XXXX-(?:(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI))(?P<time>T.*)?"
)
"""A time without its year. Takes "XXXX-08", "XXXX-08-03T16:00" and "XXXX-SU"; refuses "XXXX-08-03/XXXX-08-05"."""


def _open_meaning(value: str) -> list[Meaning]:
    """What a value of a year that is open says, for words that say it only together with others: "on the 3rd of that month"."""
    found = _OPEN.fullmatch(value)
    if found is None:
        return []
    meaning: Meaning
    if found["month"]:
        meaning = Day(int(found["month"]), int(found["day"])) if found["day"] else Month(int(found["month"]))
    elif found["season"]:
        meaning = Season(found["season"])
    else:
        meaning = Quarter(int(found["quarter"])) if found["quarter"] else Half(int(found["half"]))
    return [Clock(found["time"], meaning) if found["time"] else meaning]


Other = tuple[Basis | None, Context, Meaning]
"""A meaning that stands for itself, what it is read against, and what that rests on."""


def _others(meaning: Meaning, value: DateValue, published: date | None) -> Iterator[Other]:
    """Ways to read a meaning: each as one that leaves nothing open, or as one read against nothing."""
    at = value.anchor or published
    match meaning:
        case Modified(meaning=YearEnd()):
            yield from _either_way(meaning, at, published)
        case Modified(meaning=inner):
            yield from ((basis, context, replace(meaning, meaning=other)) for basis, context, other in _others(inner, value, published))
        case Clock(day=Meaning() as on):
            yield from ((basis, context, replace(meaning, day=other)) for basis, context, other in _others(on, value, published))
        case Interval(first=first, last=last):
            yield from _intervals(first, last, value, published)
        case WeekAround(day=first):
            days = _others(first, value, published)
            yield from ((basis, context, replace(meaning, day=other)) for basis, context, other in days if isinstance(other, Day))
        case Day(year=int()) if meaning.by_order:
            yield Basis.ORDER, Context(), meaning
        case Day(year=None) | Month(year=None, which=None) | Season(year=None, which=None, is_that=False):
            yield from _years(meaning, value, published)
        case Quarter(year=None) | Half(year=None) | Holiday(year=None, which=None):
            yield from _years(meaning, value, published)
        case Weekday(week=None) if at is not None:
            yield from _told_from(at, published, _weekdays(meaning, at))
        case MonthDay(month=None) if at is not None:
            yield from _told_from(at, published, _in_months(meaning, at))
        case NearDay() if published is not None and value.basis is Basis.SPEECH:
            yield Basis.PUBLICATION, Context(published), meaning
        case Weekend():
            yield from _either_way(meaning, at, published)


def _basis(at: date | None, published: date | None) -> Basis | None:
    return None if at is None else Basis.PUBLICATION if at == published else Basis.NAMED


def _either_way(meaning: Meaning, at: date | None, published: date | None) -> Iterator[Other]:
    """As a sentence that looks back has it, and as one that looks forward has it."""
    if at is not None:
        for way in (-1, 1):
            yield _basis(at, published), Context(at, look=way, is_sure=True), meaning


def _told_from(at: date, published: date | None, days: Iterable[date | None]) -> Iterator[Other]:
    """Days, each as its own meaning."""
    for day in days:
        if day is not None:
            yield _basis(at, published), Context(at), Day(day.month, day.day, day.year)


def _weekdays(meaning: Weekday, at: date) -> Iterator[date | None]:
    """The weekday before and after a day, and the day itself where it is one; of "last" and "next" that of the week beyond, too."""
    ahead = (meaning.weekday - at.weekday()) % 7
    if meaning.which in (None, 0):
        yield from (cal.shifted(at, days) for days in {ahead - 7, ahead, ahead or 7})
    else:
        near = ahead or 7 if meaning.which > 0 else ahead - 7
        yield from (cal.shifted(at, near), cal.shifted(at, near + 7 * meaning.which))


def _in_months(meaning: MonthDay, at: date) -> Iterator[date | None]:
    """The day of that number in the month of a day, in the one before and in the one after; on its weekday where it has one."""
    months = [cal.month_after(at.year, at.month, by) for by in (-1, 0, 1)]
    days = [cal.day_of(*month, meaning.day) for month in months if month is not None]
    yield from (day for day in days if day is not None and meaning.weekday in (None, day.weekday()))


def _years(meaning: Dated, value: DateValue, published: date | None) -> Iterator[Other]:
    """A time with each year that may be meant, and with its year open."""
    at = value.anchor or published
    fit: Basis | None = Basis.WEEKDAY if isinstance(meaning, Day) and meaning.weekday is not None else Basis.PUBLICATION
    for year in _years_of(meaning, value, at, published):
        if year == value.told_year:
            yield Basis.YEAR, Context(), _in_year(meaning, year)
        else:
            yield fit if at == published else _basis(at, published), Context(at), _in_year(meaning, year)
    if not isinstance(meaning, Holiday):  # which has no value without its year
        yield None, Context(), meaning


def _years_of(meaning: Dated, value: DateValue, at: date | None, published: date | None) -> set[int]:
    told = {value.told_year} if value.told_year is not None else set()
    years = told | ({published.year} if published is not None else set())
    if at is not None:
        near = [year for year in range(at.year - _FAR, at.year + _FAR + 1) if _has(year, meaning)]
        around = [year for year in near if abs(year - at.year) <= 1]
        years |= set(around or [*[year for year in near if year < at.year][-1:], *[year for year in near if year > at.year][:1]])
    return {year for year in years if _has(year, meaning)}


_FAR = 40
"""Years after which any day of any month has fallen on any weekday, 29 February too, but at the turn of most centuries."""


def _has(year: int, meaning: Dated) -> bool:
    """Whether a year has such a time, on its weekday where one is written."""
    if not isinstance(meaning, Day):
        return cal.FIRST_YEAR <= year <= cal.LAST_YEAR
    day = cal.day_of(year, meaning.month, meaning.day)
    return day is not None and meaning.weekday in (None, day.weekday())


def _in_year(meaning: Dated, year: int) -> Meaning:
    if isinstance(meaning, Day | Month | Season):
        return replace(meaning, year=year)
    return replace(meaning, year=Year(year))


def _intervals(first: Meaning, last: Meaning, value: DateValue, published: date | None) -> Iterator[Other]:
    """Both ends in one year; what ends in an earlier month than it begins in, in the year after."""
    if not isinstance(first, Day | Month) or not isinstance(last, Day | Month) or first.year or last.year:
        return
    for basis, context, other in _years(first, value, published):
        year = other.year if isinstance(other, Day | Month) else None
        yield basis, context, Interval(other, replace(last, year=None if year is None else year + (last.month < first.month)))
