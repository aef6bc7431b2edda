"""A document that was opened as an article: its pieces as blocks, what it says of itself, and where in it each part stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from factcheck.documents import Document, Form, Hung, Piece
from factcheck.model import Article, Evidence, Landmark, LeftOut, Remark
from factcheck.reading.bylines import signed, signing_agency
from factcheck.reading.citations import cited, in_confidence, linked
from factcheck.reading.newsroom import newsroom
from factcheck.reading.normal import normal
from factcheck.reading.parts import Part
from factcheck.reading.passages import passages, taken_out, without_directives
from factcheck.reading.placenames import as_written_in_text
from factcheck.reading.plain import make_article
from factcheck.reading.shapes import Shape

_MOMENT = Shape("a moment of a recording", r"\d{1,3}:\d\d(?::\d\d)?\Z", takes=("0:01:15", "12:30"), refuses=("page 3", "1"))

WRITER = "the writer"
"""By whom notes and links are where nothing tells who wrote the article."""


def read_document(document: Document, published: date | datetime | None, source: str | None) -> Article:
    """The article in a document. What the text itself says wins over what the document says of itself, but not over when that was sent."""
    there, directives = taken_out(document.pieces)
    read = [(n, replace(piece, words=words)) for n, piece in enumerate(there) if (words := _plain(piece.words).strip())]
    pieces = [piece for _, piece in read]
    if document.title and pieces and not any(piece.form is Form.TITLE or piece.words == document.title for piece in pieces[:3]):
        pieces = _with_title(pieces, normal(document.title))
    text, parts = laid_out(pieces)
    part_of = dict(zip((n for n, _ in read), parts[len(parts) - len(read) :], strict=True))
    article = make_article(text, parts, published or None, source, document.language)
    byline = article.byline or signed(document.author)
    known = {
        "published": published or (document.published if _is_moment(document.published) else article.published or document.published),
        "byline": byline,
        "agency": article.agency or signing_agency(document.author) or _agency(document.agency or ""),
        "place": article.place or (as_written_in_text(document.where) if document.where else None),
        "landmarks": tuple(_landmarks(pieces, parts)),
        "left_out": (*(article.left_out or ()), *_left_out(document)),
        "remarks": tuple(remarks(document, part_of, byline)),
        "off": passages(directives, part_of, len(text)),
    }
    return article.model_copy(update=known)


def _agency(name: str) -> str | None:
    """An agency by the name that articles are given, where a document calls it by another or by its site; else as the document calls it."""
    return newsroom().agency(name) or newsroom().agency(name.partition(".")[0]) or name or None


def _left_out(document: Document) -> Iterator[LeftOut]:
    """What the document says and its text does not hold."""
    for left in document.left:
        if words := _plain(left.words).strip():
            yield LeftOut(role=left.why.name.lower(), words=words, why=left.why.value)


def _plain(words: str) -> str:
    """Words in the one form, without the hyphens that only say where a line may break."""
    return normal(words.replace("\xad", ""))


def _is_moment(published: date | datetime | None) -> bool:
    """Whether a document says to the minute when it was sent, which no day that is named in it outweighs."""
    return isinstance(published, datetime) and published.tzinfo is not None


def _with_title(pieces: Sequence[Piece], title: str) -> list[Piece]:
    """The pieces with a title that the document has only in what it says of itself, when none of them is set as one."""
    headed = any(piece.form in (Form.TITLE, Form.HEADING) for piece in pieces[:5])
    return list(pieces) if headed else [Piece(Form.TITLE, title, pieces[0].place), *pieces]


def laid_out(pieces: Sequence[Piece]) -> tuple[str, list[Part]]:
    """The pieces as one text with a blank line between them, and as parts of it."""
    parts: list[Part] = []
    at = 0
    for piece in pieces:
        is_spoken = piece.place is not None and _MOMENT.match(piece.place) is not None
        parts.append(Part(at, at + len(piece.words), piece.words, piece.form, piece.why and piece.why.value, is_spoken))
        at += len(piece.words) + 2
    return "\n\n".join(piece.words for piece in pieces), parts


def _landmarks(pieces: Sequence[Piece], parts: Sequence[Part]) -> list[Landmark]:
    """Where another page, chapter or time begins."""
    found: list[Landmark] = []
    for piece, part in zip(pieces, parts, strict=True):
        if piece.place is not None and (not found or found[-1].name != piece.place):
            found.append(Landmark(at=part.start, name=piece.place))
    return found


def remarks(document: Document, part_of: Mapping[int, Part], writer: str | None) -> Iterator[Remark]:
    """What is written beside the article's words, with the sources that it names; a moment without a zone is one of UTC.

    `part_of` has where each piece of the document stands, by its number; `writer` is whose the notes and links are.
    """
    before: Evidence | None = None
    for beside in document.beside:
        part = part_of.get(beside.piece) or next(iter(part_of.values()) if beside.hung is Hung.COMMENT else iter(()), None)
        if part is None:
            continue
        words = document.pieces[beside.piece].words
        start, end = (min(part.start + len(_plain(without_directives(words[:at])).lstrip()), part.end) for at in (beside.start, beside.end))
        at = beside.at if beside.at is None or beside.at.tzinfo is not None else beside.at.replace(tzinfo=UTC)
        said, by = normal(beside.words), normal(beside.by)
        is_note = beside.hung is not Hung.COMMENT
        if beside.hung is Hung.LINK:
            cites = linked(said, writer or WRITER)
        elif beside.hung is Hung.NOTE:
            cites = cited(said, by or writer or WRITER, before)
            before = cites[-1] if cites else before
        else:
            cites = cited(said, by, named_only=True)
        yield Remark(start=start, end=end, by=by, words=said, at=at, cites=cites, is_note=is_note, in_confidence=in_confidence(said))
