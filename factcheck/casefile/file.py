"""One open case file: saved whole or not at all, never over what somebody else has written meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from factcheck.casefile import disk
from factcheck.casefile.comments import keep_beside
from factcheck.casefile.loading import parse
from factcheck.casefile.merging import merge
from factcheck.casefile.sheet import Sheet
from factcheck.model import Case, FactcheckError

_TRIES = 5
"""How often a save starts again because the file changed under it."""


@dataclass(frozen=True)
class Saved:
    """What a save came to: `case` is what the file holds now, `merged` says that others' changes were taken in.

    `conflicts` are sentences for the person: what both sides had changed, and whatever else happened to the file.
    """

    case: Case
    merged: bool = False
    conflicts: tuple[str, ...] = ()


class CaseFile:
    """A case file that is open. `case` is the case as it was last read or saved; `notice` is what the person should know of what was read.

    Safe to call from any thread.
    """

    path: Path
    case: Case
    notice: str | None = None

    def __init__(self, path: Path, case: Case, data: bytes, stamp: disk.Stamp | None, sheet: Sheet) -> None:
        """Use `open` or `create`."""
        self.path = path
        self.case = case
        self._given = case  # what the caller's case is known to build on
        self._data = data
        self._stamp = stamp
        self._sheet = sheet
        self._one_at_a_time = Lock()

    @classmethod
    def open(cls, path: Path) -> CaseFile:
        """The case file at `path`, read and checked. Raises FactcheckError with one sentence, and leaves the file as it is."""
        path = Path(path)
        found = disk.read_there(path)
        loaded = parse(found.data, path)
        file = cls(path, loaded.case, found.data, found.stamp, loaded.sheet)
        file.notice = loaded.notice
        return file

    @classmethod
    def create(cls, path: Path, case: Case) -> CaseFile:
        """A new case file with `case` in it; its folder is made when it is not there. Raises FactcheckError, also when `path` is taken."""
        path = Path(path)
        disk.make_folder(path)
        made = cls(path, case, b"", None, Sheet.new())
        with disk.locked(path):
            if os.path.lexists(path) or not made._put(case, made._sheet.showing(case)[0]):
                raise FactcheckError(f"{disk.shown(path)} is there already; open it, or give the new case another name.")
        return made

    def save(self, case: Case) -> Saved:
        """Put `case` on the disk, together with what others have changed in the file since; returns once it is safe there.

        Raises FactcheckError with a sentence for the person when it cannot be; the file is then as it was.
        """
        conflicts: list[str] = []
        with self._one_at_a_time, disk.locked(self.path):
            for _ in range(_TRIES):
                conflicts += self._take_in()
                both = merge(self._given, case, self.case)
                sheet, homeless = self._sheet.showing(both.case)
                conflicts += keep_beside(self.path, homeless)
                if self._put(both.case, sheet):
                    self._given = case
                    merged = both.case is not case and both.case != case
                    return Saved(both.case, merged, tuple(dict.fromkeys((*conflicts, *both.conflicts))))
        raise FactcheckError(f"{disk.shown(self.path)} is being changed by another program all the time; stop it and save again.")

    def _take_in(self) -> Iterator[str]:
        """Read the file again when it is not the one last seen; what the person should know of it."""
        found = disk.read(self.path)
        if found is None:
            self._data, self._stamp = b"", None
            yield f"{disk.shown(self.path)} had been deleted or moved away; it was written anew, with the whole case."
            return
        if found.data != self._data:
            loaded = parse(found.data, self.path, self._sheet)
            self.case, self._sheet = loaded.case, loaded.sheet
        self._data, self._stamp = found.data, found.stamp

    def _put(self, case: Case, sheet: Sheet) -> bool:
        """Write the sheet of the case where it differs from what the file holds; False when somebody else was quicker."""
        data = sheet.text.encode()
        if data != self._data or self._stamp is None:
            stamp = disk.write(self.path, data, self._stamp)
            if stamp is None:
                return False
            self._data, self._stamp = data, stamp
        self.case, self._sheet = case, sheet
        return True
