"""`nationality`: one person given two nationalities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of, meanings, words
from factcheck.language.nationality import nationalities_at
from factcheck.language.places import country_of
from factcheck.language.roles import role_of
from factcheck.model import Entity, How, Severity, Span, Words

_DEMONYMS = "|".join(sorted(meanings("places", "nationalities"), key=len, reverse=True))
_CITIZENS = words("places", "citizens")

OF_TWO = re.compile(
    rf"\b(?:{any_of('places', 'of_two_countries')})\b|-born\b|(?:{_DEMONYMS})(?:-|\sand\s)(?:{_DEMONYMS})\b|\b(?:{_DEMONYMS})-[A-Z]",
    re.IGNORECASE,
)
"""What makes both true: takes `dual`, `German-born` and `French and Swiss`, not `a Swiss judge`."""

SOMEBODY = re.compile(
    rf"\b[Aa]n?\s(?:[a-z-]{{3,15}}\s)?(?P<demonym>{_DEMONYMS})\s(?P<roles>[a-z]{{3,20}}(?:\s[a-z]{{3,20}})?)\b"
    rf"|\b[Aa]n?\s\d{{1,2}}-year-old\s(?P<alone>{_DEMONYMS})(?=[,.]|\swho\b)"
)
"""Somebody without a name: takes `A Canadian climber has`, `a 24-year-old Thai, ` and `a young Danish film director`, not `a climber`."""

THE_ONE = re.compile(
    rf"\bThe\s(?P<demonym>{_DEMONYMS})(?:['’]s)?\s(?:had|has|was|is|said|did|died|told|will|body|family|lawyers?|coach|manager|wife|husband)\b"
    rf"|\bThe\s(?P<alone>{_DEMONYMS}),\s(?:who|whose)\b"
)
"""The one whom the reader knows, by nationality alone: takes `The Australian had`, `The Slovak's body` and `The Thai, whose`, not
`The Australian team had`."""


OPENING = 2
"""In so many paragraphs a story says of whom it tells."""


@dataclass(frozen=True)
class _Told:
    """A country, and the words that make somebody one of its citizens."""

    country: str
    place: Words


def find(context: CheckContext) -> Iterator[Finding]:
    """People who are of one country in one place and of another in another, where nothing tells of two."""
    for person in context.people:
        told = list(_told_of(context, person))
        other = next((each for each in told if each.country != told[0].country), None)
        if other is not None and not _has_two(context, person):
            yield _finding(told[0].place, other.place, Severity.WARNING)
            return
    yield from _of_the_story(context)
    yield from _of_the_only_one(context)


def _told_of(context: CheckContext, person: Entity) -> Iterator[_Told]:
    for mention in person.mentions:
        block = context.block_at(mention.start)
        if block is None or mention.how is How.ROLE:
            continue
        for each in nationalities_at(context.text, mention, block):
            yield _Told(each.country, context.at(each.span.start, each.span.end))


def _has_two(context: CheckContext, person: Entity) -> bool:
    """Whether a sentence in which somebody stands tells of one who has moved, or has two passports."""
    sentences = (context.sentence_at(m.start) for m in person.mentions if context.block_at(m.start) is not None)
    return any(OF_TWO.search(context.text, sentence.start, sentence.end) for sentence in sentences)


def _of_the_story(context: CheckContext) -> Iterator[Finding]:
    """The one of whom a story tells, without a name in its opening, and by nationality alone further on.

    Only where the story tells of nobody else's nationality.
    """
    if not context.body:
        return
    somebody = [
        _Told(_country(match), context.at(match.start("alone" if match["alone"] else "demonym"), match.end()))
        for block in context.blocks
        for match in SOMEBODY.finditer(context.text, block.start, block.end)
        if match["alone"] or any(role_of(word) or word in _CITIZENS for word in match["roles"].split())
    ]
    lead = Span(start=context.body[0].start, end=context.body[:OPENING][-1].end)
    first = somebody[0] if somebody else None
    if first is None or not lead.start <= first.place.start < lead.end or len({each.country for each in somebody}) > 1:
        return
    if any(list(_told_of(context, person)) for person in context.people):
        return
    yield from _called_by_another(context, first)


def _of_the_only_one(context: CheckContext) -> Iterator[Finding]:
    """The only person whose nationality a story tells, in its opening and beside a name, and the one of another country further on."""
    told = [each for person in context.people for each in _told_of(context, person)]
    lead_end = context.body[:OPENING][-1].end if context.body else 0
    of_somebody = any(SOMEBODY.search(context.text, block.start, block.end) for block in context.blocks)
    if told and len({each.country for each in told}) == 1 and told[0].place.start < lead_end and not of_somebody:
        yield from _called_by_another(context, min(told, key=lambda each: each.place.start))


def _called_by_another(context: CheckContext, first: _Told) -> Iterator[Finding]:
    """The one whom the reader knows, called by another nationality than that of the one whom the story tells of."""
    if OF_TWO.search(context.text):
        return
    for block in context.body[1:]:
        for match in THE_ONE.finditer(context.text, block.start, block.end):
            if _country(match) != first.country:
                yield _finding(first.place, context.at(*match.span("alone" if match["alone"] else "demonym")), Severity.LOOK)
                return


def _country(match: re.Match[str]) -> str:
    demonym = match["demonym"] or match["alone"]
    return country_of(demonym) or demonym


def _finding(one: Words, two: Words, severity: Severity) -> Finding:
    first, second = sorted((one, two), key=lambda place: place.start)
    message = f"{quoted(first.text)} and {quoted(second.text)} seem to be one person, who is of two countries here."
    return Finding((first, second), message, severity, near=second)


CHECK = Check(
    id="nationality",
    looks_for="one person given two nationalities",
    rule="Reuters Handbook of Journalism, 'nationalities'; whoever was born in one country and lives in another, has two passports, or "
    "works for another country than their own, is not flagged",
    find=find,
    catches=(
        Example("Tour off\n\nThe Hungarian conductor Anna Berg has hurt her knee.\n\nIt rained. The Romanian, who is 71, was sad.\n"),
        Example(
            "Prize given\n\nThe Norwegian director Sunniva Aasen has won a prize. \n\nMs. Aasen, a Danish filmmaker, shot it at sea.\n"
        ),
        Example("Bank\n\nAnna Berg, a Belgian economist, will run the bank. It is old. Berg will be the first Dutch citizen to lead it.\n"),
        Example(
            "Peak\n\nA Canadian climber died on the peak on Monday.\n\nIt rained. The Australian had been due to fly home on Sunday.\n"
        ),
    ),
    passes=(
        Example("Tour off\n\nThe Hungarian conductor Anna Berg has hurt her knee.\n\nIt rained. The Hungarian, who is 71, was sad.\n"),
        Example(
            "Final\n\nThe Dutch runner Anna Berg won in June.\n\nTom Wells, a Belgian runner, was second. The Belgian was eighth in May.\n"
        ),
        Example("Concert\n\nThe Hungarian-born pianist Anna Berg, a Canadian citizen, plays on Friday. It will rain.\n"),
        Example("Envoy leaves\n\nThe Dutch ambassador Anna Berg has left. Berg, a Belgian lawyer, was born in a tent in Ghent.\n"),
        Example("Two judges\n\nThe French judge Anna Berg sat with a Swiss judge, Tom Wells. The Swiss had a cold.\n"),
        Example("Peak\n\nA Canadian climber died on the peak on Monday.\n\nA Swiss guide wept. The Canadian was due to fly home.\n"),
    ),
)
