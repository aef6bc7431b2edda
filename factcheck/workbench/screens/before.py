"""Where a claim like the chosen one was checked before: in the other cases of the folder and, when asked for, in published checks."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from factcheck import pipeline, searching
from factcheck.model import FactcheckError, count, one_line
from factcheck.model.published import Published, PublishedCheck
from factcheck.searching import PriorClaim
from factcheck.settings import shared_index
from factcheck.workbench.describe import Line
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keymap import sign
from factcheck.workbench.keys import BEFORE
from factcheck.workbench.screens.forms import WordsForm, open_form
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.painter import Piece

if TYPE_CHECKING:
    from textual.worker import Worker

    from factcheck.evidence import CheckService

MOST = 20
"""Claims that are listed."""


class BeforeScreen(CaseListScreen[PriorClaim | PublishedCheck]):
    """The claims that are like it, the most alike first, below the published fact-checks; and below them all about the chosen one."""

    TABLE = BEFORE
    WITHOUT = ("before.published",)
    goes_on = False

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._found: Sequence[PriorClaim] = ()
        self._checks: Sequence[PublishedCheck] = ()
        self._asking: Worker[None] | None = None

    @property
    def heading(self) -> str:
        """The claim that others are like."""
        claim = self.session.view.claim
        return f"Checked before: {one_line(claim.in_context, 200) if claim else ''}"

    @property
    def empty(self) -> str:
        """That there are none."""
        asks = sign("before.published", self.app)
        return f"No similar claim in the other cases of this folder. {asks} asks for published fact-checks, with your own key."

    def find(self) -> Sequence[PriorClaim | PublishedCheck]:
        """What was found."""
        return (*self._checks, *self._found)

    def line(self, known: PriorClaim | PublishedCheck) -> Iterator[Piece]:
        """How alike it is, its verdict, and what it says; of a published check, who rates what how."""
        return _check_line(known) if isinstance(known, PublishedCheck) else _line(known)

    def about(self, known: PriorClaim | PublishedCheck) -> Iterator[Line]:
        """Its verdict, where it stands and its evidence."""
        return _about_check(known) if isinstance(known, PublishedCheck) else _about(known)

    def begin(self) -> None:
        """Search, off the screen's thread."""
        self.say("Looking through the cases…")
        self.run_worker(self._search())

    async def _search(self) -> None:
        claim, case, path = self.session.view.claim, self.session.view.case, self.keeper.saver.path

        def on_progress(done: int, of: int) -> None:
            self.app.call_from_thread(self.say, f"Looking through the cases: {done} of {of}")

        def found() -> list[PriorClaim]:
            if claim is None:
                return []
            with closing(searching.open_index(path.parent, shared_index(path.parent))) as index:
                index.refresh(on_progress)
                return index.search(claim.in_context, MOST, path, searching.figures_of(case, claim))

        words = ""
        try:
            self._found = await asyncio.to_thread(found)
        except FactcheckError as problem:
            words = str(problem)
        self.show(words)

    async def action_ask_published(self) -> None:
        """Ask for published fact-checks, in words that the reviewer sees, and may change, before they leave."""
        claim, case, path = self.session.view.claim, self.session.view.case, self.keeper.saver.path
        if claim is None:
            return
        try:
            service = await asyncio.to_thread(pipeline.check_service)
            question = await asyncio.to_thread(pipeline.question_on, case, path, claim.id)
        except FactcheckError as problem:
            self.show(str(problem))
            return

        async def typed(words: str | None) -> bool | None:
            if words is None:
                return None
            try:
                asked = await asyncio.to_thread(pipeline.question_on, case, path, claim.id, words)
            except FactcheckError as problem:
                self.show(str(problem))
                return False
            if self._asking is not None:
                self._asking.cancel()
            self._asking = self.run_worker(self._ask(asked, service))
            return True

        about = "These words are sent to Google's Fact Check Tools, under your key; nothing else of the case is."
        await open_form(self.app, WordsForm("Ask for published fact-checks", about, question.words, over=False), typed, on=(path, claim.id))

    async def _ask(self, question: pipeline.Question, service: CheckService) -> None:
        def on_progress(words: str) -> None:
            self.say(f"{words}…")

        on_progress("Asking Google's Fact Check Tools")
        try:
            found = await pipeline.published_on(question, service, on_progress)
        except FactcheckError as problem:
            self.show(str(problem))
            return
        self._checks = found.checks
        self.query_one(Choices).at = 0
        self.show(_told(found))

    async def action_take(self) -> None:
        """Take the evidence of the earlier claim over, or keep the published check as a mention."""
        known = self.chosen
        if isinstance(known, PublishedCheck):
            await self.do(lambda: self.session.entries.keep_check(known))
        elif known is not None:
            await self.do(lambda: self.session.take_evidence(known.evidence))

    def action_open(self) -> None:
        """Open a published check in the browser."""
        known = self.chosen
        if isinstance(known, PublishedCheck):
            self.app.open_url(known.url)
            self.say(f"Opening {known.url}")
        else:
            self.say("Only a published fact-check has an address to open.")


def _told(found: Published) -> str:
    """How much was found, and what of it is not shown."""
    told = f"{count(len(found.checks), 'published fact-check')} found" if found.checks else "No published fact-check was found"
    left = f"; {count(found.left_out, 'answer')} of no use left out" if found.left_out else ""
    more = "; there are more, so ask in narrower words" if found.more else ""
    return f"{told}{left}{more}."


def _check_line(check: PublishedCheck) -> Iterator[Piece]:
    yield "published  ", ("plain",)
    yield one_line(check.rated, 300), ()


def _about_check(check: PublishedCheck) -> Iterator[Line]:
    yield [(one_line(check.text, 1_500), "headline")]
    yield [("a published fact-check: their rating, of their claim; no verdict on yours", "plain")]
    for label, words in (
        ("rated    ", check.rating), ("by       ", check.publisher), ("on       ", check.day and check.day.isoformat()),
        ("claimant ", check.claimant), ("title    ", check.title), ("at       ", check.url),
    ):  # fmt: skip
        if words:
            yield [(label, "label"), (one_line(words, 300), "")]


def _line(known: PriorClaim) -> Iterator[Piece]:
    yield f"{'=' if known.same else '~'} {known.alike:3.0f}  ", ("flag",) if known.same else ("plain",)
    yield known.standing.sign, (f"is-{known.standing}",)
    yield f"{known.so.sign if known.so else ' '}  ", (f"is-{known.so}",) if known.so else ()
    yield f"{len(known.evidence)}+  " if known.evidence else "    ", ("plain",)
    yield one_line(known.gist, 300), ()


def _about(known: PriorClaim) -> Iterator[Line]:
    yield [(one_line(known.gist, 1_500), "headline")]
    yield [("says the same" if known.same else "is similar: compare figures, names and negations", "flag" if known.same else "plain")]
    half = f"; that it is so: {known.so}" if known.so is not None else ""
    by = f", by {', '.join(known.decided_by)}" if known.decided_by else ""
    yield [("verdict  ", "label"), (one_line(f"{known.standing}{half}{by}", 300), f"is-{known.standing}")]
    if known.speaker:
        yield [("said by  ", "label"), (one_line(known.speaker, 200), "")]
    yield [("in       ", "label"), (one_line(f"{known.headline or known.case.name} ({known.published or 'no day'})", 300), "")]
    yield [("case     ", "label"), (one_line(f"{known.case} {known.id}", 300), "plain")]
    for item in known.evidence:
        what = item.title or item.source or item.url or "unnamed source"
        quoted = f": “{item.quote}”" if item.quote else ""
        yield [("+ ", "label"), (one_line(f"{item.stance}: {what}{quoted}", 300), "")]
