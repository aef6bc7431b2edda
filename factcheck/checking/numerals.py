"""Numbers as they are printed, with what they count and the words that stand beside them, to be compared with one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.calendar import MONTH
from factcheck.model import Block, Span, Words

NUMERAL = re.compile(
    r"(?<![\w.,:/-])(?P<currency>[A-Z]{0,2}[$£€])?(?P<number>\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?:/\d{1,4})?)"
    r"(?P<suffix>%|th|st|nd|rd|bn|tn|m\b|k\b)?(?![:/.,]?\d)"
)
"""A number: takes `1,200`, `$53`, `4.75%`, `9/11`, `100m`, `5th` and the 13 of `13-month`, not `v1` or `9:40`."""

_MAGNITUDE = re.compile(r"[\s-]?(thousand|million|billion|trillion|hundred|bn|m)\b")
"""What makes a number many times greater: takes ` million`, `-billion` and `bn`, not ` metres`."""

_PERCENT = re.compile(r"[\s-]?(?:per\s?cent|pct)\b")
"""What makes a number a share: takes ` percent` and ` per cent`, not ` people`."""

_AGE = re.compile(r"[\s-]years?[\s-]old\b")
"""What makes a number an age: takes `-year-old` and ` years old`, not ` years`."""

_MONTH = re.compile(rf"\b{MONTH}\.?\s+$")
"""A month before a number, which makes that a day: takes `March ` and `Sept. `, not `Marching bands`."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
"""A year: takes `1995` and `2019`, not `500`."""

_MAGNITUDES = {"m": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}
_ORDINALS = ("th", "st", "nd", "rd")

BESIDE = 12
"""So many words on either side of a number, in its sentence, tell what it is a number of."""

REACH = 120
"""Code points on either side of a number in which those words are looked for."""

MOST = 400
"""Numbers of one article that are compared with one another."""


@dataclass(frozen=True)
class Numeral:
    """A number with its currency sign and magnitude: `$53 million`.

    `unit` is its currency, its magnitude and whether it is a percentage; `left` and `right` are the stems of the words beside it in
    its sentence, the nearest first.
    """

    place: Words
    digits: str
    unit: tuple[str, str, str]
    hyphen: bool
    sentence: int
    paragraph: int
    left: tuple[str, ...]
    right: tuple[str, ...]

    @cached_property
    def form(self) -> str:
        """How it is printed, digits and thousands aside: `0` for 1,200, `0.00` for 4.75, `0/00` for 9/11."""
        return re.sub(r"^0+", "0", re.sub(r"\d", "0", re.sub(r"[^\d./]", "", self.place.text)))

    @cached_property
    def beside(self) -> set[str]:
        """The stems beside it that can tell what it is a number of."""
        return {*self.left, *self.right} - SMALL

    @property
    def next(self) -> str:
        """The first of them behind it."""
        return next((w for w in self.right if w not in SMALL), "")

    @property
    def previous(self) -> str:
        """The last of them before it."""
        return next((w for w in self.left if w not in SMALL), "")

    @property
    def year(self) -> bool:
        """Whether it may be a year."""
        return _YEAR.fullmatch(self.place.text) is not None


def numerals(context: CheckContext, blocks: Iterable[Block]) -> list[Numeral]:
    """The numbers of some parts of the article, in order; days of a month, ordinals and ages are left out."""
    starts = [span.start for span in context.sentences]
    found = (
        _numeral(context, match, context.sentences[bisect_right(starts, match.start()) - 1], nth)
        for nth, block in enumerate(blocks)
        for match in NUMERAL.finditer(context.text, block.start, block.end)
    )
    return list(islice((each for each in found if each is not None), MOST))


def _numeral(context: CheckContext, match: re.Match[str], sentence: Span, paragraph: int) -> Numeral | None:
    text = context.text
    end, suffix = match.end(), match["suffix"] or ""
    aged = _AGE.match(text, end) or (text[max(0, match.start() - 2) : match.start()] == ", " and text[end : end + 1] in (",", "."))
    if aged or suffix in _ORDINALS or _MONTH.search(text, max(0, match.start() - 12), match.start()):
        return None
    magnitude, percent = _MAGNITUDE.match(text, end), "percent" if suffix == "%" else ""
    times = magnitude[1] if magnitude else suffix.replace("%", "")
    end = magnitude.end() if magnitude else end
    if share := _PERCENT.match(text, end):
        percent, end = "percent", share.end()
    before, after = text[max(sentence.start, match.start() - REACH) : match.start()], text[end : min(sentence.end, end + REACH)]
    return Numeral(
        context.at(match.start(), end),
        re.sub(r"\D", "", match["number"]),
        (match["currency"] or "", _MAGNITUDES.get(times, times), percent),
        text[match.end() : match.end() + 1] == "-",
        sentence.start,
        paragraph,
        tuple(reversed([stem(m[0]) for m in PLAIN_WORD.finditer(before)]))[:BESIDE],
        tuple(stem(m[0]) for m in PLAIN_WORD.finditer(after))[:BESIDE],
    )


def one_digit_off(one: Numeral, two: Numeral) -> bool:
    """Whether two numbers differ in one digit, or in the order of two (Damerau 1964)."""
    return one.digits != two.digits and len(one.digits) == len(two.digits) and OSA.distance(one.digits, two.digits) == 1
