"""One pane alone on the screen, and all of them again."""

from __future__ import annotations

import pytest

from factcheck.workbench.widgets.claims import ClaimList
from factcheck.workbench.widgets.details import Details
from tests.workbench.conftest import Desk, OpenDesk

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])


def shown(desk: Desk) -> set[str]:
    return {name for name in ("article", "claims", "details") if desk.review.query_one(f"#{name}").region.height}


@SIZES
async def test_each_pane_and_back(size: tuple[int, int], desk: OpenDesk) -> None:
    r"""`\` leaves the pane that has the keys; `tab` goes on to the others, `\` shows all again. What the verdict goes to stays in sight."""
    async with desk(size=size) as d:
        await d.press("backslash")
        await d.pilot.pause()
        for name in ("claims", "details", "article", "claims"):
            assert shown(d) == {name}
            assert d.review.query_one(f"#{name}").region.height >= size[1] - 6
            assert "was it said?" in d.sees()
            assert r"\ shows all" in d.sees()
            await d.press("tab")
            await d.pilot.pause()
        await d.press("backslash")
        await d.pilot.pause()
        assert shown(d) == {"article", "claims", "details"}


async def test_from_the_article(desk: OpenDesk) -> None:
    """It is the article that is left when it has the keys, and it keeps them when all panes are back."""
    async with desk(size=(80, 24)) as d:
        await d.press("tab", "backslash", "down")
        await d.pilot.pause()
        assert shown(d) == {"article"}
        await d.press("backslash")
        await d.pilot.pause()
        assert d.app.focused is d.article


@SIZES
async def test_keys_go_on_working(size: tuple[int, int], desk: OpenDesk) -> None:
    """In the details alone one goes from claim to claim and decides; the next burst of keys finds the list again."""
    async with desk(size=size) as d:
        await d.press("backslash", "tab", "j", "j")
        await d.pilot.pause()
        assert "".join(d.chosen.text.split()) in "".join(d.sees().split())
        await d.press("v", "backslash", "j")
        assert len(d.file.saves) == 1
        assert isinstance(d.app.focused, ClaimList)


async def test_no_long_rows_and_in_the_middle(desk: OpenDesk) -> None:
    """On a very wide screen what is alone stands in its middle, in rows that can be read."""
    async with desk(size=(200, 50)) as d:
        await d.press("backslash", "tab")
        await d.pilot.pause()
        region = d.review.query_one(Details).region
        assert abs(region.x + region.right - 200) < 12
        await d.press("tab")
        await d.pilot.pause()
        assert abs(d.article.region.x + d.article.region.right - 200) < 4


async def test_marking_words_shows_the_article(desk: OpenDesk) -> None:
    """`b` marks in the article, wherever the keys were."""
    async with desk(size=(80, 24)) as d:
        await d.press("backslash", "b")
        await d.pilot.pause()
        assert shown(d) == {"article"}
        await d.press("right", "N")
        assert d.file.saves


async def test_the_width_waits(desk: OpenDesk) -> None:
    async with desk(size=(120, 40)) as d:
        await d.press("backslash", "right_square_bracket")
        assert "Only the list is shown" in d.message


@pytest.mark.parametrize("narrower", [(80, 24), (200, 50)])
async def test_it_stays_when_the_terminal_is_resized(narrower: tuple[int, int], desk: OpenDesk) -> None:
    async with desk(size=(120, 40)) as d:
        await d.press("tab", "backslash")
        await d.pilot.resize_terminal(*narrower)
        await d.pilot.pause()
        assert shown(d) == {"article"}
        await d.press("backslash")
        await d.pilot.pause()
        assert shown(d) == {"article", "claims", "details"}
