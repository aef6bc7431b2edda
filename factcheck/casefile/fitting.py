"""The tables of a case file as claims, reviews, evidence and an article again; what does not fit is told with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from factcheck.casefile.tables import CLAIM_KEYS, NEEDS, Path, Table
from factcheck.model import (
    Article,
    BlockRole,
    Claim,
    DateValue,
    Dismissal,
    Evidence,
    Figure,
    Review,
    SignOff,
    Source,
    Span,
    Speaker,
    Words,
    one_line,
)

_SPAN = re.compile(r"([0-9]{1,12}):([0-9]{1,12})", re.ASCII)  # takes "0:7", "1203:1340"; refuses "12-30"
_BLOCK = re.compile(r"([a-z]{1,20}) ([0-9]{1,12}:[0-9]{1,12})", re.ASCII)  # takes "body 0:7", "headline 12:30"; refuses "body 0"

M = TypeVar("M", bound=BaseModel)


class MisfitError(Exception):
    """A value that does not fit its key: `path` says which one, the message what is wrong and what to do."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path

    def inside(self, *path: str | int) -> MisfitError:
        """The same, seen from the table around."""
        return MisfitError((*path, *self.path), str(self))


def _build(model: type[M], table: Mapping[str, Any]) -> M:
    """The model's value. Raises MisfitError with a sentence on the first key that does not fit."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where: Path = first["loc"]
        raise MisfitError(where, _trouble(first["type"], where, first["msg"], first.get("input"), first.get("ctx", {}))) from None


def _trouble(kind: str, where: Path, message: str, found: Any, context: Mapping[str, Any]) -> str:
    key = ".".join(map(str, where))
    if kind == "missing":
        return f"the key {key} is missing; add it"
    shown = one_line(str(found), 60)
    if kind == "enum":
        known = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        return f"{key} is “{shown}”, which is none of {known}; put one of them there"
    if kind == "string_type":
        return f"{key} must be text in quotation marks, not {shown}"
    if kind.startswith(("datetime", "timezone")):
        return f"{key} must be a moment with its zone, as in 2026-11-23T21:40:00Z, not {shown}"
    if kind.startswith("date"):
        return f"{key} must be a day, as in 2026-11-23, not {shown}"
    return f"{key} is “{shown}”, which does not fit ({message[:1].lower()}{message[1:]})"


def review_of(table: Mapping[str, Any]) -> Review:
    """A review. Raises MisfitError."""
    return _build(Review, table)


def evidence_of(table: Mapping[str, Any]) -> Evidence:
    """A piece of evidence. Raises MisfitError."""
    return _build(Evidence, table)


def dismissal_of(table: Mapping[str, Any]) -> Dismissal:
    """A dismissal. Raises MisfitError."""
    return _build(Dismissal, table)


def signoff_of(table: Mapping[str, Any]) -> SignOff:
    """A sign-off, or a reopening. Raises MisfitError."""
    return _build(SignOff, table)


def source_of(table: Mapping[str, Any]) -> Source:
    """A source, and what came of fetching it. Raises MisfitError."""
    return _build(Source, table)


def claim_of(table: Mapping[str, Any], text: str) -> Claim:
    """The claim in a `[[claims]]` table on the article's words. Raises MisfitError; whether the words are true is not looked at."""
    _refuse_strays(table)
    known: dict[str, Any] = {}
    for key, field in CLAIM_KEYS.items():
        if key in table:
            part, _, name = field.partition(".")
            known.setdefault(part, {})[name] = table[key] if name else None
            if not name:
                known[part] = table[key]
    rest = {key: value for key, value in table.items() if key not in CLAIM_KEYS and key not in ("reviews", "evidence")}
    start, end = _span(known.pop("at", None), "at")
    known |= {"start": start, "end": end, "content": _spans(known.get("content", ""))}
    if "speaker" in known:
        known["speaker"] = _placed(Speaker, known["speaker"], "speaker")
    if "cue" in known:
        known["cue"] = _placed(Words, known["cue"], "cue")
    for part, model in (("date", DateValue), ("figure", Figure)):
        if part in known:
            known[part] = _valued(model, known[part], part, (start, end), text)
    known["reviews"] = each(table, "reviews", review_of)
    known["evidence"] = each(table, "evidence", evidence_of)
    return _build(Claim, {**rest, **known})


_NOT_KEYS = {"start": "at", "end": "at", "content": "content_at"}


def _refuse_strays(table: Mapping[str, Any]) -> None:
    for key, right in _NOT_KEYS.items():
        if key in table:
            raise MisfitError((key,), f'a claim has no key {key}; where it stands is written {right} = "start:end"')
    for key, dependent in NEEDS.items():
        if key not in table and (lonely := sorted(dependent & table.keys())):
            raise MisfitError((lonely[0],), f"{lonely[0]} stands without {key}; add {key} or take {lonely[0]} out")
    if "id" in table and not table["id"]:
        raise MisfitError(("id",), "id is empty; give the claim an id of its own")


def _span(value: Any, key: str) -> tuple[int, int]:
    if value is None:
        raise MisfitError((), f'the key {key} is missing; add where the words stand, as in {key} = "120:164"')
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[1]) > int(found[2]):
        raise MisfitError((key,), f'{key} must say where the words stand, as in "120:164", not {one_line(str(value), 40)}')
    return int(found[1]), int(found[2])


def _spans(value: Any) -> tuple[Span, ...]:
    parts = value.split(" ") if isinstance(value, str) and value else []
    if not isinstance(value, str):
        raise MisfitError(("content_at",), 'content_at must say where the words stand, as in "120:164 170:190"')
    return tuple(Span(start=start, end=end) for start, end in (_span(part, "content_at") for part in parts))


def _placed(model: type[M], parts: dict[str, Any], key: str) -> M:
    start, end = _span(parts.pop("at", None), f"{key}_at")
    try:
        return _build(model, {**parts, "start": start, "end": end})
    except MisfitError as error:
        name = "_".join((key, *(str(p) for p in error.path if p != "text")))
        raise MisfitError((name,), str(error).replace(str(error.path[0]), name, 1) if error.path else str(error)) from None


_VALUE_KEYS = {field: key for key, field in CLAIM_KEYS.items()}


def _valued(model: type[M], parts: dict[str, Any], part: str, claim_at: tuple[int, int], text: str) -> M:
    start, end = _span(parts.pop("at"), f"{part}_at") if "at" in parts else claim_at
    try:
        return _build(model, {**parts, "start": start, "end": end, "text": text[start:end]})
    except MisfitError as error:
        name = _VALUE_KEYS.get(f"{part}.{error.path[0]}", part) if error.path else part
        raise MisfitError((name,), str(error).replace(str(error.path[0]), name, 1) if error.path else str(error)) from None


def each(table: Mapping[str, Any], key: str, make: Callable[[Table], M]) -> tuple[M, ...]:
    """The values in an array of tables. Raises MisfitError."""
    entries = tables_at(table, key)
    made = []
    for i, entry in enumerate(entries):
        try:
            made.append(make(entry))
        except MisfitError as error:
            raise error.inside(key, i) from None
    return tuple(made)


def tables_at(table: Mapping[str, Any], key: str) -> list[Table]:
    """The tables of an array of tables; none when the key is absent. Raises MisfitError when something else stands there."""
    entries = table.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise MisfitError((key,), f"{key} must be tables, each under a [[{key}]] line of its own")
    return entries


def article_of(about: Mapping[str, Any], words: Mapping[str, Any]) -> tuple[Article, Table]:
    """The article in the tables `[article]` and `[text]`, and the keys of `[text]` that this version does not know.

    Raises MisfitError, also when the words are not those that `sha256` was made from.
    """
    text = words.get("article")
    if not isinstance(text, str):
        raise MisfitError(("text",), "the article's words, text.article, are missing; restore them, the verdicts were given on them")
    rest = {key: value for key, value in about.items() if key not in ("headline", "sha256")}
    for key in ("text", "blocks", "landmarks"):
        if key in rest:
            raise MisfitError(("article", key), f"{key} does not belong under [article]; the article's words stand under [text]")
    blocks = _blocks(words.get("blocks", []), len(text))
    try:
        article = _build(Article, {**rest, "text": text, "blocks": blocks, "landmarks": _landmarks(words.get("landmarks", []))})
    except MisfitError as error:
        raise error.inside("article") from None
    if about.get("sha256", article.sha256) != article.sha256:
        raise MisfitError(
            ("text", "article"),
            "the article's words are not those that the claims were made from (their sha256 differs); take the change back, "
            "since every place in this file counts on them",
        )
    return article, {key: value for key, value in words.items() if key not in ("article", "blocks", "landmarks")}


def _landmarks(lines: Any) -> list[Table]:
    found: list[Table] = []
    for i, line in enumerate(lines if isinstance(lines, list) else [lines]):
        at, _, name = line.partition(" ") if isinstance(line, str) else ("", "", "")
        if not (at.isascii() and at.isdigit() and len(at) <= 12 and name) or (found and int(at) < found[-1]["at"]):
            written = 'a landmark must be written as in "1520 page 2", each behind the last'
            raise MisfitError(("text", "landmarks", i), f"{written}, not {one_line(str(line), 40)}")
        found.append({"at": int(at), "name": name})
    return found


def _blocks(lines: Any, length: int) -> list[Table]:
    blocks: list[Table] = []
    roles = [role.value for role in BlockRole]
    at = 0
    for i, line in enumerate(lines if isinstance(lines, list) else [lines]):
        found = _BLOCK.fullmatch(line) if isinstance(line, str) else None
        if found is None or found[1] not in roles:
            known = ", ".join(roles)
            raise MisfitError(
                ("text", "blocks", i), f'a block must be written as in "body 120:164" (one of {known}), not {one_line(str(line), 40)}'
            )
        start, end = _span(found[2], "blocks")
        if start < at or end > length:
            raise MisfitError(("text", "blocks", i), f"the block {line} overlaps another or lies outside the article; correct it")
        blocks.append({"role": found[1], "start": start, "end": end})
        at = end
    return blocks
