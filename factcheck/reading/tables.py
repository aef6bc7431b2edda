"""Rows of tables in plain lines: standings, box scores, results, schedules, prices, whatever stands in columns.

One line tells little, for a headline may hold a score and a list of the dead a name and an age; three in a row are a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.reading.days import DATE
from factcheck.reading.parts import LONG, Part
from factcheck.reading.shapes import Shape

FEWEST = 3
"""So many rows make a table."""

_LONGEST = 240
"""A row has no more code points than this: a line of a box score has about a hundred."""

_LONGEST_CELL = 40
"""A cell has no more code points than this; what is longer is a sentence or a part of one."""

_LONGEST_HEAD = 14
"""What stands over a column has no more code points than this."""

_MOST_HEADINGS = 2
"""So many short lines may stand between two rows: "WESTERN CONFERENCE", "Pacific Division"."""

_GAP = Shape(
    "what parts the cells of a row",
    r"\s*\t\s*|(?:\s?\.){3,}\s*|\s?…+\s*| {2,}|\s*\|\s*",
    takes=("\t", "  ", " ..... ", " . . . . ", " | "),
    refuses=(" ", ". "),
    anywhere=True,
)
_WIDE_GAP = Shape(
    "a gap that is no slip of the space bar", r" {4,}|\s*\t\s*", takes=("    ", "\t"), refuses=("   ", " . . . "), anywhere=True
)

_VALUE = Shape(
    "a figure as it stands in a cell",
    r"[(+–−~-]?(?:us|a|c|hk)?[$£€₹¥]?[+–−-]?[\d½¼¾](?:[\d,.:/½¼¾–−-]{0,18}[\d½¼¾%])?[%)*]{0,2}(?:[a-z]{1,3}\.?)?[,;.]?\Z"
    r"|(?:[–—-]{1,3}|n/?a|nil|unch\.?|evens?)[,;]?\Z",
    takes=("1,204", "-0.35%", "4-9", "$120", "(3.1)", "7:30"),
    refuses=("Harrow", "the", "x-clinched", "Q3"),
    flags=re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_SMALL_WORD = Shape("a word in small letters", r"[a-zà-ÿ]{2,}[,.;:]?\Z", takes=("board", "on"), refuses=("Harrow", "x-Milton", "p.m."))

_TEAM = r"[A-Z][\w'’.&-]{0,24}(?: [A-Z][\w'’.&-]{0,24}){0,3}(?: \([^()]{1,20}\))?"
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midnight|ppd\.?|TBD|TBA)(?: [A-Z]{2,4})?"
_FIXTURE = Shape(
    "a match that is to come",
    rf"{_TEAM},? (?:at|vs?\.?) {_TEAM}(?:, {_HOUR})?(?: \([^()]{{1,30}}\)|, [A-Z][\w&/+]{{1,12}}){{0,2}}\.?\Z",
    takes=("Northbay at Harrow, 7 p.m.", "Milton vs. Eastgate, 7:30 p.m. (WXYZ)", "Milton at Eastgate, TBD"),
    refuses=("Jane Rowe at the harbour", "Northbay looks at Harrow, 7 p.m."),
)
_LEADER = Shape(
    "a label, dots and what belongs to it, as minutes and lists have them",
    r"[^.\n]{2,60}?\s?\.{4,80}\s?[^.\s][^\n]{0,80}\Z",
    takes=("Balance at bank ........ £18,402.11", "Apologies .......... None"),
    refuses=("Wait ... what", "He left."),
)
_IN_COMMAS = Shape(
    "a row of a file of values between commas",
    r"(?=[^A-Za-z]{0,80}[A-Za-z])(?=.{0,200}\d)(?:\"[^\"]{0,80}\"|[^\",]{0,40}),(?:(?:\"[^\"]{0,80}\"|(?! )[^\",]{0,40})(?:,|\Z)){2,40}\Z",
    takes=('"Rowe, Ada",Green,1204,4.1%', "Milton,4,9"),
    refuses=("On Monday, in Milton, 12 people", "Milton, Harrow", "1,204,500"),
)
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
"""A figure with commas in it, which part no cells: takes "96,000", refuses "4,9"."""
_TOTAL = Shape(
    "a team with what it scored, or numbers that were drawn",
    r"[A-Z][A-Z .'’&-]{1,30} \(?\d{1,3}\)?\Z|\d{1,2}(?:-\d{1,2}){2,9}\Z",
    takes=("SELBY (94)", "4-1-9"),
    refuses=("Selby (94)", "2026-03"),
)
_NOTE = Shape(
    "what a letter before a name in a table means",
    r"(?:[a-z*†‡#+]{1,2}(?:-| ?[=:] ?| (?=denotes))|[*†‡#]{1,2} ?)[a-z][\w' -]{2,60}\.?\Z",
    takes=("x-clinched playoff spot", "* denotes amateur", "y-won division"),
    refuses=("two-thirds of it", "The x-ray"),
)
_ENTRIES, _LONGEST_LIST = 4, 2_000
"""Entries of a list that runs on in one paragraph, at least, and its code points, at most."""
_SENTENCE = Shape(
    "a cell that ends as a sentence does",
    r"[a-zà-ÿ]{3,}[.?!][\"'”’)]{0,2}\Z",
    takes=("No, sir. I never did.", "He left."),
    refuses=("7 p.m.", "Ark."),
    anywhere=True,
)


def is_row(words: str) -> bool:
    """Whether a line reads as a row of a table: cells with figures in them, a result, or a match to come."""
    if is_list_of_figures(words):
        return True
    if len(words) > _LONGEST or "\n" in words:
        return False
    if _has_cells(words) or _is_mostly_figures(words) or _IN_COMMAS.match(_THOUSANDS.sub("0", words)):
        return True
    return any(shape.match(words) for shape in (_FIXTURE, _TOTAL, _LEADER))


def is_list_of_figures(words: str) -> bool:
    """Whether a paragraph is a list of names with a figure behind each, as agate has those who lead: "Rowe, Selby, 31; Ames, Wick, 28"."""
    entries = [entry.split() for entry in words.split(";")] if ";" in words and len(words) <= _LONGEST_LIST else []
    told = [entry for entry in entries if entry and entry[0][0].isupper() and _VALUE.match(entry[-1]) and not DATE.search(" ".join(entry))]
    small = sum(_SMALL_WORD.match(word) is not None for entry in told for word in entry)
    return len(told) >= _ENTRIES and len(told) * 5 >= len(entries) * 4 and small <= len(told) // 2


def holds_sentence(words: str) -> bool:
    """Whether one of the cells of a row is a sentence."""
    return any(_is_sentence(cell) for cell in words.split("\t"))


def _is_sentence(cell: str) -> bool:
    part = Part(0, len(cell), cell)
    small = sum(_SMALL_WORD.match(word) is not None for word in cell[:LONG].split())
    return part.count >= 5 and small >= 2 and part.is_sentence


def rows_among(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of those lines that are rows of tables, in order, with the short lines between rows and the notes below them.

    A line that is empty parts what stands before it from what stands after it.
    """
    rows = [is_row(words) for words in lines]
    at = 0
    while at < len(lines):
        if not rows[at]:
            at += 1
            continue
        end = _run_end(lines, rows, at)
        if sum(rows[at:end]) >= FEWEST or any(_LEADER.match(words) or is_list_of_figures(words) for words in lines[at:end]):
            yield from range(_run_start(lines, at), end)
        at = end


def _run_start(lines: Sequence[str], first: int) -> int:
    """Where the table begins whose first row is `first`: with what stands over its columns, of which a short line may part it."""
    for above in range(first - 1, max(-1, first - 1 - _MOST_HEADINGS), -1):
        if _goes_with_rows(lines[above]):
            return above
        if not _may_head_rows(lines[above]):
            break
    return first


def _run_end(lines: Sequence[str], rows: Sequence[bool], start: int) -> int:
    """Where the rows that begin at `start` end: up to two short lines may stand between one row and the next."""
    end = at = start + 1
    while at < len(lines) and at - end <= _MOST_HEADINGS:
        if rows[at] or _goes_with_rows(lines[at]):
            end = at + 1
        elif not _may_head_rows(lines[at]):
            break
        at += 1
    return end


def _goes_with_rows(words: str) -> bool:
    """Whether a line, beside rows, is one of the table: what stands over its columns, or a note to them."""
    if len(words) > _LONGEST:
        return False
    between = _THOUSANDS.sub("0", words)
    cells = between.split(",") if between.count(",") > 1 and ", " not in between else _cells(words)
    return _NOTE.match(words) is not None or (len(cells) > 1 and all(len(cell) <= _LONGEST_HEAD for cell in cells))


def _may_head_rows(words: str) -> bool:
    """Whether a line is short enough to stand over the next part of a table: "Atlantic Division", "Tuesday's Games"."""
    return words[:1].isupper() and len(words) <= _LONGEST_CELL and len(words.split()) <= 4 and words[-1] not in '.?!,;"”'


def _cells(words: str) -> list[str]:
    return [cell for cell in _GAP.regex.split(words) if cell.strip()]


def _has_cells(words: str) -> bool:
    """Whether it is cells in columns: figures behind the first of them, or names far apart."""
    cells = _cells(words)
    if len(cells) < 2 or any(len(cell) > _LONGEST_CELL or _SENTENCE.search(cell) for cell in cells):
        return False
    if any(_VALUE.match(words[-1]) and len(words) <= 2 for words in map(str.split, cells[1:])):
        return True
    wide = [cell for cell in _WIDE_GAP.regex.split(words) if cell.strip()]
    return len(wide) == len(cells) and all(cell[0].isupper() for cell in wide)


def _is_mostly_figures(words: str) -> bool:
    """Whether figures and names alternate: "Harrow 120, Milton 116", "Rowe 4-9 2-2 10", "Gold 1,204.50 +3.10". A day is no figure."""
    if len(_DIGITS.findall(words)) < 2:
        return False
    tokens = DATE.regex.sub(" ", words).split()
    figures = sum(_VALUE.match(token) is not None for token in tokens)
    small = sum(_SMALL_WORD.match(token) is not None for token in tokens)
    return figures >= 2 and figures * 3 >= len(tokens) and small <= 1 and len(tokens) > 2 and tokens[0][0].isalnum()
