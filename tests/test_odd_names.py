"""Files whose names are not UTF-8 are read, kept under their whole names, and found again, by every command."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import cli, pipeline
from factcheck.casefile import CaseFile
from factcheck.model import Article, CaseSummary, Dismissal, kept_name, name_kept
from tests.builders import AT, FERRY

ARTICLE, CASE = os.fsdecode(b"in/caf\xe9.txt"), os.fsdecode(b"claims/caf\xe9.toml")
KEPT = "file:in/caf%E9.txt"


@given(st.binary(min_size=1, max_size=30).filter(lambda name: b"\0" not in name))
def test_any_name_can_be_kept_and_had_again(name: bytes) -> None:
    path = os.fsdecode(name)
    kept = kept_name(path)
    kept.encode("utf-8")
    assert (kept == path) == _is_utf8(name)
    if not path.startswith("file:"):
        assert os.fsencode(name_kept(kept)) == name or path.startswith("//")


def _is_utf8(name: bytes) -> bool:
    try:
        return bool(name.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def test_a_name_that_no_disk_can_have_can_be_kept_too() -> None:
    assert Article(text="A pier.", source="\ud800.txt").source == "file:%ED%A0%80.txt"


def test_a_summary_of_a_case_with_such_a_name_comes_back_from_json() -> None:
    summary = CaseSummary(path=Path(CASE))
    assert CaseSummary.model_validate_json(summary.model_dump_json()) == summary


class Desk:
    """A folder with such an article, in which commands are run."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str, code: int = 0) -> str:
        """What a command prints; on standard error only what it should."""
        self._monkeypatch.setattr(sys, "argv", ["factcheck", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        printed = self._capsys.readouterr()
        assert left.value.code == code, printed.err
        assert "error of the program" not in printed.err
        return printed.out + printed.err


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    try:
        (tmp_path / "in").mkdir()
        (tmp_path / ARTICLE).write_text(FERRY, "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Desk(capsys, monkeypatch)


@pytest.fixture
def case(run: Desk) -> Path:
    """A case of the article, whose own file has such a name too."""
    assert run("split", ARTICLE, "--toml") == "claims/caf-e9.toml\n"
    return Path(shutil.move("claims/caf-e9.toml", CASE))


def test_an_article_is_checked_in_every_form(run: Desk) -> None:
    assert f"{KEPT}:" in run("check", ARTICLE, code=1)
    assert f"{KEPT}:" in run("check", "in", code=1)
    assert json.loads(run("check", ARTICLE, "--json", code=1))["article"]["source"] == KEPT
    log: Any = json.loads(run("check", ARTICLE, "--sarif", code=1))
    uris = {place["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"] for place in result["locations"]}
    assert uris == {"in/caf%E9.txt"}
    assert "file=file%3Ain/caf%25E9.txt" in run("check", ARTICLE, "--github", code=1)
    assert json.loads(run("split", KEPT, "--json"))["article"]["source"] == KEPT
    assert "file:in/nope%E9.txt does not exist" in run("check", os.fsdecode(b"in/nope\xe9.txt"), code=2)


def test_what_was_dismissed_in_the_case_of_one_stays_dismissed_in_it_and_not_in_another(run: Desk) -> None:
    run("split", ARTICLE, "--toml")
    file = CaseFile.open(Path("claims/caf-e9.toml"))
    flags = pipeline.with_flags(file.case).flags
    gone = tuple(Dismissal(fingerprint=flag.fingerprint, check=flag.check, by="Ada", at=AT, reason="so written") for flag in flags)
    file.save(file.case.model_copy(update={"dismissals": gone}))
    assert run("check", ARTICLE, "--look") == ""
    other = os.fsdecode(b"in/caf\xe8.txt")
    shutil.copy(ARTICLE, other)
    assert "file:in/caf%E8.txt:" in run("check", other, code=1)


def test_its_case_is_opened_listed_searched_and_counted(run: Desk, case: Path) -> None:
    assert KEPT in run("review", str(case))
    for _ in range(2):  # the second time from what was kept of the first
        assert "Harbour ferry refit" in run()
    assert run("stats") != ""
    assert json.loads(run("stats", "--json"))["cases"][0]["case"] == "file:caf%E9.toml"
    assert "Harbour ferry" in run("search", "the refit of the ferry would cost")
    assert json.loads(run("search", "the refit of the ferry would cost", "--json", "-n", "1"))["case"] == "file:claims/caf%E9.toml"
    assert "0 sources" in run("evidence", str(case), "--list")
    assert "0 sources" in run("evidence", str(case))
    assert run("merge", str(case), str(case), str(case)) == ""


def test_its_case_is_exported_and_imported(run: Desk, case: Path) -> None:
    run("export", str(case))
    assert run("import", os.fsdecode(b"export/caf\xe9.json"), "--out", "again") == "again/caf-e9.toml\n"
    assert CaseFile.open(Path("again/caf-e9.toml")).case == CaseFile.open(case).case


def test_its_case_is_compared_and_packed(run: Desk, case: Path) -> None:
    shutil.copy(case, "claims/other.toml")
    assert run("diff", str(case), "claims/other.toml") == "No difference: file:claims/caf%E9.toml and claims/other.toml say the same.\n"
    assert json.loads(run("diff", str(case), str(case), "--json"))["old"] == "file:claims/caf%E9.toml"
    assert "no git" in run("diff", str(case), code=2) or "git cannot tell" in run("diff", str(case), code=2)
    assert run("bundle", str(case)).startswith("export/caf.zip\n")
    assert run("verify-bundle", "export/caf.zip").startswith("Complete: ")


def test_its_case_is_updated_by_either_name(run: Desk, case: Path) -> None:
    Path(ARTICLE).write_text(FERRY.replace("nine of the twelve", "ten of the twelve"), "utf-8")
    shutil.copy(case, "claims/other.toml")
    assert "changed" in run("update", str(case), ARTICLE)
    assert "changed" in run("update", "claims/other.toml", KEPT)
    assert CaseFile.open(case).case.article.source == KEPT


def test_an_archive_with_one_is_worked_through(run: Desk) -> None:
    for place in ("sheet.csv", "sheet.sqlite"):
        assert "1 article: 1 made" in run("batch", "in", "--out", place[6:], "--summary", place, "--jobs", "1")
    with Path("sheet.csv").open(encoding="utf-8", newline="") as sheet:
        assert [row["source"] for row in csv.DictReader(sheet)] == [KEPT]
    assert "neither a file nor a folder" in run("batch", os.fsdecode(b"nope\xe9.txt"), code=2)
