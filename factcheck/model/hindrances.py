"""What stands in the way of a sign-off, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model.base import Model
from factcheck.model.case import Case
from factcheck.model.claim import Claim, ClaimKind
from factcheck.model.counts import count
from factcheck.model.review import Aspect, Evidence, EvidenceLevel
from factcheck.model.signing import Policy
from factcheck.model.verdicts import Standing


class Hindrance(Model):
    """One thing that is missing, and on which claim; `aspect` says on which half of it, where it is not on both."""

    claim: str
    aspect: Aspect | None
    missing: str


def hindrances(case: Case, policy: Policy) -> Iterator[Hindrance]:
    """All that is missing before the case may be signed off, in the order of its claims.

    A name, date or figure leans on its own sources and on those of the claim that it belongs to. A source that only mentions a claim does
    not count, and pages of one site, or with one text, count as one.
    """
    by_id = {claim.id: claim for claim in case.claims}
    for claim in case.claims:
        for aspect in claim.aspects:
            for missing in _on_aspect(claim, aspect, policy):
                yield Hindrance(claim=claim.id, aspect=aspect, missing=missing)
        verdicts = [verdict for aspect in claim.aspects if (verdict := claim.standing(aspect).verdict)]
        if any(verdict.row.leans for verdict in verdicts):
            whole = by_id.get(claim.part_of or "")
            for missing in _of_sources(case, claim.kind, (*claim.evidence, *(whole.evidence if whole else ())), policy):
                yield Hindrance(claim=claim.id, aspect=None, missing=missing)


def _of_sources(case: Case, kind: ClaimKind, evidence: Sequence[Evidence], policy: Policy) -> Iterator[str]:
    wanted = policy.sources.get(kind, 0)
    if wanted and (found := len(case.origins(evidence))) < wanted:
        yield f"{found} of {count(wanted, 'independent source')}"
    telling = (item for item in evidence if item.stance.row.tells)
    if kind in policy.primary and not any(item.level is EvidenceLevel.PRIMARY for item in telling):
        yield "no primary source"


def _on_aspect(claim: Claim, aspect: Aspect | None, policy: Policy) -> Iterator[str]:
    standing = claim.standing(aspect)
    if standing is Standing.UNREVIEWED and aspect is Aspect.SO and claim.kind not in policy.so:
        return
    if standing.row.missing is not None:
        yield standing.row.missing
    elif claim.kind in policy.second_reader and len(claim.readers(aspect)) < 2:
        yield "needs a second reader"
