"""The months by their names, and how long they are."""

from __future__ import annotations

import calendar

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\w%])"
"""Part of a pattern: a year, as `1995`."""

LEAP = 2000
"""Stands for a year that is not known, so that no day is refused which some year has."""


def month_of(name: str) -> int:
    """The number of a month, from its name or its first letters, of which there are three or more."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def days_in(month: int, year: int = LEAP) -> int:
    """How many days a month has, in the Gregorian calendar."""
    return calendar.monthrange(year, month)[1]
