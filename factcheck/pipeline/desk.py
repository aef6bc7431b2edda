"""What is done to a case as a whole: given to somebody or taken back, and notes written, answered and dealt with."""

from __future__ import annotations

from datetime import date, datetime

from factcheck.model import AssignAction, Assignment, Case, FactcheckError, Note, NoteAction, ReviewRole, one_line
from factcheck.model.claim import free_id
from factcheck.model.names import same_name
from factcheck.pipeline.opening import Opened


def assign(
    opened: Opened, to: str | None, taken_from: str | None, role: ReviewRole, due: date | datetime | None, by: str, at: datetime
) -> list[str]:
    """Give a case to somebody, take it back, or both at once, which hands it over with its due; sentences for the person.

    Raises FactcheckError when whom it is taken from does not have it, and when the case cannot be saved.
    """
    case, entries = opened.unchecked, list[Assignment]()
    if taken_from is not None:
        had = next((one for one in case.holders if one.role is role and same_name(one.to, taken_from)), None)
        if had is None:
            raise FactcheckError(f"{one_line(taken_from, 60)} does not have this case as {role}; factcheck assign CASE tells who has it.")
        due = due or had.due
        entries.append(Assignment(to=had.to, role=role, action=AssignAction.BACK, by=by, at=at))
    if to is not None:
        there = next((one for one in case.holders if one.role is role and same_name(one.to, to)), None)
        if there is not None and there.due == due and not entries:
            return ["They have this case in that role already; nothing was added."]
        entries.append(Assignment(to=" ".join(to.split()), role=role, due=due, by=by, at=at))
    saved = opened.file.save(case.model_copy(update={"assignments": (*case.assignments, *entries)}))
    return list(saved.conflicts)


def add_note(opened: Opened, text: str, reply_to: str | None, by: str, at: datetime) -> tuple[Note, list[str]]:
    """Write a note on a case; the note, and sentences for the person. Raises FactcheckError for a reply to none."""
    return _added(opened, NoteAction.WRITTEN, text, reply_to, by, at)


def resolve_note(opened: Opened, name: str, by: str, at: datetime, *, withdraw: bool = False) -> list[str]:
    """Say that the thread of a note is dealt with, or take one's own note back.

    Raises FactcheckError when there is no such note, and for taking back what somebody else wrote.
    """
    return _added(opened, NoteAction.WITHDRAWN if withdraw else NoteAction.RESOLVED, None, name, by, at)[1]


def new_note(case: Case, action: NoteAction, text: str | None, about: Note | None, by: str, at: datetime) -> Note:
    """A note for a case, or an entry `about` one that is there.

    Raises FactcheckError for taking back what somebody else wrote, for what is dealt with already, and about what was taken back.
    """
    thread = next((thread for thread in case.threads if about in thread.entries), None)
    if about is not None and thread is not None and about.id in thread.withdrawn:
        raise FactcheckError("That note was taken back; write a new one.")
    if action is NoteAction.RESOLVED and thread is not None and not thread.open:
        raise FactcheckError("It is dealt with already; a reply opens it again.")
    if action is NoteAction.WITHDRAWN and about is not None and not same_name(about.by, by):
        raise FactcheckError(f"{one_line(about.by, 60)} wrote that note, and only they take it back; you can say that it is dealt with.")
    reply_to = about.id if about is not None else None
    name = free_id((by, at.isoformat(), action, text or "", reply_to or ""), {note.id for note in case.notes})
    return Note(id=name, by=by, at=at, action=action, text=text, reply_to=reply_to)


def _note(opened: Opened, name: str) -> Note:
    found = next((note for note in opened.unchecked.notes if note.id == name and note.action is NoteAction.WRITTEN), None)
    if found is None:
        raise FactcheckError(f"{opened.shown} has no note {one_line(name, 40)}; factcheck note {opened.shown} tells the ids.")
    return found


def _added(opened: Opened, action: NoteAction, text: str | None, reply_to: str | None, by: str, at: datetime) -> tuple[Note, list[str]]:
    case = opened.unchecked
    note = new_note(case, action, text, _note(opened, reply_to) if reply_to is not None else None, by, at)
    return note, list(opened.file.save(case.model_copy(update={"notes": (*case.notes, note)})).conflicts)
