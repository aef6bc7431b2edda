"""Every screen there is: it shows any text as text, has room on any terminal, does what its keys say, and is left by a key in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from factcheck.workbench.app import Workbench
from factcheck.workbench.keys import APP, SCREENS
from tests.additions import Copy
from tests.workbench.conftest import Desk, RememberingFile
from tests.workbench.screens import WAYS, app_on, every_screen, go_to, opened
from tests.workbench.test_hostile import MARKUP, ODD

EVERY = pytest.mark.parametrize("screen", every_screen(), ids=lambda screen: screen.__name__)
OBEYED = set("\x1b\x00\x07\u202e\u202c\u200b\r\u2028\u200d\t")


def test_every_screen_is_tested_here() -> None:
    """One that is added must be got to by some keys."""
    assert set(WAYS) == set(every_screen())


@EVERY
@pytest.mark.parametrize(("words", "seen"), [(MARKUP + "[" * 50 + "]" * 50, "[b]"), (ODD + "\ufffd\ue000\U000e0041 \u3164", "漢字")])
async def test_hostile_words_are_words(screen: type[Screen[Any]], words: str, seen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the case holds is shown letter by letter, and nothing of it is obeyed, by the screen or by the terminal."""
    async with opened(screen, words, (100, 30), monkeypatch) as d:
        assert type(d.app.screen) is screen
        assert not set(d.sees()) & OBEYED
        assert seen in d.sees() or not WAYS[screen].shows
        assert d.app.is_running


@EVERY
@pytest.mark.parametrize("size", [(80, 24), (160, 50), (44, 14)], ids=["80x24", "160x50", "44x14"])
async def test_the_way_out_is_in_sight_and_leads_out(
    screen: type[Screen[Any]], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal of any size, the last key of the bar is shown, and it closes the screen."""
    async with opened(screen, "The quay is shut until further notice", size, monkeypatch) as d:
        out = [key for key in screen.TABLE if key.bar][-1]  # type: ignore[attr-defined] # each has a table
        assert f"{out.sign} {out.name}" in d.sees()
        assert all(len(line) <= size[0] for line in d.sees().splitlines())
        await d.press(out.keys[0])
        await d.until(lambda: not d.app.is_running or type(d.app.screen) is not screen)


class TestKeys:
    @pytest.mark.parametrize("screen", [*every_screen(), Workbench], ids=lambda screen: screen.__name__)
    def test_every_key_does_something(self, screen: type[Any]) -> None:
        """Each action in the table is there, and no key stands for two."""
        table = APP if screen is Workbench else screen.TABLE
        counts = Counter(key for entry in {*table, *APP} for key in entry.keys)
        assert [key for key, n in counts.items() if n > 1] == []
        for entry in table:
            name = entry.action.split("(")[0]
            target = Workbench if name.startswith("app.") else screen
            assert hasattr(target, f"action_{name.removeprefix('app.')}"), entry

    def test_keys_of_every_screen_can_be_changed(self) -> None:
        """The tables that factcheck.toml may change are those of the screens, all of them."""
        assert {screen.TABLE for screen in every_screen()} == set(SCREENS)  # type: ignore[attr-defined] # each has a table

    def test_names_for_those_who_change_keys(self) -> None:
        """Every entry has a name of its own."""
        ids = [key.id for table in (*SCREENS, APP) for key in table]
        assert len(ids) == len(set(ids))


class TestPictures:
    @EVERY
    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])
    def test_of_every_screen(
        self, screen: type[Screen[Any]], size: tuple[int, int], snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On a small terminal, a usual and a large one, with something to show that takes more than a row."""
        from tests.workbench.screens import HomeScreen

        words = "The quay is shut until the ice has gone, says the harbour office"
        app, held = app_on(words, monkeypatch, home=screen is HomeScreen)

        async def there(pilot: Pilot[None]) -> None:
            await go_to(Desk(pilot, RememberingFile(Path("ferry.toml"))), screen)
            for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
                field.cursor_blink = False
            await pilot.pause()

        assert snap_compare(app, terminal_size=size, run_before=there)
        held.set()


ADDED = '''
"""A screen more."""

from textual.screen import Screen

from factcheck.workbench.keys import HELP, bindings


class WeatherScreen(Screen[None]):
    TABLE = HELP
    BINDINGS = bindings(TABLE)
'''


def test_a_screen_that_nobody_tests_is_found(tmp_path: Path) -> None:
    """It is enough that it is in the package."""
    copy = Copy(tmp_path)
    copy.put("workbench/screens/weather.py", "", ADDED.lstrip())
    found = copy.told(
        "from tests.workbench.screens import WAYS, every_screen\n"
        "found = sorted(screen.__name__ for screen in set(every_screen()) - set(WAYS))"
    )
    assert found == ["WeatherScreen"]
