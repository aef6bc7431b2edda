"""What the next verdict goes to: one claim or several that are selected, and one half of what was said or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Aspect, Claim, count, one_line
from factcheck.workbench.results import NONE_CHOSEN, ActionResult, about

if TYPE_CHECKING:
    from factcheck.workbench.view import View


class Together:
    """Claims that are decided with one key. A range grows and shrinks as the reader moves; all listed ones stay what they were."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._from: str | None = None
        self._all: frozenset[str] = frozenset()
        self.both = False
        """Whether the next verdict goes to both halves: that it was said, and that it is so."""

    @property
    def selected(self) -> frozenset[str]:
        """The ids of the claims that are selected; none when the next verdict goes to the chosen claim alone."""
        if self._from is None:
            return self._all
        listed = [claim.id for claim in self._view.shown]
        if self._from not in listed or self._view.chosen not in listed:
            return frozenset()
        first, last = sorted((listed.index(self._from), listed.index(self._view.chosen)))
        return frozenset(listed[first : last + 1])

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the next verdict goes to, in the order of the text."""
        selected = self.selected
        if not selected:
            return (self._view.claim,) if self._view.claim is not None else ()
        return tuple(claim for claim in self._view.claims if claim.id in selected)

    @property
    def aim(self) -> frozenset[object]:
        """All that the next verdict can go to, each as it reads now: the claims in their halves, and their parts."""
        aimed = [*((claim, self.halves(claim)) for claim in self.claims), *((part, part.aspects[:1]) for part in self.parts)]
        return frozenset((claim.id, claim.text, claim.gist, repr(claim.speaker), repr(claim.value), halves) for claim, halves in aimed)

    def halves(self, claim: Claim) -> tuple[Aspect | None, ...]:
        """What of a claim the next verdict goes to."""
        if self.both:
            return claim.aspects
        return (self._view.aspect if self._view.aspect in claim.aspects else claim.aspects[0],)

    @property
    def parts(self) -> tuple[Claim, ...]:
        """The names, dates and figures of those claims, but for what is among them itself."""
        ids = {claim.id for claim in self.claims}
        return tuple(claim for claim in self._view.claims if claim.part_of in ids and claim.id not in ids)

    def told(self, what: str, here: Claim, along: int) -> str:
        """What was done to the claims, one of which is `here`, and to how many of their parts along with them."""
        n = len(self.claims)
        if n == 1 and not self.both:
            return about(what, here, self._view.aspect, along)
        fullest = max(self.claims, key=lambda claim: len(self.halves(claim)))
        halves = " and ".join(half.row.that for half in self.halves(fullest) if half is not None)
        parts = f", with {along} of {'their' if n > 1 else 'its'} names, dates and figures" if along else ""
        if n > 1:
            return f"{count(n, 'claim')}: {' '.join(filter(None, (what, halves)))}{parts}"
        return f"{what} both {halves}: “{one_line(here.in_context, 48)}”{parts}"

    def begin(self) -> ActionResult:
        """Select from the chosen claim to where the reader goes; when that is so already, stop."""
        stop = self._from is not None
        self.forget()
        if stop or self._view.chosen is None:
            return ActionResult("" if stop else NONE_CHOSEN)
        self._from = self._view.chosen
        return ActionResult("Selecting from this claim to where you go.")

    def select_open(self) -> ActionResult:
        """Select every claim listed that has no verdict yet, in the half that is judged."""
        self.forget()
        view = self._view
        found = [
            claim.id for claim in view.shown if view.takes(claim) and any(view.standing(claim, half).open for half in self.halves(claim))
        ]
        self._all = frozenset(found)
        if not found:
            return ActionResult("Every claim listed has its verdict; select a range to give another.")
        return ActionResult(f"{count(len(found), 'claim')} selected: all listed without a verdict.")

    def forget(self) -> bool:
        """Select none. True when some were selected."""
        there = self._from is not None or bool(self._all)
        self._from, self._all = None, frozenset()
        return there

    def turn_both(self) -> ActionResult:
        """Have the next verdict go to both halves, or to one again."""
        attributed = any(claim.attributed for claim in self.claims)
        self.both = attributed and not self.both
        return ActionResult("" if attributed else "Only what somebody said is checked twice: that it was said, and that it is so.")
