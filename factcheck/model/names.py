"""Names of people as they are compared: whatever their case and spaces."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """A name as it is compared with others."""
    return " ".join(name.casefold().split())


def unaccented(name: str) -> str:
    """A name as one types it who has no accents on the keyboard.

    >>> unaccented("Siân  PROTHERO")
    'sian prothero'
    """
    return "".join(sign for sign in unicodedata.normalize("NFKD", folded(name)) if not unicodedata.combining(sign))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same."""
    return folded(one) == folded(other)
