"""Says in plain words what was read: "Thu 28 Feb 2019", "February 2019", "two days", "every Tuesday", "before May 2024"."""

from __future__ import annotations

import re
from datetime import date

from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.model import DateKind, DateMod, DateValue

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday", "DT": "daytime"}
_UNITS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "WE": "weekend",
    "SE": "semester",
    "H": "hour",
    "S": "second",
}
_MODS = {
    DateMod.START: "early {}",
    DateMod.MID: "the middle of {}",
    DateMod.END: "late {}",
    DateMod.APPROX: "about {}",
    DateMod.BEFORE: "before {}",
    DateMod.AFTER: "after {}",
    DateMod.ON_OR_BEFORE: "by {}",
    DateMod.ON_OR_AFTER: "{} or later",
    DateMod.MORE_THAN: "more than {}",
    DateMod.LESS_THAN: "less than {}",
    DateMod.EQUAL_OR_MORE: "at least {}",
    DateMod.EQUAL_OR_LESS: "at most {}",
}
_OPEN = {
    "PAST_REF": "some time in the past",
    "PRESENT_REF": "now",
    "FUTURE_REF": "some time in the future",
    "XXXX": "a day of no known year",
}

PART_OF_PERIOD = re.compile(r"([0-9.]{1,12}|X)(DE|CE|WE|SE|[DWMQYHS])")
"""A part of a duration. Takes "2Y" and "XDE"; refuses "P"."""

DURATION = re.compile(r"P(?:(?:[0-9.]{1,12}|X)(?:DE|CE|WE|SE|[DWMQY])){0,6}(?:T(?:(?:[0-9.]{1,12}|X)[HMS]){1,3})?")
"""A TIMEX3 duration. Takes "P2D" and "PT48H"; refuses "PAST_REF"."""

CLOCK = re.compile(r"T([0-9]{2}:[0-9]{2})(?::[0-9]{2})?(Z?)")
"""A time of day. Takes "T16:15" and "T18:00Z"; refuses "TMO"."""


def describe(value: DateValue) -> str:
    """What the words mean, for a person: the day with its weekday, the month, the length of time, how often, with its modifier.

    "before", "by" and "after" come from the preposition that stood before the words. Never raises: a value of no known form is
    given as it is.
    """
    try:
        said = _said(value)
    except ValueError:  # a reviewer's correction may hold a day that no calendar has
        said = value.value
    if value.mod is None:
        return said
    first = value.text.partition(" ")[0].lower()
    if first == "earlier" and value.anchor is not None and value.earliest is not None and value.earliest < value.anchor:
        return f"{_point(value.earliest.isoformat())} to {_point(value.anchor.isoformat())}"  # "earlier this month", as it is published
    if first in {"earlier", "later"}:
        return f"{first} on {said}" if value.earliest == value.latest else f"{first} in {said}"
    told = _said_with(value.mod, value.text)
    before, marked, name = told.partition("{}")
    the = said.startswith("the ") and before in ("late ", "early ")
    return f"the {before}{said.removeprefix('the ')}{name}" if the and marked else told.format(said)


def _said_with(mod: DateMod, text: str) -> str:
    """How a modifier is put: as the end or the start where the words of the article say so, and as late or early else.

    A bound is that of the part of a time which the words name: "by the end of 2027".
    """
    part = "the end of {}" if _END.search(text) else "the start of {}" if _START.search(text) else ""
    if mod is DateMod.ON_OR_AFTER and not _COUNTED.search(text):
        return f"since {part or '{}'}"
    if mod in _BOUNDS:
        return _MODS[mod].format(part or "{}")
    own = part if mod in (DateMod.START, DateMod.END) else ""
    return own or _MODS[mod]


_BOUNDS = (DateMod.BEFORE, DateMod.AFTER, DateMod.ON_OR_BEFORE, DateMod.ON_OR_AFTER)


_COUNTED = re.compile(r"\b(?:ago|back|earlier|before|later|after|hence)$", re.IGNORECASE)
"""A time told by how long ago it was, which is a point. Takes "less than two years ago"; refuses "May 2019"."""

_END = re.compile(r"\b(?:end|close)\b", re.IGNORECASE)
"""Takes "the end of the year" and "year-end"; refuses "late May" and "weekend"."""

_LATER = re.compile(r"\b(?:later|after|following)\b", re.IGNORECASE)
"""Takes "minutes later" and "the days after"; refuses "the coming weeks"."""

_START = re.compile(r"\b(?:start|beginning|outset)\b", re.IGNORECASE)
"""Takes "the start of May" and "the beginning"; refuses "early May"."""


def _said(value: DateValue) -> str:
    if value.value == "FUTURE_REF" and _LATER.search(value.text):
        return "some time later"  # in a tale that may be past
    if value.kind is DateKind.DURATION:
        return _length(value.value)
    if value.kind is DateKind.SET:
        return _often(value.value)
    first, slash, last = value.value.partition("/")
    said = f"{_point(first)} to {_point(last)}" if slash else _point(first)
    return f"{said}, year open" if value.open_year else said


def _point(value: str) -> str:
    if value in _OPEN:
        return _OPEN[value]
    day, clock, time = _split_time(value)
    if clock:
        told = _time(time)
        return f"{_point(day)}, {told}" if day else told
    if value.startswith("BC"):
        return _before_christ(value[2:])
    if value.startswith("FY"):
        return f"financial year {_point(value[2:])}" if value[2:] != "XXXX" else "the financial year"
    year, dash, rest = value.partition("-")
    if not dash:
        return _years(year)
    where = "" if year == "XXXX" else f" {year}"
    if found := _in_year(rest, where, year):
        return found
    return value


def _split_time(value: str) -> tuple[str, bool, str]:
    at = value.find("T")
    if at < 0 or value[at:] == "T_REF" or value.endswith("_REF"):
        return value, False, ""
    return value[:at], True, value[at:]


def _time(value: str) -> str:
    if value[1:] in _PARTS:
        return _PARTS[value[1:]]
    found = CLOCK.fullmatch(value)
    return f"{found[1]}{' GMT' if found[2] else ''}" if found else value[1:]


def _in_year(rest: str, where: str, year: str) -> str | None:
    if rest in _SEASONS:
        return _SEASONS[rest] + where
    if rest[:1] in ("Q", "H") and rest[1:].isdigit():
        ordinal = ("first", "second", "third", "fourth")[int(rest[1]) - 1] if rest[1] in "1234" else rest[1]
        return (
            f"the {ordinal} {'quarter' if rest[0] == 'Q' else 'half'} of{where}"
            if where
            else f"the {ordinal} {'quarter' if rest[0] == 'Q' else 'half'}"
        )
    if rest.startswith("W"):
        return _week(rest[1:], year)
    month, dash, day = rest.partition("-")
    if month == "XX":
        return f"the {int(day)}th of a month" if day.isdigit() else "a day"
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return None
    name = MONTHS[int(month) - 1]
    if not dash:
        return name + where
    if not day.isdigit():
        return None
    if where:
        return day_in_full(date(int(year), int(month), int(day)))
    return f"{int(day)} {name}"


def _week(rest: str, year: str) -> str:
    number, _, day = rest.partition("-")
    if number == "XX":
        return WEEKDAYS[int(day) - 1] if day.isdigit() and 1 <= int(day) <= 7 else "a weekend" if day == "WE" else "a weekday"
    first, last = date.fromisocalendar(int(year), int(number), 1 if day != "WE" else 6), date.fromisocalendar(int(year), int(number), 7)
    return f"the {'weekend' if day == 'WE' else 'week'} {day_in_full(first)} to {day_in_full(last)}"


def day_in_full(day: date) -> str:
    """A day with its weekday, the same in every locale: "Thu 28 Feb 2019"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _years(value: str) -> str:
    if not value.isdigit():
        return value
    if len(value) == 3:
        return f"the {value}0s"
    if len(value) == 2:
        return f"the {_nth(int(value) + 1)} century"
    return str(int(value))


def _before_christ(rest: str) -> str:
    if not rest.isdigit():
        return f"BC {rest}"
    return f"the {_nth(int(rest) + 1)} century BC" if len(rest) == 2 else f"{int(rest)} BC"


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _length(value: str) -> str:
    if not DURATION.fullmatch(value):
        return value
    days, _, hours = value[1:].partition("T")
    parts = [_amount(n, _UNITS[unit]) for n, unit in PART_OF_PERIOD.findall(days)]
    parts += [_amount(n, "minute" if unit == "M" else _UNITS[unit]) for n, unit in PART_OF_PERIOD.findall(hours)]
    return " and ".join(parts) or value


def _amount(number: str, unit: str) -> str:
    many = unit[:-1] + "ies" if unit.endswith("y") and unit == "century" else unit + "s"
    if number == "X":
        return f"some {many}"
    said = _SMALL[int(number)] if number.isdigit() and int(number) < len(_SMALL) else number
    return f"{said} {unit if number == '1' else many}"


def _often(value: str) -> str:
    if DURATION.fullmatch(value):
        length = _length(value)
        return "every " + length.removeprefix("one ")
    day, clock, time = _split_time(value)
    if clock and day in ("XXXX-XX-XX", ""):
        return f"every {_time(time)}"
    return f"every {_point(day)}" + (f", {_time(time)}" if clock else "")
