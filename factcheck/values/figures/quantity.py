"""One quantity: sign, currency, number, scale, and the unit or the noun that is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.model import Change
from factcheck.values.figures import guards
from factcheck.values.figures.lexicon import HYPHENS, context, money_before, qualifiers
from factcheck.values.figures.millions import many_told_of
from factcheck.values.figures.nouns import Noun, counted_noun, hyphened_noun, noun_over_measure
from factcheck.values.figures.number import Number, scaled
from factcheck.values.figures.numbers import read_number
from factcheck.values.figures.rates import base_of, with_rate
from factcheck.values.figures.tokens import Kind, Token
from factcheck.values.figures.units import PERCENT, read_money_before, read_unit

MINUS = frozenset("-−–")
NEGATIVE = frozenset(("minus", "negative"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit on the tokens from `first` to before `end`; `digits_at` is where the number itself begins.

    `prefix` tells of a currency before it, `noun` that the unit is a counted noun, `joined` that two numbers make the figure.
    """

    first: int
    digits_at: int
    end: int
    number: Number
    value: Decimal
    high: Decimal | None = None
    unit: str | None = None
    money: bool = False
    prefix: bool = False
    noun: bool = False
    change: Change = Change.EXACT
    joined: bool = False


def read_quantity(line: Sequence[Token], at: int, *, joined: bool = False) -> Quantity | None:
    """The quantity that begins at token `at`: sign, currency, number, scale, unit or counted noun.

    `joined` tells that the token before is a dash that belongs to a range.
    """
    first, negative = at, False
    if line[at].text in MINUS or line[at].lower in NEGATIVE:
        if not _is_minus(line, at):
            return None
        negative, at = True, at + 1 + (at + 1 < len(line) and line[at + 1].text in HYPHENS)
    code = None
    prefix = read_money_before(line, at) if at < len(line) and line[at].kind is not Kind.DIGITS else None
    if prefix is not None:
        code, after = prefix
        if after < len(line) and line[after].text in MINUS and not line[after].gap:
            negative, after = True, after + 1
        if (
            line[at].gap is False
            and at > 0
            and line[at - 1].kind is Kind.WORD
            and line[at].kind is Kind.SIGN
            and at == first
            and line[at - 1].end == line[at].start
        ):
            return None
        at = after
    if at >= len(line) or line[at].kind not in (Kind.DIGITS, Kind.VULGAR, Kind.WORD):
        return _of_accounts(line, first, at, code) if code is not None else None
    if code is None and not joined and line[at].kind is Kind.DIGITS and guards.glued_before(line, at):
        return None
    number = read_number(line, at, money=code is not None)
    if number is None or (code is not None and line[at].kind is Kind.WORD and number.indefinite):
        return None
    return _with_unit(line, first, at, number, code, negative=negative)


def _of_accounts(line: Sequence[Token], first: int, at: int, code: str) -> Quantity | None:
    """Reads "$(4.2) million", as accounts write what is below nought; `at` is where the bracket opens."""
    if at + 2 >= len(line) or line[at].text != "(" or line[at + 1].kind is not Kind.DIGITS or line[at + 2].text != ")":
        return None
    number = read_number(line, at + 1, money=True)
    if number is None or number.end != at + 2:
        return None
    return _with_unit(line, first, at + 1, scaled(line, number._replace(end=at + 3), money=True), code, negative=True)


def _is_minus(line: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(line):
        return False
    following = line[at + 1]
    if line[at].lower in NEGATIVE:
        if at > 1 and [token.lower for token in line[at - 2 : at]] == ["plus", "or"]:
            return False
        return following.kind in (Kind.DIGITS, Kind.WORD) or following.text in HYPHENS or following.text in money_before().first_words()
    opens = at == 0 or line[at].gap or line[at - 1].text in "(["
    return opens and not following.gap and (following.kind is Kind.DIGITS or following.text in money_before().first_words())


def _with_unit(line: Sequence[Token], first: int, at: int, number: Number, code: str | None, *, negative: bool) -> Quantity:
    value = -number.value if negative else number.value
    high = number.high
    quantity = Quantity(first, at, number.end, number, value, high, code, money=code is not None, prefix=code is not None)
    unit = read_unit(line, number, money=code)
    if unit is not None:
        signed = -unit.extra if negative else unit.extra
        quantity = replace(quantity, end=unit.end, unit=unit.name, money=unit.money, value=value * unit.factor + signed)
        if base_of(unit.name) == PERCENT and negative and line[first].text in MINUS:
            return replace(quantity, value=-value, change=Change.DOWN)
        return quantity
    million = _letter_million(line, quantity)
    if million is not None:
        quantity, number = million, million.number
    return _with_noun(line, quantity)


def _letter_million(line: Sequence[Token], quantity: Quantity) -> Quantity | None:
    """Reads "35m of its devices", "2.7m sales", "10M": the letter is a scale when no unit it could be was meant."""
    at = quantity.end
    if at >= len(line) or line[at].kind is not Kind.WORD or line[at].text not in ("m", "M", "b", "B") or not quantity.number.digits:
        return None
    if (line[at].gap or line[at].text in "mb") and not _counts(line, at + 1):
        return _many(line, quantity) if line[at].text == "m" and not line[at].gap and many_told_of(line, at) else None
    if line[at].gap and line[at].text in "mb":
        return None
    return _many(line, quantity)


def _many(line: Sequence[Token], quantity: Quantity) -> Quantity | None:
    scaled = read_number(line, quantity.digits_at, money=True)
    if scaled is None:
        return None
    value = scaled.value if quantity.value >= 0 else -scaled.value
    moved = replace(quantity, number=scaled, value=value, end=scaled.end)
    unit = read_unit(line, scaled)
    return moved if unit is None else replace(moved, unit=unit.name, end=unit.end, money=unit.money)


def _counts(line: Sequence[Token], at: int) -> bool:
    """Whether something counted, a unit or "of" follows."""
    if at >= len(line) or line[at].kind is not Kind.WORD:
        return False
    probe = Number(Decimal(1), at, Decimal(1), Decimal(1_000_000))
    return line[at].lower == "of" or read_unit(line, probe) is not None or counted_noun(line, at, many=True) is not None


def _with_noun(line: Sequence[Token], quantity: Quantity) -> Quantity:
    if quantity.unit is not None:
        return quantity
    at = quantity.end
    number = quantity.number
    if number.fraction and number.scale == 1 and abs(number.value) < 1:
        return _fraction_of_unit(line, quantity)
    if at >= len(line):
        return quantity
    if line[quantity.digits_at].lower.endswith("fold"):
        return replace(quantity, unit="time")
    suffixed = _with_suffix(line, quantity)
    if suffixed is not None:
        return suffixed
    hyphened = hyphened_noun(line, at, lone=number.value == 1)
    if hyphened is not None:
        return replace(quantity, unit=hyphened.lemma, end=hyphened.end, noun=True)
    if line[at].lower == "of" and (
        number.indefinite or number.scale > 1 or (at + 1 < len(line) and line[at + 1].lower in context("determiners"))
    ):
        return _of_noun(line, quantity, at + 1)
    if not line[at].gap:
        return quantity
    noun = counted_noun(line, at, many=number.value != 1 or number.indefinite)
    if noun is None:
        beyond = noun_over_measure(line, at) if number.value != 1 else None
        return quantity if beyond is None else replace(quantity, unit=beyond.lemma, noun=True)
    return _of_nouns(line, quantity, noun)


def _with_suffix(line: Sequence[Token], quantity: Quantity) -> Quantity | None:
    """Reads "40-odd people", "300-plus guests", "300+ guests": the suffix qualifies, and the noun is behind it."""
    at = quantity.end
    if line[at].lower == "or":
        return _or_more(line, quantity)
    if line[at].gap or (line[at].text != "+" and (line[at].text not in HYPHENS or at + 1 >= len(line) or line[at + 1].gap)):
        return None
    suffix = qualifiers("after").match(line, at)
    noun = counted_noun(line, suffix[1], many=True) if suffix is not None else None
    return None if suffix is None or noun is None else replace(_of_nouns(line, quantity, noun), change=suffix[0])


def _or_more(line: Sequence[Token], quantity: Quantity) -> Quantity | None:
    """Reads "10 or more wickets", "three or fewer rooms": the noun stands behind the bound."""
    bound = qualifiers("after").match(line, quantity.end)
    noun = counted_noun(line, bound[1], many=True) if bound is not None else None
    return None if bound is None or noun is None else replace(_of_nouns(line, quantity, noun), change=bound[0])


def _fraction_of_unit(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """Reads "a quarter of a percentage point"."""
    at = quantity.end
    if [token.lower for token in line[at : at + 2]] not in (["of", "a"], ["of", "an"], ["of", "one"]):
        return quantity
    unit = read_unit(line, quantity.number._replace(end=at + 2))
    return quantity if unit is None else replace(quantity, unit=unit.name, end=unit.end, money=unit.money)


def _of_noun(line: Sequence[Token], quantity: Quantity, at: int) -> Quantity:
    """Reads "dozens of people", "thousands of dollars", "one of the officials", "35m of its devices"."""
    while at < len(line) and line[at].lower in context("determiners"):
        at += 1
    if at >= len(line) or line[at].kind is not Kind.WORD:
        return quantity
    unit = read_unit(line, quantity.number._replace(end=at))
    if unit is not None and (quantity.number.indefinite or quantity.number.scale > 1):
        return replace(quantity, unit=unit.name, end=unit.end, money=unit.money)
    noun = counted_noun(line, at, many=True)
    return quantity if noun is None else _of_nouns(line, quantity, noun)


def _of_nouns(line: Sequence[Token], quantity: Quantity, noun: Noun) -> Quantity:
    """`quantity` as a count of `noun`, with its rate: "three thousand tests per day"."""
    unit, end = with_rate(line, noun.lemma, noun.end)
    return replace(quantity, unit=unit, end=end, noun=True)
