"""Names of firms, bodies, places and works that are the same but for one word, and that word is like the other's: Wildlife, Wildfowl."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from factcheck.checking.context import CheckContext
from factcheck.checking.introduced import is_introduced
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.given_names import is_given
from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import words
from factcheck.language.places import country_of
from factcheck.model import BlockRole, EntityKind, Words

_PART = r"[A-Z][\w’'-]{1,30}"

NAME = re.compile(rf"\b{_PART}(?:\s(?:(?:of|for|and|in|on)\s)?(?:the\s)?{_PART}){{1,6}}")
"""A name of several words: takes `Hartwell Thermal` and `The Keeper of the Light`, not `the keeper`."""

SHORTEST = 6
"""Words of fewer letters are like too many others."""

BEGINNING, MIDST, EDITS = 4, 5, 2
"""Two words of one first letter are alike with so many first letters in common, so many inside, or so few edits apart."""

LONGEST = 7
CROWD = 20

_BRANCHES = words("roles", "branches")
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


def lookalikes(context: CheckContext) -> Iterator[tuple[Words, Words]]:
    """The first place of each of two such names, of which the later stands once, is not introduced, and in no paragraph with the other."""
    named: dict[tuple[str, ...], list[Words]] = defaultdict(list)
    for words_, place in _names(context):
        named[words_].append(place)
    left: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for name in named:
        for nth in range(len(name)):
            left[(*name[:nth], "", *name[nth + 1 :])].append(name)
    for names in left.values():
        for one, two in combinations(names, 2) if len(names) <= CROWD else ():
            first, later = sorted((named[one], named[two]), key=lambda places: places[0].start)
            if len(later) == 1 and _alike(*_difference(one, two)) and not _told_apart(context, first, later[0]):
                yield first[0], later[0]


def _names(context: CheckContext) -> Iterator[tuple[tuple[str, ...], Words]]:
    """The names of several words that are nobody's, without an article and the marks of the possessive."""
    for block in context.blocks:
        if block.role is BlockRole.HEADLINE:
            continue
        for match in NAME.finditer(context.text, block.start, block.end):
            own = [re.sub(r"['’]s?$", "", word) for word in match[0].split()]
            if own[0] in ("The", "A", "An"):
                del own[0]
            if 2 <= len(own) <= LONGEST and not _is_persons(context, own, match.start()):
                yield tuple(own), context.at(*match.span())


def _is_persons(context: CheckContext, own: Sequence[str], start: int) -> bool:
    entity = context.named_at(start)
    return (
        is_given(own[0])
        or is_honorific(own[0])
        or (entity is not None and entity.kind is EntityKind.PERSON and bool(entity.titles or entity.ages or entity.gender))
    )


def _difference(one: Sequence[str], two: Sequence[str]) -> tuple[str, str]:
    return next((a, b) for a, b in zip(one, two, strict=True) if a != b)


def _alike(one: str, two: str) -> bool:
    """Whether a word may have been written for another in a wrong memory, and is not a form of it: Minister, Ministry."""
    short, long = sorted((one.casefold(), two.casefold()), key=len)
    if len(short) < SHORTEST or short[0] != long[0] or long.startswith(short[:-2]) or {short, long} & _BRANCHES:
        return False
    if {one, two} & _CALENDAR or None not in (country_of(one), country_of(two)):
        return False
    return short[:BEGINNING] == long[:BEGINNING] or OSA.distance(short, long) <= EDITS or _shares_a_part(short, long)


def _shares_a_part(one: str, two: str) -> bool:
    """Whether five letters in a row stand in both: Lamplighter, Lighthouse."""
    return any(one[at : at + MIDST] in two for at in range(len(one) - MIDST + 1))


def _told_apart(context: CheckContext, ones: Sequence[Words], two: Words) -> bool:
    """Whether both stand in one paragraph, or the later is said to be something of its own."""
    block = context.block_at(two.start)
    return any(context.block_at(one.start) == block for one in ones) or is_introduced(context, two)
