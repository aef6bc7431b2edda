"""Numbers that count time: "two", "twenty-two", "2.5", "one and a half", "5 1/2", "a dozen", and "several" for no number at all."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.values.dates.lexicon import ORDINAL_ENDINGS
from factcheck.values.dates.token_stream import TokenStream
from factcheck.values.dates.tokens import Gap

VAGUE = frozenset(["several", "some", "few", "many", "numerous", "multiple", "couple", "countless"])
"""Words that count without saying how many."""

_HALVES = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

_LARGEST = 10_000
"""No news counts more hours, days or years than this; longer figures are something else."""


class Count(NamedTuple):
    """How many (None: some), and the index behind the words."""

    number: Fraction | None
    end: int


def count(stream: TokenStream, i: int) -> Count | None:
    """A counting number in figures or words at `i`."""
    token = stream[i]
    if token.number is not None:
        return _in_figures(stream, i)
    if token.text in _SIGNS:
        return Count(_SIGNS[token.text], i + 1)
    found = words(stream, i)
    if found is not None:
        return _with_fraction(stream, Fraction(found[0]), found[1])
    if token.low in VAGUE:
        return _vague(stream, i)
    if token.low in ("a", "an"):
        if stream.has(i + 1, "quarter", "of", "a"):
            return Count(Fraction(1, 4), i + 4)
        if stream.low(i + 1) in VAGUE or stream.low(i + 1) in ("dozen", "hundred", "thousand", "half"):
            return _after_article(stream, i + 1)
        if stream[i + 1].text in _SIGNS:
            return Count(_SIGNS[stream[i + 1].text], i + 2)
        return _with_fraction(stream, Fraction(1), i + 1)
    if token.low == "half" and stream.low(i + 1) in ("a", "an"):
        return Count(Fraction(1, 2), i + 2)
    if token.low in ("dozens", "scores", "hundreds", "thousands", "tens") and stream.low(i + 1) == "of":
        end = i + 2
        return Count(None, end + (stream.low(end) in ("thousands", "millions")) * 2)
    return None


def _after_article(stream: TokenStream, i: int) -> Count | None:
    low = stream.low(i)
    if low == "dozen":
        return Count(Fraction(12), i + 1)
    if low == "hundred":
        return Count(Fraction(100), i + 1)
    if low == "thousand":
        return Count(Fraction(1000), i + 1)
    if low == "half":
        return Count(Fraction(1, 2), i + 1)
    return _vague(stream, i)


def _vague(stream: TokenStream, i: int) -> Count:
    low = stream.low(i)
    if low == "couple":
        return Count(Fraction(2), stream.skip(i + 1, ("of",)))
    if low == "few" and stream.low(i + 1) == "dozen":
        return Count(None, i + 2)
    return Count(None, stream.skip(i + 1, ("dozen", "hundred", "thousand", "more")))


def _in_figures(stream: TokenStream, i: int) -> Count | None:
    token = stream[i]
    whole, end = token.number or 0, i + 1
    while (
        whole <= _LARGEST and stream[end].text == "," and stream.is_glued(end) and stream[end + 1].digits == 3 and stream.is_glued(end + 1)
    ):
        whole, end = whole * 1000 + (stream[end + 1].number or 0), end + 2
    if whole > _LARGEST:
        return None
    value = Fraction(whole)
    if stream[end].text == "." and stream.is_glued(end) and 1 <= stream[end + 1].digits <= 3 and stream.is_glued(end + 1):
        return Count(value + Fraction(stream[end + 1].number or 0, 10 ** stream[end + 1].digits), end + 2)
    return _with_fraction(stream, value, end)


def _with_fraction(stream: TokenStream, value: Fraction, end: int) -> Count:
    """ "one and a half", "5 1/2", "5½", "three and a quarter"."""
    if stream[end].text in _SIGNS:
        return Count(value + _SIGNS[stream[end].text], end + 1)
    joined = stream.after_hyphen(end)
    if stream.low(joined) == "and":
        article = stream.after_hyphen(joined + 1)
        half = stream.after_hyphen(article + 1)
        if stream.low(article) in ("a", "one") and stream.low(half) in _HALVES and stream.low(half + 1) not in ("of", "past"):
            return Count(value + _HALVES[stream.low(half)], half + 1)
    top, slash, bottom = stream[end], stream[end + 1], stream[end + 2]
    if (
        top.digits == 1
        and top.gap is Gap.SPACE
        and slash.text == "/"
        and bottom.digits == 1
        and bottom.number
        and (top.number or 0) < bottom.number
    ):
        return Count(value + Fraction(top.number or 0, bottom.number), end + 3)
    return Count(value, end)


def words(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """A whole number in words below ten thousand and the index behind it: "two", "forty-five", "two hundred and ten"."""
    found = _below_hundred(stream, i)
    if found is None:
        return None
    value, end = found
    if stream.low(end) == "dozen":
        return value * 12, end + 1
    for name, scale in (("thousand", 1000), ("hundred", 100)):
        if stream.low(end) == name and value < 100:
            value, end = value * scale, end + 1
            rest = _below_hundred(stream, end + (stream.low(end) == "and"))
            if rest is not None and not (stream.low(end) == "and" and stream.low(rest[1]) == "hundred"):
                if stream.low(rest[1]) == "hundred":
                    return value + rest[0] * 100, rest[1] + 1
                return value + rest[0], rest[1]
            return value, end
    return value, end


def _below_hundred(stream: TokenStream, i: int) -> tuple[int, int] | None:
    first = stream[i].word
    if first.cardinal < 0:
        return None
    if first.tens:
        at = stream.after_hyphen(i + 1)
        second = stream[at].word.cardinal
        if 1 <= second <= 9:
            return first.cardinal + second, at + 1
    return first.cardinal, i + 1


def ordinal(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """An ordinal and the index behind it: "3rd", "third", "twenty-first"."""
    token = stream[i]
    if token.number is not None:
        ending = stream[i + 1]
        return (token.number, i + 2) if ending.low in ORDINAL_ENDINGS and stream.is_glued(i + 1) and token.digits <= 3 else None
    if token.word.ordinal:
        return token.word.ordinal, i + 1
    if token.word.tens:
        at = stream.after_hyphen(i + 1)
        if 1 <= stream[at].word.ordinal <= 9:
            return token.word.cardinal + stream[at].word.ordinal, at + 1
    return None


def written(number: Fraction | None) -> str:
    """The number as a TIMEX3 duration has it: 2, 2.5, X for some."""
    if number is None:
        return "X"
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.3f}".rstrip("0").rstrip(".")
