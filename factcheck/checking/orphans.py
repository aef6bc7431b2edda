"""Surnames behind a title that the article never introduces in full, one slip away from the surname of somebody whom it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.frequency import zipf
from factcheck.checking.words import Word
from factcheck.language.given_names import is_given
from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import words
from factcheck.model import Entity, EntityKind, Mention, Words

PARTICLES = words("name_parts", "particles")
"""What may stand between the words of a name: bin, van, de."""

SHORTEST = 4
"""Surnames of fewer letters are one edit from too many others."""

TWO_EDITS_FROM = 8
"""Two edits are one slip only in surnames of this many letters."""

FAMOUS = 4.3
"""A surname so frequent is borne by people whom no paper needs to introduce: Mr Brown, Mr Bush."""


@dataclass(frozen=True)
class Orphan:
    """The word of a surname that nobody in the article was introduced by, and that of the name it is likely meant as."""

    word: Words
    rare: str
    usual: str
    meant: Mention


def is_named_in_full(person: Entity) -> bool:
    """Whether the ledger has somebody's whole name, and more tells that it is a person's than two capitals."""
    first, *rest = person.name.split()
    told = is_given(first) or person.gender is not None or bool(person.ages or person.titles) or any(m.text in rest for m in person.named())
    return bool(rest) and person.kind is EntityKind.PERSON and told


def orphans(context: CheckContext) -> Iterator[Orphan]:
    """People who have a title and a surname and are nowhere named in full, each with the only one who may be meant.

    Whoever speaks or acts in a story is named in full first (AP Stylebook, 'names'): a surname behind a title that comes from nowhere is a
    slip, or that of somebody whom everybody knows.
    """
    full = [entity for entity in context.entities if entity.kind in (EntityKind.PERSON, EntityKind.THING) and " " in entity.name]
    for person in context.people:
        if not is_orphan(context, person):
            continue
        meant = [(pair, other) for other in full if other is not person and (pair := _one_word_off(person, other)) is not None]
        if len(meant) == 1 and not _of_two(person, meant[0][1]):
            (rare, usual), other = meant[0]
            yield Orphan(
                context.at(person.first.start, person.first.end),
                rare,
                usual,
                next(m for m in other.named() if usual in m.text.split() or m == other.first),
            )


def is_orphan(context: CheckContext, person: Entity) -> bool:
    """Whether a title stands before every name of a person, and a given name before none."""
    own = [word for word in person.name.split() if word.lower() not in PARTICLES]
    if not own or len(own) > 2 or (len(own) == 2 and is_given(own[0])):
        return False
    titled = all(_title_before(context, mention) for mention in person.named())
    return titled and not any(_introduces(context, word) for word in context.spellings.get(own[-1], ()))


def _title_before(context: CheckContext, mention: Mention) -> bool:
    block = context.block_at(mention.start)
    before = context.text[max(block.start, mention.start - 24) : mention.start].split() if block is not None else []
    return bool(before) and is_honorific(before[-1])


def _introduces(context: CheckContext, word: Word) -> bool:
    """Whether a given name stands before a surname."""
    before = context.neighbours(word)[0]
    return before is not None and before.text[0].isupper() and not is_honorific(before.text) and is_given(before.text)


def _one_word_off(person: Entity, other: Entity) -> tuple[str, str] | None:
    """The words in which a surname and the end of a full name differ, where that is by one slip."""
    own, full = person.name.split(), other.name.split()
    if len(full) <= len(own):
        return None
    pairs = [(a, b) for a, b in zip(own, full[-len(own) :], strict=True) if a.casefold() != b.casefold()]
    if len(pairs) != 1:
        return None
    rare, usual = pairs[0]
    if min(len(rare), len(usual)) < SHORTEST or rare[0].casefold() != usual[0].casefold() or zipf(rare.lower()) >= FAMOUS:
        return None
    edits = OSA.distance(rare.casefold(), usual.casefold())
    return pairs[0] if edits == 1 or (edits == 2 and min(len(rare), len(usual)) >= TWO_EDITS_FROM) else None


def _of_two(person: Entity, other: Entity) -> bool:
    """Whether the two cannot be one: a man and a woman, or the two forms of one family's name."""
    if None not in (person.gender, other.gender):
        return person.gender is not other.gender
    return forms_of_one(person.name, other.name)


def forms_of_one(name: str, other: str) -> bool:
    """Whether two surnames are the two forms of one family's name: Petrov, Petrova."""
    one, two = sorted((name.split()[-1].casefold(), other.split()[-1].casefold()), key=len)
    return two == one + "a" or (one[-1] in "iyý" and two == one[:-1] + "a")
