"""EPUB books: the chapters in their order, each with its number as its place (EPUB 3, OCF)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote

from factcheck.documents.containers import Package, local, parsed
from factcheck.documents.flow import Flow
from factcheck.documents.hypertext import tell, tree_of
from factcheck.documents.marked import words_of
from factcheck.documents.pieces import Document, Form, Left, Reason, UnreadableError, day_or_moment, one_spaced
from factcheck.documents.properties import told_title
from factcheck.documents.titles import titled

_HIDES_FONTS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Algorithms that only keep a font from being taken out of a book (OCF 3.3, section 4)."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TEXT = ("image/", "audio/", "video/", "font/", "application/javascript", "text/css")


def read_epub(data: bytes) -> Document:
    """The chapters of a book, those beside its reading order last. Raises UnreadableError."""
    package = Package(data)
    container = parsed(package.read("META-INF/container.xml"))
    root = next((node.get("full-path") for node in container.iter() if local(node) == "rootfile"), None)
    if not root:
        raise UnreadableError("it lacks the list of its parts")
    book = parsed(package.read(root))
    chapters = _chapters(book, root)
    if _locked(package) & {root, *chapters}:
        raise UnreadableError("it is copy-protected, so that only its seller's reading program can open it")
    flow = Flow()
    facts = [(local(node), one_spaced(node.text or "")) for node in book.iter() if isinstance(node.tag, str)]
    told = {key: [words for name, words in facts if name == key and words] for key in ("title", "creator", "publisher", "language")}
    trees = {name: tree_of(package.read(name)) for name in chapters}
    title = told_title(next(iter(told["title"]), None))
    if title is not None and _heads_only_chapters(trees.values(), title):
        flow.paragraph([title], Form.TITLE)
    tell(trees, flow, "chapter {}")
    pieces, title = titled(flow.pieces, title)
    flow.pieces = list(pieces)
    contents = [_name(root, one) for one in book.iter() if local(one) == "item" and "nav" in (one.get("properties") or "").split()]
    listed = [words_of(tree_of(package.read(name))) for name in contents if name not in chapters and package.has(name)]
    document = flow.document(
        title=title, author=", ".join(dict.fromkeys(told["creator"])) or None,
        site=next(iter(told["publisher"]), None), language=next(iter(told["language"]), None), published=_published(book),
    )  # fmt: skip
    return replace(document, left=(*document.left, *(Left(words, Reason.AROUND) for words in listed if words)))


def _chapters(book: Any, root: str) -> list[str]:
    """The names of the parts with text, in the order in which they are read."""
    items = {node.get("id"): node for node in book.iter() if local(node) == "item"}
    refs = [node for node in book.iter() if local(node) == "itemref" and node.get("idref") in items]
    in_order = sorted(refs, key=lambda ref: ref.get("linear") == "no")
    listed = [items[ref.get("idref")] for ref in in_order]
    return list(dict.fromkeys(_name(root, item) for item in listed if item.get("href") and not _is_picture(item)))


def _heads_only_chapters(trees: Iterable[Any], title: str) -> bool:
    """Whether what is set as headings heads the chapters, and the title of the whole stands in none of them."""
    titles = headings = 0
    for node in (node for tree in trees for node in tree.iter() if isinstance(node.tag, str)):
        name = local(node)
        if name in _HEADINGS and any(local(above) == "nav" for above in node.iterancestors()):
            continue  # the list of contents is headed by the book's title
        if (name in _HEADINGS or name == "p") and one_spaced("".join(node.itertext())).casefold() == title.casefold():
            return False
        titles += name == "h1"
        headings += name in _HEADINGS
    return headings > 0 and titles != 1


def _name(root: str, item: Any) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(item.get("href").partition("#")[0])))


def _is_picture(item: Any) -> bool:
    sort = item.get("media-type") or ""
    return sort.startswith(_NO_TEXT) and "svg" not in sort


def _locked(package: Package) -> set[str]:
    """The names of the parts that are encrypted, but for fonts that are only hidden."""
    if not package.has("META-INF/encryption.xml"):
        return set()
    locked = set()
    for node in (one for one in parsed(package.read("META-INF/encryption.xml")).iter() if local(one) == "EncryptedData"):
        inside = {local(one): one for one in node.iter()}
        method, reference = inside.get("EncryptionMethod"), inside.get("CipherReference")
        if method is None or method.get("Algorithm") not in _HIDES_FONTS:
            locked.add(unquote(reference.get("URI") or "") if reference is not None else "")
    return locked


def _published(book: Any) -> datetime | date | None:
    """The day that the book says it was published; one that it says nothing more of is that day too."""
    days = {_event(node): day for node in book.iter() if local(node) == "date" and (day := day_or_moment(node.text))}
    return days.get("publication") or days.get("")


def _event(node: Any) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == "event"), "")
