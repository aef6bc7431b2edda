"""Which way a day is looked for, and which year it has, by what the words around it say."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import DateKind, DateMod
from factcheck.values import find_dates

THURSDAY = date(2024, 6, 13)


def read(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    return [(found.text, found.value) for found in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The derby was put off until Sunday.", "2024-06-16"),
        ("The reading of the will was put back to Monday.", "2024-06-17"),
        ("The launch has slipped, and was pushed to September.", "2024-09"),
        ("The inquest was adjourned until 9 January.", "2025-01-09"),
        ("She was remanded until 1 July.", "2024-07-01"),
        ("His ban was extended to Saturday.", "2024-06-15"),
        ("The chancellor gave the bank until Monday to reply.", "2024-06-17"),
        ("Drivers have until Tuesday to object.", "2024-06-18"),
        ("Pupils were told to stay away until Wednesday.", "2024-06-19"),
        ("The ferry stays in dock until Saturday.", "2024-06-15"),
        ("The judge ordered the harbour to pay by 3 May.", "2025-05-03"),
        ("They promised to answer by Monday.", "2024-06-17"),
        ("Tenders were invited by 2 February.", "2025-02-02"),
        ("The fare has to be paid by Tuesday.", "2024-06-18"),
        ("The vote is on 5 November.", "2024-11-05"),
        ("The lease ends in March.", "2025-03"),
        ("The truce lapses on Monday.", "2024-06-17"),
        ("The toll is to rise in April.", "2025-04"),
        ("A final dividend is payable Feb. 3.", "2025-02-03"),
        ("Ahead of Monday’s ballot both camps fell silent.", "2024-06-17"),
        ("They toured the coast ahead of the May 1 poll.", "2025-05-01"),
        ("The clinic could close on Monday.", "2024-06-17"),
        ("They voted to put the bond on the November ballot.", "2024-11"),
        ("The yard will shut unless a buyer comes forward by May.", "2025-05"),
        ("The strike goes on unless a deal is reached by Sunday.", "2024-06-16"),
        ("The pier stays shut until a builder is hired in February.", "2025-02"),
        ("He loses his seat if no appeal is lodged by January.", "2025-01"),
        ("They would be sacked unless they returned by Monday, he said.", "2024-06-17"),
        ("Unless he was paid by Monday, he said, he would sue.", "2024-06-17"),
        ("They will let the fire spread to the ridge by Friday.", "2024-06-14"),
        ("The bank wants to cut its rate by Friday.", "2024-06-14"),
        ("A rate cut by Friday is likely.", "2024-06-14"),
        ("The hearing was due on Friday but was postponed.", "2024-06-14"),
        ("His trial in September will be short.", "2024-09"),
    ],
)
def test_what_is_put_off_owed_or_arranged_is_still_to_come(text: str, value: str) -> None:
    assert read(text)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He ran the mill until May.", "2024-05"),
        ("It snowed until Monday.", "2024-06-10"),
        ("She agreed on Monday to step down.", "2024-06-10"),
        ("He failed to appear on Monday.", "2024-06-10"),
        ("They were forced to land on Tuesday.", "2024-06-11"),
        ("She flew home to meet them on Tuesday.", "2024-06-11"),
        ("The mayor would not comment on Monday.", "2024-06-10"),
        ("He could not be reached Tuesday.", "2024-06-11"),
        ("He would have turned 80 on Monday.", "2024-06-10"),
        ("It is the fourth such fire since 2 January.", "2024-01-02"),
        ("He vowed to fight Tuesday.", "2024-06-11"),
        ("He is wanted for a raid in October.", "2023-10"),
        ("Three votes on Monday were lost.", "2024-06-10"),
        ("They would look into reports of an explosion on Tuesday morning.", "2024-06-11TMO"),
        ("He will be charged over the attack on Monday.", "2024-06-10"),
        ("They will sell the yard unless the man arrested in March is freed.", "2024-03"),
        ("She said she left unless he was paid by May.", "2024-05"),
        ("Two ferries that were due to sail on Tuesday were cancelled.", "2024-06-11"),
        ("The match was set to start on Sunday but was abandoned.", "2024-06-09"),
        ("The train was due in Leeds on Monday but never arrived.", "2024-06-10"),
        ("The rocket had been scheduled to lift off on Sunday but was scrubbed.", "2024-06-09"),
        ("The fire spread to 40 acres by Monday.", "2024-06-10"),
        ("The mill shut two sheds by Tuesday.", "2024-06-11"),
        ("By Monday the storm cost the port $2m.", "2024-06-10"),
        ("The river burst its banks by Monday.", "2024-06-10"),
        ("The number of dead hit 40 by Wednesday.", "2024-06-12"),
        ("Doyle could be freed after his conviction in September.", "2023-09"),
        ("Doyle hopes to overturn his September conviction.", "2023-09"),
        ("A judge will rule on Doyle’s arrest for fraud in September.", "2023-09"),
        ("An appeal against a conviction in October will be heard.", "2023-10"),
        ("A plaque will mark her death in August.", "2023-08"),
    ],
)
def test_what_was_done_is_past_whatever_was_meant_by_it(text: str, value: str) -> None:
    assert read(text)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair runs from July to September.", ["2024-07", "2024-09"]),
        ("The season lasts from 1 August to 20 May.", ["2024-08-01", "2025-05-20"]),
        ("The lock will be shut from 20 December to 6 January.", ["2024-12-20", "2025-01-06"]),
        ("The lock was shut from December to February.", ["2023-12", "2024-02"]),
        ("He taught there from June to August.", ["2023-06", "2023-08"]),
        ("It rained from Friday to Monday.", ["2024-06-07", "2024-06-10"]),
        ("It will be closed between Friday and Tuesday.", ["2024-06-14", "2024-06-18"]),
    ],
)
def test_a_range_never_ends_before_it_begins(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The court heard how the floods of July 2019 began. On July 8 the dam gave way.", "2019-07-08"),
        ("In 2018 she left for Rome, and on September 2 was hurt there.", "2018-09-02"),
        ("In 2018 she left for Rome. On September 2 she was hurt there. On September 4 she was dead.", "2018-09-04"),
        ("Dean stood trial in 1963. The jury retired on 9 January and came back with a verdict.", "XXXX-01-09"),
        ("The mill, built in 1921, shut on 3 April.", "2024-04-03"),
        ("The plan for 2030 was agreed in March.", "2024-03"),
        ("Pell was first elected in 1991. He died on Saturday, June 8.", "2024-06-08"),
    ],
)
def test_the_year_of_a_day_is_that_of_its_event_and_of_no_other_year_that_stands_near(text: str, value: str) -> None:
    assert read(text)[-1][1] == value


def test_a_year_told_in_another_paragraph_is_no_year_of_this_one() -> None:
    assert read("In 2018 she left for Rome.\n\nOn September 2 she was hurt.")[-1][1] == "2023-09-02"


def test_without_publication_only_a_day_in_full_close_by_tells_which_friday() -> None:
    assert read("On 3 May 2011 it rained. On Friday it snowed.", None)[-1] == ("Friday", "2011-04-29")
    assert read("He was born on 3 May 1950. He rowed. He sang. He died on Friday.", None)[-1] == ("Friday", "XXXX-WXX-5")
    assert read("The riots of 2019 had begun on 8 July. They vote today.", None)[-1] == ("today", "PRESENT_REF")


def test_a_life_told_in_years_leaves_the_days_of_the_week_to_the_news() -> None:
    life = "He was elected on 3 May 1979, 9 June 1983, 11 June 1987 and 9 April 1992. He died on Saturday, June 8."
    assert read(life)[-1][1] == "2024-06-08"


@pytest.mark.parametrize(
    "text",
    [
        "Friday Harbor has one lamp.",
        "They sailed from Thursday Island at dawn.",
        "The Wednesday Club beat the Sunday League.",
        "Tuesday Weld was an actor.",
        "Mondays FC won again.",
        "The Fridays sold forty records.",
        "The Good Friday Agreement held.",
        "April Okafor and June Ortiz left.",
        "January Jones stars in it.",
        "The striker Sunday Adeyemi scored twice.",
        "Joe Friday was a policeman.",
        "He lectured in Fall River and Winter Park.",
        "Monday.com rose.",
        "He wrote for the Mail on Sunday.",
        "They live at 12 May Street.",
        "The Happy Mondays played in Hull.",
        "Dunn scored at 7:14 of the first period.",
        "It was level with 3:12 left in the third quarter.",
        "She ran it in 4:01.",
        "He read from Corinthians 9:25 at the grave.",
        "The Gulls trailed by nine points in the fourth quarter.",
        "Its Sunday edition is thin.",
        "Two late touchdowns came in the third quarter.",
        "The Cessna 1950 was scrapped.",
        "It was sent to 1984 Cooper Street.",
        "The count was 1980 to 1755.",
        "They trained in winter warfare.",
        "He teaches in summer schools.",
        "The lake is fed by spring water.",
        "He likes autumn walks and winter sunshine.",
        "The spring lambs were sold.",
        "A man in his late 20s was held.",
        "Her knees went in her early thirties.",
        "The twins are in their mid-40s.",
        "A runner whose late 30s were her best won.",
    ],
)
def test_names_and_the_clock_of_a_game_are_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was signed in January nineteen ninety-seven.", "January nineteen ninety-seven", "1997-01"),
        ("She was born on May third, nineteen sixty.", "May third, nineteen sixty", "1960-05-03"),
        ("Flats of the nineteen-fifties line the quay.", "the nineteen-fifties", "195"),
        ("Profit in the 1988 third quarter was small.", "the 1988 third quarter", "1988-Q3"),
        ("Shops were looted over the weekend.", "the weekend", "2024-W23-WE"),
        ("Rain will fall over the weekend.", "the weekend", "2024-W24-WE"),
        ("Now, the yard is for sale.", "Now", "PRESENT_REF"),
        ("The rink was shut 12.04-13.04.06 for repairs.", "12.04-13.04.06", "2006-04-12/2006-04-13"),
        ("Nothing has been the same since 9/11.", "9/11", "2001-09-11"),
        ("In 1982 it closed. The very next year it burned.", "The very next year", "1983"),
        ("He bought it a couple of years back.", "a couple of years back", "2022"),
        ("Sales for the nine months fell.", "the nine months", "P9M"),
    ],
)
def test_times_told_in_words_are_read_whole(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Net income fell in the first quarter from $41 million a year ago.", "a year ago", "2023-Q1"),
        ("First-quarter net rose 12% from a year earlier.", "a year earlier", "2023-Q1"),
        ("Output in May rose 4% from a year earlier.", "a year earlier", "2023-05"),
        ("He left a year ago.", "a year ago", "2023"),
        ("In the quarter, sales rose.", "the quarter", "2024-Q1"),
        ("Sales in the latest period beat those of the year-ago quarter.", "the latest period", "2024-Q1"),
        ("Sales in the latest period beat those of the year-ago quarter.", "the year-ago quarter", "2023-Q1"),
        ("Profit for the quarter ended March 31 fell.", "the quarter", "2024-Q1"),
        ("It lost money in the fourth quarter ended Aug. 31.", "the fourth quarter", "FY2023-Q4"),
        ("First-half profit will double.", "First-half", "2024-H1"),
        ("First-half profit doubled.", "First-half", "XXXX-H1"),
    ],
)
def test_quarters_are_those_of_the_report_and_a_year_ago_is_the_same_quarter(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text, date(2024, 5, 13))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill shut in winter.", "winter", "2023-WI"),
        ("They left after the winter holidays.", "the winter", "2023-WI"),
        ("It was built in the late 20s.", "the late 20s", "192"),
    ],
)
def test_a_season_and_a_decade_of_their_own_are_times(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


def test_a_quarter_that_nobody_would_still_report_is_of_no_known_year() -> None:
    assert read("Third-quarter takings fell.", date(2024, 6, 13)) == [("Third-quarter", "XXXX-Q3")]


def test_a_quarter_that_is_to_be_reported_is_over() -> None:
    assert ("third-quarter", "XXXX-Q3") in read("The bank will report third-quarter results on Thursday.", date(2024, 5, 14))
    assert ("third-quarter", "2024-Q3") in read("The bank expects third-quarter results of $1 a share.", date(2024, 5, 14))


@pytest.mark.parametrize(
    "text",
    [
        "The slip, dated 03/04/2021, was printed at 9.15am.",
        "He rang on 03/04/2021 at 9.15am.",
        "He rang at 9.15am on 03/04/2021.",
        "Stamped 3-4-21, 9.15am.",
    ],
)
def test_a_time_beside_a_date_of_open_order_is_of_no_day(text: str) -> None:
    (found,) = find_dates(text, THURSDAY)
    assert (found.text, found.value, found.earliest) == ("9.15am", "T09:15", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The plant makes 900 cars a week.", DateKind.SET),
        ("He earns £20 an hour.", DateKind.SET),
        ("It takes a day to get there.", DateKind.DURATION),
        ("Two men waited a week.", DateKind.DURATION),
    ],
)
def test_what_a_figure_is_counted_by_is_no_length_of_time(text: str, kind: DateKind) -> None:
    assert [found.kind for found in find_dates(text, THURSDAY)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The tip opens at 8am on Saturdays and Sundays.",
        "It began at 3.40am on a Sunday in March 2021.",
        "It opens daily at 9am from 1 July.",
    ],
)
def test_a_time_of_what_comes_again_is_of_no_one_day(text: str) -> None:
    assert all(found.earliest is None for found in find_dates(text, THURSDAY) if found.value.startswith("T"))


def test_a_time_in_brackets_is_of_the_day_before_it() -> None:
    assert read("They play Hull next Saturday (15:00 GMT).")[-1] == ("15:00 GMT", "2024-06-22T15:00Z")


def test_days_that_followed_are_counted_from_those_they_followed() -> None:
    found = find_dates("He was arrested on 14 April 2021 and over the next two days was questioned.", THURSDAY)[-1]
    assert (found.earliest, found.latest) == (date(2021, 4, 15), date(2021, 4, 16))


def test_one_end_of_a_range_of_lengths_is_no_length() -> None:
    assert read("The work will take four to six weeks.") == []


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It burned for more than five hours.", DateMod.MORE_THAN),
        ("It burned for at least five hours.", DateMod.EQUAL_OR_MORE),
        ("It burned for up to five hours.", DateMod.EQUAL_OR_LESS),
        ("It burned for under five hours.", DateMod.LESS_THAN),
        ("It burned more than two years ago.", DateMod.ON_OR_BEFORE),
        ("It burned over two years ago.", DateMod.ON_OR_BEFORE),
        ("It burned less than two years ago.", DateMod.ON_OR_AFTER),
        ("It burned just over two years ago.", DateMod.APPROX),
    ],
)
def test_a_bound_of_a_length_of_time_is_kept(text: str, mod: DateMod) -> None:
    assert [found.mod for found in find_dates(text, THURSDAY)] == [mod]


def test_without_a_day_of_publication_the_year_is_the_one_told_before() -> None:
    assert read("In 2019 it opened. On 3 August it closed.", None)[-1] == ("3 August", "2019-08-03")


def test_a_quarter_that_says_which_earnings_is_itself_and_not_the_time_after_it():
    """ "after third-quarter earnings" is about that quarter; and a forecast that somebody has looks nowhere."""
    found = find_dates("Brannock cut its forecast after third-quarter earnings missed estimates.", date(2025, 10, 30))
    assert [(d.value, d.mod) for d in found] == [("2025-Q3", None)]
    assert [d.mod for d in find_dates("He left after the third quarter.", date(2025, 10, 30))] == [DateMod.AFTER]


def test_who_is_being_held_until_a_day_is_held_till_it_comes() -> None:
    (found,) = find_dates("Brody is being held until Monday.", date(2025, 3, 6))
    assert found.value == "2025-03-10"
    (found,) = find_dates("Brody was being held until Monday, and was freed.", date(2025, 3, 6))
    assert found.value == "2025-03-03"


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("The march was led by 2019 council candidate Rob Weir.", None),
        ("She was beaten by 2016 Olympic champion Ann Dale.", None),
        ("The letter was signed by 2012 graduate Tom Reid.", None),
        ("The bill is backed by 2020 presidential hopeful Jane Cole.", None),
        ("The plant has to close by 2030 under the law.", DateMod.ON_OR_BEFORE),
        ("By 2030 the mayor wants trams.", DateMod.ON_OR_BEFORE),
    ],
)
def test_a_year_that_says_who_did_something_is_no_bound(text: str, mod: DateMod | None) -> None:
    assert [found.mod for found in find_dates(text, THURSDAY)] == [mod]
