"""Who has a case, when it is due, and which notes wait for whom: derived from entries that are only ever added to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from factcheck.model import AssignAction, Assignment, Note, NoteAction, ReviewRole
from factcheck.model.desk import holders, threads

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)


def given_to(name: str, action: AssignAction = AssignAction.GIVEN, **more: object) -> Assignment:
    return Assignment.model_validate({"to": name, "action": action, "by": "Eva", "at": AT, **more})


def note(name: str, by: str, text: str | None, of: str | None = None, action: NoteAction = NoteAction.WRITTEN) -> Note:
    return Note(id=name, by=by, at=AT, text=text, reply_to=of, action=action)


def test_the_last_entry_on_a_person_in_a_role_counts() -> None:
    first, again, back = given_to("Ann"), given_to("ann ", due=date(2026, 12, 2)), given_to("Ben", AssignAction.BACK)
    second = given_to("Ann", role=ReviewRole.SECOND)
    assert holders([first, given_to("Ben"), second, again, back]) == (again, second)


def test_a_day_is_over_at_its_end_where_one_looks_and_a_moment_everywhere_at_once() -> None:
    east = timezone(timedelta(hours=9))
    late = datetime(2026, 12, 1, 16, tzinfo=UTC)
    assert given_to("Ann", due=date(2026, 12, 1)).overdue(late.astimezone(east))
    assert not given_to("Ann", due=date(2026, 12, 1)).overdue(late)
    assert all(given_to("Ann", due=late).overdue(late.astimezone(zone)) for zone in (UTC, east))
    assert not given_to("Ann").overdue(late)
    assert not given_to("Ann", due=date.max).overdue(late)


def test_a_due_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="needs its zone"):
        given_to("Ann", due=datetime(2026, 12, 1, 17))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    ("text", "meant"),
    [("@Ada, look", True), ("ask @ada.lovelace.", True), ("@AdaLovelace?", True), ("mail ada@ada.example", False), ("@Adam", False)],
)
def test_who_is_mentioned(text: str, meant: bool) -> None:
    assert note("a", "Ben", text).mentions_one("Ada Lovelace") is meant


def test_a_thread_waits_for_who_is_mentioned_until_they_answer_or_it_is_resolved() -> None:
    asked = note("a", "Ben", "@Ada which clerk?")
    answer = note("b", "Ada", "The younger one", "a")
    done = note("c", "Ben", None, "a", NoteAction.RESOLVED)
    assert [threads(n)[0].waits_for("Ada") for n in ([asked], [asked, answer], [asked, done])] == [True, False, False]
    assert [threads(n)[0].open for n in ([asked, done], [asked, done, note("d", "Ada", "Not yet", "a")])] == [False, True]


def test_a_note_is_taken_back_by_its_writer_alone_and_stays_in_the_file() -> None:
    asked = note("a", "Ben", "@Ada which clerk?")
    others = note("b", "Ada", None, "a", NoteAction.WITHDRAWN)
    own = note("c", "Ben", None, "a", NoteAction.WITHDRAWN)
    assert threads([asked, others])[0].open
    (gone,) = threads([asked, own])
    assert (gone.open, gone.standing, gone.waits_for("Ada"), gone.entries) == (False, (), False, (asked, own))


names = st.sampled_from("abcd")
entries = st.builds(
    Note, id=names, by=names, at=st.just(AT), text=st.just("@a b"), reply_to=names, action=st.sampled_from(list(NoteAction))
)


@given(st.lists(entries, max_size=8))
def test_every_entry_stands_in_one_thread_whatever_a_hand_has_written(notes: list[Note]) -> None:
    found = [entry for thread in threads(notes) for entry in thread.entries]
    assert sorted(map(repr, found)) == sorted(map(repr, notes))
    assert all(isinstance(thread.open, bool) for thread in threads(notes))
