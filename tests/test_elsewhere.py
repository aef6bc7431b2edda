"""The program in other people's tools: pre-commit, GitHub Actions, problem matchers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import reporting
from factcheck.model import Severity
from tests.builders import ferry_case
from tests.reporting.test_linter import with_flag

ROOT = Path(__file__).parent.parent
SLIP = "The BTR declined to comment. The Bridge Trust (BTR) paid for it, the BTR said. The BRT said no, Ruth Okafor said.\n"
CLEAN = SLIP.replace("BRT", "BTR")
yaml = pytest.importorskip("yaml")
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


MATCHERS = json.loads((ROOT / ".github" / "factcheck-matcher.json").read_text("utf-8"))["problemMatcher"]
PATTERNS = [row["pattern"][0] for row in MATCHERS]


class TestMatcher:
    def test_finds_every_flag_that_is_printed_and_its_place(self) -> None:
        for severity in Severity:
            (line,) = reporting.flag_lines(with_flag(ferry_case(), severity=severity), look=True)
            (found,) = [match for pattern in PATTERNS if (match := re.fullmatch(pattern["regexp"], line))]
            assert found[4] == "acronym"
            assert found[2].isdecimal()

    def test_finds_nothing_in_what_else_is_printed(self) -> None:
        assert not any(re.search(pattern["regexp"], "factcheck: story.txt is not there") for pattern in PATTERNS)


class TestAction:
    def test_runs_with_what_it_asks_for(self) -> None:
        assert set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text("utf-8"))) == set(ACTION["inputs"])

    def test_puts_nothing_that_a_stranger_wrote_into_a_script(self) -> None:
        """An input in the words of a script would be run; in an environment variable it is data."""
        assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]

    @pytest.mark.parametrize(
        ("articles", "code", "flags"),
        [("clean.txt", 0, 0), ("slip.txt\n\nclean.txt\n", 1, 1), ("gone.txt\nslip.txt", 2, 1), ("$(touch ran).txt", 2, 0)],
    )
    def test_writes_a_log_and_says_how_it_ended(self, articles: str, code: int, flags: int, tmp_path: Path) -> None:
        (tmp_path / "clean.txt").write_text(CLEAN)
        (tmp_path / "slip.txt").write_text(SLIP)
        out, log = tmp_path / "out", tmp_path / "log.sarif"
        env = {**os.environ, "ARTICLES": articles, "LOOK": "false", "SARIF": str(log), "GITHUB_OUTPUT": str(out)}
        program = Path(sys.executable).with_name("factcheck")
        done = subprocess.run(
            ["bash", str(ROOT / ".github" / "check.sh"), str(program)], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert out.read_text() == f"sarif={log}\ncode={code}\n"
        assert len(json.loads(log.read_text())["runs"][0]["results"]) == flags
        assert not (tmp_path / "ran").exists()

    def test_is_what_github_takes(self) -> None:
        checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
        workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
        for schema, files in (("vendor.github-actions", [ROOT / "action.yml"]), ("vendor.github-workflows", workflows)):
            done = subprocess.run([*checker, schema, *map(str, files)], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr

    def test_is_valid_to_who_checks_workflows(self) -> None:
        program = shutil.which("actionlint")
        if program is None:
            pytest.skip("needs actionlint")
        done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


class TestPreCommit:
    def test_is_a_hook_that_others_can_name(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout

    def test_has_one_process_for_all_files(self) -> None:
        assert HOOK["require_serial"] is True
        assert HOOK["entry"].split()[:2] == ["factcheck", "check"]

    def test_holds_a_commit_up_until_the_slip_is_mended(self, tmp_path: Path) -> None:
        """In a repository of somebody's, by pre-commit itself; the program is the one that is installed here."""
        program = shutil.which("pre-commit") or shutil.which(str(Path(sys.executable).with_name("pre-commit")))
        if program is None or shutil.which("git") is None:
            pytest.skip("needs pre-commit and git")
        entry = f"{Path(sys.executable).with_name('factcheck')} {HOOK['entry'].partition(' ')[2]}"
        hook = {**HOOK, "language": "system", "entry": entry}
        (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
        for name in ("one.txt", "-two.txt", "three.md"):
            (tmp_path / name).write_text(SLIP)
        env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}

        def run(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

        run("git", "init", "-q")
        run("git", "add", "--", "one.txt", "-two.txt", "three.md", ".pre-commit-config.yaml")
        held = run(program, "run", "--all-files")
        assert held.returncode == 1, held.stdout + held.stderr
        assert held.stdout.count("error [acronym]") == 3, held.stdout
        for name in ("one.txt", "-two.txt", "three.md"):
            (tmp_path / name).write_text(CLEAN)
        run("git", "add", "-A")
        assert run(program, "run", "--all-files").returncode == 0
