"""Numbers in words: cardinals and scales, fractions, "half a million", "several thousand"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.values.figures.lexicon import HYPHENS, context
from factcheck.values.figures.number import MOST, Number, denominators, is_glued, is_whole, number_table, scaled, scales, times, word_at
from factcheck.values.figures.tokens import Kind, Token

LONGEST_PHRASE = 24
"""Tokens that one spelt-out number may take."""


def read_spelt(line: Sequence[Token], at: int) -> Number | None:
    """The number whose first word stands at token `at`."""
    word = line[at].lower
    if word in ("several", "few", "couple") or word in number_table("indefinite"):
        return _indefinite(line, at)
    if word in ("half", "quarter"):
        return _half(line, at, at)
    if word in ("a", "an"):
        return _with_article(line, at)
    if word.endswith("fold"):
        return _fold(line[at], at)
    number = accumulate(line, at)
    return None if number is None else with_fraction(line, _point(line, at, number))


def _fold(token: Token, at: int) -> Number | None:
    """Reads "sixfold" and "tenfold"."""
    value = number_table("cardinals").get(token.lower.removesuffix("fold")) if token.lower.endswith("fold") else None
    return None if value is None else Number(value, at + 1, value)


def _with_article(line: Sequence[Token], at: int) -> Number | None:
    """Reads "a hundred and two", "a dozen", "a third of", "a few hundred", "a half"."""
    after = at + 1
    word = word_at(line, after)
    if after >= len(line) or not line[after].gap or line[after].kind is not Kind.WORD:
        return None
    if word in scales() and not word.endswith("s"):
        number = accumulate(line, after, Decimal(1))
        return None if number is None else with_fraction(line, number)
    if word in ("half", "quarter"):
        return _half(line, after, at)
    if word in ("few", "couple"):
        return _indefinite(line, after)
    if word in ("hundredth", "thousandth", "millionth", "billionth", "trillionth"):
        return _fraction(Decimal(1), denominators()[word][0], after + 1)
    below = denominators().get(word)
    if below is not None and not below[1] and _share_follows(line, after + 1):
        return of_scale(line, _fraction(Decimal(1), below[0], after + 1))
    return None


def _share_follows(line: Sequence[Token], at: int) -> bool:
    return (
        at >= len(line)
        or word_at(line, at) in context("share")
        or line[at].kind is Kind.BREAK
        or (line[at].kind is Kind.SIGN and line[at].text in '.,;:)!?”"')
    )


def _fraction(above: Decimal, below: Decimal, end: int) -> Number:
    return Number(above / below, end, above / below, fraction=True)


def of_scale(line: Sequence[Token], number: Number) -> Number:
    """Reads "two thirds of a million", "half a million", "three quarters billion"."""
    at = number.end
    at += word_at(line, at) == "of" and word_at(line, at + 1) in ("a", "an")
    at += word_at(line, at) in ("a", "an")
    at += at < len(line) and line[at].text in HYPHENS
    scale = scales().get(word_at(line, at))
    return number if scale is None or word_at(line, at).endswith("s") else times(number, scale, at + 1)


def _half(line: Sequence[Token], at: int, first: int) -> Number | None:
    """Reads "half a million", "half of", "half the", "a half", "quarter million"; a bare "quarter" is a time or a place."""
    value = Decimal(1) / denominators()[line[at].lower][0]
    number = Number(value, at + 1, value, fraction=True)
    scaled = of_scale(line, number)
    if scaled.end > number.end:
        return scaled
    following = word_at(line, at + 1)
    if line[at].lower == "quarter":
        share = following == "of" or (word_at(line, first - 1) in context("before_share") and following in context("after_share"))
        return number if first < at and share else None
    if following in ("of", "the", "his", "her", "its", "their", "our", "my", "your", "that", "this", "all"):
        return number
    if following in ("a", "an"):
        return number._replace(end=at + 2)
    if following in HYPHENS and is_glued(line, at + 1):
        return number
    told = word_at(line, first - 1) in context("before_share") and following in context("after_share")
    return number if told or (first < at and _share_follows(line, at + 1)) else None


def _indefinite(line: Sequence[Token], at: int) -> Number | None:
    """Reads "dozens", "tens of thousands", "several hundred", "a few million", "a couple of hundred"."""
    word = line[at].lower
    end = at + 1
    if word in ("several", "few", "couple"):
        end += word == "couple" and word_at(line, end) == "of"
        scale = scales().get(word_at(line, end))
        if scale is None:
            return None
        low, end = scale, end + 1
    else:
        low = number_table("indefinite")[word]
        while (
            word_at(line, end) == "of"
            and (larger := number_table("indefinite").get(word_at(line, end + 1)))
            and larger >= 100
            and low * larger < MOST
        ):
            low, end = low * larger, end + 2
        if (word == "tens" and end == at + 1) or (word == "scores" and word_at(line, end) != "of"):
            return None
        before = word_at(line, at - 1)
        if (
            before in ("low", "high", "mid")
            or (before == "the" and word_at(line, end) != "of")
            or (before == "of" and word_at(line, at - 2) in number_table("indefinite"))
        ):
            return None
    return Number(low, end, low, low, high=low * 10)


def accumulate(line: Sequence[Token], at: int, first: Decimal | None = None, depth: int = 0) -> Number | None:
    """Adds up cardinals and scales: "two million three hundred and six thousand and one"."""
    total, current, last, end = Decimal(0), first, MOST, at
    lone, whole = True, 0
    while end < len(line) and end - at < LONGEST_PHRASE:
        here = end + (end > at and line[end].text in HYPHENS and not line[end].gap and is_glued(line, end + 1))
        word = word_at(line, here)
        if here >= len(line) or (here > at and line[here].kind not in (Kind.WORD, Kind.DIGITS)):
            break
        value = atom(line, here, lone or here == at)
        scale = scales().get(word)
        if value is not None and (current is None or _joins(current, value)):
            if current is None and value >= last:
                break
            current = (current or Decimal(0)) + value
        elif scale == 100 and current is not None and current < 1000:
            current *= scale
        elif scale is not None and scale != 100 and (current is not None or last < MOST):
            if current is not None and whole and scale >= last:
                return _sum(total, whole, line[at].kind is Kind.DIGITS, last)
            total, current, last = _apply(total, current, scale, last)
            whole = here + 1
        elif word in ("and", "&") and end > at and current is not None and (small := _after_hundred(line, at, here, current)):
            current, end = current + small[0], small[1]
            continue
        elif word in ("and", "&") and end > at and current is None and (tail := _after_and(line, here, last, depth)):
            return _sum(total + tail.value, tail.end, line[at].kind is Kind.DIGITS)
        else:
            break
        lone = False
        end = here + 1
    if end == at:
        return None
    return _sum(total + (current or Decimal(0)), end, line[at].kind is Kind.DIGITS, last if last < MOST and current is None else Decimal(1))


def _sum(value: Decimal, end: int, digits: bool, scale: Decimal = Decimal(1)) -> Number | None:
    return None if value > MOST else Number(value, end, value / scale, scale, digits=digits)


def atom(line: Sequence[Token], at: int, opening: bool) -> Decimal | None:
    """The cardinal at token `at`; digits count when they open the number or stand before "hundred"."""
    token = line[at]
    if token.kind is Kind.WORD:
        return number_table("cardinals").get(token.lower)
    if token.kind is Kind.DIGITS and (opening or word_at(line, at + 1) == "hundred") and token.text.isdecimal() and len(token.text) < 5:
        return Decimal(token.text)
    return None


def _joins(current: Decimal, value: Decimal) -> bool:
    """Whether "twenty" may be followed by "one", "hundred" by "six"."""
    if current == 0 or value == 0:
        return False
    if current % 100 == 0:
        return value < 100
    return current % 10 == 0 and current % 100 >= 20 and value < 10


def _apply(total: Decimal, current: Decimal | None, scale: Decimal, last: Decimal) -> tuple[Decimal, Decimal | None, Decimal]:
    if scale < last:
        return total + (current or Decimal(1)) * scale, None, scale
    return min((total + (current or Decimal(0))) * scale, MOST * 10), None, scale


def _after_hundred(line: Sequence[Token], first: int, at: int, current: Decimal) -> tuple[Decimal, int] | None:
    """The tens and units after "hundred and", unless they begin a number or a fraction of their own; "between" begins two numbers."""
    if current < 100 or current % 100 != 0 or word_at(line, first - 1) in ("between", "from"):
        return None
    end = at + 1
    if end < len(line) and line[end].kind is Kind.DIGITS:
        tail = atom(line, end, True) if len(line[end].text) < 3 and word_at(line, at - 1) == "hundred" else None
    else:
        tail = number_table("cardinals").get(word_at(line, end))
    if tail is None or not 0 < tail < 100:
        return None
    end += 1
    hyphen = end + (word_at(line, end) in HYPHENS)
    units = number_table("cardinals").get(word_at(line, hyphen)) if tail >= 20 else None
    if units is not None and 0 < units < 10:
        tail, end = tail + units, hyphen + 1
    following = word_at(line, end + (word_at(line, end) in HYPHENS))
    return None if following in denominators() or scales().get(following) == 100 else (tail, end)


def _after_and(line: Sequence[Token], at: int, last: Decimal, depth: int) -> Number | None:
    """The rest of the number after "thousand and" or "million and", when it is smaller and no fraction."""
    if at + 1 >= len(line) or last >= MOST or depth > 1 or line[at + 1].kind is not Kind.WORD:
        return None
    tail = accumulate(line, at + 1, depth=depth + 1)
    if tail is None or not 0 < tail.value < min(last, Decimal(1000)):
        return None
    return None if word_at(line, tail.end + (word_at(line, tail.end) in HYPHENS)) in denominators() else tail


def _point(line: Sequence[Token], at: int, number: Number) -> Number:
    """Reads "two hundred point zero three", "nought point eleven"."""
    end = number.end
    if word_at(line, end) != "point" or number.digits:
        return number
    decimals, end = "", end + 1
    while end < len(line) and end - at < LONGEST_PHRASE:
        value = number_table("cardinals").get(word_at(line, end))
        if value is None:
            break
        units = number_table("cardinals").get(word_at(line, end + 2)) if value >= 20 and word_at(line, end + 1) in HYPHENS else None
        if units is not None and 0 < units < 10:
            decimals, end = decimals + str(value + units), end + 3
        else:
            decimals, end = decimals + str(value), end + 1
    if not decimals:
        return number
    value = number.value + Decimal(f"0.{decimals}")
    return scaled(line, Number(value, end, value))


def with_fraction(line: Sequence[Token], number: Number) -> Number:
    """`number` as the upper part of "two thirds", or with "and a half" after it, and the scale after that."""
    share = _denominator(line, number)
    if share is not None:
        return of_scale(line, share)
    at = _over_hyphen(line, number.end)
    if word_at(line, at) not in ("and", "&"):
        return number
    at = _over_hyphen(line, at + 1)
    above = Decimal(1) if word_at(line, at) in ("a", "an", "one") else number_table("cardinals").get(word_at(line, at))
    at += 1
    if above is None or above == 0:
        return number
    at += word_at(line, at) in HYPHENS
    below = denominators().get(word_at(line, at))
    if below is None or below[1] != (above > 1) or below[0] <= above:
        return number
    if word_at(line, at) in ("third", "fourth", "fifth", "quarter") and not number.scale > 1 and not (_share_or_noun(line, at + 1)):
        return number
    smaller = scales().get(word_at(line, at + 1), Decimal(0))
    if number.scale > 1:
        end, unit = (at + 2, smaller) if 1 < smaller < number.scale else (at + 1, number.scale)
        return number._replace(value=number.value + above / below[0] * unit, end=end, fraction=True)
    value = number.value + above / below[0]
    return scaled(line, Number(value, at + 1, value, digits=number.digits, fraction=True))


def _over_hyphen(line: Sequence[Token], at: int) -> int:
    return at + (word_at(line, at) in HYPHENS and is_glued(line, at))


def _share_or_noun(line: Sequence[Token], at: int) -> bool:
    return _share_follows(line, at) or word_at(line, at).endswith("s") or word_at(line, at) in scales()


def _denominator(line: Sequence[Token], number: Number) -> Number | None:
    at = number.end
    if number.digits or number.scale > 1 or not is_whole(number.value) or number.value == 0:
        return None
    hyphen = word_at(line, at) in HYPHENS
    at += hyphen
    word = word_at(line, at)
    below = denominators().get(word)
    if below is None or below[1] != (number.value > 1) or word == "halves":
        return None
    if word.startswith("quarter") and not (hyphen or _share_follows(line, at + 1) or word_at(line, at + 1) in scales()):
        return None
    if number.value == 1 and not hyphen and not _share_or_noun(line, at + 1) and word_at(line, at + 1) not in HYPHENS:
        return None
    if word_at(line, at + 1) in HYPHENS and word_at(line, at + 2) in (
        "place",
        "placed",
        "grade",
        "floor",
        "seed",
        "class",
        "degree",
        "party",
    ):
        return None
    return _fraction(number.value, below[0], at + 1)
