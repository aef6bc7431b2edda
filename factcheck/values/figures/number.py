"""A number as read from tokens, the tables of number words, and the scales ("million", "k") that may follow it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factcheck.values.figures.lexicon import HYPHENS, table
from factcheck.values.figures.tokens import Kind, Token

MOST = Decimal(10) ** 30
"""No number above this is a figure in an article."""


class Number(NamedTuple):
    """A number read from tokens: `end` is the token after it, `mantissa` and `scale` what stands before and in "million"."""

    value: Decimal
    end: int
    mantissa: Decimal
    scale: Decimal = Decimal(1)
    high: Decimal | None = None
    digits: bool = False
    fraction: bool = False

    @property
    def indefinite(self) -> bool:
        """Whether the words name a size only ("dozens", "several thousand")."""
        return self.high is not None


@cache
def number_table(section: str) -> dict[str, Decimal]:
    """The number words of a section of `numbers.toml` with their values."""
    return {word: Decimal(value) for word, value in table("numbers")[section].items()}


@cache
def scales() -> dict[str, Decimal]:
    """Scale words in lower case, with the plurals that may follow a number ("3 dozens", "two millions")."""
    found = number_table("scales") | {"dozen": Decimal(12), "dozens": Decimal(12), "dzs": Decimal(12), "dozs": Decimal(12)}
    return found | {word + "s": value for word, value in number_table("scales").items() if len(word) > 3}


@cache
def denominators() -> dict[str, tuple[Decimal, bool]]:
    """Reads "third" and "thirds" with 3, and whether the word is a plural."""
    found = {word: (Decimal(value), word == "halves") for word, value in table("numbers")["denominators"].items()}
    return found | {word + "s": (value, True) for word, (value, _) in found.items() if word not in ("half", "halves")}


def word_at(line: Sequence[Token], at: int) -> str:
    """The token at `at` in lower case, empty outside the line and where a paragraph ends."""
    return line[at].lower if 0 <= at < len(line) and line[at].kind is not Kind.BREAK else ""


def is_glued(line: Sequence[Token], at: int) -> bool:
    """Whether the token at `at` follows the one before it without white space."""
    return 0 < at < len(line) and not line[at].gap and line[at].kind is not Kind.BREAK


def is_whole(value: Decimal) -> bool:
    """Whether `value` is a whole number."""
    return value == value.to_integral_value()


def scaled(line: Sequence[Token], number: Number, *, money: bool = False) -> Number:
    """`number` with the scale words or letters after it: "1.5 million", "2.7 lakh crore", "300k"."""
    at = number.end
    letter = _scale_letter(line, at, money=money)
    if letter is not None:
        return times(number, letter, at + 1)
    while at < len(line) and at - number.end < 6:
        skip = at + (line[at].text in HYPHENS and not line[at].gap)
        scale = scales().get(word_at(line, skip))
        if scale is None or line[skip].kind is not Kind.WORD:
            break
        number = times(number, scale, skip + 1)
        at = skip + 1
    return number


def times(number: Number, scale: Decimal, end: int) -> Number:
    """`number` times `scale`, read up to token `end`."""
    if number.value * scale > MOST:
        return number._replace(end=end)
    return number._replace(value=number.value * scale, scale=number.scale * scale, end=end)


def _scale_letter(line: Sequence[Token], at: int, *, money: bool) -> Decimal | None:
    if at >= len(line) or line[at].kind is not Kind.WORD:
        return None
    text = line[at].text
    if money and text in table("numbers")["money_letters"]:
        return number_table("money_letters")[text]
    if line[at].gap:
        return None
    if text == "K" and any(token.text in ("°", "kelvin", "Celsius") for token in line[max(0, at - 8) : at]):
        return None
    if text in table("numbers")["letters"] and text != "mm":
        return number_table("letters")[text]
    return None
