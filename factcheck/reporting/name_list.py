"""The list of the people and bodies of an article: what it calls each, and how name, title and description were verified."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import Any

from factcheck.language.calendar import day_in_words
from factcheck.model import Case, Claim, ClaimKind, Contact, Flag, Standing, count
from factcheck.model.entity import Entity, EntityKind, Gender
from factcheck.model.names import unaccented
from factcheck.reporting import words
from factcheck.reporting.annotated import numbers, wanted
from factcheck.reporting.colours import styles
from factcheck.reporting.kinds import Kinds
from factcheck.reporting.pages import ours
from factcheck.reporting.readers import decided_by
from factcheck.reporting.rendering import render

Facts = dict[str, Any]
_HEADINGS = {EntityKind.PERSON: "People", EntityKind.BODY: "Bodies"}
"""The kinds that are listed, in the order of the list, with what heads each."""
_GENDERS = {Gender.FEMALE: "female", Gender.MALE: "male"}


def as_name_list(case: Case) -> str:
    """The people and bodies of a case as one HTML page: no script, nothing fetched."""
    return render("people.html.jinja", ours(), facts(case))


def facts(case: Case) -> Facts:
    """What the page says of a case, as plain data."""
    found = _Names(case)
    groups = {heading: [found.told(one) for one in case.entities if one.kind is kind] for kind, heading in _HEADINGS.items()}
    names = [one for group in groups.values() for one in group]
    decided = sum(bool(one["verdicts"]) and not any(verdict["open"] for verdict in one["verdicts"]) for one in names)
    wrong = sum(any(verdict["alarming"] for verdict in one["verdicts"]) for one in names)
    return {
        "title": words.headline(case),
        "about": [one for one in (case.article.byline, words.published(case.article), case.article.source) if one],
        "first": f"{count(len(names), 'person or body', 'people and bodies')}; {decided} decided, {wrong} to be looked at.",
        "groups": [{"heading": heading, "names": group} for heading, group in groups.items() if group],
        "standings": styles(),
    }


class _Names:
    def __init__(self, case: Case) -> None:
        self._kinds, self._numbers = Kinds(case), numbers(case)
        self._claims: defaultdict[str, list[Claim]] = defaultdict(list)
        self._said: defaultdict[str, int] = defaultdict(int)
        for claim in case.claims:
            if claim.kind is ClaimKind.NAME and claim.entity is not None:
                self._claims[claim.entity].append(claim)
            if claim.speaker is not None and claim.speaker.entity is not None:
                self._said[claim.speaker.entity] += 1
        self._talks: defaultdict[str, list[Contact]] = defaultdict(list)
        for contact in sorted(case.contacts, key=lambda one: one.at):
            self._talks[unaccented(contact.person)].append(contact)
        self._flags = sorted(((span.start, span.end, flag) for flag in case.open_flags for span in flag.spans), key=lambda one: one[:2])
        self._longest = max((end - start for start, end, _ in self._flags), default=0)

    def told(self, entity: Entity) -> Facts:
        """One person or body as the article has it, and what was decided of the name, by whom and on which sources."""
        claims = self._claims[entity.id]
        called = dict.fromkeys(unaccented(name) for name in (entity.name, *entity.names))
        talks = [contact for name in called for contact in self._talks.get(name, ())]
        return {
            "name": entity.name,
            "names": [name for name in entity.names if name != entity.name],
            "titles": list(entity.titles),
            "more": [*([_GENDERS[entity.gender]] if entity.gender else []), *(f"aged {age}" for age in entity.ages), *_related(entity)],
            "mentions": count(len(list(entity.named())), "time"),
            "said": self._said[entity.id],
            "numbers": [self._numbers[claim.id] for claim in claims if claim.id in self._numbers],
            "verdicts": [_verdict(claim) for claim in claims],
            "sources": [self._kinds.told(claim, item) for claim in claims for item in claim.evidence],
            "unsourced": bool(claims) and not any(claim.evidence for claim in claims),
            "write": [one for claim in claims for one in wanted(claim)["write"]],
            "asked": [one for claim in claims for one in wanted(claim)["asked"]],
            "notes": [one for claim in claims for one in claim.notes],
            "flags": list(dict.fromkeys(flag.message for mention in entity.mentions for flag in self._on(mention.start, mention.end))),
            "talks": [f"{one.how}, {day_in_words(one.at)}, {one.by}" for one in talks],
        }

    def _on(self, start: int, end: int) -> list[Flag]:
        """The open flags with a place that is just these words, or lies within them or around them."""
        first = bisect_left(self._flags, start - self._longest, key=lambda one: one[0])
        last = bisect_right(self._flags, end, key=lambda one: one[0])
        return [flag for a, b, flag in self._flags[first:last] if (start <= a and b <= end) or (a <= start and end <= b)]


def _related(entity: Entity) -> list[str]:
    return [part for part in (entity.party, *entity.kin) if part]


def _verdict(claim: Claim) -> Facts:
    one: Standing = claim.standing()
    told = {"standing": one.value, "sign": one.sign, "open": one.open, "alarming": one.row.alarming}
    return told | {"text": claim.text, "by": decided_by(claim, None)}
