"""Word by word: the article painted by what is checked, and words let pass with a reason."""

from __future__ import annotations

from factcheck.model.coverage import Tick, stretches
from tests.workbench.conftest import OpenDesk
from tests.workbench.test_shaping import mark


class TestTicks:
    async def test_are_painted_and_counted_and_go_again(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("v", "I")
            assert d.article.ticking
            assert " in a claim that is decided, " in d.message
            assert " in no claim" in d.message
            await d.press("I")
            assert not d.article.ticking
            assert d.message.strip() == ""

    async def test_follow_what_is_decided(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("I")
            before = d.article.row(d.article.cell_of(d.chosen.start)[1] + round(d.article.scroll_offset.y))
            await d.press("v", "k")
            assert d.article.row(d.article.cell_of(d.chosen.start)[1] + round(d.article.scroll_offset.y)) != before


class TestWordsLetPass:
    async def test_are_kept_with_the_reason_and_undo_takes_them_back(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await mark(d, "The RTA declined to comment.")
            await d.press("P")
            await d.type("asked twice")
            await d.press("enter")
            (waiver,) = d.file.case.waivers
            assert (waiver.text, waiver.by, waiver.reason) == ("The RTA declined to comment.", "Ben", "asked twice")
            assert d.file.case.article.text[waiver.start : waiver.end] == waiver.text
            await d.press("z")
            assert d.file.case.waivers == ()

    async def test_are_ticked_where_no_claim_holds_them(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await mark(d, "The RTA declined to comment.")
            await d.press("P")
            await d.type("no claim")
            await d.press("enter")
            text = d.file.case.article.text
            assert "The RTA declined to comment" in {text[s.start : s.end] for s in stretches(d.file.case) if s.tick is Tick.WAIVED}

    async def test_are_to_be_marked_first(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("P")
            assert "Mark the words first" in d.message
            assert d.file.saves == []
