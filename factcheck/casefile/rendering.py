"""Tables as TOML text: scalars through tomli-w, each table under a header line of its own, so that a changed verdict is a few lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import tomli_w

from factcheck.casefile.toml import Table, is_table, same
from factcheck.model import FactcheckError

_HIDDEN = re.compile("[\x80-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
# takes a right-to-left override, a byte order mark; refuses the joiners that Persian and Hindi are written with
_ESCAPED = re.compile(r"\\(.)")  # takes \n, \"; refuses a backslash at the end of a line
_QUOTES_THAT_CLOSE = re.compile(r'"{3,}|"++\Z')  # takes """ anywhere and " at the end; refuses "" inside
_BLANK_BEFORE_BREAK = re.compile(r"[ \t](?=\n)")  # takes the last blank of a line; refuses one between words


def render(data: Table) -> str:
    """The TOML text of `data`, read back at once: what cannot be read back as it was is never written.

    Raises FactcheckError for what TOML cannot hold.
    """
    try:
        text = _HIDDEN.sub(_escape, "".join(_lines(data, ())))
        if same(tomllib.loads(text), data):
            return text
    except (TypeError, ValueError, RecursionError):
        pass
    raise FactcheckError(f"This case holds something in its {next(iter(data), 'head')} that cannot be written as TOML; please report it.")


def _escape(hidden: re.Match[str]) -> str:
    code = ord(hidden[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _lines(table: Mapping[str, Any], path: Sequence[str]) -> Iterator[str]:
    """The lines of a table without its own header: its scalars, then each table inside it under a header."""
    inner = [(key, value) for key, value in table.items() if is_table(value)]
    for key, value in table.items():
        if not is_table(value):
            yield _line(key, value)
    first = len(inner) == len(table) and not path
    for key, value in inner:
        name = _header((*path, key))
        for entry in value if isinstance(value, list) else (value,):
            yield "" if first else "\n"
            first = False
            yield f"[[{name}]]\n" if isinstance(value, list) else f"[{name}]\n"
            yield from _lines(entry, (*path, key))


def _header(path: Sequence[str]) -> str:
    nested: Table = {}
    for key in reversed(path):
        nested = {key: nested}
    return tomli_w.dumps(nested).strip()[1:-1]


def _line(key: str, value: Any) -> str:
    if isinstance(value, datetime):
        return tomli_w.dumps({key: 0}).removesuffix("0\n") + value.isoformat().replace("+00:00", "Z") + "\n"
    if not isinstance(value, str) or "\n" not in value or "\r" in value:
        return tomli_w.dumps({key: value})
    head, body = tomli_w.dumps({key: value}, multiline_strings=True).removesuffix('"""\n').split('"""\n', 1)
    return f'{head}"""\n{_easy_to_read(body)}"""\n'


def _easy_to_read(body: str) -> str:
    """The inside of a multi-line string with its quotation marks bare where TOML allows it.

    A blank at the end of a line is escaped, because editors and git hooks take such blanks out.
    """
    bare = _ESCAPED.sub(lambda m: '"' if m[1] == '"' else m[0], body)
    safe = _QUOTES_THAT_CLOSE.sub(lambda m: m[0].replace('"', '\\"'), bare)
    return _BLANK_BEFORE_BREAK.sub(lambda m: "\\t" if m[0] == "\t" else "\\u0020", safe)
