"""Letters of a page of a PDF put together to words and lines: each letter read once, marks of notes and numbers of lines set apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from factcheck.documents.pdf_glyphs import UNKNOWN, Glyph
from factcheck.documents.pdf_gutters import behind_gutters
from factcheck.language.frequency import zipf

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st", 0xF0B7: "•", 0xF0A7: "•"}
"""Letters that one sign of a font stands for, and the bullets of Symbol and Wingdings."""
_GAP, _LETTERS_GAP = 1.0, 0.15
"""Ems between two words that are one line's at the most, and between two letters of one word."""
_TRACKED = 0.08
"""Ems between the letters of a word from which it is set wide."""
_KNOWN = 2.0
"""How common a word is, by the powers of ten of its uses in a thousand million words, that letters set apart may be."""
_SPACED_GAP = 2.5
"""The same between words that a space or two were set between: justified lines have wide ones."""
_MARKER = re.compile(r"[•●▪■◦–—‣·*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[QA][.:]?|[A-Z][A-Z.’' ]{1,40}:")
"""What stands before a line with a wide gap after it: takes "•", "1.", "(a)", "Q.", "THE COURT:"; refuses "2019"."""
_MARKER_GAP = 8.0
_NOTE_MARK = re.compile(r"\(?\[?(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§¶]{1,3})\]?\)?")
"""What is raised behind a word to send its reader to a note: takes "3", "[12]", "4,5", "*"; refuses "st"."""
_SMALL = 0.88
"""How much of its line's size a raised sign has at the most."""
_LOWEST = -0.6
"""How far, of its line's size, a lowered sign stands below it at the most; the next line stands a whole size below."""
_POWER = re.compile(r"(?:^|[\d\s/])(?:k|c|m|d|h)?m$|(?:^|\W)(?:ft|mi|yd|in|s)$|[×x·] ?10$", re.IGNORECASE)
"""What a raised figure is a power of and no note's: takes "12 km", "4.5 × 10"; refuses "$120", "million"."""


class Word(NamedTuple):
    """A word with where it begins and ends along its line."""

    text: str
    x0: float
    x1: float


@dataclass(eq=False)
class Line:
    """Words that stand on one line (`y`), without a gap as wide as one between columns."""

    words: list[Word]
    y: float
    size: float
    bold: bool = False
    spaced: bool = False
    row: int = 0

    @property
    def text(self) -> str:
        """Its words with spaces between them."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def y0(self) -> float:
        """Its foot."""
        return self.y - 0.22 * self.size

    @property
    def y1(self) -> float:
        """Its head."""
        return self.y + 0.78 * self.size


@dataclass
class Lettering:
    """The lines of a page that are written in one direction, and what stands on it but in no line.

    `askew` says that most of the page is written in another direction.
    """

    angle: int
    lines: list[Line]
    askew: bool = False
    marks: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)


def letterings(glyphs: Sequence[Glyph]) -> list[Lettering]:
    """The lines of a page, by the directions in which they are written: the one that most of it is written in comes first."""
    ways: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        ways[glyph.angle].append(glyph)
    angles = sorted(ways, key=lambda angle: (-len(ways[angle]), angle))
    return [_lettering(angle, ways[angle], askew=number > 0) for number, angle in enumerate(angles)]


def _lettering(angle: int, glyphs: Sequence[Glyph], *, askew: bool) -> Lettering:
    once, again = read_once(glyphs)
    chunks, marks = _with_raised(_chunks(once))
    lines = _rows(_with_drop_capitals(chunks))
    return Lettering(angle, lines, askew, marks, [line.text for line in _rows(_chunks(again))])


def words_of(glyphs: Sequence[Glyph]) -> list[str]:
    """The words of letters that are only to be listed, line by line."""
    return [line.text for line in _chunks(glyphs)]


def read_once(glyphs: Iterable[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The letters, and apart from them those that are printed over the same letter once more, to look bold or to cast a shadow."""
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    once, again = [], []
    for glyph in glyphs:
        if glyph.text.isspace():
            once.append(glyph)
            continue
        cell = max(0.25 * glyph.size, 1e-3)
        x, y = int(glyph.x0 // cell), int(glyph.y // cell)
        near = (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in seen.get((glyph.text, x + i, y + j), ()))
        if any(_prints_over(glyph, other) for other in near):
            again.append(glyph)
        else:
            once.append(glyph)
            seen[glyph.text, x, y].append(glyph)
    return once, again


def _prints_over(glyph: Glyph, other: Glyph) -> bool:
    width = glyph.x1 - glyph.x0
    near = abs(glyph.x0 - other.x0) < min(0.45 * width, 0.2 * glyph.size) or (glyph.x0 == other.x0 and width == 0)
    return near and abs(glyph.y - other.y) < 0.2 * glyph.size and 0.9 < glyph.size / other.size < 1.1


def _chunks(glyphs: Iterable[Glyph]) -> list[Line]:
    """Letters that were set one after another in a line, as lines of their own; the gaps between their letters tell the words."""
    chunks: list[Line] = []
    run: list[tuple[Glyph, int]] = []
    spaces = 0
    for glyph in glyphs:
        if _is_blank(glyph.text):
            spaces += 1
            continue
        if run and not _follows(run[-1][0], glyph, spaces):
            chunks.append(_chunk(run))
            run = []
        run.append((glyph, spaces))
        spaces = 0
    if run:
        chunks.append(_chunk(run))
    return chunks


def _is_blank(text: str) -> bool:
    return not text.strip() or (not text.isprintable() and text != "\xad" and ord(text[0]) < 0xE000)


def _follows(last: Glyph, glyph: Glyph, spaces: int) -> bool:
    """Whether a letter goes on where the last one ended."""
    gap = (glyph.x0 - last.x1) / last.size
    wide = _SPACED_GAP if 0 < spaces <= 2 else _GAP
    return abs(glyph.y - last.y) <= 0.12 * last.size and 0.8 < glyph.size / last.size < 1.25 and -0.4 <= gap <= wide


def _chunk(run: Sequence[tuple[Glyph, int]]) -> Line:
    size = median(glyph.size for glyph, _ in run)
    gaps = [max(0.0, two.x0 - one.x1) / size for (one, _), (two, _) in pairwise(run)]
    usual = sorted(gaps)[len(gaps) // 2] if len(gaps) > 3 else 0.0
    tracked = usual if usual > _TRACKED else 0.0
    words = _words(run, gaps, 0, tracked + _LETTERS_GAP)
    if _is_letter_by_letter(words):
        whole = _words(run, gaps, 1, 1.5 * usual)
        words = whole if all(map(_is_known, whole)) else words
    bold = 2 * sum(glyph.bold for glyph, _ in run) > len(run)
    return Line(words, run[0][0].y, size, bold, spaced=0 < run[0][1] <= 2)


def _words(run: Sequence[tuple[Glyph, int]], gaps: Sequence[float], spaces_in: int, widest: float) -> list[Word]:
    """The words of a run: between them there are more spaces than a word may have within, or a gap that is too wide for one."""
    words: list[list[Glyph]] = [[run[0][0]]]
    for (glyph, spaces), gap in zip(run[1:], gaps, strict=True):
        if spaces > spaces_in or gap > widest:
            words.append([])
        words[-1].append(glyph)
    return [Word(_spelt(word), word[0].x0, max(word[-1].x1, word[0].x0)) for word in words]


def _is_letter_by_letter(words: Sequence[Word]) -> bool:
    """Whether a space is set behind each letter, as in "N E W S"."""
    return len(words) > 3 and all(len(word.text) == 1 and word.text.isalpha() for word in words)


def _is_known(word: Word) -> bool:
    return len(word.text) > 1 and zipf(word.text.casefold()) > _KNOWN


def _spelt(glyphs: Sequence[Glyph]) -> str:
    text = "".join(glyph.text for glyph in glyphs).translate(_LIGATURES)
    whole = "".join(
        UNKNOWN if 0xE000 <= ord(c) <= 0xF8FF else c for c in text if c.isprintable() or c == "\xad" or 0xE000 <= ord(c) <= 0xF8FF
    )
    return whole[:-1].replace("\xad", "") + whole[-1:]


def _with_raised(chunks: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The chunks, of which small ones raised or lowered behind a word belong to that: and the marks of notes, which belong to none."""
    by_height = sorted(chunks, key=lambda chunk: chunk.y)
    heights = [chunk.y for chunk in by_height]
    kept, marks = [], []
    for chunk in chunks:
        hung_on = _hung_on(chunk, by_height, heights) if len(chunk.words) <= 2 and len(chunk.text) <= 12 else None
        if hung_on is None:
            kept.append(chunk)
            continue
        last = hung_on.words[-1]
        text = chunk.text
        if chunk.y > hung_on.y and _NOTE_MARK.fullmatch(text) and not _POWER.search(hung_on.text):
            marks.append(text)
            text = ""
        glued = text if chunk.y < hung_on.y or not text.isdecimal() else text.translate(_RAISED)
        hung_on.words[-1] = Word(last.text + glued, last.x0, max(last.x1, chunk.x1))
    return kept, marks


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _hung_on(chunk: Line, by_height: Sequence[Line], heights: Sequence[float]) -> Line | None:
    """The larger chunk that ends where a raised or lowered one begins."""
    reach = 4 * chunk.size
    at = bisect_left(heights, chunk.y - reach)
    for other in by_height[at : at + 400]:
        if other.y > chunk.y + reach:
            break
        rise = (chunk.y - other.y) / other.size
        raised = chunk.size < _SMALL * other.size and (0.15 < rise < 0.75 or _LOWEST < rise < -0.06)
        if raised and -0.2 <= (chunk.x0 - other.x1) / other.size <= 0.3:
            return other
    return None


def _with_drop_capitals(chunks: Sequence[Line]) -> list[Line]:
    """The chunks, of which a capital as high as two lines or more is the first letter of the first line beside it."""
    usual = median(chunk.size for chunk in chunks) if chunks else 1.0
    kept = []
    for chunk in chunks:
        large = re.fullmatch(r"[\"“‘']?[A-Z]", chunk.text) and chunk.size > 1.7 * usual
        beside = [other for other in chunks if _is_beside(chunk, other)] if large else []
        if len({round(other.y) for other in beside}) < 2:
            kept.append(chunk)
            continue
        first = max(beside, key=lambda other: (other.y, -other.x0))
        opened = opening(chunk.text, first.words[0].text)
        first.words[:1] = [Word(text, *first.words[0][1:]) for text in opened]
    return kept


def _is_beside(capital: Line, other: Line) -> bool:
    near = -0.3 <= (other.x0 - capital.x1) / other.size <= 1.5
    return near and other.size < capital.size / 1.6 and capital.y - 1 <= other.y <= capital.y + 0.8 * capital.size


def opening(capital: str, word: str) -> list[str]:
    """A large first letter and the word beside it: one word, unless the letter is a word ("A dog") and both are none."""
    letter, bare = capital[-1], word.strip(".,;:!?\"'“”‘’").casefold()
    apart = letter in "AI" and zipf(bare) > zipf(letter.casefold() + bare)
    return [capital, word] if apart else [capital + word]


def _rows(chunks: Sequence[Line]) -> list[Line]:
    """The chunks put together to lines, from the top of the page down and from left to right; lines beside each other share a row."""
    rows: list[list[Line]] = []
    for chunk in sorted(chunks, key=lambda chunk: (-chunk.y, chunk.x0)):
        if rows and rows[-1][0].y - chunk.y <= 0.3 * min(chunk.size, rows[-1][0].size):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    rows = _with_raised_beginnings(rows)
    rows = [sorted(row, key=lambda chunk: chunk.x0) for row in rows]
    behind = behind_gutters(rows)
    return [replace(line, row=number) for number, row in enumerate(rows) for line in joined(row, behind)]


def _with_raised_beginnings(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows, of which one that is only the raised number of a note belongs to the row that it opens."""
    made: list[list[Line]] = []
    for row in rows:
        if made and len(made[-1]) == 1 and _opens(made[-1][0], row):
            row = [replace(made.pop()[0], y=row[0].y), *row]
        made.append(row)
    return made


def _opens(mark: Line, row: Sequence[Line]) -> bool:
    first = min(row, key=lambda line: line.x0)
    near = -0.2 <= (first.x0 - mark.x1) / first.size <= 1.5
    return near and mark.size < _SMALL * first.size and mark.y - first.y < 0.75 * first.size and _NOTE_MARK.fullmatch(mark.text) is not None


def joined(chunks: Iterable[Line], behind: Collection[int] = ()) -> list[Line]:
    """Chunks of a row, from left to right, put together where no column's gap parts them; those `behind` a gutter (by `id`) stand apart."""
    lines: list[Line] = []
    for chunk in chunks:
        if lines and id(chunk) not in behind and _goes_on(lines[-1], chunk):
            last = lines[-1]
            glued = (chunk.x0 - last.x1) / last.size <= 0.1 and not chunk.spaced
            words = [*last.words, *chunk.words]
            if glued:
                one, two = last.words[-1], chunk.words[0]
                words[len(last.words) - 1 : len(last.words) + 1] = [Word(one.text + two.text, one.x0, two.x1)]
            lines[-1] = replace(last, words=words, bold=last.bold and chunk.bold, size=_size_of(last, chunk))
        else:
            lines.append(chunk)
    return lines


def _size_of(one: Line, two: Line) -> float:
    """The size of most of two parts of a line."""
    return one.size if len(one.text) >= len(two.text) else two.size


def _goes_on(last: Line, chunk: Line) -> bool:
    gap = (chunk.x0 - last.x1) / max(last.size, chunk.size)
    if _MARKER.fullmatch(last.text):
        return -0.5 <= gap <= _MARKER_GAP
    return -0.5 <= gap <= (_SPACED_GAP if chunk.spaced else _GAP)
