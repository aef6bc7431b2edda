"""`title`: one person with two titles, offices or parties that nobody has at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.belonging import party_at
from factcheck.language.lexicon import meanings
from factcheck.language.offices import offices_at, ranks_at, tells_of_change, tells_of_change_of_party, tells_of_promotion
from factcheck.model import Entity, Mention, Severity, Span, Words

OFFICES: dict[str, list[str]] = meanings("honorifics", "held_alone")
"""Titles before a name of which a person holds one at a time, by office (AP Stylebook, 'titles', 'legislative titles')."""

RANKS: dict[str, list[str]] = meanings("honorifics", "ranks")
"""Ranks of soldiers and the police before a name (AP Stylebook, 'military titles')."""

_OFFICE_OF = {word: office for office, written in (OFFICES | RANKS).items() for word in written}
_TITLES = "|".join(re.escape(word) for word in sorted(_OFFICE_OF, key=len, reverse=True))

TITLED = re.compile(rf"(?:(?<![\w-])|(?<=pro-)|(?<=anti-))(?P<title>{_TITLES})\s$")
"""A title right before a name: takes `Sen. `, `Governor ` and that of `pro-Gov. `, not `the governor of `."""

LEADS = re.compile(rf"(?P<title>{_TITLES})\s(?=[A-Z])")
"""A title that splitting took for a part of the name: takes `Corporal Liam Hesketh` and `Sgt. Wells`, not `Liam Hesketh`."""

FORMER = re.compile(r"\b(?:former|then|ex|late|future|deputy|vice|acting|state|assistant)[\s-]{0,2}$", re.IGNORECASE)
"""What makes a title one of another day, or another title: takes `former ` and `then-`, not `said `."""

OTHER = re.compile(r"\b(?:attorney|surgeon|solicitor|secretary|director)\s$", re.IGNORECASE)
"""What makes a general no soldier: takes `attorney ` and `surgeon `, not `Maj. `."""

BEHIND = re.compile(
    r",\s(?:a|the)\s(?:(?:Democratic|Republican|junior|senior)\s)?(?P<title>senator|governor|mayor|congressman|congresswoman)"
    r"\s(?:from|of|for)\s(?:the\s)?[A-Z]"
)
"""An office behind a name: takes `, the senator from Ohio` and `, a Democratic congressman for the Bay`, not `, a senator of 1999`."""

NO_PARTY = "independent"

_REACH = 40
"""Code points before a name in which its title stands, with the word before it."""


@dataclass(frozen=True)
class _Held:
    """An office that the words beside a name give its bearer, and the row of offices, or of parties, of which one is held at a time."""

    row: str
    office: str
    place: Words
    of: str | None = None


def find(context: CheckContext) -> Iterator[Finding]:
    """Two titles, offices or parties beside the names of one person, where the article tells of no change."""
    for person in context.people:
        rows: dict[str, list[_Held]] = defaultdict(list)
        for held in _held_by(context, person):
            rows[held.row].append(held)
        for held_in_row in rows.values():
            if len({held.office for held in held_in_row}) == 2 and not _of_two_bodies(held_in_row):
                yield _finding(held_in_row)


def _held_by(context: CheckContext, person: Entity) -> Iterator[_Held]:
    """What the words beside each name of a person say that the person is now; of ranks, offices and parties only where none changes."""
    named = [(mention, block) for mention in person.named() if (block := context.block_at(mention.start)) is not None]
    told = [_sentence(context, mention) for mention, _ in named]
    changes, moves, rises = (any(map(tells, told)) for tells in (tells_of_change, tells_of_change_of_party, tells_of_promotion))
    for mention, block in named:
        yield from (title for title in _titles(context, mention, block) if not (rises and title.office in RANKS))
        if not moves:
            yield from _parties(context, mention, block)
        if not changes:
            for office in (*offices_at(context.text, mention, block), *ranks_at(context.text, mention, block)):
                yield _Held(office.row, office.name, context.at(office.span.start, office.span.end), office.of)


def _parties(context: CheckContext, mention: Mention, block: Span) -> Iterator[_Held]:
    party = party_at(context.text, mention, block)
    if party is None or party.name == NO_PARTY:
        return
    if not FORMER.search(context.text[max(block.start, party.span.start - _REACH) : party.span.start]):
        yield _Held("parties", f"a member of the {party.name} party", context.at(party.span.start, party.span.end))


def _sentence(context: CheckContext, mention: Span) -> str:
    sentence = context.sentence_at(mention.start)
    return context.text[sentence.start : sentence.end]


def _titles(context: CheckContext, mention: Mention, block: Span) -> Iterator[_Held]:
    before = context.text[max(block.start, mention.start - _REACH) : mention.start]
    match = TITLED.search(before)
    if match is not None and not FORMER.search(before[: match.start()]) and not OTHER.search(before[: match.start()]):
        yield _Held("titles", _OFFICE_OF[match["title"]], context.at(mention.start - len(match[0]), mention.end))
    leads = LEADS.match(context.text, mention.start, mention.end)
    if leads is not None:
        yield _Held("titles", _OFFICE_OF[leads["title"]], context.at(mention.start, mention.end))
    behind = BEHIND.match(context.text, mention.end, block.end)
    if behind is not None:
        yield _Held("titles", _OFFICE_OF[behind["title"].capitalize()], context.at(mention.start, behind.end("title")))


def _of_two_bodies(held: Sequence[_Held]) -> bool:
    """Whether the offices are said to be of different bodies."""
    bodies = {each.office: each.of for each in held}
    return None not in bodies.values() and len(set(bodies.values())) == len(bodies)


def _finding(mentions: Sequence[_Held]) -> Finding:
    counts: dict[str, list[_Held]] = defaultdict(list)
    for mention in mentions:
        counts[mention.office].append(mention)
    usual, other = sorted(counts.values(), key=lambda group: (-len(group), group[0].place.start))
    both = f"{quoted(usual[0].place.text)} and {quoted(other[0].place.text)} seem to be one person"
    message = f"{both}, and nobody is {usual[0].office} and {other[0].office} at once."
    places = sorted((usual[0].place, *(m.place for m in other)), key=lambda w: w.start)
    return Finding(tuple(places), message, Severity.WARNING)


CHECK = Check(
    id="title",
    looks_for="one person with two titles, offices or parties that nobody has at once",
    rule="AP Stylebook, 'titles', 'legislative titles' and 'party affiliation'; titles marked as former, people of one surname and "
    "whoever changes office or party in the article are not flagged",
    find=find,
    catches=(
        Example("Bill fails\n\nSen. Ruth Okafor wrote the bill. It failed by two votes. Rep. Okafor said she would try again.\n"),
        Example("Road opened\n\nGov. Anna Berg cut the ribbon. Mayor Berg then drove the first car.\n"),
        Example("Ship named\n\nThe ship was named by Senator Tom Wells. Governor Tom Wells broke the bottle.\n"),
        Example("Bill fails\n\nRuth Okafor, the senator from Ohio, wrote the bill. It died. Rep. Okafor will try again.\n"),
        Example("Jobs cut\n\nIt is hard, Chief Executive Officer Anna Berg said. Berg, the chief financial officer, saw no way out.\n"),
        Example(
            "Road dear\n\nThe transport minister, Tom Wells, defended the road. It is long. Wells, the deputy transport minister, smiled.\n"
        ),
        Example("Sick wait\n\nHealth Minister Ruth Okafor saw the ward. It was full. Okafor, the minister of justice since May, wept.\n"),
        Example(
            "Ward shut\n\nTom Wells, the hospital's chief executive, shut the ward. Mr Wells, the hospital's medical director, wept.\n"
        ),
        Example("Fans march\n\nThe chairman of the Town, Tom Wells, is angry. Wells, the club's vice-chairman, spoke of insults.\n"),
        Example("Beds lost\n\nRep. Tom Wells, R-Neb., wrote the bill. It died. Wells (D-Neb.) will try again.\n"),
        Example(
            "Bypass wanted\n\nLabour's Anna Berg took a petition to London. The road is full. Berg, a Conservative, has heard it all.\n"
        ),
        Example("Soldier dies\n\nCorporal Liam Wells was found on the plain.\n\nIt rained. Sergeant Wells joined the army at 18.\n"),
        Example(
            "Strike near\n\nAnn Hale, the union's regional secretary, is cross. Ms Hale, who is the union's general secretary, wept.\n"
        ),
        Example("Boy found\n\nSergeant Anna Berg handles the dog. He had a scent. Constable Berg gave him a steak.\n"),
    ),
    passes=(
        Example("Bill fails\n\nSen. Ruth Okafor wrote the bill. It failed by two votes. Former Rep. Okafor said she would try again.\n"),
        Example("Road opened\n\nGov. Anna Berg cut the ribbon. Her cousin, Mayor Lars Berg, drove the first car. Gov. Berg waved.\n"),
        Example("Ship named\n\nThe ship was named by Senator Tom Wells. Sen. Wells broke the bottle.\n"),
        Example(
            "Jobs cut\n\nThe chief executive, Anna Berg, will step down in June. Berg was chief financial officer, and Tom Wells, "
            "chief financial officer since 2019, succeeds her. Wells, the chief executive from June, is glad.\n"
        ),
        Example("Bill fails\n\nRuth Okafor, a senator of 1999 and now Governor Okafor, wrote it. Okafor, the mayor of a play, laughed.\n"),
        Example("Boy found\n\nSergeant Anna Berg has been promoted. Inspector Berg has a dog.\n"),
        Example("Seat fought\n\nThe former Labour MP Anna Berg has left Labour. Berg, a Conservative, has heard it all.\n"),
        Example("Road dear\n\nThe former transport minister, Tom Wells, wept. Wells, deputy transport minister from 2012, smiled.\n"),
        Example("Sick wait\n\nHealth Minister Ruth Okafor saw the ward. Okafor, the minister of state for care, wept.\n"),
        Example("Two boards\n\nTom Wells, chairman of the port, was there. Tom Wells, vice-chairman of the zoo, fed the seals.\n"),
    ),
)
