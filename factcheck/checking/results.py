"""Who won a game by how much, as an article tells it: in a line of results, in a verb, or as somebody's win or defeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.model import Severity, Words

_SIDE = r"[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20}){0,2}"
_SCORE = r"(?P<one>\d{1,3})\s?[-–]\s?(?P<two>\d{1,3})(?![\d-])"

LINE = re.compile(rf"(?P<first>{_SIDE})\s(?P<one>\d{{1,3}}),?\s(?P<second>{_SIDE})\s(?P<two>\d{{1,3}})(?!\s\d)")
"""A line of results: takes `Tarn Rovers 2, Holt Town 1` and `Leeds 0 Hull 0`, not `Leeds 20 14`."""

BEAT = re.compile(rf"\b(?P<first>{_SIDE})\s(?:beat|defeated|edged|thrashed|overcame|downed)\s(?P<second>{_SIDE})\s(?:by\s)?{_SCORE}")
"""Who beat whom: takes `Rovers beat Town 3-1` and `Hull thrashed Leeds 40-12`, not `Rovers beat Town`."""

OWN = re.compile(
    rf"\b(?P<first>{_SIDE})['’]s?\s{_SCORE}\s(?P<how>win|victory|triumph|defeat|loss)\b(?:\s(?:over|against|to|by|at)\s(?P<second>{_SIDE}))?"
)
"""Somebody's win or defeat: takes `Town's 2-1 victory` and `Rovers' 2–1 win over Town`, not `a 2-1 win`."""

WON = re.compile(rf"\b(?P<first>{_SIDE})(?:,\swho)?\s(?P<how>won|lost)\s{_SCORE}")
"""Who won or lost by how much: takes `Saracens Vale, who won 31-24` and `Town lost 2-1`, not `who won`."""

OF_ANOTHER_GAME = re.compile(
    r"\b(?:last|earlier|previous|first\sleg|reverse|season|since|ago|(?:in|on)\s(?:[A-Z][a-z]+|\d{4})|followed|following|after)\b"
)
"""What may tell of another game: takes `last season` and `in 2019`, not `was watched`."""

MOST = 60
"""Results of one article that are compared with one another."""


@dataclass(frozen=True)
class _Result:
    """Who won and who lost, as far as it is told, and the greater number and the smaller."""

    winner: frozenset[str]
    loser: frozenset[str]
    score: tuple[int, int]
    place: Words


def contradicted(context: CheckContext) -> Iterator[Finding]:
    """A game that two who played it are each said to have won, or one that has two scores."""
    told = list(_results(context))[:MOST]
    for one, two in combinations(told, 2):
        turned = one.score == two.score and (one.loser - one.winner) & (two.winner - two.loser) and not one.winner & two.winner
        both = one.winner & two.winner and one.loser & two.loser
        if turned or (both and one.score != two.score and len(told) == 2):
            words = f"{quoted(one.place.text)} and {quoted(two.place.text)}"
            message = f"{words}: {'one of the two winners' if turned else 'one of the two scores'} is likely a slip."
            yield Finding((one.place, two.place), message, Severity.WARNING if turned else Severity.LOOK, near=two.place)
            return


def _results(context: CheckContext) -> Iterator[_Result]:
    for block in context.blocks:
        line = LINE.fullmatch(context.text, block.start, block.end)
        if line is not None and (result := _result(context, line)) is not None:
            yield result
        for pattern in (BEAT, OWN, WON):
            for match in pattern.finditer(context.text, block.start, block.end):
                sentence = context.sentence_at(match.start())
                if pattern is not BEAT and OF_ANOTHER_GAME.search(context.text, match.end(), sentence.end):
                    continue
                result = _result(context, match)
                if result is not None:
                    yield result


def _result(context: CheckContext, match: re.Match[str]) -> _Result | None:
    """The result that the words of a match tell; None for a draw."""
    first, second = frozenset(match["first"].split()), frozenset((match.groupdict().get("second") or "").split())
    one, two = int(match["one"]), int(match["two"])
    if one == two:
        return None
    is_line, how = match.re is LINE, match.groupdict().get("how")
    won = one > two if is_line else how not in ("defeat", "loss", "lost")
    place = context.at(*match.span())
    return _Result(first if won else second, second if won else first, (max(one, two), min(one, two)), place)
