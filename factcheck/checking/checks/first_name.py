"""`first-name`: one person with two first names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.families import bearers, family_near, family_told, surname
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.introduced import is_introduced
from factcheck.checking.wording import quoted
from factcheck.language.given_names import is_given, may_be_one_name
from factcheck.model import Entity, EntityKind, Mention, Severity

BEGINNING = 3
"""So many first letters make two given names alike."""

LONG = 6
"""Two names of so many letters that are two edits apart are likely one."""

LONG_HERE = re.compile(r",\swho\s(?:has|had|is\salso|also)\b")
"""What is told of one whom the reader may know already: takes `, who has worked` and `, who had hoped`, not `, who runs`."""

FEWEST_FAMILIES = 3
"""Where so many surnames are shared, the article is a list of people."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Two full names of one surname of which the later is never introduced and never told from the earlier."""
    shared = [people for people in bearers(context).values() if len(people) > 1]
    yield from _long_names(context)
    if len(shared) >= FEWEST_FAMILIES:
        return
    for people in shared:
        if len(people) == 2 and _may_be_one(context, *people):
            yield _finding(context, *people)


def _may_be_one(context: CheckContext, one: Entity, two: Entity) -> bool:
    """Whether two people seem to be one: given names of one gender, the second named once and not described, no family near."""
    names = [_given(person) for person in (one, two)]
    if not (all(map(is_given, names)) or _alike(*names)) or may_be_one_name(*names):
        return False
    if any(_given(person) == names[1] for person in context.people if person is not two):
        return False  # the surname is the slip, if one is
    if one.gender != two.gender and None not in (one.gender, two.gender):
        return False
    full = _in_full(two)
    if not _in_full(one) or len(full) != 1 or len(list(two.named())) > 1 or two.kin or two.ages or one.kin:
        return False
    return not _told_apart(context, one, two, full[0])


def _alike(one: str, two: str) -> bool:
    """Whether two words of one beginning are given names, as one of them is (Marion, Marianne) or as a slip makes of one the other."""
    slip = min(len(one), len(two)) >= LONG and OSA.distance(one, two) <= 2
    return one[:BEGINNING] == two[:BEGINNING] and (slip or is_given(one) or is_given(two))


def _long_names(context: CheckContext) -> Iterator[Finding]:
    """Names of three words or more of which only the first differs, and by one slip: Harsh Vardhan Kulkarni, Harish Vardhan Kulkarni."""
    by_rest: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for entity in context.entities:
        first, *rest = entity.name.split()
        if entity.kind in (EntityKind.PERSON, EntityKind.THING) and len(rest) >= 2 and all(map(str.istitle, (first, *rest))):
            by_rest[tuple(rest)].append(entity)
    for one, two, *more in (each for each in by_rest.values() if len(each) > 1):
        first, second = one.name.split()[0], two.name.split()[0]
        places = [_in_full(one)[:1], _in_full(two)[:1]]
        if more or first[0] != second[0] or OSA.distance(first, second) != 1 or not all(places) or may_be_one_name(first, second):
            continue
        if EntityKind.PERSON in (one.kind, two.kind) and not family_near(context, max(places[0][0], places[1][0], key=_start)):
            yield _finding(context, one, two)


def _start(place: Mention) -> int:
    return place.start


def _given(person: Entity) -> str:
    return person.name.split()[0] if 2 <= len(person.name.split()) <= 3 else ""


def _in_full(person: Entity) -> list[Mention]:
    return [mention for mention in person.named() if len(mention.text.split()) > 1]


def _told_apart(context: CheckContext, one: Entity, two: Entity, place: Mention) -> bool:
    """Whether the second name is introduced as somebody's own, or stands beside the first."""
    block = context.block_at(place.start)
    if block is None or any(block.start <= mention.start < block.end for mention in _in_full(one)):
        return True
    own = _titles(two) - _titles(one)
    introduced = is_introduced(context, place, titled=bool(two.titles)) and not (
        _alike(_given(one), _given(two)) and LONG_HERE.match(context.text, place.end, block.end)
    )
    family = family_told(context, surname(two)) if _titles(one) & _titles(two) else family_near(context, place)
    return bool(own) or introduced or family


def _titles(person: Entity) -> set[str]:
    """The last words of somebody's titles, for "Fire Chief" is told as "Chief" later."""
    return {title.casefold().split()[-1] for title in person.titles}


def _finding(context: CheckContext, one: Entity, two: Entity) -> Finding:
    first, second = _in_full(one)[0], _in_full(two)[0]
    alike = _titles(one) & _titles(two)
    both = f"{quoted(first.text)} and {quoted(second.text)}"
    message = f"{both} are never told apart as two people, and may be one {surname(one)} with two first names."
    places = sorted((context.at(first.start, first.end), context.at(second.start, second.end)), key=lambda w: w.start)
    return Finding(tuple(places), message, Severity.WARNING if alike else Severity.LOOK)


CHECK = Check(
    id="first-name",
    looks_for="one person with two first names",
    rule="AP Stylebook, 'names'; two people with one surname are distinguished by what each is, or by how they are related",
    find=find,
    catches=(
        Example(
            "Ferry inquiry\n\nCaptain Martin Wells told the inquiry that the radar was clear. He heard the bell.\n\n"
            "The tide was strong, and Captain Michael Wells said so.\n"
        ),
        Example("Bakery grows\n\nAnna Berg runs 40 shops. Sales rose.\n\nThe rents have fallen. Asked for more, Alice Berg said no.\n"),
        Example(
            "Clocks given\n\nA retired postman, Arthur Wells, has given away 200 clocks.\n\n"
            "The museum shows them from May. Albert Wells will be there.\n"
        ),
        Example("Bakery burns\n\nFire Chief Dale Wells saw the smoke at noon.\n\nIt rained. Chief Don Wells put the loss at $450,000.\n"),
        Example("Broker fined\n\nMaria Vega Soto blamed a server.\n\nIt rained. Marta Vega Soto joined in 2016.\n"),
        Example(
            "Library shut\n\nThe librarian Margaret Wells dried the books.\n\nIt rained. Marjorie Wells, who has been there for 22 years, "
            "wept.\n"
        ),
    ),
    passes=(
        Example(
            "Ferry inquiry\n\nCaptain Martin Wells told the inquiry that the radar was clear.\n\n"
            "His brother, Michael Wells, heard the bell. The bell rang twice.\n"
        ),
        Example("Bakery grows\n\nRobert Berg runs 40 shops. Sales rose.\n\nAsked for more, Bob Berg said no.\n"),
        Example("Clocks given\n\nArthur Wells has given away 200 clocks.\n\nA curator, Albert Wells, a Londoner, will wind them all.\n"),
        Example("Bakery grows\n\nAnna Berg runs 40 shops. Sales rose.\n\nThe landlord's lawyer, Alice Berg, said that rents had fallen.\n"),
    ),
)
