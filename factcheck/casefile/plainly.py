"""Reads TOML that is as plain as a case file's mostly is, in a fifth of the time; of all other TOML it says nothing.

A part of plain lines is what tomllib reads from it, key by key and type by type; tests/casefile/test_plainly.py holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from factcheck.casefile.toml import Table

_STRING = r'"((?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\["\\nt])*+)"'
_OTHER = r"(true|false|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?)"
_LINE = re.compile(
    rf"^(?:([A-Za-z0-9_-]++) = (?:{_STRING}|{_OTHER})"
    r"|\[\[([A-Za-z0-9_-]++)(?:\.([A-Za-z0-9_-]++))?\]\]|)\n",
    re.MULTILINE,
)
# takes `at = "3:9"`, `text = "a \"b\""`, `checkable = false`, `latest = 2019-03-01`, `[[claims]]`, `[[claims.reviews]]` and an empty line;
# refuses `a = 1`, `a = "b" # c`, `a = "\u00e4"`, `a.b = "c"` and `# c`

_ESCAPED = re.compile(r"\\(.)")  # takes `\"`, `\n`; refuses `n`
_MEANT = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}

_VALUES: dict[int, Callable[[str], Any]] = {4: "true".__eq__, 5: "true".__eq__, 10: date.fromisoformat, 20: datetime.fromisoformat}
"""What reads a value that is no string, by its length."""


def read_plainly(lines: str) -> Table | None:
    """What tomllib reads from one table of an array, with the arrays in it: `[[claims]]`, plain lines, `[[claims.reviews]]`, plain lines.

    None for what is not as plain as that, or is no TOML.
    """
    found = _LINE.findall(lines)
    if len(found) != lines.count("\n") or not lines.endswith("\n"):
        return None
    top = ""
    whole: Table = {}
    table: Table = whole
    for key, words, other, header, inner in found:
        if key:
            if key in table or not top:
                return None
            try:
                table[key] = _VALUES[len(other)](other) if other else _string(words)
            except ValueError:
                return None
        elif inner:
            entries = whole.setdefault(inner, [])
            if header != top or not isinstance(entries, list):
                return None
            table = {}
            entries.append(table)
        elif header:
            if top:
                return None
            top = header
    return {top: [whole]} if top else None


def _string(written: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANT[found[1]], written) if "\\" in written else written
