"""The list of claims by paragraph, by speaker and by source, and what a person likes, kept for the next run."""

from __future__ import annotations

from pathlib import Path

from factcheck.model import Case, Evidence, Stance
from factcheck.workbench.app import Workbench
from factcheck.workbench.preferences import preferences
from factcheck.workbench.themes import THEMES
from tests.builders import ferry_case
from tests.workbench.conftest import Desk, OpenDesk, RememberingFile, workbench


def listed(d: Desk) -> list[str]:
    """The rows of the list of claims, headings among them."""
    return ["".join(text for text, _ in row[0]).strip() for row in map(d.claims.row, range(d.claims.virtual_size.height))]


def with_a_source(case: Case, nth: int, title: str) -> Case:
    claims = list(case.claims)
    item = Evidence(url="https://port.example/log", title=title, stance=Stance.SUPPORTS, added_by="Ben")
    claims[nth] = claims[nth].model_copy(update={"evidence": (item,)})
    return case.model_copy(update={"claims": tuple(claims)})


class TestTheListInGroups:
    async def test_by_speaker(self, desk: OpenDesk) -> None:
        """Each claim once, under who says it; a date or figure under the claim that it is part of."""
        async with desk(size=(120, 60)) as d:
            alone = listed(d)
            await d.press("comma", "comma")
            assert "by speaker" in d.message
            rows = listed(d)
            headings = [row for row in rows if row not in {*alone, *(f"▶{row}" for row in alone), *(row.lstrip("▶ ") for row in alone)}]
            speakers = dict.fromkeys(d.session.view.headings.values())
            assert len(rows) == len(d.session.view.claims) + len(speakers)
            assert [row for row in rows if row in speakers] == list(speakers)
            assert headings
            for claim in d.session.view.claims:
                if claim.part_of:
                    assert d.session.view.headings[claim.id] == d.session.view.headings[claim.part_of]

    async def test_by_paragraph(self, desk: OpenDesk) -> None:
        """The heading is the paragraph's number and its first words."""
        async with desk() as d:
            await d.press("comma")
            assert any(row.startswith("¶ ") and "The council" in row for row in listed(d))

    async def test_by_source_with_those_without_one_last(self, desk: OpenDesk) -> None:
        """What has a source stands first, under its title, whatever is in it."""
        case = with_a_source(ferry_case(), 5, "[b]Harbour log")
        async with desk(case) as d:
            await d.press("comma", "comma", "comma")
            rows = listed(d)
            assert rows[0] == "[b]Harbour log"
            assert "No source yet" in rows[1:]

    async def test_moving_follows_the_list(self, desk: OpenDesk) -> None:
        """`j` goes to the claim that stands below, whatever the order of the text; headings are passed."""
        case = with_a_source(ferry_case(), 5, "Harbour log")
        async with desk(case) as d:
            await d.press("comma", "comma", "comma", "g")
            assert d.chosen.id == case.claims[5].id
            order = list(d.session.view.headings)
            await d.press("j")
            assert d.chosen.id == order[1]

    async def test_a_click_takes_the_claim_and_not_a_heading(self, desk: OpenDesk) -> None:
        """A click on a heading changes nothing."""
        async with desk() as d:
            await d.press("comma")
            before = d.chosen.id
            await d.pilot.click(d.claims, offset=(5, 0))
            assert d.chosen.id == before
            await d.pilot.click(d.claims, offset=(5, 1))
            assert d.chosen.id == next(iter(d.session.view.headings))

    async def test_the_fourth_time_it_is_as_the_article_has_it(self, desk: OpenDesk) -> None:
        """Four presses come round."""
        async with desk() as d:
            rows = listed(d)
            await d.press("comma", "comma", "comma", "comma")
            assert listed(d) == rows


class TestWhatIsRemembered:
    async def test_the_theme(self, file: RememberingFile) -> None:
        """`T` counts for the next run, too."""
        async with workbench(file).run_test() as pilot:
            await pilot.press("T")
            chosen = pilot.app.theme
        assert chosen == THEMES[1].name
        async with workbench(file).run_test() as pilot:
            assert pilot.app.theme == chosen

    async def test_a_theme_that_is_no_more(self, file: RememberingFile, own_state: Path) -> None:
        """The usual one is taken."""
        (own_state / "workbench.json").write_text('{"theme": "gone", "welcomed": true}')
        app: Workbench = workbench(file)
        assert app.theme == THEMES[0].name

    async def test_the_width_of_the_article(self, desk: OpenDesk) -> None:
        """`]` widens it step by step, not beyond its bound, and the next run begins so."""
        async with desk(size=(120, 40)) as d:
            before = d.article.size.width
            await d.press("right_square_bracket")
            await d.pilot.pause()
            assert d.article.size.width > before
            await d.press(*["right_square_bracket"] * 20)
            await d.pilot.pause()
            assert "75 %" in d.message
            wide = d.article.size.width
        async with desk(size=(120, 40)) as d:
            await d.pilot.pause()
            assert d.article.size.width == wide
            await d.press("left_square_bracket")
            await d.pilot.pause()
            assert d.article.size.width < wide
        assert preferences().article == 70

    async def test_a_narrow_screen_says_why_not(self, desk: OpenDesk) -> None:
        """There the article has the whole width."""
        async with desk(size=(80, 24)) as d:
            await d.press("right_square_bracket")
            assert d.article.size.width >= 79
            assert "from 110 columns on" in d.message
