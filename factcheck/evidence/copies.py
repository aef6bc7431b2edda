"""Copies of files that sources name: beside the case with the snapshots, each named by the SHA-256 of its bytes and its own ending."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from factcheck.evidence.finding import NotTakenError
from factcheck.evidence.snapshots import folder_of, is_digest, refuse_link, refused
from factcheck.files import make_folder, put_in_place, temporary_beside
from factcheck.model import FactcheckError, Source, one_line
from factcheck.model.media import ending_of

LARGEST = 512 << 20
"""Bytes of a file that is copied."""
_CHUNK = 1 << 20
_FLAGS = sum((getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")), os.O_RDONLY)


def copy_of(folder: Path, digest: str, name: str) -> Path | None:
    """Where the copy of a file with this name and these bytes is, or would be; None for what is no digest."""
    return folder / f"{digest}{ending_of(name)}" if is_digest(digest) else None


def kept_of(folder: Path, source: Source) -> list[tuple[Path, str]]:
    """Where the snapshot of a source is or would be, or the copies of its file, its recording and its transcript; each with its SHA-256."""
    digest = source.sha256 or ""
    own = (folder / f"{digest}.warc.gz" if is_digest(digest) else None) if source.url else copy_of(folder, digest, source.name or "")
    more = ((source.recording_sha256 or "", source.recording), (source.transcript_sha256 or "", source.transcript))
    found = [(own, digest), *((copy_of(folder, other, name or ""), other) for other, name in more)]
    return [(path, known) for path, known in found if path is not None]


def keep(folder: Path, path: Path, name: str) -> str:
    """Copy a file, unless the folder has its bytes already, and give its SHA-256.

    Raises NotTakenError for one that cannot be read or is too large, and FactcheckError when the folder cannot be written to.
    """
    refuse_link(folder)
    with opened(path) as file:
        digest = _digest(file)
        kept = copy_of(folder, digest, name)
        if kept is not None and _same_size(kept, path):
            return digest
        file.seek(0)
        try:
            return _copied(folder, file, name)
        except OSError as error:
            raise refused(folder, error) from error


def digest_of(path: Path) -> str:
    """The SHA-256 of an ordinary file. Raises NotTakenError for one that cannot be read, is a link or is too large."""
    with opened(path) as file:
        return _digest(file)


def checked_copy(case: Path, source: Source) -> Path:
    """The copy of a source's file that the case in a file keeps, its bytes held against what they were. Raises FactcheckError."""
    name = one_line(source.name or "", 200)
    kept = copy_of(folder_of(case).absolute(), source.sha256 or "", source.name or "") if not source.url else None
    if kept is None:
        raise FactcheckError(f"No copy of {name} is kept yet; factcheck evidence {one_line(str(case), 200)} makes one of a file.")
    try:
        refuse_link(kept.parent)
        digest = digest_of(kept)
    except (NotTakenError, OSError) as trouble:
        raise FactcheckError(f"The copy of {name} cannot be opened ({trouble}); factcheck evidence makes it again.") from None
    if digest != source.sha256:
        raise FactcheckError(f"The copy of {name} is not what was kept: its bytes have changed, so it is not opened; take it away.")
    return kept


def read(folder: Path, digest: str, name: str, most: int) -> bytes | None:
    """What is in a copy, when its bytes are what they were and no more than `most`."""
    kept = copy_of(folder, digest, name)
    if kept is None:
        return None
    try:
        with opened(kept) as file:
            data = file.read(most + 1)
    except (NotTakenError, OSError):
        return None
    return data if len(data) <= most and hashlib.sha256(data).hexdigest() == digest else None


def opened(path: Path) -> BinaryIO:
    """An ordinary file, not at the end of a link. Raises NotTakenError."""
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise NotTakenError(f"unreadable: {getattr(error, 'strerror', None) or error}") from None
    about = os.fstat(handle)
    trouble = "unreadable: it is no ordinary file" if not stat.S_ISREG(about.st_mode) else ""
    if not trouble and about.st_size > LARGEST:
        trouble = f"too large: it has more than {LARGEST >> 20} MB, so it is not kept"
    if trouble:
        os.close(handle)
        raise NotTakenError(trouble)
    return os.fdopen(handle, "rb")


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file, which may grow while they are read."""
    left = LARGEST
    while data := _chunk(file):
        left -= len(data)
        if left < 0:
            raise NotTakenError(f"too large: it has more than {LARGEST >> 20} MB, so it is not kept")
        yield data


def _chunk(file: BinaryIO) -> bytes:
    try:
        return file.read(_CHUNK)
    except OSError as error:
        raise NotTakenError(f"unreadable: {error.strerror or error}") from None


def _digest(file: BinaryIO) -> str:
    found = hashlib.sha256()
    for data in _chunks(file):
        found.update(data)
    return found.hexdigest()


def _copied(folder: Path, file: BinaryIO, name: str) -> str:
    make_folder(folder)
    found = hashlib.sha256()
    beside = temporary_beside(folder / "copy")
    try:
        with beside.open("xb") as out:
            for data in _chunks(file):
                found.update(data)
                out.write(data)
        digest = found.hexdigest()
        put_in_place(beside, folder / f"{digest}{ending_of(name)}")
    finally:
        beside.unlink(missing_ok=True)
    return digest


def _same_size(kept: Path, path: Path) -> bool:
    with suppress(OSError):
        about = kept.lstat()
        return stat.S_ISREG(about.st_mode) and about.st_size == path.stat().st_size
    return False
