"""Word by word, whether an article is checked: as checkers tick each word off on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from factcheck.model.article import BlockRole
from factcheck.model.base import Span, Tabled
from factcheck.model.case import Case

READ = (
    BlockRole.HEADLINE, BlockRole.STANDFIRST, BlockRole.BODY, BlockRole.CAPTION, BlockRole.TABLE, BlockRole.FOREIGN,
)  # fmt: skip
"""The parts of an article of which every word is to be ticked off."""

_WORD = re.compile(r"\w+(?:[.,:'’\-]\w+)*")


class TickRow(NamedTuple):
    """What a tick says of words, and whether somebody still has to look at them."""

    meaning: str
    open: bool


class Tick(Tabled):
    """How far words are checked."""

    row: TickRow

    DECIDED = "decided", TickRow("in a claim that is decided", open=False)
    OPEN = "open", TickRow("in a claim that is still open", open=True)
    WAIVED = "waived", TickRow("passed without checking by somebody, with a reason", open=False)
    NONE = "in no claim", TickRow("in no claim", open=True)


class Stretch(Span):
    """Words that stand together and have the same tick."""

    tick: Tick


def stretches(case: Case) -> list[Stretch]:
    """Every word of the article but its furniture, notes, bylines and datelines, in order, in runs of the same tick within a block.

    Words in several claims are decided when all of those are; words in a claim need no waiver.
    """
    spans = sorted((claim.start, claim.end, claim.standing().open) for claim in case.claims if claim.part_of is None)
    waived = [(waiver.start, waiver.end) for waiver in case.waivers]
    found: list[Stretch] = []
    at = 0
    running: list[tuple[int, int, bool]] = []
    for block in case.article.blocks_of(*READ):
        ticked = []
        for word in _WORD.finditer(case.article.text, block.start, block.end):
            start, end = word.span()
            while at < len(spans) and spans[at][0] < end:
                running.append(spans[at])
                at += 1
            running = [span for span in running if span[1] > start]
            ticked.append((_tick([is_open for _, _, is_open in running], any(a < end and start < b for a, b in waived)), start, end))
        found += _runs(ticked)
    return found


def words_by_tick(case: Case, ticked: Iterable[Stretch] | None = None) -> dict[Tick, int]:
    """How many words of the article have each tick; `ticked` are its stretches, where these are known."""
    counts = dict.fromkeys(Tick, 0)
    for one in stretches(case) if ticked is None else ticked:
        counts[one.tick] += len(_WORD.findall(case.article.text, one.start, one.end))
    return counts


def _tick(open_ones: list[bool], waived: bool) -> Tick:
    if open_ones:
        return Tick.OPEN if any(open_ones) else Tick.DECIDED
    return Tick.WAIVED if waived else Tick.NONE


def _runs(ticked: list[tuple[Tick, int, int]]) -> Iterator[Stretch]:
    for tick, run in groupby(ticked, key=lambda word: word[0]):
        words = list(run)
        yield Stretch(start=words[0][1], end=words[-1][2], tick=tick)
