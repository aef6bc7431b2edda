"""Days that cannot be as they are told: events out of order, distances, anniversaries, terms that are over."""

from factcheck.checking.days.anniversaries import anniversaries
from factcheck.checking.days.deadlines import passed
from factcheck.checking.days.events import find_events
from factcheck.checking.days.following import following
from factcheck.checking.days.headline_day import headline_day
from factcheck.checking.days.order import orders
from factcheck.checking.days.runs import last_times, runs

__all__ = ["anniversaries", "find_events", "following", "headline_day", "last_times", "orders", "passed", "runs"]
