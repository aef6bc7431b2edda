"""Comments in a document: which words they stand beside, found while the words of each paragraph are put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from factcheck.documents.pieces import Beside, day_or_moment, one_spaced

MOST = 2_000
"""Comments that are read of one document."""
LONGEST = 10_000
"""Characters of one comment that are read."""


class Side(Enum):
    """Which side of its words an edge is on; a comment may also stand at a point."""

    BEGIN = auto()
    END = auto()
    POINT = auto()


@dataclass(frozen=True)
class Edge:
    """Where between the words of a paragraph a comment begins or ends, by the name that the document gives it."""

    name: str
    side: Side


@dataclass(frozen=True)
class Comment:
    """A comment as the document has it."""

    by: str
    words: str
    at: datetime | None = None


def comment(by: str, paragraphs: Iterable[str], at: str | None) -> Comment:
    """A comment in a few words: who wrote it, its paragraphs, and when, as ISO 8601 writes it."""
    moment = day_or_moment(at)
    words = "\n".join(line for paragraph in paragraphs if (line := one_spaced(paragraph)))
    return Comment(one_spaced(by)[:100], words[:LONGEST], moment if isinstance(moment, datetime) else None)


CELL = "\x1f"
"""Stands between the cells of a row until its words are put together; no XML holds it."""


def spaced_lines(text: str) -> str:
    """The words with single spaces between them, in their lines; the cells of a row with tabs between them, in one."""
    if CELL in text:
        return "\t".join(one_spaced(cell) for cell in text.split(CELL)).strip()
    return "\n".join(one_spaced(line) for line in text.split("\n")).strip()


@dataclass
class Paragraphs:
    """Puts paragraphs together from words and edges, and keeps where each comment stands."""

    _spans: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    _points: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def words(self, parts: Iterable[str | Edge], number: int) -> str:
        """The words of the paragraph that becomes the piece of this number, unless it has none."""
        text, edges = "", []
        for part in parts:
            if isinstance(part, str):
                text += part
            else:
                edges.append((part, len(text)))
        words = spaced_lines(text)
        if words:
            self._note({(edge.name, edge.side): min(_moved(text, at), len(words)) for edge, at in edges}, number, len(words))
        return words

    def _note(self, found: dict[tuple[str, Side], int], number: int, end: int) -> None:
        for (name, side), at in found.items():
            if side is Side.POINT:
                self._points.setdefault(name, (number, at, at))
            elif side is Side.BEGIN:
                self._spans.setdefault(name, (number, at, max(at, found.get((name, Side.END), end))))
            elif (name, Side.BEGIN) not in found:
                self._spans.setdefault(name, (number, 0, at))

    def beside(self, comments: dict[str, Comment]) -> Iterator[Beside]:
        """The comments with their places; one whose place is not found stands at the beginning."""
        for name, one in list(comments.items())[:MOST]:
            if one.words:
                piece, start, end = self._spans.get(name) or self._points.get(name) or (0, 0, 0)
                yield Beside(piece, start, end, one.by, one.words, one.at)


def _moved(text: str, at: int) -> int:
    """Where an offset into a text is once the text has single spaces."""
    return len(spaced_lines(text[:at] + "|")) - 1
