"""A bundle: a zip file whose one folder is a bag after RFC 8493 (BagIt 1.0), the same bytes each time from the same files.

Nothing in it depends on when and where it is made: every file is stored as it is, with the same day and rights, in the order of names.
Files are not packed smaller: libraries that do so give other bytes from one version to the next, and most of them are packed already.
"""

from __future__ import annotations

import hashlib
import io
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from factcheck.model import FactcheckError, count, one_line

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
PAYLOAD = "data/"
CHUNK = 1 << 20
_DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can tell."""
_RIGHTS = (stat.S_IFREG | 0o644) << 16
_UNIX = 3


@dataclass(frozen=True)
class Member:
    """A file of a bundle: its path below `data/`, and its bytes, or what opens them; where `sha256` is given, they must have that."""

    path: str
    content: bytes | Callable[[], BinaryIO]
    sha256: str | None = None

    def open(self) -> BinaryIO:
        """Its bytes."""
        return io.BytesIO(self.content) if isinstance(self.content, bytes) else self.content()


def write_bag(file: BinaryIO, name: str, members: Iterable[Member], about: Mapping[str, str]) -> int:
    """Write the bundle called `name` with these files into an open file; how many they are. `about` goes into `bag-info.txt`.

    Raises FactcheckError for a file that is not what it was said to be.
    """
    ordered = sorted(members, key=lambda member: member.path)
    with ZipFile(file, "w", ZIP_STORED) as bag:
        tags = {DECLARATION: _put_text(bag, f"{name}/{DECLARATION}", _DECLARED)}
        listed, size = [], 0
        for member in ordered:
            digest, length = _put(bag, f"{name}/{PAYLOAD}{member.path}", member)
            listed.append(f"{digest}  {PAYLOAD}{member.path}\n")
            size += length
        facts = {**about, "Payload-Oxum": f"{size}.{len(ordered)}"}
        told = "".join(f"{key}: {one_line(value, 400)}\n" for key, value in facts.items())
        tags[INFO] = _put_text(bag, f"{name}/{INFO}", told)
        tags[MANIFEST] = _put_text(bag, f"{name}/{MANIFEST}", "".join(listed))
        _put_text(bag, f"{name}/{TAG_MANIFEST}", "".join(f"{digest}  {tag}\n" for tag, digest in sorted(tags.items())))
    return len(ordered)


def digest_of(file: BinaryIO) -> str:
    """The SHA-256 of all of an open file."""
    file.seek(0)
    found = hashlib.sha256()
    while chunk := file.read(CHUNK):
        found.update(chunk)
    return found.hexdigest()


def contents(cases: Iterable[tuple[str, Iterable[tuple[str, str]], Iterable[str]]]) -> str:
    """The page that says in words what is in a bundle: for each case its headline, each file with what it is, and what is left out."""
    return "\n".join("\n".join(_about(*one)) + "\n" for one in cases)


def _about(headline: str, files: Iterable[tuple[str, str]], left_out: Iterable[str]) -> Iterator[str]:
    yield one_line(headline, 200)
    yield ""
    yield from (f"  {one_line(path, 300)}\n      {one_line(what, 400)}" for path, what in files)
    left = list(left_out)
    if left:
        yield ""
        yield f"  {count(len(left), 'thing is', 'things are')} not in it:"
        yield from (f"      {one_line(what, 400)}" for what in left)


def _put_text(bag: ZipFile, path: str, text: str) -> str:
    return _put(bag, path, Member("", text.encode("utf-8", "replace")))[0]


def _put(bag: ZipFile, path: str, member: Member) -> tuple[str, int]:
    """Pack a file; its SHA-256 and its length."""
    info = ZipInfo(path, _DAY)
    info.create_system, info.external_attr = _UNIX, _RIGHTS
    found, length = hashlib.sha256(), 0
    with closing(member.open()) as data, bag.open(info, "w") as out:
        while chunk := data.read(CHUNK):
            found.update(chunk)
            length += len(chunk)
            out.write(chunk)
    digest = found.hexdigest()
    if member.sha256 not in (None, digest):
        raise FactcheckError(f"{one_line(path, 200)} was changed by another program while it was packed; pack again.")
    return digest, length
