"""What was written beside the article's words, as notes on the claims that those words are in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from factcheck.model.article import Remark
from factcheck.model.case import Case
from factcheck.model.claim import Claim, ClaimKind
from factcheck.model.media import media_of
from factcheck.model.review import Evidence, Review
from factcheck.model.source import Source
from factcheck.model.visible import one_line

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment of a note of which nobody knows when it was written."""


_NEAR = 20
"""Characters of punctuation and white space that may stand between a claim's end and a place that is still in it."""
_ENDS = re.compile(r"[.!?…][\s'\"’”»)\]]*\Z")
"""The end of a sentence, as the last words before a place: takes "late.", "late.”", "late.) "; refuses "late,", "late"."""


def with_remarks(case: Case, remarks: Iterable[Remark]) -> Case:
    """The case with what it does not have yet of each remark, on all the claims that have some of its words: a note, and evidence.

    A comment is a note, and what it cites is evidence; of a writer's note or link there is only the evidence. A remark that is beside no
    words is on the claim in which it was put, and on those before it that its mark is for as well. A comment beside words that are in
    no claim is a note on the next one, and says which words it means; a writer's note there is left to the text. Whom a remark names in
    confidence is a confidential source.
    """
    remarks = tuple(remarks)
    marks = sorted({remark.start for remark in remarks if remark.start == remark.end})
    for remark in remarks:
        for claim in _claims_of(case, remark, marks):
            note = [] if remark.is_note else [Review(by=remark.by or "a comment", at=remark.at or UNKNOWN, note=_note(case, claim, remark))]
            had = {(review.by, review.at, review.note) for review in claim.reviews}
            new = tuple(review for review in note if (review.by, review.at, review.note) not in had)
            cited = {(item.key, item.locator, item.note) for item in (*claim.evidence, *claim.former)}
            more = tuple(item for item in remark.cites if (item.key, item.locator, item.note) not in cited)
            if new or more:
                case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, *new), "evidence": (*claim.evidence, *more)}))
            for item in more if remark.in_confidence else ():
                case = _kept_back(case, item)
    return case


def _kept_back(case: Case, item: Evidence) -> Case:
    """The case with somebody whom a note names in confidence as a confidential source; one that is known already stays what it is."""
    if item.url or media_of(item.source or "") is not None or item.key in case.sources_by_key:
        return case
    return case.with_source(Source(name=item.source, confidential=True))


def _claims_of(case: Case, remark: Remark, marks: Sequence[int]) -> list[Claim]:
    claims = [claim for claim in case.claims if claim.part_of is None]
    if remark.start < remark.end:
        found = _covered(case, claims, remark)
    else:
        found = _before_mark(case, claims, _around(case, claims, remark.start), remark.start, marks)
    if found or remark.is_note:
        return found
    return [claim for claim in claims if claim.start >= remark.start][:1] or claims[-1:]


def _covered(case: Case, claims: Sequence[Claim], remark: Remark) -> list[Claim]:
    """The claims that have words of a remark's, and not only the punctuation at its edge."""
    return [claim for claim in claims if _has_words(case, max(claim.start, remark.start), min(claim.end, remark.end))]


def _around(case: Case, claims: Sequence[Claim], at: int) -> list[Claim]:
    """The claim in which a place is, or at whose end: the longest, where one is in another."""
    inside = [claim for claim in claims if claim.start < at <= claim.end]
    near = [claim for claim in claims if at - _NEAR <= claim.end < at and not _parts(case, claim.end, at)]
    ending = [claim for claim in near if not _has_words(case, claim.end, at)]
    return sorted(inside or ending, key=lambda claim: claim.start - claim.end)[:1]


def _before_mark(case: Case, claims: Sequence[Claim], found: list[Claim], at: int, marks: Sequence[int]) -> list[Claim]:
    """The claim of a mark that ends its sentence, with those before it that the mark is for too, up to the mark before it.

    These are the other claims of its sentence (The Chicago Manual of Style 14.26: a note's number follows what it is for, at the end of
    a sentence or clause), and what one speaker goes on saying: “We are late,” he said. “It was the rain.”¹
    """
    text = case.article.text
    if not found or found[0].end > at or not _ENDS.search(text[:at][-_NEAR:]):
        return found
    since = max((mark for mark in marks if mark < at), default=0)
    for claim in reversed([claim for claim in claims if since <= claim.start and claim.end <= found[0].start]):
        if not _goes_on(case, claim, found[-1]):
            break
        found = [*found, claim]
    return found[::-1]


def _goes_on(case: Case, claim: Claim, following: Claim) -> bool:
    """Whether a claim is of one sentence with the one that follows it, or of one speaker's quotation that goes on."""
    between = case.article.text[claim.end : following.start]
    if _parts(case, claim.end, following.start):
        return False
    if not _ENDS.search(claim.text) and not re.search(r"[.!?]", between):
        return True
    quoted = claim.kind is following.kind is ClaimKind.QUOTE and not _has_words(case, claim.end, following.start)
    one, other = claim.speaker, following.speaker
    return quoted and one is not None and other is not None and one.known_as == other.known_as


def _has_words(case: Case, start: int, end: int) -> bool:
    return any(char.isalnum() for char in case.article.text[start : max(start, end)])


def _parts(case: Case, start: int, end: int) -> bool:
    """Whether a paragraph ends between two places."""
    return "\n\n" in case.article.text[start:end]


def _note(case: Case, claim: Claim, remark: Remark) -> str:
    """The remark, with the words that it is about where they are not the whole claim."""
    about = one_line(case.article.words(remark), 100)
    return remark.words if not about or remark.contains(claim.span) else f"“{about}”: {remark.words}"
