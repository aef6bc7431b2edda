"""Stories in XML: the wire services' own formats, all of the IPTC's (NITF, NewsML 1.2 and NewsML-G2), and any other vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from factcheck.documents.containers import local, parsed
from factcheck.documents.marked import rest
from factcheck.documents.newsml import read_item
from factcheck.documents.nitf import first, read_nitf
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, day_or_moment
from factcheck.documents.stories import completed, read_story

_ITEMS = ("newsItem", "NewsItem")
_FEEDS = ("rss", "feed", "RDF")
_ENTRIES = ("item", "entry")


def read_wire(data: bytes) -> Document:
    """A story in XML. Raises UnreadableError for XML without one, and for what holds no words."""
    root = parsed(data)
    taken: set[Any] = set()
    items = [node for node in root.iter() if local(node) in _ITEMS]
    if items:
        story = _story(items, taken)
    elif (nitf := first(root, "nitf")) is not None:
        story = read_nitf(nitf, taken)
        sent = first(root, "published", "updated")
        story = replace(story, published=story.published or (day_or_moment(sent.text) if sent is not None else None))
        story = completed(story, root, nitf, taken) if nitf is not root else story
    else:
        return _other(root)
    if not any(piece.form is not Form.FURNITURE for piece in story.pieces[bool(story.title) :]):
        raise UnreadableError("it has no text besides the details of its transmission")
    return replace(story, left=(*story.left, *rest(root, taken)))


def _other(root: Any) -> Document:
    """The story in XML of another vocabulary: all of it, or the one that a feed holds whole."""
    if local(root) in _FEEDS:
        entries = [node for node in root.iter() if local(node) in _ENTRIES]
        if len(entries) != 1:
            raise UnreadableError("it is a feed, which names many stories; save the story's own page, and give that")
        story = read_story(entries[0], "it is a feed that does not hold its story; save the story's own page, and give that")
        return replace(story, left=(*story.left, *rest(root, {entries[0]})))
    if any(local(node) == "packageItem" for node in root.iter()):
        raise UnreadableError("it is a package, which only names stories in other files; give those")
    return read_story(root, "it is XML without the text of a story")


def _story(items: list[Any], taken: set[Any]) -> Document:
    """The first item that is a story, with the captions of pictures that came with it; if none is, the first picture."""
    read = [read_item(item, taken) for item in items]
    told = [(document, is_picture) for document, is_picture in read if len(document.pieces) > bool(document.title)]
    if not told:
        return read[0][0]
    story, _ = told.pop(next((n for n, (_, is_picture) in enumerate(told) if not is_picture), 0))
    pieces, left = list(story.pieces), list(story.left)
    for document, is_picture in told:
        left += document.left
        if is_picture and story.pieces:
            pieces += (Piece(Form.PICTURE, piece.words) for piece in document.pieces)
        else:
            left += (Left(piece.words, Reason.ANOTHER) for piece in document.pieces)
    return replace(story, pieces=tuple(pieces), left=tuple(left))
