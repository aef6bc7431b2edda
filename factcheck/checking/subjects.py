"""Pronouns that open a sentence and were tied to nobody, where the story speaks of one person only."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.language.pronouns import gender_of
from factcheck.model import Entity, Span

OPENS = re.compile(r"(?:He|She)\b")
"""A pronoun that is the subject of its sentence: takes `He was` and `She`, not `Her`."""


def untied_subjects(context: CheckContext) -> Iterator[tuple[Entity, Span]]:
    """Each "He" or "She" that opens a sentence and that splitting tied to nobody, with the only person whom it can mean.

    That is the only one of its gender who is mentioned in the paragraph up to there and in the one before it.
    """
    mentions = sorted((mention.start, n) for n, person in enumerate(context.people) for mention in person.mentions)
    tied = {start for start, _ in mentions}
    for sentence in context.sentences:
        match = OPENS.match(context.text, sentence.start)
        if match is None or match.start() in tied:
            continue
        near = mentions[bisect_left(mentions, (_paragraph_before(context, match.start()), 0)) : bisect_left(mentions, (match.start(), 0))]
        people = [context.people[n] for n in dict.fromkeys(n for _, n in near)]
        fitting = [person for person in people if person.gender in (None, gender_of(match[0]))]
        if len(fitting) == 1 and fitting[0].gender is not None:
            yield fitting[0], Span(start=match.start(), end=match.end())


def _paragraph_before(context: CheckContext, offset: int) -> int:
    """Where the paragraph before that of an offset begins."""
    nth = bisect_left(context.blocks, offset + 1, key=lambda block: block.start) - 1
    return context.blocks[max(0, nth - 1)].start
