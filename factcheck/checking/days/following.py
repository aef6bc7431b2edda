"""Days told by their distance and by their weekday or date at once: "the following day, Saturday", "two days later, on 5 March"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.language.calendar import MONTHS, WEEKDAY, WEEKDAY_OF, WEEKDAYS
from factcheck.language.lexicon import ordered
from factcheck.model import DateKind, DateValue, Severity

_SMALL = {word: n for n, word in enumerate(ordered("numbers", "small")[:7]) if n} | {"a": 1}

AND_WEEKDAY = re.compile(
    rf"\b(?:the\s(?:following|next)\sday|next\sday|(?P<count>{'|'.join(_SMALL)})\sdays?\s(?:later|after(?:wards)?))"
    rf"(?:,\s(?:on\s|a\s)?|\s\()(?P<weekday>{WEEKDAY})\b(?!,?\s(?-i:[\dA-Z]))",
    re.IGNORECASE,
)
"""A distance with its weekday: takes `the following day, Saturday` and `two days later, on Wednesday`, not `next day, he`."""

AND_DATE = re.compile(
    rf"\b(?:the\s(?:following|next)\sday|next\sday|(?P<count>{'|'.join(_SMALL)})\s(?P<unit>days?|weeks?)\s(?:later|after(?:wards)?))"
    r"(?:,\s(?:on\s)?|\s\()",
    re.IGNORECASE,
)
"""A distance before its date: takes `two days later, on ` and `a week later (`, not `two days later he `."""

WEEKDAY_ONLY = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b")
"""A weekday: takes `Monday night` and `on Tuesday`, not `2 May`."""

DIGIT = re.compile(r"\d")
"""What a day that is told by its date has: takes `12 March` and `3rd`, not `midnight`."""

FARTHEST = 6
"""The day that a distance is told from stands at most so many sentences before."""


def following(context: CheckContext) -> Iterator[Finding]:
    """Weekdays that are not so many days after any day that is told shortly before."""
    days = [d for d in context.dates if d.kind in (DateKind.DATE, DateKind.TIME)]
    starts = [d.start for d in days]
    sentences = [s.start for s in context.sentences]
    for block in context.blocks:
        for match in AND_WEEKDAY.finditer(context.text, block.start, block.end):
            window = sentences[max(0, bisect_left(sentences, match.start()) - FARTHEST)]
            before = days[bisect_left(starts, window) : bisect_left(starts, match.start())]
            told = [(day, weekday) for day in before if (weekday := _weekday(day)) is not None]
            apart = _SMALL[(match["count"] or "one").lower()]
            falls = {(weekday + apart) % 7 for _, weekday in told}
            if told and WEEKDAY_OF[match["weekday"].lower()] not in falls:
                named = [day for day, _ in told if WEEKDAY_ONLY.search(day.text) or DIGIT.search(day.text)]
                yield _finding(context, match, (named or [told[-1][0]])[-1], falls)


def following_dates(context: CheckContext) -> Iterator[Finding]:
    """Dates that are not so many days after any date that is told shortly before."""
    days = [d for d in context.dates if d.kind is DateKind.DATE and d.earliest is not None and d.earliest == d.latest]
    starts = [d.start for d in days]
    sentences = [s.start for s in context.sentences]
    for block in context.blocks:
        for match in AND_DATE.finditer(context.text, block.start, block.end):
            at = bisect_left(starts, match.end())
            day = days[at] if at < len(days) and days[at].start == match.end() and DIGIT.search(days[at].text) else None
            window = sentences[max(0, bisect_left(sentences, match.start()) - FARTHEST)]
            before = days[bisect_left(starts, window) : bisect_left(starts, match.start())]
            if day is None or day.earliest is None or not before or not DIGIT.search(before[-1].text):
                continue
            apart = timedelta(days=_SMALL[(match["count"] or "one").lower()] * (7 if (match["unit"] or "").startswith("week") else 1))
            falls = [told.earliest + apart for told in before if told.earliest is not None]
            if not any(_same_day(day.earliest, each) for each in falls):
                places = (context.at(before[-1].start, before[-1].end), context.at(match.start(), day.end))
                would_be = f"{falls[-1].day} {MONTHS[falls[-1].month - 1]}"
                message = f"{quoted(places[1].text)} does not follow {quoted(places[0].text)}: that would be {would_be}."
                severity = Severity.WARNING if len({d.value for d in before}) == 1 else Severity.LOOK
                yield Finding(places, message, severity, near=places[1])


def _same_day(one: date, two: date) -> bool:
    """Whether two days are one day of a year; a date without a year may have been read as that of another."""
    return (one.month, one.day) == (two.month, two.day)


def _weekday(day: DateValue) -> int | None:
    """On what day of the week a day is, by its name, else by its date."""
    named = WEEKDAY_ONLY.search(day.text)
    if named is not None:
        return WEEKDAY_OF[named["weekday"].lower()]
    return day.earliest.weekday() if day.earliest is not None and day.earliest == day.latest else None


def _finding(context: CheckContext, match: re.Match[str], from_day: DateValue, falls: set[int]) -> Finding:
    places = (context.at(from_day.start, from_day.end), context.at(*match.span()))
    would_be = " or ".join(WEEKDAYS[day] for day in sorted(falls))
    message = f"{quoted(places[1].text)} does not follow {quoted(places[0].text)}: that would be a {would_be}."
    return Finding(places, message, Severity.WARNING if len(falls) == 1 else Severity.LOOK, near=places[1])
