"""What time expressions mean: an own grammar of English news dates, with TIMEX3 values and calendar intervals."""

from factcheck.values.dates.describing import describe
from factcheck.values.dates.finding import find_dates
from factcheck.values.dates.timestamps import read_timestamp

__all__ = ["describe", "find_dates", "read_timestamp"]
