"""The figures of an article as they can be compared: value, unit, the numeral printed, what stands beside them, and in which sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations, islice
from typing import TYPE_CHECKING

from factcheck.checking.words import SMALL, stem
from factcheck.language.lexicon import meanings, words
from factcheck.model import BlockRole, Figure, Words
from factcheck.values import find_figures
from factcheck.values.rounding import workable

if TYPE_CHECKING:
    from factcheck.checking.context import CheckContext

NUMERAL = re.compile(r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?")
"""The digits of a figure as they are printed: takes the `1,200` and the `3.05` of `$3.05m`, not `twelve`."""

BESIDE = 8
"""So many words on either side of a figure, in its sentence, tell what it is a figure of."""

REACH = 90
"""Code points on either side of a figure in which those words are looked for."""

MOST = 400
"""Figures of one article that are compared with one another."""

THOUSAND = 3
"""The least power of ten that a word makes of a number."""


EVENTS: dict[str, str] = meanings("contrasts", "events")
"""Kinds of what befalls people, by the words that tell it."""

EVENT_NEAR = 4
"""So many words beside a figure tell what befell those whom it counts."""

BACK = words("contrasts", "back_again")
"""Stems beside a number of those for which something is over: a part of those that it befell."""

PARTS = 6
"""So many figures of a story may be parts of another."""


@dataclass(frozen=True)
class Amount:
    """A figure with its place in the article.

    `numeral` is the number as it is printed, empty where it stands in words; `left` and `right` are the stems of the words beside
    it in its sentence, the nearest first; `sentence` and `block` are the offsets at which these begin.
    """

    figure: Figure
    place: Words
    numeral: str
    sentence: int
    block: int
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def value(self) -> Decimal:
        """The value, the lower one of a range."""
        return self.figure.value

    @property
    def unit(self) -> str:
        """What it counts or is counted in; nothing for a bare number."""
        return self.figure.unit or ""

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return len(self.unit) == len("GBP") and self.unit.isupper()

    @cached_property
    def scale(self) -> int:
        """The power of ten that a word or letter gives the numeral: 9 in "$30 billion" and "30bn", 0 in "30,000"."""
        printed = Decimal(self.numeral.replace(",", "") or 0)
        if not printed:
            return 0
        times = abs(self.value) / printed
        power = times.adjusted()
        return power if power >= THOUSAND and times == Decimal(10) ** power else 0

    @cached_property
    def significant(self) -> int:
        """How many digits the numeral has without the noughts at its ends: 2 in "1,500" and "0.45"."""
        return len(self.numeral.replace(",", "").replace(".", "").strip("0"))

    @cached_property
    def beside(self) -> frozenset[str]:
        """The stems beside it that can tell what it is a figure of."""
        return frozenset({*self.left, *self.right} - SMALL)

    @cached_property
    def is_over(self) -> bool:
        """Whether the words beside it tell that what befell those whom it counts is over: power is back in 14,000 homes."""
        return bool(BACK & {*self.left, *self.right})

    @cached_property
    def events(self) -> frozenset[str]:
        """What befell those whom the figure counts, by the words right beside it."""
        near = (*self.left[:EVENT_NEAR], *self.right[:EVENT_NEAR], *(stem(word) for word in self.unit.split()))
        return frozenset(EVENTS[word] for word in near if word in EVENTS)


def adds_up(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether two or three of some figures make another: "nine at the scene and two in hospital" are eleven."""
    values = [part.value for part in parts[:PARTS]]
    return any(sum(some) == whole.value for n in (2, 3) for some in combinations(values, n))


def amounts(context: CheckContext) -> tuple[Amount, ...]:
    """The figures of the parts that are checked, in order, those of headlines and standfirsts too."""
    figures = [figure for figure in (*context.figures, *_above(context)) if workable(figure)]
    figures.sort(key=lambda figure: (figure.start, -figure.end))
    return tuple(islice(_amounts(context, figures), MOST))


def _above(context: CheckContext) -> Iterator[Figure]:
    """The figures of the parts of which no claim is made."""
    known = {figure.start for figure in context.figures}
    for block in context.blocks:
        if block.role in (BlockRole.BODY, BlockRole.CAPTION):
            continue
        for figure in find_figures(context.text[block.start : block.end]):
            moved = figure.model_copy(update={"start": figure.start + block.start, "end": figure.end + block.start})
            if moved.start not in known:
                yield moved


def _amounts(context: CheckContext, figures: list[Figure]) -> Iterator[Amount]:
    last = -1
    for figure in figures:
        block = context.block_at(figure.start)
        if block is None or figure.start < last:
            continue
        last = figure.end
        place, numeral = context.at(figure.start, figure.end), NUMERAL.search(figure.text)
        left, right = context.stems_beside(place, BESIDE, REACH)
        sentence = context.sentence_at(figure.start)
        yield Amount(figure, place, numeral[0] if numeral else "", sentence.start, block.start, left, right)
