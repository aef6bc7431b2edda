"""What an article says that no claim holds: names, numbers, dates and quotations that nobody will be asked to check."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.quotation_marks import find_quotations
from factcheck.model import Article, Block, Case, How, Span, Words
from factcheck.model.base import joined
from factcheck.model.coverage import READ
from factcheck.values import find_dates, find_figures


@dataclass(frozen=True)
class Loose:
    """Something to check that is in no claim and was not let pass: what it is, and its words."""

    what: str
    words: Words


def loose(case: Case) -> list[Loose]:
    """Every name, number, date and quotation of the article that is in no claim and that no waiver covers, in the order of the text.

    Furniture, notes, bylines and datelines are not looked at. Of things that overlap, the longest is told.
    """
    article = case.article
    covered = joined([*((c.start, c.end) for c in case.claims), *((w.start, w.end) for w in case.waivers)])
    starts = [start for start, _ in covered]
    blocks = list(article.blocks_of(*READ))
    found = (
        Loose(what, Words.at(article.text, span.start, span.end))
        for what, span in _all(case, article, blocks)
        if _in_block(span, blocks) and not _touches(span, covered, starts)
    )
    told: list[Loose] = []
    for one in sorted(found, key=lambda one: (one.words.start, -one.words.end)):
        if not told or one.words.start >= told[-1].words.end:
            told.append(one)
    return told


def _all(case: Case, article: Article, blocks: list[Block]) -> Iterator[tuple[str, Span]]:
    yield from (("quotation", quotation.outer) for quotation in find_quotations(article.text, blocks) if not quotation.depth)
    yield from (("name", mention) for entity in case.entities for mention in entity.mentions if mention.how is How.NAME)
    yield from (("date", date) for date in find_dates(article.text, article.published))
    yield from (("number", figure) for figure in find_figures(article.text))


def _in_block(span: Span, blocks: list[Block]) -> bool:
    nth = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return nth >= 0 and span.start < blocks[nth].end


def _touches(span: Span, covered: list[tuple[int, int]], starts: list[int]) -> bool:
    """Whether any of the words is covered."""
    nth = bisect_right(starts, span.end - 1) - 1
    return nth >= 0 and covered[nth][1] > span.start
