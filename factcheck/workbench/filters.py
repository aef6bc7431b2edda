"""Which claims the list shows: a filter has a name for the screen and a test on one claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Aspect, Claim, ClaimKind, Standing, Verdict, one_line

if TYPE_CHECKING:
    from factcheck.workbench.view import View


@dataclass(frozen=True)
class Filter:
    """A choice of claims. `id` is what is remembered between sessions."""

    id: str
    name: str
    takes: Callable[[View, Claim], bool]


def _has(wanted: Callable[[Standing], bool]) -> Callable[[View, Claim], bool]:
    return lambda view, claim: any(wanted(view.standing(claim, aspect)) for aspect in claim.aspects)


def _half_decided(view: View, claim: Claim) -> bool:
    return claim.attributed and not view.standing(claim).open and view.standing(claim, Aspect.SO).open


_WRONG = [verdict for verdict in Verdict if verdict.row.alarming]

ALL = Filter("all", "all claims", lambda _view, _claim: True)

STANDARD = (
    ALL,
    Filter("unreviewed", "unreviewed", lambda view, claim: view.standing(claim).open),
    Filter("so", "said is decided, so is still open", _half_decided),
    Filter("wrong", " or ".join(_WRONG), _has(lambda standing: standing.verdict in _WRONG)),
    Filter("unsettled", "in conflict or stale", _has(lambda standing: standing.unsettled)),
    Filter("flagged", "flagged", lambda view, claim: claim.id in view.flagged),
    Filter("asked", "open questions to the author", lambda _view, claim: bool(claim.reviews and claim.open_questions)),
)


def by_verdict(verdict: Verdict) -> Filter:
    """The claims of which one half or the other has a verdict."""
    return Filter(f"verdict:{verdict}", f"verdict: {verdict}", _has(lambda standing: standing.verdict is verdict))


def by_kind(kind: ClaimKind) -> Filter:
    """The claims of one kind."""
    return Filter(f"kind:{kind}", f"kind: {kind}", lambda _view, claim: claim.kind is kind)


def by_speaker(name: str) -> Filter:
    """The claims said by one speaker: the name they resolve to, else the words as written."""
    return Filter(f"speaker:{name}", f"said by {one_line(name)}", lambda _view, claim: speaker_of(claim) == name)


def speaker_of(claim: Claim) -> str | None:
    """Whose claim it is, for telling speakers apart."""
    return (claim.speaker.known_as) if claim.speaker else None


def choices(view: View) -> Iterator[tuple[Filter, int]]:
    """Every filter that makes sense for the case, with how many claims it takes."""
    verdicts = [by_verdict(verdict) for verdict in Verdict]
    kinds = [by_kind(kind) for kind in ClaimKind]
    speakers = [by_speaker(name) for name in dict.fromkeys(speaker_of(claim) for claim in view.claims) if name]
    for choice in (*STANDARD, *verdicts, *kinds, *speakers):
        count = sum(choice.takes(view, claim) for claim in view.claims)
        if count or choice in STANDARD:
            yield choice, count


def named(view: View, filter_id: str) -> Filter:
    """The filter with that id, or the one that takes all when the case has none such."""
    return next((choice for choice, _ in choices(view) if choice.id == filter_id), ALL)
