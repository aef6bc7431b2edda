"""What readers differ on, and what a merge kept twice: the sides of each side by side, and a key to side with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Standing, one_line
from factcheck.workbench.describe import LONGEST, Line
from factcheck.workbench.differences import Difference, Side, differences
from factcheck.workbench.keys import DIFFERENCES
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.widgets.painter import Piece
from factcheck.workbench.widgets.told import Told

COLUMNS = 4
"""Sides that are laid side by side; more readers than that stand in the claim's history."""


class DifferencesScreen(CaseListScreen[Difference]):
    """The differences, and below them the sides of the chosen one."""

    TABLE = DIFFERENCES

    @property
    def heading(self) -> str:
        """How many there are."""
        return f"Differences: {len(self.things)}"

    @property
    def empty(self) -> str:
        """That there are none, or that none may be seen."""
        blind = "You read blind, and see no differences until you look at what others decided."
        return blind if self.session.view.reader.blind else "No differences: readers agree, and no merge kept a value twice."

    def find(self) -> Sequence[Difference]:
        """What differs now."""
        return differences(self.session.view)

    def comes_first(self, difference: Difference) -> bool:
        """Whether it is of the claim last gone to."""
        return difference.claim == self.session.view.chosen

    def line(self, difference: Difference) -> Iterator[Piece]:
        """What it is about, and the claim."""
        claim = self.session.view.get(difference.claim or "")
        yield f"{Standing.CONFLICT.sign} ", (f"is-{Standing.CONFLICT}",)
        yield f"{one_line(difference.about, 16):<17}", ("plain",)
        yield one_line(claim.in_context if claim else "to be settled by hand, in the file", 300), ()

    def below(self) -> ComposeResult:
        """The sides of the chosen difference."""
        yield Static(id="about", classes="beneath")
        with Horizontal(id="sides", classes="beneath"):
            for nth in range(COLUMNS):
                yield Told(id=f"side-{nth}", classes="side")

    def show_chosen(self) -> None:
        """Show the sides of the difference that is chosen now."""
        difference = self.chosen
        claim = self.session.view.get(difference.claim or "") if difference else None
        self.query_one("#about", Static).update(Content(one_line(claim.text, LONGEST) if claim else ""))
        sides = difference.sides if difference else ()
        for nth in range(COLUMNS):
            side = self.query_one(f"#side-{nth}", Told)
            side.display = nth < len(sides)
            side.tell(_side(nth, sides[nth]) if nth < len(sides) else ())

    def on_choices_taken(self) -> None:
        """Go to the claim that was clicked."""
        self.action_go()

    def action_go(self) -> None:
        """Back to the review, at the claim."""
        if self.chosen is not None and self.chosen.claim is not None:
            self.dismiss(self.session.view.choose(self.chosen.claim, self.chosen.aspect))

    async def action_take(self, nth: int) -> None:
        """Side with one of them."""
        difference = self.chosen
        if difference is not None:
            await self.do(lambda: self.session.take(difference, nth))


def _side(nth: int, side: Side) -> Iterator[Line]:
    yield [(f"{nth + 1} ", "label"), (one_line(side.whose, 100), "headline")]
    for i, words in enumerate(side.lines):
        style = f"is-{side.verdict}" if side.verdict is not None and i == 0 else ""
        yield [(one_line(words, LONGEST), style)]
