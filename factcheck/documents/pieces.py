"""What any document is made of: pieces of text in order, how each is set, where it stands, and what the document says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum, auto


class Form(Enum):
    """How a piece is set: plain text knows only paragraphs, other documents tell the rest."""

    PARAGRAPH = auto()
    TITLE = auto()
    HEADING = auto()
    ITEM = auto()
    PICTURE = auto()
    VERBATIM = auto()
    FURNITURE = auto()


@dataclass(frozen=True)
class Piece:
    """One paragraph, heading, item or caption. `place` is where it stands, as a reader would look it up: "page 3", "0:01:15"."""

    form: Form
    words: str
    place: str | None = None


@dataclass(frozen=True)
class Beside:
    """What somebody wrote beside the words `start` to `end` of a piece, given by its number; where the document says no moment, none."""

    piece: int
    start: int
    end: int
    by: str
    words: str
    at: datetime | None = None


@dataclass(frozen=True)
class Document:
    """A document that was opened, and what it says of itself; `site` is who published it."""

    pieces: tuple[Piece, ...] = field(default=())
    title: str | None = None
    author: str | None = None
    site: str | None = None
    agency: str | None = None
    where: str | None = None
    published: datetime | date | None = None
    beside: tuple[Beside, ...] = ()

    @property
    def text(self) -> str:
        """Its words, a blank line between pieces."""
        return "\n\n".join(piece.words for piece in self.pieces)


class UnreadableError(Exception):
    """A document that cannot be read; the message says in words why, as what "it" is: "it is a PDF that asks for a password"."""


def one_title(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces, of which only the first title is one; the others are headings."""
    titles, made = 0, []
    for piece in pieces:
        titles += piece.form is Form.TITLE
        made.append(replace(piece, form=Form.HEADING) if piece.form is Form.TITLE and titles > 1 else piece)
    return tuple(made)


def one_spaced(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())


def day_or_moment(text: str | None) -> datetime | date | None:
    """A moment or day as ISO 8601 writes it; None for anything else. A moment at midnight without a zone is a day."""
    text = (text or "").strip()
    try:
        if len(text) <= 10:
            return date.fromisoformat(text) if len(text) != 8 or not text.isdigit() else datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day
        return datetime.fromisoformat(text)
    except ValueError:
        return None
