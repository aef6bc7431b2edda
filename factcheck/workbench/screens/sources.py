"""Every source of the case: what came of looking at it, which claims lean on it, and how what was quoted from it stands there."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import aclosing

from textual.worker import Worker

from factcheck import pipeline
from factcheck.model import EXACT, Case, FactcheckError, Source, count, noun, one_line
from factcheck.workbench.describe import Line, source_facts
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keys import SOURCES
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.showing import open_copy
from factcheck.workbench.widgets.painter import Piece


class SourcesScreen(CaseListScreen[Source]):
    """The sources, and below them all about the chosen one. Nothing is fetched until it is asked for."""

    TABLE = SOURCES

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._looking: Worker[None] | None = None

    @property
    def heading(self) -> str:
        """How many there are."""
        return f"Sources: {len(self.things)}, {sum(source.works for source in self.things)} fetched and there"

    @property
    def empty(self) -> str:
        """That there are none."""
        return "No claim has evidence yet."

    def find(self) -> Sequence[Source]:
        """The sources as they are known now."""
        return self.session.view.seen_case.every_source

    def comes_first(self, source: Source) -> bool:
        """Whether the claim last gone to leans on it."""
        claim = self.session.view.claim
        return claim is not None and source.key in [item.key for item in claim.evidence]

    def known_by(self, source: Source) -> object:
        """Which it is, and whether it is confidential: what a key does to it turns on that."""
        return source.key, source.confidential

    def line(self, source: Source) -> Iterator[Piece]:
        """What came of looking at it, and what it is."""
        return _line(self.session.view.seen_case, source)

    def about(self, source: Source) -> Iterator[Line]:
        """What is known of it, and the claims that lean on it."""
        return _about(self.session.view.seen_case, source)

    def on_choices_taken(self) -> None:
        """Go to the first claim that leans on the source that was clicked."""
        self.action_go()

    def action_go(self) -> None:
        """Back to the review, at the next claim that leans on the source."""
        claims = self.session.view.seen_case.leaning_on(self.chosen) if self.chosen else ()
        if claims:
            here = next((i for i, claim in enumerate(claims) if claim.id == self.session.view.chosen), -1)
            self.dismiss(self.session.view.choose(claims[(here + 1) % len(claims)].id))

    async def action_open(self) -> None:
        """Open the source in the browser, or the copy of its file; only an address on the web, since others can start programs."""
        source = self.chosen
        if source is not None and source.url and pipeline.is_address(source.url):
            self.app.open_url(source.url)
            self.say(f"Opening {source.url}")
        elif source is not None and source.name and source.sha256:
            place = pipeline.place_to_open(self.session.view.seen_case, source)
            self.show(await open_copy(self.keeper.saver.path, source, place))
        else:
            self.show("This source has no address to open, and no file of it is kept.")

    async def action_confidential(self) -> None:
        """Mark the source as one that no export names, or take that back."""
        source = self.chosen
        if source is not None:
            await self.do(lambda: self.session.make_confidential(source, not source.confidential))

    def action_look(self, again: bool) -> None:
        """Look at the sources that have not been looked at, or at all of them again; a second time, stop."""
        from factcheck.evidence import waiting, waiting_files

        if self._looking is not None and not self._looking.is_finished:
            self._looking.cancel()
            self.show("Stopped. What was fetched so far is kept.")
            return
        of = len(waiting(self.session.view.seen_case, again))
        if of or not again or waiting_files(self.session.view.seen_case):
            self._looking = self.run_worker(self._look(again, of))

    async def _look(self, again: bool, of: int) -> None:
        self.say(f"Fetching {count(of, 'source')}…" if of else "Every address has been fetched; looking for new files and quotations.")
        looked, done, last = 0, 0, time.monotonic()
        try:
            wanted = pipeline.fetch_options(again=again)
            async with aclosing(pipeline.look_at_sources(self.session.view.seen_case, self.keeper.saver.path, wanted)) as found:
                async for source in found:
                    self.session.take_source(source)
                    looked += 1
                    done = min(of, done + (source.url is not None))
                    if self.is_mounted:
                        self.renew(f"Fetching sources: {done} of {of}…")
                    if time.monotonic() - last > pipeline.SAVED_EVERY:
                        await self.keeper.keep()
                        last = time.monotonic()
            words = f"{count(max(of, looked), 'source')} fetched." if of or looked else "Nothing new to fetch."
        except FactcheckError as problem:
            words = str(problem)
        finally:
            await self.keeper.keep()
        self.renew(words)


def _line(case: Case, source: Source) -> Iterator[Piece]:
    claims = len(case.leaning_on(source))
    remarked = any(case.remarks_on(source, quotation) or quotation.match < EXACT for quotation in case.quotations_in(source))
    sign = "◌" if source.status is None else "✓" if source.works else "✗"
    yield f"{sign}{'⚑' if remarked else ' '} ", ("is-false",) if sign == "✗" else ("flag",) if remarked else ("plain",)
    yield f"{claims:>3} {noun(claims, 'claim'):<6}  ", ("plain",)
    if source.confidential:
        yield "confidential  ", ("flag",)
    yield one_line(source.title or source.url or source.name or "", 120), ()
    yield f"  {one_line(source.status or '', 120)}", ("plain",)


def _about(case: Case, source: Source) -> Iterator[Line]:
    yield [(one_line(source.title or source.name or source.url or "", 300), "headline")]
    if source.url and (source.title or source.name):
        yield [(one_line(source.url, 300), "plain")]
    about = [fact for fact in (source.publisher, source.author, source.dated) if fact]
    if about:
        yield [(one_line(" · ".join(about), 300), "")]
    yield from source_facts(source)
    for claim in case.leaning_on(source):
        yield [("for  ", "label"), (one_line(claim.in_context, 300), "")]
        for quotation in case.quotations_in(source, (claim, *case.parts_of(claim))):
            yield [("  ", ""), (f"“{one_line(quotation.quote, 200)}”", "plain")]
            yield [("  ", ""), (one_line(source.describe(quotation), 300), "plain" if quotation.match == EXACT else "flag")]
            yield from ([("  ⚑ ", "flag"), (one_line(remark, 300), "flag")] for remark in case.remarks_on(source, quotation))
