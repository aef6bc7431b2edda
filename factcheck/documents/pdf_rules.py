"""Tables on a page of a PDF whose cells are ruled: what stands between the same rules is one cell, however many lines it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from factcheck.documents.pdf_glyphs import Rule
from factcheck.documents.pdf_lines import Line, Word

_NEAR = 2.5
"""Points by which the ends of rules may miss each other."""
_MOST_MEETINGS = 400_000
"""Pairs of rules that are looked at; a map or a plan has more, and no table."""
_MOST_WORDS = 60
"""Words of a cell at the most; what has more is a column of text with a line around it."""


def ruled(lines: Sequence[Line], rules: Sequence[Rule]) -> tuple[list[list[list[Line]]], list[Line]]:
    """The rows of each ruled table with their cells, and the lines, or what is left of them, that are in none."""
    tables: list[list[list[Line]]] = []
    for grid in _grids(rules):
        cells, rest = grid.filled(lines)
        rows = [[cell for _, cell in sorted(row)] for _, row in _by_rows(cells)]
        if sum(len(row) > 1 for row in rows) > 1 and all(len(cell.words) <= _MOST_WORDS for row in rows for cell in row):
            tables.append(rows)
            lines = rest
    return tables, list(lines)


def _by_rows(cells: dict[tuple[int, int], Line]) -> Iterator[tuple[int, list[tuple[int, Line]]]]:
    """The cells of each row of a table, by their columns."""
    for row, there in groupby(sorted(cells), key=lambda place: place[0]):
        yield row, [(column, cells[row, column]) for _, column in there]


@dataclass(frozen=True)
class _Grid:
    """The rules of a table: where they stand, from left to right and from the top down, and the rules themselves."""

    xs: list[float]
    ys: list[float]
    upright: list[Rule]

    def filled(self, lines: Sequence[Line]) -> tuple[dict[tuple[int, int], Line], list[Line]]:
        """The cells that have words, by row and column, and the lines without their words."""
        cells: dict[tuple[int, int], Line] = {}
        rest: list[Line] = []
        for line in lines:
            if not self.ys[-1] <= line.y <= self.ys[0]:
                rest.append(line)
                continue
            outside: list[Word] = []
            for place, words in groupby(line.words, key=lambda word: self._place(word, line)):
                if place is None:
                    outside += words
                    continue
                made = cells.get(place)
                cells[place] = replace(made or line, words=[*(made.words if made else ()), *words])
            if outside:
                rest.append(replace(line, words=outside) if len(outside) < len(line.words) else line)
        return cells, rest

    def _place(self, word: Word, line: Line) -> tuple[int, int] | None:
        """The row and column that a word is in; the first column of a cell that goes over several."""
        x, y = (word.x0 + word.x1) / 2, line.y + 0.25 * line.size
        column = next((n for n, (left, right) in enumerate(pairwise(self.xs)) if left <= x < right), None)
        row = next((n for n, (high, low) in enumerate(pairwise(self.ys)) if low <= y < high), None)
        if column is None or row is None:
            return None
        while column and not any(abs(one.at - self.xs[column]) < _NEAR and one.low - 1 <= y <= one.high + 1 for one in self.upright):
            column -= 1
        return row, column


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """The rules that meet each other, as grids of two columns and two rows at the least."""
    level = _joined([one for one in rules if one.is_level])
    upright = _joined([one for one in rules if not one.is_level])
    if len(upright) < 3 or len(level) < 3 or len(level) * len(upright) > _MOST_MEETINGS:
        return
    group = list(range(len(level) + len(upright)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for i, across in enumerate(level):
        for j, down in enumerate(upright):
            if _meet(across, down):
                group[root(i)] = root(len(level) + j)
    together: dict[int, list[int]] = defaultdict(list)
    for n in range(len(group)):
        together[root(n)].append(n)
    for members in together.values():
        standing = [upright[n - len(level)] for n in members if n >= len(level)]
        xs = _places(one.at for one in standing)
        ys = _places(level[n].at for n in members if n < len(level))[::-1]
        if len(xs) > 2 and len(ys) > 2:
            yield _Grid(xs, ys, standing)


def _meet(across: Rule, down: Rule) -> bool:
    return across.low - _NEAR <= down.at <= across.high + _NEAR and down.low - _NEAR <= across.at <= down.high + _NEAR


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """The rules, those that go on with each other as one."""
    made: list[Rule] = []
    for one in sorted(rules, key=lambda one: (round(one.at), one.low)):
        if made and abs(made[-1].at - one.at) < 1 and one.low <= made[-1].high + _NEAR:
            made[-1] = made[-1]._replace(high=max(made[-1].high, one.high))
        else:
            made.append(one)
    return made


def _places(at: Iterable[float]) -> list[float]:
    """Where rules stand, each place once."""
    places: list[float] = []
    for one in sorted(at):
        if not places or one - places[-1] > _NEAR:
            places.append(one)
    return places
