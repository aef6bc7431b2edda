"""How word lists are written in this room: as words between spaces, so that a list reads as a list."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of the list, whatever white space stands between them."""
    return frozenset(listed.split())
