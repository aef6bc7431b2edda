"""The forms in which sums and distances in time are told, each right and wrong."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.checking import check
from factcheck.model import Article
from tests.checking.reading import as_blocks


def flagged(sentence: str) -> set[str]:
    read = as_blocks("The harbour", sentence, "It rained.")
    return {flag.check for flag in check(Article(**{**dict(read), "published": date(2019, 3, 5)}), ())}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of the 36 berths, or 50 per cent, are empty.",
        "Thirty of 40 ships (25%) sank.",
        "She won by 312 votes to 298, with a majority of 20.",
        "He won 52% to 48%, a lead of six points.",
        "The crash killed 12 people: five men, four women and two children.",
        "The club sold 300 tickets at $5 each, making $2,000.",
        "Pay rose to £15 an hour from £10, a rise of 20 per cent.",
        "The crash killed at least 12 people: five men, four women and two children.",
        "The crash killed up to ten people: five men, four women and two children.",
    ],
)
def test_sums_that_do_not_come_out(sentence: str) -> None:
    assert flagged(sentence) == {"arithmetic"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of the 36 berths, or 25 per cent, are empty.",
        "About 30 of 40 ships (77%) sank.",
        "She won by 312 votes to 298, with a majority of 14.",
        "He won 52.4% to 47.6%, a lead of five points.",
        "The crash killed 12 people, five men, four women and three children.",
        "The crash killed 12 people, five men and four women among them.",
        "The crash killed at least 12 people, five men, four women and three children.",
        "The crash killed at least ten people, five men, four women and three children.",
        "The crash killed up to 12 people, five men, four women and three children.",
        "The crash killed 12 people, at least five men, four women and two children.",
        "The club sold 300 tickets at $5 each, making about $1,600.",
        "The club sold 300 tickets at $5 each and paid the band $2,000.",
        "Pay rose to £15 an hour from £10, a rise of 50 per cent.",
        "He had 12 goals, seven assists and four cards.",
    ],
)
def test_sums_that_do(sentence: str) -> None:
    assert flagged(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Okafor (1932–1920) was a pilot.",
        "The road was shut between 2010 and 2004.",
        "The road was shut from 12 March 2018 until 5 March 2018.",
        "It opened in 1980. Some 21 years later, in 2010, it shut.",
        "The town marks the tenth anniversary of the 1999 flood.",
        "The road opened on 29 February 2018.",
    ],
)
def test_days_that_cannot_be(sentence: str) -> None:
    assert flagged(sentence) == {"timeline"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Okafor (1920–1932) was a pilot.",
        "The road was shut from November to March.",
        "Ten years later, in 1995, it burnt.",
        "Jobs at the port fell from 2010 to 2004 in a year.",
        "The town marks the 20th anniversary of the 1999 flood.",
        "The road opened on 29 February 2016.",
    ],
)
def test_days_that_can(sentence: str) -> None:
    assert flagged(sentence) == set()
