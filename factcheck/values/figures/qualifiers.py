"""How a figure is qualified: "about", "more than", "at most" around it, or else by the words of change."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Change
from factcheck.values.figures.lexicon import HYPHENS, TURNED, context, qualifiers, table
from factcheck.values.figures.moving import move_after, move_before
from factcheck.values.figures.tokens import Kind, Token, tokens

FURTHEST_DENIAL = 2
"""Tokens between a "not" and the comparison that it denies: "must not cost more than"."""


def read_change(line: Sequence[Token], first: int, end: int, unit: str | None) -> Change:
    """How the figure on tokens `first` to `end` is qualified; `unit` tells whether it can be by how much something changed."""
    before = qualifiers("before").match_before(line, first)
    after = qualifiers("after").match(line, end)
    if after is not None and _adds(line, end, after[1]):
        after = None
    move = move_before(line, first, end, unit)
    if (
        before is not None
        and not _is_noun_phrase(line, before[1], first)
        and not (before[1] > 0 and line[before[1]].kind is Kind.WORD and line[before[1] - 1].text in HYPHENS and not line[before[1]].gap)
        and not (unit in context("stretches") and _throughout(line, before[1], first, end))
        and not _went_up(line, before[1])
    ):
        if move is not None and _said_by(line, before[1]) and before[0] is Change.ABOUT:
            return move
        return TURNED[before[0]] if before[0] in TURNED and _denied(line, before[1]) else before[0]
    if after is not None:
        return after[0]
    return move or move_after(line, end, unit) or Change.EXACT


def _adds(line: Sequence[Token], at: int, end: int) -> bool:
    """Whether "plus" or a "+" joins what comes next to the figure: "£35m plus VAT", not "£35m-plus" or "the 60 plus"."""
    if line[at].lower not in ("plus", "+") or not line[at].gap:
        return False
    return line[at].text == "+" or (end < len(line) and (line[end].kind in (Kind.WORD, Kind.DIGITS) or line[end].text in "$£€"))


def qualifies_after(words: str) -> bool:
    """Whether `words`, and no others, qualify a figure that stands before them: "or more"."""
    line = tokens(words)
    found = qualifiers("after").match(line, 0)
    return found is not None and found[1] == len(line)


def _denied(line: Sequence[Token], at: int) -> bool:
    """Whether a denied verb stands before the comparison at `at`: "does not exceed 40", "cannot hold more than 40"."""
    compared = table("phrases")["compared"]
    if at + 1 < len(line) and line[at + 1].lower != "than" and not line[at].lower.startswith("exceed"):
        return False
    for token in reversed(line[max(0, at - FURTHEST_DENIAL) : at]):
        if token.kind is not Kind.WORD or token.lower in ("only", "just"):
            return False
        if token.lower in compared["denied"] or token.lower.endswith(_DENIED):
            return True
    return False


_DENIED = ("n't", "n’t", "cannot")


def _is_noun_phrase(line: Sequence[Token], at: int, first: int) -> bool:
    """ "the above 3", "under" and "over" as part of a verb need a number right behind them, "within" no verb."""
    return first - at == 1 and line[at].lower == "some" and at > 0 and line[at - 1].lower in ("and", "or")


def _went_up(line: Sequence[Token], at: int) -> bool:
    """Whether the "up to" at token `at` tells where something went: "the toll went up to 53"."""
    return line[at].lower == "up" and at > 0 and line[at - 1].lower in context("going_up")


def _throughout(line: Sequence[Token], at: int, first: int, end: int) -> bool:
    """Whether "over" before a time means "in the course of": "rain over three days", not "it took over three days", "over a year ago"."""
    if end < len(line) and line[end].lower in ("ago", "old", "earlier", "later"):
        return False
    return first - at == 1 and line[at].lower == "over" and (at == 0 or line[at - 1].lower not in context("takes"))


def _said_by(line: Sequence[Token], at: int) -> bool:
    return at > 0 and line[at - 1].lower == "by"
