"""What is written into a form is never lost: escape keeps a draft, a refusal keeps the words, and fast keys land where they should."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from factcheck.model import Evidence, Reader, ReviewRole, Stance
from factcheck.workbench.screens.forms import KEPT, EvidenceForm, Form, TextForm
from factcheck.workbench.screens.opening import ArticleForm, SourceField
from factcheck.workbench.widgets.fields import Choice, Field
from tests.model.test_signing import decided
from tests.workbench.conftest import Desk, OpenDesk


def stands(desk: Desk) -> list[object]:
    """What stands in the fields of the form that is open."""
    assert isinstance(desk.app.screen, Form)
    return [field.entered for kind in (Field, Choice) for field in desk.app.screen.query(kind)]


def burst(desk: Desk, *keys: str) -> None:
    """Keys as a terminal sends them all at once."""
    for key in keys:
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_escape_keeps_a_draft_for_the_same_form_on_the_same_claim(desk: OpenDesk) -> None:
    """It is told, there when the form is opened again, not on another claim, and gone once it is saved."""
    async with desk() as d:
        first = d.chosen
        await d.press("n")
        await d.type("rang twice")
        await d.press("escape")
        assert KEPT in d.message
        assert d.file.saves == []
        await d.press("j", "n")
        assert stands(d) == [""]
        await d.press("escape")
        assert KEPT not in d.message, "nothing was written, so that nothing is kept"
        await d.press("k", "a")
        assert stands(d) == [""], "a question is no note"
        await d.press("escape", "n")
        assert stands(d) == ["rang twice"]
        assert "What you wrote before is here; ^r starts over" in d.sees()
        await d.type(", nobody")
        await d.press("enter")
        assert d.file.case.claim(first.id).reviews[-1].note == "rang twice, nobody"
        await d.press("n")
        assert stands(d) == [""]


async def test_a_draft_is_discarded_by_one_key(desk: OpenDesk) -> None:
    """^r starts over; who then leaves leaves nothing behind. So does who takes every letter out again."""
    async with desk() as d:
        await d.press("n", "x", "escape", "n", "ctrl+r")
        assert stands(d) == [""]
        await d.press("escape", "n")
        assert stands(d) == [""]
        await d.press("y", "escape", "n", "backspace", "escape", "n")
        assert stands(d) == [""]


async def test_a_draft_of_evidence_has_every_field(desk: OpenDesk) -> None:
    """The stance that was chosen, too; a correction is a draft only where it differs from the words that stand there."""
    async with desk() as d:
        await d.press("e")
        await d.paste("https://example.org/minutes")
        await d.press("tab", "r", "tab", "p", "tab")
        await d.type("words")
        await d.press("escape", "e")
        assert stands(d) == ["https://example.org/minutes", "words", "", "r", "p"]
        await d.press("enter")
        (evidence,) = d.file.case.claims[0].evidence
        assert evidence.stance is Stance.REFUTES
        await d.press("c", "escape")
        assert KEPT not in d.message


async def test_words_for_a_case_that_was_signed_off_meanwhile_are_kept(desk: OpenDesk) -> None:
    """A refusal loses nothing: the form has them when the case is open again."""
    async with desk(decided(), reader=Reader(name="Eva", role=ReviewRole.EDITOR)) as d:
        await d.press("n")
        await d.type("late")
        from factcheck.model import Policy

        d.session.signing.sign_off(Policy(), "")
        await d.press("enter")
        assert "signed this case off" in d.message
        d.session.signing.reopen("a note came in")
        await d.press("n")
        assert stands(d) == ["late"]


async def test_a_paste_of_an_article_is_kept_to_the_letter(desk: OpenDesk) -> None:
    """Also what is no line."""
    async with desk() as d:
        await d.press("A")
        await d.press("backspace")
        await d.paste("One line.\nAnother line.")
        await d.press("escape", "A")
        assert isinstance(d.app.screen, ArticleForm)
        assert d.app.screen.query_one(SourceField).pasted == "One line.\nAnother line."


async def test_the_key_right_after_tab_goes_to_the_next_field(desk: OpenDesk) -> None:
    """All keys at once, as a terminal sends what was typed within milliseconds."""
    async with desk() as d:
        await d.press("e")
        burst(d, "a", "b", "tab", "r", "tab", "p", "tab", "x", "y", "shift+tab", "s", "tab", "z", "enter")
        await d.until(lambda: len(d.file.saves) == 1)
        (evidence,) = d.file.case.claims[0].evidence
        assert (evidence.source, evidence.stance, evidence.level, evidence.quote) == ("ab", "refutes", "secondary", "xyz")


async def test_a_field_that_is_slow_to_read_is_waited_for(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was sent to a field before one went on to another is saved with it."""
    async with desk() as d:
        await d.press("e")
        form = d.app.screen
        assert isinstance(form, EvidenceForm)
        plain = Field.on_event

        async def slowly(self: Field, event: events.Event) -> None:
            if self.id == "source":
                await asyncio.sleep(0.05)
            await plain(self, event)

        monkeypatch.setattr(Field, "on_event", slowly)
        burst(d, *"abcd", "tab", "tab", "tab", "q", "enter")
        await d.until(lambda: len(d.file.saves) == 1)
        (evidence,) = d.file.case.claims[0].evidence
        assert isinstance(evidence, Evidence)
        assert (evidence.source, evidence.quote) == ("abcd", "q")


async def test_words_about_a_claim_that_is_gone_go_to_no_other(desk: OpenDesk) -> None:
    """They are kept, and it is said why nothing was done."""
    async with desk() as d:
        first = d.chosen
        await d.press("n")
        await d.type("about the first")
        case = d.session.view.case
        d.session.adopt(case.model_copy(update={"claims": tuple(claim for claim in case.claims if claim.id != first.id)}))
        await d.press("enter")
        assert "the claim is gone" in d.message
        assert not any(claim.reviews for claim in d.session.view.case.claims)
        assert not isinstance(d.app.screen, TextForm)
