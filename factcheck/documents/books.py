"""EPUB books: the chapters in their order, each with its number as its place (EPUB 3, OCF)."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from factcheck.documents.containers import Package, local, parsed
from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, day_or_moment, one_spaced, one_title

_BLOCKS = {"p": Form.PARAGRAPH, "li": Form.ITEM, "blockquote": Form.PARAGRAPH, "pre": Form.VERBATIM, "figcaption": Form.PICTURE}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def read_epub(data: bytes) -> Document:
    """The chapters of a book. Raises UnreadableError."""
    package = Package(data)
    container = parsed(package.read("META-INF/container.xml"))
    root = next((node.get("full-path") for node in container.iter() if local(node) == "rootfile"), None)
    if not root:
        raise UnreadableError("it lacks the list of its parts")
    book = parsed(package.read(root))
    items = {node.get("id"): node.get("href") or "" for node in book.iter() if local(node) == "item"}
    order = [items.get(node.get("idref"), "") for node in book.iter() if local(node) == "itemref"]
    if package.has("META-INF/encryption.xml") and b"EncryptedData" in package.read("META-INF/encryption.xml"):
        raise UnreadableError("it asks for a key that only its shop's reader has")
    pieces: list[Piece] = []
    for number, href in enumerate((href for href in order if href), 1):
        name = posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(href)))
        pieces += [replace(piece, place=f"chapter {number}") for piece in _chapter(package.read(name))]
    if not pieces:
        raise UnreadableError("it is a book without words")
    facts = {local(node): one_spaced(node.text or "") for node in book.iter() if local(node) in ("title", "creator", "publisher", "date")}
    return Document(
        one_title(pieces), facts.get("title"), facts.get("creator"), facts.get("publisher"), published=day_or_moment(facts.get("date"))
    )


def _chapter(data: bytes) -> list[Piece]:
    try:
        tree: Any = parsed(data)
    except UnreadableError:
        from lxml import html

        tree = html.document_fromstring(data)
    pieces = []
    for node in tree.iter():
        name = local(node)
        form = (Form.TITLE if name == "h1" else Form.HEADING) if name in _HEADINGS else _BLOCKS.get(name)
        if form is None or any(local(above) in (*_BLOCKS, *_HEADINGS) for above in node.iterancestors()):
            continue
        if words := one_spaced("".join(node.itertext())):
            pieces.append(Piece(form, words))
    return pieces
