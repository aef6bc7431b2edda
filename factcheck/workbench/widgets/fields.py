"""Fields of forms: a line of text that a paste cannot break, and a choice made by one key."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from factcheck.model import one_line
from factcheck.model.names import unaccented
from factcheck.workbench.keymap import in_force
from factcheck.workbench.keys import Key

Value = TypeVar("Value")


class Field(Input):
    """A line of text. What is pasted is run together on one line, with nothing in it that a terminal would obey."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(one_line(value), placeholder=placeholder, id=id, compact=True, select_on_focus=False)

    @property
    def entered(self) -> Hashable:
        """What stands in it."""
        return self.value

    def enter(self, entered: Hashable) -> None:
        """Put what stood in it before there again."""
        self.value = str(entered)
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if event.text:
            start, end = self.selection
            self.replace(one_line(event.text), *sorted((start, end)))


class Area(TextArea):
    """Words that may take several rows; a line break is a space. What is typed comes in their place (`over`), or behind them."""

    def __init__(self, value: str, *, over: bool, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        self._over = over
        super().__init__(one_line(value), id=id, compact=True, soft_wrap=True, highlight_cursor_line=False)

    @property
    def value(self) -> str:
        """The words on one line."""
        return one_line(self.text)

    @property
    def entered(self) -> Hashable:
        """The words on one line."""
        return self.value

    def enter(self, entered: Hashable) -> None:
        """Put what stood in it before there again."""
        self.load_text(str(entered))
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """Be ready for what is typed."""
        if self._over:
            self.select_all()
        else:
            self.move_cursor(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(one_line(event.text), *self.selection)


class FilterField(Field):
    """A line that leaves the lines that fit it. The keys of its screen stay keys; all other signs are typed."""

    def __init__(self, placeholder: str, table: Sequence[Key]) -> None:
        super().__init__(placeholder=placeholder, id="text")
        self._table = table

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is typed."""
        keys = {name for entry in in_force(self._table, self.app) for name in entry.keys}
        return key not in keys and super().check_consume_key(key, character)


async def read_all(screen: Screen[Any], *fields: Widget) -> None:
    """Wait until the fields, and the one that has the keys, have read those that were sent to them, and the screen what came of them."""
    for reader in (*fields, screen.focused, screen):
        if reader is not None and reader.is_running:
            read = asyncio.Event()
            reader.call_later(read.set)
            await read.wait()


class KnownField(Field):
    """A line of text that offers, from the third letter on, what was written there before; the down key takes it."""

    def __init__(self, known: Sequence[str], value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder=placeholder, id=id)
        self._known = known

    @property
    def offered(self) -> str | None:
        """The newest of what was written before that holds what is typed now, and is not just that."""
        typed = self.value.strip().lower()
        if len(typed) < FEWEST_LETTERS:
            return None
        return next((known for known in self._known if typed in known.lower() and known != self.value), None)

    def on_key(self, event: events.Key) -> None:
        """Take what is offered."""
        if event.key == "down" and self.offered:
            self.value = one_line(self.offered)
            self.cursor_position = len(self.value)
            event.stop()


class MentionField(Field):
    """A line of text in which somebody is meant by an @ and what stands behind it: that is offered, and the down key takes it."""

    MENTION = re.compile(r"(?<!\w)@([\w.'’\-]*)$")
    """What is typed of one so far: takes "ask @be", "@"; refuses "ada@be"."""

    handles: Sequence[str] = ()
    """What may stand behind an @."""

    @property
    def offered(self) -> list[str]:
        """What begins like that which is typed before the cursor, and is not just that, whatever its case and accents."""
        found = self.MENTION.search(self.value[: self.cursor_position])
        typed = unaccented(found[1]) if found else None
        return [one for one in self.handles if typed is not None and unaccented(one).startswith(typed) and one != (found and found[1])]

    def on_key(self, event: events.Key) -> None:
        """Take the first that is offered, with a space behind it."""
        if event.key == "down" and (offered := self.offered):
            before, after = self.value[: self.cursor_position], self.value[self.cursor_position :]
            taken = self.MENTION.sub(lambda _: f"@{offered[0]} ", before)
            self.value = f"{taken}{after.lstrip(' ')}"
            self.cursor_position = len(taken)
            event.stop()


FEWEST_LETTERS = 3
"""Letters from which on a field offers what was written before."""


class Choice(Widget, Generic[Value], can_focus=True):
    """One of a few values, chosen by its letter or by the arrows."""

    def __init__(self, choices: Sequence[tuple[str, str, Value]], *, id: str | None = None, value: Value | None = None) -> None:  # noqa: A002
        """`choices` are (letter, words, value); `value` is the one to begin with, if not the first."""
        super().__init__(id=id)
        self._choices = list(choices)
        self._at = next((i for i, choice in enumerate(self._choices) if choice[2] == value), 0)

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._choices[self._at][2]

    @property
    def entered(self) -> Hashable:
        """Which one is chosen, by its letter."""
        return self._choices[self._at][0]

    def enter(self, entered: Hashable) -> None:
        """Choose one by its letter."""
        self._at = [letter for letter, _words, _value in self._choices].index(str(entered))
        self.refresh()

    def render(self) -> Content:
        """The choices in a row, the chosen one reversed."""
        pieces = []
        for i, (letter, words, _value) in enumerate(self._choices):
            pieces.append(Content.styled(f" {letter} {words} ", "reverse" if i == self._at else ""))
        return Content(" ").join(pieces)

    def on_key(self, event: events.Key) -> None:
        """Choose by letter, or step with the arrows."""
        letters = [letter for letter, _words, _value in self._choices]
        if event.key in letters:
            self._at = letters.index(event.key)
        elif event.key in ("left", "right"):
            self._at = (self._at + (1 if event.key == "right" else -1)) % len(letters)
        else:
            return
        event.stop()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose what is under the mouse."""
        at = 0
        for i, (letter, words, _value) in enumerate(self._choices):
            at += len(letter) + len(words) + 4
            if event.x < at:
                self._at = i
                self.refresh()
                return
