"""Claims that were checked before, from the desk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.casefile import CaseFile, sheet_path
from factcheck.model import Evidence, Reader, Stance, Standing
from factcheck.pipeline.within import WITHIN
from factcheck.settings import CHECKS_KEY, files
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.evidence.server import Server, serving
from tests.evidence.test_published import KEY, LIMITS, ByPath, found, in_turn, review, said
from tests.model.test_signing import decided
from tests.workbench.conftest import BEN, NOW, Desk, OpenDesk

MINUTES = Evidence(source="The minutes", quote="£1.2m", added_by="Ada")


async def test_one_key_shows_them_and_another_takes_the_evidence_over(desk: OpenDesk, tmp_path: Path) -> None:
    case = decided()
    claim = case.claims[0].model_copy(update={"evidence": (MINUTES,)})
    CaseFile.create(tmp_path / "earlier.toml", case.with_claim(claim))
    async with desk() as d:
        d.file.path = tmp_path / "ferry.toml"
        await d.press("Y")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "says the same" in d.sees()
        assert "verified" in d.sees()
        await d.press("enter")
        taken = d.file.case.claims[0].evidence[-1]
        assert (taken.source, taken.quote, taken.added_by) == ("The minutes", "£1.2m", d.session.view.reader.name)
        await d.press("enter")
        assert "has all of that evidence already" in d.message
        await d.press("z")
        assert MINUTES.source not in [item.source for item in d.file.case.claims[0].evidence]


class TestPublished:
    """Fact-checks that others published, on request and by a key of one's own."""

    @pytest.fixture(autouse=True)
    def key(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(files, "user_config_path", lambda *_args, **_named: tmp_path / "own")
        monkeypatch.setenv(CHECKS_KEY, KEY)

    @pytest.fixture
    async def server(self, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Server]:
        set_up = pipeline.check_service
        async with serving() as server:
            server.pages = ByPath({"/search": said(found(review()))})
            there = {"endpoint": server.url("/search"), "limits": LIMITS}
            monkeypatch.setattr(pipeline, "check_service", lambda: replace(set_up(), **there))
            yield server

    @pytest.fixture
    async def before(self, desk: OpenDesk, tmp_path: Path) -> AsyncIterator[Desk]:
        async with desk() as d:
            d.file.path = tmp_path / "ferry.toml"
            await d.press("Y")
            await d.app.workers.wait_for_complete()
            yield d

    async def ask(self, d: Desk) -> None:
        await d.press("p", "enter")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()

    async def test_the_words_are_seen_before_they_leave_and_an_answer_is_kept_as_a_mention(self, before: Desk, server: Server) -> None:
        await before.press("p")
        assert "These words are sent to Google's Fact Check Tools" in before.sees()
        assert not server.heads
        await before.press("enter")
        await before.app.workers.wait_for_complete()
        assert "Example Check (2024-03-02) on “The wall fell”: “Mostly false”" in before.sees()
        assert "no verdict on yours" in before.sees()
        assert "1 published fact-check found." in before.message
        assert not before.file.saves
        await before.press("enter")
        claim = before.file.case.claims[0]
        (kept,) = claim.evidence
        assert (kept.url, kept.stance, kept.added_by) == ("https://check.example/1", Stance.MENTIONS, before.session.view.reader.name)
        assert claim.standing() is Standing.UNREVIEWED
        await before.press("enter")
        assert "is attached to the claim already" in before.message
        await before.press("z")
        assert not before.file.case.claims[0].evidence

    async def test_escape_sends_nothing(self, before: Desk, server: Server) -> None:
        await before.press("p", "escape")
        await before.app.workers.wait_for_complete()
        assert not server.heads

    async def test_without_a_key_it_is_said_where_to_get_one(self, before: Desk, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(CHECKS_KEY)
        await before.press("p")
        assert CHECKS_KEY in " ".join(before.sees().split())
        assert not server.heads

    async def test_whoever_sits_at_a_served_workbench_has_no_key(
        self, before: Desk, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv(WITHIN, str(tmp_path))
        await before.press("p")
        assert "ask at the machine itself" in " ".join(before.sees().split())
        assert not server.heads

    async def test_nothing_that_names_a_confidential_source_is_sent(self, before: Desk, server: Server, tmp_path: Path) -> None:
        sheet_path(tmp_path / "ferry.toml").write_text("[[people]]\nname = 'Mira Quill'\nconfidential = true\n", "utf-8")
        await before.press("p")
        await before.type(" Mira Quill says so")
        await before.press("enter")
        await before.app.workers.wait_for_complete()
        assert "confidential source" in " ".join(before.sees().split())
        assert not server.heads

    async def test_a_busy_service_is_waited_for_and_trouble_is_one_sentence(self, before: Desk, server: Server) -> None:
        server.pages["/search"] = in_turn(said({}, "503 Busy", ("Retry-After", "1")), said(found(review())))
        await before.press("p", "enter")
        await before.until(lambda: "is busy; asking again in 1 second…" in before.message)
        await before.until(lambda: "1 published fact-check found." in before.message)
        server.pages["/search"] = said({}, "403 Forbidden")
        await self.ask(before)
        assert "your key may not be used for this" in " ".join(before.sees().split())
        assert KEY not in before.sees()

    async def test_hostile_words_of_a_publisher_are_shown_as_words(self, before: Desk, server: Server) -> None:
        bad = "[/b]\x1b[2J\u202e"
        server.pages["/search"] = said(found(review(title=bad, textualRating=bad), text=bad))
        await self.ask(before)
        assert "[/b]␛[2J⇄" in before.sees()
        assert not {"\x1b", "\u202e"} & set(before.sees())


async def test_without_other_cases_it_says_so(desk: OpenDesk, tmp_path: Path) -> None:
    async with desk() as d:
        d.file.path = tmp_path / "ferry.toml"
        await d.press("Y")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "No similar claim in the other cases" in d.sees()


async def test_an_index_that_cannot_be_used_is_told(desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('[search]\nindex = "postgresql://elsewhere.example/all"\n')
    async with desk() as d:
        d.file.path = tmp_path / "ferry.toml"
        await d.press("Y")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "factcheck trust" in " ".join(d.sees().split())


def test_evidence_taken_over_is_the_readers_own() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    session.take_evidence((MINUTES,))
    assert session.view.case.claims[0].evidence[-1].added_by == BEN.name
