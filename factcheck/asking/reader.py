"""Reads what a language model said are claims: what of it the article and our own claims bear out is kept, and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.asking.endpoint import Answer
from factcheck.asking.gists import (
    ALIKE,
    JOINTS,
    Vocabulary,
    Word,
    Wording,
    asserts,
    denials,
    plain_words,
    says,
    turning,
    wording,
    words_in,
    written,
)
from factcheck.asking.speakers import Speakers
from factcheck.asking.task import CHECKABLE, KINDS, MARKS, Said
from factcheck.language.lexicon import words
from factcheck.language.quotation_marks import find_quotations
from factcheck.model import Article, Claim, ClaimKind, Entity, Mode, Span, one_line
from factcheck.values import resolved_day

_BOUNDS = words("wordings", "bounds")
_LINKS = JOINTS | {"that", "which", "who"}
"""Words that may stand between the claims of a sentence and belong to none."""
_PARTING = re.compile(r"\s[,;:()\"“”„«»–—-]|[,;:()\"“”„«»–](?=\s)|—")
"""Marks between two words that part what stands beside them: takes `, `, ` "`, ` - `, `—`, not the `,` of `3,400` or the `.` of `U.S. `."""


@dataclass(frozen=True)
class Found:
    """A claim of the model's that holds, without an id: the claim of ours that it lies in, and where those of its words start that a
    claim has for itself.
    """

    claim: Claim
    home: Claim
    own: frozenset[int]


class Reader:
    """Reads the model's claims against the article and our claims of it."""

    def __init__(self, article: Article, ours: Sequence[Claim], entities: Sequence[Entity], made_by: str) -> None:
        self.homes = [claim for claim in ours if claim.part_of is None]
        self._parts = defaultdict[str, list[Claim]](list)
        for claim in ours:
            if claim.part_of is not None:
                self._parts[claim.part_of].append(claim)
        self._blocks = [block.start for block in article.blocks]
        self._in_block = defaultdict[int, list[Claim]](list)
        for home in self.homes:
            self._in_block[bisect_right(self._blocks, home.start)].append(home)
        self._article = article
        self._plain = article.text.translate(ALIKE)
        self._quotations = [q.outer for q in find_quotations(article.text, article.blocks) if q.depth == 0]
        self._vocabulary = Vocabulary(article, entities)
        self._speakers = Speakers(article, entities)
        self._made_by = made_by

    def read(self, answer: Answer) -> Iterator[Found]:
        """The claims of an answer that hold."""
        at = answer.stretch.start
        for said in answer.said:
            place = self._place(said.text, answer.stretch, at)
            if place is None:
                continue
            at = place.start
            made = self._found(said, place)
            if made is not None:
                yield made

    def instead_of(self, home: Claim, found: Iterable[Found]) -> list[Found]:
        """Of the model's claims in one of ours those that stand in its place: together they have all of its words, and each has some that
        no other has; the finer go before the coarser. None where words are left out.
        """
        needed = _needed(self._own(home, home.span))
        taken = sorted(found, key=lambda made: len(made.own))
        for made in reversed(tuple(taken)):
            others = [other for other in taken if other is not made]
            if needed <= _together(others):
                taken = others
        held = all(any(made.claim.span.contains(part.span) for made in taken) for part in self._parts[home.id])
        return taken if held and needed <= _together(taken) else []

    def _place(self, given: str, stretch: Span, at: int) -> Span | None:
        """Where words stand in a stretch of the article, whatever white space is between them: in the one place, else in the next after
        `at`, where the claim before begins.
        """
        pieces = given.translate(ALIKE).split()
        if not pieces or sum(map(len, pieces)) > stretch.end - stretch.start:
            return None
        ends = [r"(?<!\w)" if pieces[0][0].isalnum() else "", r"(?!\w)" if pieces[-1][-1].isalnum() else ""]
        pattern = re.compile(r"\s+".join(map(re.escape, pieces)).join(ends))
        places = [Span(start=m.start(), end=m.end()) for m in pattern.finditer(self._plain, stretch.start, stretch.end)]
        return min(places, key=lambda place: (place.start < at, abs(place.start - at)), default=None)

    def _found(self, said: Said, place: Span) -> Found | None:
        """The claim on the words at a place, or None where something of it does not hold."""
        home = self._home(place)
        if home is None or said.kind not in KINDS:
            return None
        span = self._with_marks(place, home)
        own, attributed = self._own(home, span), said.kind != ClaimKind.ASSERTION
        if not own or (home.attributed and not attributed) or not self._is_whole(span, own, home):
            return None
        made = wording(own, said.gist)
        fields = self._attribution(said, span, home) if attributed else {"kind": ClaimKind.ASSERTION, "content": self._runs(home, span)}
        if made is None or fields is None or not self._allows(made, own, home, fields):
            return None
        days = {part.end: day for part in self._parts_in(span, home) if (day := self._day(part)) is not None}
        gist = written(self._article, span, own, made, days, elide=attributed)
        if not asserts(gist) or not self._as_much(gist, span, home):
            return None
        claim = Claim(
            id="",
            start=span.start,
            end=span.end,
            text=self._article.words(span),
            gist=gist,
            made_by=self._made_by,
            **fields,
            **self._mark(said, own, home),
        )
        return Found(claim, home, _needed(own))

    def _home(self, place: Span) -> Claim | None:
        """The smallest of our claims in which a place lies."""
        near = self._in_block[bisect_right(self._blocks, place.start)]
        return min((home for home in near if home.span.contains(place)), key=lambda home: home.end - home.start, default=None)

    def _with_marks(self, place: Span, home: Claim) -> Span:
        """A place up to the ends of our claim, where only marks stand between: the same words are then the same claim."""
        words = words_in(self._article.text, home.span)
        start = home.start if not any(word.start < place.start for word in words) else place.start
        end = home.end if not any(word.end > place.end for word in words) else place.end
        return Span(start=start, end=end)

    def _runs(self, home: Claim, span: Span) -> tuple[Span, ...]:
        """What of a span in our claim belongs to no smaller one of ours inside it."""
        at, runs = span.start, list[Span]()
        for inner in self._in_block[bisect_right(self._blocks, home.start)]:
            if home.span.contains(inner.span) and inner.span != home.span and inner.span.overlaps(span):
                runs.append(Span(start=at, end=max(at, inner.start)))
                at = max(at, min(inner.end, span.end))
        runs.append(Span(start=at, end=span.end))
        return tuple(_trimmed(self._article.text, run) for run in runs if words_in(self._article.text, run))

    def _own(self, home: Claim, span: Span) -> list[Word]:
        return [word for run in self._runs(home, span) for word in words_in(self._article.text, run)]

    def _parts_in(self, span: Span, home: Claim) -> list[Claim]:
        return [part for part in self._parts[home.id] if span.overlaps(part.span)]

    def _is_whole(self, span: Span, own: Sequence[Word], home: Claim) -> bool:
        """Whether a claim begins and ends where one may, and cuts no name, date, figure or quotation."""
        there = words_in(self._article.text, home.span)
        before = next((word for word in reversed(there) if word.end <= own[0].start), None)
        after = next((word for word in there if word.start >= own[-1].end), None)
        begins = before is None or not _BOUNDS.isdisjoint((before.plain, own[0].plain)) or self._parted(before, own[0])
        finishes = after is None or after.plain in _BOUNDS or self._parted(own[-1], after)
        told = any(span.start == content.start for content in home.content), any(span.end == content.end for content in home.content)
        if not (begins or told[0]) or not (finishes or told[1]) or own[-1].plain in JOINTS:
            return False
        parts = all(span.contains(part.span) for part in self._parts_in(span, home))
        return parts and not any(self._cut(quotation, span, home) for quotation in self._quotations if quotation.overlaps(span))

    def _parted(self, left: Word, right: Word) -> bool:
        """Whether a mark between two words parts what they belong to."""
        return _PARTING.search(self._article.text, left.end, right.start) is not None

    def _cut(self, quotation: Span, span: Span, home: Claim) -> bool:
        """Whether a claim has only some of the words that our claim has of a quotation."""
        both = Span(start=max(quotation.start, home.start), end=min(quotation.end, home.end))
        said = words_in(self._article.text, both)
        return bool(said) and not (span.start <= said[0].start and said[-1].end <= span.end)

    def _allows(self, made: Wording, own: Sequence[Word], home: Claim, fields: Mapping[str, Any]) -> bool:
        """Whether the article has the words that a gist adds, and those that tell who spoke tell what the claim does."""
        sentence = plain_words(f"{home.text} {home.gist}")
        if not all(self._vocabulary.allows(added, sentence) for added in made.added):
            return False
        speaker = fields.get("speaker")
        who = " ".join(filter(None, (speaker.name, speaker.title, speaker.text))) if speaker else ""
        spoke = [made.instead[n] for n, word in enumerate(own) if n in made.instead and home.speaker and word.start == home.speaker.start]
        return all(self._vocabulary.names_only(added, sentence, who) for added in (*spoke, *filter(says, made.added)))

    def _as_much(self, gist: str, span: Span, home: Claim) -> bool:
        """Whether a claim denies and doubts neither more nor less than ours, but for what a clause behind it denies."""
        here, ours = turning(gist), turning(home.gist)
        return here in (ours, ours - self._denied_later(home, span.end))

    def _denied_later(self, home: Claim, at: int) -> Counter[str]:
        """What our claim denies after an offset: of what comes before, a clause of its own, that denies nothing.

        What stands outside of the words that somebody is said to have said denies all of them: `…, she denied`.
        """
        rest = Span(start=at, end=max(at, home.content[-1].end)) if home.content else Span(start=at, end=at)
        return denials(" ".join(map(self._article.words, self._runs(home, rest))))

    def _day(self, part: Claim) -> str | None:
        quoted = any(quotation.contains(part.span) for quotation in self._quotations)
        return resolved_day(part.date) if part.date is not None and not quoted else None

    def _attribution(self, said: Said, span: Span, home: Claim) -> dict[str, Any] | None:
        """Whose words they are, and which; None where nobody is said to have said them, or somebody whom the article does not name."""
        try:
            speaker = self._speakers.of(said.speaker, home, span)
        except LookupError:
            return None
        runs = self._runs(home, span)
        content = [both for run in runs for told in home.content if (both := _shared(run, told)) is not None] if home.attributed else runs
        if not content or (speaker is None and not home.attributed):
            return None
        quoted = any(quotation.overlaps(told) for quotation in self._quotations for told in content)
        mode = (home.mode or Mode.DIRECT) if quoted else Mode.INDIRECT
        kind = ClaimKind.STATEMENT if mode is Mode.INDIRECT else ClaimKind.QUOTE
        return {"kind": kind, "speaker": speaker, "cue": home.cue, "mode": mode, "content": tuple(content)}

    def _mark(self, said: Said, own: Sequence[Word], home: Claim) -> dict[str, Any]:
        """Whether the claim can be checked: what the model says where it shows by which of the claim's words, else what we say."""
        shown, plain = plain_words(said.shown_by), [word.plain for word in own]
        if said.mark == CHECKABLE:
            return {}
        at = next((n for n in range(len(plain)) if shown and plain[n : n + len(shown)] == shown), None)
        if said.mark not in MARKS or at is None:
            return {"checkable": home.checkable, "reason": home.reason}
        there = self._article.text[own[at].start : own[at + len(shown) - 1].end]
        return {"checkable": False, "reason": f"{said.mark}: “{one_line(there)}”"}


def _needed(own: Iterable[Word]) -> frozenset[int]:
    """Where those words start that have to stand in some claim."""
    return frozenset(word.start for word in own if word.plain not in _LINKS)


def _together(found: Iterable[Found]) -> frozenset[int]:
    """Where the words start that stand in some of the claims."""
    return frozenset(at for made in found for at in made.own)


def _trimmed(text: str, run: Span) -> Span:
    """A run of words without the white space and the commas at its ends."""
    words = text[run.start : run.end]
    return Span(start=run.end - len(words.lstrip(" ,;\n")), end=run.start + len(words.rstrip(" ,;\n")))


def _shared(one: Span, other: Span) -> Span | None:
    """What two spans share."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start=start, end=end) if start < end else None
