"""Places in a source, as people and documents write them ("pp. 14–16", "12:34", "sheet Payments, cell B7"), and whether two are apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.visible import one_line

NEAR = 30
"""Seconds by which two times may differ that mean one place: a transcript has one for each paragraph."""
_NUMBERS = r"(\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:\s?(?:,|&|and)\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?){0,5})(?![\w:])"
_PAGES = re.compile(rf"\b(?:pp?|pgs?|pages?)\.?\s{{0,2}}{_NUMBERS}", re.IGNORECASE)
"""Takes "p. 14", "pp. 14–16, 20", "page 3"; refuses "paragraph 3", "p. iv"."""
_CHAPTERS = re.compile(rf"\b(?:ch|chaps?|chapters?)\.?\s{{0,2}}{_NUMBERS}", re.IGNORECASE)
"""Takes "ch. 3", "chapter 3"; refuses "church 3"."""
_TIME = re.compile(r"(?<![\w:.])(?:(\d{1,3}):)?(\d{1,3}):(\d\d)(?![\w:])")
"""Takes "12:34", "1:02:03", the times in "[00:12:34]"; refuses "3:4", "12:345"."""
_MINUTE = re.compile(r"\bmin(?:ute)?s?\.?\s(\d{1,4})\b", re.IGNORECASE)
_CELLS = re.compile(
    r"\b(?:cells?\s|sheet\s[^,;]{1,80},\s)([A-Z]{1,3})(\d{1,7})(?!\w)(?:\s?(?::|to|[-–])\s?([A-Z]{1,3})(\d{1,7}))?", re.IGNORECASE
)
"""Takes "cell B7", "cells A7 to B9", "cells A7:B9", the cell in "sheet Fees, B4"; refuses "cell 7"."""
_SHEET = re.compile(r"\bsheet\s([^,;]{1,80})", re.IGNORECASE)
_AROUND_SHEET = " \"'“”‘’"
_RANGE = re.compile(r"(\d{1,5})(?:\s?[-–—]\s?(\d{1,5}))?")

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Where:
    """What the words of a place name: pages, chapters and seconds from one to another, a sheet, and cells from a corner to another."""

    pages: Ranges = ()
    chapters: Ranges = ()
    seconds: Ranges = ()
    sheet: str | None = None
    cells: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def page(self) -> int | None:
        """The first page."""
        return self.pages[0][0] if self.pages else None

    @property
    def second(self) -> int | None:
        """The first second."""
        return self.seconds[0][0] if self.seconds else None


def where(words: str | None) -> Where:
    """What a place's words name; nothing for what is not understood.

    >>> where("pp. 214–6").pages, where("at 12:34").second
    (((214, 216),), 754)
    """
    words = (words or "")[:300]
    sheet = _SHEET.search(words)
    return Where(
        tuple(_ranges(_PAGES, words)),
        tuple(_ranges(_CHAPTERS, words)),
        tuple(_times(words)),
        one_line(sheet[1]).strip(_AROUND_SHEET).casefold() if sheet else None,
        tuple(_corners(found) for found in _CELLS.finditer(words)),
    )


def apart(found: str | None, given: str | None) -> str | None:
    """That words were found at another place than the one given for them, in words; None where both may be one.

    >>> apart("page 12", "p. 14")
    'found on page 12, not p. 14'
    """
    there, named = where(found), where(given)
    other = (
        ("on", _differ(there.pages, named.pages)),
        ("in", _differ(there.chapters, named.chapters)),
        ("at", _differ(there.seconds, named.seconds, NEAR)),
        ("in", _sheets_differ(there, named) or _cells_differ(there, named)),
    )
    preposition = next((word for word, differs in other if differs), None)
    return None if preposition is None else f"found {preposition} {one_line(found or '', 120)}, not {one_line(given or '', 120)}"


def _differ(found: Ranges, given: Ranges, near: int = 0) -> bool:
    pairs = [(one, other) for one in found for other in given]
    return bool(pairs) and not any(low <= other_high + near and other_low <= high + near for (low, high), (other_low, other_high) in pairs)


def _sheets_differ(found: Where, given: Where) -> bool:
    """Whether both name a sheet, and another; which one "sheet 2" is, only who opens the file knows."""
    return bool(found.sheet and given.sheet) and found.sheet != given.sheet and not (given.sheet or "").isdecimal()


def _cells_differ(found: Where, given: Where) -> bool:
    pairs = [(one, other) for one in found.cells for other in given.cells]
    return bool(pairs) and not any(a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3] for a, b in pairs)


def _ranges(pattern: re.Pattern[str], words: str) -> Iterator[tuple[int, int]]:
    for named in pattern.finditer(words):
        for found in _RANGE.finditer(named[1]):
            low, high = found[1], found[2] or found[1]
            high = low[: len(low) - len(high)] + high if len(high) < len(low) else high  # "214–6" is 214 to 216
            yield int(low), max(int(low), int(high))


def _times(words: str) -> Iterator[tuple[int, int]]:
    times = [(int(found[1] or 0) * 60 + int(found[2])) * 60 + int(found[3]) for found in _TIME.finditer(words)]
    if times:
        yield times[0], max(times[:2])
    for minute in _MINUTE.finditer(words):
        yield int(minute[1]) * 60, int(minute[1]) * 60 + 59


def _corners(found: re.Match[str]) -> tuple[int, int, int, int]:
    columns = sorted((_column(found[1]), _column(found[3] or found[1])))
    rows = sorted((int(found[2]), int(found[4] or found[2])))
    return columns[0], rows[0], columns[1], rows[1]


def _column(letters: str) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
