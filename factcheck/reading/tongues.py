"""Which parts of an article are in another language than English, and whether all of it is: only English is divided into claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.language.detection import language_name, language_of
from factcheck.model import Article, Block, BlockRole, FactcheckError, LeftOut

ENGLISH = "en"

_LOOKED_AT = (BlockRole.HEADLINE, BlockRole.STANDFIRST, BlockRole.BODY, BlockRole.CAPTION)
_PASSAGE = 60
"""Characters of a line of plain letters from which on it can be a passage of its own; fewer are names, titles and calls."""
_MORE = 2
"""How many times as many words of an article are in another language as in English, when the article is."""


def with_tongues(article: Article, declared: str | None) -> Article:
    """The article with its language, where that is not English; else with its foreign passages as blocks of their own role.

    `declared` is what its document says of its language (a BCP 47 tag); the words count for more.
    """
    headline = next(article.blocks_of(BlockRole.HEADLINE), None)
    each = [None if block == headline or block.role not in _LOOKED_AT else _passage(article.words(block)) for block in article.blocks]
    foreign = _language(article, each, declared)
    if foreign is not None:
        return article.model_copy(update={"language": foreign})
    strange = [(block, tongue) for block, tongue in zip(article.blocks, each, strict=True) if tongue not in (None, ENGLISH)]
    if not strange:
        return article
    there = {block for block, _ in strange}
    blocks = tuple(Block(role=BlockRole.FOREIGN, start=b.start, end=b.end) if b in there else b for b in article.blocks)
    left_out = sorted((*(article.left_out or ()), *(_left_out(article, *one) for one in strange)), key=lambda left: left.start or 0)
    return article.model_copy(update={"blocks": blocks, "left_out": tuple(left_out)})


def _passage(words: str) -> str | None:
    return language_of(words) if len(words) >= _PASSAGE or not words.isascii() else None


def _language(article: Article, each: Sequence[str | None], declared: str | None) -> str | None:
    """The language of the whole, where that is not English: the one of most of its words; where no part tells, of all together."""
    words: Counter[str] = Counter()
    for block, tongue in zip(article.blocks, each, strict=True):
        if tongue is not None:
            words[tongue] += block.end - block.start
    if words.total() > words[ENGLISH]:  # what is short counts, too, where it is to be weighed
        short = (block for block, tongue in zip(article.blocks, each, strict=True) if tongue is None and block.role in _LOOKED_AT)
        words[ENGLISH] += sum(block.end - block.start for block in short if language_of(article.words(block)) == ENGLISH)
    if not words:
        tongue = language_of(" ".join(article.words(block) for block in article.blocks if block.role is not BlockRole.FURNITURE), declared)
        return None if tongue == ENGLISH else tongue
    others = words.total() - words[ENGLISH]
    return max((tongue for tongue in words if tongue != ENGLISH), key=words.__getitem__) if others > _MORE * words[ENGLISH] else None


def _left_out(article: Article, block: Block, tongue: str | None) -> LeftOut:
    why = f"is in {language_name(tongue or '')}, and only English is divided into claims"
    return LeftOut(role=BlockRole.FOREIGN, words=article.words(block), why=why, start=block.start, end=block.end)


def refuse_foreign(article: Article, shown: str) -> Article:
    """The article, which `shown` names, unless it is in another language. Raises FactcheckError, in one sentence, for one that is."""
    if article.language is None:
        return article
    raise FactcheckError(
        f"{shown} seems to be in {language_name(article.language)}, and only English is understood, so the results would be wrong; "
        "to read it as English all the same, give --language en."
    )
