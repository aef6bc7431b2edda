"""`place`: one place in two counties, states or provinces, and one street that is a road too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of, meanings, ordered, words
from factcheck.language.places import country_of
from factcheck.model import EntityKind, Severity, Words

_COUNTIES = words("regions", "counties")
_STATES: dict[str, str] = meanings("regions", "states")

_REGIONS = f"{any_of('regions', 'counties')}|{any_of('regions', 'states')}"

IN_REGION = re.compile(
    r"\b(?:in|at|near|from|to|of|around|outside)\s(?P<place>[A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{2,20}){0,2})(?:,\s|\sin\s)"
    rf"(?P<region>{_REGIONS})(?!\w|\s[A-Z][a-z]|(?:,|\sand|\sor|,\sand)\s(?:{_REGIONS}))"
)
"""A place and the region behind it: takes `in Ludlow, Shropshire` and `of Long Sutcombe in Devon`, not `in Ludlow, Devon and Kent`."""

STREET = re.compile(
    r"\b(?P<name>(?:[A-Z][a-z’']{2,20}\s){1,2})(?P<kind>Street|Road|Lane|Avenue|Drive|Close|Crescent|Boulevard|Square|Terrace|Court|Hill|Row)\b"
    r"(?!\s[A-Z][a-z])"
)
"""A street by its name: takes `Chapel Street` and `Old Mill Lane`, not `Court Street School`."""

_CONFUSED_PAIRS = [tuple(pair.split(" / ")) for pair in ordered("regions", "confused")]

_IN_PAIRS = {name for pair in _CONFUSED_PAIRS for name in pair}
_DEMONYMS: dict[str, str] = {word: country for word, country in meanings("places", "nationalities").items() if country in _IN_PAIRS}

CONFUSED = re.compile(
    rf"\b(?P<name>{'|'.join(sorted(map(re.escape, _IN_PAIRS), key=len, reverse=True))})\b"
    rf"|\b(?P<of>{'|'.join(sorted(_DEMONYMS, key=len, reverse=True))})\s(?P<noun>[a-z]{{3,20}})\b"
)
"""A county or country that is often taken for another, or what is of it: takes `Slovenian resort` and `Wiltshire`, not `Slovenian Open`."""

TWO_PLACES = re.compile(r"\b(?:namesake|namesakes|another|other|both|also called|of the same name|not to be confused)\b", re.IGNORECASE)
"""What tells of two places of one name: takes `another` and `of the same name`, not `the same`."""


@dataclass(frozen=True)
class _Located:
    """A place with the region that the article puts it in."""

    region: str
    place: Words


def find(context: CheckContext) -> Iterator[Finding]:
    """Places that are in one county in one paragraph, and in another county in another."""
    located: dict[tuple[str, bool], list[_Located]] = defaultdict(list)
    for block in context.blocks:
        for match in IN_REGION.finditer(context.text, block.start, block.end):
            county, region = match["region"] in _COUNTIES, _STATES.get(match["region"], match["region"])
            if not _is_no_place(context, match):
                located[match["place"], county].append(_Located(region, context.at(match.start("place"), match.end())))
    for (name, _), places in located.items():
        other = next((each for each in places if each.region != places[0].region), None)
        if other is not None and not _of_two(context, name, places):
            yield _finding(name, places[0], other)
    yield from _streets(context)
    yield from _alike(context)


def _alike(context: CheckContext) -> Iterator[Finding]:
    """Two counties or countries that are often taken for one another, each of which the article has once, in two paragraphs."""
    named: dict[str, list[Words]] = defaultdict(list)
    nouns: dict[str, str] = {}
    for block in context.blocks:
        for match in CONFUSED.finditer(context.text, block.start, block.end):
            name: str = match["name"] or _DEMONYMS[match["of"]]
            named[name].append(context.at(*match.span()))
            nouns[name] = match["noun"] or ""
    once = {name: places[0] for name, places in named.items() if len(places) == 1}
    for one, two in _CONFUSED_PAIRS:
        if one not in once or two not in once or named.keys() - {one, two} or nouns[one] != nouns[two]:
            continue
        first, second = sorted((once[one], once[two]), key=lambda place: place.start)
        if context.block_at(first.start) != context.block_at(second.start):
            message = f"{quoted(first.text)} and {quoted(second.text)} are often taken for one another, and each stands here once."
            yield Finding((first, second), message, Severity.LOOK, near=second)


def _streets(context: CheckContext) -> Iterator[Finding]:
    """Streets of one name that are of two kinds, and never in one paragraph."""
    named: dict[str, list[tuple[str, Words]]] = defaultdict(list)
    for block in context.blocks:
        for match in STREET.finditer(context.text, block.start, block.end):
            named[match["name"]].append((match["kind"], context.at(*match.span())))
    for (first, one), *rest in named.values():
        other = next((place for kind, place in rest if kind != first), None)
        if other is None or len({context.block_at(place.start) for _, place in ((first, one), *rest)}) <= len(rest):
            continue
        message = f"{quoted(one.text)} and {quoted(other.text)} stand in no paragraph together, and are likely meant as one street."
        yield Finding((one, other), message, Severity.LOOK)


def _is_no_place(context: CheckContext, match: re.Match[str]) -> bool:
    """Whether what stands before a region is a region itself, in a row of them, or a person or body that is there."""
    named = context.named_at(match.start("place"))
    in_row = match["place"] in _COUNTIES or match["place"] in _STATES or country_of(match["place"]) is not None
    return in_row or (named is not None and named.kind in (EntityKind.PERSON, EntityKind.BODY))


def _of_two(context: CheckContext, name: str, places: Sequence[_Located]) -> bool:
    """Whether the article tells of two places of one name: both in one paragraph, or in words for it beside the name."""
    regions = defaultdict(set)
    for each in places:
        regions[context.block_at(each.place.start)].add(each.region)
    beside = (context.article.words(block) for block in context.blocks)
    return any(len(found) > 1 for found in regions.values()) or any(name in words_ and TWO_PLACES.search(words_) for words_ in beside)


def _finding(name: str, one: _Located, two: _Located) -> Finding:
    both = f"{quoted(one.place.text)} and {quoted(two.place.text)}"
    message = f"{both} put {quoted(name)} in {one.region} and in {two.region}."
    return Finding((one.place, two.place), message, Severity.WARNING)


CHECK = Check(
    id="place",
    looks_for="one place in two counties or states, one street that is also called a road, "
    "or two counties or countries that are often mixed up",
    rule="AP Stylebook, 'datelines' and 'state names'; two places of one name that the article sets side by side are not flagged",
    find=find,
    catches=(
        Example("Pub burns\n\nThe Drovers at Long Sutcombe in Somerset was alight at 3am.\n\nNo inn is left in Long Sutcombe, Devon.\n"),
        Example("Trial moved\n\nThe jury in Salem, Ore., was sent home.\n\nA new trial will be held in Salem, Massachusetts, in May.\n"),
        Example("Villa found\n\nA villa lay under a car park in Northamptonshire.\n\nNo other is known in Nottinghamshire.\n"),
        Example("Bears\n\nA bear is at the Slovak resort of Vrat.\n\nIt rained. The Slovenian resort is glad of the crowds.\n"),
        Example("Boy hurt\n\nA boy was hit by a van in Chapel Street on Friday.\n\nIt rained. Chapel Road was shut for two hours.\n"),
        Example(
            "Farm sold\n\nThe farm near Bromsgrove, Worcestershire, has been sold.\n\nThe road to Bromsgrove in Warwickshire is closed.\n"
        ),
    ),
    passes=(
        Example(
            "By canoe\n\nA canoeist has paddled from Newport in Shropshire to Newport in Gwent.\n\nHe left Newport, Shropshire, in rain.\n"
        ),
        Example("Trial moved\n\nThe jury in Salem, Ore., was sent home.\n\nA new trial will be held in Salem, Oregon, in May.\n"),
        Example("Boy hurt\n\nA boy was hit at the corner of Chapel Street and Chapel Road.\n\nIt rained. Chapel Road was shut.\n"),
        Example(
            "Farm sold\n\nThe farm near Bromsgrove, Worcestershire, has been sold.\n\nThe road to Stratford in Warwickshire is closed.\n"
        ),
    ),
)
