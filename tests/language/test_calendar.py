"""Months and weekdays, as they are written and cut short."""

from __future__ import annotations

import re

import pytest

from factcheck.language.calendar import MONTH, MONTH_OF, SHORT_MONTH, WEEKDAY, WEEKDAY_OF, days_in


@pytest.mark.parametrize(("word", "month"), [("march", 3), ("mar", 3), ("sept", 9), ("sep", 9), ("may", 5), ("december", 12)])
def test_a_month_is_known_by_its_name_and_its_short_forms(word, month):
    assert MONTH_OF[word] == month
    assert re.fullmatch(MONTH, word.capitalize())


@pytest.mark.parametrize("word", ["Marching", "Ma", "june", "Decem"])
def test_what_only_begins_like_a_month_is_none(word):
    assert not re.fullmatch(MONTH, word)


def test_a_weekday_is_known_by_its_name_and_its_short_forms():
    assert [WEEKDAY_OF[word] for word in ("monday", "tues", "thurs", "sun")] == [0, 1, 3, 6]
    assert re.fullmatch(WEEKDAY, "Weds")
    assert not re.fullmatch(WEEKDAY, "Sunda")


def test_february_has_its_leap_day_where_no_year_is_known():
    assert (days_in(2), days_in(2, 2023), days_in(4)) == (29, 28, 30)


def test_a_short_month_is_one_that_lacks_a_thirty_first():
    assert re.fullmatch(SHORT_MONTH, "Sept")
    assert not re.fullmatch(SHORT_MONTH, "October")
