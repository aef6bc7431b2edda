"""A time expression in plain words: what was read, for gists, the workbench and reports."""

from __future__ import annotations

import re
from datetime import date

from factcheck.model import DateKind, DateMod, DateValue

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_FULL = "January February March April May June July August September October November December".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_FULL_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_NAMES = {"S": "second", "H": "hour", "D": "day", "W": "week", "Y": "year", "DE": "decade", "CE": "century", "WE": "weekend"}
_MODS = {DateMod.START: "early ", DateMod.MID: "mid-", DateMod.END: "late ", DateMod.APPROX: "about ", DateMod.BEFORE: "before ", DateMod.AFTER: "after "}

_PERIOD = re.compile(r"P(T?)(\d{1,9}|X)(DE|CE|WE|[SMHDWY])$")
"""A TIMEX3 duration: takes `P2D` and `PT48H`, not `2D`."""


def describe(value: DateValue) -> str:
    """What was read, in plain words: `Thu 28 Feb 2019`, `February 2019`, `2 days`, `every Tuesday`, `before May 2024`."""
    words = _described(value)
    return f"{_MODS[value.mod]}{words}" if value.mod else words


def _described(value: DateValue) -> str:
    if value.kind is DateKind.SET:
        return f"every {_weekday(value.value) or _amount(value.value, bare_one=True)}"
    if value.kind is DateKind.DURATION or value.value.startswith("P") and "_" not in value.value:
        return " to ".join(_amount(part) for part in value.value.split("/"))
    if value.kind is DateKind.TIME and "T" in value.value:
        return _time(value)
    if value.earliest is not None and value.latest is not None:
        return _interval(value.value, value.earliest, value.latest)
    return _open(value.value)


def _interval(value: str, first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if "/" in value:
        return f"{first.year} to {last.year}" if len(value) == 9 else f"{_day(first)} to {_day(last)}"
    if re.fullmatch(r"\d{4}-\d\d", value):
        return f"{_FULL[first.month - 1]} {first.year}"
    if re.fullmatch(r"\d{4}", value):
        return value
    if re.fullmatch(r"\d{3}", value):
        return f"the {value}0s"
    if re.fullmatch(r"\d{4}-Q\d", value):
        return f"quarter {value[-1]} of {value[:4]}"
    if value[5:] in _SEASONS:
        return f"{_SEASONS[value[5:]]} {value[:4]}"
    if re.fullmatch(r"\d\d", value):
        return f"{first.year} to {last.year}"
    return f"{_day(first)} to {_day(last)}"


def _time(value: DateValue) -> str:
    clock = value.value.partition("T")[2]
    words = _PARTS.get(clock, clock)
    if value.earliest is None:
        weekday = _weekday(value.value.partition("T")[0])
        return f"{weekday} {words}" if weekday else words
    return f"{_day(value.earliest)}, {words}"


def _day(when: date) -> str:
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]} {when.year}"


def _weekday(value: str) -> str:
    found = re.fullmatch(r"XXXX-WXX-([1-7])", value)
    return _FULL_DAYS[int(found[1]) - 1] if found else ""


def _amount(value: str, *, bare_one: bool = False) -> str:
    found = _PERIOD.fullmatch(value)
    if not found:
        return value
    time, number, code = found.groups()
    unit = ("minute" if time else "month") if code == "M" else _NAMES[code]
    if number == "1":
        return unit if bare_one else f"1 {unit}"
    plural = "centuries" if unit == "century" else f"{unit}s"
    return f"some {plural}" if number == "X" else f"{number} {plural}"


def _open(value: str) -> str:
    """A value that names no calendar days: a weekday, month or day of no known year, or a vague reference."""
    if weekday := _weekday(value):
        return f"a {weekday}, of which week is not known"
    if found := re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", value):
        month = _FULL[int(found[1]) - 1]
        return f"{int(found[2])} {month}, year not known" if found[2] else f"{month}, year not known"
    return {"PAST_REF": "some time in the past", "PRESENT_REF": "now", "FUTURE_REF": "some time in the future"}.get(value, value)
