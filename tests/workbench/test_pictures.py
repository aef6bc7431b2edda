"""Pictures of the screens, compared with those that a person has looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck import pipeline
from factcheck.model import Assignment, Note, Reader, Thread
from factcheck.workbench.app import Workbench
from factcheck.workbench.widgets.choices import Choices
from tests.builders import AT, ferry_case
from tests.workbench.conftest import NOW, Desk, RememberingFile, workbench
from tests.workbench.test_home import Folder

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])
THEMES = pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
Compare = Callable[..., bool]


def picture(compare: Compare, size: tuple[int, int], *keys: str, theme: str = "dark") -> bool:
    app = workbench(RememberingFile(Path("ferry.toml")), ferry_case(reviewed=True))
    app.theme = f"factcheck-{theme}"
    app.animation_level = "none"
    return compare(app, press=keys, terminal_size=size)


class TestPictures:
    """The main screens on every size in every theme; every other screen is in `test_screens.py`, on every size."""

    @SIZES
    @THEMES
    def test_the_review(self, snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
        """A case partly reviewed, a flagged claim chosen, both places of the flag lit."""
        assert picture(snap_compare, size, "f", theme=theme)

    @SIZES
    def test_the_cursor_in_the_article(self, snap_compare: Compare, size: tuple[int, int]) -> None:
        """The article has the keys; the claim under the cursor is chosen, the other half is judged."""
        assert picture(snap_compare, size, "tab", "right", "s")

    @SIZES
    @pytest.mark.parametrize("pane", [0, 1, 2], ids=["list", "details", "article"])
    def test_one_pane(self, snap_compare: Compare, size: tuple[int, int], pane: int) -> None:
        """The pane alone, on a claim with evidence and a history."""
        assert picture(snap_compare, size, "backslash", *["tab"] * pane)

    @SIZES
    @THEMES
    def test_home(self, snap_compare: Compare, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """The cases in a folder: one that is due, one that is signed off, one of another year, one broken."""
        monkeypatch.setattr(pipeline, "summaries", desk_of_cases().summaries)
        app = Workbench(Reader(name="Ben"), folder=Path("claims"), clock=lambda: NOW)
        app.theme = f"factcheck-{theme}"
        app.animation_level = "none"

        async def listed(pilot: Pilot[None]) -> None:
            await Desk(pilot, RememberingFile(Path("x"))).until(lambda: app.screen.query_one(Choices).virtual_size.height > 1)
            await pilot.pause()

        assert snap_compare(app, terminal_size=size, run_before=listed)


def desk_of_cases() -> Folder:
    """A folder with what each column has something for."""
    there = Folder(Path("claims"))
    first, broken = there.cases
    assert first.progress is not None
    due = Assignment(to="Ann Lindqvist", due=NOW + timedelta(hours=3), by="Eva", at=AT)
    asked = first.progress.model_copy(update={"flags": 12, "questions": 2})
    busy = {"path": Path("claims/mill.toml"), "headline": "Old paper mill to become flats for two hundred families by 2027, says owner",
            "progress": asked, "holders": (due,), "threads": (Thread(entries=(Note(id="n", by="Ann", at=AT, text="@Ben?"),)),)}  # fmt: skip
    done = {"path": Path("claims/dyke.toml"), "headline": "Dyke holds", "signed_by": "Eva Maria Holm", "changed": AT - timedelta(days=400)}
    there.cases = [first, first.model_copy(update=busy), first.model_copy(update=done), broken]
    return there
