"""The columns of the list of cases: what each shows of a case, how wide it is, and how the list is sorted by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rich.cells import set_cell_size

from factcheck import reporting
from factcheck.language.calendar import MONTHS
from factcheck.model import CaseSummary, one_line
from factcheck.model.queue import in_order, mentions_of, next_due, pending, read_as_second
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
    """A column. `cell` gives its words and their style; with a `rank` the list is sorted by it, the lowest first; `sorted_by` says so."""

    heading: str
    width: int
    cell: Callable[[CaseSummary, Desk], Piece]
    rank: Callable[[CaseSummary], Any] | None = None
    sorted_by: str = ""


def _done(case: CaseSummary, desk: Desk) -> Piece:
    progress, own = case.progress, desk.own(case)
    if progress is None:
        return "unreadable", ("is-false",)
    if own is not None:
        return f"{own}/{progress.total}{reporting.SECOND}", ("is-verified" if own >= progress.total > 0 else "is-unreviewed",)
    whole = progress.total and not progress.left
    return f"{progress.decided} of {progress.total}", ("is-verified" if whole else "is-unreviewed",)


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
    """Who signed it off, else who has it, and until when."""
    if case.signed_by is not None:
        return f"✓ {one_line(case.signed_by, 40)}", ("is-verified",)
    one = next_due(case, desk.now) or next(iter(pending(case)), None)
    if one is None:
        return ("signed, changed" if case.lapsed else ""), ("flag",)
    due = f" {reporting.due_words(one.due, desk.now)}" if one.due else ""
    return f"{one_line(one.to, 40)}{due}", ("is-false" if one.overdue(desk.now) else "plain",)


def _changed(case: CaseSummary, desk: Desk) -> Piece:
    """The moment today, the day this year, the month before."""
    if case.changed is None:
        return "", ()
    at = case.changed.astimezone(desk.now.tzinfo)
    month = MONTHS[at.month - 1][:3]
    today, this_year = at.date() == desk.now.date(), at.year == desk.now.year
    return (f"{at:%H:%M}" if today else f"{at.day} {month}" if this_year else f"{month} {at.year}"), ("plain",)


def _headline(case: CaseSummary, _desk: Desk) -> Piece:
    if case.error is not None or case.progress is None:
        return one_line(case.error or f"{case.path} could not be read."), ("is-false",)
    name = one_line(case.path.name)
    return f"{one_line(case.headline, 200)} ({name})" if case.headline else name, ()


COLUMNS = (
    Column("changed", 8, _changed, lambda case: -(case.changed or datetime.min.replace(tzinfo=UTC)).timestamp(), "the newest first"),
    Column("decided", 9, _done, lambda case: -case.progress.left if case.progress else 0, "the most to decide first"),
    Column("⚑", 3, _flags, lambda case: -case.progress.flags if case.progress else 0, "the most flags first"),
    Column("↯", 3, _conflicts, lambda case: -case.progress.conflicts if case.progress else 0, "the most conflicts first"),
    Column("?", 3, _questions, lambda case: -case.progress.questions if case.progress else 0, "the most open questions first"),
    Column("✎", 3, _notes),
    Column("who has it", 13, _who, sorted_by="what is due first"),
    Column("article", 0, _headline, lambda case: (case.headline or case.path.stem).casefold(), "by headline"),
)
"""The columns in their order; the last has the room that is left. The one without a rank and with `sorted_by` has the order of a queue."""

SORTABLE = tuple(column for column in COLUMNS if column.sorted_by)


def arranged(cases: Iterable[CaseSummary], by: Column, desk: Desk) -> list[CaseSummary]:
    """The cases sorted by a column, those that cannot be read last; what is alike as it is to be done."""
    queue = in_order(cases, desk.name, desk.now)
    rank = by.rank
    return queue if rank is None else sorted(queue, key=lambda case: (case.progress is None, rank(case) if case.progress else 0))


def heading_line(by: Column) -> str:
    """The headings, the one that is sorted by with a sign."""
    cells = (f"{column.heading}▾" if column is by else column.heading for column in COLUMNS)
    return "".join(_fit(words, column.width) for words, column in zip(cells, COLUMNS, strict=True))


def cells(case: CaseSummary, desk: Desk) -> Iterator[Piece]:
    """One case as a row."""
    for column in COLUMNS:
        words, style = column.cell(case, desk)
        yield _fit(words, column.width), style


def _fit(words: str, width: int) -> str:
    """Words in the width of a column with a space behind it, cut with a sign where they are longer."""
    if not width:
        return words
    cut = set_cell_size(words, width)
    return f"{cut} " if cut.rstrip() == words.rstrip() else f"{set_cell_size(words, width - 1)}… "
