"""What a cell of a spreadsheet can hold, and how high a row must be so that all of it is seen."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from factcheck.model import visible

LONGEST = 32_767
"""Characters that a cell holds (ECMA-376)."""
LINE = 15.0
"""Points of a line in the letter that a workbook has by itself."""
HIGHEST = 409.0
"""Points of the highest row that there can be (Excel's own bound)."""
_FIRST_YEAR = 1900
"""Spreadsheets count the days from its beginning."""
_DIGITS = 15
"""Of a number that is kept exactly (IEEE 754)."""


@dataclass(frozen=True)
class Link:
    """An address that a cell may lead to."""

    url: str


@dataclass(frozen=True)
class Marked:
    """A sentence in which some words are marked."""

    before: str
    words: str
    after: str


Value = str | int | Decimal | date | datetime | Link | Marked | None
"""What a table says in a cell; None for nothing."""


def plain(text: str) -> str:
    """Words as a cell holds them."""
    shown = visible(text, lines=True)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def words_of(value: Value) -> str:
    """What is seen of a value, as near as its height and width ask for it."""
    if isinstance(value, Marked):
        return f"{value.before}{value.words}{value.after}"
    if isinstance(value, Link):
        return value.url
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")[:16]
    return "" if value is None else str(value)


def is_day(value: date) -> bool:
    """Whether a spreadsheet can count a day."""
    return value.year >= _FIRST_YEAR


def is_exact(value: int | Decimal) -> bool:
    """Whether a spreadsheet can hold a number without rounding it."""
    return len(Decimal(value).normalize().as_tuple().digits) <= _DIGITS and abs(Decimal(value).adjusted()) < 2 * _DIGITS


_WIDEST = 1.3
"""How wide a capital is beside a digit, at the most but for M, W and a few signs."""
_SPACE = 0.5
_LETTER = 1.0
"""How wide a small letter is beside a digit, on average .88 in Calibri: of 12,600 texts in columns, one had a line fewer than it needed."""


@lru_cache(maxsize=1_000)
def lines(text: str, width: float) -> int:
    """In how many lines words stand that are wrapped in a column `width` digits wide, at the most."""
    return sum(_wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: float) -> int:
    if line.isascii() and len(line) * _WIDEST <= width:
        return 1
    found, left = 1, width
    for word in line.split(" "):
        long = _width(word)
        if long > left and left < width:
            found, left = found + 1, width
        while long > left:
            found, long = found + 1, long - left
        left -= long + _SPACE
    return found


@lru_cache(maxsize=20_000)
def _width(word: str) -> float:
    """The width of a word in digits: small letters are narrower, and capitals and signs of the East are wider."""
    if word.isascii() and word.islower():
        return len(word) * _LETTER
    return sum(2.0 if unicodedata.east_asian_width(sign) in "WF" else _WIDEST if sign.isupper() else _LETTER for sign in word)
