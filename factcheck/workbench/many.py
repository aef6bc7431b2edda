"""One verdict on many claims, as a value that can be done and taken back in one pass over the case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.model import Case, Review


@dataclass(frozen=True)
class AddReviews:
    """Verdicts on several claims, each under the id of its claim. A claim that somebody else has taken out since is passed over."""

    reviews: tuple[tuple[str, Review], ...]

    def do(self, case: Case) -> Case:
        """The case with each review last in its claim's history."""
        return self._changed(case, lambda there, mine: (*there, *mine))

    def undo(self, case: Case) -> Case:
        """The case without the newest reviews that equal these."""
        return self._changed(case, _without)

    def _changed(self, case: Case, change: Callable[[Sequence[Review], Sequence[Review]], tuple[Review, ...]]) -> Case:
        mine: dict[str, list[Review]] = defaultdict(list)
        for claim_id, review in self.reviews:
            mine[claim_id].append(review)
        claims = tuple(
            claim.model_copy(update={"reviews": change(claim.reviews, mine[claim.id])}) if claim.id in mine else claim
            for claim in case.claims
        )
        return case.model_copy(update={"claims": claims})


def _without(there: Sequence[Review], mine: Sequence[Review]) -> tuple[Review, ...]:
    left, wanted = [], list(mine)
    for review in reversed(there):
        if review in wanted:
            wanted.remove(review)
        else:
            left.append(review)
    return tuple(reversed(left))
