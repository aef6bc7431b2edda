"""Calendar arithmetic on periods: a day, a week, a month, a quarter, a season, a year, a decade, a century."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from factcheck.values.interim.dates.lexicon import SEASON_MONTHS


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days with its TIMEX3 value; `earliest` and `latest` are None where the value names no calendar days."""

    value: str
    earliest: date | None = None
    latest: date | None = None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day(year: int | None, month: int, number: int) -> Period | None:
    """One day; without a year, a value that leaves it open. None for a day that no calendar has."""
    if year is None:
        return Period(f"XXXX-{month:02}-{number:02}") if _date(2000, month, number) else None
    found = _date(year, month, number)
    return Period(found.isoformat(), found, found) if found else None


def of_day(when: date) -> Period:
    """A day as a period."""
    return Period(when.isoformat(), when, when)


def week(when: date) -> Period:
    """The ISO week around a day."""
    year, number, weekday = when.isocalendar()
    try:
        first = when - timedelta(days=weekday - 1)
        return Period(f"{year:04}-W{number:02}", first, first + timedelta(days=6))
    except OverflowError:
        return Period(f"{year:04}-W{number:02}")


def weekend(when: date) -> Period:
    """The weekend of the ISO week around a day."""
    found = week(when)
    return Period(f"{found.value}-WE", found.latest and found.latest - timedelta(days=1), found.latest)


def month(year: int | None, number: int) -> Period | None:
    """A calendar month."""
    if year is None:
        return Period(f"XXXX-{number:02}")
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Period(f"{year:04}-{number:02}", date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def quarter(year: int | None, number: int) -> Period | None:
    """A calendar quarter."""
    if year is None:
        return Period(f"XXXX-Q{number}")
    first, last = month(year, 3 * number - 2), month(year, 3 * number)
    return Period(f"{year:04}-Q{number}", first.earliest, last.latest) if first and last else None


def season(year: int | None, code: str) -> Period | None:
    """A meteorological season; winter counts by the year it starts in."""
    if year is None:
        return Period(f"XXXX-{code}")
    low, high = SEASON_MONTHS[code]
    first, last = month(year, low), month(year + (high < low), high)
    return Period(f"{year:04}-{code}", first.earliest, last.latest) if first and last else None


def year_of(number: int) -> Period | None:
    """A year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31)) if MINYEAR <= number <= MAXYEAR else None


def decade(first: int) -> Period | None:
    """The ten years from `first`, as in "the 1990s"."""
    low, high = year_of(first), year_of(first + 9)
    return Period(f"{first // 10:03}", low.earliest, high.latest) if low and high else None


def century(number: int) -> Period | None:
    """The nth century, from its year 1 (the 19th: 1801 to 1900); the value is that of TIMEX3, the first two digits."""
    low, high = year_of(100 * number - 99), year_of(100 * number)
    return Period(f"{number - 1:02}", low.earliest, high.latest) if low and high else None


def add_months(year: int, number: int, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    at = 12 * year + number - 1 + months
    return at // 12, at % 12 + 1


def shifted(when: date, unit: str, count: int) -> Period | None:
    """The period of a unit's size so many units from a day: two weeks on, a year ago. None outside the calendar."""
    try:
        if unit in ("day", "weekend"):
            return of_day(when + timedelta(days=count)) if unit == "day" else weekend(when + timedelta(weeks=count))
        if unit in ("week", "fortnight"):
            return week(when + timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
    except OverflowError:
        return None
    if unit == "month":
        return month(*add_months(when.year, when.month, count))
    if unit == "quarter":
        year, first = add_months(when.year, when.month, 3 * count)
        return quarter(year, (first + 2) // 3)
    if unit == "year":
        return year_of(when.year + count)
    if unit == "decade":
        return decade(when.year // 10 * 10 + 10 * count)
    return century((when.year + 99) // 100 + count) if unit == "century" else None
