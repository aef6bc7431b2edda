"""Gutters between columns that are nearer to each other than a column's gap: strips that stay empty over several lines of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

_LEAST = 0.4
"""Ems of a gutter's width at the least."""
_ROWS = 3
"""Rows with text on both sides of a gutter at the least."""
_COLUMN = 5.0
"""Ems of the width of what stands beside a gutter at the least, on the average: a label or a number is no column."""
_APART = 5.0
"""Ems from a row to the next in which a gutter goes on at the most."""
_MOST = 60
"""Strips that are followed at once; a page has some ten columns."""


class Chunk(Protocol):
    """Letters that were set one after another."""

    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where they begin."""

    @property
    def x1(self) -> float:
        """Where they end."""


@dataclass(frozen=True)
class _Strip:
    """A strip that is empty so far: in the row at `y`, and in those above it that it goes on from; `behind` is what stands behind it."""

    x0: float
    x1: float
    y: float
    behind: int
    widths: tuple[float, float]
    above: _Strip | None = None
    rows: int = 1

    def is_gutter(self) -> bool:
        return self.rows >= _ROWS and min(self.widths) >= _COLUMN * self.rows


def behind_gutters(rows: Sequence[Sequence[Chunk]]) -> set[int]:
    """The chunks (by `id`) that begin behind a gutter; the rows come from the top of the page down, their chunks from left to right."""
    found: set[int] = set()
    strips: list[_Strip] = []
    for row in rows:
        gaps = _gaps(row)
        going_on: dict[tuple[float, float], _Strip] = {}
        for strip in strips:
            on = _in_row(strip, row, gaps)
            for one in on:
                going_on.setdefault((one.x0, one.x1), one)
            if not on:
                _note(strip, found)
        for fresh in gaps:
            going_on.setdefault((fresh.x0, fresh.x1), fresh)
        strips = sorted(going_on.values(), key=lambda strip: -strip.rows)[:_MOST]
    for strip in strips:
        _note(strip, found)
    return found


def _note(strip: _Strip, found: set[int]) -> None:
    """Adds what stands behind a gutter to what was found."""
    one: _Strip | None = strip if strip.is_gutter() else None
    while one is not None:
        found.add(one.behind)
        one = one.above


def _gaps(row: Sequence[Chunk]) -> list[_Strip]:
    """The gaps of a row that may be gutters."""
    return [
        _Strip(one.x1, two.x0, one.y, id(two), ((one.x1 - one.x0) / one.size, (two.x1 - two.x0) / two.size))
        for one, two in pairwise(row)
        if two.x0 - one.x1 >= _LEAST * max(one.size, two.size)
    ]


def _in_row(strip: _Strip, row: Sequence[Chunk], gaps: Sequence[_Strip]) -> list[_Strip]:
    """The strip as it goes on in a row: in each gap of that; as it is where the row has text on one side only; nowhere if text is in it."""
    size = max(chunk.size for chunk in row)
    if strip.y - row[0].y > _APART * size:
        return []
    on = []
    for gap in gaps:
        x0, x1 = max(strip.x0, gap.x0), min(strip.x1, gap.x1)
        if x1 - x0 >= _LEAST * size:
            widths = (strip.widths[0] + gap.widths[0], strip.widths[1] + gap.widths[1])
            on.append(_Strip(x0, x1, gap.y, gap.behind, widths, strip, strip.rows + 1))
    if not on and all(chunk.x1 <= strip.x0 or chunk.x0 >= strip.x1 for chunk in row):
        on = [replace(strip, y=row[0].y)]
    return on
