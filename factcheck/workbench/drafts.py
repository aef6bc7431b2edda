"""What was written into a form and not saved, kept until the same form is opened again on the same thing, or the program is left.

Where the program is ended from outside, it is kept on this machine for the next run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Mapping
from contextlib import suppress
from pathlib import Path

from factcheck.files import state_folder, write_whole

Filled = Mapping[str, Hashable]
"""What stands in the fields of a form, by their ids."""

MOST = 100
"""Drafts kept for the next run; the oldest go first."""


class Drafts:
    """The drafts of one sitting. One is known by what its form is about and began with (`of`)."""

    def __init__(self) -> None:
        self._kept: dict[str, Filled] = {}
        self._taken_up = False

    def keep(self, of: Hashable, filled: Filled) -> None:
        """Keep what was written, in the place of an older draft."""
        self._kept[_name(of)] = dict(filled)

    def find(self, of: Hashable) -> Filled | None:
        """The draft, if there is one, from this sitting or from one that was ended from outside."""
        if not self._taken_up:
            self._taken_up = True
            self._kept = {**_left(), **self._kept}
        return self._kept.get(_name(of))

    def forget(self, of: Hashable) -> None:
        """It is saved, or not wanted any more."""
        self._kept.pop(_name(of), None)

    def leave(self) -> None:
        """Keep the drafts for the next run. Fails quietly: there is nobody to be told."""
        with suppress(OSError, TypeError):
            if self._kept:
                write_whole(_file(), json.dumps(dict(list({**_left(), **self._kept}.items())[-MOST:])).encode())


def _left() -> dict[str, Filled]:
    """What the last run left, which is taken from there."""
    try:
        kept = json.loads(_file().read_text("utf-8"))
        _file().unlink()
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: filled for name, filled in kept.items() if isinstance(filled, dict)} if isinstance(kept, dict) else {}


def _file() -> Path:
    return state_folder() / "drafts.json"


def _name(of: Hashable) -> str:
    return hashlib.sha256(repr(_plain(of)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _plain(of: Hashable) -> object:
    """The same in every run, and from every folder."""
    if isinstance(of, tuple):
        return tuple(map(_plain, of))
    return str(of.resolve()) if isinstance(of, Path) else of.__qualname__ if isinstance(of, type) else of
