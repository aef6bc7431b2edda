"""Numbers in digits: groups of thousands, decimals, powers of ten, and fractions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from factcheck.values.figures.lexicon import HYPHENS, table
from factcheck.values.figures.number import Number, is_glued, is_whole, scaled, scales, word_at
from factcheck.values.figures.spelt import accumulate, with_fraction
from factcheck.values.figures.tokens import Kind, Token

MOST_DIGITS = 24
"""Longer runs of digits are account numbers or rubbish, not figures."""
LARGEST_EXPONENT = 60
TIMES = frozenset("x×X*")


@cache
def vulgar() -> dict[str, Decimal]:
    """Unicode's fractions with their values."""
    return {sign: Decimal(a) / Decimal(b) for sign, (a, b) in table("numbers")["vulgar"].items()}


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


def read_digits(line: Sequence[Token], at: int, *, money: bool) -> Number | None:
    """The number whose digits stand at token `at`, with its scale, or None when the digits make no number."""
    comma = _decimal_comma(line, at)
    if comma is not None:
        return scaled(line, comma, money=money)
    value = digits_value(line[at].text)
    if value is None:
        return None
    for reader in (_power, _spaced_groups, _mixed_fraction):
        found = reader(line, at, value)
        if found is not None:
            return found if reader is _power else scaled(line, found, money=money)
    number = Number(value, at + 1, value, digits=True)
    if not money and is_whole(value) and word_at(line, at + 1) in ("hundred", "thousand"):
        spelt = accumulate(line, at)
        if spelt is not None:
            return with_fraction(line, spelt)
    return with_fraction(line, scaled(line, number, money=money))


def _decimal_comma(line: Sequence[Token], at: int) -> Number | None:
    """Reads "4,6 percent" and "R1,25 trillion", as South Africa writes decimals; thousands have more digits behind a comma."""
    whole, comma, decimals = line[at].text.partition(",")
    end = at + 1
    if not comma and word_at(line, at + 1) == "," and is_glued(line, at + 1) and is_glued(line, at + 2):
        decimals, end = line[at + 2].text, at + 3
    if not (whole.isdecimal() and decimals.isdecimal() and len(whole) <= 3 and len(decimals) <= 2):
        return None
    if word_at(line, end) not in ("%", "percent", "per", "percentage") and word_at(line, end) not in scales():
        return None
    value = Decimal(f"{whole}.{decimals}")
    return Number(value, end, value, digits=True)


def _power(line: Sequence[Token], at: int, value: Decimal) -> Number | None:
    """Reads "1.3x10^6", "2.48×10−5" and "4e14"."""
    after = at + 1
    if word_at(line, after) == "e" and is_glued(line, after):
        exponent = _exponent(line, after + 1)
    elif after + 1 < len(line) and line[after].text in TIMES and line[after + 1].text == "10":
        caret = after + 2 + (word_at(line, after + 2) == "^")
        exponent = _exponent(line, caret) if caret > after + 2 or word_at(line, caret) in ("−", "-", "–") else None
    else:
        return None
    if exponent is None:
        return None
    power, end = exponent
    result = value.scaleb(power)
    return Number(result, end, result, digits=True)


def _exponent(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    sign = 1
    if word_at(line, at) in ("-", "−", "–", "+") and is_glued(line, at):
        sign = 1 if line[at].text == "+" else -1
        at += 1
    if not is_glued(line, at) or not line[at].text.isdecimal() or len(line[at].text) > 2 or int(line[at].text) > LARGEST_EXPONENT:
        return None
    return sign * int(line[at].text), at + 1


def _spaced_groups(line: Sequence[Token], at: int, value: Decimal) -> Number | None:
    return spaced_groups(line, at) if value else None


def spaced_groups(line: Sequence[Token], at: int) -> Number | None:
    """Reads "40 000" and "1 414 021 100": groups of three after one to three digits; a lone group has to end in 00, but in rands."""
    if not line[at].text.isdecimal() or len(line[at].text) > 3:
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
    in_rands = word_at(line, at - 1) == "r" and is_glued(line, at)
    is_lone = end == at + 2 and not text.endswith("00") and not in_rands
    if end == at + 1 or is_lone or (word_at(line, end) in HYPHENS and is_glued(line, end)):
        return None  # "20 300-page books" are twenty
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
    if int(below) not in _FRACTION_PARTS or not 0 < int(above) < int(below) or word_at(line, at + 3) in ("/", "⁄"):
        return None
    result = Decimal(above) / Decimal(below)
    return Number(result, at + 3, result, digits=True, fraction=True)
