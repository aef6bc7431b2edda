"""What is checked of an article and what is not, word by word, as a person reads it in a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.model import Case, Claim, Words, count, one_line
from factcheck.model.coverage import Stretch, stretches, words_by_tick

_CONTEXT = 40
"""Characters of the text that are shown at either side of words in no claim."""


def coverage_lines(case: Case, loose: Sequence[tuple[str, Words]]) -> Iterator[str]:
    """How many words are checked, what is in no claim (`loose`: what each is, and its words), and which claims have no source."""
    yield words_told(case)
    if loose:
        yield ""
        yield "In no claim:"
        for what, found in loose:
            yield f"  {what} {_in_context(case, found)}"
    if without := without_source(case):
        yield ""
        yield f"{count(len(without), 'claim')} without a source:"
        yield from (f"  {claim.id}  {one_line(claim.in_context, 200)}" for claim in without)


def words_told(case: Case, ticked: Sequence[Stretch] | None = None) -> str:
    """How many words the article has and how far they are checked, in one sentence; `ticked` as for `words_by_tick`."""
    words = words_by_tick(case, ticked)
    each = ", ".join(f"{n} {tick.row.meaning}" for tick, n in words.items() if n)
    return f"{count(sum(words.values()), 'word')}: {each or 'none'}."


def without_source(case: Case) -> list[Claim]:
    """The claims to which neither the writer nor a reader has given any source: the list that a checker sends back."""
    return [claim for claim in case.claims if claim.part_of is None and claim.checkable and not claim.evidence]


def coverage_as_json(case: Case, loose: Sequence[tuple[str, Words]]) -> str:
    """The same as one JSON object; spans are half-open ranges of code points into the article's text."""
    told: dict[str, Any] = {
        "words": {tick.value: n for tick, n in words_by_tick(case).items()},
        "stretches": [{"start": one.start, "end": one.end, "tick": one.tick.value} for one in stretches(case)],
        "loose": [{"what": what, "start": words.start, "end": words.end, "text": words.text} for what, words in loose],
        "without_source": [claim.id for claim in without_source(case)],
    }
    return json.dumps(told, ensure_ascii=False)


def _in_context(case: Case, found: Words) -> str:
    text = case.article.text
    before = text[max(0, found.start - _CONTEXT) : found.start].rpartition("\n")[2]
    after = text[found.end : found.end + _CONTEXT].partition("\n")[0]
    place = case.article.locator(found.start)
    return one_line(f"“{found.text}”{f' ({place})' if place else ''}: …{before}{found.text}{after}…", 200)
