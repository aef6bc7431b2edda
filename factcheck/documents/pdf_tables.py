"""Tables on a page of a PDF, found by cells that stand below each other, and what else stands there stacked to blocks of lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from factcheck.documents.pdf_glyphs import Rule
from factcheck.documents.pdf_lines import Line, Word
from factcheck.documents.pdf_rules import ruled

_FIGURES = re.compile(r"[^\w]*(?:[A-Z]{1,3}[$€£])?[\d.,:/()%$€£¥+–—-]*\d[\d.,:/()%$€£¥+–—-]*\w{0,3}|[–—-]+|n/?a", re.IGNORECASE)
"""A cell that holds a figure, or says that it has none: takes "2,193.50", "$(12.4)", "01/03/2025", "—"; refuses "page 3 of the report"."""
_SIGNS = frozenset("$€£¥")
_FEW_WORDS = 4
_MOST = 4_000
"""Lines of a page that are laid out; the largest tables have some 2,000 cells."""
_AISLE = 4
"""Rows of a table between which lines of one cell may stand, less one."""
_OUTDENT = 6
"""Ems that the first line of a paragraph stands to the right of the next at the most."""
_NEAR = 12
"""Lines after another among which the one below it is looked for: a page has a few columns."""
_FEW_LINES = 3
_ROWS_ABOVE = 3
"""Rows with which another is compared."""
_CLOSE = 1.6
"""Ems from line to line in one cell."""
_ROOM = 1.35
"""How much more than the usual distance between lines parts two blocks."""


@dataclass(eq=False)
class Block:
    """Lines of one column one below the other, or the rows of a table with their cells."""

    rows: list[list[Line]]
    is_table: bool = False
    x0: float = field(init=False)
    x1: float = field(init=False)
    y0: float = field(init=False)
    y1: float = field(init=False)

    def __post_init__(self) -> None:
        lines = list(chain.from_iterable(self.rows))
        self.x0, self.x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
        self.y0, self.y1 = min(line.y0 for line in lines), max(line.y1 for line in lines)


def blocks(lines: Sequence[Line], rules: Sequence[Rule] = ()) -> list[Block]:
    """The tables and the other blocks of a page, each line in one of them; a page strewn with words is read row by row."""
    if len(lines) > _MOST:
        return [Block([[line] for line in row]) for row in _by_rows(lines).values()]
    in_rules, lines = ruled(lines, rules)
    tables = [(Block(rows, is_table=True), list[Line]()) for rows in in_rules] + list(_tables(lines))
    in_tables = {id(line) for _, in_it in tables for line in in_it}
    return [*(table for table, _ in tables), *_with_bars(list(_stacked([line for line in lines if id(line) not in in_tables])))]


def _with_bars(stacked: list[Block]) -> list[Block]:
    """The blocks, of which single lines beside each other above or below all others are one: what a page is headed with is no column."""
    high = max((block.y1 for block in stacked if len(block.rows) > 1), default=0.0)
    low = min((block.y0 for block in stacked if len(block.rows) > 1), default=0.0)
    bars: dict[int, list[Block]] = defaultdict(list)
    for block in stacked:
        if len(block.rows) == 1 and (block.y0 > high or block.y1 < low):
            bars[block.rows[0][0].row].append(block)
    parts = {id(block) for bar in bars.values() if len(bar) > 1 for block in bar}
    made = [Block([row for block in sorted(bar, key=lambda one: one.x0) for row in block.rows]) for bar in bars.values() if len(bar) > 1]
    return [*made, *(block for block in stacked if id(block) not in parts)]


def _tables(lines: Sequence[Line]) -> Iterator[tuple[Block, list[Line]]]:
    """The tables, whose cells are the figures of a line one by one, and the lines that are in each."""
    cells: list[Line] = []
    whole: dict[int, Line] = {}
    for line in lines:
        for cell in _parted(line):
            whole[id(cell)] = line
            cells.append(cell)
    rows = list(_by_rows(cells).values())
    for run in _runs(rows):
        table = _without_columns_of_text(run)
        if _is_table([row for row in table if len(row) > 1]) and not _goes_on_as_text(table, rows):
            table = [*_header(table, rows), *table]
            in_it = list({id(whole[id(cell)]): whole[id(cell)] for row in table for cell in row}.values())
            bands = _bands(table)
            made = _by_rows(cell for line in in_it for cell in _in_bands(line, bands))
            yield Block(_with_continued([sorted(row, key=lambda cell: cell.x0) for row in made.values()]), is_table=True), in_it


def _header(table: Sequence[list[Line]], rows: Sequence[list[Line]]) -> list[list[Line]]:
    """The line above a table whose words stand above its columns, in the middle of each, or too near each other to be cells."""
    at = next(n for n, row in enumerate(rows) if row[0].row == table[0][0].row)
    above = rows[at - 1] if at else []
    if not above or above[0].y - table[0][0].y > 2.5 * table[0][0].size or len(above[0].words) > _FEW_WORDS * len(table[0]):
        return []
    bands = _bands(table)
    if len(above) > 1:
        over = len(above) == len(bands) and all(min(one.x1, x1) > max(one.x0, x0) for one, (x0, x1) in zip(above, bands, strict=True))
        return [above] if over and all(map(_is_cell, above)) else []
    cells = _in_bands(above[0], bands)
    return [above] if len(cells) >= len(bands) - 1 > 0 and not above[0].text.endswith(".") else []


def _bands(table: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """Where the columns of a table are: what the cells cover of the rows that have the most of them."""
    most = max(map(len, table))
    bands: list[tuple[float, float]] = []
    for x0, x1 in sorted((cell.x0, cell.x1) for row in table if len(row) == most for cell in row):
        if bands and x0 <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
        else:
            bands.append((x0, x1))
    return bands


def _in_bands(line: Line, bands: Sequence[tuple[float, float]]) -> list[Line]:
    """A line as the cells that its words are in, when each of them stands in one column; else as it is, or its figures by themselves."""
    columns: dict[int, list[Word]] = defaultdict(list)
    at = 0
    for word in line.words:
        shared = [min(word.x1, x1) - max(word.x0, x0) for x0, x1 in bands]
        touched = [n for n, width in enumerate(shared) if width > 0]
        if len(touched) > 1:
            return _parted(line)
        at = touched[0] if touched else at
        columns[at].append(word)
    return [replace(line, words=columns[n]) for n in sorted(columns)]


def _with_continued(rows: Sequence[list[Line]]) -> list[list[Line]]:
    """The rows, of which one that only goes on with cells of the row above belongs to that: it lacks the first, or that is in the midst."""
    made: list[list[Line]] = []
    foot = 0.0
    for row in rows:
        above = {n: one for one in row for n, cell in enumerate(made[-1] if made else []) if _begin_alike(cell, one)}
        close = bool(made) and foot - row[0].y < _CLOSE * row[0].size
        if close and len(above) == len(row) < len(made[-1]) and (0 not in above or above[0].text[:1].islower()):
            made[-1] = [replace(cell, words=[*cell.words, *above[n].words]) if n in above else cell for n, cell in enumerate(made[-1])]
        else:
            made.append(row)
        foot = row[0].y
    return made


def _begin_alike(one: Line, two: Line) -> bool:
    return abs(one.x0 - two.x0) < 0.3 * two.size


def _parted(line: Line) -> list[Line]:
    """A line that ends in figures as so many cells and what stands before them, when they are three, or all of it; any other as it is."""
    cells: list[list[Word]] = []
    words = list(line.words)
    while words and (_FIGURES.fullmatch(words[-1].text) or (cells and words[-1].text in _SIGNS and cells[0][0].text not in _SIGNS)):
        if words[-1].text in _SIGNS:
            cells[0].insert(0, words.pop())
        else:
            cells.insert(0, [words.pop()])
    if len(cells) < (3 if words else 2):
        return [line]
    return [replace(line, words=part) for part in ([words] if words else []) + cells]


def _runs(rows: Sequence[list[Line]]) -> Iterator[list[list[Line]]]:
    """Rows of cells that follow each other closely, with the lines of one cell that stand between them."""
    run: list[list[Line]] = []
    between: list[list[Line]] = []
    for row in rows:
        cells = _cells(row)
        if cells and (not run or _continues(run, cells, len(between))):
            run += [*between, cells]
            between = []
        elif cells:
            yield [*run, *_tail(run[-1], between)]
            run, between = [cells], []
        elif run and len(row) == 1 and len(between) < _AISLE - 1 and _stands_in(row[0], run):
            between.append(row)
        elif run:
            yield [*run, *_tail(run[-1], between)]
            run, between = [], []
    if run:
        yield [*run, *_tail(run[-1], between)]


def _tail(last: Sequence[Line], between: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """The lines below a table with which a cell of its last row goes on, one behind the first."""
    foot = last[0].y
    for row in between:
        if foot - row[0].y > _CLOSE * row[0].size or not any(_begin_alike(cell, row[0]) for cell in last[1:]):
            return
        yield row
        foot = row[0].y


def _cells(row: Sequence[Line]) -> list[Line]:
    """The parts of a row that may be cells of a table: two or more, of which one at the most is longer than a few words."""
    cells = [line for line in row if _is_cell(line)]
    if not cells or len(row) < 2:
        return []
    first, last = row.index(cells[0]), row.index(cells[-1])
    if last - first + 1 > len(cells) + 1:
        return []
    if first > 0 and last - first + 1 == len(cells):
        first -= 1
    elif last + 1 < len(row) and last - first + 1 == len(cells):
        last += 1
    return list(row[first : last + 1]) if last > first else []


def _is_cell(line: Line) -> bool:
    return len(line.words) <= _FEW_WORDS or is_figure(line)


def is_figure(line: Line) -> bool:
    """Whether a cell holds nothing but figures."""
    return all(_FIGURES.fullmatch(word.text) for word in line.words)


def _continues(run: Sequence[Sequence[Line]], below: Sequence[Line], between: int) -> bool:
    """Whether a row goes on with the table that others are of: close below, two edges of its cells on one line with theirs."""
    last = run[-1][0]
    if last.y - below[0].y > 3.2 * max(last.size, below[0].size) * (between + 1):
        return False
    above = list(chain.from_iterable(run[-_ROWS_ABOVE:]))
    return sum(any(_aligned(one, two) for one in above) for two in below) >= 2


def _aligned(one: Line, two: Line) -> bool:
    room = 0.6 * max(one.size, two.size)
    middle = abs(one.x0 + one.x1 - two.x0 - two.x1) / 2
    figure = abs(one.words[-1].x0 - two.words[-1].x0)
    return min(abs(one.x0 - two.x0), abs(one.x1 - two.x1), middle, figure) < room


def _stands_in(line: Line, run: Sequence[Sequence[Line]]) -> bool:
    """Whether a line by itself stands below cells of a table, within its width."""
    cells = list(chain.from_iterable(run[-_ROWS_ABOVE:]))
    left, right = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
    overlaps = line.x0 >= left - 2 * line.size and line.x1 <= right + 2 * line.size
    return overlaps and len(line.words) <= 12 and run[-1][0].y - line.y <= 3.2 * line.size * _AISLE


def _without_columns_of_text(run: Sequence[list[Line]]) -> list[list[Line]]:
    """The rows without the lines of a column of text that stands beside their table."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for line in chain.from_iterable(run):
        columns[round(line.x0 / 6)].append(line)
    text = {id(line) for column in columns.values() if _is_text(column) for line in column}
    kept = [[line for line in row if id(line) not in text] for row in run]
    while kept and len(kept[0]) < 2:
        kept.pop(0)
    return [row for row in kept if row]


def _is_text(column: Sequence[Line]) -> bool:
    """Whether lines fill their column with words, one close below the other, as cells do not."""
    close = any(0 < one.y - two.y < _CLOSE * one.size for one, two in pairwise(column))
    return close and _is_full(column, 0.8) and _words(column) >= 4.5


def _is_table(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether rows of cells are a table: mostly figures behind the first, or few words in cells of uneven widths."""
    if len(rows) < (2 if rows and len(rows[0]) > 2 else 3):
        return False
    behind = [cell for row in rows for cell in row[1:]]
    figures = sum(map(is_figure, behind))
    few_words = sum(len(cell.words) <= _FEW_WORDS for cell in behind) >= 0.6 * len(behind)
    return figures >= 0.3 * len(behind) or (few_words and not _are_columns(rows))


def _goes_on_as_text(table: Sequence[Sequence[Line]], rows: Sequence[Sequence[Line]]) -> bool:
    """Whether a few rows of words are the short lines of columns of text: longer lines follow closely below them."""
    cells = list(chain.from_iterable(table))
    if sum(len(row) > 1 for row in table) > _FEW_LINES or any(map(is_figure, cells)):
        return False
    last = max(row[0].row for row in table)
    below = [line for row in rows if last < row[0].row <= last + 2 for line in row if len(line.words) > _FEW_WORDS]
    return any(_begin_alike(cell, line) and 0 < cell.y - line.y < 1.45 * line.size for cell in cells for line in below)


def _are_columns(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether the cells fill columns as lines of narrow columns of text do."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for cell in chain.from_iterable(rows):
        columns[round(cell.x0 / 6)].append(cell)
    filled = sum(len(column) for column in columns.values() if _is_full(column, 0.75) and _words(column) >= 3)
    return filled > 0.6 * sum(map(len, rows))


def _is_full(column: Sequence[Line], share: float) -> bool:
    """Whether most lines of a column are as wide as the widest, or nearly."""
    widest = max(line.x1 - line.x0 for line in column)
    return len(column) > 2 and sum(line.x1 - line.x0 > share * widest for line in column) >= 0.6 * len(column)


def _words(column: Sequence[Line]) -> float:
    return sum(len(line.words) for line in column) / len(column)


def _stacked(lines: Sequence[Line]) -> Iterator[Block]:
    """Blocks of lines below each other, as near as lines of a page's text are."""
    beside = _by_rows(lines)
    leading = usual_leading(lines)
    open_blocks: list[list[Line]] = []
    for line in lines:
        near: list[list[Line]] = []
        for block in open_blocks:
            if block[-1].y - line.y <= 3.5 * max(line.size, block[-1].size):
                near.append(block)
            else:
                yield Block([[one] for one in block])
        open_blocks = near
        above = [block for block in near if _goes_below(block, line, beside, leading)]
        if above:
            min(above, key=lambda block: (line.x1 <= block[-1].x0, block[-1].y, abs(block[-1].x0 - line.x0))).append(line)
        else:
            open_blocks.append([line])
    yield from (Block([[one] for one in block]) for block in open_blocks)


def _by_rows(lines: Iterable[Line]) -> dict[int, list[Line]]:
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        rows[line.row].append(line)
    return rows


def usual_leading(lines: Sequence[Line]) -> float:
    """The distance from line to line that most of a page is set with, in ems."""
    steps: Counter[float] = Counter()
    times: Counter[float] = Counter()
    going_on: Counter[float] = Counter()
    for n, above in enumerate(lines):
        below = next((one for one in lines[n + 1 : n + _NEAR] if min(above.x1, one.x1) > max(above.x0, one.x0)), above)
        step = (above.y - below.y) / max(above.size, 0.1)
        if 0.9 < step < 3 and abs(above.size - below.size) < 0.5:
            steps[round(step, 1)] += len(below.words)
            times[round(step, 1)] += 1
            going_on[round(step, 1)] += below.words[0].text[:1].islower()
    usual = max(steps, key=lambda step: (steps[step], -step), default=1.2)
    # Most paragraphs of a page may have two lines or one: then it is the space between them that is there the most often.
    within = [
        step for step in steps if _ROOM * step < usual and (2 * times[step] >= times[usual] or (going_on[step] > 0 and not going_on[usual]))
    ]
    return max(within, key=lambda step: (steps[step], -step), default=usual)


def _goes_below(block: Sequence[Line], line: Line, beside: dict[int, list[Line]], leading: float) -> bool:
    """Whether a line is the next of a block."""
    last = block[-1]
    size = max(last.size, line.size)
    if last.row == line.row or last.y - line.y > max(_ROOM * leading, 1.45) * size or min(last.size, line.size) < 0.75 * size:
        return False
    shared = min(last.x1, line.x1) - max(last.x0 - _OUTDENT * size, line.x0)
    if shared < 0.3 * min(last.x1 - last.x0, line.x1 - line.x0) or line.x1 <= last.x0:
        return False
    left, right = min(one.x0 for one in block[-4:]), max(one.x1 for one in block[-4:])
    crossed = any(other is not line and _overlap(other, left, right) for other in beside[line.row])
    return not crossed and not any(other is not last and _overlap(other, line.x0, line.x1) for other in beside[last.row])


def _overlap(line: Line, left: float, right: float) -> bool:
    return min(line.x1, right) - max(line.x0, left) > 0.5 * line.size


def right_most(block: Block, all_blocks: Sequence[Block]) -> float:
    """Where the lines of a block could end: as far to the right as its own, or as those of the nearest block of text below or above it."""
    if len(block.rows) > _FEW_LINES or block.is_table:
        return block.x1
    text = [
        one for one in all_blocks if one is not block and not one.is_table and abs(one.x0 - block.x0) < _OUTDENT * block.rows[0][0].size
    ]
    others = [one for one in text if len(one.rows) >= _FEW_LINES] or [one for one in text if len(one.rows) > 1]
    nearest = min(others, key=lambda one: (max(one.y0 - block.y1, block.y0 - one.y1), one.y0), default=block)
    return max(block.x1, nearest.x1)
