"""Passages in which an article says that checks are off: directives taken out of its words, and what they make together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.documents import Piece
from factcheck.documents.directives import CLOSES, OPENS
from factcheck.model import Off
from factcheck.reading.parts import Part

_DIRECTIVE = re.compile(rf"{OPENS}(o(?:ff|n))((?: [a-z-]{{1,40}}){{0,20}}){CLOSES}")
"""A directive between its signs, as `documents.directives` puts it there."""

MOST = 1_000
"""Directives of one article that are followed."""


@dataclass(frozen=True)
class Directive:
    """Checks turned off or on again, none named being all, at a place in a piece, both given by their numbers."""

    off: bool
    checks: tuple[str, ...]
    piece: int
    at: int


def taken_out(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Directive]]:
    """The pieces without their directives, as many as they were, though some may be empty; and the directives in order."""
    found: list[Directive] = []
    kept = []
    for n, piece in enumerate(pieces):
        words, last = "", 0
        for match in _DIRECTIVE.finditer(piece.words):
            words = _joined(words, piece.words[last : match.start()])
            found.append(Directive(match[1] == "off", tuple(match[2].split()), n, len(words)))
            last = match.end()
        kept.append(replace(piece, words=_joined(words, piece.words[last:]).rstrip()) if last else piece)
    return kept, found[:MOST]


def without_directives(words: str) -> str:
    """Words, or the first of them, without the directives in them."""
    said, last = "", 0
    for match in _DIRECTIVE.finditer(words):
        said, last = _joined(said, words[last : match.start()]), match.end()
    return _joined(said, words[last:]) if last else words


def _joined(words: str, more: str) -> str:
    return words + (more.lstrip() if not words or words[-1].isspace() else more)


def passages(directives: Sequence[Directive], part_of: Mapping[int, Part], end: int) -> tuple[Off, ...]:
    """The passages of a text of length `end` in which checks are off; one that is never ended goes on to the end.

    `part_of` has where each piece of the article stands, by its number; a directive in a piece that is gone counts from the next one on.
    """
    open_at: dict[tuple[str, ...], int] = {}
    found: list[Off] = []
    for directive in directives:
        at = _place(directive, part_of, end)
        if directive.off:
            open_at.setdefault(directive.checks, at)
            continue
        for checks in [c for c in open_at if not directive.checks or set(c) & set(directive.checks)]:
            found += _off(open_at[checks], at, checks)
            rest = tuple(c for c in checks if directive.checks and c not in directive.checks)
            del open_at[checks]
            if rest:
                open_at[rest] = at
    for checks, start in open_at.items():
        found += _off(start, end, checks)
    return tuple(sorted(found, key=lambda off: (off.start, off.end, off.checks)))


def _place(directive: Directive, part_of: Mapping[int, Part], end: int) -> int:
    part = part_of.get(directive.piece)
    if part is not None:
        return min(part.start + directive.at, part.end)
    return min((p.start for n, p in part_of.items() if n > directive.piece), default=end)


def _off(start: int, end: int, checks: tuple[str, ...]) -> Iterator[Off]:
    if end > start:
        yield Off(start=start, end=end, checks=checks)
