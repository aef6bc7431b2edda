"""Which lines fit what is typed: every word typed begins a word of the line, or at least stands in it; the closest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

_WORD = re.compile(r"[^\W_]+")
"""A word or number: takes `so` and `28`, not `–`."""

_EXACT, _NAME, _START, _WITHIN = range(4)


def fitting(typed: str, things: Iterable[tuple[Thing, Sequence[str]]]) -> list[Thing]:
    """Those of the things that fit, by the texts that each goes under, its shortest names first; all of them when nothing is typed.

    >>> fitting("ex", [("leave", ("leave", "exit")), ("fix", ("correct", "the next claim")), ("export", ("export",))])
    ['leave', 'export', 'fix']
    """
    wanted = typed.casefold().split()
    ranked = [(rank, i, thing) for i, (thing, texts) in enumerate(things) if (rank := _rank(wanted, texts)) is not None]
    return [thing for _, _, thing in sorted(ranked, key=lambda one: one[:2])]


def _rank(wanted: Sequence[str], texts: Sequence[str]) -> int | None:
    """How close the words come: a name itself, the start of one, of a word in it, or some place inside; None when one is not there."""
    folded = [text.casefold() for text in texts]
    if " ".join(wanted) in folded:
        return _EXACT
    if any(text.startswith(" ".join(wanted)) for text in folded):
        return _NAME
    words = [word for text in folded for word in _WORD.findall(text)]
    ranks = [
        _START if any(word.startswith(part) for word in words) else _WITHIN if any(part in text for text in folded) else None
        for part in wanted
    ]
    return None if None in ranks else max((rank for rank in ranks if rank is not None), default=_NAME)
