"""Two people do all that can be done to a case, take it back and do it again, in any order: nothing is lost, and nothing returns."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from factcheck.casefile import CaseFile, load, with_orphans
from factcheck.casefile.keys import LISTS
from factcheck.casefile.tables import claim_table
from factcheck.model import (
    Channel,
    Contact,
    Entity,
    EntityKind,
    Evidence,
    FactcheckError,
    SignAction,
    SignOff,
    Span,
    Verdict,
)
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.conftest import NOW
from tests.workbench.ledger import Ledger, Things
from tests.workbench.two_people import Person

Act = Callable[[Session, int], object]
"""What somebody does; the number is another one each time."""


def _tie(session: Session, nth: int) -> object:
    case, claim = session.view.case, session.view.claim
    assert claim is not None
    made = case.with_claim(claim.model_copy(update={"gist": f"[Person {nth}] said so."}))
    made = made.model_copy(update={"entities": (Entity(id=f"p{nth}", kind=EntityKind.PERSON, name=f"Person {nth}"),)})
    return session.by_hand.put_right(session.by_hand.tie(None, f"Name {nth}", f"Person {nth}"), made)


def _on_flag(session: Session, nth: int) -> object:
    flag = session.view.case.flags[0]
    return session.open_again(flag) if session.view.case.dismissal_of(flag) else session.dismiss(flag, f"seen {nth}")


def _sign(session: Session, _nth: int) -> None:
    case = session.view.case
    session.signing.refuse_if_signed()
    entry = SignOff(action=SignAction.SIGNED, by=session.view.reader.name, at=session.clock(), seal=case.seal)
    session.view.set_case(case.model_copy(update={"signoffs": (*case.signoffs, entry)}))


def _source(session: Session, _nth: int) -> None:
    for source in session.view.case.every_source[:1]:
        session.make_confidential(source, not source.confidential)


def _lost(session: Session, nth: int) -> None:
    for table, lost in session.by_hand.lost[:1]:
        claim = session.view.claim
        if nth % 2 and claim is not None:
            session.by_hand.reattach(table, lost, claim)
        else:
            session.by_hand.forget(table, lost)


def _value(session: Session, nth: int) -> None:
    meant = session.value_of(f"{nth % 28 + 1} March {1900 + nth}" if session.view.claim and session.view.claim.date else str(nth))
    if meant is not None:
        session.set_value(meant)


ACTS: dict[str, Act] = {
    "decide": lambda session, nth: session.decide(list(Verdict)[nth % len(Verdict)]),
    "along": lambda session, _: session.decide(Verdict.VERIFIED, parts=True),
    "repeat": lambda session, _: session.repeat(),
    "note": lambda session, nth: session.note(f"note {nth}"),
    "ask": lambda session, nth: session.ask(f"question {nth}"),
    "correct": lambda session, nth: session.correct(f"correction {nth}"),
    "evidence": lambda session, nth: session.add_evidence(Evidence(source=f"call {nth % 2}", quote=f"words {nth}")),
    "reword": lambda session, nth: session.by_hand.reword(f"Wording {nth}."),
    "give": lambda session, nth: session.by_hand.give(f"Person {nth}"),
    "own": lambda session, _: session.by_hand.give(""),
    "value": _value,
    "remove": lambda session, _: session.by_hand.remove(),
    "join": lambda session, _: session.by_hand.join(),
    "split": lambda session, nth: session.by_hand.split_at((session.view.claim.start if session.view.claim else 0) + 5 + nth % 20),
    "make": lambda session, nth: session.by_hand.make(Span(start=10 + nth % 300, end=40 + nth % 300)),
    "resize": lambda session, nth: session.by_hand.resize(Span(start=10 + nth % 300, end=60 + nth % 300)),
    "flag": _on_flag,
    "waive": lambda session, nth: session.waive(Span(start=nth % 200, end=nth % 200 + 9), f"of no account {nth}"),
    "confidential": _source,
    "lost": _lost,
    "tie": _tie,
    "sign": _sign,
    "reopen": lambda session, nth: session.signing.reopen(f"reason {nth}"),
}
WHO = st.sampled_from([0, 1])
CLAIM = st.integers(0, 11)
SAVES = st.sampled_from([True, True, False])


class TwoPeople(RuleBasedStateMachine):
    """Ann and Ben on one file, and the ledger of what should be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "ferry.toml"
        case = ferry_case(reviewed=True)
        lost = claim_table(case.claims[-1].model_copy(update={"id": "lost", "text": "Words that are gone."}))
        case = with_orphans(case, [lost])
        CaseFile.create(self.path, case)
        self.moments = itertools.count(1)
        self.people = [Person(name, self.path, case, self.now) for name in ("Ann", "Ben")]
        self.ledger = Ledger(case)
        self.by_step: dict[int, tuple[object, Things, Things]] = {}

    def now(self) -> object:
        return NOW + timedelta(seconds=next(self.moments))

    def teardown(self) -> None:
        self.meet()
        shutil.rmtree(self.folder)

    @rule(who=WHO, what=st.sampled_from(list(ACTS)), on=CLAIM, saves=SAVES)
    def act(self, who: int, what: str, on: int, saves: bool) -> None:
        person = self.people[who]
        claims = person.session.view.claims
        if not claims:
            return
        person.on(claims[on % len(claims)].id)
        before, steps = person.case, len(person.session.history.done)
        with suppress(FactcheckError):
            ACTS[what](person.session, next(self.moments))
        gone, come = self.ledger.note(person.session.view.reader.name, before, person.case)
        for step in person.session.history.done[steps:]:
            self.by_step[id(step.edits[0])] = step.edits[0], gone, come
        self._save(person, saves)

    @rule(who=WHO, saves=SAVES)
    def undo(self, who: int, saves: bool) -> None:
        self._back(who, Session.undo, saves)

    @rule(who=WHO, saves=SAVES)
    def redo(self, who: int, saves: bool) -> None:
        self._back(who, Session.redo, saves)

    def _back(self, who: int, way: Callable[[Session], object], saves: bool) -> None:
        person = self.people[who]
        history = person.session.history
        steps = history.done if way is Session.undo else history.undone
        step = steps[-1] if steps else None
        before = person.case
        with suppress(FactcheckError):
            way(person.session)
        gone, come = self.ledger.note(person.session.view.reader.name, before, person.case)
        if step is not None:
            then = self.by_step[id(step.edits[0])][1:]
            assert gone | come <= then[0] | then[1], "undoing and doing again touch only what the step was about"
            if way is Session.undo:
                self.ledger.undone(step, gone)
        else:
            assert not gone | come
        self._save(person, saves)

    @rule(who=WHO)
    def look(self, who: int) -> None:
        self.people[who].look()

    @rule()
    def log(self) -> None:
        """Somebody logs a talk with another program."""
        file = CaseFile.open(self.path)
        contact = Contact(person="The clerk", how=Channel.CALL, at=self.now(), by="Cleo", said="Yes.")
        file.save(file.case.model_copy(update={"contacts": (*file.case.contacts, contact)}))
        self.ledger.note("Cleo", load(self.path).model_copy(update={"contacts": file.case.contacts[:-1]}), file.case)

    @rule()
    def meet(self) -> None:
        """Both save what they have, and look: both see the same, and it is what was done, without what was taken back."""
        for person in self.people:
            person.save()
        for person in self.people:
            person.look()
        one, two = (person.case for person in self.people)
        assert one.claims == two.claims == load(self.path).claims
        assert all(getattr(one, key) == getattr(two, key) for key in LISTS)
        text = one.article.text
        assert all(text[claim.start : claim.end] == claim.text for claim in one.claims)
        assert all(claim.span.contains(said) for claim in one.claims for said in claim.content)
        self.ledger.met(one)

    def _save(self, person: Person, saves: bool) -> None:
        if saves:
            person.save()


def run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        TwoPeople,
        settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)),
    )


SHORTEST: dict[str, tuple[tuple[Any, ...], ...]] = {
    "a wording kept beside another is taken back by who wrote it": ((1, "reword", 3), (0, "reword", 3), (1, "undo")),
    "so is a person": ((1, "tie", 3), (0, "tie", 3), (1, "undo")),
    "so is a date, which then was another": ((0, "value", 1), (1, "value", 1), (0, "value", 1), (1, "undo")),
    "what went along into another claim comes back where it was": (
        (0, "evidence", 5),
        (0, "join", 4),
        (1, "along", 5),
        (0, "meet"),
        (0, "undo"),
    ),
    "a date kept beside another is put right again by who put it": ((0, "value", 1), (1, "value", 1), (0, "value", 1)),
}
"""Days on which something was lost or returned once: who did what to which claim."""


@pytest.mark.parametrize("what", SHORTEST)
def test_a_day_on_which_it_went_wrong_once(what: str) -> None:
    day = TwoPeople()
    for who, act, *on in SHORTEST[what]:
        if on:
            day.act(who, act, on[0], saves=True)
        elif act == "meet":
            day.meet()
        else:
            day.undo(who, saves=True)
    day.teardown()


@pytest.mark.parametrize("on", [0, 4, 5, 8])
@pytest.mark.parametrize("then", ["join", "split", "resize"])
def test_who_says_it_is_taken_back_while_the_other_changes_its_words(on: int, then: str) -> None:
    day = TwoPeople()
    day.act(0, "own", on, saves=True)
    day.look(1)
    day.act(1, then, on, saves=True)
    day.undo(0, saves=True)
    day.teardown()


def test_a_short_day() -> None:
    run(12, 12)


@pytest.mark.long
def test_a_long_day() -> None:
    run(150, 30)
