"""Where two versions of a text differ, word by word: what stood there, and what stands there now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from factcheck.casefile.alignment import pieces
from factcheck.model import Span, Words

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_BEGINS = re.compile(r"(?:\A|\n|[.!?…][\"'”’»)\]]*\s)\Z")
"""What stands right in front of a sentence: takes `left. `; refuses `left `."""
_MOST = 4_000_000
"""Pairs of words that are compared at most in one stretch; beyond, it is told as a whole."""
_BETWEEN = 3
"""Tokens that stay the same between two changes, at most, for both to be told as one."""


def rewritten(old: str, new: str) -> Iterator[tuple[Words, Words]]:
    """Each place where the texts differ, with the words of both; where words only came, or only went, those of one are empty."""
    if old == new:
        return
    found: list[tuple[Span, Span]] = []
    whole = Span(start=0, end=len(old)), Span(start=0, end=len(new))
    for one, other in _stretches((old, new), (_sentences(old), _sentences(new)), whole, 0):
        found += _inside(old, new, one, other)
    ends = tuple(Span(start=len(text), end=len(text)) for text in (old, new))
    last = (Span(start=0, end=0), Span(start=0, end=0))
    for i, (one, other) in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else ends
        by = 0
        if one.start == one.end or other.start == other.end:
            text, at = (old, one) if one.start < one.end else (new, other)
            before = min(one.start - last[0].end, other.start - last[1].end)
            by = _to_a_sentence(text, at, before, min(following[0].start - one.end, following[1].start - other.end))
        last = (Span(start=one.start + by, end=one.end + by), Span(start=other.start + by, end=other.end + by))
        yield Words.at(old, last[0].start, last[0].end), Words.at(new, last[1].start, last[1].end)


def _inside(old: str, new: str, before: Span, after: Span) -> Iterator[tuple[Span, Span]]:
    """The stretches of words that differ in a stretch of sentences."""
    olds, news = _tokens(old, before), _tokens(new, after)
    if len(olds) * len(news) > _MOST:
        return iter([(before, after)])
    return _stretches((old, new), (olds, news), (before, after), _BETWEEN)


def _to_a_sentence(text: str, span: Span, before: int, behind: int) -> int:
    """By how much words that only came or went stand elsewhere with as much right, from where a sentence begins; 0 where they do not.

    Between `A. The B. The C.` and `A. The C.` it is `The B. ` that went, not `B. The `.
    """
    for by in range(1 + min(before, span.end - span.start)):
        if text[span.start - by : span.start] != text[span.end - by : span.end]:
            break
        if _begins(text, span.start - by):
            return -by
    for by in range(1, 1 + min(behind, span.end - span.start)):
        if text[span.start : span.start + by] != text[span.end : span.end + by]:
            break
        if _begins(text, span.start + by):
            return by
    return 0


def _begins(text: str, at: int) -> bool:
    return _BEGINS.search(text[max(0, at - 6) : at]) is not None


def _tokens(text: str, at: Span) -> list[Span]:
    return [Span(start=m.start(), end=m.end()) for m in _TOKEN.finditer(text, at.start, at.end)]


def _sentences(text: str) -> list[Span]:
    """Pieces of about a sentence, each with the white space in front of it, that cover the text."""
    ends = [0, *(piece.end for piece in pieces(text)), len(text)]
    return [Span(start=a, end=b) for a, b in pairwise(ends) if a < b]


def _stretches(
    texts: tuple[str, str], parts: tuple[Sequence[Span], Sequence[Span]], whole: tuple[Span, Span], between: int
) -> Iterator[tuple[Span, Span]]:
    """The stretches that differ of two texts in `parts`; those with no more than so many equal ones between them are one."""
    steps = Indel.opcodes(*([text[one.start : one.end] for one in some] for text, some in zip(texts, parts, strict=True)))
    joined: list[list[int]] = []
    for step in steps:
        if step.tag == "equal":
            continue
        if joined and step.src_start - joined[-1][1] <= between:
            joined[-1][1], joined[-1][3] = step.src_end, step.dest_end
        else:
            joined.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
    for a, b, c, d in joined:
        yield _span(parts[0], a, b, whole[0]), _span(parts[1], c, d, whole[1])


def _span(parts: Sequence[Span], first: int, last: int, whole: Span) -> Span:
    """Where parts stand that follow one another; of none, where they would."""
    start = parts[first].start if first < len(parts) else parts[-1].end if parts else whole.start
    return Span(start=start, end=parts[last - 1].end if last > first else start)
