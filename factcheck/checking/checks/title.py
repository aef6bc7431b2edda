"""`title`: one person with two titles that nobody holds at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import Context
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.titles import FULL_NAME, is_no_first_name
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import meanings
from factcheck.model import Severity, Words

OFFICES: dict[str, list[str]] = meanings("honorifics", "held_alone")
"""Titles before a name of which a person holds one at a time, by office (AP Stylebook, 'titles', 'legislative titles')."""

_OFFICE_OF = {word: office for office, written in OFFICES.items() for word in written}
_TITLES = "|".join(re.escape(word) for word in sorted(_OFFICE_OF, key=len, reverse=True))

TITLED = re.compile(rf"(?:(?<![\w-])|(?<=pro-)|(?<=anti-))(?P<title>{_TITLES})\s(?P<name>{FULL_NAME})")
"""A title before a name: takes `Sen. Ruth Okafor`, `Governor Berg` and that of `pro-Gov. Berg`, not `the governor`."""

FORMER = re.compile(r"\b(?:former|then|ex|late|future|deputy|vice|acting|state)[\s-]{0,2}$", re.IGNORECASE)
"""What makes a title one of another day, or another title: takes `former ` and `then-`, not `said `."""

OTHER = re.compile(r"\b(?:attorney|surgeon|solicitor|secretary|director)\s$", re.IGNORECASE)
"""What makes a general no soldier: takes `attorney ` and `surgeon `, not `Maj. `."""


@dataclass(frozen=True)
class _Titled:
    office: str
    first: str
    last: str
    place: Words


def find(context: Context) -> Iterator[Finding]:
    """Two offices before one full name, or before one surname where the article has but one first name with it."""
    people: dict[str, list[_Titled]] = defaultdict(list)
    for titled in _all_titled(context):
        people[titled.last].append(titled)
    for last, mentions in people.items():
        by_first: dict[str, list[_Titled]] = defaultdict(list)
        for mention in mentions:
            by_first[mention.first].append(mention)
        told_apart = len(_first_names(context, last) | {*by_first} - {""}) > 1
        for one in by_first.values() if told_apart else [mentions]:
            if len({m.office for m in one}) == 2 and (one[0].first or not told_apart):
                yield _finding(one)


def _all_titled(context: Context) -> Iterator[_Titled]:
    for block in context.blocks:
        for match in TITLED.finditer(context.text, block.start, block.end):
            before = context.text[max(block.start, match.start() - 14) : match.start()]
            if FORMER.search(before) or OTHER.search(before):
                continue
            words = re.sub(r"['’]s?$", "", match["name"]).split()
            if words[0] in _OFFICE_OF or len(words[-1]) < 3:
                continue
            end = match.start("name") + len(re.sub(r"['’]s?$", "", match["name"]))
            yield _Titled(_OFFICE_OF[match["title"]], words[0] if len(words) > 1 else "", words[-1], context.at(match.start(), end))


def _first_names(context: Context, last: str) -> set[str]:
    """The capitalised words that stand right before a surname and are no titles of any kind."""
    before = (context.neighbours(word)[0] for word in context.spellings.get(last, ()))
    return {w.text for w in before if w and w.text[0].isupper() and len(w.text) > 2 and not is_no_first_name(w.text)}


def _finding(mentions: list[_Titled]) -> Finding:
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
