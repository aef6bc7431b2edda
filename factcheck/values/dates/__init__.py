"""Dates and times in English news: what stands where, and what calendar value it has.

The grammar is loaded when a date is first looked for: whoever only tells what one means does without.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.values.dates.describe import day_in_full, describe

if TYPE_CHECKING:
    from factcheck.values.dates.alternatives import readings_of
    from factcheck.values.dates.finding import find_dates
    from factcheck.values.dates.timestamp import read_timestamp

_MODULES = {"find_dates": "finding", "read_timestamp": "timestamp", "readings_of": "alternatives"}

__all__ = ["day_in_full", "describe", "find_dates", "read_timestamp", "readings_of"]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
