"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in factcheck.find_sentences(text)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["The mayor left.", "Nobody saw her go."],
        ["Mr. Hale met Dr. Osei at 3 p.m. on Main St. near the bank.", "They spoke for an hour."],
        ["He moved to the U.S.", "The firm followed him."],
        ["The D.C. court sat on Monday.", "It rose at noon."],
        ['"We waited.', 'Nobody came," she said.', "It rained."],
        ['"It was over."', "He sat down."],
        ["J. R. Pike wrote it.", "Prices rose 3.5 percent."],
        ["Was it true?", "No!", "It was not."],
        ["He rose, cried “help!”, and swam to the shore.", "Nobody came."],
        ["Bonuses were cut, Reuters reports.", "District managers lost more."],
        ["He owned the bank.", "Ferguson sold it to a man from York.", "Hale felt ill.", "Osei prayed through Mass."],
        ["Cllr. Hale met Det. Insp. Osei and Lt. Gov. Pike of Concord, Mass. on Jan. 5.", "It cost approx. 3 pounds."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(wanted: list[str]) -> None:
    assert sentences(" ".join(wanted)) == wanted


def test_a_lost_paragraph_break_after_a_quotation_is_seen() -> None:
    assert sentences('"It was one of those times."\nBut the work went on.') == ['"It was one of those times."', "But the work went on."]


def test_headings_and_list_items_stand_by_themselves() -> None:
    assert sentences("What we know\n\n- Two roads are shut\n- The bridge is open\n") == [
        "What we know",
        "- Two roads are shut",
        "- The bridge is open",
    ]


def test_wrapped_lines_are_one_sentence() -> None:
    wrapped = "The council voted on Monday night to close the old swimming pool in\nthe centre of the town, which was built before the war."
    assert sentences(wrapped) == [wrapped]


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_on_any_text_sentences_are_in_order_and_hold_every_word(text: str) -> None:
    found = factcheck.find_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize("text", ["a" * 300_000, "." * 300_000, '"' * 300_000, "A. " * 100_000, "\n" * 300_000, "( " * 150_000])
def test_long_odd_text_is_no_trouble(text: str) -> None:
    factcheck.find_sentences(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pool shut at 11.15 a.m. Hale left.", ["The pool shut at 11.15 a.m.", "Hale left."]),
        ("They meet at 10 a.m. Monday in Leeds.", ["They meet at 10 a.m. Monday in Leeds."]),
        ("It is due at 9 p.m. Eastern.", ["It is due at 9 p.m. Eastern."]),
        ("At 5 a.m. Mr Hale rang.", ["At 5 a.m. Mr Hale rang."]),
        ("No. I will stop.", ["No.", "I will stop."]),
        ("She lives at No. 5.", ["She lives at No. 5."]),
    ],
)
def test_an_hour_or_a_no_ends_a_sentence_where_a_new_one_begins(text, expected):
    assert sentences(text) == expected
