"""`weekday`: a weekday and a date that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import listed, quoted
from factcheck.language.calendar import A_YEAR, MONTH, MONTH_OF, MONTHS, WEEKDAY, WEEKDAY_OF, WEEKDAYS, YEAR, days_in
from factcheck.model import Severity, Words

_WEEKDAY = rf"(?P<weekday>{WEEKDAY})\b\.?"
_MONTH = rf"(?P<month>{MONTH})\b\.?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
_GAP = r"[ \t\u00a0]{1,3}"

MONTH_FIRST = re.compile(rf"\b{_WEEKDAY},?{_GAP}(?:the{_GAP})?(?P<date>{_MONTH}{_GAP}{_DAY}(?:,?{_GAP}{YEAR})?)")
"""A weekday before a month and a day: takes `Friday, March 1, 2019` and `Sun. Nov. 6`, not `Friday in March`."""

DAY_FIRST = re.compile(rf"\b{_WEEKDAY},?{_GAP}(?:the{_GAP})?(?P<date>{_DAY}{_GAP}(?:of{_GAP})?{_MONTH}(?:,?{_GAP}{YEAR})?)")
"""A weekday before a day and a month: takes `Friday 1 March 2019` and `Monday, the 3rd of April`, not `Friday 13`."""

AFTER_MONTH_FIRST = re.compile(
    rf"\b(?P<date>{_MONTH}{_GAP}{_DAY}(?:,?{_GAP}{YEAR})?)(?:,{_GAP}|{_GAP}?\()(?:an?{_GAP}|on{_GAP}an?{_GAP})?{_WEEKDAY}(?=[,.;:)])"
)
"""A weekday after a month and a day: takes `March 1, 2019 (a Friday)` and `June 7, a Tuesday,`, not `June 7, Tuesday night`."""

AFTER_DAY_FIRST = re.compile(
    rf"\b(?P<date>{_DAY}{_GAP}{_MONTH}(?:,?{_GAP}{YEAR})?)(?:,{_GAP}|{_GAP}?\()(?:an?{_GAP}|on{_GAP}an?{_GAP})?{_WEEKDAY}(?=[,.;:)])"
)
"""A weekday after a day and a month: takes `1 March 2019 (Friday)` and `7 June, a Tuesday,`, not `7 June on Tuesday`."""

PATTERNS = (MONTH_FIRST, DAY_FIRST, AFTER_MONTH_FIRST, AFTER_DAY_FIRST)

NEAR_DAYS = 200
"""A date without a year is meant within this many days of publication: at most two years can then be meant."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Weekdays beside a date that falls on another weekday in every year that can be meant."""
    flagged: set[int] = set()
    for block in context.blocks:
        for pattern in PATTERNS:
            for match in pattern.finditer(context.text, block.start, block.end):
                finding = _finding(context, match, context.text[block.start : block.end])
                if finding is not None and match.start("date") not in flagged:
                    flagged.add(match.start("date"))
                    yield finding


def _finding(context: CheckContext, match: re.Match[str], paragraph: str) -> Finding | None:
    weekday = WEEKDAY_OF[match["weekday"].lower()]
    month = MONTH_OF[match["month"].lower()]
    day = int(match["day"])
    named, dated = (context.at(*match.span(part)) for part in ("weekday", "date"))
    if not 1 <= day <= days_in(month):
        return None
    years = _years(match["year"], month, day, context.article.published_day, paragraph)
    fits = [(year, when.weekday()) for year in years if (when := _date(year, month, day)) is not None]
    if not fits or any(falls == weekday for _, falls in fits):
        return None
    return Finding(
        (named, dated) if named.start < dated.start else (dated, named),
        _message(named, dated, month, day, fits, bool(match["year"])),
        Severity.ERROR,
        near=dated,
    )


def _years(written: str | None, month: int, day: int, published: date | None, paragraph: str) -> list[int]:
    """The years that can be meant: the one written, else those that put the date near publication and those that the paragraph names."""
    if written:
        return [int(written)]
    if published is None:
        return []
    near = [
        y
        for y in (published.year - 1, published.year, published.year + 1)
        if (when := _date(y, month, day)) and abs((when - published).days) <= NEAR_DAYS
    ]
    return sorted({*near, *(int(year[0]) for year in A_YEAR.finditer(paragraph))})


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _message(named: Words, dated: Words, month: int, day: int, fits: list[tuple[int, int]], written: bool) -> str:
    days = listed(f"{day} {MONTHS[month - 1]} {year} is a {WEEKDAYS[falls]}" for year, falls in fits)
    why = "" if written else ", going by when the article was published"
    return f"{quoted(named.text)} and {quoted(dated.text)} do not go together: {days}{why}; either may be the slip."


CHECK = Check(
    id="weekday",
    looks_for="a weekday and a date that do not go together",
    rule="the Gregorian calendar; a date without a year is of the year that puts it near the day of publication, "
    "or of a year that its paragraph names",
    find=find,
    catches=(
        Example("Council meets\n\nThe council meets on Friday, March 2, 2019, in the town hall.\n"),
        Example("Fair returns\n\nThe fair will open on Monday 1 April, in any weather.\n", published=date(2023, 3, 20)),
        Example("Trial starts\n\nThe trial began on May 14, 2020, a Tuesday, before a full gallery.\n"),
    ),
    passes=(
        Example("Council meets\n\nThe council meets on Friday, March 1, 2019, in the town hall.\n"),
        Example("Fair returns\n\nIn 1956, the fair opened on Monday, April 2, in heavy rain.\n", published=date(2023, 3, 20)),
        Example("Trial starts\n\nThe trial began on Thursday 14 May, and ended on a Friday in June.\n", published=None),
    ),
)
