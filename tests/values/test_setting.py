"""What a reviewer types for a date or a figure that was read wrongly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import DateValue, Figure
from factcheck.values import date_set, figure_set, find_dates, find_figures, glossed, meaning_of

PUBLISHED = date(2024, 3, 5)
DATE = find_dates("It rained on Monday.", PUBLISHED)[0]
FIGURE = find_figures("She owns two boats.")[0]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("26 February", "2024-02-26"),
        ("mon 26 feb", "2024-02-26"),
        ("  last Thursday ", "2024-02-29"),
        ("2024-02-26", "2024-02-26"),
        ("Mon 26 Feb 2024", "2024-02-26"),
        ("February 2024", "2024-02"),
        ("the 1990s", "199"),
        ("P2D", "P2D"),
        ("three weeks", "P3W"),
        ("every Tuesday", "XXXX-WXX-2"),
        ("3 May 2024 to 5 May 2024", "2024-05-03/2024-05-05"),
        ("21 Feb 2024, 4pm", "2024-02-21T16:00"),
    ],
)
def test_a_date_may_be_said_in_any_way(typed: str, value: str) -> None:
    found = date_set(DATE, typed, PUBLISHED, "Ada")
    assert found is not None
    assert (found.value, found.set_by) == (value, "Ada")
    assert (found.start, found.end, found.text) == (DATE.start, DATE.end, "Monday")


@pytest.mark.parametrize("typed", ["", "P", "soon enough", "3 May and 4 May", "Monday, perhaps", "1 to 2 to 3", "to"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    assert date_set(DATE, typed, PUBLISHED, "Ada") is None


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("three boats", "3 boats"),
        ("3", "3 boats"),
        ("1,990.5", "1,990.5 boats"),
        ("more than 40 km", "more than 40 km"),
        ("$1.2bn", "USD 1,200,000,000"),
        ("3 to 5 per cent", "3 to 5 per cent"),
        ("down 5%", "down 5 per cent"),
    ],
)
def test_a_figure_may_be_said_in_any_way(typed: str, meaning: str) -> None:
    found = figure_set(FIGURE, typed, "Ada")
    assert found is not None
    assert (meaning_of(found), found.set_by, found.text) == (meaning, "Ada", FIGURE.text)


@pytest.mark.parametrize("typed", ["", "nothing", "2 or 3, 4", "3 boats and a canoe"])
def test_what_is_no_figure_is_refused(typed: str) -> None:
    assert figure_set(FIGURE, typed, "Ada") is None


def test_an_unchanged_number_stays() -> None:
    assert figure_set(FIGURE, "2", "Ada") == FIGURE.model_copy(update={"value": Decimal(2), "set_by": "Ada"})


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_nothing_typed_is_too_odd(typed: str) -> None:
    for value in (date_set(DATE, typed, PUBLISHED, "Ada"), figure_set(FIGURE, typed, "Ada")):
        if value is not None:
            assert isinstance(value, DateValue | Figure)
            glossed(value)


def test_a_relative_day_says_from_which_day_it_was_told() -> None:
    found = find_dates("It fell on Monday. The following day, it rained. It froze on 3 May 1990.", PUBLISHED)
    assert [value.anchor for value in found] == [PUBLISHED, date(2024, 3, 4), None]
