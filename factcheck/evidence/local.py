"""The files that sources name looked at: copied beside the case, and held against the copy that is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from factcheck.evidence import copies
from factcheck.evidence.finding import NotTakenError, Places
from factcheck.model import Case, Source


def waiting_files(case: Case) -> list[Source]:
    """The sources that may be files, in the order of the claims: those without an address; never a confidential one."""
    return [source for source in case.every_source if source.name and not source.url and not source.confidential]


async def gather_files(
    case: Case, folder: Path, places: Places, clock: Callable[[], datetime], *, again: bool = False
) -> AsyncGenerator[Source, None]:
    """Each source that names a file, as it now is, if that is news; one that names none is passed over.

    With `again` a file that has changed is kept anew, beside the old copy. Raises FactcheckError when no copy can be kept.
    """
    look = _Look(case, folder, places, clock, again)
    for source in waiting_files(case):
        found = await asyncio.to_thread(look.at, source)
        if found is not None:
            yield found


@dataclass(frozen=True)
class _Look:
    case: Case
    folder: Path
    places: Places
    clock: Callable[[], datetime]
    again: bool

    def at(self, source: Source) -> Source | None:
        """The source after its file was looked at; None when there is nothing new to say of it."""
        try:
            path = self.places.find(source.name or "")
            if path is None:
                return None
            found = self._there(source, path)
        except NotTakenError as trouble:
            found = source.model_copy(update={"status": str(trouble)})
        return found.model_copy(update={"fetched": self.clock()}) if found != source else None

    def _there(self, source: Source, path: Path) -> Source:
        name = source.name or ""
        if source.sha256 and not self.again and (digest := copies.digest_of(path)) != source.sha256:
            return source.model_copy(update={"status": f"changed since it was kept: its bytes are others (SHA-256 {digest[:12]}…)"})
        digest = copies.keep(self.folder, path, name)
        if digest == source.sha256:
            return source.model_copy(update={"status": "ok"})
        status = f"ok; changed since {source.kept.date()}" if source.sha256 and source.kept else "ok"
        return source.model_copy(update={"status": status, "sha256": digest, "kept": self.clock()})
