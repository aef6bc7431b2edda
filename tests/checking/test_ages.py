"""Ages against years of birth, against dated events and against the headline, on the day that an article came out."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check, find_entities, read_text, split
from factcheck.model import Severity


def ages_flagged(text: str) -> list[Severity]:
    article = read_text(text, published=date(2026, 11, 20))
    return [flag.severity for flag in check(article, split(article), find_entities(article)) if flag.check == "age"]


@pytest.mark.parametrize(
    ("age", "is_flagged"),
    [(71, True), (73, True), (74, False), (75, False), (76, False), (77, True)],
)
def test_an_age_may_be_a_birthday_off_what_the_year_of_birth_makes(age: int, is_flagged: bool) -> None:
    text = (
        f"Poet to retire\n\nRuth Okafor, {age}, is to give up her chair.\n\nOkafor was born in 1951 in Leith, the daughter of a cooper.\n"
    )
    assert bool(ages_flagged(text)) is is_flagged


@pytest.mark.parametrize(("age", "is_flagged"), [(31, True), (26, False), (25, False), (24, False)])
@pytest.mark.parametrize(
    "told", ["He was 17 when he was first fined in 2018", "He left school at 17, in 2018", "He was fined in 2018, at 17"]
)
def test_an_age_at_a_dated_event_makes_the_age_of_today(told: str, age: int, is_flagged: bool) -> None:
    text = f"Man held\n\nTom Hale, {age}, was held on Friday.\n\n{told}. Hale said nothing.\n"
    assert bool(ages_flagged(text)) is is_flagged


@pytest.mark.parametrize(
    ("headline", "severities"),
    [
        ("Baker, 62, jailed", [Severity.WARNING]),
        ("16-year-old baker jailed", [Severity.WARNING]),
        ("Baker, 61, jailed", []),
        ("Baker, 6, jailed", []),
        ("Baker, 34, jailed", []),
        ("Baker jailed after 62 days", []),
    ],
)
def test_the_age_of_a_headline_stands_in_the_story(headline: str, severities: list[Severity]) -> None:
    text = f"{headline}\n\nA baker who took £40,000 was jailed on Friday.\n\nTom Wells, 61, of Hull, had run the bank since 2011.\n"
    assert ages_flagged(text) == severities


def test_among_several_ages_that_of_a_headline_is_only_worth_a_look() -> None:
    text = "Baker, 62, jailed\n\nTom Wells, 61, of Hull, was jailed on Friday.\n\nThe judge, Anna Berg, 48, said that he was a thief.\n"
    assert ages_flagged(text) == [Severity.LOOK]


def test_two_ages_behind_one_full_name_are_of_one_person_whatever_it_is_taken_for() -> None:
    text = "Cup won\n\nLord Holme, 69, was there. It was cold.\n\nLord Holme, 67, said so.\n"
    assert ages_flagged(text) == [Severity.WARNING]
