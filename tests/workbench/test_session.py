"""The session without a screen: whatever is done can be undone, and what is counted is what is there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Aspect, Evidence, FactcheckError, Reader, Span, Verdict
from factcheck.workbench.filters import STANDARD
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.conftest import NOW

ACTIONS = st.sampled_from(
    [*(f"decide {v}" for v in Verdict), *(f"along {v}" for v in Verdict), "note", "ask", "correct", "value 1 May", "value £3",
     "evidence", "dismiss", "undo", "redo", "merge", "move 1", "move -1", "move 5", "aspect", "space", "flag", "around",
     "filter 0", "filter 1", "filter 3", "search_for", "repeat", "same", "unsettled", "accept",
     "make 3 40", "make 60 61", "make 100 140", "resize 20 70", "split 90", "split 30", "join", "remove", "reword", "give Ada", "give the"]
)  # fmt: skip


def act(session: Session, action: str) -> None:
    name, _, value = action.partition(" ")
    match name:
        case "decide" | "along":
            session.decide(Verdict(value), parts=name == "along")
        case "note" | "ask" | "correct" | "search_for":
            getattr(session, name)("some words")
        case "value":
            meant = session.value_of(value)
            if meant is not None:
                session.set_value(meant)
        case "evidence":
            session.add_evidence(Evidence(source="a call"))
        case "dismiss" | "accept" if session.open_flags:
            session.dismiss(session.open_flags[0], "seen") if name == "dismiss" else session.accept(session.open_flags[0])
        case "dismiss" | "accept":
            pass
        case "undo" | "redo":
            getattr(session, name)()
        case "move":
            session.move(int(value))
        case "filter":
            session.limit(STANDARD[int(value)])
        case "make" | "resize" | "split" | "join" | "remove" | "reword" | "give":
            shape(session, name, value)
        case "merge":
            session.adopt(session.case.model_copy(update={"flags": ()}))
        case _:
            {"aspect": session.switch_aspect, "space": session.next_unreviewed, "flag": session.next_flag,
             "around": session.choose_around, "repeat": session.repeat, "same": session.next_by_speaker,
             "unsettled": session.next_unsettled}[name]()  # fmt: skip


def shape(session: Session, name: str, value: str) -> None:
    """Do something to claims by hand; what cannot be done is said, and changes nothing."""
    before = session.case
    at = session.claim.start if session.claim else 0
    numbers = [int(n) for n in value.split() if n.isdigit()]
    try:
        match name:
            case "make" | "resize":
                getattr(session, f"{name}_claim" if name == "make" else name)(Span(start=numbers[0], end=numbers[1]))
            case "split":
                session.split_at(at + numbers[0] // 3)
            case "reword" | "give":
                getattr(session, name)(value or "in other words")
            case _:
                getattr(session, name)()
    except FactcheckError:
        assert session.case == before


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTIONS, max_size=40))
def test_a_long_walk(actions: list[str]) -> None:
    session = Session(ferry_case(reviewed=True), Reader(name="Ben"), lambda: NOW)
    start = session.case
    for action in actions:
        act(session, action)
        assert session.claim is not None or not session.claims
        assert session.claim is None or session.claim in session.shown
        assert session.claim is None or session.aspect in session.claim.aspects
        assert len({claim.id for claim in session.claims}) == len(session.claims)
        text = session.case.article.text
        assert all(text[c.start : c.end] == c.text for c in session.claims)
        assert all(c.part_of is None or session.get(c.part_of) for c in session.claims)
        assert session.progress == session.case.progress()
        assert all(session.standing(c, a) is c.standing(a) for c in session.case.claims for a in c.aspects)
        assert {c.id for c in session.case.claims if session.case.flags_on(c)} == set(session.flagged)
    end = session.case
    steps = session.decisions
    for _ in range(steps):
        session.undo()
    assert (session.case.claims, session.case.dismissals) == (start.claims, start.dismissals)
    for _ in range(steps):
        session.redo()
    assert (session.case.claims, session.case.dismissals) == (end.claims, end.dismissals)


def test_undo_takes_back_only_ones_own_decision_after_a_merge() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    first = session.claims[0]
    session.decide(Verdict.VERIFIED)
    theirs = Session(session.case, Reader(name="Ada"), lambda: NOW)
    theirs.choose(first.id)
    theirs.decide(Verdict.FALSE)
    session.adopt(theirs.case)
    assert session.standing(session.claims[0]) == "conflict"
    session.undo()
    assert [review.by for review in session.claims[0].reviews] == ["Ada"]


def test_space_first_asks_what_was_said_then_what_is_so() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    asked = []
    while session.progress.left or session.progress.so_decided < 4:
        asked.append(session.aspect)
        session.decide(Verdict.VERIFIED)
    assert asked == [*(claim.aspects[0] for claim in session.claims), *[Aspect.SO] * 4]


def test_a_day_set_anew_is_in_the_claim_around_it_too_and_asks_for_new_verdicts() -> None:
    case = ferry_case()
    monday = next(claim for claim in case.claims if claim.text == "Monday")
    whole = case.claim(monday.part_of)
    case = case.with_claim(whole.model_copy(update={"gist": whole.gist.replace("Monday", "Monday [4 Mar 2024]")}))
    session = Session(case, Reader(name="Ben"), lambda: NOW)
    session.choose(monday.id)
    session.decide(Verdict.VERIFIED)
    session.choose(monday.id)
    meant = session.value_of("26 February")
    assert meant is not None
    session.set_value(meant)
    assert session.claim.gist == "Monday [Mon 26 Feb 2024]"
    assert session.claim.date.set_by == "Ben"
    assert session.standing(session.claim) == "stale"
    assert "Monday [26 Feb 2024]" in session.get(whole.id).gist
    session.undo()
    assert session.claim.date == monday.date
    assert session.standing(session.claim) == "verified"
    assert session.get(whole.id).gist == case.claim(whole.id).gist


def test_undo_of_a_decision_on_a_claim_that_somebody_took_out() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    session.decide(Verdict.VERIFIED)
    rest = session.case.claims[1:]
    session.adopt(session.case.model_copy(update={"claims": rest}))
    session.undo()
    session.redo()
    assert session.case.claims == rest
