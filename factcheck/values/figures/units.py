"""What is counted or measured: the currency before a number, and the currency, percentage, measure or rate after it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.values.figures.digits import digits_value
from factcheck.values.figures.lexicon import (
    HYPHENS,
    context,
    currency_codes,
    money_after,
    money_before,
    noun_words,
    table,
    units,
    wordlike_codes,
)
from factcheck.values.figures.nouns import counted_noun
from factcheck.values.figures.number import Number, scales
from factcheck.values.figures.tokens import Kind, Token

PERCENT = "percent"
TIME_UNITS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"))
_PER = frozenset(("per", "a", "an", "each", "every", "/"))
_GLUED_PREFIXES = frozenset(("PS", "NT", "Re", "Fr", "Sh"))


class Unit(NamedTuple):
    """A unit read from tokens: `end` is the token after it.

    `extra` is to be added to the number ("5 ft 6 in" in feet), `factor` to multiply it ("75 USD million", "30 MUSD").
    """

    name: str
    end: int
    money: bool = False
    extra: Decimal = Decimal(0)
    factor: Decimal = Decimal(1)


def read_money_before(line: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands at token `at`, and the token after it: "$", "US$", "EUR", "Rs."."""
    found = money_before().match(line, at)
    if found is None:
        return None
    code, end = found
    first = line[at].text
    if end >= len(line) or line[end].kind is Kind.BREAK:
        return None
    if end - at == 1 and line[end].gap and (first in wordlike_codes() or first in _GLUED_PREFIXES):
        return None
    if end - at == 2 and len(first) == 1 and line[at + 1].gap and first not in "SCc":
        return None
    return code, end


def read_unit(line: Sequence[Token], number: Number, *, money: str | None = None) -> Unit | None:
    """The unit after `number`; `money` is the currency that stood before it, which then only may be made more precise."""
    at = number.end
    if at >= len(line) or line[at].kind in (Kind.BREAK, Kind.DATE):
        return None
    if money is not None:
        return _after_money(line, at, money)
    at += line[at].text in HYPHENS and not line[at].gap
    if at >= len(line) or (line[at].lower not in _openers() and line[at].text not in _openers()):
        return None
    for reader in (_percent_or_measure, _currency, _odd):
        found = reader(line, at, number)
        if found is not None:
            return _age(line, _rate(line, found))
    return None


@cache
def _openers() -> frozenset[str]:
    """Every token, as written or in lower case, that a unit after a number may begin with."""
    signs, named = units()
    odd = ("pound", "pounds", "C", "F", "p", "c", "¢", "K", "in", "yo", "y.o.", "US", "U.S.", "imperial")
    in_millions = frozenset("M" + code for code in currency_codes())
    return (
        signs.first_words() | named.first_words() | money_after().first_words() | frozenset(currency_codes()) | in_millions | frozenset(odd)
    )


def _after_money(line: Sequence[Token], at: int, money: str) -> Unit:
    """Reads "$31.20 US", "$75 U.S. per barrel", "$1 million dollars": the country after the sum, or the currency once more."""
    text = line[at].text
    following = line[at + 1] if at + 1 < len(line) else None
    if (
        money == "USD"
        and text in ("US", "U.S.", "USD", "CAD", "AUD", "NZD", "HKD", "SGD")
        and (following is None or not following.text[:1].isupper())
    ):
        return Unit(text if len(text) == 3 else "USD", at + 1, money=True)
    again = money_after().match(line, at) if line[at].kind is Kind.WORD else None
    if again is not None and again[0] == money:
        return Unit(money, again[1], money=True)
    return Unit(money, at, money=True)


def _percent_or_measure(line: Sequence[Token], at: int, number: Number) -> Unit | None:
    if at >= len(line):
        return None
    signs, named = units()
    if line[at].text in ("US", "U.S.", "imperial") and at + 1 < len(line) and line[at + 1].lower in context("customary"):
        at += 1
    found = _longer(signs.match(line, at), named.match(line, at))
    if found is None:
        return None
    name, end = found
    last = line[end - 1]
    if end < len(line) and not line[end].gap and line[end].kind is Kind.DIGITS and last.kind is Kind.WORD:
        return None
    if name == "second" and number.digits is False and line[at].gap and number.value < 3 and not line[at].lower.endswith("s"):
        return None
    if name == "m" and last.text == "m" and _million_meant(line, end, number):
        return None
    if name == "horsepower" and line[at].text == "PS" and not line[at].gap and number.value < 10:
        return None
    if name in ("stone", "cup", "bar", "bit", "score", "pint") and not (name in ("cup", "pint") or number.digits):
        return None
    if name == "cup" and line[at].text[0].isupper():
        return None
    if name == "foot":
        return _feet_and_inches(line, end)
    return Unit(name, end)


def _longer(a: tuple[str, int] | None, b: tuple[str, int] | None) -> tuple[str, int] | None:
    """The match that takes in more tokens, the first of two equals."""
    return a if b is None or (a is not None and a[1] >= b[1]) else b


def _million_meant(line: Sequence[Token], after: int, number: Number) -> bool:
    """Whether the "m" of "35m" is a million: something counted or another unit follows it."""
    if number.scale > 1 or after >= len(line) or line[after - 1].gap:
        return False
    following = line[after].lower
    if following in ("of", "people"):
        return True
    if following in context("lengths") or following in noun_words("races") or line[after].kind is not Kind.WORD:
        return False
    signs, named = units()
    if signs.match(line, after) or named.match(line, after) or money_after().match(line, after):
        return True
    return counted_noun(line, after, many=True) is not None


def _feet_and_inches(line: Sequence[Token], end: int) -> Unit:
    """Reads "5 ft 2 in", "5 feet and 2 inches": in feet."""
    at = end + (end < len(line) and line[end].lower == "and")
    if at + 1 < len(line) and line[at].kind is Kind.DIGITS and line[at + 1].lower in ("in", "inch", "inches", "ins"):
        inches = digits_value(line[at].text)
        if inches is not None and inches < 12:
            return Unit("foot", at + 2, extra=inches / 12)
    return Unit("foot", end)


def _currency(line: Sequence[Token], at: int, number: Number) -> Unit | None:
    if at >= len(line):
        return None
    found = money_after().match(line, at)
    if found is not None:
        name, end = found
        if line[end - 1].lower == "won" and line[at].lower == "won" and number.value < 1000:
            return None
        if line[end - 1].lower in ("real", "crown", "rand", "lira") and end - at == 1 and number.value == 1 and not number.digits:
            return None
        return Unit(name, end, money=True)
    text = line[at].text
    if at + 1 < len(line) and line[at + 1].kind is Kind.DIGITS and not line[at + 1].gap:
        return None
    if text in currency_codes() and not (text in wordlike_codes() and line[at].gap) and text not in ("PS", "NT", "RM"):
        return _with_scale(line, Unit(currency_codes()[text], at + 1, money=True), number)
    if len(text) == 4 and text[0] == "M" and text.isupper() and text[1:] in currency_codes() and number.scale == 1:
        return Unit(currency_codes()[text[1:]], at + 1, money=True, factor=Decimal(1_000_000))
    return None


def _with_scale(line: Sequence[Token], unit: Unit, number: Number) -> Unit:
    """Reads the scale behind the currency: "75 USD million"."""
    scale = scales().get(line[unit.end].lower) if unit.end < len(line) else None
    return unit if scale is None or number.scale > 1 else unit._replace(end=unit.end + 1, factor=scale)


def degrees_before(line: Sequence[Token], at: int) -> bool:
    """Whether a temperature stands just before token `at`, so that a "K" after digits is a kelvin."""
    return any(token.text in ("°", "kelvin", "Celsius", "Fahrenheit") for token in line[max(0, at - 7) : at])


def _odd(line: Sequence[Token], at: int, number: Number) -> Unit | None:
    """Units that are other words too: pounds of money or weight, "p", "c", degrees written as C and F, inches written "in"."""
    token = line[at] if at < len(line) else None
    if token is None or token.kind is not Kind.WORD:
        return None
    if token.lower in ("pound", "pounds"):
        return _pounds(line, at, number)
    following = line[at + 1] if at + 1 < len(line) else None
    ends = following is None or following.kind is not Kind.WORD or following.text[0].islower()
    if (
        token.text in ("C", "F")
        and number.digits
        and number.scale == 1
        and ends
        and -460 < number.value < 5000
        and not (following and not following.gap and following.text == "/")
    ):
        return Unit("degree Celsius" if token.text == "C" else "degree Fahrenheit", at + 1)
    if token.text == "p" and number.digits and ends:
        return Unit("penny", at + 1, money=True)
    if token.text in ("c", "¢") and number.digits and not token.gap:
        return Unit("cent", at + 1, money=True)
    if (
        token.lower == "in"
        and number.fraction
        and following is not None
        and following.lower in ("thick", "long", "wide", "tall", "deep", "high", "of")
    ):
        return Unit("inch", at + 1)
    if token.lower in ("yo", "y.o.") and number.digits:
        return Unit("year", at + 1)
    if token.text == "K" and not token.gap and degrees_before(line, at):
        return Unit("kelvin", at + 1)
    return None


def _pounds(line: Sequence[Token], at: int, number: Number) -> Unit:
    if number.scale >= 1_000_000:
        return Unit("GBP", at + 1, money=True)
    around = _sentence_around(line, at)
    weight = any(word in context("weight") for word in around)
    dollars = line[at + 1 : at + 2] and line[at + 1].text == "(" and any(word in ("$", "€") for word in around[-7:])
    money = dollars or any(word in context("money") for word in around)
    return Unit("GBP", at + 1, money=True) if money and not weight else Unit("lb", at + 1)


def _sentence_around(line: Sequence[Token], at: int) -> list[str]:
    """The words near token `at` that stand in its sentence, in lower case."""
    before = [token.lower for token in line[max(0, at - 12) : at]]
    after = [token.lower for token in line[at : at + 8]]
    start = max((k + 1 for k, word in enumerate(before) if word in (".", "\n")), default=0)
    return before[start:] + after[: after.index(".") if "." in after else None]


def _rate(line: Sequence[Token], unit: Unit) -> Unit:
    """Reads "litres per day", "km/s": a measure with its rate; money and percentages keep their own unit, as do durations and ages."""
    if (
        unit.money
        or unit.name in (PERCENT, "percentage point", "basis point")
        or unit.end + 1 >= len(line)
        or line[unit.end].lower not in _PER
    ):
        return unit
    joint = line[unit.end].lower
    signs, named = units()
    found = _longer(signs.match(line, unit.end + 1), named.match(line, unit.end + 1))
    if found is None or found[0] == unit.name or (joint in ("a", "an", "each", "every") and found[0] not in TIME_UNITS):
        return unit
    return unit._replace(name=_rate_name(unit.name, found[0]), end=found[1])


_RATES = {("km", "hour"): "km/h", ("mile", "hour"): "mph", ("m", "second"): "metre per second"}


def _rate_name(unit: str, per: str) -> str:
    return _RATES.get((unit, per), f"{unit} per {per}")


def _age(line: Sequence[Token], unit: Unit) -> Unit:
    """Reads "15 year-old", "three weeks old", "18 months of age": the words that make a time an age belong to the figure."""
    if unit.name not in TIME_UNITS:
        return unit
    at = unit.end + (unit.end < len(line) and line[unit.end].text in HYPHENS)
    if at < len(line) and line[at].lower in ("old", "olds"):
        return unit._replace(end=at + 1)
    if at + 1 < len(line) and line[at].lower == "of" and line[at + 1].lower == "age":
        return unit._replace(end=at + 2)
    return unit


class Measure(NamedTuple):
    """What a unit measures: the SI unit it is told in, what one of it is there (one value for each thing that its name can mean: the
    American and the imperial gallon), and what none of it is, which differs from 0 for scales of temperature.
    """

    base: str
    factors: tuple[Decimal, ...]
    zero: Decimal


@cache
def measure_of(unit: str) -> Measure | None:
    """What a figure's unit measures; None for what has no fixed SI value (money, counts, cups)."""
    entry = table("units").get(unit, {})
    if "si" not in entry:
        return None
    factors = entry["si"] if isinstance(entry["si"], list) else [entry["si"]]
    return Measure(entry["base"], tuple(map(Decimal, factors)), Decimal(entry.get("zero", 0)))
