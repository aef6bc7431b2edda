"""What stands in the way of a sign-off, and what a sign-off covers."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from factcheck.model import (
    Aspect,
    Case,
    Claim,
    ClaimKind,
    Evidence,
    Policy,
    Review,
    ReviewRole,
    SignAction,
    SignOff,
    Source,
    Stance,
    Verdict,
    hindrances,
)
from tests.builders import AT, ferry_case

COST, ROT, HALF = "The council said", "Engineer Ruth", "The Regional"


def find(case: Case, words: str) -> Claim:
    return next(claim for claim in case.claims if claim.text.startswith(words))


def decided(case: Case | None = None, by: str = "Ada", verdict: Verdict = Verdict.VERIFIED, role: str = "checker") -> Case:
    """The case after somebody has decided on everything that must be."""
    case = case or ferry_case()
    for claim in case.claims:
        review = Review(by=by, at=AT, role=ReviewRole(role), aspect=claim.aspects[0], verdict=verdict, judged=claim.judged)
        case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, review)}))
    return case


def missing(case: Case, **policy: object) -> dict[str, str]:
    found = hindrances(case, Policy.model_validate(policy))
    return {case.claim(one.claim).text.split(",")[0][:20]: f"{one.missing} ({one.aspect})" for one in found}


def with_evidence(case: Case, words: str, *items: Evidence) -> Case:
    claim = find(case, words)
    return case.with_claim(claim.model_copy(update={"evidence": (*claim.evidence, *items)}))


def test_every_claim_must_be_decided_once() -> None:
    assert len(missing(ferry_case())) == len(ferry_case().claims)
    assert missing(decided()) == {}


def test_readers_who_differ_stand_in_the_way_until_an_editor_settles_it() -> None:
    case = decided(decided(), by="Bo", verdict=Verdict.FALSE)
    assert set(missing(case).values()) == {"readers differ (None)", "readers differ (said)"}
    assert missing(decided(case, by="Eva", role="editor")) == {}


def test_a_decision_on_other_words_stands_in_the_way() -> None:
    case = decided()
    case = case.with_claim(find(case, HALF).model_copy(update={"text": "The Regional Transport Authority paid for all of it."}))
    assert list(missing(case).values()) == ["decided on other words (None)"]


def test_whether_what_was_said_is_so_only_where_the_policy_asks_or_readers_differ() -> None:
    case = decided()
    assert missing(case, so=["quote"]) == {"Engineer Ruth Okafor": "not decided (so)"}
    for by, verdict in (("Ada", Verdict.VERIFIED), ("Bo", Verdict.FALSE)):
        claim = find(case, ROT)
        review = Review(by=by, at=AT, aspect=Aspect.SO, verdict=verdict, judged=claim.judged)
        case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, review)}))
    assert missing(case) == {"Engineer Ruth Okafor": "readers differ (so)"}


def test_a_second_reader_by_kind() -> None:
    asked = {"second_reader": ["quote", "date"]}
    assert set(missing(decided(), **asked)) == {"Engineer Ruth Okafor", "Monday", "May 2024"}
    assert missing(decided(decided(), by="Bo"), **asked) == {}
    assert missing(decided(decided()), **asked) != {}, "the same reader twice is one reader"


def test_independent_sources_by_kind() -> None:
    case = decided()
    two = [Evidence(url="https://a.example/1"), Evidence(url="https://b.example/2")]
    asked = {"sources": {"assertion": 2}}
    assert missing(case, **asked) == {"The Regional Transpo": "0 of 2 independent sources (None)"}
    assert missing(with_evidence(case, HALF, *two), **asked) == {}
    same_site = [Evidence(url="https://www.a.example/1"), Evidence(url="https://a.example/2")]
    assert missing(with_evidence(case, HALF, *same_site), **asked) == {"The Regional Transpo": "1 of 2 independent sources (None)"}
    mentions = [two[0], two[1].model_copy(update={"stance": Stance.MENTIONS})]
    assert missing(with_evidence(case, HALF, *mentions), **asked) != {}


def test_a_primary_source_where_the_policy_asks_for_one() -> None:
    case = decided()
    reported = Evidence(url="https://news.example/a", level="secondary")
    assert missing(with_evidence(case, HALF, reported), primary=["assertion"]) == {"The Regional Transpo": "no primary source (None)"}
    seen = Evidence(source="The minutes", level="primary")
    assert missing(with_evidence(case, HALF, seen), primary=["assertion"]) == {}
    only_named = seen.model_copy(update={"stance": Stance.MENTIONS})
    assert missing(with_evidence(case, HALF, only_named), primary=["assertion"]) != {}


def test_sources_with_one_text_count_as_one() -> None:
    urls = ("https://a.example/1", "https://b.example/1")
    case = with_evidence(decided(), HALF, *(Evidence(url=url) for url in urls))
    assert missing(case, sources={"assertion": 2}) == {}
    for url in urls:
        case = case.with_source(Source(url=url, text_of="Reuters"))
    assert missing(case, sources={"assertion": 2}) == {"The Regional Transpo": "1 of 2 independent sources (None)"}


def test_a_figure_leans_on_the_sources_of_its_claim() -> None:
    case = with_evidence(decided(), COST, Evidence(url="https://a.example/1"))
    assert set(missing(case, sources={"figure": 1})) == {"3"}, "3,400 people, whose claim has no source"


def test_an_opinion_needs_no_source() -> None:
    assert missing(decided(verdict=Verdict.OPINION), sources=dict.fromkeys(ClaimKind, 3)) == {}


def signed(case: Case) -> Case:
    return case.model_copy(update={"signoffs": (SignOff(action=SignAction.SIGNED, by="Eva", at=AT, seal=case.seal),)})


def test_a_sign_off_holds_while_words_and_standings_are_what_they_were() -> None:
    case = signed(decided())
    claim = find(case, HALF)
    assert case.signed is not None
    assert with_evidence(case, HALF, Evidence(source="A call")).signed is not None
    assert case.with_claim(claim.model_copy(update={"reviews": ()})).signed is None
    assert case.with_claim(claim.model_copy(update={"text": "other words"})).signed is None
    assert case.model_copy(update={"claims": case.claims[1:]}).signed is None
    assert (
        case.model_copy(update={"article": case.article.model_validate({**dict(case.article), "text": "other", "blocks": ()})}).signed
        is None
    )
    assert case.model_copy(update={"claims": case.claims[::-1]}).signed is not None, "the order of claims is nobody's decision"


def test_a_reopening_ends_it_and_needs_a_reason() -> None:
    case = signed(decided())
    reopened = SignOff(action=SignAction.REOPENED, by="Ada", at=AT, note="The clerk rang back")
    assert case.model_copy(update={"signoffs": (*case.signoffs, reopened)}).signed is None
    with pytest.raises(ValidationError, match="needs its reason"):
        SignOff(action=SignAction.REOPENED, by="Ada", at=AT)
    with pytest.raises(ValidationError, match="needs the seal"):
        SignOff(action=SignAction.SIGNED, by="Ada", at=AT)
