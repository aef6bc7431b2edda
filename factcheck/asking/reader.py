"""Reads what a language model said are claims: what of it the article and our own claims bear out is kept, and nothing else."""

from __future__ import annotations

import re
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
    plain_words,
    tells_who,
    turning,
    wording,
    written,
)
from factcheck.asking.home import Home, Homes
from factcheck.asking.speakers import Speakers
from factcheck.asking.task import CHECKABLE, KINDS, MARKS, Said
from factcheck.language.standing_alone import standing_alone
from factcheck.model import Article, Claim, ClaimKind, Entity, Mode, Span, one_line


@dataclass(frozen=True)
class Found:
    """A claim of the model's that holds, without an id: the claim of ours that it lies in, and where the words start that it has of it."""

    claim: Claim
    home: Home
    own: frozenset[int]


class Reader:
    """Reads the model's claims against the article and our claims of it."""

    def __init__(self, article: Article, ours: Sequence[Claim], entities: Sequence[Entity], made_by: str) -> None:
        self.homes = Homes(article, ours)
        self._article = article
        self._plain = article.text.translate(ALIKE)
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
            home = self.homes.around(place)
            claim = None if home is None else self._claim(said, home, home.widened(place))
            if home is not None and claim is not None:
                yield Found(claim, home, _needed(home.own(claim.span)))

    def instead_of(self, home: Home, found: Iterable[Found]) -> list[Claim]:
        """Of the model's claims in one of ours those that stand in its place: together they have all of its words, and each has some that
        no other has; the finer go before the coarser, and stand first. None where words are left out.
        """
        needed = _needed(home.own(home.claim.span))
        taken = sorted(found, key=lambda made: len(made.own))
        for made in reversed(tuple(taken)):
            others = [other for other in taken if other is not made]
            if needed <= _together(others):
                taken = others
        held = all(any(made.claim.span.contains(part.span) for made in taken) for part in home.parts)
        return [made.claim for made in taken] if held and needed <= _together(taken) else []

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

    def _claim(self, said: Said, home: Home, span: Span) -> Claim | None:
        """The claim at a span of one of ours, or None where something of it does not hold."""
        own = home.own(span)
        made = wording(own, said.gist)
        fields = self._told(said, home, span)
        if made is None or fields is None or not home.is_whole(span) or not self._allows(made, own, home, span, fields):
            return None
        gist = written(self._article, span, own, made, home.days(span), elide="speaker" in fields)
        if not asserts(gist) or turning(gist) not in _as_turned(home, span, fields):
            return None
        return Claim(
            id="",
            start=span.start,
            end=span.end,
            text=self._article.words(span),
            gist=home.claim.gist if gist == home.claim.in_context else standing_alone(gist, self._article.headline),
            made_by=self._made_by,
            **fields,
            **self._mark(said, own, home),
        )

    def _told(self, said: Said, home: Home, span: Span) -> dict[str, Any] | None:
        """Who tells a claim: the article itself, or somebody, and then which words are theirs. None where nobody is said to have said
        them, or somebody whom the article does not name, or they are put in the article's own mouth.
        """
        runs = home.runs(span)
        if said.kind == ClaimKind.ASSERTION:
            return None if home.is_said(span) else {"kind": ClaimKind.ASSERTION, "content": runs}
        try:
            speaker = self._speakers.of(said.speaker, home.claim, span)
        except LookupError:
            return None
        ours = home.claim
        content = tuple(both for run in runs for told in ours.content if (both := _shared(run, told))) if ours.attributed else runs
        if said.kind not in KINDS or not content or (speaker is None and not ours.attributed):
            return None
        quoted = any(quotation.overlaps(told) for quotation in home.quotations for told in content)
        mode = (ours.mode or Mode.DIRECT) if quoted else Mode.INDIRECT
        kind = ClaimKind.STATEMENT if mode is Mode.INDIRECT else ClaimKind.QUOTE
        return {"kind": kind, "speaker": speaker, "cue": ours.cue, "mode": mode, "content": content}

    def _allows(self, made: Wording, own: Sequence[Word], home: Home, span: Span, fields: Mapping[str, Any]) -> bool:
        """Whether the article has the words that a gist adds, and the gist tells who spoke where somebody did, and nobody else."""
        telling = [added for added in made.added if tells_who(added)]
        if not all(self._vocabulary.allows(added, home.sentence) for added in made.added if added not in telling):
            return False
        if "speaker" not in fields:
            return not telling
        speaker, ours = fields["speaker"], home.claim
        who = " ".join(filter(None, (speaker.name, speaker.title, speaker.text))) if speaker else ""
        told = [*telling, *(made.instead[n] for n in made.instead if ours.speaker and own[n].start == ours.speaker.start)]
        here = any(span.contains(words) for words in (ours.speaker, ours.cue) if words)
        return all(self._vocabulary.tells(added, home.sentence, who) for added in told) and bool(telling or here or not speaker)

    def _mark(self, said: Said, own: Sequence[Word], home: Home) -> dict[str, Any]:
        """Whether the claim can be checked: what the model says where it shows by which of the claim's words, else what we say."""
        shown, plain = plain_words(said.shown_by), [word.plain for word in own]
        if said.mark == CHECKABLE:
            return {}
        at = next((n for n in range(len(plain)) if shown and plain[n : n + len(shown)] == shown), None)
        if said.mark not in MARKS or at is None:
            return {"checkable": home.claim.checkable, "reason": home.claim.reason}
        there = self._article.text[own[at].start : own[at + len(shown) - 1].end]
        return {"checkable": False, "reason": f"{said.mark}: “{one_line(there)}”"}


def _as_turned(home: Home, span: Span, fields: Mapping[str, Any]) -> tuple[Mapping[str, int], ...]:
    """What a claim at a span must deny and doubt: neither more nor less than ours, but for what a clause behind it denies.

    What the article asserts of a speaker is beside what that speaker denies.
    """
    if home.claim.attributed and "speaker" not in fields:
        return (turning(home.words(span)),)
    ours = turning(home.claim.in_context)
    return ours, ours - home.denied_after(span.end)


def _needed(own: Iterable[Word]) -> frozenset[int]:
    """Where those words start that have to stand in some claim, as `uncovered` has it."""
    return frozenset(word.start for word in own if word.plain not in JOINTS)


def _together(found: Iterable[Found]) -> frozenset[int]:
    """Where the words start that stand in some of the claims."""
    return frozenset(at for made in found for at in made.own)


def _shared(one: Span, other: Span) -> Span | None:
    """What two spans share."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start=start, end=end) if start < end else None
