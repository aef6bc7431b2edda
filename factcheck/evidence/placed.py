"""The text of a source with its places: on which page, at which second, in which cell of which sheet words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property

from factcheck.evidence.quoting import SourceText
from factcheck.values import find_dates, find_figures

LONGEST = 4_000_000
"""Code points of a source's text that are looked through."""
_MOST_CELLS = 5
_AMOUNT = re.compile(r"[£$€¥₹]?\s?[-+−]?\d[\d,]*(?:\.\d+)?\s?%?")
"""A number by itself: takes "4,200,000", "£12.50", "12 %"; refuses "7 days"."""

Value = Decimal | date


@dataclass(frozen=True)
class Cell:
    """A cell of a spreadsheet: what it shows, and the number or day that it holds, one in percent as it is shown."""

    sheet: str
    ref: str
    shown: str
    value: Value | None = None

    @property
    def place(self) -> str:
        """Where it is, as one looks it up; the only sheet of a file that names none has no name."""
        return f"sheet {self.sheet}, cell {self.ref}" if self.sheet else f"cell {self.ref}"


@dataclass(frozen=True)
class Placed:
    """A text; `marks` say where in it, in code points, each place begins, and `values` which of them hold a number or a day."""

    text: str
    marks: tuple[tuple[int, str], ...] = ()
    values: tuple[tuple[int, int, Value], ...] = ()

    @cached_property
    def searched(self) -> SourceText:
        """The text, ready to be searched."""
        return SourceText(self.text)

    def place(self, start: int, end: int) -> str | None:
        """Where the words from `start` to `end` stand: "page 3", "sheet Payments, cells A7 to B7"; None where the text has no places."""
        first, last = (bisect_right(self.marks, at, key=lambda mark: mark[0]) - 1 for at in (start, max(start, end - 1)))
        if first < 0:
            return None
        one, other = self.marks[first][1], self.marks[last][1]
        sheet, cell, ref = one.rpartition("cell ")
        same, _, to = other.rpartition("cell ")
        return f"{sheet}cells {ref} to {to}" if cell and one != other and same == sheet else one

    def holding(self, quote: str) -> tuple[int, int, str] | None:
        """The first value that is the number or day quoted, from where to where it stands, and the places of all such values."""
        wanted = value_of(quote) if self.values else None
        if wanted is None:
            return None
        found = [(start, end) for start, end, value in self.values if type(value) is type(wanted) and value == wanted]
        return (*found[0], _listed([self.place(*one) or "" for one in found])) if found else None


def _listed(places: Sequence[str]) -> str:
    more = len(places) - _MOST_CELLS
    return "; ".join(places[:_MOST_CELLS]) + (f"; and {more} more" if more > 0 else "")


def value_of(words: str) -> Value | None:
    """The number or day that words are, and nothing beside it: "£4.2 million", "4 March 2024"; None for other words."""
    words = " ".join(words.split())
    if _AMOUNT.fullmatch(words):
        return amount(words)
    figures = find_figures(words)
    if len(figures) == 1 and figures[0].high is None and not re.search(r"\w", words[: figures[0].start] + words[figures[0].end :]):
        return figures[0].value
    days = find_dates(words, None)
    if len(days) == 1 and days[0].text == words and days[0].earliest is not None and days[0].earliest == days[0].latest:
        return days[0].earliest
    return None


def amount(shown: str) -> Decimal | None:
    """The number that a cell shows, without its sign of currency or percent; None when it shows none."""
    if not _AMOUNT.fullmatch(shown):
        return None
    try:
        return Decimal(re.sub(r"[^\d.+-]", "", shown.replace("−", "-")))
    except InvalidOperation:
        return None


def of_cells(rows: Sequence[Sequence[Cell]]) -> Placed:
    """The text of a spreadsheet, a line for each row."""
    marks, values, parts, at = [], [], [], 0
    for row in rows:
        for n, cell in enumerate(row):
            if at > LONGEST:
                break
            marks.append((at, cell.place))
            if cell.value is not None:
                values.append((at, at + len(cell.shown), cell.value))
            parts += [cell.shown, "\n" if n == len(row) - 1 else "\t"]
            at += len(cell.shown) + 1
    return Placed("".join(parts), tuple(marks), tuple(values))


_STAMP = re.compile(
    r"^[ \t]*(?:(?P<h>\d{1,3}):)?(?P<m>\d\d?):(?P<s>\d\d)[.,]\d{1,3}[ \t]*-->[^\n]*$"
    r"|[\[(](?:(?P<H>\d{1,3}):)?(?P<M>\d{1,3}):(?P<S>\d\d)(?:[.,]\d{1,3})?[\])]",
    re.MULTILINE,
)
"""A time code: takes the line "00:12:34,000 --> 00:12:36,500", "[12:34]", "(1:02:03)"; refuses "12:34" by itself."""
_FEWEST_STAMPS = 2
_CUE_NUMBER = re.compile(r"\n\s*\d{1,6}\s*\Z")
_TAGS = re.compile(r"</?(?:i|b|u|c|v|font|span)(?:[.\s][^<>\n]{0,120})?>|\{\\[^}\n]{0,200}\}", re.IGNORECASE)


def timed(text: str) -> Placed:
    """A transcript without its time codes, each the place of the words behind it. With one code that is no cue it has no places."""
    stamps = list(_STAMP.finditer(text[:LONGEST]))
    if len(stamps) < _FEWEST_STAMPS and not any(stamp["m"] for stamp in stamps):
        return Placed(text[:LONGEST])
    marks, parts, at = [], [], 0
    for place, words in _stamped(text[:LONGEST], stamps):
        if place:
            marks.append((at, place))
        parts.append(f"{words}\n")
        at += len(words) + 1
    return Placed("".join(parts), tuple(marks))


def _stamped(text: str, stamps: Sequence[re.Match[str]]) -> Iterator[tuple[str, str]]:
    head = _CUE_NUMBER.sub("", f"\n{text[: stamps[0].start()]}").removeprefix("\n").strip()
    if head and head != "WEBVTT":
        yield "", head
    for stamp, following in zip(stamps, [*stamps[1:], None], strict=True):
        words = text[stamp.end() : following.start() if following else len(text)]
        if following is not None and following["m"]:  # the number of the cue that follows
            words = _CUE_NUMBER.sub("", words)
        hours, minutes, seconds = (int(stamp[small] or stamp[large] or 0) for small, large in (("h", "H"), ("m", "M"), ("s", "S")))
        hours, minutes = hours + minutes // 60, minutes % 60
        yield f"{hours}:{minutes:02}:{seconds:02}", " ".join(_TAGS.sub("", words).split())
