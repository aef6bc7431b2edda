from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck import cli
from tests.faults.errands import Desk, lay, source_on_loopback
from tests.faults.nursery import Nursery

Give = Callable[[Desk, tuple[str, ...]], int]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with everything that the errands need, while its source can be fetched."""
    folder = tmp_path_factory.mktemp("template")
    with source_on_loopback() as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        lay(folder, address)
        yield folder


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as one:
        yield one


@pytest.fixture
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what commands print is kept, apart from their desks."""
    return tmp_path_factory.mktemp("notes")


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Gives a command in this process; its exit code."""

    def command(desk: Desk, words: tuple[str, ...]) -> int:
        for name, value in desk.variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("tempfile.tempdir", None)
        monkeypatch.chdir(desk.work)
        monkeypatch.setattr(sys, "argv", ["factcheck", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0)

    return command
