"""What went along when one claim was joined with another, and was taken back where it stood: it does not return with the joined claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model import Claim

_ENTRIES = ("reviews", "evidence", "former")
"""What is written about a claim, one entry after the other."""

Claims = Mapping[str, Claim]
"""The claims of a case by their ids."""


def without_taken_back(merged: Sequence[Claim], base: Claims, ours: Claims, theirs: Claims) -> list[Claim]:
    """The merged claims, without the entries that one side took back from a claim which the other side made a part of another claim."""
    back = [*_taken_back(base, ours, theirs), *_taken_back(base, theirs, ours)]
    return [_without(claim, [(key, entry) for name, key, entry in back if name == claim.id]) for claim in merged] if back else [*merged]


def _taken_back(base: Claims, taker: Claims, mover: Claims) -> Iterator[tuple[str, str, object]]:
    """Each claim into which `mover` put an entry that `taker` took back, with the entry and where it stands in a claim."""
    for there in (claim for name, claim in base.items() if name in taker and name not in mover):
        for key in _ENTRIES:
            for entry in _less(getattr(there, key), getattr(taker[there.id], key)):
                holder = next((name for name, claim in mover.items() if _has_more(claim, base.get(name), key, entry)), None)
                if holder is not None:
                    yield holder, key, entry


def _has_more(claim: Claim, before: Claim | None, key: str, entry: object) -> bool:
    had: tuple[object, ...] = getattr(before, key) if before is not None else ()
    has: tuple[object, ...] = getattr(claim, key)
    return has.count(entry) > had.count(entry)


def _less(entries: Sequence[object], others: Sequence[object]) -> list[object]:
    """The entries, but for as many of each as there are among the others."""
    left = list(entries)
    for other in others:
        if other in left:
            left.remove(other)
    return left


def _without(claim: Claim, back: Sequence[tuple[str, object]]) -> Claim:
    if not back:
        return claim
    changed: dict[str, Any] = {key: tuple(_less(getattr(claim, key), [entry for other, entry in back if other == key])) for key in _ENTRIES}
    return claim.model_copy(update=changed)
