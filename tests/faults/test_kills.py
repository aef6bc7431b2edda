"""Any command is killed (-9) at any moment: what there was is there, what is done is whole, and nothing goes on without it."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from factcheck import batch
from tests.faults.conftest import Give
from tests.faults.errands import ERRANDS, Desk, check_desk, files_in, litter_in
from tests.faults.nursery import Nursery
from tests.faults.power import Files, kills, recording
from tests.faults.test_power_cut import one_thread

KILLS = int(os.environ.get("FACTCHECK_KILLS", "1000"))
"""Over all errands, in the long run."""
SELDOM = {"batch": 4, "batch to a database": 4, "evidence": 2, "export": 2}
"""Errands that take long, and are killed so many times less often than the others."""


@dataclass
class Killing:
    """What became of an errand that was killed again and again."""

    killed: int = 0
    finished: int = 0
    litter: Counter[str] = field(default_factory=Counter)
    orphans: int = 0


def undisturbed(name: str, template: Path, root: Path, nursery: Nursery, notes: Path) -> tuple[float, Files, Files]:
    """How long an errand takes, and the files before and after it."""
    desk = Desk(root / "undisturbed").laid(template)
    before = files_in(desk.work)
    ended = nursery.run(ERRANDS[name].words, desk.work, desk.variables, notes)
    assert ended.code == 0, ended.err
    return ended.seconds, before, files_in(desk.work)


def kill(name: str, times: int, template: Path, root: Path, nursery: Nursery, notes: Path) -> Killing:
    """Kill an errand at as many moments, and do it whole each time afterwards."""
    errand, chance, result = ERRANDS[name], random.Random(name), Killing()  # noqa: S311 - moments, not secrets
    seconds, before, after = undisturbed(name, template, root, nursery, notes)
    for nth in range(times):
        desk = Desk(root / str(nth)).laid(template)
        ended = nursery.run(errand.words, desk.work, desk.variables, notes, after=chance.uniform(0, seconds))
        result.killed += ended.code < 0
        result.finished += ended.code >= 0
        result.orphans += len(nursery.left_behind())
        check_desk(desk.work, errand, before, after, done=ended.code == 0)
        for path in litter_in(desk.root):
            os.utime(desk.root / path, (1, 1))  # as if the next start were tomorrow
        again = nursery.run(errand.words, desk.work, desk.variables, notes)
        assert again.code in errand.again, again.err
        assert "Traceback" not in again.err
        check_desk(desk.work, errand, before, after, done=True)
        result.litter.update(Path(path).parent.name for path in litter_in(desk.root))
        shutil.rmtree(desk.root)
    return result


@pytest.mark.parametrize("name", ["split", "merge", "stats", "bundle"])
def test_a_command_that_is_killed_loses_nothing_and_leaves_no_process(
    name: str, template: Path, tmp_path: Path, nursery: Nursery, notes: Path
) -> None:
    result = kill(name, 5, template, tmp_path, nursery, notes)
    assert result.killed
    assert not result.orphans


SWEPT = ("split", "import", "merge", "stats", "bundle")


def killed_after_every_step(name: str, template: Path, tmp_path: Path, give: Give, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Do an errand on everything that a kill after any of its steps leaves; the temporary files that are there a day later."""
    monkeypatch.setattr(batch.Run, "_executor", one_thread)  # in this process, where its steps are seen
    errand, desk = ERRANDS[name], Desk(tmp_path / "desk").laid(template)
    before = files_in(desk.work)
    with recording(desk.work) as log:
        assert give(desk, errand.words) == 0
    after, left = files_in(desk.work), []
    if name.startswith("batch"):
        number = os.getpid() + 1
        monkeypatch.setattr(os, "getpid", lambda: number)  # the next start is another process
    for nth, disk in enumerate(kills(log)):
        there = Desk(tmp_path / "there" / str(nth))
        there.work.rmdir()
        disk.put(there.work)
        check_desk(there.work, errand, before, after, done=False)
        for path in litter_in(there.root):
            os.utime(there.root / path, (1, 1))
        assert give(there, errand.words) in errand.again
        check_desk(there.work, errand, before, after, done=True)
        left += litter_in(there.root)
    return left


@pytest.mark.parametrize("name", SWEPT)
def test_what_a_kill_leaves_is_swept_at_the_next_start(
    name: str, template: Path, tmp_path: Path, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert killed_after_every_step(name, template, tmp_path, give, monkeypatch) == []


@pytest.mark.long
@pytest.mark.parametrize("name", [one for one in ERRANDS if one not in SWEPT])
def test_what_a_kill_of_any_command_leaves_is_swept_at_the_next_start(
    name: str, template: Path, tmp_path: Path, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert killed_after_every_step(name, template, tmp_path, give, monkeypatch) == []


@pytest.mark.long
@pytest.mark.parametrize("name", ERRANDS)
def test_a_thousand_kills_of_all_commands_lose_nothing(name: str, template: Path, tmp_path: Path, nursery: Nursery, notes: Path) -> None:
    shares = {errand: 1 / SELDOM.get(errand, 1) for errand in ERRANDS}
    times = 1 + int(KILLS * shares[name] / sum(shares.values()))
    result = kill(name, times, template, tmp_path, nursery, notes)
    print(f"\n{name}: {result.killed} killed, {result.finished} had finished; {result.orphans} processes and {dict(result.litter)} left")
    assert not result.orphans
    assert not result.litter
