"""Names of people as they are compared: whatever their case and spaces."""

from __future__ import annotations


def folded(name: str) -> str:
    """A name as it is compared with others."""
    return " ".join(name.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same."""
    return folded(one) == folded(other)
