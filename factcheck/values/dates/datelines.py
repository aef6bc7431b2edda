"""The day that the dateline of a story names, from which its "today" is told where it came out a day or so later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.values.dates.found import Found
from factcheck.values.dates.points import Day
from factcheck.values.dates.reading import Context
from factcheck.values.dates.token_stream import TokenStream

_PLACE = 10
"""Tokens from the beginning of a line to the day of a dateline: "ST. JOHN'S, Newfoundland, "."""

_LATE = 7
"""Days after the day of its dateline within which a story comes out."""

_ENDS = frozenset({":", "(", "-", "–", "—", "/"})
"""Signs that end a dateline, or open the name of its agency; a full stop does behind "Jan. 29", with the dateline in capitals."""


def written_on(stream: TokenStream, found: Sequence[Found], published: date | None) -> date | None:
    """The day of the text's dateline ("RAWALPINDI, Jan 29: …"), where all its datelines name one shortly before publication; else None."""
    if published is None:
        return None
    days = {
        one.meaning
        for one in found
        if isinstance(one.meaning, Day) and _closes(stream, one) and _is_place(stream, _line_start(stream, one.start), one.start)
    }
    if len(days) != 1:
        return None
    told = days.pop().read(replace(Context(published), look=-1, is_sure=True))
    day = told.earliest if told is not None else None
    return day if day is not None and 0 < (published - day).days <= _LATE else None


def _closes(stream: TokenStream, one: Found) -> bool:
    """Whether a dateline ends behind the day, and the story goes on in the same line."""
    end = one.end
    if stream[end].text == ".":
        return stream.low(end + 1) != "\n" and stream[one.start - 2].text.isupper()
    return stream[end].text in _ENDS and stream[end + 1].text != "\n"


def _line_start(stream: TokenStream, i: int) -> int:
    start = i
    while start > 0 and i - start <= _PLACE and stream[start - 1].text != "\n":
        start -= 1
    return start


def _is_place(stream: TokenStream, start: int, end: int) -> bool:
    """Whether a line begins with a place and a comma, and nothing but names, before the token `end`."""
    if not 2 <= end - start <= _PLACE or stream[end - 1].text != "," or not (stream[start].is_capital and stream[start].text.isalpha()):
        return False
    return all(stream[i].is_capital or not stream[i].text[:1].isalnum() for i in range(start, end - 1))
