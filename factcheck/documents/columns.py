"""Which text of a page is read first: from its top down, and column by column where it has columns (a cut in the manner of XY-cut)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

_LEAST = 0.15
"""The share of the height of all text that each side of a gutter has at least."""

_MOST = 400
"""Blocks of a page among which columns are looked for; no page of print has more."""


class Box(Protocol):
    """A block of text on a page; y grows upwards."""

    x0: float
    x1: float
    y0: float
    y1: float


B = TypeVar("B", bound=Box)


def in_reading_order(boxes: Sequence[B]) -> list[B]:
    """The blocks as a reader goes through them; those that lie across the gutter between two columns part them into bands."""
    gutter = _gutter(boxes)
    if gutter is None:
        return sorted(boxes, key=lambda box: (-box.y1, box.x0))
    across = sorted((box for box in boxes if box.x0 < gutter < box.x1), key=lambda box: -box.y1)
    left, right = _sides(boxes, gutter)
    ordered: list[B] = []
    for bar in across:
        for side in (left, right):
            above = [box for box in side if box.y0 + box.y1 > bar.y0 + bar.y1]
            ordered += in_reading_order(above)
            side[:] = [box for box in side if box not in above]
        ordered.append(bar)
    return [*ordered, *in_reading_order(left), *in_reading_order(right)]


def _gutter(boxes: Sequence[B]) -> float | None:
    """Where the gutter between the leftmost column and the others is; None for text in one column."""
    least = _LEAST * _height(boxes)
    best, most = None, (least, 0.0)
    if len(boxes) > _MOST:
        return None
    for x in sorted({box.x1 for box in boxes}):
        left, right = _sides(boxes, x)
        smaller, both = sorted((_height(left), _height(right)))
        if smaller > least and (smaller, both) > most and _side_by_side(left, right):
            best, most = x, (smaller, both)  # of two with one smaller side, the one that the fewest blocks lie across
    return best


def _sides(boxes: Sequence[B], x: float) -> tuple[list[B], list[B]]:
    return [box for box in boxes if box.x1 <= x], [box for box in boxes if box.x0 >= x and box.x1 > x]


def _height(boxes: Iterable[Box]) -> float:
    return sum(box.y1 - box.y0 for box in boxes)


def _side_by_side(left: Sequence[Box], right: Sequence[Box]) -> bool:
    """Whether the two sides stand beside each other for half of the shorter one, not one above the other."""
    spans = [(min(b.y0 for b in side), max(b.y1 for b in side)) for side in (left, right)]
    shared = min(high for _, high in spans) - max(low for low, _ in spans)
    return 2 * shared >= min(high - low for low, high in spans)
