"""Commands as a person gives them, run in this process: the language model is loaded once for all of them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from factcheck import cli

Run = Callable[..., tuple[int, str, str]]
"""Gives a command by its words; its exit code and what it printed on both streams."""


def commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reviewer: str = "Ada") -> Run:
    """What runs the command in the words given to it, for a reviewer who sits at no terminal."""
    monkeypatch.setenv("FACTCHECK_REVIEWER", reviewer)

    def run(*words: object, stdin: str | bytes = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin if isinstance(stdin, bytes) else stdin.encode())))
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert isinstance(left.value.code, int)
        said = capsys.readouterr()
        return left.value.code, said.out, said.err

    return run
