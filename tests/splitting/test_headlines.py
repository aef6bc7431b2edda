"""A headline asserts things, too: each is a claim of its own, and is told to be the headline's."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.model import Claim, ClaimKind

BODY = "Ostrel Motors said on Monday that it would close two plants. Its chief, Ann Lee, left. Union leaders met in Leeds."


def above(headline: str) -> list[Claim]:
    """The claims of a headline over a story."""
    article = factcheck.read_text(f"{headline}\n\n{BODY}\n\nThe town has 4,000 people, and the plants employ 300 of them.\n")
    return [c for c in factcheck.split(article) if article.locator(c.start) == "headline"]


@pytest.mark.parametrize(
    ("headline", "gists"),
    [
        ("Ostrel Motors to close two plants", ["Ostrel Motors to close two plants"]),
        ("Ostrel closes plants; shares drop", ["Ostrel closes plants", "Shares drop"]),
        ("Ostrel Motors Closes Two Plants", ["Ostrel Motors Closes Two Plants"]),
        ("Two plants to close, killing 300 jobs", ["Two plants to close, killing 300 jobs"]),
    ],
)
def test_what_it_asserts_is_a_claim(headline: str, gists: list[str]) -> None:
    found = above(headline)
    assert [c.gist for c in found] == gists
    assert {c.kind for c in found} == {ClaimKind.ASSERTION}


def test_what_it_says_that_somebody_says_is_theirs() -> None:
    (claim,) = above("Two plants will close, union leaders say")
    assert (claim.kind, claim.speaker and claim.speaker.text) == (ClaimKind.STATEMENT, "union leaders")


@pytest.mark.parametrize("label", ["The woman who counts swifts", "Two plants", "A curious plan to fight the frost", "Q&A", "x" * 400])
def test_a_label_asserts_nothing(label: str) -> None:
    assert above(label) == []
