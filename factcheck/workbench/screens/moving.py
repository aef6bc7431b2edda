"""Moving about in a case, in its claims and in the article, and finding things there."""

from __future__ import annotations

from factcheck import pipeline
from factcheck.model import one_line
from factcheck.model.coverage import words_by_tick
from factcheck.workbench.filters import choices
from factcheck.workbench.messages import Picked, Pointed
from factcheck.workbench.screens.case import CaseScreen
from factcheck.workbench.screens.forms import TextForm
from factcheck.workbench.screens.menu import Menu
from factcheck.workbench.showing import open_copy
from factcheck.workbench.widgets.claims import ClaimList
from factcheck.workbench.widgets.details import Details


class MovingScreen(CaseScreen):
    """The keys that choose a claim or a place, and change nothing."""

    @property
    def _in_article(self) -> bool:
        return self.focused is self._article

    async def action_move(self, by: int) -> None:
        """A claim on or back; in the article, a row."""
        if self._in_article:
            self._point(self._article.move_rows(by))
        else:
            await self.do(self.session.view.move(by))

    async def action_page(self, by: int) -> None:
        """A page on or back."""
        if self._in_article:
            self._point(self._article.move_page(by))
        else:
            await self.do(self.session.view.move(by * self.query_one(ClaimList).page))

    async def action_end(self, direction: int) -> None:
        """To the first or the last."""
        if self._in_article:
            self._point(self._article.move_to_end(direction))
        else:
            await self.do(self.session.view.move(direction * len(self.session.view.claims)))

    def action_word(self, by: int) -> None:
        """In the article, a word on or back."""
        if self._in_article:
            self._point(self._article.move_words(by))

    def _point(self, offset: int, *, again: bool = False) -> None:
        if self._article.marked_from is None and self.session.view.choose_at(offset, again=again):
            self.show("")

    async def action_around(self) -> None:
        """To the claim around the chosen one."""
        await self.do(self.session.view.choose_around())

    async def action_next_unreviewed(self) -> None:
        """To the next claim without a verdict."""
        await self.do(self.session.view.next_unreviewed())

    def action_switch_side(self) -> None:
        """From the claims to the article, or back."""
        self.set_focus(self.query_one(ClaimList) if self._in_article else self._article)

    def action_scroll_details(self, by: int) -> None:
        """Scroll the details."""
        self.query_one(Details).scroll_relative(y=by * 3, animate=False)

    def on_pointed(self, message: Pointed) -> None:
        """Go to the claim at the place that was clicked."""
        self._point(message.offset, again=message.again)

    def on_picked(self, message: Picked) -> None:
        """Go to the claim that was clicked."""
        self.session.view.choose(message.claim)
        self.show("")

    async def action_switch_aspect(self) -> None:
        """Judge the other half of an attributed claim."""
        await self.do(self.session.view.switch_aspect())

    async def action_next_by_speaker(self) -> None:
        """To the next claim by the same speaker."""
        await self.do(self.session.view.next_by_speaker())

    async def action_next_unsettled(self) -> None:
        """To the next claim in conflict, or stale."""
        await self.do(self.session.view.next_unsettled())

    async def action_open_link(self) -> None:
        """Open the chosen claim's newest source: a link on the web in the browser, or the copy of a file at its place."""
        case, claim = self.session.view.seen_case, self.session.view.claim
        for item in reversed(claim.evidence) if claim else ():
            source = case.source_of(item)
            if item.url and pipeline.is_address(item.url):  # other addresses can start programs
                self.app.open_url(item.url)
                self.show(f"Opening {item.url}")
                return
            if source is not None and source.name and source.sha256:
                self.show(await open_copy(self.keeper.saver.path, source, pipeline.place_to_open(case, source, claim)))
                return
        self.show(f"This claim has no link and no saved file to open; {self._sign('evidence')} adds evidence.")

    def action_copy_questions(self) -> None:
        """Copy every open question to the author, with the words that it is about."""
        questions = self.session.view.questions
        if not questions:
            self.show(f"No open question to the author; {self._sign('ask')} asks one.")
            return
        self.app.copy_to_clipboard("\n\n".join(f"“{one_line(claim.text)}”\n{one_line(asked)}" for claim, asked in questions))
        self.show(f"{len(questions)} question{'s' if len(questions) > 1 else ''} copied.")

    def action_mark(self) -> None:
        """Begin to mark words in the article, or stop."""
        if not self._in_article and self._article.marked_from is None:
            self.set_focus(self._article)
        self._article.mark(on=self._article.marked_from is None)
        if self._article.marked_from is None:
            self.show("")
        else:
            new, words, clear = map(self._sign, ("new", "words", "clear"))
            self.show(f"Marking, up to the cursor: {new} a new claim, {words} the words of this one, {clear} neither.")

    def action_tick(self) -> None:
        """Paint the article by what is checked, or as it was."""
        self._article.tick(on=not self._article.ticking)
        if self._article.ticking:
            counts = words_by_tick(self.session.view.case)
            self.show(
                f"{', '.join(f'{n} {tick.row.meaning}' for tick, n in counts.items() if n)}. {self._sign('ticks')} shows verdicts again."
            )
        else:
            self.show("")

    async def action_regroup(self) -> None:
        """The list by paragraph, speaker or source, or as the article has its claims."""
        await self.do(self.session.view.regroup())

    async def action_next_flag(self) -> None:
        """To the next flag."""
        await self.do(self.session.view.next_flag())
        self._show_flag()

    async def action_search(self) -> None:
        """Search in the claims and the article."""
        form = TextForm("Search in the claims and the article", value=self.session.view.needle)

        async def search(needle: str) -> None:
            await self.do(self.session.view.search_for(needle))
            self._show_hit()

        await self.ask(form, search)

    async def action_match(self, by: int) -> None:
        """To the next place of the search, or the one before."""
        await self.do(self.session.view.match(by))
        self._show_hit()

    def _show_hit(self) -> None:
        if self.session.view.hit is not None:
            self._article.go_to(self.session.view.hit.span.start)

    async def action_filter(self) -> None:
        """Choose which claims are listed."""
        offered = list(choices(self.session.view))
        lines = [f"{count:>5}  {choice.name}" for choice, count in offered]
        at = next((i for i, (choice, _) in enumerate(offered) if choice.id == self.session.view.filter.id), 0)

        async def done(chosen: int | None) -> None:
            if chosen is not None:
                await self.do(self.session.view.limit(offered[chosen][0]))

        await self.app.push_screen(Menu("List only", lines, at), done)

    async def action_clear(self) -> None:
        """Forget the marked words, then the search, then the filter."""
        if self._article.marked_from is not None:
            self._article.mark(on=False)
            self.show("")
            return
        await self.do(self.session.view.clear())
