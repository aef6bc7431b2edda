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
    """What a save or a look came to: `case` has everybody's changes, and `merged` says that others' were taken in.

    `conflicts` are sentences for the person: what both sides had changed, and whatever else happened to the file, which is in `happened`
    alone. Who goes on with `case` says so in the next save, with `stored`, which is what the file holds, as its `since`.
    """

    case: Case
    stored: Case
    merged: bool = False
    conflicts: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()


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

    def save(self, case: Case, since: Case | None = None) -> Saved:
        """Put `case` on the disk, together with what others have changed in the file since; returns once it is safe there.

        `since` is what the file held when `case` last had all of it (`Saved.stored`): what is in neither `case` nor the file is gone, and
        what only one of them lacks was taken back there. Without it, it is the case last given to be saved, or the one opened.
        Raises FactcheckError with a sentence for the person when it cannot be; the file is then as it was.
        """
        happened: list[str] = []
        with self._one_at_a_time, disk.locked(self.path):
            for _ in range(_TRIES):
                happened += self._take_in()
                both = merge(self._given if since is None else since, case, self.case)
                sheet, homeless = self._sheet.showing(both.case)
                happened += keep_beside(self.path, homeless)
                if self._put(both.case, sheet):
                    self._given = case
                    merged = both.case is not case and both.case != case
                    told = tuple(dict.fromkeys((*happened, *both.conflicts)))
                    return Saved(both.case, both.case, merged, told, tuple(dict.fromkeys(happened)))
        raise FactcheckError(f"{disk.shown(self.path)} is being changed by another program all the time; stop it and save again.")

    def look(self, case: Case, since: Case) -> Saved:
        """`case` with what others have changed in the file since, as `save` would have it; nothing is written.

        Raises FactcheckError when there is no file, or none that can be read: it is then as if nobody had looked.
        """
        with self._one_at_a_time:
            found = disk.read(self.path)
            if found is None:
                raise FactcheckError(
                    f"{disk.shown(self.path)} has been deleted or moved away; put it back, or the next save writes it anew."
                )
            self._read(found)
            both = merge(since, case, self.case)
            return Saved(both.case, self.case, both.case is not case and both.case != case, both.conflicts)

    def written(self, case: Case, *, comments: bool = True) -> bytes:
        """What this file would hold with `case` in it, which may be another form of its own; nothing is written.

        Without `comments`, those that a person wrote by hand are left out.
        """
        sheet = self._sheet if comments else Sheet.new()
        return sheet.showing(case)[0].text.encode()

    def glance(self) -> object:
        """None while the file is as it was left here, else what it is now: the same as long as nobody touches it. It is not read.

        What is being saved from here may be taken for somebody else's; who looks then finds nothing new.
        """
        try:
            now = disk.stamp_of(self.path)
        except OSError as error:
            return f"out of reach: {error.errno}"
        return None if now == self._stamp else now or "gone"

    def _take_in(self) -> Iterator[str]:
        """Read the file again when it is not the one last seen; what the person should know of it."""
        found = disk.read(self.path)
        if found is None:
            self._data, self._stamp = b"", None
            yield f"{disk.shown(self.path)} had been deleted or moved away; it was written anew, with the whole case."
        else:
            self._read(found)

    def _read(self, found: disk.Found) -> None:
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
