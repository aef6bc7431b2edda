"""The events that an article tells with their days: what happened, to whom or to what, and when."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.days.subjects import TOKEN, Subject, Subjects
from factcheck.checking.quotations import quotations
from factcheck.language.calendar import WEEKDAY_OF
from factcheck.language.events import AUXILIARIES, BREAKS, KINDS, TOGETHER, is_past
from factcheck.model import DateKind, DateValue, Span, Words

REACH = 14
"""So many words and marks may stand between a verb and its day."""

MOST = 400
"""Events that are looked at, so that the time stays linear."""

_LONGEST = max(len(phrase.split()) for phrase in KINDS)
_UNLED = frozenset("last yesterday today".split())
"""What opens a day that needs no preposition, as a weekday does."""

_CLOSES = frozenset('”"“:;()–—')
"""Marks at which a verb is left without its day."""


@dataclass(frozen=True)
class Event:
    """Something that happened on a day. `kind` is None where the verb tells some other act; `done_to`: its subject underwent it."""

    kind: str | None
    place: Words
    day: DateValue
    subject: Subject
    done_to: bool


@dataclass(frozen=True)
class _Verb:
    first: int
    last: int
    kind: str | None
    word: str


def find_events(context: CheckContext) -> list[Event]:
    """What happened on a day that is told, in the order of the text; nothing of what is quoted, which others may remember wrongly."""
    days = [d for d in context.dates if d.kind in (DateKind.DATE, DateKind.TIME) and d.earliest is not None and d.latest is not None]
    if not days:
        return []
    starts = [d.start for d in days]
    subjects = Subjects(context)
    quoted = quotations(context)
    openings = [q.start for q in quoted]
    found: list[Event] = []
    for sentence in context.sentences:
        here = days[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if here and len(found) < MOST:
            nth = bisect_right(openings, here[0].start) - 1
            if nth < 0 or quoted[nth].end <= here[0].start:
                found += _events(context, sentence, here, subjects)
    return found


def _events(context: CheckContext, sentence: Span, days: Sequence[DateValue], subjects: Subjects) -> Iterator[Event]:
    tokens = list(TOKEN.finditer(context.text, sentence.start, sentence.end))
    starts = [token.start() for token in tokens]
    last: Subject | None = None
    for day in days:
        before, after = bisect_left(starts, day.start), bisect_left(starts, day.end)
        verb = _verb_before(tokens, before, day)
        if verb is None and before <= 1:
            verb = _verb_after(tokens, after)
        said_of = subjects.before(tokens, verb.first, last) if verb is not None else None
        if verb is None or said_of is None:
            continue
        last, done_to = said_of
        ends = (tokens[verb.first].start(), tokens[verb.last].end(), day.start, day.end)
        place = context.at(min(ends), max(ends))
        yield Event(verb.kind, place, day, last, done_to)
        if verb.word in TOGETHER and verb.last < before:
            member_of = subjects.object_of(tokens, verb.last + 1)
            if member_of is not None:
                yield Event(None, place, day, member_of, done_to)


def _verb_before(tokens: Sequence[re.Match[str]], day: int, value: DateValue) -> _Verb | None:
    """The nearest past verb before a day that belongs to it: "opened in May 1986", "died Tuesday"."""
    at = day - 1
    while at >= 0 and tokens[at][0].lower() in ("early", "late", "about", "around"):
        at -= 1
    led = at >= 0 and tokens[at][0].lower() in ("in", "on")
    opener = value.text.split()[0].lower()
    if not led and not (opener in _UNLED or opener in WEEKDAY_OF or value.text.endswith(" ago")):
        return None
    at -= led
    for i in range(at, max(-1, at - REACH), -1):
        word = tokens[i][0].lower()
        verb = _verb_at(tokens, i)
        if verb is not None:
            return verb
        if word in BREAKS or word in _CLOSES:
            return None
    return None


def _verb_after(tokens: Sequence[re.Match[str]], after: int) -> _Verb | None:
    """The first past verb after a day that opens its sentence: "In 2006, the firm won"."""
    first = after + (after < len(tokens) and tokens[after][0] == ",")
    for i in range(first, min(len(tokens), first + REACH)):
        word = tokens[i][0].lower()
        for end in range(min(len(tokens), i + _LONGEST) - 1, i - 1, -1):
            verb = _verb_at(tokens, end) if i > first else None
            if verb is not None and verb.first == i and word not in AUXILIARIES:
                return verb
        if word in BREAKS or word in _CLOSES:
            return None
    return None


def _verb_at(tokens: Sequence[re.Match[str]], last: int) -> _Verb | None:
    """The past verb that ends at an index."""
    for size in range(min(_LONGEST, last + 1), 0, -1):
        phrase = " ".join(token[0] for token in tokens[last - size + 1 : last + 1])
        if phrase in KINDS:
            return _Verb(last - size + 1, last, KINDS[phrase], phrase)
    word = tokens[last][0]
    return _Verb(last, last, None, word) if is_past(word) else None
