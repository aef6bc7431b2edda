"""The number grammar: digits, words, fractions and scales, without units; one reader per way of writing a number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.values.figures.lexicon import HYPHENS, table
from factcheck.values.figures.tokens import Kind, Token

MOST_DIGITS = 24
"""Longer runs of digits are account numbers or rubbish, not figures."""
MOST = Decimal(10) ** 30
LARGEST_EXPONENT = 60
LONGEST_PHRASE = 24
"""Tokens that one spelt-out number may take."""

MINUS = frozenset("-−–")
TIMES = frozenset("x×X*")


class Number(NamedTuple):
    """A number read from tokens: `end` is the token after it, `mantissa` and `scale` what stands before and in "million"."""

    value: Decimal
    end: int
    mantissa: Decimal
    scale: Decimal = Decimal(1)
    high: Decimal | None = None
    digits: bool = False
    fraction: bool = False
    spelt_dozen: bool = False

    @property
    def indefinite(self) -> bool:
        """Whether the words name a size only ("dozens", "several thousand")."""
        return self.high is not None


@cache
def _numbers(section: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in table("numbers")[section].items()}


@cache
def scales() -> dict[str, Decimal]:
    """Scale words in lower case, with the plurals that may follow a number ("3 dozens", "two millions")."""
    found = _numbers("scales") | {"dozen": Decimal(12), "dozens": Decimal(12), "dzs": Decimal(12), "dozs": Decimal(12)}
    return found | {word + "s": value for word, value in _numbers("scales").items() if len(word) > 3}


@cache
def vulgar() -> dict[str, Decimal]:
    """Unicode's fractions with their values."""
    return {sign: Decimal(a) / Decimal(b) for sign, (a, b) in table("numbers")["vulgar"].items()}


@cache
def denominators() -> dict[str, tuple[Decimal, bool]]:
    """"third" and "thirds" with 3, and whether the word is a plural."""
    found = {word: (Decimal(value), word == "halves") for word, value in table("numbers")["denominators"].items()}
    return found | {word + "s": (value, True) for word, (value, _) in found.items() if word not in ("half", "halves")}


@cache
def starters() -> frozenset[str]:
    """Every word, in lower case, that a spelt-out number may begin with."""
    folds = {word + "fold" for word in _numbers("cardinals")}
    return frozenset(_numbers("cardinals")) | folds | frozenset(_numbers("indefinite")) | {"a", "an", "half", "quarter", "several", "few", "couple"}


def read_number(line: Sequence[Token], at: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `at`; `money` lets "m" and "b" after the digits be millions and billions."""
    token = line[at]
    if token.kind is Kind.DIGITS:
        return _read_digits(line, at, money=money)
    if token.kind is Kind.VULGAR:
        value = vulgar()[token.text]
        return _scaled(line, Number(value, at + 1, value, fraction=True))
    if token.kind is Kind.WORD and token.lower in starters():
        return _read_words(line, at)
    return None


def _fold(token: Token, at: int) -> Number | None:
    """Reads "sixfold" and "tenfold"."""
    value = _numbers("cardinals").get(token.lower.removesuffix("fold")) if token.lower.endswith("fold") else None
    return None if value is None else Number(value, at + 1, value)


# ---- digits


def digits_value(text: str) -> Decimal | None:
    """What a run of digits with commas and a decimal point is worth; None when the commas group it in no known way."""
    whole, _, decimals = text.partition(".")
    groups = whole.split(",")
    if len(groups) > 1:
        western = all(len(group) == 3 for group in groups[1:])
        indian = len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1])
        if not (western or indian) or not 1 <= len(groups[0]) <= 3 or groups[0] == "0":
            return None
    plain = "".join(groups)
    if len(plain) + len(decimals) > MOST_DIGITS:
        return None
    return Decimal(f"{plain or '0'}.{decimals or '0'}") if decimals else Decimal(plain or "0")


def is_whole(value: Decimal) -> bool:
    """Whether `value` is a whole number."""
    return value == value.to_integral_value()


def _read_digits(line: Sequence[Token], at: int, *, money: bool) -> Number | None:
    value = digits_value(line[at].text)
    if value is None:
        return None
    for reader in (_power, _spaced_groups, _mixed_fraction):
        found = reader(line, at, value)
        if found is not None:
            return found if reader is _power else _scaled(line, found, money=money)
    number = Number(value, at + 1, value, digits=True)
    if not money and is_whole(value) and _word(line, at + 1) in ("hundred", "thousand"):
        spelt = _accumulate(line, at)
        if spelt is not None:
            return _with_fraction(line, spelt)
    return _with_fraction(line, _scaled(line, number, money=money))


def _word(line: Sequence[Token], at: int) -> str:
    return line[at].lower if 0 <= at < len(line) and line[at].kind is not Kind.BREAK else ""


def _glued(line: Sequence[Token], at: int) -> bool:
    return 0 < at < len(line) and not line[at].gap and line[at].kind is not Kind.BREAK


def _power(line: Sequence[Token], at: int, value: Decimal) -> Number | None:
    """Reads "1.3x10^6", "2.48×10−5" and "4e14"."""
    after = at + 1
    if _word(line, after) == "e" and _glued(line, after):
        exponent = _exponent(line, after + 1)
    elif after + 1 < len(line) and line[after].text in TIMES and line[after + 1].text == "10":
        caret = after + 2 + (_word(line, after + 2) == "^")
        exponent = _exponent(line, caret) if caret > after + 2 or _word(line, caret) in ("−", "-", "–") else None
    else:
        return None
    if exponent is None:
        return None
    power, end = exponent
    result = value.scaleb(power)
    return Number(result, end, result, digits=True)


def _exponent(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    sign = 1
    if _word(line, at) in ("-", "−", "–", "+") and _glued(line, at):
        sign = 1 if line[at].text == "+" else -1
        at += 1
    if not _glued(line, at) or not line[at].text.isdecimal() or len(line[at].text) > 2 or int(line[at].text) > LARGEST_EXPONENT:
        return None
    return sign * int(line[at].text), at + 1


def _spaced_groups(line: Sequence[Token], at: int, value: Decimal) -> Number | None:
    """Reads "40 000" and "1 414 021 100": groups of three after one to three digits; a lone group has to end in 00."""
    if not line[at].text.isdecimal() or len(line[at].text) > 3 or value == 0:
        return None
    end, text = at + 1, line[at].text
    while end < len(line) and end - at < 8 and line[end].kind is Kind.DIGITS and _single_space(line, end):
        group, _, decimals = line[end].text.partition(".")
        if len(group) != 3 or "," in group:
            break
        text += line[end].text
        end += 1
        if decimals:
            break
    if end == at + 1 or (end == at + 2 and not text.endswith("00")):
        return None
    result = digits_value(text)
    return None if result is None else Number(result, end, result, digits=True)


def _single_space(line: Sequence[Token], at: int) -> bool:
    return line[at].start - line[at - 1].end == 1


def _mixed_fraction(line: Sequence[Token], at: int, value: Decimal) -> Number | None:
    """Reads "2½", "2 1/2", "7 3 / 4" and "1/16"."""
    if not line[at].text.isdecimal():
        return None
    after = at + 1
    if after < len(line) and line[after].kind is Kind.VULGAR:
        result = value + vulgar()[line[after].text]
        return Number(result, after + 1, result, digits=True, fraction=True)
    simple = _simple_fraction(line, at)
    if simple is not None:
        return simple
    tail = _simple_fraction(line, after) if after < len(line) and line[after].gap else None
    if tail is not None and tail.value < 1 and value < 1000:
        result = value + tail.value
        return Number(result, tail.end, result, digits=True, fraction=True)
    return None


_FRACTION_PARTS = frozenset((2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 40, 50, 64, 100, 128, 1000))


def _simple_fraction(line: Sequence[Token], at: int) -> Number | None:
    if at + 2 >= len(line) or line[at + 1].text not in ("/", "⁄"):
        return None
    above, below = line[at].text, line[at + 2].text
    if not (above.isdecimal() and below.isdecimal() and len(above) <= 3 and len(below) <= 4) or line[at + 1].gap != line[at + 2].gap:
        return None
    if int(below) not in _FRACTION_PARTS or not 0 < int(above) < int(below) or _word(line, at + 3) in ("/", "⁄"):
        return None
    result = Decimal(above) / Decimal(below)
    return Number(result, at + 3, result, digits=True, fraction=True)


# ---- scales


def _scaled(line: Sequence[Token], number: Number, *, money: bool = False) -> Number:
    """`number` with the scale words or letters after it: "1.5 million", "2.7 lakh crore", "300k"."""
    at = number.end
    letter = _scale_letter(line, at, money=money)
    if letter is not None:
        return _times(number, letter, at + 1)
    while at < len(line) and at - number.end < 6:
        skip = at + (line[at].text in HYPHENS and not line[at].gap)
        scale = scales().get(_word(line, skip))
        if scale is None or line[skip].kind is not Kind.WORD:
            break
        number = _times(number, scale, skip + 1)
        at = skip + 1
    return number


def _times(number: Number, scale: Decimal, end: int) -> Number:
    if number.value * scale > MOST:
        return number._replace(end=end)
    return number._replace(value=number.value * scale, scale=number.scale * scale, end=end)


def _scale_letter(line: Sequence[Token], at: int, *, money: bool) -> Decimal | None:
    if at >= len(line) or line[at].kind is not Kind.WORD:
        return None
    text = line[at].text
    if money and text in table("numbers")["money_letters"]:
        return _numbers("money_letters")[text]
    if line[at].gap:
        return None
    if text == "K" and any(token.text in ("°", "kelvin", "Celsius") for token in line[max(0, at - 8) : at]):
        return None
    if text in table("numbers")["letters"] and text != "mm":
        return _numbers("letters")[text]
    return None


# ---- words


def _read_words(line: Sequence[Token], at: int) -> Number | None:
    word = line[at].lower
    if word in ("several", "few", "couple") or word in _numbers("indefinite"):
        return _indefinite(line, at)
    if word in ("half", "quarter"):
        return _half(line, at, at)
    if word in ("a", "an"):
        return _with_article(line, at)
    if word.endswith("fold"):
        return _fold(line[at], at)
    number = _accumulate(line, at)
    return None if number is None else _with_fraction(line, _point(line, at, number))


def _with_article(line: Sequence[Token], at: int) -> Number | None:
    """Reads "a hundred and two", "a dozen", "a third of", "a few hundred", "a half"."""
    after = at + 1
    word = _word(line, after)
    if after >= len(line) or not line[after].gap or line[after].kind is not Kind.WORD:
        return None
    if word in scales() and not word.endswith("s"):
        number = _accumulate(line, after, Decimal(1))
        return None if number is None else _with_fraction(line, number)
    if word in ("half", "quarter"):
        return _half(line, after, at)
    if word in ("few", "couple"):
        return _indefinite(line, after)
    if word in ("hundredth", "thousandth", "millionth", "billionth", "trillionth"):
        return _fraction(Decimal(1), denominators()[word][0], after + 1)
    below = denominators().get(word)
    if below is not None and not below[1] and _share_follows(line, after + 1):
        return _of_scale(line, _fraction(Decimal(1), below[0], after + 1))
    return None


_SHARE = frozenset("of more less higher lower fewer smaller bigger larger".split())


def _share_follows(line: Sequence[Token], at: int) -> bool:
    return at >= len(line) or _word(line, at) in _SHARE or line[at].kind is Kind.BREAK or (line[at].kind is Kind.SIGN and line[at].text in ".,;:)!?”\"")


def _fraction(above: Decimal, below: Decimal, end: int) -> Number:
    return Number(above / below, end, above / below, fraction=True)


def _of_scale(line: Sequence[Token], number: Number) -> Number:
    """ "two thirds of a million", "half a million", "three quarters billion"."""
    at = number.end
    at += _word(line, at) == "of" and _word(line, at + 1) in ("a", "an")
    at += _word(line, at) in ("a", "an")
    at += at < len(line) and line[at].text in HYPHENS
    scale = scales().get(_word(line, at))
    return number if scale is None or _word(line, at).endswith("s") else _times(number, scale, at + 1)


def _half(line: Sequence[Token], at: int, first: int) -> Number | None:
    """ "half a million", "half of", "half the", "a half", "quarter million"; a bare "quarter" is a time or a place."""
    value = Decimal(1) / denominators()[line[at].lower][0]
    number = Number(value, at + 1, value, fraction=True)
    scaled = _of_scale(line, number)
    if scaled.end > number.end:
        return scaled
    following = _word(line, at + 1)
    if line[at].lower == "quarter":
        return number if first < at and following == "of" and _word(line, at + 2) != "a" else None
    if following in ("of", "the", "his", "her", "its", "their", "our", "my", "your", "that", "this", "all"):
        return number
    if following in ("a", "an"):
        return number._replace(end=at + 2)
    if following in HYPHENS and _glued(line, at + 1):
        return number
    return number if first < at and _share_follows(line, at + 1) else None


def _indefinite(line: Sequence[Token], at: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a few million", "a couple of hundred"."""
    word = line[at].lower
    end = at + 1
    if word in ("several", "few", "couple"):
        end += word == "couple" and _word(line, end) == "of"
        scale = scales().get(_word(line, end))
        if scale is None:
            return None
        low, end = scale, end + 1
    else:
        low = _numbers("indefinite")[word]
        while _word(line, end) == "of" and (larger := _numbers("indefinite").get(_word(line, end + 1))) and larger >= 100 and low * larger < MOST:
            low, end = low * larger, end + 2
        if (word == "tens" and end == at + 1) or (word == "scores" and _word(line, end) != "of"):
            return None
        before = _word(line, at - 1)
        if before in ("low", "high", "mid") or (before == "the" and _word(line, end) != "of") or (before == "of" and _word(line, at - 2) in _numbers("indefinite")):
            return None
    return Number(low, end, low, low, high=low * 10)


def _accumulate(line: Sequence[Token], at: int, first: Decimal | None = None, depth: int = 0) -> Number | None:
    """Adds up cardinals and scales: "two million three hundred and six thousand and one"."""
    total, current, last, end = Decimal(0), first, MOST, at
    lone = True
    while end < len(line) and end - at < LONGEST_PHRASE:
        here = end + (end > at and line[end].text in HYPHENS and not line[end].gap and _glued(line, end + 1))
        word = _word(line, here)
        if here >= len(line) or (here > at and line[here].kind not in (Kind.WORD, Kind.DIGITS)):
            break
        value = _atom(line, here, lone or here == at)
        scale = scales().get(word)
        if value is not None and (current is None or _joins(current, value)):
            if current is None and value >= last:
                break
            current = (current or Decimal(0)) + value
        elif scale == 100 and current is not None and current < 1000:
            current *= scale
        elif scale is not None and scale != 100 and (current is not None or last < MOST):
            total, current, last = _apply(total, current, scale, last)
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


def _atom(line: Sequence[Token], at: int, opening: bool) -> Decimal | None:
    token = line[at]
    if token.kind is Kind.WORD:
        return _numbers("cardinals").get(token.lower)
    if token.kind is Kind.DIGITS and (opening or _word(line, at + 1) == "hundred") and token.text.isdecimal() and len(token.text) < 5:
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
    if current < 100 or current % 100 != 0 or _word(line, first - 1) in ("between", "from"):
        return None
    end = at + 1
    if end < len(line) and line[end].kind is Kind.DIGITS:
        tail = _atom(line, end, True) if len(line[end].text) < 3 and _word(line, at - 1) == "hundred" else None
    else:
        tail = _numbers("cardinals").get(_word(line, end))
    if tail is None or not 0 < tail < 100:
        return None
    end += 1
    hyphen = end + (_word(line, end) in HYPHENS)
    units = _numbers("cardinals").get(_word(line, hyphen)) if tail >= 20 else None
    if units is not None and 0 < units < 10:
        tail, end = tail + units, hyphen + 1
    following = _word(line, end + (_word(line, end) in HYPHENS))
    return None if following in denominators() or scales().get(following) == 100 else (tail, end)


def _after_and(line: Sequence[Token], at: int, last: Decimal, depth: int) -> Number | None:
    """The rest of the number after "thousand and" or "million and", when it is smaller and no fraction."""
    if at + 1 >= len(line) or last >= MOST or depth > 1 or line[at + 1].kind is not Kind.WORD:
        return None
    tail = _accumulate(line, at + 1, depth=depth + 1)
    if tail is None or not 0 < tail.value < min(last, Decimal(1000)):
        return None
    return None if _word(line, tail.end + (_word(line, tail.end) in HYPHENS)) in denominators() else tail


def _point(line: Sequence[Token], at: int, number: Number) -> Number:
    """ "two hundred point zero three", "nought point eleven"."""
    end = number.end
    if _word(line, end) != "point" or number.digits:
        return number
    decimals, end = "", end + 1
    while end < len(line) and end - at < LONGEST_PHRASE:
        value = _numbers("cardinals").get(_word(line, end))
        if value is None:
            break
        units = _numbers("cardinals").get(_word(line, end + 2)) if value >= 20 and _word(line, end + 1) in HYPHENS else None
        if units is not None and 0 < units < 10:
            decimals, end = decimals + str(value + units), end + 3
        else:
            decimals, end = decimals + str(value), end + 1
    if not decimals:
        return number
    value = number.value + Decimal(f"0.{decimals}")
    return _scaled(line, Number(value, end, value))


def _with_fraction(line: Sequence[Token], number: Number) -> Number:
    """`number` as the upper part of "two thirds", or with "and a half" after it, and the scale after that."""
    share = _denominator(line, number)
    if share is not None:
        return _of_scale(line, share)
    at = number.end
    if _word(line, at) not in ("and", "&"):
        return number
    above, at = (Decimal(1), at + 2) if _word(line, at + 1) in ("a", "an", "one") else (_numbers("cardinals").get(_word(line, at + 1)), at + 2)
    if above is None or above == 0:
        return number
    at += _word(line, at) in HYPHENS
    below = denominators().get(_word(line, at))
    if below is None or below[1] != (above > 1) or below[0] <= above:
        return number
    if _word(line, at) in ("third", "fourth", "fifth", "quarter") and not number.scale > 1 and not (_share_or_noun(line, at + 1)):
        return number
    smaller = scales().get(_word(line, at + 1), Decimal(0))
    if number.scale > 1:
        end, unit = (at + 2, smaller) if 1 < smaller < number.scale else (at + 1, number.scale)
        return number._replace(value=number.value + above / below[0] * unit, end=end, fraction=True)
    value = number.value + above / below[0]
    return _scaled(line, Number(value, at + 1, value, digits=number.digits, fraction=True))


def _share_or_noun(line: Sequence[Token], at: int) -> bool:
    return _share_follows(line, at) or _word(line, at).endswith("s") or _word(line, at) in scales()


def _denominator(line: Sequence[Token], number: Number) -> Number | None:
    at = number.end
    if number.digits or number.scale > 1 or not is_whole(number.value) or number.value == 0:
        return None
    hyphen = _word(line, at) in HYPHENS
    at += hyphen
    word = _word(line, at)
    below = denominators().get(word)
    if below is None or below[1] != (number.value > 1) or word == "halves":
        return None
    if word.startswith("quarter") and not (hyphen or _share_follows(line, at + 1) or _word(line, at + 1) in scales()):
        return None
    if number.value == 1 and not hyphen and not _share_or_noun(line, at + 1) and _word(line, at + 1) not in HYPHENS:
        return None
    if _word(line, at + 1) in HYPHENS and _word(line, at + 2) in ("place", "placed", "grade", "floor", "seed", "class", "degree", "party"):
        return None
    return _fraction(number.value, below[0], at + 1)
