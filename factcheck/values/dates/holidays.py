"""Holidays by name, and the day that each falls on in a year.

Fixed days and rules from the United States Code (5 U.S.C. 6103), the United Kingdom's Banking and Financial Dealings
Act 1971 and, for Easter, the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
"""

from __future__ import annotations

from datetime import date

from factcheck.values.dates.calendar import day_of, shifted

FIXED: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "4th of july": (7, 4),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "juneteenth": (6, 19),
    "bastille day": (7, 14),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "earth day": (4, 22),
    "groundhog day": (2, 2),
    "april fools' day": (4, 1),
    "all saints' day": (11, 1),
    "guy fawkes night": (11, 5),
}
"""Holidays that fall on the same day of every year."""

NTH: dict[str, tuple[int, int, int]] = {
    "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}
"""Holidays on the nth weekday of a month: month, weekday (Monday 0), which one (-1 the last)."""

FROM_EASTER: dict[str, int] = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
    "ash wednesday": -46,
    "shrove tuesday": -47,
    "mardi gras": -47,
    "pentecost": 49,
    "whit monday": 50,
}
"""Holidays so many days after Easter Sunday."""

AFTER_THANKSGIVING: dict[str, int] = {"black friday": 1, "cyber monday": 4}
"""Shopping days so many days after Thanksgiving."""

NAMES: dict[str, list[tuple[str, ...]]] = {}
"""The words of every name by its first word, longest first."""

for _name in (*FIXED, *NTH, *FROM_EASTER, *AFTER_THANKSGIVING):
    _words = tuple(_name.replace("'", " ' ").replace(".", " . ").split())
    NAMES.setdefault(_words[0], []).append(_words)
for _known in NAMES.values():
    _known.sort(key=len, reverse=True)


def holiday(name: str, year: int) -> date | None:
    """The day of the holiday in a year; None for a name that is not known and beyond the calendar."""
    if name in FIXED:
        return day_of(year, *FIXED[name])
    if name in NTH:
        return nth_weekday(year, *NTH[name])
    if name in FROM_EASTER:
        sunday = easter(year)
        return shifted(sunday, FROM_EASTER[name]) if sunday else None
    if name in AFTER_THANKSGIVING:
        thursday = holiday("thanksgiving", year)
        return shifted(thursday, AFTER_THANKSGIVING[name]) if thursday else None
    return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, the last one for -1; None where there is none."""
    if nth < 0:
        after = day_of(year + month // 12, month % 12 + 1, 1)
        last = shifted(after, -1) if after else None
        return shifted(last, -((last.weekday() - weekday) % 7)) if last else None
    first = day_of(year, month, 1)
    found = shifted(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1)) if first else None
    return found if found and found.month == month else None


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, skipped = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * days) // 451
    month, day = divmod(moon + days - 7 * late + 114, 31)
    return day_of(year, month, day + 1)
