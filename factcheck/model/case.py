"""A case: an article, its claims with their reviews, the flags raised on it, and which of those were let pass."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pydantic import Field

from factcheck.model.article import Article
from factcheck.model.base import Kept, Model
from factcheck.model.claim import Claim
from factcheck.model.flag import Dismissal, Flag
from factcheck.model.review import Aspect, Standing

SCHEMA = 1
"""The version of the case file's format and of the `--json` object."""


class Progress(Model):
    """How far a case is: every number counts claims, and the readable sum of them stands in every report."""

    total: int
    decided: int
    by_standing: dict[Standing, int]
    so_total: int
    so_decided: int
    questions: int
    flags: int

    @property
    def left(self) -> int:
        """How many claims somebody still has to decide on."""
        return self.total - self.decided


class Case(Kept):
    """Everything about the review of one article. `flags` are recomputed on opening and never stored."""

    schema_version: int = Field(default=SCHEMA)
    article: Article
    claims: tuple[Claim, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    flags: tuple[Flag, ...] = ()

    def claim(self, claim_id: str) -> Claim:
        """The claim with that id. Raises KeyError when there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)

    def with_claim(self, changed: Claim) -> Case:
        """The same case with the claim of that id replaced."""
        return self.model_copy(update={"claims": tuple(changed if c.id == changed.id else c for c in self.claims)})

    def parts_of(self, claim: Claim) -> tuple[Claim, ...]:
        """The dates and figures that belong to the claim."""
        return tuple(c for c in self.claims if c.part_of == claim.id)

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """The flags that nobody has dismissed."""
        dismissed = {d.fingerprint for d in self.dismissals}
        return tuple(f for f in self.flags if f.fingerprint not in dismissed)

    def flags_on(self, claim: Claim) -> tuple[Flag, ...]:
        """The open flags that touch the claim's words."""
        return tuple(f for f in self.open_flags if any(s.overlaps(claim.span) for s in f.spans))

    def dismissal_of(self, flag: Flag) -> Dismissal | None:
        """Who let the flag pass and why, or None."""
        return next((d for d in self.dismissals if d.fingerprint == flag.fingerprint), None)

    def progress(self) -> Progress:
        """How far the case is. An attributed claim is decided when `said` is; `so` is counted beside it."""
        standings = Counter(c.standing() for c in self.claims)
        so: Counter[Any] = Counter(c.standing(Aspect.SO).open for c in self.claims if c.attributed)
        return Progress(
            total=len(self.claims),
            decided=sum(n for standing, n in standings.items() if not standing.open),
            by_standing={s: standings[s] for s in Standing if standings[s]},
            so_total=so.total(),
            so_decided=so[False],
            questions=sum(c.open_question is not None for c in self.claims),
            flags=len(self.open_flags),
        )
