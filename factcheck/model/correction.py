"""Corrections of an article after it ran: what stood, what stands, when, why and who decided, as papers print them."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import AwareDatetime

from factcheck.model.base import Kept


class Correction(Kept):
    """One entry of what was changed *after* the article ran, never changed once written.

    What a reader asks to be changed before it runs is a review's `correction`; this is not made from it. `was` is what the article gave,
    `now` what it gives, `says` the printed words where the house has its own. `claims` are ids; an id may be of a claim that has gone.
    An entry `amends` another, by its id, in whose place it stands, or `withdraws` one, and then says only why.
    """

    id: str
    by: str
    at: AwareDatetime
    was: str | None = None
    now: str | None = None
    why: str | None = None
    says: str | None = None
    asked_by: str | None = None
    claims: tuple[str, ...] = ()
    amends: str | None = None
    withdraws: str | None = None

    @property
    def acts_on(self) -> str | None:
        """The id of the entry that it amends or withdraws."""
        return self.withdraws or self.amends


def in_force(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that stand, newest first: of those that say what is, those that no later one that counts amends or withdraws.

    To withdraw an amendment is to let what it amended stand again. Entries act on earlier ones only, so that no two undo each other.
    """
    undone: set[str] = set()
    standing: list[Correction] = []
    placed = sorted(enumerate(corrections), key=lambda placed: (placed[1].at, bool(placed[1].acts_on), placed[0]), reverse=True)
    for _, entry in placed:
        if entry.id in undone:
            continue
        undone |= {entry.acts_on} if entry.acts_on else set()
        if entry.withdraws is None:
            standing.append(entry)
    return standing
