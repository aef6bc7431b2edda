"""Fetches the bytes of an article from a path, standard input, the clipboard, a stream or memory, and never more than a limit of them."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.model import FactcheckError, kept_name, name_kept, one_line
from factcheck.reading.shapes import Shape

SIZE_LIMIT = 16 * 1024 * 1024
"""The most bytes that are read of one article: four times a long book."""

CLIPBOARD = "clipboard:"
"""The source that means what was copied last; like a web address, it is no name of a file."""

_CHUNK = 1024 * 1024

_ADDRESS = Shape(
    "a web address",
    r"(?:[a-z][a-z0-9+.-]{1,20}://|www\.)\S",
    takes=("https://example.org/a", "www.example.org"),
    refuses=("C:/news/a.txt", "wwww"),
    flags=re.IGNORECASE,
)


@dataclass(frozen=True)
class Content:
    """The bytes of a source, its name as it was given (None when it has none), and the name to show a person."""

    data: bytes
    name: str | None
    shown: str


def load(source: str | os.PathLike[str] | bytes | BinaryIO) -> Content:
    """The bytes of a path (`-` is standard input, `clipboard:` what was copied last), of a binary stream, or the bytes themselves.

    Raises FactcheckError for what cannot be read or holds more than SIZE_LIMIT bytes.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return Content(_within_limit(bytes(source), "The article"), None, "The article")
    if isinstance(source, str | os.PathLike):
        path = os.fsdecode(source)
        if not os.path.lexists(path.replace("\0", "")):
            path = name_kept(path)
        special = {"-": _standard_input, CLIPBOARD: _clipboard}.get(path)
        return special() if special is not None else _file(path)
    name = getattr(source, "name", None)
    shown = _shown(name) if isinstance(name, str) else "The stream"
    return Content(_drain(source, shown), kept_name(name) if isinstance(name, str) else None, shown)


def _standard_input() -> Content:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise FactcheckError("There is no standard input to read the article from; name a file instead.")
    return Content(_drain(stream, "Standard input"), "-", "Standard input")


def _clipboard() -> Content:
    import pyperclip

    try:
        text = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError, ValueError) as error:
        raise FactcheckError(
            "The clipboard cannot be read (on Linux, that takes xclip, xsel or wl-clipboard); pipe the text in with - as the name."
        ) from error
    return Content(_within_limit(text.encode("utf-8", "replace"), "The clipboard"), None, "The clipboard")


def _file(path: str) -> Content:
    shown = _shown(path)
    if _ADDRESS.match(path) and not os.path.lexists(path.replace("\0", "")):
        raise FactcheckError(
            f"{shown} is a web address, and only local files are read; copy the article's text into a file and name that, "
            "or pipe it in with - as the name."
        )
    try:
        _refuse_endless(os.stat(path).st_mode, shown)  # noqa: PTH116 - to Path, the empty name is the working folder
        # Between the two looks the path may have become a pipe: opened so, it cannot make us wait.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            _refuse_endless(os.fstat(handle).st_mode, shown)
            return Content(_drain(stream, shown), kept_name(path), shown)
    except OSError as error:
        raise FactcheckError(_why(error, shown)) from error
    except ValueError as error:  # a NUL in the name
        raise FactcheckError(f"{shown} is no file name; name the file that holds the article.") from error


def _refuse_endless(mode: int, shown: str) -> None:
    if stat.S_ISDIR(mode):
        raise FactcheckError(f"{shown} is a folder; name the file in it that holds the article (factcheck batch reads whole folders).")
    if not stat.S_ISREG(mode):
        raise FactcheckError(
            f"{shown} is a device or a pipe, which may never end; copy the article into a file, or pipe it in with - as the name."
        )


_REASONS = {
    errno.ENOENT: "does not exist; check the name",
    errno.ENOTDIR: "does not exist; check the name",
    errno.EACCES: "may not be read by you; change its permissions or copy it",
    errno.EPERM: "may not be read by you; change its permissions or copy it",
    errno.EISDIR: "is a folder; name the file in it that holds the article",
    errno.ENAMETOOLONG: "is too long for a file name; to read text itself, pipe it in with - as the name",
    errno.ELOOP: "is a symbolic link that leads back to itself; name the file itself",
}


def _why(error: OSError, shown: str) -> str:
    reason = _REASONS.get(error.errno or 0) or f"could not be read ({error.strerror or type(error).__name__}); try a copy of it"
    return f"{shown} {reason}."


def _drain(stream: BinaryIO, shown: str) -> bytes:
    data = bytearray()
    while len(data) <= SIZE_LIMIT:
        try:
            chunk = stream.read(min(_CHUNK, SIZE_LIMIT + 1 - len(data)))
        except (OSError, ValueError, UnicodeError) as error:
            reason = _why(error, shown) if isinstance(error, OSError) else f"{shown} could not be read; open it anew in binary mode."
            raise FactcheckError(reason) from error
        if isinstance(chunk, str):
            raise FactcheckError(f"{shown} was opened as text; open it in binary mode, or give its text to read_text.")
        if not chunk:
            break
        data += chunk
    return _within_limit(bytes(data), shown)


def _within_limit(data: bytes, shown: str) -> bytes:
    if len(data) > SIZE_LIMIT:
        raise FactcheckError(f"{shown} holds more than {SIZE_LIMIT // 1024**2} MB, too much for an article; give a part of it.")
    return data


def _shown(path: str) -> str:
    return one_line(kept_name(path), 120) or "The empty name"
