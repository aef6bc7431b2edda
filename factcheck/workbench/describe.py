"""A claim in words: what the details say about it, as lines of styled pieces that know nothing of a screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from factcheck.language.calendar import MONTHS
from factcheck.model import (
    Aspect,
    Basis,
    Bearing,
    Case,
    Claim,
    DateValue,
    Evidence,
    Flag,
    Former,
    Gender,
    Review,
    Source,
    Stance,
    Written,
    count,
    one_line,
)
from factcheck.workbench.results import NONE_CHOSEN
from factcheck.workbench.session import Session

Line = list[tuple[str, str]]
"""Pieces of text, already made visible, each with the name of its style (empty for none)."""

LONGEST = 1_500
"""Code points of any one text in the details; the rest is in the article."""


def details(session: Session, readings_key: str, *, listed: bool = False) -> list[Line]:
    """Everything about the chosen claim, a line each; `readings_key` is the one that shows the readings of a date, as it is printed.

    With `listed` the list shows the whole claim in sight of these lines, and they do not repeat it.
    """
    claim = session.view.claim
    if claim is None:
        return [] if session.view.claims else [[("This article has no claims.", "plain")]]
    lines = [
        *_old_words(claim),
        *_corrected(session.view.case, claim),
        *_flags(session, claim),
        *_value(claim, readings_key),
        *_entity(session.view.case, claim),
        *_where(session.view.case, claim),
        *_source(claim, listed=listed),
        *_family(session, claim, listed=listed),
        *_questions(claim),
        *_evidence(session.view.case, claim),
        *_evidence_around(session, claim),
        *_history(claim),
    ]
    if listed:
        return lines or [[("No evidence and no notes yet.", "plain")]]
    return [[(_said(claim.in_context), "headline")], *lines]


def about_claim(case: Case, claim: Claim) -> list[Line]:
    """A claim by itself: its words, its speaker, what it leans on and its history."""
    return [[(_said(claim.text), "headline")], *_source(claim), *_evidence(case, claim), *_history(claim)]


def judged(session: Session) -> Line:
    """What the next verdict goes to, and where each half of the claim stands."""
    claim = session.view.claim
    if claim is None:
        return [(NONE_CHOSEN, "target")] if session.view.claims else []
    together = session.view.together
    selected = len(together.selected)
    line: Line = [(f" {count(selected, 'claim')} ", "target")] if selected else []
    for aspect in claim.aspects:
        standing = session.view.standing(claim, aspect)
        target = aspect is session.view.aspect or together.both
        line.append((f" {'▶ ' if target else ''}{(aspect or Aspect.SO).row.question}", "target" if target else "plain"))
        line.append((f" {standing.sign} {standing} ", f"is-{standing}"))
    return line


def _old_words(claim: Claim) -> Iterator[Line]:
    """Of a claim that was decided on other words, those words beside what they are now."""
    if claim.judged_words is not None:
        yield [("judged   ", "label"), (f"“{_said(claim.judged_words)}”", "is-stale")]
        yield [("now      ", "label"), (f"“{_said(claim.text)}”", "")]


def _corrected(case: Case, claim: Claim) -> Iterator[Line]:
    """What of the claim was put right after the article ran."""
    for one in case.corrections_on(claim):
        changed = one.says or f"“{one.was}” became “{one.now}”"
        yield [("corrected ", "label"), (f"after it ran, {when(one.at)}: {_said(changed)}", "flag")]


def _where(case: Case, claim: Claim) -> Iterator[Line]:
    place = case.article.locator(claim.start)
    if place is not None:
        yield [("where    ", "label"), (_said(place), "")]


def _source(claim: Claim, *, listed: bool = False) -> Iterator[Line]:
    kind = [claim.kind.value, *([claim.mode.value] if claim.mode else []), *([f"“{_said(claim.cue.text)}”"] if claim.cue else [])]
    speaker = claim.speaker
    if speaker is not None:
        name = speaker.name and (f"{speaker.name}, {speaker.title}" if speaker.title else speaker.name)
        as_written = f" (“{_said(speaker.text)}” in the article)" if name and speaker.text != name else ""
        unnamed = "" if name else " (no name is given)"
        yield [("said by  ", "label"), (_said(name or speaker.text), ""), (unnamed, "flag"), (as_written, "plain")]
    elif claim.attributed:
        yield [("said by  ", "label"), ("nobody named", "flag")]
    if not listed or len(kind) > 1:
        yield [("kind     ", "label"), (", ".join(kind), "")]
    if claim.caveat is not None:
        yield [("         ", "label"), (_said(claim.caveat), "flag")]


def _value(claim: Claim, readings_key: str) -> Iterator[Line]:
    from factcheck.values import grounds_of, meaning_of

    value = claim.value
    if value is None:
        return
    line = [("means    ", "label"), (_said(meaning_of(value)), "value")]
    if isinstance(value, DateValue):
        line.append((f"  {_said(value.value)}", "plain"))
    if grounds := grounds_of(value):
        line.append((f"  {_said(grounds)}", "plain"))
    if isinstance(value, DateValue) and value.open_year and value.set_by is None:
        line.append((f"  which year? press {readings_key}", "flag"))
    yield line


def reading_line(value: DateValue, *, now: bool) -> str:
    """A reading of a date in a line: what it means, and on what that stands where it is the one in force or the passage told its year."""
    from factcheck.values import grounds_of, meaning_of

    told = value.basis.row.meaning if value.basis is Basis.YEAR and not now else ""
    why = ", ".join(filter(None, ("now", grounds_of(value)))) if now else told
    return one_line(f"{meaning_of(value)}{f' · {why}' if why else ''}", 200)


def _entity(case: Case, claim: Claim) -> Iterator[Line]:
    """Whom or what a name means, and how the article speaks of it elsewhere: what does not fit together shows here."""
    entity = case.entity(claim.entity)
    if entity is None:
        return
    gender = {Gender.FEMALE: ", she", Gender.MALE: ", he", None: ""}[entity.gender]
    party = f" ({_said(entity.party)})" if entity.party else ""
    yield [("is       ", "label"), (f"{entity.kind.value}{gender}: {_said(entity.name)}{party}", "value")]
    for label, said in (
        ("also     ", entity.names),
        ("title    ", entity.titles),
        ("kin      ", entity.kin),
        ("age      ", tuple(map(str, entity.ages))),
    ):
        if said:
            yield [(label, "label"), (_said("; ".join(said)), "flag" if label.startswith("age") and len(said) > 1 else "")]
    by_name = sum(1 for _ in entity.named())
    others = len(entity.mentions) - by_name
    otherwise = f", {others} more by role or pronoun" if others else ""
    yield [("named    ", "label"), (f"{count(by_name, 'time')}{otherwise}", "plain")]
    for tie in (tie for tie in case.ties if tie.means == entity.name):
        where = f"“{_said(tie.mention.text)}” in one place" if tie.mention is not None else f"“{_said(tie.name or '')}” throughout"
        yield [("tied     ", "label"), (f"{where}, by {_said(tie.by)}", "plain")]


def _family(session: Session, claim: Claim, *, listed: bool) -> Iterator[Line]:
    whole = session.view.get(claim.part_of) if claim.part_of else None
    if whole is not None and not (listed and session.view.takes(whole)):
        yield [("part of  ", "label"), (_said(one_line(whole.in_context, 200)), "plain")]
    parts = session.view.parts_of(claim)
    if parts:
        line: Line = [("holds    ", "label")]
        for part in parts:
            standing = session.view.standing(part)
            line += [(f"{standing.sign}{one_line(part.text, 40)}  ", f"is-{standing}")]
        yield line


def _flags(session: Session, claim: Claim) -> Iterator[Line]:
    for flag in session.view.flags_on(claim):
        yield from flag_lines(flag)


def flag_lines(flag: Flag) -> Iterator[Line]:
    """A flag in words: what it says, its places, and what it suggests."""
    message = _said(flag.message)
    yield [("⚑ ", "flag"), (f"{flag.severity}, {_said(flag.check)}: ", "label"), (message, "flag")]
    places = [one_line(span.text, 60) for span in flag.spans]
    told = all(place.rstrip("…") in message for place in places)
    line: Line = [] if told or (len(places) == 1 and not flag.suggestion) else [(" ↔ ".join(f"“{place}”" for place in places), "")]
    if flag.suggestion:
        line.append((f"{'  ' if line else ''}perhaps “{_said(flag.suggestion)}”", "plain"))
    if line:
        yield [("  ", ""), *line]


def _evidence(case: Case, claim: Claim) -> Iterator[Line]:
    if not claim.evidence:
        return
    found, bearing = [item for item in claim.evidence if item.stance is not Stance.CITED], Bearing(case)
    if found:
        pieces, sources = len(found), len(case.origins(found))
        of = "" if pieces == sources else f", from {count(sources, 'source')}"
        yield [(f"evidence ({pieces}{of})", "label")]
    for evidence in found:
        yield from _piece_of_evidence(bearing, claim, evidence)
    if cited := [item for item in claim.evidence if item.stance is Stance.CITED]:
        yield [(f"from the writer ({len(cited)})", "label")]
    for evidence in cited:
        yield from _piece_of_evidence(bearing, claim, evidence)


def _evidence_around(session: Session, claim: Claim) -> Iterator[Line]:
    """What hangs on the claim that a name, date or figure is part of: its sources are, as a rule, theirs."""
    around = session.view.get(claim.part_of) if claim.part_of else None
    if around is not None and around.evidence:
        yield [(f"on the larger claim ({len(around.evidence)})", "label")]
        bearing = Bearing(session.view.case)
        for evidence in around.evidence:
            yield from _piece_of_evidence(bearing, around, evidence)


def _piece_of_evidence(bearing: Bearing, claim: Claim, evidence: Evidence) -> Iterator[Line]:
    source = bearing.source_of(evidence)
    what = evidence.title or (source and source.title) or evidence.source or evidence.url or "unnamed source"
    stance = f"{evidence.stance}, says {evidence.stance_by}" if evidence.stance_by else evidence.stance.value
    facts = [stance, *([evidence.level.value] if evidence.level else []), *([evidence.locator] if evidence.locator else [])]
    yield [("+ ", "label"), (_said(what), ""), (f"  {_said(', '.join(facts))}", "plain")]
    if evidence.url and what != evidence.url:
        yield [("  ", ""), (_said(evidence.url), "plain")]
    if evidence.quote:
        yield [("  ", ""), (f"“{_said(evidence.quote)}”", "")]
    if evidence.note:
        yield [("  ", ""), (_said(f"{evidence.added_by or 'the writer'} notes: {evidence.note}"), "plain")]
    if source is not None:
        yield from ([("  ", ""), *line] for line in source_facts(source))
    for one in bearing.of(claim, evidence):
        apart = () if one.amount else one.remarks  # of a figure or day they are short
        told = "; ".join((one.description, *(one.remarks if one.amount else ())))
        yield [("  ", ""), (_said(told), "plain" if one.whole else "flag")]
        yield from ([("  ⚑ ", "flag"), (_said(remark), "flag")] for remark in apart)


def source_facts(source: Source) -> Iterator[Line]:
    """What came of looking at a source, whose text it carries, and where it is kept."""
    if source.confidential:
        yield [("confidential: no export names it unless you ask for it", "flag")]
    if source.status is not None:
        when_looked = f", {when(source.fetched)}" if source.fetched else ""
        yield [(_said(f"{source.status}{when_looked}"), "plain" if source.works else "flag")]
    if source.text_of:
        yield [(_said(f"carries the text of {source.text_of}"), "plain")]
    if source.archive:
        yield [(_said(f"archived at {source.archive}"), "plain")]


def _questions(claim: Claim) -> Iterator[Line]:
    """What waiting for the author's answer: no verdict ends it."""
    for words in claim.open_questions if claim.reviews else ():
        yield [("? ", "flag"), ("waiting for the author's answer: ", "label"), (_said(words), "flag")]


def _history(claim: Claim) -> Iterator[Line]:
    """What was done on the claim, the newest first."""
    done = [*((review.at, _entry(review)) for review in claim.reviews), *((item.ended_at, _ended(item)) for item in claim.former)]
    if done:
        yield [("history", "label")]
    if claim.former:  # reviews stand in the order in which they count, whatever the clock said
        done.sort(key=lambda one: one[0])
    yield from (line for _, line in reversed(done))


def _ended(item: Former) -> Line:
    """That evidence was changed or taken away, and what it was."""
    did = "changed evidence" if item.changed else "removed evidence"
    facts = ", ".join(filter(None, (item.stance.value, item.locator)))
    quoted = f" “{_said(item.quote)}”" if item.quote else ""
    what = _said(item.title or item.source or item.url or "unnamed source")
    return [(f"{when(item.ended_at)} {_said(item.ended_by)}: ", "plain"), (f"{did}: {what} ({_said(facts)}){quoted}", "")]


def entry_line(entry: Evidence | Written) -> Line:
    """What hangs on a claim, in a line."""
    if isinstance(entry, Evidence):
        what = entry.title or entry.source or entry.url or "unnamed source"
        stance = "no stance yet" if entry.stance is Stance.CITED else entry.stance.value
        return [("+ ", "plain"), (f"{stance:<14}", "flag" if entry.stance is Stance.CITED else "plain"), (one_line(what, 200), "")]
    kind = "open question" if entry.is_open else "answered" if entry.is_question else "note"
    sign = "? " if entry.is_question else "… "
    return [(sign, "plain"), (f"{kind:<14}", "flag" if entry.is_open else "plain"), (one_line(entry.words, 200), "")]


def about_entry(case: Case, claim: Claim, entry: Evidence | Written) -> Iterator[Line]:
    """All about what hangs on a claim: a piece of evidence, or a note or question with its answers."""
    if isinstance(entry, Evidence):
        yield from _piece_of_evidence(Bearing(case), claim, entry)
        return
    yield [(_said(entry.words), "headline")]
    yield [(f"{_said(entry.entry.by)}, {when(entry.entry.at)}", "plain")]
    if entry.entry != entry.began:
        yield [("began as  ", "label"), (_said(entry.began.question or entry.began.note or ""), "plain")]
    for one in entry.answers:
        yield [("answer  ", "label"), (_said(one.answer or ""), ""), (f"  {_said(one.by)}, {when(one.at)}", "plain")]


def _entry(review: Review) -> Line:
    line: Line = [(f"{when(review.at)} {_said(review.by)}: ", "plain")]
    if review.verdict is not None:
        half = f", {review.aspect.row.that}" if review.aspect else ""
        line.append((f"{review.verdict}{half}. ", f"is-{review.verdict}"))
    if review.correction:
        line.append((f"Should read: “{_said(review.correction)}” ", ""))
    if review.note:
        line.append((f"{_said(review.note)} ", ""))
    if review.question:
        line.append((f"Asks the author: {_said(review.question)} ", "flag"))
    if review.answer:
        line.append((f"The author answers: {_said(review.answer)} ", ""))
    if review.withdraws:
        line.append(("withdrew it", ""))
    return line


def when(at: datetime) -> str:
    """A moment in words, the same in every locale."""
    return f"{at.day} {MONTHS[at.month - 1][:3]} {at.year} {at:%H:%M}"


def _said(text: str) -> str:
    return one_line(text, LONGEST)
