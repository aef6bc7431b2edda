"""`headline`: a figure in the headline that the body has with another digit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from factcheck.checking.context import Context
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.model import BlockRole, Figure, Severity
from factcheck.values import find_figures

NEAR = 8
"""How many words on either side of a figure tell what it is a figure of."""

SHARED = 2
"""So many of them must stand beside both figures."""

MOST = 5
"""No headline has more figures that matter."""

SMALL = frozenset(
    "a an the of in on at to for and or by with from as is was were be has have had it its that this up down over under says said".split()
)
"""Words that stand beside any figure."""


def find(context: Context) -> Iterator[Finding]:
    """Figures of the headline that no figure of the body is, while one of the same unit, beside the same words, is one digit away."""
    headlines = list(context.article.blocks_of(BlockRole.HEADLINE))
    if not headlines:
        return
    first = headlines[0]
    own = [f for f in find_figures(context.article.words(first)) if f.high is None and len(_digits(f)) >= 2][:MOST]
    if not own:
        return
    body = [f for f in context.figures if f.start >= first.end]
    values = {f.value for f in body} | {f.high for f in body if f.high is not None}
    said = set(re.findall(r"\d+", context.text[first.end :]))
    for figure in own:
        if figure.value in values or _digits(figure) in said:
            continue
        placed = figure.model_copy(update={"start": figure.start + first.start, "end": figure.end + first.start})
        other = next((f for f in body if _one_digit_off(placed, f) and len(_beside(context, placed) & _beside(context, f)) >= SHARED), None)
        if other is not None:
            places = (context.at(placed.start, placed.end), context.at(other.start, other.end))
            both = f"The headline has {quoted(places[0].text)} where the body has {quoted(places[1].text)}"
            message = f"{both} beside the same words, and the two are one digit apart; one of them is likely a slip."
            yield Finding(places, message, Severity.WARNING)


def _digits(figure: Figure) -> str:
    return re.sub(r"\D", "", figure.text)


def _one_digit_off(one: Figure, two: Figure) -> bool:
    """Whether two figures of one unit differ in one digit, or in the order of two."""
    first, second = _digits(one), _digits(two)
    return one.unit == two.unit and two.high is None and len(first) == len(second) and OSA.distance(first, second) == 1


def _beside(context: Context, figure: Figure) -> set[str]:
    """The words near a figure, in its paragraph, that can tell what it is a figure of."""
    block = context.block_at(figure.start) or figure
    first = bisect_left(context.words, figure.start, key=lambda w: w.start)
    last = bisect_left(context.words, figure.end, key=lambda w: w.start)
    near = (*context.words[max(0, first - NEAR) : first], *context.words[first : last + NEAR])
    own = (word.text.lower() for word in near if block.start <= word.start < block.end and word.text.isalpha())
    return {word.removesuffix("s") for word in own if word not in SMALL}


CHECK = Check(
    id="headline",
    looks_for="a figure in the headline that the body has with another digit",
    rule="Reuters Handbook of Journalism, 'headlines': what the headline says must stand in the story; "
    "digits swapped or struck wrong (Damerau 1964)",
    find=find,
    catches=(
        Example("Ferry takes 86 passengers off reef\n\nThe Lady Anne took 68 passengers off the reef at Dunmore. Nobody was hurt.\n"),
        Example("Mill sold for £35m\n\nThe old mill has been sold for £53m. The mill sold before for less.\n"),
        Example("Storm fells 240 trees in park\n\nA storm in the night felled 340 trees in the park. The warden was sad.\n"),
    ),
    passes=(
        Example("Ferry takes 68 passengers off reef\n\nThe Lady Anne took 68 passengers off the reef at Dunmore, and 86 bags.\n"),
        Example("Mill sold for £50m\n\nThe old mill has been sold for £49.6m. A barn was sold for £51,000.\n"),
        Example("Storm fells 240 oaks\n\nA storm in the night felled 240 oaks in the park. Another took 340 elms.\n"),
    ),
)
