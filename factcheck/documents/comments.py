"""Comments, notes and links in a document: which words they hang on, found while the words of each paragraph are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from factcheck.documents.pieces import Beside, day_or_moment, one_spaced

MOST = 2_000
"""Comments that are read of one document."""
LONGEST = 10_000
"""Characters of one comment that are read."""
FARTHEST = 200
"""Pieces behind the one where it begins that a comment covers."""


class Side(Enum):
    """Which side of its words an edge is on; a comment may also stand at a point."""

    BEGIN = auto()
    END = auto()
    POINT = auto()


@dataclass(frozen=True)
class Edge:
    """Where between the words of a paragraph a comment or link begins or ends, or a note's mark stands, by its name."""

    name: str
    side: Side

    @property
    def end(self) -> Edge:
        """Where what begins here ends."""
        return Edge(self.name, Side.END)


@dataclass(frozen=True)
class Comment:
    """A comment as the document has it."""

    by: str
    words: str
    at: datetime | None = None
    under: str | None = None


def comment(by: str, paragraphs: Iterable[str], at: str | datetime | None, under: str | None = None) -> Comment:
    """A comment in a few words: who wrote it, its paragraphs, when (as ISO 8601 writes it), and the name of the one that it answers."""
    moment = day_or_moment(at) if isinstance(at, str) else at
    words = "\n".join(line for paragraph in paragraphs if (line := one_spaced(paragraph)))
    return Comment(one_spaced(by)[:100], words[:LONGEST], moment if isinstance(moment, datetime) else None, under)


NOTICE = re.compile(r"_(?:Marked as resolved|Re-opened)_|\d{1,6} total reactions?|.{1,200} reacted with .{1,20} at \d{4}-\d\d-\d\d .{1,20}")
"""A line that Google Docs puts into the comments of a Word file that it makes, when a thread is closed or opened again, or has reactions.

Takes "_Marked as resolved_", "2 total reactions", "Ann Lee reacted with 👍 at 2026-03-04 10:11 AM"; refuses "Re-opened".
"""


CELL = "\x1f"
"""Stands between the cells of a row until its words are put together; no XML holds it."""


def spaced_lines(text: str) -> str:
    """The words with single spaces between them, in their lines; the cells of a row with tabs between them, in one."""
    if CELL in text:
        return "\t".join(one_spaced(cell) for cell in text.split(CELL)).strip()
    return "\n".join(one_spaced(line) for line in text.split("\n")).strip()


@dataclass(frozen=True)
class _Place:
    """Where an edge is: the number of a piece, an offset into its words, and which stream of paragraphs it is in."""

    piece: int
    at: int
    stream: int


@dataclass
class Paragraphs:
    """Puts paragraphs together from words and edges, and keeps where each comment stands."""

    _edges: dict[tuple[str, Side], _Place] = field(default_factory=dict)
    _told: dict[int, tuple[int, int]] = field(default_factory=dict)

    def words(self, parts: Iterable[str | Edge], number: int, stream: int = 0) -> str:
        """The words of the paragraph that becomes the piece of this number, unless it has none.

        Text boxes and notes are streams of their own, which a comment on the text around them does not cover.
        """
        said, length, edges = [], 0, []
        for part in parts:
            if isinstance(part, str):
                said.append(part)
                length += len(part)
            else:
                edges.append((part, length))
        text = "".join(said)
        words = spaced_lines(text)
        if words:
            self._told[number] = (len(words), stream)
        for (edge, _), at in zip(edges, _moved(text, words, edges), strict=True):
            self._edges.setdefault((edge.name, edge.side), _Place(number, at, stream))
        return words

    def beside(self, comments: dict[str, Comment]) -> Iterator[Beside]:
        """The comments with the words that they stand beside, piece by piece; one whose place is not found stands at the beginning."""
        for name, one in list(comments.items())[:MOST]:
            if one.words:
                for piece, start, end in self.spans(name) or self.spans(one.under or name) or [(0, 0, 0)]:
                    yield Beside(piece, start, end, one.by, one.words, one.at)

    def spans(self, name: str) -> list[tuple[int, int, int]]:
        """Where something hangs, by its name: in which pieces, and from where to where; what is below all words is at their end."""
        last = max(self._told, default=0)
        end = self._told.get(last, (0, 0))[0]
        return [span if span[0] <= last else (last, end, end) for span in self._spans(name)]

    def _spans(self, name: str) -> list[tuple[int, int, int]]:
        begin, end, point = (self._edges.get((name, side)) for side in Side)
        if begin is None and end is not None:
            begin = _Place(end.piece, 0, end.stream)
        if begin is None:
            return [(point.piece, point.at, point.at)] if point is not None else []
        end = end or point or _Place(begin.piece, self._told.get(begin.piece, (0, 0))[0], begin.stream)
        found = []
        for number in range(begin.piece, min(end.piece, begin.piece + FARTHEST) + 1):
            length, stream = self._told.get(number, (0, begin.stream))
            start, stop = begin.at if number == begin.piece else 0, end.at if number == end.piece else length
            if stream == begin.stream and start < stop:
                found.append((number, start, stop))
        return found or [(begin.piece, begin.at, begin.at)]


def _moved(text: str, words: str, edges: Sequence[tuple[Edge, int]]) -> list[int]:
    """Where the edges in a text are once it is `words`: the white space is another, every other character the same."""
    if not edges:
        return []
    signs = [i for i, char in enumerate(words) if not char.isspace()]
    moved, signs_before, done = [], 0, 0
    for edge, at in edges:
        signs_before += sum(not char.isspace() for char in text[done:at])
        done = at
        opens = edge.side is Side.POINT and text[max(0, at - 20) : at].rstrip(" ").endswith((CELL, "\n"))
        behind = edge.side is not Side.BEGIN and signs_before > 0 and not opens
        moved.append(signs[signs_before - 1] + 1 if behind else signs[signs_before] if signs_before < len(signs) else len(words))
    return moved
