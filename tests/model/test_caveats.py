"""What a reader is told of a claim that nobody can look up: of words that somebody said, only that they are so is meant."""

from __future__ import annotations

import pytest

from factcheck.model import Case, Claim
from factcheck.reporting import listing
from factcheck.reporting.table import claim_row
from tests import builders

TEXT = "The fair\n\nThe fair was superb. The mayor said it was a disgrace. It drew 40 people.\n"
OPINION = "opinion: “superb”"


def marked(kind: str, words: str, **fields: str) -> Claim:
    return builders.claim(TEXT, kind, words, **fields).model_copy(update={"checkable": False, "reason": OPINION})


def assertion() -> Claim:
    return marked("assertion", "The fair was superb.")


def statement() -> Claim:
    return marked("statement", "The mayor said it was a disgrace.", speaker="The mayor", cue="said")


def test_that_something_was_said_stays_checkable():
    assert statement().caveat == f"that it is so is not checkable: {OPINION}"


def test_of_the_articles_own_words_nothing_is_left_to_check():
    assert assertion().caveat == f"not checkable: {OPINION}"


def test_a_mark_without_a_reason_says_so():
    assert assertion().model_copy(update={"reason": None}).caveat == "not checkable: no reason given"


def test_what_can_be_checked_has_no_caveat():
    assert builders.claim(TEXT, "assertion", "It drew 40 people.").caveat is None


@pytest.mark.parametrize("claim", [assertion(), statement()])
def test_lists_and_tables_say_which_half_is_meant(claim):
    case = Case(article=builders.article(TEXT), claims=(claim,))
    assert str(claim.caveat) in listing(case)
    assert claim_row(case, claim, ())["checkable"] == claim.caveat
