"""The program in a real terminal: opened, decided in, killed, opened again."""

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
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile
from tests.builders import ferry_case

PATIENCE = 60.0
"""Seconds until a screen that does not come is given up on; a machine may be busy."""


class Terminal:
    """A program in a pseudo-terminal of 80 columns by 24 lines."""

    def __init__(self, folder: Path, *args: str, reviewer: str = "Ada") -> None:
        self.controller, worker = pty.openpty()
        fcntl.ioctl(worker, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        env = os.environ | {
            "TERM": "xterm-256color",
            "FACTCHECK_STATE": str(folder / "state"),
            "FACTCHECK_REVIEWER": reviewer,
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", *args],
            cwd=folder,
            stdin=worker,
            stdout=worker,
            stderr=worker,
            env=env,
            start_new_session=True,
        )
        os.close(worker)
        self.seen = b""

    def press(self, keys: str) -> None:
        os.write(self.controller, keys.encode())

    def wait_for(self, words: str) -> None:
        """Until the words have been written to the screen since the last wait."""
        end = time.monotonic() + PATIENCE
        while words.encode() not in self.seen:
            assert time.monotonic() < end, f"{words!r} never came; the screen said {self.seen[-2000:]!r}"
            if select.select([self.controller], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.controller, 65536)
                except OSError:
                    raise AssertionError(f"the program ended before {words!r} came: {self.seen[-2000:]!r}") from None
        self.seen = b""

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        if self.process.poll() is None:
            self.kill()
        os.close(self.controller)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "claims" / "ferry.toml"
    path.parent.mkdir()
    CaseFile.create(path, ferry_case())
    return path


@pytest.fixture
def terminal(tmp_path: Path, case: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path, "review", str(case))
    opened.wait_for("0 of 10")
    yield opened
    opened.close()


def verdicts(case: Path) -> list[str]:
    claims = tomllib.loads(case.read_text("utf-8"))["claims"]
    return [review["verdict"] for claim in claims for review in claim.get("reviews", ())]


def test_a_decision_survives_being_killed_right_after_it_shows(terminal: Terminal, case: Path) -> None:
    terminal.press("v")
    terminal.wait_for("1 of 10")
    terminal.kill()
    assert verdicts(case) == ["verified"]


def test_keys_typed_ahead_are_each_on_disk_before_the_next_is_read(terminal: Terminal, case: Path) -> None:
    terminal.press("vdxuo")
    terminal.wait_for("5 of 10")
    terminal.kill()
    assert sorted(verdicts(case)) == ["disputed", "false", "opinion", "unverifiable", "verified"]


def test_leaving_asks_nothing_and_loses_nothing(terminal: Terminal, case: Path) -> None:
    terminal.press("v")
    terminal.wait_for("1 of 10")
    terminal.press("q")
    assert terminal.process.wait(PATIENCE) == 0
    assert verdicts(case) == ["verified"]


def test_an_article_is_split_and_opened_in_one_go(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Mayor leaves town\n\nThe mayor left on Tuesday. Nobody saw him go.\n", encoding="utf-8")
    terminal = Terminal(tmp_path, "review", "story.txt")
    terminal.wait_for("0 of")
    terminal.close()
    assert (tmp_path / "claims" / "story.toml").exists()


class TestWhoIsCalledAsTheMachineIs:
    @pytest.fixture(autouse=True)
    def machine(self, tmp_path: Path) -> None:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
        subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "runner"], check=True)

    def test_is_asked_for_a_name_once(self, tmp_path: Path, case: Path) -> None:
        for asked in (True, False):
            terminal = Terminal(tmp_path, "review", str(case), reviewer="")
            if asked:
                terminal.wait_for("Your name [runner]: ")
                terminal.press("Ada Obi\n")
            terminal.wait_for("0 of 10" if asked else "1 of 10")
            terminal.press("v")
            terminal.wait_for("1 of 10" if asked else "2 of 10")
            terminal.press("q")
            assert terminal.process.wait(PATIENCE) == 0
            terminal.close()
        assert 'by = "Ada Obi"' in case.read_text("utf-8")
        assert 'by = "runner"' not in case.read_text("utf-8")

    def test_may_keep_that_name_and_is_not_asked_again(self, tmp_path: Path, case: Path) -> None:
        terminal = Terminal(tmp_path, "review", str(case), reviewer="")
        terminal.wait_for("Your name [runner]: ")
        terminal.press("\n")
        terminal.wait_for("0 of 10")
        terminal.close()
        assert tomllib.loads((tmp_path / "config" / "factcheck" / "factcheck.toml").read_text()) == {"reviewer": "runner"}

    def test_is_not_asked_without_a_terminal(self, tmp_path: Path, case: Path) -> None:
        env = os.environ | {"FACTCHECK_REVIEWER": "", "XDG_CONFIG_HOME": str(tmp_path / "config")}
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "review", str(case)],
            cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert done.returncode == 0
        assert "Your name" not in done.stdout + done.stderr
        assert not (tmp_path / "config").exists()


def test_plain_factcheck_lists_the_cases(tmp_path: Path, case: Path) -> None:
    assert case.exists()
    terminal = Terminal(tmp_path)
    terminal.wait_for("Harbour ferry")
    terminal.press("q")
    assert terminal.process.wait(PATIENCE) == 0
    terminal.close()


def test_a_fault_of_the_program_is_one_sentence_and_no_traceback(tmp_path: Path, case: Path) -> None:
    """The fault is made by taking away something that the screen needs; what was seen of it is kept in a file for a report."""
    broken = "import factcheck.workbench.screens.review as r; r.ReviewScreen.show = None"
    code = f"import sys; {broken}; sys.argv = ['factcheck', 'review', {str(case)!r}]; from factcheck.cli import main; main()"
    controller, worker = pty.openpty()
    env = os.environ | {"TERM": "xterm-256color", "FACTCHECK_STATE": str(tmp_path / "state"), "FACTCHECK_REVIEWER": "Ada"}
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=worker, stdout=worker, stderr=subprocess.PIPE, env=env, timeout=PATIENCE, check=False
    )
    os.close(worker)
    os.close(controller)
    said = done.stderr.decode()
    assert done.returncode == 2
    assert "an error of the program itself" in said
    assert "Traceback" not in said
