"""`figure-conflict`: one thing with two numbers that are a digit apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.numerals import Numeral, numerals, one_digit_off
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import words
from factcheck.model import Severity

ENOUGH = 0.1
"""Points from which two numbers are likely meant as one."""

MANY = 20
"""So many different numbers of one kind make any two of them likely to be alike by chance."""

CONTRAST = words("contrasts", "numbers")
"""Stems of words that set one number against another, or say that opinions were counted."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Two numbers, one digit apart, of one unit, in two sentences, of which at least one stands once, beside much the same words."""
    found = numerals(context, [block for block in context.blocks if block != context.headline])
    often = Counter((n.unit, n.digits) for n in found)
    kinds = Counter(unit for unit, _ in often)
    flagged: set[int] = set()
    for one, two in combinations(found, 2):
        if one.unit != two.unit or one.form != two.form or one.sentence == two.sentence or not one_digit_off(one, two):
            continue
        odd, other = (two, one) if often[two.unit, two.digits] == 1 else (one, two)
        if often[odd.unit, odd.digits] > 1 or odd.place.start in flagged:
            continue
        by_chance = 1.5 * math.log(min(MANY, kinds[odd.unit]))
        if _points(odd, other) - by_chance >= ENOUGH:
            flagged |= {odd.place.start, other.place.start}
            yield _finding(context, *sorted((one, two), key=lambda n: n.place.start))


def _points(one: Numeral, two: Numeral) -> float:
    """How much speaks for one number written twice: what stands beside both, and how the digits differ.

    Digits that changed places weigh most, since that is how fingers slip; then the thing counted and the words before. Against it
    speak years, numbers that only one of the two joins to its noun with a hyphen, neighbouring paragraphs, where differences are
    told, and words that tell them.
    """
    points = 4.0 * (sorted(one.digits) == sorted(two.digits))
    points += 2.0 * (one.next == two.next != "") + 1.0 * (one.previous == two.previous != "")
    points += 1.0 * (one.left[:1] == two.left[:1] != ())
    points += 0.5 * min(6, len(one.beside & two.beside)) + 0.5 * (len(one.digits) > 2)
    points -= 2.0 * (one.year and two.year) + 0.5 * (abs(one.paragraph - two.paragraph) <= 1)
    points -= 1.5 * (one.hyphen != two.hyphen) + 3.0 * (one.hyphen and two.hyphen)
    return points - 1.0 * bool(CONTRAST & {*one.left, *one.right, *two.left, *two.right})


def _finding(context: CheckContext, first: Numeral, second: Numeral) -> Finding:
    places = (first.place, second.place)
    message = (
        f"{_with_its_words(context, first)} and {_with_its_words(context, second)} stand beside much the same words and are one digit "
        "apart; if they count one thing, one of the two is a slip."
    )
    return Finding(places, message, Severity.LOOK, near=second.place)


def _with_its_words(context: CheckContext, numeral: Numeral) -> str:
    """The number with a few of the words after it, which say what it counts."""
    after = re.match(r"(?:[\s-]{1,2}[^\W\d_][\w’'-]{0,20}){0,3}", context.text[numeral.place.end : numeral.place.end + 80])
    return quoted(numeral.place.text + (after[0] if after else ""))


CHECK = Check(
    id="figure-conflict",
    looks_for="one thing with two numbers that are a digit apart",
    rule="Reuters Handbook of Journalism, 'numbers': a figure is the same wherever it stands in a story; "
    "digits swapped or struck wrong (Damerau 1964)",
    find=find,
    catches=(
        Example(
            "Ferry aground\n\nThe ferry took 326 passengers to Dunmore.\n\nIt rained.\n\nAll 362 passengers were taken off by night.\n"
        ),
        Example(
            "Port grows\n\nThe port got a $1.3 billion loan from the bank.\n\nNobody said why.\n\nIt must pay the $1.8 billion loan.\n"
        ),
        Example("Bees lost\n\nThe farm lost 450 hives of bees.\n\nThe winter was hard.\n\nThe 540 hives of bees were worth a fortune.\n"),
    ),
    passes=(
        Example("Ferry aground\n\nThe ferry took 326 passengers to Dunmore and 362 passengers to Hadley.\n"),
        Example("Port grows\n\nThe port was paid $1.3 billion last year.\n\nIt had paid out $1.8 billion for ships the year before.\n"),
        Example("Bees lost\n\nThe farm lost 450 hives.\n\nA man of 45 keeps the farm, and paid £4,500 for it.\n"),
    ),
)
