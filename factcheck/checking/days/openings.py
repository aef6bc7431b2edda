"""One thing that is to begin on two days of a month which are a digit apart: an exhibition of 9 and of 19 March."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.days.events import Event
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of
from factcheck.model import DateKind, DateValue, Severity

BEGINS = re.compile(rf"\b(?:{any_of('events', 'to_come')})\b[^.;:\n]{{0,60}}?\bon\s$")
"""What stands before the day on which something is to begin: takes `goes on show at the hall on ` and `will open on `, not `opened on `."""

DAY = re.compile(r"\d{1,2}(?!\d)")
"""The day of a month: takes `9 March` and `March 19`, not `March`."""

SOON = 14
"""A crime and the arrest for it are no more days apart than this, where both are the news."""


def openings(context: CheckContext) -> Iterator[Finding]:
    """Two days of one month, a digit apart, on which something is to begin, where the article has no third."""
    told = [day for day in context.dates if day.kind is DateKind.DATE and day.earliest == day.latest and _begins(context, day)]
    for one, two in combinations(told, 2):
        if one.earliest is None or two.earliest is None or one.earliest == two.earliest or len({d.earliest for d in told}) > 2:
            continue
        first, second = DAY.search(one.text), DAY.search(two.text)
        month = (one.earliest.year, one.earliest.month) == (two.earliest.year, two.earliest.month)
        if first is None or second is None or not month or OSA.distance(first[0], second[0]) != 1:
            continue
        if context.sentence_at(one.start) != context.sentence_at(two.start):
            places = (context.at(one.start, one.end), context.at(two.start, two.end))
            message = f"{quoted(one.text)} and {quoted(two.text)}: both are given as the day something begins, one digit apart."
            yield Finding(places, message, Severity.LOOK, near=places[1])
            return


def _begins(context: CheckContext, day: DateValue) -> bool:
    block = context.block_at(day.start)
    return block is not None and BEGINS.search(context.text[max(block.start, day.start - 90) : day.start]) is not None


def arrests(told: list[Event]) -> Iterator[Finding]:
    """The only arrest of an article, told of a day before that of its only crime."""
    crimes, held = ([event for event in told if event.kind == kind] for kind in ("crime", "arrest"))
    if len({e.day.value for e in crimes}) != 1 or len({e.day.value for e in held}) != 1:
        return
    crime, arrest = crimes[0], held[0]
    if crime.day.earliest is None or arrest.day.latest is None or not 0 < (crime.day.earliest - arrest.day.latest).days <= SOON:
        return
    places = tuple(sorted((crime.place, arrest.place), key=lambda place: place.start))
    message = f"{quoted(arrest.place.text)} would be before {quoted(crime.place.text)}; one of the days is likely a slip."
    yield Finding(places, message, Severity.LOOK, near=places[1])
