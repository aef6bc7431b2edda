"""The list of sources by kind: who was spoken to and when, which documents, files and pages there are, and which claims rest on each.

An editor sees from it who vouches for what; a lawyer, what can be shown, what can no longer be had, and what rests on one who may not be
named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from factcheck.language.calendar import day_in_words
from factcheck.model import Case, Claim, Contact, Evidence, Source, Verdict, count, one_line
from factcheck.model.source import key_of
from factcheck.reporting import words
from factcheck.reporting.annotated import numbers
from factcheck.reporting.colours import styles
from factcheck.reporting.kinds import Kinds, SourceKind
from factcheck.reporting.pages import ours
from factcheck.reporting.rendering import render

Facts = dict[str, Any]
_GIST = 200
"""Characters of a claim that the list tells."""


def as_source_list(case: Case) -> str:
    """The sources of a case by kind as one HTML page: no script, nothing fetched."""
    return render("sources.html.jinja", ours(), facts(case))


def facts(case: Case) -> Facts:
    """What the page says of a case, as plain data."""
    found = _List(case)
    there = {kind: sources for kind in SourceKind if (sources := found.of_kind(kind))}
    each = ", ".join(f"{kind.row.heading.lower()}: {len(sources)}" for kind, sources in there.items())
    return {
        "title": words.headline(case),
        "about": [one for one in (case.article.byline, words.published(case.article), case.article.source) if one],
        "first": f"{count(sum(map(len, there.values())), 'source')}{f' ({each})' if each else ''}.",
        "groups": [{"heading": kind.row.heading, "sources": sources} for kind, sources in there.items()],
        "unsourced": [found.claim(claim) for claim in case.claims if claim.part_of is None and not claim.evidence and _is_verified(claim)],
        "hidden_only": [found.claim(claim) for claim in case.claims if found.rests_on_hidden(claim)],
        "standings": styles(),
    }


class _List:
    def __init__(self, case: Case) -> None:
        self._kinds, self._numbers = Kinds(case), numbers(case)
        self._uses: defaultdict[str, list[tuple[Claim, Evidence]]] = defaultdict(list)
        for claim in case.claims:
            for item in claim.evidence:
                self._uses[item.key].append((claim, item))
        self._talks: defaultdict[str, list[Contact]] = defaultdict(list)
        for contact in sorted(case.contacts, key=lambda one: one.at):
            self._talks[key_of(None, contact.person)].append(contact)
        known = case.sources_by_key
        spoken = {key: known.get(key) or Source(name=talks[0].person) for key, talks in self._talks.items()}
        self._by_kind: defaultdict[SourceKind, list[Source]] = defaultdict(list)
        for source in ({source.key: source for source in case.every_source} | spoken).values():
            self._by_kind[self._kinds.of(source)].append(source)

    def of_kind(self, kind: SourceKind) -> list[Facts]:
        """The sources of a kind, in the order of the article, those that nothing rests on last."""
        return [self._source(source) for source in self._by_kind[kind]]

    def claim(self, claim: Claim) -> Facts:
        """A claim by its number in the margin of the annotated copy."""
        standings = [{"sign": one.sign, "standing": one.value} for _, one in words.verdicts(claim)]
        return {"n": self._numbers.get(claim.id), "gist": one_line(claim.in_context, _GIST), "standings": standings}

    def rests_on_hidden(self, claim: Claim) -> bool:
        """Whether all that tells for or against a claim comes from sources that may not be named."""
        telling = [self._kinds.source_of(item) for item in claim.evidence if item.stance.row.tells]
        return bool(telling) and all(source.confidential for source in telling)

    def _source(self, source: Source) -> Facts:
        uses, talks = self._uses[source.key], self._talks[source.key]
        return {
            "called": source.called if source.title or not uses else words.reference(uses[0][1], source),
            "url": source.url,
            "about": [part for part in (source.publisher, source.author, source.dated) if part],
            "status": source.status,
            "gone": source.status is not None and not source.works,
            "archive": source.archive,
            "digest": source.sha256 if not source.url else None,
            "text_of": source.text_of,
            "days": list(dict.fromkeys(_days(source, uses, logged=bool(talks)))),
            "talks": [_talk(contact) for contact in talks],
            "uses": [self._use(claim, item) for claim, item in uses],
        }

    def _use(self, claim: Claim, item: Evidence) -> Facts:
        level = item.level.value if item.level else None
        return self.claim(claim) | {"stance": item.stance.value, "level": level, "locator": item.locator, "note": item.note}


def _days(source: Source, uses: list[tuple[Claim, Evidence]], *, logged: bool) -> Iterator[str]:
    """When a source was looked at, or somebody spoken to, where no log of talks says so; else who gave it as a source, and when."""
    if source.fetched is not None:
        yield f"fetched {day_in_words(source.fetched)}"
    elif not logged:
        for _, item in uses:
            if item.accessed is not None:
                yield day_in_words(item.accessed)
            elif item.added_by:
                yield f"given by {item.added_by}{f', {day_in_words(item.added_at)}' if item.added_at else ''}"


def _talk(contact: Contact) -> Facts:
    """A talk as it was logged. What was said in confidence is not in a case that leaves the house."""
    said = {name: getattr(contact, name) for name in ("confirmed", "corrected", "words", "by")}
    return said | {"how": contact.how.value, "day": day_in_words(contact.at)}


def _is_verified(claim: Claim) -> bool:
    """Whether the claim was found to be right."""
    return any(claim.standing(aspect).verdict is Verdict.VERIFIED for aspect in claim.aspects)
