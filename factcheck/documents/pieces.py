"""What any document is made of: pieces of text in order, how each is set, where it stands, and what the document says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum, auto

REPORT = "factcheck"
"""What the content controls are tagged with that hold what a report says around its article."""


class Form(Enum):
    """How a piece is set: plain text knows only paragraphs, other documents tell the rest.

    What a document marks as its byline or dateline is that where the words read so, and a paragraph where they do not.
    """

    PARAGRAPH = auto()
    TITLE = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    PICTURE = auto()
    NOTE = auto()
    VERBATIM = auto()
    FURNITURE = auto()
    BYLINE = auto()
    DATELINE = auto()


class Reason(Enum):
    """Why words of a document are no words of its article: the name is what they are, the value says so of them."""

    AROUND = "stands around the story on its page"
    RUNNING = "stands at the head or foot of pages"
    DELETED = "was deleted by a tracked change"
    STRUCK = "is struck out"
    HIDDEN = "is hidden from readers of the document"
    ENVELOPE = "says how the story was sent, and to whom"
    EARLIER = "belongs to an earlier message"
    MARK = "is the number or sign of a note"
    NUMBER = "numbers a line"
    SOUND = "describes a sound"
    REPEATED = "is repeated"
    ATTACHED = "is the name of a file that came with it and was not read"
    ANOTHER = "belongs to another story in the same file"
    PROMPT = "asks the writer to put something there"
    REPORT = "is what Factcheck itself wrote around the article in a report"
    PICTURED = "is a picture, whose words only OCR can read"
    CODED = "is in a font whose letters the file does not identify"
    NOTICE = "was put among the comments by Google Docs, and is nobody's comment"
    UNREAD = "was not read: it exceeds the limit for one document"
    DAMAGED = "was not read: it is damaged"


@dataclass(frozen=True)
class Piece:
    """One paragraph, heading, item, row of a table (tabs between its cells) or caption.

    `place` is where it stands, as a reader would look it up: "page 3", "0:01:15". `why` says of furniture what makes it that.
    """

    form: Form
    words: str
    place: str | None = None
    why: Reason | None = None


@dataclass(frozen=True)
class Left:
    """Words of a document that are in none of its pieces, and why."""

    words: str
    why: Reason


class Hung(Enum):
    """What hangs on words of a document: somebody's comment, a foot- or endnote of the writer's, or a link, whose words are its address."""

    COMMENT = auto()
    NOTE = auto()
    LINK = auto()


@dataclass(frozen=True)
class Beside:
    """What somebody wrote beside the words `start` to `end` of a piece, given by its number; where the document says no moment, none.

    The words of a note are a piece, too, behind the one that its mark stands in; its `start` and `end` are where the mark stands.
    """

    piece: int
    start: int
    end: int
    by: str
    words: str
    at: datetime | None = None
    hung: Hung = Hung.COMMENT


@dataclass(frozen=True)
class Document:
    """A document that was opened, and what it says of itself: `site` is who published it, `language` its BCP 47 tag.

    Every word of it that a person can read is in its `pieces`, is `beside` them, or is `left`.
    """

    pieces: tuple[Piece, ...] = field(default=())
    title: str | None = None
    author: str | None = None
    site: str | None = None
    agency: str | None = None
    where: str | None = None
    published: datetime | date | None = None
    language: str | None = None
    beside: tuple[Beside, ...] = ()
    left: tuple[Left, ...] = ()

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
