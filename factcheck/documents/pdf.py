"""PDFs: lines put together to paragraphs, column by column (the layout analysis of pdfminer.six), with the page of each.

What stands at the top or foot of many pages, and page numbers, is furniture. A word cut at the end of a line is whole again.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from factcheck.documents.columns import in_reading_order
from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, one_spaced

PAGES = 1_000
"""Pages that are read."""
_TITLE, _HEADING = 1.4, 1.12
"""How much larger than the text a title and a heading are set."""
_EDGE = 0.12
"""The share of a page's height at its top and at its foot where running heads stand."""
_LIGATURES = {0xAD: "-", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_PRINTED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?|(?:https?|file)://\S+(?: \d+/\d+)?", re.IGNORECASE)
"""What browsers print at the edges of a page: takes "3/5/24, 9:42 AM", "https://a.example/b 1/3"; refuses "5 March 2024"."""
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")


@dataclass(frozen=True)
class _Line:
    words: str
    page: int
    left: float
    right: float
    size: float
    edge: bool
    box: int
    right_most: float


def read_pdf(data: bytes) -> Document:
    """The text of a PDF. Raises UnreadableError for one that is locked, broken, or has no words."""
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException

    try:
        lines, facts = _lines(data)
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise UnreadableError("it is a PDF that asks for a password") from None
    except (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError) as error:
        raise UnreadableError("it is a PDF that is broken off, or damaged") from error
    pieces = tuple(_joined_over_pages(_without_navigation(list(with_drop_capitals(_pieces(lines))))))
    if not any(piece.form is not Form.FURNITURE for piece in pieces):
        raise UnreadableError("it is a PDF without words: pictures of pages, perhaps")
    return Document(pieces, **facts)


def _lines(data: bytes) -> tuple[list[_Line], dict[str, Any]]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    facts = _facts(PDFDocument(PDFParser(io.BytesIO(data))).info)
    lines: list[_Line] = []
    box = 0
    for number, page in enumerate(extract_pages(io.BytesIO(data), maxpages=PAGES, laparams=LAParams()), 1):
        for container in in_reading_order([one for one in page if isinstance(one, LTTextContainer) and one.get_text().strip()]):
            box += 1
            for line in _left_to_right([one for one in container if isinstance(one, LTTextLine)]):
                words = one_spaced(line.get_text().translate(_LIGATURES))
                if words:
                    sizes = [char.size for char in line if isinstance(char, LTChar)]
                    edge = line.y0 > page.y1 - _EDGE * page.height or line.y1 < page.y0 + _EDGE * page.height
                    size = median(sizes) if sizes else line.height
                    lines.append(_Line(words, number, line.x0, line.x1, size, edge, box, container.x1))
    return lines, facts


def _left_to_right(lines: list[Any]) -> list[Any]:
    """The lines of a block from its top down; what wide gaps have parted in one line stands left before right."""
    rows: list[list[Any]] = []
    for line in sorted(lines, key=lambda line: -line.y1):
        if rows and line.y1 > (rows[-1][0].y0 + rows[-1][0].y1) / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.x0)]


def _facts(infos: Sequence[Any]) -> dict[str, Any]:
    from pdfminer.utils import decode_text

    facts: dict[str, str] = {}
    for info in infos:
        for key in ("Title", "Author"):
            value = info.get(key)
            if isinstance(value, bytes) and (told := one_spaced(decode_text(value))):
                facts.setdefault(key, told)
    return {"title": facts.get("Title"), "author": facts.get("Author")}


def _pieces(lines: Sequence[_Line]) -> Iterator[Piece]:
    usual = median(line.size for line in lines) if lines else 1.0
    running = _running(lines)
    paragraph: list[_Line] = []
    for line in lines:
        if line.edge and (_key(line.words) in running or _PRINTED.fullmatch(line.words) or _printed_title(line, lines)):
            yield Piece(Form.FURNITURE, line.words, _page(line))
            continue
        if paragraph and _begins_anew(paragraph[-1], line, paragraph[0]):
            yield _piece(paragraph, usual)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield _piece(paragraph, usual)


def with_drop_capitals(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, of which one that is a single capital is the first letter of the next, where that goes on with a small one."""
    capital: Piece | None = None
    for piece in pieces:
        if capital is not None and piece.words[:1].islower():
            piece = replace(piece, words=capital.words + piece.words)
        elif capital is not None:
            yield capital
        capital = piece if len(piece.words) == 1 and piece.words.isupper() else None
        if capital is None:
            yield piece
    if capital is not None:
        yield capital


def _without_navigation(pieces: list[Piece]) -> list[Piece]:
    """The pieces, of which short ones above the title are furniture: what a page's navigation is when it is printed."""
    title = next((i for i, piece in enumerate(pieces[:10]) if piece.form is Form.TITLE), 0)
    return [replace(p, form=Form.FURNITURE) if i < title and not _ENDS.search(p.words) else p for i, p in enumerate(pieces)]


def _running(lines: Sequence[_Line]) -> set[str]:
    """Lines at the edges of pages that stand on several, but for their numbers, and numbers of pages."""
    pages = {line.page for line in lines}
    counts = Counter(key for key, _ in {(_key(line.words), line.page) for line in lines if line.edge})
    often = {key for key, count in counts.items() if count >= max(2, len(pages) / 3)}
    return often | {key for key in counts if re.fullmatch(r"\W*(?:page )?#(?: ?(?:of|/) ?#)?\W*", key)}


def _printed_title(line: _Line, lines: Sequence[_Line]) -> bool:
    """Whether a line at the edge repeats a larger one on its page, as the title that a browser prints there does."""
    return any(other.words == line.words and other.size > line.size + 1 and other.page == line.page for other in lines)


def _key(words: str) -> str:
    return re.sub(r"\d+", "#", words.casefold())


def _begins_anew(last: _Line, line: _Line, first: _Line) -> bool:
    """Whether a line begins another paragraph than the one before it stands in."""
    if line.box != last.box or abs(line.size - last.size) > 0.6:
        return True
    width = last.right_most - last.left
    ended_early = last.right < last.right_most - 0.12 * max(width, 1.0)
    indented = line.left > first.left + line.size * 0.8 and last.left <= first.left + 1
    return (ended_early or indented) and _ENDS.search(last.words) is not None


def _piece(paragraph: Sequence[_Line], usual: float) -> Piece:
    words = paragraph[0].words
    for line in paragraph[1:]:
        words = _continued(words, line.words)
    size = paragraph[0].size
    form = Form.PARAGRAPH
    if len(paragraph) <= 4 and size >= _HEADING * usual:
        form = Form.TITLE if size >= _TITLE * usual and paragraph[0].page == 1 else Form.HEADING
    return Piece(form, words, _page(paragraph[0]))


def _page(line: _Line) -> str:
    return f"page {line.page}"


def _continued(before: str, after: str) -> str:
    """Words that go on in another line; a word that was cut with a hyphen is whole again, when there is such a word."""
    cut = re.search(r"(\w+)-$", before)
    if cut is None or not after[:1].islower():
        return f"{before} {after}"
    from wordfreq import zipf_frequency

    head, tail = cut[1], re.match(r"\w*", after)
    rest = tail[0] if tail else ""
    whole, apart = zipf_frequency(head + rest, "en"), min(zipf_frequency(head, "en"), zipf_frequency(rest, "en"))
    return f"{before[:-1]}{after}" if (whole > 0 and whole + 1.5 >= apart * 0.6) or apart < 2 else f"{before}{after}"


def _joined_over_pages(pieces: list[Piece]) -> Iterator[Piece]:
    """Paragraphs that go on in the next column or on the next page put together; the furniture between comes after them."""
    held: Piece | None = None
    between: list[Piece] = []
    for piece in pieces:
        if piece.form is Form.FURNITURE:
            between.append(piece)
        elif held is not None and _goes_on(held, piece):
            held = replace(held, words=_continued(held.words, piece.words))
        else:
            if held is not None:
                yield held
            yield from between
            between = []
            held = piece
    if held is not None:
        yield held
    yield from between


def _goes_on(one: Piece, two: Piece) -> bool:
    same = one.form is two.form is Form.PARAGRAPH
    return same and _ENDS.search(one.words) is None and len(one.words) > 40 and (two.words[:1].islower() or one.words.endswith((",", "-")))
