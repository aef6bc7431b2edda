"""Days that are over and told as still to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.quotations import quotations
from factcheck.checking.wording import quoted
from factcheck.language.calendar import MONTH, MONTH_OF, YEAR
from factcheck.model import DateKind, DateValue, Severity, Span

AHEAD = re.compile(r"\b(?:will|(?:is|are)\s(?:to|due\sto|set\sto|expected\sto|scheduled\sto))\s(?!have\b)")
"""What makes a verb one of the future: takes `will open` and `are due to meet`, not `would open`."""

RUNS = re.compile(r"\b(?:still\sha(?:ve|s|d)|ha(?:ve|s|d)\suntil)\s[^.;:]{0,60}?\b(?:closing\sdate|deadline)\b", re.IGNORECASE)
"""A term that is said to run: takes `still had until the closing date` and `have until the deadline`, not `missed the deadline`."""

CLOSED = re.compile(r"\b(?:closed|closing\sdate|deadline)\b[^.;:]{0,30}$", re.IGNORECASE)
"""What stands before the day on which a term ends: takes `closed on ` and `the deadline was `, not `opened on `."""

A_DAY = re.compile(rf"\b(?:(?P<month>{MONTH})\.?\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?P<after>{MONTH}))\b(?:,?\s{YEAR})?")
"""A day of a month: takes `March 2` and `31 August 2026`, not `Monday`."""

LONG = 60
"""So many code points may stand between a verb of the future and its day."""

RECENT = 60
"""A day without its year that was so many days ago is more likely that one than the one a year later."""


def passed(context: CheckContext) -> Iterator[Finding]:
    """Days before that of publication behind a verb of the future, and terms that run though they have closed."""
    published = context.article.published_day
    days = [d for d in context.dates if d.kind is DateKind.DATE and A_DAY.search(d.text)]
    if published is not None:
        yield from _told_as_future(context, days, published)
    yield from _still_open(context, days, published)


def _told_as_future(context: CheckContext, days: list[DateValue], published: date) -> Iterator[Finding]:
    """`will be closed on March 2` in an article of 13 March; what is quoted, or was said on a day of its own, looks ahead from there."""
    quoted_words = quotations(context)
    openings = [q.start for q in quoted_words]
    starts = [s.start for s in context.sentences]
    for day in days:
        gone = _gone(day, published)
        nth = bisect_right(openings, day.start) - 1
        if gone is None or (nth >= 0 and day.start < quoted_words[nth].end):
            continue
        sentence = context.sentences[bisect_right(starts, day.start) - 1]
        verb = _ahead(context, sentence, day)
        if verb is not None and not any(sentence.start <= d.start < day.start for d in context.dates if d.earliest is not None):
            place = context.at(verb, day.end)
            message = f"{quoted(place.text)} is told as still to come, and the article is dated {published.isoformat()}, after that day."
            yield Finding((place,), message, Severity.LOOK, near=place)


def _ahead(context: CheckContext, sentence: Span, day: DateValue) -> int | None:
    """Where the verb of the future stands that a day belongs to, if any."""
    start = max(sentence.start, day.start - LONG)
    verbs = list(AHEAD.finditer(context.text, start, day.start))
    if not verbs or re.search(r"[;:\n“\"(]|,\s(?:who|which|after|as|when)\s", context.text[verbs[-1].end() : day.start]):
        return None
    return verbs[-1].start()


def _gone(day: DateValue, published: date) -> date | None:
    """The day that is meant, where it is before that of publication: by its year, else where that was not long ago."""
    found = A_DAY.search(day.text)
    if found is None or day.earliest is None or day.earliest != day.latest:
        return None
    if found["year"]:
        return day.earliest if day.earliest < published else None
    month = MONTH_OF.get((found["month"] or found["after"]).lower())
    if month != day.earliest.month:
        return None
    for year in (published.year, published.year - 1):
        try:
            this = date(year, day.earliest.month, day.earliest.day)
        except ValueError:
            continue
        if 0 < (published - this).days <= RECENT:
            return this
    return None


def _still_open(context: CheckContext, days: list[DateValue], published: date | None) -> Iterator[Finding]:
    """`closed on 13 March`, and on 19 March people `still had until the closing date`."""
    starts = [d.start for d in days]
    openings = [s.start for s in context.sentences]
    for block in context.body:
        for match in RUNS.finditer(context.text, block.start, block.end):
            before = days[: bisect_left(starts, match.start())]
            closed = next((d for d in reversed(before) if CLOSED.search(context.text, max(0, d.start - LONG), d.start)), None)
            if closed is None or closed.latest is None:
                continue
            sentence = context.sentences[bisect_right(openings, match.start()) - 1]
            around = (d for d in days if closed.end < d.start < sentence.end)
            said = [d.earliest for d in around if d.earliest is not None] or ([published] if published else [])
            if said and min(said) > closed.latest:
                places = (context.at(closed.start, closed.end), context.at(*match.span()))
                message = f"{quoted(places[1].text)} is said of a day after {quoted(places[0].text)}, when it was over."
                yield Finding(places, message, Severity.LOOK, near=places[1])
