"""Numbers as they are printed, with what they count and the words that stand beside them, to be compared with one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.words import SMALL
from factcheck.language.calendar import MONTH
from factcheck.model import Block, Words

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

    `unit` is its currency, its magnitude and whether it is a percentage; `beside` are the stems of the words beside it in its
    sentence that can tell what it is a number of.
    """

    place: Words
    digits: str
    unit: tuple[str, str, str]
    paragraph: int
    beside: frozenset[str]


def numerals(context: CheckContext, blocks: Iterable[Block]) -> list[Numeral]:
    """The numbers of some parts of the article, in order; days of a month, ordinals and ages are left out."""
    found = (
        _numeral(context, match, nth)
        for nth, block in enumerate(blocks)
        for match in NUMERAL.finditer(context.text, block.start, block.end)
    )
    return list(islice((each for each in found if each is not None), MOST))


def _numeral(context: CheckContext, match: re.Match[str], paragraph: int) -> Numeral | None:
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
    place = context.at(match.start(), end)
    left, right = context.stems_beside(place, BESIDE, REACH)
    return Numeral(
        place,
        re.sub(r"\D", "", match["number"]),
        (match["currency"] or "", _MAGNITUDES.get(times, times), percent),
        paragraph,
        frozenset({*left, *right} - SMALL),
    )


def one_digit_off(one: Numeral, two: Numeral) -> bool:
    """Whether two numbers differ in one digit, or in the order of two (Damerau 1964)."""
    return one.digits != two.digits and len(one.digits) == len(two.digits) and OSA.distance(one.digits, two.digits) == 1
