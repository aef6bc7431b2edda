"""Hand-written comments: found in a piece of TOML, each with the table or key it belongs to, and written back there."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.casefile import disk
from factcheck.casefile.keys import LISTS, TABLES
from factcheck.casefile.lines import Statement, statements
from factcheck.casefile.toml import Path
from factcheck.model import without_login

_NAMED_BY = {column.key: column.entries.named_by for table in TABLES for column in table if column.entries is not None}
"""What tells one table of an array from another, wherever it comes to stand."""
NAMED_PARTS = tuple(LISTS)
"""Arrays of tables at the top of a file, each of which is a part by itself."""

Name = tuple[str, ...]
"""A path in a document with names for the numbers of entries, which may change."""


@dataclass(frozen=True)
class Comment:
    """The comments of one statement: in the lines above it, at its end, and right under it. `home` is where it stands."""

    home: Name
    above: tuple[str, ...] = ()
    beside: str | None = None
    below: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """All that it says."""
        return tuple(line for line in (*self.above, self.beside, *self.below) if line)

    @property
    def part(self) -> Name:
        """The name of the part of the file (`part_name`) that it belongs to."""
        return self.home[: 2 if self.home[0] in NAMED_PARTS else 1]


def part_name(data: Mapping[str, Any]) -> Name:
    """What a part of the file is called that holds one top-level key: an entry of a named array by what names it, else by the key."""
    key, value = next(iter(data.items()))
    return named((key, 0), data) if key in NAMED_PARTS and isinstance(value, list) and value else (key,)


def named(path: Path, data: Mapping[str, Any]) -> Name:
    """A path with the names of entries for their numbers."""
    home: list[str] = []
    here: Any = data
    for step in path:
        home.append(_entry_name(here, step, home[-1]) if isinstance(step, int) else step)
        here = here[step]
    return tuple(home)


def _entry_name(entries: list[Mapping[str, Any]], at: int, key: str) -> str:
    marks = _NAMED_BY.get(key)
    if marks is None:
        return str(at)
    if len(marks) == 1:  # claims and dismissals, of which there may be thousands
        return str(entries[at].get(marks[0]))
    values, *others = ([_marked(entry.get(mark)) for mark in marks] for entry in (entries[at], *entries[:at]))
    nth = others.count(values)
    return json.dumps([*values, nth], default=str)


def _marked(value: Any) -> Any:
    return without_login(value) if isinstance(value, str) else value


def find_comments(text: str, data: Mapping[str, Any]) -> list[Comment]:
    """The comments of a TOML text with line ends of `\\n`, of which `data` is what tomllib reads from it."""
    if "#" not in text:
        return []
    return [Comment(named(s.path, data), s.above, s.beside, s.below) for s in statements(text) if s.above or s.beside or s.below]


def place_comments(text: str, data: Mapping[str, Any], comments: Iterable[Comment]) -> str:
    """The text with the comments at their places; one on a key or review that is gone stands above the table around it."""
    lines = text.removesuffix("\n").split("\n")
    found = {named(s.path, data): s for s in reversed(statements(text))}
    top = min(found.values(), key=lambda s: s.first)
    above: dict[int, list[str]] = {}
    below: dict[int, list[str]] = {}
    for comment in comments:
        spot = found.get(comment.home)
        if spot is None:
            above.setdefault(_around(comment.home, found, top).first, []).extend(comment.lines)
            continue
        above.setdefault(spot.first, []).extend(comment.above)
        below.setdefault(spot.last, []).extend(comment.below)
        if comment.beside:
            lines[spot.last - 1] += f"  {comment.beside}"
    return "\n".join(line for n, own in enumerate(lines, 1) for line in (*above.get(n, ()), own, *below.get(n, ()))) + "\n"


def _around(home: Name, found: Mapping[Name, Statement], top: Statement) -> Statement:
    return next((found[home[:n]] for n in range(len(home) - 1, 0, -1) if home[:n] in found), top)


def keep_beside(path: pathlib.Path, homeless: list[Comment]) -> Iterator[str]:
    """Add comments that have no place any more to a file beside the case; what the person should know of it."""
    if homeless:
        lines = [line for comment in homeless for line in comment.lines if line]
        beside = disk.append_beside(path, ".comments.txt", "\n".join((*lines, "")))
        yield f"{len(lines)} comment lines belong to claims that are gone from the case; they are kept in {disk.shown(beside)}."
