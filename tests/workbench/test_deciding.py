"""Giving verdicts."""

from __future__ import annotations

from factcheck.model import Aspect, Standing, Verdict
from tests.builders import ferry_case
from tests.workbench.conftest import NOW, OpenDesk


class TestOneKeyAVerdict:
    async def test_each_key_decides(self, desk: OpenDesk) -> None:
        """One key, and the claim has its verdict, under the reviewer's name and on disk."""
        async with desk() as d:
            for key, verdict in {"v": "verified", "d": "disputed", "x": "false", "u": "unverifiable", "o": "opinion"}.items():
                claim = d.chosen
                await d.press(key)
                review = d.file.case.claim(claim.id).reviews[-1]
                assert (review.verdict, review.by, review.at, review.judged) == (Verdict(verdict), "Ben", NOW, claim.judged)
                assert d.message.strip().lower().startswith(verdict)

    async def test_on_to_the_next_unreviewed(self, desk: OpenDesk) -> None:
        """After a verdict the next claim that has none is chosen; one that has is passed over."""
        async with desk(ferry_case(reviewed=True)) as d:
            await d.go_to("She added")
            await d.press("v")
            assert d.chosen.text == "May 2024"
            await d.press("v")
            assert d.chosen.text.startswith("The ferry carried"), "the assertion between them is decided already"

    async def test_progress_is_in_sight(self, desk: OpenDesk) -> None:
        """The top line counts what is decided."""
        async with desk() as d:
            assert "0 of 10 decided" in d.sees()
            await d.press("v")
            assert "1 of 10 decided" in d.sees()
            assert "so: 0 of 4" in d.sees()

    async def test_the_end_is_said(self, desk: OpenDesk) -> None:
        """When every claim has its first verdict, what was said is asked for whether it is so; then all is done."""
        async with desk() as d:
            await d.press(*"vvvvvvvvvv")
            assert d.session.view.aspect is Aspect.SO
            assert "now whether what was said is so" in d.message
            await d.press(*"vvvv")
            assert "Every claim is decided." in d.message


class TestWhereAVerdictLeads:
    async def test_it_is_told_which_claim_is_current_now(self, desk: OpenDesk) -> None:
        """The next one, and at the end of the article that it began again at the top."""
        async with desk() as d:
            await d.press("v")
            assert "Now “Monday" in d.message
            assert "From the top" not in d.message
            await d.press("G", "v")
            assert "From the top again. Now “Monday" in d.message
            await d.press("G", "space")
            assert "From the top again." in d.message

    async def test_one_key_decides_and_stays(self, desk: OpenDesk) -> None:
        """`_` once, and each verdict stays on its claim, until `_` lets it go on again."""
        async with desk() as d:
            first = d.chosen
            await d.press("underscore")
            assert "A verdict stays on its claim now" in d.message
            await d.press("v", "x", "d")
            assert d.chosen.id == first.id
            assert "You stay on it." in d.message
            assert len(d.file.case.claim(first.id).reviews) == 3
            await d.press("underscore", "d")
            assert d.chosen.text == "Monday"

    async def test_flags_and_claims_in_conflict_begin_again_at_the_top(self, desk: OpenDesk) -> None:
        """It is said when a key for the next one goes round."""
        case = ferry_case()
        flag = case.flags[0]
        again = flag.model_copy(update={"fingerprint": "again", "message": "Another one"})
        async with desk(case.model_copy(update={"flags": (flag, again)})) as d:
            await d.press("f", "f")
            assert "From the top" not in d.message
            await d.press("f")
            assert d.message.strip().startswith("From the top again. ⚑")


class TestSaidAndSo:
    async def test_starts_with_said(self, desk: OpenDesk) -> None:
        """A claim with a speaker is first judged on whether it was said, and the screen says so."""
        async with desk() as d:
            assert "▶ was it said?" in d.sees()
            first = d.chosen
            await d.press("v")
            assert d.file.case.claim(first.id).reviews[-1].aspect is Aspect.SAID

    async def test_the_other_half(self, desk: OpenDesk) -> None:
        """`s` switches to whether it is so; the verdict goes there and leaves `said` as it was."""
        async with desk() as d:
            first = d.chosen
            await d.press("s")
            assert "▶ is it so?" in d.sees()
            await d.press("x")
            claim = d.file.case.claim(first.id)
            assert claim.standing(Aspect.SO) is Standing.FALSE
            assert claim.standing(Aspect.SAID) is Standing.UNREVIEWED

    async def test_going_back_never_lands_on_so(self, desk: OpenDesk) -> None:
        """A reviewer who steps back to change a verdict changes the one on `said`."""
        async with desk() as d:
            first = d.chosen
            await d.press("v", "k")
            assert d.chosen.id == first.id
            assert d.session.view.aspect is Aspect.SAID

    async def test_the_articles_own_assertions_have_one_question(self, desk: OpenDesk) -> None:
        """Nobody said it but the article: there is nothing to switch to."""
        async with desk() as d:
            await d.go_to("The Regional")
            await d.press("s")
            assert "Only what somebody said is checked twice" in d.message
            await d.press("v")
            assert d.file.case.claim(d.claim("The Regional").id).reviews[-1].aspect is None


class TestDatesAndFiguresAlong:
    async def test_shift_decides_the_parts_too(self, desk: OpenDesk) -> None:
        """`V` verifies the claim with its date and figures, in one step."""
        async with desk() as d:
            first = d.chosen
            await d.press("V")
            case = d.file.case
            assert {part.standing() for part in case.parts_of(first)} == {Standing.VERIFIED}
            assert len(case.parts_of(first)) == 3
            assert d.chosen.text.startswith("Engineer")
            await d.press("z")
            assert {claim.standing() for claim in d.file.case.claims} == {Standing.UNREVIEWED}


class TestUndo:
    async def test_back_to_where_it_was_done(self, desk: OpenDesk) -> None:
        """`z` takes the verdict back, says which, and goes back to its claim."""
        async with desk() as d:
            first = d.chosen
            await d.press("v", "j", "j", "z")
            assert d.chosen.id == first.id
            assert d.message.strip().startswith("Undone – verified that it was said: “The council")
            assert d.file.case.claim(first.id).reviews == ()

    async def test_without_limit_and_again(self, desk: OpenDesk) -> None:
        """Every decision can be taken back, across claims, and done again."""
        async with desk() as d:
            await d.press(*"vdxuov")
            decided = d.file.case
            await d.press(*"zzzzzz")
            assert all(claim.reviews == () for claim in d.file.case.claims)
            await d.press("z")
            assert "Nothing to undo." in d.message
            await d.press(*"ZZZZZZ")
            assert d.file.case.claims == decided.claims
            await d.press("Z")
            assert "Nothing to redo." in d.message

    async def test_the_half_that_was_judged(self, desk: OpenDesk) -> None:
        """Undoing a verdict on `so` comes back to `so`."""
        async with desk() as d:
            await d.press("s", "v", "z")
            assert d.session.view.aspect is Aspect.SO
