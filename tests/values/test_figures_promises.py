"""The promises of the figure grammar on any text: true offsets, no exception, no order lost, no hang."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.inflection import plural_of, singular
from factcheck.model import Figure
from factcheck.values import describe_figure, find_figures
from factcheck.values.figures.lexicon import table

PIECES = [
    "one", "two", "half", "a", "third", "million", "hundred", "and", "or", "to", "-", "–", "in", "of", "the", "from", "between", "$",
    "£", "€", "US", "Rs", "%", "per", "cent", "km", "m", "days", "people", "rose", "by", "about", "more", "than", ".", ",", "(", "\n",
    "\n\n", "1", "2.5", "1,000", "10", "99", "½", "x", "^", "e", "°", "C", "[", "]", "no", "dozens", "several", "point", "fold",
    "minus", "−", "+", "/", ":", "9" * 30, "1e9", "e9", "M", "MUSD", "USD", "ft",
    "a", "year", "'", '"', "odd", "plus", "+", "or more", "lower", "rise", "pounds", "not", "$A", "kWh", "(", ")",
    "\ud800", "\x00", "\u202e", "\u00a0",
]  # fmt: skip
SOUP = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "  "])), max_size=30).map(
    lambda parts: "".join(a + b for a, b in parts)
)
ANY_TEXT = st.text(max_size=120) | SOUP


def hold_promises(text: str, found: list[Figure]) -> None:
    end = 0
    for figure in found:
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        assert figure.value.is_finite()
        assert abs(figure.value) < Decimal(10) ** 100
        assert describe_figure(figure)
        end = figure.end


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_offsets_are_true_and_nothing_is_raised_on_any_text(text: str) -> None:
    hold_promises(text, find_figures(text))


@settings(max_examples=100, deadline=None)
@given(SOUP)
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert find_figures(text, dates=[]) == find_figures(text, dates=[])


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=2, max_value=10**12), st.sampled_from(["£{}", "{} km", "{} boats", "{} per cent"]))
def test_what_was_written_with_commas_is_read_back(value: int, shape: str) -> None:
    text = f"They saw {shape.format(f'{value:,}')} there."
    assert [f.value for f in find_figures(text, dates=[])] == [value]


SIZE = 300_000
HOSTILE = [
    "1", " ", "(", "word", "one hundred and ", "million ", "two million ", "one and ", "1,", "1,111", "1-", "1 ", "111 ", "$", "$1",
    "-", "1/2 ", "1e9 ", "four-, ", "five or six and ", "half a ", "1.1.", "½", "\0", "\ud800 5 km ", "a'", "U.", "\n",
    "hundreds of thousands of ", "point one ", "1x10-9 ", "three in five in ten ", "5 km per hour ", "1 or ", "1 to 2 to ",
    "1 of the ", "1m ", "ten-", "999999999999999999999999 million billion ", "Rs 5 crore ", "+1 ", "about ", "rose by by by 5% ",
    "twenty-", "five ", "\u2028 5", "[5] ", "from 1m to ", "1 of 1 ", "40-odd ", "5'2", "up by 5% ", "£5 or ", "two 5-year-old-",
    "passers-by-",
    "5% higher than ", "4 Trent 900 ", "$A", "not more than ", "a 3% fall, or ", "to 1 from ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_line_of_one_thing_is_read(piece: str) -> None:
    text = piece * (SIZE // 10 // len(piece))
    found = find_figures(text, dates=[])
    hold_promises(text, found)


@pytest.mark.long
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_gigantic_line_of_one_thing_is_read(piece: str) -> None:
    find_figures(piece * (SIZE // len(piece)), dates=[])


def test_every_unit_and_currency_of_the_lists_is_read_as_itself() -> None:
    for entry in table("units").values():
        for written in (*entry.get("signs", ()), *entry.get("words", ())):
            found = find_figures(f"They saw 7 {written}.", dates=[])
            assert found, written
            assert found[0].unit is not None, written
    for code in table("currencies")["codes"].split():
        assert [f.unit for f in find_figures(f"It cost {code}7.5.", dates=[])] == [code]


def test_plurals_lead_back_to_their_noun() -> None:
    for noun in ("boat", "person", "county", "church", "box", "policeman", "wife", "child", "aircraft", "class", "campus", "house"):
        assert singular(plural_of(noun)) == noun
