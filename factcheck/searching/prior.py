"""What is told of a claim that was checked before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Evidence, KeptPath, Model, Standing, count, one_line


class PriorClaim(Model):
    """A claim that was checked before, or stands in another case: where, how like the one asked for (of 100), and what was decided.

    `same` is whether it says the same; a claim with another figure, name or negation is only like it.
    """

    case: KeptPath
    id: str
    kind: str
    gist: str
    speaker: str | None
    published: str | None
    headline: str | None
    standing: Standing
    so: Standing | None
    decided_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    alike: float
    same: bool


def lines(found: Sequence[PriorClaim]) -> Iterator[str]:
    """What was found, for a person."""
    for known in found:
        sign = "=" if known.same else "~"
        half = f", that it is so: {known.so}" if known.so is not None else ""
        by = f" by {one_line(', '.join(known.decided_by), 80)}" if known.decided_by else ""
        yield f"{sign} {known.alike:3.0f}  {known.standing.sign} {known.standing}{half}{by}"
        yield f"       {one_line(known.gist, 300)}"
        said = f"{known.speaker}, in " if known.speaker else ""
        evidence = f"; {count(len(known.evidence), 'piece of evidence', 'pieces of evidence')}" if known.evidence else ""
        yield f"       {one_line(f'{said}{known.headline or known.case.name}', 120)} ({known.published or 'no day'}){evidence}"
        yield f"       {one_line(str(known.case), 200)} {known.id}"
    yield f"{len(found)} found; = says the same, ~ is similar." if found else "No similar claim was checked before."
