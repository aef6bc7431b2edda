"""What the checks look at: the article's own words without furniture, who is in it, its dates and figures, each worked out once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from factcheck.checking.amounts import Amount, amounts
from factcheck.checking.words import PLAIN_WORD, Word, stem, words_of
from factcheck.language.sentences import sentences_in
from factcheck.model import NO_HOUSE, Article, Block, BlockRole, Claim, DateValue, Entity, EntityKind, Figure, House, How, Span, Words
from factcheck.values import find_dates, find_figures

T = TypeVar("T", bound=Words)

LOOKED_AT = (BlockRole.HEADLINE, BlockRole.STANDFIRST, BlockRole.DATELINE, BlockRole.BODY, BlockRole.CAPTION)

LONGEST_HEADLINE = 120
"""No headline has more code points."""

OPENING = 2
"""A story says in so many paragraphs what it tells of, where, and of whom."""

FEWEST = 4
"""In fewer parts than these, a short first line may be all there is."""


@dataclass(frozen=True)
class CheckContext:
    """An article with its claims and its entities, and what the checks ask of them. Offsets are code points into the article's text.

    Whether two names are of one person is for the entities to say, and never decided by a check.
    """

    article: Article
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...] = ()
    house: House = NO_HOUSE

    @property
    def text(self) -> str:
        """The whole text of the article."""
        return self.article.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The parts of the article that are checked, in order."""
        return tuple(self.article.blocks_of(*LOOKED_AT))

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The paragraphs of the body and the captions, in order."""
        return tuple(self.article.blocks_of(BlockRole.BODY, BlockRole.CAPTION))

    @cached_property
    def opening(self) -> tuple[Block, ...]:
        """The first paragraphs below the headline, which say what the story tells of."""
        return tuple(
            block for block in self.blocks if block.role not in (BlockRole.HEADLINE, BlockRole.DATELINE) and block != self.headline
        )[:OPENING]

    @cached_property
    def headline(self) -> Block | None:
        """The headline; where none was told from the story, its first line when that is short and more follows it."""
        known = next(iter(self.article.blocks_of(BlockRole.HEADLINE)), None)
        if known is not None or len(self.blocks) < FEWEST:
            return known
        first = self.blocks[0]
        return first if first.end - first.start <= LONGEST_HEADLINE and first.role is BlockRole.BODY else None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the parts that are checked, in order."""
        return tuple(word for block in self.blocks for word in words_of(self.text, block))

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def neighbours(self, word: Word) -> tuple[Word | None, Word | None]:
        """The words before and after a word in its paragraph, where nothing but white space stands between."""
        at = bisect_right(self._word_starts, word.start) - 1
        before = self.words[at - 1] if at else None
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        return (
            before if before and self._joined(before, word) else None,
            after if after and self._joined(word, after) else None,
        )

    def _joined(self, first: Word, second: Word) -> bool:
        between = self.text[first.end : second.start]
        return len(between) <= 3 and between.isspace() and "\n" not in between

    @cached_property
    def spellings(self) -> dict[str, list[Word]]:
        """The places of each capitalised word, leaving out words inside addresses and handles and words marked [sic]."""
        places: dict[str, list[Word]] = defaultdict(list)
        for word in self.words:
            if word.text[0].isupper() and not word.loose:
                places[word.text].append(word)
        return dict(places)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the parts that are checked, in order."""
        return tuple(span for block in self.blocks for span in sentences_in(self.text, block))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence in which a word of the parts that are checked stands."""
        return self.sentences[bisect_right(self._sentence_starts, offset) - 1]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the parts that are checked: those of the claims, or where no claims are given, all that stand there."""
        own = [claim.figure for claim in self.claims if claim.figure is not None]
        return self._looked_at(own if self.claims else find_figures(self.text))

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The figures of all parts that are checked, as they can be compared."""
        return amounts(self)

    @cached_property
    def dates(self) -> tuple[DateValue, ...]:
        """The time expressions of the parts that are checked: those of the claims, or where no claims are given, all that stand there."""
        own = [claim.date for claim in self.claims if claim.date is not None]
        return self._looked_at(own if self.claims else find_dates(self.text, self.article.published))

    def _looked_at(self, found: Iterable[T]) -> tuple[T, ...]:
        return tuple(sorted((each for each in found if self.block_at(each.start) is not None), key=lambda each: (each.start, -each.end)))

    @cached_property
    def people(self) -> tuple[Entity, ...]:
        """The people of the article, in the order in which it first names them."""
        return tuple(entity for entity in self.entities if entity.kind is EntityKind.PERSON)

    def named_at(self, offset: int) -> Entity | None:
        """The entity whose name stands at an offset, or None."""
        nth = bisect_right(self._names, offset, key=lambda name: name[0]) - 1
        return self._names[nth][2] if nth >= 0 and offset < self._names[nth][1] else None

    @cached_property
    def _names(self) -> list[tuple[int, int, Entity]]:
        named = [(m.start, m.end, entity) for entity in self.entities for m in entity.mentions if m.how is How.NAME]
        return sorted(named, key=lambda name: name[:2])

    def people_between(self, start: int, end: int) -> list[Entity]:
        """The people who are mentioned, by name, role or pronoun, between two offsets, each once, in the order of the text."""
        low = bisect_left(self._people_named, start, key=lambda found: found[0])
        high = bisect_left(self._people_named, end, key=lambda found: found[0])
        return [self.people[n] for n in dict.fromkeys(n for _, n in self._people_named[low:high])]

    @cached_property
    def _people_named(self) -> list[tuple[int, int]]:
        return sorted((mention.start, n) for n, person in enumerate(self.people) for mention in person.mentions)

    def stems_beside(self, place: Span, count: int, reach: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The stems of the words before a place and of those behind it, up to `count` each, the nearest first.

        None is farther off than `reach` code points, or in another sentence.
        """
        sentence = self.sentence_at(place.start)
        before = self.text[max(sentence.start, place.start - reach) : place.start]
        after = self.text[place.end : min(sentence.end, place.end + reach)]
        left, right = ([stem(match[0]) for match in PLAIN_WORD.finditer(words)] for words in (before, after))
        return tuple(reversed(left))[:count], tuple(right[:count])

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The part that is checked in which an offset lies, or None."""
        nth = bisect_right(self._block_starts, offset) - 1
        return self.blocks[nth] if nth >= 0 and offset < self.blocks[nth].end else None

    def in_headline(self, place: Word | Words) -> bool:
        """Whether a place is in the headline."""
        block = self.block_at(place.start)
        return block is not None and block.role is BlockRole.HEADLINE

    def at(self, start: int, end: int) -> Words:
        """The words from `start` to `end`, for a flag."""
        return Words.at(self.text, start, end)

    def spans(self, words: Iterable[Word]) -> tuple[Words, ...]:
        """The places of some words in the order of the text, for a flag."""
        return tuple(self.at(word.start, word.end) for word in sorted(words, key=lambda w: w.start))

    def beside(self, span: Span, count: int = 2) -> tuple[str, ...]:
        """Up to `count` words before a place and as many after it, inside its paragraph."""
        block = self.block_at(span.start) or span
        first = bisect_right(self._word_starts, span.start - 1)
        after = bisect_right(self._word_starts, span.end - 1)
        near = (*self.words[max(0, first - count) : first], *self.words[after : after + count])
        return tuple(word.text for word in near if block.start <= word.start < block.end)
