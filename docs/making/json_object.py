"""The tables of reference/json.md, from the schema of what `--json` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plain import code, table

from factcheck.reporting import json_schema

_WHOLE = "Document"
_FORMATS = {"date": "day", "date-time": "moment"}


def made() -> str:
    """The whole object, and each kind of object and of word in it."""
    schema = json.loads(json_schema())
    parts: dict[str, Any] = {_WHOLE: schema} | schema["$defs"]
    objects = {name: part for name, part in parts.items() if "properties" in part}
    words = {name: part for name, part in parts.items() if "enum" in part}
    lines: list[str] = []
    for name, part in objects.items():
        lines += [f"## {_heading(name)}", "", " ".join(part["description"].split()), *_keys(part)]
    lines += ["## One of a few words", ""]
    lines += table(("", "one of"), ((_heading(name), ", ".join(code(word) for word in part["enum"])) for name, part in words.items()))
    return "\n".join(lines)


def _keys(part: dict[str, Any]) -> Iterator[str]:
    return table(
        ("key", "type", "what it holds"),
        ((code(key), _type(of), " ".join(of.get("description", "").split())) for key, of in part["properties"].items()),
    )


def _heading(name: str) -> str:
    return "The whole object" if name == _WHOLE else name.removesuffix("Out")


def _type(of: dict[str, Any]) -> str:
    """What a value is: a word, a number, an object, a list of these, or null."""
    if "$ref" in of:
        name = _heading(of["$ref"].rpartition("/")[2])
        return f"[{name}](#{name.lower() if of['$ref'].endswith('Out') else 'one-of-a-few-words'})"
    if "anyOf" in of:
        return " or ".join(map(_type, of["anyOf"]))
    if of.get("type") == "array":
        return f"list of {_type(of['items'])}" if "items" in of else "pair of numbers"
    return str(_FORMATS.get(of.get("format", ""), of.get("type")))
