"""What the article says of itself: place, agency, byline and time of publication, from the parts that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from factcheck.reading.datelines import Dateline

_MOST_LINES = 12
"""How many datelines are read for a time at the most; a page has two or three."""


@dataclass
class Facts:
    """What was found on the page, in its order. `footer` holds the lines of publication below the article."""

    datelines: list[Dateline] = field(default_factory=list)
    footer: list[Dateline] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    bare_bylines: list[str] = field(default_factory=list)
    employers: list[str] = field(default_factory=list)

    @property
    def place(self) -> str | None:
        """The place of the first dateline that gives one."""
        return next((line.place for line in self.datelines if line.place), None)

    @property
    def agency(self) -> str | None:
        """The agency of the first line that gives one, above the story or below it, else the one that a byline names behind the writer."""
        return next((line.agency for line in (*self.datelines, *self.footer) if line.agency), next(iter(self.employers), None))

    @property
    def byline(self) -> str | None:
        """Who wrote it, as written but for the "By"; several lines are run together. Bare names count where no line says "By"."""
        return "; ".join(dict.fromkeys(" ".join(names.split()).strip(" ,") for names in self.bylines or self.bare_bylines)) or None

    def published(self) -> datetime | date | None:
        """When it was published: what is called so, else what was updated, else any other date, else the dateline's.

        The words are read by `factcheck.values.read_timestamp`, in the zone that they or the place give.
        """
        place = self.place
        ranked = sorted((line for line in (*self.datelines[:_MOST_LINES], *self.footer[:_MOST_LINES]) if line.when), key=_rank)
        times = (time_of(line.when or "", place) for line in ranked)
        return next((found for found in times if found is not None), None)


def time_of(words: str, place: str | None) -> datetime | date | None:
    """When these words say that something was published, in the zone that they or the place give."""
    from factcheck.values import read_timestamp  # the grammar of dates is loaded when there is a date to read

    return read_timestamp(" ".join(words.split()), place)


def _rank(line: Dateline) -> int:
    if line.is_first:
        return 0
    if line.is_change:
        return 1
    return 3 if line.length else 2
