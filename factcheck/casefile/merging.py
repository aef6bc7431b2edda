"""Two versions of a case that grew from one, made one: by claim, review, evidence item and key. Neither side is ever lost."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.casefile.along import without_taken_back
from factcheck.casefile.columns import Columns, called
from factcheck.casefile.fitting import article_of, value_of
from factcheck.casefile.halves import Both, fitted
from factcheck.casefile.keys import ARTICLE, CLAIM, EVIDENCE, LISTS, SOURCE, TEXT
from factcheck.casefile.reanchoring import Places
from factcheck.casefile.tables import article_table, claim_table, table_of, text_table, unknown
from factcheck.casefile.threeway import Side, in_order_of_both, merge_keys, order_of, union
from factcheck.casefile.toml import Table
from factcheck.model import Article, Case, Claim, Entity, Removal, Review, Source, Tie, Waiver, one_line

FETCHED = SOURCE.together("fetched")
"""What came of fetching a source: taken from one side or the other as a whole."""

_DERIVED = {column.key for column in ARTICLE if column.derived}


@dataclass(frozen=True)
class Merged:
    """A merged case, and a sentence for the person on each thing that both sides had changed."""

    case: Case
    conflicts: tuple[str, ...] = ()


def merge(base: Case, ours: Case, theirs: Case) -> Merged:
    """What both sides made of `base`, in one case; but for the order of things it does not matter which side is which.

    Reviews, evidence, dismissals and sign-offs of both sides are kept, and what one side took back is gone unless the other changed it.
    Of a source that both fetched, what was fetched last counts.
    Where both changed the same key, one value stays and the other is kept beside it under the key with `_other`. A claim whose words
    the other side took out of the article goes to `orphans`. Flags are those of `ours`; they are computed, not merged.
    """
    if theirs is base or theirs == base:
        return Merged(ours)
    return _Merge(base, ours, theirs).done()


@dataclass
class _Merge:
    base: Case
    ours: Case
    theirs: Case
    conflicts: list[str] = field(default_factory=list)
    orphans: list[Table] = field(default_factory=list)

    def done(self) -> Merged:
        article, rest = self._article()
        self.wording: Side = "ours" if article.text == self.ours.article.text else "theirs"
        claims = self._claims(article.text)
        sides = (self.base, self.ours, self.theirs)
        merged: dict[str, Any] = {"claims": claims, "entities": self._entities(), "sources": self._sources()}
        for key, columns in LISTS.items():
            if key not in merged:
                tables = [[table_of(columns, entry) for entry in getattr(case, key)] for case in sides]
                merged[key] = tuple(value_of(columns, table) for table in union(*tables))
        merged["ties"] = self._placed(merged["ties"], article.text)
        merged["waivers"] = self._waived(merged["waivers"], article.text)
        merged["removals"] = tuple(one for one in merged["removals"] if self._is_gone(one, claims))
        if self.orphans:
            there = rest.get("orphans", [])
            rest["orphans"] = [*there, *(o for o in self.orphans if o not in there)] if isinstance(there, list) else self.orphans
        case = Case(
            schema_version=max(self.ours.schema_version, self.theirs.schema_version),
            article=self._known(article, "article"),
            flags=self.ours.flags,
            **merged,
            **rest,
        )
        return Merged(self.ours if case == self.ours else case, tuple(self.conflicts))

    def _is_gone(self, removal: Removal, claims: Sequence[Claim]) -> bool:
        """Whether a claim is out that somebody took out: it may have been kept since somebody else worked on it."""
        if all(claim.id != removal.claim for claim in claims):
            return True
        sides = (self.ours, self.theirs)
        return any(removal in side.removals and any(claim.id == removal.claim for claim in side.claims) for side in sides)

    def _known(self, value: Any, name: str) -> Any:
        """The side's own object where it is equal, so that what was rendered once need not be rendered again."""
        return next((own for side in (self.ours, self.theirs) if (own := getattr(side, name)) == value), value)

    def _article(self) -> tuple[Article, Table]:
        tables = [_article_tables(case) for case in (self.base, self.ours, self.theirs)]
        clashes: list[str] = []
        merged = merge_keys(tables[0], tables[1], tables[2], (("text.article", "text.blocks", "text.landmarks", "text.off"),), clashes, {})
        self._tell_of_clashes("the article", clashes, ARTICLE, TEXT)
        about = {key: value for key, value in merged.items() if not key.startswith(("text.", "rest."))}
        words = {key.removeprefix("text."): value for key, value in merged.items() if key.startswith("text.")}
        rest = {key.removeprefix("rest."): value for key, value in merged.items() if key.startswith("rest.")}
        article, rest_of_text = article_of(about, words)
        return article, ({**rest, "text": rest_of_text} if rest_of_text else rest)

    def _claims(self, text: str) -> tuple[Claim, ...]:
        base, ours, theirs = ({claim.id: claim for claim in case.claims} for case in (self.base, self.ours, self.theirs))
        names = in_order_of_both([*ours], [*theirs])
        kept = [claim for name in names if (claim := self._claim(base.get(name), ours.get(name), theirs.get(name), text))]
        kept = without_taken_back(kept, base, ours, theirs)
        places = Places(text)
        there = {claim.id: places.find(claim) for claim in sorted(kept, key=lambda claim: claim.value is not None)}
        merged: list[Claim] = []
        for claim in kept:
            if (placed := there[claim.id]) is not None:
                merged.append(placed)
            else:
                self.orphans.append(claim_table(claim))
                self.conflicts.append(f"{_called(claim)} is no longer in the article, but was worked on: it is kept as a lost claim.")
        if [(c.id, c.start, c.end) for c in merged] != [(c.id, c.start, c.end) for c in self.ours.claims]:
            merged.sort(key=lambda claim: (claim.start, -claim.end))
        return tuple(merged)

    def _claim(self, base: Claim | None, ours: Claim | None, theirs: Claim | None, text: str) -> Claim | None:
        if ours is theirs or ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if ours is None or theirs is None:
            kept, gone_from = (ours, self.theirs) if ours else (theirs, self.ours)
            by = next((one.by for one in reversed(gone_from.removals) if kept and kept.id in (one.claim, *one.parts)), None)
            who = f" by {one_line(by, 40)}" if by else " by one side"
            self.conflicts.append(
                f"{_called(kept)} was taken out{who} and worked on by {'somebody else' if by else 'the other'}: it is kept."
            )
            return kept
        return self._both_changed(base, ours, theirs, text)

    def _both_changed(self, base: Claim | None, ours: Claim, theirs: Claim, text: str) -> Claim:
        tables = [claim_table(claim) if claim else {} for claim in (base, ours, theirs)]
        lists: Table = {"reviews": union(*(table.pop("reviews", []) for table in tables))}
        pieces = [table.pop("evidence", []) for table in tables]
        lists["former"] = union(*(table.pop("former", []) for table in tables))
        lists["evidence"] = self._evidence(pieces[0], pieces[1], pieces[2], _called(ours))
        other_words = self.ours.article.text != self.theirs.article.text
        claim, clashes = fitted(Both(*tables), lists, text, self.wording if other_words else None)
        self._tell_of_clashes(_called(ours), clashes, CLAIM)
        self._tell_of_verdicts(base, ours, theirs)
        self._tell_of_words(base, ours, theirs)
        return ours if claim == ours else theirs if claim == theirs else claim

    def _tell_of_clashes(self, where: str, clashes: Sequence[str], *tables: Columns) -> None:
        keys = [key.removeprefix("text.").removeprefix("rest.") for key in clashes]
        *some, last = dict.fromkeys(called(key, *tables) for key in keys if key != "made_by") or ("",)  # which goes with what they changed
        if last:
            what = f"{', '.join(some)} and {last} were" if some else f"{last} was"
            self.conflicts.append(f"{where}: {what} changed on both sides; both versions are kept.")

    def _tell_of_verdicts(self, base: Claim | None, ours: Claim, theirs: Claim) -> None:
        """Say it when both sides gave verdicts on the same half of a claim that do not agree."""
        before = list(base.reviews) if base else []
        new = [{r.aspect: r for r in claim.reviews if r.verdict and r not in before} for claim in (ours, theirs)]
        for aspect in (aspect for aspect in new[0] if aspect in new[1]):
            one, two = sorted((new[0][aspect], new[1][aspect]), key=lambda r: (r.at, r.by, str(r.verdict)))
            if one.verdict is not two.verdict:
                self.conflicts.append(f"{_called(ours)}: {_says(one)}, {_says(two)}. Both verdicts are kept.")

    def _tell_of_words(self, base: Claim | None, ours: Claim, theirs: Claim) -> None:
        """Say it when both sides changed a note or a question, or one changed what the other took back."""
        before = list(base.reviews) if base else []
        new = [[review for review in claim.reviews if review.on and review not in before] for claim in (ours, theirs)]
        changed, back = ([{r.on for r in side if chosen(r)} for side in new] for chosen in (_rewords, lambda r: r.withdraws))
        for one, other in ((0, 1), (1, 0)):
            if changed[one] & back[other]:
                self.conflicts.append(f"{_called(ours)}: one side changed what the other withdrew: the changed version is kept.")
        if changed[0] & changed[1] and new[0] != new[1]:
            self.conflicts.append(f"{_called(ours)}: the same note or question was changed on both sides; both versions are kept.")

    def _entities(self) -> tuple[Entity, ...]:
        """Who is in the article, as the side has it whose words count: places are offsets into those."""
        side: Case = getattr(self, self.wording)
        if self.ours.article.text != self.theirs.article.text:
            return side.entities
        base, ours, theirs = (case.entities for case in (self.base, self.ours, self.theirs))
        if base in (ours, theirs):
            return theirs if ours == base else ours
        return max(ours, theirs, key=lambda entities: [entity.model_dump_json() for entity in entities])

    def _placed(self, ties: Sequence[Tie], text: str) -> tuple[Tie, ...]:
        """The ties on the words that count, each where its mention stands in them; one on a mention that is gone goes, and that is told."""
        if not ties:
            return ()
        from factcheck.casefile.updating import moved_ties  # most cases have no ties, and are saved without it

        moved = [pair for case in (self.ours, self.theirs) for pair in zip(case.ties, moved_ties(case, text), strict=True)]
        placed = list[Tie]()
        for tie in ties:
            there = next((now for own, now in moved if own == tie and now is not None), None)
            if there is not None:
                placed.append(there)
            else:
                words = one_line(tie.mention.text if tie.mention is not None else "", 60)
                self.conflicts.append(f"“{words}” is no longer in the article, so what was said of whom it means is dropped.")
        return tuple(placed)

    def _waived(self, waivers: Sequence[Waiver], text: str) -> tuple[Waiver, ...]:
        """The waivers, each where its words stand in the words that count; one on words that have changed goes, and that is told."""
        if not waivers:
            return ()
        from factcheck.casefile.updating import moved_waivers  # most cases have no waivers, and are saved without it

        moved = [pair for case in (self.ours, self.theirs) for pair in zip(case.waivers, moved_waivers(case, text), strict=True)]
        placed = list[Waiver]()
        for waiver in waivers:
            there = next((now for own, now in moved if own == waiver and now is not None), None)
            if there is not None:
                placed.append(there)
            else:
                self.conflicts.append(f"“{one_line(waiver.text, 60)}”, excused from checking, is no longer in the article.")
        return tuple(placed)

    def _sources(self) -> tuple[Source, ...]:
        """What is known of each source: what was fetched last counts, and what one side calls confidential is.

        They stay in the order of the file that is there, so that two people who look at it see one order.
        """
        base, ours, theirs = ({s.key: s for s in case.sources} for case in (self.base, self.ours, self.theirs))
        merged: list[Source] = []
        for key in (*theirs, *(key for key in ours if key not in theirs)):
            b, o, t = base.get(key), ours.get(key), theirs.get(key)
            if o is None or t is None:
                kept = o or t
                merged += [kept] if kept is not None and kept != b else []
            else:
                merged.append(o if o == t or t == b else t if o == b else self._source(b, o, t))
        return tuple(merged)

    def _source(self, base: Source | None, ours: Source, theirs: Source) -> Source:
        tables = [table_of(SOURCE, source) if source else {} for source in (base, ours, theirs)]
        moments = [source.fetched.timestamp() if source.fetched else 0.0 for source in (ours, theirs)]
        later: Side = "ours" if (moments[0], order_of(tables[1])) >= (moments[1], order_of(tables[2])) else "theirs"
        clashes: list[str] = []
        merged = merge_keys(tables[0], tables[1], tables[2], (FETCHED,), clashes, {FETCHED: later})
        self._tell_of_clashes(f"the source {one_line(ours.key, 60)}", clashes, SOURCE)
        source: Source = value_of(SOURCE, {**merged, "confidential": ours.confidential or theirs.confidential})
        return source

    def _evidence(self, base: list[Table], ours: list[Table], theirs: list[Table], where: str) -> list[Table]:
        """Evidence is merged key by key where both sides have the same item; an item that cannot be is kept twice."""
        named = [_by_name(base, items) for items in (base, ours, theirs)]
        merged: list[Table] = []
        kept: list[Table | None]
        for name in (*named[1], *(n for n in named[2] if n not in named[1])):
            b, o, t = (items.get(name) for items in named)
            if o == t or t == b:
                kept = [o]
            elif o == b:
                kept = [t]
            elif o is None or t is None:
                kept = [o or t]
                self.conflicts.append(
                    f"{where}: evidence was taken away by one side and changed by the other: the changed version is kept."
                )
            else:
                clashes: list[str] = []
                one = merge_keys(b or {}, o, t, (EVIDENCE.together("stance"),), clashes, {})
                both: tuple[Table, Table] = (o, t)
                kept = [*sorted(both, key=order_of)] if clashes else [one]
                if clashes:
                    self.conflicts.append(f"{where}: the same evidence was changed on both sides; both versions are kept.")
            merged += [item for item in kept if item is not None]
        return merged


def _article_tables(case: Case) -> Table:
    """All that is not in lists in one flat table: `[article]`, `[text]` and the unknown keys at the top."""
    rest = unknown(case)
    words = text_table(case.article, rest.pop("text", {}))
    about = {key: value for key, value in article_table(case.article).items() if key not in _DERIVED}
    return {**about, **{f"text.{k}": v for k, v in words.items()}, **{f"rest.{k}": v for k, v in rest.items()}}


def _by_name(base: Sequence[Table], items: Sequence[Table]) -> dict[str, Table]:
    """Evidence under what it is: its address or source, and which of those that have the same.

    An item that stands in the base has the name that it has there, whatever came or went before it.
    """
    names = dict(_numbered(base))
    named: dict[str, Table] = {}
    others: list[Table] = []
    for item in items:
        name = next((name for name, there in names.items() if name not in named and there == item), None)
        if name is None:
            others.append(item)
        else:
            named[name] = item
    named |= _numbered(others, named)
    order = {id(item): name for name, item in named.items()}
    return {order[id(item)]: item for item in items}


def _numbered(items: Iterable[Table], taken: Iterable[str] = ()) -> Iterator[tuple[str, Table]]:
    used = set(taken)
    for item in items:
        of = json.dumps([item.get("url"), item.get("source")])
        name = next(name for n in itertools.count() if (name := f"{of}{n}") not in used)
        used.add(name)
        yield name, item


def _rewords(review: Review) -> bool:
    return bool(review.note or review.question)


def _called(claim: Claim | None) -> str:
    return f"“{one_line(claim.in_context, 60)}”" if claim else "a claim"


def _says(review: Review) -> str:
    half = f" ({review.aspect})" if review.aspect else ""
    return f"{one_line(review.by, 40)} says {review.verdict}{half}"
