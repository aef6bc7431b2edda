"""The notes on the case as a whole: what people write to one another there, as their reader sees it, and what is added to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from factcheck import pipeline
from factcheck.model import Note, NoteAction, Thread, one_line
from factcheck.model.names import same_name
from factcheck.workbench.edits import AddNote, Step
from factcheck.workbench.results import ActionResult, sentence
from factcheck.workbench.view import View


@dataclass(frozen=True)
class Posted:
    """A note that stands, in its thread; `waits` when the reader is mentioned in that, and has not answered."""

    note: Note
    thread: Thread
    waits: bool

    @property
    def answers(self) -> bool:
        """Whether it stands below another one."""
        return self.note.id != self.thread.standing[0].id


class Notes:
    """The notes on the case. What cannot be done to one raises FactcheckError with the reason."""

    def __init__(self, view: View, clock: Callable[[], datetime], do: Callable[[Step], None]) -> None:
        self._view = view
        self._clock = clock
        self._do = do

    def there(self, *, every: bool = False) -> tuple[Posted, ...]:
        """The notes that stand, by their threads: those that wait for the reader, the other open ones, and with `every` the rest.

        A reader who is blind sees the threads in which they wrote or are mentioned: what others write to others may tell what they decided.
        """
        name = self._view.reader.name
        waiting = [(thread, thread.waits_for(name)) for thread in self._view.case.threads if self._shown(thread)]
        waiting.sort(key=lambda one: (not one[1], not one[0].open))
        return tuple(Posted(note, thread, waits) for thread, waits in waiting if every or thread.open for note in thread.standing)

    @property
    def waiting(self) -> int:
        """In how many threads the reader is waited for."""
        return sum(thread.waits_for(self._view.reader.name) for thread in self._view.case.threads)

    @property
    def people(self) -> tuple[str, ...]:
        """Whoever a note may be meant for: those who have the case, wrote a note on it, or did something else there; not its reader."""
        case, claims = self._view.case, self._view.claims
        done = (case.assignments, case.signoffs, case.corrections, case.contacts, case.dismissals, case.waivers, case.removals)
        found = [one.to for one in case.assignments] + [note.by for note in reversed(case.notes)]
        found += [entry.by for entries in done for entry in entries] + [review.by for claim in claims for review in claim.reviews]
        return tuple(name for name in dict.fromkeys(found) if not same_name(name, self._view.reader.name))

    def _shown(self, thread: Thread) -> bool:
        name = self._view.reader.name
        return not self._view.reader.blind or any(same_name(note.by, name) or note.mentions_one(name) for note in thread.standing)

    def write(self, text: str) -> ActionResult:
        """Write a note on the case."""
        return self._add("note on the case", NoteAction.WRITTEN, None, text)

    def reply(self, to: Note, text: str) -> ActionResult:
        """Answer a note."""
        return self._add(f"answer to {one_line(to.by, 40)}", NoteAction.WRITTEN, to, text)

    def resolve(self, posted: Posted) -> ActionResult:
        """Say that a thread is dealt with."""
        return self._add(f"dealt with: “{_called(posted.thread.standing[0])}”", NoteAction.RESOLVED, posted.note)

    def withdraw(self, note: Note) -> ActionResult:
        """Take one's own note back."""
        return self._add(f"taken back: “{_called(note)}”", NoteAction.WITHDRAWN, note)

    def _add(self, words: str, action: NoteAction, about: Note | None, text: str | None = None) -> ActionResult:
        view = self._view
        note = pipeline.new_note(view.case, action, text, about, view.reader.name, self._clock())
        words += _meant_for(note.mentions)
        self._do(Step(words, (AddNote(note),), view.chosen, view.aspect))
        return ActionResult(sentence(words), saves=True)


def _meant_for(names: Iterable[str]) -> str:
    told = ", ".join(one_line(name, 40) for name in names)
    return f", for {one_line(told, 120)}" if told else ""


def _called(note: Note) -> str:
    return one_line(note.text or "", 40)
