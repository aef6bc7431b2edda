"""What is to do about an article, each thing in its sentence, and what a correction changes of the old words."""

from __future__ import annotations

import doctest
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Aspect, Assignment, Note, Review, ReviewRole, Verdict
from factcheck.reporting import readers, to_do
from factcheck.reporting.to_do import Change, Need
from tests.builders import AT, ferry_case


def test_examples_hold() -> None:
    assert doctest.testmod(to_do).failed == 0


def marked(case: object) -> list[tuple[Need, str, str]]:
    return [(task.need, task.what, task.sentence.words if task.sentence else "") for task in to_do.to_do(case)]  # type: ignore[arg-type]


def test_what_must_change_comes_first_and_marks_the_words_that_are_wrong() -> None:
    told = marked(ferry_case(reviewed=True))
    assert told[0] == (Need.CHANGE, "Write “a third”", "half")
    assert told[1][0] is Need.FLAG
    assert told[1][2] == "RAT"
    assert told[2][:2] == (Need.QUESTION, "Nine of twelve, or of ten?")
    assert {need for need, _, _ in told[3:]} == {Need.UNDECIDED}


def test_every_thing_stands_in_its_sentence() -> None:
    case = ferry_case(reviewed=True)
    for task in to_do.to_do(case):
        assert task.sentence is not None
        at = task.sentence
        assert case.article.text[at.start : at.end] == at.words
        assert at.before + at.words + at.after in case.article.text
        assert "\n\n" not in at.before + at.words + at.after


def test_readers_who_differ_are_named_and_the_holder_has_to_act() -> None:
    case = ferry_case()
    own = next(claim for claim in case.claims if claim.kind == "assertion")
    reviews = tuple(
        Review(by=by, at=AT, verdict=verdict, judged=own.judged) for by, verdict in (("Ada", Verdict.VERIFIED), ("Ben", Verdict.FALSE))
    )
    case = case.with_claim(own.model_copy(update={"reviews": reviews}))
    case = case.model_copy(update={"assignments": (Assignment(id="a", to="Eve", by="Eve", at=AT, role=ReviewRole.EDITOR),)})
    (differ,) = (task for task in to_do.to_do(case) if task.need is Need.VERDICT)
    assert differ.what == "Conflict (verified: Ada; false: Ben)"
    assert differ.waits_for == "Eve"


def test_a_verdict_stays_beside_another_readers_correction() -> None:
    case = ferry_case()
    own = next(claim for claim in case.claims if claim.kind == "assertion")
    found = (
        Review(by="Ada", at=AT, verdict=Verdict.FALSE, correction="paid a third of it", judged=own.judged),
        Review(by="Ben", at=AT + timedelta(days=1), verdict=Verdict.FALSE, note="Nobody paid", judged=own.judged),
    )
    needs = [(task.need, task.by, task.why) for task in to_do.to_do(case.with_claim(own.model_copy(update={"reviews": found})))]
    assert (Need.CHANGE, "Ada", None) in needs
    assert (Need.VERDICT, "Ada, Ben", "Nobody paid") in needs


def test_who_only_asked_is_said_to_have_done_so() -> None:
    case = ferry_case()
    asked = Review(by="Ben", at=AT, question="Who says so?")
    case = case.with_claim(case.claims[0].model_copy(update={"reviews": (asked,)}))
    assert [one.told for one in readers.checked_by(case)] == ["Ben (checker), notes or questions only, 5 March 2024"]


def test_a_word_of_a_very_long_sentence_is_found() -> None:
    old = " ".join(f"lot {n} went to the harbour board" for n in range(60))
    assert Change.from_correction(old, old.replace("lot 40 ", "lot 41a ")) == (old.index("40 went"), old.index("40 went") + 2, "41a", True)


def test_open_notes_are_told_with_their_answers() -> None:
    notes = (Note(id="n1", by="Ada", at=AT, text="Who rings?"), Note(id="n2", by="Ben", at=AT, text="I do", reply_to="n1"))
    (note,) = (task for task in to_do.to_do(ferry_case().model_copy(update={"notes": notes})) if task.need is Need.NOTE)
    assert (note.what, note.why, note.sentence) == ("Who rings?", "I do (Ben)", None)


def test_who_checked_is_told_with_what_they_are() -> None:
    case = ferry_case(reviewed=True)
    claim = case.claims[0]
    again = Review(by="Ada", at=AT + timedelta(days=2), role=ReviewRole.EDITOR, aspect=Aspect.SAID, verdict=Verdict.VERIFIED)
    (ada,) = readers.checked_by(case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, again)})))
    assert ada.told == "Ada (checker, editor), 3 verdicts, 5 March 2024 to 7 March 2024"


words = st.lists(st.sampled_from(["the", "mill", "cut", "36", "39", "jobs,", "it."]), min_size=1, max_size=9).map(" ".join)


@given(old=words, new=words)
def test_a_correction_touches_whole_words_and_what_it_keeps_it_has(old: str, new: str) -> None:
    change = Change.from_correction(old, new)
    before, after = old[: change.start], old[change.end :]
    assert 0 <= change.start < change.end <= len(old)
    assert not before or before[-1].isspace()
    assert not after or after[0].isspace() or after[0] in ".,"
    if change.sure and len(before) + len(after):
        assert {word.rstrip(".,") for word in change.words.split()} <= {word.rstrip(".,") for word in new.split()}


@given(old=words, new=words)
def test_a_full_rewording_comes_out_as_it_was_given(old: str, new: str) -> None:
    change = Change.from_correction(f"{old} for the board of Ore", f"{new} for the board of Ore")
    if change.sure and change.start == 0 and old.split()[0] != new.split()[0]:
        made = f"{change.words}{f'{old} for the board of Ore'[change.end :]}"
        assert made.replace(".", "").replace(",", "").split() == f"{new} for the board of Ore".replace(".", "").replace(",", "").split()
