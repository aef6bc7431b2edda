"""An editor signs a case off; then nothing in it changes until somebody opens it again and says why."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Aspect, FactcheckError, Policy, Reader, ReviewRole, SignAction, Verdict
from factcheck.workbench.session import Session
from factcheck.workbench.signing import SignedError
from tests.builders import ferry_case
from tests.model.test_signing import decided, signed
from tests.reporting.test_formats import unborne
from tests.workbench.conftest import NOW, OpenDesk
from tests.workbench.test_session import ACTIONS, act

EVA = Reader(name="Eva", role=ReviewRole.EDITOR)


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTIONS, max_size=12), st.booleans())
def test_nothing_changes_a_case_that_is_signed_off(actions: list[str], after_work: bool) -> None:
    session = Session(decided(), EVA, lambda: NOW)
    if after_work:
        session.note("a note")
    session.signing.sign_off(Policy(), "")
    before = session.view.case
    for action in actions:
        with suppress(SignedError):
            act(session, action)
        assert session.view.case.claims == before.claims
        assert (session.view.case.dismissals, session.view.case.signoffs) == (before.dismissals, before.signoffs)


def test_reopening_keeps_its_reason_and_lets_one_go_on() -> None:
    session = Session(signed(decided()), Reader(name="Ben"), lambda: NOW)
    session.signing.reopen("The clerk rang back")
    last = session.view.case.signoffs[-1]
    assert (len(session.view.case.signoffs), last.action, last.by, last.note) == (2, SignAction.REOPENED, "Ben", "The clerk rang back")
    assert session.decide(Verdict.FALSE).saves
    with pytest.raises(FactcheckError, match="not signed off"):
        session.signing.reopen("again")


@pytest.mark.parametrize(
    ("reader", "policy", "why"),
    [
        (Reader(name="Ben"), Policy(), "Only an editor signs off"),
        (EVA, Policy(editors=frozenset({"Kim"})), "has others sign off: Kim"),
        (EVA, Policy(second_reader=frozenset({"quote"})), "stands in the way"),
    ],
)
def test_who_may_not_sign_and_what_may_not_be_signed(reader: Reader, policy: Policy, why: str) -> None:
    with pytest.raises(FactcheckError, match=why):
        Session(decided(), reader, lambda: NOW).signing.sign_off(policy, "")


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom's folder, in which the workbench is opened."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "factcheck.toml"


async def test_what_does_not_stand_in_its_source_is_listed_before_a_sign_off(desk: OpenDesk) -> None:
    """Each quotation first, then figures and days; enter goes to the claim."""
    case = unborne()
    reviews = {claim.id: claim.reviews for claim in decided().claims}
    case = case.model_copy(
        update={"claims": tuple(claim.model_copy(update={"reviews": reviews[claim.id]}) for claim in case.claims), "flags": ()}
    )
    async with desk(case, reader=EVA) as d:
        await d.press("E")
        assert "1 quotation not as in its source, 2 figures or dates not in their sources?" in " ".join(d.sees().split())
        lines = [line for line in d.sees().splitlines() if "minutes.pdf: the source" in line]
        assert ["“We found" in line for line in lines] == [True, False, False]
        assert "minutes.pdf: the source has “rot in ten" in " ".join(d.sees().split())
        await d.press("enter")
        assert d.chosen.text.startswith("Engineer Ruth")


async def test_e_lists_what_stands_in_the_way(desk: OpenDesk, newsroom: Path) -> None:
    """Enter goes to the claim that is chosen in the list."""
    newsroom.write_text('[policy]\nsecond_reader = ["quote"]\nsources = { assertion = 1 }\n')
    async with desk(decided(), reader=EVA) as d:
        await d.press("E")
        assert "2 things stand in the way of a sign-off" in d.sees()
        assert "needs a second reader (said): Engineer Ruth" in d.sees()
        await d.press("j", "enter")
        assert d.chosen.text.startswith("The Regional")
        assert d.file.saves == []


async def test_what_is_worth_a_look_is_shown_and_asked_about_first(desk: OpenDesk) -> None:
    """Open flags, false, disputed and stale by their numbers; enter goes to the first of a sort, and only the last line signs."""
    case = decided()
    for at, verdict in ((0, Verdict.FALSE), (1, Verdict.DISPUTED), (2, Verdict.DISPUTED)):
        claim = case.claims[at]
        case = case.with_claim(claim.model_copy(update={"reviews": (claim.reviews[0].model_copy(update={"verdict": verdict}),)}))
    async with desk(case, reader=EVA) as d:
        await d.press("E")
        assert "Sign off with 1 open flag, 2 disputed, 1 false?" in d.sees()
        await d.press("enter")
        assert d.session.view.flag is not None
        await d.press("E", "j", "enter")
        assert d.chosen.id == case.claims[1].id
        assert d.file.saves == []
        await d.press("E", "j", "j", "j", "enter")
        assert "10 claims, 1 open flag, 2 disputed, 1 false." in d.sees()
        await d.press("enter")
        assert d.file.case.signed is not None


async def test_questions_and_notes_that_wait_are_listed_with_whom_they_wait_for(desk: OpenDesk) -> None:
    """Enter goes to the claim of a question; also where something stands in the way."""
    case = decided()
    case = case.model_copy(update={"flags": (), "article": case.article.model_copy(update={"byline": "Mia Falk"})})
    session = Session(case, EVA, lambda: NOW)
    session.view.choose(case.claims[5].id)
    session.ask("By May, or in May?")
    session.notes.write("@Ben ring the yard")
    for alone in (True, False):
        case = session.view.case
        if not alone:
            case = case.with_claim(case.claims[0].model_copy(update={"reviews": ()}))
        async with desk(case, reader=EVA) as d:
            await d.press("E")
            seen = " ".join(d.sees().split())
            assert "Eva asks Mia Falk, the author: “By May, or in May?”" in seen
            assert "Eva to Ben: “@Ben ring the yard”" in seen
            assert "1 open question, 1 open note on the case" in seen
            await d.type("asks")
            await d.press("enter")
            assert d.chosen.id == case.claims[5].id


async def test_a_stale_so_half_stands_in_the_way_and_is_counted(desk: OpenDesk) -> None:
    """It was decided on other words: that it is so has to be looked at again."""
    case = decided()
    claim = case.claims[0]
    stale = claim.reviews[0].model_copy(update={"aspect": Aspect.SO, "judged": "0" * 16})
    case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, stale)}))
    async with desk(case, reader=EVA) as d:
        await d.press("E")
        assert "1 thing stands in the way of a sign-off; 1 open flag, 1 stale" in d.sees()
        assert "decided on other words (so)" in d.sees()


async def test_signing_off_and_opening_again(desk: OpenDesk) -> None:
    """One key and a note; then every change is refused with the key that opens the case again."""
    async with desk(decided(), reader=EVA) as d:
        await d.press("E", "j", "enter")
        await d.type("fine")
        await d.press("enter")
        assert "SIGNED OFF" in d.sees()
        assert (d.file.case.signed is not None, d.file.case.signoffs[0].note) == (True, "fine")
        await d.press("x")
        assert "Eva signed this case off on 2024-03-06: it must be reopened first, with a reason. Press E." in d.message
        await d.press("n")
        assert d.app.screen is d.review, "no form is shown for what could not be saved"
        await d.press("F", "d")
        await d.type("as printed")
        await d.press("enter")
        assert "signed this case off" in d.message
        await d.press("escape", "E")
        await d.type("typo")
        await d.press("enter")
        assert "SIGNED OFF" not in d.sees()
        await d.press("x")
        assert len(d.file.case.signoffs) == 2
        assert d.file.case.progress().decided == 10


async def test_a_policy_that_cannot_be_read_is_said(desk: OpenDesk, newsroom: Path) -> None:
    """One sentence, and nothing is signed."""
    newsroom.write_text("[policy]\nsources = 3\n")
    async with desk(decided(), reader=EVA) as d:
        await d.press("E")
        assert "policy.sources does not fit" in d.message


async def test_a_checker_does_not_sign_off(desk: OpenDesk) -> None:
    """It is said how an editor opens the case."""
    async with desk(ferry_case()) as d:
        await d.press("E")
        assert "--as editor" in d.message
