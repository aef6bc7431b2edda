"""The tokens of a text, for rules that look left and right of a place."""

from __future__ import annotations

from collections.abc import Container

from factcheck.values.dates.tokens import END, Gap, Token, tokenise

HYPHENS = frozenset("-‐‑–—")
"""What joins "two-day" and "27-28": hyphens and dashes."""

QUOTES = frozenset("'’ʼ")
"""What stands before the s of "year's" and the figures of "'90s"."""


_SHORT = frozenset({"am", "pm", "vs", "no", "st", "ft", "govt", "approx"})
"""Short forms in small letters that have a point behind them."""

_SHORTEST = 3
"""Letters of a title or the like with its point: "Mr.", "Gen."; a word of more ends its sentence."""

_MARGIN = 64
"""How far beyond the text rules may look; none looks further than a clause."""


class TokenStream:
    """The tokens of `text`; a place up to `_MARGIN` outside it, on either side, holds `END`."""

    __slots__ = ("_length", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenise(text)
        self._length = len(self.tokens)
        self.tokens.extend([END] * _MARGIN)

    def __getitem__(self, index: int) -> Token:
        # A place before the text counts from the end of the list, where the margin is.
        return self.tokens[index]

    def __len__(self) -> int:
        return self._length

    def low(self, index: int) -> str:
        """The token in small letters."""
        return self.tokens[index].low

    def has(self, index: int, *words: str) -> bool:
        """Whether these words stand here, one token each."""
        tokens = self.tokens
        for word in words:
            if tokens[index].low != word:
                return False
            index += 1
        return True

    def skip(self, index: int, words: Container[str]) -> int:
        """Past one of `words`, when it stands here."""
        return index + (self.low(index) in words)

    def is_glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return self.tokens[index].gap is Gap.NONE and index > 0

    def is_hyphen(self, index: int) -> bool:
        """Whether a hyphen joins the tokens on both sides: no space at either."""
        return self[index].text in HYPHENS and self.is_glued(index) and self.is_glued(index + 1)

    def after_hyphen(self, index: int) -> int:
        """Past a joining hyphen, when one stands here."""
        return index + (self[index].text in HYPHENS and self.is_glued(index + 1))

    def is_abbreviated(self, index: int) -> bool:
        """Whether the point here belongs to a number, an initial or a short form ("3.5", "U.S.", "St.", "p.m.") and ends no sentence."""
        before = self[index - 1].text
        if not before.isalpha():
            return self.is_glued(index) and self.is_glued(index + 1) and self[index + 1].text.isalnum()
        if len(before) == 1 and self.is_glued(index - 1) and self[index - 2].number is not None:
            return self.is_glued(index + 1)  # "to $4m. Costs fell"
        if len(before) == 1 or before.lower() in _SHORT:
            return True
        return before[0].isupper() and not before.isupper() and len(before) <= _SHORTEST

    def after_possessive(self, index: int) -> int:
        """Past 's and a bare apostrophe."""
        if self[index].text in QUOTES and self.is_glued(index):
            return index + 1 + (self.low(index + 1) == "s" and self.is_glued(index + 1))
        return index
