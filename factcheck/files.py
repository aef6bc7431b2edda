"""How a file is written that is whole or not there, after a power cut too, and where this machine keeps its own."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from platformdirs import user_state_path


def state_folder() -> Path:
    """Where this machine keeps what is no part of any case: places, lists, trust. FACTCHECK_STATE names another folder."""
    named = os.environ.get("FACTCHECK_STATE")
    return Path(named) if named else user_state_path("factcheck", appauthor=False)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, and move it there once it is on the disk; an old one stays until then. Raises OSError.

    Its folder is made where there is none. Who may read a new file is what the umask says.
    """
    make_folder(path.parent)
    beside = path.with_name(f".factcheck-{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as file:
            file.write(data)
        put_in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


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
