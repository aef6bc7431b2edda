"""The same verdict given again by the same reader, with nothing new: it is said, and nothing is added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from factcheck.model import Aspect, Claim, Evidence, Former, Reader, Review, ReviewRole, Verdict
from factcheck.workbench.again import given_already
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.conftest import NOW, OpenDesk

BEN = Reader(name="Ben")
LATER = NOW + timedelta(minutes=5)


async def test_the_same_key_again_adds_nothing_and_goes_on(desk: OpenDesk) -> None:
    async with desk() as d:
        first = d.chosen
        await d.press("v")
        saves, following = len(d.file.saves), d.chosen.id
        await d.press("k", "v")
        assert d.message.strip().startswith("Already verified by you that it was said: “The council said")
        assert d.chosen.id == following
        assert len(d.file.saves) == saves
        assert len(d.file.case.claim(first.id).reviews) == 1
        await d.press("k", "x", "k", "v")
        assert [one.verdict for one in d.file.case.claim(first.id).reviews] == ["verified", "false", "verified"]
        await d.press("z")
        assert len(d.file.case.claim(first.id).reviews) == 2


def test_with_shift_only_the_parts_get_what_they_have_not_and_that_is_repeated() -> None:
    session = Session(ferry_case(), BEN, lambda: NOW)
    first, other = session.view.claims[0], session.view.claims[4]
    session.decide(Verdict.VERIFIED)
    session.view.choose(first.id)
    assert "1 of 4 verdicts you gave before" in session.decide(Verdict.VERIFIED, parts=True).words
    assert [len(claim.reviews) for claim in session.view.claims[:4]] == [1, 1, 1, 1]
    session.view.choose(first.id)
    assert session.decide(Verdict.VERIFIED, parts=True).saves is False
    session.view.choose(other.id)
    session.repeat()
    session.view.choose(other.id)
    told = session.repeat()
    assert (told.saves, told.words.startswith("Already verified by you")) == (False, True)
    assert len(session.view.case.claim(other.id).reviews) == 1


def test_of_several_claims_those_without_it_get_it() -> None:
    session = Session(ferry_case(), BEN, lambda: NOW)
    session.decide(Verdict.VERIFIED)
    session.view.choose(session.view.claims[0].id)
    session.view.together.begin()
    session.view.choose(session.view.claims[2].id)
    assert session.decide(Verdict.VERIFIED).words.startswith("3 claims: verified that it was said; 1 of 3 verdicts you gave before.")
    assert [len(claim.reviews) for claim in session.view.claims[:4]] == [1, 1, 1, 0]
    session.undo()
    assert [len(claim.reviews) for claim in session.view.claims[:4]] == [1, 0, 0, 0]


def test_the_same_correction_is_asked_for_once() -> None:
    session = Session(ferry_case(), BEN, lambda: NOW)
    session.correct("The council said so")
    assert session.correct("The council said so").saves is False
    assert len(session.view.claims[0].reviews) == 1
    assert session.correct("The council said no").saves


def with_more(claim: Claim, **more: object) -> Claim:
    return claim.model_copy(update=more)


def verdict(by: str = "Ben", **fields: object) -> Review:
    return Review.model_validate({"by": by, "at": NOW, "verdict": Verdict.VERIFIED, "aspect": Aspect.SAID, **fields})


NEW: dict[str, Callable[[Claim], Claim]] = {
    "evidence": lambda claim: with_more(claim, evidence=(Evidence(source="a call", added_at=LATER),)),
    "evidence gone": lambda claim: with_more(claim, former=(Former(source="a call", ended_by="Ada", ended_at=LATER),)),
    "a note": lambda claim: with_more(claim, reviews=(*claim.reviews, Review(by="Ben", at=NOW, note="rang them"))),
    "another's verdict": lambda claim: with_more(claim, reviews=(*claim.reviews, verdict("Ada"))),
    "a correction in between": lambda claim: with_more(claim, reviews=(*claim.reviews, verdict(correction="so", aspect=None))),
    "other words": lambda claim: with_more(claim, text="The council says so"),
    "another verdict since": lambda claim: with_more(claim, reviews=(*claim.reviews, verdict(verdict=Verdict.FALSE))),
    "as an editor": lambda claim: with_more(claim, reviews=(verdict(role=ReviewRole.EDITOR),)),
    "blind": lambda claim: with_more(claim, reviews=(verdict(blind=True),)),
}
NOTHING_NEW: dict[str, Callable[[Claim], Claim]] = {
    "nothing": lambda claim: claim,
    "older evidence": lambda claim: with_more(
        claim, evidence=(Evidence(source="a call", added_at=NOW - timedelta(1)), Evidence(source="b"))
    ),
    "the other half": lambda claim: with_more(claim, reviews=(*claim.reviews, verdict(aspect=Aspect.SO))),
}


@pytest.mark.parametrize("what", [*NEW, *NOTHING_NEW])
def test_what_makes_a_verdict_a_new_one(what: str) -> None:
    claim = ferry_case().claims[0]
    claim = (NEW | NOTHING_NEW)[what](with_more(claim, reviews=(verdict(judged=claim.judged),)))
    assert given_already(claim, None, Aspect.SAID, Verdict.VERIFIED, BEN) is (what in NOTHING_NEW)


def test_evidence_on_the_claim_around_a_part_is_new_for_the_part() -> None:
    whole, part = ferry_case().claims[:2]
    part = with_more(part, reviews=(verdict(aspect=None),))
    assert given_already(part, whole, None, Verdict.VERIFIED, BEN)
    assert not given_already(part, NEW["evidence"](whole), None, Verdict.VERIFIED, BEN)
