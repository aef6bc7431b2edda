"""Who is meant where nobody is named, as the checks of people ask it."""

from __future__ import annotations

import pytest

from factcheck import find_entities
from factcheck.checking.context import CheckContext
from factcheck.checking.families import family_near, family_told
from factcheck.checking.subjects import untied_subjects
from factcheck.model import Span
from tests.builders import article


def context(text: str) -> CheckContext:
    read = article(text)
    return CheckContext(read, (), tuple(find_entities(read)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Goalkeeper\n\nArthur Berg kept goal.\n\nThe man in the next bed asked Berg to read. He was 22 when he left.\n", {"Arthur Berg"}),
        ("Goalkeeper\n\nArthur Berg kept goal, and Tom Wells ran.\n\nThe man in the next bed slept. He was 22 when he left.\n", set()),
        ("Goalkeeper\n\nArthur Berg kept goal.\n\nIt rained.\n\nThe man in the next bed slept. He was 22 when he left.\n", set()),
    ],
)
def test_a_pronoun_that_opens_a_sentence_means_the_only_person_near_it_or_nobody(text: str, meant: set[str]) -> None:
    at = context(text)
    tied = {person.name for person in at.people for mention in person.mentions if mention.start == text.index("He was")}
    assert {person.name for person, _ in untied_subjects(at)} | tied == meant


def test_a_family_is_told_of_near_a_place_or_where_the_surname_stands() -> None:
    at = context("Pair\n\nTom Wells sold bread with his sister.\n\nIt was good.\n\nIt rained. The shop of Wells closed.\n")
    start = at.text.index("It was good")
    assert family_near(at, Span(start=start, end=start + 2))
    assert not family_near(at, Span(start=at.text.index("It rained"), end=at.text.index("It rained") + 2))
    named = context("Pair\n\nTom Wells sold bread with his sister, Ada, in May.\n\nIt was good.\n")
    start = named.text.index("It was good")
    assert not family_near(named, Span(start=start, end=start + 2))
    assert family_told(at, "Wells")
    assert not family_told(at, "Berg")
