"""The offices that an article gives to people right before or right behind their names, where one person cannot hold two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.lexicon import any_of, meanings, words
from factcheck.model import Span

_APART: dict[str, list[str]] = meanings("offices", "apart")
_NOT_NOW = words("offices", "not_now")
_CHANGE = words("offices", "change")
_OFFICES = any_of("offices", "apart")
_WORD = re.compile(r"[^\W\d_]+")

BEHIND = re.compile(
    rf",\s(?:who\sis\s)?(?P<before>(?:[\w.’'&-]{{1,30}}\s){{0,4}}?)(?P<office>{_OFFICES})(?=,|\.|;|\)|\s(?:of|at|for)\s(?P<of>[^,.;]{{1,40}})|\s?$)",
    re.IGNORECASE,
)
"""An office behind a name: takes `, the chief financial officer,` and `, CEO of Acme.`, not `, who met the chairman`."""

BEFORE = re.compile(
    rf"(?P<before>(?:\b[\w.’'&-]{{1,30}}\s){{0,2}})(?<![\w-])(?P<office>{_OFFICES})(?:\s(?:of|at|for)\s(?P<of>[^,.;]{{1,40}}),)?,?\s$",
    re.IGNORECASE,
)
"""An office before a name: takes `Chief Executive ` and `the chairman of Acme, `, not `met the chairman and `."""

_REACH = 90
"""Code points before a name in which its office can stand."""


@dataclass(frozen=True)
class Office:
    """An office that somebody holds now: the row of those that exclude one another, its name in it, of what where the words say so."""

    row: str
    name: str
    of: str | None
    span: Span


def offices_at(text: str, mention: Span, paragraph: Span) -> Iterator[Office]:
    """The offices that the words right before and right behind a name give its bearer at the time of the article."""
    match = BEHIND.match(text, mention.end, paragraph.end)
    if match is not None and not _is_another(match):
        yield _office(match, Span(start=mention.start, end=match.end()))
    start = max(paragraph.start, mention.start - _REACH)
    match = BEFORE.search(text[start : mention.start])
    if match is not None and not _is_another(match):
        yield _office(match, Span(start=start + match.start("office"), end=mention.end))


def tells_of_change(text: str) -> bool:
    """Whether a word stands in the text that tells of somebody who comes into an office or a party, or leaves it."""
    return any(match[0].casefold() in _CHANGE for match in _WORD.finditer(text))


def _is_another(match: re.Match[str]) -> bool:
    return any(word.casefold() in _NOT_NOW for word in _WORD.findall(match["before"]))


def _office(match: re.Match[str], span: Span) -> Office:
    row, name = _APART[match["office"].casefold()]
    return Office(row, name, match["of"], span)
