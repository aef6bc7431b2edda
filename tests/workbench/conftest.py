"""A desk for the tests: the workbench on a case, with a file that only remembers, a fixed clock and a place of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from factcheck.casefile import CaseFile
from factcheck.model import Case, Claim, FactcheckError, Reader
from factcheck.workbench.app import Workbench
from factcheck.workbench.preferences import prefer
from factcheck.workbench.screens.review import ReviewScreen
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.article import ArticleView
from factcheck.workbench.widgets.bars import MessageBar
from factcheck.workbench.widgets.claims import ClaimList
from tests.builders import ferry_case

NOW = datetime(2024, 3, 6, 9, 0, tzinfo=UTC)


@dataclass
class Saved:
    case: Case
    stored: Case
    merged: bool = False
    conflicts: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()


@dataclass
class RememberingFile:
    """Keeps in memory what a case file would have on disk. `broken` makes saving fail; `merging` is somebody else's change."""

    path: Path
    saves: list[Case] = field(default_factory=list)
    broken: str | None = None
    merging: Callable[[Case], Case] | None = None
    conflicts: tuple[str, ...] = ()

    def save(self, case: Case, _since: Case) -> Saved:
        if self.broken:
            raise FactcheckError(self.broken)
        merged = self.merging is not None or bool(self.conflicts)
        if self.merging:
            case, self.merging = self.merging(case), None
        self.saves.append(case)
        return Saved(case, case, merged, self.conflicts)

    def look(self, case: Case, since: Case) -> Saved:
        return Saved(case, since)

    def glance(self) -> None:
        """Nobody else ever touches it."""

    @property
    def case(self) -> Case:
        return self.saves[-1]


@dataclass
class Opened:
    file: RememberingFile
    case: Case
    notice: str | None = None

    @property
    def unchecked(self) -> Case:
        return self.case


class Desk:
    """What a person at the workbench does and sees."""

    def __init__(self, pilot: Pilot[None], file: RememberingFile) -> None:
        self.pilot = pilot
        self.file = file

    @property
    def app(self) -> Workbench:
        app = self.pilot.app
        assert isinstance(app, Workbench)
        return app

    @property
    def review(self) -> ReviewScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReviewScreen))

    @property
    def session(self) -> Session:
        return self.review.session

    @property
    def chosen(self) -> Claim:
        claim = self.session.view.claim
        assert claim is not None
        return claim

    @property
    def article(self) -> ArticleView:
        return self.review.query_one(ArticleView)

    @property
    def claims(self) -> ClaimList:
        return self.review.query_one(ClaimList)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        names = {" ": "space", "?": "question_mark"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))

    async def paste(self, text: str) -> None:
        assert self.app.focused is not None
        self.app.focused.post_message(events.Paste(text))
        await self.pilot.pause()

    async def go_to(self, words: str) -> Claim:
        """Choose the claim that starts with these words, as a click in the list would."""
        claim = next(c for c in self.session.view.claims if c.text.startswith(words))
        self.session.view.choose(claim.id)
        self.review.show()
        await self.pilot.pause()
        return claim

    def claim(self, words: str) -> Claim:
        return next(c for c in self.session.view.claims if c.text.startswith(words))

    def sees(self) -> str:
        """The text on the whole screen."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    @property
    def message(self) -> str:
        """What the bar of the screen in front tells, in one row; nothing where that screen has none, as while something is waited for."""
        return "".join(str(bar.render()) for bar in self.app.screen.query(MessageBar)).replace("\n ", " ")

    async def until(self, condition: Callable[[], bool]) -> None:
        for _ in range(500):
            if condition():
                return
            await asyncio.sleep(0.02)
        raise AssertionError("it did not come about")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The ferry's case in a file of its own."""
    CaseFile.create(tmp_path / "ferry.toml", ferry_case())
    return tmp_path / "ferry.toml"


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    prefer(welcomed=True)
    return tmp_path / "state"


@pytest.fixture
def file(tmp_path: Path) -> RememberingFile:
    return RememberingFile(tmp_path / "ferry.toml")


BEN = Reader(name="Ben")


def workbench(file: RememberingFile, case: Case | None = None, notice: str | None = None, reader: Reader = BEN) -> Workbench:
    return Workbench(reader, opened=Opened(file, case or ferry_case(), notice), clock=lambda: NOW)


OpenDesk = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def desk(file: RememberingFile) -> OpenDesk:
    """Opens the workbench: `async with desk(case, size=…) as d`."""

    @asynccontextmanager
    async def open_desk(
        case: Case | None = None, *, size: tuple[int, int] = (120, 40), notice: str | None = None, reader: Reader = BEN
    ) -> AsyncIterator[Desk]:
        async with workbench(file, case, notice, reader).run_test(size=size) as pilot:
            await pilot.pause()
            yield Desk(pilot, file)

    return open_desk
