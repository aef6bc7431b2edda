"""The columns of the list of cases: what each shows of a case, how wide it is, and how the list is sorted by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from rich.cells import cell_len, set_cell_size

from factcheck.language.calendar import MONTHS
from factcheck.model import Assignment, CaseSummary, one_line
from factcheck.model.queue import in_order, mentions_of, next_due, pending, read_as_second
from factcheck.reporting import SECOND, holder
from factcheck.workbench.fit import cut
from factcheck.workbench.widgets.painter import Piece


@dataclass(frozen=True)
class Desk:
    """For whom the cases are listed, whether as a `second` reader of all of them, and when."""

    name: str
    now: datetime
    second: bool = False

    def own(self, case: CaseSummary) -> int | None:
        """On how many claims of a case its second reader has decided, if that is who it is listed for."""
        return read_as_second(case, self.name, second=self.second)


@dataclass(frozen=True)
class Column:
    """A column. `cell` gives its words and their style; with a `rank` the list is sorted by it, the lowest first; `sorted_by` says so.

    On a small screen it is `small` cells wide, and where `spare`, not there when no case has anything in it.
    """

    heading: str
    width: int
    small: int
    cell: Callable[[CaseSummary, Desk], Piece]
    rank: Callable[[CaseSummary], Any] | None = None
    sorted_by: str = ""
    spare: bool = False


DONE = 10
"""Cells for how much is decided."""


def _done(case: CaseSummary, desk: Desk) -> Piece:
    progress, own = case.progress, desk.own(case)
    if progress is None:
        return "unreadable", ("is-false",)
    if own is not None:
        return f"{own}/{progress.total}{SECOND}", ("is-verified" if own >= progress.total > 0 else "is-unreviewed",)
    whole = progress.total and not progress.left
    words = f"{progress.decided} of {progress.total}"
    short = words if len(words) <= DONE else f"{progress.decided}/{progress.total}"  # a number that is cut is another number
    return short, ("is-verified" if whole else "is-unreviewed",)


def _count(n: int, style: str = "flag") -> Piece:
    return (str(n) if n else ""), (style,)


def _flags(case: CaseSummary, _desk: Desk) -> Piece:
    return _count(case.progress.flags if case.progress else 0)


def _questions(case: CaseSummary, _desk: Desk) -> Piece:
    return _count(case.progress.questions if case.progress else 0)


def _conflicts(case: CaseSummary, _desk: Desk) -> Piece:
    return _count(case.progress.conflicts if case.progress else 0)


def _notes(case: CaseSummary, desk: Desk) -> Piece:
    if waiting := mentions_of(case, desk.name):
        return f"@{waiting}", ("flag",)
    return _count(len(case.threads), "plain")


def _who(case: CaseSummary, desk: Desk) -> Piece:
    """Who signed it off, else who has it."""
    if case.signed_by is not None:
        return f"✓ {one_line(case.signed_by, 40)}", ("is-verified",)
    one = _next(case, desk)
    if one is None:
        return ("signed, changed" if case.lapsed else ""), ("flag",)
    return one_line(one.to, 40), _lateness(one, desk)


def _due(case: CaseSummary, desk: Desk) -> Piece:
    one = None if case.signed_by is not None else _next(case, desk)
    if one is None or one.due is None:
        return "", ()
    return _day(one.due, desk), _lateness(one, desk)


def _next(case: CaseSummary, desk: Desk) -> Assignment | None:
    return next_due(case, desk.now) or next(iter(pending(case)), None)


def _lateness(one: Assignment, desk: Desk) -> tuple[str, ...]:
    return ("is-false" if one.overdue(desk.now) else "plain",)


def _changed(case: CaseSummary, desk: Desk) -> Piece:
    return ("", ()) if case.changed is None else (_day(case.changed, desk), ("plain",))


def _day(when: date, desk: Desk) -> str:
    """The moment today, the day this year, the month in another."""
    day, clock = when, "today"
    if isinstance(when, datetime):
        with suppress(OverflowError):
            when = when.astimezone(desk.now.tzinfo)
        day, clock = when.date(), f"{when:%H:%M}"
    month = MONTHS[day.month - 1][:3]
    return clock if day == desk.now.date() else f"{day.day} {month}" if day.year == desk.now.year else f"{month} {day.year}"


def _headline(case: CaseSummary, _desk: Desk) -> Piece:
    if case.error is not None or case.progress is None:
        return one_line(case.error or f"{case.path} could not be read."), ("is-false",)
    name = one_line(case.path.name)
    return f"{one_line(case.headline, 200)} ({name})" if case.headline else name, ()


COLUMNS = (
    Column("changed", 8, 8, _changed, lambda case: -(case.changed or datetime.min.replace(tzinfo=UTC)).timestamp(), "the newest first"),
    Column("decided", DONE, DONE, _done, lambda case: -case.progress.left if case.progress else 0, "the most to decide first"),
    Column("⚑", 3, 2, _flags, lambda case: -case.progress.flags if case.progress else 0, "the most flags first", spare=True),
    Column("↯", 3, 2, _conflicts, lambda case: -case.progress.conflicts if case.progress else 0, "the most conflicts first", spare=True),
    Column(
        "?", 3, 2, _questions, lambda case: -case.progress.questions if case.progress else 0, "the most open questions first", spare=True
    ),
    Column("✎", 3, 2, _notes, spare=True),
    Column("who has it", 18, 10, _who, sorted_by="what is due first", spare=True),
    Column("due", 8, 8, _due, spare=True),
    Column("article", 0, 0, _headline, lambda case: (case.headline or case.path.stem).casefold(), "by headline"),
)
"""The columns in their order; the last has the room that is left. The one without a rank and with `sorted_by` has the order of a queue."""

SORTABLE = tuple(column for column in COLUMNS if column.sorted_by)


def arranged(cases: Iterable[CaseSummary], by: Column, desk: Desk) -> list[CaseSummary]:
    """The cases sorted by a column, those that cannot be read last; what is alike as it is to be done."""
    queue = in_order(cases, desk.name, desk.now)
    rank = by.rank
    return queue if rank is None else sorted(queue, key=lambda case: (case.progress is None, rank(case) if case.progress else 0))


SMALL = 100
"""Cells of a row below which there is no room for every column in its whole width."""

Laid = tuple[tuple[Column, int], ...]
"""The columns that are there, each with its width."""


def laid_out(cases: Sequence[CaseSummary], by: Column, desk: Desk, width: int) -> Laid:
    """The columns for these cases in rows of so many cells."""
    if width >= SMALL:
        return tuple((column, column.width) for column in COLUMNS)
    cells = {column: max((cell_len(column.cell(case, desk)[0]) for case in cases), default=0) for column in COLUMNS}
    there = (column for column in COLUMNS if not column.spare or column is by or cells[column])
    return tuple((column, min(column.small, max(cells[column], cell_len(_headed(column, by))))) for column in there)


def _headed(column: Column, by: Column) -> str:
    """The heading, with a sign where the list is sorted by it."""
    return f"{column.heading}▾" if column is by else column.heading


def heading_line(by: Column, columns: Laid) -> str:
    """The headings."""
    return "".join(_fit(_headed(column, by), width) for column, width in columns)


def cells(case: CaseSummary, desk: Desk, columns: Laid) -> Iterator[Piece]:
    """One case as a row."""
    for column, width in columns:
        words, style = column.cell(case, desk)
        yield _fit(words, width), style


def about(case: CaseSummary, desk: Desk) -> str:
    """The whole of what a row has no room for: the headline, the file, who has it."""
    words, _ = _headline(case, desk)
    one = _next(case, desk)
    who = holder(one, desk.now) if one is not None and case.signed_by is None else _who(case, desk)[0]
    return " · ".join(filter(None, (words, who)))


def _fit(words: str, width: int) -> str:
    """Words in the width of a column with a space behind it, cut with a sign where they are longer."""
    return f"{set_cell_size(cut(words, width), width)} " if width else words
