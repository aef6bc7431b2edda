"""A menu: one of several lines is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from factcheck.model import visible
from factcheck.workbench.keys import CHOICE
from factcheck.workbench.screens.base import KeyedModal
from factcheck.workbench.widgets.choices import Choices


class Menu(KeyedModal[int | None]):
    """Gives the index of the chosen line, or None."""

    TABLE = CHOICE
    FRAME = "form menu"

    def __init__(self, title: str, lines: Sequence[str], at: int = 0) -> None:
        super().__init__(title)
        self._lines = [[(visible(line), ())] for line in lines]
        self._start = at

    def body(self) -> ComposeResult:
        """The lines."""
        yield Choices("Nothing to choose from.", id="lines")

    def on_mount(self) -> None:
        """Show the lines, with the one in force chosen."""
        choices = self.query_one(Choices)
        choices.styles.height = min(len(self._lines), max(3, self.app.size.height - 8))
        choices.at = self._start
        choices.show(self._lines)

    def action_move(self, by: int) -> None:
        """Choose another line."""
        self.query_one(Choices).move(by)

    def action_take(self) -> None:
        """Close with the chosen line."""
        self.dismiss(self.query_one(Choices).at if self._lines else None)

    def on_choices_taken(self) -> None:
        """Close with the line that was clicked."""
        self.action_take()
