"""What is to do about an article before it runs, each thing with the sentence that it stands in: what an editor reads first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import NamedTuple

from factcheck.language.sentences import sentences_in
from factcheck.model import Article, Aspect, Bearing, Case, Claim, Evidence, Span, one_line
from factcheck.model.base import Tabled
from factcheck.reporting.once import once
from factcheck.reporting.settling import Edit, Settling

_MOST_COMPARED = 40_000
"""Pairs of words; of a correction that makes more it is not looked for where it begins and ends: it is one of the whole."""
_WORD = re.compile(r"\S+\s*")
_STOPS = ".,;:!?"
"""What stays where it stands behind words that are changed, if nothing is given in its place."""

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.)+$")
"""Letters that each have a stop of their own at the end of words: takes "the U.S." and "Kim J.", not "in 1991." or "3.6m."."""


class NeedRow(NamedTuple):
    """What heads the things of a kind, and whether the article must not run before they are dealt with."""

    heading: str
    must: bool


class Need(Tabled):
    """What kind of thing is to do, the most pressing first."""

    row: NeedRow

    CHANGE = "change", NeedRow("Change the words", must=True)
    VERDICT = "verdict", NeedRow("Not to run as it stands", must=True)
    SOURCE = "source", NeedRow("Not in its source as it stands here", must=True)
    FLAG = "flag", NeedRow("Flags to settle", must=True)
    QUESTION = "question", NeedRow("Wait for the author", must=False)
    UNDECIDED = "undecided", NeedRow("Still open", must=False)
    LOOK = "look", NeedRow("Worth a look", must=False)
    NOTE = "note", NeedRow("Notes on the story", must=False)


THE_AUTHOR = "the author"
"""Who answers questions where the article does not say who wrote it."""


class Sentence(NamedTuple):
    """A sentence of the article with the words in it that a thing is about: `before + words + after`, white space and all.

    `start` and `end` are where the words stand, in code points of the article's text.
    """

    before: str
    words: str
    after: str
    start: int
    end: int
    locator: str | None


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do: `what`, in words; about which claim and which words, where it is about any; by whom, and why they say so.

    `instead` has the words that are to stand in the place of those marked in the sentence, where that is sure. `waits_for` says who has to
    act. `sources` is the evidence that tells for or against a claim which is wrong or undecided.
    """

    need: Need
    what: str
    claim: Claim | None = None
    sentence: Sentence | None = None
    instead: str | None = None
    by: str | None = None
    at: datetime | None = None
    why: str | None = None
    waits_for: str | None = None
    sources: tuple[Evidence, ...] = ()


@once
def to_do(case: Case) -> list[Task]:
    """Everything that is to do, what must be done before the article runs first, each kind in the order of the article.

    A flag that is settled once the corrections are made is not told beside them.
    """
    agenda = _Agenda(case)
    tasks = [task for claim in case.claims for task in agenda.of_claim(claim)]
    asked = (Edit(task.sentence.start, task.sentence.end, task.instead) for task in tasks if task.sentence and task.instead is not None)
    tasks += [*agenda.of_sources(), *agenda.of_flags(Settling(case.article.text, asked)), *agenda.of_notes()]
    order = {need: at for at, need in enumerate(Need)}
    return sorted(tasks, key=lambda task: (order[task.need], task.sentence.start if task.sentence else len(case.article.text)))


class _Agenda:
    def __init__(self, case: Case) -> None:
        self._case = case
        self._sentences = Sentences(case.article)
        self._author = case.article.byline or THE_AUTHOR
        self._holders = ", ".join(one_line(one.to, 60) for one in case.holders) or None

    def of_claim(self, claim: Claim) -> Iterator[Task]:
        for wanted in claim.wanted:
            change = Change.from_correction(claim.text, wanted.correction or "")
            span = Span(start=claim.start + change.start, end=claim.start + change.end)
            told = replace(self._about(claim), need=Need.CHANGE, what=change.told, sentence=self._sentences.around(span))
            yield replace(told, instead=change.words if change.sure else None, by=wanted.by, at=wanted.at, why=wanted.note)
        undecided = []
        for aspect in claim.aspects:
            standing = claim.standing(aspect)
            if standing.row.alarming:
                yield from self._alarming(claim, aspect, f"{standing.value.capitalize()}{_that(aspect)}")
            elif standing.open and claim.part_of is None:
                undecided.append(aspect)
        if undecided:
            halves = " and ".join(aspect.row.that for aspect in undecided if aspect)
            yield replace(self._about(claim), what=f"Not decided{f': {halves}' if halves else ''}", waits_for=self._holders)
        for question in claim.questions:
            if question.is_open:
                asked = replace(self._about(claim), need=Need.QUESTION, what=question.words, waits_for=self._author, sources=())
                yield replace(asked, by=question.entry.by, at=question.entry.at)

    def _about(self, claim: Claim) -> Task:
        sources = tuple(item for item in claim.evidence if item.stance.row.tells)
        return Task(need=Need.UNDECIDED, what="", claim=claim, sentence=self._sentences.around(claim.span), sources=sources)

    def _alarming(self, claim: Claim, aspect: Aspect | None, what: str) -> Iterator[Task]:
        """What stands in the way of half a claim, unless everybody who found it wrong has said what to write instead."""
        standing = claim.standing(aspect)
        newest = {review.by: review for review in claim.reviews if review.verdict is not None and review.aspect == aspect}
        given = [review for review in newest.values() if standing.open or review.verdict is standing.verdict]
        why = "; ".join(review.note for review in given if review.note) or None
        if standing.open:
            differ = "; ".join(f"{review.verdict}: {review.by}" for review in given)
            yield replace(self._about(claim), need=Need.VERDICT, what=f"{what} ({differ})", why=why, waits_for=self._holders)
        elif not all((review.by, review.correction) in {(one.by, one.correction) for one in claim.wanted} for review in given):
            last = max(given, key=lambda review: review.at)
            yield replace(
                self._about(claim), need=Need.VERDICT, what=what, why=why, by=", ".join(review.by for review in given), at=last.at
            )

    def of_sources(self) -> Iterator[Task]:
        claims = {claim.id: claim for claim in self._case.claims}
        for one in Bearing(self._case).lacking():
            about = self._about(claims.get(one.quotation.claim, claims[one.claim]))
            yield replace(about, need=Need.SOURCE, what=one.told, sources=())

    def of_flags(self, settling: Settling) -> Iterator[Task]:
        for flag in self._case.open_flags:
            if settling.settles(flag):
                continue
            need = Need.FLAG if flag.severity.row.counts else Need.LOOK
            yield Task(need=need, what=flag.message, sentence=self._sentences.around(flag.spans[-1]) if flag.spans else None)

    def of_notes(self) -> Iterator[Task]:
        for thread in self._case.threads:
            if thread.open:
                note, *answers = thread.standing
                why = "; ".join(f"{answer.text} ({answer.by})" for answer in answers) or None
                yield Task(need=Need.NOTE, what=note.text or "", by=note.by, at=note.at, why=why)


def _that(aspect: Aspect | None) -> str:
    return f": {aspect.row.that}" if aspect else ""


class Change(NamedTuple):
    """Words in the place of others: what stands from `start` to `end`, in code points of the old words, becomes `words`.

    `sure` is false where a correction may be of all the old words or of a few: it is told beside them, and nothing is put in their place.
    """

    start: int
    end: int
    words: str
    sure: bool = True

    @classmethod
    def from_correction(cls, old: str, new: str) -> Change:
        """What a correction of `old` changes, by whole words: a reader writes it out in full, or from some word on to another.

        >>> Change.from_correction("will cut 36 of its 102 sailings", "will cut 39 of its 102 sailings")
        Change(start=9, end=11, words='39', sure=True)
        >>> Change.from_correction("The board will cut 36 of its 102 sailings", "cut 39 of its")
        Change(start=19, end=21, words='39', sure=True)
        >>> Change.from_correction("the old mill", "the mill")
        Change(start=4, end=7, words='', sure=True)
        >>> Change.from_correction("a mill by Ore", "a mill by the Ore")
        Change(start=7, end=9, words='by the', sure=True)
        >>> Change.from_correction("36 sailings", "no crossings")
        Change(start=0, end=11, words='no crossings', sure=True)
        >>> Change.from_correction("He fell. The mill burnt.", "The mill burnt.")
        Change(start=0, end=24, words='The mill burnt.', sure=True)
        >>> Change.from_correction("It opened in 1990.", "It opened in 1991.")
        Change(start=13, end=17, words='1991', sure=True)
        >>> Change.from_correction("a mill, they said", "a mill; they said")
        Change(start=2, end=7, words='mill;', sure=True)
        >>> Change.from_correction("The board will cut 36 of its 102 sailings", "39")
        Change(start=0, end=41, words='39', sure=False)
        """
        was, now = _WORD.findall(old), _WORD.findall(new.strip())
        bare, new_bare = [_bare(word) for word in was], [_bare(word) for word in now]
        if bare == new_bare:  # only the signs behind words are others
            bare, new_bare = [word.strip() for word in was], [word.strip() for word in now]
        window = _window(bare, new_bare)
        if window is None:
            return cls(0, len(old), new.strip(), sure=2 * len(now) >= len(was))
        first, last, kept, left = window
        if first + kept == last - left:  # words are only added: the one before them, or behind them, is told along
            kept, left = (kept - 1, left) if kept else (kept, left - 1)
        start, words = len("".join(was[: first + kept])), "".join(now[kept : len(now) - left]).rstrip()
        end = len("".join(was[: last - left]).rstrip())
        if words and words[-1] not in _STOPS:
            end = start + (len(old[start:end].rstrip(_STOPS)) or end - start)
        elif start and _stop_behind(words) == old[end - 1 : end]:
            words, end = words[:-1], end - 1
        return cls(start, end, words)

    @property
    def told(self) -> str:
        """What is to be done, on one line."""
        return f"Write “{one_line(self.words, 2000)}”" if self.words else "Leave this out"


def _window(was: list[str], now: list[str]) -> tuple[int, int, int, int] | None:
    """From which to which of the old words a correction is, and how many of them stay at its beginning and its end.

    None where nothing says: it neither begins with an old word nor ends with one, or has hardly any of them.
    """
    if not now:
        return None
    inside = range(1, len(was)) if len(was) * len(now) <= _MOST_COMPARED else range(0)
    starts = [0, *(at for at in inside if was[at] == now[0])]
    ends = [len(was), *(at for at in inside if was[at - 1] == now[-1])]
    found = []
    for first in starts:
        kept = _alike(was[first:], now)
        for last in (end for end in ends if end >= first + kept):
            left = _alike(was[first + kept : last][::-1], now[kept:][::-1])
            gone, come = last - first - kept - left, len(now) - kept - left
            anchored = (kept or first == 0) and (left or last == len(was))
            changes = gone or come or (first, last) == (0, len(was))
            if anchored and changes and 3 * (kept + left) >= last - first - 1 and ((kept and left) or gone <= 2 * come):
                found.append((kept + left, last - first, first, last, kept, left))
    if not found or max(found)[0] == 0:
        return None
    _, _, first, last, kept, left = max(found, key=lambda one: (one[0], -one[1]))
    return first, last, kept, left


def _stop_behind(words: str) -> str:
    """The stop behind words that is no part of the last of them: that of "in 1991.", not of "the U.S."."""
    return words[-1] if words and words[-1] in _STOPS and not _INITIALS.search(words) else ""


def _bare(word: str) -> str:
    return word.strip().rstrip(_STOPS)


def _alike(one: list[str], other: list[str]) -> int:
    """With how many words both begin."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class Sentences:
    """The sentences of an article by their place; each block is divided when it is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = [block.start for block in article.blocks]
        self._of_block = cache(lambda at: sentences_in(article.text, article.blocks[at]))

    def around(self, span: Span) -> Sentence:
        """The sentence, or the sentences of one block, in which a span stands; the span itself where it stands in no block."""
        text, at = self._article.text, bisect_right(self._starts, span.start) - 1
        inside = [one for one in self._of_block(at) if one.start < span.end and span.start < one.end] if at >= 0 else []
        start = min([span.start, *(one.start for one in inside)])
        end = max([span.end, *(one.end for one in inside)])
        locator = self._article.locator(span.start)
        return Sentence(text[start : span.start], text[span.start : span.end], text[span.end : end], span.start, span.end, locator)
