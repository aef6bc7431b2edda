"""Published fact-checks on claims, as a person reads them in a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model import count, one_line
from factcheck.model.published import Published


def published_lines(claim: str, asked: str, found: Published) -> Iterator[str]:
    """What was asked about a claim, by its id, and what was found: who, when, their rating in their words, and where it stands."""
    yield f"{claim}  asked: {one_line(asked)}"
    for check in found.checks:
        yield f"    {one_line(check.rated)}"
        yield from (f"        {one_line(words)}" for words in (check.title, check.url) if words)
    if not found.checks:
        yield "    no published fact-check was found"
    if found.left_out:
        yield f"    {count(found.left_out, 'answer')} of no use left out"
    if found.more:
        yield "    there are more; ask in narrower words with --query"


def published_as_json(told: Sequence[tuple[str, str, Published, int]], kept: bool) -> str:
    """The same as one JSON object; where they are `kept`, with how many were put into the case."""
    claims: list[Mapping[str, Any]] = [
        {"id": claim, "asked": asked, **found.model_dump(mode="json"), "kept": number if kept else None}
        for claim, asked, found, number in told
    ]
    return json.dumps({"claims": claims}, ensure_ascii=False)
