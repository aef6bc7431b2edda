"""Word documents and OpenDocument texts: tracked changes as if they were accepted, comments kept, headers and notes left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.documents.comments import CELL, Comment, Edge, Paragraphs, Side, comment
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
    pieces: list[Piece] = []
    paragraphs = Paragraphs()
    for node in _paragraphs_and_rows(body, "tr", "tc", _DOCX_LEFT_OUT):
        row = local(node) == "tr"
        words = paragraphs.words(_row_words(node, "tc") if row else _docx_words(node), len(pieces))
        pieces += [Piece(Form.PARAGRAPH if row else _docx_form(node, names), words)] if words else []
    beside = tuple(paragraphs.beside(_docx_comments(package)))
    return Document(one_title(pieces), beside=beside, **_core(package, "docProps/core.xml"))


_DOCX_LEFT_OUT = frozenset({"del", "moveFrom", "txbxContent", "comment"})


def _docx_comments(package: Package) -> dict[str, Comment]:
    """The comments by their names in the document; a document without any has no part for them."""
    if not package.has("word/comments.xml"):
        return {}
    found = {}
    for node in (node for node in parsed(package.read("word/comments.xml")) if local(node) == "comment"):
        paragraphs = ("".join(part for part in _docx_words(one) if isinstance(part, str)) for one in node.iter() if local(one) == "p")
        found[_attribute(node, "id")] = comment(_attribute(node, "author"), paragraphs, _attribute(node, "date"))
    return found


def _style_names(package: Package) -> dict[str, str]:
    """The name of each style by its id."""
    if not package.has("word/styles.xml"):
        return {}
    found = {}
    for style in (node for node in parsed(package.read("word/styles.xml")) if local(node) == "style"):
        name = next((_value(node) for node in style if local(node) == "name"), "")
        found[_attribute(style, "styleId")] = name.casefold()
    return found


def _docx_form(paragraph: Any, names: dict[str, str]) -> Form:
    style, listed = "", False
    for node in paragraph.iter():
        if local(node) == "pStyle":
            style = names.get(_value(node), _value(node).casefold())
        listed = listed or local(node) == "numPr"
    return _form(style, listed)


def _form(style: str, listed: bool) -> Form:
    if style.startswith("heading"):
        return Form.TITLE if style == "heading 1" else Form.HEADING
    if style in ("header", "footer"):
        return Form.FURNITURE
    return _STYLES.get(style, Form.ITEM if listed else Form.PARAGRAPH)


def _paragraphs_and_rows(root: Any, row: str, cell: str, left_out: frozenset[str]) -> Iterator[Any]:
    """The paragraphs, and in their stead the rows of tables that hold a paragraph a cell: others only lay out a page."""
    rows = set()
    for node in root.iter():
        name = local(node)
        if name not in ("p", "h", row) or any(one in rows or local(one) in left_out for one in node.iterancestors()):
            continue
        if name != row:
            yield node
            continue
        cells = [one for one in node.iter() if local(one) == cell]
        if len(cells) > 1 and all(
            sum(local(p) in ("p", "h") and bool("".join(p.itertext()).strip()) for p in c.iter()) <= 1 for c in cells
        ):
            rows.add(node)
            yield node


def _row_words(row: Any, cell: str) -> Iterator[str | Edge]:
    """The words of a row, in one line: its cells' with tabs between them."""
    for i, node in enumerate(node for node in row.iter() if local(node) == cell):
        if i:
            yield CELL
        for j, paragraph in enumerate(one for one in node.iter() if local(one) in ("p", "h")):
            yield " " if j else ""
            yield from _docx_words(paragraph) if cell == "tc" else _odt_words(paragraph, frozenset())


_DOCX_EDGES = {"commentRangeStart": Side.BEGIN, "commentRangeEnd": Side.END, "commentReference": Side.POINT}


def _docx_words(node: Any) -> Iterator[str | Edge]:
    name = local(node)
    if name in ("delText", "instrText", "txbxContent"):
        return
    if name in _DOCX_EDGES:
        yield Edge(_attribute(node, "id"), _DOCX_EDGES[name])
    elif name in _DELETED:
        yield from (edge for child in node for edge in _docx_words(child) if isinstance(edge, Edge))
    elif name == "t":
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
    ranges = frozenset(_attribute(node, "name") for node in text.iter() if local(node) == "annotation-end")
    pieces: list[Piece] = []
    paragraphs = Paragraphs()
    for node in _paragraphs_and_rows(text, "table-row", "table-cell", _ODT_LEFT_OUT):
        row = local(node) == "table-row"
        words = paragraphs.words(_row_words(node, "table-cell") if row else _odt_words(node, ranges), len(pieces))
        pieces += [Piece(Form.PARAGRAPH if row else _odt_form(node, named), words)] if words else []
    return Document(one_title(pieces), beside=tuple(paragraphs.beside(_odt_comments(text))))


def _odt_comments(text: Any) -> dict[str, Comment]:
    """The comments by their names; one without a name has the place in its stead."""
    found = {}
    for node in (node for node in text.iter() if local(node) == "annotation"):
        facts = {local(one): one.text or "" for one in node if local(one) in ("creator", "date")}
        paragraphs = ("".join(one.itertext()) for one in node.iter() if local(one) == "p")
        found[_odt_name(node)] = comment(facts.get("creator", ""), paragraphs, facts.get("date"))
    return found


def _odt_name(annotation: Any) -> str:
    return _attribute(annotation, "name") or annotation.getroottree().getpath(annotation)


_ODT_LEFT_OUT = frozenset({"tracked-changes", "annotation", "note", "header", "footer"})


def _odt_form(node: Any, named: dict[str, str]) -> Form:
    style = _attribute(node, "style-name")
    style = (named.get(style) or style).casefold()
    if style in _STYLES:
        return _STYLES[style]
    if local(node) == "h":
        return Form.TITLE if _attribute(node, "outline-level") == "1" else Form.HEADING
    return Form.ITEM if any(local(above) == "list-item" for above in node.iterancestors()) else Form.PARAGRAPH


def _odt_words(node: Any, ranges: frozenset[str]) -> Iterator[str | Edge]:
    """The words; a comment begins where it stands when it has an end (`ranges`), else it stands there only."""
    if local(node) == "annotation":
        yield Edge(_odt_name(node), Side.BEGIN if _odt_name(node) in ranges else Side.POINT)
    elif local(node) == "annotation-end":
        yield Edge(_odt_name(node), Side.END)
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
            yield from _odt_words(child, ranges)
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
