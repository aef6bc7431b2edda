"""People of the article who share a surname, and whether it tells them apart as two."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from factcheck.checking.context import CheckContext
from factcheck.language.kinship import tells_of_family, tells_of_own_family, without_named_relatives
from factcheck.model import Block, Entity, Span


def surname(person: Entity) -> str:
    """The last word of a person's full name."""
    return person.name.split()[-1]


def bearers(context: CheckContext) -> dict[str, list[Entity]]:
    """The people of the article by their surnames, each list in the order in which they are first named."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for person in context.people:
        found[surname(person)].append(person)
    return dict(found)


def family_near(context: CheckContext, place: Span) -> bool:
    """Whether the words up to the end of a place's sentence, from the paragraph before on, tell of a family or of people of one name.

    A relative whom it names by another name than that of the place is told apart already: "his wife, Elspeth".
    """
    nth = bisect_right(context.blocks, place.start, key=_start) - 1
    start, end = context.blocks[max(0, nth - 1)].start, context.sentence_at(place.start).end
    return tells_of_family(without_named_relatives(context.text[start:end]))


def words_near(context: CheckContext, place: Span) -> str:
    """The words of the paragraph of a place and of the one before it."""
    nth = bisect_right(context.blocks, place.start, key=_start) - 1
    return "\n".join(context.article.words(block) for block in context.blocks[max(0, nth - 1) : nth + 1])


def family_told(context: CheckContext, name: str) -> bool:
    """Whether a paragraph in which a surname stands tells of a family of somebody's own, or of people of one name."""
    told = (context.article.words(block) for block in context.blocks)
    return any(name in words and tells_of_own_family(words) for words in told)


def _start(block: Block) -> int:
    return block.start
