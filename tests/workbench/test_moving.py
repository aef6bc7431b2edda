"""Moving in the claims and in the article."""

from __future__ import annotations

from factcheck.model import Case, Flag, Severity
from tests.builders import FERRY, ferry_case, words
from tests.workbench.conftest import OpenDesk


class TestBothSidesMoveTogether:
    async def test_in_the_list(self, desk: OpenDesk) -> None:
        """`j` and `k` and the arrows choose the next and the previous claim; the details follow."""
        async with desk() as d:
            await d.press("j", "down", "j", "j")
            assert d.chosen.text.startswith("Engineer Ruth")
            assert "[the engineers]" in d.sees()
            assert d.article.cursor == d.chosen.start
            await d.press("k", "up")
            assert d.chosen.text == "£1.2m"
            await d.press("G", "j")
            assert d.chosen.text == "3,400 people"
            await d.press("g", "k")
            assert d.chosen.text.startswith("The council")

    async def test_in_the_article(self, desk: OpenDesk) -> None:
        """After `tab` the keys move in the text, and the claim under the cursor is chosen."""
        async with desk() as d:
            await d.press("tab", "right", "right", "right", "right")
            assert d.chosen.text == "Monday"
            assert d.article.has_focus
            await d.press("right")
            assert d.chosen.text.startswith("The council")
            await d.press("G")
            assert d.article.cursor == len(FERRY) - 1
            await d.press("g", "down", "down", "tab")
            assert d.article.cursor == FERRY.index("The council")
            assert d.claims.has_focus

    async def test_the_claim_around(self, desk: OpenDesk) -> None:
        """`enter` goes from a date to the claim that it is part of."""
        async with desk() as d:
            await d.go_to("Monday")
            await d.press("enter")
            assert d.chosen.text.startswith("The council")

    async def test_with_the_mouse(self, desk: OpenDesk) -> None:
        """A click in the article chooses the innermost claim there, a second one the claim around it; a click in the list its row."""
        async with desk() as d:
            at = d.article.cell_of(FERRY.index("May 2024") + 2)
            await d.pilot.click("#article", offset=at)
            assert d.chosen.text == "May 2024"
            await d.pilot.click("#article", offset=at)
            assert d.chosen.text.startswith("She added")
            await d.pilot.click("#claims", offset=(8, 1))
            assert d.chosen.text == "Monday"

    async def test_space_goes_to_the_next_open_one(self, desk: OpenDesk) -> None:
        """`space` passes over what is decided and starts again at the top."""
        async with desk(ferry_case(reviewed=True)) as d:
            await d.press("space")
            assert d.chosen.text == "Monday"
            await d.press("G", "space")
            assert d.chosen.text == "Monday"


class TestTheChosenClaimStaysInSight:
    async def test_at_every_size(self, desk: OpenDesk) -> None:
        """However the window is resized, the chosen claim is in the list and in the article."""
        async with desk() as d:
            await d.go_to("The ferry carried")
            for size in ((80, 24), (40, 12), (200, 50), (80, 24)):
                await d.pilot.resize_terminal(*size)
                await d.pilot.pause()
                assert d.chosen.text.startswith("The ferry carried")
                assert "▶" in d.sees()
                _x, y = d.article.cell_of(d.chosen.start)
                assert 0 <= y < d.article.size.height

    async def test_a_filter_keeps_the_place(self, desk: OpenDesk) -> None:
        """A claim that the filter does not take stays in the list while it is the chosen one."""
        async with desk(ferry_case(reviewed=True)) as d:
            first = d.chosen
            await d.press("l", "j", "enter")
            assert d.session.view.filter.id == "unreviewed"
            assert first in d.session.view.shown


class TestWhatIsMarked:
    async def test_signs_without_colour(self, desk: OpenDesk) -> None:
        """Every claim has the sign of its standing before it, in the article and in the list."""
        async with desk(ferry_case(reviewed=True)) as d:
            screen = d.sees()
            assert "✓The council said on ○Monday that" in screen
            assert "≠The Regional" in screen

    async def test_no_colour_at_all(self, desk: OpenDesk, monkeypatch) -> None:  # type: ignore[no-untyped-def]
        """With NO_COLOR the same is told by signs, bars and reversed words."""
        monkeypatch.setenv("NO_COLOR", "1")
        async with desk(ferry_case(reviewed=True)) as d:
            assert "▶✓○" in d.sees()
            assert "│ ✓The council" in d.sees()

    async def test_flag_partners_are_lit(self, desk: OpenDesk) -> None:
        """With a flagged claim chosen, both places of the flag are lit."""
        async with desk() as d:
            await d.go_to("The ferry carried")
            lit = [d.article._layout.text[s.start : s.end] for s, name in d.article._lit if name == "partner"]
            assert lit == ["RTA", "RAT"]
            assert "The ⚑RTA" in d.sees()

    async def test_no_claims(self, desk: OpenDesk) -> None:
        """An article without a claim can be opened, and every key says so instead of failing."""
        case = ferry_case()
        async with desk(Case(article=case.article)) as d:
            await d.press("v", "V", "j", "space", "f", "s", "e", "n", "z", "enter", "tab", "j", "right", "c", "a")
            assert "No claims." in d.sees()
            assert d.file.saves == []

    async def test_a_flag_outside_every_claim(self, desk: OpenDesk) -> None:
        """A flag on the headline is shown and gone to, though no claim is there."""
        flag = Flag(check="name", severity=Severity.LOOK, message="Harbour?", spans=(words(FERRY, "Harbour"),), fingerprint="h")
        async with desk(ferry_case().model_copy(update={"flags": (flag,)})) as d:
            await d.press("j", "f")
            assert d.article.cursor == 0
            assert d.chosen.text == "Monday"
