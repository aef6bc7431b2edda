"""The order of cases on a desk: what is to be done next stands first. The clock is always given, never read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from factcheck.model.case import CaseSummary
from factcheck.model.desk import Assignment, end_of
from factcheck.model.names import folded, same_name
from factcheck.model.review import ReviewRole

_NEVER = datetime.max.replace(tzinfo=UTC)


def pending(case: CaseSummary) -> tuple[Assignment, ...]:
    """Who still has something to do: nobody once it is signed off, no checker once every claim is decided, no second reader once they have
    decided on every claim.
    """
    if case.signed_by is not None or case.progress is None:
        return ()
    open_yet, total = case.progress.left, case.progress.total
    return tuple(
        one
        for one in case.holders
        if one.role.row.settles or (open_yet if one.role is ReviewRole.CHECKER else total - case.read.get(folded(one.to), 0)) > 0
    )


def read_as_second(case: CaseSummary, name: str, *, second: bool = False) -> int | None:
    """On how many claims somebody has decided who is a second reader of the case: it was given to them so, or they sit there so (`second`).

    None for all others: how far the case is tells how far they are.
    """
    so_given = any(one.role is ReviewRole.SECOND and same_name(one.to, name) for one in case.holders)
    return case.read.get(folded(name), 0) if (second or so_given) and case.progress is not None else None


def next_due(case: CaseSummary, now: datetime) -> Assignment | None:
    """Of those who still have something to do, the one whose time is over first."""
    dated = [(end_of(one.due, now), i) for i, one in enumerate(pending(case)) if one.due is not None]
    return pending(case)[min(dated)[1]] if dated else None


def mentions_of(case: CaseSummary, name: str) -> int:
    """In how many open notes somebody is mentioned, and has not answered."""
    return sum(thread.waits_for(name) for thread in case.threads)


def concerns(case: CaseSummary, name: str) -> bool:
    """Whether somebody has something to do on a case, or is waited for in its notes."""
    return any(same_name(one.to, name) for one in pending(case)) or mentions_of(case, name) > 0


def in_order(cases: Iterable[CaseSummary], name: str, now: datetime) -> list[CaseSummary]:
    """The cases as they are to be done: what is due first, then what concerns the reader of that name, then the rest by file.

    What is signed off stands behind those, and what cannot be read last. `now` has a zone.
    """

    def place(case: CaseSummary) -> tuple[int, datetime, bool, str]:
        due = next_due(case, now)
        group = 2 if case.progress is None else 1 if case.signed_by is not None else 0
        end = end_of(due.due, now) if due is not None and due.due is not None else _NEVER
        return group, end, not concerns(case, name), case.path.name

    return sorted(cases, key=place)
