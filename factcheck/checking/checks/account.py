"""`account`: two speakers who give contradicting versions of one thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice, product
from typing import TypeVar

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.lexicon import words
from factcheck.model import Change, Claim, Figure, Severity, Span, Words

T = TypeVar("T", bound=Words)

ALL = words("small_words", "all")
SOME = words("small_words", "some")
"""Words for the whole of a thing, and for less than that."""

NEAR = 4
"""So many words on either side of a word that both speakers use may stand the one that says how much."""

LONGEST = 40
"""What was said in more words than these is about many things."""

MOST_NUMBERS = 8
"""Numbers of one claim that are compared with those of others."""

MOST = 250
"""Claims with a speaker that are compared with one another."""


BOUND = re.compile(r"[,;:—–.!?]\s|\s(?:and\sthat|and\s(?:he|she|it|they|we|I)|but|while|whereas|because|which|who)\s|[“”\"]")
"""Where the clause around a number ends: takes `, ` and ` and that `, not ` and `."""

OWN = frozenset(("i", "me", "my", "we", "us", "our", "ours", "mine"))
"""What makes a clause one of the speaker's own, which another cannot contradict."""

ALIKE = 0.7
"""Clauses of which so large a part of the words is shared tell one thing."""

FEWEST = 3
"""Clauses that share fewer words than these are alike by chance."""


@dataclass(frozen=True)
class _Number:
    """A number that a speaker gives, and the stems of the words that stand in one clause with it."""

    figure: Figure
    clause: Words
    stems: frozenset[str]
    days: frozenset[str]


@dataclass(frozen=True)
class _Said:
    """What a claim's speaker, by entity and by name, said: the stems of its words in order, the names among them, and its numbers."""

    claim: Claim
    who: frozenset[str]
    name: str
    stems: tuple[str, ...]
    names: frozenset[str]
    numbers: tuple[_Number, ...]


def find(context: CheckContext) -> Iterator[Finding]:
    """Two speakers of whom one says all of a thing where the other says some or none of it, or who give two numbers of one thing."""
    said = [one for claim in context.claims if (one := _said(context, claim)) is not None][:MOST]
    pairs = [(one, two) for one, two in combinations(said, 2) if not one.who & two.who]
    for one, two in pairs:
        if one.names & two.names and (_opposed(one, two) or _opposed(two, one)):
            yield _finding((one, two), tuple(_place(context, each.claim) for each in (one, two)))
    yield from _two_numbers(pairs)


def _two_numbers(pairs: Sequence[tuple[_Said, _Said]]) -> Iterator[Finding]:
    """Two numbers of one thing by two speakers. Where more than two are given, each speaks of something else: their own votes, say."""
    differing = [(one, two, a, b) for one, two in pairs for a, b in product(one.numbers, two.numbers) if _differ(a, b)]
    values: dict[int, set[Decimal]] = defaultdict(set)
    for _, _, this, that in differing:
        for number in (this, that):
            values[number.figure.start] |= {this.figure.value, that.figure.value}
    told: set[int] = set()
    for one, two, this, that in differing:
        places = {this.figure.start, that.figure.start}
        if all(len(values[place]) == 2 for place in places) and not told & places:
            told |= places
            yield _finding((one, two), (this.clause, that.clause))


def _said(context: CheckContext, claim: Claim) -> _Said | None:
    if claim.speaker is None or not claim.attributed or not claim.content or claim.speaker.known_as.lower() in OWN:
        return None
    words = [m[0] for span in claim.content for m in PLAIN_WORD.finditer(context.text, span.start, span.end)]
    numbers = tuple(islice(_numbers(context, claim), MOST_NUMBERS))
    words = words if len(words) <= LONGEST else []
    if not words and not numbers:
        return None
    names = frozenset(stem(word) for word in words if word[0].isupper() and word.lower() not in SMALL)
    name, entity = claim.speaker.known_as, claim.speaker.entity
    return _Said(claim, frozenset({name.lower(), entity or name.lower()}), name, tuple(stem(word) for word in words), names, numbers)


def _numbers(context: CheckContext, claim: Claim) -> Iterator[_Number]:
    """The exact numbers in what a speaker said, each with its clause; none of a clause that is about the speaker."""
    for span in claim.content:
        bounds = [span.start, *(at for m in BOUND.finditer(context.text, span.start, span.end) for at in m.span()), span.end]
        for figure in _within(context.figures, span):
            nth = bisect_right(bounds, figure.start) - 1
            if nth % 2 or figure.unit is None or figure.change is not Change.EXACT or figure.high is not None:
                continue
            clause = context.at(bounds[nth], max(bounds[nth + 1], figure.end))
            words = [m[0].lower() for m in PLAIN_WORD.finditer(context.text, clause.start, clause.end)]
            if not OWN & set(words):
                number = {m[0].lower() for m in PLAIN_WORD.finditer(figure.text)} - {str(figure.unit)}
                stems = frozenset(stem(w) for w in words if w not in SMALL and w not in number and len(w) > 2)
                days = frozenset(d.value for d in _within(context.dates, clause))
                yield _Number(figure, clause, stems, days)


def _differ(one: _Number, two: _Number) -> bool:
    """Whether two clauses tell one thing with two numbers."""
    same = one.figure.unit == two.figure.unit and one.figure.value != two.figure.value and one.days == two.days
    shared = one.stems & two.stems
    return same and len(shared) >= FEWEST and len(shared) >= ALIKE * len(one.stems | two.stems)


def _within(found: Sequence[T], span: Span) -> Sequence[T]:
    """Those that stand in a stretch of the text."""
    first, last = (bisect_left(found, at, key=lambda each: each.start) for at in (span.start, span.end))
    return found[first:last]


def _opposed(whole: _Said, part: _Said) -> bool:
    """Whether the one speaks of all and the other of some, each beside a word that both use and that is no name."""
    if ALL & set(part.stems) or SOME & set(whole.stems):
        return False
    shared = {word for word in set(whole.stems) & set(part.stems) if len(word) > 2} - SMALL - whole.names - part.names
    return any(_beside(whole, word, ALL) and _beside(part, word, SOME) for word in shared)


def _beside(said: _Said, word: str, amounts: frozenset[str]) -> bool:
    at = [i for i, other in enumerate(said.stems) if other == word]
    return any(amounts & set(said.stems[max(0, i - NEAR) : i + NEAR + 1]) for i in at)


def _finding(said: tuple[_Said, _Said], places: tuple[Words, ...]) -> Finding:
    first, second = (f"{quoted(one.name)} says {quoted(place.text)}" for one, place in zip(said, places, strict=True))
    return Finding(places, f"{first}, and {second}; the two accounts differ.", Severity.LOOK)


def _place(context: CheckContext, claim: Claim) -> Words:
    return context.at(claim.content[0].start, claim.content[-1].end)


def _dispute(one: str, this: str, two: str, that: str) -> Example:
    """An article in which one says this and another that."""
    speakers = [(who.removesuffix(" said"), what) for who, what in ((one, this), (two, that))]
    return Example(f"Dispute\n\n{one} {this}. {two} {that}.\n", said=tuple(speakers))


CHECK = Check(
    id="account",
    looks_for="two speakers with contradicting versions of one thing",
    rule="SPJ Code of Ethics, 'seek truth and report it': where accounts differ, readers are told so",
    find=find,
    catches=(
        _dispute("The mayor said", "Hadley had paid all the fines", "The clerk said", "Hadley had paid only part of the fines"),
        _dispute("Okafor said", "the Lady Anne had lost every lifeboat", "Tapia said", "the Lady Anne had lost some of its lifeboats"),
        _dispute("The firm said", "Orsa Water had tested the whole pipe", "The union said", "Orsa Water had tested none of the pipe"),
        _dispute(
            "Chief Dole said", "three crew were taken to Pell Hospital", "Mayor Vane said", "nine crew had been taken to Pell Hospital"
        ),
    ),
    passes=(
        _dispute("The mayor said", "Hadley had paid all the fines", "The clerk said", "Dunmore had paid only part of the fines"),
        _dispute("Okafor said", "the Lady Anne had lost every lifeboat", "Tapia said", "the Lady Anne had some paint left"),
        _dispute("The firm said", "Orsa Water had tested the whole pipe", "The union said", "Orsa Water had tested the whole pipe twice"),
        _dispute(
            "Ann Dole said", "three crew were taken to Pell Hospital", "Ed Vane said", "eight crew were taken to Marden Hospital by bus"
        ),
    ),
)
