"""A surname that the headline has and the story never, where the story opens with somebody of one like it: Kowalczyk, Kowalski."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.frequency import zipf
from factcheck.checking.orphans import FAMOUS, forms_of_one, is_named_in_full
from factcheck.checking.wording import quoted
from factcheck.checking.words import Word
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.given_names import is_given
from factcheck.language.places import country_of
from factcheck.language.roles import role_of
from factcheck.model import Block, Entity, Severity

SHORTEST = 4
"""Surnames of fewer letters are like too many others."""

BEGINNING, LONG = 4, 6
"""Two surnames of so many letters are alike with so many first letters in common."""

A_WORD = 3.2
"""A capital that any word would have there makes a name only of one that is rarer than this."""

STEM = 4
"""A word of the story that begins with so many letters of another may be a form of it."""

_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


def headline_names(context: CheckContext, first: Block) -> Iterator[Finding]:
    """Surnames of the headline that nobody in the story bears, each with the only one of the opening who may be meant."""
    told = {word.text.casefold() for word in context.words if word.start >= first.end}
    own = [word for word in context.words if first.start <= word.start < first.end]
    opening = context.opening
    people = context.people_between(opening[0].start, opening[-1].end) if opening else []
    named = [person for person in people if is_named_in_full(person)]
    for word in own:
        meant = [person for person in named if _alike(word.text, person.name.split()[-1])]
        if len(meant) != 1 or _is_told(word.text.casefold(), told) or not _is_surname(word):
            continue
        if not any(other.text == meant[0].name.split()[-1] for other in own):
            yield _finding(context, word, meant[0])


def _is_surname(word: Word) -> bool:
    """Whether a word of the headline may be a surname: a capital of its own, or a word too rare to be another."""
    text = word.text
    if len(text) < SHORTEST or not text[0].isupper() or not text.isalpha() or is_given(text) or text in _CALENDAR or role_of(text.lower()):
        return False
    any_word = word.opens or word.titled or word.shouted
    return country_of(text) is None and zipf(text.lower()) < (A_WORD if any_word else FAMOUS)


def _is_told(word: str, told: set[str]) -> bool:
    """Whether the story has a word, or a form of it."""
    return any(other.startswith(word[: max(STEM, len(word) - 1)]) for other in told)


def _alike(one: str, two: str) -> bool:
    first, second = one.casefold(), two.casefold()
    if min(len(first), len(second)) < SHORTEST or first[0] != second[0] or first == second or forms_of_one(one, two):
        return False
    edits = OSA.distance(first, second)
    return edits == 1 or (min(len(first), len(second)) >= LONG and (edits == 2 or first[:BEGINNING] == second[:BEGINNING]))


def _finding(context: CheckContext, word: Word, meant: Entity) -> Finding:
    usual = next((mention for mention in meant.named() if " " in mention.text), meant.first)
    here, there = context.at(word.start, word.end), context.at(usual.start, usual.end)
    message = f"The headline has {quoted(here.text)}, whom the story never names, and the story has {quoted(there.text)}."
    near = OSA.distance(word.text.casefold(), meant.name.split()[-1].casefold()) == 1
    return Finding((here, there), message, Severity.WARNING if near else Severity.LOOK, near=here)
