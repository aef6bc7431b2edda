"""Days, months and years as the calendar has them: whether a day exists, and how far a period reaches."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = date.min.year, date.max.year


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None when no calendar has it (31 February, month 13, year 0)."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def could_be(month: int, day: int) -> bool:
    """Whether some year has this day of this month."""
    return day_of(2000, month, day) is not None


def shifted(day: date, days: int) -> date | None:
    """`days` later (or earlier, below zero); None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_after(year: int, month: int, by: int) -> tuple[int, int] | None:
    """Year and month `by` months later; None beyond the calendar."""
    count = year * 12 + month - 1 + by
    found = count // 12, count % 12 + 1
    return found if FIRST_YEAR <= found[0] <= LAST_YEAR else None


def month_shifted(day: date, months: int) -> date | None:
    """The same day of the month `months` later, or that month's last day where it is shorter."""
    found = month_after(day.year, day.month, months)
    if found is None:
        return None
    return date(*found, min(day.day, monthrange(*found)[1]))


def month_span(year: int, month: int, months: int = 1) -> tuple[date, date] | None:
    """First and last day of `months` months from this one on; None beyond the calendar."""
    end = month_after(year, month, months - 1)
    if end is None or not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, 1), date(*end, monthrange(*end)[1])


def year_span(year: int, years: int = 1) -> tuple[date, date] | None:
    """First and last day of `years` years from this one on; None beyond the calendar."""
    if years < 1 or not (year >= FIRST_YEAR and year + years - 1 <= LAST_YEAR):
        return None
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def iso_week(day: date) -> str:
    """The week of the day as ISO 8601 writes it: 2019-W09."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def week_span(day: date) -> tuple[date, date] | None:
    """Monday and Sunday of the day's week; None beyond the calendar."""
    monday = shifted(day, -day.weekday())
    sunday = shifted(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None
