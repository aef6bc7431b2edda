"""A remark beside the article stands where its reader would look for it: on the claims whose words it is about."""

from __future__ import annotations

import pytest

from factcheck.model import Case, Remark, with_remarks
from tests.builders import article, claim

TEXT = "Mill reopens\n\nThe mill cost £4. It is late, she said.\n\nNine people work there."
CLAIMS = ("The mill cost £4.", "It is late, she said.", "Nine people work there.")


def stands_on(remark: Remark, *more: str) -> list[str]:
    """The claims that a remark comes to stand on."""
    made = tuple(claim(TEXT, "assertion", words) for words in (*CLAIMS, *more))
    found = with_remarks(Case(article=article(TEXT), claims=made), [remark])
    assert with_remarks(found, [remark]) is found
    return [one.text for one in found.claims if one.reviews]


def beside(words: str) -> Remark:
    start = TEXT.index(words)
    return Remark(start=start, end=start + len(words), by="Ada", words="Sure?")


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("£4", CLAIMS[:1]),
        ("The mill cost £4. It is late, she said.", CLAIMS[:2]),
        ("cost £4. It is", CLAIMS[:2]),
        (". It is late", CLAIMS[1:2]),
        ("late, she said.\n\nNine", CLAIMS[1:]),
        ("Mill reopens", CLAIMS[:1]),
    ],
)
def test_it_stands_on_every_claim_that_has_words_of_its(words: str, claims: tuple[str, ...]) -> None:
    assert stands_on(beside(words)) == [*claims]


@pytest.mark.parametrize(
    ("before", "claims"),
    [
        ("£4.", CLAIMS[:1]), ("The mill", CLAIMS[:1]), ("£4. ", CLAIMS[:1]), ("It is late", CLAIMS[1:2]), ("she said.", CLAIMS[1:2]),
        ("said.\n\n", CLAIMS[2:]), ("work there.", CLAIMS[2:]), ("Mill", CLAIMS[:1]),
    ],
)  # fmt: skip
def test_one_without_words_stands_on_the_claim_that_it_was_put_in(before: str, claims: tuple[str, ...]) -> None:
    at = TEXT.index(before) + len(before)
    assert stands_on(Remark(start=at, end=at, by="Ada", words="Sure?")) == [*claims]


def test_of_claims_within_each_other_the_whole_one_has_it() -> None:
    at = TEXT.index(", she")
    assert stands_on(Remark(start=at, end=at, by="Ada", words="Sure?"), "It is late") == [CLAIMS[1]]
