"""The wire services' own formats: NITF (IPTC) and NewsML-G2, with headline, byline, dateline and time as they mark them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from factcheck.documents.containers import local, parsed
from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, day_or_moment, one_spaced

_BLOCKS = {"p": Form.PARAGRAPH, "hl2": Form.HEADING, "li": Form.ITEM, "media-caption": Form.PICTURE, "figcaption": Form.PICTURE} | {
    f"h{n}": Form.HEADING for n in range(1, 7)
}


def read_wire(data: bytes) -> Document:
    """A story of a wire service. Raises UnreadableError for XML that is neither NITF nor NewsML-G2."""
    root = parsed(data)
    names = {local(node) for node in root.iter()}
    if local(root) == "nitf" or ("nitf" in names and "newsItem" not in names):
        return _nitf(root)
    if "newsItem" in names:
        return _first_with_text([node for node in root.iter() if local(node) == "newsItem"])
    raise UnreadableError("it is XML of another sort than NITF and NewsML-G2")


def _first_with_text(items: list[Any]) -> Document:
    """The first item that is a story: pictures and the like may come before it in a message."""
    for item in items[:-1]:
        with suppress(UnreadableError):
            return _newsml(item)
    return _newsml(items[-1])


def _first(root: Any, *names: str) -> Any:
    return next((node for name in names for node in root.iter() if local(node) == name), None)


def _words(node: Any) -> str:
    return one_spaced("".join(node.itertext())) if node is not None else ""


def _blocks(root: Any) -> Iterator[Piece]:
    for node in root.iter():
        form = _BLOCKS.get(local(node))
        if form is not None and not any(local(above) in _BLOCKS for above in node.iterancestors()) and (words := _words(node)):
            yield Piece(form, words)


def _nitf(root: Any) -> Document:
    head, body = _first(root, "hedline"), _first(root, "body.content", "body")
    title = _words(_first(head, "hl1")) if head is not None else _words(_first(root, "title"))
    byline, dateline = _words(_first(root, "byline")), _first(root, "dateline")
    issued = _first(root, "date.issue", "date.release", "story.date")
    where = _words(_first(dateline, "location")) if dateline is not None else ""
    pieces = [Piece(Form.TITLE, title)] if title else []
    pieces += [piece for piece in _blocks(body) if piece.words != title] if body is not None else []
    if len(pieces) <= bool(title):
        raise UnreadableError("it is a story without text")
    norm = issued.get("norm") if issued is not None else None
    return Document(
        tuple(pieces), title or None, _by(byline), None, _words(_first(root, "distributor")) or None, where or None, _norm(norm)
    )


def _newsml(item: Any) -> Document:
    about = _first(item, "contentMeta")
    title = _words(_first(about, "headline")) if about is not None else ""
    by = _words(_first(about, "by")) if about is not None else ""
    located = _words(_first(_first(about, "located"), "name")) if about is not None and _first(about, "located") is not None else ""
    made = next((n.text for name in ("contentModified", "contentCreated", "versionCreated") if (n := _first(item, name)) is not None), None)
    inline = _first(item, "inlineXML")
    if inline is not None and (nitf := _first(inline, "nitf")) is not None:
        return _nitf(nitf)
    plain = _first(item, "inlineData")
    pieces = [Piece(Form.TITLE, title)] if title else []
    if inline is not None:
        pieces += [piece for piece in _blocks(inline) if piece.words != title]
    elif plain is not None:
        pieces += [Piece(Form.PARAGRAPH, words) for part in (plain.text or "").split("\n\n") if (words := one_spaced(part))]
    if len(pieces) <= bool(title):
        raise UnreadableError("it is a story without text")
    provider = _first(item, "provider")
    agency = _words(_first(provider, "name")) if provider is not None and _first(provider, "name") is not None else ""
    return Document(tuple(pieces), title or None, _by(by), None, agency or None, located or None, day_or_moment(made))


def _by(words: str) -> str | None:
    return one_spaced(words.removeprefix("By ").removeprefix("BY ")) or None


def _norm(text: str | None):  # type: ignore[no-untyped-def]  # a moment, a day or None
    """A moment as NITF writes it: 20260303T101500Z."""
    text = (text or "").strip()
    if len(text) >= 15 and text[8] == "T" and text[:8].isdigit():
        text = f"{text[:4]}-{text[4:6]}-{text[6:11]}:{text[11:13]}:{text[13:]}"
    return day_or_moment(text.replace("Z", "+00:00"))
