"""What dates and figures in a text mean: two grammars that reading, splitting and checking share."""

from factcheck.values.dates import describe, find_dates, read_timestamp
from factcheck.values.figures import describe as describe_figure
from factcheck.values.figures import find_figures

__all__ = ["describe", "describe_figure", "find_dates", "find_figures", "read_timestamp"]
