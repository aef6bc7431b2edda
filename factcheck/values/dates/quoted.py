"""Which day "today" is in a quotation: the one on which it was said, which need not be that of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.model import Basis, DateKind
from factcheck.values.dates.found import Found
from factcheck.values.dates.points import Day
from factcheck.values.dates.reading import Context, Meaning, Reading, reference
from factcheck.values.dates.relations import Clock, Modified, NearDay, Weekday
from factcheck.values.dates.token_stream import TokenStream

_NEIGHBOURS = 4
"""Expressions on either side among which the day of the speech is looked for."""

_REACH = 200
"""Tokens back to the mark that opens a quotation."""

_NEWS = 3
"""Days before publication that a day named last may lie, so that a speech may be of that day as well as of the next."""


def said_on(stream: TokenStream, found: Sequence[Found], n: int, context: Context) -> Reading | None:
    """The reading of a quoted "today" or "tomorrow" from the day that its paragraph says it was said on; None where publication tells it.

    Where it names none and the news are of a day before that of publication, the speech may be of either, and the day stays open.
    """
    near = _near_day(found[n].meaning)
    if near is None or context.published is None or not _is_quoted(stream, found[n].start):
        return None
    days = {day for one in _around(stream, found, n) if (day := _day_of_speech(stream, one, context)) is not None}
    if len(days) == 1:
        (day,) = days
        if day == context.published:
            return None
        context.rest_on(Basis.SPEECH, day)
        return found[n].meaning.read(replace(context, published=day))
    if days or not _may_be_of(context.named, context.published):
        return None
    context.rest_on(None)
    return Reading(reference(near.days), kind=DateKind.DATE)


def _near_day(meaning: Meaning) -> NearDay | None:
    """The "today" in "today", "late today" and "tonight"."""
    while isinstance(meaning, Modified | Clock):
        inner = meaning.meaning if isinstance(meaning, Modified) else meaning.day
        if inner is None:
            return None
        meaning = inner
    return meaning if isinstance(meaning, NearDay) else None


def _is_quoted(stream: TokenStream, i: int) -> bool:
    """Whether the token stands between double quotation marks of its paragraph."""
    straight = 0
    for at in range(i - 1, max(i - _REACH, -1), -1):
        text = stream[at].text
        if text == "\n":
            break
        if text in ("“", "”"):
            return text == "“"
        straight += text == '"'
    return straight % 2 == 1


def _around(stream: TokenStream, found: Sequence[Found], n: int) -> Iterator[Found]:
    """The expressions of the same paragraph that stand in no quotation."""
    for one in found[max(n - _NEIGHBOURS, 0) : n + _NEIGHBOURS + 1]:
        first, last = sorted((one.start, found[n].start))
        if one is not found[n] and not any(stream[i].text == "\n" for i in range(first, last)) and not _is_quoted(stream, one.start):
            yield one


def _day_of_speech(stream: TokenStream, one: Found, context: Context) -> date | None:
    """The day that an expression names and that is over: "said Sunday", "after Sunday's defeat"."""
    meaning = one.meaning.day if isinstance(one.meaning, Clock) else one.meaning
    if not isinstance(meaning, Weekday | Day):
        return None
    if stream.after_possessive(one.end) > one.end and stream.low(one.start - 1) != "after":
        return None
    read = meaning.read(replace(context, look=-1, is_sure=True))
    day = read.earliest if read is not None and read.grain == "D" else None
    return day if day is not None and context.published is not None and day <= context.published else None


def _may_be_of(named: Reading | None, published: date) -> bool:
    return named is not None and named.grain == "D" and named.earliest is not None and 0 < (published - named.earliest).days <= _NEWS
