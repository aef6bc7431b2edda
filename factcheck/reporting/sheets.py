"""The report as a spreadsheet: claims, evidence and flags, every cell plain text or a number, so that nothing in it is ever a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck.model import Bearing, Case, visible
from factcheck.reporting import words
from factcheck.reporting.table import COLUMNS, claim_row

LONGEST = 32_767
"""Characters that a cell holds (ECMA-376)."""
_WIDE = {"text": 60, "gist": 60, "quote": 60, "message": 60, "source": 40, "status": 30, "notes": 40, "corrections": 40, "evidence": 40}

_EVIDENCE = ("claim", "stance", "level", "source", "url", "quote", "match", "locator", "note", "status", "archive", "added_by")
_FLAGS = ("check", "severity", "message", "words", "dismissed_by", "reason")


def as_xlsx(case: Case) -> bytes:
    """The sheets "Claims", "Evidence" and "Flags", each with a line of column names that stays in sight and filters."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": visible(words.headline(case))[:200], "created": words.last_decided(case)})
    _sheet(book, "Claims", COLUMNS, (claim_row(case, claim) for claim in case.claims))
    _sheet(book, "Evidence", _EVIDENCE, _evidence(case))
    _sheet(book, "Flags", _FLAGS, _flags(case))
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Iterable[dict[str, object]]) -> None:
    sheet = book.add_worksheet(name)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(column, 14), wrapped)
        sheet.write_string(0, at, column, bold)
    count = 0
    for count, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            value = row[column]
            if isinstance(value, int) and not isinstance(value, bool):
                sheet.write_number(count, at, value)
            elif value is not None:
                sheet.write_string(count, at, _cut(visible(str(value), lines=True)))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, count), len(columns) - 1)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _evidence(case: Case) -> Iterator[dict[str, object]]:
    bearing = Bearing(case)
    for claim in case.claims:
        for item in claim.evidence:
            source = bearing.source_of(item)
            found = [one.quotation for one in bearing.of(claim, item) if not one.amount]
            yield {
                "claim": claim.id,
                "stance": item.stance,
                "level": item.level,
                "source": words.reference(item, source),
                "url": item.url,
                "quote": item.quote,
                "match": found[0].match if found else None,
                "locator": item.locator,
                "note": item.note,
                "status": source and source.status,
                "archive": source and source.archive,
                "added_by": item.added_by,
            }


def _flags(case: Case) -> Iterator[dict[str, object]]:
    for flag in case.flags:
        dismissal = case.dismissal_of(flag)
        yield {
            "check": flag.check,
            "severity": flag.severity,
            "message": flag.message,
            "words": " / ".join(span.text for span in flag.spans),
            "dismissed_by": dismissal and dismissal.by,
            "reason": dismissal and dismissal.reason,
        }
