"""Days that cannot be as they are told: events out of order, distances, anniversaries, terms that are over."""

from factcheck.checking.days.anniversaries import anniversaries, years_since
from factcheck.checking.days.deadlines import passed
from factcheck.checking.days.events import find_events
from factcheck.checking.days.following import following, following_dates
from factcheck.checking.days.headline_day import headline_day, headline_month
from factcheck.checking.days.openings import arrests, openings
from factcheck.checking.days.order import orders
from factcheck.checking.days.runs import last_times, runs
from factcheck.checking.days.swapped import swapped

__all__ = [
    "anniversaries", "arrests", "find_events", "following", "following_dates", "headline_day", "headline_month", "last_times",
    "openings", "orders", "passed", "runs", "swapped", "years_since",
]  # fmt: skip
