"""Where some words occur in an article and in what is written about its claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Claim, Span

MOST = 5_000
"""Places that are looked for at most."""


@dataclass(frozen=True)
class Hit:
    """A place in the article; `claim` when the words are not there but in what is said about that claim."""

    span: Span
    claim: str | None = None


def find(text: str, claims: Sequence[Claim], needle: str) -> list[Hit]:
    """Every place of `needle`, upper or lower case, in the order of the article. Plain text, no patterns."""
    wanted = _folded(needle.strip())
    if not wanted:
        return []
    spans = list(_places(_folded(text), wanted))
    hits = [Hit(span) for span in spans]
    within = found_in(claims, hits, whole=True)
    hits += [Hit(Span(start=c.start, end=c.start), c.id) for c in claims if c.id not in within and wanted in _folded(_about(c))]
    return sorted(hits, key=lambda hit: hit.span.start)


def found_in(claims: Sequence[Claim], hits: Sequence[Hit], *, whole: bool = False) -> frozenset[str]:
    """The ids of the claims that touch a place (with `whole`, hold one), or of which it is said. `hits` are in the order of the text."""
    said = {hit.claim for hit in hits if hit.claim is not None}
    spans = [hit.span for hit in hits if hit.claim is None]
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    for claim in claims:
        at = bisect_left(starts, claim.start) if whole else bisect_right(ends, claim.start)
        if at < len(spans) and (spans[at].end <= claim.end if whole else spans[at].start < claim.end):
            said.add(claim.id)
    return frozenset(said)


def _places(text: str, wanted: str) -> Iterator[Span]:
    at = text.find(wanted)
    for _ in range(MOST):
        if at < 0:
            return
        yield Span(start=at, end=at + len(wanted))
        at = text.find(wanted, at + len(wanted))


def _about(claim: Claim) -> str:
    speaker = (claim.speaker.name, claim.speaker.title) if claim.speaker else ()
    written = [part for review in claim.reviews for part in (review.note, review.question, review.answer, review.correction)]
    leaned_on = [part for e in claim.evidence for part in (e.url, e.source, e.title, e.quote)]
    return "\n".join(part for part in (claim.id, claim.in_context, *speaker, *written, *leaned_on) if part)


def _folded(text: str) -> str:
    """`text` in lower case, code point for code point."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
