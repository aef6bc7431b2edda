"""The figures of a year: what was checked in it and stands so, whose claims, on how many sources, and by whom."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile
from factcheck.model import Aspect, Case, ClaimKind, Evidence, EvidenceLevel, Review, SignAction, SignOff, Verdict
from factcheck.model.entity import Entity, EntityKind, How, Mention
from factcheck.reporting.year import CheckYear, figures_of, year_as_table
from tests.builders import AT, FERRY, ferry_case, words
from tests.commands import Run, commands

LATER = datetime(2025, 2, 3, tzinfo=UTC)
OKAFOR = Entity(
    id="e1", kind=EntityKind.PERSON, name="Ruth Okafor", party="Harbour Party",
    mentions=(Mention(**words(FERRY, "Ruth Okafor").model_dump(), how=How.NAME),),
)  # fmt: skip


def judged(case: Case, kind: str, *reviews: Review, evidence: tuple[Evidence, ...] = ()) -> Case:
    """The case with those verdicts, and that evidence, on its first claim of a kind."""
    claim = next(one for one in case.claims if one.kind == kind)
    said = claim.speaker.model_copy(update={"entity": "e1"}) if claim.speaker is not None and kind == "quote" else claim.speaker
    given = tuple(review.model_copy(update={"judged": claim.judged}) for review in reviews)
    return case.with_claim(claim.model_copy(update={"reviews": given, "evidence": evidence, "speaker": said}))


def rated(verdict: Verdict, by: str = "Ada", aspect: Aspect | None = None, at: datetime = AT) -> Review:
    return Review(by=by, at=at, aspect=aspect, verdict=verdict)


def found(case: Case, year: int = 2024) -> CheckYear:
    return figures_of([case], year).checks


def test_checks_are_counted_in_the_year_in_which_they_were_decided() -> None:
    case = judged(ferry_case(), "assertion", rated(Verdict.FALSE))
    case = judged(case, "quote", rated(Verdict.VERIFIED, aspect=Aspect.SO, at=LATER))
    assert [(one.checks, one.stories, one.weeks) for one in (found(case), found(case, 2025), found(case, 2026))] == [
        (1, 1, 1), (1, 1, 1), (0, 0, 0),
    ]  # fmt: skip
    assert found(case).months[3] == 1
    assert found(case).verdicts == {Verdict.FALSE: 1}


def test_that_it_was_said_is_no_verdict_on_whether_it_is_so() -> None:
    case = judged(ferry_case(), "quote", rated(Verdict.VERIFIED, aspect=Aspect.SAID))
    assert (found(case).checks, found(case).only_said, found(case).verdicts) == (1, 1, {})
    assert "1  only whether it was said" in year_as_table(figures_of([case], 2024))


def test_dates_and_figures_within_a_claim_and_verdicts_on_other_words_are_no_checks() -> None:
    case = judged(ferry_case(), "date", rated(Verdict.VERIFIED))
    half = next(one for one in case.claims if one.kind is ClaimKind.ASSERTION)
    stale = rated(Verdict.VERIFIED).model_copy(update={"judged": "0"})
    assert found(case.with_claim(half.model_copy(update={"reviews": (stale,)}))).checks == 0


def test_whose_claims_they_are_by_kind_and_party() -> None:
    case = ferry_case().model_copy(update={"entities": (OKAFOR,)})
    case = judged(case, "quote", rated(Verdict.VERIFIED, aspect=Aspect.SO))
    case = judged(case, "statement", rated(Verdict.VERIFIED, aspect=Aspect.SO))
    case = judged(case, "assertion", rated(Verdict.VERIFIED))
    assert found(case).speakers == {"nobody named": 1, "person": 1, "the article itself": 1}
    assert found(case).parties == {"Harbour Party": 1}
    assert found(case).kinds == {"assertion": 1, "quote": 1, "statement": 1}


def test_independent_and_primary_sources_are_counted_of_what_leans_on_any() -> None:
    log = Evidence(source="The log", level=EvidenceLevel.PRIMARY)
    case = judged(ferry_case(), "assertion", rated(Verdict.FALSE), evidence=(log, Evidence(source="The yard")))
    case = judged(case, "statement", rated(Verdict.VERIFIED, aspect=Aspect.SO))
    case = judged(case, "quote", rated(Verdict.OPINION, aspect=Aspect.SO))
    one = found(case)
    assert (one.checks, one.leaning, one.sources, one.two, one.primary, one.unsourced) == (3, 2, 1.0, 1, 1, 1)
    table = year_as_table(figures_of([case], 2024))
    assert (
        "Independent sources of the 2 that need any: 1.0 on average; two or more: 1 (50 %); a primary one: 1 (50 %); none: 1 (50 %)."
        in table
    )


def test_readers_sign_offs_and_an_empty_year() -> None:
    case = judged(ferry_case(), "assertion", rated(Verdict.FALSE), rated(Verdict.FALSE, by="Ben"))
    case = case.model_copy(update={"signoffs": (SignOff(action=SignAction.SIGNED, by="Eva", at=AT, seal=case.seal),)})
    assert (found(case).readers, found(case).read_twice, found(case).signed) == (2, 1, 1)
    assert year_as_table(figures_of([], 2024)).startswith("0 claims checked in 2024, in 0 stories (0 signed off).\n")
    assert found(ferry_case()).sources is None


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return commands(monkeypatch, capsys)


def test_the_command_tells_both_checks_and_corrections(tmp_path: Path, run: Run) -> None:
    CaseFile.create(tmp_path / "ferry.toml", ferry_case(reviewed=True).model_copy(update={"flags": ()}))
    code, out, _ = run("stats", tmp_path, "--year", "2024")
    assert code == 0
    assert out.startswith("2 claims checked in 2024, in 1 story (0 signed off).\n")
    assert "0 corrections in 2024." in out
    told = json.loads(run("stats", tmp_path, "--year", "2024", "--json")[1])
    assert (told["year"], told["corrections"], told["checks"]["checks"], told["checks"]["verdicts"]) == (2024, 0, 2, {"disputed": 1})
