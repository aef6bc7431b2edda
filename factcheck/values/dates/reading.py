"""A calendar value, what an expression is read against, and the values of days, weeks, months and longer periods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model import Basis, DateKind, DateMod
from factcheck.values.dates import calendar as cal


@dataclass(frozen=True, slots=True)
class Reading:
    """A calendar value; `grain` is the unit that it names (D, W, M, Q, SE, Y, DE, C; nothing for what is no calendar period)."""

    value: str
    kind: DateKind = DateKind.DATE
    earliest: date | None = None
    latest: date | None = None
    mod: DateMod | None = None
    grain: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The year, and the month where there is one, of the time that the same paragraph named last with its year, `sentences` before."""

    year: int
    month: int | None
    sentences: int


@dataclass(slots=True)
class Context:
    """What an expression is read against.

    `published` is the day of publication; `named` the last time named before, for "the following day"; `look` where
    the sentence looks (-1 back, 1 forward, 0 not told), `is_sure` whether a verb says so; `is_narrative` whether the
    text tells of another time than its own, so that a bare month belongs to the year named last. `told` is the year that
    the same paragraph told before; `sentences` how many sentences back the last time was named; `is_again` whether this one
    tells of what happens again, on days of their own. `period` is the month or quarter that the text is about, `since_period`
    how many sentences back it was named, `since_named` the same of `named`, and `is_full` whether that was named in full;
    `is_limit` whether it only says when something began or ended: "the year to 31 March", "since Friday", and `is_end` whether it does
    or is an aside that is told from publication;
    `is_compared` whether something is held against this time: "from a month earlier", `is_beside` whether an amount of it is: "from $3m a
    year ago"; `is_aside` whether the time named last is that of a clause of its own: "the jury, which retired on Monday, went home at 4pm".
    `year` is the year named last, `month` the month, by its own name, `since_year` how many sentences back.
    `is_price` whether it is one of shares, which are held against those of the day of publication.
    `told_on` is what `published` is: the day of publication, or that of the dateline.
    `anchor` is the day that the expression being read is told from and
    `basis` what its value rests on, which `anchor_at` and `rest_on` note.
    """

    published: date | None = None
    named: Reading | None = None
    look: int = 0
    is_sure: bool = False
    is_narrative: bool = False
    told: Told | None = None
    sentences: int = 0
    is_again: bool = False
    anchor: date | None = None
    basis: Basis | None = None
    period: Reading | None = None
    since_period: int = 0
    is_compared: bool = False
    is_beside: bool = False
    is_aside: bool = False
    is_full: bool = False
    is_end: bool = False
    is_limit: bool = False
    since_named: int = 0
    told_on: Basis = Basis.PUBLICATION
    year: Reading | None = None
    month: Reading | None = None
    since_year: int = 0
    is_price: bool = False

    def anchor_at(self, day: date | None) -> date | None:
        """Note a day as the one that the expression is told from, and give it back: that of publication, or one that was named before."""
        named = self.named
        if day is None or day == self.published:
            self.rest_on(self.told_on if day else None, day)
        else:
            is_year = named is not None and named.grain == "Y" and day == named.earliest
            self.rest_on(Basis.YEAR if is_year else Basis.NAMED, day)
        return day

    def rest_on(self, basis: Basis | None, anchor: date | None = None) -> None:
        """Note what the value of the expression rests on, and the day that it is told from where it is told from one."""
        self.basis, self.anchor = basis, anchor

    @property
    def told_year(self) -> int | None:
        """The year that was told before: the one that the value rests on, else that of the same paragraph."""
        if self.basis is Basis.YEAR and self.anchor is not None:
            return self.anchor.year
        return self.told.year if self.told is not None else None

    @property
    def now(self) -> date | None:
        """The day that "yesterday" is told from: publication, else a day that this sentence or the one before names in full."""
        if self.published is not None:
            return self.published
        is_told = self.named is not None and self.named.grain == "D" and self.is_full and self.since_named <= 1
        return self.named.earliest if self.named is not None and is_told else None

    def compared(self, *, months: bool) -> Reading | None:
        """The quarter, or the month too, that a year before it is set beside: "third-quarter net rose from a year ago"."""
        period = self.period
        if period is None or self.is_price or self.since_period > (_STORY if self.is_beside else 1):
            return None
        if period.grain in ("Q", "SE", MONTHS):
            return period
        return period if months and period.grain == "M" and self.since_period <= _PARAGRAPH else None

    def told_from(self, unit: str) -> date | None:
        """The day that "the previous month" is told from; of what is held against it, the month or quarter that the text is about.

        Figures of a month are news in the one after it, so that where no month is named the comparison is with no month that
        publication tells.
        """
        if unit == "Y":
            return self._year_told()
        if unit not in ("M", "Q"):
            return self.then
        reach = _PARAGRAPH if unit == "Q" else _FEW if self.is_compared else 1
        if self.period is not None and self.period.grain == unit and self.since_period <= reach:
            return self.period.earliest
        if not self.is_compared:
            return self.then
        is_news = self.published is not None and self.then is not None and abs((self.published - self.then).days) <= _NEWS
        return None if is_news else self.then

    def _year_told(self) -> date | None:
        """The day that "the previous year" is told from: of a year named shortly before, else what was named last, but no day of news."""
        named = self.named
        if named is None or named.grain != "D" or named.earliest is None or self.is_narrative or self.published is None:
            return self.then
        if abs((self.published - named.earliest).days) > _NEWS:
            return self.then
        return self.year.earliest if self.year is not None and self.since_year <= 2 else None

    @property
    def is_near(self) -> bool:
        """Whether what was named last is the day that is told of: of a sentence just before, or of the news, and no end of something."""
        if self.named is None or self.named.earliest is None or self.is_limit:
            return False
        return self.since_named <= 2 or (self.published is not None and 0 <= (self.published - self.named.earliest).days <= 1)

    @property
    def is_night(self) -> bool:
        """Whether what was named last is the evening or the night of a day."""
        hour = self.named.value.partition("T")[2] if self.named is not None and self.named.kind is DateKind.TIME else ""
        return hour in ("EV", "NI") or "18" <= hour[:2] <= "23"

    @property
    def then(self) -> date | None:
        """The day that "the following day" is told from: what was named last, else publication."""
        return self.named.earliest if self.named is not None and self.named.earliest else self.published

    @property
    def story(self) -> date | None:
        """The day that a month or day without its year belongs near; in a tale what was named last, but no plan for years to come."""
        if self.published is None:
            return self.then
        if not self.is_narrative or self.then is None or (self.then > self.published and self.look <= 0):
            return self.published
        return self.then


_FEW = 3
"""Sentences within which a comparison is with the month named last."""

_PARAGRAPH = 5
"""Sentences within which an amount of a year ago is one of the same quarter: "from $12m a year ago"."""

_STORY = 12
"""Sentences within which an amount of a year ago is one of the quarter that a story reports."""

_NEWS = 45
"""Days from publication within which a day that was named is that of the news, and not the month that figures are of."""


class Meaning:
    """What a time expression says, before it is known which day it means; one class below it for each way of naming a time."""

    __slots__ = ()

    def read(self, context: Context) -> Reading | None:
        """The calendar value, or None where the calendar has no such day."""
        return self._read(context)

    def _read(self, context: Context) -> Reading | None:
        raise NotImplementedError


def day_reading(day: date | None) -> Reading | None:
    """One day."""
    return Reading(day.isoformat(), earliest=day, latest=day, grain="D") if day else None


def month_reading(year: int, month: int) -> Reading | None:
    """One month."""
    span = cal.month_span(year, month)
    return Reading(f"{year:04}-{month:02}", earliest=span[0], latest=span[1], grain="M") if span else None


def year_reading(year: int) -> Reading | None:
    """One year."""
    span = cal.year_span(year)
    return Reading(f"{year:04}", earliest=span[0], latest=span[1], grain="Y") if span else None


def week_reading(day: date | None) -> Reading | None:
    """The week of a day."""
    span = cal.week_span(day) if day else None
    return Reading(cal.iso_week(span[0]), earliest=span[0], latest=span[1], grain="W") if span else None


def weekend_reading(day: date | None) -> Reading | None:
    """Saturday and Sunday of a day's week."""
    span = cal.week_span(day) if day else None
    return Reading(cal.iso_week(span[0]) + "-WE", earliest=cal.shifted(span[0], 5), latest=span[1], grain="WE") if span else None


def quarter_reading(year: int, quarter: int) -> Reading | None:
    """One quarter of a calendar year."""
    span = cal.month_span(year, 3 * quarter - 2, 3) if 1 <= quarter <= 4 else None
    return Reading(f"{year:04}-Q{quarter}", earliest=span[0], latest=span[1], grain="Q") if span else None


MONTHS = "months"
"""The grain of some whole months that make no quarter: those of a year of accounts."""


def months_reading(reading: Reading) -> Reading | None:
    """A stretch of whole months by its own name: a quarter, or the months from the first to the last; None for other stretches."""
    first, last = reading.earliest, reading.latest
    behind = cal.shifted(last, 1) if last is not None else None
    if first is None or last is None or behind is None or first.day != 1 or behind.day != 1 or behind <= first:
        return None
    found = quarter_reading(first.year, (first.month + 2) // 3)
    if found is not None and (found.earliest, found.latest) == (first, last):
        return found
    return Reading(f"{first:%Y-%m}/{last:%Y-%m}", earliest=first, latest=last, grain=MONTHS)


def year_before(reading: Reading) -> Reading | None:
    """The same month, quarter, half or stretch of months a year before."""
    return in_year(reading, reading.earliest.year - 1) if reading.earliest is not None else None


def in_year(reading: Reading, year: int) -> Reading | None:
    """The same month, quarter, half or stretch of months, so that it begins in another year."""
    if reading.earliest is None:
        return None
    years = year - reading.earliest.year
    first = moved(reading.earliest, years, "Y")
    if reading.grain == "SE" and first is not None:
        span = cal.month_span(year, first.month, 6)
        return replace(reading, value=f"{year:04}{reading.value[4:]}", earliest=span[0], latest=span[1]) if span else None
    if reading.grain != MONTHS:
        return unit_reading(first, reading.grain)
    behind = cal.shifted(reading.latest, 1) if reading.latest is not None else None
    end = moved(behind, years, "Y")
    last = cal.shifted(end, -1) if end is not None else None
    return Reading(f"{first:%Y-%m}/{last:%Y-%m}", earliest=first, latest=last, grain=MONTHS) if first and last else None


def decade_reading(tens: int) -> Reading | None:
    """Ten years: 199 are the 1990s."""
    span = cal.year_span(tens * 10, 10)
    return Reading(f"{tens:03}", earliest=span[0], latest=span[1], grain="DE") if span else None


def century_reading(number: int) -> Reading | None:
    """A hundred years: the 19th century are those from 1800 on, as TIMEX3 counts them (value 18)."""
    span = cal.year_span(number * 100 - 100, 100) if number > 1 else cal.year_span(1, 99)
    return Reading(f"{number - 1:02}", earliest=span[0], latest=span[1], grain="CE") if span and number else None


SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months of the meteorological seasons of the northern hemisphere; winter reaches into the year after."""


def season_reading(year: int, season: str) -> Reading | None:
    """One season; winter is told by the year that it begins in."""
    span = cal.month_span(year, SEASON_STARTS[season], 3)
    return Reading(f"{year:04}-{season}", earliest=span[0], latest=span[1], grain="SN") if span else None


_PERIODS: dict[str, Callable[[date], Reading | None]] = {
    "D": day_reading,
    "W": week_reading,
    "FN": week_reading,
    "WE": weekend_reading,
    "M": lambda day: month_reading(day.year, day.month),
    "Q": lambda day: quarter_reading(day.year, (day.month + 2) // 3),
    "Y": lambda day: year_reading(day.year),
    "SN": lambda day: year_reading(day.year),
    "DE": lambda day: decade_reading(day.year // 10),
    "CE": lambda day: century_reading(day.year // 100 + 1),
}
"""The period of each unit that a day lies in."""


def unit_reading(day: date | None, unit: str) -> Reading | None:
    """The period of a unit that a day lies in; None for a unit that is no period."""
    period = _PERIODS.get(unit)
    return period(day) if period is not None and day is not None else None


def moved(day: date | None, amount: int, unit: str) -> date | None:
    """`amount` units later; None where the unit has no place on the calendar."""
    if day is None or abs(amount) > 10_000:
        return None
    if unit in ("D", "NI", "MO", "EV", "AF"):
        return cal.shifted(day, amount)
    if unit in ("W", "WE", "FN"):
        return cal.shifted(day, amount * (14 if unit == "FN" else 7))
    months = {"M": 1, "Q": 3, "SE": 6, "Y": 12, "SN": 12, "DE": 120, "CE": 1200}.get(unit)
    return cal.month_shifted(day, amount * months) if months else None


def nearest(context: Context, at: date, options: list[date]) -> date | None:
    """The candidate that the sentence looks to: back and forward as its verb says, else the nearest."""
    if not options:
        return None
    if at in options:
        return at
    back = max((day for day in options if day < at), default=None)
    ahead = min((day for day in options if day > at), default=None)
    if back is None or ahead is None:
        return back or ahead
    if context.is_sure and context.look > 0:
        is_end = context.named is not None and context.named.earliest == at  # of a range, which ends when it has begun
        return back if (at - back).days <= _SOON and (ahead - at).days > _A_YEAR_OFF and not is_end else ahead
    if context.is_sure and context.look < 0:
        soon = back.year != at.year == ahead.year and (ahead - at).days <= _SOON
        return ahead if soon else back
    weight = _LEAN[context.look]
    return ahead if (ahead - at).days * weight < (at - back).days else back


_SOON = 30
"""Days ahead that are meant rather than a day of the year before, which nobody writes without its year, even beside a past verb."""

_A_YEAR_OFF = 330
"""Days ahead so many that nobody writes of the day without its year: the same day has just been."""

_LEAN = {-1: 8.0, 0: 3.0, 1: 1 / 8}
"""How many times nearer the day ahead has to be than the day before where no verb decides, by the way that something else looks."""


def year_by_passage(context: Context, at: date, day: date, month: int) -> int | None:
    """The year of a day or month without one, of which `day` is the one that publication at `at` makes likely; None where it stays open.

    News leaves out the year of what lies near, or in the year of publication (AP Stylebook, "months"). So the day that publication
    tells wins where it is near or where the sentence looks forward. Else the event that the passage tells of has its own year: when it
    names the same month, in the same sentence, or in the sentence before where publication tells no day of its own year. Where the two
    disagree the year stays open.
    """
    told = context.told
    if told is not None and context.published is None:
        return told.year
    if told is None or told.year >= at.year or told.year == day.year or context.look > 0:
        return day.year
    if told.month == month:
        return told.year
    if abs((at - day).days) <= _NEAR:
        return day.year
    if told.sentences == 0:
        return told.year
    if context.look >= 0 or not context.is_sure:
        return day.year
    if day.year == at.year:
        return day.year if told.sentences > 1 else None
    return told.year if told.sentences == 1 else None


_NEAR = 100
"""Days from publication within which its year is left out, whatever other years stand near."""


def reference(way: int) -> str:
    """The TIMEX3 value of a time that only points: back below zero, forward above it."""
    return "PAST_REF" if way < 0 else "FUTURE_REF" if way > 0 else "PRESENT_REF"
