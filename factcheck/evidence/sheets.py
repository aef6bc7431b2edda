"""The cells of a spreadsheet, as they are shown: Excel's packages (ECMA-376), OpenDocument's (ISO 26300), and tables in plain text.

Started as a program, it does so in a process of its own, which hostile input cannot hold up.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.apart import EndedError, bounded, run_apart
from factcheck.documents import UnreadableError
from factcheck.documents.containers import Package, local, parsed
from factcheck.documents.webpage import decoded
from factcheck.evidence.placed import Cell, amount
from factcheck.evidence.shown import Formats, day_and_text

ENDINGS = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv")
SECONDS = 60.0
MEMORY = 2 << 30
MOST = 500_000
"""Cells that are read of one file."""
_LONGEST = 32_767
"""Characters that a cell holds (ECMA-376)."""
_REPEATED = 1_000
_BROKEN = "it is damaged, or made to crash programs that read it"

Rows = list[list[Cell]]


def cells_aside(data: bytes, ending: str, seconds: float = SECONDS) -> Rows:
    """The rows of a spreadsheet with one of ENDINGS. Raises UnreadableError, also when its process had to be ended."""
    try:
        answer = json.loads(run_apart(__spec__.name, (ending,), data, seconds))
    except EndedError as ended:
        raise UnreadableError(f"it could not be read within {seconds:.0f} seconds" if ended.too_long else _BROKEN) from None
    except ValueError:
        raise UnreadableError(_BROKEN) from None
    if "trouble" in answer:
        raise UnreadableError(answer["trouble"])
    return [[Cell(sheet, ref, shown, _value(value)) for sheet, ref, shown, value in row] for row in answer["rows"]]


def cells(data: bytes, ending: str) -> Rows:
    """The rows of a spreadsheet, those without words left out. Raises UnreadableError."""
    if not data.startswith(b"PK"):
        return _bounded(_plain(data, ending))
    package = Package(data)
    if package.has("xl/workbook.xml"):
        return _bounded(_excel(package))
    if package.has("content.xml"):
        return _bounded(_opendocument(package))
    raise UnreadableError("it is no spreadsheet after all")


def _bounded(rows: Iterator[list[Cell]]) -> Rows:
    kept: Rows = []
    count = 0
    for row in rows:
        if row := [cell for cell in row if cell.shown.strip()]:
            kept.append(row)
            count += len(row)
        if count > MOST:
            raise UnreadableError(f"it has more than {MOST:,} cells with something in them")
    return kept


def _letters(column: int) -> str:
    """The name of a column by its number from 1: "A", "AA"."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _plain(data: bytes, ending: str) -> Iterator[list[Cell]]:
    text = decoded(data)
    if "\0" in text[:4096]:
        raise UnreadableError("it is no table in plain text")
    text = text.removeprefix("\ufeff")
    try:
        mark = "\t" if ending == ".tsv" else csv.Sniffer().sniff("\n".join(text[:20_000].splitlines()[:50]), ",;\t|").delimiter
    except csv.Error:
        mark = ","
    csv.field_size_limit(_LONGEST)
    try:
        for n, row in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=mark), 1):
            yield [Cell("", f"{_letters(m)}{n}", " ".join(shown.split()), amount(shown.strip())) for m, shown in enumerate(row, 1)]
    except csv.Error as error:
        raise UnreadableError("it is broken, or no table in plain text") from error


def _excel(package: Package) -> Iterator[list[Cell]]:
    book = parsed(package.read("xl/workbook.xml"))
    parts = {_named(node, "Id"): _named(node, "Target") for node in parsed(package.read("xl/_rels/workbook.xml.rels"))}
    shared = [_runs(node) for node in parsed(package.read("xl/sharedStrings.xml"))] if package.has("xl/sharedStrings.xml") else []
    since_1904 = any(local(node) == "workbookPr" and _named(node, "date1904") in ("1", "true") for node in book.iter())
    styles = parsed(package.read("xl/styles.xml")) if package.has("xl/styles.xml") else None
    formats = Formats(styles, since_1904=since_1904)
    for node in book.iter():
        target = parts.get(_named(node, "id")) if local(node) == "sheet" else None
        part = target.removeprefix("/") if target and target.startswith("/") else f"xl/{target}"
        if target and package.has(part):
            yield from _sheet(_named(node, "name"), parsed(package.read(part)), shared, formats)


def _sheet(name: str, root: Any, shared: list[str], formats: Formats) -> Iterator[list[Cell]]:
    number = 0
    for row in (node for node in root.iter() if local(node) == "row"):
        number = int(told) if (told := _named(row, "r")).isdecimal() else number + 1
        found = []
        for column, node in enumerate(row, 1):
            ref = _named(node, "r") or f"{_letters(column)}{number}"
            shown, value = _excel_value(node, shared, formats)
            found.append(Cell(name, ref, " ".join(shown.split())[:_LONGEST], value))
        yield found


def _excel_value(node: Any, shared: list[str], formats: Formats) -> tuple[str, Decimal | date | None]:
    kind = _named(node, "t")
    held = next((child.text or "" for child in node if local(child) == "v"), "")
    if kind == "s":
        text = shared[int(held)] if held.isdecimal() and int(held) < len(shared) else ""
        return text, amount(text.strip())
    if kind == "inlineStr":
        text = "".join(_runs(child) for child in node if local(child) == "is")
        return text, amount(text.strip())
    if kind == "b":
        return ("TRUE" if held == "1" else "FALSE"), None
    if kind in ("str", "e"):
        return held, amount(held.strip())
    if kind == "d":
        return day_and_text(held)
    return formats.shown(held, _named(node, "s"))


def _runs(node: Any) -> str:
    """The words of a shared string, without how they are pronounced."""
    return "".join(
        part.text or "" for part in node.iter() if local(part) == "t" and not any(local(above) == "rPh" for above in part.iterancestors())
    )


def _opendocument(package: Package) -> Iterator[list[Cell]]:
    if package.has("META-INF/manifest.xml") and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise UnreadableError("it asks for a password")
    for table in (node for node in parsed(package.read("content.xml")).iter() if local(node) == "table"):
        number = 0
        for row in (node for node in table.iter() if local(node) == "table-row"):
            again = _times(row, "number-rows-repeated")
            found = list(_opendocument_row(_named(table, "name"), row, number + 1))
            if any(cell.shown for cell in found):
                for n in range(min(again, _REPEATED)):
                    yield [Cell(cell.sheet, f"{cell.ref.rstrip('0123456789')}{number + 1 + n}", cell.shown, cell.value) for cell in found]
            number += again


def _opendocument_row(sheet: str, row: Any, number: int) -> Iterator[Cell]:
    column = 0
    for node in row:
        if local(node) not in ("table-cell", "covered-table-cell"):
            continue
        again = _times(node, "number-columns-repeated")
        shown = " ".join(" ".join(_paragraphs(node)).split())[:_LONGEST]
        if shown:
            value = _opendocument_value(node, shown)
            yield from (Cell(sheet, f"{_letters(column + 1 + n)}{number}", shown, value) for n in range(min(again, _REPEATED)))
        column += again


def _opendocument_value(node: Any, shown: str) -> Decimal | date | None:
    if day := _named(node, "date-value"):
        return day_and_text(day)[1]
    held = amount(_named(node, "value"))
    return held * 100 if held is not None and _named(node, "value-type") == "percentage" else held if held is not None else amount(shown)


def _paragraphs(cell: Any) -> Iterator[str]:
    """The words that a cell shows, without comments on it."""
    for node in cell:
        if local(node) == "p":
            yield "".join(node.itertext())


def _times(node: Any, name: str) -> int:
    told = _named(node, name)
    return max(1, int(told)) if told.isdecimal() and len(told) < 9 else 1


def _named(node: Any, name: str) -> str:
    """An attribute by its name without the namespace; empty where there is none."""
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def _value(told: str | None) -> Decimal | date | None:
    return None if told is None else date.fromisoformat(told[1:]) if told.startswith("d") else Decimal(told)


def _told(value: Decimal | date | None) -> str | None:
    return None if value is None else f"d{value.isoformat()}" if isinstance(value, date) else str(value)


def _main() -> None:
    """What the other interpreter does: a spreadsheet on standard input, its cells on standard output."""
    bounded(MEMORY)
    try:
        rows = cells(sys.stdin.buffer.read(), sys.argv[1])
        answer: dict[str, Any] = {"rows": [[[cell.sheet, cell.ref, cell.shown, _told(cell.value)] for cell in row] for row in rows]}
    except UnreadableError as trouble:
        answer = {"trouble": str(trouble)}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    _main()
