"""The numbers that a margin counts the lines of a page by, as in transcripts of courts and in drafts: they are no words of the lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from factcheck.documents.pdf_lines import Line, Word

_FEWEST_NUMBERS = 5
"""Numbers of lines, one after another, that are known for such by themselves."""
_MARGIN = 3.0
"""Points that the numbers of a margin may stand apart from the line they are set along."""
Numbers = Sequence[tuple[int, Word]]
"""Numbers that stand below each other, each with its row."""


def without_numbers(lines: Sequence[Line], known: Sequence[float] = ()) -> tuple[list[Line], list[str], list[float]]:
    """The lines without the numbers that a margin counts them by, those numbers, and where the margins are.

    `known` are the margins of other pages: there, a few numbers are enough.
    """
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        rows[line.row].append(line)
    found: dict[int, list[Word]] = defaultdict(list)
    margins = []
    columns = list(_columns_of_numbers(lines))
    for column in filter(_step, columns):
        edges = [median(word.x0 for _, word in column), median(word.x1 for _, word in column)]
        beside = _beside_numbers(column, [other for other in columns if len(other) >= _FEWEST_NUMBERS and other is not column], rows)
        if _counts_lines(column, beside, known=any(abs(edge - other) < _MARGIN for edge in edges for other in known)):
            margins += edges
            for row, word in column:
                found[row].append(word)
    if not found:
        return list(lines), [], []
    kept = [part for row, there in rows.items() for line in there for part in _without(line, found[row])]
    return kept, [word.text for words in found.values() for word in words], margins


def _without(line: Line, numbers: Collection[Word]) -> Iterator[Line]:
    """A line without some of its words; where one stood between others there are two lines."""
    words: list[Word] = []
    for word in line.words:
        if word not in numbers:
            words.append(word)
        elif words:
            yield replace(line, words=words)
            words = []
    if words:
        yield replace(line, words=words)


def _columns_of_numbers(lines: Sequence[Line]) -> Iterator[list[tuple[int, Word]]]:
    """Numbers that begin or end lines and stand below each other, by where they end or where they begin: the longest columns first."""
    numbers = [(line.row, word) for line in lines for word in {line.words[0], line.words[-1]} if re.fullmatch(r"\d{1,4}", word.text)]
    columns: dict[tuple[int, int], list[tuple[int, Word]]] = defaultdict(list)
    for number in numbers:
        for side, x in enumerate((number[1].x0, number[1].x1)):
            columns[side, round(x / _MARGIN)].append(number)
            columns[side, round(x / _MARGIN) + 1].append(number)
    taken: set[tuple[int, Word]] = set()
    for _, column in sorted(columns.items(), key=lambda one: (-len(one[1]), one[0])):
        if left := sorted(set(column) - taken):
            taken.update(left)
            yield left


def _beside_numbers(column: Numbers, others: Sequence[Numbers], rows: dict[int, list[Line]]) -> list[list[Line]]:
    """What stands beside the numbers of a column, row by row, as far as to the next column of numbers: behind them, or else before."""
    left, right = min(word.x0 for _, word in column), max(word.x1 for _, word in column)
    until = min((word.x0 for other in others for _, word in other if word.x0 > right), default=float("inf"))
    since = max((word.x1 for other in others for _, word in other if word.x1 < left), default=float("-inf"))
    numbers = {word for one in (column, *others) for _, word in one}
    spanned = [there for number, there in rows.items() if column[0][0] <= number <= column[-1][0]]
    parts = [[part for line in there for part in _without(line, numbers)] for there in spanned]
    behind = [[part for part in row if right <= part.x0 < until] for row in parts]
    return behind if any(behind) else [[part for part in row if since < part.x1 <= left] for row in parts]


def _step(column: Numbers) -> int:
    """By how much numbers go up, all but few of them alike; 0 when they do not, or not as numbers of lines do."""
    values = [int(word.text) for _, word in column]
    steps = Counter(two - one for one, two in pairwise(values))
    step, often = steps.most_common(1)[0] if steps else (1, 0)
    return step if step in (1, 2, 5, 10) and often >= 0.8 * (len(values) - 1) and all(gap > 0 for gap in steps) else 0


def _counts_lines(column: Numbers, beside: Sequence[Sequence[Line]], *, known: bool) -> bool:
    """Whether numbers go up line by line, or by fives, beside lines that are no rows of a table."""
    values = [int(word.text) for _, word in column]
    lines_each = len(beside) / max(values[-1] - values[0] + 1, 1)
    filled = [parts for parts in beside if parts]
    as_table = sum(len(parts) > 1 for parts in filled) > 0.4 * len(filled)
    fewest = 1 if known else _FEWEST_NUMBERS if _step(column) == 1 else 3
    return len(values) >= fewest and 0.6 <= lines_each <= 1.6 and not as_table and bool(filled or known)
