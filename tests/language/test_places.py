"""Which country a place, a name or an adjective of nationality stands for."""

from __future__ import annotations

import pytest

from factcheck.language.lexicon import meanings, words
from factcheck.language.places import country_of, government_at


@pytest.mark.parametrize(
    ("place", "country"),
    [("Tehran", "Iran"), ("Downing Street", "United Kingdom"), ("the Kremlin", "Russia"), ("The Hague", "Netherlands"), ("Glasgow", None)],
)
def test_a_place_stands_for_the_government_that_sits_there(place, country):
    assert government_at(place) == country


@pytest.mark.parametrize(("word", "country"), [("Iran", "Iran"), ("Dutch", "Netherlands"), ("Iranian", "Iran"), ("Georgian", None)])
def test_a_country_is_known_by_its_name_and_its_adjective(word, country):
    assert country_of(word) == country


@pytest.mark.parametrize("name", ["capitals", "seats", "nationalities"])
def test_what_stands_for_a_country_stands_for_one_that_is_listed(name):
    assert set(meanings("places", name).values()) <= words("places", "countries")
