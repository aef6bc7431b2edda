"""Corrections after an article ran: put into its case, and read from many cases for a public log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck import casefile
from factcheck.model import Case, Correction, FactcheckError, claim_ids, one_line
from factcheck.pipeline.opening import CASES, Opened, open_case, refuse_unknown
from factcheck.pipeline.people import as_on_sheet


def add_correction(opened: Opened, correction: Correction) -> list[str]:
    """Put a correction into its case, in one save, under an id of its own; what the person should know, in sentences.

    One that amends another has that one's words, claims and asker where it has none itself. The same entry is not put there again.
    Raises FactcheckError for claims and entries that are not there, for an entry that says nothing, and when the case cannot be saved.
    """
    case = opened.unchecked
    refuse_unknown(opened, correction.claims, "factcheck split --json and the workbench tell the ids")
    other_id = correction.acts_on
    other = next((entry for entry in case.corrections if entry.id == other_id), None)
    if other_id is not None and (other is None or other.withdraws):
        raise FactcheckError(f"{opened.shown} has no correction {one_line(other_id, 40)}; factcheck correct {opened.shown} lists them.")
    if other is not None and other.at > correction.at:
        raise FactcheckError(
            f"The correction {one_line(other.id, 40)} was made later, on {other.at.date()}; give a day after it with --at."
        )
    if correction.amends and other is not None:
        kept = {name: getattr(correction, name) or getattr(other, name) for name in ("was", "now", "asked_by", "claims")}
        correction = correction.model_copy(update=kept)
    if not (correction.withdraws or correction.says or (correction.was and correction.now)):
        raise FactcheckError("A correction says what stood and what stands: give both --was and --is, or the printed words with --say.")
    correction = correction.model_copy(update={"id": claim_ids([("correction", correction.model_dump_json(exclude={"id"}))])[0]})
    if any(entry.id == correction.id for entry in case.corrections):
        return ["This correction is in the case already; nothing was added."]
    saved = opened.file.save(case.model_copy(update={"corrections": (*case.corrections, correction)}))
    what = f"withdrew {correction.withdraws}" if correction.withdraws else "corrected"
    return [f"{correction.id}: {what} on {correction.at.date()}.", *saved.conflicts]


def cases_for_log(paths: Iterable[Path] = ()) -> Iterator[Case | FactcheckError]:
    """Each case in files and folders, once, with those as confidential sources who are so on its sheet; of one that cannot be read, why."""
    files = [file for path in (list(paths) or [CASES]) for file in (casefile.case_files(path) if path.is_dir() else [path])]
    for path in dict.fromkeys(files):
        try:
            yield as_on_sheet(open_case(path).unchecked, casefile.read_people(path))
        except FactcheckError as problem:
            yield problem
