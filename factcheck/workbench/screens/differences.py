"""What readers differ on, and what a merge kept twice: the sides of each side by side, and a key to side with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Standing, one_line
from factcheck.workbench.describe import LONGEST, Line
from factcheck.workbench.differences import Difference, Side, differences
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keys import DIFFERENCES
from factcheck.workbench.screens.lists import ListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import KeyBar, MessageBar, content_of
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.painter import Piece

COLUMNS = 4
"""Sides that are laid side by side; more readers than that stand in the claim's history."""


class DifferencesScreen(ListScreen):
    """The differences, and below them the sides of the chosen one."""

    TABLE = DIFFERENCES
    AUTO_FOCUS = "#differences"

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._differences: Sequence[Difference] = ()

    def compose(self) -> ComposeResult:
        """The list above, the sides of the chosen difference below."""
        yield Static(id="differences-title", classes="bar")
        blind = "You read blind, and see no differences until you look at what others decided."
        none = "No differences: readers agree, and no merge kept a value twice."
        yield Choices(blind if self.session.view.reader.blind else none, id="differences")
        yield Static(id="about")
        with Horizontal(id="sides"):
            for nth in range(COLUMNS):
                with VerticalScroll(id=f"side-{nth}", classes="side", can_focus=False):
                    yield Static(id=f"side-words-{nth}")
        yield MessageBar(id="message")
        yield KeyBar(DIFFERENCES, id="keys")

    def on_mount(self) -> None:
        """Show the differences, that of the claim last gone to chosen."""
        self._differences = differences(self.session.view)
        self.query_one(Choices).at = next((i for i, one in enumerate(self._differences) if one.claim == self.session.view.chosen), 0)
        self.show()

    def show(self, words: str = "") -> None:
        """Show what differs now."""
        self._differences = differences(self.session.view)
        self.query_one("#differences-title", Static).update(Content(f" Differences: {len(self._differences)}"))
        self.query_one(Choices).show([list(self._line(one)) for one in self._differences])
        self.say(words)
        self._show_sides()

    @property
    def _difference(self) -> Difference | None:
        return self._differences[self.at] if 0 <= self.at < len(self._differences) else None

    def _line(self, difference: Difference) -> Iterator[Piece]:
        claim = self.session.view.get(difference.claim or "")
        yield f"{Standing.CONFLICT.sign} ", (f"is-{Standing.CONFLICT}",)
        yield f"{one_line(difference.about, 16):<17}", ("plain",)
        yield one_line(claim.gist if claim else "settled in the file, by hand", 300), ()

    def _show_sides(self) -> None:
        difference = self._difference
        claim = self.session.view.get(difference.claim or "") if difference else None
        self.query_one("#about", Static).update(Content(one_line(claim.text, LONGEST) if claim else ""))
        sides = difference.sides if difference else ()
        for nth in range(COLUMNS):
            self.query_one(f"#side-{nth}").display = nth < len(sides)
            lines = _side(nth, sides[nth]) if nth < len(sides) else ()
            self.query_one(f"#side-words-{nth}", Static).update(Content("\n").join(content_of(line) for line in lines))

    def on_choices_moved(self) -> None:
        """Show the sides of the difference that is chosen now."""
        self._show_sides()

    def on_choices_taken(self) -> None:
        """Go to the claim that was clicked."""
        self.action_go()

    def action_go(self) -> None:
        """Back to the review, at the claim."""
        if self._difference is not None and self._difference.claim is not None:
            self.dismiss(self.session.view.choose(self._difference.claim, self._difference.aspect))

    async def action_take(self, nth: int) -> None:
        """Side with one of them."""
        difference = self._difference
        if difference is not None:
            await self.do(lambda: self.session.take(difference, nth))


def _side(nth: int, side: Side) -> Iterator[Line]:
    yield [(f"{nth + 1} ", "label"), (one_line(side.whose, 100), "headline")]
    for i, words in enumerate(side.lines):
        style = f"is-{side.verdict}" if side.verdict is not None and i == 0 else ""
        yield [(one_line(words, LONGEST), style)]
