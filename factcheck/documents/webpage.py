"""Web pages: their text by trafilatura, which leaves out what is around it, and what they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factcheck.documents.containers import local
from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, day_or_moment, one_spaced

_FORMS = {
    "head": Form.HEADING,
    "p": Form.PARAGRAPH,
    "quote": Form.PARAGRAPH,
    "item": Form.ITEM,
    "code": Form.VERBATIM,
    "row": Form.PARAGRAPH,
}
_TITLE = re.compile(r"<title[^>]*>([^<]{1,500})</title", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)


def read_webpage(data: bytes, url: str | None = None) -> Document:
    """The story of a page. Raises UnreadableError when no text is found in it."""
    import trafilatura

    markup = decoded(data)
    captions = _captions(markup)
    found: Any = trafilatura.bare_extraction(
        markup, url=url, with_metadata=True, include_comments=False, include_images=False, favor_recall=True, as_dict=False
    )
    pieces = list(_pieces(found.body, captions)) if found is not None and found.body is not None else []
    if not pieces:
        pieces = [Piece(Form.PARAGRAPH, words) for line in trafilatura.html2txt(markup).splitlines() if (words := one_spaced(line))]
    there = {piece.words for piece in pieces}
    pieces += [Piece(Form.PICTURE, words) for words in captions if words not in there]
    if not pieces:
        raise UnreadableError("no text is found in it")
    title = (found.title if found else None) or _title(markup)
    if title and not any(_alike(piece.words, title) for piece in pieces[:3]):
        pieces.insert(0, Piece(Form.TITLE, one_spaced(title)))
    elif title:
        pieces = [Piece(Form.TITLE, p.words) if i < 3 and _alike(p.words, title) else p for i, p in enumerate(pieces)]
    facts = {name: getattr(found, name, None) for name in ("author", "sitename", "date")}
    author = one_spaced(facts["author"].replace(";", ",")) if facts["author"] else None
    return Document(tuple(pieces), title, author, facts["sitename"], published=day_or_moment(facts["date"]))


def _alike(one: str, two: str) -> bool:
    return one.casefold().strip(" .") == one_spaced(two).casefold().strip(" .")


def _pieces(body: Any, captions: list[str]) -> Iterator[Piece]:
    for node in body.iter("head", "p", "quote", "item", "code", "row"):
        if any(local(above) in _FORMS for above in node.iterancestors()):
            continue
        words = one_spaced("".join(node.itertext()))
        if words:
            yield Piece(Form.PICTURE if words in captions else _FORMS[local(node)], words)


def _captions(markup: str) -> list[str]:
    """The words below pictures, which are told apart from the story."""
    from lxml import html

    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (ValueError, html.etree.ParserError):
        return []
    return [words for node in tree.iter("figcaption") if (words := one_spaced("".join(node.itertext())))]


def _title(markup: str) -> str | None:
    import html

    found = _TITLE.search(markup)
    return one_spaced(html.unescape(found[1])) if found else None


def decoded(data: bytes) -> str:
    """The page's text: in the encoding that it says it is in, else UTF-8 if it is that, else in the one that it looks like."""
    from charset_normalizer import from_bytes

    found = _CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", found[1].decode("ascii") if found else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
