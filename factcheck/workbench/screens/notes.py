"""The notes on the case: what people write to one another, thread by thread; to be read, answered and dealt with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from textual.widget import Widget

from factcheck import casefile
from factcheck.model import NoteAction, count, one_line
from factcheck.model.desk import handles
from factcheck.model.names import same_name
from factcheck.workbench.describe import LONGEST, Line, when
from factcheck.workbench.keymap import sign
from factcheck.workbench.keys import NOTES
from factcheck.workbench.notes import Posted
from factcheck.workbench.results import ActionResult
from factcheck.workbench.screens.forms import TextForm, open_form
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.widgets.fields import MentionField
from factcheck.workbench.widgets.painter import Piece

_HINT = "@Name addresses it to that person"


class NoteForm(TextForm):
    """Asks for a note. Behind an @ it offers who can be meant: `people` of the case, and soon those of the other cases in the folder."""

    MOST = 4
    """Names that are shown."""

    def __init__(self, title: str, about: str, people: Sequence[str], reader: str) -> None:
        super().__init__(title, about, placeholder=_HINT)
        self._people = people
        self._reader = reader

    def fields(self) -> Iterator[Widget]:
        """One field."""
        field = MentionField(placeholder=_HINT, id="text")
        field.handles = self._meaning(self._people)
        yield field

    async def look_round(self, folder: Path) -> None:
        """Know the people of the other cases, too, as they were listed last."""
        others = await asyncio.to_thread(casefile.listed_people, folder)
        self.query_one(MentionField).handles = self._meaning([*self._people, *others])
        self.on_input_changed()

    def _meaning(self, people: Sequence[str]) -> tuple[str, ...]:
        """What means each of some people, and not the reader, who writes to none of themselves."""
        found = handles([*people, self._reader])
        return tuple(handle for name, handle in found.items() if not same_name(name, self._reader))

    def on_input_changed(self) -> None:
        """Show what is offered."""
        offered = self.query_one(MentionField).offered[: self.MOST]
        self._say("  ".join(f"{'' if i else '↓ '}@{one_line(one, 40)}" for i, one in enumerate(offered)))


class NotesScreen(CaseListScreen[Posted]):
    """The notes on the case, and below them the whole thread of the chosen one."""

    TABLE = NOTES
    WITHOUT = ("notes.write", "notes.every")

    every = False
    """Whether those that are dealt with are shown, too."""

    @property
    def heading(self) -> str:
        """How many threads are open, and how many wait for the reader."""
        threads = {posted.thread.first.id: posted.thread for posted in self.session.notes.there(every=True)}.values()
        told = [f"{sum(thread.open for thread in threads)} open"]
        waiting, dealt = self.session.notes.waiting, sum(not thread.open for thread in threads)
        told += [f"{count(waiting, 'waits', 'wait')} for you"] if waiting else []
        told += [f"{dealt} dealt with"] if dealt else []
        return f"Notes on the case: {', '.join(told)}"

    @property
    def empty(self) -> str:
        """That there are none."""
        return f"No open notes on this case. {sign('notes.write', self.app)} writes one."

    def find(self) -> Sequence[Posted]:
        """The notes as they are now."""
        return self.session.notes.there(every=self.every)

    def known_by(self, posted: Posted) -> object:
        """Which note it is, and whether it is dealt with."""
        return posted.note.id, posted.thread.open

    def line(self, posted: Posted) -> Iterator[Piece]:
        """Who wrote it, when, and what; replies stand below what they answer."""
        sign_of = "  ↳ " if posted.answers else "@ " if posted.waits else "✎ " if posted.thread.open else "✓ "
        yield sign_of, ("flag",) if posted.waits else ("plain",)
        yield f"{one_line(posted.note.by, 18)}, {posted.note.at.date()}  ", ("plain",)
        yield one_line(posted.note.text or "", 300), ()

    def about(self, posted: Posted) -> Iterator[Line]:
        """All of its thread, with the chosen note's words apart."""
        thread = posted.thread
        for entry in thread.entries:
            yield [
                (f"{one_line(entry.by, 60)}, {when(entry.at)}", "label"),
                (_what(entry.action, gone=entry.id in thread.withdrawn), "plain"),
            ]
            if entry in thread.standing:
                yield [(one_line(entry.text or "", LONGEST), "headline" if entry is posted.note else "")]

    async def action_write(self) -> None:
        """Write a note."""
        await self._ask("A note on the case", self.session.view.case.article.headline or "", self.session.notes.write)

    async def action_reply(self) -> None:
        """Answer the chosen one."""
        posted = self.chosen
        if posted is not None:
            title = f"An answer to {one_line(posted.note.by, 40)}"
            await self._ask(title, posted.note.text or "", lambda text: self.session.notes.reply(posted.note, text))

    async def action_resolve(self) -> None:
        """Say that the thread of the chosen one is dealt with."""
        posted = self.chosen
        if posted is not None:
            await self.do(lambda: self.session.notes.resolve(posted))

    async def action_withdraw(self) -> None:
        """Take the chosen one back."""
        posted = self.chosen
        if posted is not None:
            await self.do(lambda: self.session.notes.withdraw(posted.note))

    def action_switch_every(self) -> None:
        """Show those that are dealt with, too, or hide them."""
        self.every = not self.every
        self.show()

    @property
    def _reader(self) -> str:
        return self.session.view.reader.name

    async def _ask(self, title: str, about: str, work: Callable[[str], ActionResult]) -> None:
        async def done(text: str | None) -> bool | None:
            return None if text is None else await self.do(lambda: work(text))

        form = NoteForm(title, about, self.session.notes.people, self._reader)
        await open_form(self.app, form, done, on=self.keeper.saver.path)
        form.run_worker(form.look_round(self.keeper.saver.path.parent))


def _what(action: NoteAction, *, gone: bool) -> str:
    """What an entry did, where it is not a note that stands."""
    if action is NoteAction.RESOLVED:
        return " dealt with"
    return " took a note back" if action is NoteAction.WITHDRAWN else " (taken back)" if gone else ""
