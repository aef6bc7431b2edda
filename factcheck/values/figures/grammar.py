"""The figure grammar over tokens: every quantity from left to right, joined to its neighbour, and weeded of what is no figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.language.roles import role_of
from factcheck.model import Change
from factcheck.values.figures import guards
from factcheck.values.figures.befallen import told_of_people
from factcheck.values.figures.borrowing import borrowed
from factcheck.values.figures.brackets import over_brackets
from factcheck.values.figures.joining import RATIO, SCORE, compound_sum, join, share_unit
from factcheck.values.figures.lexicon import HYPHENS, context, money_before
from factcheck.values.figures.number import is_whole
from factcheck.values.figures.numbers import starters
from factcheck.values.figures.qualifiers import read_change
from factcheck.values.figures.quantity import MINUS, NEGATIVE, Quantity, read_quantity
from factcheck.values.figures.tokens import Kind, Token
from factcheck.values.figures.units import LETTERS, PERCENT


def figures(line: Sequence[Token]) -> Iterator[Quantity]:
    """Every figure of the tokens, in order, none overlapping."""
    openers = starters() | NEGATIVE
    money = money_before().first_words() | LETTERS.keys()
    at, previous = 0, None
    while at < len(line):
        token = line[at]
        if (
            token.kind is not Kind.DIGITS
            and token.kind is not Kind.VULGAR
            and token.lower not in openers
            and token.text not in money
            and token.text not in MINUS
        ):
            at += 1
            continue
        found, resume = _at(line, at)
        if found is not None:
            found = borrowed(line, previous, told_of_people(line, previous, _inherit(line, previous, found)))
            yield found
            previous = found
        at = max(at + 1, resume)


def _at(line: Sequence[Token], at: int) -> tuple[Quantity | None, int]:
    """The figure that begins at token `at`, whole with its range, and the token to go on from."""
    if line[at].kind is Kind.DIGITS or line[at].kind is Kind.VULGAR:
        parts_end = guards.many_parts(line, at) or guards.row_of_numbers(line, at) or guards.telephone(line, at)
        if parts_end is not None:
            return None, parts_end
    elif (year_end := guards.year_in_words(line, at)) is not None:
        return None, year_end
    quantity = read_quantity(line, at)
    if quantity is None:
        return None, at + 1
    joined = join(line, quantity)
    if joined is None:
        quantity = share_unit(line, quantity)
    whole = joined or quantity
    if not _stands(line, whole):
        labels = joined is not None and guards.is_label(line, whole.digits_at, quantity.number.end, quantity.number, counted=whole.noun)
        return None, whole.end if labels else whole.digits_at + 1  # "pages 3 to 9"
    whole = over_brackets(line, whole)
    whole = _below_zero(line, _in_brackets(line, _age_of_person(line, compound_sum(line, whole))))
    change = whole.change
    if change is Change.EXACT and whole.unit != SCORE:
        change = read_change(line, whole.first, whole.end, whole.unit)
    return whole if change is whole.change else replace(whole, change=change), whole.end


def _inherit(line: Sequence[Token], previous: Quantity | None, found: Quantity) -> Quantity:
    """Reads "lost 190 points, or 0.6 per cent": the second amount tells the same move as the first."""
    if previous is None or found.change is not Change.EXACT or previous.change not in (Change.UP, Change.DOWN):
        return found
    between = [token.lower for token in line[previous.end : found.first]]
    listed = between == ["and"] and previous.end == previous.number.end and previous.unit == found.unit  # "losing 2 and 2.9 per cent"
    return replace(found, change=previous.change) if listed or between in (["or"], [",", "or"]) else found


def _age_of_person(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """Reads "Okafor, 25, said", "aged 18 to 34", "he turned 30": bare numbers that are ages, in years."""
    if (
        quantity.unit is not None
        or not is_whole(quantity.value)
        or not 0 < (quantity.high or quantity.value) < 116
        or quantity.number.fraction
    ):
        return quantity
    also = quantity.first > 2 and line[quantity.first - 1].lower in ("also", "now", "just", "then") and line[quantity.first - 2].text == ","
    at = quantity.first - also
    before = line[at - 1] if at else None
    earlier = line[at - 2] if at > 1 else None
    if before is None:
        return quantity
    following = line[quantity.end] if quantity.end < len(line) else None
    told = before.lower in ("aged", "age", "ages") or (
        before.lower in context("around_ages") and earlier and earlier.lower in ("aged", "ages")
    )
    if told or _or_older(line, quantity.end) or _among_ages(line, quantity.first):
        return replace(quantity, unit="year")
    if (
        before.text == ","
        and quantity.number.digits
        and earlier is not None
        and earlier.kind is Kind.WORD
        and (earlier.text[0].isupper() or role_of(earlier.lower))
        and following is not None
        and following.text in (",", ";")
    ):
        return replace(quantity, unit="year")
    if (
        before.lower in context("turning")
        and earlier is not None
        and (before.lower.startswith("turn") or _person_before(line, quantity.first - 2))
        and _ends_clause(following)
    ):
        return replace(quantity, unit="year")
    return quantity


def _among_ages(line: Sequence[Token], at: int) -> bool:
    """Whether a number is one of the ages that "aged" begins: the 9 of "two girls aged 7 and 9"."""
    for before in range(at - 1, max(at - 1 - _AGES, -1), -1):
        if line[before].kind is not Kind.DIGITS and line[before].lower not in (",", "and", "or"):
            return before < at - 1 and line[before].lower in ("aged", "ages")
    return False


_AGES = 8
"""Tokens that may stand between "aged" and the last of the ages."""


def _or_older(line: Sequence[Token], at: int) -> bool:
    """Whether "or older", "and younger" stands at token `at`."""
    return [token.lower for token in line[at : at + 2]] in [[word, age] for word in ("or", "and") for age in ("older", "younger")]


def _in_brackets(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """Reads "was ($3.2m)" as accounts have it: below nought. A sum that is said of something before the brackets stays as it is."""
    first, end = quantity.first - 1, quantity.end
    bracketed = quantity.prefix and quantity.high is None and quantity.value > 0 and first > 0 and end < len(line)
    if not bracketed or line[first].text != "(" or line[end].text != ")" or line[first - 1].lower not in context("before_brackets"):
        return quantity
    return replace(quantity, first=first, end=end + 1, value=-quantity.value)


def _below_zero(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """Reads "20 below zero", "2 degrees below zero" and "10C to 15C below zero" as negative temperatures."""
    end = quantity.end
    if [token.lower for token in line[end : end + 2]] != ["below", "zero"] or quantity.value < 0:
        return quantity
    if quantity.unit is not None and not quantity.unit.startswith("degree"):
        return quantity
    value, high = (-quantity.value, None) if quantity.high is None else (-quantity.high, -quantity.value)
    return replace(quantity, value=value, high=high, unit=quantity.unit or "degree", end=end + 2)


def _person_before(line: Sequence[Token], at: int) -> bool:
    return line[at].lower in ("he", "she", "who") or (
        line[at].lower in ("will", "would") and at > 0 and line[at - 1].lower in ("he", "she", "who")
    )


def _ends_clause(token: Token | None) -> bool:
    return token is None or token.kind is not Kind.WORD or token.lower in context("clause_starts")


def _stands(line: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the quantity is a figure at all."""
    if _part_of_more(line, quantity):
        return False
    if quantity.joined and quantity.unit in (SCORE, RATIO):
        return True
    if guards.tells_a_kind(line, quantity.end, quantity.unit):
        return False
    if quantity.unit == PERCENT and guards.is_of_name_in_capitals(line, quantity.first, quantity.end):
        return False
    counts = quantity.unit is None or quantity.noun
    if counts and quantity.noun and quantity.value < 0 and line[quantity.first].text in MINUS:
        return False
    if counts and _lone_one(line, quantity):
        at = quantity.digits_at
        named = line[at].text == "One" and not guards.starts_sentence(line, at)
        if named or guards.one_speaks(line, quantity.end):
            return False
        return quantity.unit is not None and not guards.one_is_pronoun(line, at, quantity.number.end)
    if not counts and quantity.unit == "day" and _lone_one(line, quantity):
        return not guards.some_day(line, quantity.digits_at, quantity.end)
    return not counts or _bare_stands(line, quantity)


def _part_of_more(line: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number is the beginning of an ordinal, a clock time, a code or a compound word."""
    number, end = quantity.number, quantity.end
    if line[quantity.digits_at].kind is Kind.DIGITS:
        if guards.ordinal_or_clock(line, number.end) and (quantity.unit is None or line[number.end].lower != "s"):
            return True
        if (quantity.unit is None and guards.glued_after(line, end)) or _glued_to(line, end, Kind.DIGITS):
            return True
    elif not quantity.joined and not number.fraction and guards.spelt_ordinal(line, number.end):
        return True
    if quantity.prefix and _glued_to(line, end, Kind.SIGN) and line[end].text in _MONEY_SIGNS:
        return True
    return quantity.unit is None and _compound_word(line, end)


def _glued_to(line: Sequence[Token], at: int, kind: Kind) -> bool:
    return at < len(line) and line[at].kind is kind and not line[at].gap


def _lone_one(line: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number is the bare word "one"."""
    number, at = quantity.number, quantity.digits_at
    return line[at].lower == "one" and number.end == at + 1 and not quantity.joined and number.scale == 1 and quantity.value > 0


_MONEY_SIGNS = frozenset("$£€¥₹")


def _compound_word(line: Sequence[Token], end: int) -> bool:
    """Whether the number only begins a compound that counts nothing: "two-pronged", "half-backs", "three-Test"."""
    if end + 1 >= len(line) or line[end].text not in HYPHENS or line[end].gap or line[end + 1].gap or line[end + 1].kind is not Kind.WORD:
        return False
    return line[end + 1].lower not in context("hyphen_suffixes")


def _bare_stands(line: Sequence[Token], quantity: Quantity) -> bool:
    at, number = quantity.digits_at, quantity.number
    if (
        guards.is_label(line, at, number.end, number, counted=quantity.noun)
        or guards.numbers_a_passage(line, at, number)
        or guards.is_long_id(line, at, number)
        or guards.emergency_number(line, at, number.end)
        or (not quantity.noun and guards.resolution(line, at, number))
    ):
        return False
    if quantity.noun:
        if guards.is_year(line, at, number) and number.value >= 1900:
            return quantity.unit == "person" or quantity.high is not None
        return not (number.digits and quantity.unit is not None and guards.is_name_with_noun(line, at, quantity.unit))
    return not guards.is_year(line, at, number)
