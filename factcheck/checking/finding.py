"""What a check is and what it gives back: its rule, its examples, and the places that do not agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.model import NO_HOUSE, House, Severity, Words

if TYPE_CHECKING:
    from factcheck.checking.context import CheckContext


@dataclass(frozen=True)
class Finding:
    """Places that do not agree: every span involved, one plain sentence, and what to write instead where that is sensible.

    `near` is for a slip that is known by where it stands and not by its words alone ("the official", a sum): the
    words beside it then go into the flag's fingerprint.
    """

    spans: tuple[Words, ...]
    message: str
    severity: Severity
    suggestion: str | None = None
    near: Words | None = None


@dataclass(frozen=True)
class Example:
    """A small article: its first line is the headline and every later line a paragraph.

    `speakers` are the words of those who are quoted in it, where the check looks at speakers; `said` the words of a speaker and
    what that speaker said, where it looks at both; `house` what the newsroom prefers.
    """

    text: str
    published: date | None = date(2024, 3, 5)
    speakers: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    house: House = NO_HOUSE


@dataclass(frozen=True)
class Check:
    """A check: its id, what it looks for, where the rule comes from, and articles that it must flag and must let pass."""

    id: str
    looks_for: str
    rule: str
    find: Callable[[CheckContext], Iterator[Finding]]
    catches: tuple[Example, ...]
    passes: tuple[Example, ...]
