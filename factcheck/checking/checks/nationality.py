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
from factcheck.model import Entity, EntityKind, How, Severity, Span, Words

_NOUNS: dict[str, str] = meanings("places", "people_of_countries")
_DEMONYMS = "|".join(sorted((*meanings("places", "nationalities"), *_NOUNS), key=len, reverse=True))
_CITIZENS = words("places", "citizens")

OF_TWO = re.compile(
    rf"\b(?:{any_of('places', 'of_two_countries')})\b|-born\b|(?:{_DEMONYMS})(?:-|\sand\s)(?:{_DEMONYMS})\b|\b(?:{_DEMONYMS})-[A-Z]",
    re.IGNORECASE,
)
"""What makes both true: takes `dual`, `German-born` and `French and Swiss`, not `a Swiss judge`."""

SOMEBODY = re.compile(
    rf"\b[Aa]n?\s(?:[a-z-]{{3,15}}\s)?(?P<demonym>{_DEMONYMS})\s(?P<roles>[a-z]{{3,20}}(?:\s[a-z]{{3,20}})?)\b"
    rf"|\b(?:[Aa]n?\s\d{{1,2}}-year-old|The)\s(?P<alone>{_DEMONYMS})(?=[.]|,(?!\swho)|\swho\b)"
    rf"|\b[Tt]he\s(?P<of>{_DEMONYMS})(?=\s[A-Z][\w-]+\s[A-Z])"
)
"""Somebody without a name: takes `A Canadian climber has`, `a 24-year-old Thai, ` and `The Estonian, Liisi Kask`, not `a climber`."""

THE_ONE = re.compile(
    rf"\bThe\s(?P<demonym>{_DEMONYMS})(?:['’]s)?\s(?:had|has|was|is|said|did|died|told|will|body|family|lawyers?|coach|manager|wife|husband)\b"
    rf"|\bThe\s(?P<alone>{_DEMONYMS}),\s(?:who|whose)\b"
)
"""The one whom the reader knows, by nationality alone: takes `The Australian had`, `The Slovak's body` and `The Thai, whose`, not
`The Australian team had`."""


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

    Only where the story tells of nobody else without a name, and the nationality is that of nobody whom it names.
    """
    if not context.opening:
        return
    matches = (match for block in context.blocks for match in SOMEBODY.finditer(context.text, block.start, block.end))
    somebody = [told for match in matches if (told := _somebody(context, match)) is not None]
    lead = Span(start=context.opening[0].start, end=context.opening[-1].end)
    first = somebody[0] if somebody else None
    if first is None or not lead.start <= first.place.start < lead.end or len({each.country for each in somebody}) > 1:
        return
    yield from _called_by_another(context, first, {each.country for person in context.people for each in _told_of(context, person)})


def _somebody(context: CheckContext, match: re.Match[str]) -> _Told | None:
    """Whom the words of a match mean; None for a team, a law or a body of some country."""
    if match["of"]:
        named = context.named_at(match.end() + 1)
        is_body = named is None or named.kind in (EntityKind.BODY, EntityKind.PLACE)
        return None if is_body else _Told(_country(match), context.at(*match.span("of")))
    if match["alone"] or any(role_of(word) or word in _CITIZENS for word in match["roles"].split()):
        return _Told(_country(match), context.at(match.start("alone" if match["alone"] else "demonym"), match.end()))
    return None


def _of_the_only_one(context: CheckContext) -> Iterator[Finding]:
    """The only person whose nationality a story tells, in its opening and beside a name, and the one of another country further on."""
    told = [each for person in context.people for each in _told_of(context, person)]
    lead_end = context.opening[-1].end if context.opening else 0
    matches = (match for block in context.blocks for match in SOMEBODY.finditer(context.text, block.start, block.end))
    of_somebody = any(match["of"] is None for match in matches)
    if told and len({each.country for each in told}) == 1 and told[0].place.start < lead_end and not of_somebody:
        yield from _called_by_another(context, min(told, key=lambda each: each.place.start), set())


def _called_by_another(context: CheckContext, first: _Told, others: set[str]) -> Iterator[Finding]:
    """The one whom the reader knows, called by another nationality than that of the one whom the story tells of, or than the `others`."""
    if OF_TWO.search(context.text):
        return
    for block in context.body[1:]:
        for match in THE_ONE.finditer(context.text, block.start, block.end):
            if _country(match) not in {first.country, *others}:
                yield _finding(first.place, context.at(*match.span("alone" if match["alone"] else "demonym")), Severity.LOOK)
                return


def _country(match: re.Match[str]) -> str:
    demonym = match["demonym"] or match["alone"] or match.groupdict().get("of") or ""
    return country_of(demonym) or _NOUNS.get(demonym, demonym)


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
        Example("Prize\n\nThe Estonian, Liisi Kask, won. The Dane Nils Holm was next.\n\nIt rained.\n\nThe Latvian will play in May.\n"),
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
