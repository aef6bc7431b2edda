"""`body`: one body under two names that differ in the form of one word, or in its last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.lookalikes import lookalikes
from factcheck.checking.wording import quoted
from factcheck.language.lexicon import any_of, meanings, words
from factcheck.language.places import country_of
from factcheck.model import BlockRole, EntityKind, Mention, Severity, Span, Words

STEM = 5
"""Two words that share so many letters at their beginning may be forms of one (transport, transportation)."""

LONGEST = 8
"""The most words of a name that are looked at."""

_WORD = r"[A-Z][\w-]{1,30}(?:['’]s?)?"

LONG = re.compile(rf"\b{_WORD}(?:\s(?:(?:of|for|and|&)\s)?(?:the\s)?{_WORD}){{1,6}}\s(?:{any_of('roles', 'ends_of_bodies')})\b(?!\s[A-Z])")
"""The long name of a body: takes `South African Dock Workers' Union` and `National Fund for Old Boats Trust`, not `Dock Workers`."""

FEWEST = 4
"""Names of so many words and more that differ in one are seldom those of two bodies."""

_BRANCHES = words("roles", "branches")

CROWD = 20
"""Names that so many others are like say nothing."""

_ENDINGS = words("name_parts", "endings") | {"man", "men", "woman", "ern", "ese"}
"""What makes of a name that of its members or its region, which is another."""

_ALIKE: dict[str, str] = meanings("roles", "alike")


def find(context: CheckContext) -> Iterator[Finding]:
    """Names of bodies that are the same but for one word, and never stand in one paragraph."""
    named: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for entity in context.entities:
        for mention in entity.named() if entity.kind is EntityKind.BODY else ():
            named[tuple(mention.text.split())].append(mention)
    for one, two in _pairs(named):
        severity = _severity(one, two)
        if severity is not None and not _together(context, named[one], named[two]):
            yield _finding(context, named[one], named[two], severity)
    yield from _long_names(context)
    for first, later in lookalikes(context):
        message = f"{quoted(first.text)} and {quoted(later.text)} differ in one word, and may be meant as one name."
        yield Finding((first, later), message, Severity.LOOK, near=later)


def _long_names(context: CheckContext) -> Iterator[Finding]:
    """Long names that end in what a body is, and are the same but for one word that is no nation and no direction."""
    named: dict[tuple[str, ...], list[Words]] = defaultdict(list)
    for block in context.blocks:
        if block.role is not BlockRole.HEADLINE:
            for match in LONG.finditer(context.text, block.start, block.end):
                named[tuple(re.sub(r"['’]s?\b", "", match[0]).removeprefix("The ").split())].append(context.at(*match.span()))
    for one, two in _pairs({name: places for name, places in named.items() if len(name) >= FEWEST}):
        nth = next(n for n in range(len(one)) if one[n] != two[n])
        if _BRANCHES & {one[nth].lower(), two[nth].lower()} or None not in (country_of(one[nth]), country_of(two[nth])):
            continue
        if not _together(context, named[one], named[two]):
            yield _finding(context, named[one], named[two], Severity.LOOK)


def _pairs(named: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names that are the same but for one word, found through what is left of each without it."""
    left: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for name in named:
        if 2 <= len(name) <= LONGEST:
            for nth in range(len(name)):
                left[(*name[:nth], "", *name[nth + 1 :])].append(name)
    for names in left.values():
        if len(names) <= CROWD:
            yield from combinations(names, 2)


def _severity(one: tuple[str, ...], two: tuple[str, ...]) -> Severity | None:
    """How sure it is that two names mean one body, or None where they are likely two."""
    nth = next(n for n in range(len(one)) if one[n] != two[n])
    words_ = sorted((one[nth].casefold(), two[nth].casefold()), key=len)
    if nth == len(one) - 1 and len(one) > 2 and None is not _ALIKE.get(words_[0]) == _ALIKE.get(words_[1]):
        return Severity.LOOK
    return Severity.WARNING if _forms_of_one(*words_) else None


def _forms_of_one(short: str, long: str) -> bool:
    """Whether two words are forms of one that a name can have either of: transport, transportation; not Korea, Koreans."""
    if short[:STEM] != long[:STEM] or len(short) <= STEM:
        return False
    return not (long.startswith(short) and long[len(short) :] in _ENDINGS)


def _together(context: CheckContext, one: Sequence[Span], two: Sequence[Span]) -> bool:
    """Whether both names stand in one paragraph, which tells them apart."""
    return bool({context.block_at(m.start) for m in one} & {context.block_at(m.start) for m in two})


def _finding(context: CheckContext, one: Sequence[Span], two: Sequence[Span], severity: Severity) -> Finding:
    places = sorted((context.at(mentions[0].start, mentions[0].end) for mentions in (one, two)), key=lambda place: place.start)
    both = f"{quoted(places[0].text)} and {quoted(places[1].text)}"
    return Finding(tuple(places), f"{both} differ in one word and are likely meant as one body.", severity)


CHECK = Check(
    id="body",
    looks_for="one organisation, place or work under two names that differ in one word",
    rule="AP Stylebook, 'company names' and 'government bodies': the name that the body itself uses, and the same throughout",
    find=find,
    catches=(
        Example(
            "Tolls rise\n\nThe Ministry of Transport said on Friday that tolls will rise.\n\nThe Ministry of Transportation is to blame.\n"
        ),
        Example("Donkey rides\n\nThe Haven Donkey Trust has 41 donkeys.\n\nThe Haven Donkey Fund said that the papers had been eaten.\n"),
        Example(
            "Strike over\n\nThe South Shore Harbour Workers' Union called off its strike.\n\nIt rained.\n\n"
            "The South Shore Dock Workers' Union last went on strike in May.\n"
        ),
        Example("Boiler maker\n\nHartwell Thermal is to cut 140 jobs.\n\nIt rained. Hartwood Thermal denied that it was old.\n"),
        Example("Plane lands\n\nThe National Transport Safety Board came.\n\nThe National Transportation Safety Board took the wing.\n"),
    ),
    passes=(
        Example("Road deal\n\nThe Ministry of Transport in Wellington will help the Ministry of Transportation of Ontario.\n"),
        Example("Cup\n\nThe South Yorkshire Junior Rowing Club won.\n\nIt rained. The West Yorkshire Junior Rowing Club lost.\n"),
        Example("Two boards\n\nThe Chicago Police Department has a new chief.\n\nThe Chicago Fire Department sent flowers.\n"),
        Example("Two mills\n\nHartwell Mill burnt down.\n\nIt rained. Hartwood Mill, a ruin of 1840, was not hurt.\n"),
        Example("Newspapers\n\nThe New York Times has the story.\n\nThe New York University has the papers.\n"),
    ),
)
