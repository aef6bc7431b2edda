"""`figure-conflict`: one thing with two figures, of which one has another scale, another currency, or digits that changed places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.checking.amounts import Amount
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.model import Severity


def find(context: CheckContext) -> Iterator[Finding]:
    """Pairs of figures that would be one but for the scale, the currency or the order of the digits, and stand beside the same words."""
    flagged: set[int] = set()
    for one, two in combinations(context.amounts, 2):
        if one.sentence == two.sentence or flagged & {one.place.start, two.place.start}:
            continue
        if (told := _apart(one, two)) is not None:
            flagged |= {one.place.start, two.place.start}
            severity, what = told
            message = f"{quoted(one.place.text)} and {quoted(two.place.text)} {what}; if they are one thing, one of the two is a slip."
            yield Finding((one.place, two.place), message, severity, near=two.place)


def _apart(one: Amount, two: Amount) -> tuple[Severity, str] | None:
    """How two figures differ that are likely one, and how sure that is."""
    if not one.numeral or not two.numeral or one.figure.high or two.figure.high:
        return None
    shared = len(one.beside & two.beside)
    digits = min(one.significant, two.significant)
    if one.numeral == two.numeral:
        if one.unit == two.unit and one.scale != two.scale and min(one.scale, two.scale) >= 3 and shared + digits >= 3:
            return Severity.WARNING, "are the same number in another scale, beside the same words"
        if one.is_money and two.is_money and one.unit != two.unit and one.scale == two.scale and shared + digits >= 3:
            return Severity.WARNING, "are the same number in another currency, beside the same words"
        return None
    swapped = digits >= 3 and sorted(one.numeral) == sorted(two.numeral) and one.unit == two.unit and one.scale == two.scale
    if swapped and shared + bool(one.unit and not one.is_money) >= 2:
        return Severity.LOOK, "have the same digits in another order, beside the same words"
    return None


CHECK = Check(
    id="figure-conflict",
    looks_for="one thing with two figures: another scale, another currency, or digits that changed places",
    rule="Reuters Handbook of Journalism, 'numbers': a figure is the same wherever it stands in a story; "
    "million for billion and the wrong currency are what papers correct most",
    find=find,
    catches=(
        Example("Port grows\n\nThe port got a $30 billion loan from the bank.\n\nIt rained.\n\nThe bank got its $30 million loan back.\n"),
        Example("Hall sold\n\nThe hall was sold for £4.5m to a hotel firm.\n\nThe sale for €4.5m of the hall pleased the firm.\n"),
        Example("Ferry aground\n\nThe ferry took 326 passengers to Dunmore.\n\nIt rained.\n\nThe ferry put 362 passengers ashore there.\n"),
    ),
    passes=(
        Example("Port grows\n\nThe port got a $30 million loan, and wants $30 billion of trade by 2040.\n"),
        Example("Hall sold\n\nThe hall was sold for £4.5m.\n\nA barn in Cork fetched €4.6m, a record for barns.\n"),
        Example("Ferry aground\n\nThe ferry took 326 passengers to Dunmore and 362 passengers to Hadley.\n"),
    ),
)
