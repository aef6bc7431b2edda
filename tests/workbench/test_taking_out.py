"""What leaves the workbench: copies of a claim and of words of the article, and the reports."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from textual.events import MouseMove

from factcheck import pipeline
from factcheck.casefile import CaseFile
from factcheck.model import Evidence, Reader, Source
from factcheck.pipeline.within import WITHIN
from factcheck.workbench import clipboard
from factcheck.workbench.clipboard import MOST, fit_to_copy, put_on_clipboard
from factcheck.workbench.widgets.details import Details
from tests.builders import FERRY, ferry_case
from tests.workbench.conftest import Desk, OpenDesk
from tests.workbench.test_hostile import ODD, hostile_case

OBEYED = set("\x1b\x00\x07\u202e\u202c\u200b\r\u2028")


def program(folder: Path, name: str, does: str) -> None:
    """A program of that name, first on the path."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)


class TestCopies:
    async def test_the_same_key_again_copies_what_belongs_to_it(self, desk: OpenDesk) -> None:
        """The claim, its words, its newest source, its place in the case; then the claim again. What it has not is passed over."""
        async with desk(ferry_case(reviewed=True)) as d:
            claim = d.chosen
            newest = claim.evidence[-1].url or claim.evidence[-1].source
            for words in (claim.in_context, newest, f"{d.file.path} {claim.id}", claim.in_context):
                await d.press("y")
                assert d.app.clipboard == words
            assert "Copied the claim" in d.message
            await d.press("j", "y")
            assert d.app.clipboard == d.chosen.in_context
            await d.press("y")
            assert d.app.clipboard == d.chosen.text

    async def test_a_quotation_is_what_was_said(self, desk: OpenDesk) -> None:
        async with desk() as d:
            claim = await d.go_to("Engineer")
            await d.press("y", "y")
            assert "Copied its quotation" in d.message or not claim.content

    async def test_words_of_any_kind_are_words(self, desk: OpenDesk) -> None:
        """Nothing that a terminal obeys gets onto the clipboard, and never more than it takes."""
        async with desk(hostile_case(ODD)) as d:
            for _ in range(4):
                await d.press("y")
                assert not OBEYED & set(d.app.clipboard)
        assert len(fit_to_copy("x" * 3 * MOST)) == MOST
        assert fit_to_copy("a\nb\x1b]52;c;YQ==\x07") == "a\nb␛]52;c;YQ==␇"

    async def test_a_confidential_source_stays_here(self, desk: OpenDesk) -> None:
        """It is copied no more than it is exported."""
        case = ferry_case()
        first = case.claims[0].model_copy(update={"evidence": (Evidence(source="A friend at the yard"),)})
        case = case.with_claim(first).with_source(Source(name="A friend at the yard", confidential=True))
        async with desk(case) as d:
            for _ in range(4):
                await d.press("y")
                assert "friend" not in d.app.clipboard


class TestTheMachinesClipboard:
    def test_gets_the_words_too(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program(tmp_path, "xclip", f'cat > "{tmp_path}/got"')
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("DISPLAY", ":9")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        put_on_clipboard("“quay” 漢")
        assert (tmp_path / "got").read_text("utf-8") == "“quay” 漢"

    @pytest.mark.parametrize("does", ["exit 3", "sleep 30", "kill $$"])
    def test_a_program_that_does_not_work_disturbs_nobody(self, does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program(tmp_path, "xclip", f"echo trouble; {does}")
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
        monkeypatch.setenv("DISPLAY", ":9")
        monkeypatch.setattr(clipboard, "PATIENCE", 0.3)
        put_on_clipboard("quay")

    def test_nothing_is_started_for_somebody_far_away(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program(tmp_path, "xclip", f'cat > "{tmp_path}/got"')
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("DISPLAY", ":9")
        monkeypatch.setenv(WITHIN, str(tmp_path))
        put_on_clipboard("quay")
        assert not (tmp_path / "got").exists()


class TestDragging:
    async def test_words_dragged_over_are_marked_and_copied(self, desk: OpenDesk) -> None:
        """Whole words; a click afterwards lets them go."""
        async with desk() as d:
            start, end = FERRY.index("rot in"), FERRY.index("nine of")
            await d.pilot.mouse_down("#article", offset=d.article.cell_of(start))
            x, y = d.article.cell_of(end)
            d.article.post_message(MouseMove(d.article, x, y, 0, 0, 1, False, False, False))
            await d.pilot.pause()
            await d.pilot.mouse_up("#article", offset=(x, y))
            await d.pilot.pause()
            assert d.article.marked is not None
            assert d.session.view.case.article.words(d.article.marked) == "rot in nine"
            assert "y copies them" in d.message
            await d.press("y")
            assert d.app.clipboard == "rot in nine"
            await d.pilot.click("#article", offset=d.article.cell_of(start))
            assert d.article.marked is None

    async def test_a_click_marks_nothing(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.pilot.click("#article", offset=d.article.cell_of(FERRY.index("Engineer")))
            await d.pilot.pause()
            assert d.article.marked is None
            assert d.chosen.text.startswith("Engineer")

    async def drag(self, desk: Desk, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Over the details, from one of their cells to another."""
        left, top = desk.review.query_one(Details).content_region.offset
        await desk.pilot.mouse_down("#details", offset=(start[0] + 1, start[1]))
        x, y = left + end[0], top + end[1]
        desk.app.post_message(MouseMove(None, x, y, 0, 0, 1, False, False, False, x, y))
        await desk.pilot.pause()
        await desk.pilot.mouse_up("#details", offset=(end[0] + 1, end[1]))
        await desk.pilot.pause()

    async def test_over_the_details(self, desk: OpenDesk) -> None:
        """Words that wrap are copied on one line, without the room before them; the keys stay where they were, and `esc` lets them go."""
        async with desk(size=(120, 40)) as d:
            await d.press("j")
            details = d.review.query_one(Details)
            lines = [details.render_line(y).text for y in range(details.size.height)]
            at = next(i for i, line in enumerate(lines) if line.startswith("part of"))
            await self.drag(d, (13, at), (16, at + 1))
            assert d.app.focused is d.claims
            await d.press("y")
            copied = d.app.clipboard
            assert copied.startswith("council said on Monday that the refit")
            assert "\n" not in copied
            assert "  " not in copied
            assert "Copied the words" in d.message
            await d.press("y")
            assert d.app.clipboard == d.chosen.in_context
            await self.drag(d, (13, at), (16, at + 1))
            await d.press("escape", "y")
            assert d.app.clipboard == d.chosen.in_context

    async def test_another_claim_lets_the_words_go(self, desk: OpenDesk) -> None:
        async with desk(size=(120, 40)) as d:
            await self.drag(d, (0, 0), (9, 0))
            assert d.review.get_selected_text()
            await d.press("j")
            assert not d.review.get_selected_text()


class TestExport:
    async def test_one_format_off_the_screens_thread(self, desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The screen goes on meanwhile; the path is shown, whole."""
        monkeypatch.chdir(tmp_path)
        CaseFile.create(tmp_path / "ferry.toml", ferry_case())
        async with desk() as d:
            await d.press("ctrl+e")
            await d.type("csv")
            await d.press("enter")
            await d.until(lambda: d.app.screen is d.review)
            await d.pilot.pause()
            assert str(tmp_path / "export" / "ferry.csv") in d.message.replace("\n", "")
            assert [path.name for path in (tmp_path / "export").iterdir()] == ["ferry.csv"]

    async def test_what_goes_wrong_is_one_sentence(self, desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "export").write_text("a file, no folder")
        CaseFile.create(tmp_path / "ferry.toml", ferry_case())
        async with desk() as d:
            await d.press("ctrl+e", "2")
            await d.until(lambda: d.app.screen is d.review)
            await d.pilot.pause()
            assert "export" in d.message
            assert "Exported" not in d.message

    async def test_a_blind_reader_gets_none(self, desk: OpenDesk) -> None:
        async with desk(reader=Reader(name="Ben", blind=True)) as d:
            await d.press("ctrl+e")
            assert "you read blind; B ends that" in d.message

    async def test_not_before_what_was_decided_is_on_disk(self, desk: OpenDesk) -> None:
        async with desk() as d:
            d.file.broken = "The disk is full."
            await d.press("v", "ctrl+e")
            assert "save first with ^s" in d.message

    async def test_it_can_be_stopped(self, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        held = asyncio.Event()
        loop = asyncio.get_running_loop()
        monkeypatch.setattr(pipeline, "export_case", lambda *_a, **_k: asyncio.run_coroutine_threadsafe(held.wait(), loop).result(20))
        async with desk() as d:
            await d.press("ctrl+e", "enter", "escape")
            assert "Stopped" in d.message
            held.set()


async def test_a_claim_without_a_flag_says_what_to_press(desk: OpenDesk) -> None:
    async with desk() as d:
        await d.press("exclamation_mark")
        assert "c asks for them" in d.message
        assert not d.file.saves


class TestForms:
    async def test_a_few_letters_are_a_speaker_and_whole_names_are_themselves(self, desk: OpenDesk) -> None:
        """What is offered first is what enter takes; a name that stands in the article is meant as it is typed."""
        async with desk() as d:
            claim = await d.go_to("The council said")
            await d.press("w")
            await d.type("okafor")
            await d.until(lambda: "▶ Ruth Okafor" in d.sees())
            await d.press("ctrl+u")
            await d.type("Okafor")
            await d.until(lambda: "▶ “Okafor”, as typed" in d.sees())
            await d.press("down", "enter")
            assert d.file.case.claim(claim.id).speaker.name == "Ruth Okafor"

    async def test_nobody_said_it(self, desk: OpenDesk) -> None:
        async with desk() as d:
            claim = await d.go_to("The council said")
            await d.press("w", "backspace")
            await d.until(lambda: "▶ nobody: the article's own words" in d.sees())
            await d.press("enter")
            assert d.file.case.claim(claim.id).speaker is None

    async def test_the_form_for_a_long_claim_shows_all_of_it_beside_the_article(self, desk: OpenDesk) -> None:
        """Every word of the correction and of the article is in sight at once."""
        async with desk(size=(120, 40)) as d:
            await d.press("c")
            await d.until(lambda: d.sees().count("£1.2m, up from £900,000.") >= 2)
            assert "▌ ✓The council" in d.sees() or "The council said on ○Monday that" in d.sees()
            await d.type("Other words")
            await d.press("enter")
            assert [review.correction for claim in d.file.case.claims for review in claim.reviews] == ["Other words"]
