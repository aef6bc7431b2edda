"""Search, lists, help and the palette leave what fits while one types."""

from __future__ import annotations

import pytest

from factcheck.workbench.filters import STANDARD
from factcheck.workbench.keys import APP, REVIEW, SCREENS
from factcheck.workbench.matching import _WORD, fitting
from factcheck.workbench.synonyms import SYNONYMS
from tests.builders import FERRY, ferry_case
from tests.workbench.conftest import OpenDesk


class TestSearching:
    async def test_goes_there_letter_by_letter(self, desk: OpenDesk) -> None:
        """The list shows the claims that have it; down goes on; enter stays, and escape shows all again."""
        async with desk() as d:
            await d.press("slash")
            await d.type("rot")
            await d.until(lambda: d.chosen.text.startswith("Engineer"))
            assert "“rot”: 1 place" in d.sees()
            assert d.session.view.shown == (d.chosen,)
            await d.press(*["backspace"] * 3)
            await d.type("ferry")
            await d.press("down")
            assert "of 3 places of “ferry”" in d.sees()
            await d.press("enter")
            assert d.app.screen is d.review
            assert all("ferry" in claim.text for claim in d.session.view.shown)
            await d.press("escape")
            assert len(d.session.view.shown) == 10

    async def test_leaving_goes_back_to_where_one_was(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("j", "s")
            await d.press("slash")
            await d.type("rot")
            await d.until(lambda: d.chosen.text.startswith("Engineer"))
            await d.press("escape")
            assert d.chosen.text == "Monday"
            assert d.session.view.needle == ""
            assert "Claims: all claims (10)" in d.sees()

    async def test_a_burst_is_all_read_before_enter(self, desk: OpenDesk) -> None:
        async with desk() as d:
            for key in ("slash", "r", "o", "t", "enter"):
                d.app.simulate_key(key)
            await d.until(lambda: d.session.view.needle == "rot" and d.app.screen is d.review)
            assert d.article.cursor == FERRY.index("rot in nine")

    async def test_what_is_nowhere_limits_nothing(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("slash")
            await d.paste("zeppelin")
            await d.press("enter")
            assert len(d.session.view.shown) == 10

    async def test_deciding_goes_on_among_them(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("slash")
            await d.paste("rot")
            await d.press("enter", "v", "v")
            assert "Nothing unreviewed among: all claims with “rot”. 9 left in the whole article." in d.message


class TestLists:
    async def test_letters_leave_what_they_fit(self, desk: OpenDesk) -> None:
        """The start of any word, upper or lower case; enter takes the first."""
        async with desk(ferry_case(reviewed=True)) as d:
            await d.press("l")
            await d.type("okaf")
            await d.press("enter")
            assert d.session.view.filter.id == "speaker:Ruth Okafor"

    async def test_a_digit_takes_the_line_with_that_number(self, desk: OpenDesk) -> None:
        async with desk(ferry_case(reviewed=True)) as d:
            await d.press("l", "2")
            assert d.session.view.filter.id == "unreviewed"
            await d.press("l")
            await d.type("kind")
            await d.press("2")
            assert d.session.view.filter.id.startswith("kind:")
            assert d.session.view.filter.id != "kind:quote"

    async def test_letters_that_move_are_letters_once_something_is_typed(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("l", "j", "j", "k")
            await d.press("enter")
            assert d.session.view.filter.id == "unreviewed"
            await d.press("l")
            await d.type("okj")
            assert "okj" in d.sees()
            assert "Nothing fits these letters." in d.sees()
            await d.press("enter", "7")
            assert d.app.screen is not d.review, "there is no line to take"
            await d.press("escape")
            assert d.session.view.filter.id == "unreviewed"

    async def test_letters_that_are_keys_elsewhere_are_typed(self, desk: OpenDesk) -> None:
        """Neither q, which leaves the review, nor T, which changes the theme, does so here."""
        async with desk() as d:
            theme = d.app.theme
            await d.press("l", "q", "T")
            assert "qT" in d.sees()
            assert d.app.theme == theme


class TestHelp:
    async def test_leaves_what_fits(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("question_mark")
            await d.type("comment")
            await d.until(lambda: "write a note" in d.sees())
            assert "redo" not in d.sees()
            await d.press("question_mark")
            assert d.app.screen is d.review

    async def test_in_a_form_by_f1(self, desk: OpenDesk) -> None:
        """The words typed so far are there afterwards."""
        async with desk() as d:
            await d.press("n")
            await d.type("half a note")
            await d.press("f1")
            assert "close without saving" in d.sees()
            await d.press("f1", "escape", "enter")
            assert d.file.case.claims[0].reviews[-1].note == "half a note"


def offered(typed: str) -> str:
    """The first line of the palette for some words."""
    return fitting(typed, ((key.id, (key.name, *SYNONYMS.get(key.id, ()), key.help)) for key in (*REVIEW, *APP)))[0]


class TestOtherWords:
    @pytest.mark.parametrize(
        ("typed", "key"),
        [("quit", "leave"), ("export", "export"), ("comment", "note"), ("delete", "remove"), ("search", "search"), ("find", "search"),
         ("copy", "copy"), ("report", "export"), ("undo", "undo"), ("jump", "go-to"), ("exit", "leave"), ("note", "note")],
    )  # fmt: skip
    def test_the_word_that_comes_to_mind_finds_it(self, typed: str, key: str) -> None:
        assert offered(typed) == key

    async def test_in_the_palette(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("ctrl+p")
            await d.paste("comment")
            await d.pilot.pause(0.3)
            await d.press("enter")
            await d.until(lambda: "Note" in d.sees() and type(d.app.screen).__name__ == "TextForm")

    def test_each_is_another_word_for_something_there_is(self) -> None:
        known = {key.id for table in (*SCREENS, APP) for key in table} | {choice.id for choice in STANDARD}
        assert SYNONYMS.keys() <= known


def test_the_pattern_for_words() -> None:
    assert _WORD.findall("said: 28 – so_called") == ["said", "28", "so", "called"]
    assert not _WORD.search("–")
