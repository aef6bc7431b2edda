"""What a time expression says, before it is known which day it means: one small class for each way of naming a time.

Each has `read(context)`, which gives the calendar value, or None where the calendar has no such day.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Protocol

from factcheck.model import DateKind, DateMod
from factcheck.values.dates import calendar as cal
from factcheck.values.dates.holidays import holiday
from factcheck.values.dates.numbers import written


@dataclass(frozen=True, slots=True)
class Reading:
    """A calendar value; `grain` is the unit that it names (D, W, M, Q, SE, Y, DE, C; nothing for what is no calendar period)."""

    value: str
    kind: DateKind = DateKind.DATE
    earliest: date | None = None
    latest: date | None = None
    mod: DateMod | None = None
    grain: str = ""


@dataclass(slots=True)
class Context:
    """What an expression is read against.

    `published` is the day of publication; `named` the last time named before, for "the following day"; `look` where
    the sentence looks (-1 back, 1 forward, 0 not told), `is_sure` whether a verb says so; `is_narrative` whether the
    text tells of another time than its own, so that a bare month belongs to the year named last.
    """

    published: date | None = None
    named: Reading | None = None
    look: int = 0
    is_sure: bool = False
    is_narrative: bool = False

    @property
    def now(self) -> date | None:
        """The day that "yesterday" is told from: publication, else the last day named."""
        if self.published is not None:
            return self.published
        return self.named.earliest if self.named is not None and self.named.grain == "D" else None

    @property
    def then(self) -> date | None:
        """The day that "the following day" is told from: what was named last, else publication."""
        return self.named.earliest if self.named is not None and self.named.earliest else self.published

    @property
    def story(self) -> date | None:
        """The day that a month or day without its year belongs near."""
        return self.then if self.is_narrative or self.published is None else self.published


class Meaning(Protocol):
    """Anything that can be read as a calendar value."""

    def read(self, context: Context) -> Reading | None:
        """The value, or None where there is none."""
        ...


def day_reading(day: date | None) -> Reading | None:
    """One day."""
    return Reading(day.isoformat(), earliest=day, latest=day, grain="D") if day else None


def month_reading(year: int, month: int) -> Reading | None:
    """One month."""
    span = cal.month_span(year, month)
    return Reading(f"{year:04}-{month:02}", earliest=span[0], latest=span[1], grain="M") if span else None


def year_reading(year: int) -> Reading | None:
    """One year."""
    span = cal.year_span(year)
    return Reading(f"{year:04}", earliest=span[0], latest=span[1], grain="Y") if span else None


def week_reading(day: date | None) -> Reading | None:
    """The week of a day."""
    span = cal.week_span(day) if day else None
    return Reading(cal.iso_week(span[0]), earliest=span[0], latest=span[1], grain="W") if span else None


def weekend_reading(day: date | None) -> Reading | None:
    """Saturday and Sunday of a day's week."""
    span = cal.week_span(day) if day else None
    return Reading(cal.iso_week(span[0]) + "-WE", earliest=cal.shifted(span[0], 5), latest=span[1], grain="WE") if span else None


def quarter_reading(year: int, quarter: int) -> Reading | None:
    """One quarter of a calendar year."""
    span = cal.month_span(year, 3 * quarter - 2, 3) if 1 <= quarter <= 4 else None
    return Reading(f"{year:04}-Q{quarter}", earliest=span[0], latest=span[1], grain="Q") if span else None


_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months of the meteorological seasons of the northern hemisphere; winter reaches into the year after."""


def season_reading(year: int, season: str) -> Reading | None:
    """One season; winter is told by the year that it begins in."""
    span = cal.month_span(year, _SEASON_STARTS[season], 3)
    return Reading(f"{year:04}-{season}", earliest=span[0], latest=span[1], grain="SN") if span else None


def unit_reading(day: date | None, unit: str) -> Reading | None:
    """The period of a unit that a day lies in."""
    if day is None:
        return None
    match unit:
        case "D":
            return day_reading(day)
        case "W" | "FN":
            return week_reading(day)
        case "WE":
            return weekend_reading(day)
        case "M":
            return month_reading(day.year, day.month)
        case "Q":
            return quarter_reading(day.year, (day.month + 2) // 3)
        case "Y" | "SN":
            return year_reading(day.year)
        case "DE":
            return Decade(day.year // 10).read(Context())
        case "CE":
            return Century(day.year // 100 + 1).read(Context())
        case _:
            return None


def moved(day: date | None, amount: int, unit: str) -> date | None:
    """`amount` units later; None where the unit has no place on the calendar."""
    if day is None or abs(amount) > 10_000:
        return None
    if unit in ("D", "NI", "MO", "EV", "AF"):
        return cal.shifted(day, amount)
    if unit in ("W", "WE", "FN"):
        return cal.shifted(day, amount * (14 if unit == "FN" else 7))
    months = {"M": 1, "Q": 3, "SE": 6, "Y": 12, "SN": 12, "DE": 120, "CE": 1200}.get(unit)
    return cal.month_shifted(day, amount * months) if months else None


def _nearest(context: Context, at: date, options: list[date]) -> date | None:
    """The candidate that the sentence looks to: back and forward as its verb says, else the nearest."""
    if not options:
        return None
    if at in options:
        return at
    back = max((day for day in options if day < at), default=None)
    ahead = min((day for day in options if day > at), default=None)
    if back is None or ahead is None:
        return back or ahead
    if context.look > 0:
        return ahead
    if context.look < 0 and context.is_sure:
        return back
    return ahead if (ahead - at).days * 3 < (at - back).days else back


_A_YEAR = 366
"""Days within which a weekday may choose the year of a day and month; further off, it is the weekday that is wrong."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month, with or without its year and weekday."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def read(self, context: Context) -> Reading | None:
        if self.year is not None:
            return day_reading(cal.day_of(self.year, self.month, self.day))
        if not cal.could_be(self.month, self.day):
            return None
        at = context.story
        if at is None:
            return Reading(f"XXXX-{self.month:02}-{self.day:02}")
        years = range(at.year - 8, at.year + 9) if (self.month, self.day) == (2, 29) else range(at.year - 1, at.year + 2)
        days = [day for year in years if (day := cal.day_of(year, self.month, self.day))]
        if self.weekday is not None:
            days = [day for day in days if day.weekday() == self.weekday and abs((day - at).days) <= _A_YEAR] or days
        if context.is_narrative:
            return day_reading(_in_story(context, days))
        return day_reading(_nearest(context, at, days))


def _in_story(context: Context, days: list[date]) -> date | None:
    """The day that a tale told in order comes to next: the year named last, and the next one for a month long before."""
    named, at = context.named, context.story
    if at is None:
        return None
    turned = named is not None and named.grain in ("D", "M", "W", "WE")
    return next((day for day in days if day.year == at.year + (turned and at.month - day.month >= _TURN_OF_YEAR)), None)


_TURN_OF_YEAR = 8
"""A tale that goes from November to January has gone on to the next year: so many months back are read as a step forward."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month, with or without its year; `which` is -1 for "last May", 0 for "this May", 1 for "next May"."""

    month: int
    year: int | None = None
    which: int | None = None

    def read(self, context: Context) -> Reading | None:
        if self.year is not None:
            return month_reading(self.year, self.month)
        at = context.now if self.which is not None else context.story
        if at is None:
            return Reading(f"XXXX-{self.month:02}")
        if self.which is not None:
            return self._of_which(at)
        if context.is_narrative:
            days = [date(year, self.month, 15) for year in range(at.year - 1, at.year + 2) if 1 <= year <= cal.LAST_YEAR]
            found = _in_story(context, days)
            return month_reading(found.year, found.month) if found else None
        if self.month == at.month:
            return month_reading(at.year, self.month)
        ahead = (self.month - at.month) % 12
        forward = context.look > 0 or (context.look == 0 and ahead <= 2)
        found_month = cal.month_after(at.year, at.month, ahead if forward else ahead - 12)
        return month_reading(*found_month) if found_month else None

    def _of_which(self, at: date) -> Reading | None:
        if self.which == 0:
            return month_reading(at.year, self.month)
        ahead = (self.month - at.month) % 12 or 12
        back = (at.month - self.month) % 12 or 12
        found = cal.month_after(at.year, at.month, ahead if self.which == 1 else -back)
        return month_reading(*found) if found else None


@dataclass(frozen=True, slots=True)
class Year:
    """A year; `bc` counts back from the first."""

    year: int
    bc: bool = False

    def read(self, context: Context) -> Reading | None:
        if self.bc:
            return Reading(f"BC{self.year:04}", grain="Y")
        return year_reading(self.year)


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: 199 are the 1990s."""

    tens: int

    def read(self, context: Context) -> Reading | None:
        span = cal.year_span(self.tens * 10, 10)
        return Reading(f"{self.tens:03}", earliest=span[0], latest=span[1], grain="DE") if span else None


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years: the 19th are those from 1800 on, as TIMEX3 counts them (value 18)."""

    number: int
    bc: bool = False

    def read(self, context: Context) -> Reading | None:
        if self.bc:
            return Reading(f"BC{self.number - 1:02}", grain="C") if self.number else None
        span = cal.year_span(self.number * 100 - 100, 100) if self.number > 1 else cal.year_span(1, 99)
        return Reading(f"{self.number - 1:02}", earliest=span[0], latest=span[1], grain="C") if span and self.number else None


@dataclass(frozen=True, slots=True)
class Season:
    """A season, with or without its year."""

    season: str
    year: int | None = None
    which: int | None = None

    def read(self, context: Context) -> Reading | None:
        if self.year is not None:
            return season_reading(self.year, self.season)
        at = context.now if self.which is not None else context.story
        if at is None:
            return Reading(f"XXXX-{self.season}")
        year = at.year
        if self.which in (None, 0):
            if self.season == "WI" and at.month <= 2 and self.which is None:
                year -= 1
            elif self.which is None and not context.is_narrative and context.published is not None:
                begun = at.month >= _SEASON_STARTS[self.season]
                year += 0 if begun or context.look > 0 else -1
        else:
            year = self._of_which(at)
        return season_reading(year, self.season)

    def _of_which(self, at: date) -> int:
        start = _SEASON_STARTS[self.season]
        if self.which == 1:
            return at.year + (at.month >= start)
        over = at.month >= start + 3
        return at.year if over else at.year - 1 - (self.season == "WI" and at.month <= 2)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year; `year` is a meaning of its own ("last year") or None for the quarter nearest."""

    quarter: int
    year: Meaning | None = None
    fiscal: bool = False

    def read(self, context: Context) -> Reading | None:
        if self.year is not None:
            whole = self.year.read(context)
            if whole is None or whole.earliest is None:
                return Reading(f"XXXX-Q{self.quarter}")
            found = quarter_reading(whole.earliest.year, self.quarter)
        else:
            at = context.story
            if at is None:
                return Reading(f"XXXX-Q{self.quarter}")
            current = (at.month + 2) // 3
            year = at.year - (self.quarter > current and context.look <= 0) + (self.quarter < current and context.look > 0)
            found = quarter_reading(year, self.quarter)
        if self.fiscal and found is not None:
            return replace(found, value="FY" + found.value, earliest=None, latest=None)
        return found


@dataclass(frozen=True, slots=True)
class Half:
    """The first or second half of a year."""

    half: int
    year: Meaning | None = None

    def read(self, context: Context) -> Reading | None:
        whole = self.year.read(context) if self.year is not None else unit_reading(context.story, "Y")
        if whole is None or whole.earliest is None:
            return Reading(f"XXXX-H{self.half}")
        year = whole.earliest.year
        if self.year is None and context.look <= 0 and context.story and self.half == 2 and context.story.month <= 6:
            year -= 1
        span = cal.month_span(year, 6 * self.half - 5, 6)
        return Reading(f"{year:04}-H{self.half}", earliest=span[0], latest=span[1], grain="SE") if span else None


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A financial year: which days it has depends on whose it is, so it has no interval."""

    year: Meaning

    def read(self, context: Context) -> Reading | None:
        whole = self.year.read(context)
        if whole is None:
            return None
        return Reading("FY" + (whole.value if whole.earliest else "XXXX"), grain="Y")


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `which` as in `Month`; `week` the week it lies in ("Thursday next week")."""

    weekday: int
    which: int | None = None
    week: Meaning | None = None

    def read(self, context: Context) -> Reading | None:
        if self.week is not None:
            week = self.week.read(context)
            if week is None or week.earliest is None:
                return self._unknown()
            monday = cal.shifted(week.earliest, -week.earliest.weekday())
            return day_reading(cal.shifted(monday, self.weekday) if monday else None)
        at = context.story if context.is_narrative and context.named and context.named.grain == "D" else context.now
        if at is None:
            return self._unknown()
        ahead = (self.weekday - at.weekday()) % 7
        if self.which == 1:
            return day_reading(cal.shifted(at, ahead + 7 if ahead <= _TOO_NEAR else ahead))
        if self.which == -1:
            return day_reading(cal.shifted(at, ahead - 14 if ahead and 7 - ahead <= _TOO_NEAR else ahead - 7))
        if self.which == 0:
            return day_reading(cal.shifted(at, ahead if ahead == 0 or context.look >= 0 else ahead - 7))
        return day_reading(cal.shifted(at, ahead if ahead == 0 or context.look > 0 else ahead - 7))

    def _unknown(self) -> Reading:
        return Reading(f"XXXX-WXX-{self.weekday + 1}")


_TOO_NEAR = 2
"""Days off at which "last Thursday" and "next Saturday" mean those of another week: the near ones go by their bare names."""


@dataclass(frozen=True, slots=True)
class WeekAround:
    """Seven days told by their first day, or by their last: "the week ending March 3"."""

    day: Day
    ends: bool = False

    def read(self, context: Context) -> Reading | None:
        told = self.day.read(context)
        if told is None or told.earliest is None:
            return told
        if not self.ends:
            monday = told.earliest.weekday() == 0
            last = cal.shifted(told.earliest, 6)
            value = cal.iso_week(told.earliest)
            return replace(told, value=value, latest=last, grain="W") if monday and last else week_reading(told.earliest)
        first = cal.shifted(told.earliest, -6)
        return Reading(cal.iso_week(told.earliest), earliest=first, latest=told.earliest, grain="W") if first else None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month that is not named: "the 15th", "Thursday the 14th", "the 15th of next month"."""

    day: int
    weekday: int | None = None
    month: Meaning | None = None

    def read(self, context: Context) -> Reading | None:
        if not 1 <= self.day <= 31:
            return None
        at = context.story if self.month is None else None
        if self.month is not None:
            whole = self.month.read(context)
            return day_reading(cal.day_of(whole.earliest.year, whole.earliest.month, self.day)) if whole and whole.earliest else None
        if at is None:
            return Reading(f"XXXX-XX-{self.day:02}")
        if context.named is not None and context.named.grain in ("D", "M") and context.named.earliest:
            named = context.named.earliest
            found = cal.day_of(named.year, named.month, self.day)
            if found and (self.weekday is None or found.weekday() == self.weekday):
                return day_reading(found)
        months = [cal.month_after(at.year, at.month, by) for by in range(-6, 7)]
        days = [day for month in months if month and (day := cal.day_of(*month, self.day))]
        if self.weekday is not None:
            days = [day for day in days if day.weekday() == self.weekday]
        return day_reading(_nearest(context, at, days))


@dataclass(frozen=True, slots=True)
class NearDay:
    """Today, tomorrow, yesterday: so many days from publication. `value` is what it says where that is not known."""

    days: int

    def read(self, context: Context) -> Reading | None:
        if context.now is None:
            return Reading(_reference(self.days))
        return day_reading(cal.shifted(context.now, self.days))


def _reference(way: int) -> str:
    return "PAST_REF" if way < 0 else "FUTURE_REF" if way > 0 else "PRESENT_REF"


@dataclass(frozen=True, slots=True)
class NearUnit:
    """Last week, this year, next month: the period so many units from that of publication, or from what was named (`then`)."""

    unit: str
    which: int
    then: bool = False
    has_the: bool = False

    def read(self, context: Context) -> Reading | None:
        then = self.then or (self.has_the and self.which > 0 and (self.unit == "D" or context.is_narrative))
        if then and context.named is not None and context.named.value.startswith("BC"):
            return None
        at = context.then if then else context.now
        if at is None:
            return Reading(_reference(self.which))
        if self.unit == "SE":
            return None
        start = at.replace(day=1) if self.unit in ("M", "Q", "Y", "DE", "CE") else at
        return unit_reading(moved(start, self.which, self.unit), self.unit)


@dataclass(frozen=True, slots=True)
class Shifted:
    """Two days ago, three weeks later: `amount` units (None: some) before or after publication, what was named, or `anchor`."""

    amount: Fraction | None
    unit: str
    way: int
    then: bool = False
    anchor: Meaning | None = None

    def read(self, context: Context) -> Reading | None:
        if self.anchor is not None:
            told = self.anchor.read(context)
            at = told.earliest if told else None
        else:
            at = context.then if self.then else context.now
        if self.unit in ("H", "MIN", "S"):
            return Reading(_reference(self.way), kind=DateKind.TIME)
        if self.amount is None or at is None:
            return Reading(_reference(self.way))
        if self.amount.denominator != 1:
            return self._broken(at)
        start = at.replace(day=1) if self.unit in ("M", "Q", "Y", "DE", "CE") and self.anchor is None else at
        days = moved(start, self.way * int(self.amount), self.unit)
        if self.unit in ("DE", "CE"):
            return unit_reading(days, "Y")
        return unit_reading(days, self.unit)

    def _broken(self, at: date) -> Reading | None:
        """Half a unit: "a year and a half ago" is a month of its own."""
        months = {"Y": 12, "DE": 120}.get(self.unit, 0) * (self.amount or Fraction(0))
        if not months or months.denominator != 1:
            return Reading(_reference(self.way))
        return unit_reading(moved(at.replace(day=1), self.way * int(months), "M"), "M")


_TIME_UNITS = frozenset({"H", "MIN", "S"})

_NIGHTS = {"NI": "D", "MO": "D", "EV": "D", "AF": "D", "FN": "W", "SN": "Y"}
"""Units that a TIMEX3 duration counts as another: two nights are two days."""


@dataclass(frozen=True, slots=True)
class Duration:
    """So long: parts of amount and unit. `way` is -1 for "the past two years" and 1 for "the next two days"."""

    parts: tuple[tuple[Fraction | None, str], ...]
    way: int = 0
    mod: DateMod | None = None
    is_ahead: bool = False

    def read(self, context: Context) -> Reading | None:
        if self.is_ahead and context.look > 0 and len(self.parts) == 1:
            amount, unit = self.parts[0]
            day = moved(context.now, int(amount), unit) if amount is not None and amount.denominator == 1 else None
            return Reading(self.value, kind=DateKind.DURATION, earliest=day, latest=day, mod=self.mod)
        span = self._span(context) if self.way and len(self.parts) == 1 else None
        earliest, latest = span or (None, None)
        return Reading(self.value, kind=DateKind.DURATION, earliest=earliest, latest=latest, mod=self.mod)

    @property
    def value(self) -> str:
        days = "".join(
            written(n * 2 if n and unit == "FN" else n) + _NIGHTS.get(unit, unit) for n, unit in self.parts if unit not in _TIME_UNITS
        )
        hours = "".join(written(n) + ("M" if unit == "MIN" else unit) for n, unit in self.parts if unit in _TIME_UNITS)
        return "P" + days + ("T" + hours if hours else "")

    def _span(self, context: Context) -> tuple[date, date] | None:
        amount, unit = self.parts[0]
        if amount is None or amount.denominator != 1 or unit in _TIME_UNITS or context.now is None:
            return None
        other = moved(context.now, self.way * int(amount), unit)
        if other is None:
            return None
        skip = 1 if unit == "D" else 0
        first, last = (other, cal.shifted(context.now, -skip)) if self.way < 0 else (cal.shifted(context.now, skip), other)
        return (first, last) if first and last and first <= last else None


@dataclass(frozen=True, slots=True)
class Recurring:
    """Every Tuesday, daily, twice a year: a set, with no place on the calendar."""

    value: str

    def read(self, context: Context) -> Reading | None:
        return Reading(self.value, kind=DateKind.SET)


@dataclass(frozen=True, slots=True)
class Reference:
    """Now, recently, the future: a time that only points."""

    value: str

    def read(self, context: Context) -> Reading | None:
        return Reading(self.value)


@dataclass(frozen=True, slots=True)
class Named:
    """That day, the same month: the period of a unit around what was named last."""

    unit: str

    def read(self, context: Context) -> Reading | None:
        named = context.named
        if named is None or named.earliest is None or (self.unit == "D" and named.grain != "D"):
            return (
                unit_reading(context.published, self.unit) if named is None and self.unit in ("D", "W", "M", "Y") else Reading("PAST_REF")
            )
        return unit_reading(named.earliest, self.unit)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday, with or without its year."""

    name: str
    year: Meaning | None = None
    which: int | None = None

    def read(self, context: Context) -> Reading | None:
        if self.year is not None:
            whole = self.year.read(context)
            return day_reading(holiday(self.name, whole.earliest.year)) if whole and whole.earliest else None
        at = context.story
        if at is None:
            return Reading("XXXX")
        days = [day for year in range(at.year - 1, at.year + 2) if (day := holiday(self.name, year))]
        if self.which == -1:
            days = [day for day in days if day < at][-1:]
        elif self.which == 1:
            days = [day for day in days if day > at][:1]
        elif self.which == 0:
            days = [day for day in days if day.year == at.year]
        return day_reading(_nearest(context, at, days))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `text` as TIMEX3 has it (T16:15, T18:00Z, TMO), on `day` or on the day that the sentence is about."""

    text: str
    day: Meaning | None = None
    mod: DateMod | None = None

    def read(self, context: Context) -> Reading | None:
        if self.day is not None:
            on = self.day.read(context)
            if on is None:
                return None
            if on.kind is DateKind.SET:
                return replace(on, value=on.value + self.text)
            if on.kind is DateKind.DATE and on.value.endswith("_REF"):
                return replace(on, kind=DateKind.TIME)
            return replace(on, value=on.value + self.text, kind=DateKind.TIME, mod=self.mod or on.mod)
        named = context.named if context.named is not None and context.named.grain == "D" else None
        at = named.earliest if named else context.published
        if at is None:
            return Reading(self.text, kind=DateKind.TIME)
        return Reading(at.isoformat() + self.text, kind=DateKind.TIME, earliest=at, latest=at, mod=self.mod, grain="D")


@dataclass(frozen=True, slots=True)
class Interval:
    """From one time to another, as one expression: "Feb. 27-28"."""

    first: Meaning
    last: Meaning

    def read(self, context: Context) -> Reading | None:
        last = self.last.read(context)
        first = self.first.read(context)
        if first is None or last is None:
            return None
        if first.earliest is None or last.latest is None or first.earliest > last.latest:
            return Reading(f"{first.value}/{last.value}") if first.earliest is None else None
        return Reading(f"{first.value}/{last.value}", earliest=first.earliest, latest=last.latest, grain=first.grain)


@dataclass(frozen=True, slots=True)
class Modified:
    """Early, late, about, before: a meaning with its modifier."""

    meaning: Meaning
    mod: DateMod = field(default=DateMod.APPROX)

    def read(self, context: Context) -> Reading | None:
        found = self.meaning.read(context)
        return replace(found, mod=self.mod) if found else None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week inside a month or year: "the first week of March", "the last week of 2019"."""

    number: int
    whole: Meaning
    unit: str = "W"

    def read(self, context: Context) -> Reading | None:
        whole = self.whole.read(context)
        if whole is None or whole.earliest is None or whole.latest is None:
            return None
        if self.number < 0:
            day = whole.latest
            if self.unit == "WE" and day.weekday() < 5:
                day = cal.shifted(day, -7) or day
            return unit_reading(day, self.unit)
        first = whole.earliest
        if self.unit == "WE":
            first = cal.shifted(first, (5 - first.weekday()) % 7) or first
        elif first.weekday() > 3:
            first = cal.shifted(first, 7) or first
        return unit_reading(cal.shifted(first, 7 * (self.number - 1)), self.unit)


@dataclass(frozen=True, slots=True)
class InYear:
    """The period named last, in another year: "the same period last year". `unit` is that of the period, "" for any."""

    unit: str
    year: Meaning

    def read(self, context: Context) -> Reading | None:
        whole, named = self.year.read(context), context.named
        if whole is None or whole.earliest is None:
            return whole
        unit = self.unit or (named.grain if named else "")
        if named is None or named.earliest is None or unit not in ("M", "Q", "D") or (named.grain != unit and named.grain != "D"):
            return whole
        return unit_reading(cal.day_of(whole.earliest.year, named.earliest.month, min(named.earliest.day, 28)), unit)


@dataclass(frozen=True, slots=True)
class MonthIn:
    """A month of a year told in words: "October of next year", "August that year"."""

    month: int
    year: Meaning

    def read(self, context: Context) -> Reading | None:
        whole = self.year.read(context)
        return month_reading(whole.earliest.year, self.month) if whole and whole.earliest else Reading(f"XXXX-{self.month:02}")


@dataclass(frozen=True, slots=True)
class TheUnit:
    """ "the month" and "the year" with nothing to point: those of publication, or in a tale those named last."""

    unit: str

    def read(self, context: Context) -> Reading | None:
        return unit_reading(context.story, self.unit) if context.story else Reading("PRESENT_REF")
