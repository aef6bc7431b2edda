"""`first-name`: one person with two first names."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.families import bearers, family_near, surname
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.introduced import is_introduced
from factcheck.checking.wording import quoted
from factcheck.language.given_names import is_given, may_be_one_name
from factcheck.model import Entity, Mention, Severity

BEGINNING = 3
"""So many first letters make two given names alike."""

FEWEST_FAMILIES = 3
"""Where so many surnames are shared, the article is a list of people."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Two full names of one surname of which the later is never introduced and never told from the earlier."""
    shared = [people for people in bearers(context).values() if len(people) > 1]
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
    """Whether of two words of one beginning one at least is a given name, so that the other likely is one too: Marion and Marianne."""
    return one[:BEGINNING] == two[:BEGINNING] and (is_given(one) or is_given(two))


def _given(person: Entity) -> str:
    return person.name.split()[0] if 2 <= len(person.name.split()) <= 3 else ""


def _in_full(person: Entity) -> list[Mention]:
    return [mention for mention in person.named() if len(mention.text.split()) > 1]


def _told_apart(context: CheckContext, one: Entity, two: Entity, place: Mention) -> bool:
    """Whether the second name is introduced as somebody's own, or stands beside the first."""
    block = context.block_at(place.start)
    if block is None or any(block.start <= mention.start < block.end for mention in _in_full(one)):
        return True
    own = {title.casefold() for title in two.titles} - {title.casefold() for title in one.titles}
    return bool(own) or is_introduced(context, place, titled=bool(two.titles)) or family_near(context, place)


def _finding(context: CheckContext, one: Entity, two: Entity) -> Finding:
    first, second = _in_full(one)[0], _in_full(two)[0]
    alike = {t.casefold() for t in one.titles} & {t.casefold() for t in two.titles}
    both = f"{quoted(first.text)} and {quoted(second.text)}"
    message = f"{both} are never told apart as two people, and may be one {surname(one)} with two first names."
    places = sorted((context.at(first.start, first.end), context.at(second.start, second.end)), key=lambda w: w.start)
    return Finding(tuple(places), message, Severity.WARNING if alike else Severity.LOOK)


CHECK = Check(
    id="first-name",
    looks_for="one person with two first names",
    rule="AP Stylebook, 'names'; people of one surname are told apart by what each is, or by how they are related, and a slip is not",
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
