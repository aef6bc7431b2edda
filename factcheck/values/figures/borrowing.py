"""Units that a bare number takes from the clause it is set beside: "410 thefts, up from 320", "14 on Monday and nine on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.model import Change
from factcheck.values.figures.lexicon import context, noun_words
from factcheck.values.figures.number import is_whole, word_at
from factcheck.values.figures.quantity import Quantity
from factcheck.values.figures.tokens import Kind, Token

REACH = 8
"""Tokens that may stand between the number and the one whose unit it takes: "thefts on Monday night and another"."""

ALIKE = 25
"""So many times one amount may be the other and still be of the same thing."""

_LEAST = Decimal(1) / ALIKE


def borrowed(line: Sequence[Token], previous: Quantity | None, found: Quantity) -> Quantity:
    """`found` with the unit of the figure before it, where it is told as another amount of the same thing and nothing else is counted."""
    if previous is None or previous.unit is None or found.unit is not None or not _is_bare(line, found) or not _is_plain(previous):
        return found
    between = line[previous.end : found.first]
    if len(between) > REACH or any(token.kind is Kind.BREAK or token.text in (".", ";", "!", "?", "(", ")") for token in between):
        return found
    parallel = _is_parallel(between) and _goes_on_alike(line, found.end, between)
    if not parallel and not _is_compared(between) and not _went_from(line, previous, between):
        return found
    value = _scaled(previous, found)
    if not _LEAST <= value / previous.value <= ALIKE or (previous.noun and not is_whole(value)):
        return found
    change = previous.change if parallel and found.change is Change.EXACT and previous.change in (Change.UP, Change.DOWN) else found.change
    return replace(found, unit=previous.unit, noun=previous.noun, money=previous.money, value=value, change=change)


def _is_bare(line: Sequence[Token], found: Quantity) -> bool:
    """Whether the number has nothing of its own behind it that it could count: the clause ends there, or goes on with a time or a place."""
    if found.joined or found.prefix or found.number.fraction or found.number.indefinite or found.value <= 0:
        return False
    following = line[found.end] if found.end < len(line) else None
    if following is None or following.kind is not Kind.WORD or following.lower in noun_words("stop"):
        return True
    return following.lower in ("last", "this") and word_at(line, found.end + 1) in context("time_units")


def _is_plain(previous: Quantity) -> bool:
    return previous.high is None and previous.value > 0 and previous.unit not in ("score", "ratio") and not previous.number.fraction


def _is_compared(between: Sequence[Token]) -> bool:
    """Whether the words between hold the number against the one before: ", up from", "compared with just", ", against"."""
    words = [token.lower for token in between]
    while words and words[-1] in context("around_counts"):
        words.pop()
    return tuple(words[-2:]) in _COMPARING or words in ([",", "against"], [",", "versus"])


def _went_from(line: Sequence[Token], previous: Quantity, between: Sequence[Token]) -> bool:
    """Whether the number is what the one before came from: "rose to 410 members from 320", and no "12 wins from 15"."""
    return [token.lower for token in between] == ["from"] and word_at(line, previous.first - 1) == "to"


_COMPARING = frozenset((*((way, "from") for way in ("up", "down")), ("compared", "with"), ("compared", "to"), ("opposed", "to")))


def _is_parallel(between: Sequence[Token]) -> bool:
    """Whether "and" or a comma joins the number to the one before, with only where or when between: "in Leeds and", "on Monday and"."""
    if not between:
        return False
    if [token.lower for token in between[-3:-1]] in (["and", "the"], [",", "the"]) and between[-1].lower in context("other_of_two"):
        return len(between) <= _THE_OTHER or (between[0].lower == "of" and len(between) == _THE_OTHER + 1)
    words = [token.lower for token in between if token.lower not in context("around_counts")]
    return len(words) > 2 and words[-1] in ("and", ",") and words[0] in context("placing")


_THE_OTHER = 4
"""Tokens of ", and the second"; "of rain and the south" has one more."""


def _goes_on_alike(line: Sequence[Token], end: int, between: Sequence[Token]) -> bool:
    """Whether the number has behind it what the one before has: "in Hull" as that "in Leeds"; of "and the second 6" that nothing has."""
    following = line[end] if end < len(line) else None
    if between[-1].lower in context("other_of_two"):
        return following is None or following.kind is Kind.BREAK or following.text in (".", ",", ";")
    return following is not None and following.lower == between[0].lower


def _scaled(previous: Quantity, found: Quantity) -> Decimal:
    """The value of a number that leaves out the million of the one before: "$4 million and the second 6"."""
    scale = previous.number.scale
    return found.value * scale if scale > 1 and found.number.scale == 1 and found.value < _SMALL else found.value


_SMALL = 1000
"""Numbers from here on are written out, and leave out no million."""
