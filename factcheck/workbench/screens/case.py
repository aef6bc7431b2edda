"""The screen of a case owns how the case is shown, when it is saved and how it is left; what is done to it, the session owns."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message

from factcheck.model import Case, FactcheckError, Flag, Reader, count, noun
from factcheck.workbench.filters import named
from factcheck.workbench.here import Here, useful
from factcheck.workbench.keeper import Keeper, Saver
from factcheck.workbench.keymap import sign
from factcheck.workbench.place import recall, remember
from factcheck.workbench.preferences import prefer, preferences
from factcheck.workbench.results import ActionResult
from factcheck.workbench.screens.flags import FlagsScreen
from factcheck.workbench.screens.forms import Form, open_form
from factcheck.workbench.screens.lists import CaseListScreen
from factcheck.workbench.screens.watched import WatchedScreen
from factcheck.workbench.session import Clock, Session
from factcheck.workbench.signing import SignedError
from factcheck.workbench.widgets.article import ArticleView
from factcheck.workbench.widgets.bars import FilterBar, JudgedBar, KeyBar, MessageBar, StatusBar, TroubleBar, WelcomeBar
from factcheck.workbench.widgets.claims import ClaimList
from factcheck.workbench.widgets.details import Details

if TYPE_CHECKING:
    from textual.events import Resize

Result = TypeVar("Result")

WIDE = 110
"""Columns from which on the article stands beside the list of claims."""

VAST = 190
"""Columns from which on the details stand beside them both."""


class Openable(Protocol):
    """A case with its file (`factcheck.pipeline.Opened`)."""

    @property
    def file(self) -> Saver:
        """Where the case is kept."""

    @property
    def unchecked(self) -> Case:
        """The case, perhaps without its flags."""

    @property
    def case(self) -> Case:
        """The case with its flags. Blocks until they are worked out. Raises FactcheckError when they cannot be."""

    @property
    def notice(self) -> str | None:
        """What the reviewer should know first."""


class CaseScreen(WatchedScreen):
    """Shows a session, and has the keeper save it.

    Its bindings have priority, so they run where keys are read: the next key is not read before the decision that the
    last one made is on disk, while the screen goes on painting.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (VAST, "-vast")]  # noqa: RUF012 - declared so by Textual
    AUTO_FOCUS = "#claims"

    alone: str | None = None
    """The id of the pane that is alone on the screen, if one is."""

    class Checked(Message):
        """The flags of the case are worked out, or could not be."""

        def __init__(self, flags: tuple[Flag, ...], problem: str | None = None) -> None:
            super().__init__()
            self.flags = flags
            self.problem = problem

    def __init__(self, opened: Openable, reader: Reader, clock: Clock) -> None:
        session = Session(opened.unchecked, reader, clock, checked=bool(opened.unchecked.flags))
        super().__init__(Keeper(session, opened.file))
        self.session = session
        self._opened = opened
        self._words = opened.notice or ""
        self._warned = False
        self._in_sight = False
        self._preferences = preferences()
        self._return_to_place()

    def _return_to_place(self) -> None:
        if self.session.view.reader.blind:
            return  # where the one before stopped would tell how far they came
        place = recall(self.keeper.saver.path)
        if place.filter:
            self.session.view.filter = named(self.session.view, place.filter)
        if place.claim and self.session.view.get(place.claim):
            self.session.view.choose(place.claim, place.aspect)

    def body(self) -> ComposeResult:
        """Status above, article and claims between, message below."""
        yield StatusBar(id="status")
        with Container(id="case"):
            yield ArticleView(id="article")
            with Vertical(id="side"):
                yield FilterBar(id="filter")
                yield ClaimList(id="claims")
                yield JudgedBar(id="judged")
                yield Details(id="details")
        if not self._preferences.welcomed:
            yield WelcomeBar(id="welcome")
        yield TroubleBar(id="trouble")
        yield MessageBar(id="message")

    def on_mount(self) -> None:
        """Whoever opens the workbench for the first time is welcomed once; notes that wait are told."""
        if not self._preferences.welcomed:
            threading.Thread(target=prefer, kwargs={"welcomed": True}, daemon=True).start()
        waiting = self.session.notes.waiting
        if waiting and not self._words:
            many = count(waiting, "note waits", "notes wait")
            self._words = f"{many} for your answer; {self._sign('notes')} shows {noun(waiting, 'it', 'them')}."

    def _check(self) -> None:
        """Work out the flags beside the screen, which shows the case already, in a thread that keeps nobody from leaving."""
        threading.Thread(target=self._look_for_flags, daemon=True).start()

    def _look_for_flags(self) -> None:
        try:
            self.post_message(self.Checked(self._opened.case.flags))
        except FactcheckError as problem:
            self.post_message(self.Checked((), str(problem)))

    def on_case_screen_checked(self, message: Checked) -> None:
        """Show the flags, or why there are none."""
        self.session.view.take_flags(message.flags)
        if self._in_sight:
            self.show(message.problem)

    def on_resize(self, _event: Resize) -> None:
        """Show the case as soon as the sizes are known, and fit it to new ones."""
        self.call_after_refresh(self.show)
        if not self._in_sight and not self.session.view.checked:
            self.call_after_refresh(self.call_after_refresh, self._check)
        self._in_sight = True

    @property
    def side_by_side(self) -> bool:
        """Whether the article stands beside the list, not above it."""
        return self.size.width >= WIDE

    def on_screen_resume(self) -> None:
        """Show what other screens have done."""
        if self._in_sight:
            self.show()

    def show(self, words: str | None = None, *, stays: bool = False) -> None:
        """Show the session as it stands now, and words about what was just done; with `stays`, what is in sight stays where it is."""
        self._show_status()
        self._show_rest(words, stays=stays)

    def _show_status(self) -> None:
        self.query_one(StatusBar).show(self.session, self.keeper.trouble is not None)

    def _show_rest(self, words: str | None, *, stays: bool = False) -> None:
        session = self.session
        if words is not None:
            self._words = words
            self.keeper.news.go_on()
        self.query_one(FilterBar).show(session)
        self._article.show(session)
        claims = self.query_one(ClaimList)
        claims.show(session, whole=self.alone is not None or not self.side_by_side, stays=stays)
        self.query_one(JudgedBar).show(session)
        beneath = self.alone is None and not self.side_by_side
        self.query_one(Details).show(session, listed=beneath and claims.tells_whole)
        trouble = self.keeper.trouble
        self.query_one(TroubleBar).show(trouble and f"{trouble} {self._sign('save')} tries again now.")
        self.query_one(MessageBar).show(self._words, self._news())
        self._show_keys()

    def renew(self) -> None:
        """Show the case as others have left it, and the news of that, with the place where it is."""
        self._words = ""
        self.show(stays=True)

    def _news(self) -> str:
        """The news that was not read yet."""
        words = self.keeper.news.unread
        both = words and self.keeper.clashed and self._differ()
        return f"{words} Press {self._sign('differences')} to see both sides." if both else words

    def _show_keys(self) -> None:
        bar, article = self.query_one(KeyBar), self._article
        here = Here(
            self.session,
            marked=article.marked is not None,
            alone=self.alone is not None,
            in_article=self.focused is article,
            trouble=self.keeper.trouble is not None,
        )
        bar.show(useful(here, bar.barred))

    async def do(self, did: ActionResult) -> None:
        """Show what an action did, and save it when it changed the case. The count at the top counts what is on disk."""
        self._warned = False
        if not did.saves:
            self.show(did.words)
        else:
            self.query(WelcomeBar).set(display=False)
            self._show_rest(did.words)
            news = await self.keeper.keep()
            if not self.is_attached or not self.query(StatusBar):
                return  # left, or being taken down, while the disk was waited for
            self._show_status()
            if news or self.keeper.trouble or self.query_one(TroubleBar).display:
                self.show(did.words, stays=news)

    @property
    def _article(self) -> ArticleView:
        return self.query_one(ArticleView)

    def _sign(self, name: str) -> str:
        return sign(name, self.app)

    async def action_look(self) -> None:
        """See what others decided, and first where they decided otherwise."""
        await self.do(self.session.view.look())
        if self._differ():
            await self.action_differences()

    def _differ(self) -> bool:
        """Whether there is anything to lay side by side."""
        from factcheck.workbench.differences import differences

        return bool(differences(self.session.view))

    async def action_differences(self) -> None:
        """What readers differ on, side by side."""
        from factcheck.workbench.screens.differences import DifferencesScreen

        await self.open_list(DifferencesScreen(self.session, self.keeper))

    async def action_notes(self) -> None:
        """The notes on the case."""
        from factcheck.workbench.screens.notes import NotesScreen

        await self.open_list(NotesScreen(self.session, self.keeper))

    async def action_news(self) -> None:
        """What others did since the case was opened."""
        from factcheck.workbench.screens.news import NewsScreen

        await self.open_list(NewsScreen(self.session, self.keeper))

    async def action_before(self) -> None:
        """Claims like the chosen one that were checked before."""
        from factcheck.workbench.screens.before import BeforeScreen

        await self.open_list(BeforeScreen(self.session, self.keeper))

    async def action_sources(self) -> None:
        """The sources of the case."""
        from factcheck.workbench.screens.sources import SourcesScreen

        await self.open_list(SourcesScreen(self.session, self.keeper))

    async def open_list(self, screen: CaseListScreen[Any]) -> None:
        """Show a list of things in the case, and go where it says."""

        async def done(did: ActionResult | None) -> None:
            await self.do(did or ActionResult(self._words))
            self._show_flag()

        await self.app.push_screen(screen, done)

    async def action_save(self) -> None:
        """Try again to save."""
        await self.do(ActionResult("Everything is saved." if self.keeper.trouble is None else "", saves=True))

    def tell(self, words: str) -> None:
        """Say words about what was just done."""
        self.show(words)

    async def ask(self, form: Form[Result], then: Callable[[Result], Awaitable[object]]) -> None:
        """Show a form, and go on with what was filled in, unless it was left. It is about the claim that was chosen when it was opened."""
        view = self.session.view
        claim, aspect = view.chosen, view.aspect

        async def done(result: Result | None) -> object:
            if result is None:
                return None
            if view.chosen != claim and claim is not None:
                if view.get(claim) is None:
                    self.show("Nothing was done: the claim is gone that this was about.")
                    return False
                view.choose(claim, aspect)
            return await then(result)

        await open_form(self.app, form, done, on=(self.keeper.saver.path, claim))

    def may_change(self) -> bool:
        """Whether the case can be changed; if not, it is said why."""
        try:
            self.session.signing.refuse_if_signed()
        except FactcheckError as problem:
            self._refuse(problem)
            return False
        return True

    def _refuse(self, problem: FactcheckError) -> None:
        self.show(f"{problem} Press {self._sign('sign-off')}." if isinstance(problem, SignedError) else str(problem))

    async def change(self, work: Callable[[], ActionResult]) -> bool:
        """Do something to the case; when it cannot be done, say why, and give False."""
        try:
            did = work()
        except FactcheckError as problem:
            self._refuse(problem)
            return False
        self._article.mark(on=False)
        await self.do(did)
        return True

    async def action_flags(self) -> None:
        """The list of flags."""
        await self.open_list(FlagsScreen(self.session, self.keeper))

    def _show_flag(self) -> None:
        offset = self.session.view.flag_offset
        if offset is not None:
            self._article.go_to(offset)

    async def action_leave(self) -> None:
        """Leave the case. Only decisions that could not be saved hold the reviewer back, once."""
        if not await self.prepare_to_leave():
            return
        if self.app.screen_stack[0] is self:
            self.app.exit()
        else:
            self.dismiss(None)

    async def prepare_to_leave(self) -> bool:
        """Save what could not be saved before, and keep in mind where the reviewer was.

        False when something is still not on disk, of which the reviewer is told now, and not for the second time.
        """
        if self.keeper.trouble is not None and not self._warned and not await self._save_again():
            self._warned = True
            again, save = self._sign("leave"), self._sign("save")
            self.show(f"Some decisions are not saved. Press {again} again to leave without them, or free the file and press {save}.")
            return False
        await asyncio.to_thread(remember, self.keeper.saver.path, self.keeper.place())
        return True

    async def _save_again(self) -> bool:
        await self.keeper.keep()
        return self.keeper.trouble is None
