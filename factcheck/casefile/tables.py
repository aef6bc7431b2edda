"""A case as the tables of its file, by the columns that each of them has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from factcheck.casefile.columns import Columns
from factcheck.casefile.keys import ARTICLE, CLAIM, TEXT
from factcheck.casefile.toml import Path, Table, plain
from factcheck.model import Article, Claim


def table_of(columns: Columns, value: Any, rest: Mapping[str, Any] | None = None) -> Table:
    """The table of a value: the keys that are known, those that are not (`rest`, or its own), then tables. Absent is left out."""
    known: Table = {}
    last: Table = {}
    for column in columns:
        part = getattr(value, column.part) if column.part else value
        if part is None:
            continue
        if column.is_place:
            if column.apart and (part.start, part.end) == (value.start, value.end):
                continue
            held = part
        else:
            held = getattr(part, column.names[0])
            if held is None or held == column.usual:
                continue
        if column.entries is not None:
            last[column.key] = [table_of(column.entries, entry) for entry in held]
        else:
            (last if column.last else known)[column.key] = column.form.write(held)
    return known | (unknown(value) if rest is None else plain(rest)) | last


def unknown(model: BaseModel) -> Table:
    """The keys that this version does not know, as they came; of a case, its `text` holds those of the `[text]` table."""
    extra = model.__pydantic_extra__
    return {plain(k): plain(v) for k, v in extra.items() if v is not None} if extra else {}


def claim_table(claim: Claim) -> Table:
    """A `[[claims]]` table, flat, with the lists `reviews` and `evidence`, which are tables of their own."""
    return table_of(CLAIM, claim)


def article_table(article: Article) -> Table:
    """The `[article]` table: what a reader wants to know first."""
    return table_of(ARTICLE, article)


def text_table(article: Article, rest: Mapping[str, Any]) -> Table:
    """The `[text]` table: the article's words, what each part of them is, and keys that this version does not know (`rest`)."""
    return table_of(TEXT, article, rest)


def stands(claim: Claim, text: str) -> Path | None:
    """None when every place of the claim names the words that stand there in `text`; else the key that does not."""
    for column in CLAIM.places:
        place = getattr(claim, column.part) if column.part else claim
        if place is not None and (text[place.start : place.end] != place.text or place.end > len(text)):
            return (column.key,)
    return ("content_at",) if any(span.end > len(text) for span in claim.content) else None
