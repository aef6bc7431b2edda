"""What every command does alike: how much it says and where, in which colours, by which settings, and whether it asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from importlib import import_module
from pathlib import Path

import pytest

from factcheck import starting
from factcheck.casefile import CaseFile
from factcheck.cli.commands import PARTS, app
from factcheck.cli.manner import EVERYWHERE
from factcheck.settings import CONFIG
from tests.builders import FERRY, ferry_case
from tests.commands import Run, commands

SLIP = "The BTR declined to comment. The Bridge Trust (BTR) paid for it, the BTR said. The BRT said no, Ruth Okafor said.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in (CONFIG, "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path / "state"))
    (tmp_path / "story.txt").write_text(SLIP)
    CaseFile.create(tmp_path / "claims" / "ferry.toml", ferry_case())
    return commands(monkeypatch, capsys)


def test_every_command_takes_the_same_options() -> None:
    import typer

    for command in typer.main.get_command(app).commands.values():  # type: ignore[attr-defined]  # it is a group
        assert {one.name for one in command.params} >= EVERYWHERE, command.name


def test_every_command_is_found_in_its_part_and_no_part_has_others() -> None:
    """The help lists commands by name before any of them is loaded."""
    for module, part in PARTS.items():
        there = import_module(f"factcheck.cli.{module}").commands.registered_commands
        assert tuple(one.name or one.callback.__name__ for one in there) == part.names


class TestHowMuchIsSaid:
    def test_quiet_leaves_the_results_and_the_errors(self, run: Run) -> None:
        Path("factcheck.toml").write_text('[checks]\noff = ["quote"]\n')
        code, said, trouble = run("check", "story.txt", "gone.txt")
        assert "turns off 1 of" in trouble
        for words in (("check", "-q", "story.txt", "gone.txt"), ("-q", "check", "story.txt", "gone.txt")):
            assert run(*words)[:2] == (code, said)
            assert run(*words)[2].splitlines() == [line for line in trouble.splitlines() if line.startswith("factcheck: ")]

    def test_verbose_tells_the_settings_and_the_steps(self, run: Run) -> None:
        Path("factcheck.toml").write_text('[checks]\noff = ["quote"]\n')
        plain = run("split", "story.txt", "--json")
        code, said, told = run("split", "-v", "story.txt", "--json")
        assert (code, said) == plain[:2], "standard output is for the result"
        assert f"settings: {Path.cwd() / 'factcheck.toml'}" in told
        assert " s\n" in told
        assert run("split", "-q", "-v", "story.txt")[0] == 2


class TestColors:
    @pytest.mark.parametrize("words", [("check", "story.txt"), ("split", "story.txt"), ("review", "story.txt")])
    def test_are_there_when_they_are_asked_for(self, run: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
        assert "\x1b" not in run(*words)[1]
        assert "\x1b[1;31merror\x1b[0m [acronym]" in run(*words, "--color", "always")[1]
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[" in run(*words)[1]
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b" not in run(*words)[1]
        assert "\x1b[" in run("--color", "always", *words)[1], "what is said now counts more than what holds for all programs"
        assert "\x1b" not in run(*words, "--color", "never")[1]

    def test_are_never_in_what_programs_read(self, run: Run) -> None:
        for form in ("--json", "--sarif", "--github"):
            assert "\x1b" not in run("check", "story.txt", form, "--color", "always")[1]


class TestSettings:
    def test_of_a_named_file_count_in_the_place_of_the_nearest(self, run: Run) -> None:
        Path("factcheck.toml").write_text("[cheks]\n")
        Path("mine.toml").write_text('[checks]\noff = ["acronym"]\n')
        assert run("check", "story.txt")[0] == 2
        assert run("check", "story.txt", "--config", "mine.toml")[:2] == (0, "")

    def test_of_a_file_that_is_not_there_are_told_of(self, run: Run) -> None:
        code, _, trouble = run("check", "story.txt", "--config", "none.toml")
        assert (code, trouble) == (2, f"factcheck: {Path.cwd() / 'none.toml'} is no file with settings; name one that is there.\n")

    def test_of_a_named_file_are_trusted_no_more_than_others(self, run: Run) -> None:
        Path("mine.toml").write_text('[search]\nindex = "postgresql://elsewhere.example/all"\n')
        code, _, trouble = run("search", "a refit", "--config", "mine.toml")
        assert code == 2
        assert "if you trust it to, say so once: factcheck trust" in trouble
        assert run("trust", "mine.toml", "--yes")[0] == 0
        assert run("doctor", "--config", "mine.toml")[1].count("mine.toml may send claims") == 1


class TestNoInput:
    @pytest.mark.parametrize("words", [("trust", "."), ("merge", "--install")])
    def test_is_an_error_where_something_would_be_asked(self, run: Run, words: tuple[str, ...]) -> None:
        subprocess.run(["git", "init", "-q"], check=True)
        Path("factcheck.toml").write_text('[evidence]\narchive = "https://archive.example/"\n')
        code, _, trouble = run(*words, "--no-input", stdin="y\n")
        assert (code, trouble) == (2, "factcheck: this needs a yes, and --no-input forbids asking: add --yes.\n")
        code, said, asked = run(*words, stdin="n\n")
        assert code == 1
        assert "[y/N]" in asked
        assert "[y/N]" not in said


class TestDoctor:
    def topics(self, run: Run) -> dict[str, list[dict[str, object]]]:
        found: dict[str, list[dict[str, object]]] = {}
        for one in json.loads(run("doctor", "--json")[1])["findings"]:
            found.setdefault(one["topic"], []).append(one)
        return found

    def test_says_what_is_there_and_what_counts(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "/usr/bin:/bin")
        Path("factcheck.toml").write_text('reviewer = "Ben"\n[evidence]\narchive = "https://archive.example/"\n')
        code, said, _ = run("doctor")
        assert code == 0, said
        assert "its files are those that Factcheck was measured with" in said
        assert f"{Path.cwd() / 'factcheck.toml'}: reviewer, evidence" in said
        assert "decisions are made as Ada (from FACTCHECK_REVIEWER)" in said
        assert "may not send the addresses of sources to the archive at https://archive.example/, until you say so: factcheck trust" in said
        assert self.topics(run).keys() == {"program", "language", "extras", "settings", "folders", "trust"}

    def test_shows_no_key(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FACTCHECK_FACT_CHECK_TOOLS_KEY", "AIza-secret-1")
        said = run("doctor")[1]
        assert "FACTCHECK_FACT_CHECK_TOOLS_KEY" in said
        assert "secret" not in said

    @pytest.mark.parametrize("written", ["[cheks]\n", "[policy]\nso = 3\n", "no toml\n"])
    def test_marks_settings_that_do_not_fit(self, run: Run, written: str) -> None:
        Path("factcheck.toml").write_text(written)
        code, said, _ = run("doctor")
        assert code == 1
        faults = [line for line in said.splitlines() if line.startswith("! ") and str(Path.cwd() / "factcheck.toml") in line]
        assert len(faults) == 1

    def test_notices_a_command_of_another_installation(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        other = tmp_path / "bin" / "factcheck"
        other.parent.mkdir()
        other.write_text("#!/bin/sh\n")
        other.chmod(0o755)
        monkeypatch.setenv("PATH", str(other.parent))
        assert f"the command factcheck that is found first is {other}, of another installation" in run("doctor")[1]

    def test_notices_the_strangers_package_beside_ours(self, tmp_path: Path) -> None:
        """In an environment that has both, as pip lays them: theirs is one module, and a package of that name hides it."""
        venv.create(tmp_path / "env", symlinks=True)
        (site,) = (tmp_path / "env").glob("lib/python*/site-packages")
        (site / "factcheck").symlink_to(starting._HOME / "factcheck")
        (site / "factcheck.py").write_text("raise SystemExit('a stranger runs')\n")
        (site / "factcheck-1.3.0.2.dist-info").mkdir()
        (site / "factcheck-1.3.0.2.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: factcheck\nVersion: 1.3.0.2\n")
        (site / "ours.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
        python = tmp_path / "env" / "bin" / "python"
        done = subprocess.run([python, "-m", "factcheck", "doctor"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 1, done.stderr
        assert "! " in done.stdout
        assert "factcheck 1.3.0.2 is installed, too, which is somebody else's: `import factcheck` gives this program" in done.stdout
        assert "pip uninstall factcheck" in done.stdout


JSON = [
    ("split", "story.txt", "--json"), ("check", "story.txt", "--json"), ("check", "story.txt", "--sarif"),
    ("coverage", "claims/ferry.toml", "--json"), ("diff", "claims/ferry.toml", "claims/ferry.toml", "--json"), ("queue", "--json"),
    ("watch", "--json"), ("search", "rot in the frames", "--json"), ("stats", "--json"), ("stats", "--year", "2026", "--json"),
    ("doctor", "--json"), ("schema",),
]  # fmt: skip


@pytest.mark.parametrize("words", JSON, ids=" ".join)
def test_json_is_alone_on_standard_output(run: Run, words: tuple[str, ...]) -> None:
    """Whatever else is told, settings, steps and notices, is on standard error."""
    Path("factcheck.toml").write_text('[checks]\noff = ["quote"]\n')
    code, said, told = run(*words, "-v", "--color", "always")
    assert code in (0, 1), told
    assert isinstance(json.loads(said.splitlines()[0] if words[0] == "search" else said), dict)
    assert "settings: " in told


def test_errors_go_to_standard_error(run: Run) -> None:
    for words in (("split", "gone.txt"), ("export", "gone.toml"), ("check", "--look")):
        code, said, trouble = run(*words)
        assert (code, said) == (2, ""), words
        assert trouble


@pytest.mark.parametrize("words", [("queue",), ("check", "story.txt"), ("note", "claims/ferry.toml", "Who rings the yard?")], ids=" ".join)
@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_done_without(run: Run, words: tuple[str, ...], closed: str) -> None:
    """What is printed goes nowhere, least of all into a file that is opened in the place of the stream."""
    assert run("queue")[0] == 0  # the folder is there
    line = " ".join(f"'{word}'" for word in (*starting.command("factcheck"), *words))
    done = subprocess.run(["sh", "-c", f"{line} {closed}"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1 if words[0] == "check" else 0, "")
    assert CaseFile.open(Path("claims/ferry.toml")).case.claims == ferry_case().claims


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        (("check",), "check [OPTIONS] ARTICLE..."),
        (("published",), "published [OPTIONS] CASE [CLAIM]..."),
        (("merge",), "merge [OPTIONS] [BASE OURS THEIRS]"),
        (("explain",), "explain [OPTIONS] [ARTICLE|CHECK]"),
    ],
)
def test_help_says_what_is_taken_as_manuals_do(run: Run, words: tuple[str, ...], usage: str) -> None:
    shown = run(*words, "--help")[1]
    assert usage in shown.splitlines()[0]
    assert "list[" not in shown
    assert "<path>" not in shown


def test_a_value_that_is_none_of_a_few_is_told_with_these(run: Run) -> None:
    trouble = run("dossier", "claims", "--to", "csv")[2]
    assert "'csv' is not one of 'md', 'html'" in trouble
    assert "Value error" not in trouble


def test_folders_are_where_the_xdg_directories_say(tmp_path: Path) -> None:
    """By the XDG Base Directory Specification, on systems that follow it."""
    (tmp_path / "story.txt").write_text(FERRY)
    places = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    env = {**os.environ, **places}
    env.pop("FACTCHECK_STATE", None)
    done = subprocess.run(starting.command("factcheck", "doctor"), cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    if sys.platform == "linux":
        for place in places.values():
            assert f"{place}/factcheck" in done.stdout
