"""The bar of keys has first what is useful where one is."""

from __future__ import annotations

import pytest

from factcheck.casefile import with_orphans
from factcheck.casefile.tables import claim_table
from factcheck.model import Review, Verdict
from factcheck.workbench import here
from factcheck.workbench.here import OCCASIONS, ONLY, Occasion
from factcheck.workbench.keys import APP, REVIEW
from tests.builders import AT, ferry_case
from tests.workbench.conftest import Desk, OpenDesk


def bar(desk: Desk) -> str:
    return desk.sees().splitlines()[-1].strip()


def test_the_tables_name_keys_that_there_are() -> None:
    ids = {key.id for key in (*REVIEW, *APP)}
    assert {key for occasion in OCCASIONS for key in occasion.keys} | set(ONLY) <= ids


async def test_an_occasion_that_is_added_is_in_the_bar(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "OCCASIONS", (Occasion("always", lambda _here: True, ("group",)), *OCCASIONS))
    async with desk(size=(80, 24)) as d:
        assert bar(d).startswith(", group")


class TestOccasions:
    async def test_a_claim_without_a_verdict(self, desk: OpenDesk) -> None:
        """Every verdict with its name, on a small screen."""
        async with desk(size=(80, 24)) as d:
            await d.go_to("The Regional Transport")
            assert bar(d) == "v verified  d disputed  x false  u unverifiable  o opinion  ? help  q leave"

    async def test_a_claim_with_one(self, desk: OpenDesk) -> None:
        """On to the next, and back."""
        async with desk(size=(80, 24)) as d:
            await d.press("underscore", "v")
            assert bar(d).startswith("space next open  z undo  ")

    async def test_verdicts_draw_together_where_something_else_is_more_useful(self, desk: OpenDesk) -> None:
        """Each letter is still there to be clicked."""
        async with desk(size=(80, 24)) as d:
            await d.press("l")
            await d.type("unrev")
            await d.press("enter")
            assert bar(d).startswith("esc clear  * select all  v d x u o decide  s said/so")
            at = d.sees().splitlines()[-1].index("d x u o")
            await d.pilot.click("#keys", offset=(at, 0))
            await d.pilot.pause()
            assert "Disputed" in d.message

    async def test_marked_words(self, desk: OpenDesk) -> None:
        async with desk(size=(80, 24)) as d:
            await d.press("tab", "b", "right")
            assert bar(d).startswith("N new claim  W words  y copy  P let pass  esc clear")
            await d.press("escape")
            assert bar(d).startswith("b mark")

    async def test_selected_claims(self, desk: OpenDesk) -> None:
        async with desk(size=(80, 24)) as d:
            await d.press("minus", "j")
            assert bar(d).startswith("esc clear  v d x u o decide")

    async def test_a_search(self, desk: OpenDesk) -> None:
        async with desk(size=(80, 24)) as d:
            await d.press("slash")
            await d.type("ferry")
            await d.press("enter")
            assert bar(d).startswith("> match  < match back  esc clear")

    async def test_a_flag_that_suggests_words(self, desk: OpenDesk) -> None:
        """Until the reviewer has asked for them."""
        async with desk(size=(80, 24)) as d:
            await d.press("f")
            assert bar(d).startswith("! accept") == (d.session.view.flag_here is not None)
            await d.press("exclamation_mark")
            assert d.session.view.flag_here is not None
            assert "accept" not in bar(d)

    async def test_a_list_with_nothing_in_it(self, desk: OpenDesk) -> None:
        """It can be left; there is no undo where nothing was done, in no list."""
        for key, keys in (
            ("quotation_mark", "esc back"),
            ("C", "esc back"),
            ("H", "esc back"),
            ("number_sign", "n write  t all  esc back"),
        ):
            async with desk(ferry_case(), size=(80, 24)) as d:
                await d.press(key)
                assert d.sees().splitlines()[-1].strip() == keys
        async with desk(size=(120, 40)) as d:
            await d.press("F")
            assert "undo" not in d.sees().splitlines()[-1]
            await d.press("d")
            await d.type("seen")
            await d.press("enter", "t")
            assert "undo" in d.sees().splitlines()[-1]

    async def test_readers_who_differ(self, desk: OpenDesk) -> None:
        case = ferry_case()
        claim = next(one for one in case.claims if one.text.startswith("The Regional"))
        judged = tuple(
            Review(by=by, at=AT, verdict=verdict, judged=claim.judged)
            for by, verdict in (("Ann", Verdict.VERIFIED), ("Eva", Verdict.FALSE))
        )
        case = case.with_claim(claim.model_copy(update={"reviews": judged}))
        async with desk(case, size=(80, 24)) as d:
            await d.go_to("The Regional")
            assert bar(d).startswith("C differences")

    async def test_lost_claims(self, desk: OpenDesk) -> None:
        case = ferry_case()
        lost = claim_table(case.claims[0].model_copy(update={"id": "lost", "text": "Gone."}))
        async with desk(with_orphans(case, [lost]), size=(80, 24)) as d:
            assert bar(d).startswith("L lost")

    async def test_saving_that_failed(self, desk: OpenDesk) -> None:
        async with desk(size=(80, 24)) as d:
            d.file.broken = "The disk is full."
            await d.press("v")
            assert bar(d).startswith("^s save")

    async def test_a_pane_alone(self, desk: OpenDesk) -> None:
        async with desk(size=(80, 24)) as d:
            await d.press("backslash")
            await d.pilot.pause()
            assert bar(d).startswith(r"\ zoom  tab side")


async def test_what_would_do_nothing_is_left_out(desk: OpenDesk) -> None:
    """No value to correct, no other half, nothing to undo."""
    async with desk(size=(200, 50)) as d:
        await d.go_to("The Regional Transport")
        assert not {"m means", "s said/so", "z undo"} & {part.strip() for part in bar(d).split("  ")}
        await d.go_to("£1.2m")
        assert "m means" in bar(d)
        await d.go_to("The council")
        assert "s said/so" in bar(d)
        await d.press("v")
        assert "z undo" in bar(d)
