"""The README is true: what `make` does is tried, its Python is run, and so are its commands (tests/test_docs.py)."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.pages import ROOT, blocks

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.skipif(
    not (ROOT / ".venv" / ".installed").exists() or not shutil.which("make"), reason="needs the environment that make sets up"
)
def test_make_review_prints_the_summary_without_a_terminal(tmp_path: Path) -> None:
    mine = f"MINE={tmp_path / 'mine'}"
    done = subprocess.run(["make", "review", mine], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "0 of 40 claims decided" in done.stdout, "the sample is new for whoever opens it"
    assert f"Open it in a terminal with: factcheck review {tmp_path}/mine/hanoi-summit.toml" in done.stdout


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="needs the checkout")
def test_the_case_that_make_review_opens_is_none_of_git() -> None:
    plan = subprocess.run(["make", "-n", "review"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    case = "my-cases/hanoi-summit.toml"
    assert "factcheck review --out my-cases samples/hanoi-summit.txt" in plan
    assert subprocess.run(["git", "check-ignore", "-q", case], cwd=ROOT, check=False).returncode == 0


def test_make_test_runs_everything_that_it_says() -> None:
    plan = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(tool in plan for tool in ("ruff format --check", "ruff check", "mypy", "lint-imports", "pytest"))


def test_the_python_works_as_written() -> None:
    (code,) = (block.text for block in blocks(ROOT / "README.md", "python"))
    names: dict[str, object] = {}
    exec(compile(code.replace("samples/", f"{ROOT}/samples/"), "README.md", "exec"), names)  # noqa: S102 - our own README
    assert names["claims"]
    assert names["flags"]


_SIGNS = {"?": "question_mark", "/": "slash"}


def test_the_keys_are_those_of_the_workbench() -> None:
    """A dozen; the page of keys has all of them."""
    from factcheck.workbench.keys import APP, REVIEW

    bound = {key for entry in (*APP, *REVIEW) for key in entry.keys}
    table = README.partition("| key | does |")[2].partition("\n\n")[0]
    named = {_SIGNS.get(key, key) for key in re.findall(r"`([^`\n]+)`", table)}
    assert len(named) > 12
    assert named <= bound


def test_the_verdicts_are_listed_with_their_keys() -> None:
    from factcheck.model import Verdict

    assert f"| {' '.join(f'`{verdict.row.key}`' for verdict in Verdict)} | {', '.join(Verdict)}; " in README
