"""Marked-up stories, in XML of any vocabulary or in HTML, as pieces: blocks, items, rows and captions by their own structure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from lxml import etree

from factcheck.documents.containers import local
from factcheck.documents.elements import opens_in_bold
from factcheck.documents.pieces import Form, Left, Piece, Reason, UnreadableError, one_spaced
from factcheck.documents.typed import typed

_INLINE = frozenset(
    # NITF 3.6 (enriched text), and what XHTML calls phrasing content; in small letters
    (
        "a alt-code chron classifier copyrite copyrite.holder copyrite.year currency denom em event frac frac-num frac-sep function lang "
        "location sublocation city state region country money name.given name.family num object.title org person postaddr pronounce q "
        "sub sup virtloc abbr acronym b bdi bdo big cite code del dfn font i ins kbd label mark ruby s samp small span strike strong "
        "time tt u var wbr superscript subscript xref"
    ).split()
)
_FORMS = {
    **dict.fromkeys(("hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "title", "subtitle"), Form.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Form.ITEM),
    **dict.fromkeys(("media-caption", "media-producer", "figcaption"), Form.PICTURE),
    **dict.fromkeys(("note", "nav", "head", "header"), Form.FURNITURE),
    "pre": Form.VERBATIM, "byline": Form.BYLINE, "byttl": Form.BYLINE, "dateline": Form.DATELINE,
}  # fmt: skip
_BLOCKS = frozenset(
    (
        *_FORMS,
        *"p div block body body.content body.end table tr td th ul ol dl bq blockquote fn footnote para simpara section article".split(),
    )
)
_LASTING = (Form.FURNITURE, Form.PICTURE)
"""Forms that all blocks inside have too."""
_HEADLINES = frozenset(("h1", "h2"))
_NO_WORDS = frozenset(("script", "style", "media-object"))
_STRUCK = frozenset(("s", "strike", "del"))
_NOTES = frozenset(("fn", "footnote"))
_RAISING = frozenset(("sup", "superscript", "xref"))
_ROWS = frozenset(("tr", "row"))
_PARAGRAPHS = frozenset(("p", "li", "div"))
_APART = frozenset("city state region country sublocation story.date name.given name.family person".split())
"""Elements that hold words of their own, whether or not there is a space between them."""
_MARK = re.compile(r"\[?[\d*†‡§]{1,3}\]?")
"""What a mark of a note says where it is raised: takes "2", "[12]" and "†", refuses "th"."""
_POWER_OF = re.compile(r"(?:\b10|\b[kcmd]?m|\bft|\bin)$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TAGS = re.compile(
    r"</(?:p|div|span|b|i|em|strong|a|ul|ol|li|table|tr|td|h[1-6]|pre|blockquote|body|block|bq)\s{0,9}>|<(?:p|br)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
"""What tells markup that was escaped: takes "</p>", "<br/>" and '<p class="lead">', refuses "<3" and "x < y"."""
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")
_INDENTED = re.compile(r"[.!?][\"'”’)]{0,2}[ \t]{0,3}\n {2,4}\S")
"""What tells that paragraphs are told by how their first lines are indented."""
_FIRST_LINE = re.compile(r"^ {2,8}(?=[^\W_a-z]|[\"“‘'(*•$£€-])", re.MULTILINE)
"""The first line of a typed paragraph: takes "    Gold rose" and "    * Gold", refuses "    rose" and what is indented more deeply."""
_NEXT_LINE = re.compile(r"^[^\s].{20,100}$", re.MULTILINE)
_TYPED = 2
"""How many lines of both there are, at the least, in a paragraph that holds a whole typed story."""
_ROUNDS = 3
"""How often markup may have been escaped, one time within the other."""


@dataclass
class Told:
    """What is told in a story, and what of its words is none."""

    pieces: list[Piece] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All words of its pieces, with single spaces."""
        return one_spaced(" ".join(piece.words for piece in self.pieces))


def told_in(root: Any, rounds: int = _ROUNDS, past: Collection[Any] = ()) -> Told:
    """What is told in an element and all that is in it, but for the elements that are to be gone `past`.

    Markup in it that was escaped is markup. The tail of the element is not its own.
    """
    walk, events = _Walk(rounds), etree.iterwalk(root, events=("start", "end"))
    for event, node in events:
        if event == "end":
            walk.end("" if node is root else node.tail or "")
        elif not walk.start(node, is_past=node in past):
            events.skip_subtree()
    return walk.finished()


def told_by(text: str, rounds: int = _ROUNDS, form: Form = Form.PARAGRAPH) -> Told:
    """What is told in the text of an element: escaped markup, or lines of typing."""
    if rounds and _TAGS.search(text):
        return told_in(_fragment(text), rounds - 1)
    return Told(list(typed(_undoubled(text), form)))


def words_of(node: Any) -> str:
    """The words of an element, with a space wherever a block or a break in it ends; empty for None."""
    return _in_a_line("".join(_spaced(node))) if node is not None else ""


def rest(root: Any, taken: Iterable[Any]) -> Iterator[Left]:
    """The words in an element, if it is one, that are in none of those that were taken: what says how a story was sent, and to whom."""
    if root is None:
        return
    known, found = set(taken), []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "start" and (node in known or local(node).lower() in _NO_WORDS):
            walk.skip_subtree()
        elif event == "start":
            found.append(_in_a_line(node.text or ""))
        if event == "end" and node is not root:
            found.append(_in_a_line(node.tail or ""))
    if words := "\n".join(filter(None, found)):
        yield Left(words, Reason.ENVELOPE)


def _undoubled(text: str) -> str:
    """The text with what is left of entities that were escaped twice as the characters that they stand for."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text)


def _in_a_line(text: str) -> str:
    return one_spaced(_undoubled(text))


def _fragment(text: str) -> Any:
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(f"<html><body>{text}</body></html>".encode("utf-8", "replace"), parser=parser)
    except (ValueError, etree.ParserError) as error:
        raise UnreadableError("it is incomplete, or damaged") from error


def _spaced(node: Any) -> Iterator[str]:
    for event, inner in etree.iterwalk(node, events=("start", "end")):
        is_block = local(inner).lower() not in _INLINE
        if event == "start":
            yield " " if is_block else ""
            yield inner.text or ""
        else:
            yield " " if is_block else ""
            yield (inner.tail or "") if inner is not node else ""


@dataclass(frozen=True)
class _Frame:
    """An element that is open: its name, whether it is a block and of what form, whether text stands beside its children, and how many
    stretches of text there were before it.
    """

    name: str
    is_block: bool
    form: Form
    is_mixed: bool
    at: int


class _Walk:
    """A way through a tree, element by element, which may be as deep as the parser lets it be."""

    def __init__(self, rounds: int) -> None:
        self.told = Told()
        self._rounds = rounds
        self._frames = [_Frame("", is_block=True, form=Form.PARAGRAPH, is_mixed=False, at=0)]
        self._text: list[str] = []
        self._held: list[list[str]] = []
        self._notes: list[Piece] = []
        self._is_apart = False

    def start(self, node: Any, *, is_past: bool) -> bool:
        """An element begins; whether what is in it is to be walked through."""
        name, above = local(node).lower(), self._frames[-1]
        is_block = name in _BLOCKS or (name not in _INLINE and name not in _NO_WORDS and name != "br" and not above.is_mixed)
        is_row = name in _ROWS and not _lays_out(node)
        if name in _NOTES and any(map(str.strip, self._text)):
            self._held.append(self._text)
            self._text = []
        elif is_block:
            self._end_block(above)
        lasts = above.form in _LASTING and not (above.name == "header" and name in _HEADLINES)
        form = above.form if lasts else _FORMS.get(name, above.form)
        is_mixed = _is_mixed(node) or (above.is_mixed and not is_block)
        self._frames.append(_Frame(name, is_block, form, is_mixed, len(self._text)))
        if is_row and not is_past:
            self._row(node, form)
        if is_row or is_past or name in _NO_WORDS:
            return False
        if name == "br" and opens_in_bold(node, "".join(self._text)):
            self._end_block(replace(above, form=Form.HEADING))
        self._say("\n" * (name == "br") + (node.text or ""), apart=name in _APART)
        return True

    def end(self, tail: str) -> None:
        """The last element that began ends, and is followed by some text."""
        frame = self._frames.pop()
        if frame.name in _RAISING:
            self._raise(frame.at)
        elif frame.name in _STRUCK:
            self._leave(frame.at, Reason.STRUCK)
        if frame.is_block:
            self._end_block(frame)
        if frame.name in _NOTES and self._held:
            self._text = self._held.pop()
        self._say(tail, apart=frame.name in _APART)

    def finished(self) -> Told:
        """What was told, when all elements have ended."""
        self._end_block(self._frames[0])
        return self.told

    def _say(self, text: str, *, apart: bool) -> None:
        self._is_apart = self._is_apart or apart
        if self._is_apart and text:
            if text[0].isalnum() and self._text and self._text[-1][-1:].isalnum():
                self._text.append(" ")
            self._is_apart = False
        if text:
            self._text.append(text)

    def _raise(self, at: int) -> None:
        """What was raised is a power, the mark of a note, or words as others."""
        words, before = "".join(self._text[at:]).strip(), "".join(self._text[max(0, at - 4) : at])[-40:].rstrip()
        if words.isdigit() and _POWER_OF.search(before):
            self._text[at:] = [words.translate(_RAISED)]
        elif before and _MARK.fullmatch(words):
            self._leave(at, Reason.MARK)

    def _leave(self, at: int, why: Reason) -> None:
        if words := _in_a_line("".join(self._text[at:])):
            self.told.left.append(Left(words, why))
        del self._text[at:]

    def _row(self, row: Any, form: Form) -> None:
        cells = []
        for cell in row:
            told = told_in(cell, self._rounds) if len(cell) or _TAGS.search(cell.text or "") else None
            cells.append(told.words if told is not None else _in_a_line(cell.text or ""))
            self.told.left += told.left if told is not None else []
            if beside := _in_a_line(cell.tail or ""):
                cells.append(beside)
        words = "\t".join([*filter(None, [_in_a_line(row.text or "")]), *cells]).rstrip("\t")
        if words.strip():
            self._put(words, form if form in _LASTING else Form.ROW)

    def _end_block(self, frame: _Frame) -> None:
        """What was said is a piece, and the notes in it stand behind it."""
        said = "".join(self._text)
        self._text = []
        if said.strip():
            for piece in self._pieces(said, frame):
                self._put(piece.words, piece.form if frame.form is Form.VERBATIM or piece.form is not Form.PARAGRAPH else frame.form)
        if not self._held:
            self.told.pieces += self._notes
            self._notes = []

    def _pieces(self, said: str, frame: _Frame) -> Iterable[Piece]:
        if self._rounds and _TAGS.search(said):
            told = told_by(said, self._rounds)
            self.told.left += told.left
            return told.pieces
        by_lines = (
            frame.form is Form.VERBATIM
            or (frame.name != "p" and "\n\n" in said)
            or (self._rounds < _ROUNDS and _INDENTED.search(said))
            or _is_typed(said)
        )
        if by_lines and frame.form in (Form.VERBATIM, Form.PARAGRAPH):
            return typed(_undoubled(said))
        words = _in_a_line(said)
        return [Piece(Form.PARAGRAPH, words)] if words else []

    def _put(self, words: str, form: Form) -> None:
        form = Form.NOTE if self._held and form is Form.PARAGRAPH else form
        piece = Piece(form, words, why=Reason.ENVELOPE if form is Form.FURNITURE else None)
        (self._notes if self._held else self.told.pieces).append(piece)


def _is_typed(said: str) -> bool:
    """Whether words are several typed paragraphs: first lines are indented, and those that go on with them begin at the margin."""
    _, _, below = said.partition("\n")
    return len(_FIRST_LINE.findall(below)) >= _TYPED and len(_NEXT_LINE.findall(below)) >= _TYPED


def _is_mixed(node: Any) -> bool:
    """Whether text stands in an element beside its children."""
    return bool((node.text or "").strip()) or any((child.tail or "").strip() for child in node)


def _lays_out(row: Any) -> bool:
    """Whether a row only places blocks on a page: there are rows in it, or paragraphs one below the other."""
    if all(len(cell) == 0 for cell in row):
        return False
    if any(local(node).lower() in _ROWS for node in row.iterdescendants()):
        return True
    return any(sum(local(node).lower() in _PARAGRAPHS and bool(words_of(node)) for node in cell) > 1 for cell in row)
