"""What is written on a page of a PDF and not drawn by it: the comments of its readers, and the values of the fields of forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from pdfminer.pdfexceptions import PDFException
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from factcheck.documents.comments import MOST, comment
from factcheck.documents.pdf_glyphs import Box, Drawn, placed
from factcheck.documents.pdf_lines import Line, Word
from factcheck.documents.pieces import Beside, Piece, one_spaced

_COMMENTS = frozenset({"Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Square", "Circle", "Stamp"})
_FIELD_SIZE = 10.0
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
"""A moment as PDF writes it (ISO 32000-1, 7.9.4): takes "D:20240305093000+01'00'"."""


@dataclass(frozen=True)
class Note:
    """A comment, and the boxes of the page that it marks, or the one it is put at."""

    by: str
    words: str
    at: datetime | None
    boxes: tuple[Box, ...]


def notes(page: Any, drawn: Drawn) -> Iterator[Note]:
    """The comments on a page that say something."""
    for one in _annotations(page):
        if _name(one.get("Subtype")) in _COMMENTS and (words := _text(one.get("Contents"))).strip():
            said = comment(_text(one.get("T")), words.splitlines(), None)
            yield Note(said.by, said.words, _moment(_text(one.get("M"))), tuple(_boxes(one, drawn)))


def field_lines(page: Any, drawn: Drawn) -> list[Line]:
    """What is filled in on a page, as lines that stand where it is shown."""
    lines = []
    for one in _annotations(page):
        value = _value(one) if _name(one.get("Subtype")) == "Widget" else ""
        box = next(iter(_boxes(one, drawn)), None) if value else None
        if box is not None:
            x0, y0, x1, y1 = box
            rows = [row for line in value.splitlines() if (row := one_spaced(line))]
            for number, row in enumerate(rows):
                size = min(_FIELD_SIZE, max((y1 - y0) / len(rows) * 0.8, 1.0))
                y = y1 - (y1 - y0) * (number + 0.5) / len(rows) - 0.3 * size
                lines.append(Line(list(_words(row, x0, max(x1, x0))), y, size))
    return lines


def _words(text: str, x0: float, x1: float) -> Iterator[Word]:
    """The words of a field, as if its letters shared its width."""
    letter = min((x1 - x0) / len(text), 0.5 * _FIELD_SIZE)
    for found in re.finditer(r"\S+", text):
        yield Word(found[0], x0 + letter * found.start(), x0 + letter * found.end())


def beside(found: Iterable[tuple[Note, str, int]], pieces: Sequence[Piece]) -> Iterator[Beside]:
    """The notes with the words of the pieces that they stand beside: those under them, else the first piece of their page."""
    for note, under, page in list(found)[:MOST]:
        number, start, end = _place(under, page, pieces)
        yield Beside(number, start, end, note.by, note.words, note.at)


def _place(under: str, page: int, pieces: Sequence[Piece]) -> tuple[int, int, int]:
    on_page = [n for n, piece in enumerate(pieces) if piece.place == f"page {page}"]
    before = [n for n, piece in enumerate(pieces) if piece.place == f"page {page - 1}"][-1:]
    for number in [*on_page, *before]:
        at = pieces[number].words.find(under) if under else -1
        if at >= 0:
            return number, at, at + len(under)
    return (on_page or [0])[0], 0, 0


def _annotations(page: Any) -> list[dict[str, Any]]:
    try:
        there = resolve1(page.annots)
        found = [resolve1(one) for one in (there if isinstance(there, list) else [])[:MOST]]
    except PDFException:
        return []
    return [one for one in found if isinstance(one, dict)]


def _value(field: dict[str, Any]) -> str:
    """What is filled in: texts and choices, which a field may have from the one above it; a box that is ticked says nothing."""
    kind, value = field.get("FT"), field.get("V")
    for _ in range(8):
        above = resolve1(field.get("Parent"))
        if not isinstance(above, dict) or (kind is not None and value is not None):
            break
        kind, value, field = kind or above.get("FT"), value if value is not None else above.get("V"), above
    value = resolve1(value)
    values = value if isinstance(value, list) else [value]
    return "\n".join(_text(one) for one in values if _text(one)) if _name(kind) in ("Tx", "Ch") else ""


def _boxes(annotation: dict[str, Any], drawn: Drawn) -> Iterator[Box]:
    try:
        quads = [float(resolve1(value)) for value in resolve1(annotation.get("QuadPoints")) or ()]
        for i in range(0, len(quads) - 7, 8):
            xs, ys = quads[i : i + 8 : 2], quads[i + 1 : i + 8 : 2]
            yield placed(drawn.frame, (min(xs), min(ys), max(xs), max(ys)))
        if len(quads) < 8:
            yield placed(drawn.frame, [float(resolve1(value)) for value in resolve1(annotation.get("Rect"))])
    except (PDFException, ValueError, TypeError, IndexError):
        return


def _text(value: Any) -> str:
    value = resolve1(value)
    return decode_text(value) if isinstance(value, bytes) else ""


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _moment(text: str) -> datetime | None:
    found = _DATE.match(text)
    if found is None:
        return None
    zone = (
        UTC
        if found[7] or not found[8]
        else timezone(timedelta(hours=int(found[9]), minutes=int(found[10] or 0)) * (-1 if found[8] == "-" else 1))
    )
    try:
        return datetime(*(int(found[i] or 0) for i in range(1, 7)), tzinfo=zone)  # type: ignore[arg-type, misc]
    except ValueError:
        return None
