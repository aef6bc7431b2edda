"""Corrections after an article ran: put into its case, and read from many cases for a public log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck import casefile
from factcheck.model import Case, Correction, FactcheckError, claim_ids, in_force, one_line, undone_by
from factcheck.pipeline.opening import Opened, files_of, open_case, refuse_unknown
from factcheck.pipeline.people import as_on_sheet


def add_correction(opened: Opened, correction: Correction) -> list[str]:
    """Put a correction into its case, in one save, under an id of its own; what the person should know, in sentences.

    One that amends another has that one's words, claims and asker where it has none itself. The same entry is not put there again.
    Raises FactcheckError for claims and entries that are not there, for one that counts no more, for an entry that says
    nothing or nothing new, and when the case cannot be saved.
    """
    case = opened.unchecked
    refuse_unknown(opened, correction.claims, "factcheck split --json and the workbench tell the ids")
    other = _acted_on(opened, correction.acts_on) if correction.acts_on is not None else None
    whole = correction if other is None else _with_words_of(other, correction)
    _refuse_without_words(whole)
    made = whole.model_copy(update={"id": claim_ids([("correction", whole.model_dump_json(exclude={"id"}))])[0]})
    if any(entry.id == made.id for entry in case.corrections):
        return ["This correction is in the case already; nothing was added."]
    if other is not None:
        _refuse_undone(case, other)
        if other.at > made.at:
            raise FactcheckError(
                f"The correction {_id(other)} was made later, on {other.at.isoformat(' ', 'minutes')}; give a moment after it with --at."
            )
        if not made.withdraws and _says(made) == _says(other) and made.why in (None, other.why):
            raise FactcheckError(f"The correction {_id(other)} says that already; nothing was added.")
    after = (*case.corrections, made)
    saved = opened.file.save(case.model_copy(update={"corrections": after}))
    before = in_force(case.corrections)
    again = "".join(f"; {_id(one)} stands again" for one in in_force(after) if one is not made and one not in before)
    what = f"withdrew {made.withdraws}" if made.withdraws else "corrected"
    return [f"{made.id}: {what} on {made.at.date()}{again}.", *saved.conflicts]


def _acted_on(opened: Opened, wanted: str) -> Correction:
    """The entry that another is to amend or withdraw. Raises FactcheckError where there is none, and for one that says nothing itself."""
    found = next((entry for entry in opened.unchecked.corrections if entry.id == wanted), None)
    if found is None:
        raise FactcheckError(f"{opened.shown} has no correction {one_line(wanted, 40)}; factcheck correct {opened.shown} lists them.")
    if found.withdraws:
        raise FactcheckError(f"{_id(found)} only withdraws a correction; write what is right now as a new one.")
    return found


def _refuse_undone(case: Case, other: Correction) -> None:
    """Raise FactcheckError for an entry that was withdrawn, or in whose place another stands."""
    since = undone_by(case.corrections).get(other.id)
    if since is None:
        return
    by = f"on {since.at.date()} by {one_line(since.by, 60)}"
    if since.withdraws:
        raise FactcheckError(f"The correction {_id(other)} was withdrawn {by}; write what is right now as a new one.")
    raise FactcheckError(f"The correction {_id(other)} was amended {by}; {_id(since)} has replaced it, so amend or withdraw that one.")


def _with_words_of(other: Correction, correction: Correction) -> Correction:
    """The entry with what it does not say anew as the one has it that it amends; the printed words stay only where no others are given."""
    if correction.withdraws:
        return correction
    kept = ["asked_by", "claims"]
    if not correction.says:
        kept += ["was", "now"] if correction.was or correction.now else ["was", "now", "says"]
    return correction.model_copy(update={name: getattr(correction, name) or getattr(other, name) for name in kept})


def _refuse_without_words(correction: Correction) -> None:
    """Raise FactcheckError for an entry that does not say what it should, and for a withdrawal that says more than why."""
    if correction.withdraws:
        if any((*_says(correction), correction.asked_by)):
            raise FactcheckError("A withdrawal says only why; amend the correction instead, or write a new one.")
    elif not (correction.says or (correction.was and correction.now)):
        raise FactcheckError(
            "A correction needs what the article said and what it says now: give both --was and --is, or the printed words with --say."
        )
    elif correction.was and correction.now and one_line(correction.was) == one_line(correction.now):
        raise FactcheckError("--was and --is are the same words; give what the article says now with --is.")


def _says(correction: Correction) -> tuple[object, ...]:
    return correction.was, correction.now, correction.says, correction.claims


def _id(correction: Correction) -> str:
    return one_line(correction.id, 40)


def cases_for_log(paths: Iterable[Path] = ()) -> Iterator[Case | FactcheckError]:
    """Each case in files and folders, once, with those as confidential sources who are so on its sheet; of one that cannot be read, why."""
    for path in files_of(paths):
        try:
            yield as_on_sheet(open_case(path).unchecked, casefile.read_people(path))
        except FactcheckError as problem:
            yield problem
