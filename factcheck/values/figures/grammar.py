"""The figure grammar over tokens: one quantity at a time, then what joins two of them (ranges, scores, shares, compound sums)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.model import Change
from factcheck.values.figures import guards
from factcheck.values.figures.lexicon import HYPHENS, money_before, phrase_words
from factcheck.values.figures.nouns import counted_noun, hyphened_noun
from factcheck.values.figures.numbers import MINUS, Number, is_whole, read_number, starters
from factcheck.values.figures.qualifiers import read_change
from factcheck.values.figures.tokens import Kind, Token
from factcheck.values.figures.units import PERCENT, TIME_UNITS, read_money_before, read_unit

SCORE = "score"
RATIO = "ratio"
DASHES = HYPHENS | {"—", "~", "−"}
_NEGATIVE = frozenset(("minus", "negative"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit on the tokens `first` to `end`; `last` is the last token that belongs to it, one past it is `end`."""

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


def figures(line: Sequence[Token]) -> Iterator[Quantity]:
    """Every figure of the tokens, in order, none overlapping."""
    openers = starters() | _NEGATIVE
    money = money_before().first_words()
    at, previous = 0, None
    while at < len(line):
        token = line[at]
        if token.kind is not Kind.DIGITS and token.kind is not Kind.VULGAR and token.lower not in openers and token.text not in money and token.text not in MINUS:
            at += 1
            continue
        found, resume = _at(line, at)
        if found is not None:
            found = _inherit(line, previous, found)
            yield found
            previous = found
        at = max(at + 1, resume)


def _at(line: Sequence[Token], at: int) -> tuple[Quantity | None, int]:
    """The figure that begins at token `at`, whole with its range, and the token to go on from."""
    if line[at].kind is Kind.DIGITS:
        parts_end = guards.many_parts(line, at)
        if parts_end is not None:
            return None, parts_end
    quantity = read_quantity(line, at)
    if quantity is None:
        return None, at + 1
    joined = _ratio(line, quantity) or _range(line, quantity)
    if joined is None:
        quantity = _share_unit(line, quantity)
    whole = joined or quantity
    if not _stands(line, whole):
        return None, whole.digits_at + 1
    whole = _age_of_person(line, _compound(line, whole))
    change = whole.change
    if change is Change.EXACT and whole.unit != SCORE:
        change = read_change(line, whole.first, whole.end, whole.unit, money=whole.money)
    return replace(whole, change=change), whole.end


def _inherit(line: Sequence[Token], previous: Quantity | None, found: Quantity) -> Quantity:
    """ "lost 190 points, or 0.6 per cent": the second amount tells the same move as the first."""
    if previous is None or found.change is not Change.EXACT or previous.change not in (Change.UP, Change.DOWN):
        return found
    between = [token.lower for token in line[previous.end : found.first]]
    return replace(found, change=previous.change) if between in (["or"], [",", "or"]) else found


# ---- one quantity


def read_quantity(line: Sequence[Token], at: int, *, joined: bool = False) -> Quantity | None:
    """The quantity that begins at token `at`: sign, currency, number, scale, unit or counted noun.

    `joined` tells that the token before is a dash that belongs to a range.
    """
    first, negative = at, False
    if line[at].text in MINUS or line[at].lower in _NEGATIVE:
        if not _is_minus(line, at):
            return None
        negative, at = True, at + 1 + (at + 1 < len(line) and line[at + 1].text in HYPHENS)
    code = None
    prefix = read_money_before(line, at) if at < len(line) else None
    if prefix is not None:
        code, after = prefix
        if after < len(line) and line[after].text in MINUS and not line[after].gap:
            negative, after = True, after + 1
        if line[at].gap is False and at > 0 and line[at - 1].kind is Kind.WORD and line[at].kind is Kind.SIGN and at == first and line[at - 1].end == line[at].start:
            return None
        at = after
    if at >= len(line) or line[at].kind not in (Kind.DIGITS, Kind.VULGAR, Kind.WORD):
        return None
    if code is None and not joined and line[at].kind is Kind.DIGITS and guards.glued_before(line, at):
        return None
    number = read_number(line, at, money=code is not None)
    if number is None or (code is not None and line[at].kind is Kind.WORD and number.indefinite):
        return None
    return _with_unit(line, first, at, number, code, negative=negative)


def _is_minus(line: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(line):
        return False
    following = line[at + 1]
    if line[at].lower in _NEGATIVE:
        return following.kind in (Kind.DIGITS, Kind.WORD) or following.text in HYPHENS
    opens = at == 0 or line[at].gap or line[at - 1].text in "(["
    return opens and not following.gap and (following.kind is Kind.DIGITS or following.text in "$£€¥")


def _with_unit(line: Sequence[Token], first: int, at: int, number: Number, code: str | None, *, negative: bool) -> Quantity:
    value = -number.value if negative else number.value
    high = number.high
    quantity = Quantity(first, at, number.end, number, value, high, code, money=code is not None, prefix=code is not None)
    unit = read_unit(line, number, money=code)
    if unit is not None:
        signed = -unit.extra if negative else unit.extra
        quantity = replace(quantity, end=unit.end, unit=unit.name, money=unit.money, value=value + signed)
        if unit.name == PERCENT and negative and line[first].text in MINUS:
            return replace(quantity, value=-value, change=Change.DOWN)
        return quantity
    million = _letter_million(line, quantity)
    if million is not None:
        quantity, number = million, million.number
    return _with_noun(line, quantity)


def _letter_million(line: Sequence[Token], quantity: Quantity) -> Quantity | None:
    """ "35m of its devices", "2.7m sales", "10M": the letter is a scale when no unit it could be was meant."""
    at = quantity.end
    if at >= len(line) or line[at].kind is not Kind.WORD or line[at].text not in ("m", "M", "b", "B") or not quantity.number.digits:
        return None
    if (line[at].gap or line[at].text in "mb") and not _counts(line, at + 1):
        return None
    if line[at].gap and line[at].text in "mb":
        return None
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
        return quantity
    if at >= len(line):
        return quantity
    if line[quantity.digits_at].lower.endswith("fold"):
        return replace(quantity, unit="time")
    hyphened = hyphened_noun(line, at)
    if hyphened is not None:
        return replace(quantity, unit=hyphened.lemma, end=hyphened.end, noun=True)
    if line[at].lower == "of" and (number.indefinite or number.scale > 1 or (at + 1 < len(line) and line[at + 1].lower in _OF_DETERMINERS)):
        return _of_noun(line, quantity, at + 1)
    if not line[at].gap:
        return quantity
    noun = counted_noun(line, at, many=number.value != 1 or number.indefinite)
    if noun is None:
        return quantity
    return _noun_rate(line, replace(quantity, unit=noun.lemma, end=noun.end, noun=True))


def _of_noun(line: Sequence[Token], quantity: Quantity, at: int) -> Quantity:
    """ "dozens of people", "thousands of dollars", "one of the officials", "35m of its devices"."""
    while at < len(line) and line[at].lower in _OF_DETERMINERS:
        at += 1
    if at >= len(line) or line[at].kind is not Kind.WORD:
        return quantity
    unit = read_unit(line, quantity.number._replace(end=at))
    if unit is not None and (quantity.number.indefinite or quantity.number.scale > 1):
        return replace(quantity, unit=unit.name, end=unit.end, money=unit.money)
    noun = counted_noun(line, at, many=True)
    return quantity if noun is None else _noun_rate(line, replace(quantity, unit=noun.lemma, end=noun.end, noun=True))


_OF_DETERMINERS = frozenset("the these those my your his her its our their most".split())


def _noun_rate(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """ "three thousand tests per day"."""
    at = quantity.end
    if at + 1 < len(line) and line[at].lower in ("per", "a", "an", "each") and line[at + 1].lower in TIME_UNITS and quantity.unit not in TIME_UNITS:
        return replace(quantity, unit=f"{quantity.unit} per {line[at + 1].lower}", end=at + 2)
    return quantity


# ---- two quantities


def _joint(line: Sequence[Token], at: int) -> tuple[str, int] | None:
    """What may join two ends of a range at token `at` ("to", "-", "and", "or"), and the token after it."""
    if at >= len(line):
        return None
    start = at
    if line[at].text in HYPHENS and at + 1 < len(line) and line[at + 1].lower == "to":
        at += 1
    if line[at].lower in ("to", "through", "till"):
        end = at + 1 + (at + 1 < len(line) and line[at + 1].text in HYPHENS and (at > start or not line[at + 1].gap))
        return "to", end
    if line[at].text in DASHES:
        return "-", at + 1
    if line[at].lower in ("and", "or"):
        return line[at].lower, at + 1
    return None


def _range(line: Sequence[Token], low: Quantity) -> Quantity | None:
    """ "3-5 per cent", "between 40 and 50", "from $10 to $15 billion", "2-1" as a score."""
    joint = _joint(line, low.end)
    if joint is None or low.high is not None:
        return None
    word, after = joint
    before = line[low.first - 1].lower if low.first else ""
    if word == "or" or (word == "and" and before not in ("between",) and not _between_open(line, low.first)):
        return None
    high = read_quantity(line, after, joined=True) if after < len(line) and _opens(line, after, word) else None
    if high is None or high.high is not None or (high.number.end < len(line) and guards.glued_after(line, high.end)):
        return None
    if word == "-" and _is_score(line, low, high):
        return replace(low, end=high.end if high.unit is None else high.number.end, high=high.value, unit=SCORE, noun=False)
    low = _share_scale(low, high)
    unit = _common_unit(low, high)
    if unit is not None and low.value > high.value and high.value < 0 and before in ("from", "between"):
        return replace(high, first=low.first, digits_at=low.digits_at, high=low.value, unit=unit[0])
    if unit is None or low.value >= high.value or _tells_a_change(line, low, word):
        return None
    if low.unit is None and not low.prefix and guards.is_year(line, low.digits_at, low.number) and not (high.unit and len(line[high.digits_at].text) == 4):
        return None
    return replace(high, first=low.first, digits_at=low.digits_at, value=low.value, high=high.value, unit=unit[0], change=Change.EXACT)


def _between_open(line: Sequence[Token], first: int) -> bool:
    """Whether "between" stands up to three tokens before: "between about 40 and 50"."""
    return any(token.lower == "between" for token in line[max(0, first - 3) : first])


def _opens(line: Sequence[Token], at: int, word: str) -> bool:
    return not (line[at].kind is Kind.DIGITS and word == "-" and line[at].gap != line[at - 1].gap)


def _share_scale(low: Quantity, high: Quantity) -> Quantity:
    """ "$10 to $15 billion" is ten billion to fifteen: the scale of the upper end holds for both when only it has one."""
    scale = high.number.scale
    if scale <= 1 or low.number.scale != 1 or low.number.mantissa >= high.number.mantissa or (low.unit is not None and not low.prefix):
        return low
    return replace(low, value=low.value * scale, number=low.number._replace(scale=scale))


def _common_unit(low: Quantity, high: Quantity) -> tuple[str | None] | None:
    """The unit of both ends, in a tuple; None when they differ."""
    if low.unit == high.unit or low.unit is None or (low.noun and high.unit is None):
        return (high.unit or low.unit,)
    return (low.unit,) if high.unit is None and low.prefix else None


def _tells_a_change(line: Sequence[Token], low: Quantity, word: str) -> bool:
    """Whether "from X to Y" tells two values of one thing ("rose from 13 to 14") and no range ("ranges from 13 to 14")."""
    if word != "to" or low.first == 0 or line[low.first - 1].lower != "from":
        return False
    from factcheck.values.figures.lexicon import moves

    return any(token.lower in moves() or token.lower in ("changed", "went", "moved", "revised") for token in line[max(0, low.first - 5) : low.first - 1])


def _is_score(line: Sequence[Token], low: Quantity, high: Quantity) -> bool:
    """Whether "2-1" is a result: whole numbers, no unit on the first, told by the words around or by falling."""
    a, b = low.number, high.number
    if not (a.digits and b.digits and is_whole(a.value) and is_whole(b.value)) or low.unit or low.prefix or high.prefix or max(a.value, b.value) > 600:
        return False
    if line[low.digits_at + 1].gap or line[high.digits_at].gap or (high.unit is not None and not high.noun):
        return False
    if a.value >= b.value:
        return a.value <= 30 or _told_as_score(line, low.first, high.number.end)
    return not high.noun and _told_as_score(line, low.first, high.number.end)


def _told_as_score(line: Sequence[Token], first: int, end: int) -> bool:
    around = (*line[max(0, first - 4) : first], *line[end : end + 3])
    return any(token.lower in phrase_words("scores") for token in around)


_ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 200, 250, 300, 400, 500, 1000, 10_000, 100_000, 1_000_000))


def _ratio(line: Sequence[Token], part: Quantity) -> Quantity | None:
    """ "one in five", "two out of three" as a share; "3-to-1" and "a ratio of 3:1" as a ratio."""
    at = part.number.end
    number = part.number
    if part.unit is not None and not part.noun or at + 1 >= len(line) or not is_whole(number.value) or number.scale > 1 or part.value <= 0:
        return None
    hyphen = line[at].text in HYPHENS
    joint = at + hyphen
    if line[joint].lower == "in":
        end = joint + 1
    elif line[joint].lower == "out" and line[joint + 1 : joint + 2] and line[joint + 1].lower == "of" and (joint + 2 < len(line)) and line[joint + 2].lower not in ("every", "the"):
        end = joint + 2
    elif line[joint].lower in ("to", ":"):
        return _odds(line, part, joint)
    else:
        return None
    end += end < len(line) and line[end].lower == "every"
    end += end < len(line) and line[end].text in HYPHENS
    whole = read_number(line, end) if end < len(line) else None
    if whole is None or whole.indefinite or whole.value not in _ROUND or not number.value < whole.value:
        return None
    if line[joint].lower == "in" and (number.value > 9 or not _no_time_or_money(line, whole)):
        return None
    return replace(part, end=whole.end, value=number.value / whole.value, unit=None, noun=False)


def _no_time_or_money(line: Sequence[Token], whole: Number) -> bool:
    unit = read_unit(line, whole)
    return unit is None and not (guards.is_year(line, whole.end - 1, whole))


def _odds(line: Sequence[Token], part: Quantity, joint: int) -> Quantity | None:
    at = joint + 1 + (joint + 1 < len(line) and line[joint + 1].text in HYPHENS)
    if at >= len(line) or line[at].lower not in ("1", "one") or part.value <= 1:
        return None
    if line[joint].text == ":" and not any(token.lower in ("ratio", "odds", "margin") for token in (*line[max(0, part.first - 4) : part.first], *line[at + 1 : at + 3])):
        return None
    return replace(part, end=at + 1, unit=RATIO, noun=False)


def _share_unit(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """The unit that a number borrows from the next one: "eight or nine euros", "45 and 50 mg", "nine of the twelve frames", "four-, five- and six-cylinder"."""
    if quantity.unit is not None or quantity.number.indefinite:
        return quantity
    if guards.is_year(line, quantity.digits_at, quantity.number):
        return quantity
    at, hops = quantity.end, 0
    hanging = False
    while at < len(line) and hops < 6:
        if line[at].text in HYPHENS and not line[at].gap and at + 1 < len(line) and (line[at + 1].gap or line[at + 1].text == ","):
            at, hanging = at + 1, True
        elif line[at].text == "," and hanging:
            at += 1
        elif hanging and line[at].lower in starters():
            other = read_number(line, at)
            if other is None or other.end >= len(line) or line[other.end].text not in HYPHENS:
                break
            at = other.end if line[other.end + 1 : other.end + 2] and line[other.end + 1].gap else at
            if at != other.end:
                break
        elif line[at].lower in ("or", "and", "to"):
            at += 1
        elif line[at].lower == "of" and line[at + 1 : at + 2] and line[at + 1].lower in _OF_DETERMINERS:
            at += 2
            at += at < len(line) and line[at].lower in _SPAN_ADJECTIVES
        else:
            break
        hops += 1
    if not hops or at >= len(line):
        return quantity
    other = read_quantity(line, at)
    if other is None or other.unit is None or other.number.indefinite:
        return quantity
    scaled = _share_scale(quantity, other) if line[at - 1].lower in ("or", "to") else quantity
    if other.noun and line[at - 1].lower == "and" and not line[quantity.end].text in HYPHENS:
        return quantity
    return replace(scaled, unit=other.unit, money=other.money)


def _compound(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """ "3 dollars 50 cents", "thirteen pounds and five pence": one sum."""
    if not quantity.money or quantity.unit not in ("USD", "EUR", "GBP", "AUD", "CAD") or quantity.high is not None or quantity.prefix:
        return quantity
    at = quantity.end + (quantity.end < len(line) and line[quantity.end].lower == "and")
    small = read_quantity(line, at) if at < len(line) else None
    if small is None or small.unit not in ("cent", "penny") or not 0 < small.value < 100:
        return quantity
    return replace(quantity, end=small.end, value=quantity.value + small.value / 100)


_SPAN_ADJECTIVES = frozenset("past last first previous next remaining final other top".split())
_TURNS = frozenset("turned turns turning aged age is was be".split())


def _age_of_person(line: Sequence[Token], quantity: Quantity) -> Quantity:
    """ "Okafor, 25, said", "aged 18 to 34", "he turned 30": bare numbers that are ages, in years."""
    if quantity.unit is not None or not is_whole(quantity.value) or not 0 < (quantity.high or quantity.value) < 116 or quantity.number.fraction:
        return quantity
    before = line[quantity.first - 1] if quantity.first else None
    earlier = line[quantity.first - 2] if quantity.first > 1 else None
    if before is None:
        return quantity
    following = line[quantity.end] if quantity.end < len(line) else None
    if before.lower in ("aged", "age", "ages"):
        return replace(quantity, unit="year")
    if before.text == "," and quantity.number.digits and earlier is not None and earlier.kind is Kind.WORD and earlier.text[0].isupper() and following is not None and following.text == ",":
        return replace(quantity, unit="year")
    if before.lower in _TURNS and earlier is not None and (before.lower.startswith("turn") or _person_before(line, quantity.first - 2)) and _ends_clause(following):
        return replace(quantity, unit="year")
    return quantity


def _person_before(line: Sequence[Token], at: int) -> bool:
    return line[at].lower in ("he", "she", "who") or (line[at].lower in ("will", "would") and at > 0 and line[at - 1].lower in ("he", "she", "who"))


def _ends_clause(token: Token | None) -> bool:
    return token is None or token.kind is not Kind.WORD or token.lower in ("when", "by", "in", "and", "on", "at", "but", "this", "next", "years", "before")


# ---- what is no figure


def _stands(line: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the quantity is a figure at all."""
    at, number = quantity.digits_at, quantity.number
    digits = line[at].kind is Kind.DIGITS
    if digits and quantity.unit is None and (guards.ordinal_or_clock(line, number.end) or guards.glued_after(line, quantity.end)):
        return False
    if digits and guards.ordinal_or_clock(line, number.end) and line[number.end].lower != "s":
        return False
    if quantity.unit == SCORE or quantity.unit == RATIO:
        return True
    if not digits and not number.fraction and guards.spelt_ordinal(line, number.end) and quantity.high is None:
        return False
    if digits and quantity.end < len(line) and line[quantity.end].kind is Kind.DIGITS and not line[quantity.end].gap:
        return False
    if quantity.unit is None and _compound_word(line, quantity.end):
        return False
    if quantity.noun and quantity.value < 0 and line[quantity.first].text in MINUS:
        return False
    if line[at].lower == "one" and number.end == at + 1 and number.scale == 1 and quantity.high is None and quantity.value > 0:
        if quantity.unit is None or quantity.noun:
            return quantity.unit is not None and not guards.one_is_pronoun(line, at, number.end) and not _named_one(line, at)
    if quantity.unit is None or quantity.noun:
        return _bare_stands(line, quantity)
    return True


_COMPOUNDS = frozenset("strong plus odd ish something".split())


def _compound_word(line: Sequence[Token], end: int) -> bool:
    """Whether the number only begins a compound that counts nothing: "two-pronged", "half-backs", "three-Test"."""
    if end + 1 >= len(line) or line[end].text not in HYPHENS or line[end].gap or line[end + 1].gap or line[end + 1].kind is not Kind.WORD:
        return False
    return line[end + 1].lower not in _COMPOUNDS


def _named_one(line: Sequence[Token], at: int) -> bool:
    return line[at].text == "One" and not guards.starts_sentence(line, at)


def _bare_stands(line: Sequence[Token], quantity: Quantity) -> bool:
    at, number = quantity.digits_at, quantity.number
    if guards.is_label(line, at, number.end, number, counted=quantity.noun) or guards.is_long_id(line, at, number):
        return False
    if quantity.noun:
        if guards.is_year(line, at, number) and number.value >= 1900:
            return quantity.unit == "person" or quantity.high is not None
        return not (number.digits and quantity.unit is not None and guards.is_name_with_noun(line, at, quantity.end, quantity.unit))
    return not guards.is_year(line, at, number)
