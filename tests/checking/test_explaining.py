"""What is told of a check: by its examples, by its rule, and by what was measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.checking import CHECKS, Check
from factcheck.checking.measured import measured
from factcheck.model import FactcheckError
from factcheck.pipeline.about_checks import explain_check


@pytest.mark.parametrize("each", list(CHECKS), ids=lambda c: c.id)
def test_every_check_tells_its_rule_its_numbers_and_each_example(each: Check) -> None:
    told = list(explain_check(each))
    assert told[0] == f"{each.id}: {each.looks_for}"
    assert f"The rule: {each.rule}." in told
    assert sum(line.startswith("  - ") for line in told) == len(each.catches) + len(each.passes)
    assert sum(line.startswith("      ") for line in told) >= len(each.catches)


def test_the_numbers_are_of_checks_that_there_are_and_none_was_right_more_often_than_it_was_read() -> None:
    assert set(measured().checks) == set(CHECKS.ids)
    assert all(c.right <= c.read <= c.sure + c.look and c.found <= measured().slips for c in measured().checks.values())


def test_the_command_explains_a_check_by_its_id(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert list(pipeline.explain("timeline", None)) == list(explain_check(CHECKS["timeline"]))


def test_a_file_that_has_the_name_of_a_check_is_an_article(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("timeline").write_text("The harbour\n\nThe ferry sank, said Ann Lee.\n", encoding="utf-8")
    assert list(pipeline.explain("timeline", None)) != list(explain_check(CHECKS["timeline"]))


def test_a_name_that_is_neither_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FactcheckError, match="timelime"):
        list(pipeline.explain("timelime", None))
