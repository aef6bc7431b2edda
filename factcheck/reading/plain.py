"""Plain text as an article: its paragraphs, what each of them is, and what it says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from factcheck.model import Article, Block, LeftOut
from factcheck.reading.breaks import without_breaks
from factcheck.reading.labels import without_labels
from factcheck.reading.paragraphs import find_paragraphs
from factcheck.reading.parts import Part
from factcheck.reading.roles import Page
from factcheck.reading.tongues import with_tongues


def read_plain(text: str, published: date | datetime | None, source: str | None) -> Article:
    """The article in a plain text that is in normal form already."""
    parts = [Part(start, end, text[start:end]) for start, end in find_paragraphs(text)]
    return make_article(text, parts, published, source)


def make_article(
    text: str, parts: Sequence[Part], published: date | datetime | None, source: str | None, declared: str | None = None
) -> Article:
    """The article that these parts of a text make up.

    `published` wins over what the parts say; `declared` is the language that the document says it is in (a BCP 47 tag).
    """
    page = Page(without_labels(without_breaks(parts)))
    facts = page.facts
    article = Article(
        text=text,
        blocks=tuple(Block(role=role, start=start, end=end) for role, start, end in page.blocks()),
        published=published if published is not None else facts.published(),
        place=facts.place,
        agency=facts.agency,
        byline=facts.byline,
        source=source,
        left_out=tuple(
            LeftOut(role=role, words=text[start:end], why=why, start=start, end=end) for role, start, end, why in page.left_out()
        ),
    )
    return with_tongues(article, declared)
