"""What a rule of the grammar hands back: where the expression begins and ends among the tokens, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from factcheck.values.dates.reading import Meaning
from factcheck.values.dates.token_stream import TokenStream


class Found(NamedTuple):
    """An expression over tokens `start` to `end` (half-open). `kind` names what may be joined to it: a day, a month, a year …"""

    start: int
    end: int
    meaning: Meaning
    kind: str = ""


Rule = Callable[[TokenStream, int], Found | None]
"""A rule reads the token stream at an index and gives what it found there, or None; it looks at a bounded number of tokens."""
