"""The lost claims, whose wording no longer appears in the article, and the claims that each could be moved to, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rapidfuzz import fuzz, process
from textual.app import ComposeResult
from textual.containers import Horizontal

from factcheck.model import Claim, one_line
from factcheck.workbench.describe import Line, about_claim
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keys import LOST
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.painter import Piece
from factcheck.workbench.widgets.told import Told

LostClaim = tuple[dict[str, Any], Claim]
"""A lost claim, with the table that the case has it in."""

OFFERED = 4
"""Claims most like the lost one that are offered beside the one chosen in the review."""


class LostScreen(CaseListScreen[LostClaim]):
    """The lost claims; below, the chosen one beside the claim that it would be put on."""

    TABLE = LOST

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._offered: Sequence[Claim] = ()
        self._on = 0

    @property
    def heading(self) -> str:
        """How many there are."""
        return f"Lost claims: {len(self.things)}"

    @property
    def empty(self) -> str:
        """That there are none."""
        return "No lost claims: the wording of every claim that somebody worked on is still in the article."

    def find(self) -> Sequence[LostClaim]:
        """The lost claims as they are now."""
        return self.session.by_hand.lost

    def line(self, lost: LostClaim) -> Iterator[Piece]:
        """Its standing, its kind and its words."""
        return _line(lost[1])

    def below(self) -> ComposeResult:
        """The lost claim and another one, side by side."""
        with Horizontal(id="sides", classes="beneath"):
            for side in ("lost", "there"):
                yield Told(id=f"{side}-words", classes="side")

    def show_chosen(self) -> None:
        """Find the claims that the chosen one could be put on: those most like it, then the one chosen in the review."""
        chosen = self.chosen
        self._on, self._offered = 0, ()
        if chosen is not None:
            lost = chosen[1]
            sort = (lost.date is None, lost.figure is None)
            there = {c.id: c for c in self.session.view.claims if (c.date is None, c.figure is None) == sort}
            alike = process.extract(lost.text, {name: c.text for name, c in there.items()}, scorer=fuzz.ratio, limit=OFFERED)
            names = [name for _, _, name in alike] + [name for name in (self.session.view.chosen,) if name in there]
            self._offered = [there[name] for name in dict.fromkeys(names) if name is not None]
        self._show_sides()

    def _show_sides(self) -> None:
        chosen = self.chosen
        sides: dict[str, list[Line]] = {"lost": [], "there": []}
        if chosen is not None:
            sides["lost"] = [[("lost claim", "label")], *about_claim(self.session.view.case, chosen[1])]
        if self._offered:
            which = f"move it to ({self._on + 1} of {len(self._offered)}, the most similar first)"
            sides["there"] = [[(which, "label")], *about_claim(self.session.view.case, self._offered[self._on])]
        for side, lines in sides.items():
            self.query_one(f"#{side}-words", Told).tell(lines)

    def action_other(self, by: int) -> None:
        """Another claim to put it on."""
        if self._offered:
            self._on = (self._on + by) % len(self._offered)
            self._show_sides()

    async def action_put(self) -> None:
        """Put the lost claim on the one beside it."""
        chosen = self.chosen
        if chosen is None or not self._offered:
            self.show("There is no lost claim to move." if chosen is None else "The article has no claim of that sort.")
            return
        onto = self._offered[self._on]
        await self.do(lambda: self.session.by_hand.reattach(*chosen, onto))

    async def action_forget(self) -> None:
        """Let the lost claim go."""
        chosen = self.chosen
        if chosen is not None:
            await self.do(lambda: self.session.by_hand.forget(*chosen))


def _line(claim: Claim) -> Iterator[Piece]:
    for aspect in claim.aspects:
        standing = claim.standing(aspect)
        yield standing.sign, (f"is-{standing}",)
    yield ("  " if claim.attributed else "   ") + f"{claim.kind:<10} ", ("plain",)
    yield one_line(claim.text, 300), ()
