"""What every screen of the workbench is: its table of keys, what it shows above the bar of them, help on them, and a way out."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import ScreenResume, ScreenSuspend
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from factcheck.model import one_line
from factcheck.workbench.keys import Key, bindings
from factcheck.workbench.widgets.bars import KeyBar
from factcheck.workbench.widgets.fields import Field, read_all

Result = TypeVar("Result")


class KeyedScreen(Screen[Result]):
    """A screen that gives a result when it is closed.

    A class of its own states its `TABLE` of keys and its `body`, and has an action for each key whose action is not here.
    """

    TABLE: ClassVar[tuple[Key, ...]]

    def __init_subclass__(cls, **options: Any) -> None:
        """Bind the keys of the table."""
        if "TABLE" in cls.__dict__:
            cls.BINDINGS = bindings(cls.TABLE)
        super().__init_subclass__(**options)

    def compose(self) -> ComposeResult:
        """What the screen shows, and the bar of its keys."""
        yield from self.body()
        yield KeyBar(self.TABLE, id="keys")

    def body(self) -> ComposeResult:
        """What the screen shows above the bar of its keys."""
        raise NotImplementedError

    @on(ScreenSuspend)
    def _hide_keys(self) -> None:
        """Its keys do nothing while another screen is above it, so that they are not in sight beside that."""
        self.query(KeyBar).set(visible=False)

    @on(ScreenResume)
    def _show_keys_again(self) -> None:
        """They do again."""
        self.query(KeyBar).set(visible=True)

    def tell(self, words: str) -> None:
        """Say words about what was just done, where the screen has a line for that."""

    async def action_help(self) -> None:
        """Every key."""
        from factcheck.workbench.screens.help import HelpScreen

        await self.app.push_screen(HelpScreen(self.TABLE))

    async def action_close(self) -> None:
        """Back, with no result."""
        self.dismiss(None)


class KeyedModal(KeyedScreen[Result], ModalScreen[Result]):
    """The same in a frame above the screen that it belongs to, under a title if it has one."""

    FRAME: ClassVar[str] = "form"
    """The class that the frame has in the style sheet."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The frame with all that is in it."""
        with Vertical(classes=self.FRAME):
            if self._title:
                yield Static(Content(one_line(self._title)), classes="form-title")
            yield from super().compose()


class FilteredModal(KeyedModal[Result]):
    """A frame with lines that fit what is typed: a class of its own has a `Field` for that, and moves among the lines."""

    def action_move(self, by: int) -> None:
        """Move among the lines."""
        raise NotImplementedError

    async def action_move_first(self, by: int) -> None:
        """Move by a letter, as long as nothing is typed; from then on the letter is typed, too."""
        await read_all(self)
        if self.query_one(Field).value:
            raise SkipAction
        self.action_move(by)
