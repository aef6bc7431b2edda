"""Commands as a person gives them, run in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from factcheck import cli

Run = Callable[..., tuple[int, str, str]]
"""Gives a command by its words; its exit code and what it printed on both streams."""


def commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reviewer: str = "Ada") -> Run:
    """What runs the command in the words given to it, for a reviewer."""
    monkeypatch.setenv("FACTCHECK_REVIEWER", reviewer)

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert isinstance(left.value.code, int)
        said = capsys.readouterr()
        return left.value.code, said.out, said.err

    return run
