"""The cases of a folder as git has them at a revision or a moment, and what has changed in them since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from factcheck.casefile import disk
from factcheck.casefile.history import History, Then
from factcheck.casefile.listing import case_files, is_case
from factcheck.casefile.loading import parse
from factcheck.model import Case, FactcheckError, kept_name, one_line
from factcheck.model.changes import Changed, Seen, news, seen


def changed_since(folder: Path, since: str | datetime, on_progress: Callable[[str], None]) -> list[Changed]:
    """What has changed in the cases of a folder since a revision, or since the last one before a moment, up to the files as they are now.

    Raises FactcheckError where no git tells it, and for a revision that it does not know.
    """
    history, told = (
        History(folder, "leave --since out to see what changed since you last looked", ", or a day as in 2026-12-01"),
        list[Changed](),
    )
    there = {name: then for name, then in history.files(history.commit(since)).items() if is_case(Path(name))}
    paths = {path.name: path for path in case_files(folder)}
    for done, (name, path) in enumerate(paths.items(), 1):
        on_progress(f"Reading cases: {done} of {len(paths)}")
        one = _compared(history, path, there.get(name))
        if one is not None:
            told.append(one)
    return told + [Changed(name=kept_name(name)) for name in sorted(there.keys() - paths.keys())]


def _compared(history: History, path: Path, then: Then | None) -> Changed | None:
    """What has changed in a file; None where nothing has, and for one that vanished meanwhile."""
    name = kept_name(path.name)
    try:
        found = disk.read(path)
        if found is None or (then is not None and _is_blob(found.data, then.blob)):
            return None
        case = parse(found.data, path).case
    except FactcheckError as error:
        return Changed(name=name, error=one_line(str(error), 300))
    before = _seen(history, path, then) if then is not None else None
    told = news(before, case) if before is not None else None
    return Changed(name=name, case=case, news=told, new=told is None) if told is None or told.any else None


def _is_blob(data: bytes, blob: str) -> bool:
    made = hashlib.sha1 if len(blob) == 40 else hashlib.sha256
    return made(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == blob


def _seen(history: History, path: Path, then: Then) -> Seen | None:
    """What there was of a case; None where git's copy of it cannot be read, so that it counts as new."""
    if then.size > disk.MOST_BYTES:
        return None
    case: Case
    try:
        case = parse(history.bytes_of(then), path).case
    except FactcheckError:
        return None
    return seen(case)


def case_at(path: Path, revision: str) -> Case:
    """The case in a file as git has it at a revision. The folder must be there now, the file need not be.

    Raises FactcheckError where git does not know it, and for what is no case.
    """
    history = History(path.parent, "give two files instead")
    shown = disk.shown(path)
    if not path.parent.is_dir():
        raise FactcheckError(f"There is no folder {disk.shown(path.parent)} to ask git in; name the file as it is called from here.")
    files = history.files(history.commit(revision))
    then = files.get(path.name)
    if then is None:
        raise FactcheckError(f"git has no file {shown} at {one_line(revision, 60)}; name it as it is called from here.")
    if then.size > disk.MOST_BYTES:
        raise FactcheckError(f"{shown} was larger than any case file can be at {one_line(revision, 60)}; check the name.")
    case: Case = parse(history.bytes_of(then), f"{one_line(revision, 60)}:{path}").case
    return case
