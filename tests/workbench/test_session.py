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
        case "note" | "ask" | "correct":
            getattr(session, name)("some words")
        case "search_for":
            session.view.search_for("some words")
        case "value":
            meant = session.value_of(value)
            if meant is not None:
                session.set_value(meant)
        case "evidence":
            session.add_evidence(Evidence(source="a call"))
        case "dismiss" | "accept" if session.view.open_flags:
            session.dismiss(session.view.open_flags[0], "seen") if name == "dismiss" else session.accept(session.view.open_flags[0])
        case "dismiss" | "accept":
            pass
        case "undo" | "redo":
            getattr(session, name)()
        case "move":
            session.view.move(int(value))
        case "filter":
            session.view.limit(STANDARD[int(value)])
        case "make" | "resize" | "split" | "join" | "remove" | "reword" | "give":
            shape(session, name, value)
        case "merge":
            session.view.adopt(session.view.case.model_copy(update={"flags": ()}))
        case _:
            {"aspect": session.view.switch_aspect, "space": session.view.next_unreviewed, "flag": session.view.next_flag,
             "around": session.view.choose_around, "repeat": session.repeat, "same": session.view.next_by_speaker,
             "unsettled": session.view.next_unsettled}[name]()  # fmt: skip


def shape(session: Session, name: str, value: str) -> None:
    """Do something to claims by hand; what cannot be done is said, and changes nothing."""
    before = session.view.case
    at = session.view.claim.start if session.view.claim else 0
    numbers = [int(n) for n in value.split() if n.isdigit()]
    try:
        match name:
            case "make" | "resize":
                getattr(session.by_hand, name)(Span(start=numbers[0], end=numbers[1]))
            case "split":
                session.by_hand.split_at(at + numbers[0] // 3)
            case "reword" | "give":
                getattr(session.by_hand, name)(value or "in other words")
            case _:
                getattr(session.by_hand, name)()
    except FactcheckError:
        assert session.view.case == before


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTIONS, max_size=40))
def test_a_long_walk(actions: list[str]) -> None:
    session = Session(ferry_case(reviewed=True), Reader(name="Ben"), lambda: NOW)
    start = session.view.case
    for action in actions:
        act(session, action)
        assert session.view.claim is not None or not session.view.claims
        assert session.view.claim is None or session.view.claim in session.view.shown
        assert session.view.claim is None or session.view.aspect in session.view.claim.aspects
        assert len({claim.id for claim in session.view.claims}) == len(session.view.claims)
        text = session.view.case.article.text
        assert all(text[c.start : c.end] == c.text for c in session.view.claims)
        assert all(c.part_of is None or session.view.get(c.part_of) for c in session.view.claims)
        assert session.view.progress == session.view.case.progress()
        assert all(session.view.standing(c, a) is c.standing(a) for c in session.view.case.claims for a in c.aspects)
        spans = [span for flag in session.view.open_flags for span in flag.spans]
        touched = {c.id for c in session.view.claims if any(span.overlaps(c.span) for span in spans)}
        assert touched == set(session.view.flagged)
    end = session.view.case
    steps = session.history.decisions
    for _ in range(steps):
        session.undo()
    assert (session.view.case.claims, session.view.case.dismissals) == (start.claims, start.dismissals)
    for _ in range(steps):
        session.redo()
    assert (session.view.case.claims, session.view.case.dismissals) == (end.claims, end.dismissals)


def test_undo_takes_back_only_ones_own_decision_after_a_merge() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    first = session.view.claims[0]
    session.decide(Verdict.VERIFIED)
    theirs = Session(session.view.case, Reader(name="Ada"), lambda: NOW)
    theirs.view.choose(first.id)
    theirs.decide(Verdict.FALSE)
    session.view.adopt(theirs.view.case)
    assert session.view.standing(session.view.claims[0]) == "conflict"
    session.undo()
    assert [review.by for review in session.view.claims[0].reviews] == ["Ada"]


def test_space_first_asks_what_was_said_then_what_is_so() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    asked = []
    while session.view.progress.left or session.view.progress.so_decided < 4:
        asked.append(session.view.aspect)
        session.decide(Verdict.VERIFIED)
    assert asked == [*(claim.aspects[0] for claim in session.view.claims), *[Aspect.SO] * 4]


def test_a_day_set_anew_is_in_the_claim_around_it_too_and_asks_for_new_verdicts() -> None:
    case = ferry_case()
    monday = next(claim for claim in case.claims if claim.text == "Monday")
    whole = case.claim(monday.part_of)
    case = case.with_claim(whole.model_copy(update={"gist": whole.gist.replace("Monday", "Monday [4 Mar 2024]")}))
    session = Session(case, Reader(name="Ben"), lambda: NOW)
    session.view.choose(monday.id)
    session.decide(Verdict.VERIFIED)
    session.view.choose(monday.id)
    meant = session.value_of("26 February")
    assert meant is not None
    session.set_value(meant)
    assert session.view.claim.gist == "Monday [Mon 26 Feb 2024]"
    assert session.view.claim.date.set_by == "Ben"
    assert session.view.standing(session.view.claim) == "stale"
    assert "Monday [26 Feb 2024]" in session.view.get(whole.id).gist
    session.undo()
    assert session.view.claim.date == monday.date
    assert session.view.standing(session.view.claim) == "verified"
    assert session.view.get(whole.id).gist == case.claim(whole.id).gist


def test_undo_of_a_decision_on_a_claim_that_somebody_took_out() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    session.decide(Verdict.VERIFIED)
    rest = session.view.case.claims[1:]
    session.view.adopt(session.view.case.model_copy(update={"claims": rest}))
    session.undo()
    session.redo()
    assert session.view.case.claims == rest
