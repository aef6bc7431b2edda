"""Claims like the chosen one that were checked before, in the other cases of the folder; their evidence can be taken over."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing

from factcheck import searching
from factcheck.model import FactcheckError, one_line
from factcheck.searching import PriorClaim
from factcheck.settings import shared_index
from factcheck.workbench.describe import Line
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.keys import BEFORE
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.painter import Piece

MOST = 20
"""Claims that are listed."""


class BeforeScreen(CaseListScreen[PriorClaim]):
    """The claims that are like it, the most alike first, and below all about the chosen one."""

    TABLE = BEFORE
    goes_on = False

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__(session, keeper)
        self._found: Sequence[PriorClaim] = ()

    @property
    def heading(self) -> str:
        """The claim that others are like."""
        claim = self.session.view.claim
        return f"Checked before: {one_line(claim.in_context, 200) if claim else ''}"

    @property
    def empty(self) -> str:
        """That there are none."""
        return "No similar claim in the other cases of this folder."

    def find(self) -> Sequence[PriorClaim]:
        """What was found."""
        return self._found

    def line(self, known: PriorClaim) -> Iterator[Piece]:
        """How alike it is, its verdict, and what it says."""
        return _line(known)

    def about(self, known: PriorClaim) -> Iterator[Line]:
        """Its verdict, where it stands and its evidence."""
        return _about(known)

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

    async def action_take(self) -> None:
        """Take the evidence of the earlier claim over."""
        known = self.chosen
        if known is not None:
            await self.do(lambda: self.session.take_evidence(known.evidence))


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
