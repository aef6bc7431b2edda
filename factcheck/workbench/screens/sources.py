"""Every source of the case: what came of looking at it, which claims lean on it, and how what was quoted from it stands there."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import aclosing

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker

from factcheck import pipeline
from factcheck.model import EXACT, Case, FactcheckError, Source, one_line
from factcheck.workbench.describe import Line, source_facts
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keys import SOURCES
from factcheck.workbench.screens.lists import ListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import KeyBar, MessageBar, content_of
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.painter import Piece


class SourcesScreen(ListScreen):
    """The sources, and below them all about the chosen one. Nothing is fetched until it is asked for."""

    TABLE = SOURCES
    AUTO_FOCUS = "#sources"

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._sources: Sequence[Source] = ()
        self._looking: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """The list above, all about the chosen source below."""
        yield Static(id="sources-title", classes="bar")
        yield Choices("No evidence hangs on any claim yet.", id="sources")
        with VerticalScroll(classes="chosen", can_focus=False):
            yield Static(id="source-words")
        yield MessageBar(id="message")
        yield KeyBar(SOURCES, id="keys")

    def on_mount(self) -> None:
        """Show the sources, that of the claim last gone to chosen."""
        self._sources = self.session.view.seen_case.every_source
        claim = self.session.view.claim
        keys = [item.key for item in claim.evidence] if claim else []
        self.query_one(Choices).at = next((i for i, source in enumerate(self._sources) if source.key in keys), 0)
        self.show()

    def show(self, words: str = "") -> None:
        """Show the sources as they are known now."""
        case = self.session.view.seen_case
        self._sources = case.every_source
        there = sum(source.works for source in self._sources)
        self.query_one("#sources-title", Static).update(Content(f" Sources: {len(self._sources)}, {there} looked at and there"))
        self.query_one(Choices).show([list(_line(case, source)) for source in self._sources])
        self.say(words)
        self._show_source()

    @property
    def _source(self) -> Source | None:
        return self._sources[self.at] if 0 <= self.at < len(self._sources) else None

    def _show_source(self) -> None:
        source = self._source
        lines = _about(self.session.view.seen_case, source) if source else ()
        self.query_one("#source-words", Static).update(Content("\n").join(content_of(line) for line in lines))

    def on_choices_moved(self) -> None:
        """Show all about the source that is chosen now."""
        self._show_source()

    def on_choices_taken(self) -> None:
        """Go to the first claim that leans on the source that was clicked."""
        self.action_go()

    def action_go(self) -> None:
        """Back to the review, at the next claim that leans on the source."""
        claims = self.session.view.seen_case.leaning_on(self._source) if self._source else ()
        if claims:
            here = next((i for i, claim in enumerate(claims) if claim.id == self.session.view.chosen), -1)
            self.dismiss(self.session.view.choose(claims[(here + 1) % len(claims)].id))

    def action_open(self) -> None:
        """Open the source in the browser; only an address on the web, since others can start programs."""
        source = self._source
        if source is None or not source.url or not pipeline.is_address(source.url):
            self.show("This source has no address to open.")
        else:
            self.app.open_url(source.url)
            self.say(f"Opening {source.url}")

    async def action_confidential(self) -> None:
        """Mark the source as one that no export names, or take that back."""
        source = self._source
        if source is not None:
            await self.do(lambda: self.session.make_confidential(source, not source.confidential))

    def action_look(self, again: bool) -> None:
        """Look at the sources that have not been looked at, or at all of them again; a second time, stop."""
        from factcheck.evidence import waiting

        if self._looking is not None and not self._looking.is_finished:
            self._looking.cancel()
            self.show("Stopped. What was looked at so far is kept.")
            return
        of = len(waiting(self.session.view.seen_case, again))
        if of or not again:
            self._looking = self.run_worker(self._look(again, of))

    async def _look(self, again: bool, of: int) -> None:
        self.say(f"Looking at {of} sources…" if of else "Every address has been looked at; looking for new quotations.")
        done, last = 0, time.monotonic()
        try:
            wanted = pipeline.fetch_options(again=again)
            async with aclosing(pipeline.look_at_sources(self.session.view.seen_case, self.keeper.saver.path, wanted)) as found:
                async for source in found:
                    self.session.take_source(source)
                    done = min(of, done + 1)
                    if self.is_mounted:
                        self.show(f"Looking at sources: {done} of {of}…")
                    if time.monotonic() - last > pipeline.SAVED_EVERY:
                        await self.keeper.keep()
                        last = time.monotonic()
            words = f"Looked at {of} sources." if of else "Nothing new to look at."
        except FactcheckError as problem:
            words = str(problem)
        finally:
            await self.keeper.keep()
        self.show(words)


def _line(case: Case, source: Source) -> Iterator[Piece]:
    claims = len(case.leaning_on(source))
    remarked = any(quotation.remarks or quotation.match < EXACT for quotation in source.quotations)
    sign = "◌" if source.status is None else "✓" if source.works else "✗"
    yield f"{sign}{'⚑' if remarked else ' '} ", ("is-false",) if sign == "✗" else ("flag",) if remarked else ("plain",)
    yield f"{claims:>3} claim{'s' if claims != 1 else ' '}  ", ("plain",)
    if source.confidential:
        yield "confidential  ", ("flag",)
    yield one_line(source.title or source.url or source.name or "", 120), ()
    yield f"  {one_line(source.status or '', 120)}", ("plain",)


def _about(case: Case, source: Source) -> Iterator[Line]:
    yield [(one_line(source.title or source.name or source.url or "", 300), "headline")]
    if source.url:
        yield [(one_line(source.url, 300), "plain")]
    about = [fact for fact in (source.publisher, source.author, source.dated) if fact]
    if about:
        yield [(one_line(" · ".join(about), 300), "")]
    yield from source_facts(source)
    for claim in case.leaning_on(source):
        yield [("for  ", "label"), (one_line(claim.gist, 300), "")]
        for quotation in (q for q in source.quotations if q.claim == claim.id):
            yield [("  ", ""), (f"“{one_line(quotation.quote, 200)}”", "plain")]
            yield [("  ", ""), (one_line(source.describe(quotation), 300), "plain" if quotation.match == EXACT else "flag")]
            yield from ([("  ⚑ ", "flag"), (one_line(remark, 300), "flag")] for remark in quotation.remarks)
