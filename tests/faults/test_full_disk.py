"""A disk that is full, at any moment of any command: one sentence, nothing lost, nothing half written, and all is well with room again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from factcheck.cli import app
from tests.faults.errands import ELSEWHERE, ERRANDS, Desk, Errand, check_desk, files_in, litter_in
from tests.faults.nursery import Ended, Nursery
from tests.faults.power import Files
from tests.faults.room import SmallDisk, small_disk
from tests.faults.test_kills import undisturbed

FEWEST, MOST = 3, 24
"""Sizes of room that are tried, from none to what is needed, in the ordinary run and in the long one."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as one:
        if one is None:
            pytest.skip("no disk can be mounted here")
        yield one


def test_every_command_has_an_errand() -> None:
    """A new command is tried, too."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # it is a group
    assert commands.keys() == {errand.words[0] for errand in ERRANDS.values() if errand.words[0][0] != "-"} | ELSEWHERE


def is_one_sentence(ended: Ended) -> None:
    """What a person is told is told in one sentence, and is no fault of the program."""
    assert "Traceback" not in ended.err
    assert "error of the program" not in ended.err, ended.err
    assert ended.err.count("factcheck: ") <= 1, ended.err
    assert re.search("no space left|disk is full|too large|room", f"{ended.err} {ended.out}", re.IGNORECASE), ended


def sizes(needed: int, most: int) -> list[int]:
    """Pages of room to leave, from none to one less than needed."""
    return sorted({needed * nth // most for nth in range(most)})


def needs(errand: Errand, disk: SmallDisk, template: Path, nursery: Nursery, notes: Path) -> tuple[int, Files, Files]:
    """How many pages an errand takes at the most (with some to spare), and the files before and after it."""
    desk = Desk(disk.root / "desk").laid(template)
    before, free = files_in(desk.work), disk.free
    assert nursery.run(errand.words, desk.work, desk.variables, notes).code == 0
    after, taken = files_in(desk.work), free - disk.free
    shutil.rmtree(desk.root)
    return 2 * taken + 4, before, after


def fill_up(errand: Errand, disk: SmallDisk, template: Path, nursery: Nursery, notes: Path, most: int) -> int:
    """Do an errand with each size of room, and then with enough; how often there was not enough."""
    needed, before, after = needs(errand, disk, template, nursery, notes)
    failed = 0
    for pages in sizes(needed, most):
        desk = Desk(disk.root / "desk").laid(template)
        disk.leave(pages)
        ended = nursery.run(errand.words, desk.work, desk.variables, notes)
        check_desk(desk.work, errand, before, after, done=ended.code == 0)
        assert not litter_in(desk.root), pages
        if ended.code:
            failed += 1
            is_one_sentence(ended)
        disk.make_room()
        again = nursery.run(errand.words, desk.work, desk.variables, notes)
        assert again.code in errand.again, again.err
        check_desk(desk.work, errand, before, after, done=True)
        shutil.rmtree(desk.root)
    return failed


@pytest.mark.parametrize("name", ["split", "import", "merge", "stats"])
def test_a_full_disk_is_told_and_loses_nothing(name: str, disk: SmallDisk, template: Path, nursery: Nursery, notes: Path) -> None:
    assert fill_up(ERRANDS[name], disk, template, nursery, notes, FEWEST)


@pytest.mark.parametrize("name", ["split", "export", "import", "update", "merge", "stats"])
def test_a_limit_on_files_is_told_and_loses_nothing(name: str, template: Path, tmp_path: Path, nursery: Nursery, notes: Path) -> None:
    """What every system can be asked for, where no disk can be mounted."""
    _, before, after = undisturbed(name, template, tmp_path, nursery, notes)
    desk = Desk(tmp_path / "desk").laid(template)
    ended = nursery.run(ERRANDS[name].words, desk.work, desk.variables, notes, largest=1_000)
    assert ended.code == 2
    is_one_sentence(ended)
    check_desk(desk.work, ERRANDS[name], before, after, done=False)
    assert not litter_in(desk.root)
    assert nursery.run(ERRANDS[name].words, desk.work, desk.variables, notes).code == 0
    check_desk(desk.work, ERRANDS[name], before, after, done=True)


@pytest.mark.long
@pytest.mark.parametrize("name", ERRANDS)
def test_a_full_disk_is_told_by_every_command_and_loses_nothing(
    name: str, disk: SmallDisk, template: Path, nursery: Nursery, notes: Path
) -> None:
    failed = fill_up(ERRANDS[name], disk, template, nursery, notes, MOST)
    print(f"\n{name}: not enough room {failed} times")


@pytest.mark.parametrize("name", [name for name in ERRANDS if not name.startswith(("batch", "evidence", "merge"))])
def test_a_full_disk_that_output_goes_to_is_told(name: str, template: Path, tmp_path: Path, nursery: Nursery, notes: Path) -> None:
    """As in `factcheck split story.txt > list.txt`: who goes by the exit code is not misled."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is full")
    (notes / "out").symlink_to("/dev/full")
    desk = Desk(tmp_path / "desk").laid(template)
    ended = nursery.run(ERRANDS[name].words, desk.work, desk.variables, notes)
    assert ended.code == 2
    is_one_sentence(ended)
