"""What should be in a case, kept beside it: nothing is gone that was not taken back, and nothing that was taken back returns."""

from __future__ import annotations

from collections import defaultdict

from factcheck.casefile.keys import LISTS
from factcheck.casefile.tables import claim_table, table_of, unknown
from factcheck.casefile.threeway import order_of
from factcheck.model import Case
from factcheck.workbench.edits import AddEvidence, AddReview, Step

Things = frozenset[tuple[str, ...]]


def things(case: Case) -> Things:
    """All that people have put into a case, and all that its claims say, each by itself; of a value that a merge kept twice, both."""
    found: set[tuple[str, ...]] = set()
    for claim in case.claims:
        table = claim_table(claim)
        for key in ("reviews", "evidence", "former"):
            found |= {(key, order_of(entry)) for entry in table.pop(key, [])}
        for key, value in table.items():
            name = key.partition("_other")[0]
            if name not in ("made_by", "content_at"):  # both go with something else that has changed: who says it, which words it covers
                found.add((claim.id, name, order_of({"": value})))
    for key in ("dismissals", "waivers", "contacts", "signoffs", "ties", "notes", "removals"):
        found |= {(key, order_of(table_of(LISTS[key], entry))) for entry in getattr(case, key)}
    found |= {("confidential", source.key) for source in case.sources if source.confidential}
    return frozenset(found | {("orphans", order_of(table)) for table in unknown(case).get("orphans", ())})


class Ledger:
    """`there` is all that should be in the case; `perhaps` what went with a claim that one of them took out.

    `back` is what somebody wrote about a claim and took back: that returns with no claim, whoever joins or brings back what.
    """

    def __init__(self, case: Case) -> None:
        self.there = things(case)
        self.perhaps: Things = frozenset()
        self.back: Things = frozenset()
        self._taken: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._out: set[str] = set()
        self._given: dict[tuple[str, ...], set[str]] = defaultdict(set)

    def note(self, who: str, before: Case, after: Case) -> tuple[Things, Things]:
        """What somebody has done to the case: what has gone, and what has come."""
        old, new = things(before), things(after)
        for changed, by in ((old - new, self._taken), (new - old, self._given)):
            for one in changed:
                by[one].add(who)
        # what both took out or put in, and one has taken that back, counts no more
        self.perhaps |= {one for one in new - old if self._taken[one] - {who}} | {one for one in old - new if self._given[one] - {who}}
        self.there = (self.there - (old - new)) | (new - old)
        self.back -= new - old
        # both may mark the same source, and one of them take that back: which then counts, the tests of merging hold
        self.perhaps |= {one for one in old ^ new if one[0] == "confidential"}
        if {claim.id for claim in before.claims} != {claim.id for claim in after.claims}:
            self.perhaps |= old ^ new
        self._out |= {claim.id for claim in before.claims} - {claim.id for claim in after.claims}
        return old - new, new - old

    def undone(self, step: Step, gone: Things) -> None:
        """That `gone` went, since a step was taken back."""
        if all(isinstance(edit, AddReview | AddEvidence) for edit in step.edits):
            self.back |= gone

    def met(self, case: Case) -> None:
        """Everybody has saved, and looked: the case is what was done, without what was taken back."""
        found = things(case)
        gone = {one for one in self.there - found if one[0] != "removals"}  # of a claim that the other worked on, none is kept
        assert gone <= self.perhaps, "nothing is gone that was not taken back"
        returned = {one for one in found - self.there if one[0] not in self._out}  # one that the other kept is as it was there
        assert returned <= self.perhaps, "nothing that was taken back returns"
        assert not found & self.back, "nothing that was taken back returns with a claim"
        self.there, self.perhaps = found, frozenset()
        self._out.clear()
        self._taken.clear()
        self._given.clear()
