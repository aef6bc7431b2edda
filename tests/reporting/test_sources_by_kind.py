"""The list of sources by kind: who was spoken to and when, what can be shown, and what rests on whom."""

from __future__ import annotations

import re
from typing import Any

from factcheck.model import Case, Channel, Contact, Evidence, Review, Source, Stance, Verdict
from factcheck.reporting import withheld
from factcheck.reporting.sources_by_kind import as_source_list, facts
from tests.builders import AT, article, ferry_case
from tests.reporting.test_annotated import RATED
from tests.reporting.test_formats import TestConfidentialSources, sourced, unborne
from tests.reporting.test_reports import Tags

TALK = Contact(person="Ruth Okafor", how=Channel.CALL, at=AT, by="Ada", confirmed="nine frames", words="Nine, yes")


def rung() -> Case:
    """The ferry's case with somebody rung, who is a source of two claims, and somebody who did not answer."""
    case = sourced()
    said = Evidence(
        source="Ruth Okafor", stance=Stance.SUPPORTS, locator="call, 5 March 2024", accessed=AT.date(), added_by="Ada", added_at=AT
    )
    for claim in (case.claims[0], next(claim for claim in case.claims if claim.kind == "quote")):
        case = case.with_claim(claim.model_copy(update={"evidence": (*claim.evidence, said)}))
    silent = Contact(person="Tom Ward", how=Channel.MAIL, at=AT, by="Ben")
    return case.model_copy(update={"contacts": (TALK, silent)})


def told(case: Case) -> str:
    return " ".join(Tags(as_source_list(case)).text.split())


def group(case: Case, heading: str) -> list[dict[str, Any]]:
    return next(one["sources"] for one in facts(case)["groups"] if one["heading"] == heading)


class TestKinds:
    def test_each_source_stands_once_below_its_kind(self) -> None:
        shown = {one["heading"]: [source["called"] for source in one["sources"]] for one in facts(rung())["groups"]}
        assert shown == {
            "People and bodies spoken to": ["Call with Jane Roe", "Ruth Okafor", "Tom Ward"],
            "Documents": ["=cmd|'/C calc'!A0"],
            "Pages on the web": ["The 100% {log} & more"],
        }

    def test_a_published_check_and_a_file_have_their_own(self) -> None:
        case = unborne()
        claim = case.claims[0]
        case = case.with_claim(claim.model_copy(update={"evidence": (*claim.evidence, RATED.as_evidence("Ada", AT))}))
        (check,) = group(case, "Checks that others have published")
        assert check["uses"][0]["note"] == "Fact Desk on “It cost more”: “False”"
        (file,) = group(case, "Files")
        assert file["digest"] == "0" * 64
        assert "SHA-256 0000" in told(case)

    def test_no_source_is_said(self) -> None:
        assert "No source has been given." in told(ferry_case())
        assert facts(Case(article=article()))["first"] == "0 sources."


class TestWhatIsTold:
    def test_of_somebody_spoken_to_when_how_by_whom_and_what_came_of_it(self) -> None:
        shown = told(rung())
        assert "Ruth Okafor call, 5 March 2024, Ada; confirmed: nine frames; said: Nine, yes" in shown
        assert "Tom Ward mail, 5 March 2024, Ben no claim" in shown
        assert "Call with Jane Roe given by Ada" in shown

    def test_of_a_page_who_made_it_where_when_and_what_is_kept(self) -> None:
        shown = told(rung())
        assert "Harbour_Office · A. Finch · 2024-03-02https://harbour.example/log?a=1&b=2 fetched 5 March 2024okarchived copy" in shown

    def test_which_claims_rest_on_it_by_their_number_and_verdict(self) -> None:
        uses = next(one["uses"] for one in group(rung(), "People and bodies spoken to") if one["called"] == "Ruth Okafor")
        assert [(use["n"], [one["standing"] for one in use["standings"]]) for use in uses] == [
            (1, ["verified", "unreviewed"]),
            (2, ["unreviewed", "unreviewed"]),
        ]

    def test_one_that_can_no_longer_be_had_is_marked(self) -> None:
        case = sourced()
        gone = case.with_source(case.sources[0].model_copy(update={"status": "not found: the server answers 404"}))
        assert re.search(r'<p class="warn">not found', as_source_list(gone))
        assert '<p class="warn">' not in as_source_list(case)

    def test_what_was_verified_without_any_source(self) -> None:
        case = ferry_case()
        assert facts(case)["unsourced"] == []
        half = next(claim for claim in case.claims if claim.kind == "assertion")
        reviews = (Review(by="Ada", at=AT, verdict=Verdict.VERIFIED, judged=half.judged),)
        case = case.with_claim(half.model_copy(update={"reviews": reviews}))
        assert [one["gist"] for one in facts(case)["unsourced"]] == [half.text]
        assert "Verified without a source 4 ✓ verified The Regional Transport Authority" in told(case)


class TestConfidential:
    def test_they_have_a_number_and_the_day_and_no_words(self) -> None:
        case = TestConfidentialSources().case()
        talk = Contact(person="Call with Jane Roe", how=Channel.MEETING, at=AT, by="Ada", words="It was I")
        shown = told(withheld(case.model_copy(update={"contacts": (talk,)})))
        assert "Confidential sources" in shown
        assert "confidential source 1 meeting, 5 March 2024, Ada" in shown
        assert not re.search(r"Roe|It was I|rotten\b(?! )", shown)

    def test_what_rests_on_them_alone_is_said(self) -> None:
        case = TestConfidentialSources().case()
        assert facts(case)["hidden_only"] == []
        claim = case.claims[0]
        only = case.with_claim(claim.model_copy(update={"evidence": claim.evidence[1:2]}))
        assert [one["n"] for one in facts(withheld(only))["hidden_only"]] == [1]
        assert "Resting on confidential sources alone" in told(withheld(only))

    def test_one_that_is_named_on_request_still_stands_among_them(self) -> None:
        named = withheld(TestConfidentialSources().case(), ["Call with Jane Roe"])
        assert [one["called"] for one in group(named, "Confidential sources")] == ["Roe's own words"]

    def test_a_source_by_name_alone_is_what_it_is_called(self) -> None:
        case = ferry_case().with_source(Source(name="Nobody leans on it"))
        assert facts(case)["groups"] == []
