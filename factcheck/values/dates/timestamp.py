"""Reads a line of publication ("Last Updated : Mar 01 2019 | 4:15 PM IST") as a point in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timezone

from factcheck.values.dates.calendar import day_of
from factcheck.values.dates.lexicon import ORDINAL_ENDINGS
from factcheck.values.dates.tokens import END, Gap, Token, tokenise
from factcheck.values.dates.zones import DAY_FIRST, MONTH_FIRST, MONTH_FIRST_PLACES, PLACES, ZONES, offset, words_of, zone

_LONGEST = 2_000
"""Code points of a line that are looked at; a line of publication has about fifty."""

_PIVOT = 70
"""A year of two digits below it is in the 2000s, from it on in the 1900s (POSIX strptime has 69)."""

_SEPARATORS = frozenset("/.-")
_HOUR_SIGNS = frozenset({":", ".", "h"})


def read_timestamp(text: str, place: str | None = None) -> datetime | date | None:
    """The first calendar date of a line of publication, with the time of day and the zone that stand beside it.

    Gives an aware `datetime` where the line names a zone that is known, a naive one where it names a time of day
    only, a `date` where it names no time, and None where it names no whole date that the calendar has (no year, no
    month, 31 February), or one that can be read in two ways: 03/06/2024 is told apart by the zone, by `place`
    (American or not) and by a weekday beside it, else left alone. `place` also chooses between the meanings of IST, CST, BST and the like.
    Never raises.
    """
    line = _Line(tokenise(text[:_LONGEST]), place)
    days = line.days()
    if not days:
        return None
    first = days[0]
    until = days[1].start if len(days) > 1 else len(line.tokens)
    times = [time for time in line.times(days) if time.start < until]
    before = [time for time in times if time.start < first.start]
    after = [time for time in times if time.start >= first.end]
    time = after[0] if after and not (before and len(days) > 1) else before[-1] if before else None
    return line.joined(first.day, time)


@dataclass(frozen=True, slots=True)
class _Day:
    """A calendar day at tokens `start` to `end`."""

    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of day at tokens `start` to `end`; `name` and `written` are its zone as a name and as an offset."""

    start: int
    end: int
    hour: int
    minute: int
    second: int
    name: str | None = None
    written: timezone | None = None


class _Line:
    """One line of publication as tokens."""

    def __init__(self, tokens: list[Token], place: str | None) -> None:
        self.tokens = tokens
        self.place = place
        self.month_first = self._order()

    def at(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def _order(self) -> bool | None:
        """Whether 03/06 is March here: by the zone, then the place; None when neither tells."""
        names = {token.low for token in self.tokens}
        if names & DAY_FIRST:
            return False
        if names & MONTH_FIRST:
            return True
        said = set(words_of(self.place))
        if said & MONTH_FIRST_PLACES:
            return True
        return False if said & PLACES.keys() else None

    def days(self) -> list[_Day]:
        found: list[_Day] = []
        index = 0
        while index < len(self.tokens):
            day = self._year_first(index) or self._named_month(index) or self._in_figures(index)
            if day is not None:
                found.append(day)
                index = day.end
            else:
                index += 1
        return found

    def _year_first(self, i: int) -> _Day | None:
        """2019-03-01, 2019/03/01 and 20190301."""
        year = self.at(i)
        if year.digits == 8 and year.number is not None:
            return _whole(i, i + 1, year.number // 10000, year.number // 100 % 100, year.number % 100)
        sign, month, again, day = (self.at(i + n) for n in range(1, 5))
        if year.digits == 4 and sign.text in _SEPARATORS and again.text == sign.text and 1 <= month.digits <= 2 and 1 <= day.digits <= 2:
            return _whole(i, i + 5, year.number, month.number, day.number)
        if year.digits == 4 and month.word.month and sign.text == again.text == "-" and 1 <= day.digits <= 2:
            return _whole(i, i + 5, year.number, month.word.month, day.number)
        return None

    def _named_month(self, i: int) -> _Day | None:
        """March 1, 2019 and 1 March 2019, with the month cut short, the day as 1st, and "of", commas and hyphens between."""
        first = self.at(i)
        if first.word.month:
            day_at = self._skip(i + 1, ".-/ ")
            after_day = self._ordinal(day_at + 1)
            year_at = self._skip(after_day, ",.-/")
            if 1 <= self.at(day_at).digits <= 2:
                year = self._year(year_at)
                if year is not None:
                    return _whole(i, year[1], year[0], first.word.month, self.at(day_at).number)
        if 1 <= first.digits <= 2:
            month_at = self._skip(self._ordinal(i + 1), ",.-/")
            month_at += self.at(month_at).low == "of"
            month = self.at(month_at).word.month
            year = self._year(self._skip(month_at + 1, ",.-/")) if month else None
            if year is not None:
                return _whole(i, year[1], year[0], month, first.number)
        return None

    def _in_figures(self, i: int) -> _Day | None:
        """01/03/2019 and 13.03.19, where only one order is possible or the line tells which."""
        first, sign, second, again, year = (self.at(i + n) for n in range(5))
        if sign.text not in _SEPARATORS or again.text != sign.text or not (1 <= first.digits <= 2 and 1 <= second.digits <= 2):
            return None
        behind = self.at(i + 5)
        if year.digits not in (2, 4) or (behind.text in _SEPARATORS | {":"} and behind.gap is Gap.NONE):
            return None
        number, a, b = _full_year(year), first.number or 0, second.number or 0
        as_american, as_british = day_of(number, a, b), day_of(number, b, a)
        if as_american and as_british and as_american != as_british:
            order = self.month_first
            chosen = self._on_weekday(as_american, as_british) if order is None else as_american if order else as_british
        else:
            chosen = as_american or as_british
        return _Day(i, i + 5, chosen) if chosen else None

    def _on_weekday(self, one: date, other: date) -> date | None:
        """The one of two days that falls on the weekday in the line; None where neither or both do."""
        named = {token.word.weekday for token in self.tokens if token.word.weekday >= 0}
        found = [day for day in (one, other) if day.weekday() in named]
        return found[0] if len(found) == 1 else None

    def _skip(self, i: int, signs: str) -> int:
        """Past up to two of `signs`."""
        for _ in range(2):
            i += self.at(i).text in signs
        return i

    def _ordinal(self, i: int) -> int:
        return i + (self.at(i).gap is Gap.NONE and self.at(i).low in ORDINAL_ENDINGS)

    def _year(self, i: int) -> tuple[int, int] | None:
        """A year at `i` and where it ends: four digits, or two behind an apostrophe or between hyphens (3-Jun-24)."""
        token = self.at(i)
        if token.digits == 4 and token.number is not None and not (self.at(i + 1).text == ":" and self.at(i + 1).gap is Gap.NONE):
            return token.number, i + 1
        if token.text in "'’" and self.at(i + 1).digits == 2 and self.at(i + 1).gap is Gap.NONE:
            return _full_year(self.at(i + 1)), i + 2
        if token.digits == 2 and token.gap is Gap.NONE and self.at(i - 1).text in ("-", "/"):
            return _full_year(token), i + 1
        return None

    def times(self, days: list[_Day]) -> list[_Time]:
        taken = {index for day in days for index in range(day.start, day.end)}
        found: list[_Time] = []
        index = 0
        while index < len(self.tokens):
            time = self._time(index) if index not in taken else None
            if time is not None and not taken.intersection(range(time.start, time.end)):
                found.append(time)
                index = time.end
            else:
                index += 1
        return found

    def _time(self, i: int) -> _Time | None:
        token = self.at(i)
        if token.low in ("noon", "midnight"):
            return self._zoned(i, i + 1, 12 if token.low == "noon" else 0, 0, 0)
        if token.number is None or (self.at(i - 1).text in (":", "+", "-") and token.gap is Gap.NONE):
            return None
        hour, minute, second, end = self._clock(i)
        half, end = self._half(end)
        named = half is not None or end > i + 1
        if token.digits == 4 and end == i + 1:
            hour, minute = token.number // 100, token.number % 100
            named = self._is_zone(end) or self.at(end).low in ("hrs", "hours", "h")
        if half is not None:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + half
        if not named or hour > 23 or minute > 59 or second > 59:
            return None
        end += self.at(end).low in ("hrs", "hours", "h")
        return self._zoned(i, end, hour, minute, second)

    def _clock(self, i: int) -> tuple[int, int, int, int]:
        """Hour, minute, second and the end of 16:15, 16.15, 16h15, 16:15:30.250 or of the hour alone."""
        hour = self.at(i).number or 0
        minute, second, end = 0, 0, i + 1
        sign = self.at(i + 1)
        if self.at(i).digits <= 2 and sign.low in _HOUR_SIGNS and self.at(i + 2).digits == 2 and self.at(i + 2).gap is Gap.NONE:
            minute, end = self.at(i + 2).number or 0, i + 3
            if self.at(end).text == ":" and self.at(end + 1).digits == 2:
                second, end = self.at(end + 1).number or 0, end + 2
                if self.at(end).text in ".," and self.at(end + 1).digits and self.at(end + 1).gap is Gap.NONE:
                    end += 2
        return hour, minute, second, end

    def _half(self, i: int) -> tuple[int | None, int]:
        """0 for a.m., 12 for p.m., and the index behind it."""
        low = self.at(i).low
        if low in ("am", "pm"):
            return (12 if low == "pm" else 0), i + 1
        if low in ("a", "p") and self.at(i + 1).text == "." and self.at(i + 2).low == "m":
            return (12 if low == "p" else 0), i + 3 + (self.at(i + 3).text == ".")
        return None, i

    def _is_zone(self, i: int) -> bool:
        return self.at(i).low in ZONES or self.at(i).low in ("et", "ct", "mt", "pt")

    def _zoned(self, start: int, i: int, hour: int, minute: int, second: int) -> _Time:
        """The time with the zone behind it: IST, +05:30, Z, (GMT+8), ET."""
        at = i + (self.at(i).text in ("(", "|", ","))
        name = self.at(at).text if self._is_zone(at) else None
        if name is not None:
            i = at = at + 1
        sign = self.at(at)
        written = self._offset(at) if name is None or name.lower() in ("utc", "gmt") else None
        if written is not None and sign.text in ("+", "-", "−"):
            i = at + 2 + 2 * (self.at(at + 2).text == ":" and self.at(at + 3).digits == 2)
        return _Time(start, i, hour, minute, second, name, written)

    def _offset(self, i: int) -> timezone | None:
        sign, hours = self.at(i), self.at(i + 1)
        if sign.text not in ("+", "-", "−") or hours.gap is not Gap.NONE or hours.number is None:
            return None
        way = 1 if sign.text == "+" else -1
        if hours.digits == 4:
            return offset(way, hours.number // 100, hours.number % 100)
        if hours.digits > 2:
            return None
        minutes = self.at(i + 3).number if self.at(i + 2).text == ":" and self.at(i + 3).digits == 2 else 0
        return offset(way, hours.number, minutes or 0)

    def joined(self, day: date, time: _Time | None) -> datetime | date:
        if time is None:
            return day
        told = time.written or (zone(time.name, self.place, day) if time.name else None)
        when = datetime(day.year, day.month, day.day, time.hour, time.minute, time.second, tzinfo=told)
        return when if told is None or _has_instant(when) else when.replace(tzinfo=None)


def _has_instant(when: datetime) -> bool:
    """Whether it can be told in Greenwich time too: the first and the last day of the calendar cannot everywhere."""
    return date.min < when.date() < date.max


def _full_year(token: Token) -> int:
    number = token.number or 0
    if token.digits == 2:
        return number + (2000 if number < _PIVOT else 1900)
    return number


def _whole(start: int, end: int, year: int | None, month: int | None, day: int | None) -> _Day | None:
    found = day_of(year or 0, month or 0, day or 0)
    return _Day(start, end, found) if found else None
