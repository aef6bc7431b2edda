"""Evidence, notes, corrections and questions to the author."""

from __future__ import annotations

from factcheck.model import Aspect, EvidenceLevel, Stance, Standing
from tests.workbench.conftest import NOW, OpenDesk


class TestEvidence:
    async def test_an_address(self, desk: OpenDesk) -> None:
        """`e`, an address, the stance by its letter, the quotation and where it stands, enter."""
        async with desk() as d:
            first = d.chosen
            await d.press("e")
            await d.paste("https://example.org/minutes")
            await d.press("tab", "r", "tab", "p", "tab")
            await d.paste("a cost of")
            await d.press("tab")
            await d.paste("p. 3")
            await d.press("enter")
            (evidence,) = d.file.case.claim(first.id).evidence
            assert evidence.url == "https://example.org/minutes"
            assert evidence.source is None
            assert (evidence.stance, evidence.level) == (Stance.REFUTES, EvidenceLevel.PRIMARY)
            assert (evidence.quote, evidence.locator) == ("a cost of", "p. 3")
            assert (evidence.added_by, evidence.added_at, evidence.accessed) == ("Ben", NOW, NOW.date())
            assert d.chosen.id == first.id
            assert "https://example.org/minutes" in d.sees()
            await d.press("z")
            assert d.file.case.claim(first.id).evidence == ()

    async def test_an_address_with_a_password(self, desk: OpenDesk) -> None:
        """The form says what is kept of it before it is saved, and neither name nor password gets into the case."""
        async with desk() as d:
            first = d.chosen
            await d.press("e")
            await d.paste("https://ada:hunter2@post.example/pier")
            await d.until(lambda: "Kept without the name and the password: https://post.example/pier" in d.sees())
            await d.press("enter")
            (evidence,) = d.file.case.claim(first.id).evidence
            assert evidence.url == "https://post.example/pier"
            assert "hunter2" not in d.sees()

    async def test_another_source(self, desk: OpenDesk) -> None:
        """What is no address is another source; an address that could act is kept as words."""
        async with desk() as d:
            first = d.chosen
            await d.press("e")
            await d.paste("javascript:alert")
            await d.press("enter")
            (evidence,) = d.file.case.claim(first.id).evidence
            assert (evidence.url, evidence.source, evidence.accessed) == (None, "javascript:alert", None)
            assert evidence.stance is Stance.SUPPORTS

    async def test_nothing_given(self, desk: OpenDesk) -> None:
        """An empty form says what is missing and stays; escape leaves it, and nothing is saved."""
        async with desk() as d:
            await d.press("e", "enter")
            assert "Give an address or another source first" in d.sees()
            await d.press("escape", "j")
            assert d.chosen.text == "Monday"
            assert d.file.saves == []

    async def test_a_paste_of_several_lines(self, desk: OpenDesk) -> None:
        """A pasted quotation of several lines becomes one line, and control characters become signs."""
        async with desk() as d:
            await d.press("n")
            await d.paste("first line\nsecond\x1b[31m line")
            await d.press("enter")
            assert d.file.case.claims[0].reviews[-1].note == "first line second␛[31m line"


class TestWords:
    async def test_a_note(self, desk: OpenDesk) -> None:
        """`n` writes a note; the claim stays chosen and undecided."""
        async with desk() as d:
            first = d.chosen
            await d.press("n")
            await d.type("ask vdx?")
            await d.press("enter")
            claim = d.file.case.claim(first.id)
            assert claim.reviews[-1].note == "ask vdx?"
            assert claim.standing() is Standing.UNREVIEWED
            assert d.chosen.id == first.id
            assert "Note on “The council" in d.message

    async def test_a_question_to_the_author(self, desk: OpenDesk) -> None:
        """`a` asks the author; the question is counted above, whatever verdict is given."""
        async with desk() as d:
            first = d.chosen
            await d.press("a")
            await d.paste("which minutes?")
            await d.press("enter")
            assert d.file.case.claim(first.id).open_questions == ("which minutes?",)
            assert "? 1 question" in d.sees()
            await d.press("v")
            assert "? 1 question" in d.sees()

    async def test_a_correction(self, desk: OpenDesk) -> None:
        """`c` starts from the words as they stand, to be typed over or changed; asking for others disputes the claim."""
        async with desk() as d:
            claim = await d.go_to("£900,000")
            await d.press("c", "right", *["backspace"] * 3)
            await d.paste("500")
            await d.press("enter")
            review = d.file.case.claim(claim.id).reviews[-1]
            assert review.correction == "£900,500"
            assert review.aspect is None
            assert d.file.case.claim(claim.id).standing() is Standing.DISPUTED
            await d.press("z")
            assert d.file.case.claim(claim.id).reviews == ()

    async def test_a_correction_of_what_is_so(self, desk: OpenDesk) -> None:
        """A correction goes to the half that is judged."""
        async with desk() as d:
            await d.press("s", "c")
            await d.paste("They say\nso")
            await d.press("enter")
            review = d.file.case.claims[0].reviews[-1]
            assert (review.aspect, review.correction) == (Aspect.SO, "They say so"), "typed over what was there, on one line"

    async def test_what_a_date_means_is_put_right(self, desk: OpenDesk) -> None:
        """`m` says how what is typed is understood before it is saved; nothing that is no date is."""
        async with desk() as d:
            claim = await d.go_to("Monday")
            await d.press("m", *["backspace"] * 20)
            await d.paste("soon enough")
            await d.press("enter")
            assert "not understood as a date" in d.sees()
            await d.press(*["backspace"] * 11)
            await d.paste("26 Feb")
            assert "Mon 26 Feb 2024" in d.sees()
            await d.press("enter")
            saved = d.file.case.claim(claim.id)
            assert saved.date.value == "2024-02-26"
            assert saved.date.set_by
            assert f"set by {saved.date.set_by}" in d.sees()
            await d.press("z")
            assert d.file.case.claim(claim.id).date == claim.date

    async def test_what_a_figure_means_is_put_right(self, desk: OpenDesk) -> None:
        """A mere number keeps the unit."""
        async with desk() as d:
            claim = await d.go_to("£900,000")
            await d.press("m", *["backspace"] * 20)
            await d.paste("950,000")
            await d.press("enter")
            saved = d.file.case.claim(claim.id).figure
            assert (saved.value, saved.unit) == (950_000, "GBP")

    async def test_only_dates_and_figures_have_a_meaning_to_put_right(self, desk: OpenDesk) -> None:
        """`m` on another claim says what to press instead."""
        async with desk() as d:
            await d.press("m")
            assert "c asks for a correction of the words" in d.sees()


class TestSources:
    async def test_how_many_there_are_is_seen_at_a_glance(self, desk: OpenDesk) -> None:
        """Two pages of one site are two pieces of evidence from one source."""
        async with desk() as d:
            first = d.chosen
            for address in ("https://example.org/minutes", "https://www.example.org/budget"):
                await d.press("e")
                await d.paste(address)
                await d.press("enter")
            assert len(d.file.case.claim(first.id).evidence) == 2
            assert "evidence (2, from 1 source)" in d.sees()
