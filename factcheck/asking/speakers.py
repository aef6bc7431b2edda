"""Who a language model says has spoken: somebody whom the article names, where it does so nearest to the claim; else whom we found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.asking.gists import ALIKE, words_in
from factcheck.language.sentences import SPLIT_ROLES
from factcheck.model import Article, Claim, Entity, Span, Speaker, Words


class Speakers:
    """Those whom an article names, by its ledger and by its words."""

    def __init__(self, article: Article, entities: Iterable[Entity]) -> None:
        self._article = article
        self._plain = _plain(article.text)
        self._named = {_plain(name): entity for entity in reversed([*entities]) for name in (*entity.names, entity.name)}
        self._mentioned = {(m.start, m.end): entity for entity in entities for m in entity.mentions}

    def of(self, given: str, home: Claim, span: Span) -> Speaker | None:
        """The speaker of a claim at `span`, which lies in `home`, one of ours.

        Ours, where the claim's own words name one, or the model names nobody; None where whom it names is not named in the article.
        Raises LookupError when the model names somebody whom the article does not.
        """
        ours = home.speaker
        wanted = " ".join(_plain(given).split())
        if (ours is not None and ours.name and span.contains(ours)) or not wanted or self._is_pronoun(given):
            return ours
        entity = self._named.get(wanted)
        if entity is not None:
            return self._known(entity, ours, span)
        place = self._nearest(wanted, span)
        if place is None:
            raise LookupError(given)
        mentioned = self._mentioned.get((place.start, place.end))
        return self._known(mentioned, ours, place) if mentioned else Speaker.at(self._article.text, place.start, place.end)

    @staticmethod
    def _is_pronoun(given: str) -> bool:
        said = words_in(given, Span(start=0, end=len(given)))
        return len(said) == 1 and said[0].refers

    def _known(self, entity: Entity, ours: Speaker | None, near: Span) -> Speaker:
        """Somebody of the ledger, at the mention nearest to the claim."""
        if ours is not None and ours.entity == entity.id:
            return ours
        at = min(entity.mentions, key=lambda mention: _distance(mention, near))
        return Speaker(start=at.start, end=at.end, text=at.text, name=entity.name, title=next(iter(entity.titles), None), entity=entity.id)

    def _nearest(self, wanted: str, span: Span) -> Words | None:
        """Where words stand whole in the article nearest to the claim, in whatever case and with whatever white space."""
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, wanted.split())) + r"(?!\w)")
        blocks = self._article.blocks_of(*SPLIT_ROLES)
        places = [
            Words.at(self._article.text, m.start(), m.end())
            for block in blocks
            for m in pattern.finditer(self._plain, block.start, block.end)
        ]
        return min(places, key=lambda place: _distance(place, span), default=None)


def _plain(text: str) -> str:
    """A text whose words can be compared, one code point for one."""
    lower = text.translate(ALIKE).lower()
    return lower if len(lower) == len(text) else text.translate(ALIKE)


def _distance(place: Span, span: Span) -> int:
    """Code points between two spans; none where they overlap."""
    return max(0, place.start - span.end, span.start - place.end)
