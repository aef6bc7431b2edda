"""`headline`: a figure in the headline that the body has with another digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import Context
from factcheck.checking.digits import beside, digits, one_digit_off
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.model import Block, BlockRole, Figure, Severity
from factcheck.values import find_figures

SHARED = 2
"""So many of them must stand beside both figures."""

LONGEST = 120
"""No headline has more code points."""

FEWEST = 4
"""In fewer parts than these, a short first line may be all there is."""

OPENING = 4
"""The story is told in the headline and in so many paragraphs of it."""

MOST = 5
"""No headline has more figures that matter."""


def find(context: Context) -> Iterator[Finding]:
    """Figures of the headline that no figure of the body is, while one of the same unit, beside the same words, is one digit away."""
    first = _headline(context)
    if first is None:
        return
    own = [f for f in find_figures(context.article.words(first)) if f.high is None and len(digits(f)) >= 2][:MOST]
    if not own:
        return
    body = [f for f in context.figures if f.start >= first.end]
    values = {f.value for f in body} | {f.high for f in body if f.high is not None}
    said = set(re.findall(r"\d+", context.text[first.end :]))
    for figure in own:
        if figure.value in values or digits(figure) in said:
            continue
        placed = figure.model_copy(update={"start": figure.start + first.start, "end": figure.end + first.start})
        other = next((f for f in body if _alike(placed, f) and _one_thing(context, placed, f, body)), None)
        if other is not None:
            places = (context.at(placed.start, placed.end), context.at(other.start, other.end))
            line = "headline" if first.role is BlockRole.HEADLINE else "first line"
            both = f"The {line} has {quoted(places[0].text)} where the body has {quoted(places[1].text)}"
            message = f"{both} beside the same words, and the two are one digit apart; one of them is likely a slip."
            yield Finding(places, message, Severity.WARNING)


def _headline(context: Context) -> Block | None:
    """The headline; where none was told from the story, its first line when that is short and more follows it."""
    known = next(iter(context.article.blocks_of(BlockRole.HEADLINE)), None)
    if known is not None or len(context.blocks) < FEWEST:
        return known
    first = context.blocks[0]
    return first if first.end - first.start <= LONGEST and first.role is BlockRole.BODY else None


def _alike(headline: Figure, other: Figure) -> bool:
    """Whether the two may be one figure: of one unit, or one of them without, and a digit apart."""
    same = headline.unit == other.unit or headline.unit is None or other.unit is None
    return same and other.high is None and one_digit_off(headline, other)


def _one_thing(context: Context, headline: Figure, other: Figure, body: list[Figure]) -> bool:
    """Whether the two are likely one figure: the same words stand beside both, or the story comes back to it, or opens with it."""
    shared = len(beside(context, headline) & beside(context, other))
    again = sum(f.value == other.value for f in body) > 1
    opens = context.text.count("\n\n", 0, other.start) <= OPENING and headline.unit == other.unit
    return shared >= SHARED or (shared == 1 and (again or opens))


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
