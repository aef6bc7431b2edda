"""Moments as machines write them in pages: ISO 8601, what scripts print, and the seconds since 1970."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from factcheck.documents.pieces import day_or_moment
from factcheck.language.calendar import MONTH, MONTH_OF

_BY_SCRIPT = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
"""A moment as JavaScript prints it: takes "Sat Nov 18 2017 15:21:41 GMT+0000 (UTC)"."""
_EPOCH = re.compile(r"1?\d{9}(?:\.\d{1,6}|\d{3})?")
_OFFSET = re.compile(r"(?<=\d) ?([+-]\d\d)(\d\d)$")
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?(?P<month>{MONTH})\.?,? (?P<year>\d{{4}})"
    rf"|(?P<month2>{MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}}))\b",
    re.IGNORECASE,
)
"""A day as mail programs write it for people: takes "2 March 2026", "Mar 2, 2026"; refuses "2/3/2026", which has two readings."""
_EARLIEST, _LATEST = 1990, 2100


def moment(text: str) -> date | datetime | None:
    """The day or moment that a text is; None for what is neither, or what no page can have been published at."""
    text = text.strip()[:80]
    found = _by_script(text) or _since_1970(text) or _iso(text) or _of_mail(text)
    return found if found is not None and _EARLIEST <= found.year <= _LATEST else None


def told_moment(text: str) -> date | datetime | None:
    """The moment that a header of a message tells that was sent on; its day, where the header was written for people."""
    text = text.strip()[:80]
    found = _of_mail(text)
    if found is not None and found.tzinfo is not None:
        return found if _EARLIEST <= found.year <= _LATEST else None
    day = _DAY.search(text)
    if day is None:
        return moment(text)
    said = {name.rstrip("2"): value for name, value in day.groupdict().items() if value}
    with suppress(ValueError):
        return moment(date(int(said["year"]), MONTH_OF[said["month"].casefold()], int(said["day"])).isoformat())
    return None


def _iso(text: str) -> date | datetime | None:
    text = _OFFSET.sub(r"\1:\2", text.replace("/", "-", 2) if text[4:5] == "/" else text)
    return day_or_moment(text.removesuffix(" UTC").removesuffix(" GMT"))


def _by_script(text: str) -> datetime | None:
    found = _BY_SCRIPT.match(text)
    return _of_mail(f"{found[2]} {found[1]} {found[3]} {found[4]} {found[5]}") if found is not None else None


def _of_mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if ":" in text else None
    except (ValueError, TypeError, IndexError):
        return None


def _since_1970(text: str) -> datetime | None:
    """Seconds or thousandths of them since 1970."""
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).replace(microsecond=0)
