"""The report on paper, read back by pdfminer and Chromium: all of it is there, one page comes first, and it does nothing but be read."""

from __future__ import annotations

import copy
import io
import re
import subprocess
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from factcheck.model import Aspect, Case, Evidence, FactcheckError, Quotation, Review, Source, Verdict
from factcheck.pipeline import with_flags
from factcheck.reporting import paper, typesetting
from factcheck.reporting.facts import facts
from factcheck.reporting.pages import as_html
from factcheck.reporting.paper import as_pdf
from factcheck.reporting.paper_rows import on_paper
from tests.builders import AT, FERRY, article, claim, ferry_case
from tests.model.test_signing import decided, signed
from tests.reporting.many import many
from tests.reporting.test_accessible import BROWSER, QUIET
from tests.reporting.test_formats import sourced, unborne
from tests.reporting.test_reports import HOSTILE, desk_case, hostile_case

CODE = '#import "@preview/cetz:0.3.0" #read("/etc/passwd") #{panic()} $ x $ `a` <label> @ref \\ = Heading'
CASES = {
    "under way": lambda: with_flags(sourced()), "signed": lambda: signed(decided()), "hostile": hostile_case,
    "code": lambda: desk_case(CODE),
    "desk": lambda: desk_case(HOSTILE), "not in source": unborne, "empty": lambda: Case(article=ferry_case().article),
}  # fmt: skip


def document(data: bytes) -> PDFDocument:
    return PDFDocument(PDFParser(io.BytesIO(data)))


def solid(text: str) -> str:
    """A text without its white space: where lines end on paper is nobody's business."""
    return re.sub(r"[\s\u200b]+", "", text)


def printed(data: bytes, pages: int = 0) -> str:
    return solid(extract_text(io.BytesIO(data), maxpages=pages))


@pytest.mark.parametrize("name", CASES)
def test_all_of_it_is_there(name: str) -> None:
    case = CASES[name]()
    text = printed(as_pdf(case))
    wanted = [case.article.words(block) for block in case.article.blocks]
    wanted += [one.gist for one in case.claims if one.part_of is None]
    for one in case.claims:
        wanted += [words for review in one.reviews for words in (review.by, review.note, review.question, review.correction) if words]
        wanted += [words for item in one.evidence for words in (item.quote, item.source, item.locator) if words]
    wanted += [note.text or "" for thread in case.threads if thread.open for note in thread.standing]
    for words in wanted:
        for part in re.split(r"[\x00-\x1f\u202e]", words):
            left = re.sub(r"[○✓≠✗¿◇↯↻]+", "", text)  # the signs that stand between the words of the article
            assert solid(part) in left, part


def test_the_outline_leads_to_every_part() -> None:
    told = [(level, title) for level, title, *_ in document(as_pdf(with_flags(sourced()))).get_outlines()]
    assert told == [
        (1, "What must change before this runs"), (2, "Change the words (1)"), (2, "Not in its source as it stands here (1)"),
        (2, "Flags to settle (1)"), (1, "What is open, and who has to act"),
        (2, "Wait for the author (1)"),
        (2, "Still open (4)"), (1, "The article"), (1, "Claims and verdicts"), (1, "Sources"), (1, "How it was checked"),
        (1, "History"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", [10, 90, pytest.param(1000, marks=pytest.mark.long)])
def test_the_first_page_is_one_page(number: int) -> None:
    """And the next begins what comes behind it."""
    data = as_pdf(many(number))
    first, second = (solid(extract_text(io.BytesIO(data), page_numbers=[at])) for at in (0, 1))
    assert "Whatisopen,andwhohastoact" in first
    assert "Stillopen(" in first
    assert "Claimsandverdicts" not in first
    behind = second.removeprefix(solid(many(number).article.headline or ""))
    assert behind.startswith(("Moretodo", "Thearticle"))


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("number", [10, 90, pytest.param(1000, marks=pytest.mark.long)])
def test_the_page_that_a_browser_prints_begins_with_one_page_too(number: int, tmp_path: Path) -> None:
    """The history is not folded there, and every page but the first has the headline, and its number."""
    case = many(number)
    (tmp_path / "page.html").write_text(as_html(case), "utf-8")
    command = [str(BROWSER), *QUIET.split(), f"--user-data-dir={tmp_path / 'profile'}", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri()]
    subprocess.run(command, capture_output=True, timeout=240, check=True)
    data = (tmp_path / "page.pdf").read_bytes()
    first, second = (solid(extract_text(io.BytesIO(data), page_numbers=[at])) for at in (0, 1))
    assert "Whatisopen,andwhohastoact" in first
    assert "Claimsandverdicts" not in first
    assert re.search(r"^(\S{0,80})(Moretodo|Thearticle)", second)
    assert f"2/{sum(1 for _ in PDFPage.create_pages(document(data)))}" in second
    assert solid(case.article.headline or "") in second
    if number == 10:
        assert "askedtheauthor" in printed(data)


def test_a_screen_reader_finds_its_way() -> None:
    catalog = document(as_pdf(sourced())).catalog
    assert resolve1(catalog["MarkInfo"])["Marked"] is True
    assert catalog["Lang"] == b"en"
    assert resolve1(catalog["StructTreeRoot"])
    assert b"pdfuaid:part" in resolve1(catalog["Metadata"]).get_data()


@pytest.mark.parametrize("name", CASES)
def test_it_does_nothing_and_leads_only_to_pages_of_the_web(name: str) -> None:
    data = as_pdf(CASES[name]())
    for number in range(1, 100_000):
        try:
            kept: Any = document(data).getobj(number)
        except Exception:  # noqa: BLE001 - the end of the file's objects
            break
        if isinstance(kept, dict):
            assert not kept.keys() & {"JS", "JavaScript", "OpenAction", "AA", "Launch", "EmbeddedFiles"}
            if isinstance(kept.get("A"), dict) and (address := kept["A"].get("URI")):
                assert address.startswith((b"https://", b"http://"))


def test_a_script_address_is_shown_and_leads_nowhere() -> None:
    case = ferry_case(reviewed=True)
    told = case.claims[0]
    bad = told.evidence[0].model_copy(update={"url": "javascript:alert(1)"})
    data = as_pdf(case.with_claim(told.model_copy(update={"evidence": (bad,)})))
    assert "javascript:alert(1)" in printed(data)
    assert b"/URI" not in data


def test_it_is_dated_by_the_last_decision() -> None:
    (about,) = document(as_pdf(ferry_case(reviewed=True))).info
    assert about["CreationDate"].startswith(b"D:20240305")
    assert about["Title"].endswith(b"Harbour ferry refit runs late")
    assert "CreationDate" not in document(as_pdf(ferry_case())).info[0]


def test_letters_that_no_font_has_are_told() -> None:
    """What has them is no PDF/UA, and the rest of it stands as ever."""
    text = FERRY.replace("Lady Anne", "Lady \U0001fbe0 Anne")
    case = Case(article=article(text), claims=(claim(text, "assertion", "The Regional Transport Authority paid for half of it."),))
    data = as_pdf(case)
    assert solid("no font for 1 letter of this report (U+1FBE0): boxes stand in their place; install a font that has them") in printed(data)
    assert b"pdfuaid:part" not in resolve1(document(data).catalog["Metadata"]).get_data()
    assert "nofont" not in printed(as_pdf(ferry_case()))


@pytest.mark.parametrize(("letter", "called"), [("王", "CJK"), ("م", "Arabic"), ("दे"[1], "Devanagari"), ("한", "Hangul"), ("✓", "U+2713")])
def test_letters_without_a_font_are_told_by_their_script(letter: str, called: str) -> None:
    assert typesetting._script(letter) == called


def test_what_is_marked_in_the_article_leads_to_a_row_of_the_table() -> None:
    """Names, dates and figures without a row of their own lead to that of their claim; words that lead to one row are one piece."""
    told = on_paper(copy.deepcopy(facts(ferry_case(reviewed=True))))
    rows = [row["id"] for row in told["rows"]]
    assert len(rows) == len(set(rows))
    for block in told["blocks"]:
        assert {run["row"] for run in block["runs"]} <= {*rows, None}
        assert all(one["row"] != other["row"] or one["signs"] for one, other in pairwise(block["runs"]))
        assert "".join(run["text"] for run in block["runs"]) in FERRY


def test_names_in_other_letters_of_the_fonts_that_come_with_it_are_kept() -> None:
    names = "Nguyễn Thị Ánh, Žofie Dvořák, Ольга Ґудзь, Παύλος, Łukasz Ørsted"
    text = FERRY.replace("Ruth Okafor", names)
    case = Case(article=article(text), claims=())
    assert not paper._ELSEWHERE.search(names)
    assert solid(names) in printed(as_pdf(case))


def test_a_word_without_an_end_stays_on_the_sheet() -> None:
    text = f"Headline\n\nThe council paid {'x' * 5000} of it."
    case = Case(article=article(text), claims=(claim(text, "assertion", f"The council paid {'x' * 5000} of it."),))
    data = as_pdf(case)
    assert printed(data).count("x") >= 10_000
    for page in extract_pages(io.BytesIO(data)):
        assert all(min(part.x0, part.y0, page.width - part.x1, page.height - part.y1) > 0 for part in page)


@pytest.mark.parametrize("where", ["gist", "note", "quote", "remark"])
def test_a_row_longer_than_a_page_goes_on_on_the_next(where: str) -> None:
    """And no word of it is lost."""
    words = " ".join(f"word{n}." for n in range(2000))
    case = ferry_case()
    told = case.claims[0]
    review = Review(by="Ada", at=AT, aspect=Aspect.SAID, verdict=Verdict.VERIFIED, note=words if where == "note" else None)
    item = Evidence(source="minutes.txt", quote=words if where == "quote" else "nine frames")
    told = told.model_copy(update={"reviews": (review,), "evidence": (item,), "gist": words if where == "gist" else told.gist})
    remarks = (words,) if where == "remark" else ()
    found = Quotation(claim=told.id, quote=item.quote or "", match=90, found="nine of the frames", remarks=remarks)
    data = as_pdf(case.with_claim(told).with_source(Source(name="minutes.txt", quotations=(found,))))
    read = printed(data)
    assert all(f"word{n}." in read for n in range(2000))
    for page in extract_pages(io.BytesIO(data)):
        assert min(part.y0 for part in page) > 0


def test_without_typst_it_is_said_what_to_add(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "is_there", lambda _: False)
    with pytest.raises(FactcheckError, match=r"A PDF needs Typst; add it with: pip install 'factcheck-desk\[pdf\]'"):
        as_pdf(ferry_case())


def test_what_is_too_much_for_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "SECONDS", 0.01)
    with pytest.raises(FactcheckError, match=r"The PDF could not be made \(it takes too long\); print the HTML report instead"):
        as_pdf(ferry_case())


@pytest.mark.parametrize("year", [1, 1969, 9999])
def test_any_day_of_a_decision_can_be_its_date(year: int) -> None:
    case = ferry_case()
    review = Review(by="Ada", at=datetime(year, 6, 1, tzinfo=UTC), verdict=Verdict.VERIFIED)
    case = case.with_claim(case.claims[0].model_copy(update={"reviews": (review,)}))
    assert document(as_pdf(case)).info[0]["CreationDate"].startswith(f"D:{year:04}0601".encode())
