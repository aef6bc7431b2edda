"""The workbench as a Textual app: its screens, its themes, and how it is left."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from pathlib import Path

from textual import constants
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from factcheck.model import Reader
from factcheck.pipeline import now
from factcheck.workbench.drafts import Drafts
from factcheck.workbench.keymap import Keymap
from factcheck.workbench.keys import APP, bindings
from factcheck.workbench.palette import KeyCommands
from factcheck.workbench.preferences import prefer, preferences
from factcheck.workbench.screens.base import KeyedScreen
from factcheck.workbench.screens.case import Openable
from factcheck.workbench.screens.forms import Form
from factcheck.workbench.screens.help import HelpScreen
from factcheck.workbench.screens.review import ReviewScreen
from factcheck.workbench.session import Clock
from factcheck.workbench.themes import DEFAULTS, THEMES


class Workbench(App[None], inherit_bindings=False):
    """Opens on one case (`opened`), or on the list of the cases in `folder`. `keymap` holds the keys that a person has changed."""

    TITLE = "Factcheck"
    CSS_PATH = "workbench.tcss"
    BINDINGS = bindings(APP)
    COMMANDS = {KeyCommands}  # noqa: RUF012 - declared so by Textual
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        reader: Reader,
        *,
        opened: Openable | None = None,
        folder: Path | None = None,
        keymap: Keymap | None = None,
        clock: Clock = now,
    ) -> None:
        super().__init__()
        self.keymap = keymap or {}
        self.drafts = Drafts()
        self.set_keymap({name: ",".join(keys) for name, keys in self.keymap.items()})
        self._reader = reader
        self._opened = opened
        self._folder = folder
        self._clock = clock
        for theme in THEMES:
            self.register_theme(theme)
        kept = preferences().theme
        # set so, the style sheet is not read a second time right after the first
        self.set_reactive(App.theme, kept if kept in {theme.name for theme in THEMES} else THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for the themes that do not have the workbench's own."""
        return DEFAULTS

    def get_default_screen(self) -> Screen[None]:
        """The review of the case, or the list of cases."""
        if self._opened is not None:
            return ReviewScreen(self._opened, self._reader, self._clock)
        from factcheck.workbench.screens.home import HomeScreen

        return HomeScreen(self._folder or Path(), self._reader, self._clock)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual gives it
        """Nothing beside the table of keys."""
        return ()

    async def action_switch_theme(self) -> None:
        """The next of dark, light and high contrast, now and when the workbench is opened again."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names) if self.theme in names else 0]
        await asyncio.to_thread(prefer, theme=self.theme)

    async def action_help_here(self) -> None:
        """Help for the screen that is shown, where it has any."""
        if isinstance(self.screen, KeyedScreen) and not isinstance(self.screen, HelpScreen):
            await self.screen.action_help()

    async def action_leave(self) -> None:
        """Leave the program; only decisions that could not be saved hold the reviewer back, once."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen) and not await screen.prepare_to_leave():
                return
        self.exit()

    def get_driver_class(self) -> type[Driver]:
        """Textual's own; where that paints a terminal by itself, one that tells when the terminal is gone."""
        found = super().get_driver_class()
        if sys.platform == "win32" or constants.DRIVER is not None:
            return found
        from factcheck.workbench.terminal import Terminal

        return Terminal

    async def on_ended(self) -> None:
        """Save what is not saved yet, and end: nobody is left to be asked. It comes after all keys that were typed before."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                await screen.prepare_to_leave()
            elif isinstance(screen, Form):
                await screen.keep_draft()
        await asyncio.to_thread(self.drafts.leave)
        self.exit()

    def start(self) -> None:
        """Run until the person leaves. A fault of the program is raised to the caller, and printed over nobody's screen."""
        self.run()
        if self._exception is not None:
            raise self._exception

    def _fatal_error(self) -> None:
        """In place of Textual's own, which prints a traceback with the article's text in it."""
        self._close_messages_no_wait()
