"""Times that their passage tells: days told together, hours of an earlier day, the year before, the dateline's today."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Basis, DateMod
from factcheck.values import find_dates

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


def test_until_midnight_is_a_bound() -> None:
    assert find_dates("The alert stays in force until midnight.", TUESDAY)[0].mod is DateMod.BEFORE
