"""`surname`: one person with two surnames, of which one may be that of somebody else in the story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.frequency import zipf
from factcheck.checking.full_names import FullName, full_names
from factcheck.checking.introduced import is_introduced
from factcheck.checking.orphans import FAMOUS, TWO_EDITS_FROM, is_orphan
from factcheck.checking.wording import quoted
from factcheck.language.honorifics import is_honorific, is_office
from factcheck.language.kinship import tells_of_family
from factcheck.model import Severity

BEGINNING = 3
"""Surnames that have so many first letters in common are alike."""

ENDING = 4
"""Surnames of one first letter that have so many last letters in common are alike."""

SHORTEST = 5
"""Surnames of fewer letters are like too many others."""

NAME_BEFORE = re.compile(r"\b(?P<name>[A-Z][\w’'-]{1,20})\s$")
"""A capitalised word before a name: takes `Lilian ` and `Dr Anna `, not `said `."""

FEWEST_NAMESAKES = 3
"""Where so many given names are shared, the article is a list of people."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Names that are never introduced, with the given name or the title of somebody who is, and a surname like theirs or another's."""
    yield from _in_full(context)
    yield from _behind_titles(context)


def _in_full(context: CheckContext) -> Iterator[Finding]:
    """Two full names of one given name, of which the later is never introduced."""
    names = list(full_names(context))
    by_given: dict[str, dict[str, list[FullName]]] = defaultdict(lambda: defaultdict(list))
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        by_given[name.given][name.surname].append(name)
        bearers[name.surname].add(name.given)
    shared = [list(surnames.values()) for surnames in by_given.values() if len(surnames) > 1]
    if len(shared) >= FEWEST_NAMESAKES:
        return
    for ones, twos in (pair for pair in shared if len(pair) == 2):
        two = twos[0]
        if len(twos) > 1 or _told_apart(context, ones, two):
            continue
        another = next((n for n in names if n.surname == two.surname and n.given != two.given and n.place.end <= two.place.start), None)
        if another is not None and bearers[two.surname] == {two.given, another.given}:
            yield _of_two(context, ones[0], another, two)
        elif _alike(ones[0].surname, two.surname):
            both = f"{quoted(ones[0].place.text)} and {quoted(two.place.text)}"
            message = f"{both} are never told apart as two people, and may be one {two.given} with two surnames."
            yield Finding((ones[0].place, two.place), message, Severity.LOOK)


def _told_apart(context: CheckContext, ones: Sequence[FullName], two: FullName) -> bool:
    """Whether the article tells the bearer of the later name from that of the earlier: by an age, kin, what they are, in one breath."""
    block = context.block_at(two.place.start)
    if two.bearer == ones[0].bearer or any(context.block_at(one.place.start) == block for one in ones):
        return True
    return bool(two.bearer.ages or two.bearer.kin) or is_introduced(context, two.place) or _is_part_of_longer(context, two)


def _is_part_of_longer(context: CheckContext, name: FullName) -> bool:
    """Whether another name stands before a full name, as where somebody's birth is told: "Lilian Alicia Marks"."""
    before = NAME_BEFORE.search(context.text[max(0, name.place.start - 24) : name.place.start])
    return before is not None and not is_honorific(before["name"]) and not is_office(before["name"])


def _of_two(context: CheckContext, one: FullName, another: FullName, two: FullName) -> Finding:
    """A name that has the given name of one and the surname of another."""
    places = sorted((one.place, another.place, two.place), key=lambda place: place.start)
    from_two = f"{quoted(two.place.text)} has the first name of {quoted(one.place.text)} and the surname of {quoted(another.place.text)}"
    message = f"{from_two}, and is never introduced; one of the two people is likely meant."
    sentence = context.sentence_at(two.place.start)
    family = tells_of_family(context.text[sentence.start : sentence.end])
    return Finding(tuple(places), message, Severity.LOOK if family else Severity.WARNING)


def _behind_titles(context: CheckContext) -> Iterator[Finding]:
    """Surnames behind a title that nobody was introduced by, which are like that of the only one whom the title fits."""
    introduced = [person for person in context.people if " " in person.name]
    for person in context.people:
        surname = person.name.split()[-1]
        if person.gender is None or zipf(surname.lower()) >= FAMOUS or not is_orphan(context, person):
            continue
        alike = [other for other in introduced if other is not person and _alike(other.name.split()[-1], surname)]
        if len(alike) == 1 and alike[0].gender in (None, person.gender):
            first, second = sorted((alike[0].first, person.first), key=lambda mention: mention.start)
            both = f"{quoted(alike[0].first.text)} and {quoted(person.first.text)}"
            message = f"{both} are never told apart as two people, and may be one with two surnames."
            yield Finding((context.at(first.start, first.end), context.at(second.start, second.end)), message, Severity.LOOK)


def _alike(one: str, two: str) -> bool:
    """Whether two surnames may be one in a wrong memory: they begin alike, or end alike behind the same letter.

    What the fingers alone make of one another is for the check of names.
    """
    first, second = one.casefold(), two.casefold()
    if (
        min(len(first), len(second)) < SHORTEST
        or first[0] != second[0]
        or OSA.distance(first, second) <= (2 if min(len(first), len(second)) >= TWO_EDITS_FROM else 1)
    ):
        return False
    return first[:BEGINNING] == second[:BEGINNING] or first[-ENDING:] == second[-ENDING:]


CHECK = Check(
    id="surname",
    looks_for="one person with two surnames",
    rule="AP Stylebook, 'names': whoever a story tells of is introduced by name and by what they are, and one who is not and has the first "
    "name of another is likely that other",
    find=find,
    catches=(
        Example(
            "Two held\n\nKyle Berg and Darren Wells were held on Monday.\n\nIt rained. Kyle Wells rowed the boat until dawn, it heard.\n"
        ),
        Example("Kettle sold\n\nRosie Tamblyn sold a painting of a kettle.\n\nIt rained. At noon, Rosie Trenblyn sang.\n"),
        Example("Choir\n\nThe founder, Winifred Asher, began with nine.\n\nTom Wells sang. Mrs Ashton asked him to sing it again.\n"),
        Example("Hall full\n\nThe conductor, Martin Halvard, played to ferns.\n\nIt rained. In May, Martin Halvorsen will play again.\n"),
    ),
    passes=(
        Example(
            "Two held\n\nKyle Berg and Darren Wells were held on Monday.\n\nKyle Wells, a neighbour, said that the boat had been rowed.\n"
        ),
        Example("Kettle sold\n\nRosie Tamblyn sold a painting of a kettle.\n\nThe tutor, Rosie Trenblyn, had not liked it.\n"),
        Example("Hall full\n\nMartin Halvard played to ferns. Martin Halvorsen sang to them.\n\nIt rained. Martin Halvorsen went home.\n"),
        Example("Hall full\n\nMartin Halvard played to ferns.\n\nIt rained. In May, Martin Okafor will play to them again.\n"),
    ),
)
