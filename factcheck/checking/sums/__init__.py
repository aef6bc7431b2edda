"""Sums that a sentence gives with their result: changes, shares, margins, parts of a whole, so many at so much."""

from factcheck.checking.sums.apart import divided, kinds_beyond, margins_apart, shares_apart
from factcheck.checking.sums.balances import averages, balances, rests
from factcheck.checking.sums.changes import DIRECTIONS, changes, changes_told_next, compared
from factcheck.checking.sums.lists import lists
from factcheck.checking.sums.parts import margins, parts, shares, shares_of, times
from factcheck.checking.sums.prose import all_told, beyond_hundred, each_told, fractions, margins_told, totals, wholes
from factcheck.checking.sums.rates import rates, shared_out
from factcheck.checking.sums.scores import scores
from factcheck.checking.sums.turned import turned
from factcheck.checking.sums.votes import votes

__all__ = [
    "DIRECTIONS",
    "all_told",
    "averages",
    "balances",
    "beyond_hundred",
    "changes",
    "changes_told_next",
    "compared",
    "divided",
    "each_told",
    "fractions",
    "kinds_beyond",
    "lists",
    "margins",
    "margins_apart",
    "margins_told",
    "parts",
    "rates",
    "rests",
    "scores",
    "shared_out",
    "shares",
    "shares_apart",
    "shares_of",
    "times",
    "totals",
    "turned",
    "votes",
    "wholes",
]  # fmt: skip
