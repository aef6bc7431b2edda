"""Writes the tables of docs/case-file.md from the keys that a case file has; the words above them are a person's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.casefile.columns import Columns
from factcheck.casefile.keys import TABLES

PAGE = Path(__file__).parent / "case-file.md"


def page(words: str) -> str:
    """The page with its tables made anew, from what it says now."""
    above = words.partition("\n| ")[0].rstrip("\n")
    return "\n".join((above, *(line for columns in TABLES for line in _table(columns)), ""))


def _table(columns: Columns) -> Iterator[str]:
    yield ""
    yield f"| {f'`{columns.header}`' if columns.header else 'the file'} | holds |"
    yield "|---|---|"
    for key, says in (*((column.key, column.says) for column in columns), *columns.also.items()):
        yield f"| `{key}` | {says} |"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
