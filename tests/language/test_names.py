"""What titles, given names and roles tell of somebody."""

from __future__ import annotations

import pytest

from factcheck.language.given_names import gender_of, is_given
from factcheck.language.honorifics import honorific_gender, is_honorific, is_office
from factcheck.language.lexicon import words


@pytest.mark.parametrize(
    ("word", "gender"), [("Mr", "m"), ("mr.", "m"), ("Ms.", "f"), ("Dame", "f"), ("SIR", "m"), ("Dr.", None), ("Lee", None)]
)
def test_a_title_tells_a_woman_from_a_man(word, gender):
    assert honorific_gender(word) == gender


def test_a_title_is_known_with_and_without_its_full_stop_but_a_street_is_no_saint():
    assert all(is_honorific(word) for word in ("Prof", "Prof.", "prof.", "St."))
    assert not is_honorific("St")
    assert not is_honorific("Proof")


def test_an_office_is_told_from_a_courtesy_title():
    assert is_office("Judge")
    assert is_office("Gov.")
    assert not is_office("Mrs")


def test_a_given_name_is_known_in_any_case():
    assert is_given("ABIGAIL")
    assert gender_of("Abigail") == "f"
    assert gender_of("Quarry") is None


def test_no_given_name_is_a_womans_and_a_mans_or_said_to_be_both_and_one():
    women, men, either = (words("given_names", heading) for heading in ("women", "men", "either"))
    assert not women & men
    assert not either & (women | men)


def test_a_name_that_both_bear_tells_no_gender_and_is_a_name_all_the_same():
    assert all(is_given(name) and gender_of(name) is None for name in ("Francis", "Ali", "Andrea", "Robin", "Charlie"))


def test_a_title_that_is_cut_short_is_a_title_of_one_person_or_of_several():
    assert [word for word in words("honorifics", "cut_short") if not is_honorific(f"{word}.")] == ["messrs"]
