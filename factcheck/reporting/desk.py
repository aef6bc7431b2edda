"""The desk as a person reads it in a terminal and as JSON: the queue over all cases, who has a case, and its notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from factcheck.model import Assignment, Case, CaseSummary, NoteAction, ReviewRole, Thread, kept_name, one_line
from factcheck.model.queue import mentions_of, next_due, pending
from factcheck.reporting.words import count


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


def queue_lines(cases: Sequence[CaseSummary], folder: Path, name: str, now: datetime) -> Iterator[str]:
    """The queue as a table of 80 columns, in the order given; a case that cannot be read is one line with its sentence."""
    if not cases:
        yield f"No cases in {one_line(str(folder), 200)} are to be done here."
        return
    yield f"{'due':<17}{'who':<13}{'done':>9} {'⚑':>3} {'?':>3} {'@':>2} {'✎':>2} {'↯':>2}  case"
    yield from (_row(case, name, now) for case in cases)
    late = sum(_overdue(case, now) for case in cases)
    broken = sum(case.progress is None for case in cases)
    told = [count(len(cases), "case"), f"{late} overdue" if late else "", f"{broken} cannot be read" if broken else ""]
    yield f"{', '.join(filter(None, told))}. ⚑ flags, ? questions to authors, @ notes that wait for you, ✎ open notes, ↯ conflicts."


def _row(case: CaseSummary, name: str, now: datetime) -> str:
    if case.progress is None:
        return f"{'unreadable':<17}{one_line(case.error or str(case.path))}"
    due = next_due(case, now)
    late = "!" if due is not None and due.overdue(now) else " "
    when = due_words(due.due, now) if due is not None and due.due is not None else ""
    first, *more = [one_line(one.to, 60) for one in pending(case) or case.holders] or ["-"]
    who = one_line(first, 11 if not more else 8) + (f" +{len(more)}" if more else "")
    progress = case.progress
    state = f"signed off: {one_line(case.signed_by, 20)}  " if case.signed_by else "signed, but changed  " if case.lapsed else ""
    numbers = (progress.flags, progress.questions), (mentions_of(case, name), len(case.threads), progress.conflicts)
    cells = "".join(f" {n or '':>3}" for n in numbers[0]) + "".join(f" {n or '':>2}" for n in numbers[1])
    done = f"{progress.decided}/{progress.total}"
    return f"{late}{when:<16}{who:<13}{done:>9}{cells}  {state}{one_line(case.headline or case.path.stem, 60)} ({one_line(case.path.name)})"


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
        "conflicts": case.progress.conflicts if case.progress is not None else None,
        "open_notes": len(case.threads),
        "mentions_of_me": mentions_of(case, name),
        "signed_by": case.signed_by,
        "lapsed": case.lapsed,
    }
