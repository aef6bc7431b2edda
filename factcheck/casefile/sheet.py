"""The lines of a case file, part by part. A part that did not change is written back as it stood, to the letter."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from factcheck.casefile.comments import NAMED_PARTS, Comment, Name, find_comments, part_name, place_comments
from factcheck.casefile.forms import span_text
from factcheck.casefile.keys import LISTS
from factcheck.casefile.plainly import read_plainly
from factcheck.casefile.rendering import render
from factcheck.casefile.tables import article_table, claim_table, stands, table_of, text_table, unknown
from factcheck.casefile.toml import Table, is_table, plain, same
from factcheck.model import SCHEMA, Case, Claim, FactcheckError

HEADER = (
    "# The claims of one article, and what reviewers decided about each. Made with factcheck; edit it by hand if you like:",
    "# lines that start with # are yours and stay. Places (at = \"start:end\") count characters in the text at the end.",
    "",
)  # fmt: skip
"""The comment at the head of a new file, which a person may change or take out."""

_PART = re.compile(r"^(\[{1,2})([A-Za-z0-9_-]++)\]{1,2}[ \t]*+(?:#[^\n]*)?$", re.MULTILINE)
# takes the lines "[text]" and "[[claims]]  # a note"; refuses "[[claims.reviews]]" and "a = [1]"


@dataclass(frozen=True)
class Part:
    """One top-level table, or the keys before the first: its lines, and what tomllib reads from them. `claim` is the claim in it."""

    name: Name
    text: str
    data: Mapping[str, Any]
    claim: Claim | None = None


@dataclass(frozen=True)
class Sheet:
    """The parts of a file, or, of a file that does not fall into parts, only its comments (`loose`)."""

    parts: tuple[Part, ...] = ()
    loose: tuple[Comment, ...] = ()

    @classmethod
    def new(cls) -> Sheet:
        """The sheet of a file that is not there yet."""
        return cls(loose=(Comment(("schema",), above=HEADER),))

    @property
    def text(self) -> str:
        """All lines, with an empty one between parts."""
        return "\n".join(part.text for part in self.parts)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Every comment, in the order of the file."""
        return (*(comment for part in self.parts for comment in find_comments(part.text, part.data)), *self.loose)

    def with_loose(self, comments: Iterable[Comment]) -> Sheet:
        """The same sheet with more comments, which find their places when it is next made to show a case."""
        return replace(self, loose=(*self.loose, *comments))

    @property
    def claims(self) -> tuple[Claim | None, ...]:
        """The claims in its parts, in the order of the file; None for each that has only been read as a table."""
        return tuple(part.claim for part in self.parts if part.name[0] == "claims")

    def holding(self, claims: Sequence[Claim]) -> Sheet:
        """The same sheet, which now knows the claims in its parts; they are given in the order of the file."""
        of = iter(claims)
        return replace(self, parts=tuple(_holding(p, next(of)) if p.name[0] == "claims" else p for p in self.parts))

    def showing(self, case: Case) -> tuple[Sheet, list[Comment]]:
        """The sheet for the case, and the comments for which it has no place, since they stood at what is gone from the case.

        Raises FactcheckError for a case that no file can hold.
        """
        old: defaultdict[Name, list[Part]] = defaultdict(list)
        for part in self.parts:
            old[part.name].append(part)
        parts = [_kept(wanted, old) or _fresh(wanted, case) for wanted in _wanted(case)]
        loose = defaultdict(list)
        for comment in (*self.loose, *(c for left in old.values() for part in left for c in find_comments(part.text, part.data))):
            loose[comment.part].append(comment)
        placed = [_with_comments(part, loose) for part in parts] if loose else parts
        return Sheet(tuple(placed)), [comment for left in loose.values() for comment in left]


def read_sheet(text: str, known: Sheet | None = None) -> tuple[Table, Sheet]:
    """What tomllib reads from a text with line ends of `\\n`, and its lines. Raises ValueError or RecursionError for what is no TOML.

    Parts that `known` has to the letter are taken from there, with the claims in them where the article's words are the same too.
    """
    there = {part.text: part for part in known.parts} if known else {}
    parts = _parts(text, there)
    if parts is None:
        document = tomllib.loads(text)
        return document, Sheet(loose=tuple(find_comments(text, document)))
    whole: Table = {}
    for part in parts:
        for key, value in part.data.items():
            if isinstance(value, list) and key in whole:
                whole[key] += value
            else:
                whole[key] = list(value) if isinstance(value, list) else value
    same_words = any(part.name == ("text",) and there.get(part.text) is part for part in parts)
    return whole, Sheet(parts if same_words else tuple(part if part.claim is None else replace(part, claim=None) for part in parts))


def _parts(text: str, known: Mapping[str, Part]) -> tuple[Part, ...] | None:
    """The parts of a text, each of which is TOML by itself; None for a text that does not fall into such parts."""
    parts: list[Part] = []
    seen: dict[str, bool] = {}
    for start, end, many in _bounds(text):
        lines = text[start:end].strip("\n") + "\n"
        part = known.get(lines) or _part(lines)
        if part is None:
            return None
        data = part.data
        if (len(data) != 1 and many is not None) or any(key in seen and not (many and seen[key]) for key in data):
            return None
        seen |= dict.fromkeys(data, bool(many))
        parts.append(part)
    return tuple(parts)


def _part(lines: str) -> Part | None:
    try:
        data = read_plainly(lines) or tomllib.loads(lines)
    except (ValueError, RecursionError):
        return None
    return Part(part_name(data), lines, data) if data else None


def _bounds(text: str) -> Iterator[tuple[int, int, bool | None]]:
    """Where each part starts and ends, and whether its header is that of an array (None for the keys before the first header).

    Comment lines right above a header belong to its part.
    The article's words come last and may hold anything, so nothing after `[text]` parts the text.
    """
    cuts: list[tuple[int, bool | None]] = [(0, None)]
    for found in _PART.finditer(text):
        cuts.append((_above(text, found.start(), cuts[-1][0]), len(found[1]) == 2))
        if found[2] == "text":
            break
    if len(cuts) > 1 and cuts[1][0] == 0:
        del cuts[0]
    for (start, many), (end, _) in pairwise((*cuts, (len(text), None))):
        yield start, end, many


def _above(text: str, at: int, least: int) -> int:
    """Where the comment lines begin that end at `at`, or `at` itself."""
    while at > least and text.startswith("#", line := text.rfind("\n", least, at - 1) + 1 or least):
        at = line
    return at


def _wanted(case: Case) -> Iterator[tuple[Name, Claim | Table]]:
    """Every part that the file of a case has, in order: its name and what it holds."""
    rest = unknown(case)
    words = rest.pop("text", {})
    tables = {key: value for key, value in rest.items() if is_table(value)}
    yield ("schema",), {"schema": SCHEMA, **{key: value for key, value in rest.items() if key not in tables}}
    yield ("article",), {"article": article_table(case.article)}
    for key, columns in LISTS.items():
        for entry in getattr(case, key):
            if isinstance(entry, Claim):
                yield (key, plain(entry.id)), entry
            else:
                data = {key: [table_of(columns, entry)]}
                yield part_name(data), data
    for key, value in tables.items():
        for entry in value if isinstance(value, list) else (value,):
            yield (key,), {key: [entry] if isinstance(value, list) else entry}
    yield ("text",), {"text": text_table(case.article, words)}


def _holding(part: Part, claim: Claim) -> Part:
    """The part with the claim in it, unless it has an address that the claim keeps without a name and a password: such lines go."""
    written = part.data["claims"][0].get("evidence", ())
    kept = [(item.url, item.source) for item in claim.evidence]
    return Part(part.name, part.text, part.data, claim) if kept == [(item.get("url"), item.get("source")) for item in written] else part


def _kept(wanted: tuple[Name, Claim | Table], old: Mapping[Name, list[Part]]) -> Part | None:
    """The old part that holds just what is wanted, which is then no longer among the old ones."""
    name, content = wanted
    there = old.get(name, [])
    for i, part in enumerate(there):
        if part.claim is content or (part.claim == content if isinstance(content, Claim) else same(part.data, content)):
            return there.pop(i)
    return None


def _fresh(wanted: tuple[Name, Claim | Table], case: Case) -> Part:
    name, content = wanted
    if not isinstance(content, Claim):
        return Part(name, render(content), content)
    if key := stands(content, case.article.text):
        where = f"{key[0]} ({span_text(content.span)})"
        raise FactcheckError(f"Claim {content.id} cannot be saved: its {where} does not match the article's words; please report it.")
    data = {"claims": [claim_table(content)]}
    return Part(name, render(data), data, content)


def _with_comments(part: Part, loose: dict[Name, list[Comment]]) -> Part:
    """The part with the comments that belong there, which are then no longer loose."""
    names = [part.name] if part.name[0] in NAMED_PARTS else [(key,) for key in part.data]
    comments = [comment for name in names for comment in loose.get(name, ())]
    if not comments:
        return part
    text = place_comments(part.text, part.data, comments)
    if not same(tomllib.loads(text), part.data):
        return part
    for name in names:
        loose.pop(name, None)
    return replace(part, text=text)
