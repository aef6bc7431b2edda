"""Where the words that a reviewer quoted stand in a source, and what a reader of the quotation should look at.

It informs; only a reviewer decides. Words are looked for as they are, then in what is most like them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from factcheck.language.negation import TURNED_ROUND
from factcheck.model import EXACT, one_line

ALIKE = 60
"""The least match (of 100) of words that are taken for the quoted ones."""
LONGEST = 5_000
"""Code points of a quotation that are looked for."""

_SIGNS = {'‘’‚‛′`´“”„‟″«»‹›"': "'", "‐‑‒–—―−": "-", "\u00a0\u2009\u202f\t\n\r\f\v": " "}
_GAP = re.compile(r"\s*(?:\[[^\]]{0,200}\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,4})\s*")
"""What a reviewer leaves out of a quotation, or puts in the place of it: takes "[...]", "…", "[the mayor]"; refuses "(2019)", "..".  """
_STOPS = re.compile(
    r"[\s,;:—–\-'\"“”‘’)]*(?P<word>but|unless|except|although|though|however|yet|only if|if|provided|until|while)\b", re.IGNORECASE
)
"""Directly behind a quotation, words that take something back: takes ", but only", " unless"; refuses " and", " button"."""
_STOPS_LATER = re.compile(r"[\s.!?'\"“”‘’)]*(?P<word>But|However|Yet|Except|Unless)\b")
"""The same at the start of the next sentence."""
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*|[^\w\s]")
_AROUND = 90
_SHOWN = 160
_MOST_DIFFERENCES = 3
_SPARE, _TRIED = 60, 8
"""How far from an alignment of characters the words that it means may start and end, in code points and in words."""


@dataclass(frozen=True)
class Found:
    """Where quoted words stand in a text, in code points, half-open, and how much alike they are, of 100."""

    start: int
    end: int
    score: int


class SourceText:
    """The readable text of a source, ready to be searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = _folded(text)

    def find(self, quote: str) -> Found | None:
        """Where the words stand; None when nothing in the text is like them. What a quotation leaves out (“…”, “[…]”) may be anything."""
        quote = quote[:LONGEST].strip(" \n'\"“”‘’«»")
        pieces = [folded for piece in _GAP.split(quote) if (folded := " ".join(_folded(piece).split())) and re.search(r"\w", folded)]
        found, after = [], 0
        for piece in pieces:
            place = self._piece(piece, after)
            if place is None:
                return None
            found.append((place, len(piece)))
            after = place.end
        if not found:
            return None
        score = sum(place.score * length for place, length in found) // sum(length for _, length in found)
        return Found(found[0][0].start, found[-1][0].end, score)

    def _piece(self, piece: str, after: int) -> Found | None:
        words = piece.split()
        exact = re.compile(r"(?<!\w)" + r" +".join(map(re.escape, words)) + r"(?!\w)").search(self._folded, after)
        if exact:
            return Found(exact.start(), exact.end(), EXACT)
        best = max(
            (found for window in self._windows(words, len(piece), after) if (found := self._in_window(piece, *window))),
            key=lambda found: (found.score, -found.start),
            default=None,
        )
        return None if best is None or best.score < ALIKE else replace(best, score=min(best.score, EXACT - 1))

    def _in_window(self, piece: str, start: int, end: int) -> Found | None:
        window = self._folded[start:end]
        best = fuzz.partial_ratio_alignment(piece, window)
        if best is None:
            return None
        low, high = start + best.dest_start, start + best.dest_end
        bounds = [m.span() for m in _WORD.finditer(self._folded, max(0, low - _SPARE), high + _SPARE)]
        lows = sorted((s for s, _ in bounds), key=lambda s: abs(s - low))[:_TRIED] or [low]
        highs = sorted((e for _, e in bounds), key=lambda e: abs(e - high))[:_TRIED] or [high]
        low = max(lows, key=lambda s: fuzz.ratio(piece, self._folded[s:high]))
        high = max(highs, key=lambda e: fuzz.ratio(piece, self._folded[low:e]))
        return Found(low, high, int(fuzz.ratio(piece, self._folded[low:high]))) if low < high else None

    def _windows(self, words: Sequence[str], length: int, after: int) -> list[tuple[int, int]]:
        """The places that have the most of the quotation's words near each other, in its order."""
        votes: Counter[int] = Counter()
        for size in (3, 2, 1):
            for seed, offset in _seeds(words, size):
                for at in _places(self._folded, seed, after):
                    votes[max(0, at - offset) // length] += 1
            if votes:
                break
        best = sorted(votes, key=lambda bin_: (-votes[bin_] - votes[bin_ + 1], bin_))[:5]
        room = length // 2 + 40
        return [(max(after, bin_ * length - room), (bin_ + 2) * length + room) for bin_ in best]


def _folded(text: str) -> str:
    """The text in small letters with one sort of quotation marks, dashes and spaces; every character stays where it is."""
    for signs, sign in _SIGNS.items():
        for one in signs:
            if one in text:
                text = text.replace(one, sign)
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _seeds(words: Sequence[str], size: int) -> Iterator[tuple[str, int]]:
    """Some runs of words, evenly spread over a quotation, and where in it each starts; of single words the longest."""
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    last = len(words) - size
    if last < 0:
        return
    longest = sorted(range(len(words)), key=lambda i: -len(words[i]))[:8]
    for i in longest if size == 1 else sorted({round(i * last / 15) for i in range(16)}):
        if len(seed := " ".join(words[i : i + size])) >= 5:
            yield seed, starts[i]


def _places(text: str, seed: str, after: int, most: int = 200) -> Iterator[int]:
    at = text.find(seed, after)
    while at >= 0 and most:
        yield at
        most -= 1
        at = text.find(seed, at + 1)


def remarks(source: SourceText, quote: str, found: Found) -> list[str]:
    """What a reader of a quotation should look at: other words, words left out, where it stops and what stands before it."""
    text = source.text
    there = text[found.start : found.end]
    told = []
    if found.score < EXACT and not _GAP.search(quote):
        told += _differences(quote, there)
    if _GAP.search(quote) and (left := _left_out(source, quote, found)):
        told.append(f"left out of the quotation: “{one_line(left, _SHOWN)}”")
    after = text[found.end : found.end + _AROUND]
    if stop := _STOPS.match(after) or _STOPS_LATER.match(after):
        going_on = one_line(after[stop.start("word") :], 60)
        told.append(f"the quotation stops before “{stop['word'].lower()}”: “{going_on}”")
    if turn := TURNED_ROUND.search(text[max(0, found.start - _AROUND) : found.start]):
        told.append(f"the source has “{one_line(turn['words'])}” right before the quotation")
    return told


def _left_out(source: SourceText, quote: str, found: Found) -> str:
    """What the source has where a quotation leaves something out, when it is not much more than the quotation."""
    pieces = [piece for piece in _GAP.split(quote) if re.search(r"\w", piece)]
    places = []
    for piece in pieces:
        place = SourceText(source.text[found.start : found.end]).find(piece)
        if place is None:
            return ""
        places.append(place)
    gaps = (source.text[found.start + one.end : found.start + two.start].strip() for one, two in pairwise(places))
    return " … ".join(gap for gap in gaps if re.search(r"\w", gap))


def _differences(quote: str, there: str) -> list[str]:
    """The words that are others in the source, in words."""
    quoted, said = (_WORD.findall(" ".join(text.split())) for text in (quote, there))
    keys = [[" ".join(_folded(word).split()) for word in words] for words in (quoted, said)]
    told: list[str] = []
    gone: list[str] = []
    come: list[str] = []
    for step in (*Indel.opcodes(keys[0], keys[1]), None):
        if step is None or step.tag == "equal":
            if any(any(c.isalnum() for c in word) for word in (*gone, *come)):
                told.append(_difference(" ".join(gone), " ".join(come)))
            gone, come = [], []
        if step is not None and step.tag != "equal":
            gone += quoted[step.src_start : step.src_end]
            come += said[step.dest_start : step.dest_end]
    more = len(told) - _MOST_DIFFERENCES
    return [*told[:_MOST_DIFFERENCES], *([f"and {more} more differences"] if more > 0 else [])]


def _difference(quoted: str, said: str) -> str:
    if not said:
        return f"the source does not have “{one_line(quoted, _SHOWN)}”"
    if not quoted:
        return f"the source has “{one_line(said, _SHOWN)}”, which the quotation leaves out"
    return f"the source has “{one_line(said, _SHOWN)}” where “{one_line(quoted, _SHOWN)}” is quoted"
