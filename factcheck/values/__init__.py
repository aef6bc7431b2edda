"""What dates and figures in a text mean: two grammars that reading, splitting and checking share.

What finds them is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.values.dates import day_in_full, describe
from factcheck.values.figures import Measure, find_figures, measure_of
from factcheck.values.figures import describe as describe_figure
from factcheck.values.glosses import glossed, grounds_of, meaning_of, resolved_day

if TYPE_CHECKING:
    from factcheck.values.dates import find_dates, read_timestamp, readings_of
    from factcheck.values.setting import date_set, figure_set

_MODULES = {
    "date_set": "setting", "figure_set": "setting",
    "find_dates": "dates", "read_timestamp": "dates", "readings_of": "dates",
}  # fmt: skip

__all__ = [
    "Measure",
    "date_set",
    "day_in_full",
    "describe",
    "describe_figure",
    "figure_set",
    "find_dates",
    "find_figures",
    "glossed",
    "grounds_of",
    "meaning_of",
    "measure_of",
    "read_timestamp",
    "readings_of",
    "resolved_day",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
