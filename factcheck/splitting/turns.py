"""Where a quotation turns from one whole sentence to another, at a semicolon or a "but": "We lost some; we have won them back"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.splitting.syntax import is_finite, subject_of

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_TURNS = frozenset(("but", "yet"))
_CONCEDING = frozenset(("can", "could", "may", "might", "would"))
"""Modals with which a speaker grants what is taken back at once: "You may laugh, but I know him"."""
_POINTING = frozenset(("it", "that", "this"))
_SHORTEST = 4
"""Words that a half needs to tell something by itself which begins with one that points back: "but that's changed"."""
_NOT_ALONE = words("small_words", "needs_a_main_clause") | {"if"}
"""Words that open a sentence which goes on after the comma."""


def turns(said: Sequence[Token]) -> list[list[Token]]:
    """The sentences behind the first in the tokens of a quotation.

    None where a half would be no sentence by itself, where one is only granted, or others are quoted in it. At an "and" nothing
    turns: what it joins is one thing said.
    """
    cuts = [n for n in range(2, len(said)) if _turns(said, n)]
    halves = [list(said[a:b]) for a, b in pairwise([0, *cuts, len(said)])]
    plain = not any(t.is_quote for t in said[1:-1]) and not any(t.lower in _CONCEDING for half in halves[:-1] for t in half)
    return halves[1:] if plain and all(_is_sentence(half) for half in halves) else []


def _turns(said: Sequence[Token], n: int) -> bool:
    """Whether a sentence begins with the token there: right behind a semicolon, or behind a comma and "but"."""
    return said[n - 1].text == ";" or (said[n - 1].text == "," and said[n].lower in _TURNS)


def _is_sentence(half: Sequence[Token]) -> bool:
    """Whether it begins with the subject of a finite verb in it, behind a conjunction or nothing."""
    plain = [t for t in half if not t.is_punct]
    if plain and plain[0].relation == "coordinator":
        plain.pop(0)
    if not plain or plain[0].lower in _NOT_ALONE or (len(plain) < _SHORTEST and plain[0].lower in _POINTING):
        return False
    subjects = ((t, subject_of(t)) for t in plain if is_finite(t))
    return any(s is not None and s.left_edge.i <= plain[0].i <= s.i <= plain[-1].i and t.i <= plain[-1].i for t, s in subjects)
