"""Publication lines: the day, the time of day and the zone that a page gives for itself."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from factcheck.model import DateKind
from factcheck.values.interim.dates.finding import find_dates

ZONES = {
    "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 60, "WEST": 60, "WAT": 60, "CET": 60, "CEST": 120, "EET": 120, "SAST": 120, "CAT": 120, "EEST": 180,
    "MSK": 180, "EAT": 180, "AST": -240, "GST": 240, "PKT": 300, "IST": 330, "NPT": 345, "BDT": 360, "ICT": 420, "WIB": 420, "SGT": 480, "HKT": 480,
    "AWST": 480, "PHT": 480, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240, "ET": -300,
    "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "HST": -600,
}  # fmt: skip
"""Minutes east of Greenwich for the abbreviations that news pages print (IANA tz database, names in use today)."""

BY_PLACE = {
    ("IST", "israel"): 120, ("IST", "jerusalem"): 120, ("IST", "tel aviv"): 120, ("IST", "dublin"): 60, ("IST", "ireland"): 60,
    ("CST", "beijing"): 480, ("CST", "shanghai"): 480, ("CST", "china"): 480, ("CST", "taipei"): 480, ("CST", "havana"): -300,
    ("BST", "dhaka"): 360, ("BST", "bangladesh"): 360, ("EST", "sydney"): 600, ("EST", "melbourne"): 600,
}  # fmt: skip
"""What an abbreviation of more than one meaning means in a place."""

_CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])(?:[:.h]([0-5]\d))(?::[0-5]\d(?:\.\d{1,6})?)?\s{0,2}([ap]\.?m\b\.?)?", re.IGNORECASE)
"""A time of day: takes `4:15 PM` and `10.04`, not `24:10` or `1.345`."""

_HOUR = re.compile(r"\b(1[0-2]|[1-9])\s{0,2}([ap])\.?m\b", re.IGNORECASE)
"""An hour alone: takes `4 PM` and `9 a.m.`, not `4 Persons`."""

_OFFSET = re.compile(r"(?:GMT|UTC)?([+-])(\d{1,2}):?([0-5]\d)?\b")
"""A zone in numbers: takes `+05:30` and `UTC-3`, not `2019-03-01`."""

_NAME = re.compile(r"(?<![A-Za-z])([A-Z]{1,4})(?![A-Za-z])")


def read_timestamp(text: str, place: str | None = None) -> datetime | date | None:
    """When a publication line says the page appeared: an aware datetime where it gives a zone, a naive one where it gives only a
    time, a date where it gives only a day, None where it names no whole day. An abbreviation of more than one meaning is read
    by `place`, else as news most often means it. Never raises.
    """
    found = [d for d in find_dates(text[:400]) if d.earliest is not None and d.earliest == d.latest]
    if not found:
        return None
    day = found[0].earliest
    assert day is not None  # noqa: S101 - filtered above, and mypy cannot see it
    inside = found[0].kind is not DateKind.TIME
    rest = text[: found[0].start] + " " + text[found[0].end :] if inside else text
    rest = rest.replace(day.isoformat(), " ")
    clock = _clock(rest)
    if clock is None:
        return day
    minutes, end = clock
    moment = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60)  # noqa: DTZ001 - the zone is added where one is given
    offset = _zone(rest[end : end + 24], place)
    if offset is None:
        offset = _zone(rest[max(0, end - 40) : end], place) if _NAME.search(rest[:end]) and not _OFFSET.search(rest[:end]) else None
    return moment if offset is None else moment.replace(tzinfo=timezone(timedelta(minutes=offset)))


def _clock(text: str) -> tuple[int, int] | None:
    """Minutes after midnight, and where the time stops."""
    for found in _CLOCK.finditer(text):
        hour, minute, half = int(found[1]), int(found[2]), (found[3] or "")[:1].lower()
        if half and not 1 <= hour <= 12:
            continue
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        return 60 * hour + minute, found.end()
    found_hour = _HOUR.search(text)
    if not found_hour:
        return None
    return 60 * (int(found_hour[1]) % 12 + (12 if found_hour[2].lower() == "p" else 0)), found_hour.end()


def _zone(text: str, place: str | None) -> int | None:
    """Minutes east of Greenwich."""
    if found := _OFFSET.search(text):
        minutes = 60 * int(found[2]) + int(found[3] or 0)
        return (minutes if found[1] == "+" else -minutes) if minutes < 24 * 60 else None
    for name in _NAME.findall(text):
        if place and (name, place.lower()) in BY_PLACE:
            return BY_PLACE[name, place.lower()]
        if name in ZONES:
            return ZONES[name]
    return None
