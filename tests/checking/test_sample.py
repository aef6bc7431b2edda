"""The sample article from its file to its flags, with the rooms that read and split it."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.model import Flag

SAMPLE = Path(__file__).parents[2] / "samples" / "hanoi-summit.txt"


@pytest.fixture(scope="module")
def flags() -> list[Flag]:
    article = factcheck.read(SAMPLE)
    return factcheck.check(article, factcheck.split(article))


def test_the_slip_the_stranger_and_the_two_accounts_are_flagged_and_nothing_else(flags: list[Flag]) -> None:
    assert [(flag.check, tuple(span.text for span in flag.spans)) for flag in flags] == [
        (
            "account",
            (
                "Pyongyang wanted all sanctions imposed on it over its banned weapons programmes lifted",
                "Pyongyang had only wanted some of the measures eased",
            ),
        ),
        ("acronym", ("KCNA", "KNCA")),
        ("source", ("the official",)),
    ]


def test_neither_spelling_is_called_the_right_one_where_each_stands_once(flags: list[Flag]) -> None:
    assert flags[1].suggestion is None
