"""Times that their passage tells: days told together, hours of an earlier day, the year before, the dateline's today."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Basis
from factcheck.values import describe, find_dates

TUESDAY = date(2024, 3, 5)
MONDAY = date(2024, 3, 4)


def values(text: str, published: date = TUESDAY) -> list[str]:
    return [found.value for found in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("Rain fell over Monday and Tuesday.", MONDAY, ["2024-02-26", "2024-02-27"]),
        ("Talks were held on Monday and on Tuesday.", MONDAY, ["2024-02-26", "2024-02-27"]),
        ("They will play on Monday and Tuesday.", TUESDAY, ["2024-03-11", "2024-03-12"]),
        ("They will meet on Sunday and Monday.", MONDAY, ["2024-03-10", "2024-03-11"]),
        ("The walkout on Thursday and Friday cost £3m.", TUESDAY, ["2024-02-29", "2024-03-01"]),
    ],
)
def test_two_days_told_together_follow_each_other(text: str, published: date, days: list[str]) -> None:
    assert values(text, published) == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2019 he was found shortly after 9am.", "T09:00"),
        ("The tower fell in January 2019. Bells rang at 6.30am.", "T06:30"),
        ("In June last year two men broke in. They left at 4am.", "T04:00"),
        ("The blast came on 3 January. A second came at 7am.", "T07:00"),
        ("Police came on Friday. They found the boat shortly after 9am.", "2024-03-01T09:00"),
        ("He was jailed in 2016. The hearing begins at 10am.", "2024-03-05T10:00"),
    ],
)
def test_an_hour_of_another_time_is_not_of_the_day_of_publication(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Sunday the ship lost power. It called just before midnight.", "2024-03-03T24:00"),
        ("On Sunday the ship lost power. It called just after midnight.", "T00:00"),
        ("He died just before midnight on Friday.", "2024-03-01T24:00"),
        ("He died shortly after midnight on Saturday.", "2024-03-02T00:00"),
        ("The ban begins at midnight.", "2024-03-05T24:00"),
        ("The train left just before midnight.", "T24:00"),
    ],
)
def test_midnight_belongs_to_the_day_that_ends_and_is_of_none_where_either_may_be_meant(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales were £3m in 2021. It said on Tuesday that those of the previous year were £1m.", "2020"),
        ("The fund lost 4% in 2022. On Monday it named a chief. The year before, it gained 9%.", "2021"),
        ("The club went down in 2011, after its sale on 3 March. The previous year it had won the cup.", "2010"),
        ("The mill burnt down on 3 May 2011. It had lost money the year before.", "2010"),
        ("The firm said on Monday that sales were £3m, from £2m in the previous year.", "PAST_REF"),
    ],
)
def test_the_year_before_is_that_before_the_year_told_and_not_before_the_news(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize("dateline", ["RAWALPINDI, Jan 29:", "LAHORE, Jan 29 (APP):", "NEW DELHI, Jan. 29.", "ST. JOHN'S, Jan. 29 —"])
def test_today_is_the_day_of_the_dateline(dateline: str) -> None:
    told, today, yesterday = find_dates(f"{dateline} The court rose today. It sat yesterday.", date(2008, 1, 30))
    assert [told.value, today.value, yesterday.value] == ["2008-01-29", "2008-01-29", "2008-01-28"]
    assert today.basis is Basis.DATELINE


@pytest.mark.parametrize(
    "text",
    [
        "On Jan 29: the court rose today.",
        "LAHORE, Jan 2: The court rose today.",
        "LAHORE, Jan 31: The court rose today.",
        "The court of Lahore, Jan 29: it rose today.",
        "LAHORE, Jan 29: It sat.\nKARACHI, Jan 30: It rose today.",
    ],
)
def test_a_day_that_is_no_dateline_leaves_today_as_published(text: str) -> None:
    assert values(text, date(2008, 1, 30))[-1] == "2008-01-30"


def test_until_midnight_is_the_end_of_the_day() -> None:
    assert values("The alert stays in force until midnight.") == ["2024-03-05T24:00"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Crude for July delivery fell.", "2024-07"),
        ("Wheat futures for January rose.", "2025-01"),
        ("Copper for delivery in February lost ground.", "2025-02"),
        ("The February gold contract slid.", "2025-02"),
        ("He signed a July building contract.", "2023-07"),
        ("The office will publish its January figures.", "2024-01"),
        ("The bank will see February data.", "2024-02"),
    ],
)
def test_goods_are_traded_for_a_month_to_come_and_figures_are_of_one_that_is_over(text: str, value: str) -> None:
    assert values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It has called for a halt until at least Thursday.", "2024-03-07"),
        ("The match was called off until Thursday at the earliest.", "2024-03-07"),
        ("The pass was shut until at least April.", "2024-04"),
    ],
)
def test_until_at_least_looks_forward(text: str, value: str) -> None:
    assert values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Between May 3 and 9 four ships went down.", "2023-05-03/2023-05-09"),
        ("Four ships sank on May 3 and 9.", "2023-05-03/2023-05-09"),
        ("The fair is on April 3 and 4 in Arle.", "2024-04-03/2024-04-04"),
        ("On May 3 and 12 people were hurt.", "2023-05-03"),
    ],
)
def test_two_days_of_a_month_are_read_together(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_feast_may_have_its_year_before_it() -> None:
    assert values("The 1987 Boxing Day storm took the pier.")[-1] == "1987-12-26"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She left at 12.45pm on 11 June 2023. She came back at 14:45.", "2023-06-11T14:45"),
        ("The storm was off Arle on Monday. It will come ashore at 4 am.", "2024-03-05T04:00"),
    ],
)
def test_an_hour_follows_the_hour_before_it_and_what_is_to_come_is_not_over(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Third-quarter net was £4m. Its rights end in 2027. It made £9m, or 4p a share, up from £8m, or 3p a share, a year earlier.",
            "2022-Q3",
        ),
        ("In the three months ended in September it made £9m, up from £8m at the same time last year.", "2022-Q3"),
        ("In the three months ended Sept. 30 it made £9m. That compares with £8m in the same months a year earlier.", "2022-Q3"),
    ],
)
def test_an_amount_of_a_year_ago_is_of_the_same_quarter(text: str, value: str) -> None:
    assert values(text, date(2023, 11, 2))[-1] == value


def test_minutes_later_is_no_time_to_come() -> None:
    assert describe(find_dates("Minutes later he was gone.", TUESDAY)[0]) == "some time later"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They came last week.", date(2024, 3, 3), "2024-W09"),
        ("They came last week.", MONDAY, "2024-W09"),
        ("They came next week.", date(2024, 3, 3), "2024-W10"),
    ],
)
def test_on_a_sunday_last_week_is_the_one_that_ends(text: str, published: date, value: str) -> None:
    assert values(text, published) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They held two men last February 25.", "2024-02-25"),
        ("He came last 3 January.", "2024-01-03"),
        ("He came last February.", "2024-02"),
    ],
)
def test_last_before_a_day_of_a_month_means_the_one_just_gone(text: str, value: str) -> None:
    assert values(text)[0] == value


@pytest.mark.parametrize("text", ["They lived 202m years ago.", "It is some 440 million years old.", "It sank 3bn years ago."])
def test_millions_of_years_are_no_day(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Sales are down 1.3 per cent in May compared to April.", date(2024, 6, 20), "2024-05"),
        ("It borrowed more than expected in May.", date(2024, 6, 20), "2024-05"),
        ("Crews expected to have it fully mended by Monday.", TUESDAY, "2024-03-11"),
        ("“It would take a day, or a week”. But on Monday the calm was over.", TUESDAY, "2024-03-04"),
        ("He said that it would be a long war. On Monday the calm was over.", TUESDAY, "2024-03-04"),
        ("The toll would reach 40. On Monday the calm was over.", TUESDAY, "2024-03-04"),
        ("He met Gen. Arle, who will speak to the men on Monday.", TUESDAY, "2024-03-11"),
    ],
)
def test_only_the_verbs_of_its_own_sentence_tell_where_a_time_looks(text: str, published: date, value: str) -> None:
    assert next(found.value for found in find_dates(text, published) if found.value.startswith("20")) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The index rose till Friday. At 11:39 am the stock was down.", "2024-03-05T11:39"),
        ("On 3 May 2023 the hall was full. It opens normally at 10am.", "T10:00"),
        ("Net profit was £3m in Q2 September 2023.", "2023-Q3"),
    ],
)
def test_hours_of_other_days_and_quarters_by_their_last_month(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Traffic is at 90 per cent of the 2019 level in June.", "2023-06"),
        ("Sales rose, above those of 2021 and below the 2019 peak, and fell in July.", "2023-07"),
        ("Sales rose 9% on 2021. They rose 4% in June.", "2023-06"),
        ("It is the highest figure since records began in August 2010. It was 3 in August.", "2023-08"),
        ("It is the highest in records going back to August 2010. It was 3 in August.", "2023-08"),
        ("In 2019 the club was shut in June.", "2019-06"),
        ("The riots of July 2019 began on 8 July.", "2019-07-08"),
    ],
)
def test_a_year_that_is_only_held_against_gives_no_month_its_year(text: str, value: str) -> None:
    assert values(text, date(2023, 10, 12))[-1] == value


def test_a_report_with_many_years_is_no_history() -> None:
    text = (
        "Some 7,289 were waiting at the end of July. The list passed 3,000 in 2014, 4,000 in 2017, 5,000 in 2018 and 6,000 in 2020. "
        "It has grown for much of the last ten years. Its aim for this October was missed. It was 8,998 at the end of August."
    )
    found = find_dates(text, date(2023, 10, 12))
    assert (found[0].value, found[-1].value) == ("2023-07", "2023-08")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It made 303 planes in the first half of 2023, against 270 in the same period of 2019.", "2019-H1"),
        ("The third quarter was above the same quarter of 2019.", "2019-Q3"),
        ("It made 297 after a surge in June. It said earlier this week that it sold 70 that month.", "2023-06"),
        ("The list rose to 9 at the end of May, up from 8 the month before. It was 4 in Leeds in the same month.", "2023-05"),
        ("The court has fixed Sept 18 to hear the appeal.", "2023-09-18"),
    ],
)
def test_the_same_time_is_that_of_what_is_compared(text: str, value: str) -> None:
    assert values(text, date(2023, 7, 13))[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The office will publish fourth-quarter data on Thursday.", "2023-Q4"),
        ("Output is forecast to have shrunk 0.8% in the fourth quarter.", "2023-Q4"),
        ("He is believed to have flown home in January.", "2024-01"),
        ("The boy has been bailed to a date in late May.", "2024-05"),
    ],
)
def test_what_will_be_told_of_a_time_does_not_make_it_one_to_come(text: str, value: str) -> None:
    assert values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry broke down on Monday night, stranding passengers till 1 am.", "2024-03-05T01:00"),
        ("The fire began on Sunday evening and was out at 4.30 am.", "2024-03-04T04:30"),
        ("They left at 9 pm on Sunday and came back at 2 am.", "2024-03-04T02:00"),
        ("On Sunday night the ferry broke down. It was towed in by 2 am.", "2024-03-04T02:00"),
        ("He slept at 10.30 pm, he said. He woke at 2 am.", "T02:00"),
        ("The road will be shut from 9 pm on Tuesday to 2 am.", "2024-03-06T02:00"),
        ("The fire began on Sunday morning and was out at 11 am.", "2024-03-03T11:00"),
        ("The fire began on Sunday morning. Smoke was seen at 4 am.", "2024-03-03T04:00"),
    ],
)
def test_the_small_hours_after_an_evening_are_of_the_next_day(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Costs rose for the year to 30 June, 2021. Earlier in the day shares fell.", "PAST_REF"),
        ("He read the accounts for the year ended 31 March 2020. Later in the day she was freed.", "PAST_REF"),
        ("He had been in post since 3 May 2021. Earlier in the day he had wept.", "PAST_REF"),
        ("The mayor quit. Earlier in the day he had wept.", "PAST_REF"),
        ("HULL, March 4 — The mayor had been in post since 3 May 2021. Earlier in the day he had wept.", "2024-03-04"),
        ("The march passed on Monday. Earlier in the day the bridge was shut.", "2024-03-04"),
        ("The march passed on Monday. It was long. It was loud. It was wet. Earlier in the day the bridge was shut.", "2024-03-04"),
        ("The march passed on Friday. It was long. It was loud. It was wet. Earlier in the day the bridge was shut.", "PAST_REF"),
    ],
)
def test_earlier_in_the_day_is_of_the_day_told_of_and_of_no_day_that_ends_something(text: str, value: str) -> None:
    assert values(text)[-1] == value
