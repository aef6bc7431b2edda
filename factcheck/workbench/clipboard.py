"""Puts words on the clipboard of the machine, by the program there is for it. What the terminal makes of them is Textual's part."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

from factcheck.model import visible
from factcheck.pipeline.within import bounds
from factcheck.starting import find_program

MOST = 20_000
"""Code points that are copied at most: what terminals take for certain."""

PATIENCE = 2.0
"""Seconds that a program has to take the words."""


def fit_to_copy(text: str) -> str:
    """The words without anything that a terminal they are pasted into would obey, and no more of them than is copied."""
    return visible(text, lines=True)[:MOST]


def put_on_clipboard(text: str) -> None:
    """Give the words to the first program that takes them. Nothing where there is none, or where somebody far away is served.

    Blocks for as long as the program takes, at most `PATIENCE`.
    """
    if bounds() is None:
        next((True for command in _commands() if _given(command, text)), None)


def _commands() -> Iterator[list[str]]:
    for name, *words in _programs():
        found = find_program(name)
        if found is not None:
            yield [found, *words]


def _programs() -> Iterator[tuple[str, ...]]:
    if sys.platform == "darwin":
        yield ("pbcopy",)
    elif sys.platform == "win32":
        yield ("clip",)
    if os.environ.get("WAYLAND_DISPLAY"):
        yield ("wl-copy",)
    if os.environ.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard", "-in")
        yield ("xsel", "--clipboard", "--input")


def _given(command: list[str], text: str) -> bool:
    encoding = "utf-16" if sys.platform == "win32" else "utf-8"
    try:
        done = subprocess.run(  # noqa: S603 - a program of the table above, by its path; the words are its input
            command,
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
