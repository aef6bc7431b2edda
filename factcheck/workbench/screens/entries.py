"""What hangs on the chosen claim: evidence, notes and questions, to be changed, taken away, answered, or given a stance."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import TypeVar

from factcheck.model import Evidence, Stance
from factcheck.workbench.describe import Line, about_entry, entry_line
from factcheck.workbench.entries import Entry
from factcheck.workbench.keys import ENTRIES
from factcheck.workbench.results import ActionResult
from factcheck.workbench.screens.forms import EvidenceForm, Form, TextForm, WordsForm, open_form
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.screens.stance import StanceQuestion
from factcheck.workbench.widgets.painter import Piece

Result = TypeVar("Result")


class EntriesScreen(CaseListScreen[Entry]):
    """The evidence, notes and questions on a claim, and below them all about the chosen one."""

    TABLE = ENTRIES
    goes_on = False

    @property
    def heading(self) -> str:
        """How many there are."""
        return f"On this claim: {len(self.things)}"

    @property
    def empty(self) -> str:
        """That there are none."""
        return "This claim has no evidence, notes or questions."

    def find(self) -> Sequence[Entry]:
        """What hangs on the claim now."""
        return self.session.entries.there

    def line(self, entry: Entry) -> Iterator[Piece]:
        """What it is, and what it says."""
        return ((words, (style,) if style else ()) for words, style in entry_line(entry))

    def about(self, entry: Entry) -> Iterator[Line]:
        """All about it."""
        claim = self.session.view.claim
        return about_entry(self.session.view.seen_case, claim, entry) if claim else iter(())

    async def action_edit(self) -> None:
        """Put it right."""
        entry, claim = self.chosen, self.session.view.claim
        if entry is None or claim is None:
            return
        if isinstance(entry, Evidence):
            form = EvidenceForm("Evidence", claim.in_context, self.session.view.sources, item=entry)
            await self._fill(form, lambda changed: self.session.entries.change(entry, changed))
        else:
            title = "Question to the author" if entry.is_question else "Note"
            await self._fill(
                WordsForm(title, claim.in_context, entry.words, over=False), lambda words: self.session.entries.reword(entry, words)
            )

    async def action_take_away(self) -> None:
        """Take it away, or back."""
        entry, entries = self.chosen, self.session.entries
        if entry is not None:
            await self.do(lambda: entries.take_away(entry) if isinstance(entry, Evidence) else entries.take_back(entry))

    async def action_answer(self) -> None:
        """Write down what the author answered."""
        entry = self.chosen
        if entry is None or isinstance(entry, Evidence) or not entry.is_question:
            self.show("Only a question to the author has an answer.")
        else:
            await self._fill(TextForm("The author's answer", entry.words), lambda words: self.session.entries.answer(entry, words))

    async def action_stance(self) -> None:
        """Say what the source does to the claim."""
        entry = self.chosen
        if not isinstance(entry, Evidence):
            self.show("Only evidence has a stance.")
            return

        async def given(stance: Stance | None) -> None:
            if stance is not None:
                await self.do(lambda: self.session.entries.give_stance(entry, stance))

        await self.app.push_screen(StanceQuestion(entry), given)

    async def _fill(self, form: Form[Result], work: Callable[[Result], ActionResult]) -> None:
        async def done(result: Result | None) -> bool | None:
            return None if result is None else await self.do(lambda: work(result))

        then: Callable[[Result | None], Awaitable[object]] = done
        await open_form(self.app, form, then, on=(self.keeper.saver.path, self.session.view.chosen))
