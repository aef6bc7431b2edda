"""A factcheck.toml that turns checks off is told of, so that nothing flagged is not taken for nothing wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from factcheck import cli, pipeline
from tests.builders import FERRY


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    Path("story.txt").write_text(FERRY, "utf-8")
    return tmp_path


def settle(folder: Path, words: str) -> None:
    (folder / "factcheck.toml").write_text(f"[checks]\n{words}\n", "utf-8")


def all_off(folder: Path) -> None:
    settle(folder, f"off = {json.dumps(list(pipeline.check_rules()))}")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["factcheck", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert isinstance(left.value.code, int)
    return left.value.code


def test_checks_that_are_off_are_named_with_the_file_that_turns_them_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(folder, 'off = ["name", "acronym"]\nseverity = { title = "look" }')
    run(monkeypatch, "check", "story.txt")
    of = len(pipeline.check_rules())
    assert capsys.readouterr().err == (
        f"{folder / 'factcheck.toml'} turns off 2 of {of} checks (acronym, name), "
        f"and has 1 of {of} checks give only weak hints (title), which --look shows.\n"
    )


@pytest.mark.parametrize("form", [[], ["--json"], ["--sarif"], ["--github"]])
def test_all_checks_off_is_no_clean_article(
    folder: Path, form: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    all_off(folder)
    assert run(monkeypatch, "check", "story.txt", *form) == 0
    printed = capsys.readouterr()
    assert "turns off every check" in printed.err
    assert "so nothing was checked: no flags does not mean no mistakes" in printed.err
    if form == ["--sarif"]:
        (invocation,) = json.loads(printed.out)["runs"][0]["invocations"]
        assert {one["descriptor"]["id"] for one in invocation["ruleConfigurationOverrides"]} == set(pipeline.check_rules())
        assert "turns off every check" in invocation["toolConfigurationNotifications"][0]["message"]["text"]
    if form == ["--github"]:
        assert printed.out.startswith("::warning title=factcheck::")


def test_without_such_settings_nothing_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder, 'severity = { title = "error" }')
    assert run(monkeypatch, "check", "story.txt", "--sarif") == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "invocations" not in json.loads(printed.out)["runs"][0]


def test_opening_an_article_says_so_too(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    all_off(folder)
    run(monkeypatch, "review", "story.txt")
    assert "turns off every check" in capsys.readouterr().out
    assert "turns off every check" in (pipeline.open_case("claims/story.toml").notice or "")
    run(monkeypatch, "export", "claims/story.toml", "--to", "sarif")
    assert "turns off every check" in capsys.readouterr().err
    (invocation,) = json.loads(Path("export/story.sarif").read_text("utf-8"))["runs"][0]["invocations"]
    assert "turns off every check" in invocation["toolConfigurationNotifications"][0]["message"]["text"]
