"""Notes and questions as they stand after they were changed, answered and taken back, on one side or on two at once."""

from __future__ import annotations

from itertools import permutations

from factcheck.casefile import merge
from factcheck.model import Case, Evidence, Review, Source, Stance, written_in
from factcheck.reporting import withheld
from tests.builders import AT, ferry_case

ASKED = Review(by="Ada", at=AT, question="Which minutes?")
CHANGED = Review(by="Ada", at=AT, question="The minutes of which day?", on=ASKED.ref)
BACK = Review(by="Ada", at=AT, on=ASKED.ref, withdraws=True)
ANSWER = Review(by="Ben", at=AT, answer="Of May", on=ASKED.ref)
NOTE = Review(by="Ben", at=AT, note="rang twice")


def with_reviews(*reviews: Review) -> Case:
    case = ferry_case()
    return case.with_claim(case.claims[0].model_copy(update={"reviews": reviews}))


def test_what_was_changed_on_one_side_and_taken_back_on_the_other_is_kept_as_changed() -> None:
    for order in permutations((ASKED, CHANGED, BACK, NOTE)):
        (asked,) = (one for one in written_in(order) if one.is_question)
        assert (asked.words, asked.is_open, asked.began) == (CHANGED.question, True, ASKED)


def test_both_wordings_of_two_sides_stand() -> None:
    other = Review(by="Ada", at=AT, question="Whose minutes?", on=ASKED.ref)
    assert {one.words for one in written_in((ASKED, CHANGED, other))} == {CHANGED.question, "Whose minutes?"}


def test_an_answer_counts_whatever_words_the_question_has_by_now_and_can_be_taken_back() -> None:
    (asked,) = written_in((ASKED, ANSWER, CHANGED))
    assert (asked.words, [one.answer for one in asked.answers], asked.is_open) == (CHANGED.question, ["Of May"], False)
    taken_back = Review(by="Ben", at=AT, on=ANSWER.ref, withdraws=True)
    assert written_in((ASKED, ANSWER, taken_back))[0].is_open


def test_an_entry_on_nothing_that_is_there_is_not_lost() -> None:
    assert [one.words for one in written_in((CHANGED, BACK))] == [CHANGED.question]


def test_a_merge_tells_that_one_side_changed_what_the_other_took_back() -> None:
    base = with_reviews(ASKED)
    merged = merge(base, with_reviews(ASKED, CHANGED), with_reviews(ASKED, BACK))
    assert merged.case.claims[0].open_questions == (CHANGED.question,)
    assert any("one side changed what the other withdrew" in words for words in merged.conflicts)


def test_a_merge_keeps_evidence_that_one_side_changed_and_the_other_took_away() -> None:
    item = Evidence(source="minutes.pdf", stance=Stance.CITED, added_by="Cleo")
    given = item.model_copy(update={"stance": Stance.SUPPORTS, "stance_by": "Ada"})
    sides = []
    for evidence in ((item,), (given,), ()):
        case = ferry_case()
        sides.append(case.with_claim(case.claims[0].model_copy(update={"evidence": evidence})))
    merged = merge(*sides)
    assert merged.case.claims[0].evidence == (given,)
    assert any("taken away by one side and changed by the other" in words for words in merged.conflicts)


def test_questions_stay_answered_when_a_confidential_name_in_them_is_hidden() -> None:
    asked = Review(by="Ada", at=AT, question="Did Ida Ferrant say so?")
    answer = Review(by="Ben", at=AT, answer="Ferrant did", on=asked.ref)
    case = with_reviews(asked, answer).model_copy(update={"sources": (Source(name="Ida Ferrant", confidential=True),)})
    (shown,) = withheld(case).claims[0].questions
    assert not shown.is_open
    assert "Ferrant" not in shown.words + (shown.answers[0].answer or "")
