"""The CSV report: one line a claim, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from factcheck.model import Aspect, Case, Claim, Flag, flags_by_claim, visible
from factcheck.reporting.words import grounds, meaning, reference

COLUMNS = (
    "id", "kind", "part_of", "text", "gist", "speaker", "name", "title", "cue", "mode", "read_as", "rests_on", "checkable", "standing",
    "so", "corrections", "notes", "questions", "answers", "evidence", "flags", "where", "start", "end",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection)."""


def as_csv(case: Case) -> str:
    """The claims as CSV by RFC 4180, in the order of the article, with a line of column names."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    flags = flags_by_claim(case.claims, case.open_flags)
    for claim in case.claims:
        row = claim_row(case, claim, flags.get(claim.id, ()))
        writer.writerow([cell(row[column]) for column in COLUMNS])
    return out.getvalue()


def claim_row(case: Case, claim: Claim, flags: Iterable[Flag]) -> dict[str, object]:
    """What a table says of a claim, by column; `flags` are those that touch its words."""
    speaker = claim.speaker
    return {
        "id": claim.id,
        "kind": claim.kind,
        "part_of": claim.part_of,
        "text": claim.text,
        "gist": claim.in_context,
        "speaker": speaker and speaker.text,
        "name": speaker and speaker.name,
        "title": speaker and speaker.title,
        "cue": claim.cue and claim.cue.text,
        "mode": claim.mode,
        "read_as": meaning(claim),
        "rests_on": grounds(claim),
        "checkable": claim.caveat or "yes",
        "standing": claim.standing(),
        "so": claim.standing(Aspect.SO) if claim.attributed else None,
        "corrections": "; ".join(r.correction or "" for r in claim.wanted),
        "notes": "; ".join(claim.notes),
        "questions": "; ".join(claim.open_questions),
        "answers": "; ".join(f"{one.words} {answer.answer}" for one in claim.questions for answer in one.answers),
        "evidence": "; ".join(f"{e.stance}: {e.url or reference(e)}" for e in claim.evidence),
        "flags": "; ".join(f.check for f in flags),
        "where": case.article.locator(claim.start),
        "start": claim.start,
        "end": claim.end,
    }


def cell(value: object) -> str:
    """A value as a cell of a table that no spreadsheet reads as a formula."""
    text = visible(str(value), lines=True) if value is not None else ""
    return f"'{text}" if text.startswith(_FORMULA) else text
