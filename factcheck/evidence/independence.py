"""Sources that carry one another's text, which count as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from zlib import crc32

SHINGLE = 8
"""Words in a row that two texts hardly have in common by chance (Broder 1997)."""
SHARED = 0.4
"""The share of the shingles of the shorter text that the longer one has, from which on they are the same text."""
FEWEST = 12
"""Shingles of a text that is long enough to tell."""

_WORD = re.compile(r"\w+")


def same_texts(texts: Mapping[str, str]) -> list[frozenset[str]]:
    """The groups of sources, by their names, of which each shares much of its text with another; alone, a source is in no group."""
    shingles = {name: kept for name, text in texts.items() if len(kept := _shingles(text)) >= FEWEST}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name, kept in shingles.items():
        for shingle in kept:
            holders[shingle].append(name)
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        if len(names) <= 50:  # words that everybody prints are nobody's text
            for i, one in enumerate(names):
                for two in names[i + 1 :]:
                    shared[one, two] += 1
    group = {name: {name} for name in shingles}
    for (one, two), count in shared.items():
        if count >= SHARED * min(len(shingles[one]), len(shingles[two])) and group[one] is not group[two]:
            joined = group[one] | group[two]
            for name in joined:
                group[name] = joined
    return list({id(g): frozenset(g) for g in group.values() if len(g) > 1}.values())


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(crc32(" ".join(words[i : i + SHINGLE]).encode("utf-8", "replace")) for i in range(len(words) - SHINGLE + 1))
