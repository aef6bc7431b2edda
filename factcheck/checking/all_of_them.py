"""How many all of them are, told twice: "38 passengers" of a coach, and then "all 48 passengers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.model import Change, Severity

ALL = re.compile(r"\b[Aa]ll\s(?:of\s)?(?:the\s|its\s|their\s)?$")
"""What stands before the number of all of them: takes `all ` and `All of the `, not `the `."""

PART = re.compile(r"\s(?:who|that|which|whose|in|on|at|of|from|with|to|for)\b")
"""What makes them all of some only: takes ` who`, ` of` and ` from`, not `. The`."""


def all_of_them(context: CheckContext) -> Iterator[Finding]:
    """The number of all of some things, a digit away from the only other number of the same that the story has."""
    counted = [a for a in context.amounts if a.unit and not a.is_money and a.figure.change is Change.EXACT and a.figure.high is None]
    for own in counted:
        if len(own.numeral) < 2 or not ALL.search(context.text[max(own.block, own.place.start - 14) : own.place.start]):
            continue
        others = [a for a in counted if a.unit == own.unit and a is not own]
        values = {a.value for a in others}
        if len(values) != 1 or own.value in values or PART.match(context.text, own.place.end):
            continue
        one, two = own.numeral.replace(",", ""), others[0].numeral.replace(",", "")
        if len(one) == len(two) and OSA.distance(one, two) == 1 and others[0].block != own.block:
            first, second = sorted((own.place, others[0].place), key=lambda place: place.start)
            message = f"{quoted(first.text)} and {quoted(second.text)} are a digit apart, and one of them is of all; one is likely a slip."
            yield Finding((first, second), message, Severity.WARNING, near=own.place)
