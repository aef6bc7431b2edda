"""Every figure of a text, in order: number, unit, range and direction."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext

from factcheck.model import Change, DateKind, Figure, Span
from factcheck.values.interim.dates import find_dates
from factcheck.values.interim.figures import lexicon as lex
from factcheck.values.interim.figures.numbers import Number, Numbers
from factcheck.values.interim.tokens import Token, tokenise

_OPENING = frozenset("([{\"“‘'«–—/")


def find_figures(text: str, dates: Sequence[Span] | None = None) -> list[Figure]:
    """Every figure in an English text, in order, none overlapping. Offsets are code points into `text`; never raises.

    `dates` are spans that hold no figures because dates stand there; without them the dates of the text are found, and
    durations ("70 days") count as figures with their unit. Ordinals, and numbers that name rather than count (Section
    427, Boeing 737, phone numbers, house numbers), are no figures.
    """
    masked = dates if dates is not None else [d for d in find_dates(text) if d.kind is not DateKind.DURATION]
    with localcontext() as context:
        context.prec = 40
        return list(_Reader(text, masked).figures())


class _Reader(Numbers):
    def __init__(self, text: str, masked: Sequence[Span]) -> None:
        super().__init__(tokenise(text))
        self._text = text
        self._masked = sorted((s.start, s.end) for s in masked)
        self._starts = [s for s, _ in self._masked]

    def figures(self) -> Iterator[Figure]:
        """The figures, from left to right."""
        at = 0
        while at < len(self.tokens):
            found = None if self._is_masked(self.tok(at)) else self._figure(at)
            if found is None:
                at += 1
                continue
            figure, at = found
            yield figure

    def _is_masked(self, token: Token) -> bool:
        i = bisect_right(self._starts, token.start) - 1
        return i >= 0 and token.start < self._masked[i][1]

    def _figure(self, i: int) -> tuple[Figure, int] | None:
        currency, at = self._currency_before(i)
        if at == i and self.tok(i).number is None and self.tok(i).text not in lex.SIGNS and not self._starts_words(i):
            return None
        number = self.number(at, money=currency is not None)
        if number is None or (currency is None and self._names(i, number)):
            return None
        upper, number = self._range(number, money=currency is not None)
        unit, stop, money = self._unit(number, currency)
        if unit is None and self._too_plain(i, number):
            return None
        low, high = self._ordered(number, upper, money)
        first, negative = self._minus(i)
        if negative:
            low, high = -low, None if high is None else -high
        start, end = self.tok(first).start, self.tok(stop - 1).end
        figure = Figure(
            start=start, end=end, text=self._text[start:end], value=_plain(low), high=None if high is None else _plain(high), unit=unit, change=self._change(first)
        )
        return figure, stop

    @staticmethod
    def _ordered(number: Number, upper: Number | None, _: bool) -> tuple[Decimal, Decimal | None]:
        return number.value, upper.value if upper else None

    def _starts_words(self, i: int) -> bool:
        low = self.tok(i).low
        return low in lex.WORDS or low in ("a", "an", "half")

    def _minus(self, i: int) -> tuple[int, bool]:
        before = self.tok(i - 1)
        if before.low == "minus":
            return i - 1, True
        if before.text in ("-", "−") and self.touches(i) and not self.touches(i - 1) and self.tok(i - 2).number is None:
            return i - 1, True
        return i, False

    # ---- what is no figure

    def _names(self, i: int, number: Number) -> bool:
        """Whether the number names something, or is part of a word, an ordinal, a time or a score of digits."""
        before, after = self.tok(i - 1), self.tok(number.stop)
        if self.touches(i) and (before.text.isalnum() or before.text in ("/", "#", "@", "_", ".", ":", "’")) and before.text not in _OPENING:
            return True
        if self.touches(i) and before.text == "-" and self.touches(i - 1) and self.tok(i - 2).text.isalpha():
            return True
        if self.touches(number.stop):
            if after.low in ("st", "nd", "rd", "th", "s") or after.text in ("/", ":", "_", "@"):
                return self.tok(number.stop + 1).text[:1].isalnum() or after.text.isalpha()
            if after.text.isalpha() and after.low not in lex.UNITS and after.low not in lex.ATTACHED and after.low not in lex.SCALES:
                return True
        if before.low in lex.NAMED and not number.scaled and not number.word:
            return True
        if before.text == "." and self.tok(i - 2).low == "no":
            return True
        return self._address(i, number) or self._phone(i, number)

    def _address(self, i: int, number: Number) -> bool:
        words = [self.tok(number.stop + n) for n in range(4)]
        if number.word or number.scaled or not words[0].text[:1].isupper():
            return False
        street = next((n for n, t in enumerate(words) if t.low in lex.STREETS and t.text[:1].isupper()), None)
        return street is not None and all(t.text[:1].isupper() for t in words[:street])

    def _phone(self, i: int, number: Number) -> bool:
        joint = self.tok(number.stop).text
        second = self.tok(number.stop + 1)
        chained = joint == "-" and second.number is not None and self.touches(number.stop) and self.touches(number.stop + 1)
        return chained and (self.tok(number.stop + 2).text == "-" or len(second.text) == 4) and not number.word

    def _too_plain(self, i: int, number: Number) -> bool:
        """A bare small number in words ("one of them", "the two") counts nothing that can be checked; nor does a list number."""
        if number.word and not number.scaled:
            return True
        lone = self.tok(number.stop).text in (".", ")") and (i == 0 or "\n" in self._text[self.tok(i - 1).end : self.tok(i).start])
        return lone and not number.scaled

    # ---- money and units

    def _currency_before(self, i: int) -> tuple[str | None, int]:
        token = self.tok(i)
        if token.text in lex.MONEY_SIGNS:
            return lex.MONEY_SIGNS[token.text], i + 1
        after = self.tok(i + 1)
        if after.text == "$" and token.low in lex.MONEY_PREFIXES and (self.touches(i + 1) or token.low in ("us", "hk", "nz")):
            return lex.MONEY_PREFIXES[token.low], i + 2
        if token.text in lex.MONEY_CODES:
            at = i + 2 if token.text == "Rs" and after.text == "." else i + 1
            if self.tok(at).number is not None:
                return {"Rs": "INR", "RMB": "CNY"}.get(token.text, token.text), at
        return None, i

    def _range(self, number: Number, *, money: bool) -> tuple[Number | None, Number]:
        """The upper end of `3-5 per cent`, `between 40 and 50`, `$1m to $2m`."""
        joint = self.tok(number.stop)
        between = joint.low == "and" and self._follows_between(number)
        if not (joint.text in ("-", "–", "—") or joint.low == "to" or between):
            return None, number
        at = number.stop + 1
        _, at = self._currency_before(at)
        upper = self.number(at, money=money) if self.tok(at).number is not None or self.tok(at).low in lex.WORDS else None
        if upper is None or self.tok(at).low in ("a", "an") or (upper.value <= number.value and not upper.scaled):
            return None, number
        low = number.value
        if upper.scaled and not number.scaled and low < 1000:
            scale = upper.value / self._bare(at)
            low = low * scale
        if low >= upper.value:
            return None, number
        return upper, Number(low, upper.stop, number.word, upper.scaled)

    def _bare(self, at: int) -> Decimal:
        found = self._digits(at) if self.tok(at).number is not None else self._words(at)
        return found.value if found and found.value else Decimal(1)

    def _follows_between(self, number: Number) -> bool:
        return any(self.tok(i).low in ("between", "from") for i in range(max(0, number.stop - 8), number.stop))

    def _unit(self, number: Number, currency: str | None) -> tuple[str | None, int, bool]:
        """The unit after the number, the token after it, and whether it is money."""
        at = number.stop
        if currency:
            return currency, at, True
        token = self.tok(at)
        hyphen = token.text == "-" and self.touches(at)
        at = at + 1 if hyphen else at
        token = self.tok(at)
        if token.text == "%":
            point = self.tok(at + 1).low in ("point", "points")
            return ("percentage point" if point else "percent"), at + (2 if point else 1), False
        if token.low == "per" and self.tok(at + 1).low == "cent":
            point = self.tok(at + 2).low in ("point", "points")
            return ("percentage point" if point else "percent"), at + (3 if point else 2), False
        if token.low == "pct":
            return "percent", at + 1, False
        if token.text == "°" or (token.low in ("degree", "degrees")):
            return self._degrees(at)
        return self._measure(at, number, hyphen=hyphen)

    def _degrees(self, at: int) -> tuple[str, int, bool]:
        after = self.tok(at + 1)
        unit = {"c": "celsius", "celsius": "celsius", "f": "fahrenheit", "fahrenheit": "fahrenheit"}.get(after.low)
        return (unit, at + 2, False) if unit else ("degree", at + 1, False)

    def _measure(self, at: int, number: Number, *, hyphen: bool) -> tuple[str | None, int, bool]:
        token, after = self.tok(at), self.tok(at + 1)
        one = _singular(token.low)
        if (token.low, _singular(after.low)) in lex.TWO_WORD_UNITS:
            return lex.TWO_WORD_UNITS[token.low, _singular(after.low)], at + 2, False
        for words, code in lex.WHOSE_MONEY.items():
            if all(_singular(self.tok(at + n).low) == word for n, word in enumerate(words)):
                return code, at + len(words), True
        if token.text in lex.MONEY_CODES and token.text != "Rs":
            return {"RMB": "CNY"}.get(token.text, token.text), at + 1, True
        if one in lex.MONEY_WORDS or token.low in lex.MONEY_WORDS:
            return lex.MONEY_WORDS.get(one) or lex.MONEY_WORDS[token.low], at + 1, True
        if token.low in lex.UNITS or one in lex.UNITS:
            unit = lex.UNITS.get(token.low) or lex.UNITS[one]
            return self._rate(unit, at + 1)
        if token.low in ("k", "m", "b") and self.touches(at):
            return None, number.stop, False
        return self._counted(at, number, hyphen=hyphen)

    def _rate(self, unit: str, at: int) -> tuple[str, int, bool]:
        """`km per hour`, `km/h`, and ages: `years old`, `-year-old`."""
        per = self.tok(at).low in ("per", "an") or self.tok(at).text == "/"
        hour = self.tok(at + 1).low in ("hour", "h", "hr")
        if per and hour and unit in ("km", "mile", "m"):
            return {"km": "kilometre per hour", "mile": "mile per hour", "m": "metre per hour"}[unit], at + 2, False
        if unit == "year":
            old = at + 1 if self.tok(at).text == "-" else at
            if self.tok(old).low == "old":
                return "year", old + 1, False
        return unit, at, False

    def _counted(self, at: int, number: Number, *, hyphen: bool) -> tuple[str | None, int, bool]:
        """The counted noun: the last plural within four words that nothing interrupts, in the singular."""
        if hyphen:
            return None, number.stop, False
        at = at + 1 if self.tok(at).low in ("more", "other", "new", "different") else at
        at = at + 2 if self.tok(at).low == "of" and self.tok(at + 1).low in ("the", "its", "his", "her", "their") and number.word else at
        at = at + 1 if self.tok(at).low == "of" and (number.scaled or number.value < 1) else at
        best = None
        for n in range(4):
            token = self.tok(at + n)
            if not token.text.isalpha() or token.low in lex.STOPS or self._is_masked(token) or (n and "\n" in self._text[self.tok(at + n - 1).end : token.start]):
                break
            if self._is_plural(token) or (number.value == 1 and not number.scaled and n == 0 and token.text.islower() and not number.word):
                best = at + n
            elif best is not None:
                break
            if self.tok(at + n + 1).text == "-" and self.tok(at + n + 2).text.isalpha():
                break
        if best is None:
            return None, number.stop, False
        return _singular(self.tok(best).low), best + 1, False

    @staticmethod
    def _is_plural(token: Token) -> bool:
        low = token.low
        if low in lex.IRREGULAR or low in lex.COUNTED_SINGULAR:
            return True
        return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")) and low not in lex.NOT_NOUNS

    # ---- direction

    def _change(self, first: int) -> Change:
        """What the words right before say of the figure: about, more than, up by."""
        before = [self.tok(first - n).low for n in range(1, 4)]
        one, two, three = before
        if one == "by":
            one, two = two, three
        elif one in ("a", "an", "further", "another", "of") and two in lex.UP | lex.DOWN:
            one = two
        if one == "than":
            return Change.MORE if two in ("more", "greater", "higher", "bigger", "larger", "longer", "older", "better") else Change.LESS
        if one == "to" and two == "up":
            return Change.LESS
        if one in lex.ABOUT:
            return Change.ABOUT
        if one in lex.MORE or (one == "of" and two == "upwards") or (one == "least" and two == "at"):
            return Change.MORE
        if one in lex.LESS:
            return Change.LESS
        if one in lex.UP:
            return Change.UP
        return Change.DOWN if one in lex.DOWN else Change.EXACT


def _plain(value: Decimal) -> Decimal:
    """The value without trailing zeros, exponents or an endless tail of digits."""
    rounded = round(value, 9) if value.as_tuple().exponent < -9 else value  # type: ignore[operator]  # finite by construction
    normal = rounded.normalize()
    return normal.quantize(Decimal(1)) if normal == normal.to_integral_value() else normal


def _singular(word: str) -> str:
    """The singular of an English noun, by the regular rules and a list of the others."""
    if word in lex.IRREGULAR:
        return lex.IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2 else word
