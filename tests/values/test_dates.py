"""What a reader of the news understands by each way of naming a time, and what is no time at all."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from factcheck.model import DateKind, DateMod
from factcheck.values import find_dates
from factcheck.values.dates.reading import Context, day_reading

THURSDAY = date(2024, 6, 13)


def read(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    return [(found.text, found.value) for found in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge opened on Mar 01 2019 to traffic.", "Mar 01 2019", "2019-03-01"),
        ("It closed on 1 March 2019.", "1 March 2019", "2019-03-01"),
        ("She was born on Friday, 1 March 2019, in Hull.", "Friday, 1 March 2019", "2019-03-01"),
        ("He resigned on the 5th of May 1998.", "the 5th of May 1998", "1998-05-05"),
        ("Filed 2019-03-01.", "2019-03-01", "2019-03-01"),
        ("Filed 3-Jun-2024.", "3-Jun-2024", "2024-06-03"),
        ("Sales rose in March 2019.", "March 2019", "2019-03"),
        ("Rents fell throughout the 1990s.", "the 1990s", "199"),
        ("A style of the mid-1970s.", "the mid-1970s", "197"),
        ("A clock of the 18th century.", "the 18th century", "17"),
        ("The festival returns in spring 2025.", "spring 2025", "2025-SP"),
        ("Profit rose in Q3 2023.", "Q3 2023", "2023-Q3"),
        ("Profit rose in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3"),
        ("The budget for fiscal 2023 was late.", "fiscal 2023", "FY2023"),
        ("The mill has stood since 1874.", "1874", "1874"),
        ("The temple was burnt in 480 BC.", "480 BC", "BC0480"),
        ("Doors open at 4:15 PM on 2 May 2024.", "4:15 PM on 2 May 2024", "2024-05-02T16:15"),
        ("The fleet sailed at 1100 GMT.", "1100 GMT", "2024-06-13T11:00Z"),
        ("They met on Christmas Day 2021.", "Christmas Day 2021", "2021-12-25"),
    ],
)
def test_a_time_of_the_calendar_is_read_in_every_newspaper_form(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The council met on Monday.", "Monday", "2024-06-10"),
        ("The council met on Thursday.", "Thursday", "2024-06-13"),
        ("The council on Friday promised a review.", "Friday", "2024-06-07"),
        ("The council will meet on Friday.", "Friday", "2024-06-14"),
        ("The vote is due on Tuesday.", "Tuesday", "2024-06-18"),
        ("A hearing is expected to be held on Monday.", "Monday", "2024-06-17"),
        ("The strike ended last Monday.", "last Monday", "2024-06-10"),
        ("Talks resume on Monday.", "Monday", "2024-06-17"),
        ("Polls close at 10pm on Monday.", "10pm on Monday", "2024-06-17T22:00"),
        ("Her book is out on Monday.", "Monday", "2024-06-17"),
        ("The union has called a strike for Monday.", "Monday", "2024-06-17"),
        ("The crucial votes on Monday were lost.", "Monday", "2024-06-10"),
        ("Work will start in the spring.", "the spring", "2025-SP"),
        ("In the year to 31 December sales rose. Shares were down by 1030 GMT.", "1030 GMT", "2024-06-13T10:30Z"),
        ("Power will be back by Monday. A man died at about 7am.", "7am", "2024-06-13T07:00"),
        ("It reopens on Thursday next week.", "Thursday next week", "2024-06-20"),
        ("She left yesterday.", "yesterday", "2024-06-12"),
        ("She left two days ago.", "two days ago", "2024-06-11"),
        ("He joined three years ago.", "three years ago", "2021"),
        ("Prices rose last month.", "last month", "2024-05"),
        ("Prices rose earlier this month.", "earlier this month", "2024-06"),
        ("It will cost more next year.", "next year", "2025"),
        ("The shop closed in October.", "October", "2023-10"),
        ("The shop will open in October.", "October", "2024-10"),
        ("It was passed on 3 December.", "3 December", "2023-12-03"),
        ("Police were called last night.", "last night", "2024-06-12TNI"),
        ("He spoke on Friday morning.", "Friday morning", "2024-06-07TMO"),
        ("Output fell in the first quarter.", "the first quarter", "2024-Q1"),
        ("Output fell in the fourth quarter.", "the fourth quarter", "2023-Q4"),
        ("It was sold in the week ending June 8.", "the week ending June 8", "2024-W23"),
    ],
)
def test_a_relative_time_is_told_from_publication_as_its_verb_looks(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ship left on 3 May 2011 and sank the following day.", "the following day", "2011-05-04"),
        ("The ship left on 3 May 2011. Two weeks later it was found.", "Two weeks later", "2011-W20"),
        ("The mine closed in 1987. It had opened three years earlier.", "three years earlier", "1984"),
        ("He was elected in 1987. That summer he fell ill.", "That summer", "1987-SU"),
        ("Sales peaked in March 2020; in the same month of 2021 they halved.", "the same month", "2020-03"),
    ],
)
def test_a_time_told_from_what_was_just_named_is_counted_from_there(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("a two-day visit", "two-day", "P2D", DateKind.DURATION),
        ("It took about 14 months.", "about 14 months", "P14M", DateKind.DURATION),
        ("an hour and a half of talks", "an hour and a half", "PT1.5H", DateKind.DURATION),
        ("It lasted several weeks.", "several weeks", "PXW", DateKind.DURATION),
        ("He served five years and six months.", "five years and six months", "P5Y6M", DateKind.DURATION),
        ("within the next 48 hours", "the next 48 hours", "PT48H", DateKind.DURATION),
        ("The bins are emptied every Tuesday.", "every Tuesday", "XXXX-WXX-2", DateKind.SET),
        ("The board meets twice a year.", "twice a year", "P1Y", DateKind.SET),
        ("It sails every two weeks.", "every two weeks", "P2W", DateKind.SET),
        ("a daily ferry", "daily", "P1D", DateKind.SET),
        ("The choir sings every Monday at 4 p.m. in Hull.", "every Monday at 4 p.m.", "XXXX-WXX-1T16:00", DateKind.SET),
        ("The pool is shut Friday mornings.", "Friday mornings", "XXXX-WXX-5TMO", DateKind.SET),
        ("It rained all day.", "all day", "P1D", DateKind.DURATION),
        ("The swim took a ½ hour.", "a ½ hour", "PT0.5H", DateKind.DURATION),
    ],
)
def test_how_long_and_how_often_are_told_apart_from_when(text: str, words: str, value: str, kind: DateKind) -> None:
    assert [(found.text, found.value, found.kind) for found in find_dates(text, THURSDAY)] == [(words, value, kind)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The fair runs from Feb. 27-28, 2019.", "Feb. 27-28, 2019", date(2019, 2, 27), date(2019, 2, 28)),
        ("It froze on the night of 5 to 6 May 2019.", "the night of 5 to 6 May 2019", date(2019, 5, 5), date(2019, 5, 6)),
        ("The 2022-23 accounts are late.", "2022-23", date(2022, 1, 1), date(2023, 12, 31)),
        ("It rained for June-August 1992.", "June-August 1992", date(1992, 6, 1), date(1992, 8, 31)),
    ],
)
def test_a_range_is_one_interval_with_both_its_days(text: str, words: str, first: date, last: date) -> None:
    found = find_dates(text, THURSDAY)[0]
    assert (found.text, found.earliest, found.latest) == (words, first, last)


def test_the_first_half_of_a_range_takes_the_year_of_the_second() -> None:
    assert read("The siege lasted from 8 November to 23 November 1936.") == [
        ("8 November", "1936-11-08"),
        ("23 November 1936", "1936-11-23"),
    ]


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It will end by May 2025.", DateMod.ON_OR_BEFORE),
        ("It has grown since May 2023.", DateMod.ON_OR_AFTER),
        ("It rained in early May 2023.", DateMod.START),
        ("It rained in mid-May 2023.", DateMod.MID),
        ("It rained at the end of May 2023.", DateMod.END),
        ("It rained in May 2023.", None),
    ],
)
def test_the_modifier_of_a_date_is_kept(text: str, mod: DateMod | None) -> None:
    assert [found.mod for found in find_dates(text, THURSDAY)] == [mod]


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign.",
        "Theresa May spoke first.",
        "The March on Washington drew crowds.",
        "They march at dawn's request.",
        "He finished in second place.",
        "Ships of the 7th Fleet left port.",
        "Prices fall and rents rise.",
        "He writes for the Sunday Times.",
        "Sheffield Wednesday won again.",
        "Install version 2.0.1999 first.",
        "She lives in Room 1984.",
        "The reds won 9-7 in the end.",
        "It cost $1995 then.",
        "Some 2000 people marched.",
        "Read Section 1983 again.",
        "A 14-year-old boy spoke.",
        "Three-quarters of it burnt.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2019",
        "February 30, 2019",
        "2019-13-01",
        "2019-02-30",
        "31 June",
        "45 May 2019",
        "13/13/2019",
        "May 32, 2019",
        "00/00/0000",
        "25:61 GMT",
    ],
)
def test_a_day_that_no_calendar_has_gets_no_value_at_all(text: str) -> None:
    assert read(f"on {text} it rained") == []


class TestFiguresInTwoOrders:
    """01/03/2019 is a day in March to some and in January to others."""

    def test_another_date_in_figures_settles_it(self) -> None:
        assert read("Ordered 01/03/2019, paid 25/03/2019.")[0] == ("01/03/2019", "2019-03-01")
        assert read("Ordered 01/03/2019, paid 03/25/2019.")[0] == ("01/03/2019", "2019-01-03")

    def test_the_order_of_dates_with_named_months_settles_it(self) -> None:
        assert read("Ordered 01/03/2019 and paid on 2 April 2019.")[0] == ("01/03/2019", "2019-03-01")
        assert read("Ordered 01/03/2019 and paid on April 2, 2019.")[0] == ("01/03/2019", "2019-01-03")

    def test_where_nothing_tells_no_guess_is_made(self) -> None:
        assert read("Ordered 01/03/2019.") == []
        assert read("Ordered 10/11/2018 - 12/11/2018.") == []

    def test_one_reading_only_is_no_guess(self) -> None:
        assert read("Ordered 25/03/2019.") == [("25/03/2019", "2019-03-25")]
        assert read("Ordered 03/03/2019.") == [("03/03/2019", "2019-03-03")]


class TestWithoutPublication:
    """A text of unknown date."""

    def test_a_relative_time_has_no_place_on_the_calendar(self) -> None:
        found = find_dates("On Friday it rained, last year it snowed, and in June it was dry.", None)
        assert [(one.value, one.earliest) for one in found] == [("XXXX-WXX-5", None), ("PAST_REF", None), ("XXXX-06", None)]

    def test_a_day_named_before_it_anchors_it(self) -> None:
        assert read("On 3 May 2011 it rained. The next day it snowed.", None)[1] == ("The next day", "2011-05-04")


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("The vote is on the first Monday of May 2019.", [("the first Monday of May 2019", "2019-05-06")]),
        ("Taxes are due on the last day of the month.", [("the last day of the month", "2024-06-30")]),
        ("The choir met on the last Friday in March 2023.", [("the last Friday in March 2023", "2023-03-31")]),
        ("The barge sank two Fridays ago.", [("two Fridays ago", "2024-05-31")]),
        ("The barge sank two weeks and two days ago.", [("two weeks and two days ago", "2024-05-28")]),
        ("The lock was shut this past weekend.", [("this past weekend", "2024-W23-WE")]),
        ("The lock will be shut the coming weekend.", [("the coming weekend", "2024-W24-WE")]),
        ("Tickets are on sale between now and 3 March.", [("now", "PRESENT_REF"), ("3 March", "2025-03-03")]),
        ("The second Monday was wet.", []),
    ],
)
def test_a_day_by_its_place_in_the_month_or_among_weekdays(text: str, read_as: list[tuple[str, str]]) -> None:
    assert read(text) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("The bridge will be shut from 5 to 6 p.m. on Friday.", [("5", "2024-06-14T17:00"), ("6 p.m. on Friday", "2024-06-14T18:00")]),
        ("They talked from 9 a.m. to 5 p.m. tomorrow.", [("9 a.m.", "2024-06-14T09:00"), ("5 p.m. tomorrow", "2024-06-14T17:00")]),
        ("Doors open Monday, 3-5 p.m.", [("Monday", "2024-06-17"), ("3", "2024-06-17T15:00"), ("5 p.m.", "2024-06-17T17:00")]),
        ("It sailed from 11 to 1 p.m.", [("11", "2024-06-13T11:00"), ("1 p.m.", "2024-06-13T13:00")]),
        ("He rang at 9 this morning.", [("9 this morning", "2024-06-13T09:00")]),
        ("The roof fell in at around 9.20pm last night.", [("9.20pm last night", "2024-06-12T21:20")]),
        ("The roof fell in at 2am last night.", [("2am", "2024-06-13T02:00"), ("last night", "2024-06-12TNI")]),
        ("They met at 8:30 a.m. this morning.", [("8:30 a.m. this morning", "2024-06-13T08:30")]),
        ("The roof fell in last night at 8.", [("last night", "2024-06-12TNI"), ("8", "2024-06-12T20:00")]),
        ("It struck at a quarter past noon.", [("a quarter past noon", "2024-06-13T12:15")]),
        ("The reds won 3 to 2 last night.", [("last night", "2024-06-12TNI")]),
        ("They won by 3 last night.", [("last night", "2024-06-12TNI")]),
        ("It was 5 to 6 degrees this morning.", [("this morning", "2024-06-13TMO")]),
    ],
)
def test_an_hour_is_told_by_what_stands_around_it(text: str, read_as: list[tuple[str, str]]) -> None:
    assert read(text) == read_as


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They fasted for Yom Kippur 2018.", "Yom Kippur 2018", "2018-09-19"),
        ("The town shut for Eid al-Fitr 2018.", "Eid al-Fitr 2018", "2018-06-15"),
        ("Lamps were lit at Diwali 2019.", "Diwali 2019", "2019-10-27"),
        ("Dragons danced at Chinese New Year 2018.", "Chinese New Year 2018", "2018-02-16"),
        ("The fast of Ramadan 2018 was hot.", "Ramadan 2018", "2018-05-16/2018-06-14"),
        ("They sang at Orthodox Easter 2018.", "Orthodox Easter 2018", "2018-04-08"),
        ("The mill stood idle for Holy Week 2024.", "Holy Week 2024", "2024-03-24/2024-03-30"),
    ],
)
def test_a_feast_of_any_calendar_falls_on_its_own_days(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


def test_a_feast_of_years_that_nobody_computed_has_no_value() -> None:
    assert read("They kept Eid al-Fitr 1400 quietly.") == read("Ramadan Okafor spoke first.") == []


def test_history_keeps_its_own_years_and_news_its_own() -> None:
    history = "In 1861 the war began. In 1862 the fleet sailed. It won in April. In 1863 it lost; in July it fled. By 1865 it was over."
    assert ("April", "1862-04") in read(history)
    assert ("July", "1863-07") in read(history)
    assert ("April", "2024-04") in read("The plant opened in 1998. It closed in April.")


def test_an_aware_time_of_publication_counts_by_its_own_local_day() -> None:
    published = datetime(2024, 6, 13, 0, 30, tzinfo=timezone(timedelta(hours=10)))
    assert [found.value for found in find_dates("It burnt down yesterday.", published)] == ["2024-06-12"]


def test_a_weekday_may_choose_the_year_but_never_a_far_one() -> None:
    assert read("He left on Monday, 3 July.") == [("Monday, 3 July", "2023-07-03")]
    assert read("He left on Sunday, 3 May.") == [("Sunday, 3 May", "2024-05-03")]


def test_a_programme_called_today_is_no_day() -> None:
    assert read("She told the BBC's Today programme it was over.") == []


def test_asking_what_a_time_could_be_told_from_ties_it_to_no_day() -> None:
    context = Context(published=THURSDAY, named=day_reading(date(2024, 6, 3)), is_narrative=True)
    assert (context.now, context.then, context.story) == (THURSDAY, date(2024, 6, 3), date(2024, 6, 3))
    assert context.anchor is None


@pytest.mark.parametrize("text", ["The club sold 1,150 season tickets.", "It sold 300 weekend passes."])
def test_a_kind_of_what_is_counted_is_no_length_of_time(text: str) -> None:
    assert read(text) == []
