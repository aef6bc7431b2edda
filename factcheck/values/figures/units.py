"""What is counted or measured: the currency before a number, and the currency, percentage, measure or rate after it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.values.figures.digits import digits_value, spaced_groups
from factcheck.values.figures.lexicon import (
    HYPHENS,
    context,
    currency_codes,
    longer,
    money_after,
    money_before,
    noun_words,
    table,
    units,
    wordlike_codes,
)
from factcheck.values.figures.millions import million_meant
from factcheck.values.figures.number import Number, scales
from factcheck.values.figures.pounds import paid
from factcheck.values.figures.rates import with_rate
from factcheck.values.figures.tokens import Kind, Token

PERCENT = "percent"
LETTERS = {"N": "NGN", "P": "PHP", "R": "ZAR"}
"""What papers of Nigeria, the Philippines and South Africa write for their currency, right before a sum: "N2.5bn", "P680,000"."""
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
        return (LETTERS[line[at].text], at + 1) if _is_letter(line, at) else None
    code, end = found
    first = line[at].text
    if end >= len(line) or line[end].kind is Kind.BREAK:
        return None
    if end - at == 1 and line[end].gap and (first in wordlike_codes() or first in _GLUED_PREFIXES):
        return None
    if end - at == 2 and len(first) == 1 and line[at + 1].gap and first not in "SCc":
        return None
    if end - at > 1 and first.upper() in wordlike_codes() and any(token.gap for token in line[at + 1 : end]):
        return None  # "will top $50m" is no sum of Tonga
    if first == "$" and end - at > 1 and any(token.gap for token in line[at + 1 : end]):
        return None  # "$ A" is no "$A"
    return code, end


def _is_letter(line: Sequence[Token], at: int) -> bool:
    """Whether the N of "N2.5bn" and "N45,000" stands at token `at`, and not that of "N95"."""
    if line[at].text not in LETTERS or at + 1 >= len(line) or line[at + 1].kind is not Kind.DIGITS or line[at + 1].gap:
        return False
    behind = [token.lower for token in line[at + 2 : at + 4]]
    if behind[:1] == [","]:
        return True  # "R1,2 trillion"
    if line[at].text == "R" and spaced_groups(line, at + 1):
        return True  # "R25 000"
    return "," in line[at + 1].text or (behind != [] and (behind[0] in scales() or line[at + 2].text == "m" or behind[-1] in scales()))


def read_unit(line: Sequence[Token], number: Number, *, money: str | None = None) -> Unit | None:
    """The unit after `number`; `money` is the currency that stood before it, which then only may be made more precise."""
    at = number.end
    if at >= len(line) or line[at].kind in (Kind.BREAK, Kind.DATE):
        return None
    if money is not None:
        return _told_per(line, _after_money(line, at, money))
    at += line[at].text in HYPHENS and not line[at].gap
    if at >= len(line) or (line[at].lower not in _openers() and line[at].text not in _openers()):
        return None
    for reader in (_foot_marks, _percent_or_measure, _currency, _odd):
        found = reader(line, at, number)
        if found is not None:
            return _age(line, _told_per(line, found))
    return None


@cache
def _openers() -> frozenset[str]:
    """Every token, as written or in lower case, that a unit after a number may begin with."""
    signs, named = units()
    odd = ("pound", "pounds", "C", "F", "p", "c", "¢", "K", "in", *_FOOT_MARKS, "yo", "y.o.", "US", "U.S.", "imperial")
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
    found = longer(signs.match(line, at), named.match(line, at))
    if found is None:
        return None
    name, end = found
    last = line[end - 1]
    if end < len(line) and not line[end].gap and line[end].kind is Kind.DIGITS and last.kind is Kind.WORD:
        return None
    if name == "second" and number.digits is False and line[at].gap and number.value < 3 and not line[at].lower.endswith("s"):
        return None
    if name == "m" and last.text == "m" and million_meant(line, end, number):
        return None
    if name == "horsepower" and line[at].text == "PS" and not line[at].gap and number.value < 10:
        return None
    if name in ("stone", "cup", "bar", "bit", "score", "pint") and not (name in ("cup", "pint") or number.digits):
        return None
    if name == "cup" and line[at].text[0].isupper():
        return None
    return _with_smaller(line, name, end)


_SMALLER = {"foot": ("inch", 12, "-"), "stone": ("lb", 14, " "), "lb": ("ounce", 16, "")}
"""The smaller unit that a measure is told with, how many make the larger one, and what stands before a bare number of them, if one may."""


def _with_smaller(line: Sequence[Token], name: str, end: int) -> Unit:
    """Reads "5 ft 2 in", "6-foot-2", "12 stone 3" and "7lb 4oz": in the larger unit."""
    if name not in _SMALLER:
        return Unit(name, end)
    smaller, many, bare = _SMALLER[name]
    at = end + (end < len(line) and line[end].lower == "and")
    hyphen = at < len(line) and line[at].text in HYPHENS and not line[at].gap
    count = _below(line, at + hyphen, many, glued=hyphen)
    if count is None:
        return Unit(name, end)
    after = at + hyphen + 1
    named = after + (after < len(line) and line[after].text in HYPHENS and not line[after].gap)
    signs, words = units()
    found = longer(signs.match(line, named), words.match(line, named))
    odd_inch = found is None and named < len(line) and line[named].lower == "in" and name == "foot"
    extra = count / many
    if odd_inch or (found is not None and found[0] == smaller):
        return Unit(name, found[1] if found else named + 1, extra=extra)
    alone = found is None and at == end and bare == ("-" if hyphen else " ") and (hyphen or _ends(line, after))
    return Unit(name, after, extra=extra) if alone else Unit(name, end)


def _ends(line: Sequence[Token], at: int) -> bool:
    """Whether nothing that the number before token `at` could count follows."""
    return at >= len(line) or line[at].kind is not Kind.WORD or line[at].lower in noun_words("stop") or not line[at].gap


def _below(line: Sequence[Token], at: int, many: int, *, glued: bool) -> Decimal | None:
    if at >= len(line) or line[at].kind is not Kind.DIGITS or (glued and line[at].gap):
        return None
    count = digits_value(line[at].text)
    return count if count is not None and count < many else None


_FOOT_MARKS = ("'", "’", "′")
_INCH_MARKS = ('"', "”", "″")


def _foot_marks(line: Sequence[Token], at: int, number: Number) -> Unit | None:
    """Reads 6'2" and 5′10″: in feet. Without a mark for the inches it is somebody's height."""
    if line[at].text not in _FOOT_MARKS or line[at].gap or not number.digits:
        return None
    inches = _below(line, at + 1, 12, glued=True)
    if inches is None:
        return None
    marked = at + 2 < len(line) and line[at + 2].text in _INCH_MARKS and not line[at + 2].gap
    return Unit("foot", at + 2 + marked, extra=inches / 12) if marked or 3 < number.value < 9 else None


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
        return Unit("GBP", at + 1, money=True) if paid(line, at, number) else Unit("lb", at + 1)
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
    if token.lower == "in" and _is_inch(line, at, number):
        return Unit("inch", at + 1)
    if token.lower in ("yo", "y.o.") and number.digits:
        return Unit("year", at + 1)
    if token.text == "K" and not token.gap and degrees_before(line, at):
        return Unit("kelvin", at + 1)
    return None


def _is_inch(line: Sequence[Token], at: int, number: Number) -> bool:
    """Whether "in" is a measure: glued to digits ("21in"), or before a word of size ("21 in wide", "a 1/4 in of rain")."""
    following = line[at + 1].lower if at + 1 < len(line) else ""
    sized = following in ("thick", "long", "wide", "tall", "deep", "high")
    return (number.digits and (sized or not line[at].gap)) or (number.fraction and (sized or following == "of"))


def _told_per(line: Sequence[Token], unit: Unit) -> Unit:
    name, end = with_rate(line, unit.name, unit.end, money=unit.money)
    return unit._replace(name=name, end=end)


def _age(line: Sequence[Token], unit: Unit) -> Unit:
    """Reads "15 year-old", "three weeks old", "18 months of age": the words that make a time an age belong to the figure."""
    if unit.name not in context("time_units"):
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
