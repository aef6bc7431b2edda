"""The model of power cuts finds what ways of writing a file lose, and finds nothing with the way that loses nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.power import disks, recording

OLD, NEW = b"old " * 300, b"new " * 400


def in_place(path: Path) -> None:
    path.write_bytes(NEW)


def moved_without_a_sync(path: Path) -> None:
    beside = path.with_suffix(".new")
    beside.write_bytes(NEW)
    beside.replace(path)


def moved_without_a_sync_of_the_folder(path: Path) -> None:
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(NEW)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def safely(path: Path) -> None:
    moved_without_a_sync_of_the_folder(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def outcomes(way: Callable[[Path], None], folder: Path) -> tuple[set[bytes | None], set[bytes | None]]:
    """What may be in the file after a power cut, and of that what may be there once it was told that all is done."""
    folder.mkdir()
    path = folder / "file"
    path.write_bytes(OLD)
    with recording(folder) as log:
        way(path)
        log.told("done")
    every = [(dict(disk.files).get("file"), disk.told) for disk in disks(log)]
    return {data for data, _ in every}, {data for data, told in every if told}


@pytest.mark.parametrize(
    ("way", "whole", "lasting"),
    [
        (in_place, False, False),
        (moved_without_a_sync, False, False),
        (moved_without_a_sync_of_the_folder, True, False),
        (safely, True, True),
    ],
)
def test_each_way_of_writing_is_known_for_what_it_is(way: Callable[[Path], None], whole: bool, lasting: bool, tmp_path: Path) -> None:
    ever, after = outcomes(way, tmp_path / "disk")
    assert (ever <= {OLD, NEW}) is whole
    assert (after == {NEW}) is lasting
    assert {OLD, NEW} <= ever


def test_a_file_that_is_synced_in_a_folder_that_is_not_may_be_gone_with_it(tmp_path: Path) -> None:
    with recording(tmp_path) as log:
        (tmp_path / "made").mkdir()
        (tmp_path / "made" / "file").touch()
        safely(tmp_path / "made" / "file")
        log.told("done")
    after = [dict(disk.files).get("made/file") for disk in disks(log) if disk.told]
    assert set(after) == {None, NEW}


def test_what_a_library_writes_past_python_is_seen(tmp_path: Path) -> None:
    with recording(tmp_path) as log:
        table = sqlite3.connect(tmp_path / "t.sqlite")
        table.execute("CREATE TABLE a (b)")
        table.close()
    assert any(dict(disk.files).get("t.sqlite", b"").startswith(b"SQLite format 3") for disk in disks(log))


def test_a_disk_is_put_into_a_folder_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "here" / "sub").mkdir(parents=True)
    with recording(tmp_path / "here") as log:
        (tmp_path / "here" / "sub" / "file").write_bytes(b"x")
    for nth, disk in enumerate(disks(log)):
        disk.put(tmp_path / "there" / str(nth))
        found = {str(p.relative_to(tmp_path / "there" / str(nth))) for p in (tmp_path / "there" / str(nth)).rglob("*")}
        assert found == {name.rstrip("/") for name, _ in disk.files}
