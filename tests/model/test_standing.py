"""Where a claim stands, as its readers would say it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Aspect, Claim, Evidence, Review, ReviewRole, Standing, Verdict, claim_ids
from tests.builders import AT, FERRY, claim, ferry_case

HALF = "The Regional Transport Authority paid for half of it."
ROT = 'Engineer Ruth Okafor said: "We found rot in nine of the twelve frames."'


def reviewed(*reviews: tuple[str, str], kind: str = "assertion", aspect: Aspect | None = None, role: str = "checker") -> Claim:
    told = claim(FERRY, kind, HALF if kind == "assertion" else ROT)
    entries = [
        Review(by=by, at=AT + timedelta(minutes=n), verdict=Verdict(verdict), aspect=aspect, role=ReviewRole(role), judged=told.judged)
        for n, (by, verdict) in enumerate(reviews)
    ]
    return told.model_copy(update={"reviews": tuple(entries)})


def test_nobody_has_looked_at_it() -> None:
    assert reviewed().standing() is Standing.UNREVIEWED


def test_a_reader_may_change_their_mind() -> None:
    assert reviewed(("Ada", "verified"), ("Ada", "false")).standing() is Standing.FALSE


def test_two_readers_who_differ_are_in_conflict() -> None:
    assert reviewed(("Ada", "verified"), ("Bo", "false")).standing() is Standing.CONFLICT
    assert reviewed(("Ada", "verified"), ("Bo", "verified")).standing() is Standing.VERIFIED


def test_a_correction_is_asked_for_until_its_reader_lets_the_words_stand_or_the_article_has_them() -> None:
    told = reviewed(("Ada", "disputed"), ("Bo", "verified"))
    asked = told.reviews[0].model_copy(update={"correction": "The RTA paid for a third of it."})
    open_still = told.model_copy(update={"reviews": (asked, told.reviews[1])})
    assert [review.correction for review in open_still.wanted] == ["The RTA paid for a third of it."]
    by_ada = told.reviews[1].model_copy(update={"by": "Ada"})
    assert open_still.model_copy(update={"reviews": (asked, by_ada)}).wanted == ()
    assert open_still.model_copy(update={"reviews": (by_ada, asked)}).wanted == (asked,)
    assert open_still.model_copy(update={"text": "The RTA paid for a third  of it."}).wanted == ()


def test_an_editor_settles_it() -> None:
    differ = reviewed(("Ada", "verified"), ("Bo", "false"))
    editor = Review(by="Cy", at=AT, role=ReviewRole.EDITOR, verdict=Verdict.DISPUTED, judged=differ.judged)
    assert differ.model_copy(update={"reviews": (*differ.reviews, editor)}).standing() is Standing.DISPUTED


def test_words_that_changed_since_make_it_stale() -> None:
    told = reviewed(("Ada", "verified"))
    edited = told.model_copy(update={"text": told.text.replace("half", "a third")})
    assert edited.standing() is Standing.STALE
    assert edited.standing().open


def test_another_speaker_makes_it_stale_too() -> None:
    told = claim(FERRY, "quote", ROT, speaker="Engineer Ruth Okafor")
    told = told.model_copy(update={"reviews": (Review(by="Ada", at=AT, aspect=Aspect.SAID, verdict="verified", judged=told.judged),)})
    assert told.standing() is Standing.VERIFIED
    assert told.model_copy(update={"speaker": None}).standing() is Standing.STALE


def test_that_it_was_said_decides_nothing_about_whether_it_is_so() -> None:
    told = reviewed(("Ada", "verified"), kind="quote", aspect=Aspect.SAID)
    assert told.standing() is Standing.VERIFIED
    assert told.standing(Aspect.SO) is Standing.UNREVIEWED


def test_a_note_or_a_question_is_no_verdict() -> None:
    told = claim(FERRY, "assertion", HALF)
    asked = told.model_copy(update={"reviews": (Review(by="Ada", at=AT, note="hm"), Review(by="Ada", at=AT, question="Half of what?"))})
    assert asked.standing() is Standing.UNREVIEWED
    assert asked.open_questions == ("Half of what?",)


def test_no_verdict_ends_a_question() -> None:
    told = reviewed(("Ada", "verified"))
    asked = Review(by="Ada", at=AT, question="Half of what?")
    assert told.model_copy(update={"reviews": (asked, *told.reviews)}).open_questions == ("Half of what?",)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_standing_with_a_sign_of_its_own(verdict: Verdict) -> None:
    assert len(Standing(verdict).sign) == 1
    assert [s.sign for s in Standing].count(Standing(verdict).sign) == 1


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=40))
def test_ids_differ_and_do_not_depend_on_what_stands_elsewhere(contents: list[tuple[str, str]]) -> None:
    ids = claim_ids(list(contents))
    assert len(set(ids)) == len(ids)
    assert all(len(i) >= 6 and i.isalnum() for i in ids)
    assert claim_ids([("quote", "only this"), *contents])[0] == claim_ids([("quote", "only this")])[0]


def test_ids_are_the_same_on_every_machine() -> None:
    assert claim_ids([("quote", "We found rot", "")]) == ["8k2698"]


@pytest.mark.parametrize(
    ("addresses", "sources"),
    [
        (["https://www.news.example/a", "http://news.example/b?c"], 1),
        (["https://news.example/a", "https://other.example/a"], 2),
        (["Call with the clerk", "call with  the Clerk", "The minutes"], 2),
        (["https://ada@news.example:8080/a", "https://news.example:8080/"], 1),
        ([], 0),
    ],
)
def test_pages_of_one_site_are_one_source(addresses: list[str], sources: int) -> None:
    evidence = tuple(Evidence(url=a) if a.startswith("http") else Evidence(source=a) for a in addresses)
    assert len(ferry_case().origins(evidence)) == sources
