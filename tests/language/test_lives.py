"""When people were born and died, and how old they were at what, as the words beside their names say."""

from __future__ import annotations

import pytest

from factcheck.language.given_names import may_be_one_name
from factcheck.language.kinship import relation_of, tells_of_family, tells_of_two
from factcheck.language.lives import ages_then, births_at, deaths_at
from factcheck.model import Span


def beside(text: str, name: str = "Berg") -> tuple[str, Span, Span]:
    at = text.index(name)
    return text, Span(start=at, end=at + len(name)), Span(start=0, end=len(text))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Berg was born in 1951 in Hull, the son of a cooper.", [1951]),
        ("Berg was born in Waterford on 9 May 1948, the sixth of nine.", [1948]),
        ("Berg, who was born on June 4, 1935, grew up in Poona.", [1935]),
        ("Berg (born 3 May 1950) rowed.", [1950]),
        ("Berg (1906-1987) wrote.", [1906]),
        ("Born in Leeds in 1942 to a miner and his wife, Berg left school early.", [1942]),
        ("Born in 1943 in Trieste, Berg first played at six.", [1943]),
        ("Berg, footballer and priest, born 9 May 1948; died 2 February 2026", [1948]),
        ("Berg was born in Hull and moved to Leeds in 1950.", []),
        ("Berg spoke of her father, who was born in 1899.", []),
        ("Berg (1987) is cited.", []),
        ("Berg, 78, survives him with a son, who was born in 1975.", []),
    ],
)
def test_a_year_of_birth_stands_beside_whose_it_is(text: str, years: list[int]) -> None:
    assert [born.number for born in births_at(*beside(text))] == years


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Berg has died aged 84.", [(84, None, True)]),
        ("Berg, who ran the school for 23 years, has died at the age of 71.", [(71, None, True)]),
        ("Berg, who has died at 90, built roads.", [(90, None, True)]),
        ("Berg died in 1987 at the age of 71.", [(71, 1987, False)]),
        ("Berg, teacher, died 9 February 2026", [(None, 2026, False)]),
        ("Berg, who has died aged 91, was born in 1933.", [(91, None, True)]),
        ("Berg said that Wells died in 1987.", []),
        ("Berg died in hospital.", []),
    ],
)
def test_a_death_is_told_with_its_year_and_age(text: str, told: list[tuple[int | None, int | None, bool]]) -> None:
    assert [(death.age, death.year, death.now) for death in deaths_at(*beside(text))] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Berg was 22 when she entered the convent in 1975.", [(22, 1975)]),
        ("At 28 Berg joined the gardens in Dublin in 1964 as a clerk.", [(28, 1964)]),
        ("In 1966, aged 18, Berg turned professional.", [(18, 1966)]),
        ("Berg turned professional with Walsall in 1966, at 18.", [(18, 1966)]),
        ("Berg won a prize on 3 May 1960 when she was 9.", [(9, 1960)]),
        ("He was 25 when Berg was made a captain in 1955.", [(25, 1955)]),
        ("At 16 Berg left school, and at 22 took over a yard in 1966.", []),
        ("Berg was 22 when war broke out; in 1975 it ended.", []),
        ("At 30 miles Berg led the race in 1966.", []),
    ],
)
def test_an_age_at_an_event_needs_the_year_of_that_event(text: str, told: list[tuple[int, int]]) -> None:
    assert [(aged.age, aged.year) for aged in ages_then(*beside(text))] == told


def test_pet_forms_and_initials_may_be_one_name_and_other_names_are_not():
    assert all(
        may_be_one_name(*pair) for pair in [("Bob", "Robert"), ("T.", "Tom"), ("Danny", "Daniel"), ("Jack", "Jackie"), ("Ted", "edward")]
    )
    assert not any(may_be_one_name(*pair) for pair in [("Martin", "Michael"), ("Vikram", "Vijay"), ("Dale", "David")])


def test_a_relative_is_known_and_so_is_talk_of_a_family():
    assert relation_of("Widow") == relation_of("husband") == "spouse"
    assert relation_of("friend") is None
    assert tells_of_family("Her brother rowed.")
    assert not tells_of_two("Her brother rowed.")
    assert tells_of_two("The brothers rowed.")
    assert not tells_of_family("The broth was thin.")
