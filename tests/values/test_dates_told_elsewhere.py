"""Days that something else than their own words tells: an event before them, a clock abroad, who spoke, a season, a game."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import DateMod, DateValue
from factcheck.values import describe, find_dates

WEDNESDAY = date(2024, 6, 12)


def last(text: str, published: date = WEDNESDAY) -> DateValue:
    return find_dates(text, published)[-1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The rink shut in May 2021, followed by the baths in February.", "2022-02"),
        ("The rink shut in May 2021, and then in June the baths did.", "2021-06"),
        ("The rink shut on 3 May 2021, followed by the baths on 9 January.", "2022-01-09"),
        ("A flood in April was followed by one in May.", "2024-05"),
        ("The rink shut in May 2024, followed by the baths in February.", "2024-02"),
        ("The rink shut in May 2021. It was followed by much talk in February.", "XXXX-02"),
    ],
)
def test_what_followed_came_first_after_what_it_followed_if_it_is_over(text: str, value: str) -> None:
    assert last(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The toll stood at 40 as of 2 a.m. local time Thursday.", "2024-06-13T02:00"),
        ("As of 2 a.m. Thursday local time nobody had been found.", "2024-06-13T02:00"),
        ("A ship sank at 9 p.m. local time on Tuesday.", "2024-06-11T21:00"),
        ("A ship sank at 9 p.m. local time on Friday.", "2024-06-07T21:00"),
        ("A ship sank at 2 a.m. Thursday.", "2024-06-06T02:00"),
    ],
)
def test_by_the_clock_of_another_place_it_may_be_tomorrow(text: str, value: str) -> None:
    assert last(text).value == value


@pytest.mark.parametrize(
    ("text", "value", "latest"),
    [
        ("“We lost it today,” the captain said Tuesday.", "2024-06-11", date(2024, 6, 11)),
        ('"We lost it today," the captain said after Tuesday\'s cup tie.', "2024-06-11", date(2024, 6, 11)),
        ("“We vote tomorrow,” the captain said on Monday.", "2024-06-11", date(2024, 6, 11)),
        ("The tie was lost on Tuesday.\n\n“We lost it today,” the captain said.", "PRESENT_REF", None),
        ("The tie was lost on Wednesday.\n\n“We lost it today,” the captain said.", "2024-06-12", WEDNESDAY),
        ("“We lost it today,” the captain said.", "2024-06-12", WEDNESDAY),
        ("The tie was lost on Tuesday. It is played again today.", "2024-06-12", WEDNESDAY),
    ],
)
def test_today_in_a_quotation_is_the_day_on_which_it_was_said(text: str, value: str, latest: date | None) -> None:
    quoted = next(found for found in find_dates(text, WEDNESDAY) if found.text in ("today", "tomorrow"))
    assert (quoted.value, quoted.latest) == (value, latest)


def test_what_came_later_than_nothing_told_has_no_day() -> None:
    assert [found.value for found in find_dates("A year later, in 2018, they parted.", WEDNESDAY)] == ["FUTURE_REF", "2018"]


@pytest.mark.parametrize("text", ["Last year's rookie of the year is back.", "Last year’s most valuable player of the year sat out."])
def test_an_honour_of_a_season_may_be_of_this_year_or_the_last(text: str) -> None:
    assert (last(text).value, last(text).earliest) == ("PAST_REF", None)


def test_what_is_over_of_the_week_ends_with_the_day_of_publication() -> None:
    earlier, later = find_dates("It began earlier this week and ends later this month.", WEDNESDAY)
    assert (earlier.earliest, earlier.latest) == (date(2024, 6, 10), WEDNESDAY)
    assert (later.earliest, later.latest) == (WEDNESDAY, date(2024, 6, 30))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It fell at around 11 a.m. on Monday.", "about Mon 10 Jun 2024, 11:00"),
        ("He left two decades ago.", "about 2004"),
        ("It was done by Monday's crew.", "Mon 10 Jun 2024"),
    ],
)
def test_what_is_told_as_near_is_about_so(text: str, said: str) -> None:
    assert describe(last(text)) == said


def test_a_week_that_only_tells_which_thing_is_meant_is_no_bound() -> None:
    assert last("She was shocked by last week's fire.").mod is None
    assert last("It was done by last week.").mod is DateMod.ON_OR_BEFORE


@pytest.mark.parametrize(
    "text", ["He would look into reports of shots on Monday.", "They will answer complaints about loud music on Monday."]
)
def test_what_is_reported_is_over(text: str) -> None:
    assert last(text).value == "2024-06-10"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was filmed a year ago today.", ["2023-06-12"]),
        ("Two weeks from tomorrow the play opens.", ["2024-06-27"]),
        ("The quake hit on Monday, forcing thousands to be moved.", ["2024-06-10"]),
        ("It forecast rain to continue to Friday.", ["2024-06-14"]),
        ("She said the winter might be hard.", ["2024-WI"]),
        ("She inspired the stars of tomorrow.", []),
        ("Not enough drivers came forward for Sunday shifts.", []),
        ("Rovers led 80-79 at the start of the fourth quarter.", []),
        ("Bees nest nine days earlier than those in the dark.", ["P9D"]),
    ],
)
def test_what_the_words_around_tell_of_the_day(text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(text, WEDNESDAY)] == values
