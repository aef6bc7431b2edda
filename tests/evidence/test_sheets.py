"""The cells of spreadsheets, as a reader sees them and by what they hold; what is made to do harm is told to be unreadable."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from factcheck.documents import UnreadableError
from factcheck.evidence.placed import Cell, value_of
from factcheck.evidence.sheets import cells, cells_aside


def excel() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Notes"
    first["A1"] = "Nothing here"
    sheet = book.create_sheet("Payments")
    sheet["A1"], sheet["B1"] = "To", "Paid"
    sheet["A7"], sheet["B7"] = "Quay Builders Ltd", 4200000
    sheet["B7"].number_format = '"£"#,##0.00'
    sheet["C7"], sheet["D7"] = date(2024, 3, 4), 0.125
    sheet["C7"].number_format, sheet["D7"].number_format = "d mmmm yyyy", "0.0%"
    sheet["AB9"], sheet["A9"] = True, 0.1 + 0.2
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(parts: dict[str, str]) -> bytes:
    """A package of parts, by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


OF = "urn:oasis:names:tc:opendocument:xmlns:"
ODS = f"""<o:document-content xmlns:o="{OF}office:1.0" xmlns:t="{OF}table:1.0" xmlns:p="{OF}text:1.0"><o:body><o:spreadsheet>
<t:table t:name="Costs"><t:table-row t:number-rows-repeated="4"><t:table-cell t:number-columns-repeated="1024"/></t:table-row>
<t:table-row><t:table-cell t:number-columns-repeated="2"/>
<t:table-cell o:value-type="currency" o:value="1200000"><o:annotation><p:p>hidden</p:p></o:annotation><p:p>£1.2 m</p:p></t:table-cell>
<t:table-cell o:value-type="date" o:date-value="2024-03-04"><p:p>4 March</p:p></t:table-cell></t:table-row>
<t:table-row t:number-rows-repeated="1048571"><t:table-cell t:number-columns-repeated="1024"/></t:table-row></t:table>
</o:spreadsheet></o:body></o:document-content>"""


def by_ref(data: bytes, ending: str) -> dict[str, Cell]:
    return {f"{cell.sheet}!{cell.ref}": cell for row in cells(data, ending) for cell in row}


def test_excel_cells_are_as_they_are_shown() -> None:
    found = by_ref(excel(), ".xlsx")
    assert found["Notes!A1"].shown == "Nothing here"
    assert (found["Payments!B7"].shown, found["Payments!B7"].value) == ("£4,200,000.00", Decimal(4200000))
    assert (found["Payments!C7"].shown, found["Payments!C7"].value) == ("2024-03-04", date(2024, 3, 4))
    assert (found["Payments!D7"].shown, found["Payments!D7"].value) == ("12.5%", Decimal("12.5"))
    assert (found["Payments!AB9"].shown, found["Payments!A9"].shown) == ("TRUE", "0.3")
    assert found["Payments!B7"].place == "sheet Payments, cell B7"


def test_words_in_the_cell_itself_and_in_runs_are_read() -> None:
    sheet = (
        '<worksheet><sheetData><row><c t="inlineStr"><is><t>in </t><t>line</t></is></c><c t="s"><v>0</v></c><c t="str"><v>sum</v></c>'
        '<c t="s"><v>9</v></c><c><v>NaN</v></c></row></sheetData></worksheet>'
    )
    rels = '<Relationships><Relationship Id="r1" Target="/xl/s.xml"/></Relationships>'
    book = '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'
    strings = "<sst><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>said</t></rPh></si></sst>"
    parts = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels, "xl/s.xml": sheet, "xl/sharedStrings.xml": strings}
    assert {ref: cell.shown for ref, cell in by_ref(zipped(parts), ".xlsx").items()} == {
        "S!A1": "in line", "S!B1": "rich text", "S!C1": "sum", "S!E1": "NaN",
    }  # fmt: skip


def test_opendocument_cells_count_those_left_out() -> None:
    found = by_ref(zipped({"content.xml": ODS}), ".ods")
    assert {ref: cell.shown for ref, cell in found.items()} == {"Costs!C5": "£1.2 m", "Costs!D5": "4 March"}
    assert (found["Costs!C5"].value, found["Costs!D5"].value) == (Decimal(1200000), date(2024, 3, 4))


@pytest.mark.parametrize(
    ("text", "ending"),
    [("To,Paid\nQuay,\"4,200,000\"\n", ".csv"), ("To;Paid\nQuay;4,200,000\n", ".csv"), ("To\tPaid\nQuay\t4,200,000\n", ".tsv")],
)  # fmt: skip
def test_tables_in_plain_text_have_cells(text: str, ending: str) -> None:
    found = by_ref(text.encode(), ending)
    assert (found["!B2"].shown, found["!B2"].value, found["!B2"].place) == ("4,200,000", Decimal(4200000), "cell B2")


def test_a_line_end_in_a_cell_moves_no_other() -> None:
    assert by_ref(b'a,"two\nlines"\nb,c\n', ".csv")["!B2"].shown == "c"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("£4.2 million", Decimal(4200000)), ("4,200,000", Decimal(4200000)), ("12.5%", Decimal("12.5")), ("−3", Decimal(-3)),
        ("2019", Decimal(2019)), ("4 March 2024", date(2024, 3, 4)), ("March 2024", None), ("Quay Builders", None), ("paid 300", None),
        ("3 to 4 million", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_or_a_day_by_itself_is_one(words: str, value: object) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"\0\0\0"])
def test_what_is_no_spreadsheet_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^it is "):
        cells_aside(data, ".xlsx")


def test_a_bomb_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("content.xml", b" " * (65 << 20))
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        cells_aside(out.getvalue(), ".ods")


def test_cells_repeated_without_end_are_bounded() -> None:
    rows = ODS.replace(
        '<t:table-row><t:table-cell t:number-columns-repeated="2"/>', '<t:table-row t:number-rows-repeated="99999999">'
    ).replace('<t:table-cell o:value-type="currency"', '<t:table-cell t:number-columns-repeated="99999999" o:value-type="currency"')
    with pytest.raises(UnreadableError, match="more than 500,000 cells"):
        cells_aside(zipped({"content.xml": rows}), ".ods")
