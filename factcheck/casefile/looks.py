"""What a reader last saw of the cases in a folder, kept on this machine, and what has changed in them since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import Field, ValidationError

from factcheck import files
from factcheck.casefile import disk
from factcheck.casefile.listing import case_files
from factcheck.casefile.loading import parse
from factcheck.model import Case, FactcheckError, Model, kept_name, one_line
from factcheck.model.changes import Changed, Seen, news, seen


class _Look(Model):
    """A file when it was looked at; `seen` is None for one that could not be read and never was."""

    stamp: disk.Stamp | None
    seen: Seen | None = None
    error: str | None = None


class Looks(Model):
    """What was seen of a folder, by the names of its files."""

    files: dict[str, _Look] = Field(default_factory=dict)


def recall(folder: Path, reader: str) -> Looks | None:
    """What a reader last saw of a folder; None where they have not looked, or it cannot be read."""
    try:
        return Looks.model_validate_json(_place(folder, reader).read_bytes())
    except (OSError, ValidationError):
        return None


def remember(folder: Path, reader: str, looks: Looks) -> None:
    """Keep what a reader saw of a folder. Raises FactcheckError when it cannot be."""
    place = _place(folder, reader)
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        files.write_whole(place, looks.model_dump_json(round_trip=True).encode())
    except OSError as error:
        told = f"What you have seen cannot be kept in {disk.shown(place)} ({error.strerror}), so you will see it again; make room there."
        raise FactcheckError(told) from error


def look(folder: Path, before: Looks, on_progress: Callable[[str], None]) -> tuple[Looks, list[Changed]]:
    """What there is in a folder now, and what has changed since; files that have not changed are not read. Raises FactcheckError."""
    paths = {kept_name(path.name): path for path in case_files(folder)}
    now, told = dict[str, _Look](), list[Changed]()
    for done, (name, path) in enumerate(paths.items(), 1):
        on_progress(f"Reading cases: {done} of {len(paths)}")
        old = before.files.get(name)
        found = _read(path, old)
        if found is None:
            continue
        now[name] = found[0]
        told += _changed(name, old, *found)
    told += (Changed(name=name) for name in before.files.keys() - paths.keys())
    return Looks(files=now), told


def _read(path: Path, old: _Look | None) -> tuple[_Look, Case | None] | None:
    """A file as it is now; its case where it has changed, and None for one that vanished meanwhile."""
    stamp = None
    with suppress(OSError):
        stamp = disk.stamp_of(path)
        if old is not None and stamp is not None and stamp == old.stamp:
            return old, None
    try:
        found = disk.read(path)
        if found is None:
            return None
        stamp = found.stamp
        case = parse(found.data, path).case
    except FactcheckError as error:
        return _Look(stamp=stamp, seen=old.seen if old else None, error=str(error)), None
    return _Look(stamp=stamp, seen=seen(case)), case


def _changed(name: str, old: _Look | None, now: _Look, case: Case | None) -> Iterator[Changed]:
    if now.error is not None and (old is None or old.error != now.error):
        yield Changed(name=name, error=one_line(now.error, 300))
    if case is not None:
        told = news(old.seen, case) if old is not None and old.seen is not None else None
        if told is None or told.any:
            yield Changed(name=name, case=case, news=told, new=told is None)


def _place(folder: Path, reader: str) -> Path:
    who = hashlib.sha256(reader.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return files.state_folder() / "looks" / f"{disk.name_of(folder)}-{who}.json"
