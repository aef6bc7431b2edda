"""A weekday or a month in the headline that the body has for nothing, where it tells the same on another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.calendar import MONTHS, WEEKDAY, WEEKDAY_OF
from factcheck.language.cues import SAID
from factcheck.language.lexicon import words
from factcheck.model import DateKind, Severity, Span

FULL_WEEKDAY = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b(?!['’]s|s\b)")
"""A weekday: takes `on Monday` and `Tues`, not `Friday's`."""

A_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b")
"""A month: takes `8 August` and `May 2024`, not `Aug`."""

IN_MONTH = re.compile(rf"\b(?:in|by|until|from|since|on(?:\s\d{{1,2}})?)\s(?P<month>{'|'.join(MONTHS)})\b")
"""A month of a headline: takes `in July` and `on 8 May`, not `May warns`."""

ON_DAY = re.compile(rf"\b(?:on|from|by|until|till|before|this|next)\s{WEEKDAY}\b", re.IGNORECASE)
"""A weekday on which something is to be: takes `on Monday` and `from Tues`, not `Monday's`."""

TO_DO = re.compile(r"[^.:\n]{3,60}?\sto\s(?!the\b|an?\b|\d)[a-z]{2,12}\b")
"""A headline that foretells: takes `Crews to walk` and `Rovers to name`, not `Road to the`."""

IS_TO = re.compile(r"\b(?:is|are)\sto\s(?!the\b|an?\b)[a-z]{2,12}\b")
"""What is to come, in a sentence: takes `are to decide` and `is to name`, not `is to the`."""

SAID_ON = re.compile(rf"\b{SAID}(?:\s\S{{1,20}}){{0,3}}\s(?:on\s|late\s|early\s){{0,2}}$")
"""What makes a weekday that of a saying: takes `said on ` and `told the court late on `, not `opens on `."""

SHARED = 3
"""A sentence tells what the headline tells when they have so many words in common, and half of the headline's."""

_AHEAD = words("tenses", "future") | words("tenses", "expected")


def headline_day(context: CheckContext) -> Iterator[Finding]:
    """`Council votes on Tuesday to shut pool` over a body in which the council voted on Wednesday."""
    headline = context.headline
    if headline is None:
        return
    days = list(FULL_WEEKDAY.finditer(context.text, headline.start, headline.end))
    if len(days) != 1 or WEEKDAY_OF[days[0]["weekday"].lower()] in _weekdays_of_body(context):
        return
    told = _stems(context, headline)
    ahead = list(_days_ahead(context))
    if ON_DAY.search(context.text, headline.start, headline.end) and _is_ahead(context, headline) and len({n for n, _ in ahead}) == 1:
        places = (context.at(*days[0].span()), context.at(*ahead[0][1].span()))
        message = (
            f"The headline has {quoted(places[0].text)}, and the only day to come that the story opens with is {quoted(places[1].text)}."
        )
        yield Finding(places, message, Severity.LOOK, near=places[1])
        return
    for sentence in context.sentences:
        others = list(FULL_WEEKDAY.finditer(context.text, sentence.start, sentence.end))
        shared = told & _stems(context, sentence) if len(others) == 1 and sentence.start >= headline.end else set()
        if len(shared) >= SHARED and 2 * len(shared) >= len(told):
            places = (context.at(*days[0].span()), context.at(*others[0].span()))
            message = f"The headline has {quoted(places[0].text)}, and the body tells the same of {quoted(places[1].text)}."
            yield Finding(places, message, Severity.WARNING, near=places[1])
            return


def _days_ahead(context: CheckContext) -> Iterator[tuple[int, re.Match[str]]]:
    """The weekdays on which something is to come, as the opening of the story tells; not those on which something was said."""
    opening = context.opening
    for sentence in context.sentences:
        if not opening or not opening[0].start <= sentence.start < opening[-1].end or not _is_ahead(context, sentence):
            continue
        for match in FULL_WEEKDAY.finditer(context.text, sentence.start, sentence.end):
            if not SAID_ON.search(context.text[max(sentence.start, match.start() - 40) : match.start()]):
                yield WEEKDAY_OF[match["weekday"].lower()], match


def _is_ahead(context: CheckContext, span: Span) -> bool:
    """Whether some words tell of what is to come: "will strike", "to walk out", "is due"."""
    found = [m[0].lower() for m in PLAIN_WORD.finditer(context.text, span.start, span.end)]
    is_to = IS_TO.search(context.text, span.start, span.end) is not None
    return is_to or bool(_AHEAD & set(found)) or (span == context.headline and TO_DO.match(context.text, span.start, span.end) is not None)


def headline_month(context: CheckContext) -> Iterator[Finding]:
    """`Path to open in July` over a body that speaks of no month but August, and of what the headline tells."""
    headline = context.headline
    if headline is None:
        return
    above = list(IN_MONTH.finditer(context.text, headline.start, headline.end))
    told = [(day, found["month"]) for day in context.dates if day.start >= headline.end and (found := A_MONTH.search(day.text))]
    if len(above) != 1 or len({month for _, month in told}) != 1 or above[0]["month"] == told[0][1]:
        return
    stems = _stems(context, headline)
    day = next((day for day, _ in told if stems & _stems(context, context.sentence_at(day.start))), None)
    if day is not None:
        places = (context.at(*above[0].span("month")), context.at(day.start, day.end))
        message = f"The headline has {quoted(places[0].text)}, and the body names no month but that of {quoted(places[1].text)}."
        yield Finding(places, message, Severity.LOOK, near=places[1])


def _weekdays_of_body(context: CheckContext) -> set[int]:
    """The weekdays that the body names or tells by a date."""
    body = [block for block in context.blocks if block != context.headline]
    named = {
        WEEKDAY_OF[m["weekday"].lower()] for b in body for m in re.finditer(rf"\b(?P<weekday>{WEEKDAY})", context.text[b.start : b.end])
    }
    dated = {
        d.earliest.weekday()
        for d in context.dates
        if d.kind in (DateKind.DATE, DateKind.TIME)
        and d.earliest is not None
        and d.earliest == d.latest
        and context.block_at(d.start) in body
    }
    return named | dated


def _stems(context: CheckContext, span: Span) -> set[str]:
    found = (m[0].lower() for m in PLAIN_WORD.finditer(context.text, span.start, span.end))
    return {stem(word) for word in found if word not in SMALL and word not in WEEKDAY_OF and len(word) > 2}
