"""Times that a calendar names: a day, a month, a year, a season, a quarter, a holiday, with or without their year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import Basis
from factcheck.values.dates import calendar as cal
from factcheck.values.dates.holidays import holiday
from factcheck.values.dates.reading import (
    SEASON_STARTS,
    Context,
    Meaning,
    Reading,
    century_reading,
    day_reading,
    decade_reading,
    month_reading,
    nearest,
    season_reading,
    unit_reading,
    week_reading,
    year_by_passage,
    year_reading,
)

_A_YEAR = 366
"""Days within which a weekday may choose the year of a day and month; further off, it is the weekday that is wrong."""


@dataclass(frozen=True, slots=True)
class Day(Meaning):
    """A day of a month, with or without its year and weekday; `by_order` where another order of its figures would be a day, too."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    by_order: bool = False

    def _read(self, context: Context) -> Reading | None:
        if self.year is not None:
            if self.by_order:
                context.rest_on(Basis.ORDER)
            return day_reading(cal.day_of(self.year, self.month, self.day))
        if not cal.could_be(self.month, self.day):
            return None
        at = context.anchor_at(context.story)
        if at is None:
            return self._open()
        years = range(at.year - 8, at.year + 9) if (self.month, self.day) == (2, 29) else range(at.year - 1, at.year + 2)
        days = [day for year in years if (day := cal.day_of(year, self.month, self.day))]
        if self.weekday is not None and context.told is None and at == context.published and self._is_torn(context, at, days):
            return self._open()
        if self.weekday is not None:
            days = [day for day in days if day.weekday() == self.weekday and abs((day - at).days) <= _A_YEAR] or days
        if context.is_narrative:
            return day_reading(self._fresh(context) or _in_story(context, days))
        near = nearest(context, at, days)
        year = year_by_passage(context, at, near, self.month) if near else None
        if near is not None and at == context.published and self._is_on_its_weekday(near):
            context.rest_on(Basis.WEEKDAY, at)
        if near is None or year == near.year or self._is_on_its_weekday(near):
            return day_reading(near)
        told = cal.day_of(year, self.month, self.day) if year is not None else None
        if told is None:
            return self._open()
        context.rest_on(Basis.YEAR)
        return day_reading(told)

    def _is_torn(self, context: Context, at: date, days: list[date]) -> bool:
        """Whether the weekday fits about a year ago only, and the day itself is near: a year left out, or a slip in the weekday."""
        near = nearest(context, at, days)
        if near is not None and context.is_sure and (near - at).days * context.look < 0:
            return False
        fits = [day for day in days if self._is_on_its_weekday(day)]
        return (
            near is not None
            and abs((near - at).days) <= _FRESH
            and near not in fits
            and any(_FRESH < (at - day).days <= _TORN for day in fits)
        )

    def _open(self) -> Reading:
        return Reading(f"XXXX-{self.month:02}-{self.day:02}")

    def _is_on_its_weekday(self, day: date) -> bool:
        return self.weekday is not None and day.weekday() == self.weekday

    def _fresh(self, context: Context) -> date | None:
        """In a tale, the day with its weekday that lies so near publication that it belongs to the news: "Friday, November 21"."""
        at = context.published
        if at is None or self.weekday is None:
            return None
        days = [day for year in (at.year - 1, at.year, at.year + 1) if (day := cal.day_of(year, self.month, self.day))]
        found = next((day for day in days if self._is_on_its_weekday(day) and abs((day - at).days) <= _FRESH), None)
        if found is not None:
            context.rest_on(Basis.WEEKDAY, at)
        return found


_TORN = 400
"""Days before publication within which a weekday that fits may still be meant, though its year is left out."""

_FRESH = 60
"""Days from publication within which a day with its weekday is news, in a tale too."""


def _in_story(context: Context, days: list[date]) -> date | None:
    """The day that a tale told in order comes to next: the year named last, and the next one for a month long before."""
    named, at = context.named, context.story
    if at is None:
        return None
    turned = named is not None and named.grain in ("D", "M", "W", "WE")
    return next((day for day in days if day.year == at.year + (turned and at.month - day.month >= _TURN_OF_YEAR)), None)


_TURN_OF_YEAR = 8
"""A tale that goes from November to January has gone on to the next year: so many months back are read as a step forward."""


_AHEAD = 10
"""So many months ahead a verb in the present tense may mean; the month that is just over is told in it, and hardly that of next year."""


@dataclass(frozen=True, slots=True)
class Month(Meaning):
    """A month, with or without its year; `which` is -1 for "last May", 0 for "this May", 1 for "next May"."""

    month: int
    year: int | None = None
    which: int | None = None

    def _read(self, context: Context) -> Reading | None:
        if self.year is not None:
            return month_reading(self.year, self.month)
        at = context.anchor_at(context.now if self.which is not None else context.story)
        if at is None:
            return Reading(f"XXXX-{self.month:02}")
        if self.which is not None:
            return self._of_which(at)
        if context.is_narrative:
            days = [date(year, self.month, 15) for year in range(at.year - 1, at.year + 2) if 1 <= year <= cal.LAST_YEAR]
            found = _in_story(context, days)
            return month_reading(found.year, found.month) if found else None
        ahead = (self.month - at.month) % 12
        forward = context.look > 0 and (context.is_sure or ahead <= _AHEAD)
        forward = forward or (context.look == 0 and ahead <= 2)
        near = cal.month_after(at.year, at.month, ahead if forward or not ahead else ahead - 12)
        if near is None:
            return None
        year = year_by_passage(context, at, date(near[0], near[1], min(at.day, 28)), self.month)
        if year is None:
            return Reading(f"XXXX-{self.month:02}")
        if year != near[0]:
            context.rest_on(Basis.YEAR)
        return month_reading(year, self.month)

    def _of_which(self, at: date) -> Reading | None:
        if self.which == 0:
            return month_reading(at.year, self.month)
        ahead = (self.month - at.month) % 12 or 12
        back = (at.month - self.month) % 12 or 12
        found = cal.month_after(at.year, at.month, ahead if self.which == 1 else -back)
        return month_reading(*found) if found else None


@dataclass(frozen=True, slots=True)
class Year(Meaning):
    """A year; `bc` counts back from the first."""

    year: int
    bc: bool = False

    def _read(self, _: Context) -> Reading | None:
        if self.bc:
            return Reading(f"BC{self.year:04}", grain="Y")
        return year_reading(self.year)


@dataclass(frozen=True, slots=True)
class Decade(Meaning):
    """Ten years: 199 are the 1990s."""

    tens: int

    def _read(self, _: Context) -> Reading | None:
        return decade_reading(self.tens)


@dataclass(frozen=True, slots=True)
class Century(Meaning):
    """A hundred years; `bc` counts back from the first."""

    number: int
    bc: bool = False

    def _read(self, _: Context) -> Reading | None:
        if self.bc:
            return Reading(f"BC{self.number - 1:02}", grain="CE") if self.number else None
        return century_reading(self.number)


@dataclass(frozen=True, slots=True)
class Season(Meaning):
    """A season, with or without its year; `is_that` for the one of the year named last."""

    season: str
    year: int | None = None
    which: int | None = None
    is_that: bool = False

    def _read(self, context: Context) -> Reading | None:
        if self.year is not None:
            return season_reading(self.year, self.season)
        if self.is_that and (then := context.anchor_at(context.then)) is not None:
            return season_reading(then.year, self.season)
        at = context.anchor_at(context.now if self.which is not None else context.story)
        if at is None:
            return Reading(f"XXXX-{self.season}")
        year = at.year
        if self.which in (None, 0):
            if self.season == "WI" and at.month <= 2 and self.which is None:
                year -= 1
            elif self.which is None and not context.is_narrative and context.published is not None:
                since = at.month - SEASON_STARTS[self.season]
                year += (since >= 3) if context.look > 0 else -(since < 0)
        else:
            year = self._of_which(at)
        return season_reading(year, self.season)

    def _of_which(self, at: date) -> int:
        start = SEASON_STARTS[self.season]
        if self.which == 1:
            return at.year + (at.month >= start)
        over = at.month >= start + 3
        return at.year if over else at.year - 1 - (self.season == "WI" and at.month <= 2)


@dataclass(frozen=True, slots=True)
class MonthDay(Meaning):
    """A day of a month that is not named: "the 15th", "Thursday the 14th", "the 15th of next month"."""

    day: int
    weekday: int | None = None
    month: Meaning | None = None

    def _read(self, context: Context) -> Reading | None:
        if not 1 <= self.day <= 31:
            return None
        if self.month is not None:
            whole = self.month.read(context)
            return day_reading(cal.day_of(whole.earliest.year, whole.earliest.month, self.day)) if whole and whole.earliest else None
        at = context.anchor_at(context.story)
        if at is None:
            return Reading(f"XXXX-XX-{self.day:02}")
        if context.named is not None and context.named.grain in ("D", "M") and context.named.earliest:
            named = context.named.earliest
            context.anchor_at(named)
            found = cal.day_of(named.year, named.month, self.day)
            if found and (self.weekday is None or found.weekday() == self.weekday):
                return day_reading(found)
        months = [cal.month_after(at.year, at.month, by) for by in range(-6, 7)]
        days = [day for month in months if month and (day := cal.day_of(*month, self.day))]
        if self.weekday is not None:
            days = [day for day in days if day.weekday() == self.weekday]
            context.rest_on(Basis.WEEKDAY if at == context.published else Basis.NAMED, at)
        return day_reading(nearest(context, at, days))


@dataclass(frozen=True, slots=True)
class NumberedWeek(Meaning):
    """A week of a year by its number in ISO 8601."""

    number: int
    year: Meaning

    def _read(self, context: Context) -> Reading | None:
        whole = self.year.read(context)
        if whole is None or whole.earliest is None:
            return Reading(f"XXXX-W{self.number:02}")
        try:
            return week_reading(date.fromisocalendar(whole.earliest.year, self.number, 1))
        except ValueError:  # a year of 52 weeks
            return None


@dataclass(frozen=True, slots=True)
class Holiday(Meaning):
    """A holiday, with or without its year."""

    name: str
    year: Meaning | None = None
    which: int | None = None

    def _read(self, context: Context) -> Reading | None:
        if self.year is not None:
            whole = self.year.read(context)
            return _feast(holiday(self.name, whole.earliest.year)) if whole and whole.earliest else None
        at = context.anchor_at(context.story)
        if at is None:
            return Reading("XXXX")
        feasts = {found[0]: found for year in range(at.year - 1, at.year + 2) if (found := holiday(self.name, year))}
        days = list(feasts)
        if self.which == -1:
            days = [day for day in days if day < at][-1:]
        elif self.which == 1:
            days = [day for day in days if day > at][:1]
        elif self.which == 0:
            days = [day for day in days if day.year == at.year]
        chosen = nearest(context, at, days)
        return _feast(feasts[chosen]) if chosen else None


def _feast(days: tuple[date, date] | None) -> Reading | None:
    """A holiday of one day, or of several as an interval."""
    if days is None or days[0] == days[1]:
        return day_reading(days[0] if days else None)
    return Reading(f"{days[0].isoformat()}/{days[1].isoformat()}", earliest=days[0], latest=days[1], grain="W")


@dataclass(frozen=True, slots=True)
class WeekAround(Meaning):
    """Seven days told by their first day, or by their last: "the week ending March 3"."""

    day: Day
    ends: bool = False

    def _read(self, context: Context) -> Reading | None:
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
class WeekOf(Meaning):
    """A week inside a month or year: "the first week of March", "the last week of 2019"."""

    number: int
    whole: Meaning
    unit: str = "W"

    def _read(self, context: Context) -> Reading | None:
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
class MonthIn(Meaning):
    """A month of a year told in words: "October of next year", "August that year"."""

    month: int
    year: Meaning

    def _read(self, context: Context) -> Reading | None:
        whole = self.year.read(context)
        return month_reading(whole.earliest.year, self.month) if whole and whole.earliest else Reading(f"XXXX-{self.month:02}")


@dataclass(frozen=True, slots=True)
class DayIn(Meaning):
    """A day of a year told in words: "16 June of last year", "July 25 that year"."""

    day: Day
    year: Meaning

    def _read(self, context: Context) -> Reading | None:
        whole = self.year.read(context)
        if whole is None or whole.earliest is None:
            return Reading(f"XXXX-{self.day.month:02}-{self.day.day:02}")
        return day_reading(cal.day_of(whole.earliest.year, self.day.month, self.day.day))
