"""Writes a claim so that it stands alone: words of the claim, and what a reader needs to know in [brackets]."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.language.quotation_marks import PARTNER, Quotation
from factcheck.model import Span

_OPENING = set("(“‘«[")
_STRAIGHT = set("\"'")


@dataclass
class Draft:
    """A gist in the making: which words of the article it keeps, and what is put between them.

    Offsets are code points into `text`, the text of the article. `elide` marks words left out in the middle with an ellipsis.
    Insertions at one place come in the order they were made.
    """

    text: str
    kept: list[Span]
    elide: bool = False
    before: list[str] = field(default_factory=list)
    insertions: dict[int, list[str]] = field(default_factory=dict)
    cuts: list[Span] = field(default_factory=list)
    commas: set[int] = field(default_factory=set)
    opened: dict[int, str] = field(default_factory=dict)
    closed: dict[int, str] = field(default_factory=dict)

    def open(self, at: int, mark: str) -> None:
        """Puts an opening quotation mark before the words at the offset: the one that a quotation has before words that are not kept.

        Of two at one offset the second opens inside the first, as it closes inside it.
        """
        self.opened[at] = self.opened.get(at, "") + mark

    def close_quotation(self, at: int, mark: str) -> None:
        """Puts a closing quotation mark after the words that end at the offset."""
        self.closed[at] = mark + self.closed.get(at, "")

    def pair_marks(self, quotations: Sequence[Quotation]) -> None:
        """Quotation marks in pairs, where only a part of a quotation is kept; those of one within another inside its marks."""
        for quotation in sorted(quotations, key=lambda q: q.depth):
            parts = [s for s in self.kept if s.overlaps(quotation.inner)]
            if not parts:
                continue
            mark = self.text[quotation.outer.start : quotation.inner.start]
            if not any(s.start <= quotation.outer.start for s in parts):
                self.open(max(parts[0].start, quotation.inner.start), mark)
            if not quotation.closed or not any(quotation.outer.end <= s.end for s in parts):
                closing = self.text[quotation.inner.end : quotation.outer.end] or PARTNER[mark]
                self.close_quotation(min(parts[-1].end, quotation.inner.end), closing)

    def keep(self, at: int) -> None:
        """Keeps the comma that stands at the offset, right after a span that is kept."""
        self.commas.add(at)

    def insert(self, at: int, words: str) -> None:
        """Puts `[words]` at the offset, when the offset is in (or at an end of) what is kept."""
        words = _plain(words)
        if words and any(span.start <= at <= span.end and not self._is_bracketed(span, at) for span in self.kept):
            self.insertions.setdefault(at, []).append(f"[{words}]")

    def _is_bracketed(self, span: Span, at: int) -> bool:
        """Whether the place lies within square brackets of the article's own."""
        return self.text.rfind("[", span.start, at) > self.text.rfind("]", span.start, at)

    def cut(self, span: Span) -> None:
        """Leaves out the words at `span`."""
        self.cuts.append(span)

    def replace(self, span: Span, words: str) -> None:
        """Puts `[words]` in the place of the words at `span`."""
        self.insert(span.start, words)
        self.cut(span)

    def lead(self, words: str) -> None:
        """Puts `[words]` before everything else."""
        if words := _plain(words):
            self.before.insert(0, f"[{words}]")

    def written(self) -> str:
        """The gist, on one line, with single spaces."""
        out = _Line()
        for words in self.before:
            out.add_bracketed(words)
        waiting = {at: list(words) for at, words in self.insertions.items()}
        end = self.kept[0].start if self.kept else 0
        for span in self.kept:
            out.break_word()
            if self.elide and end not in self.commas and any(c.isalnum() for c in self.text[end : span.start]):
                out.add("…")
                out.break_word()
            at, end = span.start, span.end
            stops = {*waiting, *self.opened, *self.closed}
            for stop in sorted(a for a in stops if span.start <= a <= span.end):
                self._copy(out, at, stop)
                if stop in self.opened and stop < span.end:
                    out.open(self.opened[stop])
                for words in waiting.pop(stop, ()):
                    out.add_bracketed(words)
                if stop in self.closed and stop > span.start:
                    out.close(self.closed[stop])
                at = stop
            self._copy(out, at, span.end)
            if span.end in self.commas:
                out.add(",")
        return out.text()

    def _copy(self, out: _Line, start: int, end: int) -> None:
        at = start
        for cut in sorted(self.cuts, key=lambda c: c.start):
            if cut.start < end and at < cut.end:
                out.add(self.text[at : max(at, cut.start)])
                at = min(cut.end, end)
        out.add(self.text[at:end])


class _Line:
    """Text that grows at its end, with a space between words and bracketed insertions but not before closing marks."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._tail = ""
        self._bracketed = False
        self._broken = False

    def add(self, words: str) -> None:
        words = words if self._tail else words.lstrip()
        if not words:
            return
        if (self._bracketed and _begins_word(words)) or (
            self._broken and self._tail and not self._tail[-1].isspace() and _begins_word(words)
        ):
            words = " " + words
        self._put(words)
        self._bracketed = self._broken = False

    def add_bracketed(self, words: str) -> None:
        self._put(words if not self._tail or self._tail[-1].isspace() or self._after_opening() else " " + words)
        self._bracketed = True
        self._broken = False

    def open(self, mark: str) -> None:
        self._put(mark if not self._tail or self._tail[-1].isspace() or self._after_opening() else " " + mark)
        self._bracketed = self._broken = False

    def close(self, mark: str) -> None:
        self._put(mark)
        self._bracketed = True
        self._broken = False

    def break_word(self) -> None:
        """What comes next did not follow what went before in the article."""
        self._broken = True

    def text(self) -> str:
        return " ".join("".join(self._parts).split())

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._tail = (self._tail + words)[-2:]

    def _after_opening(self) -> bool:
        last = self._tail[-1]
        return last in _OPENING or (last in _STRAIGHT and (len(self._tail) == 1 or self._tail[0].isspace() or self._tail[0] in _OPENING))


def _begins_word(words: str) -> bool:
    """Whether a space belongs before the words: not before a closing mark, a genitive's apostrophe or another space."""
    first, following = words[0], words[1:2]
    if first in "'’" and following in {"s", "S"} and not words[2:3].isalnum():
        return False
    if first in _STRAIGHT:
        return following.isalnum()
    return first.isalnum() or first in _OPENING or first in "£$€¥₹#@&-–—…"


def _plain(words: str) -> str:
    """The words on one line and without brackets, so that a bracket in a gist is always an added one's."""
    return " ".join(words.replace("[", "").replace("]", "").split())
