"""What a house list changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checking import check
from factcheck.model import FactcheckError, House
from tests.checking.reading import as_blocks

SHORT = st.text(max_size=8)
SLIP = as_blocks("KCNA reported a launch on Friday.", "Later KNCA called it a success, and nobody else did.")


def test_a_check_that_is_off_is_not_run() -> None:
    assert [flag.check for flag in check(SLIP, ())] == ["acronym"]
    assert check(SLIP, (), house=House(off=frozenset({"acronym"}))) == []


def test_a_severity_is_the_house_s_own() -> None:
    assert [flag.severity for flag in check(SLIP, (), house=House(severity={"acronym": "look"}))] == ["look"]


def test_a_known_name_is_what_is_suggested() -> None:
    assert [flag.suggestion for flag in check(SLIP, (), house=House(names=frozenset({"KCNA"})))] == ["KCNA"]


def test_two_known_names_are_two_names() -> None:
    assert check(SLIP, (), house=House(names=frozenset({"KCNA", "KNCA"}))) == []


def test_a_check_that_there_is_not_gets_a_sentence() -> None:
    with pytest.raises(FactcheckError, match="names the check akronym, which there is not; did you mean acronym"):
        check(SLIP, (), house=House(off=frozenset({"akronym"})))


def test_a_longer_spelling_on_the_list_comes_first() -> None:
    article = as_blocks("The vice-chair-man of the board spoke, said the vice-chair.")
    house = House(prefer={"vice-chair": "deputy chair", "vice-chair-man": "deputy chair"})
    assert [flag.spans[0].text for flag in check(article, (), house=house)] == ["vice-chair-man", "vice-chair"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.dictionaries(SHORT, SHORT, max_size=4), st.sets(SHORT, max_size=4))
def test_no_list_is_too_odd(text: str, prefer: dict[str, str], names: set[str]) -> None:
    article = as_blocks(text)
    for flag in check(article, (), house=House(prefer=prefer, names=frozenset(names))):
        assert all(article.text[span.start : span.end] == span.text for span in flag.spans)
