"""The text as words, numbers and signs with their places: what the grammar of dates reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W\d_]{1,40}|\d{1,9}|\S")
"""One word, number or sign: takes `March`, `2019` and `/`; a space is none."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number of up to nine digits, or a sign. `low` is the word in lower case; `number` is None for others."""

    text: str
    start: int
    end: int
    low: str
    number: int | None


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, in order. A run of more than nine digits is a sign, as no date has one."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        word = found[0]
        number = int(word) if word.isdigit() and word.isascii() else None
        if number is not None and tokens and tokens[-1].end == found.start() and tokens[-1].text.isdigit():
            previous = tokens[-1]
            tokens[-1] = Token(previous.text, previous.start, previous.end, previous.low, None)
            number = None
        tokens.append(Token(word, found.start(), found.end(), word.lower(), number))
    return tokens
