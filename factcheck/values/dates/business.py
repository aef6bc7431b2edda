"""Times of business: quarters, halves, financial years and their ends, with or without their year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcheck.values.dates import calendar as cal
from factcheck.values.dates.reading import Context, Meaning, Reading, moved, quarter_reading, reference, unit_reading


@dataclass(frozen=True, slots=True)
class Quarter(Meaning):
    """A quarter of a year; `year` is a meaning of its own ("last year") or None for the quarter nearest.

    `is_reported` where somebody reports on it, which is over, whenever that is.
    """

    quarter: int
    year: Meaning | None = None
    fiscal: bool = False
    is_reported: bool = False

    def _read(self, context: Context) -> Reading | None:
        if self.year is not None:
            whole = self.year.read(context)
            if whole is None or whole.earliest is None:
                return Reading(f"XXXX-Q{self.quarter}")
            found = quarter_reading(whole.earliest.year, self.quarter)
        else:
            at = context.anchor_at(context.story)
            if at is None:
                return Reading(f"XXXX-Q{self.quarter}")
            current = (at.month + 2) // 3
            look = min(context.look, 0) if self.is_reported else context.look
            year = at.year - (self.quarter > current and look <= 0) + (self.quarter < current and look > 0)
            found = quarter_reading(year, self.quarter)
            late = _LATE if self.is_reported else _A_REPORT
            told = found is not None and (self.is_reported or year < at.year) and not context.is_narrative
            if told and found and found.latest and (at - found.latest).days > late:
                return Reading(f"XXXX-Q{self.quarter}")  # a financial year that is not the calendar's, and whose is not told
        if self.fiscal and found is not None:
            return replace(found, value="FY" + found.value, earliest=None, latest=None)
        return found


_A_REPORT = 180
"""Days after which nobody writes of a quarter of the year before without its year."""
_LATE = 75
"""Days after which nobody reports on a quarter, for which the SEC allows 45: later it is of another year than the calendar's."""


@dataclass(frozen=True, slots=True)
class Half(Meaning):
    """The first or second half of a year."""

    half: int
    year: Meaning | None = None

    def _read(self, context: Context) -> Reading | None:
        whole = self.year.read(context) if self.year is not None else unit_reading(context.anchor_at(context.story), "Y")
        if whole is None or whole.earliest is None:
            return Reading(f"XXXX-H{self.half}")
        year = whole.earliest.year
        if self.year is None and context.look <= 0 and context.story and context.story.month <= 6:
            if self.half == 1:
                return Reading("XXXX-H1")  # not over yet, so that it is of another year than the calendar's
            year -= 1
        span = cal.month_span(year, 6 * self.half - 5, 6)
        return Reading(f"{year:04}-H{self.half}", earliest=span[0], latest=span[1], grain="SE") if span else None


@dataclass(frozen=True, slots=True)
class FiscalYear(Meaning):
    """A financial year, which may go by both of its years: which days it has depends on whose it is, so it has no interval.

    With no `year` it is told from publication ("the last financial year"), and what it goes by depends on that, too.
    """

    year: Meaning | None = None
    last: Meaning | None = None

    def _read(self, context: Context) -> Reading | None:
        whole = self.year.read(context) if self.year is not None else Reading("XXXX")
        if whole is None:
            return None
        last = self.last.read(context) if self.last is not None else None
        return Reading("FY" + (whole.value if whole.earliest else "XXXX") + (f"/{last.value}" if last else ""), grain="Y")


@dataclass(frozen=True, slots=True)
class ReportedQuarter(Meaning):
    """ "the quarter", "the latest period" of a report, or that of `years` before: the one named last, else the last that has ended."""

    years: int = 0

    def _read(self, context: Context) -> Reading | None:
        named, published = context.compared(months=False) or context.named, context.published
        if named is not None and named.grain == "Q" and named.latest is not None and (self.years or _is_of_late(named.latest, published)):
            at = context.anchor_at(named.earliest)
        else:
            at = moved(context.anchor_at(published), -1, "Q")
        found = unit_reading(moved(at, -self.years, "Y"), "Q")
        return found or Reading(reference(-1))


@dataclass(frozen=True, slots=True)
class CurrentQuarter(Meaning):
    """ "the current quarter": the one that is on; where a report tells what is over of it, the one reported on."""

    is_reported: bool = False

    def _read(self, context: Context) -> Reading | None:
        period = context.period
        is_told = period is not None and period.grain == "Q" and context.since_period <= _FEW
        if context.look < 0 and context.is_sure and (self.is_reported or is_told):
            return ReportedQuarter().read(context)
        at = context.anchor_at(context.now)
        return unit_reading(at, "Q") or Reading(reference(0))


_FEW = 1
"""Sentences within which "the current quarter" is the one named before."""


@dataclass(frozen=True, slots=True)
class YearEnd(Meaning):
    """The year whose end is told: that of publication, or the one before in the first half of a year where the sentence looks back."""

    def _read(self, context: Context) -> Reading | None:
        at = context.anchor_at(context.story)
        if at is None:
            return Reading("XXXX")
        return unit_reading(moved(at, -1, "Y") if context.look < 0 and at.month <= _HALF_YEAR else at, "Y")


_HALF_YEAR = 6


def _is_of_late(day: date, published: date | None) -> bool:
    return published is None or (published - day).days <= _A_YEAR


_A_YEAR = 366
