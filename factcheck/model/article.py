"""The article as it was read: its text, what each part of it is, and where and when it appeared."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from pydantic import AwareDatetime, Field, model_validator

from factcheck.model.address import Address
from factcheck.model.base import Kept, Model, Span
from factcheck.model.review import Evidence


class BlockRole(StrEnum):
    """What a part of the article is, in the trade's words.

    `table` is rows that are no sentences, `foreign` a passage in another language than English, and `note` a foot- or endnote of the
    writer's: they are shown, and not divided into claims.
    `furniture` is everything on the page that is not the article.
    """

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    TABLE = "table"
    FOREIGN = "foreign"
    NOTE = "note"
    FURNITURE = "furniture"


class Block(Span):
    """One paragraph, line or heading, and what it is. Blocks do not overlap and cover all text but white space."""

    role: BlockRole


class Landmark(Model):
    """Where in the text another page, chapter or time of the document begins: `at` in code points, `name` as one looks it up ("page 3")."""

    at: int
    name: str


class Off(Span):
    """A passage in which the article itself says that some checks are off, by their ids; all are where it names none."""

    checks: tuple[str, ...] = ()


class Remark(Span):
    """What somebody wrote beside words of the document that an article came in: who, what, and when, where the document says.

    `cites` are the sources that it names. `is_note` tells a writer's note or link, which only names sources, from a comment.
    `in_confidence` says that it tells of people who may not be named.
    """

    by: str
    words: str
    at: AwareDatetime | None = None
    cites: tuple[Evidence, ...] = ()
    is_note: bool = False
    in_confidence: bool = False


class LeftOut(Model):
    """Words of the source that no claim is made from: what they are, and why; where they are in the text, from `start` to `end`."""

    role: str
    words: str
    why: str
    start: int | None = None
    end: int | None = None


class Article(Kept):
    """An article as it was read.

    `text` is NFC with line ends of `\\n` and without lone surrogates; every offset anywhere is a code-point offset into it.
    `published` is an aware datetime where the text gives a zone, a naive one where it gives only a time of day, and
    a date where it gives only a day. `source` is the path or address it was read from, as it was given, but for what no file can
    hold (`kept_name`) and nobody should read (`without_login`). `off` has the passages in which checks are off.

    What tells of one reading only is not kept in a case: `remarks`, which become notes and evidence on its claims; `left_out`, what no
    claim is made from, which is None for an article that was not read anew; and `language`, the ISO 639 code of another language than
    English that it seems to be in.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    published: datetime | date | None = None
    place: str | None = None
    agency: str | None = None
    byline: str | None = None
    source: Address | None = None
    landmarks: tuple[Landmark, ...] = ()
    off: tuple[Off, ...] = ()
    remarks: tuple[Remark, ...] = Field(default=(), exclude=True)
    left_out: tuple[LeftOut, ...] | None = Field(default=None, exclude=True)
    language: str | None = Field(default=None, exclude=True)

    @model_validator(mode="after")
    def _blocks_lie_in_the_text(self) -> Article:
        at = 0
        for block in self.blocks:
            if block.start < at or block.end > len(self.text):
                raise ValueError(f"the {block.role} block at {block.start}:{block.end} overlaps another or lies outside the text")
            at = block.end
        return self

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of `text` in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def headline(self) -> str | None:
        """The words of the headline, or None when the article has none."""
        return next((self.words(block) for block in self.blocks if block.role is BlockRole.HEADLINE), None)

    def locator(self, offset: int) -> str | None:
        """Where an offset stands: "headline", or in a document that has such places "page 3", "0:01:15"; None for the text of any other."""
        nth = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if nth >= 0 and self.blocks[nth].role is BlockRole.HEADLINE and offset < self.blocks[nth].end:
            return BlockRole.HEADLINE.value
        at = bisect_right(self.landmarks, offset, key=lambda landmark: landmark.at)
        return self.landmarks[at - 1].name if at else None

    @property
    def published_day(self) -> date | None:
        """The calendar day of publication, in the zone that the article itself gives."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    def words(self, span: Span) -> str:
        """The words at `span`."""
        return self.text[span.start : span.end]

    def blocks_of(self, *roles: BlockRole) -> Iterator[Block]:
        """The blocks that have one of the roles, in the order of the text."""
        return (block for block in self.blocks if block.role in roles)
