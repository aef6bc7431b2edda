"""Surnames with an s too many or too few: "Hargreaves said" of a Tessa Hargreave, where no Hargreaves is in the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.frequency import zipf
from factcheck.checking.words import Word
from factcheck.language.given_names import is_given
from factcheck.language.lexicon import words
from factcheck.model import Mention

SHORTEST = 4
"""Surnames of fewer letters are words of their own with an s."""

COMMON = 4.6
"""What is so frequent is a word too, whose plural may open a sentence: Brook, Wood."""

BEFORE = 3
"""In so many words before a plural stands what makes it one: the three Hargreaves."""

_SEVERAL = words("small_words", "before_a_family")


@dataclass(frozen=True)
class FinalS:
    """A surname, where its bearer is named in full, and where it stands with an s too many or too few."""

    usual: str
    named: Mention
    odd: tuple[Word, ...]


def final_s(context: CheckContext) -> Iterator[FinalS]:
    """The surnames that stand once or twice with an s that they have not in full, or without one that they have."""
    bearers = {person.name.split()[-1]: person for person in context.people if is_given(person.name.split()[0]) and " " in person.name}
    for name, person in bearers.items():
        other = name[:-1] if name.endswith("s") else f"{name}s"
        odd = context.spellings.get(other, [])
        shorter = min(name, other, key=len)
        if not 1 <= len(odd) <= 2 or len(shorter) < SHORTEST or other in bearers or is_given(shorter) or zipf(shorter.lower()) >= COMMON:
            continue
        full = next(mention for mention in person.named() if name in mention.text)
        if all(_is_of_one(context, word) for word in odd):
            yield FinalS(name, full, tuple(odd))


def _is_of_one(context: CheckContext, word: Word) -> bool:
    """Whether a name stands by itself for one person: no other name beside it, no word before it that tells of several."""
    before, after = context.neighbours(word)
    if word.shouted or any(beside is not None and beside.text[0].isupper() and not beside.opens for beside in (before, after)):
        return False
    entity = context.named_at(word.start)
    if entity is not None and entity.name.split()[-1] not in (word.text, word.text.removesuffix("s"), f"{word.text}s"):
        return False
    for _ in range(BEFORE):
        if before is None:
            return True
        if before.text.lower() in _SEVERAL:
            return False
        before = context.neighbours(before)[0]
    return True
