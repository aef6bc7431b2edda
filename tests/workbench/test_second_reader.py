"""A second reader: blind to what others decided, until they ask for it; then what the two differ on."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Case, Reader, ReviewRole, Standing, Verdict
from factcheck.workbench.describe import details
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.conftest import NOW, OpenDesk
from tests.workbench.test_session import ACTIONS, act

BEN = Reader(name="Ben", role=ReviewRole.SECOND, blind=True)
COST, HALF = "The council said", "The Regional Transport"


def blind() -> Session:
    return Session(ferry_case(reviewed=True), BEN, lambda: NOW)


def by_ada(case: Case) -> Counter[str]:
    entries = [repr(entry) for claim in case.claims for entry in (*claim.reviews, *claim.evidence)]
    return Counter(entry for entry in entries if "Ada" in entry)


def all_words(session: Session) -> str:
    words = ""
    for claim in session.view.claims:
        session.view.choose(claim.id)
        words += " ".join(text for line in details(session, "R") for text, _ in line)
    return words


def test_nothing_that_others_decided_wrote_or_found_is_seen() -> None:
    session = blind()
    assert {session.view.standing(c, a) for c in session.view.claims for a in c.aspects} == {Standing.UNREVIEWED}
    assert (session.view.progress.decided, session.view.questions, session.view.sources) == (0, [], [])
    words = all_words(session)
    assert not any(secret in words for secret in ("Ada", "Minutes", "a third of it", "ten?", "example.org"))


def test_a_verdict_says_that_it_was_given_blind_and_in_which_role() -> None:
    session = blind()
    chosen = session.view.claims[0].id
    session.decide(Verdict.VERIFIED)
    review = session.view.case.claim(chosen).reviews[-1]
    assert (review.by, review.role, review.blind) == ("Ben", ReviewRole.SECOND, True)
    session.view.look()
    session.decide(Verdict.VERIFIED)
    assert [r.blind for c in session.view.case.claims for r in c.reviews if r.by == "Ben"].count(True) == 1


def test_looking_shows_where_the_two_differ() -> None:
    session = blind()
    half = next(claim for claim in session.view.claims if claim.text.startswith(HALF))
    session.view.choose(half.id)
    session.decide(Verdict.VERIFIED)
    assert session.view.standing(session.view.get(half.id) or half) is Standing.VERIFIED
    session.view.look()
    assert session.view.standing(session.view.get(half.id) or half) is Standing.CONFLICT
    assert "Ada" in all_words(session)
    assert "already" in session.view.look().words


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTIONS, max_size=30))
def test_a_long_blind_walk_loses_nothing_of_what_is_not_seen(actions: list[str]) -> None:
    session = blind()
    start = session.view.case
    for action in actions:
        act(session, action)
        assert session.view.progress == session.view.case.model_copy(update={"claims": session.view.claims}).progress()
        assert not by_ada(session.view.case.model_copy(update={"claims": session.view.claims})) - by_ada(Case(article=start.article))
        removed = {c.id for c in start.claims} - {c.id for c in session.view.case.claims}
        gone = by_ada(start) - by_ada(session.view.case)
        assert all(any(repr(e) == entry for n in removed for e in (*start.claim(n).reviews, *start.claim(n).evidence)) for entry in gone)
    for _ in range(session.history.decisions):
        session.undo()
    assert session.view.case.claims == start.claims


async def test_b_lifts_the_blind(desk: OpenDesk) -> None:
    """The bar says that one reads blind; B ends it."""
    async with desk(ferry_case(reviewed=True), reader=BEN) as d:
        assert "BLIND" in d.sees()
        assert "0 of 10 decided" in d.sees()
        await d.press("B")
        assert "BLIND" not in d.sees()
        assert "2 of 10 decided" in d.sees()


async def test_who_reads_blind_is_not_told_that_readers_agree(desk: OpenDesk) -> None:
    async with desk(ferry_case(reviewed=True), reader=BEN) as d:
        await d.press("C")
        assert "You read blind" in d.sees()
