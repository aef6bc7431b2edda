"""What an editor finds in the spreadsheet: a sheet a question, headings in plain words, cells of the right kind, and pages that print."""

from __future__ import annotations

import io
import textwrap
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from factcheck.model import (
    Aspect,
    Case,
    Channel,
    Contact,
    Correction,
    Dismissal,
    Entity,
    Evidence,
    Figure,
    Mention,
    Note,
    Review,
    SignOff,
    Source,
    Verdict,
)
from factcheck.reporting.sheets import as_xlsx
from factcheck.reporting.sheets.cells import LONGEST, lines
from factcheck.reporting.sheets.tables import TABLES
from tests.builders import AT, FERRY, claim, ferry_case, words
from tests.reporting.test_formats import sourced, written
from tests.reporting.test_reports import HOSTILE, hostile_case


def moment(*parts: int) -> datetime:
    """A moment as cells have it, without a zone."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - cells have none


def book_of(case: Case, *, rich: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(case)), rich_text=rich)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet by its headings."""
    head, *below = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in below]


def peopled() -> Case:
    """The ferry's case with its people, one name checked and spoken to, and all kinds of things decided."""
    case = ferry_case(reviewed=True)
    ruth = claim(FERRY, "name", "Engineer Ruth Okafor", part_of=case.claims[4].id, entity="e1")
    wrong = Review(
        by="Ada", at=AT, verdict=Verdict.FALSE, correction="Engineer Ruth Okafor-Lee", note="By her own card", judged=ruth.judged
    )
    ruth = ruth.model_copy(update={"reviews": (wrong,), "evidence": (Evidence(source="Her card"),)})
    named = Mention(**words(FERRY, "Ruth Okafor").model_dump(), how="name")
    people = (
        Entity(id="e1", kind="person", name="Ruth Okafor", titles=("Engineer",), mentions=(named,)),
        Entity(id="e2", kind="body", name="Regional Transport Authority", names=("RTA", "RAT")),
        Entity(id="e3", kind="place", name="Otten"),
    )
    talk = Contact(person="ruth okafor", how=Channel.CALL, at=AT, by="Ada", corrected="Her name is Okafor-Lee")
    past = Dismissal(fingerprint=case.flags[0].fingerprint, check="acronym", by="Ben", at=AT, reason="It is right")
    signed = SignOff(action="signed", by="Eve", at=datetime(2024, 3, 6, 12, 0, tzinfo=UTC), seal="0")
    more = {"entities": people, "contacts": (talk,), "dismissals": (past,), "signoffs": (signed,)}
    return case.model_copy(update={"claims": tuple(sorted((*case.claims, ruth), key=lambda one: (one.start, -one.end))), **more})


class TestTheBook:
    @pytest.mark.parametrize(
        "case", [peopled(), sourced(), hostile_case(), Case(article=ferry_case().article)], ids=["full", "sourced", "hostile", "empty"]
    )
    def test_every_sheet_is_there_and_can_be_filtered_scrolled_and_printed(self, case: Case) -> None:
        book = book_of(case)
        assert book.sheetnames == ["To do", "Claims", "Sources", "People", "Flags", "History"]
        for sheet in book:
            assert sheet.freeze_panes == "A2"
            last = sheet.cell(max(2, sheet.max_row), sheet.max_column).coordinate
            assert sheet.auto_filter.ref == f"A1:{last}"
            assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == ("landscape", 1, 0)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.print_title_rows == "$1:$1"
            assert sheet.oddFooter.right.text == "Page &P of &N"
            assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])

    def test_headings_are_words_that_people_use(self) -> None:
        heads = [column.heading for table in TABLES for column in table.columns]
        assert not [head for head in heads if "_" in head or not head[0].isupper()]
        for table in TABLES:
            assert len({column.heading for column in table.columns}) == len(table.columns)

    def test_a_page_is_wide_enough_to_be_read(self) -> None:
        """At 240 digits a line, letters on an A4 page across have seven points."""
        assert all(sum(column.width for column in table.columns) <= 240 for table in TABLES)

    @pytest.mark.parametrize("case", [peopled(), sourced(), hostile_case()], ids=["full", "sourced", "hostile"])
    def test_rows_are_as_high_as_their_words(self, case: Case) -> None:
        book = book_of(case)
        for table in TABLES:
            sheet = book[table.name]
            for row in sheet.iter_rows():
                for cell, column in zip(row, table.columns, strict=True):
                    text = cell.value if isinstance(cell.value, str) else ""
                    parts = [textwrap.wrap(line, int(column.width * 1.1), break_on_hyphens=False) for line in text.split("\n")]
                    assert sheet.row_dimensions[cell.row].height >= min(409, 13.5 * sum(max(1, len(part)) for part in parts))
                    assert cell.value is None or (cell.alignment.wrap_text and cell.alignment.vertical == "top")

    def test_no_cell_is_a_formula(self) -> None:
        for case in (hostile_case(), sourced()):
            cells = [cell for sheet in book_of(case) for row in sheet.iter_rows() for cell in row if cell.value is not None]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}

    def test_it_is_named_after_the_article_and_was_made_when_it_was_last_decided(self) -> None:
        book = book_of(peopled())
        assert (book.properties.title, book.properties.created) == ("Harbour ferry refit runs late", moment(2024, 3, 5, 10, 30))
        assert book["Claims"].oddHeader.left.text == "Harbour ferry refit runs late"

    def test_a_headline_is_no_code_of_the_page(self) -> None:
        case = ferry_case()
        text = "&P &D " + FERRY[6:]
        named = case.model_copy(update={"article": case.article.model_copy(update={"text": text}), "claims": (), "flags": ()})
        with zipfile.ZipFile(io.BytesIO(as_xlsx(named))) as package:
            assert b"&amp;L&amp;&amp;P &amp;&amp;D r ferry refit" in package.read("xl/worksheets/sheet1.xml")

    @pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ufffe", "\uffff", "\ud800", "_x000D_", "\r", "]]>", "<c/>"])
    def test_any_sign_can_stand_in_it(self, sign: str) -> None:
        case = ferry_case()
        told = case.claims[0].model_copy(update={"gist": f"a{sign}b", "reviews": (Review(by=f"A{sign}", at=AT, note=sign),)})
        (found,) = (row for row in rows(book_of(case.with_claim(told))["Claims"]) if row["Id"] == told.id)
        assert str(found["What it says"]).startswith("a")
        assert str(found["What it says"]).endswith("b")


class TestToDo:
    def test_each_thing_stands_in_its_sentence_with_the_words_marked(self) -> None:
        sheet = book_of(ferry_case(reviewed=True), rich=True)["To do"]
        first, second, *rest = rows(sheet)
        assert (first["What kind"], first["Before it runs"], first["What to do"], first["Said by"]) == (
            "Change the words",
            "must",
            "Write “a third”",
            "Ada",
        )
        assert first["On"] == moment(2024, 3, 5)
        sentence = first["The sentence"]
        assert isinstance(sentence, CellRichText)
        assert str(sentence) == "The Regional Transport Authority paid for half of it."
        assert [str(part) for part in sentence if not isinstance(part, str) and part.font.b] == ["half"]
        assert second["What kind"] == "Flags to settle"
        assert {row["Before it runs"] for row in rest} == {"open"}

    def test_what_waits_for_whom_is_told(self) -> None:
        notes = (Note(id="n1", by="Ada", at=AT, text="Who rings?"),)
        found = rows(book_of(ferry_case(reviewed=True).model_copy(update={"notes": notes}))["To do"])
        assert [row["Waits for"] for row in found if row["What kind"] == "Wait for the author"] == ["the author"]
        assert [(row["What to do"], row["The sentence"]) for row in found if row["What kind"] == "Notes on the story"] == [
            ("Who rings?", None)
        ]


class TestClaims:
    def test_both_halves_have_a_verdict_of_their_own(self) -> None:
        case = ferry_case(reviewed=True)
        found = {str(row["Id"]): row for row in rows(book_of(case)["Claims"])}
        cost, half = (next(one for one in case.claims if one.text.startswith(start)) for start in ("The council", "The Regional"))
        assert (found[cost.id]["Verdict: was it said?"], found[cost.id]["Verdict: is it so?"]) == ("verified", "unreviewed")
        assert (found[half.id]["Verdict: was it said?"], found[half.id]["Verdict: is it so?"]) == (None, "disputed")
        assert (found[cost.id]["Checked by"], found[cost.id]["On"]) == ("Ada", moment(2024, 3, 5))
        assert found[half.id]["Write instead"] == "paid for a third of it"
        assert found[cost.id]["Said by"] == "The council"
        assert str(found[cost.id]["Source"]).startswith(
            "supports: https://example.org/minutes?a=1&b=2, p. 3: “a cost of £1.2m”\nqualifies: Call"
        )
        assert found[cost.id]["Notes and questions"] == "Minutes of 4 March, item 7"

    def test_days_are_days_and_figures_numbers(self) -> None:
        sheet = book_of(ferry_case())["Claims"]
        found = {str(row["What it says"]): row for row in rows(sheet)}
        assert found["Monday [4 March 2024]"]["Day"] == moment(2024, 3, 4)
        assert found["May 2024"]["Day"] == "before May 2024"
        assert (found["£1.2m"]["Figure"], found["£1.2m"]["Unit"]) == (1_200_000, "GBP")
        assert (found["3,400 people"]["Figure"], found["3,400 people"]["Unit"]) == (3400, "person")

    @pytest.mark.parametrize(
        ("value", "shown"),
        [(Decimal("0.5"), 0.5), (Decimal(12345678901234567890), "12345678901234567890"), (Decimal("1e40"), None), (Decimal(-3), -3)],
    )
    def test_a_number_is_not_rounded(self, value: Decimal, shown: object) -> None:
        case = ferry_case()
        cost = next(one for one in case.claims if one.text == "£1.2m")
        assert cost.figure is not None
        changed = cost.model_copy(update={"figure": Figure(**(cost.figure.model_dump() | {"value": value}))})
        (found,) = (row for row in rows(book_of(case.with_claim(changed))["Claims"]) if row["Id"] == cost.id)
        assert found["Figure"] == shown or (shown is None and isinstance(found["Figure"], str))

    def test_a_day_before_spreadsheets_count_is_words(self) -> None:
        case = ferry_case()
        monday = next(one for one in case.claims if one.text == "Monday")
        assert monday.date is not None
        old = monday.date.model_copy(update={"value": "1789-07-14", "earliest": date(1789, 7, 14), "latest": date(1789, 7, 14)})
        (found,) = (
            row for row in rows(book_of(case.with_claim(monday.model_copy(update={"date": old})))["Claims"]) if row["Id"] == monday.id
        )
        assert found["Day"] == "1789-07-14"

    def test_a_cell_holds_only_so_much(self) -> None:
        case = ferry_case()
        told = case.claims[0].model_copy(update={"gist": "=" * 50_000})
        sheet = book_of(case.with_claim(told))["Claims"]
        assert any(len(str(cell.value)) == LONGEST for row in sheet.iter_rows() for cell in row)


class TestSources:
    def test_each_says_how_the_words_stand_in_it_and_leads_there(self) -> None:
        sheet = book_of(sourced())["Sources"]
        found = rows(sheet)
        assert [row["Source"] for row in found] == ["The 100% {log} & more", "Call with Jane Roe", "=cmd|'/C calc'!A0"]
        assert found[0]["How they stand in it"] == "the source has “ten of the twelve” (88 % alike); it stops before “but”"
        assert (found[0]["What it does"], found[0]["First or second hand"], found[0]["Looked at"]) == (
            "supports",
            "primary",
            moment(2024, 3, 5),
        )
        assert [cell.hyperlink.target for cell in sheet["B"] if cell.hyperlink] == ["https://harbour.example/log?a=1&b=2"]

    @pytest.mark.parametrize(
        "url",
        [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "internal:Claims!A1",
            "external:a.xlsx",
            f"https://a.example/{'a' * 3000}",
            "https://a.example/\u202ea",
        ],
    )
    def test_only_an_address_of_the_web_leads_anywhere(self, url: str) -> None:
        case = ferry_case()
        cited = case.claims[0].model_copy(update={"evidence": (Evidence(url=url),)})
        sheet = book_of(case.with_claim(cited))["Sources"]
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
        assert str(sheet["B2"].value)[:8] == url[:8]


class TestPeople:
    def test_each_has_how_the_name_was_verified(self) -> None:
        ruth, board = rows(book_of(peopled())["People"])
        assert (ruth["Name"], ruth["Who"], ruth["Titles and offices"], ruth["Times named"]) == ("Ruth Okafor", "person", "Engineer", 1)
        assert (ruth["Verdict: name and title"], ruth["Checked by"], ruth["Write instead"]) == ("false", "Ada", "Engineer Ruth Okafor-Lee")
        assert (ruth["Notes"], ruth["Source"]) == ("By her own card", "Her card")
        assert ruth["Spoken to"] == "call, 2024-03-05, Ada: Her name is Okafor-Lee"
        assert (board["Name"], board["Also called"], board["Verdict: name and title"]) == ("Regional Transport Authority", "RTA; RAT", None)


def test_flags_say_who_let_them_pass() -> None:
    (flag,) = rows(book_of(peopled())["Flags"])
    assert (flag["How sure"], flag["Words"], flag["Let pass by"], flag["Why"]) == ("error", "RTA / RAT", "Ben", "It is right")


def test_the_history_is_told_by_its_moments() -> None:
    case = peopled()
    said = Review(by="Ben", at=datetime(2024, 3, 4, 23, 30, tzinfo=UTC), aspect=Aspect.SO, verdict=Verdict.VERIFIED)
    case = case.with_claim(case.claims[0].model_copy(update={"reviews": (*case.claims[0].reviews, said)}))
    found = rows(book_of(case)["History"])
    assert (found[0]["When (UTC)"], found[0]["Who"], found[0]["Did what"]) == (
        moment(2024, 3, 4, 23, 30),
        "Ben",
        "verified that it is so",
    )
    assert (found[-1]["Who"], found[-1]["Did what"], found[-1]["On which claim"]) == ("Eve", "signed the article", None)
    assert len(found) == sum(len(one.reviews) for one in case.claims) + 1


def test_what_was_corrected_after_the_article_ran_is_in_the_history() -> None:
    case = peopled()
    late = datetime(2024, 4, 1, 9, 0, tzinfo=UTC)
    stands = Correction(id="k1", by="Eve", at=late, was="half of it", now="a third of it", why="The minutes", claims=(case.claims[0].id,))
    taken_back = Correction(id="k2", by="Eve", at=late, was="May", now="June")
    undone = Correction(id="k3", by="Eve", at=late, withdraws="k2")
    found = rows(book_of(case.model_copy(update={"corrections": (stands, taken_back, undone)}))["History"])
    told = [row for row in found if row["Did what"] == "corrected it after it ran"]
    assert [(row["Who"], row["On which claim"], row["Correction"], row["In which words"]) for row in told] == [
        ("Eve", case.claims[0].in_context, "a third of it", "The minutes")
    ]


def test_confidential_sources_are_on_no_sheet(tmp_path: Path) -> None:
    case = sourced().with_source(Source(name="Call with Jane Roe", confidential=True))
    data = written(case, "xlsx", tmp_path)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if b"Roe" in package.read(name)]


@given(text=st.text(max_size=300), width=st.integers(4, 60))
def test_words_stand_in_as_many_lines_as_they_need(text: str, width: int) -> None:
    assert text.count("\n") + 1 <= lines(text, width) <= text.count("\n") + 1 + 2 * len(text)
    assert lines(text, width) >= lines(text, 4 * width)


def test_hostile_words_stay_words() -> None:
    found = rows(book_of(hostile_case())["To do"])
    assert any(HOSTILE.split(" =")[0] in str(row["The sentence"]) for row in found)
