"""Fact-checks that others have published: what was found on a claim, told in their words, and never a verdict of ours."""

from __future__ import annotations

import re
from datetime import date, datetime

from factcheck.model.base import Model
from factcheck.model.review import Evidence, EvidenceLevel, Stance

_RATED = re.compile(r"[^“\n]+ on “.*”: (?:“.*”|no rating)", re.DOTALL)
"""How a check is told: takes 'Fact Desk (2024-03-06) on “It cost more”: “False”'; refuses 'Minutes of 4 March, p. 3'."""


class PublishedCheck(Model):
    """One check that somebody has published: of which claim (`text`) by whom, where it stands, and their rating in their own words."""

    text: str
    claimant: str | None = None
    publisher: str
    title: str | None = None
    day: date | None = None
    rating: str | None = None
    url: str

    @property
    def rated(self) -> str:
        """Who says what of which claim, on one line."""
        when = f" ({self.day})" if self.day else ""
        return f"{self.publisher}{when} on “{self.text}”: {f'“{self.rating}”' if self.rating else 'no rating'}"

    def as_evidence(self, by: str, at: datetime) -> Evidence:
        """The check as evidence that mentions a claim: whether it bears on it at all is for a person to say."""
        return Evidence(
            url=self.url, title=self.title, stance=Stance.MENTIONS, level=EvidenceLevel.SECONDARY, note=self.rated, accessed=at.date(),
            added_by=by, added_at=at,
        )  # fmt: skip


def is_published(item: Evidence) -> bool:
    """Whether a piece of evidence is a check that somebody has published: its note is as `PublishedCheck.rated` tells one."""
    return item.url is not None and _RATED.fullmatch(item.note or "") is not None


class Published(Model):
    """What a service knows of checks on a claim; how many of its answers were of no use, and whether it has more than were asked for."""

    checks: tuple[PublishedCheck, ...] = ()
    left_out: int = 0
    more: bool = False
