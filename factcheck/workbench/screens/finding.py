"""Finding claims in a case: by words, by number, by what the list is limited to; and having several of them for one verdict."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.workbench.filters import choices
from factcheck.workbench.results import ActionResult
from factcheck.workbench.screens.live import LiveForm
from factcheck.workbench.screens.menu import Menu
from factcheck.workbench.screens.moving import MovingScreen
from factcheck.workbench.synonyms import SYNONYMS


class FindingScreen(MovingScreen):
    """The keys that choose which claims are listed, and which of them the next verdict goes to."""

    async def action_search(self) -> None:
        """Search in the claims and the article, as it is typed."""
        view = self.session.view
        before = view.needle

        def back() -> None:
            if before:
                view.search_for(before)
            elif view.needle:
                view.clear_search()

        def follow(typed: str) -> ActionResult:
            return view.search_for(typed) if typed.strip() else view.clear_search()

        await self._live("Search in the claims and the article", before, follow, view.match, back)

    async def action_go_to(self) -> None:
        """Go to a claim by its number in the list, or its id, as it is typed."""
        view = self.session.view
        await self._live("Go to: a number in the list, or a claim's id", "", view.go_to, view.move, lambda: None)

    async def _live(
        self,
        title: str,
        value: str,
        follow: Callable[[str], ActionResult],
        step: Callable[[int], ActionResult],
        back: Callable[[], None],
    ) -> None:
        """Go where what is typed leads, each time from where it began; leaving goes back there."""
        view = self.session.view
        chosen, aspect = view.chosen, view.aspect
        told = ""

        def shown(did: ActionResult) -> str:
            nonlocal told
            told = did.words
            self.show(told)
            self._show_hit()
            return told

        def follows(typed: str) -> str:
            view.choose(chosen, aspect)
            return shown(follow(typed))

        async def done(result: str | None) -> None:
            if result is None:
                back()
                view.choose(chosen, aspect)
            await self.do(ActionResult(told if result else ""))
            self._show_hit()

        await self.app.push_screen(LiveForm(title, value, follows, lambda by: shown(step(by))), done)

    async def action_filter(self) -> None:
        """Choose which claims are listed."""
        offered = list(choices(self.session.view))
        lines = [f"{count:>5}  {choice.name}" for choice, count in offered]
        at = next((i for i, (choice, _) in enumerate(offered) if choice.id == self.session.view.filter.id), 0)

        async def done(chosen: int | None) -> None:
            if chosen is not None:
                await self.do(self.session.view.limit(offered[chosen][0]))

        also = [SYNONYMS.get(choice.id, ()) for choice, _ in offered]
        await self.app.push_screen(Menu("List only", lines, at, also), done)

    async def action_select(self) -> None:
        """Select claims from here to where the reviewer goes."""
        did = self.session.view.together.begin()
        keys = f" A verdict goes to all of them; {self._sign('clear')} forgets them." if did.words and self.session.view.claim else ""
        await self.do(ActionResult(did.words + keys))

    async def action_select_open(self) -> None:
        """Select every listed claim without a verdict."""
        await self.do(self.session.view.together.select_open())

    async def action_turn_both(self) -> None:
        """Have the next verdict go to both halves."""
        await self.do(self.session.view.together.turn_both())
