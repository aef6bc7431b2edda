"""The ledger of who is in the story, from what each mention was tied to: names, titles, gender, ages and places of each entity."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.ages import ages_at
from factcheck.language.belonging import kin_before, party_at
from factcheck.language.pronouns import gender_of
from factcheck.model import Article, Entity, EntityKind, Gender, How, Span, claim_ids
from factcheck.model import Mention as Place

if TYPE_CHECKING:
    from factcheck.splitting.mentions import Mention
    from factcheck.splitting.names import Known
    from factcheck.splitting.people import Cast


class Ledger:
    """The entities of an article, in the order in which it first names them, and which of them a name was tied to."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._starts = [block.start for block in article.blocks]
        self._titles = cast.titles
        mentions: defaultdict[Known, list[Mention]] = defaultdict(list)
        for mention in cast.mentions:
            if mention.known is not None:
                mentions[mention.known].append(mention)
        self._ends = {mention.end: mention.known for mention in cast.mentions if mention.known is not None}
        named = [known for known, ones in mentions.items() if any(one.how is How.NAME for one in ones)]
        ids = claim_ids([("entity", known.kind, known.name) for known in named])
        self._ids = dict(zip(named, ids, strict=True))
        self.entities = [self._entity(known, mentions[known]) for known in named]
        self._called = {entity.name: entity.id for entity in reversed(self.entities)}

    def id_of(self, known: Known | None) -> str | None:
        """The id of the entity that a mention was tied to; None for one that was tied to nobody."""
        return self._ids.get(known) if known is not None else None

    def called(self, name: str | None) -> str | None:
        """The id of the entity with that full name."""
        return self._called.get(name) if name is not None else None

    def _entity(self, known: Known, mentions: Sequence[Mention]) -> Entity:
        places = tuple(Place(start=m.start, end=m.end, text=self._article.text[m.start : m.end], how=m.how) for m in mentions)
        person = known.kind is EntityKind.PERSON
        others = dict.fromkeys(" ".join(place.text.split()) for place in places if place.how is How.NAME)
        ages = (
            age.number
            for place in places
            if person and place.how is not How.ROLE
            for age in ages_at(self._article.text, place, self._block(place))
        )
        return Entity(
            id=self._ids[known],
            kind=known.kind,
            name=known.name,
            names=tuple(name for name in others if name != known.name),
            titles=self._titles.get(known, ()),
            gender=_gender(known, places) if person else None,
            ages=tuple(dict.fromkeys(ages)),
            party=next((p for place in places if (p := self._party(place, person)) is not None), None),
            kin=tuple(dict.fromkeys(kin for place in places if person and (kin := self._kin(place)) is not None)),
            mentions=places,
        )

    def _party(self, place: Place, person: bool) -> str | None:
        party = party_at(self._article.text, place, self._block(place)) if person and place.how is How.NAME else None
        return party.name if party is not None else None

    def _kin(self, place: Place) -> str | None:
        """Whose relation the words before a name say that its bearer is, by the mention that they hang on."""
        found = kin_before(self._article.text, place, self._block(place)) if place.how is How.NAME else None
        whose = self._ends.get(found[1]) if found is not None else None
        return f"{found[0]} of {whose.name}" if found is not None and whose is not None else None

    def _block(self, place: Span) -> Span:
        return self._article.blocks[bisect_right(self._starts, place.start) - 1]


def _gender(known: Known, places: Sequence[Place]) -> Gender | None:
    """What titles, roles and the given name tell, else what the pronouns do that mean the person."""
    if known.gender is not None:
        return known.gender
    shown = {gender for place in places if place.how is How.PRONOUN and (gender := gender_of(place.text))}
    return shown.pop() if len(shown) == 1 else None
