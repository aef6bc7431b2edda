"""Which way a figure tells that something went: by the verb or noun before it ("fell by 3%"), or what is behind it ("3% lower")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from factcheck.language.lexicon import words
from factcheck.model import Change
from factcheck.values.figures.lexicon import context, moves, noun_words, phrase_words
from factcheck.values.figures.rates import base_of
from factcheck.values.figures.tokens import Kind, Token

FURTHEST = 5
"""Tokens that may stand between a verb of change and the amount: "rose by as much as a further"."""

FURTHEST_OBJECT = 6
"""Tokens that may stand between a verb of change and the "by" of its amount: "cut its forecast of growth by"."""

_POINTS = ("percentage point", "basis point")


def move_before(line: Sequence[Token], first: int, end: int, unit: str | None) -> Change | None:
    """The way told before the figure on tokens `first` to `end`; None where nothing tells of one."""
    if base_of(unit) == "point" and of_a_game(line, first, end):
        return None
    if first > 0 and line[first - 1].text == "+" and (first == 1 or line[first - 1].gap):
        return Change.UP
    by = False
    for at in range(first - 1, max(-1, first - 2 - FURTHEST), -1):
        token = line[at]
        if token.kind is not Kind.WORD:
            return None
        way = moves().get(token.lower)
        if way is not None and not _phrasal(line, at, unit):
            told = by or not _takes_object(token) or _told_amount(line, token, end, unit)
            return Change(way) if told else None
        by = by or token.lower == "by"
        if token.lower not in phrase_words("moves", "fillers") and not token.lower.endswith("ly"):
            return _over_object(line, at, by=by, end=end, unit=unit)
    return None


def of_a_game(line: Sequence[Token], first: int, end: int) -> bool:
    """Whether the words around tell of a game, whose points are scored, and of no business, whose points rise and fall."""
    around = [*_until_break(reversed(line[max(0, first - AROUND) : first])), *_until_break(line[end : end + AROUND])]
    return any(word in words("time_words", "games") for word in around) and not any(
        word in words("time_words", "of_business") for word in around
    )


AROUND = 24
"""Tokens on either side that may tell of a game."""


def _until_break(line: Iterable[Token]) -> Iterator[str]:
    return (token.lower for token in takewhile(lambda token: token.kind is not Kind.BREAK, line) if token.lower != "points")


def _phrasal(line: Sequence[Token], at: int, unit: str | None) -> bool:
    """Whether "up" or "down" belongs to the verb before it: "backed up by", unless that tells of a close: "ended down 32 points"."""
    if line[at].lower not in ("up", "down") or at == 0 or (_measures_change(unit) and line[at - 1].lower not in context("phrasal")):
        return False
    before = line[at - 1]
    if before.lower in context("closing"):
        return not (_measures_change(unit) or is_money(unit))
    if before.lower in context("phrasal"):
        return True
    if before.kind is not Kind.WORD or before.lower in context("going_up") or before.lower in context("being"):
        return False
    return not is_money(unit) or _is_verb(before.lower)


def _is_verb(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in words("tenses", "past") or word in words("tenses", "past_participles")


def _takes_object(token: Token) -> bool:
    return token.lower in phrase_words("moves", "needs_by")


def _told_amount(line: Sequence[Token], verb: Token, end: int, unit: str | None) -> bool:
    """Whether the figure is how much the thing changed, and no object of the verb: "lost 3 points", not "lost 3 games"."""
    following = line[end] if end < len(line) else None
    if verb.lower.startswith("los") and unit != base_of(unit):
        return False  # "lost 93 cents a share" tells the loss, and no price that fell
    counts = (
        following is not None and following.kind is Kind.WORD and following.text.islower() and following.lower not in noun_words("stop")
    )
    if counts and not (following is not None and following.lower in context("times_past")):
        return False
    if is_money(unit):
        to = following is not None and following.lower == "to"
        return to or verb.lower in phrase_words("moves", "of_money")
    if unit == "job" and verb.lower.startswith("los"):
        return False  # "he lost two jobs" tells of no number of jobs that fell
    return _measures_change(unit) or base_of(unit) in context("levels")


def _over_object(line: Sequence[Token], at: int, *, by: bool, end: int, unit: str | None) -> Change | None:
    """The way of a verb whose object stands between it and the amount: "raised rates by 25 basis points", "cut its dividend 20%"."""
    if not by and not _measures_change(unit):
        return None
    for here in range(at, max(-1, at - FURTHEST_OBJECT), -1):
        token = line[here]
        if token.kind is not Kind.WORD or token.lower in context("clause_breaks"):
            return None
        if token.lower in moves() and token.lower not in ("up", "down", "higher", "lower"):
            told = by or (_takes_object(token) and at - here < 3 and _told_amount(line, token, end, unit))
            return Change(moves()[token.lower]) if told else None
        if not by and token.lower in noun_words("stop") and token.lower not in context("determiners"):
            return None
    return None


def move_after(line: Sequence[Token], end: int, unit: str | None) -> Change | None:
    """The way told behind the figure that ends before token `end`: "12 points lower", "0.4 per cent up", "a 3 per cent fall in"."""
    measured = _measures_change(unit) or is_money(unit)
    end = _over_apposition(line, end)
    at = end + (end < len(line) and line[end].lower in context("move_adjectives"))
    if at >= len(line) or line[at].kind is not Kind.WORD or not _closes(line, at + 1):
        return None
    word = line[at].lower
    if word in ("more", "less", "extra") and at == end and is_money(unit) and _is_dearer(line, end):
        return Change.DOWN if word == "less" else Change.UP
    if word in ("higher", "lower") and at == end and not _compared(line, at + 1):
        return Change(moves()[word])
    if word in ("up", "down") and at == end and _measures_change(unit):
        return Change(word)
    noun = phrase_words("moves", "nouns")
    if not measured or word not in noun or at + 1 >= len(line) or line[at + 1].lower not in context("of_what_moved"):
        return None
    return Change(moves()[word])


def _is_dearer(line: Sequence[Token], end: int) -> bool:
    """Whether the "more" at token `end` is than it was: "will pay $138 more", "$3.7m more than last year", not "£5 more than a bus"."""
    if line[end + 1].lower == "than" if end + 1 < len(line) else False:
        return not _compared(line, end + 1)
    return any(token.lower in context("paying") for token in line[max(0, end - FURTHEST - FURTHEST_OBJECT) : end])


def _over_apposition(line: Sequence[Token], end: int) -> int:
    """The "lower" of "45 points, or 0.6 per cent, lower" for both amounts; `end` itself where none stands so."""
    at = end + (end < len(line) and line[end].text == ",")
    if at < len(line) and line[at].lower == "or":
        at = next((k for k in range(at + 1, min(at + 7, len(line))) if line[k].text == ","), at - 1) + 1
    return at if at < len(line) and line[at].lower in ("higher", "lower") else end


def _compared(line: Sequence[Token], at: int) -> bool:
    """Whether "higher" compares with something else than the thing's own past: "6% higher than in Leeds", not "than a year ago"."""
    return (
        at < len(line)
        and line[at].lower == "than"
        and not any(token.kind is Kind.DATE or token.lower in context("times_past") for token in line[at + 1 : at + 5])
    )


def _closes(line: Sequence[Token], at: int) -> bool:
    """Whether no noun follows that the word before only describes: "3% lower", not "3 lower courts"."""
    return at >= len(line) or line[at].kind is not Kind.WORD or line[at].lower in noun_words("stop")


def _measures_change(unit: str | None) -> bool:
    return base_of(unit) in context("amounts_of_change") | {*_POINTS}


def is_money(unit: str | None) -> bool:
    """Whether the unit is a currency by its ISO code, or so much of it per something."""
    base = base_of(unit) or ""
    return len(base) == 3 and base.isalpha() and base.isupper() and base != "WAR"
