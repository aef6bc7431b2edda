"""Nothing is lost: every decision is on disk before the next key counts, and trouble is said and tried again."""

from __future__ import annotations

import threading

from textual import events

from factcheck.model import Case, Review, Verdict
from tests.builders import AT
from tests.workbench.conftest import OpenDesk, RememberingFile


class TestBeforeTheNextKey:
    async def test_each_key_waits_for_the_disk(self, desk: OpenDesk, file: RememberingFile) -> None:
        """While a save hangs, further keys wait; the decision is shown but not counted. Then each is saved in its turn."""
        gate, plain = threading.Event(), file.save

        def slowly(case: Case, since: Case) -> object:
            gate.wait(10)
            return plain(case, since)

        file.save = slowly  # type: ignore[method-assign,assignment]  # a slow disk
        async with desk() as d:
            for key in "vdz":
                d.app.simulate_key(key)
            await d.until(lambda: "Verified that it was said" in d.message)
            assert file.saves == []
            assert "0 of 10 decided" in d.sees()
            assert d.session.history.decisions == 1
            gate.set()
            await d.until(lambda: len(file.saves) == 3)
            decided = [sum(not c.standing().open for c in case.claims) for case in file.saves]
            assert decided == [1, 2, 1]

    async def test_typing_ahead(self, desk: OpenDesk, file: RememberingFile) -> None:
        """Keys typed faster than the screen opens a form go into the form, and what follows it comes after it."""
        async with desk() as d:
            first = d.chosen
            for key in ("n", "v", "d", "enter", "v", "z"):
                d.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await d.until(lambda: len(file.saves) == 3)
            assert [r.note for r in file.saves[0].claim(first.id).reviews] == ["vd"]
            assert len(file.saves[1].claim(first.id).reviews) == 2
            assert [r.note for r in file.saves[2].claim(first.id).reviews] == ["vd"]

    async def test_moving_ahead(self, desk: OpenDesk, file: RememberingFile) -> None:
        """A verdict typed right after a move in the article goes to the claim that was moved to."""
        async with desk() as d:
            for key in ("tab", "right", "right", "right", "right", "v"):
                d.app.simulate_key(key)
            await d.until(lambda: len(file.saves) == 1)
            assert not file.case.claim(d.claim("Monday").id).standing().open

    async def test_leaving_asks_nothing(self, desk: OpenDesk) -> None:
        """`q` leaves at once: everything is saved already."""
        async with desk() as d:
            await d.press("v", "q")
            await d.until(lambda: not d.app.is_running)
            assert not d.file.case.claims[0].standing().open


class TestTrouble:
    async def test_a_failed_save(self, desk: OpenDesk, file: RememberingFile) -> None:
        """A save that fails is said in a line that stays, the decision is kept, and the next save brings both to disk."""
        async with desk() as d:
            file.broken = "The disk is full: make room on /home."
            await d.press("v")
            assert "Not saved: The disk is full" in d.sees()
            assert "NOT SAVED" in d.sees()
            await d.press("j")
            assert "Not saved: The disk is full" in d.sees()
            file.broken = None
            await d.press("d")
            assert "Not saved" not in d.sees()
            assert sum(not c.standing().open for c in file.case.claims) == 2

    async def test_trying_again(self, desk: OpenDesk, file: RememberingFile) -> None:
        """ctrl+s tries again; leaving tries again too, and holds back once when it still cannot be saved."""
        async with desk() as d:
            file.broken = "The folder is gone."
            await d.press("v", "q")
            assert d.app.is_running
            assert "Some decisions are not saved. Press q again to leave without them" in d.message
            file.broken = None
            await d.press("ctrl+s")
            assert len(file.saves) == 1
            assert "Not saved" not in d.sees()

    async def test_leaving_all_the_same(self, desk: OpenDesk, file: RememberingFile) -> None:
        """Whoever leaves a second time leaves."""
        async with desk() as d:
            file.broken = "The folder is gone."
            await d.press("v", "q", "q")
            await d.until(lambda: not d.app.is_running)


class TestSomebodyElse:
    async def test_their_changes_come_in(self, desk: OpenDesk, file: RememberingFile) -> None:
        """When somebody else changed the case, their verdicts are on the screen after the next save, flags still there, with a notice."""

        def ada(case: Case) -> Case:
            claim = case.claims[-1]
            review = Review(by="Ada", at=AT, verdict=Verdict.FALSE, judged=claim.judged)
            return case.with_claim(claim.model_copy(update={"reviews": (review,)})).model_copy(update={"flags": ()})

        async with desk() as d:
            file.merging = ada
            await d.press("v")
            assert "Ada called “3,400 people” false." in d.message
            assert "2 of 10 decided" in d.sees()
            assert "⚑ 1 flag" in d.sees()
            await d.press("z")
            assert "1 of 10 decided" in d.sees(), "undo takes back one's own decision only"

    async def test_what_could_not_be_merged(self, desk: OpenDesk, file: RememberingFile) -> None:
        """What could not be merged is named."""
        async with desk() as d:
            file.conflicts = ("abc123: two texts",)
            await d.press("v")
            assert "abc123: two texts" in d.message
