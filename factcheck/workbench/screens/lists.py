"""Screens with a list of which one thing is chosen; of things in a case, what is done to one is saved as in the review."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult

from factcheck.model import FactcheckError
from factcheck.workbench.describe import Line
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.results import ActionResult
from factcheck.workbench.screens.base import KeyedScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import KeyBar, MessageBar, RowsBar
from factcheck.workbench.widgets.choices import Choices
from factcheck.workbench.widgets.painter import Piece
from factcheck.workbench.widgets.told import Told

Result = TypeVar("Result")
Thing = TypeVar("Thing")

EMPTY = 3
"""Rows of an empty list of things in a case; a short one leaves its room to what is told of the chosen thing."""


class ListScreen(KeyedScreen[Result]):
    """A heading, the list, and what was just done."""

    AUTO_FOCUS = "Choices"

    @property
    def heading(self) -> str:
        """What is listed."""
        raise NotImplementedError

    @property
    def empty(self) -> str:
        """What is said where there is nothing to list."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """The list under its heading."""
        yield RowsBar(id="heading")
        yield from self.above()
        yield Choices(self.empty)
        yield from self.below()
        yield MessageBar(id="message")

    def above(self) -> ComposeResult:
        """What stands between the heading and the list: nothing."""
        yield from ()

    def below(self) -> ComposeResult:
        """What stands between the list and what was just done: nothing."""
        yield from ()

    def list_lines(self, lines: Iterable[Iterable[Piece]]) -> None:
        """List these lines, under the heading as it is now."""
        self.query_one("#heading", RowsBar).tell(self.heading)
        self.query_one(Choices).show([list(line) for line in lines])

    def say(self, words: str) -> None:
        """Show words about what was just done."""
        self.query_one(MessageBar).show(words)

    def tell(self, words: str) -> None:
        """The same, of what another screen has done."""
        self.say(words)

    @property
    def at(self) -> int:
        """The number of the chosen thing."""
        return self.query_one(Choices).at

    def action_move(self, by: int) -> None:
        """Choose another one."""
        self.query_one(Choices).move(by)


class CaseListScreen(ListScreen[ActionResult | None], Generic[Thing]):
    """Things in a case, and below them all about the chosen one.

    Gives what going to a place in the case did, or None when the reviewer comes back without going anywhere.
    `goes_on` says whether it can stay when others have changed the case: not where it is about one claim, which may be gone.
    """

    goes_on: ClassVar[bool] = True
    WITHOUT: ClassVar[tuple[str, ...]] = ()
    """The ids of the keys that do something where there is nothing to list, beside undo and the one that closes it."""

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__()
        self.session = session
        self.keeper = keeper
        self.things: Sequence[Thing] = ()
        self._known: list[object] = []

    def find(self) -> Sequence[Thing]:
        """The things as they stand now."""
        raise NotImplementedError

    def line(self, thing: Thing) -> Iterator[Piece]:
        """How one is listed."""
        raise NotImplementedError

    def about(self, thing: Thing) -> Iterator[Line]:
        """All about one, where the screen has nothing of its own below the list."""
        raise NotImplementedError

    def known_by(self, thing: Thing) -> object:
        """What is the same as long as a key does the same to it; all of it, where a screen does not say less."""
        return thing

    def comes_first(self, thing: Thing) -> bool:  # noqa: ARG002 - for those screens that look at it
        """Whether the screen begins with it chosen; the first of the list, where there is none."""
        return False

    @property
    def chosen(self) -> Thing | None:
        """The thing that is chosen, if any."""
        return self.things[self.at] if 0 <= self.at < len(self.things) and not self.query_one(Choices).let_go else None

    def on_mount(self) -> None:
        """Begin."""
        self.begin()

    def begin(self) -> None:
        """Show the things, with the one that comes first chosen."""
        self.things = self.find()
        self.query_one(Choices).at = next((i for i, thing in enumerate(self.things) if self.comes_first(thing)), 0)
        self.show()

    def show(self, words: str = "") -> None:
        """Show the things as they stand now, and words about what was just done."""
        self.things = self.find()
        self._known = [self.known_by(thing) for thing in self.things]
        self.query_one(Choices).styles.max_height = len(self.things) + 1 if self.things else EMPTY
        self.list_lines(map(self.line, self.things))
        self.say(words)
        self.query(".beneath").set(visible=bool(self.things))
        self._show_keys()
        self.show_chosen()

    def _show_keys(self) -> None:
        """The keys that do something: what there is to do to a thing, where there is one, and undo where something was done."""
        bar, done = self.query_one(KeyBar), bool(self.session.history.done)
        undo = {key for key in bar.barred if key.endswith(".undo")}
        some = [key for key in bar.barred if (key in undo and done) or (key not in undo and (self.things or key in self.WITHOUT))]
        bar.show(some, only=not self.things or (not done and bar.barred[-2] in undo))

    def renew(self, words: str = "") -> None:
        """Show the things as others have left them, with the same one chosen; none, where it is not there any more as it was."""
        choices = self.query_one(Choices)
        if self.chosen is not None:
            known, now = self._known[self.at], [self.known_by(thing) for thing in self.find()]
            choices.let_go = known not in now
            choices.at = choices.at if choices.let_go else now.index(known)
        self.show(words)

    def below(self) -> ComposeResult:
        """All about the chosen one."""
        yield Told(id="about-chosen", classes="chosen beneath")

    def show_chosen(self) -> None:
        """Show all about the one that is chosen now."""
        lines = self.about(self.chosen) if self.chosen is not None else ()
        self.query_one("#about-chosen", Told).tell(lines)

    def on_choices_moved(self) -> None:
        """Show the one that is chosen now."""
        self.show_chosen()

    def say(self, words: str) -> None:
        """Show words, or what could not be saved."""
        self.query_one(MessageBar).show(self.keeper.trouble or words, self.keeper.news.unread)

    def on_screen_suspend(self) -> None:
        """The news is covered."""
        self.keeper.news.cover()

    def on_screen_resume(self) -> None:
        """The news is in sight again."""
        self.keeper.news.begin()

    async def do(self, work: Callable[[], ActionResult]) -> bool:
        """Do something to the case and save it, or say why it cannot be done, and give False."""
        try:
            did = work()
        except FactcheckError as problem:
            self.show(str(problem))
            return False
        self.keeper.news.go_on()
        self.show(did.words)
        if did.saves:
            await self.keeper.keep()
            self.renew(did.words)
        return True

    async def action_undo(self) -> None:
        """Take back what was done last."""
        await self.do(self.session.undo)
