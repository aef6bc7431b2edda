"""Two people on one case: what was taken back stays away, what was not stays, whoever saves last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.casefile import load, merge
from factcheck.model import Case, Evidence, Policy, Reader, ReviewRole, Verdict
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.two_people import Person

FIRST, SECOND = ferry_case().claims[0].id, ferry_case().claims[-1].id

CHANGES: dict[str, Callable[[Session], object]] = {
    "verdict": lambda session: session.decide(Verdict.FALSE),
    "note": lambda session: session.note("Rang the clerk"),
    "evidence": lambda session: session.add_evidence(Evidence(source="a call")),
    "rewording": lambda session: session.by_hand.reword("In other words"),
    "removal": lambda session: session.by_hand.remove(),
    "speaker": lambda session: session.by_hand.give("Ruth Okafor"),
}


@pytest.fixture
def ann(path: Path) -> Person:
    return Person("Ann", path, ferry_case())


@pytest.fixture
def ben(path: Path) -> Person:
    return Person("Ben", path, ferry_case())


def made(case: Case) -> object:
    return [claim.model_dump() for claim in case.claims]


@pytest.mark.parametrize("what", CHANGES)
def test_what_one_takes_back_does_not_return_when_the_other_saves(ann: Person, ben: Person, path: Path, what: str) -> None:
    before = made(load(path))
    CHANGES[what](ben.on(FIRST))
    ben.save()
    ann.on(SECOND).note("mine")  # and takes in what Ben did
    ann.save()
    assert made(ann.case) != before
    ben.session.undo()
    ben.save()
    ann.on(SECOND).decide(Verdict.VERIFIED)
    ann.save()
    ann.session.undo()
    ann.session.undo()
    ann.save()
    assert made(load(path)) == before


def test_a_verdict_taken_back_does_not_return_with_a_claim_that_was_joined_meanwhile(ann: Person, ben: Person, path: Path) -> None:
    """Ann joins two claims while Ben, who has not saved yet, takes back what he decided and hung on the second."""
    one, two = [claim.id for claim in ferry_case().claims if claim.value is None][:2]
    ben.on(two).add_evidence(Evidence(source="a call"))
    ben.on(two).decide(Verdict.FALSE)
    ben.on(one).note("stays")
    ben.save()
    ann.look()
    ann.on(one).by_hand.join()
    ann.save()
    ben.session.undo()
    ben.session.undo()
    ben.session.undo()
    ben.on(one).note("another")
    ben.save()
    ann.look()
    for case in (ben.case, ann.case, load(path)):
        verdicts = [review.verdict for claim in case.claims for review in claim.reviews if review.verdict]
        assert verdicts == []
        assert [item.source for claim in case.claims for item in claim.evidence] == []
        assert [review.note for claim in case.claims for review in claim.reviews] == ["another"]


def test_what_the_other_decided_goes_along_when_claims_are_joined_meanwhile(ann: Person, ben: Person, path: Path) -> None:
    """Ben's verdict on the second claim, made before he saw that Ann joined it, is kept."""
    one, two = [claim.id for claim in ferry_case().claims if claim.value is None][:2]
    ben.on(two).note("before")
    ben.save()
    ann.look()
    ann.on(one).by_hand.join()
    ann.save()
    ben.on(two).decide(Verdict.FALSE)
    ben.save()
    reviews = [review for claim in load(path).claims for review in claim.reviews]
    assert [review.verdict for review in reviews if review.verdict] == [Verdict.FALSE]
    assert "before" in [review.note for review in reviews]


@pytest.mark.parametrize("names", [("0", "z"), ("z", "0")])
def test_two_claims_on_the_same_words_stand_in_one_order_for_both(names: tuple[str, str]) -> None:
    """Each makes one while the other has not saved: whoever saves first, both see the same."""
    base = ferry_case()
    ours, theirs = (base.model_copy(update={"claims": (base.claims[0].model_copy(update={"id": name}), *base.claims)}) for name in names)
    one, other = (merge(base, *sides).case for sides in ((ours, theirs), (theirs, ours)))
    assert [claim.id for claim in one.claims] == [claim.id for claim in other.claims]


TOLD: dict[str, tuple[str, str]] = {
    "verdict": ("Ben called “", "” false"),
    "note": ("Ben wrote a note on “", "”."),
    "evidence": ("Ben added evidence to “", "”."),
    "rewording": ("Ben reworded “In other words", "”."),
    "removal": ("Ben took out the claim “", "”."),
    "speaker": ("Ben changed who says “", "”."),
}
"""How each change is told: by name, but for what is gone with its name."""


@pytest.mark.parametrize("what", CHANGES)
def test_what_one_does_is_told_to_the_other_by_name(ann: Person, ben: Person, what: str) -> None:
    CHANGES[what](ben.on(FIRST))
    ben.save()
    ann.look()
    begins, ends = TOLD[what]
    told = ann.keeper.news.told[0].words
    assert told.startswith(begins)
    assert ends in told
    assert len(ann.keeper.news.told) == 1 + (what in ("rewording", "removal", "speaker"))


def test_who_took_a_claim_out_joined_it_or_brought_it_back_is_told(ann: Person, ben: Person, path: Path) -> None:
    """Once, whatever was written about the claims; what is brought back has no entry in the file any more."""
    one, two = [claim.id for claim in ferry_case().claims if claim.value is None][:2]
    ann.on(two).note("Rang the yard")
    ann.save()
    ben.look()
    words = []
    for name in ("join", "undo", "remove", "undo"):
        session = ben.on(one)
        ben.do(session.undo if name == "undo" else getattr(session.by_hand, name))
        words.append([(gone.claim, gone.by) for gone in load(path).removals])
        ann.look()
    assert words == [[(two, "Ben")], [], [(one, "Ben")], []]
    told = [told.words.split(" “")[0] for told in ann.keeper.news.told if told.words.startswith("Ben")]
    assert told == [
        "Ben joined two claims:",
        "Ben brought back the claim",
        "Ben took out the claim",
        "Ben brought back the claim",
    ]


def test_a_claim_taken_out_here_and_worked_on_there_says_who_took_it_out(ann: Person, ben: Person, path: Path) -> None:
    """It is kept, and no entry says that it is gone."""
    ann.do(lambda: ann.on(FIRST).by_hand.remove())
    ben.do(lambda: ben.on(FIRST).note("Rang the yard"))
    assert load(path).removals == ()
    assert "was taken out by Ann and worked on by somebody else: it is kept." in ben.keeper.news.unread


def test_where_both_changed_the_same_the_other_is_named(ann: Person, ben: Person) -> None:
    """Not oneself in another window; and what was kept of both is told in one sentence."""
    ann.on(FIRST).by_hand.reword("One")
    ann.save()
    ben.on(FIRST).by_hand.reword("Two")
    ben.save()
    assert ben.keeper.news.unread == ("Ann changed “Two” as well. “Two”: its wording was changed on both sides; both versions are kept.")


def test_a_claim_that_one_took_out_and_the_other_decided_is_kept(ann: Person, ben: Person) -> None:
    """Nobody is said to have made it."""
    ann.on(FIRST).by_hand.remove()
    ann.save()
    ben.on(FIRST).decide(Verdict.FALSE)
    ben.save()
    ann.look()
    assert [told.words.split(" “")[0] for told in ann.keeper.news.told] == ["Ben kept the claim", "Ben called"]


def test_both_are_told_that_a_sign_off_no_longer_holds(ann: Person, ben: Person) -> None:
    """Ann signs the case off while Ben, who has not seen that, decides otherwise."""
    for claim in ferry_case().claims:
        ann.on(claim.id).decide(Verdict.VERIFIED)
    ann.session.view.reader = Reader(name="Ann", role=ReviewRole.EDITOR)
    ann.session.signing.sign_off(Policy(), "")
    ann.save()
    ben.on(FIRST).decide(Verdict.FALSE)
    ben.save()
    ann.look()
    for person in (ann, ben):
        assert person.session.view.signed is None
        assert "The case has changed since Ann signed it off: the sign-off no longer holds." in person.keeper.news.unread
    ben.on(SECOND).note("seen")
    ben.save()
    ann.look()
    assert sum("no longer holds" in told.words for told in ann.keeper.news.told) == 1, "it is told once"
