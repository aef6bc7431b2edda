"""Holidays by name, and the day or days that each falls on in a year.

Fixed days and rules from the United States Code (5 U.S.C. 6103) and the United Kingdom's Banking and Financial Dealings
Act 1971; Easter as dateutil computes it, and feasts of the lunar calendars as the package `holidays` has them for a country
that keeps them. Where a feast depends on the sight of the moon, another country may keep it a day earlier or later.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from factcheck.language.lexicon import meanings
from factcheck.values.dates.calendar import day_of, shifted

FIXED: dict[str, list[int]] = meanings("holidays", "fixed")
"""Holidays that fall on the same day of every year."""

NTH: dict[str, list[int]] = meanings("holidays", "nth")
"""Holidays on the nth weekday of a month: month, weekday (Monday 0), which one (-1 the last)."""

FROM_EASTER: dict[str, int] = meanings("holidays", "from_easter")
"""Holidays so many days after Easter Sunday."""

AFTER_THANKSGIVING: dict[str, int] = {"black friday": 1, "cyber monday": 4}
"""Shopping days so many days after Thanksgiving."""

MOVED: dict[str, list[str]] = meanings("holidays", "moved")
"""Feasts of other calendars: the country of `holidays` that they are looked up in, and their name there."""

SPANS: dict[str, tuple[str, int]] = {
    "passover": ("pesach", 7),
    "hanukkah": ("hanukkah", 8),
    "ramadan": ("ramadan", 0),
    "lent": ("ash wednesday", 46),
    "holy week": ("palm sunday", 7),
}
"""Named periods: the feast that each begins with, and how many days it lasts; Ramadan lasts until the feast at its end."""

_BEGIN: dict[str, list[str]] = {
    "pesach": ["IL", "Pesach"],
    "hanukkah": ["IL", "Hanukkah"],
    "ramadan": ["MV", "First Day of Ramadan"],
}

NAMES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""Every name by its first word: its words and marks, and the name; the longest first."""

for _name in (*FIXED, *NTH, *FROM_EASTER, *AFTER_THANKSGIVING, *MOVED, *SPANS):
    _words = tuple(_name.replace("'", " ' ").replace(".", " . ").replace("-", " - ").split())
    NAMES.setdefault(_words[0], []).append((_words, _name))
for _known in NAMES.values():
    _known.sort(key=lambda known: -len(known[0]))


def holiday(name: str, year: int) -> tuple[date, date] | None:
    """The first and last day of the holiday in a year; None for a name that is not known and beyond the calendar."""
    if name in SPANS:
        feast, length = SPANS[name]
        first = day_of_holiday(feast, year)
        end = day_of_holiday("eid al-fitr", year) if not length else shifted(first, length) if first else None
        last = shifted(end, -1) if end else None
        return (first, last) if first and last and first <= last else None
    day = day_of_holiday(name, year)
    return (day, day) if day else None


def day_of_holiday(name: str, year: int) -> date | None:
    """The day of a holiday of one day in a year, or None."""
    if name in FIXED:
        return day_of(year, *FIXED[name])
    if name in NTH:
        return nth_weekday(year, *NTH[name])
    if name in FROM_EASTER:
        sunday = easter(year)
        return shifted(sunday, FROM_EASTER[name]) if sunday else None
    if name in AFTER_THANKSGIVING:
        thursday = nth_weekday(year, *NTH["thanksgiving"])
        return shifted(thursday, AFTER_THANKSGIVING[name]) if thursday else None
    country, label = MOVED.get(name) or _BEGIN.get(name) or ("", "")
    if country:
        return _moved(country, label, year)
    return easter(year, orthodox=True) if label == "orthodox" else day_of(year, 1, 7) if label else None


@cache
def _moved(country: str, label: str, year: int) -> date | None:
    """The first day of a feast as a country keeps it; None for years that the package does not know."""
    import warnings

    import holidays

    with warnings.catch_warnings():  # it warns of years that it does not know, and then gives nothing
        warnings.simplefilter("ignore")
        categories = ("public", "optional", "school") if country in ("IL", "IN") else ("public",)
        kept = holidays.country_holidays(country, years=year, language="en_US", categories=_supported(country, categories))
    days = [day for day, names in kept.items() if any(label in (one, one.removesuffix(" (estimated)")) for one in names.split("; "))]
    return min(days, default=None)


def _supported(country: str, categories: tuple[str, ...]) -> tuple[str, ...]:
    import holidays

    known = holidays.country_holidays(country).supported_categories
    return tuple(category for category in categories if category in known)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, the last one for -1; None where there is none."""
    if nth < 0:
        after = day_of(year + month // 12, month % 12 + 1, 1)
        last = shifted(after, -1) if after else None
        return shifted(last, -((last.weekday() - weekday) % 7)) if last else None
    first = day_of(year, month, 1)
    found = shifted(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1)) if first else None
    return found if found and found.month == month else None


def easter(year: int, *, orthodox: bool = False) -> date | None:
    """Easter Sunday of the western churches, or of the orthodox ones; None outside the years that dateutil computes (1583 to 4099)."""
    from dateutil import easter as computed

    if not 1583 <= year <= 4099:
        return None
    return computed.easter(year, computed.EASTER_ORTHODOX if orthodox else computed.EASTER_WESTERN)
