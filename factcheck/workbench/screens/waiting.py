"""Something that takes a while is done to a case in sight of the reviewer, who can stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from factcheck.model import one_line
from factcheck.pipeline import OnProgress
from factcheck.workbench.keys import WAIT
from factcheck.workbench.screens.base import KeyedModal


class StoppedError(Exception):
    """Nobody waits for it any more."""


class WaitingScreen(KeyedModal[Any]):
    """Gives what the work came to; why it could not be done; or None when it was stopped."""

    TABLE = WAIT

    class Progressed(Message):
        """It has come a step further."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Arrived(Message):
        """It is done, or cannot be."""

        def __init__(self, result: object) -> None:
            super().__init__()
            self.result = result

    def __init__(self, title: str, work: Callable[[OnProgress], object]) -> None:
        """`work` is done in a thread; what it is given is told each step, and ends the work once nobody waits for it."""
        super().__init__(title)
        self._do = work
        self._stopped = False

    def body(self) -> ComposeResult:
        """How far it is."""
        yield Static("", id="step")

    def on_mount(self) -> None:
        """Begin, in a thread that keeps nobody from leaving."""
        threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        try:
            result: object = self._do(self._tell)
        except StoppedError:
            return
        except Exception as error:  # noqa: BLE001 - whoever waits for it must be told, whatever went wrong
            result = str(error) or repr(error)
        self.post_message(self.Arrived(result))

    def _tell(self, words: str) -> None:
        if self._stopped:
            raise StoppedError
        self.post_message(self.Progressed(words))

    def on_waiting_screen_progressed(self, message: Progressed) -> None:
        """Say how far it is."""
        self.query_one("#step", Static).update(Content(f"{one_line(message.words)}…"))

    def on_waiting_screen_arrived(self, message: Arrived) -> None:
        """Close with what came of it."""
        if not self._stopped:
            self.dismiss(message.result)

    def action_stop(self) -> None:
        """Stop; nothing of it is kept."""
        self._stopped = True
        self.dismiss(None)
