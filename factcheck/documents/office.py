"""Word documents and OpenDocument texts: tracked changes as if they were accepted, headers and notes left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.documents.containers import Package, local, parsed
from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, one_spaced, one_title

_DELETED = frozenset({"del", "moveFrom"})
_STYLES = {"title": Form.TITLE, "caption": Form.PICTURE}


def read_docx(data: bytes) -> Document:
    """A Word document (ECMA-376). Raises UnreadableError."""
    package = Package(data)
    names = _style_names(package)
    body = next((node for node in parsed(package.read("word/document.xml")) if local(node) == "body"), None)
    if body is None:
        raise UnreadableError("it is broken off, or damaged")
    pieces = [piece for node in body.iter() if local(node) == "p" and (piece := _docx_piece(node, names)) is not None]
    return Document(one_title(pieces), **_core(package, "docProps/core.xml"))


def _style_names(package: Package) -> dict[str, str]:
    """The name of each style by its id."""
    if not package.has("word/styles.xml"):
        return {}
    found = {}
    for style in (node for node in parsed(package.read("word/styles.xml")) if local(node) == "style"):
        name = next((_value(node) for node in style if local(node) == "name"), "")
        found[_attribute(style, "styleId")] = name.casefold()
    return found


def _docx_piece(paragraph: Any, names: dict[str, str]) -> Piece | None:
    if any(local(above) in ("del", "moveFrom", "txbxContent", "comment") for above in paragraph.iterancestors()):
        return None
    style, listed = "", False
    for node in paragraph.iter():
        if local(node) == "pStyle":
            style = names.get(_value(node), _value(node).casefold())
        listed = listed or local(node) == "numPr"
    words = "".join(_docx_words(paragraph))
    words = "\n".join(one_spaced(line) for line in words.split("\n")).strip()
    return Piece(_form(style, listed), words) if words else None


def _form(style: str, listed: bool) -> Form:
    if style.startswith("heading"):
        return Form.TITLE if style == "heading 1" else Form.HEADING
    if style in ("header", "footer"):
        return Form.FURNITURE
    return _STYLES.get(style, Form.ITEM if listed else Form.PARAGRAPH)


def _docx_words(node: Any) -> Iterator[str]:
    name = local(node)
    if name in _DELETED or name in ("delText", "instrText", "txbxContent"):
        return
    if name == "t":
        yield node.text or ""
    elif name in ("tab", "noBreakHyphen"):
        yield "\t" if name == "tab" else "-"
    elif name in ("br", "cr"):
        yield "\n"
    else:
        for child in node:
            yield from _docx_words(child)


def _attribute(node: Any, name: str) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def _value(node: Any) -> str:
    return _attribute(node, "val")


def _core(package: Package, name: str) -> dict[str, Any]:
    """What an Office document says of itself: who made it. When it was made is not when it was published."""
    if not package.has(name):
        return {}
    facts = {local(node): one_spaced(node.text or "") for node in parsed(package.read(name))}
    return {"title": facts.get("title") or None}


def read_odt(data: bytes) -> Document:
    """An OpenDocument text (ISO 26300). Raises UnreadableError."""
    package = Package(data)
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableError("it asks for a password")
    root = parsed(package.read("content.xml"))
    text = next((node for node in root.iter() if local(node) == "text" and local(node.getparent()) == "body"), None)
    if text is None:
        raise UnreadableError("it is broken off, or damaged")
    named = {_attribute(s, "name"): _attribute(s, "parent-style-name") for s in root.iter() if local(s) == "style"}
    pieces = []
    for node in text.iter():
        if local(node) not in ("p", "h") or any(local(above) in _ODT_LEFT_OUT for above in node.iterancestors()):
            continue
        words = "\n".join(one_spaced(line) for line in "".join(_odt_words(node)).split("\n")).strip()
        if words:
            pieces.append(Piece(_odt_form(node, named), words))
    return Document(one_title(pieces))


_ODT_LEFT_OUT = frozenset({"tracked-changes", "annotation", "note", "header", "footer"})


def _odt_form(node: Any, named: dict[str, str]) -> Form:
    style = _attribute(node, "style-name")
    style = (named.get(style) or style).casefold()
    if style in _STYLES:
        return _STYLES[style]
    if local(node) == "h":
        return Form.TITLE if _attribute(node, "outline-level") == "1" else Form.HEADING
    return Form.ITEM if any(local(above) == "list-item" for above in node.iterancestors()) else Form.PARAGRAPH


def _odt_words(node: Any) -> Iterator[str]:
    if local(node) in _ODT_LEFT_OUT:
        return
    yield node.text or ""
    for child in node:
        name = local(child)
        if name == "s":
            yield " " * min(int(_attribute(child, "c") or 1), 100) if (_attribute(child, "c") or "1").isdecimal() else " "
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        else:
            yield from _odt_words(child)
        yield child.tail or ""


def read_rtf(data: bytes) -> Document:
    """A Rich Text document, its words by striprtf. Raises UnreadableError when it has none."""
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, UnicodeError, RecursionError) as error:
        raise UnreadableError("it is broken off, or damaged") from error
    pieces = tuple(Piece(Form.PARAGRAPH, words) for line in text.splitlines() if (words := one_spaced(line.replace("|", " "))))
    if not pieces:
        raise UnreadableError("it is broken off, or has no words")
    return Document(pieces)
