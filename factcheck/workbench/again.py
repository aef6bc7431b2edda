"""Whether a verdict says nothing new: its reader gave the same one last, on the same words, and has learnt nothing since."""

from __future__ import annotations

from factcheck.model import Aspect, Claim, Evidence, Reader, Review, Verdict


def given_already(claim: Claim, around: Claim | None, aspect: Aspect | None, verdict: Verdict, reader: Reader) -> bool:
    """Whether the reader's newest verdict on this half of a claim is this one, without a correction, on the words as they are now.

    It is a new one after evidence that came, changed or went since, on the claim or the one `around` it; after any note, question, answer
    or correction; and after what somebody else decided.
    """
    own = [i for i, one in enumerate(claim.reviews) if one.by == reader.name and one.verdict is not None and one.aspect is aspect]
    if not own:
        return False
    last, later = claim.reviews[own[-1]], claim.reviews[own[-1] + 1 :]
    same = (last.verdict, last.correction, last.role, last.blind) == (verdict, None, reader.role, reader.blind)
    if not same or last.judged not in (None, claim.judged):
        return False
    hung = [*claim.evidence, *(around.evidence if around else ())]
    gone = [*claim.former, *(around.former if around else ())]
    told = any(one.by != reader.name or one.verdict is None or one.correction for one in later)
    return not (told or any(_came_after(item, last) for item in hung) or any(one.ended_at > last.at for one in gone))


def _came_after(item: Evidence, review: Review) -> bool:
    return item.added_at is not None and item.added_at.tzinfo is not None and item.added_at > review.at
