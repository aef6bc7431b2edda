"""Which words deny, and which turn round what follows them."""

from __future__ import annotations

import pytest

from factcheck.language.negation import NEGATION, TURNED_ROUND


@pytest.mark.parametrize(
    "text", ["It did not fall", "He DENIED it", "They won’t go", "She cannot come", "Neither came", "It fell without a sound"]
)
def test_a_statement_that_denies_is_known(text):
    assert NEGATION.search(text)


@pytest.mark.parametrize("text", ["The knot held", "He knows it", "It hardly rained", "A notable want of noise"])
def test_a_statement_that_denies_nothing_is_let_pass(text):
    assert not NEGATION.search(text)


@pytest.mark.parametrize(
    ("text", "words"), [("There is no evidence that “", "no evidence that"), ("He refused: ", "refused"), ("Ask whether ", "whether")]
)
def test_words_that_turn_a_quotation_round_are_found_before_it(text, words):
    found = TURNED_ROUND.search(text)
    assert found is not None
    assert found["words"] == words


@pytest.mark.parametrize("text", ["She said that ", "It was a motif ", "no evidence was found, she said, "])
def test_words_that_leave_a_quotation_as_it_is_are_let_pass(text):
    assert TURNED_ROUND.search(text) is None
