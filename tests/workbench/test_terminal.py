"""A terminal that goes away under the workbench: it saves, ends by itself, and leaves nothing running."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.drivers.linux_driver import LinuxDriver

from factcheck.casefile import load
from factcheck.workbench.terminal import Terminal

ENDS_WITHIN = 20
"""Seconds; one look at the terminal and a save, on a machine that has much else to do."""

CODE = "import sys; from factcheck.cli import app; app(['review', sys.argv[1], '--reviewer', 'Ann'])"


class Window:
    """A terminal with the workbench in it. `tied` is whether the system tells the program by a signal when it goes away."""

    def __init__(self, path: Path, state: Path, *, tied: bool) -> None:
        self.path = path
        self.terminal, there = pty.openpty()
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

        def begin() -> None:
            os.setsid()
            signal.signal(signal.SIGHUP, signal.SIG_DFL if tied else signal.SIG_IGN)  # also where the tests run under nohup
            if tied:
                fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [sys.executable, "-c", CODE, str(path)], stdin=there, stdout=there, stderr=subprocess.STDOUT, preexec_fn=begin,
            env=os.environ | {"TERM": "xterm-256color", "FACTCHECK_STATE": str(state)},
        )  # fmt: skip
        os.close(there)
        self.seen = b""

    def until(self, words: bytes, seconds: float = 60) -> None:
        """Read what is painted until some of it has been."""
        end = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < end, self.seen[-300:]
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.seen += os.read(self.terminal, 1 << 16)

    def press(self, keys: str) -> None:
        os.write(self.terminal, keys.encode())

    def decided(self) -> int:
        return sum(bool(claim.reviews) for claim in load(self.path).claims)


@pytest.fixture(params=[True, False], ids=["told", "not told"])
def window(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Window]:
    window = Window(path, tmp_path / "state", tied=request.param)
    window.until(b"0 of 10 decided")
    yield window
    window.process.kill()
    window.process.wait()


def test_a_window_that_is_closed_ends_the_program(window: Window) -> None:
    """What was decided is on disk; nothing stays behind that reads an ended input over and over."""
    window.press("x")
    window.until(b"1 of 10")
    os.close(window.terminal)
    assert window.process.wait(ENDS_WITHIN) == 0
    assert window.decided() == 1


@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_does_first_what_was_typed(path: Path, tmp_path: Path, which: signal.Signals) -> None:
    """And gives the terminal back as it was."""
    window = Window(path, tmp_path / "state", tied=True)
    window.until(b"0 of 10 decided")
    window.press("x")
    window.until(b"1 of 10")
    window.press("x" * 4)
    window.process.send_signal(which)
    window.until(b"\x1b[?1049l", ENDS_WITHIN)
    assert window.process.wait(ENDS_WITHIN) == 0
    assert window.decided() == 5
    os.close(window.terminal)


def test_escape_and_the_next_key_in_one_go_are_two_keys(path: Path, tmp_path: Path) -> None:
    """As tmux sends them when they are typed fast: the form is left, with a draft, and the key after goes to the review."""
    window = Window(path, tmp_path / "state", tied=True)
    window.until(b"number 1")
    window.press("n")
    window.until(b"Note")
    window.press("half a thought\x1bj")
    window.until(b"number 2", ENDS_WITHIN)
    window.press("q")
    window.until(b"\x1b[?1049l", ENDS_WITHIN)
    assert window.process.wait(ENDS_WITHIN) == 0
    assert window.decided() == 0
    os.close(window.terminal)


def test_what_was_being_written_is_there_in_the_next_window(window: Window, path: Path, tmp_path: Path) -> None:
    """The form that stood open when the window was closed begins with it."""
    window.press("n")
    window.until(b"Note")
    window.press("rang them twice")
    window.until(b"twice")
    os.close(window.terminal)
    assert window.process.wait(ENDS_WITHIN) == 0
    again = Window(path, tmp_path / "state", tied=True)
    again.until(b"number 1")
    again.press("n")
    again.until(b"rang them twice", ENDS_WITHIN)
    again.press("\r")
    again.until(b"Note on", ENDS_WITHIN)
    again.process.terminate()
    again.until(b"\x1b[?1049l", ENDS_WITHIN)
    assert again.process.wait(ENDS_WITHIN) == 0
    assert [review.note for claim in load(path).claims for review in claim.reviews] == ["rang them twice"]
    assert not (tmp_path / "state" / "drafts.json").exists()
    os.close(again.terminal)


def test_a_program_that_was_not_suspended_begins_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end of a terminal the system tells a program to go on, as after it was suspended: who begins to read then never ends."""
    begun: list[bool] = []
    monkeypatch.setattr(LinuxDriver, "_sigcont_application", lambda _driver, *_: begun.append(True))
    driver = Terminal.__new__(Terminal)
    for suspended in (False, True):
        driver._must_signal_resume = suspended
        driver._sigcont_application(signal.SIGCONT, None)
        assert begun == [True] * suspended
