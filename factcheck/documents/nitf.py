"""Stories in NITF, the IPTC's News Industry Text Format (3.6): what their heads say of them, and their bodies whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from factcheck.documents.containers import local
from factcheck.documents.marked import Told, rest, told_in, words_of
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, day_or_moment
from factcheck.documents.said import of_dateline, something

_NAMES = re.compile(r"[^\W\d_]{2}")
"""What a dateline for readers has: takes "Westport, March 3", refuses "20260303T101500Z"."""
_WORDS = 3
"""Words that a title in the head has at least, to be a headline where the body has none; shorter ones are slugs."""


def first(root: Any, *names: str) -> Any:
    """The first element of the first of these names that there is, or None."""
    return None if root is None else next((node for name in names for node in root.iter() if local(node) == name), None)


def attribute(root: Any, name: str, attribute: str) -> str | None:
    """What the first element of a name that has the attribute says in it."""
    return next((said for node in root.iter() if local(node) == name and (said := something(node.get(attribute)))), None)


def read_nitf(root: Any, taken: set[Any], *, is_named: bool = True) -> Document:
    """The story in an element `nitf`, or in one that holds its parts; what is read of it is added to `taken`.

    `is_named` says whether a story without a headline is called by the title in its head: what is sent within an item is called by that.
    """
    body, head, dateline = first(root, "body"), first(root, "body.head"), first(root, "dateline")
    told = told_in(root if body is None else body, past={head, first(root, "head")})
    above = _Above(head, told, taken)
    title = above.title or (title_in_head(root, taken) if is_named else "")
    pieces, repeated = once(title, told.pieces)
    left = [*above.left, *told.left, *repeated, *rest(head, taken)]
    if body is None:
        left += rest(first(root, "head"), taken)
    taken.add(root if body is None else body)
    where, agency = of_dateline(words_of(dateline))
    return Document(
        (*([Piece(Form.TITLE, title)] if title else []), *above.pieces, *pieces),
        title or None,
        agency=something(words_of(first(root, "distributor")), agency) or attribute(root, "from-src", "src-name") or _owner(root),
        where=something(_location(first(dateline, "location")), where) or attribute(root, "evloc", "city"),
        published=_published(root),
        language=language_of(root) or something(root.get("baselang")),
        left=tuple(left),
    )


def once(title: str, pieces: list[Piece]) -> tuple[list[Piece], list[Left]]:
    """The pieces without those at the top that only say the title once more, and those."""
    top = [n for n, piece in enumerate(pieces) if piece.form is not Form.FURNITURE][:2]
    again = [n for n in top if title and pieces[n].words.casefold() == title.casefold()]
    return [piece for n, piece in enumerate(pieces) if n not in again], [Left(pieces[n].words, Reason.REPEATED) for n in again]


def language_of(node: Any) -> str | None:
    """The language that an element says it is in, as a BCP 47 tag."""
    return something(node.get("{http://www.w3.org/XML/1998/namespace}lang"), node.get("lang"))


def begins(pieces: Iterable[Piece], where: str) -> bool:
    """Whether a story begins with the place where it was written, as datelines do."""
    opening = next((piece.words for piece in pieces if piece.form is Form.PARAGRAPH), "")
    return where.split(",")[0].casefold() in opening[:60].casefold()


class _Above:
    """What stands above a story, in the order in which a reader is told it: headlines, what the story comes to, who wrote it and where."""

    def __init__(self, head: Any, story: Told, taken: set[Any]) -> None:
        self.pieces: list[Piece] = []
        self.left: list[Left] = []
        self.title = ""
        parts = list(head) if head is not None else []
        for node in parts:
            if local(node) == "hedline":
                self._headlines(node)
        for name in ("abstract", "note", "byline", "dateline"):
            for node in parts:
                if local(node) == name:
                    self._say(node, story)
        taken.update(node for node in parts if local(node) in ("hedline", "abstract", "note", "byline", "dateline"))

    def _headlines(self, hedline: Any) -> None:
        for node in hedline if len(hedline) else [hedline]:
            told = told_in(node)
            self.left += told.left
            if not self.title and (local(node) in ("hl1", "hedline") or first(hedline, "hl1") is None):
                self.title = told.words
            else:
                self.pieces += [Piece(Form.HEADING, piece.words) for piece in told.pieces]

    def _say(self, node: Any, story: Told) -> None:
        told = told_in(node)
        self.left += told.left
        for piece in told.pieces:
            if piece.form is Form.DATELINE and not _NAMES.search(piece.words):
                self.left.append(Left(piece.words, Reason.ENVELOPE))
            elif self._is_told(piece, node, story):
                self.left.append(Left(piece.words, Reason.REPEATED))
            else:
                self.pieces.append(piece)

    def _is_told(self, piece: Piece, node: Any, story: Told) -> bool:
        """Whether the story says what stands above it once more."""
        if piece.form is Form.DATELINE:
            return begins(story.pieces, of_dateline(words_of(node))[0] or piece.words)
        return local(node) == "abstract" and (piece.words.casefold() in story.words.casefold() or piece.words == self.title)


def title_in_head(root: Any, taken: set[Any]) -> str:
    """The title in the head of a story that has no headline, unless that is a slug."""
    title = first(first(root, "head"), "title")
    words = words_of(title)
    if len(words.split()) < _WORDS:
        return ""
    taken.add(title)
    return words


def _owner(root: Any) -> str | None:
    return something(words_of(first(root, "rights.owner"))) or attribute(root, "doc.copyright", "holder")


def _location(location: Any) -> str:
    """A place; where its parts are marked and nothing is between them, with commas."""
    if location is None or any((node.tail or "").strip() for node in location) or (location.text or "").strip():
        return words_of(location)
    return ", ".join(words for node in location if (words := words_of(node)))


def _published(root: Any) -> datetime | date | None:
    said = (
        node.get("norm") or node.text
        for name in ("date.issue", "date.release", "story.date")
        for node in root.iter()
        if local(node) == name
    )
    known = (day_or_moment(text) for text in (*said, attribute(root, "pubdata", "date.publication")))
    return next((moment for moment in known if moment is not None), None)
