"""Years, and lengths of time, of which one has the digits of another in another order: opened in 1896, the opening night of 1869."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.calendar import A_YEAR
from factcheck.language.lexicon import words
from factcheck.model import Severity, Words

LENGTH = re.compile(r"\b(?P<n>\d{2,3})[ \u00a0-](?P<unit>day|week|month|year)s?\b(?![ -]old)")
"""A length of time in digits: takes `24 days` and `42-day`, not `42-year-old`."""

FORM = 4
"""Words that begin with the same letters, so many of them, are taken for forms of one."""

MOST = 6
"""An article that names more years tells a history, in which two have the same digits by chance."""

WHEN = words("contrasts", "when")


def swapped(context: CheckContext) -> Iterator[Finding]:
    """Two such years in two paragraphs beside a word of one stem, and two such lengths where the article has no third of their unit."""
    years: dict[str, list[Words]] = defaultdict(list)
    lengths: dict[str, dict[str, list[Words]]] = defaultdict(lambda: defaultdict(list))
    for block in context.blocks:
        for match in A_YEAR.finditer(context.text, block.start, block.end):
            years[match[0]].append(context.at(*match.span()))
        for match in LENGTH.finditer(context.text, block.start, block.end):
            lengths[match["unit"]][match["n"]].append(context.at(*match.span()))
    once = {year: places[0] for year, places in years.items() if len(places) == 1}
    few = sorted(once) if len(years) <= MOST else []
    pairs = [(once[one], once[two]) for one, two in combinations(few, 2) if _are_swapped(one, two)]
    yield from (_finding(one, two) for one, two in pairs if _apart(context, one, two) and _beside(context, one) & _beside(context, two))
    for told in lengths.values():
        if len(told) == 2 and _are_swapped(*told):
            one, two = (places[0] for places in told.values())
            if _apart(context, one, two):
                yield _finding(one, two)


def _are_swapped(one: str, two: str) -> bool:
    return one != two and sorted(one) == sorted(two) and OSA.distance(one, two) == 1


def _apart(context: CheckContext, one: Words, two: Words) -> bool:
    return context.block_at(one.start) != context.block_at(two.start)


def _beside(context: CheckContext, place: Words) -> set[str]:
    """The beginnings of the longer words of a place's sentence that do not only tell when."""
    sentence = context.sentence_at(place.start)
    found = {stem(m[0]) for m in PLAIN_WORD.finditer(context.text, sentence.start, sentence.end)} - SMALL - WHEN
    return {word[:FORM] for word in found if len(word) >= FORM}


def _finding(one: Words, two: Words) -> Finding:
    first, second = sorted((one, two), key=lambda place: place.start)
    message = f"{quoted(first.text)} and {quoted(second.text)} have the same digits in another order; if they are one time, one is a slip."
    return Finding((first, second), message, Severity.LOOK, near=second)
