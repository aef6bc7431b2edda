"""Two people on one case: what was taken back stays away, what was not stays, whoever saves last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile, load
from factcheck.model import Case, Evidence, Verdict
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.two_people import Person

FIRST, SECOND = ferry_case().claims[0].id, ferry_case().claims[-1].id

CHANGES: dict[str, Callable[[Session], object]] = {
    "verdict": lambda session: session.decide(Verdict.FALSE),
    "note": lambda session: session.note("Rang the clerk"),
    "evidence": lambda session: session.add_evidence(Evidence(source="a call")),
    "rewording": lambda session: session.reword("In other words"),
    "removal": lambda session: session.remove(),
    "speaker": lambda session: session.give("Ruth Okafor"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    CaseFile.create(tmp_path / "ferry.toml", ferry_case())
    return tmp_path / "ferry.toml"


@pytest.fixture
def ann(path: Path) -> Person:
    return Person("Ann", path, ferry_case())


@pytest.fixture
def ben(path: Path) -> Person:
    return Person("Ben", path, ferry_case())


def made(case: Case) -> object:
    return [claim.model_dump() for claim in case.claims]


@pytest.mark.parametrize("what", CHANGES)
def test_what_one_takes_back_does_not_return_when_the_other_saves(ann: Person, ben: Person, path: Path, what: str) -> None:
    before = made(load(path))
    CHANGES[what](ben.on(FIRST))
    ben.save()
    ann.on(SECOND).note("mine")  # and takes in what Ben did
    ann.save()
    assert made(ann.case) != before
    ben.session.undo()
    ben.save()
    ann.on(SECOND).decide(Verdict.VERIFIED)
    ann.save()
    ann.session.undo()
    ann.session.undo()
    ann.save()
    assert made(load(path)) == before
