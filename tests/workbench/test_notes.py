"""Notes on the case as a whole, read and written at the workbench."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.casefile import CaseFile, listed_people, summaries
from factcheck.model import Assignment, Case, Note, NoteAction, Reader
from factcheck.model.desk import handles
from tests.builders import ferry_case
from tests.casefile.cases import sign
from tests.workbench.conftest import NOW, Desk, OpenDesk

ASKED = Note(id="n1", by="Ada", at=NOW, text="@Ben who rings the yard?")
OTHER = Note(id="n2", by="Ada", at=NOW, text="@Cleo the headline is yours")


def with_notes(*notes: Note) -> Case:
    return ferry_case().model_copy(update={"notes": notes})


async def write(desk: Desk, key: str, text: str) -> None:
    await desk.press(key)
    await desk.paste(text)
    await desk.press("enter")


async def test_what_waits_is_told_on_opening_and_answered_by_two_keys(desk: OpenDesk) -> None:
    """What waits for the reader stands first; an answer stands below it, and is on disk."""
    async with desk(with_notes(OTHER, ASKED)) as d:
        assert d.message.strip() == "1 note waits for your answer; # shows it."
        await d.press("number_sign")
        assert "Notes on the case: 2 open, 1 waits for you" in d.sees()
        assert d.sees().index("who rings the yard?") < d.sees().index("the headline is yours")
        await write(d, "enter", "I do, at nine")
        note = d.file.case.notes[-1]
        assert (note.by, note.at, note.text, note.reply_to) == ("Ben", NOW, "I do, at nine", "n1")
        assert "↳ Ben, 2024-03-06  I do, at nine" in d.sees()
        assert "for you" not in d.sees()


async def test_a_note_says_whom_it_is_for_and_is_taken_back_by_undo(desk: OpenDesk) -> None:
    async with desk() as d:
        await d.press("number_sign")
        assert "No open notes on this case. n writes one." in d.sees()
        await write(d, "n", "@Ada the yard is shut")
        assert d.message.strip() == "Note on the case, for Ada."
        assert [note.text for note in d.file.case.notes] == ["@Ada the yard is shut"]
        await d.press("z")
        assert d.file.case.notes == ()
        await d.press("escape", "Z")
        assert [note.text for note in d.file.case.notes] == ["@Ada the yard is shut"]


async def test_behind_an_at_sign_people_of_the_case_are_offered_and_the_down_key_takes_one(desk: OpenDesk) -> None:
    """By the first letters, whatever their case and accents; the reader writes to none of themselves."""
    zoe = Note(id="n3", by="Zoë Quill", at=NOW, text="and I")
    async with desk(with_notes(OTHER, zoe)) as d:
        await d.press("number_sign", "n")
        await d.type("so @")
        assert "↓ @Zoë  @Ada" in d.sees()
        await d.type("ZO")
        assert "↓ @Zoë" in d.sees()
        assert "@Ada" not in d.sees()
        await d.press("down")
        await d.type("and @a")
        await d.press("down")
        await d.type("look")
        await d.press("enter")
        assert d.file.case.notes[-1].text == "so @Zoë and @Ada look"
        assert d.file.case.notes[-1].mentions_one("Zoë Quill")


async def test_of_two_with_one_first_name_each_is_offered_whole(desk: OpenDesk) -> None:
    given = tuple(Assignment(to=name, by="Ada", at=NOW) for name in ("Cleo Reyes", "Cleo Okafor", "Ben"))
    async with desk(ferry_case().model_copy(update={"assignments": given})) as d:
        await d.press("number_sign", "n")
        await d.type("@cl")
        assert "↓ @Cleo.Reyes  @Cleo.Okafor" in d.sees()
        await d.type("eo.o")
        await d.press("down", "enter")
        note = d.file.case.notes[-1]
        assert note.mentions_one("Cleo Okafor")
        assert not note.mentions_one("Cleo Reyes")


async def test_people_of_the_other_cases_are_known_as_they_were_listed_last(desk: OpenDesk, tmp_path: Path) -> None:
    given = (Assignment(to="Dora Finch", by="Ada", at=NOW),)
    CaseFile.create(tmp_path / "other.toml", ferry_case().model_copy(update={"assignments": given, "notes": (OTHER,), "flags": ()}))
    assert listed_people(tmp_path) == []
    assert len(list(summaries(tmp_path))) == 1
    assert listed_people(tmp_path) == ["Dora Finch", "Ada"]
    async with desk() as d:
        d.file.path = tmp_path / "ferry.toml"
        await d.press("number_sign", "n")
        await d.app.workers.wait_for_complete()
        await d.type("@d")
        assert "↓ @Dora" in d.sees()


@pytest.mark.parametrize("name", ["", "  ", "(night desk)", "[/b] x", "\x1b[2J", "@@"])
def test_who_cannot_be_meant_is_not_offered(name: str) -> None:
    assert name not in handles([name, "Ada"])


async def test_undo_leaves_what_somebody_answered_meanwhile(desk: OpenDesk) -> None:
    def answered(case: Case) -> Case:
        reply = Note(id="n9", by="Ada", at=NOW, text="Since when?", reply_to=case.notes[-1].id)
        return case.model_copy(update={"notes": (*case.notes, reply)})

    async with desk() as d:
        await d.press("number_sign")
        d.file.merging = answered
        await write(d, "n", "The yard is shut")
        assert "Since when?" in d.sees()
        await d.press("z")
        assert [note.text for note in d.file.case.notes] == ["Since when?"]


async def test_what_is_dealt_with_leaves_the_list_until_it_is_asked_for(desk: OpenDesk) -> None:
    async with desk(with_notes(ASKED)) as d:
        await d.press("number_sign", "d")
        assert [(note.action, note.reply_to) for note in d.file.case.notes[1:]] == [(NoteAction.RESOLVED, "n1")]
        assert "▶ " not in d.sees()
        assert "0 open, 1 dealt with" in d.sees()
        await d.press("t")
        assert "✓ Ada" in d.sees()
        await d.press("d")
        assert d.message.strip() == "It is dealt with already; a reply opens it again."
        await write(d, "a", "Not yet")
        assert "1 open" in d.sees()


async def test_only_its_writer_takes_a_note_back(desk: OpenDesk) -> None:
    mine = Note(id="n3", by="Ben", at=NOW, text="Never mind")
    async with desk(with_notes(ASKED, mine)) as d:
        await d.press("number_sign", "delete")
        assert d.message.strip() == "Ada wrote that note, and only they take it back; you can say that it is dealt with."
        assert d.file.saves == []
        await d.press("j", "delete")
        assert [(note.action, note.reply_to) for note in d.file.case.notes[2:]] == [(NoteAction.WITHDRAWN, "n3")]
        assert "1 open" in d.sees()


async def test_notes_go_on_when_the_case_is_signed_off(desk: OpenDesk) -> None:
    """A sign-off does not cover them; what it covers is as closed as before."""
    async with desk(sign(ferry_case(), "Eva", 1)) as d:
        await d.press("number_sign")
        await write(d, "n", "The mayor rang")
        assert d.file.case.signed is not None
        assert [note.text for note in d.file.case.notes] == ["The mayor rang"]
        await d.press("z", "escape", "v")
        assert d.file.case.notes == ()
        assert "Eva signed this case off" in d.message


@pytest.mark.parametrize(("note", "seen"), [(ASKED, True), (OTHER, False)])
async def test_who_reads_blind_sees_what_is_meant_for_them(desk: OpenDesk, note: Note, seen: bool) -> None:
    async with desk(with_notes(note), reader=Reader(name="Ben", blind=True)) as d:
        await d.press("number_sign", "t")
        assert ((note.text or "") in d.sees()) is seen
