"""A claim on another wording of its article: found again where its very words stand, or not at all."""

from __future__ import annotations

from factcheck.casefile.tables import stands
from factcheck.model import Claim, Span


def shifted(claim: Claim, text: str) -> Claim | None:
    """The claim at the one place of `text` where its words stand; None when they stand nowhere, or in several places.

    The claim itself when they stand where it says. Speaker, cue, date and figure move along, and must be found there too.
    """
    if stands(claim, text) is None:
        return claim
    at = text.find(claim.text)
    if at < 0 or text.find(claim.text, at + 1) >= 0:
        return None
    by = at - claim.start
    parts = {name: _moved(part, by) for name in ("speaker", "cue", "date", "figure") if (part := getattr(claim, name))}
    if any(part is None for part in parts.values()):
        return None
    content = tuple(moved for span in claim.content if (moved := _moved(span, by)))
    found = claim.model_copy(update={"start": at, "end": at + len(claim.text), "content": content, **parts})
    return found if stands(found, text) is None else None


def _moved(span: Span, by: int) -> Span | None:
    return span.model_copy(update={"start": span.start + by, "end": span.end + by}) if span.start + by >= 0 else None
