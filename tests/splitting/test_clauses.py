"""A sentence with several things in it becomes several claims, and one that cannot be divided cleanly stays whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.splitting import split
from factcheck.splitting.irregular_verbs import past_tense
from tests import builders


def atoms(sentence: str) -> list[str]:
    """The words of the claims of a one-sentence article, without its dates and figures."""
    return [c.text for c in split(builders.article(f"A headline\n\n{sentence}\n")) if c.part_of is None]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("The council closed the pool, and the school lost its field.", ["The council closed the pool", "the school lost its field."]),
        ("The council closed the pool and sold the land.", ["The council closed the pool", "sold the land."]),
        ("Shares fell in London, while the pound rose in New York.", ["Shares fell in London", "the pound rose in New York."]),
        ("Prices rose in May; wages fell in June.", ["Prices rose in May", "wages fell in June."]),
        ("The bridge collapsed on Monday, killing two people.", ["The bridge collapsed on Monday", "killing two people."]),
    ],
)
def test_two_things_in_one_sentence_are_two_claims(sentence, parts):
    assert atoms(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "She wrote and directed the film.",
        "The firm will buy and close the plant.",
        "The man who robbed the bank was jailed.",
        "The price of bread and milk rose sharply.",
        "He wants to leave the party and start again.",
        "The road was closed because the bridge had cracked.",
        "Smith, 41, and his wife Ann were found in the car.",
    ],
)
def test_what_cannot_be_parted_without_breaking_it_stays_whole(sentence):
    assert atoms(sentence) == [sentence]


def test_a_relative_clause_set_off_by_commas_is_a_claim_with_a_hole_around_it():
    article = builders.article("A headline\n\nTom Hadley, who took over in 2011, closed the plant.\n")
    whole, inner = [c for c in split(article) if c.part_of is None]
    assert whole.text == "Tom Hadley, who took over in 2011, closed the plant."
    assert [article.words(s) for s in whole.content] == ["Tom Hadley", "closed the plant."]
    assert whole.gist == "Tom Hadley closed the plant."
    assert inner.text == "who took over in 2011"
    assert inner.gist.startswith("[Tom Hadley] took over in 2011")


def test_no_two_atoms_assert_the_same_words():
    text = "Tom Hadley, who took over in 2011, closed the plant and sold the land, putting 40 people out of work."
    claims = [c for c in split(builders.article(f"A headline\n\n{text}\n")) if c.part_of is None]
    spans = sorted((s.start, s.end) for c in claims for s in c.content)
    assert len(claims) == 4
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_missing_subject_is_supplied():
    claims = split(builders.article("A headline\n\nThe council closed the pool and sold the land.\n"))
    assert claims[-1].gist == "[The council] sold the land."


@pytest.mark.parametrize(
    ("lemma", "participle", "past"),
    [
        ("add", "adding", "added"),
        ("plan", "planning", "planned"),
        ("say", "saying", "said"),
        ("deny", "denying", "denied"),
        ("note", "noting", "noted"),
        ("visit", "visiting", "visited"),
    ],
)
def test_a_participle_knows_its_past_tense(lemma, participle, past):
    assert past_tense(lemma, participle) == past
