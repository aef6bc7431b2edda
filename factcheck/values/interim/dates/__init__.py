"""What time expressions mean: an own grammar of English news dates, with TIMEX3 values and calendar intervals."""

from factcheck.values.interim.dates.describing import describe
from factcheck.values.interim.dates.finding import find_dates
from factcheck.values.interim.dates.timestamps import read_timestamp

__all__ = ["describe", "find_dates", "read_timestamp"]
