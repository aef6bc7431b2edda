"""Numbers as written: digits with separators, words, scales, fractions."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factcheck.values.interim.figures import lexicon as lex
from factcheck.values.interim.tokens import Token

NOTHING = Token("", -1, -1, "", None)


class Number(NamedTuple):
    """A number and the token after it. `word` says that it was written in words, `scaled` that a scale followed."""

    value: Decimal
    stop: int
    word: bool = False
    scaled: bool = False


class Numbers:
    """Reads numbers out of tokens."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def tok(self, i: int) -> Token:
        """The token at i, or one that is nothing."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else NOTHING

    def touches(self, i: int) -> bool:
        """Whether token i follows the one before without white space."""
        return i > 0 and self.tok(i).start == self.tok(i - 1).end

    def number(self, i: int, *, money: bool = False) -> Number | None:
        """The number at token i with its scale."""
        found = self._digits(i) if self.tok(i).number is not None or self.tok(i).text in lex.SIGNS else self._words(i)
        return self._scaled(found, money=money) if found else None

    def _digits(self, i: int) -> Number | None:
        if self.tok(i).text in lex.SIGNS:
            return Number(lex.SIGNS[self.tok(i).text], i + 1)
        digits, at = self.tok(i).text, i + 1
        while self.tok(at).text == "," and self._group(at + 1) and self.touches(at) and self.touches(at + 1) and len(digits) < 24:
            digits += self.tok(at + 1).text
            at += 2
        if self.tok(at).text == "." and self.tok(at + 1).text.isdigit() and self.touches(at) and self.touches(at + 1) and self.tok(at + 1).number is not None:
            after = self.tok(at + 2)
            if after.text == "." and self.touches(at + 2) and self.tok(at + 3).text.isdigit() and self.touches(at + 3):
                return None  # a version or an address
            digits += f".{self.tok(at + 1).text}"
            at += 2
        elif self.tok(at).text in lex.SIGNS:
            return Number(Decimal(digits) + lex.SIGNS[self.tok(at).text], at + 1)
        return Number(Decimal(digits), at)

    def _group(self, at: int) -> bool:
        """Three digits after a comma, or two of the Indian grouping when three follow."""
        token = self.tok(at)
        if token.number is None:
            return False
        if len(token.text) == 3:
            return True
        return len(token.text) == 2 and self.tok(at + 1).text == "," and self.touches(at + 1) and self._group(at + 2)

    def _words(self, i: int) -> Number | None:
        low = self.tok(i).low
        if low in ("a", "an") or low == "half":
            return self._article(i)
        if low not in lex.WORDS:
            return None
        value, at = Decimal(lex.WORDS[low]), i + 1
        unit = lex.WORDS.get(self.tok(at + 1).low, 0)
        if low in lex.TENS and self.tok(at).text == "-" and 0 < unit < 10:
            value, at = value + unit, at + 2
        elif low in lex.TENS and 0 < lex.WORDS.get(self.tok(at).low, 0) < 10:
            value, at = value + lex.WORDS[self.tok(at).low], at + 1
        fraction = self._fraction(at, value)
        return fraction or Number(value, at, word=True)

    def _fraction(self, at: int, count: Decimal) -> Number | None:
        """`two-thirds`, `three quarters`."""
        at = at + 1 if self.tok(at).text == "-" else at
        low = self.tok(at).low
        if low not in lex.FRACTIONS or (low in ("quarter", "half", "third", "fifth", "tenth") and count != 1) or (count == 1 and low == "half"):
            return None
        if count == 1 and self.tok(at + 1).low != "of":
            return None
        return Number(count * _ratio(lex.FRACTIONS[low]), at + 1, word=True)

    def _article(self, i: int) -> Number | None:
        """`a hundred`, `half a million`, `a third of`, `a dozen`."""
        if self.tok(i).low == "half":
            at = i + 2 if self.tok(i + 1).low in ("a", "an") else i + 1
            scale = lex.SCALES.get(self.tok(at).low)
            if scale and scale >= 12:
                return Number(Decimal(scale) / 2, at + 1, word=True, scaled=True)
            return Number(Decimal("0.5"), i + 1, word=True) if self.tok(i + 1).low == "of" else None
        low = self.tok(i + 1).low
        if low in lex.SCALES and low != "score" and self.tok(i + 1).text.islower():
            return Number(Decimal(1), i + 1, word=True)
        if low in ("third", "quarter", "fifth", "tenth") and self.tok(i + 2).low == "of":
            return Number(_ratio(lex.FRACTIONS[low]), i + 2, word=True)
        return None

    def _scaled(self, number: Number, *, money: bool) -> Number:
        value, at, scaled = number.value, number.stop, number.scaled
        token = self.tok(at)
        if not number.word and token.low in lex.ATTACHED and self.touches(at) and not (self.touches(at + 1) and self.tok(at + 1).text.isalnum()):
            if token.low not in ("m", "b") or money:
                return Number(value * lex.ATTACHED[token.low], at + 1, scaled=True)
        elif money and token.low in lex.ATTACHED and token.low in ("m", "b", "mn", "bn", "tn"):
            return Number(value * lex.ATTACHED[token.low], at + 1, scaled=True)
        while (scale := lex.SCALES.get(token.low)) and not (token.low == "score" and value > 20):
            if self.tok(at).text == "-" and False:
                break
            value, at, scaled = value * scale, at + 1, True
            more = self._rest(at, scale)
            if more:
                value, at = value + more.value, more.stop
            token = self.tok(at)
        if not scaled and token.text == "-" and lex.SCALES.get(self.tok(at + 1).low, 0) >= 10**3:
            return Number(value * lex.SCALES[self.tok(at + 1).low], at + 2, number.word, scaled=True)
        return Number(value, at, number.word, scaled)

    def _rest(self, at: int, scale: int) -> Number | None:
        """`two hundred and fifty`: the words that add to a scale."""
        joined = at + 1 if self.tok(at).low == "and" else at
        if self.tok(joined).low not in lex.WORDS or scale < 100:
            return None
        more = self._words(joined)
        return more if more and 0 < more.value < scale else None


def _ratio(text: str) -> Decimal:
    top, _, bottom = text.partition("/")
    return Decimal(top) / Decimal(bottom or 1)
