"""A newsroom's own templates, read once: the words that are approved are the words that are rendered."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.model import FactcheckError, one_line

MOST_ENTRIES = 200
MOST_BYTES = 4 << 20
"""Of all templates together; a page with its style is some ten thousand."""


def read_templates(folder: Path) -> Mapping[str, str]:
    """The text of every file in a folder of templates, by its path below it with `/`.

    Files that are hidden or no UTF-8 text are left out. Raises FactcheckError for a link, which could lead out of the folder, for too many
    files or bytes, and for what cannot be read.
    """
    found: dict[str, str] = {}
    room = MOST_BYTES
    try:
        for path in _files(folder):
            data = _read(path, room)
            room -= len(data)
            if room < 0:
                raise FactcheckError(f"{_shown(folder)} holds more than {MOST_BYTES >> 20} MB, too much for templates; clear it.")
            try:
                found[path.relative_to(folder).as_posix()] = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                continue
    except OSError as error:
        raise FactcheckError(f"{_shown(folder)} cannot be read ({error.strerror or error}); correct it, or take the key out.") from error
    return found


def _files(folder: Path) -> Iterator[Path]:
    folders, seen = [folder], 0
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda entry: entry.name):
            seen += 1
            if seen > MOST_ENTRIES:
                raise FactcheckError(f"{_shown(folder)} holds more than {MOST_ENTRIES} files, too many for templates; clear it.")
            if entry.is_symlink():
                raise FactcheckError(f"{_shown(Path(entry.path))} is a link, which could lead anywhere; put the file itself there.")
            if entry.is_dir() and not entry.name.startswith("."):
                folders.append(Path(entry.path))
            elif entry.is_file() and not entry.name.startswith("."):
                yield Path(entry.path)


def _read(path: Path, most: int) -> bytes:
    """At most one byte more than `most`; a link that has come there meanwhile is not followed, a pipe not waited for."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        return file.read(most + 1)


def _shown(path: Path) -> str:
    return one_line(str(path), 200)
