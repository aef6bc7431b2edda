"""How common a word is in English at large, which tells a slip from a word that is meant.

The table is wordfreq's (Speer 2022), of words that are written in letters; `benchmarks/word_frequencies.py` makes it, and its licence,
CC BY-SA 4.0, is beside it.
"""

from __future__ import annotations

import gzip
import math
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("data") / "word_frequencies.gz"
LONGEST = 60
"""No word that is in the table is longer than this."""
_ALL = 9.0
"""What all words together have on Zipf's scale."""
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
"""A word as the table has it: takes "kelp", "don't", both of "kelp-lady"; nothing of "-"."""


@lru_cache(maxsize=10_000)
def zipf(word: str) -> float:
    """The word's Zipf frequency (van Heuven et al. 2014): 6 is "this", 3 is once in a million words, 0 is not in the table.

    Of a compound ("ferry-man") every part must be in the table; the rarer a part, the rarer the whole, which is then as frequent as one
    over the sum of what its parts are one over.
    """
    if len(word) > LONGEST:
        return 0.0
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", word).casefold().replace("\u2019", "'"))
    each = [found for token in tokens if (found := _in_table(token)) is not None]
    if not each or len(each) < len(tokens):
        return 0.0
    return round(-math.log10(sum(10**-one for one in each)), 2)


def _in_table(token: str) -> float | None:
    """A word's place on Zipf's scale. The table is searched as it lies: few words are asked for, and a dictionary takes long to make."""
    table, sought = _table(), f"{token}\t".encode()
    low, high = 0, len(table)  # both begin a line
    while low < high:
        begins = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        ends = table.index(b"\n", begins) + 1
        if table.startswith(sought, begins):
            return _ALL - int(table[begins + len(sought) : ends - 1]) / 100
        if table[begins:ends] < sought:
            low = ends
        else:
            high = begins
    return None


@cache
def _table() -> bytes:
    return gzip.decompress(TABLE.read_bytes())
