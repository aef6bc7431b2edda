"""Two states of a case compared: everything that differs, each thing once, whatever it is.

Claims are told apart by their ids, and where both states have claims that the other lacks, by what became of their words; entries by what
they say. What has no rule of its own here is told all the same, by the names of its fields: nothing differs in silence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from pydantic import BaseModel
from rapidfuzz import fuzz

from factcheck.casefile.alignment import ALIKE, Alignment, Fate
from factcheck.casefile.rewritten import rewritten
from factcheck.casefile.updating import COVERED, shared
from factcheck.casefile.waiting import orphan_tables
from factcheck.model import Article, Case, Claim, Entity, Evidence, Flag, Former, Source, Span
from factcheck.model.difference import Act, Difference, Part, acted_on, earlier_verdict

_ENTRIES: Mapping[str, Part] = {
    "dismissals": Part.FLAGS, "waivers": Part.CLAIMS, "removals": Part.CLAIMS, "contacts": Part.PEOPLE, "ties": Part.PEOPLE,
    "assignments": Part.CASE, "notes": Part.CASE, "corrections": Part.CASE, "signoffs": Part.CASE,
}  # fmt: skip
"""The lists to which people add, and under which heading what came and went of them is told."""
_LISTS = {"claims", "entities", "sources", "flags"}
_PLACES = {"start", "end", "mention"}
"""Fields that say where words stand, which another version of the article changes."""

_OF_CLAIM: Mapping[str, tuple[str, ...]] = {
    "words": ("text",), "speaker": ("speaker",), "wording": ("gist",), "reading": ("date", "figure"), "kind": ("kind", "mode"),
    "checkable": ("checkable", "reason"), "meaning": ("entity",), "whole": ("part_of",), "bounds": ("content", "cue"),
    "hand": ("made_by", "was"),
}  # fmt: skip
"""What can differ in a claim itself, by the fields that hold it; where it stands, and what hangs on it, is compared apart."""
_OF_SOURCE: Mapping[str, tuple[str, ...]] = {
    "confidential": ("confidential",), "looked at": ("status", "fetched", "address"), "kept": ("sha256", "kept"), "archive": ("archive",),
    "page": ("title", "publisher", "author", "dated"), "text_of": ("text_of",), "quotations": ("quotations",),
    "recording": ("recording", "recording_sha256", "transcript", "transcript_sha256"), "name": ("url", "name"),
}  # fmt: skip
"""What can differ in what is known of a source."""


def compare(old: Case, new: Case) -> list[Difference]:
    """All that differs between two states of a case, whose flags are computed by the same rules; nothing where they say the same."""
    if old == new:
        return []
    found = list(_Comparison(old, new).all())
    if all(one.what == "flags" for one in found):  # such as another order of things: whatever differs is told
        left = tuple(name for name in Case.model_fields if name != "flags" and getattr(old, name) != getattr(new, name))
        found += [Difference(part=Part.CASE, what="order", act=Act.CHANGED, fields=left)] if left else []
    return found


class _Comparison:
    def __init__(self, old: Case, new: Case) -> None:
        self.old, self.new = old, new
        self.same_words = old.article.text == new.article.text
        self.alignment = None if self.same_words else Alignment(old.article.text, new.article.text)

    def all(self) -> Iterator[Difference]:
        yield from self._article()
        yield from self._claims()
        yield from self._flags()
        yield from self._keyed(Part.SOURCES, self.old.sources, self.new.sources, lambda one: one.key, self._source)
        yield from self._keyed(Part.PEOPLE, self.old.entities, self.new.entities, lambda one: one.id, self._entity)
        for key, part in _ENTRIES.items():
            yield from self._entries(key, part)
        if self.old.signed is not None and self.new.signed is None and self.new.last_signed is not None:
            yield Difference(part=Part.CASE, what="lapsed", act=Act.CHANGED, after=self.new.last_signed)
        lost, came = _apart(orphan_tables(self.old), orphan_tables(self.new))
        yield from (Difference(part=Part.CLAIMS, what="orphans", act=Act.GONE, before=one) for one in lost)
        yield from (Difference(part=Part.CLAIMS, what="orphans", act=Act.ADDED, after=one) for one in came)
        yield from _rest(Part.CASE, self.old, self.new, _ENTRIES.keys() | _LISTS | {"article", *(["orphans"] if lost or came else [])})

    def _article(self) -> Iterator[Difference]:
        old, new = self.old.article, self.new.article
        for before, after in rewritten(old.text, new.text):
            act = Act.ADDED if not before.text else Act.GONE if not after.text else Act.CHANGED
            yield Difference(part=Part.ARTICLE, what="words", act=act, before=before, after=after)
        placed = () if self.same_words else ("blocks", "landmarks", "off")  # which other words move
        for name in Article.model_fields:
            before, after = getattr(old, name), getattr(new, name)
            if name not in ("text", "remarks", "left_out", "language", *placed) and before != after:
                yield Difference(part=Part.ARTICLE, what=name, act=_act(before, after), before=before, after=after, fields=(name,))
        yield from _rest(Part.ARTICLE, old, new, set(Article.model_fields))

    def _claims(self) -> Iterator[Difference]:
        pairs = self._paired()
        self._became = {name: claim.id for name, claim in pairs.items()}
        gone = [claim for claim in self.old.claims if claim.id not in pairs]
        self._displaced = _displaced([pairs[one.id] for one in self.old.claims if one.id in pairs and one.part_of is None])
        were = {pairs[claim.id].id: claim for claim in self.old.claims if claim.id in pairs}
        yield from (Difference(part=Part.CLAIMS, what="claims", act=Act.GONE, claim=one.id, before=one) for one in gone)
        for claim in self.new.claims:
            before = were.get(claim.id)
            if before is None:
                yield Difference(part=Part.CLAIMS, what="claims", act=Act.ADDED, claim=claim.id, by=claim.made_by, after=claim)
            elif before != claim:
                yield from self._claim(before, claim)
            if before != claim:
                yield from self._hung(before, claim)

    def _paired(self) -> dict[str, Claim]:
        """The claims of the later state by the ids of what they were in the earlier one."""
        there = {claim.id: claim for claim in self.new.claims}
        pairs = {claim.id: there[claim.id] for claim in self.old.claims if claim.id in there}
        free = sorted((claim for claim in self.new.claims if claim.id not in pairs), key=lambda claim: claim.start)
        starts, longest = [claim.start for claim in free], max((claim.end - claim.start for claim in free), default=0)
        taken = set[str]()
        for claim in [claim for claim in self.old.claims if claim.id not in pairs] if free else ():
            span = claim.span if self.alignment is None else self.alignment.find(claim.span).span
            if span is None:
                continue
            near = free[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
            if (like := _like(claim, span, [one for one in near if one.id not in taken])) is not None:
                pairs[claim.id] = like
                taken.add(like.id)
        return pairs

    def _claim(self, old: Claim, new: Claim) -> Iterator[Difference]:
        """What differs in a claim itself. Another gist or reading goes without saying where its words are others."""
        found: list[tuple[str, tuple[str, ...]]] = []
        whole = old.part_of and self._became.get(old.part_of, old.part_of)
        if old.text == new.text and self._moved(old, new):
            found.append(("place", ("start", "end")))
        for what, names in _OF_CLAIM.items():
            fields = tuple(name for name in names if self._said(getattr(old, name)) != self._said(getattr(new, name)))
            said = (what in ("wording", "reading") and old.text != new.text) or (what == "whole" and whole == new.part_of)
            if fields and not said:
                found.append((what, fields))
        if old.id != new.id:
            found.append(("id", ("id",)))
        goes_along = {"hand", "id", "bounds", "kind"}  # told only where nothing else is
        if new.value is not None or old.in_context == new.in_context:
            goes_along.add("wording")
        told = [one for one in found if one[0] not in goes_along] or [one for one in found if one[0] not in ("hand", "id")] or found
        for what, fields in told:
            by = (new.value.set_by if what == "reading" and new.value is not None else None) or new.made_by
            yield Difference(part=Part.CLAIMS, what=what, act=Act.CHANGED, claim=new.id, by=by, before=old, after=new, fields=fields)
        yield from _rest(Part.CLAIMS, old, new, set(Claim.model_fields), new.id)

    def _moved(self, old: Claim, new: Claim) -> bool:
        """Whether a claim stands at another place among the others, or its words are marked at another place of the same article."""
        if self.alignment is None:
            return old.span != new.span
        found = self.alignment.find(old.span)
        return new.id in self._displaced or (found.fate is Fate.KEPT and found.span != new.span)

    def _said(self, value: Any) -> Any:
        """A value without where it stands, where the words of the article are others."""
        if self.same_words:
            return value
        if isinstance(value, BaseModel):
            return value.model_dump(exclude=_PLACES)
        return [self._said(one) for one in value] if isinstance(value, tuple) else value

    def _hung(self, old: Claim | None, new: Claim) -> Iterator[Difference]:
        """What came, went and changed of the history of a claim and of its evidence."""
        here: dict[str, Any] = {"part": Part.CLAIMS, "claim": new.id}
        gone, came = _apart(old.reviews if old else (), new.reviews)
        for review in gone:
            target = acted_on(review, old.reviews if old else ())
            yield Difference(**here, what="reviews", act=Act.GONE, by=review.by, before=review, target=target)
        for review in came:
            target, instead = acted_on(review, new.reviews), earlier_verdict(review, new.reviews)
            yield Difference(**here, what="reviews", act=Act.ADDED, by=review.by, after=review, target=target, instead=instead)
        yield from self._evidence(here, old, new)
        for key in ("reviews", "evidence", "former"):
            before, after = getattr(old, key) if old else (), getattr(new, key)
            if before != after and not any(_apart(before, after)):
                yield Difference(**here, what="order", act=Act.CHANGED, fields=(key,))

    def _evidence(self, here: Mapping[str, Any], old: Claim | None, new: Claim) -> Iterator[Difference]:
        gone, came = _apart(old.evidence if old else (), new.evidence)
        lost, ended = _apart(old.former if old else (), new.former)
        for item in gone:
            now = next((one for one in came if one.key == item.key), None)
            end = next((one for one in ended if _is_of(one, item)), None)
            by = end.ended_by if end is not None else None
            if end is not None:
                ended.remove(end)
            if now is not None:
                came.remove(now)
                fields = _fields(item, now)
                yield Difference(**here, what="evidence", act=Act.CHANGED, by=by, before=item, after=now, fields=fields)
            else:
                yield Difference(**here, what="evidence", act=Act.GONE, by=by, before=item)
        yield from (Difference(**here, what="evidence", act=Act.ADDED, by=one.added_by, after=one) for one in came)
        yield from (Difference(**here, what="former", act=Act.ADDED, by=one.ended_by, after=one) for one in ended)
        yield from (Difference(**here, what="former", act=Act.GONE, by=one.ended_by, before=one) for one in lost)

    def _flags(self) -> Iterator[Difference]:
        def of_flag(old: Flag, new: Flag) -> Iterator[Difference]:
            if fields := tuple(name for name in Flag.model_fields if self._said(getattr(old, name)) != self._said(getattr(new, name))):
                yield Difference(part=Part.FLAGS, what="flags", act=Act.CHANGED, before=old, after=new, fields=fields)

        yield from self._keyed(Part.FLAGS, self.old.flags, self.new.flags, lambda one: one.fingerprint, of_flag)

    def _source(self, old: Source, new: Source) -> Iterator[Difference]:
        found = [(what, tuple(n for n in names if getattr(old, n) != getattr(new, n))) for what, names in _OF_SOURCE.items()]
        for what, fields in found:
            if fields:
                yield Difference(part=Part.SOURCES, what=what, act=Act.CHANGED, before=old, after=new, fields=fields)
        yield from _rest(Part.SOURCES, old, new, set(Source.model_fields))

    def _entity(self, old: Entity, new: Entity) -> Iterator[Difference]:
        for name in Entity.model_fields:
            before, after = self._said(getattr(old, name)), self._said(getattr(new, name))
            if before != after:
                yield Difference(part=Part.PEOPLE, what=name, act=Act.CHANGED, before=old, after=new, fields=(name,))
        yield from _rest(Part.PEOPLE, old, new, set(Entity.model_fields))

    def _keyed(
        self,
        part: Part,
        olds: Sequence[Any],
        news: Sequence[Any],
        key: Callable[[Any], str],
        inside: Callable[[Any, Any], Iterator[Difference]],
    ) -> Iterator[Difference]:
        """What came and went of a list whose entries have names, and what differs `inside` those that are in both."""
        what = {Part.SOURCES: "sources", Part.PEOPLE: "entities", Part.FLAGS: "flags"}[part]
        before = defaultdict[str, list[Any]](list)
        for one in olds:
            before[key(one)].append(one)
        for one in news:
            there = before[key(one)]
            if not there:
                yield Difference(part=part, what=what, act=Act.ADDED, after=one)
            elif (was := there.pop(0)) != one:
                yield from inside(was, one)
        yield from (Difference(part=part, what=what, act=Act.GONE, before=one) for one in chain.from_iterable(before.values()))

    def _entries(self, key: str, part: Part) -> Iterator[Difference]:
        olds, news = getattr(self.old, key), getattr(self.new, key)
        gone, came = _apart(olds, news, self._said)
        flags = {flag.fingerprint: flag for flag in (*self.old.flags, *self.new.flags)}
        for act, entries in ((Act.GONE, gone), (Act.ADDED, came)):
            for one in entries:
                target = flags.get(one.fingerprint) if key == "dismissals" else None
                value = {"before" if act is Act.GONE else "after": one}
                yield Difference(part=part, what=key, act=act, by=one.by, target=target, **value)
        if not (gone or came) and self.same_words and olds != news:
            yield Difference(part=part, what="order", act=Act.CHANGED, fields=(key,))


def _like(claim: Claim, span: Span, free: Iterable[Claim]) -> Claim | None:
    """The claim under another id that one became whose words stand at a span now: of the same kind, on about the same words there."""
    scored = [
        (fuzz.ratio(claim.text, one.text) * shared(one.span, span), one)
        for one in free
        if one.kind is claim.kind and shared(one.span, span) >= COVERED and fuzz.ratio(claim.text, one.text) >= ALIKE
    ]
    return max(scored, key=lambda one: (one[0], -one[1].start))[1] if scored else None


def _displaced(claims: Sequence[Claim]) -> set[str]:
    """Of claims in the order in which they stood, the fewest that have gone elsewhere so that the others still stand in that order."""
    ends: list[int] = []
    starts: list[int] = []
    before: list[int] = []
    for i, claim in enumerate(claims):
        at = bisect_right(starts, claim.start)
        before.append(ends[at - 1] if at else -1)
        starts[at : at + 1], ends[at : at + 1] = [claim.start], [i]
    kept, last = set[str](), ends[-1] if ends else -1
    while last >= 0:
        kept.add(claims[last].id)
        last = before[last]
    return {claim.id for claim in claims} - kept


def _apart(olds: Iterable[Any], news: Sequence[Any], said: Callable[[Any], Any] | None = None) -> tuple[list[Any], list[Any]]:
    """What is only among the ones, and what is only among the others; of equal ones, as many as there are more."""
    name = (lambda one: repr(said(one))) if said is not None else repr
    left = Counter(map(name, olds))
    came = []
    for one in news:
        if left[name(one)]:
            left[name(one)] -= 1
        else:
            came.append(one)
    gone = []
    for one in reversed(list(olds)):
        if left[name(one)]:
            left[name(one)] -= 1
            gone.append(one)
    return gone[::-1], came


def _is_of(former: Former, item: Evidence) -> bool:
    return all(getattr(former, name) == getattr(item, name) for name in Evidence.model_fields)


def _fields(old: BaseModel, new: BaseModel) -> tuple[str, ...]:
    """The fields that differ, those that this version does not know among them."""
    names = dict.fromkeys((*type(new).model_fields, *(old.model_extra or ()), *(new.model_extra or ())))
    return tuple(name for name in names if getattr(old, name, None) != getattr(new, name, None))


def _rest(part: Part, old: BaseModel, new: BaseModel, known: Collection[str], claim: str | None = None) -> Iterator[Difference]:
    """The fields that have no rule of their own, and the keys that this version does not know."""
    for name in _fields(old, new):
        if name not in known:
            before, after = (getattr(value, name, None) for value in (old, new))
            yield Difference(
                part=part, what=name or "key", act=_act(before, after), claim=claim, before=before, after=after, fields=(name,)
            )


def _act(before: Any, after: Any) -> Act:
    return Act.ADDED if before is None else Act.GONE if after is None else Act.CHANGED
