"""Who or what a past verb is said of, as the words before it tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.language.events import APPOSED, AUXILIARIES, KNOWN, TIES, UNREAL
from factcheck.language.lexicon import words
from factcheck.model import EntityKind

TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
"""A word, a number or a mark: takes `co-op`, `1,200` and `,`, not ` `."""

_COMPANIES = words("nouns", "companies")
_COMPANY_MARKS = words("nouns", "company_marks")
_VAGUE = words("nouns", "vague")
_OTHERS = words("nouns", "others")
_DETERMINERS = words("small_words", "determiners") | {"another", "no"}
_PLURAL = frozenset("they we people".split())

FARTHEST = 15
"""So many words and marks may stand between a comma and the comma that opens what it closes."""

MODIFIERS = 3
"""So many words may stand between a noun and its determiner."""


@dataclass(frozen=True)
class Subject:
    """Who or what something is said of: an entity of the ledger, else a noun in small letters with the words that tell it from others.

    `known`: the words say that the reader knows it ("the bridge", "its bridge").
    """

    entity: str | None = None
    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    known: bool = True

    @property
    def vague(self) -> bool:
        """Whether its noun calls another thing each time."""
        return self.entity is None and self.noun in _VAGUE

    def may_be(self, earlier: Subject) -> bool:
        """Whether it is what the same noun or entity called before: nothing in its words tells it from that."""
        if self.entity is not None:
            return True
        told_apart = (self.modifiers | earlier.modifiers) & _OTHERS
        return self.known and (self.modifiers == earlier.modifiers if told_apart else self.modifiers <= earlier.modifiers)


class Subjects:
    """Finds the subjects of an article's verbs."""

    def __init__(self, context: CheckContext) -> None:
        self._context = context
        mentions = [(m.start, m.end, e.id) for e in context.entities for m in e.mentions]
        self._mentions = sorted(mentions)
        self._classes = _classes(context)

    def before(self, tokens: Sequence[re.Match[str]], verb: int, last: Subject | None) -> tuple[Subject, bool] | None:
        """Whom the verb at an index of a sentence's tokens is said of, and whether it is said to have been done to them.

        `last` is the subject of the verb before it in the sentence. None where the words do not tell, or tell nothing that has happened.
        """
        at, skipped = verb - 1, set()
        while at >= 0 and ((word := tokens[at][0].lower()) in AUXILIARIES or word.endswith("ly")):
            skipped.add(word)
            at -= 1
        if at < 0 or tokens[at][0].lower() in UNREAL:
            return None
        if tokens[at][0].lower() in ("and", "but"):
            return (last, _passive(skipped)) if last is not None else None
        if tokens[at][0] == "," and (at := _over_comma(tokens, at, skipped)) < 0:
            return None
        subject = self._subject(tokens, at)
        return (subject, _passive(skipped)) if subject is not None else None

    def object_of(self, tokens: Sequence[re.Match[str]], first: int) -> Subject | None:
        """What stands right behind a verb: "joined the bank"."""
        if first + 1 < len(tokens) and tokens[first][0] in KNOWN:
            return self._noun_phrase(tokens, first + 1)[0]
        return self._noun_phrase(tokens, first)[0] if first < len(tokens) and tokens[first][0][0].isupper() else None

    def _subject(self, tokens: Sequence[re.Match[str]], at: int) -> Subject | None:
        for _ in range(3):
            found, first = self._noun_phrase(tokens, at)
            if found is None or first < 1 or tokens[first - 1][0].lower() not in TIES:
                return found
            at = first - 2  # "the roof of the mill fell": the words before the preposition
            if at < 0:
                return None
        return None

    def _noun_phrase(self, tokens: Sequence[re.Match[str]], at: int) -> tuple[Subject | None, int]:
        """The noun phrase that ends at an index, and the index of its first word."""
        word = tokens[at][0]
        mention = self._mention(tokens[at].start())
        first = at
        while first > 0 and mention is not None and tokens[first - 1].start() >= mention[0]:
            first -= 1
        if mention is not None:
            return Subject(mention[2], word if word.islower() else ""), first
        if not word[0].isalpha() or word.lower() in _PLURAL | _DETERMINERS | TIES:
            return None, at
        if not word[0].islower():
            return self._named(tokens, at)
        modifiers: list[str] = []
        while first > 0 and len(modifiers) <= MODIFIERS and tokens[first - 1][0].lower() not in _DETERMINERS:
            first -= 1
            modifiers.append(tokens[first][0].lower())
        if first == 0 or len(modifiers) > MODIFIERS:
            return None, at
        determiner = tokens[first - 1][0].lower()
        known = determiner in KNOWN
        entity = self._classes.get(word) if known and not modifiers else None
        return Subject(entity, word, frozenset(modifiers), known), first - 1

    def _named(self, tokens: Sequence[re.Match[str]], at: int) -> tuple[Subject | None, int]:
        """A name of which the ledger does not know: by its last word, where there is no ledger at all."""
        first = at
        while first > 0 and tokens[first - 1][0][0].isupper():
            first -= 1
        return (None if self._context.entities else Subject(noun=tokens[at][0])), first

    def _mention(self, offset: int) -> tuple[int, int, str] | None:
        nth = bisect_right(self._mentions, (offset, offset + 1_000_000, "")) - 1
        if nth < 0:
            return None
        mention = self._mentions[nth]
        return mention if offset < mention[1] else None


def _passive(skipped: set[str]) -> bool:
    return bool(skipped & {"was", "were", "been"})


def _over_comma(tokens: Sequence[re.Match[str]], at: int, skipped: set[str]) -> int:
    """The index of the word that a verb behind a comma is said of; below 0 where the words do not tell."""
    if skipped & {"which", "who", "that"} or not skipped:
        at -= 1  # "the mill, which was built", "the mill, built"
        return at - 2 if at >= 2 and tokens[at][0].isdigit() and tokens[at - 1][0] == "," else at
    for opens in range(at - 1, max(0, at - FARTHEST), -1):
        if tokens[opens][0] == ",":
            inside = tokens[opens + 1][0].lower()
            return opens - 1 if inside in APPOSED or inside[0].isdigit() else -1
    return -1


def _classes(context: CheckContext) -> dict[str, str]:
    """The nouns by which one body or thing of the article alone can be called, each with its entity: the last word of its name."""
    found: dict[str, set[str]] = {}
    for entity in context.entities:
        if entity.kind in (EntityKind.BODY, EntityKind.THING):
            for noun in _nouns_of(entity.name):
                found.setdefault(noun, set()).add(entity.id)
    return {noun: next(iter(ids)) for noun, ids in found.items() if len(ids) == 1}


def _nouns_of(name: str) -> Iterator[str]:
    last = name.split()[-1].strip(".,").lower() if name.split() else ""
    if last in _COMPANY_MARKS:
        yield from _COMPANIES
    elif last:
        yield last
