"""Typed text as pieces: its paragraphs, however their lines are wrapped, indented or set apart, and the rows of its tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.documents.pieces import Form, Piece, one_spaced

_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]{0,9}\t\s{0,9}|(?<![.?!])(?<![.?!][\"'”’)])[ \u00a0]{2})(?=\S)")
"""What parts the columns of a typed table: takes "Fees:    $120" and "Ayr  4", refuses "It rained.  They"."""
_ITEM = re.compile(r"(?:[•‣▪◦·*+–—-]|\(?\d{1,3}[.)])\s|#")
_END = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}\Z")
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?][\"'”’)]{0,2}\Z")
"""The end of a sentence: takes "he left.", refuses "4." and "p.m."."""
_WIDEST = 160
"""The most code points in a line that was wrapped; longer ones are paragraphs by themselves."""
_FULL = 0.65
"""How full of its line's width a line without a full stop is, at the least, when the next one goes on with it."""
_NO_WIDTH = 100_000
"""The width of a text whose lines were not wrapped: any word would have fitted."""
_INDENT = 2
_LIST = 5
"""Lines of a list without signs, at least."""


def typed(text: str, form: Form = Form.PARAGRAPH) -> Iterator[Piece]:
    """The pieces of a typed text: paragraphs of the form, and rows with tabs between their cells."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    widest = max((len(line.rstrip()) for line in lines if len(line) <= _WIDEST), default=0)
    width = widest if _is_wrapped(lines, widest) else _NO_WIDTH
    for chunk in _chunks(lines):
        if _is_table(chunk):
            yield from (Piece(Form.ROW, "\t".join(one_spaced(cell) for cell in _GAP.split(line.strip()))) for line in chunk)
        elif _is_list(chunk):
            yield from (Piece(Form.ROW if line.rstrip(" )%*")[-1].isdigit() else Form.ITEM, one_spaced(line)) for line in chunk)
        else:
            yield from (Piece(form, one_spaced(" ".join(paragraph))) for paragraph in _paragraphs(chunk, width))


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines without a blank line between them."""
    chunk: list[str] = []
    for line in lines:
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_wrapped(lines: Sequence[str], width: int) -> bool:
    """Whether any line of the text breaks off in mid-sentence; where none does, each is a paragraph."""
    return any(
        line.strip() and following.strip() and not _END.search(line.rstrip()) and _may_go_on(line, following, width)
        for line, following in pairwise(lines)
    )


def _may_go_on(line: str, following: str, width: int) -> bool:
    return following.lstrip()[0].islower() or len(line.rstrip()) > width * _FULL


def _is_table(chunk: Sequence[str]) -> bool:
    """Whether at least half of the lines have columns, and there is more than one column in more than one place."""
    gaps = [len(_GAP.findall(line.strip())) for line in chunk]
    return sum(map(bool, gaps)) * 2 >= len(chunk) and sum(gaps) > 1 and not _is_spaced_prose(chunk)


def _is_list(chunk: Sequence[str]) -> bool:
    """Whether lines are a list without signs: none begins in small letters or ends a sentence, as no wrapped paragraph's do."""
    words = [line.strip() for line in chunk]
    if len(chunk) < _LIST or any(line[0].islower() or _SENTENCE.search(line) or _ITEM.match(line) for line in words):
        return False
    return not "".join(words).isupper() and sum(line[0].isupper() for line in words) * 2 > len(words)


def _is_spaced_prose(chunk: Sequence[str]) -> bool:
    """Whether it is a paragraph with stray or justifying spaces: it ends a sentence, and no two of its gaps stand below each other."""
    if any("\t" in line.strip() for line in chunk) or not _SENTENCE.search(chunk[-1].rstrip()):
        return False
    cells = Counter(found.end() for line in chunk for found in _GAP.finditer(line.rstrip()))
    return max(cells.values(), default=0) < 2


def _paragraphs(chunk: Sequence[str], width: int) -> Iterator[list[str]]:
    margin = min(_indent(line) for line in chunk)
    held = [chunk[0]]
    for line, following in pairwise(chunk):
        is_indented = _indent(following) >= margin + _INDENT and not _ITEM.match(held[0].lstrip())
        words = following.lstrip()
        is_new = is_indented and (_END.search(line.rstrip()) is not None or not words[0].islower())
        if is_new or _ITEM.match(words) or _broke_off(line.rstrip(), words, width):
            yield held
            held = []
        held.append(following)
    yield held


def _broke_off(line: str, following: str, width: int) -> bool:
    """Whether a line was ended on purpose: the next word would have fitted on it."""
    if len(line) > _WIDEST:
        return True
    if following[:1].islower():
        return False
    needed = len(line) + 1 + len(following.split(maxsplit=1)[0])
    return needed <= (width if _END.search(line) else width * _FULL)


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())
