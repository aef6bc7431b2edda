"""`headline`: a figure in the headline that the body has with another digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.numerals import Numeral, numerals, one_digit_off
from factcheck.checking.wording import quoted
from factcheck.model import BlockRole, Severity
from factcheck.values import find_figures

SHARED = 2
"""So many of them must stand beside both figures."""

OPENING = 4
"""The story is told in the headline and in so many paragraphs of it."""

MOST = 5
"""No headline has more figures that matter."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Numbers of the headline that stand nowhere in the body, while one of the same unit, beside the same words, is one digit away."""
    first = context.headline
    if first is None:
        return
    own = [n for n in numerals(context, [first]) if len(n.digits) >= 2][:MOST]
    if not own:
        return
    body = numerals(context, [block for block in context.blocks if block.start >= first.end])
    values = {f.value for f in context.figures if f.start >= first.end}
    said = set(re.findall(r"\d+", context.text[first.end :])) | {n.digits for n in body}
    for numeral in own:
        if numeral.digits in said or {f.value for f in find_figures(numeral.place.text)} & values:
            continue
        other = next((n for n in body if _alike(numeral, n) and _one_thing(numeral, n, body)), None)
        if other is not None:
            places = (numeral.place, other.place)
            line = "headline" if first.role is BlockRole.HEADLINE else "first line"
            both = f"The {line} has {quoted(places[0].text)} where the body has {quoted(places[1].text)}"
            message = f"{both} beside the same words, and the two are one digit apart; one of them is likely a slip."
            yield Finding(places, message, Severity.WARNING)


def _alike(headline: Numeral, other: Numeral) -> bool:
    """Whether the two may be one number: of one unit, or one of them without, and a digit apart."""
    one_unit = all(a == b or not a or not b for a, b in zip(headline.unit, other.unit, strict=True))
    return one_unit and one_digit_off(headline, other)


def _one_thing(headline: Numeral, other: Numeral, body: list[Numeral]) -> bool:
    """Whether the two are likely one number: the same words stand beside both, or the story comes back to it, or opens with it."""
    shared = len(headline.beside & other.beside)
    again = sum(n.digits == other.digits for n in body) > 1
    return shared >= SHARED or (shared == 1 and (again or other.paragraph < OPENING))


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
