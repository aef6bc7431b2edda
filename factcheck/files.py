"""How a file is written that is whole or not there, after a power cut too, and where this machine keeps its own."""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from platformdirs import user_cache_path, user_state_path

LITTER_SECONDS = 24 * 60 * 60.0
"""After this, nobody is still writing a file."""

_MADE_HERE = f".factcheck-{hashlib.sha256(platform.node().encode()).hexdigest()[:8]}-"
"""How names of files in the making begin that are made on this machine: folders may be shared, and numbers of processes are not."""

_IN_THE_MAKING = re.compile(r"\.factcheck-[0-9a-f]{8}-(?P<pid>[0-9]{1,10})-[0-9a-f]{12}(?:-journal)?")
"""Takes `.factcheck-0a1b2c3d-4711-00112233aabb`, and SQLite's journal beside it; refuses `.factcheck-notes`."""


def cache_folder() -> Path:
    """Where this machine keeps what can be made anew at any time."""
    return user_cache_path("factcheck", appauthor=False)


def state_folder() -> Path:
    """Where this machine keeps what is no part of any case: places, lists, trust. FACTCHECK_STATE names another folder."""
    named = os.environ.get("FACTCHECK_STATE")
    return Path(named) if named else user_state_path("factcheck", appauthor=False)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, and move it there once it is on the disk; an old one stays until then. Raises OSError.

    Its folder is made where there is none. Who may read a new file is what the umask says.
    """
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, and to read again, beside its place, as `write_whole`; where anything is raised meanwhile, the old one stays."""
    make_folder(path.parent)
    beside = temporary_beside(path)
    try:
        with beside.open("x+b") as file:
            yield file
        put_in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def temporary_beside(path: Path) -> Path:
    """A name for a file in the making, beside its place; what killed processes left there under such names is swept first, once."""
    sweep(path.parent.absolute())
    return path.with_name(f"{_MADE_HERE}{os.getpid()}-{secrets.token_hex(6)}")


@cache
def sweep(folder: Path) -> None:
    """Take away what is in the making in a folder and nobody will finish: its process on this machine is gone, or it is a day old."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (made := _IN_THE_MAKING.fullmatch(entry.name)) is not None and entry.is_file(follow_symlinks=False):
                here = entry.name.startswith(_MADE_HERE) and not _alive(int(made["pid"]))
                if here or time.time() - entry.stat(follow_symlinks=False).st_mtime > LITTER_SECONDS:
                    Path(entry.path).unlink()


def _alive(pid: int) -> bool:
    """Whether there is a process of that number; where that cannot be known, there is."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def put_in_place(beside: Path, path: Path) -> None:
    """Move a finished file to its place in the same folder, so that its bytes and its name outlast a power cut. Raises OSError."""
    handle = os.open(beside, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    beside.replace(path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder, with those around it that are not there, so that they outlast a power cut. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a power cut. Windows has no such call, and needs none. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # file systems that cannot sync a folder
            raise
    finally:
        os.close(handle)
