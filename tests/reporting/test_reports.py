"""What an editor finds in the reports, and what a hostile article cannot do to them."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import docx
import jsonschema
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.model import (
    Aspect,
    Assignment,
    Basis,
    Case,
    Correction,
    Dismissal,
    FactcheckError,
    Note,
    NoteAction,
    Review,
    ReviewRole,
    Source,
    Verdict,
)
from factcheck.reporting import FORMATS, as_json, export, json_schema, listing, summary
from factcheck.reporting.document import report_as_json
from factcheck.reporting.markdown import markdown_words
from factcheck.reporting.marks import runs
from factcheck.reporting.options import Options
from factcheck.reporting.pages import as_html, as_markdown
from factcheck.reporting.table import as_csv
from tests.builders import AT, article, claim, ferry_case
from tests.model.test_signing import decided, signed


def dated(**means: object) -> Case:
    """The ferry's case with another meaning of its Monday."""
    case = ferry_case()
    monday = next(claim for claim in case.claims if claim.text == "Monday")
    assert monday.date is not None
    return case.with_claim(monday.model_copy(update={"date": monday.date.model_copy(update=means)}))


HOSTILE = "<script>alert(1)</script> [/b] {{ 7*7 }} {% x %} =cmd|'/C calc'!A0 \x1b[31m \x00 \u202e | `a` **b** [c](javascript:x) & end"


def hostile_case() -> Case:
    text = f"{HOSTILE}\n\nBody {HOSTILE} ends."
    told = claim(text, "assertion", f"Body {HOSTILE} ends.", gist=HOSTILE)
    told = told.model_copy(update={"reviews": (Review(by=HOSTILE, at=AT, verdict=Verdict.FALSE, note=HOSTILE, correction=HOSTILE),)})
    return Case(article=article(text, agency=HOSTILE), claims=(told,))


def desk_case(words: str = "Ruth Okafor") -> Case:
    """The ferry's case as a desk has it, with `words` in whatever people write: two holders, notes, and corrections after it ran."""
    case = ferry_case()
    notes = [
        Note(id="n1", by="Ada", at=AT, text=f"Who rings {words}?"),
        Note(id="n2", by="Ben", at=AT, text="I do", reply_to="n1"),
        Note(id="n3", by="Ben", at=AT, text="mistyped", reply_to="n1"),
        Note(id="n4", by="Ben", at=AT, action=NoteAction.WITHDRAWN, reply_to="n3"),
        Note(id="n5", by="Ada", at=AT, text="long dealt with"),
        Note(id="n6", by="Ada", at=AT, action=NoteAction.RESOLVED, reply_to="n5"),
    ]
    ran = [
        Correction(
            id="r1", by="Ada", at=AT, was="nine", now="ten", why=f"{words} wrote", asked_by="Jo Reader", claims=(case.claims[1].id,)
        ),
        Correction(id="r2", by="Ada", at=AT + timedelta(days=1), says=f"{words} counted four.", was="a", now="b"),
        Correction(id="r3", by="Ben", at=AT, was="taken", now="back"),
        Correction(id="r4", by="Ben", at=AT + timedelta(days=1), withdraws="r3"),
    ]
    held = [
        Assignment(to=f"Ada {words}", due=datetime(2024, 3, 6, 17, 0, tzinfo=UTC), by="Ben", at=AT),
        Assignment(to="Ben", role=ReviewRole.EDITOR, due=date(2024, 3, 7), by="Ben", at=AT),
    ]
    return case.model_copy(update={"notes": tuple(notes), "corrections": tuple(ran), "assignments": tuple(held)})


def docx_text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx_paragraphs(data))


def docx_paragraphs(data: bytes) -> list[Paragraph]:
    """The paragraphs of a Word document, those in content controls as well."""
    document = docx.Document(io.BytesIO(data))
    return [Paragraph(one, document._body) for one in document.element.body.iter(qn("w:p"))]


class TestDesk:
    @pytest.mark.parametrize("form", ["markdown", "html", "docx"])
    def test_who_has_it_what_is_noted_and_what_was_corrected_after_it_ran_is_told(self, form: str) -> None:
        text = told(form, desk_case())
        assert "Ada Ruth Okafor, due 2024-03-06 17:00 UTC; Ben (editor), due 2024-03-07" in text
        for words in ("Who rings Ruth Okafor?", "I do", "nine", "ten", "Ruth Okafor wrote", "2024-03-06", "Ruth Okafor counted four."):
            assert words in text

    @pytest.mark.parametrize("form", ["markdown", "html", "docx"])
    def test_what_was_taken_back_or_dealt_with_and_who_asked_is_not(self, form: str) -> None:
        text = told(form, desk_case())
        assert not [words for words in ("mistyped", "long dealt with", "taken", "Jo Reader") if words in text]

    @pytest.mark.parametrize("form", ["markdown", "html", "docx"])
    def test_a_case_without_any_of_it_has_no_empty_headings(self, form: str) -> None:
        text = told(form, ferry_case())
        assert not [words for words in ("Corrected after", "Open notes", "Held by", "held by") if words in text]

    @pytest.mark.parametrize("form", ["markdown", "html", "docx"])
    def test_confidential_names_are_hidden_in_it(self, form: str, tmp_path: Path) -> None:
        case = desk_case("Gwendolyn Pryce")
        hidden = case.model_copy(update={"sources": (Source(name="Gwendolyn Pryce", confidential=True),)})
        (path,) = export(hidden, "ferry", tmp_path, [form])
        data = path.read_bytes()
        text = docx_text(data) if form == "docx" else data.decode()
        assert "Pryce" not in text
        assert "confidential source" in text
        (path,) = export(case, "ferry", tmp_path, [form])
        data = path.read_bytes()
        assert "Pryce" in (docx_text(data) if form == "docx" else data.decode())

    def test_hostile_words_in_it_make_no_markup(self) -> None:
        case = desk_case(HOSTILE)
        page, text = as_html(case), as_markdown(case)
        assert {tag for tag, _ in Tags(page).tags} == {tag for tag, _ in Tags(as_html(desk_case())).tags}
        assert "<script" not in page + MarkdownIt("commonmark").render(text)
        assert not any(sign in page + text for sign in "\x1b\x00\u202e")
        assert "javascript:" not in "".join(attrs.get("href") or "" for _, attrs in Tags(MarkdownIt("commonmark").render(text)).tags)
        assert HOSTILE[:20] in docx_text(FORMATS["docx"].render(case, Options()))  # type: ignore[arg-type]  # a DOCX is bytes


def told(form: str, case: Case) -> str:
    """The words of a report, without its markup."""
    if form == "html":
        return " ".join(Tags(as_html(case)).text.split())
    made = FORMATS[form].render(case, Options())
    return made if isinstance(made, str) else docx_text(made)


class Tags(HTMLParser):
    """Every tag of a page, its attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


class TestSummary:
    def test_says_how_much_is_unreviewed(self) -> None:
        words = "2 of 10 claims decided, 8 still open."
        case = ferry_case(reviewed=True)
        assert words in as_markdown(case)
        assert words in Tags(as_html(case)).text
        assert words in summary(case, article().source)  # type: ignore[arg-type]  # a path or a name, it is only shown
        assert json.loads(report_as_json(case))["progress"]["total"] == 10

    def test_a_case_nobody_touched_says_so(self) -> None:
        for page in (as_markdown(ferry_case()), Tags(as_html(ferry_case())).text):
            assert "0 of 10 claims decided" in page
            assert "Nobody has reviewed this article yet" in page

    def test_how_to_open_the_workbench_is_told(self) -> None:
        assert "factcheck review claims/ferry.toml" in summary(ferry_case(), "claims/ferry.toml")  # type: ignore[arg-type]  # only shown


class TestSaidIsNotSo:
    def test_a_verified_said_never_reads_as_a_verified_so(self) -> None:
        assert "that it was said: verified; that it is so: unreviewed" in as_markdown(ferry_case(reviewed=True))
        page = " ".join(Tags(as_html(ferry_case(reviewed=True))).text.split())
        assert "✓ that it was said: verified ○ that it is so: unreviewed" in page

    def test_the_mark_in_the_article_tells_them_apart(self) -> None:
        case = ferry_case(reviewed=True)
        marks = {
            (attrs.get("href"), attrs["class"]) for tag, attrs in Tags(as_html(case)).tags if (attrs.get("class") or "").startswith("mark")
        }
        assert (f"#c-{case.claims[0].id}", "mark said") in marks

    def test_the_sums_never_mix_them(self) -> None:
        progress = ferry_case(reviewed=True).progress()
        assert progress.said == {"unreviewed": 3, "verified": 1}
        assert progress.so == {"unreviewed": 4}
        assert (progress.total, progress.decided) == (10, 2)

    def test_the_table_has_a_column_for_each(self) -> None:
        rows = list(csv.DictReader(io.StringIO(as_csv(ferry_case(reviewed=True)))))
        assert (rows[0]["standing"], rows[0]["so"]) == ("verified", "unreviewed")
        assert next(r for r in rows if r["kind"] == "assertion")["so"] == ""

    def test_both_decided_are_both_shown(self) -> None:
        case = ferry_case()
        told = case.claims[0]
        both = tuple(Review(by="Ada", at=AT, aspect=a, verdict=v) for a, v in ((Aspect.SAID, "verified"), (Aspect.SO, "false")))
        case = case.with_claim(told.model_copy(update={"reviews": both}))
        assert "that it was said: verified; that it is so: false" in as_markdown(case)
        assert "False: that it is so" in as_markdown(case).partition("## What must change before this runs")[2]

    def test_a_half_that_was_decided_on_other_words_must_be_looked_at(self) -> None:
        """That it was said stands; that it is so was decided before the words changed."""
        case = ferry_case()
        told = case.claims[0]
        both = tuple(
            Review(by="Ada", at=AT, aspect=a, verdict="verified", judged=j) for a, j in ((Aspect.SAID, told.judged), (Aspect.SO, "0"))
        )
        case = case.with_claim(told.model_copy(update={"reviews": both[:1]}))
        assert "Stale" not in as_markdown(case)
        case = case.with_claim(told.model_copy(update={"reviews": both}))
        assert "Stale: that it is so" in as_markdown(case).partition("## What must change before this runs")[2]


class TestContents:
    def test_corrections_questions_evidence_and_notes_are_there(self) -> None:
        case = ferry_case(reviewed=True)
        for page in (as_markdown(case).replace("\\", ""), Tags(as_html(case)).text, as_csv(case), report_as_json(case)):
            for words in ("paid for a third of it", "Nine of twelve, or of ten?", "Call with the clerk", "Minutes of 4 March, item 7"):
                assert words in page

    def test_flags_and_dismissals_are_told_apart(self) -> None:
        case = ferry_case()
        flag = case.flags[0]
        let_pass = Dismissal(fingerprint=flag.fingerprint, check=flag.check, by="Ada", at=AT, reason="The Royal Assessment Team")
        assert "### Flags to settle (1)\n" in as_markdown(case)
        dismissed = as_markdown(case.model_copy(update={"dismissals": (let_pass,)}))
        assert "Flags to settle" not in dismissed
        assert "## Flags dismissed\n" in dismissed
        assert "The Royal Assessment Team" in dismissed

    def test_what_a_date_was_read_as_is_shown(self) -> None:
        assert "Monday → Mon 4 Mar 2024" in listing(ferry_case())

    def test_on_what_a_date_rests_is_said_beside_it(self) -> None:
        """In the reports that people read in the line, in a table in a column of its own, for machines as a word and a day."""
        case = dated(basis=Basis.PUBLICATION, anchor=date(2024, 3, 5))
        said = "by the day of publication (Tue 5 Mar 2024)"
        for page in (as_markdown(case).replace("\\", ""), Tags(as_html(case)).text, listing(case)):
            assert f"Mon 4 Mar 2024, {said}" in page
        row = next(row for row in csv.DictReader(io.StringIO(as_csv(case))) if row["text"] == "Monday")
        assert (row["read_as"], row["rests_on"]) == ("Mon 4 Mar 2024", said)
        found = next(one["date"] for one in json.loads(as_json(case))["claims"] if one["text"] == "Monday")
        assert (found["basis"], found["anchor"], found["told_year"]) == ("publication", "2024-03-05", None)

    def test_dates_without_a_year_are_left_to_do_until_they_are_judged(self) -> None:
        """They are open, and nothing about them is wrong."""
        case = dated(value="XXXX-03-04", earliest=None, latest=None, told_year=2019)
        assert "; 1 date without a year." in summary(case, Path("claims/ferry.toml"))
        for page in (as_markdown(case), Tags(as_html(case)).text):
            assert "attributed claims. 1 date without a year." in page
            assert "Not to run as it stands" not in page
        open_one = next(claim for claim in case.claims if claim.text == "Monday")
        review = Review(by="Ada", at=AT, verdict=Verdict.VERIFIED, judged=open_one.judged)
        judged = case.with_claim(open_one.model_copy(update={"reviews": (review,)}))
        assert "without a year" not in summary(judged, Path("claims/ferry.toml"))
        assert "without a year" not in as_markdown(judged)
        left_so = dated(value="XXXX-03-04", earliest=None, latest=None, set_by="Ada")
        assert "without a year" not in summary(left_so, Path("claims/ferry.toml"))
        assert "without a year" not in summary(ferry_case(), Path("claims/ferry.toml"))

    def test_the_whole_article_is_in_the_page_and_furniture_apart(self) -> None:
        shown = " ".join(Tags(as_html(ferry_case())).text.split())
        for line in article().text.split("\n"):
            assert line in shown
        assert "Left out as not part of the article (1 line)" in shown

    def test_marks_lose_no_text(self) -> None:
        case = ferry_case()
        for block in case.article.blocks:
            assert "".join(run.text for run in runs(case.article, block, case.claims)) == case.article.words(block)

    def test_every_mark_leads_to_a_verdict(self) -> None:
        tags = Tags(as_html(ferry_case())).tags
        ids = {attrs.get("id") for _, attrs in tags}
        links = [attrs["href"] for tag, attrs in tags if tag == "a" and (attrs.get("href") or "").startswith("#")]
        assert links
        assert all(link is not None and link[1:] in ids for link in links)


class TestMachines:
    def test_json_holds_to_its_published_schema(self) -> None:
        jsonschema.validate(json.loads(as_json(ferry_case())), json.loads(json_schema()), jsonschema.Draft202012Validator)

    def test_the_schema_in_the_package_is_the_one_that_the_model_makes(self) -> None:
        from importlib.resources import files

        assert files("factcheck.reporting").joinpath("claims.schema.json").read_text("utf-8") == json_schema()

    def test_absent_is_null(self) -> None:
        first = json.loads(as_json(ferry_case()))["claims"][0]
        assert first["figure"] is None
        assert first["speaker"]["title"] is None

    def test_json_is_one_line(self) -> None:
        assert "\n" not in as_json(hostile_case())


class TestHostileText:
    def test_no_markup_of_the_article_gets_into_the_page(self) -> None:
        page = Tags(as_html(hostile_case()))
        assert "script" not in {tag for tag, _ in page.tags}
        assert "<script>alert(1)</script>" in page.text
        assert not [v for _, attrs in page.tags for v in attrs.values() if v and "javascript" in v]

    def test_a_script_address_is_shown_and_not_linked(self) -> None:
        case = ferry_case(reviewed=True)
        told = case.claims[0]
        bad = told.evidence[0].model_copy(update={"url": "javascript:alert(1)"})
        page = Tags(as_html(case.with_claim(told.model_copy(update={"evidence": (bad,)}))))
        assert "javascript:alert(1)" in page.text
        assert not [v for _, attrs in page.tags for v in attrs.values() if v and v.startswith("javascript")]

    def test_markdown_shows_the_text_as_it_is(self) -> None:
        html = MarkdownIt("commonmark", {"html": True}).enable("table").render(as_markdown(hostile_case()))
        tags = {tag for tag, _ in Tags(html).tags}
        assert not tags & {"script", "a", "img"}

    def test_no_cell_is_a_formula(self) -> None:
        for row in csv.reader(io.StringIO(as_csv(hostile_case()))):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]

    def test_no_escape_reaches_the_terminal(self) -> None:
        for text in (listing(hostile_case()), summary(hostile_case(), "x.toml")):  # type: ignore[arg-type]  # only shown
            assert not {"\x1b", "\x00", "\u202e"} & set(text)

    @given(st.text(max_size=60))
    @settings(max_examples=150, deadline=None)
    def test_any_words_survive_markdown(self, text: str) -> None:
        shown = Tags(MarkdownIt("commonmark").render(f"- {markdown_words(text)}")).text
        wanted = " ".join(markdown_words(text).replace("\\", "").split())
        assert " ".join(shown.replace("\\", "").split()) == wanted


class TestExport:
    def test_every_format_is_written_whole(self, tmp_path) -> None:  # type: ignore[no-untyped-def]  # pytest's own fixture
        paths = export(ferry_case(reviewed=True), "ferry", tmp_path / "export")
        assert [p.name for p in paths] == [f"ferry{f.suffix}" for f in FORMATS.values() if f.always]
        assert sorted(p.name for p in (tmp_path / "export").iterdir()) == sorted(p.name for p in paths)

    def test_a_folder_that_cannot_be_made_is_one_sentence(self, tmp_path) -> None:  # type: ignore[no-untyped-def]  # pytest's own fixture
        (tmp_path / "file").write_text("x")
        with pytest.raises(FactcheckError, match="could not be written"):
            export(ferry_case(), "ferry", tmp_path / "file")


def test_the_clock_of_the_reviews_is_what_the_report_dates_itself_by() -> None:
    case = ferry_case(reviewed=True)
    late = Review(by="Bo", at=datetime(2024, 3, 9, tzinfo=UTC), verdict=Verdict.VERIFIED)
    told = next(c for c in case.claims if c.kind == "assertion")
    case = case.with_claim(told.model_copy(update={"reviews": (*told.reviews, late)}))
    told = "Checked by Ada (checker), 2 verdicts, 5 March 2024; Bo (checker), 1 verdict, 9 March 2024."
    assert told in as_markdown(case)
    assert told.removeprefix("Checked by ") in Tags(as_html(case)).text


class TestSignOff:
    def test_a_report_says_who_signed_it_off(self) -> None:
        case = signed(decided())
        words = "Signed off by Eva on 2024-03-05."
        assert words in as_markdown(case)
        assert words in Tags(as_html(case)).text
        assert words in summary(case, Path("ferry.toml"))
        assert json.loads(report_as_json(case))["signed"] is True

    def test_and_whether_it_still_holds(self) -> None:
        case = decided(signed(decided()), by="Bo", verdict=Verdict.FALSE)
        assert "It has changed since, and is signed off no longer." in as_markdown(case)
        assert json.loads(report_as_json(case))["signed"] is False
        assert "Not signed off." in as_markdown(ferry_case())

    def test_two_readers_are_told_how_far_they_agree(self) -> None:
        words = "Ada and Bo agree on 0 of 10 verdicts that both gave: Cohen's kappa 0.00."
        case = decided(decided(), by="Bo", verdict=Verdict.FALSE)
        assert words in as_markdown(case).replace("\\", "")
        assert words in Tags(as_html(case)).text
        assert words in summary(case, Path("ferry.toml"))
