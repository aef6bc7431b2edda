"""The terminal that the workbench runs in, and its end: a window that was closed, a connection that broke, a program told to stop."""

from __future__ import annotations

import signal
import sys
import termios
from contextlib import suppress
from threading import Event, Thread
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from factcheck.workbench.keymap import Keymap
from factcheck.workbench.messages import Ended

LOOKS_EVERY = 0.5
"""Seconds between two looks at whether the terminal is still there; a look asks the system for its settings, nothing else."""


class Terminal(LinuxDriver):
    """Textual's own, which tells the app when there is nobody left to read the screen or to type.

    Textual's own would read an input that has ended over and over, and wait for ever to paint a screen that is gone.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._file: Any = Outlet(sys.__stderr__)
        self._left = Event()
        self._looks = False

    def start_application_mode(self) -> None:
        """Begin to paint and to read, and to look whether the terminal is there."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own
        if self._looks:
            return  # back from having been suspended
        self._looks = True
        for one in (signal.SIGHUP, signal.SIGTERM):
            if signal.getsignal(one) is signal.SIG_DFL:  # what somebody has seen to otherwise, as nohup does, stays so
                self._loop.add_signal_handler(one, self._app.post_message, Ended())
        if self.input_tty:
            Thread(target=self._look, daemon=True, name="terminal").start()

    def close(self) -> None:
        """Look no more, and heed no signal more."""
        self._left.set()
        super().close()
        for one in (signal.SIGTSTP, signal.SIGCONT):
            signal.signal(one, signal.SIG_DFL)

    def _sigcont_application(self, *_: object) -> None:
        """Go on, where the app was suspended. The system says so at the end of a terminal too, when there is nothing to go on with."""
        if self._must_signal_resume:
            super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Read keys until the app ends, or until there is nothing left to read from."""
        try:
            super().run_input_thread()
        except OSError:
            self._gone()

    def process_message(self, message: Message) -> None:
        """Pass a key on. Escape and the key after it, so fast that the terminal (tmux, say) sends them as one, are those two again."""
        changed: Keymap = getattr(self._app, "keymap", {})
        if isinstance(message, Key) and message.key.startswith("alt+") and not any(message.key in keys for keys in changed.values()):
            super().process_message(Key("escape", "\x1b"))
            message = Key(message.key.removeprefix("alt+"), message.character)
        super().process_message(message)

    def _look(self) -> None:
        while not self._left.wait(LOOKS_EVERY):
            try:
                termios.tcgetattr(self.fileno)
            except (termios.error, ValueError):
                self._gone()
                return

    def _gone(self) -> None:
        self.exit_event.set()  # whoever reads keys stops
        with suppress(RuntimeError):  # the app has ended meanwhile
            self._loop.call_soon_threadsafe(self._app.post_message, Ended())


class Outlet:
    """Where the screen is written to. What cannot be written is let go: there is nobody to see it."""

    def __init__(self, file: IO[str] | None) -> None:
        self._there = file if file is not None else sys.stderr

    def write(self, text: str) -> None:
        """Write, or not."""
        with suppress(OSError, ValueError):
            self._there.write(text)

    def flush(self) -> None:
        """Have written what can be written."""
        with suppress(OSError, ValueError):
            self._there.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._there.fileno()
