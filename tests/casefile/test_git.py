"""Case files in git: two people's verdicts merge by themselves, and a merge that git gave up on is told."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile, load
from factcheck.model import FactcheckError
from tests.builders import ferry_case
from tests.casefile.cases import attach, decide


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case file on a branch `main`, and the same on a branch `ben`."""
    path = tmp_path / "ferry.toml"
    git(path, "init", "-q", "-b", "main")
    CaseFile.create(path, ferry_case())
    git(path, "add", ".")
    git(path, "commit", "-qm", "The case")
    git(path, "branch", "ben")
    return path


def git(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.c"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", "-C", str(path.parent), *words], capture_output=True, text=True, check=False, env={**os.environ, **who, **alone}
    )


@pytest.mark.parametrize(("adas", "bens"), [(0, 5), (4, 5), (5, 4), (9, 0), (3, 2)])
def test_verdicts_on_two_claims_merge_by_themselves(path: Path, adas: int, bens: int) -> None:
    file = CaseFile.open(path)
    file.save(attach(decide(file.case, adas, "Ada"), adas, source="The ledger"))
    git(path, "commit", "-qam", "Ada's")
    git(path, "checkout", "-q", "ben")
    file = CaseFile.open(path)
    file.save(decide(file.case, bens, "Ben", "false"))
    git(path, "commit", "-qam", "Ben's")
    assert git(path, "merge", "-q", "main", "-m", "Both").returncode == 0
    claims = load(path).claims
    assert [claims[n].reviews[0].by for n in (adas, bens)] == ["Ada", "Ben"]


def test_a_branch_changed_under_an_open_window_is_merged_on_the_next_save(path: Path) -> None:
    file = CaseFile.open(path)
    file.save(decide(file.case, 0, "Ada"))
    git(path, "commit", "-qam", "Ada's")
    git(path, "checkout", "-q", "ben")  # the file is now as it was before Ada's verdict
    git(path, "merge", "-q", "main")
    saved = file.save(decide(file.case, 5, "Ada"))
    assert not saved.merged
    assert [len(load(path).claims[n].reviews) for n in (0, 5)] == [1, 1]


def test_marks_that_git_left_in_the_file_are_told_with_their_line(path: Path) -> None:
    for branch, by in (("ben", "Ben"), ("main", "Ada")):
        git(path, "checkout", "-q", branch)
        file = CaseFile.open(path)
        file.save(decide(file.case, 5, by))
        git(path, "commit", "-qam", by)
    assert git(path, "merge", "-q", "ben").returncode != 0
    line = path.read_text().splitlines().index("<<<<<<< HEAD") + 1
    with pytest.raises(FactcheckError, match=f"line {line}: git could not merge this file and left both versions in it; choose"):
        load(path)


def test_one_verdict_is_six_lines_of_difference(path: Path) -> None:
    file = CaseFile.open(path)
    file.save(decide(file.case, 3, "Ada"))
    assert git(path, "diff", "--numstat").stdout.split()[:2] == ["6", "0"]
    assert git(path, "diff", "--check").returncode == 0
