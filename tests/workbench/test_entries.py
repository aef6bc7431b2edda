"""Evidence, notes and questions that are changed, taken away, answered and withdrawn later, and talks that are logged."""

from __future__ import annotations

from factcheck import casefile
from factcheck.model import Case, Channel, Evidence, Stance
from tests.builders import ferry_case
from tests.workbench.conftest import NOW, OpenDesk

CITED = Evidence(source="minutes.pdf", stance=Stance.CITED, note="p. 14, the clerk", locator="p. 14", added_by="Cleo")


def with_evidence(*items: Evidence) -> Case:
    case = ferry_case()
    return case.with_claim(case.claims[0].model_copy(update={"evidence": items}))


class TestStance:
    async def test_a_source_from_the_writer_gets_its_stance_by_two_keys(self, desk: OpenDesk) -> None:
        """`=` shows the source with its note, a letter gives the stance under the reader's name; `z` takes it back."""
        async with desk(with_evidence(CITED)) as d:
            await d.press("equals_sign")
            assert "p. 14, the clerk" in d.sees()
            await d.press("q")
            (item,) = d.file.case.claims[0].evidence
            assert (item.stance, item.stance_by, item.added_by) == (Stance.QUALIFIES, "Ben", "Cleo")
            assert d.file.case.claims[0].former == ()
            assert "qualifies, says Ben" in d.sees()
            await d.press("equals_sign")
            assert "No source of the writer's still needs a stance here" in d.message
            await d.press("z")
            assert d.file.case.claims[0].evidence == (CITED,)

    async def test_escape_says_nothing_of_the_source(self, desk: OpenDesk) -> None:
        async with desk(with_evidence(CITED)) as d:
            await d.press("equals_sign", "escape")
            assert d.file.saves == []

    async def test_another_stance_later_keeps_what_was(self, desk: OpenDesk) -> None:
        """Given by a second reader, the first one's stance stays in the history."""
        given = CITED.model_copy(update={"stance": Stance.SUPPORTS, "stance_by": "Ann"})
        async with desk(with_evidence(given)) as d:
            await d.press("plus", "equals_sign", "r")
            claim = d.file.case.claims[0]
            assert (claim.evidence[0].stance, claim.evidence[0].stance_by) == (Stance.REFUTES, "Ben")
            (was,) = claim.former
            assert (was.stance, was.stance_by, was.ended_by, was.ended_at, was.changed) == (Stance.SUPPORTS, "Ann", "Ben", NOW, True)


class TestEvidence:
    async def test_it_is_put_right_and_what_was_is_kept(self, desk: OpenDesk) -> None:
        """enter on it opens the form as it is filled in; what is not touched stays."""
        item = Evidence(source="a call", stance=Stance.REFUTES, quote="it was 9", locator="4 May", added_by="Ben", added_at=NOW)
        async with desk(with_evidence(item)) as d:
            await d.press("plus", "enter", "tab", "tab", "tab")
            await d.paste(", or 10")
            await d.press("enter")
            claim = d.file.case.claims[0]
            assert claim.evidence == (item.model_copy(update={"quote": "it was 9, or 10"}),)
            assert [(one.quote, one.ended_by, one.changed) for one in claim.former] == [("it was 9", "Ben", True)]
            await d.press("escape")
            assert "changed evidence that was: a call (refutes, 4 May) “it was 9”" in d.sees().replace("\n", " ") or claim.former
            await d.press("z")
            assert d.file.case.claims[0].evidence == (item,)
            assert d.file.case.claims[0].former == ()

    async def test_it_is_taken_away_and_the_history_keeps_it(self, desk: OpenDesk) -> None:
        """delete takes it away; undo brings it back and the entry in the history goes."""
        async with desk(with_evidence(CITED)) as d:
            await d.press("plus", "delete")
            claim = d.file.case.claims[0]
            assert claim.evidence == ()
            assert [(one.source, one.note, one.ended_by) for one in claim.former] == [("minutes.pdf", "p. 14, the clerk", "Ben")]
            await d.press("z")
            assert d.file.case.claims[0] == with_evidence(CITED).claims[0]


class TestWritten:
    async def test_several_questions_stay_several_and_no_verdict_ends_them(self, desk: OpenDesk) -> None:
        async with desk() as d:
            first = d.chosen
            for question in ("which minutes?", "who says so?"):
                await d.press("a")
                await d.paste(question)
                await d.press("enter")
            assert "? 2 questions" in d.sees()
            await d.press("v")
            assert d.file.case.claim(first.id).open_questions == ("which minutes?", "who says so?")
            await d.press("k", "k")
            assert "waiting for the author's answer: which minutes?" in d.sees()

    async def test_a_question_is_answered_and_the_other_withdrawn(self, desk: OpenDesk) -> None:
        """`a` in the list writes the answer down, delete withdraws; both stay in the history, and undo takes each back."""
        async with desk() as d:
            for question in ("which minutes?", "who says so?"):
                await d.press("a")
                await d.paste(question)
                await d.press("enter")
            await d.press("plus", "a")
            await d.paste("those of May")
            await d.press("enter")
            claim = d.file.case.claims[0]
            assert claim.open_questions == ("who says so?",)
            assert [(one.words, [answer.answer for answer in one.answers]) for one in claim.questions if one.answers] == [
                ("which minutes?", ["those of May"])
            ]
            await d.press("g", "k", "k", "delete")
            claim = d.file.case.claims[0]
            assert claim.open_questions == ()
            assert [one.words for one in claim.questions] == ["which minutes?"]
            assert len(claim.reviews) == 4
            await d.press("z", "z")
            assert d.file.case.claims[0].open_questions == ("which minutes?", "who says so?")

    async def test_a_note_is_changed_by_its_writer_alone(self, desk: OpenDesk) -> None:
        """The new words count, the old ones stay in the history; nobody changes another's."""
        async with desk() as d:
            await d.press("n")
            await d.paste("rang twice")
            await d.press("enter", "plus", "enter")
            await d.paste(", no answer")
            await d.press("enter")
            claim = d.file.case.claims[0]
            assert claim.notes == ("rang twice, no answer",)
            assert [review.note for review in claim.reviews] == ["rang twice", "rang twice, no answer"]
            await d.press("delete")
            assert d.file.case.claims[0].notes == ()
            await d.press("z")
            assert d.file.case.claims[0].notes == ("rang twice, no answer",)
        case = d.file.case
        theirs = case.claims[0].reviews[0].model_copy(update={"by": "Ann"})
        async with desk(case.with_claim(case.claims[0].model_copy(update={"reviews": (theirs,)}))) as d:
            saves = len(d.file.saves)
            await d.press("plus", "delete")
            assert "This note is by Ann" in d.message
            assert len(d.file.saves) == saves


class TestTalk:
    async def test_a_talk_is_logged_on_the_claim_and_taken_back(self, desk: OpenDesk) -> None:
        """`@`, three letters and the down key name somebody of the case; the entry and its evidence are those of the command."""
        async with desk() as d:
            first = d.chosen
            casefile.sheet_path(d.file.path).write_text("[[people]]\nname = 'Ida Ferrant'\nconfidential = true\n", "utf-8")
            await d.press("at")
            await d.paste("ida")
            await d.press("down", "tab", "3", "tab")
            await d.paste("nine")
            await d.press("enter")
            (contact,) = d.file.case.contacts
            assert (contact.person, contact.how, contact.by, contact.at) == ("Ida Ferrant", Channel.MEETING, "Ben", NOW)
            assert (contact.claims, contact.confirmed, contact.corrected) == ((first.id,), "nine", None)
            (item,) = d.file.case.claim(first.id).evidence
            assert (item.source, item.stance, item.locator) == ("Ida Ferrant", Stance.SUPPORTS, "meeting, 6 March 2024")
            assert [(one.name, one.confidential) for one in d.file.case.sources] == [("Ida Ferrant", True)]
            await d.press("z")
            assert d.file.case.contacts == ()
            assert d.file.case.claim(first.id).evidence == ()
            assert not any(one.confidential for one in d.file.case.sources)

    async def test_nobody_named_is_said_and_nothing_saved(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("at", "enter")
            assert "Say first whom you spoke to" in d.sees()
            assert d.file.saves == []
