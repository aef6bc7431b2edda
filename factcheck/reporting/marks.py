"""The article cut into runs of text, each with the claims that cover it: how any report marks claims in place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Article, Block, BlockRole, Claim


@dataclass(frozen=True)
class Run:
    """A stretch of one block that the same claims cover; the innermost claim (the last to start) comes last."""

    text: str
    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim | None:
        """The claim that a reader of these words means: the innermost."""
        return self.claims[-1] if self.claims else None


def blocks_in_runs(article: Article, claims: Sequence[Claim]) -> Iterator[tuple[Block, list[Run]]]:
    """Each block of the article that is no furniture, with its text in runs."""
    by_start = sorted(claims, key=lambda claim: claim.start)
    starts = [claim.start for claim in by_start]
    longest = max((claim.end - claim.start for claim in claims), default=0)
    for block in article.blocks:
        if block.role is not BlockRole.FURNITURE:
            near = by_start[bisect_left(starts, block.start - longest) : bisect_left(starts, block.end)]
            yield block, list(runs(article, block, near))


def runs(article: Article, block: Block, claims: Sequence[Claim]) -> Iterator[Run]:
    """The block's text in runs, in order, nothing left out."""
    inside = [c for c in claims if c.start < block.end and block.start < c.end]
    edges = sorted({block.start, block.end, *(min(max(at, block.start), block.end) for c in inside for at in (c.start, c.end))})
    for start, end in pairwise(edges):
        covering = [c for c in inside if c.start <= start and end <= c.end]
        yield Run(article.text[start:end], tuple(sorted(covering, key=lambda c: (c.start, -c.end))))
