"""Which keys are useful where the reviewer is now: the bar at the bottom has those first, and leaves out what would do nothing here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.model import Standing, Verdict
from factcheck.workbench.filters import ALL
from factcheck.workbench.session import Session

VERDICTS = tuple(f"verdict.{verdict}" for verdict in Verdict)
"""The ids of the keys that decide."""


@dataclass(frozen=True)
class Here:
    """Where the reviewer is: the session, whether words are marked, one pane is alone, the article has the keys, and saving has failed."""

    session: Session
    marked: bool = False
    alone: bool = False
    in_article: bool = False
    trouble: bool = False

    @property
    def standing(self) -> Standing | None:
        """Where the chosen claim stands, in the half that is judged."""
        view = self.session.view
        return view.standing(view.claim, view.aspect) if view.claim is not None else None


@dataclass(frozen=True)
class Occasion:
    """What is so, and the ids of the keys that are useful then."""

    name: str
    there: Callable[[Here], bool]
    keys: tuple[str, ...]


OCCASIONS = (
    Occasion("saving failed", lambda here: here.trouble, ("save",)),
    Occasion("words are marked", lambda here: here.marked, ("new", "words", "copy", "waive", "clear")),
    Occasion("claims are selected", lambda here: bool(here.session.view.together.selected), ("clear", *VERDICTS)),
    Occasion("a pane is alone", lambda here: here.alone, ("zoom", "side")),
    Occasion("the case is signed off", lambda here: here.session.view.signed is not None, ("sign-off",)),
    Occasion("readers differ", lambda here: here.standing is Standing.CONFLICT, ("differences",)),
    Occasion("a flag suggests words", lambda here: here.session.to_accept, ("accept",)),
    Occasion("the words are searched", lambda here: bool(here.session.view.needle), ("match-on", "match-back", "clear")),
    Occasion("the list is limited", lambda here: here.session.view.filter is not ALL, ("clear", "select-all")),
    Occasion("the article has the keys", lambda here: here.in_article, ("mark",)),
    Occasion("claims are lost", lambda here: here.session.by_hand.any_lost, ("lost",)),
    Occasion("the claim is decided", lambda here: here.standing is not None and not here.standing.open, ("unreviewed", "undo")),
    Occasion("a question is open", lambda here: _asked(here), ("entries",)),
    Occasion("the claim is to be decided", lambda here: here.standing is not None and here.standing.open, (*VERDICTS, "aspect")),
)
"""In the order in which their keys stand in the bar."""

ONLY: dict[str, Callable[[Here], bool]] = {
    **dict.fromkeys((*VERDICTS, "evidence", "note", "correction", "ask", "copy"), lambda here: here.session.view.claim is not None),
    "aspect": lambda here: here.session.view.claim is not None and here.session.view.claim.attributed,
    "value": lambda here: here.session.view.claim is not None and here.session.view.claim.value is not None,
    "undo": lambda here: bool(here.session.history.done),
    "unreviewed": lambda here: here.session.view.progress.left > 0,
    "flag": lambda here: bool(here.session.view.open_flags),
    "flags": lambda here: bool(here.session.view.open_flags),
}
"""By the id of a key, when it does anything; the others always do."""


def _asked(here: Here) -> bool:
    claim = here.session.view.claim
    return claim is not None and bool(claim.reviews) and bool(claim.open_questions)


def useful(here: Here, barred: Sequence[str]) -> list[str]:
    """The ids of the keys for the bar, the most useful first: those of every occasion there is, then the others that the bar has."""
    found = [key for occasion in OCCASIONS if occasion.there(here) for key in occasion.keys]
    return [key for key in dict.fromkeys((*found, *barred)) if key not in ONLY or ONLY[key](here)]
