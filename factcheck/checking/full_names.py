"""The full names of people as they stand in the article: a given name and the surname behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.words import Word
from factcheck.language.given_names import is_given
from factcheck.model import Entity, EntityKind, Words

LONGEST = 4
"""So many words at most make a full name."""


@dataclass(frozen=True)
class FullName:
    """A full name with the first and the last of its words, and whom the ledger has there."""

    given: str
    surname: str
    place: Words
    bearer: Entity


def full_names(context: CheckContext) -> Iterator[FullName]:
    """Each full name outside the headline and outside lines in capitals, in the order of the text.

    A given name is one that the lists have, or that the name of a person opens with.
    Names that the ledger has for those of bodies or places are none.
    """
    behind = 0
    for first in context.words:
        if first.start < behind or first.shouted or not first.text[0].isupper() or not (is_given(first.text) or _opens(context, first)):
            continue
        *_, last = _run(context, first)
        bearer = context.named_at(last.start)
        if last is first or bearer is None or bearer.kind not in (EntityKind.PERSON, EntityKind.THING) or context.in_headline(first):
            continue
        behind = last.end
        yield FullName(first.text, last.text, context.at(first.start, last.end), bearer)


def _opens(context: CheckContext, word: Word) -> bool:
    """Whether the full name of a person opens with a word, as the ledger has it."""
    person = context.named_at(word.start)
    return person is not None and person.kind is EntityKind.PERSON and person.name.split()[0] == word.text and " " in person.name


def _run(context: CheckContext, word: Word) -> Iterator[Word]:
    """A capitalised word and those behind it."""
    for _ in range(LONGEST):
        yield word
        after = context.neighbours(word)[1]
        if after is None or not after.text[0].isupper():
            return
        word = after
