"""The cases of a folder as git has them at a revision or a moment, and what has changed in them since."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from os import fsdecode
from pathlib import Path

from factcheck.casefile import disk
from factcheck.casefile.listing import case_files, is_case
from factcheck.casefile.loading import parse
from factcheck.git import run_git
from factcheck.model import Case, FactcheckError, kept_name, one_line
from factcheck.model.changes import Changed, Seen, news, seen

_SECONDS = 30.0
"""How long git may take for one answer; a history of many years answers in one."""

_ENTRY = re.compile(rb"100[0-7]{3} blob ([0-9a-f]{40,64}) +([0-9]{1,15})\t(.+)\Z", re.DOTALL)
"""A file in `git ls-tree -l`: takes b"100644 blob 3f78...  812\\tferry.toml"; refuses folders and links, of which git has other modes."""


@dataclass(frozen=True)
class _Then:
    """A file that git has: by what name it knows its bytes, and how many they are."""

    blob: str
    size: int


def changed_since(folder: Path, since: str | datetime, on_progress: Callable[[str], None]) -> list[Changed]:
    """What has changed in the cases of a folder since a revision, or since the last one before a moment, up to the files as they are now.

    Raises FactcheckError where no git tells it, and for a revision that it does not know.
    """
    there, told = _at(folder, _commit(folder, since)), list[Changed]()
    paths = {path.name: path for path in case_files(folder)}
    for done, (name, path) in enumerate(paths.items(), 1):
        on_progress(f"Reading cases: {done} of {len(paths)}")
        one = _compared(folder, path, there.get(name))
        if one is not None:
            told.append(one)
    return told + [Changed(name=kept_name(name)) for name in sorted(there.keys() - paths.keys())]


def _compared(folder: Path, path: Path, then: _Then | None) -> Changed | None:
    """What has changed in a file; None where nothing has, and for one that vanished meanwhile."""
    name = kept_name(path.name)
    try:
        found = disk.read(path)
        if found is None or (then is not None and _is_blob(found.data, then.blob)):
            return None
        case = parse(found.data, path).case
    except FactcheckError as error:
        return Changed(name=name, error=one_line(str(error), 300))
    before = _seen(folder, path, then) if then is not None else None
    told = news(before, case) if before is not None else None
    return Changed(name=name, case=case, news=told, new=told is None) if told is None or told.any else None


def _is_blob(data: bytes, blob: str) -> bool:
    made = hashlib.sha1 if len(blob) == 40 else hashlib.sha256
    return made(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() == blob


def _seen(folder: Path, path: Path, then: _Then) -> Seen | None:
    """What there was of a case; None where git's copy of it cannot be read, so that it counts as new."""
    if then.size > disk.MOST_BYTES:
        return None
    case: Case
    try:
        case = parse(_git(folder, "cat-file", "blob", then.blob), path).case
    except FactcheckError:
        return None
    return seen(case)


def _commit(folder: Path, since: str | datetime) -> str | None:
    """The revision that is meant, by the name that git gives it; None where there was none yet."""
    _git(folder, "rev-parse", "--git-dir")
    if isinstance(since, datetime):
        told = _git(folder, "rev-list", "-1", f"--min-age={max(0, int(since.timestamp()))}", "HEAD", "--")
        return told.decode().strip() or None
    shown = one_line(since, 60)
    unknown = FactcheckError(f"git knows no revision {shown} in {disk.shown(folder)}; give one (main, HEAD~5), or a day as in 2026-12-01.")
    if not since or since.startswith("-") or "\0" in since:
        raise unknown
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", f"{since}^{{commit}}").decode().strip()
    except _RefusedError:
        raise unknown from None


def _at(folder: Path, commit: str | None) -> dict[str, _Then]:
    """The cases that git has of a folder at a revision, by the names of their files."""
    if commit is None:
        return {}
    entries = (_ENTRY.match(entry) for entry in _git(folder, "ls-tree", "-l", "-z", commit).split(b"\0"))
    files = {fsdecode(entry[3]): _Then(entry[1].decode(), int(entry[2])) for entry in entries if entry is not None}
    return {name: then for name, then in files.items() if is_case(Path(name))}


class _RefusedError(FactcheckError):
    """git answered, and not with what it was asked for."""


def _git(folder: Path, *words: str) -> bytes:
    """What git says. Raises FactcheckError when it says nothing."""
    if not folder.is_dir():
        raise FactcheckError(f"There is no folder {disk.shown(folder)}; check the name.")
    try:
        done = run_git(folder, *words, seconds=_SECONDS)
    except FileNotFoundError:
        raise FactcheckError("There is no git here, which --since asks; install it, or leave --since out.") from None
    except (OSError, subprocess.SubprocessError) as error:
        raise FactcheckError(f"git does not answer in {disk.shown(folder)} ({type(error).__name__}); try again.") from error
    if done.returncode:
        said = one_line(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "), 200)
        raise _RefusedError(
            f"git cannot tell what {disk.shown(folder)} was ({said or words[0]}); leave --since out to be told since when you looked."
        )
    return done.stdout
