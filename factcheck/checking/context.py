"""What the checks look at: the article's own words without furniture, its names and its dates, each worked out once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from factcheck.model import Article, Block, BlockRole, Claim, DateValue, Words
from factcheck.values import find_dates

LOOKED_AT = (BlockRole.HEADLINE, BlockRole.STANDFIRST, BlockRole.BODY, BlockRole.CAPTION)

_WORD = re.compile(r"[^\W\d_]{1,60}(?:['’-][^\W\d_]{1,60}){0,4}")
"""A word with its hyphens and apostrophes: takes `Jong-un` and `O'Neill`, not `2019`."""


@dataclass(frozen=True)
class Word:
    """A word of the article, without a possessive ending; `opens` says that it starts a sentence or a quotation."""

    text: str
    start: int
    end: int
    opens: bool
    shouted: bool


@dataclass(frozen=True)
class Context:
    """An article with its claims, and what the checks ask of it."""

    article: Article
    claims: tuple[Claim, ...]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The parts of the article that are checked."""
        return tuple(self.article.blocks_of(*LOOKED_AT))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of those parts, in order."""
        return tuple(word for block in self.blocks for word in self._words_of(block))

    def _words_of(self, block: Block) -> list[Word]:
        text = self.article.text
        letters = [c for c in text[block.start : block.end] if c.isalpha()]
        shouted = len(letters) > 12 and sum(c.isupper() for c in letters) > 0.6 * len(letters)
        found = []
        for match in _WORD.finditer(text, block.start, block.end):
            word, start = match[0], match.start()
            for ending in ("'s", "’s", "'S", "’S"):
                word = word.removesuffix(ending)
            before = text[max(block.start, start - 4) : start].rstrip()
            opens = not before or before[-1] in ".!?:;\"“‘'([•*-—–"
            found.append(Word(word, start, start + len(word), opens, shouted))
        return found

    @cached_property
    def spellings(self) -> dict[str, list[Word]]:
        """The places where each capitalised word stands, without the parts that are all in capitals."""
        places: dict[str, list[Word]] = defaultdict(list)
        for word in self.words:
            if word.text[0].isupper() and not word.shouted:
                places[word.text].append(word)
        return dict(places)

    @cached_property
    def dates(self) -> tuple[DateValue, ...]:
        """The time expressions of those parts."""
        parts = [(block.start, block.end) for block in self.blocks]
        found = find_dates(self.article.text, self.article.published)
        return tuple(d for d in found if any(start <= d.start and d.end <= end for start, end in parts))

    def at(self, start: int, end: int) -> Words:
        """The words from `start` to `end`, for a flag."""
        return Words.at(self.article.text, start, end)

    def spans(self, words: list[Word]) -> tuple[Words, ...]:
        """The places of some words, for a flag."""
        return tuple(self.at(word.start, word.end) for word in words)


def times(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
