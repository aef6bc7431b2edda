"""OpenDocument texts (ISO 26300), packed or flat: tracked changes as accepted, notes and frames behind their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.documents.comments import Comment, Edge, Side, comment
from factcheck.documents.containers import Package, local, parsed
from factcheck.documents.flow import LONGEST_CELL, Flow, Gap, Part, Raised
from factcheck.documents.links import web_address
from factcheck.documents.pieces import Document, Form, Left, Reason, UnreadableError, one_spaced
from factcheck.documents.properties import STYLES
from factcheck.documents.titles import titled
from factcheck.documents.word_parts import attribute, child

_SIGNS = {"tab": "\t", "line-break": "\n"}
_UNSEEN = frozenset(
    "forms sequence-decls variable-decls user-field-decls dde-connection-decls scripts event-listeners script change-info creator date "
    "title desc object object-ole binary-data plugin".split()
)
_LISTS = frozenset({"table-of-content", "illustration-index", "table-index", "object-index", "alphabetical-index", "bibliography"})
_DEEPEST = 20
_MOST_SPACES = 100


def read_odt(data: bytes) -> Document:
    """An OpenDocument text. Raises UnreadableError."""
    if not data.startswith(b"PK"):
        root = parsed(data)
        return _OpenDocument(root, [root], root).document()
    package = Package(data)
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableError("it asks for a password")
    root = parsed(package.read("content.xml"))
    styles = [root, *(parsed(package.read(name)) for name in ("styles.xml",) if package.has(name))]
    return _OpenDocument(root, styles, parsed(package.read("meta.xml")) if package.has("meta.xml") else None).document()


@dataclass(frozen=True)
class _Look:
    """What a style makes of words."""

    form: Form | None = None
    hidden: bool = False
    struck: bool = False
    high: bool = False


class _Styles:
    """The styles by their names, each with what it has from those above it."""

    def __init__(self, roots: list[Any]) -> None:
        self._nodes = {attribute(node, "name"): node for root in reversed(roots) for node in root.iter() if local(node) == "style"}
        self._looks: dict[str, _Look] = {}

    def look(self, name: str) -> _Look:
        if name not in self._looks:
            self._looks[name] = self._made(name)
        return self._looks[name]

    def _made(self, name: str) -> _Look:
        names, properties = [name], []
        while (node := self._nodes.get(names[-1])) is not None and len(names) <= _DEEPEST:
            properties += [one for one in node if local(one) in ("text-properties", "section-properties")]
            names.append(attribute(node, "parent-style-name"))
        struck = [
            value for one in properties for key in ("text-line-through-style", "text-line-through-type") if (value := attribute(one, key))
        ]
        raised = [value for one in properties if (value := attribute(one, "text-position"))]
        return _Look(
            next((form for one in names if (form := STYLES.get(one.casefold()))), None),
            any(attribute(one, "display") == "none" for one in properties), bool(struck) and struck[0] != "none",
            bool(raised) and raised[0].startswith("super"),
        )  # fmt: skip


class _OpenDocument:
    """Reads one text."""

    def __init__(self, root: Any, styles: list[Any], about: Any) -> None:
        text = next((node for node in root.iter() if local(node) == "text" and local(node.getparent()) == "body"), None)
        if text is None:
            raise UnreadableError("it is incomplete, or damaged")
        self._text, self._roots, self._about = text, styles, about
        self._styles = _Styles(styles)
        self._flow = Flow()
        self._ranges = {attribute(node, "name") for node in text.iter() if local(node) == "annotation-end"}
        self._comments: dict[str, Comment] = {}
        self._notes = 0
        self._waiting: list[tuple[Any, Reason | None, str | None]] = []
        """The notes, each with its name, and the boxes that hang on the paragraph, with the reason why they are left out."""

    def document(self) -> Document:
        """All of it. Raises UnreadableError."""
        self._blocks(self._text, None)
        for root in self._roots:
            for node in (one for one in root.iter() if local(one).partition("-")[0] in ("header", "footer")):
                if local(node.getparent()) == "master-page":
                    with self._flow.aside():
                        self._blocks(node, Reason.RUNNING)
        pieces, title = titled(self._flow.pieces, self._title())
        self._flow.pieces = list(pieces)
        return self._flow.document(self._comments, title=title)

    def _title(self) -> str:
        meta = next((node for node in self._about.iter() if local(node) == "meta"), None) if self._about is not None else None
        title = child(meta, "title")
        return one_spaced(title.text or "") if title is not None else ""

    def _blocks(self, parent: Any, why: Reason | None, form: Form = Form.PARAGRAPH) -> None:
        for node in parent:
            name, reason = local(node), self._why(node, why)
            if name in ("p", "h"):
                self._paragraph(node, reason, form)
            elif name == "table-row":
                self._row(node, reason, form)
            elif name == "list-item":
                self._blocks(node, reason, Form.ITEM)
            elif name in _LISTS:
                self._blocks(node, reason, Form.FURNITURE)
            elif name in ("annotation", "annotation-end"):
                self._flow.edge(self._edge(node))
            elif name not in _UNSEEN:
                self._blocks(node, reason, form)

    def _why(self, node: Any, why: Reason | None) -> Reason | None:
        """Why words in an element are left out, if those around it are not."""
        name = local(node)
        if name == "tracked-changes":
            return Reason.DELETED
        hidden = attribute(node, "display") == "none" or attribute(node, "is-hidden") == "true" or name == "covered-table-cell"
        style = attribute(node, "style-name") if name in ("section", "p", "h", "span") else ""
        look = self._styles.look(style) if style else _Look()
        if name == "placeholder":
            return why or Reason.PROMPT
        return why or (Reason.HIDDEN if hidden or look.hidden else Reason.STRUCK if look.struck else None)

    def _paragraph(self, node: Any, why: Reason | None, form: Form) -> None:
        self._flow.paragraph(self._inline(node, why), form if form is Form.FURNITURE else self._form(node, form), Reason.REPEATED)
        self._after()

    def _after(self) -> None:
        waiting, self._waiting = self._waiting, []
        for node, why, note in waiting:
            with self._flow.aside() if note is None else self._flow.note(note):
                self._blocks(node, why)

    def _form(self, node: Any, form: Form) -> Form:
        by_style = self._styles.look(attribute(node, "style-name")).form
        if by_style is not None:
            return by_style
        return form if local(node) != "h" else Form.TITLE if attribute(node, "outline-level") == "1" else Form.HEADING

    def _row(self, row: Any, why: Reason | None, form: Form) -> None:
        cells = [node for node in row if local(node) == "table-cell"]
        if why is not None or len(cells) < 2 or not all(_is_short(cell) for cell in cells):
            self._blocks(row, why, form)
            return
        for covered in (node for node in row if local(node) == "covered-table-cell"):
            self._blocks(covered, Reason.HIDDEN)
        self._flow.row([list(self._cell(cell)) for cell in cells])
        self._after()

    def _cell(self, cell: Any) -> Iterator[Part]:
        for node in _paragraphs_of(cell):
            yield from self._inline(node, self._why(node, None))
            yield " "

    def _inline(self, node: Any, why: Reason | None, high: bool = False) -> Iterator[Part]:
        """The words in a paragraph, or in what stands in one."""
        yield from _said(node.text, why, high)
        for one in node:
            name = local(one)
            if name == "s":
                count = attribute(one, "c") or "1"
                yield from _said(" " * min(int(count), _MOST_SPACES) if count.isdecimal() else " ", why, high)
            elif name in _SIGNS:
                yield from ([_SIGNS[name]] if why is None else [Left(_SIGNS[name], why)])
            elif name in ("annotation", "annotation-end"):
                yield self._edge(one)
            elif name == "note":
                yield from self._note(one, why)
            elif name in ("text-box", "p", "h", "list", "table"):  # in a frame or shape
                self._waiting.append(([one] if name != "text-box" else one, why, None))
            elif name == "a":
                yield from self._flow.linked(web_address(attribute(one, "href")), self._inline(one, why, high))
            elif name == "ruby-text":
                yield from (part for words in (" (", "".join(one.itertext()), ")") for part in _said(words, why, high))
            elif name and name not in _UNSEEN:
                style = attribute(one, "style-name") if name == "span" else ""
                yield from self._inline(one, self._why(one, why), high or bool(style and self._styles.look(style).high))
            yield from _said(one.tail, why, high)

    def _note(self, note: Any, why: Reason | None) -> Iterator[Part]:
        citation = child(note, "note-citation")
        if citation is not None:
            yield Left("".join(citation.itertext()), Reason.MARK)
        self._notes += 1
        name = f"note {self._notes}"
        yield from self._flow.mark(name)
        yield Gap.MARK
        self._waiting += [(body, why, name) for body in note if local(body) == "note-body"]

    def _edge(self, node: Any) -> Edge:
        """Where a comment begins or ends; one without an end stands at a point, and one without a name of its own has its place for it."""
        name = attribute(node, "name")
        if local(node) == "annotation-end":
            return Edge(name, Side.END)
        place = node.getroottree().getpath(node)
        edge = Edge(name or place, Side.BEGIN if name in self._ranges else Side.POINT)
        if edge.name in self._comments:  # a second one of that name, which only a careless program writes
            edge = Edge(place, Side.POINT)
        facts = {local(one): one.text or "" for one in node if local(one) in ("creator", "date")}
        words = ("".join(one.itertext()) for one in node.iter() if local(one) in ("p", "h"))
        self._comments[edge.name] = comment(facts.get("creator", ""), words, facts.get("date"), attribute(node, "parent-name") or None)
        return edge


def _said(words: str | None, why: Reason | None, high: bool) -> Iterator[Part]:
    if words:
        spaced = words.replace("\n", " ")
        yield Left(spaced, why) if why is not None else Raised(spaced) if high else spaced


def _paragraphs_of(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, without those of notes and comments in it."""
    for one in cell:
        if local(one) in ("p", "h"):
            yield one
        elif local(one) not in ("annotation", "note"):
            yield from _paragraphs_of(one)


def _is_short(cell: Any) -> bool:
    """Whether a cell holds at most one paragraph, and no long one: others only lay out a page."""
    paragraphs = [words for one in _paragraphs_of(cell) if (words := "".join(one.itertext()).strip())]
    return len(paragraphs) <= 1 and all(len(words) <= LONGEST_CELL for words in paragraphs)
