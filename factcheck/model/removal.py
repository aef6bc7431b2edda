"""Who took a claim out of a case, and when: the claim itself is there no more to say so."""

from __future__ import annotations

from pydantic import AwareDatetime

from factcheck.model.base import Kept


class Removal(Kept):
    """A claim that somebody took out, by its id and its words, with its `parts` (the ids of its names, dates and figures).

    One that was joined with another went `into` that. There is none of a claim that was brought back.
    """

    claim: str
    text: str
    parts: tuple[str, ...] = ()
    into: str | None = None
    by: str
    at: AwareDatetime
