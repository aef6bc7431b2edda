"""What a reviewer is told that a date means."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import DateValue
from factcheck.values import describe, find_dates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It fell on Thursday.", "Thu 28 Feb 2019"),
        ("It fell in February 2019.", "February 2019"),
        ("a two-day visit", "two days"),
        ("He works every Tuesday.", "every Tuesday"),
        ("It ends before May 2024.", "before May 2024"),
        ("It began in the late 1950s.", "the late 1950s"),
        ("It began over 50 years ago.", "by 1969"),
        ("It began less than two years ago.", "2017 or later"),
        ("It began just over a year ago.", "about 2018"),
        ("Traffic doubled over Easter weekend last year.", "2018"),
        ("It fell in early May 2018.", "early May 2018"),
        ("a style of the 1990s", "the 1990s"),
        ("a clock of the 18th century", "the 18th century"),
        ("It fell in summer 2018.", "summer 2018"),
        ("It fell in Q3 2018.", "the third quarter of 2018"),
        ("It fell last week.", "the week Mon 18 Feb 2019 to Sun 24 Feb 2019"),
        ("It fell on Thursday morning.", "Thu 28 Feb 2019, morning"),
        ("It fell at 4:15 pm on 2 March 2018.", "Fri 2 Mar 2018, 16:15"),
        ("It fell from Feb. 27-28, 2018.", "Tue 27 Feb 2018 to Wed 28 Feb 2018"),
        ("It takes about 14 months.", "about 14 months"),
        ("It sails every two weeks.", "every two weeks"),
        ("It sails daily.", "every day"),
        ("It burnt in 480 BC.", "480 BC"),
        ("It is now open.", "now"),
        ("It fell earlier this week.", "Mon 25 Feb 2019 to Fri 1 Mar 2019"),
        ("It fell earlier this year.", "Tue 1 Jan 2019 to Fri 1 Mar 2019"),
        ("It will be told later this month.", "later in March 2019"),
    ],
)
def test_a_date_is_told_in_plain_words(text: str, said: str) -> None:
    assert [describe(found) for found in find_dates(text, date(2019, 3, 1))] == [said]


@pytest.mark.parametrize(
    "value", ["", "P", "T", "XXXX-", "2019-99-99", "2019-W99", "BC", "FY", "W", "-", "/", "2019-Q9", "XXXX-WXX-9", "²-1", "99999-01-01"]
)
def test_a_value_of_no_known_form_is_never_too_odd(value: str) -> None:
    describe(DateValue(start=0, end=0, text="", value=value))


def test_an_end_is_told_as_an_end_and_what_is_late_as_late() -> None:
    told = [describe(found) for found in find_dates("It closed at the end of May 2023, late in 2022 and at the start of 2021.", None)]
    assert told == ["the end of May 2023", "late 2022", "the start of 2021"]
