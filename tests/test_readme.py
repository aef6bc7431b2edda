"""The README is true: every command in it is run, and so is its Python."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.checking import CHECKS
from tests.builders import FERRY
from tests.commands import commands

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


COMMANDS = [line.partition("#")[0].strip() for block in blocks("sh") for line in block.splitlines()]


def test_the_commands_work_as_written_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "factcheck.toml").write_text('[house]\nnames = ["Siobhan Rodick"]\n')
    for path in (tmp_path / "story.txt", tmp_path / "archive" / "story.txt"):
        path.write_text(FERRY, encoding="utf-8")
    written = [command for command in COMMANDS if command.startswith("factcheck")]
    assert len(written) == 24
    monkeypatch.chdir(tmp_path)
    run = commands(monkeypatch, capsys)
    for command in written:
        code, said, trouble = run(*shlex.split(command)[1:])
        assert code == (1 if " check " in command else 0), f"{command}: {trouble}"
        assert said


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
    (code,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(code.replace("samples/", f"{ROOT}/samples/"), "README.md", "exec"), names)  # noqa: S102 - our own README
    assert names["claims"]
    assert names["flags"]


_SIGNS = {
    "?": "question_mark", "/": "slash", ".": "full_stop", "del": "delete", "=": "equals_sign", "+": "plus", "@": "at", "#": "number_sign",
    '"': "quotation_mark", ";": "semicolon", "_": "underscore", ",": "comma", "&": "ampersand", "-": "minus", "*": "asterisk",
    "!": "exclamation_mark",
    ":": "colon", ">": "greater_than_sign",
    "[": "left_square_bracket", "]": "right_square_bracket", "\\": "backslash",
    "<": "less_than_sign", "^d": "ctrl+d", "^u": "ctrl+u", "^e": "ctrl+e",
}  # fmt: skip


def test_the_keys_are_those_of_the_workbench() -> None:
    from factcheck.workbench.keys import APP, REVIEW

    bound = {key for entry in (*APP, *REVIEW) for key in entry.keys}
    table = README.partition("## Keys")[2].partition("Nothing needs")[0]
    named = {_SIGNS.get(key, key) for key in re.findall(r"`([^`\n]+)`", table)}
    assert named <= bound


def test_the_verdicts_are_listed_with_their_keys() -> None:
    from factcheck.model import Verdict

    assert f"| {' '.join(f'`{verdict.row.key}`' for verdict in Verdict)} | {', '.join(Verdict)}; " in README


def test_every_check_is_listed_with_what_it_looks_for() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", README.partition("## What is flagged")[2].partition("##")[0], re.MULTILINE)
    assert listed == [(check.id, check.looks_for) for check in CHECKS]
