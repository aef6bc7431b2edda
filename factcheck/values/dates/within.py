"""Rules for days by their place in a month, and for weekdays counted: "the first Monday of May", "two Fridays ago"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.values.dates import calendar as cal
from factcheck.values.dates.absolute import month_at, year_at
from factcheck.values.dates.found import Found
from factcheck.values.dates.holidays import nth_weekday
from factcheck.values.dates.numbers import count, ordinal
from factcheck.values.dates.points import Month, MonthDay, MonthIn
from factcheck.values.dates.reading import Context, Meaning, Reading, day_reading
from factcheck.values.dates.relations import Named, NearUnit
from factcheck.values.dates.relative import fixed_unit, near_unit
from factcheck.values.dates.token_stream import TokenStream


@dataclass(frozen=True, slots=True)
class NthWeekday(Meaning):
    """The nth such weekday of a month, or of the days of any kind where `weekday` is None; counted from its end below 0."""

    nth: int
    weekday: int | None
    month: Meaning

    def _read(self, context: Context) -> Reading | None:
        whole = self.month.read(context)
        if whole is None or whole.earliest is None or whole.latest is None:
            return None
        if self.weekday is None:
            return day_reading(cal.shifted(whole.latest, self.nth + 1))
        return day_reading(_weekday_in(whole.earliest, self.weekday, self.nth))


def _weekday_in(first: date, weekday: int, nth: int) -> date | None:
    return nth_weekday(first.year, first.month, weekday, nth)


@dataclass(frozen=True, slots=True)
class WeekdayCounted(Meaning):
    """So many such weekdays back from the day of publication, or on from it where `way` is 1; that day itself is not counted."""

    weekday: int
    amount: int
    way: int

    def _read(self, context: Context) -> Reading | None:
        at = context.anchor_at(context.now)
        if at is None:
            return Reading("FUTURE_REF" if self.way > 0 else "PAST_REF")
        near = (self.weekday - at.weekday()) * self.way % 7 or 7
        return day_reading(cal.shifted(at, self.way * (near + 7 * (self.amount - 1))))


def day_of_month(stream: TokenStream, i: int) -> Found | None:
    """ "the first Monday of May 2019", "last Friday in June", "the last day of the month", "20th of next month"."""
    at = stream.skip(i, ("the",))
    nth, end = _which(stream, at)
    if not nth:
        return None
    word = stream[end].word
    if word.is_plural or (word.weekday < 0 and word.unit != "D"):
        return _numbered(stream, i, at, nth, end)
    if stream.low(end + 1) not in ("of", "in"):
        return None
    month = _month(stream, end + 2)
    if month is None or (word.weekday < 0 and nth > 0):
        return _numbered(stream, i, at, nth, end + 1) if word.weekday < 0 else None
    return Found(i, month.end, NthWeekday(nth, word.weekday if word.weekday >= 0 else None, month.meaning), "day")


def _which(stream: TokenStream, i: int) -> tuple[int, int]:
    """Which one: first 1, third 3, last -1, "second last" -2; 0 for none; and the index behind it."""
    if stream.low(i) in ("last", "final"):
        return -1, i + 1
    found = ordinal(stream, i)
    if found is None or not 1 <= found[0] <= 31:
        return 0, i
    if stream.low(found[1]) == "last" or stream.has(found[1], "-", "last"):
        return -found[0], found[1] + 1 + (stream.low(found[1]) == "-")
    return found


def _numbered(stream: TokenStream, i: int, at: int, nth: int, end: int) -> Found | None:
    """ "20th of next month", "the thirty-first day of the month": a number of a month that is not named."""
    if nth < 0 or stream.low(end) != "of" or (at == i and not stream[at].digits):
        return None
    near = near_unit(stream, end + 1)
    if near is not None and isinstance(near.meaning, NearUnit) and near.meaning.unit == "M":
        return Found(i, near.end, MonthDay(nth, month=near.meaning), "day")
    return Found(i, end + 3, MonthDay(nth), "day") if stream.has(end + 1, "the", "month") else None


def _month(stream: TokenStream, i: int) -> Found | None:
    """A month by name, with its year or a year near; "next month", "that month", "the month"."""
    month = month_at(stream, i)
    if month:
        year = year_at(stream, stream.skip(i + 1, (",", "of")))
        if year is not None:
            return Found(i, year[1], Month(month, year[0]), "month")
        near = near_unit(stream, i + 1) or fixed_unit(stream, i + 1)
        if near is not None and isinstance(near.meaning, NearUnit | Named) and near.meaning.unit == "Y":
            return Found(i, near.end, MonthIn(month, near.meaning), "month")
        return Found(i, i + 1, Month(month), "month")
    near = near_unit(stream, i) or fixed_unit(stream, i)
    if near is not None and isinstance(near.meaning, NearUnit | Named) and near.meaning.unit == "M":
        return near
    return Found(i, i + 2, NearUnit("M", 0), "month") if stream.has(i, "the", "month") else None


def weekdays_ago(stream: TokenStream, i: int) -> Found | None:
    """ "two Fridays ago", "three Tuesdays from now"."""
    number = count(stream, i)
    if number is None or number.number is None or number.number.denominator != 1 or not 1 <= number.number <= 60:
        return None
    word = stream[number.end].word
    if word.weekday < 0 or not stream[number.end].is_capital or not (word.is_plural or number.number == 1):
        return None
    end = number.end + 1
    if stream.low(end) == "ago":
        return Found(i, end + 1, WeekdayCounted(word.weekday, int(number.number), -1), "day")
    if stream.has(end, "from", "now"):
        return Found(i, end + 2, WeekdayCounted(word.weekday, int(number.number), 1), "day")
    return None
