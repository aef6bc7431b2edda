"""What is gone to while it is typed: a search, or a claim by its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from factcheck.model import one_line
from factcheck.workbench.keys import LIVE
from factcheck.workbench.screens.forms import Form
from factcheck.workbench.widgets.fields import Field, read_all


class LiveForm(Form[str]):
    """One field below the case, which follows what is typed. `follow` goes there and says what it found; `step` goes on from there.

    Gives what was typed, or None when the reviewer goes back to where they were.
    """

    TABLE = LIVE
    FRAME = "form live"

    def __init__(self, title: str, value: str, follow: Callable[[str], str], step: Callable[[int], str]) -> None:
        super().__init__(title, "")
        self._value = value
        self._follow = follow
        self._step = step

    def fields(self) -> Iterator[Widget]:
        """The field."""
        yield Field(self._value, id="text")

    def on_mount(self) -> None:
        """Be ready for the very next key; what was typed the last time gives way to it."""
        self.query_one(Field).action_select_all()
        self.set_focus(self.query_one(Field))

    def result(self) -> str | None:
        """What was typed."""
        return self.query_one(Field).value.strip()

    def on_input_changed(self) -> None:
        """Go where the words lead."""
        self._tell(self._follow(self.query_one(Field).value))

    async def action_step(self, by: int) -> None:
        """On to the next, or back."""
        await read_all(self)
        self._tell(self._step(by))

    def _tell(self, words: str) -> None:
        self.query_one(".form-trouble", Static).update(Content(one_line(words)))
