"""The help screen, made from the table of keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Standing
from factcheck.workbench.keymap import in_force
from factcheck.workbench.keys import APP, HELP, Key
from factcheck.workbench.screens.base import KeyedModal


class HelpScreen(KeyedModal[None]):
    """Every key of a screen with what it does, and what the signs mean."""

    TABLE = HELP
    FRAME = "help"

    def __init__(self, table: Sequence[Key]) -> None:
        super().__init__()
        self._table = (*table, *APP)

    def body(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(can_focus=False):
            yield Static(self._words())

    def _words(self) -> Content:
        lines = []
        table = in_force(self._table, self.app)
        for group in dict.fromkeys(key.group for key in table):
            lines.append(Content.styled(group, "bold"))
            lines += [_key_line(key) for key in table if key.group == group]
            lines.append(Content(""))
        lines.append(Content.styled("Signs", "bold"))
        lines += [Content.styled(f"  {s.sign:<11}", f"$is-{s}") + Content(s.row.meaning) for s in Standing]
        lines.append(Content.styled("  ⚑          ", "$flag") + Content("an open flag: places that do not agree, or one that needs a look"))
        lines.append(Content("  ? + …      a question to the author, evidence, a note"))
        return Content("\n").join(lines)

    def action_move(self, by: int) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 8, animate=False)


def _key_line(key: Key) -> Content:
    return Content.styled(f"  {key.shown:<11}", "bold $primary") + Content(key.help)
