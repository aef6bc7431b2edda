"""A document put together from what the reader of its format comes upon: words, edges of comments and what is left out become pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from typing import Any

from factcheck.documents.comments import CELL, MOST, Comment, Edge, Paragraphs, Side
from factcheck.documents.elements import raised
from factcheck.documents.links import MOST_LINKS, note_words
from factcheck.documents.pieces import Beside, Document, Form, Hung, Left, Piece, Reason, UnreadableError, one_spaced, one_title

LONGEST_CELL = 400
"""Characters of a cell in a row of a table; a longer one is text that a table only lays out."""
_CLOSING = frozenset(".,;:!?)]}%’”»")
_WITHIN_WORDS = frozenset({Reason.HIDDEN, Reason.STRUCK})
"""Why letters in the middle of a word may be left out, so that those around them are one word."""
_UNITS = 3
"""Letters from which on those beside a figure are a word of their own ("120 million"), and no part of it ("2nd", "B52")."""
_CONTEXT = 24
"""Characters before a raised text that tell what it is."""


@dataclass(frozen=True)
class Raised:
    """Words that are set higher than the line: the mark of a note, a power, or the letters of an ordinal."""

    words: str


class Gap(Enum):
    """Where no white space is written and two words may meet: where a MARK stood between them, or a BREAK of paragraphs was deleted."""

    MARK = auto()
    BREAK = auto()


Part = str | Edge | Left | Raised | Gap


class Flow:
    """The pieces of a document, in the order in which they are told."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.left: list[Left] = []
        self.place: str | None = None
        self._paragraphs = Paragraphs()
        self._held: list[Part] = []
        self._held_form: Form | None = None
        self._stream = 0
        self._streams = count(1)
        self._hung: dict[str, tuple[Hung, str]] = {}
        """What hangs on the words, by the names of its edges: a note by its own name, a link by its address."""
        self._counts = dict.fromkeys(Hung, 0)
        self._notes: dict[str, range] = {}
        """The numbers of each note's pieces."""
        self._noting = False

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is told meanwhile, a note or a box, is no part of what is told around it."""
        before, self._stream = self._stream, next(self._streams)
        yield
        self.flush()
        self._stream = before

    @contextmanager
    def note(self, name: str) -> Iterator[None]:
        """What is told meanwhile is the note of a name: its pieces are notes, and its words hang where its marks stand."""
        first, before, self._noting = len(self.pieces), self._noting, True
        with self.aside():
            yield
        self._noting = before
        self._notes.setdefault(name, range(first, len(self.pieces)))

    def mark(self, note: str) -> tuple[Edge, ...]:
        """Where the mark of a note stands, by the note's name; no place where too many do."""
        return self._hang(Hung.NOTE, note, Side.POINT, MOST)

    def link(self, address: str | None) -> Edge | None:
        """Where words that lead to an address begin; they end at its `end`. None where there is no address, or too many links."""
        return next(iter(self._hang(Hung.LINK, address, Side.BEGIN, MOST_LINKS)), None) if address else None

    def linked(self, address: str | None, parts: Iterable[Part]) -> Iterator[Part]:
        """Words that lead to an address, with their edges."""
        edge = self.link(address)
        yield from [edge] if edge is not None else ()
        yield from parts
        yield from [edge.end] if edge is not None else ()

    def hold(self, parts: Iterable[Part], form: Form) -> None:
        """Keep the words of a paragraph that goes on with the next one."""
        self._held += parts
        self._held_form = self._held_form or form

    @property
    def holds(self) -> bool:
        """Whether a paragraph waits for the one that it goes on with."""
        return self._held_form is not None

    def flush(self) -> None:
        """Tell the words that are held, when nothing comes that they could go on with."""
        if self._held_form is not None:
            self.paragraph((), self._held_form)

    def paragraph(self, parts: Iterable[Part], form: Form, why: Reason | None = None) -> None:
        """Tell a paragraph, of its words those that are not left out; an empty line in it parts it in two."""
        held, self._held, self._held_form = self._held, [], None
        said = self._said([*held, *parts])
        for part in [said] if form in (Form.VERBATIM, Form.ROW) else _divided(said):
            if words := self._paragraphs.words(part, len(self.pieces), self._stream):
                told = Form.NOTE if self._noting else form
                self.pieces.append(Piece(told, words, self.place, why if told is Form.FURNITURE else None))

    def row(self, cells: Sequence[Iterable[Part]]) -> None:
        """Tell a row of a table by its cells."""
        self.flush()
        self.paragraph((part for i, cell in enumerate(cells) for part in ((CELL, *cell) if i else cell)), Form.ROW)

    def edge(self, edge: Edge) -> None:
        """Tell of a comment that begins or ends between paragraphs."""
        if self.holds:
            self._held.append(edge)
        else:
            self._paragraphs.words([edge], len(self.pieces), self._stream)

    def leave(self, words: str, why: Reason) -> None:
        """Tell what is no word of the text."""
        if words := one_spaced(words):
            self.left.append(Left(words, why))

    def document(self, comments: dict[str, Comment] | None = None, **facts: Any) -> Document:
        """All of it. Raises UnreadableError when there are no words."""
        self.flush()
        if not self.pieces:
            others = ", but for what is struck, hidden, deleted, or at the head or foot of pages" if self.left else ""
            raise UnreadableError(f"it has no words in it{others}")
        beside = (*self._paragraphs.beside(comments or {}), *self._hanging())
        return Document(one_title(self.pieces), beside=beside, left=tuple(self.left), **facts)

    def _hang(self, hung: Hung, told: str, side: Side, most: int) -> tuple[Edge, ...]:
        if self._counts[hung] >= most:
            return ()
        self._counts[hung] += 1
        name = f"hung {len(self._hung)}"
        self._hung[name] = (hung, told)
        return (Edge(name, side),)

    def _hanging(self) -> list[Beside]:
        """The notes and links where they hang, in the order of the text; those that hang on no words are left out."""
        placed = [(span, hung, told) for name, (hung, told) in self._hung.items() for span in self._paragraphs.spans(name)]
        links = [Beside(*span, "", told, hung=hung) for span, hung, told in placed if hung is Hung.LINK and span[1] < span[2]]
        by_piece: dict[int, list[Beside]] = {}
        for link in sorted(links, key=_place):
            by_piece.setdefault(link.piece, []).append(link)
        notes = {name: note_words(numbers, self.pieces, by_piece) for name, numbers in self._notes.items()}
        marks = [Beside(*span, "", words, hung=hung) for span, hung, told in placed if hung is Hung.NOTE and (words := notes.get(told))]
        return sorted((*links, *marks), key=_place)

    def _said(self, parts: Iterable[Part]) -> Iterator[str | Edge]:
        """The words of a paragraph and the edges in it; what is left out is kept apart, in runs."""
        before, gap, within, left = "", None, False, _Run()
        for part in _together(parts):
            part = _as_read(part, before)
            if isinstance(part, Edge):
                yield part
            elif isinstance(part, Gap):
                gap, left.words = part, left.words + " "
            elif isinstance(part, Left):
                gap = gap or (Gap.MARK if _parts_words(part) else None)
                within = within or part.why in _WITHIN_WORDS
                if part.why is not left.why:
                    self._leave(left)
                    left = _Run(part.why)
                left.words += part.words
            elif part:
                self._leave(left)
                left = _Run()
                if _meet(before, part, gap) if gap is not None else within and _is_figure_and_word(before, part):
                    yield " "
                gap, within = None, False
                yield part
                before = (before + part)[-_CONTEXT:]
        self._leave(left)

    def _leave(self, run: _Run) -> None:
        if run.why is not None:
            self.leave(run.words, run.why)


def _place(one: Beside) -> tuple[int, int, int]:
    return one.piece, one.start, one.end


def _divided(said: Iterable[str | Edge]) -> Iterator[list[str | Edge]]:
    """The parts of a paragraph that empty lines are between."""
    part: list[str | Edge] = []
    broken = False
    for one in said:
        if isinstance(one, Edge):
            part.append(one)
            continue
        for i, line in enumerate(one.split("\n")):
            if i and broken:
                yield part
                part = []
            part += ("\n", line) if i else (line,)
            broken = (broken or i > 0) and not line.strip()
    yield part


@dataclass
class _Run:
    """Words one after the other that are left out for one reason."""

    why: Reason | None = None
    words: str = ""


def _together(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, those that are raised one after the other as one."""
    high = ""
    for part in parts:
        if isinstance(part, Raised):
            high += part.words
            continue
        if high:
            yield Raised(high)
            high = ""
        yield part
    if high:
        yield Raised(high)


def _as_read(part: Part, before: str) -> str | Edge | Left | Gap:
    if not isinstance(part, Raised):
        return part
    words = raised(one_spaced(part.words), before.rstrip())
    return Left(part.words, Reason.MARK) if words == "" else part.words if words is None else words


def _parts_words(left: Left) -> bool:
    """Whether what is left out stands between words, and not within one."""
    if left.why in _WITHIN_WORDS:
        return any(char.isspace() for char in left.words)
    return left.why is not Reason.DELETED


def _is_figure_and_word(before: str, after: str) -> bool:
    """Whether a figure and a word would be glued: "120" and "million"."""
    if not (before[-1:].isdigit() or after[:1].isdigit()):
        return False
    return (after[:_UNITS].isalpha() and len(after) >= _UNITS) or (before[-_UNITS:].isalpha() and len(before) >= _UNITS)


def _meet(before: str, after: str, gap: Gap) -> bool:
    """Whether words would be glued here that a reader sees apart."""
    last, first = before[-1:], after[0]
    if not last or last.isspace() or first.isspace():
        return False
    return last.isalnum() and first.isalnum() if gap is Gap.MARK else first not in _CLOSING
