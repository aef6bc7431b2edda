"""The tables of a case file as claims, reviews, evidence and an article again; what does not fit is told with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from factcheck.casefile.columns import Columns
from factcheck.casefile.keys import ARTICLE, CLAIM, TEXT
from factcheck.casefile.misfit import MisfitError
from factcheck.casefile.toml import Path, Table
from factcheck.model import Article, Claim, one_line

M = TypeVar("M", bound=BaseModel)


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
        return f"{key} must be a date and time with its time zone, as in 2026-11-23T21:40:00Z, not {shown}"
    if kind.startswith("date"):
        return f"{key} must be a day, as in 2026-11-23, not {shown}"
    return f"{key} is “{shown}”, which does not fit ({message[:1].lower()}{message[1:]})"


def value_of(columns: Columns, table: Mapping[str, Any]) -> Any:
    """The value in a table that stands by itself: a review, evidence, a source and the like. Raises MisfitError."""
    return _build(columns.model, _held(columns, table))


def _held(columns: Columns, table: Mapping[str, Any]) -> dict[str, Any]:
    """What a table holds, by the field that it is of; of a part, in a table of its own. Keys that are not known stay as they are."""
    held: dict[str, Any] = {}
    by_key = columns.by_key
    for key, value in table.items():
        column = by_key.get(key)
        if column is None:
            held[key] = value
        elif not column.derived:
            fields = held.setdefault(column.part, {}) if column.part else held
            if column.entries is not None:
                held[key] = each(table, key, column.entries)
            elif column.is_place:
                fields |= column.form.read(value, key)
            else:
                fields[column.names[0]] = column.form.read(value, key)
    return held


def claim_of(table: Mapping[str, Any], text: str) -> Claim:
    """The claim in a `[[claims]]` table on the article's words. Raises MisfitError; whether the words are true is not looked at."""
    _refuse_strays(table)
    held = _held(CLAIM, table)
    for part, model in CLAIM.parts.items():
        if part in held:
            held[part] = _part(part, model, {"start": held["start"], "end": held["end"], **held[part]}, text)
    return _build(Claim, held)


def _part(part: str, model: type[M], fields: dict[str, Any], text: str) -> M:
    """A part of a claim; one without words of its own in the file has those that stand at its place."""
    fields.setdefault("text", text[fields["start"] : fields["end"]])
    try:
        return _build(model, fields)
    except MisfitError as error:
        if not error.path:
            raise MisfitError((part,), str(error)) from None
        key = CLAIM.key_of(part, error.path[0])
        raise MisfitError((key,), str(error).replace(str(error.path[0]), key, 1)) from None


_NOT_KEYS = {name: column.key for column in CLAIM if not column.part for name in column.names if name not in CLAIM.keys}
"""Fields of a claim that stand in the file under another key."""


def _refuse_strays(table: Mapping[str, Any]) -> None:
    for key, right in _NOT_KEYS.items():
        if key in table:
            raise MisfitError((key,), f'a claim has no key {key}; where it stands is written {right} = "start:end"')
    if lonely := min((one for one in table.keys() & CLAIM.beside.keys() if CLAIM.beside[one] not in table), default=None):
        key = CLAIM.beside[lonely]
        raise MisfitError((lonely,), f"{lonely} stands without {key}; add {key} or take {lonely} out")
    if "id" in table and not table["id"]:
        raise MisfitError(("id",), "id is empty; give the claim an id of its own")
    if "at" not in table:
        raise MisfitError((), 'the key at is missing; add where the words stand, as in at = "120:164"')


def each(table: Mapping[str, Any], key: str, columns: Columns) -> tuple[Any, ...]:
    """The values in an array of tables. Raises MisfitError."""
    made = []
    for i, entry in enumerate(tables_at(table, key)):
        try:
            made.append(value_of(columns, entry))
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
    for key in ("text", "blocks", "landmarks", "off"):
        if key in about:
            raise MisfitError(("article", key), f"{key} does not belong under [article]; the article's words stand under [text]")
    try:
        parts = _held(TEXT, {key: value for key, value in words.items() if key in TEXT.keys})
    except MisfitError as error:
        raise error.inside("text") from None
    for i, block in enumerate(parts.get("blocks", ())):
        if block["end"] > len(text):
            line = words["blocks"][i]
            raise MisfitError(("text", "blocks", i), f"the block {line} overlaps another or lies outside the article; correct it")
    try:
        article = _build(Article, {**_held(ARTICLE, about), **parts})
    except MisfitError as error:
        raise error.inside("article") from None
    if about.get("sha256", article.sha256) != article.sha256:
        raise MisfitError(
            ("text", "article"),
            "the article's words are not those that the claims were made from (their sha256 differs); take the change back, "
            "since every place in this file counts on them",
        )
    return article, {key: value for key, value in words.items() if key not in TEXT.keys}
