"""The article cut into screen rows: wrapping by cell width, and the map between offsets and cells, both ways.

Every code point of the text keeps its place: what a terminal would obey or hide is shown as a sign of its own
(`factcheck.model.visible`), one for one. Marks are signs that stand before a code point without being part of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rich.cells import get_character_cell_size

from factcheck.model import visible

_NOT_ONE_CELL = re.compile(r"[^ -~\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2426\u21c4\ufffd]")
"""A character that may not be exactly one cell wide: takes `漢` and a combining acute; refuses `é`."""


@dataclass(frozen=True)
class Row:
    """One row of the screen: the code points `start` to `end` of the text."""

    start: int
    end: int


class Layout:
    """`text` wrapped to `width` cells. `marks` says how many one-cell signs stand before which offsets.

    Lines break at spaces where they can, and anywhere where they cannot; a code point without a width stays with the
    one before it. A space that a row breaks at belongs to the row before, past its end.
    """

    def __init__(self, text: str, width: int, marks: Mapping[int, int] | None = None) -> None:
        self.text = "\n".join(map(visible, text.split("\n")))
        self.width = max(2, width)
        self.marks = marks or {}
        self._mark_at = sorted(self.marks)
        self.rows: list[Row] = []
        start = 0
        for line in self.text.split("\n"):
            self._wrap(start, start + len(line))
            start += len(line) + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [row.start for row in self.rows]

    def row_of(self, offset: int) -> int:
        """The row on which an offset stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def column_of(self, offset: int) -> int:
        """The cell at which the code point at an offset begins, counted from the left of its row."""
        row = self.rows[self.row_of(offset)]
        end = min(offset, row.end)
        marks = sum(self.marks[m] for m in self._marks_in(row.start, end + 1))
        return sum(map(self._size, range(row.start, end))) + marks

    def offset_at(self, row: int, column: int) -> int:
        """The offset of the code point that covers a cell; the last one of the row when the row is shorter."""
        here = self.rows[max(0, min(row, len(self.rows) - 1))]
        at = 0
        for offset in range(here.start, here.end):
            at += self.marks.get(offset, 0) + self._size(offset)
            if column < at:
                return offset
        return max(here.start, here.end - 1)

    def _size(self, offset: int) -> int:
        return get_character_cell_size(self.text[offset])

    def _marks_in(self, start: int, end: int) -> list[int]:
        return self._mark_at[bisect_left(self._mark_at, start) : bisect_left(self._mark_at, end)]

    def _wrap(self, start: int, end: int) -> None:
        if start == end:
            self.rows.append(Row(start, end))
            return
        fit = self._fit if _NOT_ONE_CELL.search(self.text, start, end) else self._fit_narrow
        while start < end:
            stop = fit(start, end)
            if stop < end:
                space = self.text.rfind(" ", start, stop + 1)
                if space > start:
                    self.rows.append(Row(start, space))
                    start = space + 1
                    continue
            self.rows.append(Row(start, stop))
            start = stop

    def _fit_narrow(self, start: int, end: int) -> int:
        """How far a row from `start` reaches when every code point takes one cell."""
        room = start + self.width
        stop = min(end, room)
        for mark in self._marks_in(start, stop):
            if mark >= stop:
                break
            room -= self.marks[mark]
            stop = min(stop, max(room, mark, start + 1))
        return stop

    def _fit(self, start: int, end: int) -> int:
        """How far a row from `start` reaches, code point by code point."""
        used = 0
        for offset in range(start, end):
            cells = self.marks.get(offset, 0) + self._size(offset)
            used += cells
            if cells and used > self.width and offset > start:
                return offset
        return end
