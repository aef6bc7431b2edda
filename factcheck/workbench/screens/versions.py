"""A new version of the article is read, split and matched with the case, in sight of the reviewer, who can stop it."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck import pipeline
from factcheck.model import Case, one_line
from factcheck.workbench.keys import WAIT, bindings
from factcheck.workbench.widgets.bars import KeyBar

if TYPE_CHECKING:
    from factcheck.casefile import Updated


class _StoppedError(Exception):
    """Nobody waits for it any more."""


class VersionScreen(ModalScreen["Updated | str | None"]):
    """Gives what became of the claims, with the flags of the new version; why that cannot be told; or None when it was stopped."""

    TABLE = WAIT
    BINDINGS = bindings(TABLE)

    class Progressed(Message):
        """It has come a step further."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Arrived(Message):
        """It is done, or cannot be."""

        def __init__(self, result: Updated | str) -> None:
            super().__init__()
            self.result = result

    def __init__(self, case: Case, source: pipeline.ArticleSource) -> None:
        super().__init__()
        self._case = case
        self._source = source
        self._stopped = False

    def compose(self) -> ComposeResult:
        """What is being done, and the key that stops it."""
        with Vertical(classes="form"):
            yield Static("A new version of the article", classes="form-title")
            yield Static("", id="step")
            yield KeyBar(WAIT)

    def on_mount(self) -> None:
        """Begin, in a thread that keeps nobody from leaving."""
        threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        try:
            self._tell("Reading the article")
            update = pipeline.new_version(self._case, pipeline.read_article(self._source), self._tell)
            self._tell("Looking for contradictions")
            self.post_message(self.Arrived(replace(update, case=pipeline.with_flags(update.case))))
        except _StoppedError:
            return
        except Exception as error:  # noqa: BLE001 - whoever waits for it must be told, whatever went wrong
            self.post_message(self.Arrived(str(error) or repr(error)))

    def _tell(self, words: str) -> None:
        if self._stopped:
            raise _StoppedError
        self.post_message(self.Progressed(words))

    def on_version_screen_progressed(self, message: Progressed) -> None:
        """Say how far it is."""
        self.query_one("#step", Static).update(Content(f"{one_line(message.words)}…"))

    def on_version_screen_arrived(self, message: Arrived) -> None:
        """Close with what came of it."""
        if not self._stopped:
            self.dismiss(message.result)

    def action_stop(self) -> None:
        """Stop; nothing of it is kept."""
        self._stopped = True
        self.dismiss(None)
