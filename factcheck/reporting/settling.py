"""Whether the corrections that are asked for settle a flag, so that nobody is told of it once more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Flag, Words


class Edit(NamedTuple):
    """Words that are to stand in the place of those from `start` to `end`, in code points of the article."""

    start: int
    end: int
    words: str


class Settling:
    """What an article's words become, once what is asked for is done. Where two ask for different things nothing is sure."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._text = text
        asked = sorted(set(edits))
        clashing = {edit for one, other in pairwise(asked) if other.start < one.end for edit in (one, other)}
        self._edits = [edit for edit in asked if edit not in clashing]
        self._ends = [edit.end for edit in self._edits]

    def settles(self, flag: Flag) -> bool:
        """Whether the places of a flag agree then: all that are wrong read as it suggests, or all read as one of them does now.

        A flag that is not about words which are to be the same, such as one on a sum, is never settled by this.
        """
        if not any(self._edited(span) for span in flag.spans):
            return False
        if flag.wrong is not None:
            return all(self._reads(span, flag.suggestion or "") for span in flag.spans if span.text == flag.wrong.text)
        texts = {span.text for span in flag.spans}
        return len(texts) > 1 and any(all(self._reads(span, text) for span in flag.spans) for text in texts)

    def _edited(self, span: Words) -> list[Edit]:
        """The edits of words in a span."""
        at = bisect_right(self._ends, span.start)
        found = []
        while at < len(self._edits) and self._edits[at].start < span.end:
            found.append(self._edits[at])
            at += 1
        return found

    def _reads(self, span: Words, wanted: str) -> bool:
        """Whether a span has the wanted words then, and no longer its own where these are others."""
        edits = self._edited(span)
        if not edits:
            return span.text == wanted
        at, now = min(span.start, edits[0].start), ""
        for edit in edits:
            now += self._text[at : edit.start] + edit.words
            at = edit.end
        now += self._text[at : span.end]
        return _has(now, wanted) and (span.text == wanted or not _has(now, span.text))


def _has(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
