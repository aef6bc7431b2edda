"""Values as TOML has them: what it holds in place of ours, and when two of them are the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

Table = dict[str, Any]
"""What TOML holds in one table: keys in order, and values as tomllib gives them."""

Path = tuple[str | int, ...]
"""Where something stands in a document: keys, and numbers into arrays, from the outside in."""

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
