"""`account`: two speakers who give contradicting versions of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.checking.words import PLAIN_WORD, SMALL, stem
from factcheck.language.lexicon import words
from factcheck.model import Claim, Severity, Words

ALL = words("small_words", "all")
SOME = words("small_words", "some")
"""Words for the whole of a thing, and for less than that."""

NEAR = 4
"""So many words on either side of a word that both speakers use may stand the one that says how much."""

LONGEST = 40
"""What was said in more words than these is about many things."""

MOST = 250
"""Claims with a speaker that are compared with one another."""


@dataclass(frozen=True)
class _Said:
    """What a claim's speaker, by entity and by name, said: the stems of its words in order, and the names among them."""

    claim: Claim
    who: frozenset[str]
    name: str
    stems: tuple[str, ...]
    names: frozenset[str]


def find(context: CheckContext) -> Iterator[Finding]:
    """Two speakers of whom one says all of a thing where the other says some or none of it, in the same words of the same people."""
    said = [one for claim in context.claims if (one := _said(context, claim)) is not None][:MOST]
    for one, two in combinations(said, 2):
        if not one.who & two.who and one.names & two.names and (_opposed(one, two) or _opposed(two, one)):
            yield _finding(context, one, two)


def _said(context: CheckContext, claim: Claim) -> _Said | None:
    if claim.speaker is None or not claim.attributed or not claim.content:
        return None
    words = [m[0] for span in claim.content for m in PLAIN_WORD.finditer(context.text, span.start, span.end)]
    if not words or len(words) > LONGEST:
        return None
    names = frozenset(stem(word) for word in words if word[0].isupper() and word.lower() not in SMALL)
    name, entity = claim.speaker.known_as, claim.speaker.entity
    return _Said(claim, frozenset({name.lower(), entity or name.lower()}), name, tuple(stem(word) for word in words), names)


def _opposed(whole: _Said, part: _Said) -> bool:
    """Whether the one speaks of all and the other of some, each beside a word that both use and that is no name."""
    if ALL & set(part.stems) or SOME & set(whole.stems):
        return False
    shared = {word for word in set(whole.stems) & set(part.stems) if len(word) > 2} - SMALL - whole.names - part.names
    return any(_beside(whole, word, ALL) and _beside(part, word, SOME) for word in shared)


def _beside(said: _Said, word: str, amounts: frozenset[str]) -> bool:
    at = [i for i, other in enumerate(said.stems) if other == word]
    return any(amounts & set(said.stems[max(0, i - NEAR) : i + NEAR + 1]) for i in at)


def _finding(context: CheckContext, one: _Said, two: _Said) -> Finding:
    places = tuple(_place(context, said.claim) for said in (one, two))
    first, second = (f"{quoted(said.name)} says {quoted(place.text)}" for said, place in zip((one, two), places, strict=True))
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
    ),
    passes=(
        _dispute("The mayor said", "Hadley had paid all the fines", "The clerk said", "Dunmore had paid only part of the fines"),
        _dispute("Okafor said", "the Lady Anne had lost every lifeboat", "Tapia said", "the Lady Anne had some paint left"),
        _dispute("The firm said", "Orsa Water had tested the whole pipe", "The union said", "Orsa Water had tested the whole pipe twice"),
    ),
)
