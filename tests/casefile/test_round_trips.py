"""What is written is read back exactly, whatever a case holds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.casefile import CaseFile, load
from factcheck.casefile.loading import parse
from factcheck.casefile.sheet import Sheet
from factcheck.model import Case, FactcheckError
from tests.builders import article, ferry_case
from tests.casefile.cases import HOSTILE, cases, change, decide


def render(case: Case) -> str:
    return Sheet().showing(case)[0].text


unhurried = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@unhurried
@given(cases())
def test_any_case_is_read_back_as_it_was_written(case: Case) -> None:
    text = render(case)
    again = parse(text.encode(), "a.toml").case
    assert again == case
    assert render(again) == text


@pytest.mark.long
@settings(unhurried, max_examples=3000)
@given(cases())
def test_any_of_very_many_cases_is_read_back_as_it_was_written(case: Case) -> None:
    assert parse(render(case).encode(), "a.toml").case == case


@unhurried
@given(st.sampled_from(HOSTILE), st.sampled_from(HOSTILE))
@example("a \n", '""')
def test_any_words_in_the_article_survive(one: str, two: str) -> None:
    case = Case(article=article(one + "\n" + two, furniture=()))
    assert parse(render(case).encode(), "a.toml").case == case


def test_a_case_is_read_back_from_its_file(tmp_path: Path) -> None:
    case = ferry_case(reviewed=True)
    CaseFile.create(tmp_path / "ferry.toml", case)
    assert load(tmp_path / "ferry.toml") == case.model_copy(update={"flags": ()})


def test_a_git_that_writes_windows_line_ends_changes_nothing() -> None:
    case = ferry_case(reviewed=True).model_copy(update={"flags": ()})
    assert parse(render(case).replace("\n", "\r\n").encode(), "a.toml").case == case


def test_an_editor_that_adds_a_byte_order_mark_changes_nothing() -> None:
    case = ferry_case().model_copy(update={"flags": ()})
    assert parse(b"\xef\xbb\xbf" + render(case).encode(), "a.toml").case == case


def test_an_editor_that_strips_blanks_at_line_ends_changes_nothing() -> None:
    case = Case(article=article("One \nTwo\t\n  \n", furniture=()))
    stripped = "\n".join(line.rstrip() for line in render(case).split("\n"))
    assert parse(stripped.encode(), "a.toml").case == case


def test_a_lone_surrogate_is_saved_as_a_replacement_sign() -> None:
    case = decide(ferry_case(), 0, "A\ud800da")
    assert parse(render(case).encode(), "a.toml").case.claims[0].reviews[0].by == "A\ufffdda"


def test_what_a_terminal_would_obey_is_written_as_an_escape() -> None:
    text = render(change(ferry_case(), 0, gist="\x1b[2J\u202e\x9b"))
    assert r'gist = "\u001b[2J\u202e\u009b"' in text


def test_quotation_marks_in_the_article_stay_as_they_are() -> None:
    assert 'said: "We found rot in nine of the twelve frames." She' in render(ferry_case())


def test_every_verdict_is_a_table_of_its_own() -> None:
    text = render(decide(ferry_case(), 7, "Ada", "false"))
    assert '\n[[claims.reviews]]\nverdict = "false"\n' in text
    assert tomllib.loads(text)["claims"][7]["reviews"][0]["verdict"] == "false"


def test_one_verdict_is_a_few_lines_of_difference() -> None:
    before, after = render(ferry_case()).splitlines(), render(decide(ferry_case(), 3, "Ada")).splitlines()
    added = [line for line in after if line not in before]
    judged = ferry_case().claims[3].judged
    assert len(after) - len(before) == 6
    assert added == ["[[claims.reviews]]", 'verdict = "verified"', 'by = "Ada"', "at = 2024-03-05T10:30:00Z", f'judged = "{judged}"']


def test_a_claim_whose_place_is_wrong_is_never_written() -> None:
    with pytest.raises(FactcheckError, match="does not match the article's words"):
        render(change(ferry_case(), 0, text="The mayor said"))


def test_nothing_that_toml_cannot_hold_is_written() -> None:
    case = ferry_case()
    with pytest.raises(FactcheckError, match="cannot be written"):
        render(Case.model_validate({"article": case.article, "odd": object()}))
