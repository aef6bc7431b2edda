"""Help, the bar of keys and the palette, all made from the table of keys."""

from __future__ import annotations

import pytest

from factcheck.workbench.keys import APP, BEFORE, CHOICE, DIFFERENCES, FLAGS, LOST, REVIEW, SOURCES, Key
from tests.workbench.conftest import OpenDesk


class TestTheTable:
    def test_the_promised_keys(self) -> None:
        """The keys that people rely on are where they were promised."""
        promised = {"v": "decide('verified')", "V": "decide_along('verified')", "x": "decide('false')", "z": "undo", "Z": "redo",
                    "e": "evidence", "n": "note", "a": "ask", "space": "next_unreviewed", "f": "next_flag", "slash": "search",
                    "question_mark": "help", "ctrl+p": "app.command_palette", "q": "leave"}  # fmt: skip
        table = {key: entry.action for entry in (*REVIEW, *APP) for key in entry.keys}
        assert promised.items() <= table.items()


class TestHelp:
    async def test_every_key_and_sign(self, desk: OpenDesk) -> None:
        """`?` shows every key with what it does, and what the signs mean."""
        async with desk(size=(120, 114)) as d:
            await d.press("question_mark")
            screen = d.sees()
            for key in (*REVIEW, *APP):
                assert key.shown in screen or key.name == "count"
                assert key.help in screen
            assert "conflict: two readers differ" in screen
            await d.press("escape")
            assert d.app.is_running
            assert "0 of 10 decided" in d.sees()

    @pytest.mark.parametrize(
        ("key", "table"), [("F", FLAGS), ("C", DIFFERENCES), ("L", LOST), ("H", SOURCES), ("Y", BEFORE), ("l", CHOICE)]
    )
    async def test_lists_and_menus_have_it_too(self, key: str, table: tuple[Key, ...], desk: OpenDesk) -> None:
        """`?` shows the keys of the list that is open, and leads back to it."""
        async with desk(size=(120, 70)) as d:
            await d.press(key)
            there = d.app.screen
            await d.press("question_mark")
            assert all(entry.help in d.sees() for entry in table)
            await d.press("escape")
            assert d.app.screen is there

    async def test_the_bar_at_the_bottom(self, desk: OpenDesk) -> None:
        """As many keys as there is room for, help and leaving always among them; a click does what the key does."""
        async with desk(size=(80, 24)) as d:
            last = d.sees().splitlines()[-1]
            assert last.strip() == "v verified  d disputed  x false  u unverifiable  o opinion  ? help  q leave"
            await d.pilot.click("#keys", offset=(14, 0))
            await d.pilot.pause()
            assert "Disputed that it was said" in d.message


class TestPalette:
    async def test_by_name(self, desk: OpenDesk) -> None:
        """ctrl+p finds an action by what it does, and does it."""
        async with desk() as d:
            first = d.chosen
            await d.press("ctrl+p")
            await d.paste("unverifiable, then on")
            await d.pilot.pause(0.3)
            await d.press("enter")
            await d.until(lambda: bool(d.file.saves))
            assert d.file.case.claim(first.id).standing() == "unverifiable"


class TestThemes:
    async def test_dark_light_and_high_contrast(self, desk: OpenDesk) -> None:
        """`T` goes from dark to light, to high contrast, and round again."""
        async with desk() as d:
            dark = d.article.style_of(("is-verified",))
            await d.press("T")
            assert d.app.theme == "factcheck-light"
            assert d.article.style_of(("is-verified",)) != dark
            await d.press("T")
            assert d.app.theme == "factcheck-contrast"
            await d.press("T")
            assert d.app.theme == "factcheck-dark"
