"""Word documents (ECMA-376): tracked changes as if they were accepted, notes and boxes behind their paragraphs, the rest kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

from factcheck.documents import drawings
from factcheck.documents.comments import NOTICE, Comment, Edge, Side, comment
from factcheck.documents.containers import Package, local
from factcheck.documents.flow import LONGEST_CELL, Flow, Gap, Part, Raised
from factcheck.documents.links import Fields, address_in_field, within
from factcheck.documents.pieces import REPORT, Document, Form, Hung, Left, Reason, one_spaced
from factcheck.documents.symbols import symbol
from factcheck.documents.titles import titled
from factcheck.documents.word_parts import Look, Parts, Styles, attribute, body_of, child, is_high, is_on, outlined, told_language

_DELETED = frozenset({"del", "moveFrom"})
_EDGES = {"commentRangeStart": Side.BEGIN, "commentRangeEnd": Side.END, "commentReference": Side.POINT}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\xad"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_MARKS = frozenset({"footnote reference", "endnote reference"})
_UNSEEN = frozenset({"instrText", "delInstrText", "pPr", "rPr", "sectPr", "tblPr", "tblGrid"})
_CHUNKS = 200
"""Documents embedded in one that are read."""


def read_docx(data: bytes) -> Document:
    """A Word document, whatever its main part is called. Raises UnreadableError."""
    return _Word(Parts(Package(data))).document()


def read_embedded(data: bytes) -> Document:
    """A Word document that is embedded in another; those that are embedded in it are not opened, as a package can hold itself."""
    return _Word(Parts(Package(data)), chunks=0).document()


class _Word:
    """Reads the parts of one document."""

    def __init__(self, parts: Parts, chunks: int = _CHUNKS) -> None:
        self._parts = parts
        self._styles = Styles(parts)
        self._flow = Flow()
        self._waiting: list[Callable[[], None]] = []
        self._fields = Fields()
        self._notes = {kind: self._notes_of(kind) for kind in _NOTES.values()}
        """The notes that are not told yet, by their names, with the parts that they are in."""
        self._chunks = chunks
        self._languages: Counter[str] = Counter()

    def document(self) -> Document:
        """All of it. Raises UnreadableError."""
        self._blocks(body_of(self._parts.root(self._parts.main)), None)
        self._flow.flush()
        self._after()
        for name, root in chain(self._parts.roots("header"), self._parts.roots("footer")):
            with self._reading(name):
                self._blocks(root, Reason.RUNNING)
                self._after()
        for kind, notes in self._notes.items():
            for name in list(notes):
                self._note(kind, name, Reason.HIDDEN)
        core = self._parts.core()
        title = one_spaced(text.text or "") if core is not None and (text := child(core, "title")) is not None else ""
        (language, most), total = next(iter(self._languages.most_common(1)), ("", 0)), self._languages.total()
        pieces, told = titled(self._flow.pieces, title)
        self._flow.pieces = list(pieces)
        return self._flow.document(self._comments(), title=told, language=(language or None) if most * 2 > total else None)

    @contextmanager
    def _reading(self, part: str, note: str | None = None) -> Iterator[None]:
        before, self._parts.now = self._parts.now, part
        with self._flow.aside() if note is None else self._flow.note(note):
            yield
        self._parts.now = before

    def _blocks(self, parent: Any, why: Reason | None) -> None:
        for node in parent:
            name = local(node)
            if name in ("p", "r", "oMath", "oMathPara"):
                self._paragraph(node, why)
            elif name == "tr":
                self._row(node, _why(node, why))
            elif name in _EDGES:
                self._flow.edge(Edge(attribute(node, "id"), _EDGES[name]))
            elif name == "altChunk":
                self._chunk(attribute(node, "id"), why)
            elif name not in _UNSEEN:
                self._blocks(_chosen(node), _why(node, why))
                if name in ("tc", "tbl"):
                    self._flow.flush()

    def _paragraph(self, node: Any, why: Reason | None) -> None:
        properties = child(node, "pPr")
        look = self._look(properties)
        parts = list(self._inline(node, why, look))
        form = _form(look, properties)
        if why is None and _goes_on(properties):
            self._flow.hold([*parts, *([] if _is_drop_cap(properties) else [Gap.BREAK])], form)
            return
        self._flow.paragraph(parts, form, Reason.REPEATED if look.name.startswith("toc ") else Reason.RUNNING)
        self._fields.end_paragraph()
        self._after()

    def _after(self) -> None:
        """Tell the notes and boxes that hang on what was told."""
        waiting, self._waiting = self._waiting, []
        for tell in waiting:
            tell()

    def _later(self, node: Any, why: Reason | None) -> None:
        """Tell the paragraphs in a box once those around it are told."""
        part = self._parts.now

        def tell() -> None:
            with self._reading(part):
                self._blocks(node, why)

        self._waiting.append(tell)

    def _look(self, properties: Any) -> Look:
        style = child(properties, "pStyle") if properties is not None else None
        return self._styles.look(attribute(style, "val") if style is not None else "")

    def _row(self, row: Any, why: Reason | None) -> None:
        properties = child(row, "trPr")
        gone, unseen = child(properties, "del") is not None, is_on(properties, "hidden")
        why = why or (Reason.DELETED if gone else Reason.HIDDEN if unseen else None)
        cells = list(_cells(row, why))
        if why is not None or len(cells) < 2 or not all(_is_short(cell) for cell, _ in cells):
            for cell, reason in cells:
                self._blocks(cell, reason)
                self._flow.flush()
            return
        self._flow.row([list(self._cell(cell, reason)) for cell, reason in cells])
        self._after()

    def _cell(self, cell: Any, why: Reason | None) -> Iterator[Part]:
        for node in cell:
            name = local(node)
            if name == "p":
                yield from self._inline(node, why, self._look(child(node, "pPr")))
                yield " "
            elif name in _EDGES:
                yield Edge(attribute(node, "id"), _EDGES[name])
            elif name not in _UNSEEN:
                yield from self._cell(_chosen(node), _why(node, why))

    def _inline(self, parent: Any, why: Reason | None, look: Look) -> Iterator[Part]:
        """The words in a paragraph, or in what stands in one."""
        if local(parent) == "r":
            yield from self._run(parent, why, look)
            return
        for node in parent:
            name = local(node)
            if name == "r":
                yield from self._run(node, why, look)
            elif name in _EDGES:
                yield Edge(attribute(node, "id"), _EDGES[name])
            elif name in drawings.MATHS:
                yield from drawings.formula(node, partial(self._inline, why=why, look=look))
            elif name == "t":
                yield from _said(node.text, why)
            elif name in ("hyperlink", "fldSimple"):
                yield from self._flow.linked(self._address(node), self._inline(node, why, look))
            elif name not in _UNSEEN:
                yield from self._inline(_chosen(node), _why(node, why), look)

    def _address(self, link: Any) -> str | None:
        if instructions := attribute(link, "instr"):
            return address_in_field(instructions)
        return within(self._parts.address(attribute(link, "id")), attribute(link, "anchor"))

    def _run(self, run: Any, why: Reason | None, paragraph: Look) -> Iterator[Part]:
        properties = child(run, "rPr")
        style = child(properties, "rStyle")
        look = self._styles.look(attribute(style, "val")) if style is not None else Look()
        set_hidden, set_struck = is_on(properties, "vanish"), is_on(properties, "strike", "dstrike")
        hidden = look.hidden or paragraph.hidden if set_hidden is None else set_hidden
        struck = look.struck or paragraph.struck if set_struck is None else set_struck
        why = why or (Reason.HIDDEN if hidden else Reason.STRUCK if struck else None)
        is_mark = look.name in _MARKS or any(local(node) in _NOTES and _has_own_mark(node) for node in run)
        language = told_language(properties) or look.language or paragraph.language
        for part in self._in_run(run, why, why or (Reason.MARK if is_mark else None)):
            if isinstance(part, str):
                self._languages[language] += len(part)
            yield Raised(part) if isinstance(part, str) and (is_high(properties) or look.high) else part

    def _in_run(self, run: Any, around: Reason | None, why: Reason | None) -> Iterator[Part]:
        """The words in a run; `around` is why those in notes and boxes that hang on it are left out, if they are."""
        for node in run:
            name = local(node)
            if name in ("t", "delText"):
                why_here = Reason.DELETED if name == "delText" and why is None else why
                yield from _said(node.text, why_here or (Reason.HIDDEN if self._fields.in_code else None))
            elif name in _SIGNS:
                yield from _said(_SIGNS[name], why)
            elif name == "sym":
                yield from _said(symbol(attribute(node, "font"), attribute(node, "char")), why)
            elif name == "fldChar":
                yield from self._fields.turn(attribute(node, "fldCharType"), self._flow)
            elif name == "instrText":
                self._fields.instruct(node.text or "")
            elif name in _EDGES:
                yield Edge(attribute(node, "id"), _EDGES[name])
            elif name in _NOTES:
                self._waiting.append(partial(self._note, _NOTES[name], attribute(node, "id"), around))
                yield from self._flow.mark(f"{_NOTES[name]} {attribute(node, 'id')}")
                yield Gap.MARK
            elif name == "ruby":
                yield from self._ruby(node, why)
            elif name == "AlternateContent":
                yield from self._in_run(_chosen(node), around, why)
            elif name not in _UNSEEN:
                self._boxes(node, around)

    def _ruby(self, node: Any, why: Reason | None) -> Iterator[Part]:
        base, above = child(node, "rubyBase"), child(node, "rt")
        yield from self._inline(base, why, Look()) if base is not None else ()
        if above is not None:
            yield from _said(" (", why)
            yield from self._inline(above, why, Look())
            yield from _said(")", why)

    def _boxes(self, node: Any, why: Reason | None) -> None:
        """Keep for later what stands in boxes, diagrams and charts."""
        name = local(node)
        if name in ("txbxContent", "txBody"):
            self._later(node, why)
        elif name == "textpath":
            self._waiting.append(lambda: self._flow.paragraph(_said(attribute(node, "string"), why), Form.PARAGRAPH))
        elif name == "relIds" and (part := self._parts.target(attribute(node, "dm"))):
            for point in (one for one in self._parts.root(part).iter() if local(one) == "pt"):
                self._later(point, why)
        elif name == "chart" and (part := self._parts.target(attribute(node, "id"))):
            root = self._parts.root(part)
            self._waiting.append(lambda: self._chart(root, why))
        else:
            for one in _chosen(node):
                self._boxes(one, why)

    def _chart(self, root: Any, why: Reason | None) -> None:
        with self._flow.aside():
            for title in drawings.titles(root):
                self._blocks(title, why)
            for row in drawings.rows(root):
                self._flow.row([_said(cell, why) for cell in row])

    def _note(self, kind: str, name: str, why: Reason | None) -> None:
        part, note = self._notes[kind].pop(name, ("", None))
        if note is not None:
            with self._reading(part, f"{kind} {name}"):
                self._blocks(note, why)
                self._after()

    def _notes_of(self, kind: str) -> dict[str, tuple[str, Any]]:
        """The foot- or endnotes, without the lines that part them from the text."""
        notes = ((part, node) for part, root in self._parts.roots(kind) for node in root if attribute(node, "type") in ("", "normal"))
        return {attribute(node, "id"): (part, node) for part, node in notes if local(node)}

    def _chunk(self, relation: str, why: Reason | None) -> None:
        """What is embedded whole: a page, a Rich Text or Word document, or a text."""
        from factcheck.documents.embedded import opened

        self._flow.flush()
        name = self._parts.target(relation)
        if name is None:
            return
        found = opened(self._parts.read(name), name) if self._chunks > 0 else None
        self._chunks -= 1
        if found is None:
            self._flow.leave(name.rpartition("/")[2], Reason.ATTACHED)
            return
        for piece in found.pieces:
            with self._flow.note(f"{name} {relation}") if piece.form is Form.NOTE else self._flow.aside():
                cells = [[cell] if why is None else [Left(cell, why)] for cell in piece.words.split("\t")]
                if piece.form is Form.ROW:
                    self._flow.row(cells)
                else:
                    self._flow.paragraph(cells[0], piece.form, piece.why)
        for left in found.left:
            self._flow.leave(left.words, left.why)
        for beside in (one for one in found.beside if one.hung is Hung.COMMENT):
            self._flow.leave(beside.words, Reason.HIDDEN)

    def _comments(self) -> dict[str, Comment]:
        """The comments by their names in the document."""
        answers, found = self._answers(), {}
        names: dict[str, str] = {}
        nodes = [node for _, root in self._parts.roots("comments") for node in root if local(node) == "comment"]
        for node in nodes:
            names |= {attribute(one, "paraId"): attribute(node, "id") for one in node.iter() if local(one) == "p"}
        for node in nodes:
            paragraphs = [one for one in node.iter() if local(one) == "p"]
            under = next((names[answers[key]] for one in paragraphs if answers.get(key := attribute(one, "paraId")) in names), None)
            words = ["".join(self._remark(paragraph)) for paragraph in paragraphs]
            for notice in (line for line in words if NOTICE.fullmatch(line.strip())):
                self._flow.leave(notice, Reason.NOTICE)
            words = [line for line in words if not NOTICE.fullmatch(line.strip())]
            found[attribute(node, "id")] = comment(attribute(node, "author"), words, attribute(node, "date"), under)
        return found

    def _answers(self) -> dict[str, str]:
        """Of each comment that answers another, the paragraph of that, by its own."""
        nodes = (node for _, root in self._parts.roots("commentsExtended") for node in root)
        return {attribute(node, "paraId"): above for node in nodes if (above := attribute(node, "paraIdParent"))}

    def _remark(self, paragraph: Any) -> Iterator[str]:
        for part in self._inline(paragraph, None, Look()):
            if isinstance(part, Left):
                self._flow.leave(part.words, part.why)
            elif isinstance(part, str | Raised):
                yield part if isinstance(part, str) else part.words


def _said(words: str | None, why: Reason | None) -> Iterator[Part]:
    if words:
        spaced = words if words in _SIGNS.values() else words.replace("\n", " ")
        yield spaced if why is None else Left(spaced, why)


def _why(node: Any, why: Reason | None) -> Reason | None:
    """Why words in an element are left out, if those around it are not."""
    name = local(node)
    if name in _DELETED:
        return why or Reason.DELETED
    if name != "sdt" or why is not None:
        return why
    properties = child(node, "sdtPr")
    if (tag := child(properties, "tag")) is not None and attribute(tag, "val") == REPORT:
        return Reason.REPORT
    return Reason.PROMPT if is_on(properties, "showingPlcHdr") else None


def _chosen(node: Any) -> Any:
    """What stands in an element; of alternatives, the first that has words."""
    if local(node) != "AlternateContent":
        return node
    ways = list(node)
    return next((way for way in ways if "".join(way.itertext()).strip() or _is_told_elsewhere(way)), ways[0] if ways else node)


def _is_told_elsewhere(node: Any) -> bool:
    return any(local(one) in ("relIds", "chart", "textpath") for one in node.iter())


def _has_own_mark(reference: Any) -> bool:
    return attribute(reference, "customMarkFollows").lower() not in ("", "0", "false", "off")


def _goes_on(properties: Any) -> bool:
    """Whether a paragraph goes on with the next one: its mark was deleted or is hidden, or it is a letter set large."""
    if properties is None:
        return False
    mark = child(properties, "rPr")
    ends_unseen = mark is not None and (any(local(node) in _DELETED for node in mark) or is_on(mark, "vanish", "specVanish"))
    return _is_drop_cap(properties) or bool(ends_unseen)


def _is_drop_cap(properties: Any) -> bool:
    frame = child(properties, "framePr")
    return frame is not None and attribute(frame, "dropCap") in ("drop", "margin")


def _form(look: Look, properties: Any) -> Form:
    form = look.form or outlined(properties)
    if form is not None:
        return form
    numbered = child(properties, "numPr") if properties is not None else None
    number = child(numbered, "numId")
    listed = look.listed if numbered is None else number is None or attribute(number, "val") != "0"
    return Form.ITEM if listed else Form.PARAGRAPH


def _cells(node: Any, why: Reason | None) -> Iterator[tuple[Any, Reason | None]]:
    """The cells of a row, each with the reason why its words are left out."""
    for one in node:
        if local(one) == "tc":
            gone = child(one, "tcPr", "cellDel") is not None
            yield one, why or (Reason.DELETED if gone else None)
        elif local(one) not in _UNSEEN:
            yield from _cells(one, _why(one, why))


def _is_short(cell: Any) -> bool:
    """Whether a cell holds at most one paragraph, and no long one: others only lay out a page."""
    paragraphs = [words for one in cell.iter() if local(one) == "p" and (words := "".join(one.itertext()).strip())]
    return len(paragraphs) <= 1 and all(len(words) <= LONGEST_CELL for words in paragraphs)
