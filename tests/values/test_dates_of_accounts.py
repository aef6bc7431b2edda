"""Years, quarters and months of accounts, what is held against them, and what is owed by the end of something."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import DateKind, DateMod, DateValue
from factcheck.values import describe, find_dates

PUBLISHED = date(2026, 11, 20)


def only(text: str, words: str) -> DateValue:
    (found,) = [one for one in find_dates(text, PUBLISHED) if one.text == words]
    return found


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("In the year to March 2026 the ferry lost £3m.", "the year", date(2025, 4, 1), date(2026, 3, 31)),
        ("In the year to March the ferry lost £3m.", "the year", date(2025, 4, 1), date(2026, 3, 31)),
        ("It overspent in the financial year ended 30 June.", "the financial year", date(2025, 7, 1), date(2026, 6, 30)),
        ("In its tax year that ended on 31 January it lost £3m.", "tax year", date(2025, 2, 1), date(2026, 1, 31)),
        ("For the year ending March 31, the trust expects a loss.", "the year", date(2026, 4, 1), date(2027, 3, 31)),
        ("Turnover for the full year to the end of March rose.", "the full year", date(2025, 4, 1), date(2026, 3, 31)),
        ("Sales fell in the three months to September.", "the three months", date(2026, 7, 1), date(2026, 9, 30)),
        ("In the nine months ended Sept. 30, 2025, sales rose.", "the nine months", date(2025, 1, 1), date(2025, 9, 30)),
        ("In fiscal 2026, which ended on 30 June, it paid more.", "fiscal 2026", date(2025, 7, 1), date(2026, 6, 30)),
    ],
)
def test_accounts_are_of_the_days_before_the_end_they_are_told_by(text: str, words: str, first: date, last: date) -> None:
    found = only(text, words)
    assert (found.earliest, found.latest) == (first, last)


def test_a_year_of_accounts_is_told_from_its_first_month_to_its_last() -> None:
    assert describe(only("In the year to March 2026 it lost £3m.", "the year")) == "April 2025 to March 2026"


@pytest.mark.parametrize(
    "text", ["The year to come is hard.", "The year to last Friday was dry.", "In the year, to March and beyond.", "It is the year of May."]
)
def test_a_year_with_no_end_behind_it_is_none_of_accounts(text: str) -> None:
    assert not [one for one in find_dates(text, PUBLISHED) if one.text.lower() == "the year" and "/" in one.value]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In the 2025-26 financial year it lost £3m.", "the 2025-26 financial year", "FY2025/2026"),
        ("In the 2025/26 tax year it lost £3m.", "the 2025/26 tax year", "FY2025/2026"),
        ("In FY 2025-26 it lost £3m.", "FY 2025-26", "FY2025/2026"),
        ("In the last financial year it lost £3m.", "the last financial year", "FYXXXX"),
        ("In fiscal year 2025-26 it lost £3m.", "fiscal year 2025-26", "FY2025/2026"),
        ("In fiscal 2025, which ended on 30 September, it rose.", "fiscal 2025", "FY2025"),
    ],
)
def test_a_financial_year_goes_by_its_own_name(text: str, words: str, value: str) -> None:
    found = only(text, words)
    assert (found.value, found.earliest) == (value, None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sales fell 2 per cent in October, a board said on Friday. They fell from a month earlier, too.", "a month earlier", "2026-09"),
        ("Sales fell in October, a board said on Friday. They are 1 per cent up on the previous month.", "the previous month", "2026-09"),
        ("Sales fell in October, a board said on Friday. They are down on a year earlier.", "a year earlier", "2025-10"),
        ("In October sales rose on a year before and fell from the previous month.", "the previous month", "2026-09"),
        ("Third-quarter sales fell from a quarter earlier, the firm said.", "a quarter earlier", "2026-Q2"),
        ("Prices rose from a month earlier, the bureau said.", "a month earlier", "PAST_REF"),
        ("Sales fell in September, a board said on Tuesday. They had risen the month before.", "the month before", "2026-08"),
        (
            "It lost £2m in the quarter to September and £1m in the same quarter a year earlier.",
            "the same quarter a year earlier",
            "2025-Q3",
        ),
        ("In the three months to September sales were flat on a year earlier.", "a year earlier", "2025-Q3"),
        ("In the year to June 2026 it made £2m, up from £1m a year earlier.", "a year earlier", "2024-07/2025-06"),
        ("In the year to June 2026 it made £2m, against £1m the year before.", "the year before", "2024-07/2025-06"),
        ("It lost £2m in July-September, against £1m in the year-ago quarter.\n\nSales had been £9m a year ago.", "a year ago", "2025-Q3"),
        ("On 3 May 2019 more came than in the previous month.", "the previous month", "2019-04"),
    ],
)
def test_a_comparison_is_with_the_month_or_quarter_before_the_one_told_of(text: str, words: str, value: str) -> None:
    assert only(text, words).value == value


@pytest.mark.parametrize(
    ("text", "mod", "said"),
    [
        ("It is to open by the end of 2027.", DateMod.ON_OR_BEFORE, "by the end of 2027"),
        ("It is to open by May 2027.", DateMod.ON_OR_BEFORE, "by May 2027"),
        ("It is to open before the end of 2027.", DateMod.BEFORE, "before the end of 2027"),
        ("It has been shut since the start of 2025.", DateMod.ON_OR_AFTER, "since the start of 2025"),
        ("It shut at the end of 2025.", DateMod.END, "the end of 2025"),
        ("It shut in late 2025.", DateMod.END, "late 2025"),
    ],
)
def test_the_end_by_which_something_is_due_is_a_bound(text: str, mod: DateMod, said: str) -> None:
    (found,) = find_dates(text, PUBLISHED)
    assert (found.mod, describe(found)) == (mod, said)


@pytest.mark.parametrize(
    "text",
    [
        "The boy, aged six months, was found.",
        "He died at the age of 82 years and four months.",
        "Mr Ode, 61 years of age, said so.",
        "Two children aged 3 and 5 years were hurt.",
        "She was aged just 14 months.",
    ],
)
def test_an_age_is_no_length_of_time(text: str) -> None:
    assert [one.text for one in find_dates(text, PUBLISHED) if one.kind is DateKind.DURATION] == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In October returns to the shop began to fall.", "October", "2026-10"),
        ("In October, when the term starts, a fund began to pay.", "October", "2026-10"),
        ("In October, the inquiry, which ends soon, began.", "October", "2026-10"),
        ("In October, Oda begins to write; later she stops.", "October", "2026-10"),
        ("In March, the trial opens in Leith.", "March", "2027-03"),
        ("The tour ends in October.", "October", "2027-10"),
        ("The festival begins in December.", "December", "2026-12"),
    ],
)
def test_a_month_that_is_just_over_is_the_one_told_of(text: str, words: str, value: str) -> None:
    assert only(text, words).value == value


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("The firm posted third-quarter financial results.", date(2026, 10, 30), ["2026-Q3"]),
        ("The firm posted third-quarter financial results.", date(2026, 12, 19), ["XXXX-Q3"]),
        ("Stocks in the quarter that ended in August fell.", date(2026, 9, 30), ["2026-08"]),
        ("Stocks in the quarter that ended in June fell.", date(2026, 9, 30), ["2026-Q2", "2026-06"]),
    ],
)
def test_a_quarter_that_is_not_the_calendars_has_no_days(text: str, published: date, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, published)] == values
