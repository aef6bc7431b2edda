"""Which claims the list shows: a filter has a name for the screen and a test on one claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Aspect, Claim, ClaimKind, Standing, one_line

if TYPE_CHECKING:
    from factcheck.workbench.desk import Desk


@dataclass(frozen=True)
class Filter:
    """A choice of claims. `id` is what is remembered between desks."""

    id: str
    name: str
    takes: Callable[[Desk, Claim], bool]


def _has(*standings: Standing) -> Callable[[Desk, Claim], bool]:
    return lambda desk, claim: any(desk.standing(claim, aspect) in standings for aspect in claim.aspects)


def _half_decided(desk: Desk, claim: Claim) -> bool:
    return claim.attributed and not desk.standing(claim).open and desk.standing(claim, Aspect.SO).open


ALL = Filter("all", "all claims", lambda _desk, _claim: True)

STANDARD = (
    ALL,
    Filter("unreviewed", "unreviewed", lambda desk, claim: desk.standing(claim).open),
    Filter("so", "said is decided, so is not", _half_decided),
    Filter("disputed", "disputed or false", _has(Standing.DISPUTED, Standing.FALSE)),
    Filter("conflict", "in conflict or stale", _has(Standing.CONFLICT, Standing.STALE)),
    Filter("flagged", "flagged", lambda desk, claim: claim.id in desk.flagged),
    Filter("asked", "questions to the author", lambda _desk, claim: claim.open_question is not None),
)


def by_kind(kind: ClaimKind) -> Filter:
    """The claims of one kind."""
    return Filter(f"kind:{kind}", f"kind: {kind}", lambda _desk, claim: claim.kind is kind)


def by_speaker(name: str) -> Filter:
    """The claims said by one speaker: the name they resolve to, else the words as written."""
    return Filter(f"speaker:{name}", f"said by {one_line(name)}", lambda _desk, claim: speaker_of(claim) == name)


def speaker_of(claim: Claim) -> str | None:
    """Whose claim it is, for telling speakers apart."""
    return (claim.speaker.known_as) if claim.speaker else None


def choices(desk: Desk) -> Iterator[tuple[Filter, int]]:
    """Every filter that makes sense for the case, with how many claims it takes."""
    kinds = [by_kind(kind) for kind in ClaimKind]
    speakers = [by_speaker(name) for name in dict.fromkeys(speaker_of(claim) for claim in desk.claims) if name]
    for choice in (*STANDARD, *kinds, *speakers):
        count = sum(choice.takes(desk, claim) for claim in desk.claims)
        if count or choice in STANDARD:
            yield choice, count


def named(desk: Desk, filter_id: str) -> Filter:
    """The filter with that id, or the one that takes all when the case has none such."""
    return next((choice for choice, _ in choices(desk) if choice.id == filter_id), ALL)
