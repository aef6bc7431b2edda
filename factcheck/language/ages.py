"""The ages that an article gives to people at its own time, where their names or pronouns stand (AP Stylebook, "ages")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Span

BEHIND = re.compile(
    r",?\s\(?(?:aged\s|age\s|now\s)?(?P<age>\d{1,3})(?:\syears\sold|-year-old)?(?=,\s(?![^\W_a-z]|\d)|[;)]|\.(?:\s|$)|\s?$)"
)
"""What stands behind a name: takes `, 45,`, ` (45)` and `, aged 45.`, not `, 45 miles` nor `, 45, Hull, 30`."""

DESCRIBED = re.compile(r",\s(?:an?|the)\s(?P<age>\d{1,3})-year-old(?=\s[^\W\d_])")
"""An age behind a name that describes its bearer: takes `, a 45-year-old engineer` and `, the 45-year-old cook`, not `, 45-year-old`."""

IS = re.compile(
    r"(?:,\swho)?\s(?:is|was|is\snow|turned|turns|will\sbe|will\sturn)\s(?P<age>\d{1,3})(?=[,.;)]|\syears\sold|\son\s|\sin\s|\sand\s)"
)
"""Being so old: takes ` is 45,` and `, who turned 45 on `, not ` is 45 miles`."""

BEFORE = re.compile(r"(?P<age>\d{1,3})-year-old\s(?:[\w’'-]{1,20}\s){0,4}$")
"""What stands before a name: takes `45-year-old engineer `, not `45-year-old ship, the `."""

NOW_AT = re.compile(r"\b[Aa]t\s(?P<age>\d{2,3}),?\s$")
"""An age that opens a sentence or a clause, where the verb behind the name is in the present: takes `At 45, `, not `At 45 miles `."""

PRESENT = re.compile(r"\s(?:is|has|still|remains|plans|says|hopes)\s")
"""What tells that somebody is so old at the time of the article: takes ` is ` and ` still `, not ` was `."""

THEN = re.compile(r"\b(?:then|when|until|in\s(?:1[5-9]|20)\d\d)\b[^.]{0,60}$", re.IGNORECASE)
"""What stands before an age of another day: takes `In 1990, ` and `was then `, not `said `."""

YOUNGEST, ELDEST = 1, 115
_REACH = 80
"""Code points before a name in which its age, or a word like "then", can stand."""


@dataclass(frozen=True)
class Years:
    """A number that an article gives a person, an age in years or a year, and the words with the mention that say so."""

    number: int
    span: Span


def ages_at(text: str, mention: Span, paragraph: Span) -> Iterator[Years]:
    """The ages that the words around a mention give its person at the time of the article."""
    from_here = max(paragraph.start, mention.start - _REACH)
    before = text[from_here : mention.start]
    for pattern in (BEHIND, DESCRIBED, IS):
        match = pattern.match(text, mention.end, paragraph.end)
        if match is not None and _is_age(match) and not THEN.search(before):
            yield Years(int(match["age"]), Span(start=mention.start, end=match.end()))
    match = BEFORE.search(before)
    if match is not None and _is_age(match) and not THEN.search(before[: match.start()]):
        yield Years(int(match["age"]), Span(start=from_here + match.start(), end=mention.end))
    match = NOW_AT.search(before)
    if match is not None and _is_age(match) and PRESENT.match(text, mention.end, paragraph.end):
        yield Years(int(match["age"]), Span(start=from_here + match.start(), end=mention.end))


def _is_age(match: re.Match[str]) -> bool:
    return YOUNGEST <= int(match["age"]) <= ELDEST
