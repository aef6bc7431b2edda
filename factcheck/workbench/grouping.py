"""In what groups the list of claims stands, and under what headings: none, or by paragraph, by speaker or by source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from factcheck.model import Article, BlockRole, Claim, one_line
from factcheck.workbench.filters import speaker_of


@dataclass(frozen=True)
class Grouping:
    """A way to group claims. `heading` gives, for an article, what says under which heading a claim stands; None for no groups."""

    name: str
    heading: Callable[[Article], Callable[[Claim], str]] | None = None


def _by_paragraph(article: Article) -> Callable[[Claim], str]:
    starts = [block.start for block in article.blocks]
    body = accumulate(block.role is BlockRole.BODY for block in article.blocks)
    names = [f"¶ {n}" if block.role is BlockRole.BODY else block.role.capitalize() for block, n in zip(article.blocks, body, strict=True)]

    def heading(claim: Claim) -> str:
        at = bisect_right(starts, claim.start) - 1
        return f"{names[at]}  {one_line(article.words(article.blocks[at]), 200)}" if at >= 0 else "Article"

    return heading


def _by_speaker(_article: Article) -> Callable[[Claim], str]:
    return lambda claim: speaker_of(claim) or ("Nobody named" if claim.attributed else "The article itself")


def _by_source(_article: Article) -> Callable[[Claim], str]:
    return lambda claim: next((item.title or item.source or item.url or "Unnamed source" for item in claim.evidence), NO_SOURCE)


NO_SOURCE = "No source yet"
UNGROUPED = Grouping("in the order of the article")
GROUPINGS = (
    UNGROUPED,
    Grouping("by paragraph", _by_paragraph),
    Grouping("by speaker", _by_speaker),
    Grouping("by source, the first that each claim has", _by_source),
)
"""Every way, in the order in which the key goes through them."""


def after(grouping: Grouping) -> Grouping:
    """The next way."""
    return GROUPINGS[(GROUPINGS.index(grouping) + 1) % len(GROUPINGS)]


def headings(grouping: Grouping, article: Article, claims: Sequence[Claim]) -> dict[str, str]:
    """The heading of each claim by its id, groups in the order in which they begin in the text and those without a source last.

    A name, date or figure stands under the heading of the claim that it is part of.
    """
    if grouping.heading is None:
        return {}
    heading = grouping.heading(article)
    own = {claim.id: one_line(heading(claim), 200) for claim in claims}
    found = {claim.id: own.get(claim.part_of or "", own[claim.id]) for claim in claims}
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(found.values()))}
    return dict(sorted(found.items(), key=lambda one: (one[1] == NO_SOURCE, ranks[one[1]])))
