"""Sums that a sentence gives with their result: changes, shares, margins, parts of a whole, so many at so much."""

from factcheck.checking.sums.changes import DIRECTIONS, changes
from factcheck.checking.sums.lists import lists
from factcheck.checking.sums.parts import margins, parts, shares, times
from factcheck.checking.sums.prose import all_told, beyond_hundred, each_told, fractions, margins_told, totals, wholes

__all__ = [
    "DIRECTIONS", "all_told", "beyond_hundred", "changes", "each_told", "fractions", "lists", "margins", "margins_told", "parts", "shares",
    "times", "totals", "wholes",
]  # fmt: skip
