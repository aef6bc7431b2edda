"""Figures compared by their digits and by the words that stand beside them."""

from __future__ import annotations

import re
from bisect import bisect_left

from rapidfuzz.distance import OSA

from factcheck.checking.context import Context
from factcheck.model import Figure

NEAR = 8
"""How many words on either side of a figure tell what it is a figure of."""

SMALL = frozenset(
    "a an the of in on at to for and or by with from as is was were be has have had it its that this up down over under says said".split()
)
"""Words that stand beside any figure."""


def digits(figure: Figure) -> str:
    """The digits of a figure as printed."""
    return re.sub(r"\D", "", figure.text)


def one_digit_off(one: Figure, two: Figure) -> bool:
    """Whether two figures differ in one digit, or in the order of two."""
    first, second = digits(one), digits(two)
    return one.value != two.value and len(first) == len(second) and OSA.distance(first, second) == 1


def beside(context: Context, figure: Figure) -> set[str]:
    """The words near a figure, in its paragraph, that can tell what it is a figure of, in small letters and without a final s."""
    block = context.block_at(figure.start) or figure
    first = bisect_left(context.words, figure.start, key=lambda w: w.start)
    last = bisect_left(context.words, figure.end, key=lambda w: w.start)
    near = (*context.words[max(0, first - NEAR) : first], *context.words[first : last + NEAR])
    own = (word.text.lower() for word in near if block.start <= word.start < block.end and word.text.isalpha())
    return {word.removesuffix("s") for word in own if word not in SMALL}
