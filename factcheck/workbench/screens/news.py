"""The news: what others have done to the case since it was opened, each by itself, to go to its claim; and who took claims out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import one_line
from factcheck.workbench.describe import LONGEST, Line, when
from factcheck.workbench.keys import NEWS
from factcheck.workbench.news import Told
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.widgets.painter import Piece


class NewsScreen(CaseListScreen[Told]):
    """What was told since the case was opened, the newest first, then the claims that were taken out, as the case keeps them."""

    TABLE = NEWS

    def show(self, words: str = "") -> None:
        """Show all of it; what is shown here is read."""
        self.keeper.news.read()
        super().show(words)

    @property
    def heading(self) -> str:
        """How much there is."""
        removed = len(self.keeper.news.removed)
        return f"News since you opened the case: {len(self.things) - removed}" + (f"; claims taken out: {removed}" if removed else "")

    @property
    def empty(self) -> str:
        """That there is none."""
        return "Nobody else has changed this case since you opened it."

    def find(self) -> Sequence[Told]:
        """All of it."""
        return [*self.keeper.news.told[::-1], *self.keeper.news.removed]

    def line(self, told: Told) -> Iterator[Piece]:
        """When, and what."""
        yield f"{when(told.at) if told.kept else f'{told.at:%H:%M}'}  ", ("plain",)
        yield one_line(told.words, 300), ()

    def about(self, told: Told) -> Iterator[Line]:
        """All of it, and how its claim reads now."""
        yield [(f"{when(told.at)}  ", "label"), (one_line(told.words, LONGEST), "headline")]
        claim = self.session.view.get(told.claim or "")
        if claim is not None:
            yield [(one_line(claim.in_context, LONGEST), "")]

    def on_choices_taken(self) -> None:
        """Go to the claim of what was clicked."""
        self.action_go()

    def action_go(self) -> None:
        """Back to the review, at the claim."""
        told = self.chosen
        if told is None:
            return
        if self.session.view.get(told.claim or "") is None:
            self.say("That claim is no longer there." if told.claim else "That is not about one claim.")
        else:
            self.dismiss(self.session.view.choose(told.claim))
