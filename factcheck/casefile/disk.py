"""The only place that touches the file system for case files: whole reads, atomic writes, locks, and errors as sentences."""

# ruff: noqa: PTH105, PTH108, PTH116 - plain calls of the system, in the order in which they count, each of which a test makes fail

from __future__ import annotations

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_state_path

from factcheck import files
from factcheck.model import FactcheckError, one_line

if TYPE_CHECKING:
    from filelock import FileLock

MOST_BYTES = 64 << 20
"""The largest file that is taken for a case: forty times that of a case with 5,000 claims."""

LOCK_SECONDS = 10.0
"""How long is waited for another program that saves, and longer only as long as what it saves arrives."""
_LOOK_SECONDS = 0.005
"""How often it is looked whether it is one's turn: the time between two saves of a busy program is short."""
Stamp = tuple[int, int, int, int]
"""Device, inode, size and time of change in nanoseconds: what tells that a file is still the one that was read."""


@dataclass(frozen=True)
class Found:
    """What a file held, and the stamp it had then."""

    data: bytes
    stamp: Stamp
    changed: float


def shown(path: str | os.PathLike[str]) -> str:
    """A path for a message, with whatever a terminal would obey made visible."""
    return one_line(os.fspath(path), 300)


def read(path: Path) -> Found | None:
    """What is in a file; None when there is none. Raises FactcheckError for what is no file, is too big, or cannot be read."""
    with _as_sentence(path, "read"):
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            return None
        try:
            return _read_all(handle, path)
        finally:
            os.close(handle)


def read_there(path: Path) -> Found:
    """What is in a file. Raises FactcheckError as `read` does, and when there is none."""
    found = read(path)
    if found is None:
        raise FactcheckError(f"There is no file {shown(path)}; check the name.")
    return found


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file, which tells whether it is the one that was read; None when there is none. Raises OSError."""
    about = _about(path)
    return about and _stamp(about)


def name_of(path: str | os.PathLike[str]) -> str:
    """A name for what this machine keeps about a path, the same by whatever links it is reached."""
    return hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _read_all(handle: int, path: Path) -> Found:
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        what = "a folder" if stat.S_ISDIR(about.st_mode) else "not an ordinary file"
        raise FactcheckError(f"{shown(path)} is {what}, not a case; name a case file, which ends in .toml.")
    parts: list[bytes] = []
    size = 0
    while part := os.read(handle, 1 << 20):
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise FactcheckError(f"{shown(path)} is larger than {MOST_BYTES >> 20} megabytes, too large for a case file; check the name.")
    return Found(b"".join(parts), _stamp(about), about.st_mtime)


def _stamp(about: os.stat_result) -> Stamp:
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns


def write(path: Path, data: bytes, expected: Stamp | None, mode: int = 0o666) -> Stamp | None:
    """Replace a file by `data`, whole or not at all; the stamp it has then, or None when it is no longer the one `expected`.

    `expected` is the stamp of the file that `data` takes the place of, None for a file that is not there. The bytes are on the disk
    under another name, and read back, before they get this one. A link is followed, permissions are kept; a new file has
    those of `mode` that the umask leaves. Raises FactcheckError, and
    leaves the old file as it was and nothing beside it.
    """
    target = Path(os.path.realpath(path))
    with _as_sentence(path, "saved"):
        there = _about(target)
        if (there and _stamp(there)) != expected:
            return None
        temporary = files.temporary_beside(target)
        try:
            stamp = _write_new(temporary, data, there, mode)
            if stamp_of(target) != expected:
                return None
            os.replace(temporary, target)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
        files.sync_folder(target.parent)
        return stamp


def make_folder(path: Path) -> None:
    """The folder that a new case goes into, with those around it. Raises FactcheckError."""
    with _as_sentence(path, "saved"):
        files.make_folder(Path(os.path.realpath(path)).parent)


def append_beside(path: Path, ending: str, text: str) -> Path:
    """Add text to the file beside `path` that has its name and `ending`; where it went. Raises FactcheckError."""
    beside = Path(os.path.realpath(path)).with_suffix(ending)
    with _as_sentence(beside, "saved"):
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0), 0o666)
        try:
            _write_all(handle, text.encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        files.sync_folder(beside.parent)
    return beside


def _about(target: Path) -> os.stat_result | None:
    try:
        return os.stat(target)
    except FileNotFoundError:
        return None


def _write_new(temporary: Path, data: bytes, there: os.stat_result | None, mode: int) -> Stamp:
    handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), mode)
    try:
        _write_all(handle, data)
        if there is not None and hasattr(os, "fchmod"):
            with suppress(PermissionError):
                if (there.st_uid, there.st_gid) != (os.fstat(handle).st_uid, os.fstat(handle).st_gid):
                    os.fchown(handle, there.st_uid, there.st_gid)
            os.fchmod(handle, stat.S_IMODE(there.st_mode))
        os.fsync(handle)
        os.lseek(handle, 0, os.SEEK_SET)
        written = _read_all(handle, temporary)
        if written.data != data:
            raise OSError(errno.EIO, "the disk returned something other than what was written to it")
        return written.stamp
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a case file, which lies out of sight, not beside it. Raises FactcheckError when another process keeps it.

    Where no lock can be had (a home that is read-only), the check right before a file is replaced still stands.
    """
    lock = _lock(path)
    if lock is None:
        yield
        return
    try:
        _await_turn(lock, path)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        with suppress(OSError):
            lock.release()


def _await_turn(lock: FileLock, path: Path) -> None:
    """Take the lock, however many save before. Raises FactcheckError when one of them does not finish, OSError where locks do not work."""
    from filelock import Timeout

    before = stamp_of(path)
    while True:
        try:
            lock.acquire(timeout=LOCK_SECONDS, poll_interval=_LOOK_SECONDS)
            return
        except Timeout:
            now = stamp_of(path)
            if now == before:
                told = f"{shown(path)} is being saved by another factcheck that does not finish; close it and save again."
                raise FactcheckError(told) from None
            before = now


def _lock(path: Path) -> FileLock | None:
    from filelock import FileLock  # a fifth of what it takes to load this room, and only a save needs it

    name = name_of(path)
    for place in _lock_places():
        folder = place / "locks"
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if os.access(folder, os.W_OK):
                return FileLock(folder / f"{name}.lock")
    return None


def _lock_places() -> Iterator[Path]:
    yield user_state_path("factcheck", appauthor=False)
    with suppress(FileNotFoundError):
        yield Path(tempfile.gettempdir()) / "factcheck"  # not before it is needed: to find it, Python writes a file there


@contextmanager
def _as_sentence(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:  # a NUL in a name
        raise FactcheckError(f"{shown(path)} cannot be used as a file name; choose another.") from error
    except OSError as error:
        reason, remedy = _REASONS.get(error.errno or 0, (error.strerror or str(error), "check the disk and try again"))
        raise FactcheckError(f"{shown(path)} cannot be {done}: {reason}; {remedy}.") from error


_NO_RIGHT = ("you are not allowed to", "change its permissions or keep the case elsewhere")
_FULL = ("the disk is full", "make room and try again")
_REASONS = {
    errno.ENOENT: ("its folder is gone", "put the folder back and try again"),
    errno.ENOTDIR: ("part of its path is not a folder", "check the path"),
    errno.EEXIST: ("part of its path is not a folder", "check the path"),
    errno.EISDIR: ("it is a folder", "name a file"),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: ("the disk is read-only", "copy the case to a disk that can be written"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("your disk quota is used up", "make room and try again"),
    errno.EFBIG: ("the file would be larger than this disk allows", "make room or lift the limit and try again"),
    errno.ENAMETOOLONG: ("its name is too long", "give it a shorter one"),
    errno.ELOOP: ("its links lead in a circle", "mend the links"),
    errno.EIO: ("the disk reports an error", "check the disk, and keep the case elsewhere until then"),
}
