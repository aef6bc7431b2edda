"""What the other does to a case that is open on the screen appears there by itself, by name, and disturbs nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from factcheck.casefile import load
from factcheck.model import Correction, Evidence, Note, Reader, ReviewRole, Verdict
from factcheck.workbench import news
from factcheck.workbench.app import Workbench
from factcheck.workbench.others import deeds, told
from factcheck.workbench.screens.forms import TextForm
from factcheck.workbench.screens.notes import NotesScreen
from factcheck.workbench.watch import Watch
from tests.builders import ferry_case
from tests.workbench.conftest import NOW, Desk
from tests.workbench.on_disk import OnDisk
from tests.workbench.two_people import Person

ANN = Reader(name="Ann")
CLAIMS = [claim.id for claim in ferry_case().claims]
FIRST, SECOND, LAST = CLAIMS[0], CLAIMS[1], CLAIMS[-1]


@pytest.fixture
def ben(path: Path) -> Person:
    return Person("Ben", path, ferry_case())


@asynccontextmanager
async def at_desk(path: Path, reader: Reader = ANN, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
    """Ann's screen, on the very file."""
    async with Workbench(reader, opened=OnDisk(path), clock=lambda: NOW).run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(pilot, None)  # type: ignore[arg-type]  # the file is on the disk


async def does(person: Person, *works: Callable[[], object]) -> None:
    """What the other does at another desk, saved there."""
    for work in works:
        work()
    await asyncio.to_thread(person.save)


async def test_a_verdict_of_the_other_appears_by_itself(path: Path, ben: Person) -> None:
    """By name, on the claim that it is on; the place stays, and undo still means one's own last edit."""
    async with at_desk(path) as d:
        await d.press("v", "j", "j")
        here = d.chosen.id
        words = ben.session.view.get(LAST)
        await does(ben, lambda: ben.on(LAST).decide(Verdict.DISPUTED))
        await d.until(lambda: "Ben disputed" in d.message)
        assert words is not None
        assert words.in_context[:20] in d.message
        assert d.session.view.case.claim(LAST).reviews[-1].by == "Ben"
        assert "2 of 10 decided" in d.sees()
        assert d.chosen.id == here
        await d.press("z")
        assert load(path).claim(LAST).reviews, "undo leaves what Ben did"
        assert not load(path).claim(FIRST).reviews


async def test_many_changes_are_told_in_one_line(path: Path, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many claims, and how many of each sort; what was not read yet is told along with what comes then."""
    async with at_desk(path) as d:
        verdicts = (Verdict.VERIFIED, Verdict.VERIFIED, Verdict.DISPUTED)
        await does(
            ben,
            *[lambda at=at, verdict=verdict: ben.on(CLAIMS[at]).decide(verdict) for at, verdict in enumerate(verdicts)],
            lambda: ben.on(LAST).note("Rang them"),
        )
        await d.until(lambda: "Ben changed 4 claims: 2 verified, 1 disputed, 1 note." in d.message)
        await does(ben, lambda: ben.session.undo())
        await d.until(lambda: "Earlier: Ben changed 4 claims: 2 verified, 1 disputed, 1 note." in d.message)
        monkeypatch.setattr(news, "READING", 0.0)
        await d.press("j")
        assert "Ben" not in d.message
        await does(ben, lambda: ben.session.undo())
        await d.until(lambda: "Ben took back a verdict on" in d.message)
        assert not d.session.view.case.claim(LAST).reviews


def test_each_sort_has_its_own_word_for_several() -> None:
    """Notes on the case, corrections of what ran."""
    made = {"by": "Ben", "at": NOW}
    notes = tuple(Note(id=f"n{n}", text="Who rings?", **made) for n in range(2))
    runs = tuple(Correction(id=f"c{n}", was="36", now="102", **made) for n in range(2))
    before, after = ferry_case(), ferry_case().model_copy(update={"notes": notes, "corrections": runs})
    assert told(deeds(before, after, ANN), ANN) == "Ben changed the case: 2 notes on the case, 2 corrections of what ran."
    one = before.model_copy(update={"corrections": runs[:1]})
    assert told(deeds(before, one, ANN), ANN) == "Ben wrote down a correction of what ran."


async def test_who_reads_blind_is_told_no_verdict(path: Path, ben: Person) -> None:
    """Neither when the other decides, nor when both have changed the same claim; what is no opinion is told."""
    async with at_desk(path, Reader(name="Ann", role=ReviewRole.SECOND, blind=True)) as d:
        before = d.sees()
        await does(ben, lambda: ben.on(FIRST).decide(Verdict.DISPUTED), lambda: ben.on(SECOND).add_evidence(Evidence(source="a call")))
        await d.until(lambda: bool(d.session.view.case.claim(FIRST).reviews))
        await d.pilot.pause()
        assert d.sees() == before
        ben.on(FIRST).decide(Verdict.FALSE)
        await asyncio.to_thread(ben.save)
        d.session.view.choose(FIRST)
        await d.press("v")
        assert not any(word in d.message for word in ("Ben", "false", "disputed", "a call", "erdicts"))
        assert "Ben" not in d.sees()
        await does(ben, lambda: ben.on(LAST).by_hand.reword("In other words"))
        await d.until(lambda: "Ben reworded" in d.message)


async def test_a_form_that_is_open_is_left_alone(path: Path, ben: Person) -> None:
    """What the other did waits until it is closed, even where they took the claim out that it is about."""
    async with at_desk(path) as d:
        d.session.view.choose(LAST)
        await d.press("n")
        await d.type("half a thou")
        await does(ben, lambda: ben.on(LAST).by_hand.remove(), lambda: ben.on(FIRST).decide(Verdict.FALSE))
        await asyncio.sleep(1.5)
        await d.type("ght")
        assert isinstance(d.app.screen, TextForm)
        await d.press("enter")
        await d.until(lambda: bool(d.session.view.case.claim(FIRST).reviews))
        assert load(path).claim(LAST).reviews[-1].note == "half a thought"


async def test_a_list_goes_on_with_the_same_thing_chosen(path: Path, ben: Person) -> None:
    """A note on the case that the other writes stands in the list at once."""
    async with at_desk(path) as d:
        await d.press("number_sign", "n")
        await d.type("mine")
        await d.press("enter")
        await does(ben, lambda: ben.session.notes.write("theirs, @Ann"))
        await d.until(lambda: isinstance(d.app.screen, NotesScreen) and "theirs" in d.sees())
        assert "Ben wrote a note on the case" in d.message
        assert isinstance(d.app.screen, NotesScreen)
        chosen = d.app.screen.chosen
        assert chosen is not None
        assert chosen.note.text == "mine"


@pytest.mark.parametrize("harm", ["gone", "broken"])
async def test_a_file_that_is_gone_or_broken_is_told_once(path: Path, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do; nothing is lost, and the review goes on when it is put right."""
    monkeypatch.setattr(news, "READING", 0.0)
    async with at_desk(path) as d:
        await d.press("v")
        whole = path.read_bytes()
        path.unlink() if harm == "gone" else path.write_text("[[claims]\n")
        await d.until(lambda: "Nothing that you decided is lost." in d.message)
        await d.press("j")
        await asyncio.sleep(1.2)
        assert "Nothing that you" not in d.message, "it is told once"
        assert not d.session.view.case.claim(FIRST).standing().open
        path.write_bytes(whole)
        await d.until(lambda: "can be read again" in d.message)
        await d.press("x")
        assert sum(bool(claim.reviews) for claim in load(path).claims) == 2


async def test_what_could_not_be_saved_is_saved_when_the_file_is_whole_again(path: Path) -> None:
    """By itself, without another key."""
    async with at_desk(path) as d:
        whole = path.read_bytes()
        path.write_text("[[claims]\n")
        await d.until(lambda: "not valid TOML" in d.message)
        await d.press("v")
        assert "Not saved" in d.sees()
        path.write_bytes(whole)
        await d.until(lambda: "can be read again" in d.message)
        assert "Not saved" not in d.sees()
        assert load(path).claim(FIRST).reviews


async def test_a_file_that_is_gone_is_written_anew_with_the_next_decision(path: Path) -> None:
    """With all that was decided before."""
    async with at_desk(path, size=(200, 50)) as d:
        await d.press("v")
        path.unlink()
        await d.until(lambda: "deleted or moved away" in d.message)
        await d.press("x")
        assert "it was written anew, with the whole case. Press" not in d.message
        assert "it was written anew, with the whole case" in d.message
        assert sum(bool(claim.reviews) for claim in load(path).claims) == 2


def test_a_glance_reads_nothing_and_knows_ones_own_saves(path: Path, ben: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what somebody else has left is news, and only once, when it stands still."""
    glances: list[object] = [None, "a", "b", "b", "b", "b", None, "b", "b", "c"]
    told: list[int] = []
    left = iter(glances)

    class OverError(Exception):
        pass

    def glance() -> object:
        try:
            return next(left)
        except StopIteration:
            raise OverError from None

    watch = Watch(glance, lambda: told.append(1), seconds=0)
    with pytest.raises(OverError):
        watch._watch()
    assert len(told) == 2
    ben.do(lambda: ben.on(FIRST).decide(Verdict.VERIFIED))
    file = ben.keeper.saver
    monkeypatch.setattr("factcheck.casefile.disk.read", lambda _path: pytest.fail("a glance reads the file"))
    assert file.glance() is None
    path.write_bytes(path.read_bytes() + b"\n")
    assert file.glance() is not None
    assert file.glance() == file.glance()
