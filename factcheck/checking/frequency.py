"""How common a word is in English at large, which tells a slip from a word that is meant."""

from __future__ import annotations

from functools import lru_cache

LONGEST = 30
"""No word that is in the lists is longer than this."""


@lru_cache(maxsize=10_000)
def zipf(word: str) -> float:
    """The word's Zipf frequency (van Heuven et al. 2014): 6 is "this", 3 is once in a million words, 0 is not in the list.

    The lists are wordfreq's (Speer 2022). They are loaded at the first call, which takes a quarter of a second.
    """
    if len(word) > LONGEST or not word.isalpha():
        return 0.0
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))
