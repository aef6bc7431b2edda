"""Where a verdict leads: on to the next claim without one, which is told, or nowhere."""

from __future__ import annotations

from factcheck.model import one_line
from factcheck.workbench.results import ActionResult
from factcheck.workbench.view import View


class Onward:
    """What comes after a verdict. `stays` is whether the reader stays on the claim that was decided."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.stays = False

    def switch(self) -> ActionResult:
        """Stay on the claim after a verdict from now on, or go on again."""
        self.stays = not self.stays
        return ActionResult("A verdict stays on its claim now." if self.stays else "A verdict goes on to the next claim again.")

    def go(self) -> str:
        """Go on, unless the reader stays; what is said of it."""
        if self.stays:
            return "You stay on it."
        view = self._view
        before = view.chosen, view.aspect
        told = view.next_unreviewed().words
        claim = view.claim
        if claim is None or (view.chosen, view.aspect) == before:
            return told
        half = f" ({view.aspect})" if view.aspect else ""
        return f"{told} Now “{one_line(claim.in_context, 40)}”{half}.".strip()
