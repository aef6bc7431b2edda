"""A menu: one of several lines is chosen. Letters leave the lines that hold them, a digit chooses the line with that number."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from factcheck.model import visible
from factcheck.workbench.keys import CHOICE
from factcheck.workbench.matching import fitting
from factcheck.workbench.screens.base import FilteredModal
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.fields import FilterField, read_all

NUMBERED = 9
"""Lines that have a number."""


class Menu(FilteredModal[int | None]):
    """Gives the index of the chosen line, or None."""

    TABLE = CHOICE
    FRAME = "form menu"

    def __init__(self, title: str, lines: Sequence[str], at: int = 0, also: Sequence[Sequence[str]] = ()) -> None:
        """`at` is the line that is chosen at first; `also` are other words that each line is found by."""
        super().__init__(title)
        self._lines = [visible(line) for line in lines]
        self._names = [(i, (line.strip(), *words)) for i, (line, words) in enumerate(zip(lines, also or [()] * len(lines), strict=True))]
        self._start = at
        self._fitting = list(range(len(lines)))

    def body(self) -> ComposeResult:
        """What is typed, and the lines that fit."""
        yield FilterField("type to find one", self.TABLE)
        yield Choices("Nothing fits these letters.", id="lines")

    def on_mount(self) -> None:
        """Show the lines, with the one in force chosen, ready for the very next key."""
        choices = self.query_one(Choices)
        choices.styles.height = min(len(self._lines), max(3, self.app.size.height - 9))
        choices.at = self._start
        self._list()
        self.set_focus(self.query_one(FilterField))

    def _list(self) -> None:
        lines = [(f"{n}  " if n <= NUMBERED else "   ", self._lines[i]) for n, i in enumerate(self._fitting, 1)]
        self.query_one(Choices).show([[(number, ("plain",)), (line, ())] for number, line in lines])

    def on_input_changed(self) -> None:
        """Leave the lines that fit, the closest chosen."""
        typed = self.query_one(FilterField).value.strip()
        self._fitting = fitting(typed, self._names)
        self.query_one(Choices).at = 0 if typed else self._start
        self._list()

    def action_move(self, by: int) -> None:
        """Choose another line."""
        self.query_one(Choices).move(by)

    async def action_take(self) -> None:
        """Close with the chosen line."""
        await read_all(self)
        self._close_with(self.query_one(Choices).at)

    async def action_pick(self, number: int) -> None:
        """Close with the line that has this number."""
        await read_all(self)
        self._close_with(number - 1)

    def _close_with(self, at: int) -> None:
        if 0 <= at < len(self._fitting):
            self.dismiss(self._fitting[at])
        elif not self._lines:
            self.dismiss(None)

    def on_choices_taken(self) -> None:
        """Close with the line that was clicked."""
        self._close_with(self.query_one(Choices).at)
