"""Finds the paragraphs of plain text: blank lines, one a line, or lines wrapped at a fixed width.

A blank line always ends a paragraph. What a single line end means depends on the text: where lines run full to one
width and break off in mid-sentence, they are one paragraph, wrapped; where each ends its sentence, each is its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile, pairwise

from factcheck.reading.furniture import furniture
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape
from factcheck.reading.tables import rows_among

_SENTENCE_END = Shape(
    "the end of a sentence at the end of a line",
    r"""[.!?…:]["'”’»)\]*_]{0,4}\d{0,2}\Z""",
    takes=('one of those times."', "(he left.)"),
    refuses=("of the", "U.S. and"),
    anywhere=True,
)
_UNFINISHED = Shape(
    "the end of a line that breaks off in mid-sentence",
    r"(?:[,;(&–—-]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|with))\Z",
    takes=("went to the", "in London,"),
    refuses=("the end.", "AFP Hanoi"),
    anywhere=True,
)
_NEW_ITEM = Shape(
    "the beginning of a line of its own",
    r"(?:[•‣▪◦·*+–—-]|\(?\d{1,3}[.)])\s|[#>|@]|https?://|www\.|[A-Z][\w-]{1,15}(?: [A-Z][a-z]{1,15})? ?: |By [A-Z]|_{2,}|={3,}|-{3,}",
    takes=("• News", "From: Ada"),
    refuses=("and then", "2.5 million"),
)

_SIGNED = Shape(
    "a line that is nothing but who wrote the story",
    r"by [A-ZÀ-ÖØ-Þ][\w'’.-]{1,24}(?: [A-ZÀ-ÖØ-Þ][\w'’.-]{0,24}){1,3}(?:(?:,| [|–—-]) [A-Z][\w' ]{2,50})?\Z",
    takes=("by Jane Rowe", "by Jane Rowe, Environment Reporter"),
    refuses=("by Jane Rowe, who left", "by Monday it was over"),
)

_BULLETS = "•‣▪◦·*"
"""The marks of list items that never begin a line by the chance of a wrap, as a dash or a figure may."""

_WIDEST_WRAP = 120
"""The widest column that lines are taken to be wrapped at; mail and terminals wrap at 65 to 100."""

_LONG_ENOUGH = 25
"""How long a line must be to be taken as broken off where nothing else in the text tells of wrapping."""

_INDENT = 2
"""How far the first line of a paragraph is indented, at least."""

_NEARLY_FULL = 0.75
"""How long a line is, of the longest, that is not the last of its paragraph."""

_NARROWEST_WRAP = 25
"""The narrowest; a newspaper column has about 30 characters."""


@dataclass(frozen=True)
class _Line:
    """One line: where its words start and end in the text, and how far it is indented."""

    start: int
    end: int
    indent: int


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph of `text` (code points, half-open): they cover everything but white space."""
    chunks = list(_chunks(text))
    width = _wrap_width(text, chunks)
    rows = _rows(text, chunks)
    return [bounds for chunk in chunks for bounds in _paragraphs_of(text, chunk, width, rows)]


def _rows(text: str, chunks: list[list[_Line]]) -> frozenset[int]:
    """Where the lines start that are rows of tables: each is a paragraph, however full its line."""
    lines = [line for chunk in chunks for line in chunk]
    found = rows_among([text[line.start : line.end] for line in lines])
    return frozenset(lines[n].start for n in found)


def _chunks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines without a blank line between them."""
    chunk: list[_Line] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            chunk.append(_Line(at + indent, at + indent + len(words), indent))
        elif chunk:
            yield chunk
            chunk = []
        at += len(line) + 1
    if chunk:
        yield chunk


def _wrap_width(text: str, chunks: list[list[_Line]]) -> int | None:
    """The width that the text is wrapped at, or None when it is not.

    Evidence is a line that breaks off in mid-sentence and goes on in small letters; one in three line ends must be
    so, and most of those lines must be so full that the next word did not fit.
    """
    broken: list[tuple[int, int]] = []
    ends = 0
    for chunk in chunks:
        for line, following in pairwise(chunk):
            ends += 1
            if _runs_on(text, line, following):
                length = line.end - line.start + line.indent
                broken.append((length, length + 1 + _first_word(text, following)))
    fit = [(length, needed) for length, needed in broken if length <= _WIDEST_WRAP]
    if len(fit) < 2 or len(broken) * 3 < ends or len(fit) * 3 < len(broken) * 2:
        return None
    width = sorted(length for length, _ in fit)[-1 - len(fit) // 50]
    full = sum(1 for _, needed in fit if needed > width * 0.8)
    return width if width >= _NARROWEST_WRAP and full * 10 >= len(fit) * 7 else None


def _runs_on(text: str, line: _Line, following: _Line) -> bool:
    if _ends_sentence(text, line) or _starts_item(text, following):
        return False
    return text[following.start].islower() or _UNFINISHED.search(text, max(line.start, line.end - 8), line.end) is not None


def _paragraphs_of(text: str, chunk: list[_Line], width: int | None, rows: frozenset[int]) -> Iterator[tuple[int, int]]:
    margin = min(line.indent for line in chunk)
    start = chunk[0].start
    full, indented = _full_below_indents(text, chunk, margin), False
    for line, following in pairwise(chunk):
        is_table = line.start in rows or following.start in rows
        indented = indented or line.indent > margin
        is_full = full is not None and line.end - line.start + line.indent >= full
        if is_full and indented and not is_table and following.indent == margin:
            continue
        if is_table or _is_indented_start(text, line, following, margin) or not _belong_together(text, line, following, width):
            yield start, line.end
            start = following.start
    yield start, chunk[-1].end


def _full_below_indents(text: str, chunk: list[_Line], margin: int) -> int | None:
    """How long the lines of a chunk are at least that go on at the margin, where every paragraph begins with an indent; else None."""
    first = [following.indent == margin for line, following in pairwise(chunk) if line.indent >= margin + _INDENT]
    lengths = sorted(line.end - line.start + line.indent for line in chunk)
    if sum(first) < 2 or not _NARROWEST_WRAP <= lengths[-1] <= _WIDEST_WRAP:
        return None
    below = dropwhile(lambda line: line.indent == margin, chunk)
    return int(lengths[-1] * _NEARLY_FULL) if not any(_starts_item(text, line) for line in below) else None


def _is_indented_start(text: str, line: _Line, following: _Line, margin: int) -> bool:
    """Whether a paragraph begins with an indented first line, where the lines after it stand at the margin.

    The lines of a list item below its bullet are indented too, and belong to the item.
    """
    if following.indent < margin + 2 or _starts_item(text, line):
        return False
    return line.indent < following.indent or _ends_sentence(text, line)


def _belong_together(text: str, line: _Line, following: _Line, width: int | None) -> bool:
    """Whether the single line end between two lines is a wrap inside one paragraph."""
    is_wrapped = width is not None and line.end - line.start + line.indent <= width * 1.1
    if width is not None and is_wrapped:
        needed = _needed(text, line, following)
        if _ends_sentence(text, line) or _starts_item(text, following):
            return needed > width and not _has_bullet(text, following)
        return needed > width * (0.75 if _runs_on(text, line, following) else 0.8)
    if not _runs_on(text, line, following):
        return False
    if width is not None:
        return text[following.start].islower()
    if _SIGNED.match(text, following.start, following.end):
        return False
    return line.end - line.start >= _LONG_ENOUGH and not (_is_furniture(text, line) or _is_furniture(text, following))


def _is_furniture(text: str, line: _Line) -> bool:
    return furniture(Part(line.start, line.end, text[line.start : line.end])) is not None


def _needed(text: str, line: _Line, following: _Line) -> int:
    """How wide the line would have been with the first word of the next one on it."""
    return line.end - line.start + line.indent + 1 + _first_word(text, following)


def _first_word(text: str, line: _Line) -> int:
    space = text.find(" ", line.start, line.end)
    return (line.end if space < 0 else space) - line.start


def _ends_sentence(text: str, line: _Line) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - 8), line.end) is not None


def _has_bullet(text: str, line: _Line) -> bool:
    return text[line.start] in _BULLETS


def _starts_item(text: str, line: _Line) -> bool:
    return _NEW_ITEM.match(text, line.start, line.end) is not None
