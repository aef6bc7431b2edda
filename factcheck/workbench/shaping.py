"""Claims made, cut, joined, reworded and given to somebody by hand: each as the claims that go and those that come in their place."""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass
from typing import Any

from factcheck.model import Case, Claim, ClaimKind, FactcheckError, Mode, Review, Span, Speaker, free_id, one_line

_LOOSE = " \t\n\r,;:–—-"
"""What is cut off the ends of words that are made a claim."""


@dataclass(frozen=True)
class Shape:
    """The claims that go (`before`) and those that come in their place, the first of which is gone to."""

    before: tuple[Claim, ...]
    after: tuple[Claim, ...]


def made(case: Case, span: Span, reviewer: str) -> Shape:
    """A new claim on words of the article: said by whoever says the claim around them, else the article's own assertion."""
    span = _trimmed(case, span)
    around = min((c for c in case.claims if c.value is None and c.span.contains(span)), key=lambda c: c.end - c.start, default=None)
    if around is not None and around.span == span:
        raise FactcheckError("These words are a claim already.")
    base = around if around is not None and around.attributed else None
    return Shape((), (_on(case, span, reviewer, base, new=True),))


def resized(case: Case, claim: Claim, span: Span, reviewer: str) -> Shape:
    """The claim on other words of the article, wider or narrower."""
    span = _trimmed(case, span)
    if claim.value is not None:
        raise FactcheckError("A name, date or figure keeps its words; only how it was interpreted can be corrected.")
    if span == claim.span:
        raise FactcheckError("These are the words of the claim already.")
    return Shape((claim,), (_on(case, span, reviewer, claim),))


def split(case: Case, claim: Claim, offset: int, reviewer: str) -> Shape:
    """Two claims out of one: the words before an offset, and those from there on."""
    if claim.value is not None or not claim.start < offset < claim.end:
        raise FactcheckError("Put the cursor in the article inside the claim, where the second one is to begin.")
    left = _trimmed(case, Span(start=claim.start, end=offset))
    right = _trimmed(case, Span(start=offset, end=claim.end))
    first = _on(case, left, reviewer, claim)
    second = _on(case, right, reviewer, claim, new=True)
    parts = case.parts_of(claim)
    moved = tuple(part.model_copy(update={"part_of": second.id}) for part in parts if part.start >= right.start)
    return Shape((claim, *(p for p in parts if p.start >= right.start)), (first, second, *moved))


def joined(case: Case, one: Claim, two: Claim, reviewer: str) -> Shape:
    """One claim out of two, with the histories and the evidence of both, under the first one's id."""
    span = Span(start=min(one.start, two.start), end=max(one.end, two.end))
    whole = _on(case, span, reviewer, one)
    content = tuple(sorted({*one.content, *two.content}, key=lambda s: s.start)) if one.attributed else ()
    reviews = _together(one, two)
    whole = whole.model_copy(update={"content": content, "reviews": reviews, **_hung(one, two)})
    parts = case.parts_of(two)
    return Shape((one, two, *parts), (whole, *(part.model_copy(update={"part_of": whole.id}) for part in parts)))


def _together(one: Claim, two: Claim) -> tuple[Review, ...]:
    """The histories of both by time, each in its own order: what was said last of a claim counts, whatever the clock said."""
    return tuple(heapq.merge(one.reviews, two.reviews, key=lambda review: review.at))


def _hung(one: Claim, two: Claim) -> dict[str, object]:
    """What hangs on both, and what hung there once."""
    return {"evidence": (*one.evidence, *two.evidence), "former": (*one.former, *two.former)}


def reattached(case: Case, lost: Claim, claim: Claim) -> Shape:
    """A claim that the article lost, hung on one that it has, with what was decided: its verdicts are stale where the words are others.

    It keeps its id where nobody has worked on the other one; else the histories of both are joined under the other one's.
    """
    from factcheck.casefile import carried_onto

    if (lost.date is None, lost.figure is None) != (claim.date is None, claim.figure is None):
        raise FactcheckError("A date can be moved only to a date, a figure to a figure, and any other claim to one like it.")
    if claim.reviews or claim.evidence or claim.made_by or any(c.id == lost.id for c in case.claims):
        reviews = _together(lost, claim)
        fields = {"reviews": reviews, **_hung(lost, claim), "was": claim.was or lost.was or lost.text}
        return Shape((claim,), (claim.model_copy(update=fields),))
    parts = case.parts_of(claim)
    whole = carried_onto(lost, claim).model_copy(update={"part_of": claim.part_of})
    return Shape((claim, *parts), (whole, *(part.model_copy(update={"part_of": whole.id}) for part in parts)))


def removed(case: Case, claim: Claim) -> Shape:
    """Without the claim, and without its names, dates and figures."""
    return Shape((claim, *case.parts_of(claim)), ())


def reworded(claim: Claim, gist: str, reviewer: str) -> Shape:
    """The claim with another wording that stands by itself; the article's words stay as they are."""
    if gist == claim.gist:
        raise FactcheckError("That is its wording already.")
    return Shape((claim,), (claim.model_copy(update={"gist": gist, "made_by": reviewer}),))


def given(case: Case, claim: Claim, name: str, reviewer: str) -> Shape:
    """The claim as said by somebody, or with no name, as the article's own assertion.

    A name that stands in the article is tied to the place nearest the claim; another one says who the words that stand there mean.
    """
    if claim.value is not None:
        raise FactcheckError("A name, date or figure has no speaker; the claim that it is part of has.")
    if not name:
        nobody = {"speaker": None, "cue": None, "mode": None, "content": (), "kind": ClaimKind.ASSERTION, "made_by": reviewer}
        return Shape((claim,), (claim.model_copy(update=nobody),))
    speaker = _speaker(case, claim, name)
    if speaker == claim.speaker:
        raise FactcheckError("That is its speaker already.")
    said = {"kind": ClaimKind.STATEMENT, "mode": Mode.INDIRECT, "content": (claim.span,)} if not claim.attributed else {}
    return Shape((claim,), (claim.model_copy(update={"speaker": speaker, "made_by": reviewer, **said}),))


def _speaker(case: Case, claim: Claim, name: str) -> Speaker:
    text = case.article.text
    starts = [match.start() for match in re.finditer(f"(?={re.escape(name)})", text)]
    if starts:
        nearest = min(starts, key=lambda start: abs(start - claim.start))
        known = next((c.speaker for c in case.claims if c.speaker and c.speaker.text == name and c.speaker.name), None)
        return Speaker.at(text, nearest, nearest + len(name)).model_copy(
            update={"name": known.name if known else name, "title": known.title if known else None}
        )
    if claim.speaker is None:
        raise FactcheckError(f"“{one_line(name, 60)}” is nowhere in the article; write the name as the article does.")
    return claim.speaker.model_copy(update={"name": name})


def _on(case: Case, span: Span, reviewer: str, base: Claim | None, *, new: bool = False) -> Claim:
    """A claim on a span: like `base`, with what it holds cut to the span, or the article's own assertion."""
    text = case.article.text[span.start : span.end]
    own: dict[str, Any] = {"start": span.start, "end": span.end, "text": text, "gist": _gist(case, span), "made_by": reviewer}
    if base is not None:
        content = tuple(Span(start=max(s.start, span.start), end=min(s.end, span.end)) for s in base.content if s.overlaps(span))
        own |= {"content": content or ((span,) if base.attributed else ())}
        own |= {"id": _new_id(case, base.kind, text), "reviews": (), "evidence": (), "former": ()} if new else {}
        return base.model_copy(update=own)
    return Claim(id=_new_id(case, ClaimKind.ASSERTION, text), kind=ClaimKind.ASSERTION, **own)


def _gist(case: Case, span: Span) -> str:
    """The words on one line, and behind each relative day in them the day that it was read to mean, in brackets."""
    from factcheck.values import resolved_day

    text, pieces, at = case.article.text, [], span.start
    for claim in sorted((c for c in case.claims if c.date and span.contains(c.span)), key=lambda c: c.start):
        if claim.start >= at and claim.date and (day := resolved_day(claim.date)):
            pieces.append(f"{text[at : claim.end]} [{day}]")
            at = claim.end
    return one_line("".join((*pieces, text[at : span.end])))


def _new_id(case: Case, kind: ClaimKind, text: str) -> str:
    return free_id(("by hand", kind.value, text), {claim.id for claim in case.claims})


def _trimmed(case: Case, span: Span) -> Span:
    text = case.article.text
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    if start == end:
        raise FactcheckError("There are no words to make a claim of.")
    return Span(start=start, end=end)
