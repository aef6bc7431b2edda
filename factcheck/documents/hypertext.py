"""Markup of which every word counts, such as a book's chapter: all its text in order, notes behind their paragraphs, nothing judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import Any

from factcheck.documents.containers import local, parsed
from factcheck.documents.elements import raised
from factcheck.documents.flow import LONGEST_CELL, Flow, Gap, Part, Raised
from factcheck.documents.footnotes import MARK, TO_NOTES, Footnotes, footnotes_in, kinds
from factcheck.documents.links import web_address
from factcheck.documents.pieces import Document, Form, Left, Reason, UnreadableError, one_spaced

_HEADINGS = {"h1": Form.TITLE} | {f"h{n}": Form.HEADING for n in range(2, 7)}
_FORMS = _HEADINGS | {"li": Form.ITEM, "pre": Form.VERBATIM, "figcaption": Form.PICTURE, "caption": Form.PICTURE}
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer form header hgroup hr html legend main menu "
    "nav ol option p section summary table tbody text tfoot thead title ul".split()
) | frozenset(_FORMS)
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset("head script style template noscript rp object audio video metadata desc annotation annotation-xml".split())
_HIGH = re.compile(r"vertical-align\s{0,9}:\s{0,9}super", re.IGNORECASE)
_HIGH_NAMES = frozenset({"sup", "super", "superscript"})
_STRUCK = frozenset({"s", "strike"})
_HIDDEN = re.compile(r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s{0,9}:[^;]{0,40}line-through", re.IGNORECASE)
_PAGES = frozenset({"pagebreak", "doc-pagebreak"})
_REPEATED = frozenset({"toc", "landmarks", "page-list", "loi", "lot", "doc-toc", "doc-pagelist"})
_POINT = re.compile(r"\s{0,3}[.:)\]]{1,2}(?=\s)")
_NEAR = 20
"""Parts of a paragraph before a link that are looked at."""
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


def read_fragment(data: bytes) -> Document:
    """A page that is all text, such as one that is embedded in another document. Raises UnreadableError when it has no words."""
    flow = Flow()
    tell({"": tree_of(data)}, flow)
    return flow.document()


def tree_of(data: bytes) -> Any:
    """Markup as a tree: as XML where it is that, with the names of signs that HTML has; else as a browser would read it."""
    try:
        return parsed(_ENTITY.sub(_numbered, data))
    except UnreadableError:
        from lxml import html

        try:
            data.decode("utf-8")
            return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True))
        except UnicodeDecodeError:
            return html.document_fromstring(data, parser=html.HTMLParser(huge_tree=False, remove_comments=True))
        except (ValueError, html.etree.ParserError):
            raise UnreadableError("it is incomplete, or damaged") from None


def _numbered(match: re.Match[bytes]) -> bytes:
    name = match[1]
    signs = html5.get(name.decode("ascii") + ";") if name not in _XML_ENTITIES else None
    return match[0] if signs is None else b"".join(b"&#%d;" % ord(sign) for sign in signs)


def tell(pages: Mapping[str, Any], flow: Flow, place: str = "") -> None:
    """Tell all the text of some trees of markup, by their names; `place` is what each is called, with its number for `{}`."""
    notes = footnotes_in(pages)
    for number, tree in enumerate(pages.values(), 1):
        flow.place = place.format(number) or None
        _Teller(flow, notes).tell(tree)


class _Teller:
    """Goes through a tree once; the words of a paragraph wait until the next block begins."""

    def __init__(self, flow: Flow, notes: Footnotes) -> None:
        self._flow = flow
        self._notes = notes
        self._words: list[Part] = []
        self._form = Form.PARAGRAPH
        self._furniture: Reason | None = None
        self._waiting: list[Any] = []

    def tell(self, tree: Any) -> None:
        """Tell all of it."""
        self._node(tree, None)
        self._end()

    def _end(self) -> None:
        """The paragraph ends, and its notes come."""
        words, self._words = self._words, []
        form = Form.FURNITURE if self._furniture is not None else self._form
        self._flow.paragraph(words, form, self._furniture)
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            if note not in self._notes.told:
                self._note(note, None)

    def _note(self, note: Any, why: Reason | None) -> None:
        self._notes.told.add(note)
        before, self._form = self._form, Form.PARAGRAPH
        with self._flow.note(self._notes.names[note]):
            self._inside(note, why)
            self._end()
        self._form = before

    def _node(self, node: Any, why: Reason | None) -> None:
        name, said_to_be = local(node), kinds(node)
        if name in _UNSEEN or not name or node in self._notes.told:
            return
        why = why or _why(node)
        if node in self._notes.names and name in _BLOCKS | _CELLS:
            self._end()
            self._note(node, why)
        elif node in self._notes.names and why is None:
            self._waiting.append(node)
            self._words += [*self._flow.mark(self._notes.names[node]), Gap.MARK]
        elif node in self._notes.back:
            self._words += [Left("".join(node.itertext()), why or Reason.MARK), Gap.MARK]
        elif name == "br":
            self._say("\n", why)
        elif name in ("sup", "a", "span") and self._is_mark(node, name, said_to_be):
            self._mark(node, name, why)
        elif name == "tr" and _is_row(node):
            self._row(node, why)
        elif name in _BLOCKS or name in ("tr", *_CELLS):
            self._block(node, name, said_to_be, why)
        elif name in ("mfrac", "msup"):
            self._formula(node, why)
        elif name == "rt":
            self._say(" (", why)
            self._inside(node, why)
            self._say(") ", why)
        elif name == "a" and (link := self._flow.link(web_address(node.get("href")))) is not None:
            self._words.append(link)
            self._inside(node, why)
            self._words.append(link.end)
        else:
            self._inside(node, why)

    def _inside(self, node: Any, why: Reason | None) -> None:
        self._say(node.text, why)
        for child in node:
            self._node(child, why)
            self._say(self._behind(child), why)

    def _behind(self, child: Any) -> str | None:
        """The words behind an element; the point behind the mark that opens a note is the mark's: "1. See the log"."""
        tail: str | None = child.tail
        opens = self._words[-1:] == [Gap.MARK] and not any(isinstance(part, str) and part.strip() for part in self._words)
        if tail and opens and (point := _POINT.match(tail)):
            self._words.append(Left(point[0].strip(), Reason.MARK))
            return tail[point.end() :]
        return tail

    def _formula(self, node: Any, why: Reason | None) -> None:
        """A fraction or power in one line."""
        for i, child in enumerate(node):
            power = raised(one_spaced("".join(child.itertext())), "10") if i and local(node) == "msup" else None
            if power:
                self._say(power, why)
                continue
            self._say(("/" if local(node) == "mfrac" else "^") if i else None, why)
            self._node(child, why)

    def _block(self, node: Any, name: str, said_to_be: set[str], why: Reason | None) -> None:
        self._end()
        form, furniture = self._form, self._furniture
        self._form = _FORMS.get(name, form if form is Form.ITEM or form in _HEADINGS.values() else Form.PARAGRAPH)
        self._furniture = Reason.REPEATED if said_to_be & _REPEATED else furniture
        self._inside(node, why)
        self._end()
        self._form, self._furniture = form, furniture

    def _row(self, row: Any, why: Reason | None) -> None:
        self._end()
        cells = []
        for cell in (one for one in row if local(one) in _CELLS and one not in self._notes.told):
            self._inside_cell(cell, why or _why(cell))
            cells.append(self._words)
            self._words = []
        self._flow.row(cells)
        self._end()

    def _inside_cell(self, node: Any, why: Reason | None) -> None:
        """The words of a cell, the few blocks in it as if they were none."""
        self._say(node.text, why)
        for child in node:
            if child in self._notes.names and local(child) in _BLOCKS:
                self._waiting.append(child)
            elif local(child) in _BLOCKS:
                self._say(" ", why)
                self._inside_cell(child, why or _why(child))
                self._say(" ", why)
            else:
                self._node(child, why)
            self._say(child.tail, why)

    def _say(self, text: str | None, why: Reason | None) -> None:
        if text:
            text = text if text == "\n" or self._form is Form.VERBATIM else text.replace("\n", " ")
            self._words.append(text if why is None else Left(text, why))

    def _is_mark(self, node: Any, name: str, said_to_be: set[str]) -> bool:
        words = one_spaced("".join(node.itertext()))
        if name == "sup":
            return True
        if name == "span":
            return bool(said_to_be & _PAGES) or _is_high(node)
        is_link = "#" in (node.get("href") or "") and MARK.fullmatch(words) is not None
        return node in self._notes.marks or bool(said_to_be & TO_NOTES) or (is_link and (not words.isalnum() or not self._says_apart()))

    def _says_apart(self) -> bool:
        """Whether words and white space stand before in the paragraph: "in chapter 4", not "$120" and the mark of a note."""
        said = [part for part in self._words[-_NEAR:] if isinstance(part, str)]
        return bool(said) and said[-1][-1:].isspace() and any(part.strip() for part in said)

    def _mark(self, node: Any, name: str, why: Reason | None) -> None:
        """A mark of a note, a page's number, or what is set high for another reason."""
        words = "".join(node.itertext())
        links = [one for one in node.iter() if local(one) == "a"]
        notes = self._notes.marked_in(node) if why is None else []
        self._waiting += notes
        is_page = name == "span" and not _is_high(node)
        if not is_page and name != "a" and not links:
            self._words.append(Raised(words) if why is None else Left(words, why))
            return
        edges = [edge for note in notes for edge in self._flow.mark(self._notes.names[note])]
        self._words += [*edges, Left(words, Reason.RUNNING if is_page else Reason.MARK), Gap.MARK]


def _is_high(node: Any) -> bool:
    return _HIGH.search(node.get("style") or "") is not None or bool(_HIGH_NAMES & set((node.get("class") or "").split()))


def _why(node: Any) -> Reason | None:
    """Why the words in an element are left out, if they are."""
    style = node.get("style") or ""
    if node.get("hidden") is not None or _HIDDEN.search(style):
        return Reason.HIDDEN
    if local(node) == "del":
        return Reason.DELETED
    return Reason.STRUCK if local(node) in _STRUCK or _LINE_THROUGH.search(style) else None


def _is_row(row: Any) -> bool:
    """Whether a row is one of a table of figures and words, and not the lay-out of a page."""
    cells = [one for one in row if local(one) in ("td", "th")]
    return len(cells) > 1 and all(len("".join(cell.itertext())) <= LONGEST_CELL and _blocks_in(cell) <= 1 for cell in cells)


def _blocks_in(cell: Any) -> int:
    inner: Iterator[Any] = (one for one in cell.iter() if one is not cell and (local(one) in _BLOCKS or local(one) == "tr"))
    return sum(1 for one in inner if local(one) not in ("div", "ul", "ol", "tbody") and "".join(one.itertext()).strip())
