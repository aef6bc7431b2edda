"""What differs between two states of a case, one thing each: what came, went or changed, on which claim, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from factcheck.model.base import Model, Tabled
from factcheck.model.review import Review


class Part(Tabled):
    """The part of a case that a difference is told under, in the order in which they are told; the row is its heading."""

    row: str

    ARTICLE = "article", "The article"
    CLAIMS = "claims", "Claims"
    FLAGS = "flags", "Flags"
    SOURCES = "sources", "Sources"
    PEOPLE = "people", "People"
    CASE = "case", "The case as a whole"


class Act(StrEnum):
    """What became of it."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


class Difference(Model):
    """One difference.

    `what` says of what sort it is: a list of the case (`reviews`, `evidence`, `notes`), or what of a claim, the article, a source or a
    person (`words`, `reading`, `place`). `before` and `after` are the two values, one of which is None for what came or went; of words of
    the article, where they stand. `claim` is an id, of the later state where the claim is there. `fields` are the fields of the model that
    differ. `by` is who did it, where the case says so. `target` is what an entry acts on: the entry that it answers or takes back, the
    flag that it lets pass; `instead` is the verdict that another takes the place of.
    """

    part: Part
    what: str
    act: Act
    claim: str | None = None
    by: str | None = None
    before: Any = None
    after: Any = None
    fields: tuple[str, ...] = ()
    target: Any = None
    instead: Review | None = None


def acted_on(review: Review, history: Iterable[Review]) -> Review | None:
    """The entry of a claim's history that another one answers, takes back or has other words for."""
    return next((one for one in history if one.ref == review.on), None) if review.on else None


def earlier_verdict(review: Review, history: Iterable[Review]) -> Review | None:
    """The verdict that counted of the same reader, on the same half and in the same capacity, before this one of a claim's history; None
    for what is no verdict.
    """
    if review.verdict is None:
        return None
    found = None
    for one in history:
        if one is review or one == review:
            return found
        if one.verdict is not None and (one.by, one.aspect, one.role.row.settles) == (review.by, review.aspect, review.role.row.settles):
            found = one
    return None
