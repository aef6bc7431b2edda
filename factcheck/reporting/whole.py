"""A case as JSON that loses nothing, and back."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from pydantic import ValidationError

from factcheck.model import SCHEMA, Case, FactcheckError, one_line

TOML = "toml"
"""The key of an object that holds one value as TOML writes it, where JSON has none for it: a day, a time, an infinity."""


def whole(case: Case) -> dict[str, Any]:
    """All that a case holds but its flags, which are computed, as JSON has it."""
    return {key: _plain(value) for key, value in case.model_dump(mode="python", exclude={"flags"}).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime | date | time):
        return {TOML: value.isoformat()}
    if isinstance(value, float) and not isfinite(value):
        return {TOML: "nan" if value != value else "inf" if value > 0 else "-inf"}
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def case_from_json(text: str, name: str) -> Case:
    """The case in a JSON report. `name` says which file that is. Raises FactcheckError for what is none, or was made by a newer version."""
    shown = one_line(name, 200)
    try:
        report = json.loads(text)
        there = report["case"]
        if there["schema_version"] > SCHEMA:
            raise FactcheckError(f"{shown} was written by a newer factcheck (its schema is {there['schema_version']}); update factcheck.")
        return Case.model_validate({key: _read(value) for key, value in there.items()})
    except (ValueError, RecursionError) as error:
        first = error.errors(include_url=False)[0] if isinstance(error, ValidationError) else None
        why = f"{'.'.join(map(str, first['loc']))}: {first['msg']}" if first else str(error)
        raise FactcheckError(f"{shown} is no JSON report of a case ({one_line(why, 120)}); export it again with --to json.") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise FactcheckError(f"{shown} is no JSON report of a case; export it again with --to json.") from error


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {TOML} and isinstance(value[TOML], str):
            return tomllib.loads(f"value = {value[TOML]}")["value"]
        return {key: _read(one) for key, one in value.items()}
    return [_read(one) for one in value] if isinstance(value, list) else value
