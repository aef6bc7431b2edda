"""Quotations in a paragraph: straight, curly, single and guillemet marks, nested, reopened, or never closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Span

CURLY = {"“": "”", "„": "”", "«": "»", "‘": "’"}
"""Marks whose opening and closing differ (Unicode 15, General Punctuation); „ is closed by “ in German, by ” in Polish and here."""

STRAIGHT = {'"', "'"}

_BEFORE_OPENING = set("([{—–-/:;,.…")
"""What may stand right before an opening mark, besides white space, the start of the paragraph and another opening mark."""


@dataclass(frozen=True)
class Quotation:
    """A quotation: `outer` with its marks, `inner` without. A quotation never closed ends with its paragraph.

    `resumes` says that the paragraph before left a quotation open and this one opens it anew; `depth` counts the
    quotations around this one.
    """

    outer: Span
    inner: Span
    closed: bool
    depth: int = 0
    resumes: bool = False


def find_quotations(text: str, paragraphs: Iterable[Span]) -> list[Quotation]:
    """The quotations of each paragraph, in the order in which they open."""
    found: list[Quotation] = []
    left_open = False
    for paragraph in paragraphs:
        here = sorted(_Scanner(text, paragraph).quotations(), key=lambda q: (q.outer.start, -q.outer.end))
        if left_open and here and not text[paragraph.start : here[0].outer.start].strip():
            here[0] = Quotation(here[0].outer, here[0].inner, here[0].closed, here[0].depth, resumes=True)
        left_open = any(not q.closed for q in here)
        found += here
    return found


@dataclass
class _Open:
    mark: str
    at: int


class _Scanner:
    """Reads one paragraph from left to right with a stack of the marks that are open."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self._text, self._start, self._end = text, paragraph.start, paragraph.end
        self._stack: list[_Open] = []
        self._last_single = max((i for i in range(self._start, self._end) if text[i] in "'’" and self._may_close(i)), default=-1)

    def quotations(self) -> Iterator[Quotation]:
        for at in range(self._start, self._end):
            yield from self._read(at, self._text[at])
        while self._stack:
            yield from self._never_closed(self._end)

    def _read(self, at: int, mark: str) -> Iterator[Quotation]:
        if mark in CURLY:
            if mark != "‘" or self._may_open(at):
                yield from self._reopened(mark, at)
                self._stack.append(_Open(mark, at))
        elif mark in CURLY.values():
            if mark != "’" or self._closes_single(at):
                yield from self._close({closing: opening for opening, closing in CURLY.items() if opening != "„"}[mark], at)
        elif mark in STRAIGHT:
            yield from self._straight(mark, at)

    def _straight(self, mark: str, at: int) -> Iterator[Quotation]:
        is_open = any(o.mark == mark for o in self._stack)
        if is_open and self._may_close(at) and (mark == '"' or self._closes_single(at)):
            yield from self._close(mark, at)
        elif self._may_open(at) and (mark == '"' or at < self._last_single):
            yield from self._reopened(mark, at)
            self._stack.append(_Open(mark, at))
        elif mark == '"' and is_open:
            yield from self._close(mark, at)

    def _reopened(self, mark: str, at: int) -> Iterator[Quotation]:
        """The same mark opens again inside itself: the one before was never closed, and ends here."""
        while any(o.mark == mark for o in self._stack):
            yield from self._never_closed(at)

    def _close(self, mark: str, at: int) -> Iterator[Quotation]:
        if not any(o.mark == mark or (mark == "“" and o.mark == "„") for o in self._stack):
            return
        while self._stack[-1].mark not in (mark, "„" if mark == "“" else mark):
            yield from self._never_closed(at)
        opened = self._stack.pop()
        outer, inner = Span(start=opened.at, end=at + 1), Span(start=opened.at + 1, end=at)
        yield Quotation(outer, inner, closed=True, depth=len(self._stack))

    def _never_closed(self, end: int) -> Iterator[Quotation]:
        opened = self._stack.pop()
        if opened.mark in ("'", "‘"):
            return  # an apostrophe after all
        while end > opened.at + 1 and self._text[end - 1].isspace():
            end -= 1
        outer = Span(start=opened.at, end=end)
        yield Quotation(outer, Span(start=opened.at + 1, end=end), closed=False, depth=len(self._stack))

    def _before(self, at: int) -> str:
        return self._text[at - 1] if at > self._start else ""

    def _after(self, at: int) -> str:
        return self._text[at + 1] if at + 1 < self._end else ""

    def _may_open(self, at: int) -> bool:
        before, after = self._before(at), self._after(at)
        opens = not before or before.isspace() or before in _BEFORE_OPENING or before in CURLY or before in STRAIGHT
        return opens and bool(after) and not after.isspace()

    def _may_close(self, at: int) -> bool:
        before, after = self._before(at), self._after(at)
        return bool(before) and not before.isspace() and not (after.isalnum() and before.isalnum())

    def _closes_single(self, at: int) -> bool:
        """Whether a single mark closes, and is no apostrophe: not inside a word, nor after a plural while a better one follows."""
        if not self._may_close(at) or self._after(at).isalnum():
            return False
        plural = self._before(at) == "s" and self._after(at) == " "
        return not plural or at == self._last_single
