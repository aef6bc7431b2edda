"""The JSON Schema of the case file, made from its columns, for editors of TOML that complete keys and mark what does not fit."""

from __future__ import annotations

import json

from pydantic import BaseModel

from factcheck.casefile.columns import Column, Columns
from factcheck.casefile.forms import Schema, many
from factcheck.casefile.keys import ARTICLE, CASE, CLAIM, TEXT
from factcheck.model import SCHEMA


def case_schema() -> str:
    """A JSON Schema (2020-12) of what tomllib reads from a case file, moments and days as text. Unknown keys are allowed, and kept."""
    claim = _table(CLAIM)
    claim["dependentRequired"] = {lonely: [key] for lonely, key in CLAIM.beside.items()}
    article = _table(ARTICLE)
    text = _table(TEXT)
    tops: dict[str, Schema] = {
        "schema": {"type": "integer", "minimum": 1, "maximum": SCHEMA},
        "article": article,
        "claims": many({"$ref": "#/$defs/claim"}),
        "text": text,
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case file of factcheck",
        "type": "object",
        "properties": {column.key: _described(column, tops.get(column.key) or _entries(column)) for column in CASE},
        "required": ["schema", "article", "text"],
        "$defs": {"claim": claim},
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _table(columns: Columns) -> Schema:
    """The keys of a table, and those among them that it must have."""
    fields = {part: _fields(model) for part, model in (("", columns.model), *columns.parts.items())}
    properties = {column.key: _described(column, _key(column, fields[column.part])) for column in columns}
    required = [c.key for c in columns if not c.part and not c.derived and columns.model.model_fields[c.names[0]].is_required()]
    schema: Schema = {"type": "object", "properties": properties, **({"required": required} if required else {})}
    return schema | ({"anyOf": [{"required": [key]} for key in columns.either]} if columns.either else {})


def _fields(model: type[BaseModel]) -> Schema:
    """The model's own schema of each of its fields."""
    whole = model.model_json_schema(mode="validation")
    return {name: _own(schema, whole.get("$defs", {})) for name, schema in whole["properties"].items()}


def _key(column: Column, fields: Schema) -> Schema:
    if column.entries is not None:
        return _entries(column)
    if column.form.schema is not None:
        return column.form.schema
    return {"type": "string"} if column.derived else fields[column.names[0]]


def _entries(column: Column) -> Schema:
    return many(_table(column.entries)) if column.entries is not None else {}


def _described(column: Column, schema: Schema) -> Schema:
    return {**schema, "description": column.says}


def _own(schema: Schema, known: Schema) -> Schema:
    """A key's schema with what it refers to in its place; none of them can be null, since what is absent is left out."""
    if "$ref" in schema:
        return _own(known[schema["$ref"].rpartition("/")[2]], known)
    if "anyOf" in schema:
        some = [_own(one, known) for one in schema["anyOf"] if one.get("type") != "null"]
        return some[0] if len(some) == 1 else {"anyOf": some}
    return {key: value for key, value in schema.items() if key not in ("title", "default", "description")}
