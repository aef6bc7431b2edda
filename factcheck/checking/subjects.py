"""Pronouns that open a sentence and were tied to nobody, where the story speaks of one person only."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.language.pronouns import gender_of
from factcheck.model import Entity, Span

OPENS = re.compile(r"(?:Born\s[^.;:!?\n]{4,160}?,\s)?(?P<who>[Hh]e|[Ss]he)\b")
"""A pronoun that is the subject of its sentence: takes `He was` and `Born in Hull in 1937, the son of a cook, he`, not `Her`."""


def untied_subjects(context: CheckContext) -> Iterator[tuple[Entity, Span]]:
    """Each "He" or "She" that opens a sentence and that splitting tied to nobody, with the only person whom it can mean.

    That is the only one of its gender who is mentioned in the paragraph up to there and in the one before it, but for those who are
    only told of as relatives of somebody.
    """
    tied = {mention.start for person in context.people for mention in person.mentions}
    for sentence in context.sentences:
        match = OPENS.match(context.text, sentence.start, sentence.end)
        if match is None or match.start("who") in tied:
            continue
        people = context.people_between(_paragraph_before(context, match.start()), match.start("who"))
        fitting = [person for person in people if person.gender in (None, gender_of(match["who"])) and not _is_a_relative(person)]
        if len(fitting) == 1 and fitting[0].gender is not None:
            yield fitting[0], Span(start=match.start("who"), end=match.end())


def _is_a_relative(person: Entity) -> bool:
    """Whether somebody is named by a given name alone, as a relative of another."""
    return bool(person.kin) and " " not in person.name


def _paragraph_before(context: CheckContext, offset: int) -> int:
    """Where the paragraph before that of an offset begins."""
    nth = bisect_right(context.blocks, offset, key=lambda block: block.start) - 1
    return context.blocks[max(0, nth - 1)].start
