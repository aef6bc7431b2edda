"""Numbers with what they count, in words: "1 claim", "2 claims"."""

from __future__ import annotations


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun; `many` is the noun for more than one, or for none, where that does not just end in another "s".

    >>> count(1, "claim"), count(0, "claim"), count(2, "snapshot is", "snapshots are")
    ('1 claim', '0 claims', '2 snapshots are')
    """
    return f"{n} {noun(n, one, many)}"


def noun(n: int, one: str, many: str | None = None) -> str:
    """The noun alone, as it is with such a number."""
    return one if n == 1 else many or f"{one}s"
