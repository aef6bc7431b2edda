"""Keeps a session on disk: every change is saved off the screen's thread, and what could not be saved is said and tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.model import Case, one_line
from factcheck.workbench.news import News
from factcheck.workbench.others import BOTH, deeds, lapsed
from factcheck.workbench.place import Place, remember
from factcheck.workbench.session import Session

if TYPE_CHECKING:
    from factcheck.casefile import Saved


LET_GO = "That was the claim you were on, so no claim is chosen until you move."
"""What is said where others took out or changed the chosen claim."""


class Saver(Protocol):
    """Where a case is kept. `save` blocks until the case is safe on disk, and merges what others changed meanwhile."""

    @property
    def path(self) -> Path:
        """Where the case is kept."""

    def save(self, case: Case, since: Case) -> Saved:
        """Save the case, which grew from `since`. Raises FactcheckError or OSError when it cannot be saved."""

    def look(self, case: Case, since: Case) -> Saved:
        """The case, which grew from `since`, with what others have done; nothing is saved. Raises FactcheckError or OSError."""

    def glance(self) -> object:
        """None while nobody else has touched where the case is kept, else what it is now. Never waits for the case to be read."""


class Keeper:
    """Saves a session. `trouble` is the sentence for the reviewer while the newest decisions are not on disk.

    `clashed` says that the reviewer and somebody else had changed the same, when it was saved or taken in last.
    """

    def __init__(self, session: Session, saver: Saver) -> None:
        self.session = session
        self.saver = saver
        self.trouble: str | None = None
        self.clashed = False
        self.news = News(session.view, session.clock)
        self._since = session.view.case  # what was kept when the session's case last had all of it
        self._one_at_a_time = asyncio.Lock()

    async def keep(self) -> bool:
        """Save the case as it is now. Gives True when there is news of a merge, and sets `trouble` when it fails."""
        async with self._one_at_a_time:
            case = self.session.view.case
            place = self.place()
            try:
                saved = await asyncio.to_thread(self._write, case, self._since, place)
            except Exception as error:  # noqa: BLE001 - whatever went wrong, the decisions must stay here and be tried again
                what = one_line(str(error) or repr(error))
                self.trouble = f"Not saved: {what} Your decisions are kept here, and saved with the next one."
                return False
            self.trouble = None
            return self._take(case, saved)

    async def take_in(self, may: Callable[[], bool] = lambda: True) -> bool:
        """Go on with what others have done to the case meanwhile. Gives True when there is news of it.

        Nothing is changed where `may`, which is asked when it is known what they did, says that it cannot be now. Raises what `look` does.
        """
        async with self._one_at_a_time:
            case = self.session.view.case
            saved = await asyncio.to_thread(self.saver.look, case, self._since)
            return may() and self._take(case, saved)

    def _take(self, case: Case, saved: Saved) -> bool:
        """Go on with what came of a save or a look, which `case` was given to; what was done while it was waited for is kept."""
        from factcheck.casefile import merge

        self._since = saved.stored
        now, reader = self.session.view.case, self.session.view.reader
        done = deeds(case, saved.case, reader) if saved.merged else []
        let_go = saved.merged and self.session.adopt(saved.case if now is case else merge(case, now, saved.case).case)
        self.clashed = len(saved.conflicts) > len(saved.happened) or any(deed.kind == BOTH for deed in done)
        # what both sides changed may tell who reads blind how the other decided
        both = [one_line(one) for one in saved.conflicts if one not in saved.happened] if not reader.blind else []
        return self.news.add(done, (*saved.happened, *both, lapsed(case, saved.case) if saved.merged else "", LET_GO if let_go else ""))

    def place(self) -> Place:
        """Where the reviewer is."""
        session = self.session
        return Place(session.view.chosen, session.view.aspect, session.view.filter.id)

    def _write(self, case: Case, since: Case, place: Place) -> Saved:
        saved = self.saver.save(case, since)
        remember(self.saver.path, place)
        return saved
