"""A large number of the headline that the story has nowhere, where it opens with one other of its kind: 30,000 and "about 13,000"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checking.amounts import Amount, adds_up
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.model import Block, Change, Severity
from factcheck.values.rounding import bounds

LARGE = Decimal(1000)
"""A number that is as large is seldom told twice of two things in a headline and an opening."""

NEAR = Decimal(10)
"""Numbers that are so many times apart are of two things."""


def headline_values(context: CheckContext, first: Block) -> Iterator[Finding]:
    """The only large number of a headline, where no figure of the story, and no sum of some, can be it."""
    own = [a for a in context.amounts if a.block == first.start and _is_large(a)]
    story = [a for a in context.amounts if a.block > first.start]
    if len(own) != 1:
        return
    above = own[0]
    alike = [a for a in story if _is_large(a) and a.is_money == above.is_money and (not a.is_money or a.unit == above.unit)]
    opening = {block.start for block in context.opening}
    early = [a for a in alike if a.block in opening]
    if len({a.value for a in early}) != 1 or max(early[0].value, above.value) > NEAR * min(early[0].value, above.value):
        return
    told = any(bounds(a.figure, spare=1).meets(bounds(above.figure, spare=1)) for a in story)
    if not told and not early[0].is_over and not adds_up(above, alike) and not adds_up(early[0], [above, *alike[1:]]):
        opens = f"and the story opens with {quoted(early[0].place.text)}"
        message = f"The headline has {quoted(above.place.text)}, which the story has nowhere, {opens}."
        yield Finding((above.place, early[0].place), message, Severity.LOOK, near=above.place)


def _is_large(amount: Amount) -> bool:
    exact = amount.figure.high is None and amount.figure.change in (Change.EXACT, Change.ABOUT)
    return exact and amount.value >= LARGE and amount.unit != "percent" and bool(amount.numeral)
