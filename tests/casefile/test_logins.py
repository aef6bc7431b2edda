"""A case file with names and passwords in its addresses can be opened, and loses them, and nothing else, at the next save."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.casefile import CaseFile
from factcheck.model import Evidence, Quotation, Source
from factcheck.reporting import source_list
from tests.builders import AT, ferry_case
from tests.commands import commands

CLEAN, WRITTEN = "https://post.example/pier", "https://ada:hunter2@post.example/pier"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case whose file was edited by hand: a login in the evidence, in the source, and in the article's address."""
    case = ferry_case()
    evidence = Evidence(url=CLEAN, quote="nine frames")
    case = case.with_claim(case.claims[0].model_copy(update={"evidence": (evidence,)}))
    source = Source(
        url=CLEAN, status="dead: 404 Not Found", fetched=AT, sha256="0" * 64, kept=AT, address=f"{CLEAN}/", archive=f"{CLEAN}/kept",
        quotations=(Quotation(claim=case.claims[0].id, quote="nine frames", match=100),),
    )  # fmt: skip
    case = case.model_copy(update={"sources": (source,), "article": case.article.model_copy(update={"source": f"{CLEAN}.txt"})})
    path = tmp_path / "ferry.toml"
    CaseFile.create(path, case)
    text = path.read_text("utf-8").replace("[[claims.evidence]]", "# from the archive desk\n[[claims.evidence]]").replace(CLEAN, WRITTEN)
    path.write_text(text, "utf-8")
    assert text.count("hunter2") == 5
    return path


def test_opening_says_that_they_are_left_out(path: Path) -> None:
    opened = pipeline.open_case(path)
    assert opened.notice is not None
    assert "ferry.toml has a name or a password in 5 of its addresses; they are left out" in opened.notice
    assert CaseFile.create(path.with_stem("other"), opened.unchecked).notice is None


def test_saving_leaves_them_out_and_keeps_all_else(path: Path) -> None:
    before = path.read_text("utf-8")
    file = CaseFile.open(path)
    assert file.save(file.case).conflicts == ()
    assert path.read_text("utf-8") == before.replace("ada:hunter2@", "")
    assert CaseFile.open(path).notice is None


def test_no_report_has_them(path: Path, tmp_path: Path) -> None:
    told: list[str] = []
    written = pipeline.export_case(path, tmp_path / "export", [], on_notice=told.append)
    assert len(told) == 1
    for report in written:
        assert b"hunter2" not in report.read_bytes(), report.name
    html, markdown = ((tmp_path / "export" / f"ferry.{ending}").read_text("utf-8") for ending in ("html", "md"))
    assert "The source has these words, in the old snapshot of 2024-03-05: now it is dead" in html
    assert "in the old snapshot of 2024-03-05" in markdown.replace("\\", "")


def test_commands_tell_of_them_without_showing_them(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path.parent)
    run = commands(monkeypatch, capsys)
    for command in (["review", path], ["export", path, "--to", "json"], ["evidence", path, "--list"]):
        code, said, told = run(*command)
        assert code == 0
        assert "hunter2" not in said + told
        assert "a name or a password in 5 of its addresses" in said + told


def test_a_list_of_the_sources_says_which_words_are_of_an_old_snapshot(path: Path) -> None:
    listed = source_list(pipeline.open_case(path).unchecked)
    assert "“nine frames”: the source has these words, in the old snapshot of 2024-03-05: now it is dead" in listed


def test_an_article_at_such_an_address_is_refused_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, told = commands(monkeypatch, capsys)("split", "https://ada:hunter2@127.0.0.1/story")
    assert code == 2
    assert "https://127.0.0.1/story cannot be fetched (refused: it has a name or password in it)" in told
    assert "hunter2" not in told
