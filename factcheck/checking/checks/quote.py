"""`quote`: one quotation that the article gives in two wordings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from factcheck.checking.context import Context
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.quotations import quotations
from factcheck.checking.wording import quoted
from factcheck.model import Severity, Span, Words

SHORTEST, LONGEST = 6, 150
"""Quotations of fewer words are alike by chance; one of more is compared by its parts between marks of omission, or not at all."""

SHINGLE = 3
"""So many words in a row that two quotations must have in common to be compared at all (Broder 1997)."""

NEAREST = 4
"""With how many earlier quotations that share a shingle one is compared, so that the time stays linear."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
"""A word with what stands inside it: takes `can't` and `1,200`, not a dash."""

_OMISSION = re.compile(r"…|\.{2,5}|\.\s\.\s\.|\[[^\]\n]{0,80}\]|—|--")
"""What a writer leaves out or puts in openly, or a break: takes `...` and `[the bank]`, not `.`."""


@dataclass(frozen=True)
class _Part:
    """A stretch of a quotation without an omission: its words as they stand and as they are compared."""

    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


def find(context: Context) -> Iterator[Finding]:
    """Quotations that run along an earlier one word for word, but for one or two words in their midst."""
    seen: list[_Part] = []
    known: set[tuple[str, ...]] = set()
    shingles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for quotation in quotations(context):
        for part in _parts(context.text, quotation):
            if part.words not in known:
                earlier = sorted({i for shingle in _shingles(part) for i in shingles[shingle][:NEAREST]})
                yield from (f for i in earlier if (f := _compared(context, seen[i], part)) is not None)
            known.add(part.words)
            for shingle in _shingles(part):
                shingles[shingle].append(len(seen))
            seen.append(part)


def _parts(text: str, quotation: Span) -> Iterator[_Part]:
    bounds = [quotation.start]
    for omission in _OMISSION.finditer(text, quotation.start, quotation.end):
        bounds += omission.span()
    bounds.append(quotation.end)
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        found = [m for m in _WORD.finditer(text, start, end)]
        if SHORTEST <= len(found) <= LONGEST:
            yield _Part(tuple(m.span() for m in found), tuple(m[0].casefold().replace("’", "'") for m in found))


def _shingles(part: _Part) -> set[tuple[str, ...]]:
    return {part.words[i : i + SHINGLE] for i in range(len(part.words) - SHINGLE + 1)}


def _compared(context: Context, first: _Part, second: _Part) -> Finding | None:
    """A finding when the shorter of two runs along inside the longer, but for a word or two in its midst."""
    short, long = sorted((first, second), key=lambda part: len(part.words))
    blocks = Levenshtein.editops(short.words, long.words).as_matching_blocks()
    blocks = [block for block in blocks if block.size]
    if not blocks or sum(block.size for block in blocks) < max(SHORTEST - 1, 0.75 * len(short.words)):
        return None
    (a, b), (c, d) = (blocks[0].a, blocks[0].b), (blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size)
    matched = sum(block.size for block in blocks)
    changed = max(c - a, d - b) - matched
    if not 1 <= changed <= max(2, (c - a) // 6) or min(blocks[0].size, blocks[-1].size) < 1 or a > 1 or len(short.words) - c > 1:
        return None
    if not _only_words(short.words[a:c], long.words[b:d]):
        return None
    spans = _differing(context, short, long, [(block.a, block.b, block.size) for block in blocks])
    return _finding(context, (short, a, c), (long, b, d), spans)
