"""A case on another version of its article: every claim found again, its verdicts kept where the words that were judged stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from factcheck.casefile.alignment import ALIKE, Alignment, Fate
from factcheck.casefile.keys import CLAIM
from factcheck.casefile.reanchoring import Places
from factcheck.casefile.tables import claim_table, stands
from factcheck.casefile.toml import Table
from factcheck.casefile.waiting import orphan_of, orphan_tables, with_orphans
from factcheck.model import Article, Case, Claim, Entity, Span, Standing, Tie, Waiver, free_id

COVERED = 0.5
"""The share of the words of two claims that they have in common, for one to be what became of the other."""


@dataclass(frozen=True)
class Updated:
    """A case on the new words, and what became of its claims.

    `changed` are claims on other words than were judged, or by or about something else: as they were, and as they are. `gone` had a
    verdict, evidence or a person's hand in them and wait in the case under `orphans`; `dropped` counts those that nobody had worked
    on; `back` were orphans.
    """

    case: Case
    kept: int = 0
    moved: int = 0
    changed: tuple[tuple[Claim, Claim], ...] = ()
    gone: tuple[Claim, ...] = ()
    dropped: int = 0
    new: tuple[Claim, ...] = ()
    back: tuple[Claim, ...] = ()


def updated(case: Case, article: Article, claims: Sequence[Claim], entities: Sequence[Entity] = ()) -> Updated:
    """The case on a new version of its article, of which `claims` and `entities` are what it is split into anew.

    A claim keeps its id, its reviews and its evidence. Where its words still stand it keeps its verdict, unless whose words they are or
    what they mean is another now; where they have changed, it takes the new words, and its verdicts are stale. A claim that was taken
    out by hand does not come back with a sentence that has not changed.
    """
    return _Update(case, article, list(claims), tuple(entities)).done()


@dataclass
class _Update:
    case: Case
    article: Article
    fresh: list[Claim]
    entities: tuple[Entity, ...]
    placed: dict[str, Claim] = field(default_factory=dict)
    partner: dict[str, str] = field(default_factory=dict)
    fates: dict[str, Fate] = field(default_factory=dict)

    def done(self) -> Updated:
        old = self.case.article.text
        self.fresh.sort(key=lambda claim: (claim.start, -claim.end))
        self._starts = [claim.start for claim in self.fresh]
        self._longest = max((claim.end - claim.start for claim in self.fresh), default=0)
        self.alignment = Alignment(old, self.article.text)
        lost = [claim for claim in self.case.claims if not self._place(claim)]
        orphans, back = self._orphans()
        gone = [claim for claim in lost if claim.reviews or claim.evidence or claim.made_by]
        claims = list(self.placed.values())
        new = list(self._new(claims))
        claims = _with_parents([*claims, *back, *new])
        claims.sort(key=lambda claim: (claim.start, -claim.end))
        kept = [*orphans, *(table for claim in gone if (table := claim_table(claim)) not in orphans)]
        changes = {
            "article": self.article,
            "claims": tuple(claims),
            "entities": self.entities,
            "ties": tuple(tie for own in self.case.ties if (tie := _moved(own, self.alignment)) is not None),
            "waivers": tuple(waiver for waiver in moved_waivers(self.case, self.article.text) if waiver is not None),
            "flags": (),
        }
        case = with_orphans(self.case.model_copy(update=changes), kept)
        was = {claim.id: claim for claim in self.case.claims}
        changed = tuple((was[claim.id], claim) for claim in claims if self.fates.get(claim.id) is Fate.CHANGED)
        fates = list(self.fates.values())
        return Updated(
            case,
            kept=fates.count(Fate.KEPT),
            moved=fates.count(Fate.MOVED),
            changed=changed,
            gone=tuple(gone),
            dropped=len(lost) - len(gone),
            new=tuple(new),
            back=tuple(back),
        )

    def _place(self, claim: Claim) -> bool:
        """Find what became of a claim; False when it is gone."""
        found = self.alignment.find(claim.span)
        if found.span is None:
            return False
        if found.fate in (Fate.KEPT, Fate.MOVED):
            twin = self._twin(claim, found.span)
            placed = carried_onto(claim, twin) if twin else self._carried(claim, found.span)
            if placed is None:
                return False
        else:
            twin = self._like(claim, found.span)
            if twin is None:
                return False
            placed = carried_onto(claim, twin)
        if twin is not None:
            self.partner[twin.id] = claim.id
        self.placed[claim.id] = placed
        self.fates[claim.id] = found.fate if placed.judged == claim.judged else Fate.CHANGED
        return True

    def _twin(self, claim: Claim, span: Span) -> Claim | None:
        """The claim that is split anew from just these words."""
        return next((c for c in self._free(claim, span) if (c.start, c.end) == (span.start, span.end) and c.kind == claim.kind), None)

    def _like(self, claim: Claim, span: Span) -> Claim | None:
        """The claim that is split anew from about these words, and is much like the old one."""
        scored = [
            (fuzz.ratio(claim.text, c.text) * shared(c.span, span), c)
            for c in self._free(claim, span)
            if shared(c.span, span) >= COVERED and fuzz.ratio(claim.text, c.text) >= (ALIKE / 2 if claim.value is not None else ALIKE)
        ]
        return max(scored, key=lambda s: (s[0], -s[1].start))[1] if scored else None

    def _free(self, claim: Claim, span: Span) -> Iterator[Claim]:
        """Claims split anew at a span that no old claim has become yet, of the same sort: dates, figures, or neither."""
        for c in self.fresh[bisect_left(self._starts, span.start - self._longest) : bisect_left(self._starts, span.end)]:
            same_sort = (c.date is None, c.figure is None) == (claim.date is None, claim.figure is None)
            if same_sort and c.id not in self.partner:
                yield c

    def _carried(self, claim: Claim, span: Span) -> Claim | None:
        """The claim as it is, with its places in the new text; None when one of them is gone."""
        fields: dict[str, Any] = {"start": span.start, "end": span.end}
        for name in CLAIM.parts:
            part = getattr(claim, name)
            if part is not None:
                found = self.alignment.find(Span(start=part.start, end=part.end))
                if found.span is None or found.fate is Fate.CHANGED:
                    return None
                fields[name] = part.model_copy(update={"start": found.span.start, "end": found.span.end})
        content = (self.alignment.find(s).span for s in claim.content)
        fields["content"] = tuple(s for s in content if s is not None)
        carried = claim.model_copy(update=fields)
        return carried if stands(carried, self.article.text) is None else None

    def _orphans(self) -> tuple[list[Table], list[Claim]]:
        """The orphans that wait on, and those whose words stand in the article again; a name, date or figure comes with its claim."""
        read = [(table, orphan_of(table)) for table in orphan_tables(self.case)]
        back: dict[str, Claim] = {}
        places = Places(self.article.text)
        for _, orphan in sorted(read, key=lambda one: one[1] is not None and one[1].value is not None):
            fresh = orphan is not None and orphan.id not in self.placed and orphan.id not in back
            claim = places.find(orphan) if orphan and fresh else None
            if claim is not None:
                back[claim.id] = claim
                if (twin := self._twin(claim, claim.span)) is not None:
                    self.partner[twin.id] = claim.id
        return [table for table, orphan in read if orphan is None or orphan.id not in back], list(back.values())

    def _new(self, there: Sequence[Claim]) -> Iterator[Claim]:
        """The claims of new and changed sentences that no old claim has become, under ids of their own."""
        taken = {claim.id for claim in (*self.case.claims, *there)}
        covered = [claim.span for claim in there if claim.value is None]
        for c in self.fresh:
            if c.id in self.partner or not self.alignment.is_new(c.span):
                continue
            if c.value is None and any(shared(c.span, span) >= COVERED for span in covered):
                continue
            self.partner[c.id] = name = id_among(taken, c)
            yield c.model_copy(update={"id": name, "part_of": self.partner.get(c.part_of, c.part_of) if c.part_of else None})


def id_among(taken: set[str], claim: Claim) -> str:
    """The id of a claim that is split anew, or where a claim of the case has it, one of its own; it is `taken` now."""
    name = claim.id if claim.id not in taken else free_id(("again", claim.kind.value, claim.text), taken)
    taken.add(name)
    return name


_OWN = {"id", "part_of", "made_by", "was", "reviews", "evidence", "former"}
"""What a claim keeps when its article is split anew: its name, and what people did to it."""


def carried_onto(claim: Claim, twin: Claim) -> Claim:
    """The old claim with the words, the places and the meaning of the one split anew, but for what a person had put right by hand."""
    fields = {name: getattr(twin, name) for name in Claim.model_fields if name not in _OWN}
    same_words = claim.text == twin.text
    if claim.made_by is not None and same_words:
        fields["gist"] = claim.gist
        if _whose(claim) != _whose(twin):
            fields |= {"speaker": None if claim.speaker is None else twin.speaker, "kind": claim.kind, "mode": claim.mode}
            if claim.speaker is not None and twin.speaker is not None:
                fields["speaker"] = twin.speaker.model_copy(update={"name": claim.speaker.name, "title": claim.speaker.title})
    if same_words and claim.value is not None and claim.value.set_by is not None and twin.value is not None:
        name = "date" if claim.date else "figure"
        fields[name] = claim.value.model_copy(update={"start": twin.value.start, "end": twin.value.end, "text": twin.value.text})
    if not same_words and any(review.verdict for review in claim.reviews):
        fields["was"] = claim.was if claim.was and claim.standing() is Standing.STALE else claim.text
    return claim.model_copy(update=fields)


def _whose(claim: Claim) -> tuple[str, str | None] | None:
    """Whose words a claim is said to be: as written, and whom that means."""
    return (claim.speaker.text, claim.speaker.name) if claim.speaker else None


def shared(one: Span, two: Span) -> float:
    """The share of the code points of either that both have."""
    both = min(one.end, two.end) - max(one.start, two.start)
    return max(0, both) / max(1, max(one.end, two.end) - min(one.start, two.start))


def _with_parents(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, of which none is part of one that is gone: a name, date or figure is then part of the smallest claim around it."""
    ids = {claim.id for claim in claims}
    whole = [claim for claim in claims if claim.value is None]
    made = []
    for claim in claims:
        if claim.part_of is not None and claim.part_of not in ids:
            around = min((c for c in whole if c.span.contains(claim.span)), key=lambda c: c.end - c.start, default=None)
            claim = claim.model_copy(update={"part_of": around.id if around else None})
        made.append(claim)
    return made


def ties_on(case: Case, article: Article) -> tuple[Tie, ...]:
    """The ties of a case where their words stand in another version of its article; one on a mention that is gone goes with it."""
    return tuple(tie for tie in moved_ties(case, article.text) if tie is not None)


def moved_ties(case: Case, text: str) -> list[Tie | None]:
    """Each tie of a case where its words stand in another version of the article's text; None for one on a mention that is gone."""
    if text == case.article.text or not any(tie.mention for tie in case.ties):
        return list(case.ties)
    alignment = Alignment(case.article.text, text)
    return [_moved(tie, alignment) for tie in case.ties]


def moved_waivers(case: Case, text: str) -> list[Waiver | None]:
    """Each waiver of a case where its words stand in another version of the article's text; None where they have changed."""
    if text == case.article.text or not case.waivers:
        return list(case.waivers)
    alignment = Alignment(case.article.text, text)
    return [_waived_on(waiver, alignment) for waiver in case.waivers]


def _moved(tie: Tie, alignment: Alignment) -> Tie | None:
    if tie.mention is None:
        return tie
    found = alignment.find(tie.mention)
    if found.span is None or found.fate is Fate.CHANGED:
        return None
    return tie.model_copy(update={"mention": tie.mention.model_copy(update={"start": found.span.start, "end": found.span.end})})


def _waived_on(waiver: Waiver, alignment: Alignment) -> Waiver | None:
    """A waiver where its words stand now; none where they have changed, for others were let pass."""
    found = alignment.find(Span(start=waiver.start, end=waiver.end))
    if found.span is None or found.fate not in (Fate.KEPT, Fate.MOVED):
        return None
    return waiver.model_copy(update={"start": found.span.start, "end": found.span.end})


def version_of(article: Article, old: Article) -> Article:
    """The article as a new version of an old one: what it does not say of itself is as it was, and unknown keys are kept."""
    known = {name: getattr(old, name) for name in ("source", "published") if getattr(article, name) is None}
    return article.model_copy(update={**(old.model_extra or {}), **known})


def describe_update(update: Updated) -> Iterator[str]:
    """What became of the claims, for a person."""
    counts = [(update.kept, "kept"), (update.moved, "moved"), (len(update.changed), "changed"), (len(update.new), "new")]
    counts += [(len(update.gone), "lost, kept with what was decided"), (update.dropped, "gone"), (len(update.back), "back")]
    yield ", ".join(f"{n} {word}" for n, word in counts if n) or "nothing to do"
    for was, now in update.changed:
        yield f"changed  {now.id}  {_difference(was, now)}"
    for name, claims in (("lost", update.gone), ("back", update.back), ("new", update.new)):
        yield from (f"{name:<7}  {claim.id}  “{claim.text}”" for claim in claims)


def _difference(was: Claim, now: Claim) -> str:
    if was.text != now.text:
        return f"“{was.text}” → “{now.text}”"
    if _whose(was) != _whose(now):
        return f"“{now.text}”: said by {_speaker(was)} → {_speaker(now)}"
    return f"“{now.text}” means something else now: {now.gist}"


def _speaker(claim: Claim) -> str:
    return claim.speaker.known_as if claim.speaker else "nobody"
