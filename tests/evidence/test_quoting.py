"""Words that a reviewer quoted are found where they stand, and what a reader should look at is pointed out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.quoting import SourceText, remarks

SOURCE = (
    "The council said the “harbour wall would cost £1.2m, but only if the grant came.” There is no evidence that the crane fell.\n"
    "The mayor, who was not there, resigned on Monday. However, she stays on the board until the spring.\n"
    "The ferry company’s frames — twelve of them — were rotten, the engineer told re-\nporters on the quay."
)


def found(quote: str, source: str = SOURCE) -> tuple[int, str]:
    text = SourceText(source)
    place = text.find(quote)
    return (place.score, source[place.start : place.end]) if place else (0, "")


def told(quote: str, source: str = SOURCE) -> list[str]:
    text = SourceText(source)
    place = text.find(quote)
    assert place is not None
    return remarks(text, quote, place)


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("harbour wall would cost £1.2m", "harbour wall would cost £1.2m"),
        ('"Harbour wall would COST £1.2m"', "harbour wall would cost £1.2m"),
        ("the ferry company's frames - twelve of them - were rotten", "The ferry company’s frames — twelve of them — were rotten"),
        ("crane fell.\n\nThe   mayor", "crane fell.\nThe mayor"),
        ("The mayor … resigned on Monday", "The mayor, who was not there, resigned on Monday"),
        ("The mayor [...] resigned [in March]", "The mayor, who was not there, resigned"),
    ],
)
def test_the_same_words_are_a_whole_match_whatever_their_marks(quote: str, there: str) -> None:
    assert found(quote) == (100, there)


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("the harbour wall will cost £1.3m", "harbour wall would cost £1.2m"),
        ("the engineer told reporters on the quay", "the engineer told re-\nporters on the quay"),
        ("The mayor, who was there, resigned", "The mayor, who was not there, resigned"),
    ],
)
def test_words_that_are_nearly_the_same_are_found_and_never_called_the_same(quote: str, there: str) -> None:
    score, words = found(quote)
    assert 60 <= score < 100
    assert there in words


@pytest.mark.parametrize("quote", ["The queen was crowned in June", "…", "[...]", "\x00", "zzz", "She stays … the mayor"])
def test_what_is_not_there_is_not_found(quote: str) -> None:
    assert found(quote) == (0, "")


def test_part_of_a_word_is_no_match() -> None:
    assert found("arbour wall would cos")[0] < 100


@pytest.mark.parametrize(
    ("quote", "remark"),
    [
        ("harbour wall would cost £1.2m", "the quotation stops before “but”: “but only if the grant came"),
        ("resigned on Monday", "the quotation stops before “however”"),
        ("she stays on the board", "the quotation stops before “until”"),
        ("the crane fell", "the source has “no evidence that” right before the quotation"),
        ("The mayor … resigned", "left out of the quotation: “, who was not there,”"),
        ("The mayor, who was there, resigned", "the source has “not”, which the quotation leaves out"),
        ("harbour wall would cost £1.3m", "the source has “1.2m” where “1.3m” is quoted"),
    ],
)
def test_what_a_reader_should_look_at_is_pointed_out(quote: str, remark: str) -> None:
    assert any(one.startswith(remark) for one in told(quote)), told(quote)


@pytest.mark.parametrize("quote", ["were rotten, the engineer told", "twelve of them", "The council said"])
def test_a_fair_quotation_has_nothing_to_point_out(quote: str) -> None:
    assert told(quote) == []


def test_the_right_one_of_two_similar_places_is_taken() -> None:
    source = "The bill was paid in March by the town. " * 3 + "The bill was never paid in April by the county. " + "Nothing else. " * 50
    assert found("The bill was not paid in April by the county", source)[1].startswith("The bill was never paid in April")


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_text_and_quotation_give_true_places(source: str, quote: str) -> None:
    text = SourceText(source)
    place = text.find(quote)
    if place is not None:
        assert 0 <= place.start < place.end <= len(source)
        assert 60 <= place.score <= 100
        remarks(text, quote, place)


@given(
    st.lists(st.sampled_from("the a wall harbour crane mayor fell rose 1.2 not “quay” — was".split()), min_size=12, max_size=60), st.data()
)
def test_whatever_is_cut_out_of_a_text_is_found_whole(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 4))
    cut = words[start : start + data.draw(st.integers(3, 12))]
    if any(c.isalnum() for c in "".join(cut)):
        assert found(" ".join(cut), " ".join(words))[0] == 100
