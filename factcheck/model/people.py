"""Whom one would ask about what: the claims of an article under the person or body that knows whether they are right."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from factcheck.model.case import Case
from factcheck.model.claim import Claim, Speaker
from factcheck.model.entity import Entity, EntityKind, How
from factcheck.model.names import folded, unaccented
from factcheck.model.review import Aspect

_BESIDE = re.compile(r",[ \n](?=[A-Z])")
"""Between what somebody is and their name: takes the comma of "the mayor, Jo Reyes"; refuses that of "the mayor, who"."""


class Asked(NamedTuple):
    """Somebody to ask, and about which claims, in the order of the article.

    `name` is the full name, or where the article gives none the words for them ("the official"); None for claims that name nobody.
    """

    name: str | None
    entity: Entity | None
    claims: tuple[Claim, ...]

    @property
    def named(self) -> bool:
        """Whether the article names them."""
        return self.entity is not None or any(claim.speaker is not None and claim.speaker.name for claim in self.claims)

    @property
    def title(self) -> str | None:
        """The first title or office that the article gives them."""
        if self.entity is not None and self.entity.titles:
            return self.entity.titles[0]
        return next((claim.speaker.title for claim in self.claims if claim.speaker is not None and claim.speaker.title), None)

    def is_called(self, name: str) -> bool:
        """Whether a name is one of theirs, whatever its case and accents."""
        known = (self.name or "", *((self.entity.name, *self.entity.names) if self.entity is not None else ()))
        return unaccented(name) in map(unaccented, known)


def to_ask(case: Case, *, every: bool = False) -> list[Asked]:
    """Whom one would ask about the claims that are open, or with `every` about all, in the order of the article; nobody comes last.

    A claim is asked of whom it is attributed to, else of the one person whom it names, else of the one whom its sources name ("Call with
    Edwin Lathe, 5 May"). What cannot be checked is not asked.
    """
    found: dict[str | None, tuple[str | None, Entity | None, list[Claim]]] = {}
    ledger = _Ledger(case)
    for claim in case.claims:
        if claim.part_of is None and aspects_to_ask(claim, every=every):
            entity, name = ledger.whom(claim)
            key = entity.id if entity is not None else name and f"“{folded(name)}”"
            found.setdefault(key, (name, entity, []))[2].append(claim)
    nobody = found.pop(None, None)
    return [Asked(name, entity, tuple(claims)) for name, entity, claims in (*found.values(), *([nobody] if nobody else []))]


def aspects_to_ask(claim: Claim, *, every: bool = False) -> tuple[Aspect | None, ...]:
    """What there is to ask of a claim: what is still open, or with `every` all; of an opinion no more than whether it was said."""
    return tuple(
        aspect for aspect in claim.aspects if (every or claim.standing(aspect).open) and (claim.checkable or aspect is Aspect.SAID)
    )


def people_at(case: Case, body: Entity | None) -> list[Entity]:
    """The people whose title or office names a body: "clerk of the Harbour Board"."""
    if body is None or body.kind is not EntityKind.BODY:
        return []
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, (body.name, *body.names)))})(?!\w)")
    return [one for one in case.entities if one.kind is EntityKind.PERSON and any(map(named.search, one.titles))]


class _Ledger:
    """Who is in a case, to look up by id and by where they are mentioned."""

    def __init__(self, case: Case) -> None:
        self._by_id = {one.id: one for one in case.entities}
        self._text = case.article.text
        self._starts = {at.start: one for one in case.entities for at in one.mentions if at.how is How.NAME}
        self._people = [one for one in case.entities if one.kind is EntityKind.PERSON]
        self._mentions = sorted((at.start, at.end, one.id) for one in self._people for at in one.mentions)
        self._longest = max((end - start for start, end, _ in self._mentions), default=0)

    def whom(self, claim: Claim) -> tuple[Entity | None, str | None]:
        """Whom a claim is asked of, and their name, or the words for them; nobody where it has no speaker and not just one person."""
        if claim.speaker is not None:
            entity = self._by_id.get(claim.speaker.entity or "") or self._beside(claim.speaker)
            return entity, entity.name if entity is not None else claim.speaker.known_as
        about = self._mentioned(claim) | self._named(claim)
        if len(about) != 1:
            about = self._noted(claim)
        entity = self._by_id[about.pop()] if len(about) == 1 else None
        return entity, entity.name if entity is not None else None

    def _beside(self, speaker: Speaker) -> Entity | None:
        """Who is named right behind a speaker whom the article does not name otherwise: "the head teacher, Aila Brand, said"."""
        named = _BESIDE.match(self._text, speaker.end)
        found = self._starts.get(named.end()) if named and not speaker.name else None
        return found if found is not None and found.kind not in (EntityKind.BODY, EntityKind.PLACE) else None

    def _mentioned(self, claim: Claim) -> set[str]:
        first = bisect_left(self._mentions, (claim.start - self._longest,))
        last = bisect_left(self._mentions, (claim.end,))
        return {one for start, end, one in self._mentions[first:last] if end > claim.start}

    def _named(self, claim: Claim) -> set[str]:
        """The people whose full names the claim was given, in brackets or not, so that it stands by itself."""
        return self._in(claim.in_context.replace("[", "").replace("]", ""))

    def _noted(self, claim: Claim) -> set[str]:
        """The people whose full names the sources of the claim have: a call, an interview, a letter."""
        return self._in("\n".join(item.source for item in claim.evidence if item.source))

    def _in(self, words: str) -> set[str]:
        return {one.id for one in self._people if one.name in words and re.search(rf"(?<!\w){re.escape(one.name)}(?!\w)", words)}
