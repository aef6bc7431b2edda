"""The power goes between any two calls of the system: what the disk may hold then is a case, old or new, with every decision in it."""

from __future__ import annotations

import asyncio
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from factcheck import batch
from factcheck.casefile import CaseFile, load
from factcheck.model import Policy, Reader, ReviewRole, Verdict
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.faults.conftest import Give
from tests.faults.errands import ERRANDS, Desk, check_desk, files_in, reviews_by
from tests.faults.power import Log, disks, recording

SMALL = {"split", "import", "merge", "stats", "bundle"}
"""The errands of the ordinary run; they write in every way that there is, but for what needs the network."""


def one_thread(_: batch.Run) -> tuple[Executor, int]:
    return ThreadPoolExecutor(1), 1


def every_cut(name: str, template: Path, tmp_path: Path, give: Give, monkeypatch: pytest.MonkeyPatch) -> int:
    """Do an errand, and look at every disk that a power cut may leave; how many there were."""
    monkeypatch.setattr(batch.Run, "_executor", one_thread)  # in this process, where its calls are seen
    errand = ERRANDS[name]
    desk = Desk(tmp_path / "desk").laid(template)
    before = files_in(desk.work)
    with recording(desk.work) as log:
        assert give(desk, errand.words) == 0
        log.told("done")
    after = files_in(desk.work)
    number = 0
    for number, disk in enumerate(disks(log), 1):
        there = tmp_path / "there" / str(number)
        disk.put(there)
        check_desk(there, errand, before, after, done="done" in disk.told)
    return number


@pytest.mark.parametrize("name", sorted(SMALL))
def test_a_command_that_a_power_cut_ends_leaves_the_old_or_the_new(
    name: str, template: Path, tmp_path: Path, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert every_cut(name, template, tmp_path, give, monkeypatch) > 3


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(ERRANDS.keys() - SMALL))
def test_every_command_that_a_power_cut_ends_leaves_the_old_or_the_new(
    name: str, template: Path, tmp_path: Path, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = every_cut(name, template, tmp_path, give, monkeypatch)
    print(f"\n{name}: {number} disks after a power cut")


def check_cuts(log: Log, path: Path, tmp_path: Path) -> int:
    """In every disk after a power cut there is a case, with each decision that had been told to be saved; how many disks there were."""
    number = 0
    for number, disk in enumerate(disks(log), 1):
        disk.put(tmp_path / "there" / str(number))
        case = load(tmp_path / "there" / str(number) / path.name)
        notes = {review.note for review in reviews_by(case, "Ben")}
        signed = {"signed"} if case.signed else set()
        assert disk.told <= notes | signed
        saved = sorted((int(note) for note in notes if note), reverse=True)
        assert saved == list(range(len(saved)))[::-1]
    return number


def decided(path: Path, times: int) -> Log:
    """The log of a reviewer in the workbench who writes notes and decides, each of which is told to be saved; then signs off."""

    async def work() -> None:
        file = CaseFile.open(path)
        session = Session(file.case, Reader(name="Ben", role=ReviewRole.EDITOR))
        keeper = Keeper(session, file)
        for nth in range(times):
            session.note(str(nth))
            session.decide(Verdict.VERIFIED)
            await keeper.keep()
            assert keeper.trouble is None
            log.told(str(nth))
        session.undo()
        for claim in session.view.case.claims:
            for aspect in claim.aspects:
                session.view.choose(claim.id, aspect)
                session.decide(Verdict.VERIFIED)
        session.signing.sign_off(Policy(), "")
        await keeper.keep()
        assert keeper.trouble is None
        log.told("signed")

    with recording(path.parent) as log:
        asyncio.run(work())
    return log


def test_a_decision_that_was_told_to_be_saved_survives_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path / "state"))
    path = tmp_path / "claims" / "ferry.toml"
    CaseFile.create(path, ferry_case())
    assert check_cuts(decided(path, 3), path, tmp_path) > 20
