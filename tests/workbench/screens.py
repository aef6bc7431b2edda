"""Every screen of the workbench, collected from the package, and how a person gets to each."""

from __future__ import annotations

import pkgutil
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from factcheck import pipeline, searching
from factcheck.casefile import with_orphans
from factcheck.casefile.tables import claim_table
from factcheck.model import Case, CaseSummary, DateValue, Evidence, Note, Reader, Review, Source, Standing, Verdict
from factcheck.searching import PriorClaim
from factcheck.workbench import screens
from factcheck.workbench.app import Workbench
from factcheck.workbench.others import Deed
from factcheck.workbench.screens.before import BeforeScreen
from factcheck.workbench.screens.contact import ContactForm
from factcheck.workbench.screens.differences import DifferencesScreen
from factcheck.workbench.screens.entries import EntriesScreen
from factcheck.workbench.screens.flags import FlagsScreen
from factcheck.workbench.screens.forms import EvidenceForm, TextForm, WordsForm
from factcheck.workbench.screens.help import HelpScreen
from factcheck.workbench.screens.home import HomeScreen
from factcheck.workbench.screens.live import LiveForm
from factcheck.workbench.screens.lost import LostScreen
from factcheck.workbench.screens.menu import Menu
from factcheck.workbench.screens.news import NewsScreen
from factcheck.workbench.screens.notes import NoteForm, NotesScreen
from factcheck.workbench.screens.offering import SpeakerForm, ValueForm
from factcheck.workbench.screens.opening import ArticleForm
from factcheck.workbench.screens.review import ReviewScreen
from factcheck.workbench.screens.sources import SourcesScreen
from factcheck.workbench.screens.stance import StanceQuestion
from factcheck.workbench.screens.waiting import WaitingScreen
from tests.builders import AT
from tests.workbench.conftest import Desk, RememberingFile, workbench
from tests.workbench.test_hostile import hostile_case


def every_screen() -> list[type[Screen[Any]]]:
    """The screens in the package, by name; those that others are made of, which have no keys or stand for any result, are none."""
    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    found: dict[str, type[Screen[Any]]] = {}
    left: list[type[Screen[Any]]] = [Screen]
    while left:
        screen = left.pop()
        left += screen.__subclasses__()
        if screen.__module__.startswith(screens.__name__) and hasattr(screen, "TABLE") and not getattr(screen, "__parameters__", ()):
            found[screen.__name__] = screen
    return [found[name] for name in sorted(found)]


@dataclass(frozen=True)
class Way:
    """The keys that lead from the review to a screen, on the claim that starts with some words, and the words that are typed last.

    `shows` is whether it shows words of the case.
    """

    keys: tuple[str, ...] = ()
    claim: str = "The mayor"
    typed: str = ""
    shows: bool = True


WAYS: dict[type[Screen[Any]], Way] = {
    ArticleForm: Way(("A",)),
    BeforeScreen: Way(("Y",)),
    ContactForm: Way(("at",)),
    DifferencesScreen: Way(("C",)),
    EntriesScreen: Way(("plus",)),
    EvidenceForm: Way(("e",)),
    FlagsScreen: Way(("F",)),
    HelpScreen: Way(("question_mark",), shows=False),
    HomeScreen: Way(),
    LostScreen: Way(("L",)),
    Menu: Way(("l",)),
    SpeakerForm: Way(("w",)),
    LiveForm: Way(("slash",)),
    WordsForm: Way(("c",)),
    NoteForm: Way(("number_sign", "n")),
    NotesScreen: Way(("number_sign",)),
    NewsScreen: Way(("quotation_mark",)),
    ReviewScreen: Way(),
    SourcesScreen: Way(("H",)),
    StanceQuestion: Way(("plus", "j", "equals_sign")),
    TextForm: Way(("n",)),
    ValueForm: Way(("m",), claim="Monday"),
    WaitingScreen: Way(("A",), typed="next.txt", shows=False),
}


def case_full_of(words: str) -> Case:
    """A case whose every text holds some words, with something for each screen to show."""
    case = hostile_case(words)
    said, *others = case.claims
    day = next(claim for claim in others if claim.kind == "date")
    value = DateValue(start=day.start, end=day.end, text=day.text, value=words, set_by=words)
    case = case.with_claim(day.model_copy(update={"date": value}))
    last = others[-1]
    judged = tuple(Review(by=by, at=AT, verdict=verdict, note=words, judged=last.judged) for by, verdict in
                   ((f"A {words}", Verdict.VERIFIED), (f"B {words}", Verdict.FALSE)))  # fmt: skip
    case = case.with_claim(last.model_copy(update={"reviews": judged}))
    case = case.with_source(Source(name=words, title=words, status=words, publisher=words, text_of=words))
    notes = Note(id="n1", by=words, at=AT, text=f"@Ben {words}"), Note(id="n2", by="Ben", at=AT, text=words, reply_to="n1")
    case = case.model_copy(update={"notes": notes})
    return with_orphans(case, [claim_table(said.model_copy(update={"id": "lost", "text": f"Gone: {words}"}))])


class FixedIndex:
    """What was checked before, in the words of this test."""

    def __init__(self, words: str) -> None:
        self._found = PriorClaim(
            case=Path("earlier.toml"), id="k1", kind="statement", gist=words, speaker=words, published="2024-03-01", headline=words,
            standing=Standing(Verdict.VERIFIED), so=None, decided_by=(words,), evidence=(Evidence(source=words, quote=words),),
            alike=97.0, same=True,
        )  # fmt: skip

    def refresh(self, _told: Callable[[int, int], None]) -> None:
        """Nothing is new."""

    def search(self, *_asked: object) -> list[PriorClaim]:
        return [self._found]

    def close(self) -> None:
        """There is nothing to close."""


@asynccontextmanager
async def opened(
    screen: type[Screen[Any]], words: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, case: Case | None = None
) -> AsyncIterator[Desk]:
    """The workbench on a screen, in a case that is full of some words."""
    app, held = app_on(words, monkeypatch, case, home=screen is HomeScreen)
    async with app.run_test(size=size) as pilot:
        desk = Desk(pilot, RememberingFile(Path("ferry.toml")))
        if screen is NewsScreen:
            desk.review.keeper.news.add([Deed(words, f"disputed “{words}”", "disputed", desk.session.view.claims[0])])
        await go_to(desk, screen)
        yield desk
        held.set()


def app_on(
    words: str, monkeypatch: pytest.MonkeyPatch, case: Case | None = None, *, home: bool = False
) -> tuple[Workbench, threading.Event]:
    """The workbench, and what holds the reading of another version of the article back."""
    held = threading.Event()
    monkeypatch.setattr(searching, "open_index", lambda *_where: FixedIndex(words))
    monkeypatch.setattr(pipeline, "read_article", lambda _source: held.wait(20))
    listed = [CaseSummary(path=Path("ferry.toml"), headline=words, progress=case_full_of(words).progress(), changed=AT, signed_by=words),
              CaseSummary(path=Path("broken.toml"), error=words)]  # fmt: skip
    monkeypatch.setattr(pipeline, "summaries", lambda _folder: iter(listed))
    app = (
        Workbench(Reader(name="Ben"), folder=Path("claims"))
        if home
        else workbench(RememberingFile(Path("ferry.toml")), case or case_full_of(words))
    )
    app.animation_level = "none"
    return app, held


async def go_to(desk: Desk, screen: type[Screen[Any]]) -> None:
    """Press the keys that lead to a screen, and wait until it is there and has what it shows."""
    way = WAYS[screen]
    await desk.pilot.pause()
    if screen is not HomeScreen:
        await desk.go_to(way.claim)
        await desk.press(*way.keys)
    if way.typed:
        await desk.paste(way.typed)
        await desk.press("enter")
    await desk.until(lambda: type(desk.app.screen) is screen)
    await desk.app.workers.wait_for_complete()
    await desk.pilot.pause()
