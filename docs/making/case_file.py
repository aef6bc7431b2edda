"""The tables of reference/case-file.md, from the keys that a case file has."""

from __future__ import annotations

from plain import code, table

from factcheck.casefile.keys import TABLES


def made() -> str:
    """A table of the file, and of each table in it."""
    lines: list[str] = []
    for columns in TABLES:
        rows = (*((column.key, column.says) for column in columns), *columns.also.items())
        lines += table([code(columns.header) if columns.header else "the file", "holds"], ((code(key), says) for key, says in rows))
    return "\n".join(lines)
