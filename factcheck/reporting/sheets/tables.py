"""The tables of the spreadsheet, one a question: what is to do, what the article says, from where, about whom, what is flagged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from factcheck.model import (
    Aspect,
    Bearing,
    Case,
    Claim,
    ClaimKind,
    Contact,
    Correction,
    Dismissal,
    Entity,
    EntityKind,
    Evidence,
    Figure,
    Flag,
    Review,
    SignOff,
    Source,
    Standing,
    in_force,
    one_line,
)
from factcheck.model.names import folded
from factcheck.reporting import words
from factcheck.reporting.cited import cited
from factcheck.reporting.sheets.cells import Link, Marked, Value
from factcheck.reporting.to_do import Task, to_do

_LONGEST = 300
"""Characters of a name or title in a list of them."""


class Column(NamedTuple):
    """What heads a column, how many characters wide it is, and what it says of the thing that a row is about."""

    heading: str
    width: float
    value: Callable[[Any], Value]


@dataclass(frozen=True)
class Table:
    """A sheet: the question that it answers, its columns, and the things that its rows are about."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Case], Iterable[Any]]


class _Do(NamedTuple):
    number: int
    task: Task
    sources: str

    @classmethod
    def rows(cls, case: Case) -> Iterator[_Do]:
        bearing = Bearing(case)
        for number, task in enumerate(to_do(case), 1):
            yield cls(number, task, "\n".join(cited(item, bearing) for item in task.sources))

    @property
    def sentence(self) -> Value:
        at = self.task.sentence
        return at and Marked(at.before, at.words, at.after)


class _Told(NamedTuple):
    number: int
    claim: Claim
    sources: str

    @classmethod
    def rows(cls, case: Case) -> Iterator[_Told]:
        bearing = Bearing(case)
        for number, claim in enumerate(case.claims, 1):
            yield cls(number, claim, "\n".join(cited(item, bearing) for item in claim.evidence))

    @property
    def said(self) -> Standing | None:
        return self.claim.standing(Aspect.SAID) if self.claim.attributed else None

    @property
    def so(self) -> Standing:
        return self.claim.standing(Aspect.SO if self.claim.attributed else None)

    @property
    def day(self) -> Value:
        """The day that a date means; in words where it means a longer time, or one without a year."""
        value = self.claim.date
        if value is not None and value.earliest is not None and value.earliest == value.latest:
            return value.earliest
        return words.meaning(self.claim) if value is not None else None

    @property
    def figure(self) -> Value:
        """The number that a figure means; in words where there are two, or it is no number of its own."""
        value = self.claim.figure
        if value is None:
            return None
        return value.value if _is_plain(value) else words.meaning(self.claim)

    @property
    def written(self) -> str:
        asked = (f"Question: {one.words}{''.join(f' Answer: {answer.answer}' for answer in one.answers)}" for one in self.claim.questions)
        return "\n".join((*self.claim.notes, *asked))


class _Cited(NamedTuple):
    claim: Claim
    item: Evidence
    source: Source | None
    stands: str

    @classmethod
    def rows(cls, case: Case) -> Iterator[_Cited]:
        bearing = Bearing(case)
        found = defaultdict(list)
        for claim in case.claims:
            for item in claim.evidence:
                stands = "\n".join("; ".join((one.description, *one.remarks)) for one in bearing.of(claim, item))
                found[item.key].append(cls(claim, item, bearing.source_of(item), stands))
        return (row for rows in found.values() for row in rows)


class _Named(NamedTuple):
    entity: Entity
    claims: list[Claim]
    contacts: list[Contact]

    @classmethod
    def rows(cls, case: Case) -> Iterator[_Named]:
        claims, contacts = defaultdict(list), defaultdict(list)
        for claim in case.claims:
            if claim.kind is ClaimKind.NAME:
                claims[claim.entity].append(claim)
        for contact in case.contacts:
            contacts[folded(contact.person)].append(contact)
        for entity in case.entities:
            if entity.kind in (EntityKind.PERSON, EntityKind.BODY):
                known = dict.fromkeys(map(folded, (entity.name, *entity.names)))
                yield cls(entity, claims[entity.id], [one for name in known for one in contacts[name]])

    @property
    def spoken_to(self) -> str:
        told = ((one, "; ".join(filter(None, (one.confirmed, one.corrected, one.words)))) for one in self.contacts)
        return "\n".join(f"{one.how}, {one.at.date()}, {one.by}: {what or 'no answer'}" for one, what in told)


class _Raised(NamedTuple):
    flag: Flag
    past: Dismissal | None

    @classmethod
    def rows(cls, case: Case) -> Iterator[_Raised]:
        past = {one.fingerprint: one for one in reversed(case.dismissals)}
        return (cls(flag, past.get(flag.fingerprint)) for flag in case.flags)


class _Done(NamedTuple):
    at: datetime
    by: str
    role: str | None
    what: str
    claim: str | None
    correction: str | None
    said: str | None

    @classmethod
    def rows(cls, case: Case) -> Iterator[_Done]:
        entries = [cls.from_review(review, claim) for claim in case.claims for review in claim.reviews]
        gists = {claim.id: claim.in_context for claim in case.claims}
        entries += [cls.from_correction(one, gists) for one in in_force(case.corrections)]
        return iter(sorted([*entries, *map(cls.from_signoff, case.signoffs)], key=lambda one: one.at))

    @classmethod
    def from_review(cls, one: Review, claim: Claim) -> _Done:
        said = "\n".join(filter(None, (one.note, one.question, one.answer))) or None
        return cls(one.at, one.by, one.role, words.history(one), claim.in_context, one.correction, said)

    @classmethod
    def from_correction(cls, one: Correction, gists: Mapping[str, str]) -> _Done:
        on = "\n".join(gists[claim] for claim in one.claims if claim in gists) or one.was
        return cls(one.at, one.by, None, "corrected it after it ran", on, one.now, "\n".join(filter(None, (one.says, one.why))) or None)

    @classmethod
    def from_signoff(cls, one: SignOff) -> _Done:
        return cls(one.at, one.by, None, f"{one.action} the article", None, None, one.note)


def _is_plain(value: Figure) -> bool:
    return value.high is None and value.value.is_finite()


def _judges(claims: Iterable[Claim]) -> list[Review]:
    return [review for claim in claims for review in claim.reviews if review.verdict is not None]


def _by(claims: Iterable[Claim]) -> str:
    """Who has judged claims."""
    return ", ".join(dict.fromkeys(review.by for review in _judges(claims)))


def _on(claims: Iterable[Claim]) -> date | None:
    """The day on which claims were judged last."""
    last = max((review.at for review in _judges(claims)), default=None)
    return last.date() if last is not None else None


def _wanted(claims: Iterable[Claim]) -> str:
    return "\n".join(review.correction or "" for claim in claims for review in claim.wanted)


def _listed(names: Iterable[str]) -> str:
    return "; ".join(one_line(name, _LONGEST) for name in names)


def _link(address: str | None) -> Link | None:
    return Link(address) if address else None


TABLES = (
    Table("To do", (
        Column("No.", 5, lambda row: row.number),
        Column("What kind", 16, lambda row: row.task.need.row.heading),
        Column("Before it runs", 10, lambda row: "must" if row.task.need.row.must else "open"),
        Column("The sentence", 48, lambda row: row.sentence),
        Column("What to do", 34, lambda row: row.task.what),
        Column("Why", 26, lambda row: row.task.why),
        Column("Said by", 14, lambda row: row.task.by),
        Column("On", 12, lambda row: row.task.at and row.task.at.date()),
        Column("Waits for", 14, lambda row: row.task.waits_for),
        Column("Source", 28, lambda row: row.sources),
    ), _Do.rows),
    Table("Claims", (
        Column("No.", 6, lambda row: row.number),
        Column("What it says", 46, lambda row: row.claim.in_context),
        Column("Kind", 10, lambda row: row.claim.kind),
        Column("Said by", 16, lambda row: words.who(row.claim.speaker)),
        Column("Verdict: was it said?", 12, lambda row: row.said),
        Column("Verdict: is it so?", 12, lambda row: row.so),
        Column("Checked by", 13, lambda row: _by([row.claim])),
        Column("On", 12, lambda row: _on([row.claim])),
        Column("Day", 12, lambda row: row.day),
        Column("Figure", 11, lambda row: row.figure),
        Column("Unit", 9, lambda row: row.claim.figure and row.claim.figure.unit),
        Column("Write instead", 18, lambda row: _wanted([row.claim])),
        Column("Notes and questions", 24, lambda row: row.written),
        Column("Source", 28, lambda row: row.sources),
        Column("Id", 9, lambda row: row.claim.id),
    ), _Told.rows),
    Table("Sources", (
        Column("Source", 28, lambda row: words.reference(row.item, row.source)),
        Column("Address", 26, lambda row: _link(row.item.url)),
        Column("What it does", 11, lambda row: row.item.stance),
        Column("For which claim", 40, lambda row: row.claim.in_context),
        Column("Where in it", 11, lambda row: row.item.locator),
        Column("Which words", 28, lambda row: row.item.quote),
        Column("How they stand in it", 28, lambda row: row.stands),
        Column("First or second hand", 11, lambda row: row.item.level),
        Column("Added by", 13, lambda row: row.item.added_by),
        Column("Looked at", 12, lambda row: row.source and row.source.fetched and row.source.fetched.date()),
        Column("Came of it", 11, lambda row: row.source and row.source.status),
        Column("Kept copy", 14, lambda row: _link(row.source and row.source.archive)),
    ), _Cited.rows),
    Table("People", (
        Column("Name", 24, lambda row: row.entity.name),
        Column("Who", 9, lambda row: row.entity.kind),
        Column("Also called", 22, lambda row: _listed(row.entity.names)),
        Column("Titles and offices", 30, lambda row: _listed(row.entity.titles)),
        Column("Times named", 8, lambda row: sum(1 for _ in row.entity.named())),
        Column("Verdict: name and title", 13, lambda row: "; ".join(dict.fromkeys(claim.standing() for claim in row.claims))),
        Column("Checked by", 13, lambda row: _by(row.claims)),
        Column("On", 12, lambda row: _on(row.claims)),
        Column("Write instead", 18, lambda row: _wanted(row.claims)),
        Column("Notes", 22, lambda row: "\n".join(note for claim in row.claims for note in claim.notes)),
        Column("Source", 24, lambda row: "\n".join(words.reference(item) for claim in row.claims for item in claim.evidence)),
        Column("Spoken to", 28, lambda row: row.spoken_to),
    ), _Named.rows),
    Table("Flags", (
        Column("How sure", 10, lambda row: row.flag.severity),
        Column("What was found", 70, lambda row: row.flag.message),
        Column("Words", 40, lambda row: " / ".join(span.text for span in row.flag.spans)),
        Column("Check", 14, lambda row: row.flag.check),
        Column("Let pass by", 14, lambda row: row.past and row.past.by),
        Column("On", 12, lambda row: row.past and row.past.at.date()),
        Column("Why", 40, lambda row: row.past and row.past.reason),
    ), _Raised.rows),
    Table("History", (
        Column("When (UTC)", 17, lambda row: row.at),
        Column("Who", 16, lambda row: row.by),
        Column("As", 9, lambda row: row.role),
        Column("Did what", 24, lambda row: row.what),
        Column("On which claim", 60, lambda row: row.claim),
        Column("Correction", 30, lambda row: row.correction),
        Column("In which words", 44, lambda row: row.said),
    ), _Done.rows),
)  # fmt: skip
