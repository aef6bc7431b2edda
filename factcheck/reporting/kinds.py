"""Of which kind a source is (somebody asked, a document, a page, a file, a published check), and what is told of it beside a claim."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any, NamedTuple

from factcheck.language.calendar import day_in_words
from factcheck.language.lexicon import words as listed
from factcheck.model import Bearing, Case, Claim, Evidence, Source, one_line
from factcheck.model.base import Tabled
from factcheck.model.entity import EntityKind
from factcheck.model.published import is_published
from factcheck.model.source import key_of
from factcheck.reporting import words

_TALKS = listed("citations", "talks")
_FILES = listed("citations", "files")
_QUOTED = 160
"""Characters of a quotation that a margin has room for."""
_FIRST = re.compile(r"[\w-]+")


class SourceKindRow(NamedTuple):
    """What one source of the kind is called, and what heads a list of them."""

    one: str
    heading: str


class SourceKind(Tabled):
    """What kind of thing a source is, in the order in which a list of sources has them."""

    row: SourceKindRow

    TALK = "talk", SourceKindRow("talk", "People and bodies spoken to")
    DOCUMENT = "document", SourceKindRow("document", "Documents")
    FILE = "file", SourceKindRow("file", "Files")
    PAGE = "page", SourceKindRow("page", "Pages on the web")
    CHECK = "check", SourceKindRow("published check", "Checks that others have published")
    CONFIDENTIAL = "confidential", SourceKindRow("confidential", "Confidential sources")


class Kinds:
    """The kinds of the sources of one case, from what its log, its ledger and its evidence say of them."""

    def __init__(self, case: Case) -> None:
        items = [item for claim in case.claims for item in claim.evidence]
        people = (name for one in case.entities if one.kind is EntityKind.PERSON for name in (one.name, *one.names))
        spoken = (contact.person for contact in case.contacts)
        self._sources, self._bearing = case.sources_by_key, Bearing(case)
        self._people = {key_of(None, name) for name in (*people, *spoken)}
        self._checks = {item.key for item in items if is_published(item)}

    def of(self, source: Source) -> SourceKind:
        """The kind of a source. One that is confidential is of that kind, whatever else it is, and whether or not it is named."""
        if source.confidential:
            return SourceKind.CONFIDENTIAL
        if source.key in self._checks:
            return SourceKind.CHECK
        if source.url:
            return SourceKind.PAGE
        name = source.name or ""
        if PurePath(name).suffix.removeprefix(".").casefold() in _FILES:
            return SourceKind.FILE
        first = _FIRST.match(name)
        is_talk = source.key in self._people or (first is not None and first[0].casefold() in _TALKS)
        return SourceKind.TALK if is_talk else SourceKind.DOCUMENT

    def source_of(self, item: Evidence) -> Source:
        """What is known of the source of a piece of evidence, or no more than what it is called."""
        return self._sources.get(item.key) or Source(url=item.url, name=item.source or (None if item.url else "unnamed source"))

    def told(self, claim: Claim, item: Evidence) -> dict[str, Any]:
        """What a margin has room for of a piece of a claim's evidence, as plain data."""
        source = self.source_of(item)
        kind = self.of(source)
        looked = item.accessed if kind is not SourceKind.TALK else None  # of a talk the locator says how and when
        return {
            "stance": item.stance.value,
            "level": item.level.value if item.level else None,
            "kind": kind.row.one,
            "called": words.reference(item, source),
            "url": item.url,
            "locator": item.locator,
            "looked": day_in_words(looked) if looked else None,
            "quote": one_line(item.quote, _QUOTED) if item.quote else None,
            "lacking": [one.description for one in self._bearing.of(claim, item) if not one.whole],
        }
