"""Words as Markdown shows them, and tables of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_SIGNS = re.compile(r"[\\`*_<>\[\]|#]")

_BAR = re.compile(r"(?<!\\)\|")
"""What would end a cell of a table: takes the bar in `a|b`, not in `a\\|b`."""


def plain(words: str) -> str:
    """Words in which no sign means anything to Markdown."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", words)


def code(words: str) -> str:
    """Words as they are typed."""
    mark = "``" if "`" in words else "`"
    space = " " if "`" in words else ""
    return f"{mark}{space}{words}{space}{mark}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, with an empty one before and behind it."""
    yield from ("", f"| {' | '.join(head)} |", f"|{'---|' * len(head)}")
    yield from (f"| {' | '.join(map(_cell, row))} |" for row in rows)
    yield ""


def _cell(words: str) -> str:
    return _BAR.sub(r"\|", words)
