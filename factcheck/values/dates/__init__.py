"""Dates and times in English news: what stands where, and what calendar value it has.

The grammar is loaded when a date is first looked for: whoever only tells what one means does without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.starting import on_demand
from factcheck.values.dates.describe import day_in_full, describe

if TYPE_CHECKING:
    from factcheck.values.dates.alternatives import readings_of
    from factcheck.values.dates.finding import find_dates
    from factcheck.values.dates.timestamp import read_timestamp

__getattr__ = on_demand(
    __name__,
    {
        "alternatives": ("readings_of",),
        "finding": ("find_dates",),
        "timestamp": ("read_timestamp",),
    },
)

__all__ = ["day_in_full", "describe", "find_dates", "read_timestamp", "readings_of"]
