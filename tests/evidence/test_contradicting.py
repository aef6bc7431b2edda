"""A figure or date that a quotation contradicts is pointed out, and one that it only rounds is not."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import read_text, split
from factcheck.evidence.contradicting import contradictions

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("claim", "quote", "told"),
    [
        ("Unemployment rose to 12 percent.", "unemployment stood at 9 percent", ["the claim has “12 percent”, the quotation “9 percent”"]),
        ("The wall cost $1.2 million.", "a bill of $1,187,302", []),
        ("The wall cost $1.2 million.", "a bill of $1,487,302", ["the claim has “$1.2 million”, the quotation “$1,487,302”"]),
        ("About 200 people marched.", "some 190 people took part", []),
        ("Twelve people died.", "three children and 12 people died", []),
        ("Twelve people died.", "the bill was $9", []),
        (
            "The strike began on 3 March 2026.",
            "they walked out on March 4, 2026",
            ["the claim has “3 March 2026”, the quotation “March 4, 2026”"],
        ),
        ("The strike began on 3 March 2026.", "they walked out in March 2026", []),
        ("The strike began on 3 March 2026.", "they walked out on Tuesday", []),
        ("The strike began on 2 March 2026.", "they walked out on Tuesday", ["the claim has “2 March 2026”, the quotation “Tuesday”"]),
        ("The strike began last spring.", "they walked out", []),
    ],
)
def test_contradictions(claim: str, quote: str, told: list[str]) -> None:
    claims = split(read_text(f"{claim}\n", published=DAY))
    assert contradictions(claims, quote, DAY) == told
