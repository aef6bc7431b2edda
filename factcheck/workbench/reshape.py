"""Claims in the place of others, done and taken back, whatever was written about them in between and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from factcheck.model import Case, Claim, Removal

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Reshape:
    """Some claims in the place of others. What was decided on one of them since is kept, whichever way it goes.

    `removals` say who took out those that go.
    """

    before: tuple[Claim, ...]
    after: tuple[Claim, ...]
    removals: tuple[Removal, ...] = ()

    def do(self, case: Case) -> Case:
        """The case with `after` where `before` stood."""
        made = _replaced(case, self.before, self.after)
        new = tuple(one for one in self.removals if one not in case.removals) if made is not case else ()
        return made.model_copy(update={"removals": (*case.removals, *new)}) if new else made

    def undo(self, case: Case) -> Case:
        """The case with `before` where `after` stood."""
        made = _replaced(case, self.after, self.before)
        left = tuple(one for one in case.removals if made is case or one not in self.removals)
        return made.model_copy(update={"removals": left}) if left != case.removals else made


def removals(before: Sequence[Claim], after: Sequence[Claim], by: str, at: datetime, into: str | None = None) -> tuple[Removal, ...]:
    """Who took out the claims that go, each with its names, dates and figures that go with it; `into` is what they are joined with."""
    staying = {claim.id for claim in after}
    gone = {claim.id: claim for claim in before if claim.id not in staying}
    parts = {name: tuple(claim.id for claim in gone.values() if claim.part_of == name) for name in gone}
    whole = [claim for claim in gone.values() if claim.part_of not in gone]
    return tuple(Removal(claim=one.id, text=one.text, parts=parts[one.id], into=into, by=by, at=at) for one in whole)


def _replaced(case: Case, old: Sequence[Claim], new: Sequence[Claim]) -> Case:
    """The case with other claims: those that stay with what was written about them since, those that are back already left alone.

    It stays as it is when a claim that would go, or what would change in one that stays, is not what it was.
    """
    there = {claim.id: claim for claim in case.claims}
    was = {claim.id: claim for claim in old}
    placed: list[Claim] = []
    for claim in new:
        if claim.id not in was:
            holders = [there[other.id] for other in old if other.id in there]
            placed.append(_with_what_went(there[claim.id], claim, holders) if claim.id in there else claim)
        elif claim.id not in there or (changed := _changed_to(was[claim.id], there[claim.id], claim)) is None:
            return case
        else:
            placed.append(changed)
    staying = {claim.id for claim in new}
    if any(there.get(claim.id) != claim for claim in old if claim.id not in staying):
        return case
    kept = [claim for claim in case.claims if claim.id not in was and claim.id not in staying]
    for claim in placed:
        at = next((i for i, other in enumerate(kept) if (other.start, -other.end) > (claim.start, -claim.end)), len(kept))
        kept.insert(at, claim)
    return case.model_copy(update={"claims": tuple(kept)})


def _with_what_went(back: Claim, claim: Claim, holders: Sequence[Claim]) -> Claim:
    """A claim that is back already, with what of its own is still on those that it had become a part of."""
    own = {
        name: [one for one in getattr(claim, name) if one not in getattr(back, name) and any(one in getattr(h, name) for h in holders)]
        for name in _ENTRIES
    }
    if not any(own.values()):
        return back
    return back.model_copy(update={name: _entries((), getattr(back, name), entries) for name, entries in own.items()})


_ENTRIES = ("reviews", "evidence", "former")
"""What is written about a claim, one entry after the other."""


def _changed_to(old: Claim, now: Claim, new: Claim) -> Claim | None:
    """The claim as it is now, with what differs between two forms of it; None where that is not as it was in the old one."""
    before, after, values = dict(old), dict(new), dict(now)
    for name in (before | after).keys() - {*_ENTRIES, "made_by"}:
        if before.get(name) != after.get(name):
            if values.get(name) != before.get(name):
                return None
            values |= {name: after.get(name)}
            if name not in after:
                del values[name]
    if now.made_by == old.made_by:  # another who has changed something else since stays named
        values["made_by"] = new.made_by
    values |= {name: _entries(getattr(old, name), getattr(now, name), getattr(new, name)) for name in _ENTRIES}
    made = Claim.model_construct(**values)
    return new if made == new else made


def _entries(old: Sequence[Entry], now: Sequence[Entry], new: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that there are now, without those that go and with those that come from one form of a claim to another.

    Those that come stand before the first that is newer: what was said last of a claim counts.
    """
    if now == old:
        return tuple(new)
    entries = list(_since(_since(new, old), now))
    at = 0
    for entry in _since(old, new):
        while at < len(entries) and _moment(entries[at]) <= _moment(entry):
            at += 1
        entries.insert(at, entry)
    return tuple(entries)


def _moment(entry: object) -> float:
    at = getattr(entry, "at", None) or getattr(entry, "added_at", None)
    return at.timestamp() if isinstance(at, datetime) else 0.0


def _since(then: Sequence[Entry], now: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that came after those that there were then."""
    rest = list(now)
    for entry in then:
        if entry in rest:
            rest.remove(entry)
    return tuple(rest)
