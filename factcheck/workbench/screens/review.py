"""The review of one case: the article, its claims, the details of the chosen one, and a key for every decision."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from factcheck import casefile, pipeline
from factcheck.model import Case, FactcheckError, Span, Stance, Tie, Verdict, one_line
from factcheck.workbench.describe import reading_line
from factcheck.workbench.keys import REVIEW
from factcheck.workbench.meant import Meant, line_of, meant_on
from factcheck.workbench.results import NONE_CHOSEN, ActionResult
from factcheck.workbench.screens.forms import EvidenceForm, Form, TextForm, WordsForm
from factcheck.workbench.screens.menu import Menu
from factcheck.workbench.screens.offering import SpeakerForm, ValueForm
from factcheck.workbench.screens.opening import ArticleForm
from factcheck.workbench.screens.out import OutScreen
from factcheck.workbench.screens.signing import sign_or_reopen
from factcheck.workbench.screens.waiting import WaitingScreen

if TYPE_CHECKING:
    from factcheck.casefile import Updated
    from factcheck.pipeline import ArticleSource

Result = TypeVar("Result")


class ReviewScreen(OutScreen):
    """Turns keys into what a session does to its case."""

    TABLE = REVIEW

    async def action_decide(self, verdict: str) -> None:
        """Give the chosen claim a verdict."""
        await self.change(lambda: self.session.decide(Verdict(verdict)))

    async def action_decide_along(self, verdict: str) -> None:
        """Give the chosen claim and its names, dates and figures a verdict."""
        await self.change(lambda: self.session.decide(Verdict(verdict), parts=True))

    async def action_decide_both(self, verdict: str) -> None:
        """Give the chosen claim a verdict, both that it was said and that it is so."""
        self.session.view.together.both = True
        await self.action_decide(verdict)
        self.session.view.together.both = False  # also where nothing could be decided

    async def action_undo(self) -> None:
        """Take back what was done last."""
        await self.change(self.session.undo)

    async def action_redo(self) -> None:
        """Do again what was taken back."""
        await self.change(self.session.redo)

    async def _fill(self, form: Form[Result], work: Callable[[Result], ActionResult]) -> None:
        if self.may_change():
            await self.ask(form, lambda result: self.change(lambda: work(result)))

    async def _write(self, title: str, then: Callable[[str], ActionResult]) -> None:
        claim = self.session.view.claim
        if claim is None:
            self.show(NONE_CHOSEN)
        else:
            await self._fill(TextForm(title, claim.in_context), then)

    async def action_evidence(self) -> None:
        """Add evidence to the claim."""
        if self.session.view.claim is None:
            self.show(NONE_CHOSEN)
        else:
            await self._fill(
                EvidenceForm("Evidence", self.session.view.claim.in_context, self.session.view.sources), self.session.add_evidence
            )

    async def action_entries(self) -> None:
        """The claim's evidence, notes and questions."""
        from factcheck.workbench.screens.entries import EntriesScreen

        await self.open_list(EntriesScreen(self.session, self.keeper))

    async def action_stance(self) -> None:
        """Say what a source from the writer does to the claim."""
        from factcheck.workbench.screens.stance import StanceQuestion

        item = self.session.entries.cited
        if item is None:
            self.show(f"No source of the writer's still needs a stance here; {self._where_else()}.")
        elif self.may_change():

            async def given(stance: Stance | None) -> None:
                if stance is not None:
                    await self.change(lambda: self.session.entries.give_stance(item, stance))

            await self.app.push_screen(StanceQuestion(item), given)

    def _where_else(self) -> str:
        """Where what hangs on the chosen claim, or on the one around it, is changed."""
        claim = self.session.view.claim
        around = self.session.view.seen_case.around(claim) if claim else None
        if claim and around and around.evidence and not claim.evidence:
            return f"it is attached to the larger claim, where {self._sign('around')} goes"
        return f"{self._sign('entries')} changes what is attached to the claim"

    async def action_contact(self) -> None:
        """Log a talk about the claim."""
        from factcheck.workbench.screens.contact import ContactForm, known_people

        claim = self.session.view.claim
        if claim is None:
            self.show(NONE_CHOSEN)
            return
        if not self.may_change():
            return
        try:
            cards = await asyncio.to_thread(casefile.read_people, self.keeper.saver.path)
        except FactcheckError as problem:
            self.show(str(problem))
            return
        form = ContactForm(claim.in_context, known_people(self.session.view.seen_case, cards))
        await self._fill(form, lambda told: self.session.entries.log(cards, told.person, told.how, told.said))

    async def action_note(self) -> None:
        """Write a note."""
        await self._write("Note", self.session.note)

    async def action_correction(self) -> None:
        """Ask for other words."""
        claim = self.session.view.claim
        if claim is None:
            self.show(NONE_CHOSEN)
        else:
            await self._fill(WordsForm("Correction: how it should read", claim.in_context, claim.text), self.session.correct)

    async def action_set_value(self) -> None:
        """Correct how a date or figure was interpreted."""
        claim = self.session.view.claim
        if claim is None:
            self.show(NONE_CHOSEN)
        elif claim.value is None:
            self.show(f"Only a date or a figure is interpreted; {self._sign('correction')} asks for a correction of the words.")
        else:
            await self._fill(ValueForm(claim, self.session.value_of, self.session.readings()), self.session.set_value)

    async def action_readings(self) -> None:
        """The other readings of a date, and a line to say another still."""
        claim, found = self.session.view.claim, self.session.readings()
        if claim is None:
            self.show(NONE_CHOSEN)
        elif not found:
            self.show(f"Only a date has other readings; {self._sign('value')} corrects how a figure was interpreted.")
        elif len(found) == 1:
            self.show(f"This date has only one reading; {self._sign('value')} corrects how it was interpreted.")
        elif self.may_change():
            now = next(i for i, one in enumerate(found) if one == claim.date)
            lines = [reading_line(one, now=i == now) for i, one in enumerate(found)]

            async def chosen(at: int | None) -> None:
                if at is not None and at < len(found):
                    await self.change(lambda: self.session.set_value(found[at]))
                elif at is not None:
                    await self.action_set_value()

            title = f"What does “{one_line(claim.text, 40)}” mean?"
            await self.app.push_screen(Menu(title, [*lines, "another…"], now), chosen)

    async def action_accept_flag(self) -> None:
        """Correct the claim as its flag suggests."""
        flag = self.session.view.flag_here
        if flag is None:
            self.show(f"No flag of this claim suggests other words; {self._sign('correction')} asks for them.")
        else:
            await self.change(lambda: self.session.accept(flag))

    async def action_repeat(self) -> None:
        """The last verdict again."""
        await self.change(self.session.repeat)

    async def _with_marked(self, work: Callable[[Span], ActionResult]) -> None:
        marked = self._marked()
        if marked is not None:
            await self.change(lambda: work(marked))

    def _marked(self) -> Span | None:
        """The marked words; where there are none, what to do first is shown."""
        marked = self._article.marked
        if marked is None:
            self.show(f"Mark the words first: {self._sign('mark')} at one end, then move to the other.")
        return marked

    async def action_make_claim(self) -> None:
        """A new claim on the marked words."""
        await self._with_marked(self.session.by_hand.make)

    async def action_waive(self) -> None:
        """Let the marked words pass, with a reason."""
        marked = self._marked()
        if marked is not None:
            form = TextForm(
                "Let these words pass: why?", f"“{self.session.view.case.article.words(marked)}”", placeholder="why they need no checking"
            )
            await self._fill(form, lambda reason: self.session.waive(marked, reason))

    async def action_resize(self) -> None:
        """Give the chosen claim the marked words."""
        await self._with_marked(self.session.by_hand.resize)

    async def action_split_claim(self) -> None:
        """Split the chosen claim where the cursor is."""
        await self.change(lambda: self.session.by_hand.split_at(self._article.cursor))

    async def action_join(self) -> None:
        """Join the chosen claim with the next."""
        await self.change(self.session.by_hand.join)

    async def action_remove(self) -> None:
        """Take the chosen claim out."""
        await self.change(self.session.by_hand.remove)

    async def action_reword(self) -> None:
        """Another wording of the chosen claim."""
        claim = self.session.view.claim
        if claim is None:
            self.show(NONE_CHOSEN)
        else:
            form = WordsForm("Wording that makes sense on its own", f"“{claim.text}”", claim.gist)
            await self._fill(form, self.session.by_hand.reword)

    async def action_give(self) -> None:
        """Say who said the chosen claim."""
        claim = self.session.view.claim
        if claim is None:
            self.show(NONE_CHOSEN)
            return
        await self._fill(SpeakerForm(self.session.view.seen_case, claim), self.session.by_hand.give)

    async def action_put_right(self) -> None:
        """Say whom a mention on the chosen claim means, or a name wherever it stands."""
        claim = self.session.view.claim
        found = meant_on(self.session.view.case, claim) if claim is not None else []
        if not found:
            self.show("This claim has no name, role or pronoun that could mean somebody else.")
        elif self.may_change():
            lines = [line_of(self.session.view.case, meant) for meant in found]

            async def chosen(at: int | None) -> None:
                if at is not None:
                    await self._say_whom(found[at])

            await self.app.push_screen(Menu("Which words mean somebody else?", lines), chosen)

    async def _say_whom(self, meant: Meant) -> None:
        names = [entity.name for entity in self.session.view.case.entities if entity.name != meant.means]
        title = f"Whom does “{one_line(meant.words, 40)}” mean?"

        async def named(name: str) -> None:
            await self._tie(self.session.by_hand.tie(meant.mention, meant.name, name))

        async def chosen(at: int | None) -> None:
            if at is not None and at < len(names):
                await named(names[at])
            elif at is not None:
                await self.ask(TextForm(title, "The full name, or who it is in a few words"), named)

        await self.app.push_screen(Menu(title, [*map(one_line, names), "somebody else…"]), chosen)

    async def _tie(self, tie: Tie) -> None:
        case = self.session.view.case

        def work(on_progress: pipeline.OnProgress) -> Case:
            made = pipeline.put_right(case, tie, on_progress)
            on_progress("Looking for contradictions")
            return pipeline.with_flags(made)

        async def done(made: Case) -> None:
            await self.change(lambda: self.session.by_hand.put_right(tie, made))

        await self._wait("Who is meant", work, done)

    async def _wait(self, title: str, work: Callable[[pipeline.OnProgress], Result], then: Callable[[Result], Awaitable[None]]) -> None:
        """Do what takes a while in sight of the reviewer, and go on with what it came to; say why when it came to nothing."""

        async def done(result: Result | str | None) -> None:
            if result is None or isinstance(result, str):
                self.show(result or "Stopped; the case is as it was.")
            else:
                await then(result)

        await self.app.push_screen(WaitingScreen(title, work), done)

    async def action_lost(self) -> None:
        """The lost claims."""
        from factcheck.workbench.screens.lost import LostScreen

        await self.open_list(LostScreen(self.session, self.keeper))

    async def action_new_version(self) -> None:
        """Take in a new version of the article."""
        if self.may_change():
            form = ArticleForm(title="A new version of the article", path=self.session.view.case.article.source or "")
            await self.ask(form, self._take_in)

    async def _take_in(self, source: ArticleSource) -> None:
        async def done(update: Updated) -> None:
            if self.session.view.claims and not (update.kept or update.moved or update.changed):
                self.show("None of this case's claims is in that article, so nothing was changed; open it as a case of its own.")
                return
            await self.change(lambda: self.session.take_new_version(update.case))
            await self._tell_of(update)

        case = self.session.view.case

        def work(on_progress: pipeline.OnProgress) -> Updated:
            on_progress("Reading the article")
            update = pipeline.new_version(case, pipeline.read_article(source), on_progress)
            on_progress("Looking for contradictions")
            return replace(update, case=pipeline.with_flags(update.case))

        await self._wait("A new version of the article", work, done)

    async def _tell_of(self, update: Updated) -> None:
        """What became of the claims, to go to those that are there."""
        from factcheck.casefile import describe_update

        summary, *lines = describe_update(update)
        there = [claim.id for claims in ([now for _, now in update.changed], update.gone, update.back, update.new) for claim in claims]

        async def done(at: int | None) -> None:
            await self.do(
                self.session.view.choose(there[at]) if at is not None and self.session.view.get(there[at]) else ActionResult(summary)
            )

        await self.app.push_screen(Menu(f"The new version: {summary}", lines), done)

    async def action_sign_off(self) -> None:
        """Sign the case off, or open it again."""
        await sign_or_reopen(self)

    async def action_ask(self) -> None:
        """Ask the author."""
        await self._write("Question to the author", self.session.ask)
