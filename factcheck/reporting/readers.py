"""Who checked an article: each reader with the capacities in which they did, how many verdicts are theirs, and when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from factcheck.language.calendar import day_in_words
from factcheck.model import Aspect, Case, Claim, Review, ReviewRole, Standing, count, one_line


@dataclass(frozen=True, kw_only=True)
class CheckedBy:
    """A reader of a case: how many verdicts they gave, and from which day to which they wrote about its claims."""

    name: str
    roles: tuple[ReviewRole, ...]
    verdicts: int
    first: date
    last: date

    @property
    def told(self) -> str:
        """The same in words: "Ada (checker), 12 verdicts, 3 March 2026 to 5 March 2026"."""
        gave = count(self.verdicts, "verdict") if self.verdicts else "notes or questions only"
        days = day_in_words(self.first) + (f" to {day_in_words(self.last)}" if self.last != self.first else "")
        return f"{one_line(self.name, 100)} ({', '.join(self.roles)}), {gave}, {days}"


def checked_by(case: Case) -> list[CheckedBy]:
    """The readers of a case, by the order in which they began."""
    entries: defaultdict[str, list[Review]] = defaultdict(list)
    for review in sorted((review for claim in case.claims for review in claim.reviews), key=lambda review: review.at):
        entries[review.by].append(review)
    return [
        CheckedBy(
            name=name,
            roles=tuple(role for role in ReviewRole if any(review.role is role for review in given)),
            verdicts=sum(review.verdict is not None for review in given),
            first=given[0].at.date(),
            last=given[-1].at.date(),
        )
        for name, given in entries.items()
    ]


def counting(claim: Claim, aspect: Aspect | None) -> list[Review]:
    """The verdicts that make one half of a claim stand where it does: of each reader the newest on the words as they are; where readers
    differ, all of these.
    """
    newest = {one.by: one for one in claim.reviews if one.verdict and one.aspect == aspect and one.judged in (None, claim.judged)}
    standing = claim.standing(aspect)
    return [one for one in newest.values() if standing is Standing.CONFLICT or one.verdict is standing.verdict]


def decided_by(claim: Claim, aspect: Aspect | None) -> str:
    """Whose verdicts make one half of a claim stand where it does, and when the last was given: "Ada, Ben (editor), 5 March 2026".

    Where readers differ, what each says; empty where nobody has decided on the words as they are.
    """
    given = counting(claim, aspect)
    if not given:
        return ""
    differ = claim.standing(aspect) is Standing.CONFLICT
    told = [f"{_called(one)}{f': {one.verdict}' if differ else ''}" for one in given]
    return f"{', '.join(told)}, {day_in_words(max(one.at for one in given))}"


def _called(review: Review) -> str:
    capacity = "" if review.role is ReviewRole.CHECKER else f" ({review.role})"
    return f"{one_line(review.by, 60)}{capacity}"
