"""Moving about in a case, in its claims and in the article, and finding things there."""

from __future__ import annotations

from factcheck import pipeline
from factcheck.model.coverage import words_by_tick
from factcheck.workbench.messages import Picked, Pointed
from factcheck.workbench.screens.panes import PanesScreen
from factcheck.workbench.showing import open_copy
from factcheck.workbench.widgets.claims import ClaimList

MOST_COUNTED = 99_999
"""The largest number that can be typed before a key."""


MOST_WORDS = 200
"""The most words that one key goes on."""


class MovingScreen(PanesScreen):
    """The keys that choose a claim or a place, and change nothing."""

    _count: int | None = None
    """The number that was typed before a key."""

    def action_count(self, digit: int) -> None:
        """A digit more of how often, or of the number gone to, is typed."""
        count = min(10 * (self._count or 0) + digit, MOST_COUNTED)
        self.show(f"{count}…" if count else "")
        self._count = count or None

    def take_count(self) -> int | None:
        """The number that was typed just before this key, which counts once."""
        count, self._count = self._count, None
        return count

    def _show_rest(self, words: str | None, *, stays: bool = False) -> None:
        self._count = None  # another key came between
        super()._show_rest(words, stays=stays)

    async def action_move(self, by: int) -> None:
        """A claim on or back, or as many as were counted; in the article, rows."""
        by *= self.take_count() or 1
        if self._in_article:
            self._point(self._article.move_rows(by))
        else:
            await self.do(self.session.view.move(by))

    async def action_page(self, by: int) -> None:
        """A page on or back."""
        by *= self.take_count() or 1
        if self._in_article:
            self._point(self._article.move_page(by))
        else:
            await self.do(self.session.view.move(by * self.query_one(ClaimList).page))

    async def action_half(self, by: int) -> None:
        """Half a page on or back."""
        by *= self.take_count() or 1
        if self._in_article:
            self._point(self._article.move_rows(by * self._article.half_page))
        else:
            await self.do(self.session.view.move(by * self.query_one(ClaimList).half_page))

    async def action_end(self, direction: int) -> None:
        """To the first or the last, or to the claim with the number that was typed."""
        number = self.take_count()
        if number is not None:
            await self.do(self.session.view.go_to_number(number))
        elif self._in_article:
            self._point(self._article.move_to_end(direction))
        else:
            await self.do(self.session.view.move(direction * len(self.session.view.claims)))

    def action_word(self, by: int) -> None:
        """In the article, a word on or back."""
        for _ in range(min(self.take_count() or 1, MOST_WORDS)):
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

    async def action_switch_stay(self) -> None:
        """Stay on the claim after a verdict, or go on again."""
        await self.do(self.session.onward.switch())

    def action_switch_side(self) -> None:
        """From the claims to the article, or back."""
        self.take_count()
        super().action_switch_side()

    def action_scroll_details(self, by: int) -> None:
        """Scroll the details."""
        super().action_scroll_details(by * (self.take_count() or 1))

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
        """Open the chosen claim's newest source, or else that of the claim around it: a link on the web in the browser, or the copy of a
        file at its place.
        """
        case, claim = self.session.view.seen_case, self.session.view.claim
        around = case.around(claim) if claim else None
        for leaning, item in ((one, item) for one in (claim, around) if one for item in reversed(one.evidence)):
            source = case.source_of(item)
            if item.url and pipeline.is_address(item.url):  # other addresses can start programs
                self.app.open_url(item.url)
                self.show(f"Opening {item.url}")
                return
            if source is not None and source.name and source.sha256:
                self.show(await open_copy(self.keeper.saver.path, source, pipeline.place_to_open(case, source, leaning)))
                return
        self.show(f"This claim has no link and no saved file to open; {self._sign('evidence')} adds evidence.")

    def action_mark(self) -> None:
        """Begin to mark words in the article, or stop."""
        if not self._in_article and self._article.marked_from is None:
            self.go_into_article()
        self._article.mark(on=self._article.marked_from is None)
        if self._article.marked_from is None:
            self.show("")
        else:
            self._tell_of_marked("Marking, up to the cursor")

    def on_dragged(self) -> None:
        """Say what can be done with the words that were dragged over."""
        self._tell_of_marked("Marked")

    def _tell_of_marked(self, what: str) -> None:
        new, words, copy, clear = map(self._sign, ("new", "words", "copy", "clear"))
        self.show(f"{what}: {new} a new claim, {words} the words of this one, {copy} copies them, {clear} neither.")

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

    async def action_match(self, by: int) -> None:
        """To the next place of the search, or the one before."""
        await self.do(self.session.view.match(by * (self.take_count() or 1)))
        self._show_hit()

    def _show_hit(self) -> None:
        if self.session.view.hit is not None:
            self._article.go_to(self.session.view.hit.span.start)

    async def action_clear(self) -> None:
        """Forget the marked words, then the selected claims, the search, the filter."""
        if self.get_selected_text():
            self.clear_selection()
            self.show("")
            return
        if self._article.marked_from is not None:
            self._article.mark(on=False)
            self.show("")
            return
        await self.do(self.session.view.clear())
