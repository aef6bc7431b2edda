"""A menu: one of several lines is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck.model import one_line, visible
from factcheck.workbench.keys import CHOICE
from factcheck.workbench.screens.base import KeyedModal
from factcheck.workbench.widgets.bars import KeyBar
from factcheck.workbench.widgets.choices import Choices


class Menu(KeyedModal[int | None]):
    """Gives the index of the chosen line, or None."""

    TABLE = CHOICE

    def __init__(self, title: str, lines: Sequence[str], at: int = 0) -> None:
        super().__init__()
        self._title = title
        self._lines = [[(visible(line), ())] for line in lines]
        self._start = at

    def compose(self) -> ComposeResult:
        """The title, the lines and the keys."""
        with Vertical(classes="form menu"):
            yield Static(Content(one_line(self._title)), classes="form-title")
            yield Choices("Nothing to choose from.", id="lines")
            yield KeyBar(CHOICE)

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

    def action_cancel(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
