"""Which claims and flags cover which words of the article, ready to be drawn row by row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Flag

FLAG = ""
"""Stands among the ids of claims for the sign of an open flag."""


@dataclass(frozen=True)
class Run:
    """A stretch of text that the same claims cover, the innermost last."""

    start: int
    end: int
    claims: tuple[str, ...]


class Marks:
    """The marks of an article: `before` says whose signs stand before an offset, `runs` what covers a stretch."""

    def __init__(self, claims: Sequence[Claim], flags: Sequence[Flag]) -> None:
        self.before: dict[int, list[str]] = {}
        for start in sorted({span.start for flag in flags for span in flag.spans}):
            self.before[start] = [FLAG]
        for claim in claims:
            self.before.setdefault(claim.start, []).append(claim.id)
        self._edges, self._covers = _sweep(claims)

    def counts(self) -> dict[int, int]:
        """How many signs stand before which offset."""
        return {offset: len(ids) for offset, ids in self.before.items()}

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The runs that cover part of `start` to `end`, cut to it, in order; words outside all claims have none."""
        at = max(0, bisect_right(self._edges, start) - 1)
        until = bisect_left(self._edges, end)
        for i in range(at, min(until, len(self._edges) - 1)):
            if self._covers[i]:
                yield Run(max(start, self._edges[i]), min(end, self._edges[i + 1]), self._covers[i])


def _sweep(claims: Sequence[Claim]) -> tuple[list[int], list[tuple[str, ...]]]:
    """The offsets at which the covering claims change, and what covers the text from each of them on."""
    opening: dict[int, list[Claim]] = {}
    for claim in claims:
        opening.setdefault(claim.start, []).append(claim)
    edges = sorted({at for claim in claims for at in (claim.start, claim.end)})
    active: list[Claim] = []
    covers = []
    for edge in edges:
        active = [claim for claim in active if claim.end > edge]
        active += [claim for claim in opening.get(edge, ()) if claim.end > edge]
        covers.append(tuple(claim.id for claim in sorted(active, key=lambda c: (c.start, -c.end))))
    return edges, covers
