"""The offices and parties that the words beside a name give its bearer."""

from __future__ import annotations

import pytest

from factcheck.language.belonging import party_at
from factcheck.language.offices import offices_at, tells_of_change
from factcheck.model import Span


def beside(text: str, name: str = "Berg") -> tuple[str, Span, Span]:
    at = text.index(name)
    return text, Span(start=at, end=at + len(name)), Span(start=0, end=len(text))


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Berg, the chief financial officer, spoke.", [("chief financial officer", None)]),
        ("Berg, who is chairman of Acme, spoke.", [("chairman", "Acme")]),
        ("Chief Executive Officer Berg spoke.", [("chief executive", None)]),
        ("The chairman of Wexcombe Town, Berg, spoke.", [("chairman", "Wexcombe Town")]),
        ("Berg, the vice-chairman, spoke.", [("vice-chairman", None)]),
        ("Berg, the former chairman, spoke.", []),
        ("Berg, the incoming chief executive of Acme, spoke.", []),
        ("Berg, chairman-elect, spoke.", []),
        ("Berg met the chairman.", []),
        ("He told the chairman and Berg.", []),
    ],
)
def test_an_office_is_what_stands_with_the_name_and_is_held_now(text: str, offices: list[tuple[str, str | None]]) -> None:
    assert [(office.name, office.of) for office in offices_at(*beside(text))] == offices


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Labour's Berg spoke.", "Labour"),
        ("Berg, a Conservative, spoke.", "Conservative"),
        ("Berg, R-Neb., spoke.", "Republican"),
        ("Berg spoke.", None),
    ],
)
def test_a_party_is_what_stands_with_the_name(text: str, party: str | None) -> None:
    found = party_at(*beside(text))
    assert (found.name if found is not None else None) == party


def test_a_change_of_office_is_told_by_its_verb():
    assert tells_of_change("Berg succeeds him in June.")
    assert not tells_of_change("Berg said so in June.")
