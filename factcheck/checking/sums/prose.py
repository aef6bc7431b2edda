"""Sums told in free prose: a total, a margin, so much each, shares beyond a hundred, a part in words, with plain words between the figures.

The words between two figures say little; the word beside the result says which sum it is. A result that is wrong by a slip lies near
the right one, or has its digits, and one that lies far off is the result of something else: only the first is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from rapidfuzz.distance import OSA

from factcheck.checking.amounts import Amount
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import listed, quoted
from factcheck.language.lexicon import any_of, meanings, words
from factcheck.model import Change, Severity
from factcheck.values.rounding import HALF, Bounds, bounds, last_place, shown

NEAR = Decimal("0.12")
"""A result off by more of itself than this is that of another sum, unless its digits are those of the right one."""

EXACTLY = Decimal("0.06")
"""A part that is told without a word for about is off by no more of itself."""

ABOUT = re.compile(
    r"\b(?:about|almost|nearly|around|roughly|some|over|under|just|more\sthan|less\sthan|at\sleast)\s[^.]{0,60}$", re.IGNORECASE
)
"""What makes a part in words one that is nearly so: takes `About half of the ` and `nearly a third of `, not `Half of the `."""

WORDS = 12
"""So many plain words may stand between two figures of one sum."""

PARTS = 7
"""No list in a newspaper has more figures."""

TOTAL_BEFORE = re.compile(rf"\b(?:{any_of('numbers', 'totals_before')})\s(?:just\s|about\s|some\s|only\s)?$", re.IGNORECASE)
"""What stands before a total: takes `a total of ` and `making `, not `a part of `."""

TOTAL_BEHIND = re.compile(rf",?\s(?:[a-z]+\s){{0,2}}?(?:{any_of('numbers', 'totals_behind')})\b", re.IGNORECASE)
"""What stands behind a total: takes ` in all` and ` between them`, not ` of them`."""

ALL = re.compile(r"\b[Aa]ll\s(?:of\sthe\s|the\s)?$")
"""What stands before a number that some before it make: takes `all ` and `All of the `, not `in all, `."""

PEOPLE = words("contrasts", "people")
IN_ALL = re.compile(rf"(?:{any_of('numbers', 'opening_totals')}),?\s(?:[^\W\d_]{{1,20}}\s){{0,6}}", re.IGNORECASE)
"""What opens a sentence and stands before its total: takes `In all it has ` and `Altogether, `, not `It has `."""

MEASURED = words("numbers", "measured")
"""Units of which figures measure something, and count no parts of a whole."""

MARGIN_BEFORE = re.compile(rf"\b(?:{any_of('numbers', 'margins')})\sof\s(?:just\s|only\s)?$", re.IGNORECASE)
"""What stands before a margin: takes `a majority of ` and `lead of just `, not `the majority of the `."""

SHARED = re.compile(rf"\b(?:{any_of('numbers', 'sharing')})\b", re.IGNORECASE)
"""What makes one sum many: takes `split` and `shared`, not `paid`."""

EACH = re.compile(r"\s(?:each|apiece|a\shead|per\s(?:head|person))\b")
"""What makes a sum that of one of many: takes ` each` and ` a head`, not ` in all`."""

EACH_OF = re.compile(r"\beach(?:\sof\s(?:them|the\s[a-z]+))?\s$")
"""What stands before the sum of one of many: takes `gave each of them ` and `gave each `, not `each week `."""

SIDES = words("numbers", "sides")
"""Words for the answers to one question, of which nobody gives two."""

FRACTIONS: dict[str, float] = meanings("numbers", "fractions_told")
"""What a part is of its whole, in words."""

FRACTION = re.compile(
    rf"\b(?P<said>(?P<word>{'|'.join(sorted(FRACTIONS, key=len, reverse=True)).replace(' ', '[ -]')})|one\sin\s(?P<n>[2-9]|1\d|20))\sof\s"
    r"(?:the\s|its\s|their\s|his\s|her\s)?(?:[^\W\d_]+[’']s\s)?$",
    re.IGNORECASE,
)
"""A part in words right before its whole: takes `A third of the school's ` and `one in 5 of the `, not `half the `."""

RESTATED = re.compile(r"(?:\s[^\W\d_]{1,20}){0,3}?(?:,?\sor\s|,\s|\s\()")
"""What stands between a whole and its part: takes `, or ` and ` stalls, `, not ` and `."""

OF_THEM = re.compile(r"\sof\s(?:them|whom|which)\b")
"""What makes a figure a part of the one before it: takes ` of them ` and ` of whom `, not ` of the `."""

JOINT = re.compile(r"[^.;:!?\n]{1,90}$")
"""What may stand between two figures of one sum: takes `, the windows ` and ` and `, not `.`."""


def totals(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "£2.9m …, £1.4m … and £0.6m, a total of £4.8m": the figures before a total, which make another."""
    for at, result in enumerate(passage):
        if not _is_total(context, result) or not is_plain(result):
            continue
        own = _list_before(context, passage[:at], result)
        if len(own) < 2 or any(sum((a.value for a in own[-n:]), Decimal(0)) == result.value for n in range(2, len(own) + 1)):
            continue
        made = sum_of(own)
        if is_slip(made, result):
            told = f"{listed(quoted(a.place.text) for a in own)} make {told_as(result, middle(made))}"
            yield finding((*own, result), told, result, Severity.LOOK if _makes(made, result) else Severity.WARNING)


def all_told(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "14 …, 7 … and 3 …. All 26 …", "In all it has £5,750": the figures of the sentences before a total, which make another."""
    for at, result in enumerate(passage):
        is_all = ALL.search(words_before(context, result, 12)) is not None
        if not (is_all or IN_ALL.fullmatch(context.text, result.sentence, result.place.start)) or not is_plain(result):
            continue
        own = [a for a in passage[:at] if (is_all or a.sentence != result.sentence) and a.value < result.value and _is_part(a, result)]
        fewest = 2 if context.text[result.sentence :].startswith(("Together", "Combined")) else 3
        if not fewest <= len(own) <= PARTS or not _may_hold(result, own) or any(a.value == result.value for a in passage[:at]):
            continue
        if any(sum((a.value for a in own[n:]), Decimal(0)) == result.value for n in range(1, len(own))):
            continue
        made = sum_of(own)
        if not _makes(made, result) and is_slip(made, result):
            told = f"{listed(quoted(a.place.text) for a in own)} make {told_as(result, middle(made))}"
            yield finding((*own, result), told, result)


def _may_hold(whole: Amount, own: Sequence[Amount]) -> bool:
    """Whether a number may be that of some things together: of the same kind, of people, or of no kind that is told."""
    return whole.unit in ("", *PEOPLE) or all(amount.unit in ("", whole.unit) for amount in own)


def _is_part(amount: Amount, whole: Amount) -> bool:
    """Whether a figure may tell a part of a total: money of money, else what counts things and measures nothing."""
    if whole.is_money or amount.is_money:
        return is_plain(amount) and amount.unit == whole.unit
    return is_plain(amount) and amount.value == int(amount.value) and not {amount.unit, whole.unit} & MEASURED


def wholes(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """A whole, and all its parts to the end of the sentence, which make another.

    "Of the 64 boats, 29 are …, 21 are … and 12 are …", "It has 64 boats, 29 of them at …, 21 at … and 12 at …".
    """
    at = next((n for n, part in enumerate(passage[1:]) if OF_THEM.match(context.text, part.place.end)), 0)
    if len(passage) < at + 3:
        return
    whole, own = passage[at], list(passage[at + 1 :])
    is_told = OF_THEM.match(context.text, own[0].place.end) or re.search(
        r"\b[Oo]f\s(?:the|its|their|all)\s$", words_before(context, whole, 12)
    )
    if not (is_told and is_plain(whole) and all(map(is_plain, own)) and _joined(context, own)):
        return
    if any(a.sentence != whole.sentence or a.is_money or a.unit == "percent" or a.value >= whole.value for a in own):
        return
    last = context.text[own[-2].place.end : own[-1].place.start]
    made = sum_of(own)
    if re.search(r"\band\b", last) and not _makes(made, whole) and is_slip(made, whole):
        told = f"{listed(quoted(a.place.text) for a in own)} make {shown(middle(made))}"
        yield finding((whole, *own), told, whole, Severity.LOOK)


def fractions(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "A third of the school's 120 pupils, or 30": a part in words, its whole, and the part in figures, which is another."""
    for whole, part in pairwise(passage):
        if whole.sentence != part.sentence or not (is_plain(whole) and is_plain(part)) or whole.is_money != part.is_money:
            continue
        before = FRACTION.search(words_before(context, whole, 60))
        if before is None or "percent" in (whole.unit, part.unit) or part.value >= whole.value:
            continue
        if RESTATED.fullmatch(context.text, whole.place.end, part.place.start) is None or not _is_alone(context, part):
            continue
        share = Decimal(1) / Decimal(before["n"]) if before["n"] else Decimal(repr(FRACTIONS[before["word"].lower().replace("-", " ")]))
        right = whole.value * share
        near = NEAR if ABOUT.search(context.text[max(whole.block, whole.place.start - 90) : whole.place.start]) else EXACTLY
        if abs(right - part.value) > max(right * near, Decimal(1)):
            told = f"{quoted(before['said'])} of {quoted(whole.place.text)} is {told_as(part, right)}"
            yield finding((whole, part), told, part)


def _is_alone(context: CheckContext, part: Amount) -> bool:
    """Whether nothing is said of a part but how many it is: "or 30,", "40 in all", "(40)"."""
    return re.match(r"\s?[,.;)]|\s(?:in\sall|of\s(?:them|these|those))\b", context.text[part.place.end : part.place.end + 12]) is not None


def margins_told(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "13,872 votes …, 12,404 …, a majority of 1,648": a margin behind two figures that differ by another."""
    for at, result in enumerate(passage):
        if not MARGIN_BEFORE.search(words_before(context, result, 40)) or not is_plain(result) or result.unit == "percent":
            continue
        sides = [a for a in passage[:at] if is_plain(a) and _is_alike(a, result) and a.value > result.value][-4:]
        pairs = [(one, two) for one, two in combinations(sides, 2) if one.value != two.value]
        if not pairs or any(_makes(difference(*pair), result) for pair in pairs):
            continue
        pair = next((pair for pair in pairs if is_slip(difference(*pair), result)), None)
        if pair is not None:
            told = f"{listed(quoted(a.place.text) for a in pair)} are {told_as(result, middle(difference(*pair)))} apart"
            yield finding((*pair, result), told, result)


def each_told(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "£12,000 shared by 40 members, who got £350 each": a sum, those who share it, and what one of them gets."""
    for at, result in enumerate(passage):
        of_each = EACH.match(context.text, result.place.end) or EACH_OF.search(words_before(context, result, 30))
        if at < 2 or not result.is_money or not of_each or not is_plain(result):
            continue
        whole, heads = passage[at - 2], passage[at - 1]
        if heads.is_money and not whole.is_money:
            whole, heads = heads, whole
        if not (whole.is_money and whole.unit == result.unit and not heads.is_money and heads.unit != "percent" and heads.value > 1):
            continue
        if not SHARED.search(context.text[passage[at - 2].place.start : result.place.start]) or not (is_plain(whole) and is_plain(heads)):
            continue
        low, high = bounds(whole.figure), bounds(heads.figure, spare=0)
        made = Bounds(low.low / high.high, low.high / high.low)
        if not made.meets(bounds(result.figure, spare=1)):
            told = f"{quoted(whole.place.text)} among {quoted(heads.place.text)} is {told_as(result, middle(made))} each"
            yield finding((*passage[at - 2 : at], result), told, result)


def beyond_hundred(context: CheckContext, passage: Sequence[Amount]) -> Iterator[Finding]:
    """ "48 per cent for, 41 per cent against, 21 per cent did not know": answers to one question that make more than all."""
    own = [a for a in passage if a.unit == "percent" and is_plain(a)]
    if not 3 <= len(own) <= PARTS or len({a.sentence for a in own}) > 1:
        return
    answers = {word for a in own for word in (*a.left[:WORDS], *a.right[:WORDS]) if word in SIDES}
    made = sum_of(own)
    if len(answers) >= 2 and made.low > _ALL and made.high < _ALL * 2 and _joined(context, own):
        told = f"{listed(quoted(a.place.text) for a in own)} make {shown(middle(made))} per cent"
        yield Finding(
            tuple(a.place for a in own), f"{told}, and answers to one question make no more than 100.", Severity.WARNING, near=own[0].place
        )


_ALL = Decimal(100)


def sum_of(own: Sequence[Amount]) -> Bounds:
    """What figures can make together, as they are rounded."""
    each = [_rounded(a) for a in own]
    return Bounds(sum((b.low for b in each), Decimal(0)), sum((b.high for b in each), Decimal(0)))


def _rounded(amount: Amount) -> Bounds:
    """What a figure can have been rounded from; one that is printed whole is exact."""
    return bounds(amount.figure, spare=HALF if _is_rounded(amount) else 0)


def _is_rounded(amount: Amount) -> bool:
    return bool(amount.scale) or "." in amount.numeral


def difference(one: Amount, two: Amount) -> Bounds:
    """What two figures can be apart, as they are rounded."""
    first, second = (_rounded(a) for a in sorted((one, two), key=lambda a: a.value))
    return Bounds(second.low - first.high, second.high - first.low)


def words_before(context: CheckContext, amount: Amount, reach: int) -> str:
    """So many code points before a figure, within its paragraph."""
    return context.text[max(amount.block, amount.place.start - reach) : amount.place.start]


def _is_total(context: CheckContext, amount: Amount) -> bool:
    return (
        TOTAL_BEFORE.search(words_before(context, amount, 40)) is not None or TOTAL_BEHIND.match(context.text, amount.place.end) is not None
    )


def _list_before(context: CheckContext, before: Sequence[Amount], result: Amount) -> list[Amount]:
    """The figures of one kind right before a total, as far as commas and plain words join them."""
    own: list[Amount] = []
    last = result
    units = {result.unit} - {""}
    for amount in reversed(before):
        units |= {amount.unit} - {""}
        if len(units) > 1 or not is_plain(amount) or not _is_alike(amount, result) or amount.value >= result.value * 2 or len(own) == PARTS:
            break
        if JOINT.match(context.text, amount.place.end, last.place.start) is None:
            break
        own.insert(0, amount)
        last = amount
    return own


def _joined(context: CheckContext, own: Sequence[Amount]) -> bool:
    return all(JOINT.match(context.text, a.place.end, b.place.start) for a, b in pairwise(own))


def _is_alike(amount: Amount, result: Amount) -> bool:
    """Whether two figures can stand in one sum: one unit, or none given for one of them, and no money beside what is none."""
    return amount.unit == result.unit or (not amount.is_money and not result.is_money and "" in (amount.unit, result.unit))


def is_plain(amount: Amount) -> bool:
    """Whether a figure is one number above nothing, neither a range nor a bound."""
    return amount.figure.high is None and amount.value > 0 and amount.figure.change in (Change.EXACT, Change.UP, Change.DOWN)


def _makes(made: Bounds, result: Amount) -> bool:
    return made.meets(bounds(result.figure, spare=1 if _is_rounded(result) else 0))


def is_slip(made: Bounds, result: Amount) -> bool:
    """Whether a result is wrong as a slip of the pen is: near the right one, or with its digits struck or set wrong."""
    right = middle(made)
    if abs(right - result.value) <= right * NEAR:
        return True
    step = last_place(result.figure)
    one, two = (str(int(value / step)) for value in (right, result.value))
    return len(one) == len(two) and (sorted(one) == sorted(two) or OSA.distance(one, two) == 1)


def told_as(result: Amount, value: Decimal) -> str:
    """A value as the result is printed, with its sign and scale: "£4.9m"."""
    return result.place.text.replace(result.numeral, shown(value.scaleb(-result.scale)), 1) if result.numeral else shown(value)


def middle(made: Bounds) -> Decimal:
    """What figures make as they are printed."""
    return (made.low + made.high) / 2


def finding(own: tuple[Amount, ...], told: str, result: Amount, severity: Severity = Severity.WARNING) -> Finding:
    """A sum of some figures that is told, with the result that the article has."""
    places = tuple(a.place for a in own)
    message = f"{told}, and the text says {quoted(result.place.text)}; one of the figures is likely a slip."
    return Finding(places, message, severity, near=places[0])
