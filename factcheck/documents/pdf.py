"""PDFs: their pages one by one, and what they say of themselves (parsed by pdfminer.six).

What a page draws is in `pdf_glyphs`, its lines in `pdf_lines`, gutters between them in `pdf_gutters`, their numbers in `pdf_numbers`, its
ruled tables in `pdf_rules`, its other tables and blocks in `pdf_tables`, their order in `columns`, the paragraphs of all pages in
`pdf_paragraphs`, and what is written beside them in `pdf_notes`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.documents.columns import in_reading_order
from factcheck.documents.pdf_glyphs import UNKNOWN, Drawn, drawn_pages, turned
from factcheck.documents.pdf_lines import Lettering, Line, letterings, words_of
from factcheck.documents.pdf_notes import Note, beside, field_lines, notes
from factcheck.documents.pdf_numbers import without_numbers
from factcheck.documents.pdf_paragraphs import PageLine, Place, pieces_of
from factcheck.documents.pdf_tables import blocks, right_most
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, one_spaced
from factcheck.documents.properties import told_author, told_title

PAGES = 1_000
"""Pages that are read."""
_EDGE = 0.12
"""The share of a page's height at its top and at its foot where running heads stand."""
_LINES_AT_EDGE = 4
"""Lines from the top of a page, and from its foot, that may be running heads."""
_MOSTLY, _STROKES = 0.5, 200
"""The share of a page that its pictures cover, or the lines and curves on it, from which one without letters is a picture."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_NO_WORDS = "it has no words in it"
_PICTURES = f"{_NO_WORDS}, only pictures of pages; run OCR on it (ocrmypdf, for example) and open the result"
_CODED = (
    f"{_NO_WORDS} that can be read, its fonts do not say which letters they show; run OCR on it (ocrmypdf --force-ocr) and open the result"
)


@dataclass
class _Read:
    """What was read of the pages."""

    lines: list[PageLine] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    numbers: dict[int, list[str]] = field(default_factory=dict)
    notes: list[tuple[Note, str, int]] = field(default_factory=list)
    margins: list[float] = field(default_factory=list)
    boxes: int = 0


def read_pdf(data: bytes) -> Document:
    """The text of a PDF. Raises UnreadableError for one that is locked, broken, or has no words."""
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    damaged = (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ArithmeticError)
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        facts = _facts(document)
        read = _read_pages(document, damaged)
    except PDFPasswordIncorrect:
        raise UnreadableError("it is a PDF that asks for a password") from None
    except damaged as error:
        raise UnreadableError("it is a PDF that is incomplete, or damaged") from error
    pieces = tuple(_with_numbers(pieces_of(read.lines, facts["title"]), read.numbers))
    if not any(piece.form is not Form.FURNITURE for piece in pieces):
        raise UnreadableError(_why_wordless(read.left))
    return Document(pieces, left=tuple(read.left), beside=tuple(beside(read.notes, pieces)), **facts)


def _why_wordless(left: Sequence[Left]) -> str:
    reasons = {one.why for one in left}
    return _PICTURES if Reason.PICTURED in reasons else _CODED if Reason.CODED in reasons else _NO_WORDS


def _read_pages(document: Any, damaged: tuple[type[Exception], ...]) -> _Read:
    from pdfminer.pdfpage import PDFPage

    read = _Read()
    pages = drawn_pages(_first_pages(PDFPage.create_pages(document), read), damaged)
    for number, (page, drawn) in enumerate(pages, 1):
        name = f"page {number}"
        if drawn is None:
            read.left.append(Left(name, Reason.DAMAGED))
            continue
        if not drawn.whole:
            read.left.append(Left(name if not drawn.glyphs else f"the rest of {name}", Reason.UNREAD))
        _read_page(number, page, drawn, read)
    return read


def _first_pages(pages: Iterator[Any], read: _Read) -> Iterator[Any]:
    for number, page in enumerate(pages, 1):
        if number > PAGES:
            read.left.append(Left(f"the pages from {number} on", Reason.UNREAD))
            return
        yield page


def _read_page(number: int, page: Any, drawn: Drawn, read: _Read) -> None:
    """Adds what a page says to what was read."""
    name = f"page {number}"
    read.left += [Left(words, Reason.HIDDEN) for words in words_of(drawn.outside)]
    fields = field_lines(page, drawn)
    inked = [glyph for glyph in drawn.glyphs if not glyph.text.isspace()]
    if 2 * sum(glyph.text == UNKNOWN for glyph in inked) > len(inked) > 0:
        read.left.append(Left(name, Reason.CODED))
        drawn.glyphs = inked = []
    elif not inked and drawn.whole and (drawn.pictured > _MOSTLY or drawn.strokes > _STROKES):
        read.left.append(Left(name, Reason.PICTURED))
    upright: list[Line] = []
    for lettering in letterings(drawn.glyphs) or ([Lettering(0, [])] if fields else []):
        read.left += [Left(words, Reason.REPEATED) for words in lettering.again]
        read.left += [Left(mark, Reason.MARK) for mark in lettering.marks]
        lines, numbers, margins = without_numbers(lettering.lines, read.margins)
        read.numbers.setdefault(number, []).extend(numbers)
        read.margins += margins
        if lettering.angle == 0:
            upright = lines = with_fields(lines, fields)
            fields = []
        read.lines += _page_lines(number, lettering, lines, drawn, read)
    read.notes += [(note, _under(note, upright), number) for note in notes(page, drawn)]


def with_fields(lines: Sequence[Line], fields: Sequence[Line]) -> list[Line]:
    """The lines, and those of fields where they stand; a field that stands in a row is one of it."""
    made = list(lines)
    rows: dict[int, float] = {}
    for line in lines:
        rows.setdefault(line.row, line.y)
    for extra in fields:
        near = [row for row, y in rows.items() if abs(y - extra.y) < 0.5 * extra.size]
        row = near[0] if near else max(rows, default=0) + 1
        rows.setdefault(row, extra.y)
        made.append(replace(extra, row=row, y=rows[row]))
    return sorted(made, key=lambda line: (-line.y, line.x0))


def _page_lines(number: int, lettering: Lettering, lines: Sequence[Line], drawn: Drawn, read: _Read) -> Iterator[PageLine]:
    """The lines of a page in the order in which they are read."""
    heights = [turned(x, y, lettering.angle)[1] for x in drawn.box[::2] for y in drawn.box[1::2]]
    low, high = min(heights), max(heights)
    room = _EDGE * (high - low)
    ys = sorted({line.y for line in lines})
    head, foot = ys[-_LINES_AT_EDGE:][0], ys[:_LINES_AT_EDGE][-1]
    found = in_reading_order(blocks(lines, drawn.rules if lettering.angle == 0 else ()))
    for block in found:
        before = None
        for row in block.rows:
            first = row[0]
            read.boxes += before is None or before == first.row  # what stands beside another line goes on with no line above
            before = first.row
            edge = (first.y0 > high - room and first.y >= head) or (first.y1 < low + room and first.y <= foot)
            words = "\t".join(line.text for line in row) if block.is_table else first.text
            place = Place(number, read.boxes, first.x0, row[-1].x1, right_most(block, found), round(first.y), edge)
            opens = first.words[0].x1 - first.x0
            yield PageLine(words, place, first.size, first.bold, opens, row=block.is_table, askew=lettering.askew)


def _under(note: Note, lines: Sequence[Line]) -> str:
    """The words of a page that a comment marks."""
    return " ".join(
        word.text
        for line in lines
        for word in line.words
        if any(x0 <= (word.x0 + word.x1) / 2 <= x1 and y0 <= line.y + 0.3 * line.size <= y1 for x0, y0, x1, y1 in note.boxes)
    )


def _with_numbers(pieces: Sequence[Piece], numbers: dict[int, list[str]]) -> Iterator[Piece]:
    """The pieces, and behind those of each page the numbers of its lines."""
    waiting = [number for number in sorted(numbers) if numbers[number]]
    for piece in pieces:
        while waiting and int((piece.place or "page 0").removeprefix("page ")) > waiting[0]:
            yield _numbers(waiting[0], numbers[waiting.pop(0)])
        yield piece
    for number in waiting:
        yield _numbers(number, numbers[number])


def _numbers(page: int, numbers: Sequence[str]) -> Piece:
    return Piece(Form.FURNITURE, " ".join(numbers), f"page {page}", Reason.NUMBER)


def _facts(document: Any) -> dict[str, Any]:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    facts: dict[str, str] = {}
    for info in [*document.info, {"Lang": document.catalog.get("Lang")}]:
        for key in ("Title", "Author", "Lang"):
            value = resolve1(info.get(key))
            if isinstance(value, bytes) and (told := one_spaced(decode_text(value))):
                facts.setdefault(key, told)
    language = facts.get("Lang", "")
    return {
        "title": told_title(facts.get("Title")),
        "author": told_author(facts.get("Author")),
        "language": language if _LANGUAGE.fullmatch(language) else None,
    }
