"""Claims, reviews, evidence and articles as the flat tables of a case file: its keys, and what each holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from factcheck.model import (
    Article,
    Case,
    Change,
    Claim,
    DateKind,
    Dismissal,
    Evidence,
    Quotation,
    Review,
    ReviewRole,
    SignOff,
    Source,
    Span,
    Words,
    one_line,
)

Table = dict[str, Any]
"""What TOML holds in one table: keys in order, and values as tomllib gives them."""

Path = tuple[str | int, ...]
"""Where something stands in a document: keys, and numbers into arrays, from the outside in."""

REVIEW_KEYS = ("verdict", "aspect", "by", "at", "role", "note", "correction", "question", "judged", "blind")
EVIDENCE_KEYS = (
    "url", "source", "title", "stance", "level", "quote", "locator", "accessed",
    "added_by", "added_at",
)  # fmt: skip
FETCHED_KEYS = ("status", "fetched", "address", "title", "publisher", "author", "dated", "sha256", "kept", "archive", "quotations")
"""What came of fetching a source: taken from one side or the other of a merge as a whole."""
SOURCE_KEYS = ("url", "name", "confidential", "text_of", *FETCHED_KEYS)
QUOTATION_KEYS = ("claim", "quote", "match", "found", "at", "remarks")
SIGNOFF_KEYS = ("action", "by", "at", "note", "seal")
DISMISSAL_KEYS = ("fingerprint", "check", "by", "at", "reason")
ARTICLE_KEYS = ("source", "published", "place", "agency", "byline")
CLAIM_KEYS = {
    "id": "id", "kind": "kind", "text": "text", "gist": "gist",
    "speaker": "speaker.text", "speaker_name": "speaker.name", "speaker_title": "speaker.title", "cue": "cue.text", "mode": "mode",
    "at": "at", "speaker_at": "speaker.at", "cue_at": "cue.at", "content_at": "content", "part_of": "part_of",
    "date": "date.value", "date_kind": "date.kind", "date_mod": "date.mod", "earliest": "date.earliest", "latest": "date.latest",
    "told_from": "date.anchor", "date_by": "date.set_by", "date_at": "date.at",
    "figure": "figure.value", "figure_high": "figure.high", "unit": "figure.unit", "change": "figure.change",
    "figure_by": "figure.set_by", "figure_at": "figure.at",
    "checkable": "checkable", "reason": "reason", "made_by": "made_by", "was": "was",
}  # fmt: skip
"""The keys of a `[[claims]]` table in their order, and the field of the model that each one holds."""

NEEDS = {
    "speaker": {"speaker_at", "speaker_name", "speaker_title"},
    "speaker_at": {"speaker"},
    "cue": {"cue_at"},
    "cue_at": {"cue"},
    "date": {"date_kind", "date_mod", "earliest", "latest", "told_from", "date_by", "date_at"},
    "figure": {"figure_high", "unit", "change", "figure_by", "figure_at"},
}
"""Keys that only mean something beside another: the key, and those that need it."""

_SURROGATE = re.compile("[\ud800-\udfff]")  # takes any lone surrogate, first or second half; refuses every character


def plain(value: Any) -> Any:
    """A field's value as TOML can hold it. A lone surrogate, which no TOML file can, becomes one U+FFFD."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        return f"{value:f}" if isinstance(exponent, int) and -40 < exponent < 40 else str(value)
    if isinstance(value, datetime):
        return _in_whole_minutes(value)
    if isinstance(value, Mapping):
        return {plain(str(k)): plain(v) for k, v in value.items() if v is not None}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value if v is not None]
    return value


def _in_whole_minutes(at: datetime) -> datetime:
    """TOML has no zones with seconds in them; the moment stays the same."""
    offset = at.utcoffset()
    return at if offset is None or not offset % timedelta(minutes=1) else at.astimezone(UTC)


def span_text(span: Span) -> str:
    """`start:end`."""
    return f"{span.start}:{span.end}"


def _rest(model: BaseModel) -> Table:
    """The keys that this version does not know, as they came."""
    extra = model.__pydantic_extra__
    return {plain(k): plain(v) for k, v in extra.items() if v is not None} if extra else {}


def _fields(model: BaseModel, keys: Iterable[str]) -> Table:
    values = model.__dict__
    return {key: plain(values[key]) for key in keys if values[key] is not None} | _rest(model)


def review_table(review: Review) -> Table:
    """A `[[claims.reviews]]` table. What is usual, a checker who sees what others say, is not written."""
    table = _fields(review, REVIEW_KEYS)
    if review.role is ReviewRole.CHECKER:
        del table["role"]
    if not review.blind:
        del table["blind"]
    return table


def evidence_table(evidence: Evidence) -> Table:
    """A `[[claims.evidence]]` table."""
    return _fields(evidence, EVIDENCE_KEYS)


def dismissal_table(dismissal: Dismissal) -> Table:
    """A `[[dismissals]]` table."""
    return _fields(dismissal, DISMISSAL_KEYS)


def signoff_table(signoff: SignOff) -> Table:
    """A `[[signoffs]]` table."""
    return _fields(signoff, SIGNOFF_KEYS)


def source_table(source: Source) -> Table:
    """A `[[sources]]` table, with the list `quotations`."""
    table = _fields(source, (key for key in SOURCE_KEYS if key != "quotations"))
    if not source.confidential:
        del table["confidential"]
    if source.quotations:
        table["quotations"] = [_quotation_table(quotation) for quotation in source.quotations]
    return table


def _quotation_table(quotation: Quotation) -> Table:
    table = _fields(quotation, QUOTATION_KEYS)
    if not quotation.remarks:
        del table["remarks"]
    return table


def claim_table(claim: Claim) -> Table:
    """A `[[claims]]` table, flat, with the lists `reviews` and `evidence`, which are tables of their own. Absent is left out."""
    speaker, cue, when, figure = claim.speaker, claim.cue, claim.date, claim.figure
    known: Table = {"id": claim.id, "kind": claim.kind, "text": claim.text, "gist": claim.gist}
    if speaker:
        known |= {"speaker": speaker.text, "speaker_name": speaker.name, "speaker_title": speaker.title}
    if cue:
        known["cue"] = cue.text
    known |= {"mode": claim.mode, "at": span_text(claim.span)}
    known |= {
        "speaker_at": speaker and span_text(speaker),
        "cue_at": cue and span_text(cue),
        "content_at": " ".join(map(span_text, claim.content)) or None,
        "part_of": claim.part_of,
    }
    if when:
        known |= {"date": when.value, "date_kind": None if when.kind is DateKind.DATE else when.kind, "date_mod": when.mod}
        known |= {"earliest": when.earliest, "latest": when.latest, "told_from": when.anchor, "date_by": when.set_by}
        known["date_at"] = _elsewhere(when, claim)
    if figure:
        known |= {"figure": figure.value, "figure_high": figure.high, "unit": figure.unit}
        known |= {"change": None if figure.change is Change.EXACT else figure.change, "figure_by": figure.set_by}
        known["figure_at"] = _elsewhere(figure, claim)
    known |= {"checkable": None if claim.checkable else False, "reason": claim.reason, "made_by": claim.made_by, "was": claim.was}
    table = {key: plain(value) for key, value in known.items() if value is not None} | _rest(claim)
    if claim.reviews:
        table["reviews"] = [review_table(review) for review in claim.reviews]
    if claim.evidence:
        table["evidence"] = [evidence_table(item) for item in claim.evidence]
    return table


def _elsewhere(words: Words, claim: Claim) -> str | None:
    """Where a date or figure stands, unless it is just where the claim stands."""
    return None if (words.start, words.end) == (claim.start, claim.end) else span_text(words)


def article_table(article: Article) -> Table:
    """The `[article]` table: what a reader wants to know first. `headline` and `sha256` follow from the words."""
    headline = article.headline
    known = {"headline": headline and one_line(headline), **_fields(article, ARTICLE_KEYS), "sha256": article.sha256}
    return {key: plain(value) for key, value in known.items() if value is not None}


def text_table(article: Article, rest: Mapping[str, Any]) -> Table:
    """The `[text]` table: the article's words, what each part of them is, and keys that this version does not know (`rest`)."""
    blocks = [f"{block.role.value} {block.start}:{block.end}" for block in article.blocks]
    landmarks = [f"{landmark.at} {plain(landmark.name)}" for landmark in article.landmarks]
    lists = {key: lines for key, lines in (("blocks", blocks), ("landmarks", landmarks)) if lines}
    return {**lists, **plain(rest), "article": plain(article.text)}


def other_tables(case: Case) -> Table:
    """The keys at the top of a case that this version does not know; `text` holds those of the `[text]` table."""
    return _rest(case)


def stands(claim: Claim, text: str) -> Path | None:
    """None when every place of the claim names the words that stand there in `text`; else the key that does not."""
    places: tuple[tuple[str, Words | Claim | None], ...] = (
        ("at", claim), ("speaker_at", claim.speaker), ("cue_at", claim.cue), ("date_at", claim.date), ("figure_at", claim.figure),
    )  # fmt: skip
    for key, place in places:
        if place is not None and (text[place.start : place.end] != place.text or place.end > len(text)):
            return (key,)
    return ("content_at",) if any(span.end > len(text) for span in claim.content) else None


def is_table(value: object) -> bool:
    """Whether a value is written under headers of its own: a table, or tables in an array."""
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value))


def same(a: Any, b: Any) -> bool:
    """Whether two values of TOML are the same: as `==`, but a not-a-number is the same as itself, and 1 is not true or 1.0."""
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, float) and isinstance(b, float):
        return repr(a) == repr(b)
    return _sort(a) is _sort(b) and bool(a == b)


def _sort(value: Any) -> type:
    return next((kind for kind in (bool, str, datetime, date) if isinstance(value, kind)), type(value))
