"""Time-zone abbreviations: which offset from Greenwich each one means, and where it means another.

The offsets are those of the tz database (iana.org/time-zones) for the abbreviations in use there today. Three letters
can mean several zones: the first row of an abbreviation is the reading that news uses most, a later row holds where
the place says so. A place decides by any of its words ("AFP Jerusalem" is Israel).
"""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone

from factcheck.language.lexicon import words

_H = 60

_INDIA = 5 * _H + 30

ZONES: dict[str, tuple[tuple[int, str], ...]] = {
    "utc": ((0, ""),),
    "gmt": ((0, ""),),
    "z": ((0, ""),),
    "wet": ((0, ""),),
    "west": ((1 * _H, ""),),
    "bst": ((1 * _H, "british"), (6 * _H, "bangladesh")),
    "cet": ((1 * _H, ""),),
    "cest": ((2 * _H, ""),),
    "met": ((1 * _H, ""),),
    "mest": ((2 * _H, ""),),
    "eet": ((2 * _H, ""),),
    "eest": ((3 * _H, ""),),
    "msk": ((3 * _H, ""),),
    "trt": ((3 * _H, ""),),
    "eat": ((3 * _H, ""),),
    "cat": ((2 * _H, ""),),
    "sast": ((2 * _H, ""),),
    "wat": ((1 * _H, ""),),
    "ist": ((_INDIA, "india"), (2 * _H, "israel"), (1 * _H, "ireland")),
    "idt": ((3 * _H, ""),),
    "gst": ((4 * _H, ""),),
    "pkt": ((5 * _H, ""),),
    "npt": ((5 * _H + 45, ""),),
    "ict": ((7 * _H, ""),),
    "wib": ((7 * _H, ""),),
    "wita": ((8 * _H, ""),),
    "wit": ((9 * _H, ""),),
    "sgt": ((8 * _H, ""),),
    "myt": ((8 * _H, ""),),
    "hkt": ((8 * _H, ""),),
    "pht": ((8 * _H, ""),),
    "jst": ((9 * _H, ""),),
    "kst": ((9 * _H, ""),),
    "awst": ((8 * _H, ""),),
    "acst": ((9 * _H + 30, ""),),
    "acdt": ((10 * _H + 30, ""),),
    "aest": ((10 * _H, ""),),
    "aedt": ((11 * _H, ""),),
    "nzst": ((12 * _H, ""),),
    "nzdt": ((13 * _H, ""),),
    "nst": ((-3 * _H - 30, ""),),
    "ndt": ((-2 * _H - 30, ""),),
    "ast": ((-4 * _H, "atlantic"), (3 * _H, "arabia")),
    "adt": ((-3 * _H, ""),),
    "est": ((-5 * _H, "america"), (10 * _H, "australia")),
    "edt": ((-4 * _H, "america"), (11 * _H, "australia")),
    "cst": ((-6 * _H, "america"), (8 * _H, "china"), (-5 * _H, "cuba")),
    "cdt": ((-5 * _H, "america"), (-4 * _H, "cuba")),
    "mst": ((-7 * _H, "america"), (8 * _H, "malaysia")),
    "mdt": ((-6 * _H, ""),),
    "pst": ((-8 * _H, "america"), (8 * _H, "philippines")),
    "pdt": ((-7 * _H, ""),),
    "akst": ((-9 * _H, ""),),
    "akdt": ((-8 * _H, ""),),
    "hst": ((-10 * _H, ""),),
    "brt": ((-3 * _H, ""),),
    "art": ((-3 * _H, ""),),
    "clt": ((-4 * _H, ""),),
}
"""Minutes east of Greenwich, by abbreviation in small letters, and the region that each reading belongs to."""

PLACES: dict[str, str] = {
    place: region
    for region, places in {
        "bangladesh": "bangladesh dhaka chittagong",
        "israel": "israel jerusalem aviv haifa",
        "ireland": "ireland dublin cork galway",
        "arabia": "arabia riyadh jeddah kuwait baghdad iraq doha qatar bahrain manama",
        "australia": "australia sydney melbourne brisbane canberra hobart",
        "china": "china beijing shanghai guangzhou shenzhen taiwan taipei",
        "cuba": "cuba havana",
        "malaysia": "malaysia lumpur",
        "philippines": "philippines manila cebu davao",
    }.items()
    for place in places.split()
}
"""Words of place names that choose a reading other than the first: the capitals and largest cities of each region."""

AMERICAN_HOURS = {"et": -5 * _H, "ct": -6 * _H, "mt": -7 * _H, "pt": -8 * _H}
"""American zones that name no season ("9 a.m. ET"): the offset of winter; summer is an hour further east."""

MONTH_FIRST = frozenset(["est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "akst", "akdt", "hst", "et", "ct", "mt", "pt"])
"""Zones of a country that writes the month before the day (Associated Press Stylebook, "dates")."""

DAY_FIRST = frozenset(["gmt", "bst", "ist", "cet", "cest", "sgt", "pkt", "aest", "aedt", "nzst", "nzdt", "eat", "sast", "wat", "hkt"])
"""Zones of countries that write the day before the month."""

MONTH_FIRST_PLACES = words("time_words", "month_first_places")
"""Words of places that write the month before the day: American cities whose names stand alone in datelines."""

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters. Takes "Tel" and "Aviv"; refuses "2024"."""


def words_of(place: str | None) -> list[str]:
    """The words of a place name in small letters."""
    return WORD.findall(place.lower()) if place else []


def zone(name: str, place: str | None = None, on: date | None = None) -> timezone | None:
    """The offset that an abbreviation means at `place` (any words; the most usual in news when unknown) on a day.

    The day matters for "ET" and its like only; without one they mean nothing, and so does an unknown name.
    """
    low = name.lower()
    if low in AMERICAN_HOURS:
        if on is None:
            return None
        return _offset(AMERICAN_HOURS[low] + (_H if is_american_summer(on) else 0))
    readings = ZONES.get(low)
    if readings is None:
        return None
    regions = {PLACES[word] for word in words_of(place) if word in PLACES}
    minutes = next((minutes for minutes, region in readings if region in regions), readings[0][0])
    return _offset(minutes)


def _offset(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


def offset(sign: int, hours: int, minutes: int) -> timezone | None:
    """The zone of a written offset (+05:30); none for one that no clock on Earth has."""
    total = sign * (hours * 60 + minutes)
    return _offset(total) if minutes < 60 and -12 * 60 <= total <= 14 * 60 else None


def is_american_summer(day: date) -> bool:
    """Whether daylight saving time holds in most of the United States on `day`.

    Energy Policy Act of 2005 from 2007 on (second Sunday of March to first of November); before it, the rule of
    1987 (first Sunday of April to last of October). Changes of hour on the day itself count as done.
    """
    if day.year >= 2007:
        return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)
    last = _sunday(day.year, 10, 5) if _sunday(day.year, 10, 5).month == 10 else _sunday(day.year, 10, 4)
    return _sunday(day.year, 4, 1) <= day < last


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
