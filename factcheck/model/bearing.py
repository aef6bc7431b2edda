"""How sources bear claims out: of each piece of evidence, how the words, figures and days that are looked for in its source stand there.

They were looked for by a machine, for a person to decide on; nothing here is a verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.model.base import Model
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.review import Evidence
from factcheck.model.source import EXACT, Quotation, Source
from factcheck.model.visible import one_line


class Borne(Model):
    """One quotation, or a figure or day of a claim (`amount`), and how it stands in the `source` of a piece of the claim's evidence.

    `remarks` are what a reader should look at, and where it stands if that is at none of the places given for it.
    """

    claim: str
    source: Source
    quotation: Quotation
    remarks: tuple[str, ...]
    amount: bool

    @property
    def whole(self) -> bool:
        """Whether it stands there as it is."""
        return self.quotation.match == EXACT

    @property
    def description(self) -> str:
        """How it stands there, in words; of a figure or day, of which."""
        told = self.source.describe(self.quotation)
        return f"“{one_line(self.quotation.quote, 100)}”: {told}" if self.amount else told

    @property
    def told(self) -> str:
        """The same on one line, with the words and what the source is called."""
        told = "; ".join((self.source.describe(self.quotation), *self.remarks))
        return f"“{one_line(self.quotation.quote, 200)}”, {one_line(self.source.called, 120)}: {one_line(told, 600)}"


class Bearing:
    """What was looked for in the sources of a case, by what it was looked for.

    A figure or day that one source lacks is left out there where another source, which is cited for it as well, has it.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._sources = case.sources_by_key
        self._parts: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in case.claims:
            if claim.value is not None:
                self._parts[claim.id].append(claim)
                self._parts[claim.part_of or ""].append(claim)
        self._found: defaultdict[tuple[str, str], list[Quotation]] = defaultdict(list)
        for key, source in self._sources.items():
            for quotation in source.quotations:
                self._found[key, quotation.claim].append(quotation)
        found = ((one.claim, one.quote) for source in case.sources for one in source.quotations if one.match == EXACT)
        self._had = frozenset(found)

    def source_of(self, item: Evidence) -> Source | None:
        """What is known of the source of a piece of evidence."""
        return self._sources.get(item.key)

    def of(self, claim: Claim, item: Evidence) -> Iterator[Borne]:
        """How what is looked for in the source of a piece of a claim's evidence stands there: quotations first, then figures and days."""
        source = self.source_of(item)
        if source is None:
            return
        quoted = claim.sought(item)
        for one in self._found[item.key, claim.id]:
            if one.quote in quoted:
                yield Borne(claim=claim.id, source=source, quotation=one, remarks=one.remarks_for(claim.places(item)), amount=False)
        places = [other.locator for other in claim.evidence if other.key == item.key]
        for part in self._parts[claim.id] if item.bears_out and not item.quote else ():
            for one in self._found[item.key, part.id]:
                lacking = one.match < EXACT and (one.claim, one.quote) in self._had
                if one.quote == part.text and one.quote not in quoted and not lacking:
                    yield Borne(claim=claim.id, source=source, quotation=one, remarks=one.remarks_for(places), amount=True)

    def lacking(self) -> list[Borne]:
        """All that does not stand in its source as it is, each once, in the order of the article."""
        found = (one for claim in self._case.claims for item in claim.evidence for one in self.of(claim, item) if not one.whole)
        return list({(one.source.key, one.quotation.claim, one.quotation.quote): one for one in found}.values())
