"""What was written beside the article's words, as notes on the claims that those words are in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from factcheck.model.article import Remark
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.review import Review
from factcheck.model.visible import one_line

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment of a note of which nobody knows when it was written."""


def with_remarks(case: Case, remarks: Iterable[Remark]) -> Case:
    """The case with a note for each remark that it does not have yet, on the claim that has most of its words.

    A remark beside words that are in no claim is a note on the next one, and says which words it means.
    """
    there = {(review.by, review.at, review.note) for claim in case.claims for review in claim.reviews}
    for remark in remarks:
        claim = _claim_of(case, remark)
        if claim is None:
            continue
        note = Review(by=remark.by or "a comment", at=remark.at or UNKNOWN, note=_note(case, claim, remark))
        if (note.by, note.at, note.note) not in there:
            case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, note)}))
            there.add((note.by, note.at, note.note))
    return case


def _claim_of(case: Case, remark: Remark) -> Claim | None:
    claims = [claim for claim in case.claims if claim.part_of is None]
    width = max(remark.end, remark.start + 1)
    shared = {claim.id: min(width, claim.end) - max(remark.start, claim.start) for claim in claims}
    most = max(shared.values(), default=0)
    if most > 0:
        return next(claim for claim in claims if shared[claim.id] == most)
    return next((claim for claim in claims if claim.start >= remark.start), claims[-1] if claims else None)


def _note(case: Case, claim: Claim, remark: Remark) -> str:
    """The remark, with the words that it is about where they are not the whole claim."""
    about = one_line(case.article.words(remark), 100)
    return remark.words if not about or remark.contains(claim.span) else f"“{about}”: {remark.words}"
