"""A process that saves decisions is killed at a random moment: every decision that it acknowledged is in the file."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile, load
from factcheck.files import sweep
from tests.builders import ferry_case

SAVES = int(os.environ.get("FACTCHECK_SAVES", "5000"))
"""In the long run."""

REVIEWER = """
import sys
from pathlib import Path
from factcheck.casefile import CaseFile
from factcheck.model import FactcheckError
from tests.casefile.cases import decide
file = CaseFile.open(Path(sys.argv[1]))
case = file.case
def save(tries):
    try:
        file.save(case)
    except FactcheckError:  # as when a program that saves gets no time: it is kept and tried again, as in the workbench
        if not tries:
            raise
        save(tries - 1)
for n in range(100000):
    case = decide(case, n % 10, f"{sys.argv[2]}.{n}", None, note="n")
    save(20)
    print(n, flush=True)
"""


def killed_once(path: Path, reviewer: str, seconds: float) -> set[str]:
    """The decisions that a reviewer had acknowledged when it was killed, so long after its first."""
    process = subprocess.Popen([sys.executable, "-c", REVIEWER, str(path), reviewer], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read()
    process.wait()
    assert first
    return {f"{reviewer}.{line}" for line in (first + rest).split("\n")[:-1]}


def keeps_every_decision(path: Path, times: int) -> None:
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    for nth in range(times):
        if nth % 20 == 0:  # a fresh case, since every save writes the whole
            path.unlink(missing_ok=True)
            CaseFile.create(path, ferry_case())
        acknowledged = killed_once(path, str(nth), chance.uniform(0, 0.05))
        assert acknowledged
        assert acknowledged <= {review.by for claim in load(path).claims for review in claim.reviews}
    litter = [entry for entry in path.parent.iterdir() if entry != path]
    for entry in litter:
        os.utime(entry, (1, 1))
    sweep.cache_clear()  # as at the next start
    file = CaseFile.open(path)
    file.save(ferry_case())
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_every_acknowledged_decision_survives_a_kill(tmp_path: Path) -> None:
    keeps_every_decision(tmp_path / "ferry.toml", 4)


@pytest.mark.long
def test_every_acknowledged_decision_survives_a_thousand_kills(tmp_path: Path) -> None:
    keeps_every_decision(tmp_path / "ferry.toml", 1000)


def saved_at_once(path: Path, names: Sequence[str], each: int) -> None:
    """So many programs save so many decisions each into one file: every one is there, once, and each program's in its order."""
    CaseFile.create(path, ferry_case())
    script = REVIEWER.replace("range(100000)", f"range({each})")
    began = time.monotonic()
    all_of_them = [subprocess.Popen([sys.executable, "-c", script, str(path), name], stdout=subprocess.DEVNULL) for name in names]
    assert [process.wait(3600) for process in all_of_them] == [0] * len(names)
    print(f"\n{len(names) * each} saves by {len(names)} programs into one file in {time.monotonic() - began:.0f} s")
    saved = [[review.by for review in claim.reviews] for claim in load(path).claims]
    assert sorted(by for claim in saved for by in claim) == sorted(f"{name}.{n}" for name in names for n in range(each))
    for nth, claim in enumerate(saved):
        for name in names:
            assert [by for by in claim if by.startswith(f"{name}.")] == [f"{name}.{n}" for n in range(nth, each, 10)]
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_two_programs_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    saved_at_once(tmp_path / "ferry.toml", ("Ada", "Ben"), 15)


@pytest.mark.long
def test_four_programs_that_save_five_thousand_times_into_one_file_lose_nothing(tmp_path: Path) -> None:
    saved_at_once(tmp_path / "ferry.toml", ("Ada", "Ben", "Cleo", "Dan"), SAVES // 4)
