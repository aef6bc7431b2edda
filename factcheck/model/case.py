"""A case: an article, its claims with their reviews, the flags raised on it, which of those were let pass, and who signed it off."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import accumulate

from pydantic import Field, computed_field

from factcheck.model.article import Article
from factcheck.model.base import Kept, Model
from factcheck.model.claim import Claim
from factcheck.model.contact import Contact
from factcheck.model.correction import Correction, in_force
from factcheck.model.desk import Assignment, Note, Thread, holders, threads
from factcheck.model.entity import Entity, Tie
from factcheck.model.flag import Dismissal, Flag, Waiver
from factcheck.model.naming import KeptPath
from factcheck.model.removal import Removal
from factcheck.model.review import Aspect, Evidence
from factcheck.model.signing import SignAction, SignOff
from factcheck.model.source import EXACT, Quotation, Source
from factcheck.model.verdicts import Standing

SCHEMA = 1
"""The version of the case file's format and of the `--json` object."""


class Progress(Model):
    """How far a case is, in claims by standing.

    What the article itself asserts (`own`) is counted apart from what it says that others said: for those, `said` counts
    where the saying stands and `so` where what was said stands, so that no sum mixes the two.
    """

    own: dict[Standing, int]
    said: dict[Standing, int]
    so: dict[Standing, int]
    questions: int
    flags: int

    @computed_field  # type: ignore[prop-decorator]  # pydantic's own way to put a property into what is dumped
    @property
    def total(self) -> int:
        """How many claims there are."""
        return sum(self.own.values()) + sum(self.said.values())

    @computed_field  # type: ignore[prop-decorator]  # pydantic's own way to put a property into what is dumped
    @property
    def decided(self) -> int:
        """How many claims are decided; an attributed claim is when `said` is."""
        return sum(n for counts in (self.own, self.said) for standing, n in counts.items() if not standing.open)

    @property
    def so_decided(self) -> int:
        """Of how many attributed claims it is decided whether what was said is so."""
        return sum(n for standing, n in self.so.items() if not standing.open)

    @property
    def conflicts(self) -> int:
        """On how many claims, or halves of attributed ones, readers differ."""
        return sum(counts.get(Standing.CONFLICT, 0) for counts in (self.own, self.said, self.so))

    @property
    def left(self) -> int:
        """How many claims somebody still has to decide on."""
        return self.total - self.decided


class Case(Kept):
    """Everything about the review of one article. `flags` are recomputed on opening and never stored."""

    schema_version: int = Field(default=SCHEMA)
    article: Article
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    ties: tuple[Tie, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    removals: tuple[Removal, ...] = ()
    contacts: tuple[Contact, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    signoffs: tuple[SignOff, ...] = ()
    sources: tuple[Source, ...] = ()
    flags: tuple[Flag, ...] = ()

    def entity(self, entity_id: str | None) -> Entity | None:
        """The entity with that id, or None."""
        return next((entity for entity in self.entities if entity.id == entity_id), None) if entity_id is not None else None

    def claim(self, claim_id: str) -> Claim:
        """The claim with that id. Raises KeyError when there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)

    def with_claim(self, changed: Claim) -> Case:
        """The same case with the claim of that id replaced."""
        return self.model_copy(update={"claims": tuple(changed if c.id == changed.id else c for c in self.claims)})

    def parts_of(self, claim: Claim) -> tuple[Claim, ...]:
        """The names, dates and figures that belong to the claim."""
        return tuple(c for c in self.claims if c.part_of == claim.id)

    def around(self, claim: Claim) -> Claim | None:
        """The claim that a name, date or figure belongs to; None for a claim that is part of none."""
        return next((c for c in self.claims if c.id == claim.part_of), None) if claim.part_of else None

    def with_source(self, source: Source) -> Case:
        """The same case with what is now known of a source in the place of what was; a new one where the article comes to lean on it."""
        if any(known.key == source.key for known in self.sources):
            return self.model_copy(update={"sources": tuple(source if s.key == source.key else s for s in self.sources)})
        order = {key: i for i, key in enumerate(dict.fromkeys(item.key for claim in self.claims for item in claim.evidence))}
        last = len(order)
        sources = sorted((*self.sources, source), key=lambda s: order.get(s.key, last))
        return self.model_copy(update={"sources": tuple(sources)})

    def leaning_on(self, source: Source) -> tuple[Claim, ...]:
        """The claims that have evidence from a source, in the order of the article."""
        return tuple(claim for claim in self.claims if any(item.key == source.key for item in claim.evidence))

    @property
    def sources_by_key(self) -> dict[str, Source]:
        """What is known of each source, under its key."""
        return {source.key: source for source in self.sources}

    @property
    def every_source(self) -> tuple[Source, ...]:
        """Each source that evidence comes from, in the order of the article, with what is known of it."""
        known = self.sources_by_key
        items = (item for claim in self.claims for item in claim.evidence if item.key)
        return tuple({i.key: known.get(i.key) or (Source(url=i.key) if i.url else Source(name=i.source)) for i in items}.values())

    def source_of(self, evidence: Evidence) -> Source | None:
        """What is known of the source that a piece of evidence comes from."""
        return self.sources_by_key.get(evidence.key)

    def quotations_in(self, source: Source, about: Collection[Claim] | None = None) -> tuple[Quotation, ...]:
        """How what is looked for in a source stands there, `about` some claims or about all: without the figures and days that it lacks and
        another source has, which is cited for them as well.
        """
        parts = {claim.id for claim in self.claims if claim.part_of is not None}
        had = {(one.claim, one.quote) for other in self.sources for one in other.quotations if one.match == EXACT and one.claim in parts}
        wanted = None if about is None else {claim.id for claim in about}
        found = (one for one in source.quotations if wanted is None or one.claim in wanted)
        return tuple(one for one in found if one.match == EXACT or (one.claim, one.quote) not in had)

    def remarks_on(self, source: Source, quotation: Quotation) -> tuple[str, ...]:
        """What to look at in words quoted from a source; where evidence gives another place for them than where they stand, that too."""
        quoting = ((claim, item) for claim in self.claims if claim.id == quotation.claim for item in claim.evidence)
        items = (item for claim, item in quoting if item.key == source.key and quotation.quote in claim.sought(item))
        return quotation.remarks_for([item.locator for item in items])

    def origins(self, evidence: Iterable[Evidence]) -> frozenset[str]:
        """The independent sources of pieces of evidence that say something about their claim.

        Pages of one site are one source, so are pieces under one name, and so are those that carry the same text.
        """
        carried = {source.key: source.text_of.casefold() for source in self.sources if source.text_of}
        return frozenset(carried.get(item.key, item.origin) for item in evidence if item.stance.row.tells)

    def corrections_on(self, claim: Claim) -> list[Correction]:
        """What of the claim was corrected after the article ran, and stands, newest first."""
        return [correction for correction in in_force(self.corrections) if claim.id in correction.claims]

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """The flags that nobody has dismissed."""
        dismissed = {d.fingerprint for d in self.dismissals}
        return tuple(f for f in self.flags if f.fingerprint not in dismissed)

    def dismissal_of(self, flag: Flag) -> Dismissal | None:
        """Who let the flag pass and why, or None."""
        return next((d for d in self.dismissals if d.fingerprint == flag.fingerprint), None)

    @property
    def holders(self) -> tuple[Assignment, ...]:
        """Who has the case, with role and due: what counts of its assignments."""
        return holders(self.assignments)

    @property
    def threads(self) -> tuple[Thread, ...]:
        """The notes on the case as a whole, each with its replies."""
        return threads(self.notes)

    @property
    def seal(self) -> str:
        """The hash of what a sign-off covers: the article's words, and for each claim what is judged and where it stands."""
        claims = sorted(self.claims, key=lambda claim: claim.id)
        stand = (" ".join((c.id, c.judged, *(c.standing(aspect) for aspect in c.aspects))) for c in claims)
        return hashlib.sha256("\n".join((self.article.sha256, *stand)).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def last_signed(self) -> SignOff | None:
        """The sign-off that nobody has reopened, whether or not it still holds."""
        newest = self.signoffs[-1] if self.signoffs else None
        return newest if newest is not None and newest.action is SignAction.SIGNED else None

    @property
    def signed(self) -> SignOff | None:
        """The sign-off that holds: nobody has reopened it, and what it covers has not changed since."""
        newest = self.last_signed
        return newest if newest is not None and newest.seal == self.seal else None

    def progress(self) -> Progress:
        """How far the case is."""
        attributed = [c for c in self.claims if c.attributed]
        return Progress(
            own=_counted(c.standing() for c in self.claims if not c.attributed),
            said=_counted(c.standing(Aspect.SAID) for c in attributed),
            so=_counted(c.standing(Aspect.SO) for c in attributed),
            questions=sum(len(claim.open_questions) for claim in self.claims),
            flags=len(self.open_flags),
        )


def flags_by_claim(claims: Iterable[Claim], flags: Collection[Flag]) -> dict[str, tuple[Flag, ...]]:
    """Of each claim whose words some of the flags touch, by its id, those flags in their order."""
    if not flags:
        return {}
    spans = sorted((claim.start, claim.end, claim.id) for claim in claims)
    furthest = list(accumulate((end for _, end, _ in spans), max))
    touched: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:
        for span in flag.spans:
            nth = bisect_left(spans, (span.end,))
            while nth and furthest[nth - 1] > span.start:
                nth -= 1
                start, end, claim = spans[nth]
                if span.start < end and start < span.end and flag not in touched[claim][-1:]:
                    touched[claim].append(flag)
    return {claim: tuple(flags) for claim, flags in touched.items()}


def _counted(standings: Iterable[Standing]) -> dict[Standing, int]:
    counts = Counter(standings)
    return {standing: counts[standing] for standing in Standing if counts[standing]}


class CaseSummary(Model):
    """One case in a list: how far it is, who has it and when its file last changed, or in `error` why it cannot be read.

    `lapsed` says that it was signed off and has changed since; `threads` are the open ones; `read` is on how many of its claims each reader
    has decided, by folded name.
    """

    path: KeptPath
    headline: str | None = None
    progress: Progress | None = None
    changed: datetime | None = None
    signed_by: str | None = None
    lapsed: bool = False
    holders: tuple[Assignment, ...] = ()
    threads: tuple[Thread, ...] = ()
    read: dict[str, int] = Field(default_factory=dict)
    error: str | None = None
