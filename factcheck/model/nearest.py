"""The right word for one that somebody mistyped."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def told_nearest(word: str, known: Collection[str], or_else: str = "") -> str:
    """The known word that is meant, as a question, where one is near; else what was given to say, or all that are known.

    >>> told_nearest("cheks", ["checks", "house"])
    'did you mean checks?'
    >>> told_nearest("fonts", ["checks", "house"])
    'it knows checks and house.'
    """
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else or_else or f"it knows {' and '.join(known)}."
