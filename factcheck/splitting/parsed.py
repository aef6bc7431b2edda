"""An article with its sentences, their quotations and their parses: what attributions and clauses are read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.language.quotation_marks import Quotation, find_quotations
from factcheck.language.sentences import SPLIT_ROLES, article_sentences
from factcheck.model import Article, Attribution, Span
from factcheck.splitting.headlines import headlines, in_plain_letters
from factcheck.splitting.labels import Turn, Turns, find_turns
from factcheck.splitting.parser import trees

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token, Tree

LONGEST = 1500
"""Code points that are parsed at once; a longer sentence is parsed in pieces, so that no text makes the parser slow."""

BATCH = 64
"""Articles whose sentences go through the pipeline together."""


@dataclass(frozen=True)
class Sentence:
    """One sentence with its parse. Tokens count from the sentence's start; the methods give offsets into the article.

    `label` is what stands before it and is no part of it: a speaker's label, the time of an entry. `spoken` says that all of
    it is speech under such a label.
    """

    span: Span
    block: int
    tree: Tree = field(repr=False)
    quotations: tuple[Quotation, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)
    label: Span | None = None
    spoken: bool = False

    def start_of(self, token: Token) -> int:
        """Where the token starts in the article."""
        return self.span.start + token.idx

    def end_of(self, token: Token) -> int:
        """Where the token ends in the article."""
        return self.span.start + token.idx + len(token.text)

    def span_of(self, token: Token) -> Span:
        """Where the token stands in the article."""
        return Span(start=self.start_of(token), end=self.end_of(token))

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that start between two offsets into the article."""
        low = bisect_left(self._starts, start - self.span.start)
        high = bisect_left(self._starts, end - self.span.start)
        return [self.tree[i] for i in range(low, high)]

    def quoted_at(self, offset: int) -> bool:
        """Whether the character at an offset into the article stands inside quotation marks, or in speech under a label."""
        return self.spoken or any(q.inner.start <= offset < q.inner.end for q in self.quotations)

    def in_quotation(self, token: Token) -> bool:
        """Whether the token stands inside quotation marks, or in speech under a label."""
        return self.quoted_at(self.start_of(token))


@dataclass(frozen=True)
class Parsed:
    """An article and its sentences, in order. Its headlines stand apart: nobody is quoted or named first in them."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    turns: Turns = field(default_factory=Turns)
    headlines: tuple[Sentence, ...] = ()

    @property
    def above(self) -> Parsed:
        """The headlines by themselves, to be read as sentences are."""
        return Parsed(self.article, self.headlines, tuple(q for headline in self.headlines for q in headline.quotations))


def with_attributions(sentences: Iterable[Sentence], attributions: Iterable[Attribution]) -> Iterator[tuple[Sentence, list[Attribution]]]:
    """Each sentence, as they stand in the order of the text, with the attributions that touch it."""
    coming, touching = deque(sorted(attributions, key=lambda a: a.start)), list[Attribution]()
    for sentence in sentences:
        touching = [a for a in touching if a.end > sentence.span.start]
        while coming and coming[0].start < sentence.span.end:
            begun = coming.popleft()
            if begun.end > sentence.span.start:
                touching.append(begun)
        yield sentence, touching


OnProgress = Callable[[int, int], None]
"""Told how many sentences are parsed, of how many. What it raises ends the work."""


def unwatched(_done: int, _of: int) -> None:
    """Told when nobody waits."""


def parse(article: Article, on_progress: OnProgress = unwatched) -> Parsed:
    """The article with its sentences parsed. Raises FactcheckError when no language model can be loaded."""
    return next(_parse_batch([article], on_progress))


def parse_many(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Each article parsed, in order, in batches over one pipeline; no more than a batch is held at a time."""
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield from _parse_batch(batch)


def _parse_batch(articles: list[Article], on_progress: OnProgress = unwatched) -> Iterator[Parsed]:
    turns = [find_turns(article) for article in articles]
    bounds = [list(_bounds(article, found)) for article, found in zip(articles, turns, strict=True)]
    pieces = (article.text[span.start : span.end] for article, spans in zip(articles, bounds, strict=True) for _, span, _ in spans)
    above = [list(headlines(article)) for article in articles]
    heads = trees(in_plain_letters(article, span) for article, spans in zip(articles, above, strict=True) for span in spans)
    parses = trees(pieces)
    for article, spans, found, over in zip(articles, bounds, turns, above, strict=True):
        paragraphs = [Span(start=b.start, end=b.end) for b in article.blocks if b.role in SPLIT_ROLES]
        quotations = find_quotations(article.text, paragraphs)
        sentences, waiting = [], 0
        for (block, span, turn), tree in zip(spans, islice(parses, len(spans)), strict=True):
            while waiting < len(quotations) and quotations[waiting].outer.end <= span.start:
                waiting += 1
            here = tuple(q for q in islice(quotations, waiting, waiting + 200) if q.outer.overlaps(span))
            label = turn.label if turn is not None and turn.start == span.start else None
            spoken = turn is not None and turn.speaker is not None
            sentences.append(Sentence(span, block, tree, here, tuple(t.idx for t in tree), label, spoken))
            on_progress(len(sentences), len(spans))
        yield Parsed(article, tuple(sentences), tuple(quotations), found, tuple(_headline(article, span, next(heads)) for span in over))


def _headline(article: Article, span: Span, tree: Tree) -> Sentence:
    block = next(number for number, b in enumerate(article.blocks) if b.start <= span.start < b.end)
    return Sentence(span, block, tree, tuple(find_quotations(article.text, [span])), tuple(t.idx for t in tree))


def _bounds(article: Article, turns: Turns) -> Iterator[tuple[int, Span, Turn | None]]:
    """The pieces that are parsed, each with its block and its turn; labels are left out, but for those with no words behind them."""
    for block, span in article_sentences(article):
        turn = turns.at(span.start)
        start = max(span.start, turn.start) if turn is not None else span.start
        if turn is not None and not any(map(str.isalnum, article.text[start : span.end])):
            start = span.start
        if start < span.end:
            for piece in _bounded(article.text, Span(start=start, end=span.end)):
                yield block, piece, turn


_SEMICOLON = re.compile(r"[^\W\d_][^;:(\[“”\"]{11,399};\s{1,3}(?=(?P<rest>[^;:(\[“”\"]{12,400}$))")
"""Two clauses with one semicolon between them and no quotation in either."""

_FINITE = words("small_words", "finite")
_VERBS = cues.SAYING | cues.RECKONING


def _is_finite(clause: str) -> bool:
    return any(word in _FINITE or word.endswith("ed") or word.removesuffix("s") in _VERBS for word in clause.lower().split())


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """The span, or pieces of it that are short enough to parse well, cut at white space where there is any.

    "Ann says it is dead; Bo says it sleeps" is two, since the parser takes the subject of the one for the other's.
    """
    start = span.start
    two = _SEMICOLON.match(text, span.start, span.end)
    if two is not None and all(map(_is_finite, (two[0], two["rest"]))):
        yield Span(start=start, end=two.end())
        start = two.end()
    while span.end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield Span(start=start, end=cut)
        start = cut
    yield Span(start=start, end=span.end)
