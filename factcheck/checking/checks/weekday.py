"""`weekday`: a weekday and a date that do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.checking.context import Context
from factcheck.checking.registry import Check, Finding
from factcheck.model import DateValue, Severity

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FAR = timedelta(days=300)
"""A date without a year that is further than this from publication may be of another year."""


def find(context: Context) -> Iterator[Finding]:
    """Dates that start with a weekday on which they do not fall."""
    for value in context.dates:
        named = next((n for n, name in enumerate(_NAMES) if value.text[:3] == name[:3]), None)
        when = value.earliest
        if named is None or when is None or when != value.latest or named == when.weekday() or not any(c.isdigit() for c in value.text):
            continue
        if str(when.year) not in value.text and not _year_is_sure(context.article.published_day, when, named):
            continue
        word = next(i for i, c in enumerate(value.text) if not c.isalpha())
        yield _finding(context, value, word, when)


def _year_is_sure(published: date | None, when: date, named: int) -> bool:
    """Whether no other year near publication would make the weekday right."""
    if published is None or abs(when - published) > _FAR:
        return False
    try:
        return not any(when.replace(year=when.year + n).weekday() == named and abs(when.replace(year=when.year + n) - published) < _FAR for n in (-1, 1))
    except ValueError:
        return False


def _finding(context: Context, value: DateValue, word: int, when: date) -> Finding:
    rest = value.text[word:].lstrip(" .,")
    weekday = context.at(value.start, value.start + word)
    day = context.at(value.end - len(rest), value.end)
    message = f"“{weekday.text}” and “{day.text}” do not go together: {when.day} {when:%B} {when.year} is a {_NAMES[when.weekday()]}."
    return Finding((weekday, day), message, Severity.ERROR)


CHECK = Check(
    id="weekday",
    looks_for="a weekday and a date that do not go together",
    rule="the Gregorian calendar; a date without a year is the one nearest to publication",
    find=find,
    catches=(
        "Council meets\n\nThe council meets on Friday, March 2, 2019, in the town hall.\n",
        "Fair returns\n\nThe fair opened on Monday, 3 April 2018, in heavy rain.\n",
        "Trial starts\n\nThe trial began on Tuesday 14 May 2020 before a full gallery.\n",
    ),
    passes=(
        "Council meets\n\nThe council meets on Friday, March 1, 2019, in the town hall.\n",
        "Fair returns\n\nThe fair opened on a Monday in April 2018, in heavy rain.\n",
        "Trial starts\n\nThe trial began on Thursday 14 May 2020 before a full gallery.\n",
    ),
)
