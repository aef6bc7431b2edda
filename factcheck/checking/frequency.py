"""How common a word is, as checks ask it: of compounds, which names are full of, they take none for an everyday word."""

from __future__ import annotations

from factcheck.language import frequency

LONGEST = 30
"""Letters of a word, at the most, that checks take for one."""


def zipf(word: str) -> float:
    """The Zipf frequency of a word of letters alone (see `factcheck.language.frequency`); 0 of any other, and of an overlong one."""
    return frequency.zipf(word) if len(word) <= LONGEST and word.isalpha() else 0.0
