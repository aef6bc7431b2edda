"""A change that is told as a rise while its figures fall, or as a fall while they rise: "rose to 4.1 per cent from 4.4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.sums.changes import DIRECTIONS, Told, alike, outside_brackets, scales_apart, told_changes
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of
from factcheck.model import Change, Figure, Severity, Span

MOVED = re.compile(
    r"\b(?P<word>[a-z]{2,12})\s(?:(?:back|again|slightly|sharply|steadily|slowly|only|just)\s)?(?:from|to)\s"
    r"(?:(?:about|around|some|just|only|over|under|nearly|almost|a|an|the)\s){0,2}$"
)
"""What stands before the first figure of a change: takes `rose to ` and `fell back from about `, not `rose, to `."""

FROM = re.compile(
    r",?\s(?:[a-z]+\s){0,2}?(?P<word>up|down)\s(?:slightly\s|sharply\s)?from\s"
    r"(?:(?:about|around|some|just|only|nearly|almost|a|an|the)\s){0,2}"
)
"""What stands between a figure and an earlier one: takes `, up from ` and ` a day, down sharply from about `, not ` and from `."""

UPSIDE_DOWN = re.compile(rf"\b(?:{any_of('contrasts', 'told_upside_down')})\b", re.IGNORECASE)
"""What grows while its figure falls: takes `ranking` and `losses`, not `sales`."""


def turned(context: CheckContext, sentence: Span, figures: list[Figure]) -> Iterator[Finding]:
    """Changes whose direction in words is not that of their figures."""
    if UPSIDE_DOWN.search(context.text, sentence.start, sentence.end):
        return
    own = [figure for figure in outside_brackets(context, sentence, figures) if figure.change in (Change.EXACT, Change.UP, Change.DOWN)]
    for word, change in (*_moves(context, sentence, own), *_compared(context, own)):
        sign = DIRECTIONS.get(word, 0)
        if sign * (change.new.value - change.old.value) < 0 and _is_measured(change) and not scales_apart(change):
            places = tuple(context.at(f.start, f.end) for f in sorted((change.old, change.new), key=lambda f: f.start))
            how = "more" if change.new.value > change.old.value else "less"
            told = f"{quoted(change.new.text)} is {how} than {quoted(change.old.text)}"
            message = f"{told}, and the text says {quoted(word)}; one of them is likely a slip."
            yield Finding(places, message, Severity.WARNING, near=places[0])


def _moves(context: CheckContext, sentence: Span, figures: list[Figure]) -> Iterator[tuple[str, Told]]:
    """The changes told by two figures, each with the verb or noun right before them."""
    for change in told_changes(context, sentence, figures):
        before = MOVED.search(context.text[max(sentence.start, change.start - 60) : change.start])
        if before is not None:
            yield before["word"], change


def _compared(context: CheckContext, figures: list[Figure]) -> Iterator[tuple[str, Told]]:
    """Figures with that of an earlier time behind them: "4.1 per cent, up from 4.4"."""
    for new, old in pairwise(figures):
        between = FROM.fullmatch(context.text, new.end, old.start)
        if between is not None and alike(new, old) and new.high is None and old.high is None:
            yield between["word"], Told(old, new, new.start, old.end)


def _is_measured(change: Told) -> bool:
    """Whether the figures are so many of something: a bare number may be a place in a table, of which the first is the highest."""
    return None not in (change.old.unit, change.new.unit) or "percent" in (change.old.unit, change.new.unit)
