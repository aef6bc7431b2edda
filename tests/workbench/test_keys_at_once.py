"""Several claims, both halves, and numbers: what one key does to many, and where it goes."""

from __future__ import annotations

import pytest

from factcheck.model import Aspect, Reader, SignAction, SignOff, Standing
from tests.builders import AT, ferry_case
from tests.workbench.conftest import Desk, OpenDesk


def decided(d: Desk) -> list[str]:
    return [claim.text for claim in d.file.case.claims if claim.reviews]


class TestBothHalves:
    async def test_any_verdict_goes_to_both_after_one_key(self, desk: OpenDesk) -> None:
        """The bar says so before it is given, and the next claim is asked for one half again."""
        async with desk() as d:
            first = d.chosen
            await d.press("ampersand")
            assert "▶ was it said?" in d.sees()
            assert "▶ is it so?" in d.sees()
            await d.press("x")
            saved = d.file.case.claim(first.id)
            assert [(one.aspect, one.verdict) for one in saved.reviews] == [(Aspect.SAID, "false"), (Aspect.SO, "false")]
            assert "that it was said and that it is so" in d.message
            assert not d.session.view.together.both
            await d.press("z")
            assert d.file.case.claim(first.id).reviews == ()

    @pytest.mark.parametrize("then", ["ampersand", "k", "j"])
    async def test_it_is_forgotten_again(self, then: str, desk: OpenDesk) -> None:
        """By the same key, and by going elsewhere: no verdict goes to a half that is not in sight."""
        async with desk() as d:
            await d.press("ampersand", then, "v")
            assert all(len(claim.reviews) < 2 for claim in d.file.case.claims)

    async def test_what_the_article_says_itself_has_one(self, desk: OpenDesk) -> None:
        async with desk() as d:
            claim = await d.go_to("The Regional")
            await d.press("ampersand")
            assert "is checked twice" in d.message
            await d.press("semicolon")
            assert [one.aspect for one in d.file.case.claim(claim.id).reviews] == [None]

    async def test_a_signed_case_is_left_alone(self, desk: OpenDesk) -> None:
        case = ferry_case()
        signed = case.model_copy(update={"signoffs": (SignOff(action=SignAction.SIGNED, by="Eva", at=AT, seal=case.seal),)})
        async with desk(signed) as d:
            await d.press("semicolon")
            await d.press("minus", "j", "v")
            assert not d.file.saves
            assert not d.session.view.together.both


class TestARange:
    async def test_grows_and_shrinks_as_one_goes(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("minus", "j", "j", "k")
            assert " 2 claims " in d.sees()
            await d.press("d")
            assert decided(d) == [claim.text for claim in d.session.view.claims[:2]]
            assert len(d.file.saves) == 1
            await d.press("d")
            assert len(decided(d)) == 3, "what was selected is no more"

    async def test_begun_below(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("3", "j", "minus", "k", "u")
            assert decided(d) == [claim.text for claim in d.session.view.claims[2:4]]

    @pytest.mark.parametrize("keys", [("escape",), ("minus",)])
    async def test_can_be_let_go(self, keys: tuple[str, ...], desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("minus", "j", "j", *keys, "v")
            assert len(decided(d)) == 1

    async def test_with_their_parts(self, desk: OpenDesk) -> None:
        """Shift takes names, dates and figures of all of them along, and nothing twice."""
        async with desk() as d:
            await d.press("minus", "j", "V")
            assert [len(claim.reviews) for claim in d.session.view.claims[:4]] == [1, 1, 1, 1]

    async def test_the_last_verdict_again(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("minus", "j", "u", "full_stop")
            assert {claim.standing() for claim in d.session.view.claims if claim.reviews} == {Standing.UNVERIFIABLE}
            assert len(decided(d)) == 3


class TestAllListed:
    async def test_what_somebody_has_decided_is_left(self, desk: OpenDesk) -> None:
        async with desk(ferry_case(reviewed=True)) as d:
            before = {claim.id: claim.reviews for claim in d.session.view.claims}
            await d.press("asterisk", "v")
            after = {claim.id: claim.reviews for claim in d.session.view.claims}
            changed = [one for one in before if before[one] != after[one]]
            assert changed == [claim.id for claim in ferry_case(reviewed=True).claims if claim.standing().open]

    async def test_none_is_left_to_decide(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("asterisk", "v", "asterisk")
            assert "Every claim listed has its verdict" in d.message or "selected" in d.message

    async def test_only_what_the_search_shows(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("slash")
            await d.paste("nine")
            await d.press("enter", "asterisk", "v")
            assert len(decided(d)) == 1
            assert decided(d)[0].startswith("Engineer Ruth")


class TestNumbers:
    async def test_the_line_above_the_list_tells_where_one_is(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("4", "j")
            assert "number 5" in d.sees()
            await d.press("5", "g")
            assert "number 5" in d.sees()

    @pytest.mark.parametrize("between", ["n", "s", "tab", "question_mark", "l", "h"])
    async def test_a_number_counts_for_the_next_key_only(self, between: str, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("5", between)
            if d.app.screen is not d.review:
                await d.press("escape")
            elif between == "tab":
                await d.press("tab")
            await d.press("j")
            assert d.chosen.id == d.session.view.claims[1].id

    async def test_beyond_the_end_is_the_last_and_it_is_said(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("9", "9", "9", "9", "9", "9", "9", "9", "g")
            assert "The list ends at number 10." in d.message
            assert d.chosen.id == d.session.view.claims[-1].id

    async def test_a_colon_goes_there_as_it_is_typed(self, desk: OpenDesk) -> None:
        """By a number, or the start of an id; escape goes back."""
        async with desk() as d:
            await d.press("j", "colon", "7")
            await d.until(lambda: d.chosen.id == d.session.view.claims[6].id)
            await d.press("escape")
            assert d.chosen.id == d.session.view.claims[1].id
            wanted = d.session.view.claims[8].id
            await d.press("colon")
            await d.type(wanted)
            await d.press("enter")
            assert d.chosen.id == wanted
            await d.press("colon")
            await d.type("zz")
            await d.until(lambda: "No claim has the number or id “zz”" in d.sees())

    async def test_half_pages(self, desk: OpenDesk) -> None:
        async with desk(size=(80, 24)) as d:
            await d.press("ctrl+d")
            half = d.claims.half_page
            assert d.chosen.id == d.session.view.claims[half].id
            await d.press("ctrl+u")
            assert d.chosen.id == d.session.view.claims[0].id
            await d.press("tab", "ctrl+d")
            assert d.article.cursor > 0


async def test_a_blind_reader_selects_by_what_they_decided(desk: OpenDesk) -> None:
    async with desk(ferry_case(reviewed=True), reader=Reader(name="Ben", blind=True)) as d:
        await d.press("asterisk")
        assert "10 claims selected" in d.message
