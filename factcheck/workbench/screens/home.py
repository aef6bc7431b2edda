"""The cases in a folder with their progress, and a way to open an article by its path or by its text."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from factcheck import pipeline, reporting
from factcheck.model import FactcheckError, Reader, ReviewRole, one_line
from factcheck.pipeline import ArticleSource, Opened, Pasted
from factcheck.workbench.columns import SORTABLE, Desk, about, arranged, cells, heading_line, laid_out
from factcheck.workbench.keymap import sign
from factcheck.workbench.keys import HOME
from factcheck.workbench.preferences import prefer, preferences
from factcheck.workbench.screens.forms import open_form
from factcheck.workbench.screens.lists import ListScreen
from factcheck.workbench.screens.opening import ArticleForm
from factcheck.workbench.screens.review import ReviewScreen
from factcheck.workbench.screens.waiting import StoppedError
from factcheck.workbench.session import Clock
from factcheck.workbench.widgets.bars import KeyBar
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.told import Told

if TYPE_CHECKING:
    from factcheck.casefile import CaseSummary


EDGES = 3
"""Cells of a row beside its columns: the sign of the chosen one, and the scroll bar."""

SHOWN_EVERY = 0.3
"""Seconds after which a long list shows what there is so far."""


class HomeScreen(ListScreen[None]):
    """Lists cases and opens them. Splitting a new article runs beside the screen, which tells how far it is and can stop it."""

    TABLE = HOME

    class Progressed(Message):
        """An article that is being opened has come a step further."""

        def __init__(self, wait: int, words: str) -> None:
            super().__init__()
            self.wait = wait
            self.words = words

    class Listed(Message):
        """Some of the cases are read."""

        def __init__(self, cases: tuple[CaseSummary, ...]) -> None:
            super().__init__()
            self.cases = cases

    class Arrived(Message):
        """An article is split, or could not be."""

        def __init__(self, wait: int, opened: Opened | None, error: str | None) -> None:
            super().__init__()
            self.wait = wait
            self.opened = opened
            self.error = error

    def __init__(self, folder: Path, reader: Reader, clock: Clock) -> None:
        super().__init__()
        self._folder = folder
        self._reader = reader
        self._clock = clock
        self._cases: list[CaseSummary] = []
        kept = preferences().sort
        self._by = next((column for column in SORTABLE if column.heading == kept), SORTABLE[0])
        self._wait = 0
        self._waiting = False

    @property
    def heading(self) -> str:
        """Where the cases are, and in which order."""
        seconds = any(self._desk.own(case) is not None for case in self._cases)
        own = f"{reporting.SECOND} decided by you · " if seconds else ""
        return f"{own}Cases in {one_line(str(self._folder))}, {self._by.sorted_by}"

    @property
    def empty(self) -> str:
        """How to come by a case."""
        return f"No cases here yet. {self._how}"

    def above(self) -> ComposeResult:
        """The headings of the columns."""
        yield Static(id="columns")

    @property
    def _desk(self) -> Desk:
        return Desk(self._reader.name, self._clock().astimezone(), self._reader.role is ReviewRole.SECOND)

    async def on_screen_resume(self) -> None:
        """List the cases as they are now."""
        await self._list_cases()

    async def _list_cases(self) -> None:
        first = not self._cases
        if first:
            self.say("Reading the cases…")
        try:
            self._take(await asyncio.to_thread(self._read_cases))
        except (FactcheckError, OSError) as error:
            self.say(str(error))
        else:
            if first:
                self.say("")
        self._list()

    def _take(self, cases: Iterable[CaseSummary]) -> None:
        """The cases in the order of the list, with the same one chosen as before."""
        chosen = self._cases[self.at].path if 0 <= self.at < len(self._cases) else None
        self._cases = arranged(cases, self._by, self._desk)
        self.query_one(Choices).at = next((i for i, case in enumerate(self._cases) if case.path == chosen), 0)

    def _list(self) -> None:
        desk = self._desk
        bar = self.query_one(KeyBar)
        bar.show([key for key in bar.barred if key != "home.stop" or self._waiting])
        columns = laid_out(self._cases, self._by, desk, self.size.width - EDGES)
        self.query_one("#columns", Static).update(Content(f"  {heading_line(self._by, columns)}" if self._cases else ""))
        self.list_lines(cells(case, desk, columns) for case in self._cases)

    def on_resize(self) -> None:
        """Lay the columns out for the new width."""
        if self._cases:
            self._list()

    def below(self) -> ComposeResult:
        """The whole of what the row of the chosen case has no room for."""
        yield Told(id="about-case")

    def on_choices_moved(self) -> None:
        """Tell about the case that is chosen now."""
        chosen = self._cases[self.at : self.at + 1]
        self.query_one(Told).tell([[(about(case, self._desk), "")] for case in chosen])

    async def action_sort(self) -> None:
        """Sort by the next column, now and when the list is opened again, and go to its top."""
        self._by = SORTABLE[(SORTABLE.index(self._by) + 1) % len(SORTABLE)]
        self._take(self._cases)
        self.query_one(Choices).at = 0
        self._list()
        await asyncio.to_thread(prefer, sort=self._by.heading)

    def _read_cases(self) -> list[CaseSummary]:
        """Runs beside the screen, which shows what there is so far."""
        cases, shown = [], time.monotonic()
        for case in pipeline.summaries(self._folder):
            cases.append(case)
            if time.monotonic() - shown > SHOWN_EVERY:
                self.post_message(self.Listed(tuple(cases)))
                shown = time.monotonic()
        return cases

    def on_home_screen_listed(self, message: Listed) -> None:
        """Show the cases that are read so far."""
        if len(message.cases) > len(self._cases):
            self._take(message.cases)
            self.say(f"Reading the cases… {len(self._cases):,}")
            self._list()

    @property
    def _how(self) -> str:
        return f"Press {sign('home.article', self.app)} and give the path of an article, or paste its text."

    async def action_open_case(self) -> None:
        """Open the chosen case."""
        at = self.at
        if not 0 <= at < len(self._cases):
            self.say(f"No case is chosen. {self._how}")
            return
        self.say(f"Opening {self._cases[at].path}…")
        try:
            opened = await asyncio.to_thread(pipeline.open_case, self._cases[at].path)
        except (FactcheckError, OSError) as error:
            self.say(str(error))
        else:
            await self._review(opened)

    async def on_choices_taken(self) -> None:
        """Open the case that was clicked."""
        await self.action_open_case()

    async def _review(self, opened: Opened) -> None:
        self.say("")
        await self.app.push_screen(ReviewScreen(opened, self._reader, self._clock))

    async def action_open_article(self) -> None:
        """Ask for the path of an article or for its text, and split it."""
        await self._ask_for_article()

    async def on_paste(self, event: events.Paste) -> None:
        """Text that is pasted on the list is an article, or the path of one."""
        event.stop()
        await self._ask_for_article(event.text)

    async def _ask_for_article(self, pasted: str = "") -> None:
        async def done(source: ArticleSource | None) -> None:
            if source is not None:
                self._start(source)

        await open_form(self.app, ArticleForm(pasted), done)

    def _start(self, source: ArticleSource) -> None:
        self._wait += 1
        self._waiting = True
        self._list()
        self.say("Reading what was pasted…" if isinstance(source, Pasted) else f"Opening {source}…")
        threading.Thread(target=self._open, args=(self._wait, source), daemon=True).start()

    def _open(self, wait: int, source: ArticleSource) -> None:
        """Runs beside the screen, in a thread that does not keep the program from ending."""

        def on_progress(words: str) -> None:
            if not self._waiting or wait != self._wait:
                raise StoppedError
            self.post_message(self.Progressed(wait, words))

        try:
            if not isinstance(source, Pasted) and pipeline.is_case(source):
                opened = pipeline.open_case(source)
            else:
                opened = pipeline.start_case(source, self._folder, on_progress)
        except StoppedError:
            return
        except Exception as error:  # noqa: BLE001 - whoever waits for it must be told, whatever went wrong
            self.post_message(self.Arrived(wait, None, str(error) or repr(error)))
        else:
            self.post_message(self.Arrived(wait, opened, None))

    def on_home_screen_progressed(self, message: Progressed) -> None:
        """Say how far the article is."""
        if self._waiting and message.wait == self._wait:
            self.say(f"{message.words}… ({sign('home.stop', self.app)} stops it)")

    async def on_home_screen_arrived(self, message: Arrived) -> None:
        """Open the article that was waited for; list one that was not."""
        if not self._waiting or message.wait != self._wait:
            await self._list_cases()
            if message.opened is not None:
                self.say(f"{message.opened.file.path} is split and listed here.")
            return
        self._waiting = False
        self._list()
        if message.opened is None:
            self.say(message.error or "The article could not be opened.")
        else:
            await self._review(message.opened)

    def action_stop(self) -> None:
        """Stop splitting the article."""
        if self._waiting:
            self._waiting = False
            self._list()
            self.say("Stopped; nothing of the article is kept.")
