"""`kin`: one person described as two different relatives of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.belonging import kin_before, kin_behind
from factcheck.language.kinship import relation_of
from factcheck.language.pronouns import gender_of
from factcheck.model import Block, Entity, Gender, Mention, Severity, Words

WHOSE = re.compile(r"[\w’'-]{1,40}$")
"""The word that says whose relative somebody is: takes `Her` and `of Okafor`, not `her, `."""

_REACH = 40

CROWD = 50
"""Among more people than these, no pronoun that is tied to nobody has only one whom it can mean."""


@dataclass(frozen=True)
class _Relative:
    """Whose relative somebody is said to be: the relation, the other where the ledger knows who it is, and the words."""

    relation: str
    whose: Entity
    place: Words


def find(context: CheckContext) -> Iterator[Finding]:
    """People who are called the brother of somebody in one place and the son of the same one in another."""
    owners = {mention.end: entity for entity in context.people for mention in entity.mentions}
    for person in context.people:
        first: dict[str, _Relative] = {}
        for relative in _relations(context, person, owners):
            earlier = first.setdefault(relative.whose.id, relative)
            if earlier.relation != relative.relation and not _in_one_sentence(context, earlier, relative):
                yield _finding(person, earlier, relative)
                break


def _in_one_sentence(context: CheckContext, one: _Relative, two: _Relative) -> bool:
    """Whether one sentence tells of both relatives, who are two people then: "his wife, Mary, and his sister, Mary-Ann"."""
    return context.sentence_at(one.place.start) == context.sentence_at(two.place.start)


def _relations(context: CheckContext, person: Entity, owners: dict[int, Entity]) -> Iterator[_Relative]:
    """Whose relative the words beside each name of a person say that the person is: "her brother Paul", "Paul, Okafor's brother"."""
    for mention in person.named():
        block = context.block_at(mention.start)
        if block is not None:
            yield from _behind(context, person, mention, block, owners)
        found = kin_before(context.text, mention, block) if block is not None else None
        relation = relation_of(found[0]) if found is not None else None
        if block is None or found is None or relation is None:
            continue
        before = WHOSE.search(context.text, max(block.start, found[1] - _REACH), found[1])
        whose = owners.get(found[1]) or _only_one(context, person, gender_of(before[0]) if before is not None else None)
        if whose is not None and whose is not person:
            yield _Relative(relation, whose, context.at(before.start() if before is not None else found[1], mention.end))


def _behind(context: CheckContext, person: Entity, mention: Mention, block: Block, owners: dict[int, Entity]) -> Iterator[_Relative]:
    """Whose relative the words behind a name say that the person is: ", his brother,"."""
    found = kin_behind(context.text, mention, block)
    relation = relation_of(found[0]) if found is not None else None
    if found is None or relation is None:
        return
    whose_word = re.split(r"\s|['’]s\b", context.text[found[1].start : found[1].end])[0]
    whose = owners.get(found[1].start + len(whose_word)) or _only_one(context, person, gender_of(whose_word))
    if whose is not None and whose is not person:
        yield _Relative(relation, whose, context.at(mention.start, found[1].end))


def _only_one(context: CheckContext, person: Entity, gender: Gender | None) -> Entity | None:
    """The only other person of a gender in the article, whom "his" or "her" means that is tied to nobody."""
    if gender is None or len(context.people) > CROWD:
        return None
    others = [other for other in context.people if other is not person and other.gender in (None, gender)]
    return others[0] if len(others) == 1 else None


def _finding(person: Entity, one: _Relative, two: _Relative) -> Finding:
    both = f"{quoted(one.place.text)} and {quoted(two.place.text)}"
    message = f"{both} make {quoted(person.name)} a {one.relation} and a {two.relation} of {quoted(one.whose.name)}."
    return Finding((one.place, two.place), message, Severity.WARNING)


CHECK = Check(
    id="kin",
    looks_for="one person described as two different relatives of another",
    rule="Reuters Handbook of Journalism, 'names'; relatives of two people, and namesakes who are distinguished, are not flagged",
    find=find,
    catches=(
        Example("Bakery opens\n\nCarol Imber had given up. Her brother, Paul Imber, came.\n\nHer son Paul Imber sold the loaves.\n"),
        Example(
            "Tour ends\n\nAnna Berg has cancelled her tour. Her husband, Tom Wells, paid.\n\nHer father, Tom Wells, asked for peace.\n"
        ),
        Example(
            "Yard sold\n\nTom Wells has sold the yard. His sister Anna Wells bought it.\n\nTom Wells's niece Anna Wells will run it.\n"
        ),
        Example("Farm\n\nTom Wells has died on the hill. His son, Sam Wells, found him.\n\nSam, his brother, will run the farm.\n"),
    ),
    passes=(
        Example("Run\n\nTom Wells ran. His wife, Mary, said that he might run again, and his sister, Mary-Ann, that he must not.\n"),
        Example("Bakery opens\n\nCarol Imber had given up. Her brother, Paul Imber, came. Her son Tim Imber sold the loaves.\n"),
        Example("Tour ends\n\nAnna Berg has cancelled her tour. Her husband, Tom Wells, paid. Berg's husband Tom Wells asked for peace.\n"),
        Example("Farm\n\nTom Wells has died. His son, Sam Wells, found him. Jim Moss wept, and Sam, his friend, and Ada, his sister.\n"),
        Example("Yard sold\n\nTom Wells has sold the yard. His sister Anna Wells bought it. Jim Wells's niece Anna Wells runs it.\n"),
    ),
)
