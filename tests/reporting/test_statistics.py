"""How a folder of cases goes, as a table, JSON and a picture."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from factcheck.casefile import CaseFile
from factcheck.model import Case, Review, Standing, Verdict
from factcheck.pipeline import each_case
from factcheck.reporting import as_svg, as_table, statistics
from tests.builders import AT, article, claim, ferry_case
from tests.model.test_signing import decided, signed
from tests.reporting.test_reports import HOSTILE


def paced(minutes: list[float]) -> Case:
    """The ferry's case with a verdict by Ada at each of these minutes."""
    case = ferry_case()
    for minute, one in zip(minutes, case.claims, strict=False):
        review = Review(by="Ada", at=AT + timedelta(minutes=minute), aspect=one.aspects[0], verdict=Verdict.VERIFIED, judged=one.judged)
        case = case.with_claim(one.model_copy(update={"reviews": (review,)}))
    return case


def test_a_folder_is_summed_up(tmp_path: Path) -> None:
    both = decided(decided(), by="Bo", verdict=Verdict.FALSE)
    for name, case in (("a", ferry_case(reviewed=True)), ("b", signed(decided())), ("c", both)):
        CaseFile.create(tmp_path / f"{name}.toml", case.model_copy(update={"flags": ()}))
    (tmp_path / "d.toml").write_text("broken")
    found = statistics(each_case(tmp_path))
    assert [one.case for one in found.cases] == ["a.toml", "b.toml", "c.toml", "d.toml"]
    assert (found.claims, found.signed, found.questions) == (30, 1, 1)
    assert found.standings[Standing.CONFLICT] == 10
    assert found.cases[3].error
    assert [(pair.readers, pair.alike) for pair in found.agreements] == [(("Ada", "Bo"), 0)]
    table = as_table(found)
    assert "4 cases, 30 claims" in table
    assert "signed off by Eva" in table
    assert "unreadable" in table
    assert json.loads(found.model_dump_json())["standings"]["conflict"] == 10


def test_pace_leaves_pauses_out() -> None:
    (pace,) = statistics([("a", paced([0, 1, 2, 60, 61]))]).pace
    assert (pace.decisions, pace.per_hour) == (5, 60.0)
    (once,) = statistics([("a", paced([0]))]).pace
    assert once.per_hour is None


def test_no_cases_and_no_claims_are_told_too(tmp_path: Path) -> None:
    for cases in ([], [("a", Case(article=ferry_case().article))]):
        found = statistics(cases)
        assert "0 claims: none." in as_table(found)
        ET.fromstring(as_svg(found))  # noqa: S314 - our own picture
    assert list(each_case(tmp_path / "nowhere")) == []


def test_the_picture_is_the_same_twice_and_hostile_words_are_words_in_it() -> None:
    text = f"{HOSTILE}\n\nBody ends."
    case = Case(article=article(text), claims=(claim(text, "assertion", "Body ends."),))
    found = statistics([("a.toml", case), ("b.toml", decided())])
    drawn = as_svg(found)
    assert drawn == as_svg(found)
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(drawn).iter()}  # noqa: S314 - our own picture
    assert "script" not in tags
    assert "http" not in drawn.replace("http://www.w3.org/", "")
