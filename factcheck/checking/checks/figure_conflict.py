"""`figure-conflict`: one thing with two figures: in different scales (million, billion), currencies or measures, or with digits swapped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations

from factcheck.checking.all_of_them import all_of_them
from factcheck.checking.amounts import EVENTS, Amount, adds_up
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of, words
from factcheck.model import Change, Severity
from factcheck.values import measure_of
from factcheck.values.rounding import bounds

OLD = 60
"""What was longer ago than so many days is another thing than the story's."""

TOLLS = frozenset({"death", "injury", "missing"})
WHEN = words("contrasts", "when")
"""Words beside a figure that say when, and not what it is a figure of."""

_DEALS = any_of("contrasts", "deals")

KNOWN = re.compile(rf"\b(?:the|that|this)\s$|(?:^|[.!?”\"]\s|[“\"])At\s$|\b(?:the|its|this)\s(?:{_DEALS}),\s$", re.IGNORECASE)
"""What stands before a figure that the reader knows: takes `of the `, `. At `, `The price, ` and `That `, not `their `."""

ALONE = re.compile(rf"\s?[,.;:]|\s(?:{any_of('contrasts', 'behind_a_known_figure')}|(?:[a-z-]{{2,15}}\s)?(?:{_DEALS}))\b")
"""What stands behind a figure that tells of nothing else: takes ` will go`, `, and` and ` loan`, not ` company`."""

PRICE = re.compile(rf"\b[Tt]he\s(?:{_DEALS})\sof\s$")
"""What stands before a sum that the reader knows: takes `The price of ` and `the fine of `, not `a price of `."""

OF_ANOTHER = re.compile(rf"-?\s(?:[a-z-]{{2,15}}\s)?(?:{any_of('contrasts', 'worth_so_much')})\b")
"""What is worth so much behind a figure, and is no sum that somebody pays: takes ` company` and ` global market`, not ` loan`."""

RELATIVE = re.compile(r"\s(?:that|which|they|he|she|it|we)\b")
"""What may tell a figure for the first time: takes ` that` and ` they`, not ` will`."""

ENOUGH = 3
"""So many words that stand beside both, and digits of which they are made, make two figures one; that the later is known counts as one."""

BY_ITSELF = 2
"""So many digits seldom stand twice by chance, where two sums differ in their scale or currency alone."""

NOUGHTS = (10, 100, 1000)

PERIODS = words("numbers", "periods")
"""What so much is earned, paid or charged for."""

PEOPLE = words("contrasts", "people") | words("contrasts", "kinds") | {""}
"""Nouns of people that a number counts."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Pairs of figures that would be one but for the scale, the currency or the order of the digits, and stand beside the same words."""
    flagged: set[int] = set()
    alike: dict[str, list[Amount]] = defaultdict(list)
    for amount in context.amounts:
        if amount.numeral:
            alike["".join(sorted(amount.numeral))].append(amount)
    for one, two in chain.from_iterable(combinations(group, 2) for group in alike.values()):
        if one.sentence == two.sentence or flagged & {one.place.start, two.place.start}:
            continue
        if (told := _apart(context, one, two)) is not None:
            flagged |= {one.place.start, two.place.start}
            severity, what = told
            message = f"{quoted(one.place.text)} and {quoted(two.place.text)} {what}; if they are one thing, one of the two is a slip."
            yield Finding((one.place, two.place), message, severity, near=two.place)
    yield from _tolls(context)
    yield from _noughts(context)
    yield from all_of_them(context)


def _noughts(context: CheckContext) -> Iterator[Finding]:
    """A figure of the headline that the story has nowhere, while it has the same with a nought more or fewer: £340m, and "the £34m"."""
    own = [a for a in context.amounts if context.in_headline(a.place) and a.significant >= BY_ITSELF and a.unit]
    for above in own:
        below = [a for a in context.amounts if not context.in_headline(a.place) and (a.unit, a.scale) == (above.unit, above.scale)]
        if any(bounds(a.figure).meets(bounds(above.figure)) for a in below):
            continue
        other = next((a for a in below if max(a.value, above.value) in (min(a.value, above.value) * ten for ten in NOUGHTS)), None)
        if other is not None:
            message = f"The headline has {quoted(above.place.text)} where the story has {quoted(other.place.text)}, a nought away."
            yield Finding((above.place, other.place), message, Severity.WARNING, near=other.place)


def _tolls(context: CheckContext) -> Iterator[Finding]:
    """The dead, hurt or missing of the story's opening, of whom it has another number further on and never that one again."""
    opening = {block.start for block in context.opening}
    body = {block.start for block in context.body}
    told = (a for a in context.amounts if a.events & TOLLS and a.unit in PEOPLE and a.figure.change is Change.EXACT)
    people = [a for a in told if a.block in body]
    for own in people:
        alike = [
            a
            for a in people
            if a.events & own.events & TOLLS
            and a.sentence != own.sentence
            and a.beside & own.beside - set(EVENTS)
            and not _is_old(context, a)
        ]
        if own.block not in opening or not alike or adds_up(own, alike) or any(adds_up(a, [b for b in people if b != a]) for a in alike):
            continue
        if not any(bounds(a.figure).meets(bounds(own.figure)) for a in context.amounts if a is not own):
            both = f"{quoted(own.place.text)} and {quoted(alike[0].place.text)}"
            message = f"{both} stand beside the same words; if they count the same people, one of the two is a slip."
            yield Finding((own.place, alike[0].place), message, Severity.LOOK, near=alike[0].place)
            return


def _is_old(context: CheckContext, amount: Amount) -> bool:
    """Whether the sentence of a figure tells of another day, long before."""
    published = context.article.published_day
    if published is None:
        return False
    sentence = context.sentence_at(amount.place.start)
    dates = (d for d in context.dates if sentence.start <= d.start < sentence.end and d.latest is not None)
    return any(d.latest is not None and (published - d.latest).days > OLD for d in dates)


def _apart(context: CheckContext, one: Amount, two: Amount) -> tuple[Severity, str] | None:
    """How two figures of the same digits differ that are likely one, and how sure that is."""
    if one.figure.high or two.figure.high:
        return None
    shared = len((one.beside & two.beside) - WHEN)
    digits = min(one.significant, two.significant)
    if one.numeral == two.numeral:
        what = _other_kind(one, two)
        if what is None:
            return None
        known = _is_known(context, two, shared)
        if shared + digits + known >= ENOUGH:
            return Severity.WARNING, f"are the same number in another {what}, {'told as known' if known else 'beside the same words'}"
        return (Severity.LOOK, f"are the same number in another {what}") if digits >= BY_ITSELF and not _is_new(context, two) else None
    swapped = digits >= 3 and one.unit == two.unit and one.scale == two.scale
    if swapped and (shared >= 2 or (one.unit and not one.is_money) or _is_price(context, two)):
        return Severity.LOOK, f"have the same digits in another order, {'beside the same words' if shared >= 2 else 'of the same thing'}"
    return None


def _is_price(context: CheckContext, amount: Amount) -> bool:
    """Whether a figure is told as the price or the sum that the reader knows: "the price of $4,870,000"."""
    return PRICE.search(context.text[max(amount.block, amount.place.start - 24) : amount.place.start]) is not None


def _is_new(context: CheckContext, amount: Amount) -> bool:
    """Whether a figure tells of something for the first time: what is worth so much, or the sum that somebody does something with."""
    after = amount.place.end
    return any(pattern.match(context.text, after) is not None for pattern in (OF_ANOTHER, RELATIVE))


def _other_kind(one: Amount, two: Amount) -> str | None:
    """In what two figures of one numeral differ that may be one thing; None where they are equal, or no slip makes one of the other."""
    if one.unit == two.unit:
        return "scale" if one.scale != two.scale and min(one.scale, two.scale) >= 3 else None
    if one.is_money and two.is_money:
        return "currency" if one.scale == two.scale else None
    if _of_periods(one, two):
        return "period" if min(one.significant, two.significant) >= BY_ITSELF else None
    first, second = measure_of(one.unit), measure_of(two.unit)
    of_one_kind = first is not None and second is not None and first.base == second.base and first != second
    return "measure" if of_one_kind and min(one.significant, two.significant) >= 2 else None


def _of_periods(one: Amount, two: Amount) -> bool:
    """Whether two sums are so much a week and so much a month."""
    (first, _, each), (second, _, other) = (amount.unit.partition(" per ") for amount in (one, two))
    return first == second and each != other and {each, other} <= PERIODS


def _is_known(context: CheckContext, amount: Amount, shared: int) -> bool:
    """Whether a figure is told as one that the reader has met: "half of the $310 million", with no noun behind it.

    "The $25 million that the state adds" may be told for the first time, where no word beside it stands beside the other.
    """
    before = context.text[max(amount.block, amount.place.start - 24) : amount.place.start]
    block = context.block_at(amount.place.start)
    alone = block is not None and (amount.place.end == block.end or ALONE.match(context.text, amount.place.end, block.end))
    if before.endswith("At ") or not RELATIVE.match(context.text, amount.place.end):
        return KNOWN.search(before) is not None and bool(alone)
    return KNOWN.search(before) is not None and shared > 0


CHECK = Check(
    id="figure-conflict",
    looks_for="one thing with two figures: in different scales (million, billion), currencies, measures or periods, with a nought "
    "too many, or with digits swapped",
    rule="Reuters Handbook of Journalism, 'numbers': a figure is the same wherever it stands in a story; "
    "million for billion and the wrong currency are what papers correct most",
    find=find,
    catches=(
        Example("Port to spend £340 million\n\nThe port is to build a quay.\n\nIt rained. A park takes £6 million of the £34 million.\n"),
        Example("Carers\n\nA carer may earn £151 a week, a clerk said.\n\nIt rained. The limit of £151 a month will rise in April.\n"),
        Example("Coach\n\nA coach with 38 passengers left the road.\n\nIt rained. The firm spoke to all 48 passengers.\n"),
        Example("Port grows\n\nThe port got a $30 billion loan from the bank.\n\nIt rained.\n\nThe bank got its $30 million loan back.\n"),
        Example("Hall sold\n\nThe hall was sold for £4.5m to a hotel firm.\n\nThe sale for €4.5m of the hall pleased the firm.\n"),
        Example("Ferry aground\n\nThe ferry took 326 passengers to Dunmore.\n\nIt rained.\n\nThe ferry put 362 passengers ashore there.\n"),
        Example(
            "Claims settled\n\nThe firm will pay $310 million over its pills.\n\nIt rained. Half of the $310 billion goes to the sick.\n"
        ),
        Example("Herons sold\n\nTwo herons were sold for £2.4m on Friday.\n\nIt rained. The €2.4m was thrice what was hoped for.\n"),
        Example("Strait swum\n\nAnna Berg swam the strait of 34 miles.\n\nIt rained. Few have swum the 34 kilometres, and four died.\n"),
        Example("Plant\n\nThe firm will spend $4.2 billion on a plant.\n\nIt rained. The $4.2 million investment is the town's largest.\n"),
        Example("Vines sold\n\nA vineyard fetched A$62 million.\n\nIt rained. The price, €62 million, was called generous.\n"),
        Example("Port grows\n\nThe port wants $34 million for a quay.\n\nIt rained. Hull spent $34 billion of its own.\n"),
        Example(
            "Ferry full\n\nThe ferries took 1.37 million passengers.\n\nIt rained. Few had thought that 1.73 million passengers came.\n"
        ),
        Example("Coach crash\n\nFourteen people died when a coach left the road.\n\nIt rained. The 12 dead of the coach were named.\n"),
    ),
    passes=(
        Example("Coach\n\nA coach with 38 passengers left the road.\n\nIt rained. All 18 passengers of another one slept.\n"),
        Example("Coach crash\n\nEleven people died when a coach left the road.\n\nNine died in the coach, and two people died later.\n"),
        Example("Port grows\n\nThe port got a $30 million loan, and wants $30 billion of trade by 2040.\n"),
        Example("Claims settled\n\nThe firm pays $310 million. The $310 billion maker of coats grew.\n"),
        Example("Port grows\n\nThe port wants $34 million for a quay.\n\nIt rained. Hull is a $34 billion shipping market.\n"),
        Example("Gas dear\n\nThe tax on gas brings in $25 billion.\n\nIt rained. The $25 million that the state adds goes to roads.\n"),
        Example("Chips made\n\nThe firm had sales of $3 billion last year.\n\nA fund of 3 billion euros was set up last year.\n"),
        Example("Hall sold\n\nThe hall was sold for £4.5m.\n\nA barn in Cork fetched €4.6m, a record for barns.\n"),
        Example("Ferry aground\n\nThe ferry took 326 passengers to Dunmore and 362 passengers to Hadley.\n"),
    ),
)
