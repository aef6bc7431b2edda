"""Bounds as papers write them: which take in the figure itself, and which shut it out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Change, Figure
from factcheck.values import describe_figure, figure_set, find_figures, glossed
from factcheck.values.rounding import bounds


def the_change(text: str) -> str:
    """How the only figure of `text` is qualified."""
    (figure,) = find_figures(text)
    return str(figure.change)


@pytest.mark.parametrize(
    "text",
    [
        "At least 40 cows fell ill.",
        "No fewer than 40 cows fell ill.",
        "No less than 40 per cent of the herd fell ill.",
        "Not fewer than 40 cows are milked.",
        "A minimum of 40 cows is kept.",
        "Upwards of 40 cows fell ill.",
        "Herds of 40 or more cows are tested.",
        "Herds of 40 cows or more are tested.",
        "Cows weighing 40 kg or over are tested.",
        "Bulls of 40 kg and above are tested.",
        "Gusts of 40mph or higher are likely.",
        "Farmers aged 40 or older are few.",
        "Farmers aged 40 and over are few.",
        "The herd cost £40m-plus.",
        "Milk is sold from as little as 40p.",
        "The price must never be less than £40.",
        "It will not cost less than £40.",
        "The herd is ≥ 40 cows.",
    ],
)
def test_a_lower_bound_takes_in_its_own_value(text: str) -> None:
    assert the_change(text) == ">="


@pytest.mark.parametrize(
    "text",
    [
        "Up to 40 cows fell ill.",
        "At most 40 cows fell ill.",
        "No more than 40 cows fell ill.",
        "Not more than 40 cows are milked.",
        "As many as 40 cows fell ill.",
        "As much as £40m was lost.",
        "A maximum of 40 cows is kept.",
        "The fine is £40 or less.",
        "Herds of 40 or fewer are spared.",
        "Calves of 40 kg or under are spared.",
        "Farmers aged 40 or younger are few.",
        "Frosts of 4C or below are likely.",
        "The price must not exceed £40.",
        "It doesn't cost more than £40.",
        "The shed cannot hold more than 40 cows.",
        "No longer than 40 minutes is needed.",
        "Answers came within 40 minutes.",
        "The herd is <= 40 cows.",
    ],
)
def test_an_upper_bound_takes_in_its_own_value(text: str) -> None:
    assert the_change(text) == "<="


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("More than 40 cows fell ill.", ">"),
        ("Over 40 cows fell ill.", ">"),
        ("Gusts above 40mph are likely.", ">"),
        ("The herd exceeds 40 cows.", ">"),
        ("In excess of 40 cows fell ill.", ">"),
        ("Just over 40 cows fell ill.", ">"),
        ("Less than 40 per cent fell ill.", "<"),
        ("Fewer than 40 cows fell ill.", "<"),
        ("Under 40 cows fell ill.", "<"),
        ("Frosts below 4C are likely.", "<"),
        ("Just under 40 cows fell ill.", "<"),
        ("Not only more than 40 cows fell ill.", ">"),
        ("It was no secret that more than 40 cows fell ill.", ">"),
    ],
)
def test_what_is_more_or_less_shuts_its_own_value_out(text: str, change: str) -> None:
    assert the_change(text) == change


def test_a_bound_says_itself_in_words_and_beside_them() -> None:
    least, most = find_figures("At least five cows and up to 12 calves fell ill.")
    assert (describe_figure(least), describe_figure(most)) == ("at least 5 cows", "at most 12 calves")
    assert glossed(least) == "five cows [at least 5 cows]"


@pytest.mark.parametrize("change", list(Change))
def test_a_reviewer_may_type_what_is_shown(change: Change) -> None:
    figure = Figure(start=0, end=7, text="40 cows", value=Decimal(40), unit="cow", change=change)
    found = figure_set(figure, describe_figure(figure), "Ada")
    assert found == figure.model_copy(update={"set_by": "Ada"})


@pytest.mark.parametrize(
    ("typed", "shown"), [(">= 40 km", "at least 40 km"), ("40 or fewer", "at most 40"), ("≤ 40%", "at most 40 per cent")]
)
def test_a_reviewer_may_type_a_bound_in_other_ways(typed: str, shown: str) -> None:
    found = figure_set(Figure(start=0, end=2, text="40", value=Decimal(40)), typed, "Ada")
    assert found is not None
    assert describe_figure(found) == shown


def test_a_bound_can_be_its_own_value_and_leaves_one_side_open() -> None:
    least, most, forty, more, fewer = find_figures("At least 40 cows, at most 40 goats, 40 sheep, 44 pigs, 36 hens.")
    for one in (least, most):
        assert bounds(one).meets(bounds(forty))
    assert bounds(least).meets(bounds(more))
    assert not bounds(least).meets(bounds(fewer))
    assert bounds(most).meets(bounds(fewer))
    assert not bounds(most).meets(bounds(more))
