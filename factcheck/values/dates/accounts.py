"""Years and months of accounts, which are told by the day that they end on: "the year to March", "the six months ended 30 June"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.language.lexicon import words
from factcheck.model import DateKind
from factcheck.values.dates import calendar as cal
from factcheck.values.dates.absolute import day_month, month_at, month_day
from factcheck.values.dates.business import FiscalYear
from factcheck.values.dates.found import Found
from factcheck.values.dates.points import Year
from factcheck.values.dates.reading import Context, Meaning, Reading, moved
from factcheck.values.dates.relations import Duration
from factcheck.values.dates.token_stream import TokenStream

_ENDED = frozenset({"to", "ended", "ending", "ends", "through"})
"""Words between a length of accounts and the day that it ends on."""

_OWNERS = words("years", "accounts_of")
_KINDS_OF_YEAR = words("years", "kinds_of_year")


@dataclass(frozen=True, slots=True)
class YearOfAccounts(Meaning):
    """A year that has its place on the calendar only by the day behind it that it ends on."""

    def _read(self, _: Context) -> Reading | None:
        return Reading("P1Y", kind=DateKind.DURATION)


def year_of_accounts(stream: TokenStream, i: int) -> Found | None:
    """ "the year to March", "the financial year ended 30 June 2026", "its year that ends on 31 January"; the day is read by itself."""
    if stream.low(i) not in _OWNERS:
        return None
    at = stream.skip(i + 1, ("full",))
    at = stream.skip(at, _KINDS_OF_YEAR)
    if stream.low(at) != "year":
        return None
    day = _end_after(stream, at + 1)
    if day is None or not (month_day(stream, day) or day_month(stream, day) or month_at(stream, day)):
        return None
    start = i + (stream.low(i) not in ("the", "a"))
    return Found(start, at + 1, YearOfAccounts(), "length")


def _end_after(stream: TokenStream, i: int) -> int | None:
    """The place of the day behind "to", "ended on", "that ends on", "to the end of"; None where nothing like it stands."""
    at = stream.skip(stream.skip(i, (",",)), ("that", "which"))
    if stream.low(at) not in _ENDED or (at > i and stream.low(at) in ("to", "through")):
        return None
    at = stream.skip(at + 1, ("on", "at", "in"))
    for spelt in (("the", "end", "of"), ("end",)):
        if stream.has(at, *spelt):
            return at + len(spelt)
    return at


def told_by_end(stream: TokenStream, one: Found, last: Found, reading: Reading, ended: Reading | None) -> Reading:
    """A length of accounts with the days that the end behind it gives: those of "the year to March 2026" begin with April 2025."""
    meaning = one.meaning
    if ended is None or ended.latest is None or ended.grain not in ("D", "M") or not is_told_by_end(stream, one, last):
        return reading
    if isinstance(meaning, FiscalYear) and reading.value != f"FY{ended.latest.year}":
        return reading
    amount, unit = meaning.parts[0] if isinstance(meaning, Duration) else (Fraction(1), "Y")
    behind = cal.shifted(ended.latest, 1)
    if amount is None or amount.denominator != 1 or behind is None:
        return reading
    first = moved(behind, -int(amount), unit)
    if first is None:
        return reading
    if not isinstance(meaning, YearOfAccounts):
        return replace(reading, earliest=first, latest=ended.latest)
    begins = f"{first:%Y-%m}" if ended.grain == "M" else first.isoformat()
    return Reading(f"{begins}/{ended.value}", earliest=first, latest=ended.latest)


def is_told_by_end(stream: TokenStream, one: Found, last: Found) -> bool:
    """Whether a length of time has the end behind it that gives it its days."""
    meaning = one.meaning
    is_counted = isinstance(meaning, Duration) and len(meaning.parts) == 1 and meaning.parts[0][1] in ("W", "M", "Y") and not meaning.way
    is_year = isinstance(meaning, YearOfAccounts) or (isinstance(meaning, FiscalYear) and isinstance(meaning.year, Year))
    if not is_counted and not is_year:
        return False
    end = _end_after(stream, one.end)
    return end is not None and last.start <= end < last.end
