"""Keeps a session on disk: every change is saved off the screen's thread, and what could not be saved is said and tried again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.model import Case, one_line
from factcheck.workbench.place import Place, remember
from factcheck.workbench.session import Session

if TYPE_CHECKING:
    from factcheck.casefile import Saved


class Saver(Protocol):
    """Where a case is kept. `save` blocks until the case is safe on disk, and merges what others changed meanwhile."""

    @property
    def path(self) -> Path:
        """Where the case is kept."""

    def save(self, case: Case, since: Case) -> Saved:
        """Save the case, which grew from `since`. Raises FactcheckError or OSError when it cannot be saved."""

    def look(self, case: Case, since: Case) -> Saved:
        """The case, which grew from `since`, with what others have done; nothing is saved. Raises FactcheckError or OSError."""


class Keeper:
    """Saves a session. `trouble` is the sentence for the reviewer while the newest decisions are not on disk."""

    def __init__(self, session: Session, saver: Saver) -> None:
        self.session = session
        self.saver = saver
        self.trouble: str | None = None
        self._since = session.view.case  # what was kept when the session's case last had all of it
        self._one_at_a_time = asyncio.Lock()

    async def keep(self) -> str | None:
        """Save the case as it is now. Returns what the reviewer should know of a merge, and sets `trouble` when it fails."""
        async with self._one_at_a_time:
            case = self.session.view.case
            place = self.place()
            try:
                saved = await asyncio.to_thread(self._write, case, self._since, place)
            except Exception as error:  # noqa: BLE001 - whatever went wrong, the decisions must stay here and be tried again
                what = one_line(str(error) or repr(error))
                self.trouble = f"Not saved: {what} Your decisions are kept here and saved with the next one, or on ctrl+s."
                return None
            self.trouble = None
            return self._take(case, saved)

    async def take_in(self) -> str | None:
        """Go on with what others have done to the case meanwhile. Returns what the reviewer should know of it."""
        async with self._one_at_a_time:
            case = self.session.view.case
            saved = await asyncio.to_thread(self.saver.look, case, self._since)
            return self._take(case, saved)

    def _take(self, case: Case, saved: Saved) -> str | None:
        """Go on with what came of a save or a look, which `case` was given to; what was done while it was waited for is kept."""
        from factcheck.casefile import merge

        self._since = saved.stored
        now = self.session.view.case
        if saved.merged:
            self.session.adopt(saved.case if now is case else merge(case, now, saved.case).case)
        return _merge_notice(saved)

    def place(self) -> Place:
        """Where the reviewer is."""
        session = self.session
        return Place(session.view.chosen, session.view.aspect, session.view.filter.id)

    def _write(self, case: Case, since: Case, place: Place) -> Saved:
        saved = self.saver.save(case, since)
        remember(self.saver.path, place)
        return saved


def _merge_notice(saved: Saved) -> str | None:
    if saved.conflicts:
        return f"Somebody else changed this case too; kept from both sides: {one_line('; '.join(saved.conflicts))}"
    return "Somebody else changed this case too; their changes are here now." if saved.merged else None
