"""The report as a Word document: the article with comments on its words, as editors expect it from a word processor."""

from __future__ import annotations

import io
import time
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from factcheck.model import Bearing, BlockRole, Case, Claim, Correction, FactcheckError, in_force, visible
from factcheck.reporting import words
from factcheck.reporting.desk import holder
from factcheck.reporting.marks import blocks_in_runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_FIXED = (1980, 1, 1, 0, 0, 0)
"""The moment that every file in the package is stamped with, so that the same case gives the same bytes."""
_STYLES = {BlockRole.HEADLINE: "Title", BlockRole.STANDFIRST: "Subtitle", BlockRole.CAPTION: "Caption"}


def as_docx(case: Case) -> bytes:
    """The article as it is, and on the words of each claim a comment with each verdict, note, question and correction, under the name of
    who wrote it and when; then, in short, what is open.
    """
    import docx

    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.comments = _text(words.headline(case)), "", ""
    about.created = about.modified = words.last_decided(case)
    held = "; ".join(holder(one, None) for one in case.holders)
    document.add_paragraph(_text(f"{words.decided(case)} {words.signed(case)}{f' Held by {held}' if held else ''}"), style="Intense Quote")
    placed = _article(document, case)
    bearing = Bearing(case)
    for claim in case.claims:
        if claim.id in placed:
            _comments(document, claim, placed[claim.id], bearing)
    _list(document, "Not in its source as it stands here", [one.told for one in bearing.lacking()])
    for title, lines in (("Corrected after it ran", _corrected(case)), ("Open notes on the case", _notes(case))):
        _list(document, title, lines)
    _list(document, "Flags", [f"{flag.check}: {flag.message}" for flag in case.open_flags])
    _open(document, case)
    return _same_bytes(document)


def _article(document: Document, case: Case) -> dict[str, list[Run]]:
    """Write the article, and give the runs in which the words of each claim stand."""
    placed: defaultdict[str, list[Run]] = defaultdict(list)
    for block, parts in blocks_in_runs(case.article, case.claims):
        paragraph = document.add_paragraph(style=_STYLES.get(block.role))
        for part in parts:
            run = paragraph.add_run(_text(part.text, lines=True))
            for claim in part.claims:
                placed[claim.id].append(run)
    return placed


def _comments(document: Document, claim: Claim, there: list[Run], bearing: Bearing) -> None:
    for review in claim.reviews:
        said = [words.history(review), review.note, review.question, review.answer]
        said += [f"Write: {review.correction}"] if review.correction else []
        _comment(document, there, review.by, review.at, [line for line in said if line])
    for item in claim.evidence:
        quoted = f": “{item.quote}”" if item.quote else ""
        where = f", {item.locator}" if item.locator else ""
        lines = [f"{item.stance}: {words.reference(item, bearing.source_of(item))}{where}{quoted}", *([item.url] if item.url else [])]
        lines += [item.note] if item.note else []
        for one in bearing.of(claim, item):
            lines += [one.description, *one.remarks]
        _comment(document, there, item.added_by or "", item.added_at, lines)
    if claim.standing().unsettled:
        _comment(document, there, "factcheck", None, [f"Still open: {claim.standing()}."])


def _comment(document: Document, there: list[Run], by: str, at: datetime | None, lines: list[str]) -> None:
    name = _text(by)[:100].strip() or "unnamed"
    initials = "".join(word[0] for word in name.split())[:4]
    comment = document.add_comment([there[0], there[-1]], _text("\n".join(lines), lines=True), author=name, initials=initials)
    at = at or datetime(1980, 1, 1, tzinfo=UTC)
    comment._comment_elm.date = words.in_utc(at).replace(tzinfo=UTC, microsecond=0)


def _list(document: Document, title: str, lines: list[str]) -> None:
    if lines:
        document.add_heading(title, level=1)
        for line in lines:
            document.add_paragraph(_text(line), style="List Bullet")


def _corrected(case: Case) -> list[str]:
    return [f"{one.at.date()}: {'; '.join(_changed(one))} ({one.by})" for one in in_force(case.corrections)]


def _changed(one: Correction) -> Iterator[str]:
    if one.was and one.now:
        yield f"“{one.was}” stood, “{one.now}” stands"
    if one.says:
        yield f"printed: “{one.says}”"
    if one.why:
        yield f"why: {one.why}"


def _notes(case: Case) -> list[str]:
    """The open notes, each with the answers to it."""
    told = (" — ".join(f"{note.text} ({note.by}, {note.at.date()})" for note in thread.standing) for thread in case.threads if thread.open)
    return list(told)


def _open(document: Document, case: Case) -> None:
    document.add_heading("Still open", level=1)
    left = [claim for claim in case.claims if claim.standing().open and claim.part_of is None]
    for claim in left:
        document.add_paragraph(_text(f"{claim.standing()}: {claim.in_context}"), style="List Bullet")
    if not left:
        document.add_paragraph("Nothing: every claim is decided.")


def _text(text: str, *, lines: bool = False) -> str:
    """Text that XML can hold, with what a reader could not see made visible."""
    return visible(text, lines=lines)


def _same_bytes(document: Any) -> bytes:
    """The document's package, every file in it stamped alike."""
    packed, out = io.BytesIO(), io.BytesIO()
    if time.localtime().tm_year < 1980:
        raise FactcheckError("A DOCX cannot be made while this machine's clock stands before 1980; set the clock, or name other formats.")
    document.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in _files(old):
            new.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    yield from ((name, package.read(name)) for name in package.namelist())
