"""What a reviewer types in the place of a date or figure that was read wrongly, as its value."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from factcheck.model import Change, DateKind, DateValue, Figure
from factcheck.values.dates import find_dates
from factcheck.values.dates.describe import DURATION
from factcheck.values.figures import find_figures, qualifies_after

MEANS = ("value", "kind", "earliest", "latest", "mod", "anchor", "basis")
"""The fields of a date that say what it means."""

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,15})?")
"""A mere number. Takes "1990" and "-1,200.5"; refuses "1,2"."""

_AROUND = re.compile(r"[\w\s'’<>=≤≥~-]{0,24}")
"""What may stand before a figure, to qualify it. Takes "more than ", ">= " and "about"; refuses "3, "."""


def date_set(read: DateValue, typed: str, published: date | datetime | None, by: str) -> DateValue | None:
    """The date `read` with the meaning of `typed` in place of its own, set by a reviewer; None when `typed` is no date.

    `typed` is any time expression of the grammar ("28 February", "last Thursday"), told from `published`, two of them with "to"
    between, or a TIMEX3 duration (`P2D`). Nothing else may stand beside it.
    """
    typed = typed.strip()
    if DURATION.fullmatch(typed) and len(typed) > 1:
        return _instead(read, DateValue(start=0, end=0, text="", value=typed, kind=DateKind.DURATION), by)
    for words in (typed, typed.title()):  # names of months and days, typed in haste
        for lead in ("", "on ", "in "):
            found = find_dates(lead + words, published)
            if len(found) == 1 and (found[0].start, found[0].end) == (len(lead), len(lead + words)):
                return _instead(read, found[0], by)
    ends = [date_set(read, end, published, by) for end in typed.split(" to ")[:3]] if typed.count(" to ") == 1 else []
    match ends:
        case [DateValue(kind=DateKind.DATE) as first, DateValue(kind=DateKind.DATE) as last]:
            between = {"value": f"{first.value}/{last.value}", "latest": last.latest, "mod": None}
            return first.model_copy(update=between)
    return None


def _instead(read: DateValue, meant: DateValue, by: str) -> DateValue:
    return read.model_copy(update={**{name: getattr(meant, name) for name in MEANS}, "set_by": by})


def figure_set(read: Figure, typed: str, by: str) -> Figure | None:
    """The figure `read` with the meaning of `typed` in place of its own, set by a reviewer; None when `typed` is no figure.

    `typed` is any figure of the grammar ("more than 40 km", "40 or fewer", "$1.2bn", "3 to 5 per cent"); a mere number keeps the unit.
    """
    typed = typed.strip()
    if _NUMBER.fullmatch(typed):
        value = Decimal(typed.replace(",", ""))
        return read.model_copy(update={"value": value, "high": None, "change": Change.EXACT, "set_by": by})
    found = find_figures(typed, dates=())
    if len(found) != 1:
        return None
    meant = found[0]
    before, after = typed[: meant.start], typed[meant.end :].strip()
    if (after and not qualifies_after(after)) or not _AROUND.fullmatch(before):
        return None
    return read.model_copy(
        update={"value": meant.value, "high": meant.high, "unit": meant.unit, "change": meant.change, "set_by": by},
    )
