"""Whom one would ask about what, as a person reads it in a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model import Aspect, Card, Case, count, one_line
from factcheck.model.people import Asked, aspects_to_ask, people_at
from factcheck.model.source import key_of

_WIDTH = 200


def people_lines(
    case: Case, people: Sequence[Asked], cards: Sequence[Card], *, contacts: bool = False, every: bool = False
) -> Iterator[str]:
    """Each of those to ask with what is open of their claims, and whether the sheet has a way to reach them; with `contacts` which."""
    known = {card.key: card for card in cards}
    for one in people:
        card = known.get(key_of(None, one.name))
        yield one_line(" · ".join(filter(None, (_called(one, card), _within_reach(card) if one.name else None))), _WIDTH)
        if there := people_at(case, one.entity):
            yield f"    there: {one_line('; '.join(f'{person.name}, {person.titles[0]}' for person in there), _WIDTH)}"
        if contacts and card is not None:
            yield from (f"    {words}" for words in _contacts(card))
        for claim in one.claims:
            asked = ", ".join(aspect.row.question for aspect in aspects_to_ask(claim, every=every) if aspect is not None)
            yield f"    {claim.id}  {one_line(claim.in_context, _WIDTH)}{f' ({asked})' if asked else ''}"
    yield f"{count(sum(len(one.claims) for one in people), 'claim')} to ask about."


def people_as_json(case: Case, people: Sequence[Asked], cards: Sequence[Card], *, every: bool = False) -> str:
    """The same as one JSON object. It says whether the sheet has a way to reach somebody, and never which."""
    known = {card.key: card for card in cards}
    told: list[dict[str, Any]] = [
        {
            "name": one.name,
            "title": one.title,
            "entity": one.entity.id if one.entity is not None else None,
            "reachable": _reachable(known, one),
            "people_there": [person.name for person in people_at(case, one.entity)],
            "claims": [
                {"id": claim.id, "gist": claim.in_context, "ask": [aspect or Aspect.SO for aspect in aspects_to_ask(claim, every=every)]}
                for claim in one.claims
            ],
        }
        for one in people
    ]
    return json.dumps({"people": told}, ensure_ascii=False)


def _called(one: Asked, card: Card | None) -> str:
    if one.name is None:
        return "Nobody named"
    if not one.named:
        return f"“{one.name}” (not named)"
    title = one.title or (card.affiliation if card is not None else None)
    return f"{one.name}, {title}" if title else one.name


def _within_reach(card: Card | None) -> str:
    if card is None:
        return "not on the sheet"
    reach = "on the sheet" if card.reachable else "on the sheet, without a way to reach them"
    return f"{reach}, confidential" if card.confidential else reach


def _reachable(known: Mapping[str, Card], one: Asked) -> bool:
    card = known.get(key_of(None, one.name))
    return card is not None and card.reachable


def _contacts(card: Card) -> Iterator[str]:
    for label, value in (("phone", card.phone), ("email", card.email), ("affiliation", card.affiliation), ("note", card.note)):
        if value:
            yield f"{label}: {one_line(value, _WIDTH)}"
