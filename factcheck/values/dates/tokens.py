"""Cuts text into words, numbers and signs, each with its place and the gap before it: one pass, whatever the text."""

from __future__ import annotations

import re
from enum import IntEnum

from factcheck.values.dates.lexicon import NOTHING, WORDS, Word

TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
"""A run of digits, a run of letters, or one other sign. Takes "2019" and "March"; refuses " "."""

_LONGEST_NUMBER = 9
"""Digits that are still read as a number: no date, time or count in a text needs more."""

_WRAPPED_LINE = 60
"""A line at least this long was broken by its width and not by its meaning, so an expression may run over its end."""


class Gap(IntEnum):
    """What stands before a token."""

    NONE = 0
    SPACE = 1
    LINE = 2


class Token:
    """A word, a number or a sign at `text[start:end]`; `low` is it in small letters, `word` what the lexicon knows of it."""

    __slots__ = ("end", "gap", "low", "number", "start", "text", "word")

    def __init__(self, text: str, start: int, end: int, gap: Gap) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.gap = gap
        self.low = text.lower()
        first = text[0]
        self.number: int | None = int(text) if "0" <= first <= "9" and end - start <= _LONGEST_NUMBER else None
        self.word: Word = WORDS.get(self.low, NOTHING)

    @property
    def digits(self) -> int:
        """How many digits it has; 0 for anything but a number."""
        return self.end - self.start if self.number is not None else 0

    @property
    def is_capital(self) -> bool:
        """Whether it opens with a capital letter."""
        return self.text[0].isupper()

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start})"


END = Token("\n", 0, 0, Gap.LINE)
"""Stands for everything before the first and after the last token, and between lines: no rule can take it, so none runs over it."""


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` in their order, with `END` where a line ends that was not merely wrapped; in linear time."""
    tokens: list[Token] = []
    last = 0
    line = 0
    for found in TOKEN.finditer(text):
        start, end = found.span()
        gap = Gap.NONE
        if start > last:
            gap = Gap.SPACE
            cut = text.find("\n", last, start)
            if cut >= 0:
                only = text.find("\n", cut + 1, start) < 0
                gap = Gap.SPACE if only and cut - line >= _WRAPPED_LINE else Gap.LINE
                line = text.rfind("\n", last, start) + 1
                if gap is Gap.LINE:
                    tokens.append(END)
        tokens.append(Token(found[0], start, end, gap))
        last = end
    return tokens
