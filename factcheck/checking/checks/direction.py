"""`direction`: one place to the north in one sentence and to the south in another, or one knee that is the left and the right."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of, words
from factcheck.model import How, Severity, Words

_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east", "left": "right", "right": "left"}

_POINT = r"(?P<point>[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)"
_NAME = r"(?P<of>(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})"
_SIDES = any_of("places", "sides")
_BORDERS = words("places", "borders")
_SITES = any_of("places", "sites")

SO_FAR = re.compile(
    rf"\b(?P<what>(?:\d[\d.,]*\s?|(?:{any_of('numbers', 'small')})\s)[a-z]+)\s(?:(?:to\s)?the\s)?{_POINT}(?:-(?:east|west))?\sof\s{_NAME}"
)
"""So far from a place: takes `20km north of Hull` and `six miles to the south-west of the Lizard`, not `north of Hull`."""

TOWN = re.compile(rf"\b{_POINT}(?:-(?:east|west))?ern\s(?P<what>{_SITES})\sof\s{_NAME}")
"""A place by its part of the country: takes `northern town of Hadley` and `western state of Goa`, not `old town of Hull`."""

_KNOWN = rf"(?P<known>the\s(?:{any_of('places', 'known')})\b)"

SIDE = re.compile(rf"\b{_POINT}(?:ern)?\s(?P<what>{_SIDES})\sof\s(?:{_NAME}|{_KNOWN})")
"""A side of a place: takes `north bank of the Tees`, `west bank of the river` and `eastern edge of Hull`, not `edge of Hull`."""

BOUND = re.compile(rf"\b{_POINT}bound\s(?P<what>carriageway|lanes?|side|traffic|platform)\s(?:of|on)\s{_NAME}")
"""A side of a road: takes `northbound carriageway of the M6` and `eastbound lanes on Route 9`, not `northbound trains`."""

HIS = re.compile(rf"\b(?:his|her)\s(?:[a-z]{{3,15}}\s)?(?P<point>left|right)\s(?P<what>{any_of('nouns', 'paired')})\b(?!\sand\b)")
"""A part of somebody's body, of which there are two: takes `his left knee` and `her injured right arm`, not `left-wing`."""

BOTH = re.compile(r"\b(?:both|other|each|opposite|one|first|then)\b|\bleft\s(?:and|or)\sright\b|\bright\s(?:and|or)\sleft\b")
"""What tells that either is meant: takes `the other` and `left and right`, not `left`."""

_FORMS = (SO_FAR, TOWN, SIDE, BOUND)


@dataclass(frozen=True)
class _Told:
    """A point of the compass with what it is told of: the form, what lies there, and of which place."""

    place: Words
    point: str
    form: int
    what: str
    of: str


def find(context: CheckContext) -> Iterator[Finding]:
    """The same thing of the same place, towards two opposite points, in two sentences; and the same part of the same body."""
    for told in (_told(context), _of_bodies(context)):
        finding = _opposed(context, sorted(told, key=lambda each: each.place.start))
        if finding is not None:
            yield finding


def _opposed(context: CheckContext, told: Sequence[_Told]) -> Finding | None:
    there: dict[tuple[int, str, str, str], list[_Told]] = defaultdict(list)
    for each in told:
        there[each.form, each.what, each.of, each.point].append(each)
    for one in told:
        opposite = there.get((one.form, one.what, one.of, _OPPOSITE[one.point]), [])
        later = opposite[bisect_right(opposite, one.place.start, key=lambda each: each.place.start) :]
        two = next((each for each in later if context.sentence_at(each.place.start) != context.sentence_at(one.place.start)), None)
        if two is not None:
            what = "sides" if one.form == len(_FORMS) else "points of the compass"
            message = f"{quoted(one.place.text)} and {quoted(two.place.text)}: one of the two {what} is likely a slip."
            return Finding((one.place, two.place), message, Severity.LOOK, near=two.place)
    return None


def _told(context: CheckContext) -> Iterator[_Told]:
    known: dict[tuple[int, str], set[str]] = defaultdict(set)
    found: list[tuple[int, str, re.Match[str]]] = []
    for block in context.blocks:
        for form, pattern in enumerate(_FORMS):
            for match in pattern.finditer(context.text, block.start, block.end):
                what = "side" if pattern is SIDE and match["what"] in _BORDERS else re.sub(r"\s+", " ", match["what"].lower()).rstrip("s")
                found.append((form, what, match))
                if match["of"]:
                    known[form, what].add(match["of"].removeprefix("the "))
    for form, what, match in found:
        of = known[form, what] if match["of"] is None else {match["of"].removeprefix("the ")}
        if len(of) == 1:
            yield _Told(context.at(*match.span()), match["point"].lower(), form, what, next(iter(of)))


def _of_bodies(context: CheckContext) -> Iterator[_Told]:
    """The left or right knee of somebody whom a pronoun means, in a sentence that tells of one only."""
    owners = {mention.start: person.id for person in context.people for mention in person.mentions if mention.how is How.PRONOUN}
    for block in context.body:
        for match in HIS.finditer(context.text, block.start, block.end):
            sentence = context.sentence_at(match.start())
            owner = owners.get(match.start())
            if owner is not None and not BOTH.search(context.text, sentence.start, sentence.end):
                yield _Told(context.at(*match.span()), match["point"], len(_FORMS), match["what"], owner)


CHECK = Check(
    id="direction",
    looks_for="one place given in two opposite directions, or one knee called both left and right",
    rule="Reuters Handbook of Journalism, 'datelines and places': north for south and east for west are among what papers correct most",
    find=find,
    catches=(
        Example("Quake\n\nThe quake struck 40 miles north of Dunmore at noon. It rained.\n\nThe centre lay 40 miles south of Dunmore.\n"),
        Example("Sailor found\n\nHe was found 20km north of Orsa Bay.\n\nIt rained. The raft lay 20km south of Orsa Bay.\n"),
        Example("Fire\n\nA fire broke out six miles east of Dry Fork. It rained.\n\nIt stayed six miles to the west of Dry Fork.\n"),
        Example("Orchid\n\nIt grows on the western edge of Dunmore.\n\nIt rained. The east side of the town has none.\n"),
        Example("Crash\n\nThe northbound carriageway of the M6 was shut. The southbound carriageway of the M6 was still shut at noon.\n"),
        Example(
            "Blast\n\nA plant on the east bank of the Sarn blew up.\n\nIt rained. It has stood on the west bank of the river since 1938.\n"
        ),
        Example(
            "Forward out\n\nTom Wells will not play after tearing a muscle in his left thigh.\n\nWells hurt his right thigh on Monday.\n"
        ),
        Example("Storm\n\nA storm hit the northern town of Hadley. Two died.\n\nThe mayor of the southern town of Hadley wept.\n"),
    ),
    passes=(
        Example("Quake\n\nThe quake struck 40 miles north of Dunmore. A second struck 25 miles south of Dunmore.\n"),
        Example("Crash\n\nThe northbound and southbound lanes of the M6 were shut. The northbound carriageway of the M6 opened first.\n"),
        Example(
            "Blast\n\nA plant on the east bank of the Sarn blew up.\n\nThe smoke drifted to the west bank of the Esk and of the river.\n"
        ),
        Example(
            "Forward out\n\nTom Wells tore a muscle in his left thigh.\n\nWells hurt his other leg, and then his right thigh, in May.\n"
        ),
        Example("Storm\n\nA storm hit the northern town of Hadley. It went on to the southern town of Orsa.\n"),
    ),
)
