"""What readers differ on, and what a merge kept twice, side by side."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factcheck.casefile import merge
from factcheck.model import Aspect, Case, Evidence, FactcheckError, Reader, Review, ReviewRole, Standing, Verdict
from factcheck.workbench.differences import differences
from factcheck.workbench.session import Session
from tests.builders import AT, ferry_case
from tests.workbench.conftest import BEN, NOW, OpenDesk

HALF, ROT, COST = "The Regional Transport", "Engineer Ruth", "The council said"
EVA = Reader(name="Eva", role=ReviewRole.EDITOR)


def index(case: Case, words: str) -> int:
    return next(i for i, claim in enumerate(case.claims) if claim.text.startswith(words))


def changed(case: Case, words: str, **fields: object) -> Case:
    claim = case.claims[index(case, words)]
    return case.with_claim(claim.model_copy(update=fields))


def judged(case: Case, words: str, *said: tuple[str, Verdict], aspect: Aspect | None = None) -> Case:
    for minutes, (by, verdict) in enumerate(said):
        claim = case.claims[index(case, words)]
        at = AT + timedelta(minutes=minutes)
        review = Review(by=by, at=at, verdict=verdict, aspect=aspect, judged=claim.judged)
        case = changed(case, words, reviews=(*claim.reviews, review))
    return case


def quarrel() -> Case:
    """Ada and Bo differ on a quotation; Bo says why."""
    case = judged(ferry_case(), ROT, ("Ada", Verdict.VERIFIED), ("Bo", Verdict.FALSE), aspect=Aspect.SAID)
    claim = case.claims[index(case, ROT)]
    note = Review(by="Bo", at=AT + timedelta(minutes=9), note="It is not on the tape")
    return changed(case, ROT, reviews=(*claim.reviews, note), evidence=(Evidence(source="The tape", stance="refutes", added_by="Bo"),))


def two_wordings() -> Case:
    base = ferry_case()
    merged = merge(base, changed(base, HALF, gist="The RTA paid half."), changed(base, HALF, gist="Half was paid by the RTA."))
    assert merged.conflicts
    return merged.case


def test_both_readers_with_what_they_wrote() -> None:
    (one,) = differences(Session(quarrel(), BEN, lambda: NOW).view)
    assert [(side.whose, side.verdict) for side in one.sides] == [("Ada", Verdict.VERIFIED), ("Bo", Verdict.FALSE)]
    assert one.sides[1].lines == ("false, 2024-03-05", "note: It is not on the tape", "refutes: The tape")


def test_a_blind_reader_sees_no_difference() -> None:
    assert differences(Session(quarrel(), Reader(name="Ben", blind=True), lambda: NOW).view) == []


def test_an_editor_sides_with_one_and_it_is_settled() -> None:
    session = Session(quarrel(), EVA, lambda: NOW)
    (one,) = differences(session.view)
    assert session.take(one, 1).saves
    assert session.view.standing(session.view.case.claims[index(session.view.case, ROT)]) is Standing.FALSE
    assert differences(session.view) == []
    session.undo()
    assert len(differences(session.view)) == 1
    assert not session.take(one, 3).saves


def test_one_of_two_values_is_let_go() -> None:
    for nth in (0, 1):
        session = Session(two_wordings(), BEN, lambda: NOW)
        (one,) = differences(session.view)
        wanted = one.sides[nth].lines[0]
        session.take(one, nth)
        claim = session.view.case.claims[index(session.view.case, HALF)]
        assert (claim.gist, claim.model_extra, differences(session.view)) == (wanted, {}, [])
        session.undo()
        assert differences(session.view) == [one]


def test_values_that_belong_together_are_settled_together() -> None:
    base = ferry_case()
    sides = []
    for value in ("2024-03-11", "2024-03-18"):
        claim = base.claims[index(base, "Monday")]
        assert claim.date is not None
        sides.append(changed(base, "Monday", date=claim.date.model_copy(update={"value": value, "set_by": f"by {value}"})))
    session = Session(merge(base, *sides).case, BEN, lambda: NOW)
    (one,) = differences(session.view)
    session.take(one, 1)
    when = session.view.case.claims[index(session.view.case, "Monday")].date
    assert when is not None
    assert f"by {when.value}" == when.set_by


def test_a_value_that_no_longer_fits_is_refused() -> None:
    case = changed(ferry_case(), HALF)
    claim = case.claims[index(case, HALF)]
    session = Session(changed(case, HALF, at_other="0:5"), BEN, lambda: NOW)
    assert claim.start != 0
    (one,) = differences(session.view)
    with pytest.raises(FactcheckError, match="do not stand in the article"):
        session.take(one, 1)
    assert session.take(one, 0).saves


def test_what_differs_in_the_article_itself_is_shown_and_settled_by_hand() -> None:
    base = ferry_case()
    places = [base.model_copy(update={"article": base.article.model_copy(update={"place": place})}) for place in ("Crail", "Elie")]
    session = Session(merge(base, *places).case, BEN, lambda: NOW)
    (one,) = differences(session.view)
    assert {side.lines[0] for side in one.sides} == {"Crail", "Elie"}
    assert "by hand" in session.take(one, 0).words


async def test_side_by_side_and_a_key_for_each(desk: OpenDesk) -> None:
    """Both sides stand in one row; 2 sides with the second, z takes it back, enter goes to the claim."""
    async with desk(quarrel(), reader=EVA) as d:
        await d.press("C")
        row = next(line for line in d.sees().splitlines() if "Ada" in line)
        assert "Bo" in row
        assert "It is not on the tape" in d.sees()
        await d.press("2")
        assert d.file.case.claims[index(d.file.case, ROT)].standing() is Standing.FALSE
        assert "Differences: 0" in d.sees()
        await d.press("z", "enter")
        assert d.app.screen is d.review
        assert d.chosen.text.startswith(ROT)


async def test_lifting_the_blind_shows_where_one_differs(desk: OpenDesk) -> None:
    """B opens the differences, if there are any."""
    case = judged(ferry_case(), HALF, ("Ada", Verdict.FALSE))
    async with desk(case, reader=Reader(name="Ben", role=ReviewRole.SECOND, blind=True)) as d:
        await d.go_to(HALF)
        await d.press("v", "B")
        assert "Differences: 1" in d.sees()
        assert "verified, 2024-03-06 (blind)" in d.sees()


async def test_a_merge_that_kept_both_sides_says_which_key_shows_them(desk: OpenDesk) -> None:
    """A colleague saved another verdict meanwhile."""
    async with desk() as d:
        d.file.merging = lambda case: judged(case, COST, ("Ada", Verdict.FALSE), aspect=Aspect.SAID)
        d.file.conflicts = ("two verdicts",)
        await d.press("v")
        assert "Press C to see both sides." in d.message
        await d.press("C")
        assert "Differences: 1" in d.sees()
