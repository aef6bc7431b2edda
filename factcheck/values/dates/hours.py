"""Hours that only what stands around them makes times: "5 to 6 p.m.", "at 9 this morning", "last night at 8"."""

from __future__ import annotations

from factcheck.values.dates.clock import half_of_day
from factcheck.values.dates.found import Found
from factcheck.values.dates.relations import Clock, NearDay
from factcheck.values.dates.token_stream import HYPHENS, TokenStream

_LEADS = frozenset({"at", "around", "about", "from", "before", "after", "until", "between", "since"})
"""Words before an hour."""

JOINTS = HYPHENS | {"to", "and", "until", "till"}
"""Words between the hours of a span of time."""

_HALVES = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12, "tonight": 12}

_DAYS = {"this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}
"""The day of "this morning" and "last night", counted from today."""


def hour(stream: TokenStream, i: int) -> Found | None:
    """An hour of one or two digits, or in words, with minutes or without, whose half of the day the words around tell."""
    told = _figures(stream, i)
    if told is None:
        return None
    number, minute, end = told
    half, after = half_of_day(stream, end)
    if half is not None:  # it says so itself
        part = _part_ahead(stream, after)
        if part is None or (half == 0 and part[0] != 0):  # 2am last night is neither
            return None
        return Found(i, part[2], Clock(_value(number, minute, half), NearDay(part[1])), "time")
    led = stream.low(i - 1) in _LEADS
    half = _half_ahead(stream, end, number, led or stream[i].digits > 0, led)
    if half is not None:
        return Found(i, end, Clock(_value(number, minute, half)), "time")
    part = _part_ahead(stream, end) if led or _is_last(stream, i) else None
    if part is not None and not (stream.low(part[2] - 1) == "night" and number < 5):  # 3 last night is neither
        half, day, end = part
        return Found(i, end, Clock(_value(number, minute, half), NearDay(day)), "time")
    half = _half_behind(stream, i)
    return Found(i, end, Clock(_value(number, minute, half)), "time") if half is not None else None


def _is_last(stream: TokenStream, i: int) -> bool:
    """Whether an hour ends a span of time that "from" or "between" opens."""
    return stream.low(i - 1) in JOINTS and any(stream.low(i - n) in _LEADS for n in (3, 5))


def _figures(stream: TokenStream, i: int, *, joined: bool = False) -> tuple[int, int, int] | None:
    """Hour, minute and the index behind them; `joined` when a hyphen may stand right before them."""
    token = stream[i]
    number = token.number if token.digits in (1, 2) else token.word.cardinal if not token.digits else 0
    if not number or not 1 <= number <= 12 or (stream.is_glued(i) and stream[i - 1].text in "$£€#.:/,-" and not joined):
        return None
    end = i + 1
    if stream[end].text in (":", ".") and stream.is_glued(end) and stream[end + 1].digits == 2 and stream.is_glued(end + 1):
        minute = stream[end + 1].number or 0
        return (number, minute, end + 2) if minute < 60 and token.digits else None
    if stream.is_glued(end) and stream[end].text.isalnum() and half_of_day(stream, end)[0] is None:
        return None
    return number, 0, end


def _half_ahead(stream: TokenStream, i: int, first: int, spans: bool, led: bool) -> int | None:
    """The half of the day of the first hour in "5 to 6 p.m.", "2:00-2:30 pm" and "11 to 1 p.m.".

    Without `spans` ("ten to six p.m.") it says minutes; only behind a word that leads to an hour (`led`) is "7 to 9 last night" no score.
    """
    if (stream[i].text not in JOINTS and stream.low(i) not in JOINTS) or not spans:
        return None
    last = _figures(stream, i + 1, joined=stream[i].text in HYPHENS)
    if last is None:
        return None
    half, _ = half_of_day(stream, last[2])
    if half is None and stream.has(last[2], "in", "the"):
        half = _HALVES.get(stream.low(last[2] + 2))
    if half is None and led and (part := _part_ahead(stream, last[2])) is not None:
        half = part[0]
    return 0 if half == 12 and first % 12 > last[0] % 12 else half


def _part_ahead(stream: TokenStream, i: int) -> tuple[int, int, int] | None:
    """Half of the day, day and index behind "this morning", "last night", "tonight" and "yesterday afternoon"."""
    if stream.low(i) == "tonight":
        return 12, 0, i + 1
    half = _HALVES.get(stream.low(i + 1))
    day = _DAYS.get(stream.low(i))
    return (half, day, i + 2) if half is not None and day is not None else None


def _half_behind(stream: TokenStream, i: int) -> int | None:
    """The half of the day that stands before: "last night at 8", "in the morning at 7", "tonight from 7 to 7:30"."""
    if stream.low(i - 1) not in _LEADS:
        return _half_behind(stream, i - 2) if stream.low(i - 1) in JOINTS and _figures(stream, i - 2) else None
    word = stream.low(i - 2)
    named = word == "tonight" or stream.low(i - 3) in (*_DAYS, "the", "next", "that", "every", "each") or stream[i - 3].word.weekday >= 0
    return _HALVES.get(word) if named else None


def _value(number: int, minute: int, half: int) -> str:
    return f"T{number % 12 + half:02}:{minute:02}"
