"""A report, a snapshot or a summary is whole or not there, and who may read it is what the person's umask says."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import files
from factcheck.files import write_whole
from factcheck.workbench.place import Place, remember
from tests.casefile.test_faults import Faulty


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "export" / "report.html"
    write_whole(path, b"old")
    return path


def test_a_file_of_a_careful_person_is_read_by_nobody_else(path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_whole(path, b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_is_on_the_disk_before_its_name_and_its_name_before_all_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = Faulty(0, None)
    monkeypatch.setattr(files, "os", faulty)
    write_whole(path, b"new")
    assert faulty.names == ["open", "fsync", "close", "open", "fsync", "close"]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for nth in (1, 2):
        monkeypatch.setattr(files, "os", Faulty(nth, OSError(errno.ENOSPC, "full")))
        with pytest.raises(OSError, match="full"):
            write_whole(path, b"new")
        assert [(found.name, found.read_bytes()) for found in path.parent.iterdir()] == [("report.html", b"old")]


def test_a_place_that_cannot_be_kept_leaves_nothing_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path))
    monkeypatch.setattr(files, "os", Faulty(2, OSError(errno.ENOSPC, "full")))
    remember(Path("ferry.toml"), Place("abc"))
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_was_making_is_swept_and_nothing_else(tmp_path: Path) -> None:
    """Not what a process that is alive is making, nor one on another machine, nor what a person has put there."""
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout.strip()
    mine = files.temporary_beside(tmp_path / "a").name
    left = mine.replace(f"-{os.getpid()}-", f"-{gone}-")
    names = [mine, left, f"{left}-journal", f".factcheck-00000000-{gone}-{'0' * 12}", ".factcheck-notes", f"{left}.txt"]
    for name in names:
        (tmp_path / name).write_text("half")
    (tmp_path / f".factcheck-00000000-1-{'1' * 12}").symlink_to(tmp_path / ".factcheck-notes")
    files.sweep.cache_clear()
    files.write_whole(tmp_path / "report.md", b"whole")
    there = {path.name for path in tmp_path.iterdir()}
    assert {left, f"{left}-journal"} & there == set()
    assert {mine, *names[3:], "report.md", f".factcheck-00000000-1-{'1' * 12}"} <= there
    os.utime(tmp_path / names[3], (1, 1))
    files.sweep.cache_clear()
    files.write_whole(tmp_path / "report.md", b"whole")
    assert not (tmp_path / names[3]).exists()
