"""What a reviewer can do to a case, each as a value that can be done and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from factcheck.model import (
    Aspect,
    Case,
    Claim,
    Contact,
    DateValue,
    Dismissal,
    Entity,
    Evidence,
    Figure,
    Flag,
    Former,
    Mode,
    Note,
    Review,
    Source,
    Tie,
    Verdict,
    Waiver,
)
from factcheck.workbench.many import AddReviews
from factcheck.workbench.reshape import Reshape

Entry = TypeVar("Entry")


class Edit(Protocol):
    """One change to a case. `undo` takes back exactly what `do` added and touches nothing that came in between.

    Where somebody else has changed the same thing since, so that it cannot be done or taken back, both give the case as it is.
    """

    def do(self, case: Case) -> Case:
        """The case with the change."""

    def undo(self, case: Case) -> Case:
        """The case without the change."""


@dataclass(frozen=True)
class AddReview:
    """A verdict, a note, a correction or a question on a claim."""

    claim: str
    review: Review

    def do(self, case: Case) -> Case:
        """The case with the review last in its claim's history."""
        return _changed(case, self.claim, lambda claim: {"reviews": (*claim.reviews, self.review)})

    def undo(self, case: Case) -> Case:
        """The case without the newest review that equals this one."""
        return _changed(case, self.claim, lambda claim: {"reviews": _without_last(claim.reviews, self.review)})


@dataclass(frozen=True)
class AddEvidence:
    """A piece of evidence hung on a claim."""

    claim: str
    evidence: Evidence

    def do(self, case: Case) -> Case:
        """The case with the evidence last in its claim's list."""
        return _changed(case, self.claim, lambda claim: {"evidence": (*claim.evidence, self.evidence)})

    def undo(self, case: Case) -> Case:
        """The case without the newest evidence that equals this one."""
        return _changed(case, self.claim, lambda claim: {"evidence": _without_last(claim.evidence, self.evidence)})


@dataclass(frozen=True)
class EndEvidence:
    """A piece of evidence taken away, or with other words in its place (`after`); `former` is what was, for the history."""

    claim: str
    before: Evidence
    after: Evidence | None
    former: Former | None

    def do(self, case: Case) -> Case:
        """The case with what comes in its place, and what was; as it is where the piece is there no more."""
        return _changed(case, self.claim, self._done)

    def undo(self, case: Case) -> Case:
        """The case with the piece as it was; as it is where what came in its place is there no more."""
        return _changed(case, self.claim, self._undone)

    def _done(self, claim: Claim) -> dict[str, object]:
        if self.before not in claim.evidence:
            return {}
        former = (*claim.former, self.former) if self.former else claim.former
        return {"evidence": _with_in_place(claim.evidence, self.before, self.after), "former": former}

    def _undone(self, claim: Claim) -> dict[str, object]:
        if self.after is None:
            if self.former not in claim.former:
                return {}
            evidence = (*claim.evidence, self.before)
        elif self.after not in claim.evidence:
            return {}
        else:
            evidence = _with_in_place(claim.evidence, self.after, self.before)
        return {"evidence": evidence, "former": _without_last(claim.former, self.former) if self.former else claim.former}


def _with_in_place(items: Sequence[Evidence], old: Evidence, new: Evidence | None) -> tuple[Evidence, ...]:
    at = items.index(old)
    return (*items[:at], *([new] if new is not None else []), *items[at + 1 :])


@dataclass(frozen=True)
class AddContact:
    """A talk put into the log; the evidence that comes of it is edits of its own."""

    contact: Contact

    def do(self, case: Case) -> Case:
        """The case with the talk last in its log."""
        return case.model_copy(update={"contacts": (*case.contacts, self.contact)})

    def undo(self, case: Case) -> Case:
        """The case without it."""
        return case.model_copy(update={"contacts": _without_last(case.contacts, self.contact)})


@dataclass(frozen=True)
class AddNote:
    """An entry among the notes on the case as a whole: a note, an answer, or what is said of one."""

    note: Note

    def do(self, case: Case) -> Case:
        """The case with the note last."""
        return case.model_copy(update={"notes": (*case.notes, self.note)})

    def undo(self, case: Case) -> Case:
        """The case without it; what somebody has answered to it since stays."""
        return case.model_copy(update={"notes": _without_last(case.notes, self.note)})


@dataclass(frozen=True)
class SetValue:
    """What a date or figure means, put in the place of what was read. `gists`: id, old and new wording of those that tell it."""

    claim: str
    before: DateValue | Figure
    after: DateValue | Figure
    gists: tuple[tuple[str, str, str], ...]

    @classmethod
    def on(cls, claim: Claim, whole: Claim | None, value: DateValue | Figure) -> SetValue:
        """The edit that gives the claim another value; `whole` is the claim that it is part of."""
        from factcheck.values import glossed

        if claim.value is None:
            raise ValueError(f"claim {claim.id} is neither a date nor a figure")
        gists = [(claim.id, claim.gist, glossed(value))]
        if whole is not None:
            gists.append((whole.id, whole.gist, _retold(whole, claim.value, value)))
        return cls(claim.id, claim.value, value, tuple(gists))

    def do(self, case: Case) -> Case:
        """The case with the new value and the gists that tell it, where it still has the old one."""
        return self._changed(case, self.before, self.after, self.gists)

    def undo(self, case: Case) -> Case:
        """The case with the old value and gists, where it still has the new one."""
        return self._changed(case, self.after, self.before, [(name, new, old) for name, old, new in self.gists])

    def _changed(self, case: Case, old: DateValue | Figure, new: DateValue | Figure, gists: Sequence[tuple[str, str, str]]) -> Case:
        claim = next((claim for claim in case.claims if claim.id == self.claim), None)
        if claim is None or claim.value != old:
            return case
        case = case.with_claim(claim.model_copy(update={"date" if isinstance(new, DateValue) else "figure": new}))
        telling = {name: (told, retold) for name, told, retold in gists}
        for claim in [claim for claim in case.claims if telling.get(claim.id, ("", ""))[0] == claim.gist]:
            case = case.with_claim(claim.model_copy(update={"gist": telling[claim.id][1]}))
        return case


def _retold(whole: Claim, old: DateValue | Figure, new: DateValue | Figure) -> str:
    """The gist of the claim around a date, with the day in brackets after its words changed, or put there where they had none.

    Words that somebody said get no brackets that they did not have.
    """
    from factcheck.values import resolved_day

    if not isinstance(old, DateValue) or not isinstance(new, DateValue):
        return whole.gist
    words, said, day = " ".join(old.text.split()), resolved_day(old), resolved_day(new)
    if said is None and whole.mode in (Mode.DIRECT, Mode.MIXED):
        return whole.gist
    told = re.compile(rf"(?<!\w){re.escape(f'{words} [{said}]')}" if said else rf"(?<!\w){re.escape(words)}(?!\w| \[)")
    return told.sub(lambda _: f"{words} [{day}]" if day else words, whole.gist, count=1)


@dataclass(frozen=True)
class Retie:
    """Whom some words mean, put right: the tie, and who is in the article and what does not agree in it, before and after."""

    tie: Tie
    before: tuple[tuple[Entity, ...], tuple[Flag, ...]]
    after: tuple[tuple[Entity, ...], tuple[Flag, ...]]

    def do(self, case: Case) -> Case:
        """The case with the tie, where the same people are in it as then."""
        return self._retied(case, self.before, self.after, (*case.ties, self.tie))

    def undo(self, case: Case) -> Case:
        """The case without it, where nobody else has said whom words mean since."""
        return self._retied(case, self.after, self.before, _without_last(case.ties, self.tie))

    def _retied(
        self,
        case: Case,
        old: tuple[tuple[Entity, ...], tuple[Flag, ...]],
        new: tuple[tuple[Entity, ...], tuple[Flag, ...]],
        ties: tuple[Tie, ...],
    ) -> Case:
        if case.entities != old[0]:
            return case
        return case.model_copy(update={"ties": ties, "entities": new[0], "flags": new[1]})


@dataclass(frozen=True)
class DropOrphan:
    """A claim whose words the article lost taken off the list of those that wait; `table` is how the case has it."""

    table: dict[str, Any]

    def do(self, case: Case) -> Case:
        """The case without it."""
        from factcheck.casefile import orphan_tables, with_orphans

        return with_orphans(case, _without_last(orphan_tables(case), self.table))

    def undo(self, case: Case) -> Case:
        """The case with it, last, unless somebody has put it back already."""
        from factcheck.casefile import orphan_tables, with_orphans

        there = orphan_tables(case)
        return case if self.table in there else with_orphans(case, (*there, self.table))


@dataclass(frozen=True)
class MakeConfidential:
    """A source marked as one that no export names unless it is asked to, or no longer."""

    source: Source
    confidential: bool

    def do(self, case: Case) -> Case:
        """The case with the source so marked."""
        return self._marked(case, self.confidential)

    def undo(self, case: Case) -> Case:
        """The case with the source marked as it was."""
        return self._marked(case, self.source.confidential)

    def _marked(self, case: Case, confidential: bool) -> Case:
        known = case.sources_by_key.get(self.source.key, self.source)
        return case.with_source(known.model_copy(update={"confidential": confidential}))


@dataclass(frozen=True)
class DismissFlag:
    """A flag let pass, with the reason."""

    dismissal: Dismissal

    def do(self, case: Case) -> Case:
        """The case with the dismissal."""
        return case.model_copy(update={"dismissals": (*case.dismissals, self.dismissal)})

    def undo(self, case: Case) -> Case:
        """The case without the dismissal: the flag is open again."""
        return case.model_copy(update={"dismissals": _without_last(case.dismissals, self.dismissal)})


@dataclass(frozen=True)
class Waive:
    """Words let pass, with the reason."""

    waiver: Waiver

    def do(self, case: Case) -> Case:
        """The case with the waiver."""
        return case.model_copy(update={"waivers": (*case.waivers, self.waiver)})

    def undo(self, case: Case) -> Case:
        """The case without the waiver: the words are to be checked again."""
        return case.model_copy(update={"waivers": _without_last(case.waivers, self.waiver)})


@dataclass(frozen=True)
class OpenFlag:
    """A dismissal taken back."""

    dismissal: Dismissal

    def do(self, case: Case) -> Case:
        """The case without the dismissal."""
        return DismissFlag(self.dismissal).undo(case)

    def undo(self, case: Case) -> Case:
        """The case with the dismissal again, unless somebody has put it back already."""
        return case if self.dismissal in case.dismissals else DismissFlag(self.dismissal).do(case)


@dataclass(frozen=True)
class Step:
    """What one key did: its edits, done and undone together, in words, and where it was done."""

    words: str
    edits: tuple[Edit, ...]
    claim: str | None
    aspect: Aspect | None = None

    @property
    def offset(self) -> int:
        """Where in the article its claims begin to come and go; 0 when none do."""
        claims = [claim for edit in self.edits if isinstance(edit, Reshape) for claim in (*edit.before, *edit.after)]
        return min((claim.start for claim in claims), default=0)

    @property
    def only_notes(self) -> bool:
        """Whether it adds to the notes on the case alone, which no sign-off covers."""
        return bool(self.edits) and all(isinstance(edit, AddNote) for edit in self.edits)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that it gives its claim, or what goes along with that."""
        many = [one for edit in self.edits if isinstance(edit, AddReviews) for one in edit.reviews]
        one = [(edit.claim, edit.review) for edit in self.edits if isinstance(edit, AddReview)]
        given = [(claim, review.verdict) for claim, review in (*one, *many) if review.verdict is not None]
        own = [verdict for claim, verdict in given if claim == self.claim]
        return next(iter(own or [verdict for _, verdict in given]), None)

    def do(self, case: Case) -> Case:
        """The case with every edit of the step."""
        for edit in self.edits:
            case = edit.do(case)
        return case

    def redone(self, case: Case) -> tuple[Case, Step]:
        """The case with the step again, as far as somebody else has not changed the same since, and the edits of it that were done."""
        return self._as_far(case, self.edits, lambda edit, case: edit.do(case))

    def undone(self, case: Case) -> tuple[Case, Step]:
        """The case without the step, as far as somebody else has not changed the same since, and the edits that were taken back."""
        made, step = self._as_far(case, self.edits[::-1], lambda edit, case: edit.undo(case))
        return made, replace(step, edits=step.edits[::-1])

    def _as_far(self, case: Case, edits: Sequence[Edit], change: Callable[[Edit, Case], Case]) -> tuple[Case, Step]:
        """Claims that come and go hang together: of a step with such, all is done or nothing."""
        as_one = any(isinstance(edit, Reshape) for edit in edits)
        made, taken = case, list[Edit]()
        for edit in edits:
            changed = change(edit, made)
            if changed != made:
                made, taken = changed, [*taken, edit]
            elif as_one:
                return case, replace(self, edits=())
        return made, replace(self, edits=tuple(taken))


def _changed(case: Case, claim_id: str, change: Callable[[Claim], dict[str, object]]) -> Case:
    """The case with one claim changed; as it is when somebody else has taken that claim out since."""
    claim = next((claim for claim in case.claims if claim.id == claim_id), None)
    return case if claim is None else case.with_claim(claim.model_copy(update=change(claim)))


def _without_last(entries: Sequence[Entry], entry: Entry) -> tuple[Entry, ...]:
    at = next((i for i in range(len(entries) - 1, -1, -1) if entries[i] == entry), None)
    return tuple(entries) if at is None else (*entries[:at], *entries[at + 1 :])
