"""What is told of a game against its score, where an article has one score only: the margin, a player's goals, who scored at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of, meanings, ordered
from factcheck.model import Severity

SCORE = re.compile(r"(?<![\d–-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\d–-]|[-–]\d)")
"""A score: takes `88-84` and `2–0`, not `2016-17-18`."""

_NUMBERS = {word: n for n, word in enumerate(ordered("numbers", "small"))}

BY_POINTS = re.compile(
    rf"\b(?P<margin>\d{{1,2}}|{'|'.join(_NUMBERS)})-(?:point|goal|run)\s(?:margin|win|victory|defeat|loss)\b", re.IGNORECASE
)
"""A margin of points: takes `three-point margin` and `12-goal win`, not `three-point shot`."""

_GOALS_OF_ONE: dict[str, int] = meanings("numbers", "goals_of_one")

OF_ONE = re.compile(rf"\b(?:scored\s(?:all\s)?(?P<told>{any_of('numbers', 'goals_of_one')})|(?P<hat>hat-trick))\b")
"""The goals of one player: takes `scored twice` and `a hat-trick`, not `scored from`."""

BOTH_SCORED = re.compile(
    r"\b(?:drew\slevel|levelled|leveled|equali[sz]ed|equali[sz]er|pulled\s(?:one|a\sgoal)\sback|reduced\sthe\s(?:deficit|arrears)|a\sconsolation)\b"
)
"""What tells that either side has scored: takes `drew level` and `pulled one back`, not `led`."""

NONE_SCORED = re.compile(r"\b(?:(?:did|does)\snot\sconcede|(?:kept|keep)\sa\sclean\ssheet|without\sconceding)\b")
"""What tells that one side has not: takes `did not concede` and `kept a clean sheet`, not `conceded`."""

OF_ANOTHER_DAY = re.compile(
    r"\b(?:had|last|season|earlier|previous|since|first\sleg|ago|never|career|record|disallowed|ruled\sout|would|could|almost|nearly|tally)\b"
)
"""What tells of other games: takes `last season` and `had scored`, not `scored`."""

GOALS = 15
"""No side of a game in which goals are counted has more."""


def scores(context: CheckContext) -> Iterator[Finding]:
    """What cannot have been in a game of the only score that the article has."""
    found = [(block, match) for block in context.blocks for match in SCORE.finditer(context.text, block.start, block.end)]
    if len({match[0] for _, match in found}) != 1:
        return
    score = found[0][1]
    one, two = int(score["one"]), int(score["two"])
    for block in context.blocks:
        for place, told in _told(context, block.start, block.end):
            if told(one, two):
                continue
            here, words_ = context.at(*score.span()), context.at(*place)
            if here.start != words_.start:
                places = tuple(sorted((here, words_), key=lambda words: words.start))
                message = (
                    f"{quoted(here.text)} is the score, and {quoted(words_.text)} is told of the game; one of the two is likely a slip."
                )
                yield Finding(places, message, Severity.LOOK, near=words_)
                return


def _told(context: CheckContext, start: int, end: int) -> Iterator[tuple[tuple[int, int], Callable[[int, int], bool]]]:
    """The words of a paragraph that tell of the game, each with what its score must be."""
    for match in BY_POINTS.finditer(context.text, start, end):
        margin = match["margin"].lower()
        yield match.span(), partial(_apart, int(margin) if margin.isdigit() else _NUMBERS[margin])
    for match in _of_the_day(context, OF_ONE, start, end):
        yield match.span(), partial(_as_many, _GOALS_OF_ONE[match["told"] or match["hat"]])
    for match in _of_the_day(context, BOTH_SCORED, start, end):
        yield match.span(), _both
    for match in _of_the_day(context, NONE_SCORED, start, end):
        yield match.span(), _not_both


def _apart(margin: int, one: int, two: int) -> bool:
    return abs(one - two) == margin


def _as_many(goals: int, one: int, two: int) -> bool:
    return max(one, two) >= goals


def _both(one: int, two: int) -> bool:
    return min(one, two) > 0


def _not_both(one: int, two: int) -> bool:
    return min(one, two) == 0 or max(one, two) > GOALS


def _of_the_day(context: CheckContext, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(context.text, start, end):
        sentence = context.sentence_at(match.start())
        if OF_ANOTHER_DAY.search(context.text, sentence.start, sentence.end) is None:
            yield match
