"""The desk: who has a case, in which role and until when, and what people write to one another about the case as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator, model_validator

from factcheck.model.base import Kept, Model
from factcheck.model.names import folded, same_name
from factcheck.model.review import ReviewRole

_MENTION = re.compile(r"(?<!\w)@(\w+(?:[.'’\-]\w+)*)")
"""Takes `@ada`, `@Ada.Lovelace`; refuses `ada@example.org`."""


def _with_zone(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError("a moment needs its zone, as in 2026-12-01T17:00:00Z; or give the day alone, as in 2026-12-01")
    return value


Due = Annotated[AwareDatetime | date, BeforeValidator(_with_zone)]
"""When something is to be done: before a moment, or in the course of a day."""


class AssignAction(StrEnum):
    """What was done with a case: it was given to somebody, or taken back from them."""

    GIVEN = "given"
    BACK = "back"


class Assignment(Kept):
    """One entry on who has a case, never changed once written. Of those on one person in one role the last counts."""

    to: str
    role: ReviewRole = ReviewRole.CHECKER
    action: AssignAction = AssignAction.GIVEN
    due: Due | None = None
    by: str
    at: AwareDatetime

    def overdue(self, now: datetime) -> bool:
        """Whether the time is over at `now`, which has a zone; a day is over when it is in that zone."""
        return self.due is not None and end_of(self.due, now) <= now


def end_of(due: date, now: datetime) -> datetime:
    """The moment at which the time is over: of a day, its end in the zone of `now`."""
    return due if isinstance(due, datetime) else datetime.combine(due, time.max, now.tzinfo)


def holders(entries: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """Who has the case: for each person and role the last entry, where that gave it to them."""
    last: dict[tuple[str, ReviewRole], Assignment] = {}
    for entry in entries:
        last[folded(entry.to), entry.role] = entry
    return tuple(entry for entry in last.values() if entry.action is AssignAction.GIVEN)


class NoteAction(StrEnum):
    """What an entry among the notes does: it is one, or says of one that it is dealt with, or that its writer takes it back."""

    WRITTEN = "written"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


class Note(Kept):
    """One entry on the case as a whole, never changed once written. `reply_to` is the id of the note that it is about."""

    id: str
    by: str
    at: AwareDatetime
    action: NoteAction = NoteAction.WRITTEN
    text: str | None = None
    reply_to: str | None = None

    @model_validator(mode="after")
    def _holds_what_it_needs(self) -> Note:
        if self.action is NoteAction.WRITTEN and not self.text:
            raise ValueError("a note needs its text")
        if self.action is not NoteAction.WRITTEN and not self.reply_to:
            raise ValueError(f"what says that a note is {self.action} needs its id as reply_to")
        return self

    @property
    def mentions(self) -> tuple[str, ...]:
        """The names that stand in its text behind an @, each up to the first space."""
        return tuple(dict.fromkeys(_MENTION.findall(self.text or "")))

    def mentions_one(self, name: str) -> bool:
        """Whether somebody is meant by one of them: by the first word of their name, or by all of it without spaces."""
        own = {one.casefold() for one in _handles(name)}
        return any(one.casefold() in own for one in self.mentions)


def handles(names: Iterable[str]) -> dict[str, str]:
    """What is written behind an @ so that each of some people is meant, and no other of them where it can be; nothing for one who cannot be
    meant so.

    >>> handles(["Ada Lovelace", "Ben Reyes", "Ben"])
    {'Ada Lovelace': 'Ada', 'Ben Reyes': 'Ben.Reyes', 'Ben': 'Ben'}
    """
    people = list({folded(name): name for name in names}.values())
    meaning = Counter(handle.casefold() for name in people for handle in dict.fromkeys(_handles(name)))
    found: dict[str, str] = {}
    for name in people:
        short, joined, dotted = _handles(name)
        fit = [one for one in (short, dotted, joined) if _MENTION.fullmatch(f"@{one}")]
        alone = [one for one in fit if meaning[one.casefold()] == 1]
        found |= {name: (alone or fit[1:] or fit)[0]} if fit else {}
    return found


def _handles(name: str) -> tuple[str, str, str]:
    """What means somebody behind an @: the first word of their name, or all of it without spaces or with dots in their place."""
    words = name.split()
    return (words[0] if words else ""), "".join(words), ".".join(words)


class Thread(Model):
    """A note with the replies to it, in order; `withdrawn` are the ids of those that their writers took back."""

    entries: tuple[Note, ...]
    withdrawn: frozenset[str] = frozenset()

    @property
    def first(self) -> Note:
        """The note that it begins with."""
        return self.entries[0]

    @property
    def standing(self) -> tuple[Note, ...]:
        """The notes that nobody has taken back."""
        return tuple(n for n in self.entries if n.action is NoteAction.WRITTEN and n.id not in self.withdrawn)

    @property
    def open(self) -> bool:
        """Whether somebody still has to deal with it: a reply after it was resolved opens it again."""
        left = [n for n in self.entries if n.action is not NoteAction.WITHDRAWN and n.id not in self.withdrawn]
        return bool(self.standing) and left[-1].action is not NoteAction.RESOLVED

    def waits_for(self, name: str) -> bool:
        """Whether somebody is mentioned in it while it is open, and has not written in it since."""
        waits = False
        for note in self.standing:
            waits = not same_name(note.by, name) and (waits or note.mentions_one(name))
        return waits and self.open


def threads(notes: Iterable[Note]) -> tuple[Thread, ...]:
    """The notes by what they answer. One that answers none that stands before it begins a thread of its own."""
    first: dict[str, str] = {}
    told: dict[str, list[Note]] = {}
    written: dict[str, Note] = {}
    gone: set[str] = set()
    for note in notes:
        of = first.get(note.reply_to or "", note.id)
        if note.id not in first:
            first[note.id] = of
            written[note.id] = note
        elif of == note.id:
            of = first[note.id]  # a second note under one id, which a hand has written
        told.setdefault(of, []).append(note)
        about = written.get(note.reply_to or "")
        if note.action is NoteAction.WITHDRAWN and about is not None and same_name(about.by, note.by):
            gone.add(about.id)
    return tuple(Thread(entries=tuple(entries), withdrawn=frozenset(gone & {entry.id for entry in entries})) for entries in told.values())
