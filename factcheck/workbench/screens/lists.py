"""A screen with a list of things in the case, of which one is chosen: what is done to it is saved as in the review."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import FactcheckError
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.results import ActionResult
from factcheck.workbench.screens.base import KeyedScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import MessageBar
from factcheck.workbench.widgets.choices import Choices


class ListScreen(KeyedScreen[ActionResult | None]):
    """Gives what going to a place in the case did, or None when the reviewer comes back without going anywhere."""

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__()
        self.session = session
        self.keeper = keeper

    def show(self, words: str = "") -> None:
        """Show the things as they stand now, and words about what was just done."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Show words, or what could not be saved."""
        self.query_one(MessageBar).show(self.keeper.trouble or words)

    @property
    def at(self) -> int:
        """The number of the chosen thing."""
        return self.query_one(Choices).at

    async def do(self, work: Callable[[], ActionResult]) -> None:
        """Do something to the case and save it, or say why it cannot be done."""
        try:
            did = work()
        except FactcheckError as problem:
            self.show(str(problem))
            return
        self.show(did.words)
        if did.saves:
            notice = await self.keeper.keep()
            self.show(notice or did.words)

    def action_move(self, by: int) -> None:
        """Choose another one."""
        self.query_one(Choices).move(by)

    async def action_undo(self) -> None:
        """Take back what was done last."""
        await self.do(self.session.undo)

    def action_close(self) -> None:
        """Back to the review."""
        self.dismiss(None)
