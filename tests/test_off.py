"""`factcheck: off CHECK … on` in a comment of an article: for one passage, and told where there is no such check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck import pipeline
from factcheck.casefile import CaseFile
from factcheck.checking import check, unknown_checks
from factcheck.model import Article
from tests.commands import commands

MARKDOWN = """\
# Rain falls

<!-- factcheck: off slip -->
The rain fell on the the town.
<!-- factcheck: on -->

It fell on <!-- factcheck: off slip, weekday --> the the hill <!-- factcheck: on slip --> and on of of the sea.
"""
PAGE = """\
<html><body><article><h1>Rain falls on the whole town</h1>
<!-- factcheck: off slip --><p>The rain fell on the the town all of Monday, and nobody there had a coat to put on.</p><!-- factcheck: on -->
<p>It fell on the the hill all of Tuesday as well, where the farmers were glad of it after a dry and windy month.</p>
</article></body></html>
"""


def read(tmp_path: Path, name: str, text: str) -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return factcheck.read(str(path), published=date(2024, 3, 5))


def off(article: Article) -> list[tuple[str, tuple[str, ...]]]:
    return [(article.words(passage), passage.checks) for passage in article.off]


def flagged(article: Article) -> list[str]:
    return [flag.spans[0].text for flag in check(article, ()) if flag.check == "slip"]


def test_a_comment_of_markdown_turns_checks_off_until_another_turns_them_on(tmp_path: Path) -> None:
    article = read(tmp_path, "story.md", MARKDOWN)
    assert article.text == "Rain falls\n\nThe rain fell on the the town.\n\nIt fell on the the hill and on of of the sea."
    assert off(article) == [
        ("The rain fell on the the town.", ("slip",)),
        ("the the hill ", ("slip", "weekday")),
        ("and on of of the sea.", ("weekday",)),
    ]
    assert flagged(article) == ["of of"]


def test_a_comment_of_a_web_page_does_so_too(tmp_path: Path) -> None:
    article = read(tmp_path, "story.html", PAGE)
    assert [checks for _, checks in off(article)] == [("slip",)]
    assert "factcheck" not in article.text
    assert len(flagged(article)) == 1
    assert article.text[check(article, ())[0].spans[0].end :].startswith(" hill")


def test_what_is_never_turned_on_again_is_off_to_the_end_and_no_name_means_all(tmp_path: Path) -> None:
    article = read(tmp_path, "story.md", "# Rain\n\nThe the rain fell.\n\n<!-- factcheck: off -->\n\nThe the sun shone.\n\nThe the end.\n")
    assert off(article) == [("The the sun shone.\n\nThe the end.", ())]
    assert flagged(article) == ["The the"]


@pytest.mark.parametrize("comment", ["<!-- factcheck off slip -->", "<!-- factcheck: offside -->", "<!-- Factcheck: off -->", "off slip"])
def test_other_comments_turn_nothing_off(tmp_path: Path, comment: str) -> None:
    assert read(tmp_path, "story.md", f"# Rain\n\n{comment}\n\nThe the rain fell.\n").off == ()


def test_a_check_that_there_is_not_is_told_and_the_others_are_run(tmp_path: Path) -> None:
    text = "# Rain\n\n<!-- factcheck: off slop -->\n\nThe the rain fell on the town.\n"
    article = read(tmp_path, "story.md", text)
    told: list[str] = []
    run = pipeline.CheckRun([str(tmp_path / "story.md")], lambda _: None, tmp_path, pipeline.NOTHING_KNOWN, False, told.append)
    assert [flag.check for case in run for flag in case.flags] == ["slip"]
    assert unknown_checks(article) == ["slop"]
    assert "has factcheck: off slop, and the checks are account," in told[0]


def test_a_case_file_keeps_what_is_off(tmp_path: Path) -> None:
    read(tmp_path, "story.md", MARKDOWN)
    opened = pipeline.start_case(str(tmp_path / "story.md"), tmp_path / "claims")
    assert "off = [" in opened.file.path.read_text("utf-8")
    assert CaseFile.open(opened.file.path).case.article.off == opened.case.article.off != ()


def test_a_comment_that_goes_from_the_article_goes_from_its_case(tmp_path: Path) -> None:
    read(tmp_path, "story.md", MARKDOWN)
    pipeline.start_case(str(tmp_path / "story.md"), tmp_path / "claims")
    read(tmp_path, "story.md", MARKDOWN.replace("<!-- factcheck: off slip -->\n", ""))
    again = pipeline.start_case(str(tmp_path / "story.md"), tmp_path / "claims")
    assert (again.notice or "").startswith("Checks are off where the article's comments say so now.")
    assert len(again.case.article.off) == 2


def test_an_article_that_turns_checks_off_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody takes silence for a clean article: a stranger's own comments could make it."""
    story = tmp_path / "story.md"
    story.write_text("Port\n\nThe HPTA shut.\n\n<!-- factcheck: off acronym -->\nThe HTPA will open.\n<!-- factcheck: on -->\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    _, _, told = commands(monkeypatch, capsys)("check", "story.md")
    assert "story.md turns off acronym in 1 passage by its own comments." in told
