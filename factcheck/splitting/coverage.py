"""What of an article no claim covers, so that a reviewer knows what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.language.lexicon import words
from factcheck.language.sentences import SPLIT_ROLES
from factcheck.model import Article, Claim, Span
from factcheck.model.base import joined

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
"""A word or number: takes `Smith's` and `1,200.50`, not `—`."""

JOINTS = words("small_words", "joints")
"""Conjunctions that stand between two claims and assert nothing; `uncovered` passes over them."""


def uncovered(article: Article, claims: Iterable[Claim]) -> list[Span]:
    """The runs of words of standfirst, body and captions that lie in no claim, in order; conjunctions between claims are none.

    Offsets are code points into `article.text`. Every name, number, date and quotation of the body lies in a claim or
    overlaps one of these. The list is empty for most articles.
    """
    inside = joined((claim.start, claim.end) for claim in claims)
    found = []
    for start, end in _gaps(article, inside):
        spans = [m.span() for m in _WORD.finditer(article.text, start, end)]
        if any(article.text[a:b].casefold() not in JOINTS for a, b in spans):
            found.append(Span(start=spans[0][0], end=spans[-1][1]))
    return found


def _gaps(article: Article, inside: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of each block that lie outside."""
    waiting = 0
    for block in article.blocks:
        if block.role not in SPLIT_ROLES:
            continue
        at = block.start
        while waiting < len(inside) and inside[waiting][1] <= at:
            waiting += 1
        following = waiting
        while following < len(inside) and inside[following][0] < block.end:
            start, end = inside[following]
            if at < start:
                yield at, start
            at = max(at, end)
            following += 1
        if at < block.end:
            yield at, block.end
