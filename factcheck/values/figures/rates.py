"""What a figure is told per: "$15 an hour", "£3.4m-a-year", "900 cars a week", "40 cents a share", "mg/l"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.inflection import singular
from factcheck.values.figures.lexicon import HYPHENS, context, longer, noun_words, units
from factcheck.values.figures.tokens import Kind, Token

_NAMED = {("km", "hour"): "km/h", ("mile", "hour"): "mph", ("m", "second"): "metre per second"}
_SHARES = ("percent", "percentage point", "basis point")


def base_of(unit: str | None) -> str | None:
    """The unit without what it is told per: `USD` of `USD per hour`."""
    return unit.partition(" per ")[0] if unit is not None else None


def with_rate(line: Sequence[Token], unit: str, end: int, *, money: bool = False) -> tuple[str, int]:
    """`unit`, which ends before token `end`, with what it is told per, and the token after that; as they are where it is told per nothing.

    "per" and a stroke take any unit or noun behind them; "a", "an", "each" and "every" a time, and the things that prices and counts
    are told by ("a barrel", "a head"); of money any measure, too ("a gallon").
    """
    joint = _joint(line, end) or _behind_stuff(line, end)
    if joint is None:
        return unit, end
    word, at = joint
    if word == "annually":
        return f"{unit} per year", at
    found = _what(line, at, word, money=money)
    if found is None or found[0] == unit or (unit in _SHARES and found[0] not in context("time_units")):
        return unit, end
    return _NAMED.get((unit, found[0]), f"{unit} per {found[0]}"), found[1]


def _joint(line: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The word that a rate begins with at token `at`, and the token after it; hyphens may stand around it."""
    at += at < len(line) and line[at].text in HYPHENS and not line[at].gap
    if at >= len(line):
        return None
    word = line[at].lower
    if word == "annually":
        return word, at + 1
    if at + 1 >= len(line) or word not in _JOINTS or (word == "/" and (line[at].gap or line[at + 1].gap)):
        return None
    return word, at + 1 + (line[at + 1].text in HYPHENS and not line[at + 1].gap)


def _behind_stuff(line: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The word that a rate begins with behind what is measured: "11bn tonnes of ice a year"."""
    if at + 2 >= len(line) or line[at].lower != "of" or line[at + 1].kind is not Kind.WORD or line[at + 1].text != line[at + 1].lower:
        return None
    joint = _joint(line, at + 2)
    return joint if joint is not None and line[joint[1]].lower in context("time_units") else None


_JOINTS = frozenset(("per", "a", "an", "each", "every", "/"))


def _what(line: Sequence[Token], at: int, joint: str, *, money: bool) -> tuple[str, int] | None:
    if at >= len(line) or line[at].kind is not Kind.WORD:
        return None
    word = line[at].lower
    if joint == "per" and word in ("annum", "cent"):
        return ("year", at + 1) if word == "annum" else None
    signs, named = units()
    measure = longer(signs.match(line, at), named.match(line, at))
    following = line[at + 1].lower if at + 1 < len(line) else ""
    if joint in ("per", "/"):
        return measure or (_noun(line, at) if joint == "per" else None)
    if measure is not None and measure[0] in context("time_units"):
        return None if following in context("after_times") else measure
    if word in context("told_per") and following != "of":
        return word, at + 1
    return measure if money and following != "of" else None


def _noun(line: Sequence[Token], at: int) -> tuple[str, int] | None:
    word = line[at].lower
    if word in noun_words("stop") or not word.isalpha():
        return None
    return singular(word) or word, at + 1
