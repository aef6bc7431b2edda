"""The news of what another person did: it goes to no other claim, is not lost under fast keys, and moves nothing away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.casefile import load
from factcheck.model import Evidence, Span, Verdict
from factcheck.workbench import news
from factcheck.workbench.results import NONE_CHOSEN
from factcheck.workbench.screens.flags import FlagsScreen
from factcheck.workbench.screens.news import NewsScreen
from factcheck.workbench.screens.notes import NotesScreen
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.conftest import NOW
from tests.workbench.test_others import FIRST, LAST, SECOND, at_desk, does
from tests.workbench.two_people import Person

LET_GO = "no claim is chosen until you move"
MONDAY = next(claim for claim in ferry_case().claims if claim.text == "Monday")
SAID = MONDAY.part_of or ""


@pytest.fixture
def ben(path: Path) -> Person:
    return Person("Ben", path, ferry_case())


def _new_day(session: Session) -> None:
    session.view.choose(MONDAY.id)
    meant = session.value_of("26 February")
    assert meant is not None
    session.set_value(meant)


CHANGES: dict[str, Callable[[Session], object]] = {
    "removed": lambda session: session.by_hand.remove(),
    "split": lambda session: session.by_hand.split_at(session.view.get(SAID).start + 20),  # type: ignore[union-attr]  # it is there
    "reworded": lambda session: session.by_hand.reword("In other words"),
    "speaker": lambda session: session.by_hand.give("Ruth Okafor"),
    "joined": lambda session: session.by_hand.join(),
    "its day": _new_day,
}
"""What takes the chosen claim away from under the next key, or makes it say something else."""


async def test_who_took_claims_out_is_listed_whenever_that_was(path: Path, ben: Person) -> None:
    """Below the news, as long as the claims are gone; what the other does now is told once."""
    await does(ben, lambda: ben.on(LAST).by_hand.remove())
    async with at_desk(path) as d:
        d.session.view.choose(FIRST)
        await d.press("delete")
        await d.press("quotation_mark")
        assert isinstance(d.app.screen, NewsScreen)
        assert {told.words.split(" “")[0] for told in d.app.screen.things} == {"You took out", "Ben took out"}
        assert "News since you opened the case: 0; claims taken out: 2" in d.sees()
        await d.press("escape", "z", "quotation_mark")
        assert [told.words.split(" “")[0] for told in d.app.screen.things] == ["Ben took out"]


@pytest.mark.parametrize("what", CHANGES)
async def test_a_verdict_lands_on_no_claim_that_was_not_read(path: Path, ben: Person, what: str) -> None:
    """Where another person took out or changed the chosen claim, verdict keys do nothing until the reader has moved."""
    async with at_desk(path) as d:
        d.session.view.choose(SAID)
        await does(ben, lambda: CHANGES[what](ben.on(SAID)))
        await d.until(lambda: LET_GO in d.message)
        await d.press("v", "V", "semicolon", "full_stop", "x")
        assert not [review for claim in load(path).claims for review in claim.reviews]
        assert NONE_CHOSEN in d.message
        assert NONE_CHOSEN in d.sees()
        assert "▶" not in "".join(d.sees().splitlines()[2:4])
        await d.press("j")
        there = d.session.view.get(SAID)
        assert d.chosen.start >= ferry_case().claim(SAID).start
        assert there is None or d.chosen.id == SAID, "what stands there now comes next"
        await d.press("v")
        assert sum(bool(claim.reviews) for claim in load(path).claims) == 1


@pytest.mark.parametrize("keys", [("k",), ("space",), ("f",), ("g",), ("G",)])
async def test_every_way_to_move_goes_on_from_where_the_claim_was(path: Path, ben: Person, keys: tuple[str, ...]) -> None:
    async with at_desk(path) as d:
        d.session.view.choose(SAID)
        before = d.session.view.row
        await does(ben, lambda: ben.on(SAID).by_hand.remove())
        await d.until(lambda: LET_GO in d.message)
        await d.press(*keys)
        assert d.session.view.claim is not None
        if keys in (("k",), ("space",)):
            assert abs(d.session.view.row - before) <= 1


async def test_what_a_merge_at_ones_own_save_took_away_is_not_decided_either(path: Path, ben: Person) -> None:
    """Ben takes the next claim out; a verdict leads there, and is told of that when it is saved: the key after goes nowhere."""
    async with at_desk(path) as d:
        d.review._watch.stop()
        await does(ben, lambda: ben.on(SECOND).by_hand.remove())
        await d.press("v", "v")
        assert LET_GO in d.message
        assert [claim.id for claim in load(path).claims if claim.reviews] == [FIRST]


async def test_a_selection_that_changed_is_decided_by_no_key(path: Path, ben: Person) -> None:
    """A range into which another person put a claim; a list of which one has gone is decided without it."""
    async with at_desk(path) as d:
        await d.press("g", "minus", "j", "j")
        await does(ben, lambda: ben.session.by_hand.make(Span(start=60, end=100)))
        await d.until(lambda: LET_GO in d.message)
        await d.press("v")
        assert not [review for claim in load(path).claims for review in claim.reviews]
        await d.press("g", "asterisk")
        selected = d.session.view.together.selected
        await does(ben, lambda: ben.on(LAST).by_hand.remove())
        await d.until(lambda: "took out" in d.message)
        await d.press("v")
        assert {claim.id for claim in load(path).claims if claim.reviews} == selected - {LAST}


async def test_a_key_in_a_list_lands_on_no_neighbour(path: Path, ben: Person) -> None:
    """Of notes and flags, where another person dealt with the chosen one."""
    async with at_desk(path) as d:
        await does(ben, lambda: ben.session.notes.write("first"), lambda: ben.session.notes.write("second"))
        await d.press("number_sign")
        await d.until(lambda: "second" in d.sees())
        screen = d.app.screen
        assert isinstance(screen, NotesScreen)
        chosen = screen.chosen
        assert chosen is not None
        await does(ben, lambda: ben.session.notes.resolve(next(n for n in ben.session.notes.there() if n.note.id == chosen.note.id)))
        await d.until(lambda: len(screen.things) == 1)
        await d.press("d")
        assert [posted.note.text for posted in d.session.notes.there()] == ["second"], "it waits as before"
        await d.press("j", "d")
        assert d.session.notes.there() == ()
        await d.press("escape", "F")
        flags = d.app.screen
        assert isinstance(flags, FlagsScreen)
        one = flags.chosen
        assert one is not None
        await does(ben, lambda: ben.session.dismiss(one, "seen"))
        await d.until(lambda: "dismissed a flag" in d.message)
        assert flags.chosen is None
        await d.press("c")
        assert not [review for claim in load(path).claims for review in claim.reviews]


async def test_fast_keys_leave_the_news_there(path: Path, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands before what one's own keys say, until there was time to read it."""
    async with at_desk(path) as d:
        await does(ben, lambda: ben.on(LAST).decide(Verdict.DISPUTED))
        await d.until(lambda: "Ben disputed" in d.message)
        await d.press("j", "v", "k", "1", "2", "j", "slash", "escape", "v")
        assert "Ben disputed" in d.message
        assert "Verified" in d.message
        monkeypatch.setattr(news, "READING", 0.0)
        await d.press("v")
        assert "Ben" not in d.message


async def test_time_in_a_form_does_not_count_as_time_to_read(path: Path, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form covers the line that the news stands in."""
    monkeypatch.setattr(news, "READING", 0.6)
    async with at_desk(path) as d:
        await does(ben, lambda: ben.on(LAST).decide(Verdict.DISPUTED))
        await d.until(lambda: "Ben disputed" in d.message)
        await d.press("n")
        await asyncio.sleep(0.8)
        await d.type("mine")
        await d.press("enter", "j")
        assert "Ben disputed" in d.message
        await asyncio.sleep(0.8)
        await d.press("j")
        assert "Ben disputed" not in d.message


async def test_all_news_can_be_read_later(path: Path, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key lists it, each by itself, and leads to its claim."""
    monkeypatch.setattr(news, "READING", 0.0)
    async with at_desk(path) as d:
        await does(ben, lambda: ben.on(LAST).decide(Verdict.DISPUTED), lambda: ben.on(SECOND).add_evidence(Evidence(source="a call")))
        await d.until(lambda: "Ben changed 2 claims" in d.message)
        await d.press("j", "quotation_mark")
        assert isinstance(d.app.screen, NewsScreen)
        assert f"{NOW:%H:%M}  Ben disputed “" in d.sees()
        assert f"{NOW:%H:%M}  Ben added evidence to “" in d.sees()
        words = [told.words for told in d.app.screen.things]
        await d.press(*["j"] * next(i for i, one in enumerate(words) if "disputed" in one), "enter")
        assert d.chosen.id == LAST


async def test_the_place_stays_when_news_is_taken_in(path: Path, ben: Person) -> None:
    """The rows that are in sight stay where they are, in the list and in the article, though claims come and go above them."""
    async with at_desk(path, size=(100, 24)) as d:
        await d.press("G")
        row = d.session.view.row - d.claims.scroll_offset.y
        top = d.article.scroll_offset.y
        await does(
            ben, lambda: ben.on(FIRST).by_hand.split_at(ferry_case().claim(FIRST).start + 8), lambda: ben.on(SECOND).by_hand.remove()
        )
        await d.until(lambda: "Ben" in d.message)
        await d.pilot.pause()
        assert d.session.view.row - d.claims.scroll_offset.y == row
        assert d.article.scroll_offset.y == top
        d.claims.scroll_to(y=0, animate=False, force=True)  # as with a wheel, away from the chosen claim
        d.article.scroll_to(y=0, animate=False, force=True)
        await d.pilot.pause()
        await does(ben, lambda: ben.on(LAST).decide(Verdict.FALSE))
        await d.until(lambda: "false" in d.message)
        await d.pilot.pause()
        assert d.claims.scroll_offset.y == 0
        assert d.article.scroll_offset.y == 0
