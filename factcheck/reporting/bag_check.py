"""Whether a bundle is what was packed: every file against its digest, and nothing missing or extra. Nothing is unpacked to the disk.

The bundle may be anybody's. It is read as a stream, in bounds that are known before: what a zip file says of itself is looked at first, and
one that could be read in two ways, or would unpack to more than it can hold, is refused.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from factcheck.documents.containers import UNPACKED
from factcheck.model import FactcheckError, one_line
from factcheck.reporting.bags import CHUNK, DECLARATION, MANIFEST, PAYLOAD, TAG_MANIFEST, digest_of

MOST_FILES = 100_000
"""Files of a bundle; a case of 5,000 claims has some thousand sources."""
_LISTED = 32 << 20
"""Bytes of the list of files in a zip file."""
_EXPANDS = 100
"""How many times larger a whole bundle may be when it is unpacked; ours are not smaller packed, and other programs halve them."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^\s].*)")
"""A line of a manifest, as ours are: takes 64 hexadecimal digits, two spaces and a name."""
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_HEADER = struct.Struct("<4s5H3L2H")
"""What stands in front of each file in a zip file, before its name."""
_TOLD_BEHIND = 0x8
"""The mark of a file whose checksum and size stand behind it."""
_BETWEEN = (0, 12, 16, 20, 24)
"""Bytes that checksum and size take there, by the forms that they have (APPNOTE 4.3.9)."""
_LOCKED = 0x1 | 0x40 | 0x2000
"""Marks of a file that is locked with a password (APPNOTE 4.4.4)."""
_DAMAGED = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, struct.error, LookupError)
"""What comes of reading a damaged zip file."""


@dataclass(frozen=True)
class Checked:
    """What came of looking through a bundle: how many files it holds, its SHA-256, and in sentences whatever is not as it was packed."""

    files: int
    sha256: str
    troubles: tuple[str, ...]


def check_bag(path: Path) -> Checked:
    """Look through the bundle in a file. Raises FactcheckError, with one sentence, for what is no bundle or could do harm."""
    shown = one_line(str(path), 200)
    try:
        with _opened(path) as file:
            size = os.fstat(file.fileno()).st_size
            start = _list_of_files(file, size)
            with ZipFile(file) as packed:
                top, files = _named(packed.infolist(), size)
                _refuse_gaps(file, packed.infolist(), start)
                troubles = tuple(_troubles(packed, top, files))
            return Checked(len(files), digest_of(file), troubles)
    except _Refused as problem:
        raise FactcheckError(f"{shown} is no bundle that can be trusted: {problem}; ask for it again.") from None
    except _DAMAGED:
        raise FactcheckError(f"{shown} is no bundle, or a damaged one: it is no whole zip file; ask for it again.") from None
    except OSError as problem:
        raise FactcheckError(f"{shown} cannot be read ({problem.strerror or problem}); check the name.") from problem


class _Refused(Exception):  # noqa: N818 - it is no error of ours
    """Why a zip file is not looked into."""


def _opened(path: Path) -> BinaryIO:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _Refused("it is no ordinary file")
    return os.fdopen(handle, "rb")


def _list_of_files(file: BinaryIO, size: int) -> int:
    """Where the list of files begins, by what a zip file says at its end. Raises _Refused where it is not so, or where more follows it.

    A remark there may hold a second list, and programs differ on which they read.
    """
    if size < _END.size:
        raise BadZipFile
    file.seek(size - _END.size)
    mark, _, _, _, number, length, start, remark = _END.unpack(file.read(_END.size))
    if mark != b"PK\5\6" and not _has_end(file, size):
        raise BadZipFile
    if mark != b"PK\5\6" or remark:
        raise _Refused("there is something after its list of files")
    end = size - _END.size
    file.seek(max(0, end - _LOCATOR.size))
    if file.read(4) == b"PK\6\7":  # a second form of the end, for large files, which counts wherever it is
        end -= _LOCATOR.size + _END_64.size
        if end < 0:
            raise BadZipFile
        file.seek(end)
        mark, *_, number, length, start = _END_64.unpack(file.read(_END_64.size))
        if mark != b"PK\6\6":
            raise _Refused("its list of files is given in two versions that differ")
    if number > MOST_FILES or length > _LISTED:
        raise _Refused(f"it says that it has more than {MOST_FILES:,} files")
    if start + length != end:
        raise _Refused("it holds bytes that belong to no file")
    return int(start)


def _has_end(file: BinaryIO, size: int) -> bool:
    file.seek(max(0, size - (1 << 16) - _END.size))
    return b"PK\5\6" in file.read()


def _named(entries: list[ZipInfo], size: int) -> tuple[str, dict[str, ZipInfo]]:
    """The folder that is the bundle, and each file by its name, none of which could do harm. Raises _Refused."""
    if len(entries) > MOST_FILES:
        raise _Refused(f"it has more than {MOST_FILES:,} files")
    files: dict[str, ZipInfo] = {}
    taken: dict[str, str] = {}
    for entry in entries:
        _refuse_harmful(entry)
        alike = unicodedata.normalize("NFC", entry.filename.rstrip("/")).casefold()
        if alike in taken:
            raise _Refused(f"two of its files have the name {_shown(entry.filename)}, to some systems at least")
        taken[alike] = entry.filename
        if not entry.is_dir():
            files[entry.filename] = entry
    for alike in taken:
        for at, sign in enumerate(alike):
            if sign == "/" and not taken.get(alike[:at], "/").endswith("/"):
                raise _Refused(f"{_shown(taken[alike[:at]])} is both a file and a folder")
    if sum(entry.file_size for entry in entries) > _EXPANDS * size + CHUNK:
        raise _Refused("it would unpack to far more than a bundle holds")
    tops = [name.removesuffix(f"/{DECLARATION}") for name in files if name.endswith(f"/{DECLARATION}") and name.count("/") == 1]
    if len(tops) != 1:
        raise _Refused(f"it has {'no' if not tops else 'more than one'} folder with a {DECLARATION}")
    return tops[0], files


def _refuse_harmful(entry: ZipInfo) -> None:
    name, mode = entry.orig_filename, entry.external_attr >> 16
    parts = name.removesuffix("/").split("/")
    odd = name != entry.filename or not all(part.strip(" .") for part in parts) or any(sign in name for sign in '\\:*?"<>|')
    if odd or any(unicodedata.category(sign)[0] == "C" for sign in name):
        raise _Refused(f"it has a file whose name leads outside it, or is not allowed on every system ({_shown(name)})")
    if entry.flag_bits & _LOCKED:
        raise _Refused(f"{_shown(name)} is locked with a password")
    if entry.create_system == 3 and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _Refused(f"{_shown(name)} is a link or a device, no file")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise _Refused(f"{_shown(name)} is packed in a way that bundles are not")
    if entry.is_dir() and entry.file_size:
        raise _Refused(f"{_shown(name)} is a folder that holds bytes")


def _refuse_gaps(file: BinaryIO, entries: list[ZipInfo], start: int) -> None:
    """Raise _Refused unless the files lie end to end up to their list at `start`, each told in front of it as the list tells it.

    Of files that share bytes bombs are made (Fifield, "A better zip bomb", 2019); bytes between them belong to nobody; and a file that is
    told in two ways is another one to a program that reads from the front.
    """
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < at:
            raise _Refused("its files share bytes")
        if entry.header_offset - at not in _BETWEEN:
            raise _Refused("it holds bytes that belong to no file")
        file.seek(entry.header_offset)
        mark, _, flags, how, _, _, check, packed, size, name, more = _HEADER.unpack(file.read(_HEADER.size).ljust(_HEADER.size, b"\0"))
        told = (check, packed, size) if not flags & _TOLD_BEHIND else (entry.CRC, entry.compress_size, entry.file_size)
        same = all(one in (other, 0xFFFFFFFF) for one, other in zip(told, (entry.CRC, entry.compress_size, entry.file_size), strict=True))
        if mark != b"PK\3\4" or not same or (flags, how) != (entry.flag_bits, entry.compress_type):
            raise _Refused(f"{_shown(entry.filename)} is described in two ways")
        at = entry.header_offset + _HEADER.size + name + more + entry.compress_size
    if start - at not in _BETWEEN:
        raise _Refused("it holds bytes that belong to no file" if start > at else "its files share bytes")


def _troubles(packed: ZipFile, top: str, files: Mapping[str, ZipInfo]) -> Iterator[str]:
    """What is not as it was packed, file by file: the manifests first, then what they list, then what they do not."""
    digests = {name: _digest(packed, entry) for name, entry in files.items()}
    known = {f"{top}/{TAG_MANIFEST}"}
    for manifest in (TAG_MANIFEST, MANIFEST):
        name = f"{top}/{manifest}"
        if name not in files:
            yield f"{manifest} is missing, so that what it lists cannot be checked."
            continue
        seen = set[str]()
        for nth, line in enumerate(_lines(packed, files[name]), 1):
            found = _LINE.fullmatch(line)
            if found is None or found[2] in seen or found[2].startswith(PAYLOAD) is not (manifest == MANIFEST):
                yield f"{manifest}, line {nth}: this is not the digest of one more file, so the line has been changed."
                continue
            listed = f"{top}/{found[2]}"
            seen.add(found[2])
            known.add(listed)
            if listed not in files:
                yield f"{_shown(found[2])} is missing."
            elif digests[listed] is None:
                yield f"{_shown(found[2])} is damaged: it cannot be read."
            elif digests[listed] != found[1]:
                yield f"{_shown(found[2])} has been changed: its digest is another."
    for name in sorted(files.keys() - known):
        yield f"{_shown(name.removeprefix(f'{top}/'))} is extra: no manifest lists it."


def _digest(packed: ZipFile, entry: ZipInfo) -> str | None:
    """The SHA-256 of a file; None for one that cannot be read."""
    found = hashlib.sha256()
    try:
        with packed.open(entry) as file:
            while chunk := file.read(CHUNK):
                found.update(chunk)
    except _DAMAGED:
        return None
    return found.hexdigest()


def _lines(packed: ZipFile, entry: ZipInfo) -> list[str]:
    """The lines of a manifest, each of which ends in a line feed; what cannot be read is one line that fits nothing."""
    if entry.file_size > UNPACKED:
        raise _Refused(f"{_shown(entry.filename)} is larger than any list of files")
    try:
        text = packed.read(entry).decode("utf-8")
    except _DAMAGED:
        return [""]
    lines = text.split("\n")
    return lines[:-1] if not lines[-1] else [*lines[:-1], f"{lines[-1]}\r"]


def _shown(name: str) -> str:
    return one_line(name, 120) or "(no name)"
