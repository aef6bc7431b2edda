"""Ages given to somebody who is not named beside them ("the 53-year-old", "a boy of 15"), held against the ages of those who are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.headline_ages import NUMBER, is_slip
from factcheck.checking.wording import quoted
from factcheck.language.roles import role_gender
from factcheck.model import Severity, Words

THE_ONE = re.compile(r"\b[Tt]he\s(?P<age>\d{1,2})-year-old(?:\s(?P<noun>[a-z]{3,20}))?\b(?!\s[A-Z])")
"""Somebody whom the reader knows, by age: takes `The 53-year-old` and `the 15-year-old boy`, not `a 53-year-old`."""

SOMEBODY = re.compile(
    r"\b[Aa]n?\s(?:(?P<age>\d{1,2})-year-old\s(?P<noun>boy|girl|man|woman|teenager)|(?P<who>boy|girl|man|woman|teenager)\s(?:of|aged)\s(?P<old>\d{1,2}))"
    r"\b(?!\s[A-Z])"
)
"""Somebody whom a story opens with: takes `A 53-year-old man` and `a boy of 15`, not `the 53-year-old` nor `a boy of Hull`."""


def unnamed_ages(context: CheckContext, told: Sequence[tuple[int, Words]]) -> Iterator[Finding]:
    """An age of somebody unnamed that nobody else has, while the only one whose age is told has one a slip away.

    `told` are the ages that the story gives its people, each with its words. "The 53-year-old" is sure, as it means one whom the reader
    knows; "a 53-year-old" of the opening may be somebody who is never named.
    """
    if len({age for age, _ in told}) != 1:
        return
    age, place = told[0]
    for block in context.body:
        for match in THE_ONE.finditer(context.text, block.start, block.end):
            if place.start < match.start() and _is_odd(context, int(match["age"]), age) and _may_be(context, place, match["noun"]):
                yield _finding(context.at(*match.span()), place, Severity.WARNING)
                return
    opening = context.opening
    for match in SOMEBODY.finditer(context.text, opening[0].start, opening[-1].end) if opening else ():
        odd = _is_odd(context, int(match["age"] or match["old"]), age)
        if odd and match.end() < place.start and context.sentence_at(match.start()) != context.sentence_at(place.start):
            if _may_be(context, place, match["noun"] or match["who"]):
                yield _finding(context.at(*match.span()), place, Severity.LOOK)
            return


def _is_odd(context: CheckContext, age: int, told: int) -> bool:
    """Whether an age stands in the article once, as a slip of another does."""
    return is_slip(age, told) and NUMBER.findall(context.text).count(str(age)) == 1


def _may_be(context: CheckContext, place: Words, noun: str | None) -> bool:
    """Whether the one whose age is told may be called by a noun: no man is a woman."""
    gender = role_gender(noun) if noun else None
    people = context.people_between(place.start, place.end)
    return gender is None or all(person.gender in (None, gender) for person in people)


def _finding(here: Words, other: Words, severity: Severity) -> Finding:
    first, second = sorted((here, other), key=lambda words: words.start)
    message = f"{quoted(here.text)} and {quoted(other.text)} seem to be one person; one of the ages is likely a slip."
    return Finding((first, second), message, severity, near=here)
