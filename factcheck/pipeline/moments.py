"""The clock, read where people do something, and the moments that they name."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment in UTC, to the second: what a decision is stamped with."""
    return datetime.now(UTC).replace(microsecond=0)


def moment(words: str) -> datetime:
    """The moment that words like 2026-03-03 or 2026-03-03T10:30 name, in this machine's zone where they name none. Raises ValueError."""
    try:
        at = datetime.fromisoformat(words)
        return at if at.tzinfo is not None else at.astimezone()
    except OverflowError as error:
        raise ValueError(str(error)) from error
