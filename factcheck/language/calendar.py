"""The months and the days of the week: their names, their numbers, and patterns that take them as they are written."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

from factcheck.language.lexicon import meanings, ordered

MONTHS = tuple(name.capitalize() for name in ordered("calendar", "months"))
"""The months in order, with their capitals."""

WEEKDAYS = tuple(name.capitalize() for name in ordered("calendar", "weekdays"))
"""The days of the week from Monday, with their capitals."""

MONTH_OF: dict[str, int] = {name.lower(): n for n, name in enumerate(MONTHS, 1)} | meanings("calendar", "months_cut_short")
"""The number of each month, by its name and its short forms in small letters; January is 1."""

SURE_MONTHS = frozenset(MONTH_OF) - {"may"}
"""The names and short forms of the months in small letters that are hardly ever a word beside a number: not May, which may be a verb."""

WEEKDAY_OF: dict[str, int] = {name.lower(): n for n, name in enumerate(WEEKDAYS)} | meanings("calendar", "weekdays_cut_short")
"""The number of each weekday, by its name and its short forms in small letters; Monday is 0."""

LEAP = 2000
"""Stands for a year that is not known, so that no day is refused which some year has."""


def days_in(month: int, year: int = LEAP) -> int:
    """How many days a month has, in the Gregorian calendar."""
    return calendar.monthrange(year, month)[1]


def _any_of(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(name.capitalize() for name in sorted(names, key=lambda name: (-len(name), name)))})"


MONTH = _any_of(MONTH_OF)
"""Part of a pattern: a month in full or cut short, without its full stop, as `March` and `Sept`."""

WEEKDAY = _any_of(WEEKDAY_OF)
"""Part of a pattern: a weekday in full or cut short, without its full stop, as `Friday` and `Tues`."""

SHORT_MONTH = _any_of(name for name, month in MONTH_OF.items() if days_in(month) < 31)
"""Part of a pattern: the same for a month of fewer than 31 days."""

YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\w%])"
"""Part of a pattern: a year, as `1995`."""

A_YEAR = re.compile(r"(?<![\w.,$£€])(?:1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
"""A year by itself: takes `in 1941` and `(2015)`, not `$2015` or `2015.5`."""


def day_in_words(day: date) -> str:
    """A day as it is written out.

    >>> day_in_words(date(2019, 3, 1))
    '1 March 2019'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
