"""What is left when so much came in and so much went out, and what one of many brought in on average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from factcheck.checking.amounts import Amount
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.sums.prose import difference, finding, is_plain, is_slip, middle, sum_of, told_as, words_before
from factcheck.checking.wording import listed, quoted
from factcheck.language.lexicon import any_of, words
from factcheck.model import Severity
from factcheck.values.rounding import HALF, Bounds, bounds

BALANCE_BEFORE = re.compile(rf"\b(?:{any_of('numbers', 'balances')})\sof\s(?:just\s|only\s|about\s|some\s)?$", re.IGNORECASE)
"""What stands before what is left: takes `a profit of ` and `deficit of just `, not `the profit was `."""

CAME_IN = words("numbers", "came_in")
WENT_OUT = words("numbers", "went_out")

NEAR = 5
"""So many words on either side of a sum tell whether it came in or went out."""

THE_REST = re.compile(r"\b[Tt]he\s(?:other|others,|remaining|rest,)\s$")
"""What stands before what is left of a whole: takes `The other ` and `the remaining `, not `another `."""

OF_THESE = re.compile(r"Of\s(?:these|those|them|whom|the\s[a-z]+)\b")
"""What opens the parts of a whole told before: takes `Of these, ` and `Of those who`, not `Some of`."""

AVERAGE_BEFORE = re.compile(r"\b(?:an|the)\saverage\s(?:of\s)?(?:just\s|only\s|about\s|some\s)?$", re.IGNORECASE)
"""What stands before an average: takes `an average of ` and `the average `, not `on average they `."""

EACH = re.compile(r"\s(?:each|apiece|a\shead|per\s[a-z]{3,12}|for\s(?:each|every)\b)")
"""What makes a sum that of one of many: takes ` each` and ` per runner`, not ` in all`."""

FAR = Decimal("1.3")
"""How many times too great or small what an average makes must be, at least, before the figures are of one sum and one is a slip."""


def balances(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "took in $86m and spent $79m, leaving a profit of $9m": what came in and what went out, which are another sum apart."""
    for at, result in enumerate(passage):
        if not result.is_money or not is_plain(result) or not BALANCE_BEFORE.search(words_before(context, result, 40)):
            continue
        sums = [a for a in passage[:at] if a.unit == result.unit and is_plain(a)][-2:]
        if len(sums) < 2 or not any(_is(one, CAME_IN) and _is(two, WENT_OUT) for one, two in permutations(sums)):
            continue
        made = difference(*sums)
        if not made.meets(bounds(result.figure, spare=HALF)) and is_slip(made, result):
            told = f"{quoted(sums[0].place.text)} and {quoted(sums[1].place.text)} are {told_as(result, middle(made))} apart"
            yield finding((*sums, result), told, result)


def _is(amount: Amount, kind: frozenset[str]) -> bool:
    return bool(kind & {*amount.left[:NEAR], *amount.right[:1]})


def rests(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "… traced 1,200 teachers. Of these, 512 …, 148 … and 420 …. The other 180 …": a whole, its parts, and the rest of it."""
    for at, rest in enumerate(passage):
        if not THE_REST.search(words_before(context, rest, 20)) or not is_plain(rest):
            continue
        first = _first_part(context, passage[:at], rest)
        own = (*passage[first:at], rest)
        if not first or len(own) < 3 or any(a.sentence != own[0].sentence or not is_plain(a) for a in own[:-1]):
            continue
        whole, made = passage[first - 1], sum_of(own)
        alike = whole.unit == rest.unit if rest.is_money else not whole.is_money and whole.value == int(whole.value)
        counted = alike and len({a.is_money for a in own}) == 1 and "percent" not in {a.unit for a in own} and is_plain(whole)
        if counted and not made.meets(bounds(whole.figure, spare=0)) and is_slip(made, whole):
            told = f"{listed(quoted(a.place.text) for a in own)} make {told_as(whole, middle(made))}"
            yield finding((whole, *own), told, whole, Severity.LOOK)


def _first_part(context: CheckContext, before: Sequence[Amount], rest: Amount) -> int:
    """Where the parts begin, behind their whole: with "Of these", or with the sentence of the rest where those are sums of money."""
    told = next((n for n, a in enumerate(before) if OF_THESE.match(context.text, a.sentence, a.place.start)), 0)
    return told or next((n for n, a in enumerate(before) if rest.is_money and a.is_money and a.sentence == rest.sentence), 0)


def averages(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "The 2,400 who finished brought in £480,000, an average of £2,000 each": so many, a sum, and what one of them makes of it."""
    for at, result in enumerate(passage):
        if at < 2 or not result.is_money or not is_plain(result) or not AVERAGE_BEFORE.search(words_before(context, result, 30)):
            continue
        whole = passage[at - 1]
        heads = [a for a in passage[: at - 1] if not a.is_money and a.unit != "percent" and is_plain(a) and a.value > 1]
        if whole.unit != result.unit or not is_plain(whole) or len(heads) != 1 or not EACH.match(context.text, result.place.end):
            continue
        total, many = bounds(whole.figure, spare=1), bounds(heads[0].figure, spare=1)
        if many.low <= 0:
            continue
        made = Bounds(total.low / many.high, total.high / many.low)
        right = whole.value / heads[0].value
        apart = max(right, result.value) / min(right, result.value)
        if not made.meets(bounds(result.figure, spare=1)) and apart >= FAR and is_power(apart):
            told = f"{quoted(whole.place.text)} among {quoted(heads[0].place.text)} is {told_as(result, right)} each"
            yield finding((heads[0], whole, result), told, result)


def is_power(apart: Decimal) -> bool:
    """Whether two results that are so many times apart have the same digits behind one nought too many or too few, or two, or three."""
    return any(abs(apart / Decimal(10) ** n - 1) < Decimal("0.05") for n in (1, 2, 3))
