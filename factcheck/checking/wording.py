"""How messages put things: words in quotation marks, and how often something stands."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import one_line

LONGEST = 60
"""How many code points of the article's words a message holds before it cuts them short."""


def quoted(words: str) -> str:
    """Words of the article inside a message: on one line, made visible, cut short when long, in quotation marks."""
    return f"“{one_line(words, LONGEST)}”"


def times(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def listed(parts: Iterable[str]) -> str:
    """Parts in a row, as "a, b and c"."""
    *firsts, last = parts
    return f"{', '.join(firsts)} and {last}" if firsts else last
