"""The ages that an article gives to people, where their names or pronouns stand (AP Stylebook, "ages")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

BEHIND = re.compile(r",?\s\(?(?:aged\s|age\s)?(?P<age>\d{1,3})(?:\syears\sold|-year-old)?(?=,\s(?![^\W_a-z]|\d)|[;)]|\.(?:\s|$)|\s?$)")
"""What stands behind a name: takes `, 45,`, ` (45)` and `, aged 45.`, not `, 45 miles` nor `, 45, Hull, 30`."""

IS = re.compile(r"(?:,\swho)?\s(?:is|was|turned|turns|will\sbe|will\sturn)\s(?P<age>\d{1,3})(?=[,.;)]|\syears\sold|\son\s|\sin\s|\sand\s)")
"""Being so old: takes ` is 45,` and `, who turned 45 on `, not ` is 45 miles`."""

BEFORE = re.compile(r"(?P<age>\d{1,3})-year-old\s(?:[\w’'-]{1,20}\s){0,4}$")
"""What stands before a name: takes `45-year-old engineer `, not `45-year-old ship, the `."""

THEN = re.compile(r"\b(?:then|when|until|in\s(?:1[5-9]|20)\d\d)\b[^.]{0,60}$", re.IGNORECASE)
"""What stands before an age of another day: takes `In 1990, ` and `was then `, not `said `."""

YOUNGEST, ELDEST = 1, 115
_REACH = 80
"""Code points before a name in which its age, or a word like "then", can stand."""


def ages_at(text: str, mention: Span, paragraph: Span) -> Iterator[int]:
    """The ages, in years, that the words around a mention give its person at the time of the article."""
    before = text[max(paragraph.start, mention.start - _REACH) : mention.start]
    found = [pattern.match(text, mention.end, paragraph.end) for pattern in (BEHIND, IS)]
    for match in (*found, BEFORE.search(before)):
        if match is not None and YOUNGEST <= int(match["age"]) <= ELDEST and not THEN.search(before[: _cut(match, before)]):
            yield int(match["age"])


def _cut(match: re.Match[str], before: str) -> int:
    return match.start() if match.string is before else len(before)
