"""Claims made, cut, joined, reworded, given to somebody and taken out by hand, with the keys that do it."""

from __future__ import annotations

import pytest

from factcheck.casefile import CaseFile
from factcheck.model import ClaimKind, Standing
from tests.builders import ferry_case
from tests.workbench.conftest import Desk, OpenDesk


async def mark(d: Desk, words: str) -> None:
    """Go to the words in the article and mark them, a word at a time."""
    text = d.session.view.case.article.text
    start = text.index(words)
    d.review.set_focus(d.article)
    await d.pilot.pause()
    d.article.go_to(start)
    await d.press("b", *["right"] * (len(words.split()) - 1))
    marked = d.article.marked
    assert marked is not None
    assert text[marked.start : marked.end].startswith(words)


class TestMarkedWords:
    async def test_become_a_claim_of_whoever_says_the_claim_around_them(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await mark(d, "work would end")
            await d.press("N")
            assert (d.chosen.text, d.chosen.kind, d.chosen.speaker.name) == ("work would end", ClaimKind.STATEMENT, "Ruth Okafor")
            assert d.chosen.made_by == "Ben"
            assert d.file.case.claim(d.chosen.id) == d.chosen
            await d.press("z")
            assert d.file.case.claims == ferry_case().claims

    async def test_become_the_words_of_the_chosen_claim(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.go_to("The Regional")
            await d.press("v")
            await d.go_to("The Regional")
            claim = d.chosen
            await mark(d, "Authority paid for half of it")
            assert d.chosen.id == claim.id, "moving to mark words loses no place"
            await d.press("W")
            assert (d.chosen.id, d.chosen.text) == (claim.id, "Authority paid for half of it.")
            assert d.session.view.standing(d.chosen) is Standing.STALE
            await d.press("z")
            assert d.session.view.standing(d.chosen) is Standing.VERIFIED

    async def test_say_which_day_they_mean(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.go_to("Monday")
            meant = d.session.value_of("Monday")
            assert meant is not None
            d.session.set_value(meant)
            await d.go_to("The council said")
            await mark(d, "The council said on Monday that the refit")
            await d.press("W")
            assert d.chosen.text == "The council said on Monday that the refit"
            assert d.chosen.gist == "The council said on Monday [4 Mar 2024] that the refit"

    async def test_are_forgotten_on_escape_and_missed_when_there_are_none(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("N")
            assert "Mark the words first" in d.message
            await d.press("b", "right", "escape")
            assert d.article.marked is None
            await d.press("W")
            assert "Mark the words first" in d.message
            assert d.file.saves == []

    async def test_that_are_a_claim_already_make_no_other(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await mark(d, "The Regional Transport Authority paid for half of it.")
            await d.press("N")
            assert "a claim already" in d.message


class TestOneClaim:
    async def test_is_split_at_the_cursor_and_joined_again(self, desk: OpenDesk) -> None:
        async with desk() as d:
            whole = await d.go_to("The council said")
            d.article.go_to(d.session.view.case.article.text.index("up from"))
            await d.press("S")
            first, second = (c for c in d.file.case.claims if c.value is None and whole.span.contains(c.span))
            assert (first.id, second.text) == (whole.id, "up from £900,000.")
            assert second.speaker == whole.speaker
            assert d.file.case.claim(d.claim("£900,000").id).part_of == second.id
            await d.press("M")
            assert (d.chosen.id, d.chosen.text) == (whole.id, whole.text)
            assert {c.part_of for c in d.session.view.claims if c.text in ("Monday", "£1.2m", "£900,000")} == {whole.id}
            await d.press("z", "z")
            assert d.file.case.claims == ferry_case().claims

    async def test_is_given_to_somebody_or_to_nobody(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.go_to("The Regional")
            await d.press("w")
            await d.paste("Ruth Okafor")
            await d.press("enter")
            assert (d.chosen.kind, d.chosen.speaker.text, d.chosen.speaker.name) == (ClaimKind.STATEMENT, "Ruth Okafor", "Ruth Okafor")
            await d.press("w", *["backspace"] * 11, "enter")
            assert (d.chosen.kind, d.chosen.speaker) == (ClaimKind.ASSERTION, None)
            await d.press("w")
            await d.paste("Ada Nobody")
            await d.press("enter")
            assert "is nowhere in the article" in d.message

    async def test_is_reworded_without_a_verdict_lost(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("v")
            await d.press("z", "Z")
            claim = d.chosen
            await d.press("r")
            await d.paste(" (in all)")
            await d.press("enter")
            assert d.chosen.gist.endswith("(in all)")
            assert d.session.view.standing(d.chosen) is Standing.VERIFIED
            assert d.chosen.text == claim.text

    async def test_is_taken_out_with_its_parts_and_brought_back(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.go_to("The council said")
            await d.press("delete")
            assert [c.text for c in d.file.case.claims if c.text in ("Monday", "£1.2m")] == []
            await d.press("z")
            assert d.file.case.claims == ferry_case().claims
            assert d.chosen.text.startswith("The council said")

    async def test_keeps_what_somebody_else_wrote_meanwhile(self, desk: OpenDesk) -> None:
        async with desk() as d:
            claim = await d.go_to("The council said")
            await d.press("r")
            await d.paste(" indeed")
            await d.press("enter")
            theirs = d.chosen.model_copy(update={"reviews": ferry_case(reviewed=True).claim(claim.id).reviews})
            d.session.view.adopt(d.session.view.case.with_claim(theirs))
            await d.press("z")
            assert d.session.view.get(claim.id).reviews == theirs.reviews


@pytest.mark.parametrize("key", ["S", "M", "W"])
async def test_a_date_keeps_its_words(desk: OpenDesk, key: str) -> None:
    async with desk() as d:
        await d.go_to("Monday")
        await mark(d, "Monday that") if key == "W" else None
        await d.press(key)
        assert d.file.saves == []


class TestRepeating:
    async def test_the_last_verdict_goes_with_its_evidence(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("e")
            await d.paste("the minutes")
            await d.press("enter", "d")
            await d.go_to("The Regional")
            there = d.chosen
            await d.press("full_stop")
            claim = d.file.case.claim(there.id)
            assert claim.standing() is Standing.DISPUTED
            assert [item.source for item in claim.evidence] == ["the minutes"]
            assert d.chosen.id != there.id
            await d.press("z")
            assert d.file.case.claim(there.id).evidence == ()

    async def test_there_is_nothing_to_repeat_at_first(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("full_stop")
            assert "No verdict to repeat" in d.message


async def test_a_source_of_the_case_is_offered_from_three_letters_on(desk: OpenDesk) -> None:
    async with desk() as d:
        await d.press("e")
        await d.paste("https://example.org/harbour-board-minutes-of-march")
        await d.press("enter", "j", "e")
        assert d.file.case.claims[0].evidence[0].title == "Harbour board minutes of march"
        await d.type("min")
        await d.pilot.pause()
        assert "↓ https://example.org/harbour-board" in d.sees()
        await d.press("down", "enter")
        assert d.chosen.evidence[0].url == "https://example.org/harbour-board-minutes-of-march"


async def test_the_next_of_the_same_speaker_and_the_next_unsettled(desk: OpenDesk) -> None:
    async with desk() as d:
        await d.go_to("Engineer Ruth")
        await d.press("p")
        assert d.chosen.text.startswith("She added")
        await d.press("i")
        assert "No claim is in conflict" in d.message


async def test_questions_are_copied_as_one_list(desk: OpenDesk) -> None:
    async with desk() as d:
        await d.press("Q")
        assert "No open question" in d.message
        await d.press("a")
        await d.paste("Which council?")
        await d.press("enter", "Q")
        assert "1 question copied" in d.message
        assert "Which council?" in d.app.clipboard


async def test_what_a_flag_suggests_is_asked_for(desk: OpenDesk) -> None:
    async with desk() as d:
        flag = d.session.view.open_flags[0].model_copy(update={"suggestion": "RTA"})
        d.session.view.set_case(d.session.view.case.model_copy(update={"flags": (flag,)}))
        await d.press("F", "c", "escape")
        corrections = [r.correction for c in d.file.case.claims for r in c.reviews if r.correction]
        assert corrections
        assert "RTA" in corrections[0]


async def test_what_is_made_by_hand_is_in_the_file(desk: OpenDesk, tmp_path: object) -> None:
    from pathlib import Path

    async with desk() as d:
        await mark(d, "work would end")
        await d.press("N")
        path = Path(str(tmp_path)) / "by-hand.toml"
        CaseFile.create(path, d.session.view.case)
        assert CaseFile.open(path).case.claim(d.chosen.id).made_by == "Ben"
