"""Where the words of an article stand in another version of it: the same, elsewhere, changed, or nowhere.

Pieces of about a sentence are paired first, so that words are only ever looked for in what became of their own sentence: equal
pieces wherever they went, then pieces that are much alike between the same neighbours. The words inside a changed pair are told
apart by a difference of words (Myers' problem, by rapidfuzz). This is stricter than looking for a quotation and what stood before
and after it, as hypothes.is does: a short quotation is never found in another sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from factcheck.model import Span

ALIKE = 70.0
"""How much alike (of 100, by rapidfuzz) two pieces between the same neighbours are, for one to be what became of the other."""
ALIKE_ELSEWHERE = 90.0
"""The same for pieces in different places."""
LONG_ENOUGH = 30
"""Code points from which on words that stand once in both versions are taken for the same words, wherever they stand."""
MOST_PAIRS = 40_000
"""Pairs of changed pieces that are compared at most in one gap; beyond, a text is another text."""

_PIECE = re.compile(r"\S[^\n]*?(?:[.!?…][\"'”’»)\]]*(?=\s)|(?=\n)|\Z)")  # takes "He left." and "A headline\n"; refuses white space alone
_WORD = re.compile(r"\w+|[^\w\s]")


class Fate(StrEnum):
    """What became of words."""

    KEPT = "kept"
    """The same words, with the same words around them."""
    MOVED = "moved"
    """The same words in another order of things, or in a changed sentence."""
    CHANGED = "changed"
    """Other words in their place."""
    GONE = "gone"
    """Nothing in their place."""


@dataclass(frozen=True)
class Found:
    """What became of words, and where they stand now; `span` is None for what is gone."""

    fate: Fate
    span: Span | None = None


class Alignment:
    """Two versions of a text, side by side. Spans are code points, half-open."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._olds, self._news = pieces(old), pieces(new)
        self._starts = [piece.start for piece in self._olds]
        self._pairs: dict[int, int] = {}
        self._pair()
        taken = set(self._pairs.values())
        self._fresh = [piece for i, piece in enumerate(self._news) if i not in taken or not self._equal_to_old(i)]
        self._fresh_ends = [piece.end for piece in self._fresh]

    def find(self, span: Span) -> Found:
        """What became of the words of a span of the old text; a span without words is gone."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = max(first, bisect_left(self._starts, span.end) - 1)
        found = [self._in_piece(i, span) for i in range(first, last + 1)]
        there = [f.span for f in found if f.span is not None]
        if there and all(f.fate in (Fate.KEPT, Fate.MOVED) for f in found):
            whole = Span(start=there[0].start, end=there[-1].end) if there[0].start <= there[-1].end else None
            if whole and self.new[whole.start : whole.end] == self.old[span.start : span.end]:
                return Found(Fate.MOVED if any(f.fate is Fate.MOVED for f in found) else Fate.KEPT, whole)
        if (elsewhere := self._only_place(span)) is not None:
            return Found(Fate.MOVED, elsewhere)
        if not there or any(one.end > two.start for one, two in pairwise(there)):
            return Found(Fate.GONE)
        region = Span(start=there[0].start, end=there[-1].end)
        alike = fuzz.ratio(self.old[span.start : span.end], self.new[region.start : region.end])
        return Found(Fate.CHANGED, region) if alike >= ALIKE / 2 and region.start < region.end else Found(Fate.GONE)

    def is_new(self, span: Span) -> bool:
        """Whether a span of the new text holds words of a sentence that the old text did not have as it is."""
        i = bisect_right(self._fresh_ends, span.start)
        return i < len(self._fresh) and self._fresh[i].start < span.end

    def _equal_to_old(self, new: int) -> bool:
        return self._text_new(new) in self._old_texts

    def _text_old(self, i: int) -> str:
        return self.old[self._olds[i].start : self._olds[i].end]

    def _text_new(self, i: int) -> str:
        return self.new[self._news[i].start : self._news[i].end]

    def _pair(self) -> None:
        """Pieces that stand once in both, those around them, those that are alike; then equal ones, in order, where all are left."""
        olds, news = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
        for i in range(len(self._olds)):
            olds[self._text_old(i)].append(i)
        for i in range(len(self._news)):
            news[self._text_new(i)].append(i)
        self._old_texts = set(olds)
        for text, places in olds.items():
            if len(places) == len(news.get(text, ())) == 1:
                self._pairs[places[0]] = news[text][0]
        self._extend()
        self._pair_alike()
        self._extend()
        taken = set(self._pairs.values())
        for text, places in olds.items():
            left = [i for i in places if i not in self._pairs]
            free = [i for i in news.get(text, ()) if i not in taken]
            if len(left) == len(free):  # otherwise nobody can say which of them went
                self._pairs.update(zip(left, free, strict=True))

    def _extend(self) -> None:
        """Equal pieces that follow a pair, or precede one; the top and the end of both texts are pairs, too."""
        taken = set(self._pairs.values())
        olds, news = len(self._olds), len(self._news)
        for step, order in ((1, range(olds)), (-1, range(olds - 1, -1, -1))):
            edge = {-1: -1} if step == 1 else {olds: news}
            for i in order:
                there = self._pairs.get(i - step, edge.get(i - step, -2)) + step
                free = i not in self._pairs and 0 <= there < news and there not in taken
                if free and self._text_old(i) == self._text_new(there):
                    self._pairs[i] = there
                    taken.add(there)

    def _pair_alike(self) -> None:
        """Of the pieces left, those that are much alike between the same neighbours; then those that are almost equal anywhere."""
        taken = set(self._pairs.values())
        left = [i for i in range(len(self._olds)) if i not in self._pairs]
        free = [i for i in range(len(self._news)) if i not in taken]
        after = _nearest_before(range(len(self._olds)), self._pairs)
        before = _nearest_before(range(len(self._news)), {j: j for j in taken})
        scored: list[tuple[float, int, int]] = []
        if len(left) * len(free) <= MOST_PAIRS:
            for i in left:
                for j in free:
                    near = after[i] == before[j]
                    score = fuzz.ratio(self._text_old(i), self._text_new(j), score_cutoff=ALIKE if near else ALIKE_ELSEWHERE)
                    if score and (near or score < 100):  # of equal ones, nobody can say which went where
                        scored.append((score + near, i, j))
        for _, i, j in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2])):
            if i not in self._pairs and j not in taken:
                self._pairs[i] = j
                taken.add(j)

    def _in_piece(self, i: int, span: Span) -> Found:
        """What became of the words of a span that stand in one old piece."""
        if i >= len(self._olds) or i not in self._pairs:
            return Found(Fate.GONE)
        old, new = self._olds[i], self._news[self._pairs[i]]
        start, end = max(span.start, old.start), min(span.end, old.end)
        if start >= end:
            return Found(Fate.GONE)
        if self._text_old(i) == self._text_new(self._pairs[i]):
            by = new.start - old.start
            in_order = self._pairs.get(i - 1, self._pairs[i] - 1) == self._pairs[i] - 1
            return Found(Fate.KEPT if in_order else Fate.MOVED, Span(start=start + by, end=end + by))
        place = self._mapped(old, new, Span(start=start, end=end))
        same = self.new[place.start : place.end] == self.old[start:end]
        return Found(Fate.MOVED if same else Fate.CHANGED, place)

    def _mapped(self, old: Span, new: Span, span: Span) -> Span:
        """The words of the new piece that stand where the old piece has those of the span, without what was added around them."""
        olds = [m.span() for m in _WORD.finditer(self.old, old.start, old.end)]
        news = [m.span() for m in _WORD.finditer(self.new, new.start, new.end)]
        before, behind = _boundaries([self.old[s:e] for s, e in olds], [self.new[s:e] for s, e in news])
        first = bisect_right([s for s, _ in olds], span.start) - 1
        last = bisect_left([s for s, _ in olds], span.end)
        low, high = before[max(0, first)], behind[last]
        if high <= low:
            return Span(start=new.start, end=new.start)
        start, end = news[low][0], news[high - 1][1]
        words = self.old[span.start : span.end]
        if (at := self.new.find(words, start, end)) >= 0 and self.new.find(words, at + 1, end) < 0:
            return Span(start=at, end=at + len(words))
        return Span(start=start, end=end)

    def _only_place(self, span: Span) -> Span | None:
        """Where words stand that are long enough to be known again and stand once in both texts."""
        words = self.old[span.start : span.end]
        if len(words) < LONG_ENOUGH or self.old.find(words) != self.old.rfind(words):
            return None
        at = self.new.find(words)
        return Span(start=at, end=at + len(words)) if at >= 0 and at == self.new.rfind(words) else None


def pieces(text: str) -> list[Span]:
    """The pieces of about a sentence that a text has, in order."""
    return [Span(start=m.start(), end=m.end()) for m in _PIECE.finditer(text)]


def _nearest_before(pieces: Iterable[int], pairs: Mapping[int, int]) -> list[int]:
    """For each piece, the new piece that the nearest paired one before it is paired with; -1 at the top."""
    nearest, last = [], -1
    for i in pieces:
        nearest.append(last)
        last = pairs.get(i, last)
    return nearest


def _boundaries(old: list[str], new: list[str]) -> tuple[list[int], list[int]]:
    """For each boundary between old words, the boundary between new ones: before what was added there, and behind it."""
    before, behind = [0] * (len(old) + 1), [0] * (len(old) + 1)
    for step in Indel.opcodes(old, new):
        if step.tag == "insert":
            behind[step.src_start] = step.dest_end
        for k in range(step.src_start, step.src_end):
            before[k + 1] = behind[k + 1] = step.dest_start + (k + 1 - step.src_start if step.tag == "equal" else 0)
    return before, behind
