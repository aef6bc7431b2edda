"""Times told from another: from publication, from what was named last, by a length, a recurrence, a clock or a modifier."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from factcheck.model import Basis, DateKind, DateMod
from factcheck.values.dates import calendar as cal
from factcheck.values.dates.numbers import written
from factcheck.values.dates.reading import (
    MONTHS,
    Context,
    Meaning,
    Reading,
    day_reading,
    in_year,
    moved,
    reference,
    unit_reading,
    year_before,
)


@dataclass(frozen=True, slots=True)
class Weekday(Meaning):
    """A day of the week; `which` as in `Month`; `week` the week it lies in ("Thursday next week").

    `is_abroad` where it is told by the clock of another place, in which it may be tomorrow already.
    """

    weekday: int
    which: int | None = None
    week: Meaning | None = None
    is_abroad: bool = False

    def _read(self, context: Context) -> Reading | None:
        if self.week is not None:
            week = self.week.read(context)
            if week is None or week.earliest is None:
                return self._unknown()
            monday = cal.shifted(week.earliest, -week.earliest.weekday())
            return day_reading(cal.shifted(monday, self.weekday) if monday else None)
        in_tale = context.is_narrative and context.named is not None and context.named.grain == "D"
        at = context.anchor_at(context.story if in_tale else context.now)
        if at is None:
            return self._unknown()
        ahead = (self.weekday - at.weekday()) % 7
        if self.which == 1:
            return day_reading(cal.shifted(at, ahead + 7 if ahead <= _TOO_NEAR else ahead))
        if self.which == -1:
            return day_reading(cal.shifted(at, ahead - 14 if ahead and 7 - ahead <= _TOO_NEAR else ahead - 7))
        if self.which == 0:
            return day_reading(cal.shifted(at, ahead if ahead == 0 or context.look >= 0 else ahead - 7))
        has_begun = self.is_abroad and ahead == 1
        return day_reading(cal.shifted(at, ahead if ahead == 0 or context.look > 0 or has_begun else ahead - 7))

    def _unknown(self) -> Reading:
        return Reading(f"XXXX-WXX-{self.weekday + 1}")


_TOO_NEAR = 2
"""Days off at which "last Thursday" and "next Saturday" mean those of another week: the near ones go by their bare names."""


@dataclass(frozen=True, slots=True)
class NearDay(Meaning):
    """Today, tomorrow, yesterday: so many days from publication. `value` is what it says where that is not known."""

    days: int

    def _read(self, context: Context) -> Reading | None:
        at = context.anchor_at(context.now)
        return day_reading(cal.shifted(at, self.days)) if at is not None else Reading(reference(self.days))


@dataclass(frozen=True, slots=True)
class NearUnit(Meaning):
    """Last week, this year, next month: the period so many units from that of publication, or from what was named (`then`)."""

    unit: str
    which: int
    then: bool = False
    has_the: bool = False

    def _read(self, context: Context) -> Reading | None:
        then = self.then or (self.has_the and self.which > 0 and (self.unit == "D" or context.is_narrative))
        if then and context.named is not None and context.named.value.startswith("BC"):
            return None
        beside = context.compared(months=False) if then and self.unit == "Y" and self.which == -1 else None
        if beside is not None and beside.grain == MONTHS and context.named is not None and context.named.latest == beside.latest:
            context.anchor_at(beside.earliest)
            return year_before(beside)  # "the year before" one of accounts
        quarter = context.compared(months=False) if self.unit == "Y" and self.which == -1 else None
        if quarter is not None and quarter.grain == "Q" and context.is_beside and context.since_period == 0:
            context.anchor_at(quarter.earliest)
            return year_before(quarter)  # "rose in the quarter to $5m from $4m in the previous year"
        at = context.anchor_at(context.told_from(self.unit) if then else context.now)
        if at is None:
            return Reading(reference(self.which))
        if self.unit == "SE":
            return None
        start = at.replace(day=1) if self.unit in ("M", "Q", "Y", "DE", "CE") else at
        is_over = self.unit == "W" and self.which == -1 and not then and at.weekday() == _SUNDAY  # a Sunday's "last week" ends with it
        return unit_reading(moved(start, 0 if is_over else self.which, self.unit), self.unit)


@dataclass(frozen=True, slots=True)
class TheUnit(Meaning):
    """ "the month" and "the year" with nothing to point: those of publication, or in a tale those named last."""

    unit: str

    def _read(self, context: Context) -> Reading | None:
        at = context.anchor_at(context.story)
        return unit_reading(at, self.unit) if at is not None else Reading("PRESENT_REF")


@dataclass(frozen=True, slots=True)
class Weekend(Meaning):
    """ "the weekend": the one before or after publication, as the sentence looks; on a Saturday or Sunday the one that is on."""

    def _read(self, context: Context) -> Reading | None:
        at = context.anchor_at(context.story)
        if at is None:
            return Reading("PRESENT_REF")
        days = 0 if at.weekday() >= _SATURDAY or context.look > 0 else -7
        return unit_reading(cal.shifted(at, days), "WE")


_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Named(Meaning):
    """That day, the same month: the period of a unit around what was named last; `is_part` where it is "earlier in the day"."""

    unit: str
    is_part: bool = False

    def _read(self, context: Context) -> Reading | None:
        if self.is_part and not context.is_near:
            told_on = context.published if context.told_on is Basis.DATELINE else None
            return day_reading(context.anchor_at(told_on)) or Reading("PAST_REF")
        named = context.month if self.unit == "M" and context.month is not None else context.named
        context.anchor_at(named.earliest if named is not None else context.published)
        if named is None or named.earliest is None or (self.unit == "D" and named.grain != "D"):
            return (
                unit_reading(context.published, self.unit) if named is None and self.unit in ("D", "W", "M", "Y") else Reading("PAST_REF")
            )
        return unit_reading(named.earliest, self.unit)


@dataclass(frozen=True, slots=True)
class InYear(Meaning):
    """The period named last, in another year: "the same period last year". `unit` is that of the period, "" for any."""

    unit: str
    year: Meaning

    def _read(self, context: Context) -> Reading | None:
        whole, named = self.year.read(context), context.named
        period = context.compared(months=False)
        is_then = not isinstance(self.year, NearUnit) or self.year.then
        if period is not None and period.earliest is not None and self.unit in (("", "Q") if period.grain == "Q" else ("", "M")):
            told = whole.earliest if whole is not None else None
            if is_then or (told is not None and 0 <= period.earliest.year - told.year <= 1):
                context.anchor_at(period.earliest)
                if told is not None and not isinstance(self.year, NearUnit):
                    return in_year(period, told.year)
                return year_before(period)  # that of a fourth quarter is told in the year after it
        if whole is None or whole.earliest is None:
            return whole
        unit = self.unit or (named.grain if named else "")
        if named is None or named.earliest is None or unit not in ("M", "Q", "D") or named.grain not in (unit, "D", "M"):
            return whole
        return unit_reading(cal.day_of(whole.earliest.year, named.earliest.month, min(named.earliest.day, 28)), unit)


@dataclass(frozen=True, slots=True)
class Shifted(Meaning):
    """Two days ago, three weeks later: `amount` units (None: some) before or after publication, what was named, or `anchor`."""

    amount: Fraction | None
    unit: str
    way: int
    then: bool = False
    anchor: Meaning | None = None

    def _read(self, context: Context) -> Reading | None:
        if self.unit == "Y" and self.amount == 1 and self.way < 0 and (beside := context.compared(months=self.then)) is not None:
            context.anchor_at(beside.earliest)
            return year_before(beside)
        if self.anchor is not None:
            told = self.anchor.read(context)
            at = told.earliest if told else None
        else:
            year = context.then if self.unit == "Y" else None
            at = context.anchor_at((context.told_from(self.unit) or year) if self.then and not context.is_price else context.now)
        if self.unit in ("H", "MIN", "S"):
            return Reading(reference(self.way), kind=DateKind.TIME)
        if self.then and self.way > 0 and self.anchor is None and context.named is None:
            return Reading(reference(self.way))  # later than what is told behind it, or than what has no day
        if self.amount is None or at is None:
            return Reading(reference(self.way))
        if self.amount.denominator != 1:
            return self._broken(at)
        start = at.replace(day=1) if self.unit in ("M", "Q", "Y", "DE", "CE") and self.anchor is None else at
        days = moved(start, self.way * int(self.amount), self.unit)
        if self.unit in ("DE", "CE"):
            return unit_reading(days, "Y")
        if self.anchor is not None and (self.unit in ("W", "FN") or self.way < 0):
            return day_reading(days)  # "a year ago today"
        return unit_reading(days, self.unit)

    def _broken(self, at: date) -> Reading | None:
        """Half a unit: "a year and a half ago" is a month of its own."""
        months = {"Y": 12, "DE": 120}.get(self.unit, 0) * (self.amount or Fraction(0))
        if not months or months.denominator != 1:
            return Reading(reference(self.way))
        return unit_reading(moved(at.replace(day=1), self.way * int(months), "M"), "M")


_TIME_UNITS = frozenset({"H", "MIN", "S"})


_NIGHTS = {"NI": "D", "MO": "D", "EV": "D", "AF": "D", "FN": "W", "SN": "Y"}
"""Units that a TIMEX3 duration counts as another: two nights are two days."""


@dataclass(frozen=True, slots=True)
class Duration(Meaning):
    """So long: parts of amount and unit. `way` is -1 for "the past two years" and 1 for "the next two days"; `then` as in `NearUnit`."""

    parts: tuple[tuple[Fraction | None, str], ...]
    way: int = 0
    mod: DateMod | None = None
    is_ahead: bool = False
    then: bool = False

    def _read(self, context: Context) -> Reading | None:
        if self.is_ahead and context.look >= 0 and len(self.parts) == 1:
            amount, unit = self.parts[0]
            day = moved(context.anchor_at(context.now), int(amount), unit) if amount is not None and amount.denominator == 1 else None
            return Reading(self.value, kind=DateKind.DURATION, earliest=day, latest=day, mod=self.mod)
        span = self._span(context) if self.way and len(self.parts) == 1 else None
        earliest, latest = span or (None, None)
        return Reading(self.value, kind=DateKind.DURATION, earliest=earliest, latest=latest, mod=self.mod)

    @property
    def value(self) -> str:
        """The TIMEX3 value: P2D, PT48H, P1Y6M."""
        days = "".join(
            written(n * 2 if n and unit == "FN" else n) + _NIGHTS.get(unit, unit) for n, unit in self.parts if unit not in _TIME_UNITS
        )
        hours = "".join(written(n) + ("M" if unit == "MIN" else unit) for n, unit in self.parts if unit in _TIME_UNITS)
        return "P" + days + ("T" + hours if hours else "")

    def _span(self, context: Context) -> tuple[date, date] | None:
        amount, unit = self.parts[0]
        if amount is None or amount.denominator != 1 or unit in _TIME_UNITS:
            return None
        past = self.way > 0 and context.look < 0 and context.is_sure
        at = context.anchor_at(context.then if self.then or past else context.now)
        other = moved(at, self.way * int(amount), unit)
        if at is None or other is None:
            return None
        skip = 1 if unit == "D" else 0
        first, last = (other, cal.shifted(at, -skip)) if self.way < 0 else (cal.shifted(at, skip), other)
        return (first, last) if first and last and first <= last else None


@dataclass(frozen=True, slots=True)
class Recurring(Meaning):
    """Every Tuesday, daily, twice a year: a set, with no place on the calendar."""

    value: str

    def _read(self, _: Context) -> Reading | None:
        return Reading(self.value, kind=DateKind.SET)


@dataclass(frozen=True, slots=True)
class Reference(Meaning):
    """Now, recently, the future: a time that only points."""

    value: str

    def _read(self, _: Context) -> Reading | None:
        return Reading(self.value)


@dataclass(frozen=True, slots=True)
class Clock(Meaning):
    """A time of day: `text` as TIMEX3 has it (T16:15, T18:00Z, TMO), on `day` or on the day that the sentence is about.

    `is_open` where it stands beside a date in figures that has no value: then it has no day at all. `is_midnight` where it is so called,
    which may be the first or the last of a day.
    """

    text: str
    day: Meaning | None = None
    mod: DateMod | None = None
    is_open: bool = False
    is_midnight: bool = False

    def _read(self, context: Context) -> Reading | None:
        if self.is_open:
            return Reading(self.text, kind=DateKind.TIME)
        if self.day is not None:
            on = self.day.read(context)
            if on is None:
                return None
            if on.kind is DateKind.SET:
                return replace(on, value=on.value + self.text)
            if on.kind is DateKind.DATE and on.value.endswith("_REF"):
                return replace(on, kind=DateKind.TIME)
            return replace(on, value=on.value + self.text, kind=DateKind.TIME, mod=self.mod or on.mod)
        is_told = context.named is not None and context.named.grain == "D" and not context.is_aside and not context.is_end
        named = context.named.earliest if context.named is not None and is_told else None
        if named is not None and context.published is not None and context.sentences and not context.is_narrative:
            is_over = named < context.published and context.look > 0
            named = None if is_over or (named > context.published and context.look <= 0) else named
        if context.is_again or self._is_of_another_time(context):
            return Reading(self.text, kind=DateKind.TIME)
        if self.is_midnight and context.look > 0:
            return replace(self, text="T24:00", is_midnight=False)._read(context)
        if self.is_midnight and context.sentences:
            return Reading(self.text, kind=DateKind.TIME)  # the first of that day or of the next
        late = context.published is not None and named in (None, context.published) and context.look < 0 and context.is_sure
        if late and self.text >= _LATE:
            return Reading(self.text, kind=DateKind.TIME)  # over when the story came out, so that it may be of the evening before
        if named is not None and context.is_night and self.text < "T06" and not self.is_midnight:
            named = cal.shifted(named, 1)  # "on Monday night … till 1 am" is that of Tuesday
            if named is None or (context.look <= 0 and context.published is not None and named > context.published):
                return Reading(self.text, kind=DateKind.TIME)
        at = context.anchor_at(named or context.published)
        if at is None:
            return Reading(self.text, kind=DateKind.TIME)
        return Reading(at.isoformat() + self.text, kind=DateKind.TIME, earliest=at, latest=at, mod=self.mod, grain="D")

    @staticmethod
    def _is_of_another_time(context: Context) -> bool:
        """Whether what was named last tells of another time than publication, so that the hour is of neither day for sure.

        That is a day of an earlier sentence that is long gone, and a month or year that is over.
        """
        named = context.named
        if named is None or named.earliest is None or named.latest is None or context.published is None or context.is_narrative:
            return False
        if named.grain != "D":
            return context.look <= 0 and context.since_named <= 1 and named.latest < context.published
        follows = named.kind is DateKind.TIME and context.since_named <= 1  # one hour another of the same day
        is_told_of = context.sentences > 0 and not (context.is_aside or context.is_end or follows)
        return is_told_of and (context.published - named.earliest).days > _LONG_GONE


_LATE = "T23"
"""From this hour on what is told as over is hardly of the day of publication."""

_LONG_GONE = 31
"""Days after which an hour in the news is no longer told from a day that was named."""


@dataclass(frozen=True, slots=True)
class Interval(Meaning):
    """From one time to another, as one expression: "Feb. 27-28"."""

    first: Meaning
    last: Meaning

    def _read(self, context: Context) -> Reading | None:
        last = self.last.read(context)
        first = self.first.read(context)
        if first is None or last is None:
            return None
        if first.earliest is None or last.latest is None or first.earliest > last.latest:
            return Reading(f"{first.value}/{last.value}") if first.earliest is None else None
        return Reading(f"{first.value}/{last.value}", earliest=first.earliest, latest=last.latest, grain=first.grain)


@dataclass(frozen=True, slots=True)
class Modified(Meaning):
    """Early, late, about, before: a meaning with its modifier; `way` is -1 for "earlier" and 1 for "later", told from publication."""

    meaning: Meaning
    mod: DateMod = field(default=DateMod.APPROX)
    way: int = 0

    def _read(self, context: Context) -> Reading | None:
        found = self.meaning.read(context)
        return replace(self._so_far(found, context.published), mod=self.mod) if found else None

    def _so_far(self, found: Reading, now: date | None) -> Reading:
        """Of the period that is on only what is over by publication, or still to come."""
        if not self.way or now is None or found.earliest is None or found.latest is None or not found.earliest <= now <= found.latest:
            return found
        return replace(found, latest=now) if self.way < 0 else replace(found, earliest=now)
