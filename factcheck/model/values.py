"""What a date or a figure in the text means, beside the words it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from factcheck.model.base import Tabled, Words


class DateKind(StrEnum):
    """The TIMEX3 types (ISO-TimeML, Pustejovsky et al. 2010)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class DateMod(StrEnum):
    """The TIMEX3 modifiers that a reviewer has to see."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class BasisRow(NamedTuple):
    """What a basis is, to be read behind "by"."""

    meaning: str


class Basis(Tabled):
    """What the value of a time expression rests on beside its own words."""

    row: BasisRow

    PUBLICATION = "publication", BasisRow("the day of publication")
    DATELINE = "dateline", BasisRow("the day in the dateline")
    WEEKDAY = "weekday", BasisRow("its weekday and the day of publication")
    YEAR = "year", BasisRow("the year told before")
    NAMED = "named", BasisRow("the time named before")
    SPEECH = "speech", BasisRow("the day on which it was said")
    ORDER = "order", BasisRow("the way the article writes its other dates")


class DateValue(Words):
    """A time expression: `start`, `end` and `text` say where it stands, the rest what it means.

    `value` is a TIMEX3 value (`2019-03-01`, `2019-02`, `2024-Q1`, `1990`, `198`, `2026-SU`, `P2D`, `PAST_REF`).
    `[earliest, latest]` is the calendar interval, both days included; `None` where the value names none
    (durations, sets, `PAST_REF`, a day whose year is open). `basis` is what the value rests on beside its own words, `None` for what is
    written in full; `anchor` the day that a relative expression ("Friday", "two days later") was told from, as TIMEX3's `anchorTimeID`
    names it. `told_year` is the year that the passage told before a time without one, whether or not the value follows it.
    `set_by` is the reviewer who put this value in place of the one read.
    """

    value: str
    kind: DateKind = DateKind.DATE
    earliest: date | None = None
    latest: date | None = None
    mod: DateMod | None = None
    anchor: date | None = None
    basis: Basis | None = None
    told_year: int | None = None
    set_by: str | None = None

    @property
    def open_year(self) -> bool:
        """Whether it is a time of a year that nobody has told: `XXXX-08-03`, and not `XXXX-WXX-5`, any Friday."""
        return self.kind in (DateKind.DATE, DateKind.TIME) and _OPEN_YEAR.match(self.value) is not None


_OPEN_YEAR = re.compile(r"XXXX-(?!W|XX)")
"""What begins a time of a year that is not known. Takes "XXXX-08-03" and "XXXX-Q3"; refuses "XXXX-WXX-1"."""


@dataclass(frozen=True)
class ChangeRow:
    """What a sign before a figure means.

    `words` say it in plain words; `below` and `above` tell whether what is meant may lie on that side of the figure; `move` that the
    figure is by how much something changed.
    """

    words: str
    below: bool = False
    above: bool = False
    move: bool = False


class Change(Tabled):
    """How a figure is qualified: exactly, about, as a bound without or with the figure itself, or by how much something rose or fell."""

    row: ChangeRow

    EXACT = "=", ChangeRow("")
    ABOUT = "~", ChangeRow("about", below=True, above=True)
    MORE = ">", ChangeRow("more than", above=True)
    AT_LEAST = ">=", ChangeRow("at least", above=True)
    LESS = "<", ChangeRow("less than", below=True)
    AT_MOST = "<=", ChangeRow("at most", below=True)
    UP = "up", ChangeRow("up", move=True)
    DOWN = "down", ChangeRow("down", move=True)


class Figure(Words):
    """A figure: `start`, `end` and `text` say where it stands (unit included), the rest what it means.

    `unit` is an ISO 4217 code for money, `percent`, an SI or everyday unit in the singular (`km`, `year`), or the
    lemma of the counted noun (`person`, `vessel`), and what it is told per, if it is (`USD per hour`, `car per week`); `None` for a
    bare number. `high` is the upper end of a range, of
    which `value` is then the lower end; in a score or a vote ("2-1", unit `score`) the two are the first and second number.
    `set_by` is the reviewer who put this value in place of the one read.
    """

    value: Decimal
    high: Decimal | None = None
    unit: str | None = None
    change: Change = Change.EXACT
    set_by: str | None = None

    @property
    def base(self) -> str | None:
        """The unit without what it is told per: `USD` of `USD per hour`."""
        return self.unit.partition(" per ")[0] if self.unit is not None else None

    @property
    def is_rate(self) -> bool:
        """Whether the unit tells so many per something."""
        return self.unit != self.base
