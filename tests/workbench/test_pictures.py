"""Pictures of the screens, compared with those that a person has looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck import pipeline
from factcheck.model import Reader
from factcheck.workbench.app import Workbench
from factcheck.workbench.widgets.choices import Choices
from tests.builders import ferry_case
from tests.workbench.conftest import Desk, RememberingFile, workbench
from tests.workbench.test_home import Folder

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["80x24", "140x45"])
THEMES = pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
Compare = Callable[..., bool]


def picture(compare: Compare, size: tuple[int, int], *keys: str, theme: str = "dark", reviewed: bool = True) -> bool:
    app = workbench(RememberingFile(Path("ferry.toml")), ferry_case(reviewed=reviewed))
    app.theme = f"factcheck-{theme}"
    app.animation_level = "none"
    return compare(app, press=keys, terminal_size=size)


class TestPictures:
    @SIZES
    @THEMES
    def test_the_review(self, snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
        """A case partly reviewed, the first claim chosen."""
        assert picture(snap_compare, size, theme=theme)

    @SIZES
    def test_a_flagged_claim(self, snap_compare: Compare, size: tuple[int, int]) -> None:
        """A flagged claim chosen, both places of the flag lit."""
        assert picture(snap_compare, size, "f")

    @SIZES
    def test_the_cursor_in_the_article(self, snap_compare: Compare, size: tuple[int, int]) -> None:
        """The article has the keys; the claim under the cursor is chosen, the other half is judged."""
        assert picture(snap_compare, size, "tab", "right", "s")

    @SIZES
    def test_the_list_of_flags(self, snap_compare: Compare, size: tuple[int, int]) -> None:
        """The flags, with both places."""
        assert picture(snap_compare, size, "F")

    @SIZES
    def test_the_filter_menu(self, snap_compare: Compare, size: tuple[int, int]) -> None:
        """What the list can be limited to."""
        assert picture(snap_compare, size, "l", "j")

    @SIZES
    def test_help(self, snap_compare: Compare, size: tuple[int, int]) -> None:
        """Every key."""
        assert picture(snap_compare, size, "question_mark")

    def test_the_evidence_form(self, snap_compare: Compare) -> None:
        """What a verdict leans on, with a stance chosen."""
        assert picture(snap_compare, (80, 24), "e", "tab", "q")

    @SIZES
    def test_home(self, snap_compare: Compare, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
        """The cases in a folder, one of them broken."""
        monkeypatch.setattr(pipeline, "summaries", Folder(Path("claims")).summaries)
        app = Workbench(Reader(name="Ben"), folder=Path("claims"))
        app.animation_level = "none"

        async def listed(pilot: Pilot[None]) -> None:
            await Desk(pilot, RememberingFile(Path("x"))).until(lambda: app.screen.query_one(Choices).virtual_size.height > 1)
            await pilot.pause()

        assert snap_compare(app, terminal_size=size, run_before=listed)
