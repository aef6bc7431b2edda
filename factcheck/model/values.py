"""What a date or a figure in the text means, beside the words it was read from."""

from __future__ import annotations

import re
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


class BasisRow(NamedTuple):
    """What a basis is, to be read behind "by"."""

    meaning: str


class Basis(Tabled):
    """What the value of a time expression rests on beside its own words."""

    row: BasisRow

    PUBLICATION = "publication", BasisRow("the day of publication")
    WEEKDAY = "weekday", BasisRow("its weekday and the day of publication")
    YEAR = "year", BasisRow("the year told before")
    NAMED = "named", BasisRow("the time named before")
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


class Change(StrEnum):
    """How a figure is qualified: exactly, about, more than, less than, or by how much something rose or fell."""

    EXACT = "="
    ABOUT = "~"
    MORE = ">"
    LESS = "<"
    UP = "up"
    DOWN = "down"


class Figure(Words):
    """A figure: `start`, `end` and `text` say where it stands (unit included), the rest what it means.

    `unit` is an ISO 4217 code for money, `percent`, an SI or everyday unit in the singular (`km`, `year`), or the
    lemma of the counted noun (`person`, `vessel`); `None` for a bare number. `high` is the upper end of a range, of
    which `value` is then the lower end; in a score or a vote ("2-1", unit `score`) the two are the first and second number.
    `set_by` is the reviewer who put this value in place of the one read.
    """

    value: Decimal
    high: Decimal | None = None
    unit: str | None = None
    change: Change = Change.EXACT
    set_by: str | None = None
