"""What others do to a case that is open appears on its screen by itself, told by name, as soon as nothing stands in front of it."""

from __future__ import annotations

from textual.message import Message

from factcheck.model import one_line
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.screens.base import KeyedScreen
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.watch import Watch

LATER = 0.2
"""Seconds after a form has closed, in which what was filled in is done to the case."""


class WatchedScreen(KeyedScreen[None]):
    """A screen of a case that others may change. What they did waits while a form or a question stands in front: it is about what was
    there when it was opened.
    """

    class Touched(Message):
        """Somebody else has touched the file."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._untaken = False  # whether others have done something that is not on the screen yet
        self._out_of_reach = False
        self._watch = Watch(keeper.saver.glance, lambda: self.post_message(self.Touched()))

    def renew(self) -> None:
        """Show the case as others have left it, and the news of that."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin to watch."""
        self._watch.start()

    def on_unmount(self) -> None:
        """Watch no more."""
        self._watch.stop()

    def on_watched_screen_touched(self) -> None:
        """Take in what they did, now or later."""
        self._untaken = True
        self._look_again()

    def on_screen_suspend(self) -> None:
        """The news cannot be read behind what stands in front now."""
        self.keeper.news.cover()

    def on_screen_resume(self) -> None:
        """Take in what waited, when what was filled in on the screen in front has been done."""
        self.keeper.news.begin()
        if self._untaken:
            self.set_timer(LATER, self._look_again)

    def _look_again(self) -> None:
        if self._untaken and self._may_take_in():
            self.run_worker(self._looked(), group="others", exclusive=True)

    def _may_take_in(self) -> bool:
        """Whether nothing that is about the case as it was stands in front."""
        return self.is_attached and (self.app.screen is self or self._list_in_front is not None)

    @property
    def _list_in_front(self) -> CaseListScreen[object] | None:
        """The list of things in the case that stands in front, where it can go on with other things in it."""
        screen = self.app.screen
        return screen if isinstance(screen, CaseListScreen) and screen.keeper is self.keeper and screen.goes_on else None

    async def _looked(self) -> None:
        try:
            told = await self.keeper.take_in(self._may_take_in)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with the file, the review goes on, and it is said once
            self._untaken, self._out_of_reach = False, True
            told = self.keeper.news.add((), [f"{one_line(str(error) or repr(error))} Nothing that you decided is lost."])
        else:
            if not self._may_take_in():
                return
            back, self._untaken, self._out_of_reach = self._out_of_reach, False, False
            if back:
                told = self.keeper.news.add((), ["The file can be read again."])
                if self.keeper.trouble is not None:
                    await self.keeper.keep()
        if told and self.is_attached:
            in_front = self._list_in_front
            if in_front is not None:
                in_front.renew()
            else:
                self.renew()
