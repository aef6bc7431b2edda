"""A new version of the article at the desk, and the claims whose words it has lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.casefile import orphan_tables, updated, version_of
from factcheck.model import Article, Case, Claim, FactcheckError, Reader, Standing
from factcheck.reading import read_text
from factcheck.workbench.screens.lost import LostScreen
from factcheck.workbench.screens.menu import Menu
from factcheck.workbench.session import Session
from tests.builders import FERRY
from tests.builders import claim as made
from tests.model.test_signing import decided, signed
from tests.workbench.conftest import BEN, NOW, OpenDesk

HALF = "The Regional Transport Authority paid for half of it."
OTHER = "It is the second refit since 2015."


def claim(case: Case, words: str) -> Claim:
    return next(c for c in case.claims if c.text.startswith(words))


def without_half() -> Case:
    """Everything is decided; then the article has another sentence in the place of one."""
    case = decided()
    text = FERRY.replace(HALF, OTHER)
    return updated(case, version_of(read_text(text), case.article), [made(text, "assertion", OTHER)]).case


def session(case: Case | None = None) -> Session:
    return Session(case or without_half(), BEN, lambda: NOW)


class TestLostClaims:
    def test_it_keeps_its_id_on_a_claim_that_nobody_worked_on(self) -> None:
        """Its verdict is stale there, beside the words that were judged."""
        s = session()
        ((table, lost),) = s.by_hand.lost
        assert s.by_hand.reattach(table, lost, claim(s.view.case, OTHER)).saves
        there = s.view.case.claim(lost.id)
        assert (there.text, there.standing(), there.judged_words) == (OTHER, Standing.STALE, HALF)
        assert (s.by_hand.lost, orphan_tables(s.view.case), s.view.claim) == ([], [], there)

    def test_histories_are_joined_on_a_claim_that_somebody_worked_on(self) -> None:
        s = session()
        ((table, lost),) = s.by_hand.lost
        rot = claim(s.view.case, "The ferry carried")
        s.by_hand.reattach(table, lost, rot)
        there = s.view.case.claim(rot.id)
        assert len(there.reviews) == len(rot.reviews) + len(lost.reviews)
        assert there.standing() is rot.standing()

    def test_undo_brings_all_of_it_back(self) -> None:
        for onto in (OTHER, "The ferry carried"):
            s = session()
            before = s.view.case
            ((table, lost),) = s.by_hand.lost
            s.by_hand.reattach(table, lost, claim(s.view.case, onto))
            s.undo()
            assert s.view.case == before
            s.by_hand.forget(table, lost)
            assert s.by_hand.lost == []
            s.undo()
            assert s.view.case == before

    def test_a_date_is_put_on_dates_only(self) -> None:
        s = session()
        ((table, lost),) = s.by_hand.lost
        with pytest.raises(FactcheckError, match="A date can be moved only to a date"):
            s.by_hand.reattach(table, lost, claim(s.view.case, "Monday"))

    def test_an_orphan_that_cannot_be_read_is_left_alone(self) -> None:
        case = without_half()
        (table,) = orphan_tables(case)
        slips = [{**table, "at": "half past nine"}, {"id": "x"}, {**table, "at": "999999999999:999999999999"}, {**table, "text": 3}]
        s = session(case.model_copy(update={"orphans": [*slips, table]}))
        ((same, lost),) = s.by_hand.lost
        s.by_hand.reattach(same, lost, claim(s.view.case, OTHER))
        assert orphan_tables(s.view.case) == slips

    def test_who_reads_blind_sees_none(self) -> None:
        assert Session(without_half(), Reader(name="Bo", blind=True), lambda: NOW).by_hand.lost == []

    async def test_side_by_side_and_put_there(self, desk: OpenDesk) -> None:
        """The likeliest claim stands beside it; tab shows others, the one chosen in the review last; enter puts it there."""
        async with desk(without_half()) as d:
            await d.go_to(OTHER)
            await d.press("L")
            assert isinstance(d.app.screen, LostScreen)
            assert "Lost claims: 1" in d.sees()
            first = d.sees()
            await d.press("tab")
            assert d.sees() != first
            await d.press("tab", "tab", "tab")
            assert OTHER in d.sees()
            await d.press("enter")
            assert "Lost claims: 0" in d.sees()
            assert claim(d.file.case, OTHER).standing() is Standing.STALE
            await d.press("enter", "delete")
            assert "There is no lost claim to move" in d.message
            await d.press("escape")
            assert d.chosen.text == OTHER


class TestANewVersion:
    async def test_from_its_path(self, desk: OpenDesk, tmp_path: Path) -> None:
        """The case is on the new words, the verdicts stay where theirs stand, and enter goes to the claim that changed."""
        new = tmp_path / "new.txt"
        new.write_text(FERRY.replace("£1.2m", "£1.4m"), "utf-8")
        async with desk(decided()) as d:
            await d.press("A")
            await d.paste(str(new))
            await d.press("enter")
            await d.until(lambda: isinstance(d.app.screen, Menu) and "£1.4m" in d.sees())
            assert "changed" in d.sees()
            assert "£1.4m" in d.file.case.article.text
            assert d.file.case.article.source == str(new)
            await d.press("enter")
            assert d.app.screen is d.review
            assert "£1.4m" in d.chosen.text
            assert d.chosen.standing() is Standing.STALE
            assert claim(d.file.case, HALF).standing() is Standing.VERIFIED
            assert d.session.view.checked
            await d.press("z")
            assert "Nothing to undo" in d.message

    async def test_without_the_slips_it_has_no_flags(self, desk: OpenDesk, tmp_path: Path) -> None:
        """What was flagged in the old words is flagged no more."""
        new = tmp_path / "new.txt"
        new.write_text(FERRY.replace("RTA", "RAT"), "utf-8")
        async with desk(decided()) as d:
            assert d.session.view.open_flags
            await d.press("A")
            await d.paste(str(new))
            await d.press("enter")
            await d.until(lambda: isinstance(d.app.screen, Menu) or d.app.screen is d.review)
            await d.until(lambda: d.file.case.article.source == str(new))
            await d.press("escape", "F")
            assert "No open flags" in d.sees() or not d.session.view.open_flags

    async def test_that_is_another_article(self, desk: OpenDesk, tmp_path: Path) -> None:
        """An article in which no claim stands is not taken in: the file was the wrong one."""
        other = tmp_path / "other.txt"
        other.write_text("Lambs sold\n\nTwelve crofters sold lambs to a butcher.\n", "utf-8")
        async with desk(decided()) as d:
            await d.press("A")
            await d.paste(str(other))
            await d.press("enter")
            await d.until(lambda: "None of this case's claims is in that article" in d.message)
            assert d.file.saves == []

    async def test_pasted(self, desk: OpenDesk) -> None:
        """The new text itself; what the old one said of its source and its day stays."""
        async with desk(decided()) as d:
            await d.press("A")
            await d.paste(FERRY.replace(HALF, OTHER))
            await d.press("enter")
            await d.until(lambda: isinstance(d.app.screen, Menu))
            await d.press("escape")
            assert (d.file.case.article.source, d.file.case.article.published) == (decided().article.source, decided().article.published)

    @pytest.mark.parametrize(("text", "why"), [(FERRY, "reads as it did"), (None, "missing.txt")])
    async def test_nothing_new(self, desk: OpenDesk, tmp_path: Path, text: str | None, why: str) -> None:
        """One sentence, and the case is as it was."""
        path = tmp_path / ("same.txt" if text else "missing.txt")
        if text:
            path.write_text(text, "utf-8")
        async with desk() as d:
            await d.press("A")
            await d.paste(str(path))
            await d.press("enter")
            await d.until(lambda: d.app.screen is d.review)
            assert why in d.message
            assert d.file.saves == []

    async def test_stopped(self, desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is being done is said; escape ends it, and nothing of it is kept."""

        def endless(_case: Case, _article: Article, told: Callable[[str], None]) -> None:
            while True:
                told("Splitting the article into claims, 12 %")
                time.sleep(0.01)

        monkeypatch.setattr(pipeline, "new_version", endless)
        new = tmp_path / "new.txt"
        new.write_text(FERRY.replace("£1.2m", "£1.4m"), "utf-8")
        async with desk() as d:
            await d.press("A")
            await d.paste(str(new))
            await d.press("enter")
            await d.until(lambda: "12 %" in d.sees())
            await d.press("escape")
            await d.until(lambda: d.app.screen is d.review)
            assert "the case is as it was" in d.message
            assert d.session.view.case.article.text == FERRY
            assert d.file.saves == []

    async def test_not_while_it_is_signed_off(self, desk: OpenDesk) -> None:
        """A new version would be a change."""
        async with desk(signed(decided())) as d:
            await d.press("A")
            assert d.app.screen is d.review
            assert "signed this case off" in d.message
