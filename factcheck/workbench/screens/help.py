"""The help screen, made from the table of keys."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.model import Standing
from factcheck.workbench.keymap import in_force
from factcheck.workbench.keys import APP, HELP, Key
from factcheck.workbench.matching import fitting
from factcheck.workbench.palette import names_of
from factcheck.workbench.screens.base import FilteredModal
from factcheck.workbench.widgets.fields import FilterField

_KEYS = 13
"""Cells of a key before what it does."""
_NARROWEST = 24
"""Cells that are taken for what a key does, however narrow the screen is."""


class HelpScreen(FilteredModal[None]):
    """Every key of a screen with what it does, and what the signs mean."""

    TABLE = HELP
    FRAME = "help"

    def __init__(self, table: Sequence[Key]) -> None:
        super().__init__()
        self._table = (*table, *APP)

    def body(self) -> ComposeResult:
        """What is typed, and the text that it leaves, which scrolls."""
        yield FilterField("type to find a key", self.TABLE)
        with VerticalScroll(can_focus=False):
            yield Static(id="words")

    def on_mount(self) -> None:
        """Be ready for the very next key."""
        self.set_focus(self.query_one(FilterField))
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.call_after_refresh(self._show)

    def on_input_changed(self) -> None:
        """Leave the keys that fit what is typed."""
        self._show()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _show(self) -> None:
        self.query_one("#words", Static).update(self._words())

    def _words(self) -> Content:
        typed = self.query_one(FilterField).value.strip()
        table = in_force(self._table, self.app)
        if typed:
            found = fitting(typed, ((key, (key.sign, *names_of(key))) for key in table))
            return Content("\n").join(self._key_lines(found) or [Content("Nothing fits these letters.")])
        lines = []
        for group in dict.fromkeys(key.group for key in table):
            lines.append(Content.styled(group, "bold"))
            lines += self._key_lines([key for key in table if key.group == group])
            lines.append(Content(""))
        lines.append(Content.styled("Signs", "bold"))
        lines += [Content.styled(f"  {s.sign:<11}", f"$is-{s}") + Content(s.row.meaning) for s in Standing]
        lines.append(Content.styled("  ⚑          ", "$flag") + Content("an open flag: places that do not agree, or one that needs a look"))
        lines.append(Content("  ? + …      a question to the author, evidence, a note"))
        return Content("\n").join(lines)

    def action_move(self, by: int) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 8, animate=False)

    def _key_lines(self, keys: Sequence[Key]) -> list[Content]:
        """A line for each thing that keys do, of several keys that do one thing the first and the last."""
        lines = []
        for help_words in dict.fromkeys(key.help for key in keys):
            same = [key for key in keys if key.help == help_words]
            shown = same[0].shown if len(same) == 1 else f"{same[0].sign}…{same[-1].sign}"
            lines.append(Content.styled(f"  {shown:<11}", "bold $primary") + self._hung(help_words))
        return lines

    def _hung(self, words: str) -> Content:
        """What is told of a key, clear of the key in each row."""
        scroll = self.query_one(VerticalScroll)
        width = scroll.size.width - scroll.styles.scrollbar_size_vertical
        return Content(f"\n{' ' * _KEYS}".join(textwrap.wrap(words, max(width - _KEYS, _NARROWEST))))
