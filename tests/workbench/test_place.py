"""Reopening where it was left."""

from __future__ import annotations

import shutil
from pathlib import Path

from factcheck.model import Aspect
from factcheck.workbench.place import Place, recall, remember
from tests.workbench.conftest import OpenDesk


class TestReopening:
    async def test_at_the_same_claim(self, desk: OpenDesk, own_state: Path) -> None:
        """The claim, the half judged and the filter are as they were left."""
        async with desk() as d:
            await d.press("l", "j", "enter")
            await d.go_to("She added")
            await d.press("s", "q")
            await d.until(lambda: not d.app.is_running)
        assert (own_state / "places.json").exists()
        async with desk() as d:
            assert d.chosen.text.startswith("She added")
            assert d.session.view.aspect is Aspect.SO
            assert d.session.view.filter.id == "unreviewed"
            assert "She]" not in d.sees()

    async def test_after_a_kill(self, desk: OpenDesk) -> None:
        """The place is kept with every decision, so a killed terminal comes back to the last one."""
        async with desk() as d:
            await d.press("v", "v")
            left = d.chosen.id
            d.app.exit()
        async with desk() as d:
            assert d.chosen.id == left

    async def test_a_notice_is_shown_first(self, desk: OpenDesk) -> None:
        """What the person should know of the file is there when it opens."""
        async with desk(notice="story.txt has changed since.") as d:
            assert "story.txt has changed since." in d.sees()


class TestThePlaceFile:
    def test_broken_or_foreign(self, own_state: Path, tmp_path: Path) -> None:
        """Whatever the file holds, the case opens at its beginning."""
        own_state.mkdir(exist_ok=True)
        case = tmp_path / "a.toml"
        for content in (b"", b"{", b"[]", b'{"%s": 3}' % str(case).encode(), b"\xff\xfe", b'{"%s": {"aspect": "x"}}' % str(case).encode()):
            (own_state / "places.json").write_bytes(content)
            assert recall(case) == Place()
        remember(case, Place("abc", Aspect.SO, "all"))
        assert recall(case) == Place("abc", Aspect.SO, "all")

    def test_a_folder_that_cannot_be_written(self, own_state: Path, tmp_path: Path) -> None:
        """Nothing is said and nothing fails."""
        shutil.rmtree(own_state)
        own_state.write_text("a file where the folder should be")
        remember(tmp_path / "a.toml", Place("abc"))
        assert recall(tmp_path / "a.toml") == Place()

    def test_old_places_go(self, own_state: Path, tmp_path: Path) -> None:
        """The file does not grow without end; the newest places stay."""
        for i in range(310):
            remember(tmp_path / f"{i}.toml", Place(str(i)))
        assert recall(tmp_path / "3.toml") == Place()
        assert recall(tmp_path / "309.toml") == Place("309")
        assert own_state.stat().st_size < 100_000
