"""The form that an article is opened by: its path, or its text, pasted."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from factcheck.model import one_line
from factcheck.pipeline import ArticleSource, Pasted
from factcheck.workbench.keymap import sign
from factcheck.workbench.screens.forms import Form
from factcheck.workbench.widgets.fields import Field


class SourceField(Field):
    """A line for a path. A paste of several lines is no path: it is kept to the letter in `pasted`, and typing forgets it."""

    pasted: str | None = None

    @property
    def entered(self) -> Hashable:
        """What stands in it, and what was pasted."""
        return self.value, self.pasted

    def enter(self, entered: Hashable) -> None:
        """Put both there again."""
        if isinstance(entered, tuple):
            self.value, self.pasted = entered
            self.cursor_position = len(self.value)
            self.post_message(self.Changed(self, self.value))

    def _on_paste(self, event: events.Paste) -> None:
        if len(event.text.strip().splitlines()) > 1:
            event.prevent_default()
            event.stop()
            self.value = ""
            self.pasted = event.text
            self.post_message(self.Changed(self, ""))
        else:
            super()._on_paste(event)


class ArticleForm(Form[ArticleSource]):
    """Gives where an article is, or the text of one, which is what begins pasted."""

    def __init__(self, pasted: str = "", *, title: str = "Open an article", path: str = "") -> None:
        super().__init__(title, "")
        self._pasted = pasted
        self._path = path

    def fields(self) -> Iterator[Widget]:
        """One field, and what was pasted into it."""
        yield SourceField(
            self._path, placeholder="path or web address of an article, path of a case file, clipboard:, or a paste", id="source"
        )
        yield Static("", id="pasted")

    def on_mount(self) -> None:
        """Take in what was pasted on the screen below; a path that is there already gives way to what is typed."""
        self.query_one(SourceField).action_select_all()
        if self._pasted:
            self.query_one(SourceField).post_message(events.Paste(self._pasted))

    def on_input_changed(self) -> None:
        """Say what was pasted, until something is typed."""
        field = self.query_one(SourceField)
        if field.value:
            field.pasted = None
        words = ""
        if field.pasted is not None:
            count = len(field.pasted.split())
            words = f"{count:,} words pasted: “{one_line(field.pasted.strip(), 300)}”; {sign('form.save', self.app)} splits them."
        self.query_one("#pasted", Static).update(Content(words))

    def result(self) -> ArticleSource | None:
        """Where the article is, or its text."""
        field = self.query_one(SourceField)
        if field.pasted is not None:
            return Pasted(field.pasted)
        named = field.value.strip()
        return (str(Path(named).expanduser()) if named.startswith("~") else named) or None
