"""The JSON Schema of the case file, made from the model, for editors of TOML that complete keys and mark what does not fit."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from factcheck.casefile.tables import (
    ARTICLE_KEYS,
    CLAIM_KEYS,
    DISMISSAL_KEYS,
    EVIDENCE_KEYS,
    NEEDS,
    QUOTATION_KEYS,
    REVIEW_KEYS,
    SIGNOFF_KEYS,
    SOURCE_KEYS,
)
from factcheck.model import (
    SCHEMA,
    Article,
    BlockRole,
    Claim,
    DateValue,
    Dismissal,
    Evidence,
    Figure,
    Quotation,
    Review,
    SignOff,
    Source,
    Speaker,
    Words,
)

_SPAN = "[0-9]{1,12}:[0-9]{1,12}"
_PARTS: dict[str, type[BaseModel]] = {"speaker": Speaker, "cue": Words, "date": DateValue, "figure": Figure}
Schema = dict[str, Any]


def case_schema() -> str:
    """A JSON Schema (2020-12) of what tomllib reads from a case file, moments and days as text. Unknown keys are allowed, and kept."""
    roles = "|".join(role.value for role in BlockRole)
    claim = _table(Claim, ("id", "kind", "text", "gist", "part_of", "mode", "checkable", "reason", "made_by", "was"))
    claim["properties"] |= {key: _claim_key(field) for key, field in CLAIM_KEYS.items() if key not in claim["properties"]}
    claim["properties"] = {key: claim["properties"][key] for key in CLAIM_KEYS}
    claim["properties"] |= {"reviews": _many(_table(Review, REVIEW_KEYS)), "evidence": _many(_table(Evidence, EVIDENCE_KEYS))}
    claim["required"] = ["id", "kind", "text", "gist", "at"]
    claim["dependentRequired"] = {lonely: [key] for key, keys in NEEDS.items() for lonely in sorted(keys)}
    lines = {"blocks": _pattern(f"({roles}) {_SPAN}"), "landmarks": _pattern(r"[0-9]{1,12} [\s\S]+")}
    text = {**{key: _many(line) for key, line in lines.items()}, "article": {"type": "string"}}
    article = _table(Article, ARTICLE_KEYS)
    article["properties"] = {"headline": {"type": "string"}, **article["properties"], "sha256": _pattern("[0-9a-f]{64}")}
    source = _table(Source, (key for key in SOURCE_KEYS if key != "quotations"))
    source["properties"]["quotations"] = _many(_table(Quotation, QUOTATION_KEYS))
    source["anyOf"] = [{"required": [key]} for key in ("url", "name")]
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case file of factcheck",
        "type": "object",
        "properties": {
            "schema": {"type": "integer", "minimum": 1, "maximum": SCHEMA},
            "article": article,
            "claims": _many({"$ref": "#/$defs/claim"}),
            "dismissals": _many(_table(Dismissal, DISMISSAL_KEYS)),
            "signoffs": _many(_table(SignOff, SIGNOFF_KEYS)),
            "sources": _many(source),
            "text": {"type": "object", "properties": text, "required": ["article"]},
        },
        "required": ["schema", "article", "text"],
        "$defs": {"claim": claim},
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _table(model: type[BaseModel], keys: Iterable[str]) -> Schema:
    """The keys of a model that a table has under the same names; `role` is left out where it is the usual one."""
    whole = model.model_json_schema(mode="validation")
    properties = {key: _own(whole["properties"][key], whole.get("$defs", {})) for key in keys}
    required = [key for key in whole.get("required", []) if key in properties]
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def _claim_key(field: str) -> Schema:
    """The schema of a key that is a place, or that belongs to a part of the claim."""
    part, _, name = field.partition(".")
    if name == "at" or part == "at":
        return _pattern(_SPAN)
    if part == "content":
        return _pattern(f"{_SPAN}( {_SPAN})*")
    properties: Schema = _table(_PARTS[part], (name,))["properties"]
    return _pattern(r"-?[0-9.]+(E[+-]?[0-9]+)?") if part == "figure" and name in ("value", "high") else properties[name]


def _own(schema: Schema, known: Schema) -> Schema:
    """A key's schema with what it refers to in its place; none of them can be null, since what is absent is left out."""
    if "$ref" in schema:
        return _own(known[schema["$ref"].rpartition("/")[2]], known)
    if "anyOf" in schema:
        some = [_own(one, known) for one in schema["anyOf"] if one.get("type") != "null"]
        return some[0] if len(some) == 1 else {"anyOf": some}
    return {key: value for key, value in schema.items() if key not in ("title", "default", "description")}


def _many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _pattern(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}
