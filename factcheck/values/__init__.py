"""What dates and figures in a text mean: two grammars that reading, splitting and checking share."""

from factcheck.values.dates import describe, find_dates, read_timestamp

__all__ = ["describe", "find_dates", "read_timestamp"]
