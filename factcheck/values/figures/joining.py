"""What joins two numbers into one figure: ranges, scores, shares and ratios, borrowed units, sums in two coins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Change
from factcheck.values.figures import guards
from factcheck.values.figures.lexicon import HYPHENS, context, moves, noun_words, phrase_words
from factcheck.values.figures.nouns import counted_noun
from factcheck.values.figures.number import Number, is_whole, word_at
from factcheck.values.figures.numbers import read_number
from factcheck.values.figures.quantity import Quantity, read_quantity
from factcheck.values.figures.rates import base_of, with_rate
from factcheck.values.figures.tokens import Kind, Token
from factcheck.values.figures.units import read_unit

SCORE = "score"
RATIO = "ratio"
DASHES = HYPHENS | {"—", "~", "−"}


def join(line: Sequence[Token], first: Quantity) -> Quantity | None:
    """The figure that `first` makes together with the number after it, or None when it stands alone."""
    found = _ratio(line, first) or _range(line, first)
    return None if found is None else replace(_told_per(line, found), joined=True)


def _told_per(line: Sequence[Token], whole: Quantity) -> Quantity:
    """Reads "$15-20 a head": the rate behind an end that has no unit of its own."""
    if not whole.prefix or whole.unit != base_of(whole.unit) or whole.unit is None:
        return whole
    unit, end = with_rate(line, whole.unit, whole.end, money=True)
    return replace(whole, unit=unit, end=end)


def _range(line: Sequence[Token], low: Quantity) -> Quantity | None:
    """Reads "3-5 per cent", "between 40 and 50", "from $10 to $15 billion", "2-1" as a score."""
    joint = _joint(line, low.end)
    if joint is None or low.high is not None:
        return None
    word, after = joint
    if word == "-" and after < len(line) and guards.is_shop(line[after]):
        return None  # "7-Eleven"
    if (word == "or" and not _a_few(line, low, after)) or (word == "and" and not _between_open(line, low.first)):
        return None
    high = read_quantity(line, after, joined=True) if after < len(line) and _opens(line, after, word) else None
    if high is None or high.high is not None or (high.number.end < len(line) and guards.glued_after(line, high.end)):
        return None
    voted = word == "to" and low.value > high.value and word_at(line, low.first - 1) in context("voting")
    if (word in ("-", "-to-") or voted) and _is_score(line, low, high):
        return replace(low, end=high.end if high.unit is None else high.number.end, high=high.value, unit=SCORE, noun=False)
    return _ordered(line, _share_scale(low, high), high, word)


def _ordered(line: Sequence[Token], low: Quantity, high: Quantity, word: str) -> Quantity | None:
    """The range from `low` to `high`; below zero the article may name the upper end first."""
    unit = _common_unit(low, high)
    if unit is None or _tells_a_change(line, low, word) or _by_and_to(line, low, high, word):
        return None
    whole = replace(high, first=low.first, digits_at=low.digits_at, unit=unit[0], prefix=low.prefix, change=Change.EXACT)
    if low.value > high.value and high.value < 0 and line[low.first - 1].lower in ("from", "between"):
        return replace(whole, value=high.value, high=low.value)
    year = low.unit is None and not low.prefix and guards.is_year(line, low.digits_at, low.number)
    if low.value >= high.value or (year and not (high.unit and len(line[high.digits_at].text) == 4)):
        return None
    return replace(whole, value=low.value, high=high.value)


def _joint(line: Sequence[Token], at: int) -> tuple[str, int] | None:
    """What may join two ends of a range at token `at` ("to", "-", "and", "or"), and the token after it."""
    if at >= len(line):
        return None
    start = at
    if line[at].text in HYPHENS and at + 1 < len(line) and line[at + 1].lower == "to":
        at += 1
    if line[at].lower in ("to", "through", "till"):
        end = at + 1 + (at + 1 < len(line) and line[at + 1].text in HYPHENS and (at > start or not line[at + 1].gap))
        return ("-to-" if at > start else "to"), end
    if line[at].text in DASHES:
        return "-", at + 1
    if line[at].lower in ("and", "or"):
        return line[at].lower, at + 1
    return None


def _a_few(line: Sequence[Token], low: Quantity, after: int) -> bool:
    """Whether "one or two", "three or four" stands there, which is one guess and no choice of two counts."""
    few = ("one", "two", "three", "four")
    first, last = line[low.digits_at].lower, line[after].lower if after < len(line) else ""
    return first in few and last in few and few.index(last) == few.index(first) + 1 and low.number.end == low.digits_at + 1


def _between_open(line: Sequence[Token], first: int) -> bool:
    """Whether "between" stands up to three tokens before: "between about 40 and 50"."""
    return any(token.lower == "between" for token in line[max(0, first - 3) : first])


def _opens(line: Sequence[Token], at: int, word: str) -> bool:
    return not (line[at].kind is Kind.DIGITS and word == "-" and line[at].gap != line[at - 1].gap)


def _share_scale(low: Quantity, high: Quantity) -> Quantity:
    """Reads "$10 to $15 billion" is ten billion to fifteen: the scale of the upper end holds for both when only it has one."""
    scale = high.number.scale
    if scale <= 1 or low.number.scale != 1 or low.number.mantissa >= high.number.mantissa or (low.unit is not None and not low.prefix):
        return low
    return replace(low, value=low.value * scale, number=low.number._replace(scale=scale))


def _common_unit(low: Quantity, high: Quantity) -> tuple[str | None] | None:
    """The unit of both ends, in a tuple; None when they differ."""
    if low.unit is None and not low.prefix and high.prefix:
        return None  # "3.00 to $1,256 an ounce"
    if low.unit in (high.unit, base_of(high.unit)) or low.unit is None or (low.noun and high.unit is None):
        return (high.unit or low.unit,)
    return (low.unit,) if high.unit is None and low.prefix else None


def _tells_a_change(line: Sequence[Token], low: Quantity, word: str) -> bool:
    """Whether "from X to Y" tells two values of one thing ("rose from 13 to 14") and no range ("costs 13 to 14"): the nearest verb says."""
    if word != "to":
        return False
    start = next((at for at in range(low.first - 1, max(-1, low.first - 2 - FILLED), -1) if line[at].lower == "from"), None)
    if start is None or any(token.kind is not Kind.WORD or token.lower == "the" for token in line[start : low.first]):
        return False
    for at in range(start - 1, max(-1, start - 1 - FURTHEST_VERB), -1):
        token = line[at]
        noun = word_at(line, at - 1) in context("articles")  # "raised the charge from"
        if token.kind is Kind.BREAK or token.text in (".", ";", "!", "?") or (token.lower in context("ranging") and not noun):
            return False
        if token.lower in moves() or token.lower in context("changes"):
            return True
    return False


def _by_and_to(line: Sequence[Token], low: Quantity, high: Quantity, word: str) -> bool:
    """Whether "rose $2 to $74" and "rose by 15,000 to 1.6m" tell by how much and then to what.

    "Rose 5 to 10 per cent" has one unit for both and is a range, as is "by 5% to 10%", whose ends are near each other; who writes
    the unit out twice ("by 4 points to 11 points") tells two amounts.
    """
    alike = (low.unit is None) == (high.unit is None) and not low.noun
    before = word_at(line, low.first - 1)
    if word != "to" or not alike:
        return False
    if before == "by":
        return high.value > FAR * low.value or (_spells_unit(line, low) and _spells_unit(line, high))
    return low.unit is not None and before in moves()


def _spells_unit(line: Sequence[Token], quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.end > quantity.number.end and line[quantity.end - 1].kind is Kind.WORD


FAR = 5
"""So many times the amount of a change is the value that it led to, and no other end of it."""

FILLED = 3
"""Words between "from" and the first value: "from just over"."""

FURTHEST_VERB = 9
"""Tokens between the verb and its "from X to Y": "raised the number of beds in the infirmary from"."""


def _is_score(line: Sequence[Token], low: Quantity, high: Quantity) -> bool:
    """Whether "2-1" is a result: whole numbers, no unit on the first, told by the words around or by falling."""
    a, b = low.number, high.number
    if (
        not (a.digits and b.digits and is_whole(a.value) and is_whole(b.value))
        or low.unit
        or low.prefix
        or high.prefix
        or max(a.value, b.value) > (_VOTERS if line[low.number.end].lower == "to" else 600)
    ):
        return False
    spaced = line[low.number.end].gap or line[high.digits_at].gap
    if (spaced and line[low.number.end].lower != "to") or (high.unit is not None and not high.noun):
        return False
    if _after_score(line, low.first):
        return True
    if a.value >= b.value:
        return a.value <= 30 or _told_as_score(line, low.first, high.number.end)
    return not high.noun and _told_as_score(line, low.first, high.number.end)


_VOTERS = 10_000
"""No more than so many are counted for and against: "rose by 722 to 560"."""


def _after_score(line: Sequence[Token], first: int) -> bool:
    """Whether another result stands just before: the 3-6 of "6-4, 3-6" and the 0-15 of "1-14 to 0-15"."""
    if first < 4 or line[first - 1].lower not in (",", "to"):
        return False
    one, dash, two = line[first - 4 : first - 1]
    return one.kind is Kind.DIGITS and two.kind is Kind.DIGITS and dash.text in HYPHENS and not dash.gap and not two.gap


def _told_as_score(line: Sequence[Token], first: int, end: int) -> bool:
    around = (*line[max(0, first - 4) : first], *line[end : end + 5])
    record = line[first - 1].text == "(" and end < len(line) and line[end].text == ")" and first > 1 and line[first - 2].text[:1].isupper()
    return record or any(token.lower in phrase_words("scores") for token in around)


def _ratio(line: Sequence[Token], part: Quantity) -> Quantity | None:
    """Reads "one in five", "two out of three" as a share; "3-to-1" and "a ratio of 3:1" as a ratio."""
    at, number = part.number.end, part.number
    if (
        (part.unit is not None and not part.noun)
        or at + 1 >= len(line)
        or not is_whole(number.value)
        or number.scale > 1
        or part.value <= 0
    ):
        return None
    joint = at + (line[at].text in HYPHENS)
    if line[joint].lower in ("to", ":"):
        return _odds(line, part, joint)
    end = _share_of(line, joint)
    whole = read_number(line, end) if end is not None and end < len(line) else None
    if whole is None or whole.indefinite or whole.value not in _ROUND or number.value >= whole.value:
        return None
    if line[joint].lower == "in" and (number.value > 9 or not _no_time_or_money(line, whole) or _occasions(line, whole)):
        return None
    return replace(part, end=whole.end, value=number.value / whole.value, unit=None, noun=False)


def _share_of(line: Sequence[Token], at: int) -> int | None:
    """The token after "in", "in every", "out of" or "-in-" at token `at`."""
    words = [token.lower for token in line[at : at + 3]]
    if words[:1] == ["in"]:
        end = at + 1 + (words[1:2] == ["every"])
    elif words[:2] == ["out", "of"] and words[2:] not in (["every"], ["the"]):
        end = at + 2
    else:
        return None
    return end + (end < len(line) and line[end].text in HYPHENS)


_ROUND = frozenset(
    (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 200, 250, 300, 400, 500, 1000, 10_000, 100_000, 1_000_000)
)


def _no_time_or_money(line: Sequence[Token], whole: Number) -> bool:
    unit = read_unit(line, whole)
    return unit is None and not (guards.is_year(line, whole.end - 1, whole))


def _occasions(line: Sequence[Token], whole: Number) -> bool:
    """Whether what follows is a stretch in which something came about: "six in 50 overs", "three in 10 games"."""
    noun = counted_noun(line, whole.end, many=True)
    return noun is not None and noun.lemma in noun_words("occasions")


def _odds(line: Sequence[Token], part: Quantity, joint: int) -> Quantity | None:
    at = joint + 1 + (joint + 1 < len(line) and line[joint + 1].text in HYPHENS)
    if at >= len(line) or line[at].lower not in ("1", "one") or part.value <= 1:
        return None
    if line[joint].text == ":" and not any(
        token.lower in context("ratio") for token in (*line[max(0, part.first - 4) : part.first], *line[at + 1 : at + 3])
    ):
        return None
    return replace(part, end=at + 1, unit=RATIO, noun=False)


def share_unit(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """`quantity` with the unit it borrows from the next number.

    As in "eight or nine euros", "45 and 50 mg", "nine of the twelve frames", "four-, five- and six-cylinder engines".
    """
    if quantity.unit is not None:
        return _share_rate(line, quantity)
    if guards.is_label(line, quantity.digits_at, quantity.number.end, quantity.number, counted=False):
        return quantity
    if quantity.number.indefinite or guards.is_year(line, quantity.digits_at, quantity.number):
        return quantity
    at = _over_list(line, quantity.end)
    if at == quantity.end and word_at(line, quantity.first - 1) == "to" and word_at(line, at) == "from":
        at += 1  # "fell to 3m from 4m euros"
    other = read_quantity(line, at) if quantity.end < at < len(line) else None
    if other is None or other.unit is None or other.number.indefinite:
        return quantity
    if other.prefix and line[at - 1].lower == "to":
        return quantity  # "3.00 to $1,256 an ounce"
    if quantity.number.fraction and other.money:
        return quantity  # "half of the £12m" is a half, not half a pound
    if other.noun and line[at - 1].lower == "and" and line[quantity.end].text not in HYPHENS:
        return quantity
    scaled = _share_scale(quantity, other) if line[at - 1].lower in ("or", "to") else quantity
    return replace(scaled, unit=other.unit, money=other.money)


def _share_rate(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """Reads "from $12 to $15 an hour": both are told per hour; of "$4m or 12 cents a share" only the cents, which are the same by share."""
    at = quantity.end + 1
    if at >= len(line) or line[at - 1].lower not in ("to", "from", "or", "and") or quantity.unit != base_of(quantity.unit):
        return quantity
    other = read_quantity(line, at)
    if other is None or other.unit == quantity.unit or base_of(other.unit) != quantity.unit:
        return quantity
    in_other_words = line[at - 1].lower == "or" and quantity.value > _SAME_PER_ONE * other.value
    return quantity if in_other_words else replace(quantity, unit=other.unit)


_SAME_PER_ONE = 100
"""So many times the figure behind "or" is a whole that it tells the share of."""

LONGEST_LIST = 6
"""Joints between a number and the unit it borrows."""


def _over_list(line: Sequence[Token], at: int) -> int:
    """The token at which the number stands whose unit a number ending before `at` may borrow; `at` itself when nothing joins them."""
    hanging = False
    for _ in range(LONGEST_LIST):
        words = [token.lower for token in line[at : at + 2]]
        if not words:
            break
        if _hangs(line, at):
            at, hanging = at + 1, True
        elif (
            words[0] in ("or", "and", "to")
            or (hanging and words[0] == ",")
            or (words[0] == "of" and at + 1 < len(line) and line[at + 1].kind is Kind.DIGITS)
        ):
            at += 1
        elif words[0] == "of" and words[1:] and words[1] in context("determiners"):
            at += 2
            at += at < len(line) and line[at].lower in context("span_adjectives")
        elif hanging and (inner := read_number(line, at)) is not None and _hangs(line, inner.end):
            at = inner.end
        else:
            break
    return at


def _hangs(line: Sequence[Token], at: int) -> bool:
    """Whether the hyphen of "four-, five-" stands at token `at`."""
    if at + 1 >= len(line) or line[at].text not in HYPHENS or line[at].gap:
        return False
    return line[at + 1].gap or line[at + 1].text == ","


def compound_sum(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """Reads "3 dollars 50 cents", "thirteen pounds and five pence", "five pounds twenty": one sum."""
    if not quantity.money or quantity.unit not in ("USD", "EUR", "GBP", "AUD", "CAD") or quantity.high is not None or quantity.prefix:
        return quantity
    at = quantity.end + (quantity.end < len(line) and line[quantity.end].lower == "and")
    small = read_quantity(line, at) if at < len(line) else None
    bare = small is not None and small.unit is None and at == quantity.end and line[at].kind is Kind.WORD and small.number.end == small.end
    if small is None or not (bare or small.unit in ("cent", "penny")) or not 0 < small.value < 100:
        return quantity
    return replace(quantity, end=small.end, value=quantity.value + small.value / 100)
