"""The list of people and bodies: what the article calls each, and how name and title were verified."""

from __future__ import annotations

from typing import Any

from factcheck import pipeline, read_text
from factcheck.model import Case, Channel, ClaimKind, Contact, Evidence, Review, Source, Verdict
from factcheck.reporting import withheld
from factcheck.reporting.name_list import as_name_list, facts
from tests.builders import AT, BRIDGE, article
from tests.reporting.test_reports import Tags

RANG = Contact(person="anna berg", how=Channel.CALL, at=AT, by="Ada", confirmed="all")


def bridge(*reviews: Review, evidence: tuple[Evidence, ...] = ()) -> Case:
    """The bridge's case as it is split, with those reviews and that evidence on the name of Ruth Okafor."""
    case = pipeline.make_case(read_text(BRIDGE))
    name = next(one for one in case.claims if one.kind is ClaimKind.NAME and "Okafor" in one.text)
    return case.with_claim(name.model_copy(update={"reviews": reviews, "evidence": evidence}))


def names(case: Case) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for group in facts(case)["groups"] for one in group["names"]}


def told(case: Case) -> str:
    return " ".join(Tags(as_name_list(case)).text.split())


def test_people_and_bodies_stand_apart_with_what_the_article_calls_them() -> None:
    shown = {group["heading"]: [one["name"] for one in group["names"]] for group in facts(bridge())["groups"]}
    assert shown["People"] == ["Ruth Okafor", "Anna Berg"]
    assert {"NCTA", "NTCA"} <= set(shown["Bodies"])
    okafor = names(bridge())["Ruth Okafor"]
    assert okafor["titles"] == ["Engineer"]
    assert {"aged 45", "aged 54"} <= set(okafor["more"])
    assert okafor["said"] > 0


def test_a_name_is_verified_by_whom_and_on_what() -> None:
    seen = Evidence(source="Staff list, p. 2", locator="line 4", added_by="Ada")
    note = Review(by="Ada", at=AT, note="With one f")
    case = bridge(Review(by="Ada", at=AT, verdict=Verdict.VERIFIED), note, evidence=(seen,))
    shown = told(case)
    assert "✓ verified: Engineer Ruth Okafor Ada, 5 March 2024" in shown
    assert "Staff list, p. 2, line 4 (document)" in shown
    assert "With one f" in shown
    assert facts(case)["first"].endswith("1 decided, 0 to be looked at.")


def test_what_is_wrong_about_one_is_seen() -> None:
    case = bridge(
        Review(by="Ada", at=AT, verdict=Verdict.FALSE, correction="Ruth Okafor", note="No engineer"),
        Review(by="Ada", at=AT, question="Who?"),
    )
    shown = told(case)
    assert "✗ false" in shown
    assert "Write Ruth Okafor Ada: No engineer" in shown
    assert "Asked of the author: Who?" in shown
    assert facts(case)["first"].endswith("1 decided, 1 to be looked at.")
    assert any("45" in words and "54" in words for words in names(case)["Ruth Okafor"]["flags"])


def test_who_was_spoken_to_is_said_without_what_they_said() -> None:
    case = bridge().model_copy(update={"contacts": (RANG,)})
    assert names(case)["Anna Berg"]["talks"] == ["call, 5 March 2024, Ada"]
    assert "Spoken to: call, 5 March 2024, Ada" in told(case)


def test_that_one_was_spoken_to_in_confidence_is_not_told() -> None:
    case = bridge().model_copy(update={"contacts": (RANG,)}).with_source(Source(name="Anna Berg", confidential=True))
    shown = told(withheld(case))
    assert "Anna Berg" in shown, "the article names her"
    assert "Spoken to" not in shown


def test_a_name_without_a_claim_and_an_article_without_names_say_so() -> None:
    case = bridge()
    bare = case.model_copy(update={"claims": tuple(one for one in case.claims if one.kind is not ClaimKind.NAME)})
    assert "no claim is made of the name" in told(bare)
    assert "The article names nobody." in told(Case(article=article()))
