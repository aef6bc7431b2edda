"""Snapshots of sources: WARC files beside the case, each named by the SHA-256 of its bytes, with the readable text in them.

A file holds one `response` record for each answer on the way to the page, as it was sent, and a `conversion` record with the readable
text (ISO 28500).
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from factcheck.evidence.fetching import Limits, Response
from factcheck.files import write_whole
from factcheck.model import Case, FactcheckError, one_line, without_login

UNPACKED = (Limits.redirects + 2) * Limits.size
"""The most bytes in a snapshot: every answer on the way to the page, and its text."""
_NAMED = re.compile(r"([0-9a-f]{64})(?:\.warc\.gz|\.[a-z0-9]{1,8})?")
"""How snapshots and copies of files are called: takes 64 hexadecimal digits alone, or with `.warc.gz` or one short ending."""
_DIGEST = re.compile(r"[0-9a-f]{64}")

_LEFT_OUT = frozenset({"transfer-encoding", "set-cookie"})
"""Headers that no longer hold of the body as it is kept, or that are nobody's business."""


def folder_of(case: Path) -> Path:
    """Where the snapshots of a case are: beside its file."""
    return case.with_suffix(".sources")


def keep(folder: Path, response: Response, text: str, at: datetime) -> str:
    """Write a snapshot and give its SHA-256. Raises FactcheckError when the folder cannot be written to."""
    refuse_link(folder)
    data = _packed(response, text, at)
    name = hashlib.sha256(data).hexdigest()
    try:
        write_whole(folder / f"{name}.warc.gz", data)
    except OSError as error:
        raise refused(folder, error) from error
    return name


def refuse_link(folder: Path) -> None:
    """Raise FactcheckError for a folder that is a link, as one that was sent may be."""
    if folder.is_symlink():
        raise FactcheckError(f"{one_line(str(folder), 200)} is a link to another place; put a folder there, to keep snapshots in.")


def refused(folder: Path, error: OSError) -> FactcheckError:
    """What to tell when a folder cannot be written to."""
    where = one_line(str(folder), 200)
    return FactcheckError(f"No snapshot can be kept in {where} ({error.strerror or error}); make room, or let it be written.")


def is_digest(name: str) -> bool:
    """Whether a name, which may be a stranger's, is a SHA-256 in hexadecimal."""
    return _DIGEST.fullmatch(name) is not None


def text_in(folder: Path, name: str) -> str | None:
    """The readable text in a snapshot; None when the snapshot is not there, or is not what it was.

    Name and file may be a stranger's: it must be a file in this very folder, and not unpack without end.
    """
    if not is_digest(name):
        return None
    try:
        data = _file(folder / f"{name}.warc.gz")
        return _text_in(data) if data is not None and hashlib.sha256(data).hexdigest() == name else None
    except Exception:  # noqa: BLE001 - warcio raises whatever comes of a damaged file (AttributeError, IndexError, zlib.error)
        return None


def unreferenced(case: Case, folder: Path) -> list[tuple[Path, int]]:
    """The snapshots and copies in a folder to which no source of a case refers, each with its size; nothing but ordinary files so named."""
    kept = {digest for source in case.sources for digest in (source.sha256, source.recording_sha256, source.transcript_sha256)}
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            named = _NAMED.fullmatch(entry.name)
            if named is not None and named[1] not in kept and entry.is_file(follow_symlinks=False):
                found.append((folder / entry.name, entry.stat(follow_symlinks=False).st_size))
    return found


def _file(path: Path) -> bytes | None:
    """What is in an ordinary file, not at the end of a link, that is not too large."""
    flags = ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
    handle = os.open(path, sum((getattr(os, flag, 0) for flag in flags), os.O_RDONLY))
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        return file.read(UNPACKED) if stat.S_ISREG(about.st_mode) and about.st_size <= UNPACKED else None


class _Bounded(gzip.GzipFile):
    """Unpacks so many bytes, and no more."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() > UNPACKED:
            raise ValueError("a snapshot that unpacks to more than can have been fetched")
        return super().read(size)


def _text_in(data: bytes) -> str | None:
    for record in ArchiveIterator(_Bounded(fileobj=io.BytesIO(data))):
        if record.rec_type == "conversion":
            text: str = record.content_stream().read().decode("utf-8", "replace")
            return text
    return None


def _packed(response: Response, text: str, at: datetime) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    when = {"WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%SZ")}
    for hop in response.hops:
        headers = [(name, without_login(value)) for name, value in hop.headers if name.lower() not in _LEFT_OUT]
        http = StatusAndHeaders(f"{hop.code} {hop.reason}".strip(), headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(hop.url, "response", payload=io.BytesIO(hop.body), http_headers=http, warc_headers_dict=when)
        writer.write_record(record)
    refers = {"WARC-Refers-To": record.rec_headers.get_header("WARC-Record-ID"), "Content-Type": "text/plain; charset=utf-8"}
    words = io.BytesIO(text.encode("utf-8", "replace"))
    writer.write_record(
        writer.create_warc_record(
            response.last.url, "conversion", payload=words, warc_content_type="text/plain; charset=utf-8", warc_headers_dict=when | refers
        )
    )
    return out.getvalue()
