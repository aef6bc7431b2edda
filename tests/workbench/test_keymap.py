"""Keys that a person has changed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck.model import FactcheckError, Reader
from factcheck.settings import KeyChanges
from factcheck.workbench.app import Workbench
from factcheck.workbench.keymap import as_settings, keymap
from factcheck.workbench.keys import APP, SCREENS
from tests.builders import ferry_case
from tests.workbench.conftest import NOW, Desk, Opened, RememberingFile

WHERE = Path("factcheck.toml")


def changes(**keys: tuple[str, ...]) -> KeyChanges:
    return KeyChanges(WHERE, {name.replace("_", "."): value for name, value in keys.items()})


class TestWhatIsChanged:
    async def test_the_new_keys_work_and_the_old_ones_do_not(self, file: RememberingFile) -> None:
        """Verified and disputed changed places, a note by a sign; bar, help and hints follow."""
        table = keymap(changes(verdict_verified=("d",), verdict_disputed=("v",), note=("%", "f5"), evidence=("é",)))
        app = Workbench(Reader(name="Ben"), opened=Opened(file, ferry_case()), keymap=table, clock=lambda: NOW)
        async with app.run_test(size=(120, 80)) as pilot:
            await pilot.pause()
            d = Desk(pilot, file)
            first, second = d.session.view.claims[:2]
            assert "d verified  v disputed" in d.sees()
            await d.press("d")
            assert d.file.case.claim(first.id).standing() == "verified"
            await d.press("v")
            assert d.file.case.claim(second.id).standing() == "disputed"
            await d.press("h")
            assert "é adds evidence" in d.message
            await d.press("n")
            assert app.screen is d.review
            await d.press("percent_sign")
            await d.type("by phone")
            await d.press("enter")
            assert any(review.note == "by phone" for claim in d.file.case.claims for review in claim.reviews)
            await d.press("question_mark")
            assert "% f5" in d.sees()

    async def test_the_bar_presses_the_new_key(self, file: RememberingFile) -> None:
        app = Workbench(
            Reader(name="Ben"), opened=Opened(file, ferry_case()), keymap=keymap(changes(verdict_verified=("%",))), clock=lambda: NOW
        )
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            d = Desk(pilot, file)
            await pilot.click("#keys", offset=(2, 0))
            await pilot.pause()
            assert "Verified" in d.message


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            (changes(verdict_sure=("v",)), "nothing is called keys.verdict.sure"),
            (changes(note=("ctrl+alt+nonsense",)), "keys.note names no key with ctrl+alt+nonsense"),
            (changes(note=("\x1b[2J",)), "names no key"),
            (changes(note=("v",)), "v would stand for verdict.verified and note"),
            (changes(note=("ctrl+q",)), "ctrl+q would stand for note and quit"),
            (changes(form_save=("s",)), "keys.form.save cannot be s, which people type as text"),
        ],
    )  # fmt: skip
    def test_in_one_sentence(self, wrong: KeyChanges, said: str) -> None:
        """What nothing is called, what is no key, and one key for two things of a screen."""
        with pytest.raises(FactcheckError) as told:
            keymap(wrong)
        assert said in str(told.value)
        assert str(told.value).startswith("factcheck.toml: ")
        assert "\x1b" not in str(told.value)


class TestTheTableAsSettings:
    def test_comes_back_as_it_is(self) -> None:
        """What is printed is TOML, names every key there is, and changes nothing when it is used."""
        table = tomllib.loads(as_settings({}))["keys"]
        given = KeyChanges(WHERE, {name: (keys,) if isinstance(keys, str) else tuple(keys) for name, keys in table.items()})
        assert keymap(given) == {key.id: key.keys for screen in (*SCREENS, APP) for key in screen}
