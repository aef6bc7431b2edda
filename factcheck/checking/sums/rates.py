"""So much for each of some, which what they cost together and how many they are do not make: £1.2m, 60,000 journeys, £200 a journey."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checking.amounts import Amount
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.sums.prose import SHARED, finding, is_plain, is_slip, told_as, words_before
from factcheck.checking.wording import quoted
from factcheck.checking.words import stem
from factcheck.model import Severity
from factcheck.values.rounding import Bounds, bounds

FOR_EACH = re.compile(r"\s(?:an?|per|for\s(?:each|every)|each)\s(?P<what>[a-z]{3,20})\b")
"""What makes a sum that of one thing: takes ` a journey` and ` for every pupil`, not ` in all`."""

EACH_GETS = re.compile(
    r"\bEach\s(?:of\sthem\s|one\s|[a-z]{3,12}\s)?(?:will\s|is\sto\s)?(?:get|gets|got|receive|receives|received|take|takes|took)\s$"
)
"""What opens the sentence of what each gets: takes `Each will get ` and `Each of them received `, not `each gets `."""

TENS = (Decimal(10), Decimal(100), Decimal(1000))
"""A nought too many or too few makes so much of the difference."""


def rates(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """A sum for each of what is counted once, beside the only sum that they can have cost together."""
    for at, result in enumerate(passage):
        currency, what = _for_each(context, result) if is_plain(result) else ("", "")
        if not what:
            continue
        before = [a for a in passage[:at] if is_plain(a)]
        counts = [a for a in before if not a.is_money and a.value > 1 and a.unit and stem(a.unit.split()[-1]) == stem(what)]
        sums = [a for a in before if a.is_money and a.unit == currency and a.value > result.value]
        if len(counts) != 1 or len(sums) != 1 or result.sentence not in (counts[0].sentence, sums[0].sentence):
            continue
        cost, many = bounds(sums[0].figure, spare=1), bounds(counts[0].figure, spare=1)
        made = Bounds(cost.low / many.high, cost.high / many.low)
        if not made.meets(bounds(result.figure, spare=1)) and _is_slip(made, result):
            right = sums[0].value / counts[0].value
            told = f"{quoted(sums[0].place.text)} for {quoted(counts[0].place.text)} is {told_as(result, right)} each"
            own = tuple(sorted((sums[0], counts[0], result), key=lambda a: a.place.start))
            yield finding(own, told, result, Severity.WARNING)


def _for_each(context: CheckContext, amount: Amount) -> tuple[str, str]:
    """The currency of a sum for each of some, and what each is, as the figure's unit or the words behind it say."""
    currency, _, what = amount.unit.partition(" per ")
    behind = FOR_EACH.match(context.text, amount.place.end) if amount.is_money else None
    return (currency, what) if what and currency.isupper() else (amount.unit, behind["what"] if behind is not None else "")


def _is_slip(made: Bounds, result: Amount) -> bool:
    """Whether a nought, or a digit, is all that a result is off by."""
    said = bounds(result.figure, spare=1)
    scaled = (Bounds(made.low * ten, made.high * ten) for tens in TENS for ten in (tens, 1 / tens))
    return is_slip(made, result) or any(each.meets(said) for each in scaled)


def shared_out(context: CheckContext) -> Iterator[Finding]:
    """ "Eight cooks have shared £2.4 million. … Each will get £240,000": a sum, those who share it, and what each of them gets."""
    for at, result in enumerate(context.amounts):
        if not result.is_money or not is_plain(result) or not EACH_GETS.search(words_before(context, result, 40)):
            continue
        whole = next((a for a in reversed(context.amounts[:at]) if a.is_money and a.unit == result.unit and a.value > result.value), None)
        if whole is None or not is_plain(whole) or whole.sentence == result.sentence:
            continue
        sentence = context.sentence_at(whole.place.start)
        heads = [a for a in context.amounts if a.sentence == whole.sentence and not a.is_money and a.unit not in ("", "percent")]
        if len(heads) != 1 or heads[0].value < 2 or not is_plain(heads[0]) or not SHARED.search(context.text, sentence.start, sentence.end):
            continue
        cost, many = bounds(whole.figure), bounds(heads[0].figure, spare=0)
        if not Bounds(cost.low / many.high, cost.high / many.low).meets(bounds(result.figure, spare=1)):
            right = told_as(result, whole.value / heads[0].value)
            own = tuple(sorted((whole, heads[0], result), key=lambda a: a.place.start))
            yield finding(own, f"{quoted(whole.place.text)} among {quoted(heads[0].place.text)} is {right} each", result, Severity.WARNING)
