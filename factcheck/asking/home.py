"""One of our claims as the place in which a model's claims stand: which words are its own, and where a claim in it may begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.asking.gists import JOINTS, Word, denials, plain_words, words_in
from factcheck.language.lexicon import words
from factcheck.language.quotation_marks import find_quotations
from factcheck.language.sentences import article_sentences
from factcheck.model import Article, Claim, Span
from factcheck.values import resolved_day

_BOUNDS = words("wordings", "bounds")
_LINKS = frozenset(("that", "which", "who"))
"""Words that open a clause and are of it."""
_PARTING = re.compile(r"\s[,;:()\"“”„«»–—-]|[,;:()\"“”„«»–](?=\s)|—")
"""Marks between two words that part what stands beside them: takes `, `, ` "`, ` - `, `—`, not the `,` of `3,400` or the `.` of `U.S. `."""
_AT_ENDS = " \n,;"


@dataclass(frozen=True)
class Home:
    """One of our claims, with its names, dates and figures (`parts`), the smaller claims inside it, the quotations that it has words of,
    and the words of its sentence in small letters.
    """

    article: Article
    claim: Claim
    parts: tuple[Claim, ...]
    inside: tuple[Span, ...]
    quotations: tuple[Span, ...]
    sentence: tuple[str, ...]

    def runs(self, span: Span) -> tuple[Span, ...]:
        """What of a span in the claim belongs to no smaller claim inside it."""
        at, runs = span.start, list[Span]()
        for inner in self.inside:
            if inner.overlaps(span):
                runs.append(Span(start=at, end=max(at, inner.start)))
                at = max(at, min(inner.end, span.end))
        runs.append(Span(start=at, end=span.end))
        return tuple(_trimmed(self.article.text, run) for run in runs if words_in(self.article.text, run))

    def own(self, span: Span) -> list[Word]:
        """The words at a span that belong to no smaller claim."""
        return [word for run in self.runs(span) for word in words_in(self.article.text, run)]

    def words(self, span: Span) -> str:
        """The text at a span that belongs to no smaller claim."""
        return " ".join(map(self.article.words, self.runs(span)))

    def widened(self, place: Span) -> Span:
        """A place with the `that` or `who` before it, and up to the ends of the claim where only marks stand between: what are the same
        words to a reader are then the same claim.
        """
        there = words_in(self.article.text, self.claim.span)
        before = [word for word in there if word.end <= place.start]
        if before and before[-1].plain in _LINKS:
            place = Span(start=before.pop().start, end=place.end)
        return Span(
            start=place.start if before else self.claim.start,
            end=place.end if any(word.end > place.end for word in there) else self.claim.end,
        )

    def parts_in(self, span: Span) -> Iterator[Claim]:
        """The names, dates and figures that have something of a span."""
        return (part for part in self.parts if span.overlaps(part.span))

    def days(self, span: Span) -> dict[int, str]:
        """What the days at a span mean, where nobody is quoted, by the offsets at which they end."""
        free = [part for part in self.parts_in(span) if not any(quotation.contains(part.span) for quotation in self.quotations)]
        return {part.end: day for part in free if part.date is not None and (day := resolved_day(part.date)) is not None}

    def is_said(self, span: Span) -> bool:
        """Whether a span has some of what somebody is said to have said, or says that somebody did, rather than tell who that is."""
        said = (*self.claim.content, *((self.claim.cue,) if self.claim.cue else ()))
        return self.claim.attributed and any(span.overlaps(place) for place in said)

    def is_whole(self, span: Span) -> bool:
        """Whether a claim at a span begins and ends where one may, and cuts no name, date, figure or quotation."""
        own = self.own(span)
        if not own or own[-1].plain in JOINTS or not (self._begins(own[0]) and self._ends(own[-1])):
            return False
        cut = any(not span.contains(part.span) for part in self.parts_in(span))
        return not cut and not any(self._cuts(span, quotation) for quotation in self.quotations if quotation.overlaps(span))

    def denied_after(self, at: int) -> Counter[str]:
        """What the claim denies after an offset: of what comes before, a clause of its own, that denies nothing.

        What stands outside of the words that somebody is said to have said denies all of them: `…, she denied`.
        """
        end = self.claim.content[-1].end if self.claim.content else at
        return denials(self.words(Span(start=at, end=max(at, end))))

    def _begins(self, word: Word) -> bool:
        before = [other for other in words_in(self.article.text, self.claim.span) if other.end <= word.start]
        return not before or word.plain in _BOUNDS or before[-1].plain in _BOUNDS or self._parted(before[-1], word)

    def _ends(self, word: Word) -> bool:
        after = [other for other in words_in(self.article.text, self.claim.span) if other.start >= word.end]
        return not after or after[0].plain in _BOUNDS or self._parted(word, after[0])

    def _parted(self, left: Word, right: Word) -> bool:
        """Whether a mark between two words parts what they belong to."""
        return _PARTING.search(self.article.text, left.end, right.start) is not None

    def _cuts(self, span: Span, quotation: Span) -> bool:
        """Whether a span has only some of the words that the claim has of a quotation."""
        both = Span(start=max(quotation.start, self.claim.start), end=min(quotation.end, self.claim.end))
        said = words_in(self.article.text, both)
        return bool(said) and not (span.start <= said[0].start and said[-1].end <= span.end)


class Homes:
    """Our claims of an article, to be found by the words that stand in them."""

    def __init__(self, article: Article, ours: Sequence[Claim]) -> None:
        self._article = article
        self._blocks = [block.start for block in article.blocks]
        self._sentences = [sentence for _, sentence in article_sentences(article)]
        parts, near = defaultdict[str, list[Claim]](list), defaultdict[int, list[Claim]](list)
        quotations = defaultdict[int, list[Span]](list)
        for quotation in (q.outer for q in find_quotations(article.text, article.blocks) if q.depth == 0):
            quotations[self._block(quotation)].append(quotation)
        for claim in ours:
            if claim.part_of is not None:
                parts[claim.part_of].append(claim)
            else:
                near[self._block(claim.span)].append(claim)
        self._in_block = {
            number: [self._home(claim, parts[claim.id], claims, quotations[number]) for claim in claims] for number, claims in near.items()
        }

    def all(self) -> Iterator[Home]:
        """Each of them."""
        return (home for homes in self._in_block.values() for home in homes)

    def around(self, place: Span) -> Home | None:
        """The smallest in which a place lies."""
        near = self._in_block.get(self._block(place), ())
        return min((h for h in near if h.claim.span.contains(place)), key=lambda h: h.claim.end - h.claim.start, default=None)

    def _block(self, place: Span) -> int:
        return bisect_right(self._blocks, place.start)

    def _home(self, claim: Claim, parts: Sequence[Claim], near: Sequence[Claim], quotations: Sequence[Span]) -> Home:
        number = bisect_right(self._sentences, claim.start, key=lambda sentence: sentence.start)
        sentence = self._article.words(self._sentences[number - 1]) if number else claim.text
        return Home(
            self._article,
            claim,
            tuple(parts),
            tuple(other.span for other in near if claim.span.contains(other.span) and claim.span != other.span),
            tuple(quotation for quotation in quotations if quotation.overlaps(claim.span)),
            tuple(plain_words(f"{sentence} {claim.in_context}")),
        )


def _trimmed(text: str, run: Span) -> Span:
    """A run of words without the white space and the commas at its ends."""
    words = text[run.start : run.end]
    return Span(start=run.end - len(words.lstrip(_AT_ENDS)), end=run.start + len(words.rstrip(_AT_ENDS)))
