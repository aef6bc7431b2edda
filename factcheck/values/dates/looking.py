"""Which way a sentence looks: back to what happened, or forward to what will; told by the verb nearest to the time named."""

from __future__ import annotations

from factcheck.language.calendar import WEEKDAYS
from factcheck.language.lexicon import words
from factcheck.values.dates.token_stream import TokenStream

_REACH = 24
"""Words looked at on either side: a clause is rarely longer."""

_FUTURE = words("tenses", "future")
"""Words that look forward by themselves."""

_SET_TO = words("tenses", "set_to")
"""Words that look forward from now: "is due on Friday", "plans to meet"."""

_PAST = words("tenses", "past")
"""Irregular past forms (the commonest in news) that no present form shares; regular ones end in -ed."""

_NOT_PAST = words("tenses", "not_past")

_STOPS = frozenset({".", "!", "?", "\n", ";"})


_FORWARD_BEFORE = frozenset({"until", "till", "ahead", "by"})


def look(stream: TokenStream, start: int, end: int) -> tuple[int, bool]:
    """-1 when the clause around tokens `start` to `end` looks back, 1 when forward, 0 when nothing tells; and whether a verb does."""
    if stream.low(start - 2) == "now" and stream.low(start - 1) in ("and", "until", "till", "to", "through"):
        return 1, True
    way = _before(stream, start)
    if way == 0:
        way = _after(stream, end)
    if way == 0 and stream.low(start - 1) in _FORWARD_BEFORE:
        return 1, False
    if any(stream.low(i) in _WEEKDAY_NAMES for i in range(start, end)) and (
        _is_arranged(stream, start, way) or (way == 0 and _is_scheduled(stream, start))
    ):
        return 1, True
    return way, way != 0


_WEEKDAY_NAMES = frozenset(name.lower() for name in WEEKDAYS)
_ARRANGED = words("tenses", "arranged")
_SCHEDULED = words("tenses", "scheduled")
"""Verbs that in the present tense, with a day, tell what is arranged: "talks resume on Thursday" (Quirk et al. 4.45)."""
_OUT = words("tenses", "out")
_NO_SUBJECT = words("tenses", "no_subject")


def _is_arranged(stream: TokenStream, start: int, way: int) -> bool:
    """Whether something is called or meant for a day: "has called a strike for Friday"."""
    return way <= 0 and stream.low(start - 1) == "for" and any(stream.low(start - back) in _ARRANGED for back in (2, 3, 4))


def _is_scheduled(stream: TokenStream, start: int) -> bool:
    """Whether the only verb of the clause is one in the present tense that tells what is arranged."""
    for i in range(start - 1, max(start - 13, -1), -1):
        low = stream.low(i)
        if low in _STOPS or low in ("since", "after", "from"):
            return False
        if low in _OUT and stream.low(i - 1) in ("is", "are") and start - i <= 2:
            return True
        if low in _SCHEDULED and i > 0 and stream.low(i - 1) not in _NO_SUBJECT and stream.low(i - 1) not in _STOPS:
            return stream[i - 1].number is None
    return False


def _before(stream: TokenStream, start: int) -> int:
    for i in range(start - 1, max(start - 1 - _REACH, -1), -1):
        low = stream.low(i)
        if low in _STOPS and not (low == "." and len(stream.low(i - 1)) <= 3):
            return 0
        way = _cue(stream, i)
        if way:
            return way
    return 0


def _after(stream: TokenStream, end: int) -> int:
    for i in range(end, end + _REACH):
        low = stream.low(i)
        if low in _STOPS and not (low == "." and (i == end or _is_abbreviation(stream, i))):
            return 0
        way = _cue(stream, i)
        if way:
            return way
    return 0


def _is_abbreviation(stream: TokenStream, i: int) -> bool:
    """Whether the point belongs to a title or an initial ("Rev.", "St.") and ends nothing."""
    return stream[i - 1].is_capital and len(stream[i - 1].text) <= 3


def _cue(stream: TokenStream, i: int) -> int:
    token = stream[i]
    low = token.low
    if low in _FUTURE:
        if low == "may" and token.is_capital:
            return 0
        return -1 if stream.low(i + 1) == "have" and low != "will" else 1
    if low in _SET_TO:
        if low in ("set", "due", "going", "ready", "likely", "plan", "plans", "hope", "aim") and stream.low(i + 1) not in (
            "to",
            "for",
            "on",
            "in",
            "by",
        ):
            return 0
        return -1 if stream.low(i - 1) == "had" else 1
    if low in _PAST or _is_regular_past(low):
        return 1 if _is_infinitive_future(stream, i) else -1
    if low == "to" and stream.low(i - 1) in _SET_TO:
        return 1
    return 0


def _is_regular_past(low: str) -> bool:
    return len(low) > 4 and low.endswith("ed") and low not in _NOT_PAST and not low.endswith("eed")


def _is_infinitive_future(stream: TokenStream, i: int) -> bool:
    """Whether a participle stands behind "will be", "to be" or the like: "will be held", "is expected to be signed"."""
    for back in range(1, 5):
        low = stream.low(i - back)
        if low in ("will", "ll", "shall", "would", "may", "might", "must", "should", "could"):
            return not (stream.low(i - back + 1) == "have" and low != "will")
        if low == "to" and stream.low(i - back + 1) == "be":
            return True
        if low not in ("be", "not", "also", "then", "have", "been", "likely", "probably", "formally", "being"):
            return False
    return False
