"""Web pages: their text by trafilatura, which leaves out what is around it, and what they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from factcheck.documents.containers import local
from factcheck.documents.directives import sign_comments
from factcheck.documents.markup import blocks_of, signed, without_signs
from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, day_or_moment, one_spaced, one_title

_FORMS = {
    "head": Form.HEADING,
    "p": Form.PARAGRAPH,
    "quote": Form.PARAGRAPH,
    "item": Form.ITEM,
    "code": Form.VERBATIM,
    "row": Form.PARAGRAPH,
}
_WORDS = 3
"""Words that a page's first heading has at least, to be the headline whatever the page calls itself elsewhere."""
_LONGEST_NAME = 4
"""Words of an author's name; more are about the author."""
_LONGEST_RUN = 6
_NEARLY = 70
"""How alike (of 100) a heading at the top is to the page's title to be the headline that readers see."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)


def read_webpage(data: bytes, url: str | None = None) -> Document:
    """The story of a page. Raises UnreadableError when no text is found in it."""
    import trafilatura

    tree = _tree(without_signs(decoded(data)))
    signed(tree)
    sign_comments(tree)
    captions = [words for node in tree.iter("figcaption") for words in blocks_of("".join(node.itertext()))]
    found: Any = trafilatura.bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_images=False, favor_recall=True, as_dict=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    pieces = list(_pieces(found.body, captions)) if found is not None and found.body is not None else []
    if not pieces:
        pieces = [Piece(Form.PARAGRAPH, words) for words in blocks_of("".join(tree.itertext("*", with_tail=True)))]
    there = {piece.words for piece in pieces}
    pieces += [Piece(Form.PICTURE, words) for words in captions if words not in there]
    if not pieces:
        raise UnreadableError("no text is found in it")
    facts = {name: one_spaced(without_signs(getattr(found, name, None) or "")) or None for name in ("title", "author", "sitename", "date")}
    title = facts["title"] or _title(tree)
    names = [name for part in (facts["author"] or "").split(";") if (name := part.strip()) and len(name.split()) <= _LONGEST_NAME]
    return Document(
        tuple(_titled(_once(pieces), title)), title, ", ".join(names) or None, facts["sitename"], published=day_or_moment(facts["date"])
    )


def _tree(markup: str) -> Any:
    """The page as a tree. Raises UnreadableError for what has none."""
    from lxml import html

    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (ValueError, html.etree.ParserError) as error:
        raise UnreadableError("no text is found in it") from error


def _titled(pieces: list[Piece], title: str | None) -> list[Piece]:
    """The pieces with the title that is among the first of them set as one; where another heading says nearly the same, that one."""
    for i, piece in enumerate(pieces[:3]):
        if piece.form is Form.TITLE and len(piece.words.split()) >= _WORDS:
            return list(one_title([*_below(pieces[:i]), *pieces[i:]]))
    pieces = _below(pieces)
    if not title:
        return pieces
    for i, piece in enumerate(pieces[:3]):
        if _alike(piece.words, title) or (piece.form is Form.HEADING and token_set_ratio(piece.words, title) >= _NEARLY):
            return [*pieces[:i], Piece(Form.TITLE, piece.words), *(p for p in pieces[i + 1 :] if not _alike(p.words, piece.words))]
    return [Piece(Form.TITLE, title), *pieces]


def _alike(one: str, two: str) -> bool:
    return one.casefold().strip(" .") == one_spaced(two).casefold().strip(" .")


def _once(pieces: list[Piece]) -> list[Piece]:
    """The pieces without runs that stand there twice, one after the other, as trafilatura gives the first entry of live blogs."""
    kept: list[Piece] = []
    for piece in pieces:
        kept.append(piece)
        for length in range(1, _LONGEST_RUN + 1):
            if len(kept) >= 2 * length and kept[-length:] == kept[-2 * length : -length] and max(len(p.words) for p in kept[-length:]) > 40:
                del kept[-length:]
    return kept


def _below(pieces: list[Piece]) -> list[Piece]:
    """The pieces with titles that are too short for one, a site's name perhaps, as headings."""
    return [replace(piece, form=Form.HEADING) if piece.form is Form.TITLE else piece for piece in pieces]


def _pieces(body: Any, captions: list[str]) -> Iterator[Piece]:
    for node in body.iter("head", "p", "quote", "item", "code", "row"):
        if any(local(above) in _FORMS for above in node.iterancestors()):
            continue
        form = Form.TITLE if node.get("rend") == "h1" else _FORMS[local(node)]
        for words in blocks_of("".join(node.itertext())):
            yield Piece(Form.PICTURE if words in captions else form, words)


def _title(tree: Any) -> str | None:
    return next((words for node in tree.iter("title") if (words := one_spaced(without_signs(node.text or "")))), None)


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
