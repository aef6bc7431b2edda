"""Flags as linters give them."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from sarif_pydantic import Sarif

from factcheck import reporting
from factcheck.model import Case, Severity
from tests.builders import AT, ferry_case

RULES = {"acronym": "one abbreviation in two spellings", "source": "nobody introduced"}


def with_flag(case: Case, **changes: object) -> Case:
    return case.model_copy(update={"flags": (case.flags[0].model_copy(update=changes),)})


def test_a_sarif_log_has_every_place_and_the_fingerprint() -> None:
    case = ferry_case()
    flag = case.flags[0]
    (text,) = reporting.as_sarif([case], RULES, "1.0")
    (result,) = Sarif.model_validate_json(text).runs[0].results
    assert (result.rule_id, result.level, result.message.text) == (flag.check, "error", flag.message)
    places = [result.locations[0], *result.related_locations]
    regions = [place.physical_location.region for place in places]
    assert [(r.char_offset, r.snippet.text) for r in regions] == [(span.start, span.text) for span in flag.spans]
    lines = case.article.text.split("\n")
    for region in regions:
        assert lines[region.start_line - 1][region.start_column - 1 : region.end_column - 1] == region.snippet.text
    assert result.partial_fingerprints == {"factcheck/v1": flag.fingerprint}
    assert result.suppressions == []


def test_what_was_dismissed_is_suppressed_with_its_reason() -> None:
    case = ferry_case()
    dismissal = {"fingerprint": case.flags[0].fingerprint, "check": "acronym", "by": "Ada", "at": AT, "reason": "two bodies"}
    dismissed = Case.model_validate({**case.model_dump(), "dismissals": [dismissal]})
    (text,) = reporting.as_sarif([dismissed], RULES, "1.0")
    (result,) = Sarif.model_validate_json(text).runs[0].results
    assert [s["justification"] for s in result.suppressions] == ["Ada: two bodies"]
    assert reporting.flag_lines(dismissed) == reporting.as_github(dismissed) == []


def test_what_only_wants_a_look_is_told_when_asked_for() -> None:
    case = with_flag(ferry_case(), severity=Severity.LOOK)
    assert reporting.flag_lines(case) == reporting.as_github(case) == []
    assert len(reporting.flag_lines(case, look=True)) == 1
    assert reporting.as_github(case, look=True)[0].startswith("::notice file=ferry.txt,line=")


def test_github_reads_one_command_whatever_the_article_says() -> None:
    case = with_flag(ferry_case(), message="100%\n::error::no")
    case = case.model_copy(update={"article": case.article.model_copy(update={"source": "a,b:c%.txt"})})
    (line,) = reporting.as_github(case)
    assert "\n" not in line
    assert line.startswith("::error file=a%2Cb%3Ac%25.txt,line=")
    assert line.rpartition("title=acronym::")[2].startswith("100%25")


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_any_words_make_a_log_that_can_be_read(message: str, source: str) -> None:
    case = with_flag(ferry_case(), message=message)
    case = case.model_copy(update={"article": case.article.model_copy(update={"source": source})})
    (text,) = reporting.as_sarif([case], RULES, "1.0")
    assert json.loads(text)["runs"][0]["results"][0]["ruleIndex"] == 0
    assert Sarif.model_validate_json(text).version == "2.1.0"
