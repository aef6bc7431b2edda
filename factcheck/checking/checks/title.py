"""`title`: one person with two titles that nobody holds at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import meanings
from factcheck.model import Entity, Severity, Words

OFFICES: dict[str, list[str]] = meanings("honorifics", "held_alone")
"""Titles before a name of which a person holds one at a time, by office (AP Stylebook, 'titles', 'legislative titles')."""

_OFFICE_OF = {word: office for office, written in OFFICES.items() for word in written}
_TITLES = "|".join(re.escape(word) for word in sorted(_OFFICE_OF, key=len, reverse=True))

TITLED = re.compile(rf"(?:(?<![\w-])|(?<=pro-)|(?<=anti-))(?P<title>{_TITLES})\s$")
"""A title right before a name: takes `Sen. `, `Governor ` and that of `pro-Gov. `, not `the governor of `."""

FORMER = re.compile(r"\b(?:former|then|ex|late|future|deputy|vice|acting|state)[\s-]{0,2}$", re.IGNORECASE)
"""What makes a title one of another day, or another title: takes `former ` and `then-`, not `said `."""

OTHER = re.compile(r"\b(?:attorney|surgeon|solicitor|secretary|director)\s$", re.IGNORECASE)
"""What makes a general no soldier: takes `attorney ` and `surgeon `, not `Maj. `."""

_REACH = 40
"""Code points before a name in which its title stands, with the word before it."""


@dataclass(frozen=True)
class _Titled:
    office: str
    place: Words


def find(context: CheckContext) -> Iterator[Finding]:
    """Two offices before the names of one person."""
    for person in context.people:
        mentions = list(_titled(context, person))
        if len({mention.office for mention in mentions}) == 2:
            yield _finding(mentions)


def _titled(context: CheckContext, person: Entity) -> Iterator[_Titled]:
    for mention in person.named():
        block = context.block_at(mention.start)
        if block is None:
            continue
        before = context.text[max(block.start, mention.start - _REACH) : mention.start]
        match = TITLED.search(before)
        if match is not None and not FORMER.search(before[: match.start()]) and not OTHER.search(before[: match.start()]):
            yield _Titled(_OFFICE_OF[match["title"]], context.at(mention.start - len(match[0]), mention.end))


def _finding(mentions: Sequence[_Titled]) -> Finding:
    counts: dict[str, list[_Titled]] = defaultdict(list)
    for mention in mentions:
        counts[mention.office].append(mention)
    usual, other = sorted(counts.values(), key=lambda group: (-len(group), group[0].place.start))
    both = f"{quoted(usual[0].place.text)} and {quoted(other[0].place.text)} seem to be one person"
    message = f"{both}, and nobody is {usual[0].office} and {other[0].office} at once."
    places = sorted((usual[0].place, *(m.place for m in other)), key=lambda w: w.start)
    return Finding(tuple(places), message, Severity.WARNING)


CHECK = Check(
    id="title",
    looks_for="one person with two titles that nobody holds at once",
    rule="AP Stylebook, 'titles' and 'legislative titles'; titles marked as former, and people of one surname, are let pass",
    find=find,
    catches=(
        Example("Bill fails\n\nSen. Ruth Okafor wrote the bill. It failed by two votes. Rep. Okafor said she would try again.\n"),
        Example("Road opened\n\nGov. Anna Berg cut the ribbon. Mayor Berg then drove the first car.\n"),
        Example("Ship named\n\nThe ship was named by Senator Tom Wells. Governor Tom Wells broke the bottle.\n"),
    ),
    passes=(
        Example("Bill fails\n\nSen. Ruth Okafor wrote the bill. It failed by two votes. Former Rep. Okafor said she would try again.\n"),
        Example("Road opened\n\nGov. Anna Berg cut the ribbon. Her cousin, Mayor Lars Berg, drove the first car. Gov. Berg waved.\n"),
        Example("Ship named\n\nThe ship was named by Senator Tom Wells. Sen. Wells broke the bottle.\n"),
    ),
)
