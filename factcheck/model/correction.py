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


def undone_by(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """The entries that stand no more, by their ids, each with the latest one that amends or withdraws it.

    To withdraw an amendment is to let what it amended stand again; to amend one is not. Entries act on earlier ones only, so that no two
    undo each other.
    """
    undone: dict[str, Correction] = {}
    seen: set[str] = set()
    withdrawn: set[str] = set()
    for entry in _newest_first(corrections):
        seen.add(entry.id)
        if entry.id in withdrawn or entry.acts_on is None or entry.acts_on in seen:
            continue
        undone.setdefault(entry.acts_on, entry)
        withdrawn |= {entry.acts_on} if entry.withdraws else set()
    return undone


def in_force(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that stand, newest first: of those that say what is, those that no later one amends or withdraws."""
    entries = tuple(corrections)
    undone = undone_by(entries)
    return [entry for entry in _newest_first(entries) if entry.id not in undone and entry.withdraws is None]


def _newest_first(corrections: Iterable[Correction]) -> list[Correction]:
    """The entries by their moments; of one moment, one that acts on another after that, wherever a merge has put it in the file."""
    entries = tuple(corrections)
    acts_on = {entry.id: entry.acts_on for entry in entries}

    def steps(entry: Correction) -> int:
        """How many entries one acts on, one through the other."""
        met = {entry.id}
        there = entry.acts_on
        while there is not None and there not in met:
            met.add(there)
            there = acts_on.get(there)
        return len(met)

    placed = sorted(enumerate(entries), key=lambda placed: (placed[1].at, steps(placed[1]), placed[0]), reverse=True)
    return [entry for _, entry in placed]
