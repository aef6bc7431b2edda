"""What is new in a case since it was last looked at: entries told apart by what they say, so that where they stand does not matter."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.model.base import Model
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.names import same_name

LISTS = ("dismissals", "waivers", "removals", "contacts", "ties", "assignments", "notes", "corrections", "signoffs")
"""The lists of a case to which people add."""

_PLACES = {"start", "end", "mention"}
"""Fields that say where words stand, which a new version of the article changes."""


class Entry(Model):
    """One entry that somebody made: in which list of a case, on which claim if on one, by whom; `digest` is of what it says."""

    sort: str
    claim: str | None
    by: str
    digest: str


class Seen(Model):
    """What there was of a case: a digest of the article's words and of what each claim says, and every entry."""

    words: str
    claims: dict[str, str]
    entries: tuple[Entry, ...]


class News(Model):
    """What has changed. `added` are new entries with what they are, `gone` those that are there no more.

    `lost_claims` counts the claims that are gone and of which no entry says who took them out. What was written on one of which an entry
    says so is not told as `gone`.
    """

    words: bool
    new_claims: tuple[Claim, ...]
    other_claims: tuple[Claim, ...]
    lost_claims: int
    added: tuple[tuple[Entry, Any], ...]
    gone: tuple[Entry, ...]

    @property
    def any(self) -> bool:
        """Whether anything has."""
        return bool(self.words or self.new_claims or self.other_claims or self.lost_claims or self.added or self.gone)

    def without(self, name: str) -> News:
        """The same without the entries of somebody."""
        added = tuple(one for one in self.added if not same_name(one[0].by, name))
        return self.model_copy(update={"added": added, "gone": tuple(one for one in self.gone if not same_name(one.by, name))})


class Changed(Model):
    """What to tell of one file: its case with the `news`, that it is `new`, that it is gone (neither case nor error), or the `error`."""

    name: str
    case: Case | None = None
    news: News | None = None
    new: bool = False
    error: str | None = None


def to_tell(changes: Iterable[Changed], name: str, *, every: bool, first: bool) -> list[Changed]:
    """What of it is told to the reader of that name: not what they did, unless `every`; at the `first` look, only faults."""
    found = [one if every or one.news is None else one.model_copy(update={"news": one.news.without(name)}) for one in changes]
    return [one for one in found if one.error is not None or (not first and (one.news is None or one.news.any))]


def seen(case: Case) -> Seen:
    """What there is of a case now."""
    claims = {claim.id: claim.judged for claim in case.claims}
    return Seen(words=case.article.sha256, claims=claims, entries=tuple(entry for entry, _ in _entries(case)))


def news(before: Seen, case: Case) -> News:
    """What has changed in a case since. Of equal entries, only as many are new, or gone, as there are more, or fewer."""
    left = Counter(before.entries)
    added = []
    for entry, value in _entries(case):
        if left[entry]:
            left[entry] -= 1
        else:
            added.append((entry, value))
    there = {claim.id for claim in case.claims}
    told = {name for entry, one in added if entry.sort == "removals" for name in (one.claim, *one.parts)}
    return News(
        words=before.words != case.article.sha256,
        new_claims=tuple(claim for claim in case.claims if claim.id not in before.claims),
        other_claims=tuple(claim for claim in case.claims if before.claims.get(claim.id, claim.judged) != claim.judged),
        lost_claims=sum(name not in there and name not in told for name in before.claims),
        added=tuple(added),
        gone=tuple(entry for entry in left.elements() if entry.claim not in told),
    )


def _entries(case: Case) -> Iterator[tuple[Entry, Any]]:
    for claim in case.claims:
        yield from ((_entry("reviews", claim.id, one.by, one), one) for one in claim.reviews)
        yield from ((_entry("evidence", claim.id, one.added_by or "", one), one) for one in claim.evidence)
    for key in LISTS:
        yield from ((_entry(key, None, one.by, one), one) for one in getattr(case, key))


def _entry(sort: str, claim: str | None, by: str, value: Any) -> Entry:
    said = value.model_dump_json(exclude=_PLACES).encode("utf-8", "surrogatepass")
    return Entry(sort=sort, claim=claim, by=by, digest=hashlib.sha256(said).hexdigest()[:16])
