"""The desk as a person reads it in a terminal and as JSON: the queue over all cases, who has a case, and its notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from factcheck.language.calendar import MONTHS
from factcheck.model import Assignment, Case, CaseSummary, NoteAction, ReviewRole, Thread, count, kept_name, one_line
from factcheck.model.names import folded
from factcheck.model.queue import mentions_of, next_due, pending, read_as_second


def due_words(due: date, now: datetime | None) -> str:
    """A day, or a moment in the zone of `now`, where that has it; in the zone that it was given in where no clock is to be looked at."""
    if not isinstance(due, datetime):
        return due.isoformat()
    try:
        return due.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M") if now is not None else _as_given(due)
    except OverflowError:
        return _as_given(due)


def _as_given(due: datetime) -> str:
    return due.isoformat(" ", "minutes").replace("+00:00", " UTC")


def holder(one: Assignment, now: datetime | None) -> str:
    """Who has a case, in which role where that is not the usual one, and until when; without a `now` not whether that is over."""
    role = f" ({one.role})" if one.role is not ReviewRole.CHECKER else ""
    late = " (overdue)" if now is not None and one.overdue(now) else ""
    due = f", due {due_words(one.due, now)}{late}" if one.due is not None else ""
    return f"{one_line(one.to, 60)}{role}{due}"


def holder_lines(case: Case, now: datetime) -> Iterator[str]:
    """Who has a case, one a line."""
    yield from (holder(one, now) for one in case.holders)
    if not case.holders:
        yield "Nobody has this case."


def note_lines(threads: Sequence[Thread], *, every: bool = False) -> Iterator[str]:
    """The open notes on a case, each with its replies; with `every` those that are dealt with, too."""
    shown = [thread for thread in threads if every or thread.open]
    for thread in shown:
        for entry in thread.entries:
            said = {NoteAction.RESOLVED: "dealt with", NoteAction.WITHDRAWN: "took a note back"}.get(entry.action) or (
                "(taken back)" if entry.id in thread.withdrawn else one_line(entry.text or "", 500)
            )
            indent = "" if entry is thread.first else "    "
            yield f"{indent}{one_line(entry.id, 20)}  {one_line(entry.by, 40)}, {entry.at.date()}: {said}"
    yield f"{count(sum(thread.open for thread in threads), 'open note')}."


_WIDTH = 80
"""Columns of the queue where nothing says how many there are."""
_NARROWEST = 60
_SIGNS = {"⚑": "flags", "?": "questions to authors", "@": "notes that wait for you", "✎": "open notes", "↯": "conflicts"}
"""What is counted of a case, in the order of its columns."""
SECOND = "²"
"""Stands behind how many claims a second reader has decided on themselves."""
_MARKS = {"!": "overdue", "≠": "changed since it was signed off"}


def queue_lines(cases: Sequence[CaseSummary], folder: Path, name: str, now: datetime, width: int | None = None) -> Iterator[str]:
    """The queue as a table, in the order given, and what its signs mean; a case that cannot be read is one line with its sentence.

    A row has `width` columns; a name for which there is no room stands whole on a line of its own.
    """
    yield f"{'  due':<15}{'who':<12}{'done':>8}{'⚑':>4}{'?':>3}{'@':>3}{'✎':>3}{'↯':>3}  case"
    for case in cases:
        if case.progress is None:
            yield f"  unreadable   {one_line(case.error or str(case.path))}"
        else:
            yield from _fitted(*_row(case, name, now), max(width or _WIDTH, _NARROWEST))
    late = sum(_overdue(case, now) for case in cases)
    broken = sum(case.progress is None for case in cases)
    told = [count(len(cases), "case"), f"{late} overdue" if late else "", f"{broken} cannot be read" if broken else ""]
    yield f"{', '.join(filter(None, told))}. To open one: factcheck review {one_line(str(folder / 'NAME.toml'), 200)}"
    marks = {_mark(case, now) for case in cases}
    sums = [sum(numbers) for numbers in zip(*(_numbers(case, name) for case in cases), strict=True)]
    signs = [f"{sign} {words}" for sign, words in _MARKS.items() if sign in marks]
    signs += [f"{sign} {words}" for (sign, words), n in zip(_SIGNS.items(), sums, strict=False) if n]
    signs += [f"{SECOND} decided by you, as second reader"] if any(read_as_second(case, name) is not None for case in cases) else []
    if signs:
        yield f"({', '.join(signs)})"


def _fitted(cells: str, case: str, headline: str, width: int) -> Iterator[str]:
    """A row with the name of the case and what of the headline has room behind it."""
    left = width - len(cells)
    if len(case) > left:
        yield cells + one_line(headline, left)
        yield f"  {case}"
    else:
        more = left - len(case) - 2
        yield cells + (f"{case}  {one_line(headline, more)}" if more > 8 and headline else case)


def _row(case: CaseSummary, name: str, now: datetime) -> tuple[str, str, str]:
    """The cells of a case in the queue, what it is called there, and its headline."""
    due, progress = next_due(case, now), case.progress
    when = "signed off" if case.signed_by else _short(due.due, now) if due is not None and due.due is not None else ""
    first, *more = [one_line(one.to, 60) for one in pending(case) or case.holders] or ["-"]
    who = one_line(first, 11 if not more else 8) + (f" +{len(more)}" if more else "")
    own = read_as_second(case, name)
    decided = progress.decided if progress is not None and own is None else own
    done = f"{decided}/{progress.total}{SECOND if own is not None else ''}" if progress is not None else ""
    cells = "".join(f"{n or '':>{4 if i == 0 else 3}}" for i, n in enumerate(_numbers(case, name)))
    shown = case.path.stem if case.path.suffix == ".toml" else case.path.name
    return f"{_mark(case, now)} {when:<13}{who:<12}{done:>8}{cells}  ", one_line(shown), one_line(case.headline or "")


def _mark(case: CaseSummary, now: datetime) -> str:
    return "!" if _overdue(case, now) else "≠" if case.lapsed else " "


def _numbers(case: CaseSummary, name: str) -> tuple[int, ...]:
    """What is counted of a case, as `_SIGNS` says."""
    if case.progress is None:
        return (0,) * len(_SIGNS)
    return case.progress.flags, case.progress.questions, mentions_of(case, name), len(case.threads), case.progress.conflicts


def _short(due: date, now: datetime) -> str:
    """When something is due, in few letters: 1 Dec, 1 Dec 17:00, 1 Dec 2031.

    >>> from datetime import UTC
    >>> _short(date(2026, 12, 1), datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    '1 Dec'
    >>> _short(datetime(2026, 12, 1, 17, 0, tzinfo=UTC), datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    '1 Dec 17:00'
    """
    day, _, clock = due_words(due, now).partition(" ")
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1][:3]} {clock if int(year) == now.year else year}".rstrip()


def _overdue(case: CaseSummary, now: datetime) -> bool:
    due = next_due(case, now)
    return due is not None and due.overdue(now)


def queue_as_json(cases: Iterable[CaseSummary], name: str, now: datetime) -> str:
    """The same as one JSON object, in the same order."""
    return json.dumps({"now": now.isoformat(), "cases": [_as_data(case, name, now) for case in cases]}, ensure_ascii=False)


def _as_data(case: CaseSummary, name: str, now: datetime) -> dict[str, object]:
    due, still = next_due(case, now), pending(case)
    return {
        "path": kept_name(str(case.path)),
        "headline": case.headline,
        "error": case.error,
        "due": due.due.isoformat() if due is not None and due.due is not None else None,
        "overdue": _overdue(case, now),
        "holders": [
            {
                "name": one.to,
                "role": one.role,
                "due": one.due.isoformat() if one.due is not None else None,
                "overdue": one in still and one.overdue(now),
                "done": one not in still,
            }
            for one in case.holders
        ],
        "progress": case.progress.model_dump(mode="json") if case.progress is not None else None,
        "decided_by_me": case.read.get(folded(name), 0),
        "conflicts": case.progress.conflicts if case.progress is not None else None,
        "open_notes": len(case.threads),
        "mentions_of_me": mentions_of(case, name),
        "signed_by": case.signed_by,
        "lapsed": case.lapsed,
    }
