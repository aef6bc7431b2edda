"""Places in a source are understood as people write them, and told apart only where they cannot be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.locators import apart, where


@pytest.mark.parametrize(
    ("words", "page", "second"),
    [
        ("p. 14", 14, None), ("pp. 14–16, 20", 14, None), ("page 3", 3, None), ("§ 3.2", None, None), ("12:34", None, 754),
        ("at [1:02:03]", None, 3723), ("minute 12", None, 720), ("p. iv", None, None), ("paragraph 3", None, None), ("9:3", None, None),
        ("p. 4, 0:30", 4, 30), (None, None, None), ("", None, None),
    ],
)  # fmt: skip
def test_pages_and_times_are_understood(words: str | None, page: int | None, second: int | None) -> None:
    found = where(words)
    assert (found.page, found.second) == (page, second)


@pytest.mark.parametrize(
    ("found", "given"),
    [
        ("page 12", "pp. 11-14"), ("page 215", "pp. 214–6"), ("page 12", "ch. 3"), ("page 12", None), (None, "p. 3"), ("0:12:20", "12:34"),
        ("0:12:20", "minute 12"), ("0:12:20", "12:00-13:00"), ("sheet Payments, cell B7", "sheet 2, cell B7"),
        ("sheet Payments, cell B7", "sheet “Payments”, B7"),
        ("sheet Payments, cells A7 to B7", "cells B1:B9"), ("sheet Payments, cell B7", "sheet payments"), ("chapter 3", "Chapter 3"),
    ],
)  # fmt: skip
def test_places_that_may_be_one_are_not_told_apart(found: str | None, given: str | None) -> None:
    assert apart(found, given) is None


@pytest.mark.parametrize(
    ("found", "given", "told"),
    [
        ("page 12", "p. 14", "found on page 12, not p. 14"),
        ("0:12:20", "14:02", "found at 0:12:20, not 14:02"),
        ("sheet Payments, cell B7", "cell B8", "found in sheet Payments, cell B7, not cell B8"),
        ("sheet Payments, cell B7", "sheet Payments, B8", "found in sheet Payments, cell B7, not sheet Payments, B8"),
        ("sheet Payments, cell B7", "sheet Costs", "found in sheet Payments, cell B7, not sheet Costs"),
        ("chapter 3", "ch. 4", "found in chapter 3, not ch. 4"),
    ],
)
def test_other_places_are_told(found: str, given: str, told: str) -> None:
    assert apart(found, given) == told


@given(st.text(max_size=80), st.text(alphabet="p. 0123456789:–,cellshtABto", max_size=80))
def test_any_words_are_a_place_or_none(one: str, other: str) -> None:
    assert apart(other, other) is None
    assert isinstance(apart(one, other), str | None)
