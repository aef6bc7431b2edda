"""Text to tokens: the words, digits and signs that the figure grammar is written in, each with its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a token is made of."""

    DIGITS = 1
    WORD = 2
    VULGAR = 3
    SIGN = 4
    BREAK = 5
    DATE = 6


class Token(NamedTuple):
    """A token: `start` and `end` are code points into the text; `gap` tells of white space before it."""

    kind: Kind
    text: str
    lower: str
    start: int
    end: int
    gap: bool


VULGAR_FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

# Takes "1,234,567.89", "12,34,567", "7" and ".534"; refuses to take "1,2345" as one (the group is too long).
DIGITS = r"[0-9]++(?:,[0-9]{2,3}(?![0-9]))*+(?:\.[0-9]++)?+|(?<![\w.,])\.[0-9]++"
# Takes "U.S." and "a.m."; refuses "end." (more than one letter before the full stop).
DOTTED = r"(?<![^\W_])(?:[A-Za-z]\.){2,6}"
# Takes "people's" and "km²"; refuses "½" and "40".
WORD = rf"[^\W0-9_{VULGAR_FRACTIONS}]++(?:['’][^\W0-9_{VULGAR_FRACTIONS}]++)*+"
# A line end that closes a paragraph or begins a new line of its own: takes "\n\n" and "\nThe"; refuses "\npeople" (a wrapped line).
BREAK = r"\n(?![^\S\n]*[a-z0-9$£€(])"

TOKEN = re.compile(rf"({DIGITS})|({DOTTED}|{WORD})|([{VULGAR_FRACTIONS}])|([^\w\s]|_)|({BREAK})")

_KINDS = (Kind.BREAK, Kind.DIGITS, Kind.WORD, Kind.VULGAR, Kind.SIGN, Kind.BREAK)


def tokens(text: str, masked: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of `text` in order; those that begin inside a range of `masked` (sorted, in code points) are of kind DATE."""
    return list(_scan(text, iter(masked)))


def _scan(text: str, masked: Iterator[tuple[int, int]]) -> Iterator[Token]:
    previous_end = 0
    low, high = next(masked, (len(text), len(text)))
    for match in TOKEN.finditer(text):
        start, end = match.span()
        while start >= high and low < len(text):
            low, high = next(masked, (len(text), len(text)))
        kind = Kind.DATE if low <= start < high else _KINDS[match.lastindex or 0]
        word = match.group()
        yield Token(kind, word, word.lower(), start, end, start > previous_end)
        previous_end = end
