"""What dates and figures in a text mean: two grammars that reading, splitting and checking share.

What finds them is loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.starting import on_demand
from factcheck.values.dates import day_in_full, describe
from factcheck.values.figures import Measure, find_figures, measure_of
from factcheck.values.figures import describe as describe_figure
from factcheck.values.glosses import glossed, grounds_of, meaning_of, resolved_day

if TYPE_CHECKING:
    from factcheck.values.dates import find_dates, read_timestamp, readings_of
    from factcheck.values.setting import date_set, figure_set

__getattr__ = on_demand(
    __name__,
    {
        "dates": ("find_dates", "read_timestamp", "readings_of"),
        "setting": ("date_set", "figure_set"),
    },
)

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
