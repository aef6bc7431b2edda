"""Days and quarters as reports tell them: the quarter reported on, the year before it, what somebody said would be, hours that are over."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import DateMod, DateValue
from factcheck.values import describe, find_dates

APRIL = date(2026, 4, 23)


def values(text: str, published: date = APRIL) -> dict[str, str]:
    return {one.text: one.value for one in find_dates(text, published)}


def only(text: str, published: date = APRIL) -> DateValue:
    (found,) = find_dates(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Mill income for the quarter was £3m, against £2m in the prior year.", "the prior year", "2025-Q1"),
        ("The mill made £3m in the first quarter, up from £2m last year.", "last year", "2025-Q1"),
        ("The mill made £3m in the first quarter. Last year it hired 40.", "Last year", "2025"),
        ("Mill sales fell 3% in the current quarter from a year earlier.", "the current quarter", "2026-Q1"),
        ("Mill sales fell 3% in the current quarter from a year earlier.", "a year earlier", "2025-Q1"),
        ("The mill expects to sell more in the current quarter.", "the current quarter", "2026-Q2"),
        ("Mill sales have slowed in the current quarter.", "the current quarter", "2026-Q2"),
        ("The mill made £3m in the quarter, against £2m in the prior-year period.", "the prior-year period", "2025-Q1"),
        ("The mill ended the quarter with 40 looms.", "the quarter", "2026-Q1"),
        ("In the March quarter the mill sold more than in the December quarter.", "the March quarter", "2026-Q1"),
        ("In the March quarter the mill sold more than in the December quarter.", "the December quarter", "2025-Q4"),
        ("In the March quarter it sold 40, from 30 in the December quarter and 20 a year ago.", "a year ago", "2025-Q1"),
        ("In the fourth quarter it sold 40, from 30 in the same period last year.", "the same period last year", "2024-Q4"),
        ("It sold 40 in the first quarter, and 30 in the comparable period a year ago.", "the comparable period a year ago", "2025-Q1"),
        (
            "In the nine months ended 30 September it sold 40, against 30 in the same period last year.",
            "the same period last year",
            "2024-01/2024-09",
        ),
    ],
)
def test_a_quarter_is_the_one_reported_on(text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


def test_a_quarter_of_a_game_is_none_of_a_report() -> None:
    assert find_dates("The Herons closed the quarter on a run and led 61-58.", APRIL) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The port said on Monday that it would open by late Monday.", "late Monday", "2026-04-20"),
        ("The port said on Tuesday it would be clear by Tuesday night.", "Tuesday night", "2026-04-21TNI"),
        ("The port was shut on Monday. It would open by Monday night, a clerk said.", "Monday night", "2026-04-20TNI"),
        ("The port said on Wednesday that it would open by Monday.", "Monday", "2026-04-27"),
        ("The port said on Monday that it will open by Monday night.", "Monday night", "2026-04-27TNI"),
    ],
)
def test_what_would_be_on_a_day_told_already_was_of_that_day(text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The hearing was adjourned at 11.45pm.", "T23:45"),
        ("The ship sailed at 11.30pm with 40 aboard.", "T23:30"),
        ("The hearing will close at 11.45pm.", "2026-04-23T23:45"),
        ("The hearing was adjourned at 4.45pm.", "2026-04-23T16:45"),
    ],
)
def test_a_late_hour_that_is_over_may_be_of_the_evening_before(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_day_of_an_aside_is_not_that_of_the_hour_behind_it() -> None:
    assert values("The jury, which retired on Monday, was sent home at 4.15pm.")["4.15pm"] == "2026-04-23T16:15"
    assert values("The jury retired on Monday, and was sent home at 4.15pm.")["4.15pm"] == "2026-04-20T16:15"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A crush on Tuesday, April 22, killed two.", "XXXX-04-22"),
        ("A crush on Wednesday, April 22, killed two.", "2026-04-22"),
        ("The show opens on Saturday, May 2.", "2026-05-02"),
        ("He left on Wednesday, August 20.", "2025-08-20"),
    ],
)
def test_a_weekday_that_fits_a_year_ago_only_leaves_the_year_of_a_near_day_open(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_day_that_has_just_been_is_not_that_of_next_year() -> None:
    assert values("Flights resume tomorrow, nine days after the blast of 14 April.")["14 April"] == "2026-04-14"


@pytest.mark.parametrize("text", ["Adeyemi scored on 66 minutes.", "It was 2-1 on 12 minutes.", "Roche, on 90 mins, hit a post."])
def test_the_minute_of_a_match_is_no_length_of_time(text: str) -> None:
    assert find_dates(text, APRIL) == []


def test_minutes_that_are_spent_are_a_length() -> None:
    assert only("He spent on average 40 minutes in the queue.").value == "PT40M"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill has been shut since Monday.", "since Mon 20 Apr 2026"),
        ("It is the worst since 1998.", "since 1998"),
        ("It shut less than two years ago.", "2024 or later"),
    ],
)
def test_since_a_day_begins_with_it(text: str, words: str) -> None:
    found = only(text)
    assert (found.mod, describe(found)) == (DateMod.ON_OR_AFTER, words)


def test_close_to_a_length_is_about_it() -> None:
    found = only("He waited close to three hours.")
    assert (found.text, found.value, found.mod) == ("close to three hours", "PT3H", DateMod.APPROX)


JANUARY = date(2007, 1, 24)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Profit fell 3 percent from a year earlier. Costs fell 4 percent from a year earlier.", ["2006", "2006"]),
        ("The maker made $4m. A year earlier it made $3m. Two years earlier it made $2m.", ["2006", "2005"]),
        ("She came in 2000. A year earlier she had wed. Two years later she left.", ["2000", "1999", "2001"]),
        ("Oil is down from $68 a year earlier. Gas, which was $9 a year earlier, is $7.", ["2006", "2006"]),
        ("Profit in 2006 was $4m, from $3m a year earlier. Sales were $9m, up from $8m a year earlier.", ["2006", "2005", "2005"]),
        (
            (
                "Profit in the fourth quarter was $4m, from $3m in the same period a year earlier. "
                "Its shares have risen by more than 70 percent from a year earlier."
            ),
            ["2006-Q4", "2005-Q4", "2006"],
        ),
        (
            "Profit in the fourth quarter was $4m, from $3m in the same period a year earlier. Orders rose 12 percent from a year earlier.",
            ["2006-Q4", "2005-Q4", "2005-Q4"],
        ),
        ("The maker made $4m in the quarter. Its stock is up 70 percent from a year ago.", ["2006-Q4", "2006"]),
        (
            (
                "The maker made $4m in the quarter. It is old. It has a dock. It builds ships. Its chief is new. It lies on the Tyne. "
                "Sales were $9m, up from $8m a year ago."
            ),
            ["2006-Q4", "2005-Q4"],
        ),
        (
            "The maker made $4m in the quarter. It lost $2m a year ago. It builds ships. It is old. Costs fell from the previous quarter.",
            ["2006-Q4", "2005-Q4", "2006-Q3"],
        ),
    ],
)
def test_what_figures_are_held_against_is_told_from_the_report_and_of_shares_from_publication(text: str, told: list[str]) -> None:
    assert [one.value for one in find_dates(text, JANUARY)] == told
