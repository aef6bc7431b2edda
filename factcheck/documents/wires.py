"""The wire services' own formats in XML, all of the IPTC's: NITF, NewsML 1.2 and NewsML-G2."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from factcheck.documents.containers import local, parsed
from factcheck.documents.marked import rest
from factcheck.documents.newsml import read_item
from factcheck.documents.nitf import first, read_nitf
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, day_or_moment

_ITEMS = ("newsItem", "NewsItem")
_FEEDS = ("rss", "feed", "RDF")


def read_wire(data: bytes) -> Document:
    """A story of a wire service. Raises UnreadableError for XML of another sort, and for what holds no words."""
    root = parsed(data)
    taken: set[Any] = set()
    items = [node for node in root.iter() if local(node) in _ITEMS]
    if items:
        story = _story(items, taken)
    elif (nitf := first(root, "nitf")) is not None:
        story = read_nitf(nitf, taken)
        sent = first(root, "published", "updated")
        story = replace(story, published=story.published or (day_or_moment(sent.text) if sent is not None else None))
    else:
        raise UnreadableError(_other(root))
    if not any(piece.form is not Form.FURNITURE for piece in story.pieces[bool(story.title) :]):
        raise UnreadableError("it has no words in it but what says how it was sent")
    return replace(story, left=(*story.left, *rest(root, taken)))


def _other(root: Any) -> str:
    if local(root) in _FEEDS:
        return "it is a feed, which names many stories; save the story's own page, and give that"
    if any(local(node) == "packageItem" for node in root.iter()):
        return "it is a package, which only names stories in other files; give those"
    return "it is XML of another sort than NITF and NewsML"


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
