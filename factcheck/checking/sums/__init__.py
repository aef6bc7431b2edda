"""Sums that a sentence gives with their result: changes, shares, margins, parts of a whole, so many at so much."""

from factcheck.checking.sums.changes import DIRECTIONS, changes
from factcheck.checking.sums.parts import margins, parts, shares, times

__all__ = ["DIRECTIONS", "changes", "margins", "parts", "shares", "times"]
