"""`house`: a spelling for which the house list has another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.language.quotation_marks import find_quotations
from factcheck.model import House, Severity, Span

TOKEN = re.compile(r"\w+|[^\w\s]")
"""A word, or a mark by itself: takes `Kiev` and `-`, not ` `."""

LONGEST = 12
"""The most words and marks of a spelling that are looked for."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Every place of a spelling on the list, where the house wants it so but for those that are quoted.

    One written in small letters is found with a capital too.
    """
    wanted = _by_first(context.house)
    if not wanted:
        return
    said = find_quotations(context.text, context.blocks) if context.house.leave_quoted else []
    outer = [q.outer for q in said if q.depth == 0]
    starts = [span.start for span in outer]
    for block in context.blocks:
        tokens = [Span(start=m.start(), end=m.end()) for m in TOKEN.finditer(context.text, block.start, block.end)]
        free = 0
        for i, token in enumerate(tokens):
            if token.start < free:
                continue
            nth = bisect_right(starts, token.start) - 1
            if nth >= 0 and token.start < outer[nth].end:
                continue
            spelling = next(_spellings_at(context, tokens[i : i + LONGEST], wanted), None)
            if spelling is not None:
                finding = _finding(context, token.start, *spelling)
                free = finding.spans[0].end
                yield finding


def _by_first(house: House) -> dict[str, list[tuple[str, int]]]:
    """The spellings on the list under their first word, each with how many words and marks it has, the longest first."""
    found = defaultdict(list)
    for spelling in sorted(house.prefer, key=lambda s: (-len(s), s)):
        tokens = TOKEN.findall(spelling)
        if 0 < len(tokens) <= LONGEST:
            found[tokens[0].lower()].append((spelling, len(tokens)))
    return found


def _spellings_at(context: CheckContext, tokens: list[Span], wanted: dict[str, list[tuple[str, int]]]) -> Iterator[tuple[str, int]]:
    first = context.text[tokens[0].start : tokens[0].end]
    for spelling, size in wanted.get(first.lower(), ()):
        if size <= len(tokens):
            written = " ".join(context.text[tokens[0].start : tokens[size - 1].end].split())
            if written == spelling or (spelling[0].islower() and written == spelling[0].upper() + spelling[1:]):
                yield spelling, tokens[size - 1].end


def _finding(context: CheckContext, start: int, spelling: str, end: int) -> Finding:
    place = context.at(start, end)
    right = context.house.prefer[spelling]
    if spelling[0].islower() and place.text[:1].isupper():
        right = right[:1].upper() + right[1:]
    message = f"The house list has {quoted(right)} in the place of {quoted(place.text)}."
    return Finding((place,), message, Severity.WARNING, right, near=place)


_LIST = House(prefer={"Kiev": "Kyiv", "advisor": "adviser", "e-mail": "email"})
_NOT_QUOTED = _LIST.model_copy(update={"leave_quoted": True})

CHECK = Check(
    id="house",
    looks_for="a spelling for which the house list has another",
    rule="the newsroom's own list, `[house.prefer]` in factcheck.toml",
    find=find,
    catches=(
        Example("Rain\n\nHe flew from Kiev to Oslo in the rain.\n", house=_LIST),
        Example("Rain\n\nAdvisor Ruth Okafor stayed dry.\n", house=_LIST),
        Example("Rain\n\nShe sent an e-mail about it.\n", house=_LIST),
    ),
    passes=(
        Example("Rain\n\nHe flew from Kyiv to Oslo in the rain.\n", house=_LIST),
        Example("Rain\n\nThe advisors stayed dry.\n", house=_LIST),
        Example("Rain\n\nHe flew from Kiev to Oslo in the rain.\n"),
        Example("Rain\n\n“I flew from Kiev in the rain,” he said.\n", house=_NOT_QUOTED),
    ),
)
