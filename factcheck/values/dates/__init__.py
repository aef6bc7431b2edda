"""Dates and times in English news: what stands where, and what calendar value it has."""

from factcheck.values.dates.alternatives import readings_of
from factcheck.values.dates.describe import day_in_full, describe
from factcheck.values.dates.finding import find_dates
from factcheck.values.dates.timestamp import read_timestamp

__all__ = ["day_in_full", "describe", "find_dates", "read_timestamp", "readings_of"]
