"""What an editor finds in the Word document: changes to accept, comments where anything is to be done, and the article as it stands."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import docx
import mammoth
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from factcheck.model import Aspect, Block, BlockRole, Case, Claim, Evidence, Note, Review, ReviewRole, Stance, Verdict
from factcheck.reading import read
from factcheck.reporting.to_do import Change
from factcheck.reporting.word import as_docx
from tests.builders import AT, FERRY, article, claim, ferry_case
from tests.model.test_signing import decided
from tests.reporting.test_formats import sourced, unborne, written
from tests.reporting.test_reports import HOSTILE, docx_paragraphs, hostile_case

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t"}


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def style_of(paragraph: etree._Element) -> str | None:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return None if found is None else found.get(f"{_W}val")


def article_of(data: bytes) -> list[etree._Element]:
    """The paragraphs of the article: those behind its heading, up to the next one."""
    paragraphs = list(part(data, "word/document.xml").iter(f"{_W}p"))
    headings = [at for at, one in enumerate(paragraphs) if style_of(one) == "Heading1"] + [len(paragraphs)]
    start = next(at for at in headings if "".join(paragraphs[at].itertext()) == "The article")
    return paragraphs[start + 1 : headings[headings.index(start) + 1]]


def settled(data: bytes, *, accept: bool) -> list[str]:
    """The lines of the article once every change is accepted, or every one rejected."""
    lines, open_ = [], ""
    for one in article_of(data):
        for node in one.iter(f"{_W}t", f"{_W}delText", *_SIGNS):
            changed = {etree.QName(above).localname for above in node.iterancestors()} & {"ins", "del"}
            if not changed or changed == {"ins" if accept else "del"}:
                open_ += _SIGNS.get(node.tag, node.text or "")
        if not (accept and one.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None):
            lines.append(open_)
            open_ = ""
    return [*lines, open_] if open_ else lines


def comments_of(data: bytes) -> list[tuple[str | None, str | None, str]]:
    """Who wrote each comment, on which words, and what: the words with every change rejected."""
    told = {
        one.get(f"{_W}id"): (one.get(f"{_W}author"), "\n".join("".join(p.itertext()) for p in one.iter(f"{_W}p")))
        for one in part(data, "word/comments.xml")
    }
    words, under = dict.fromkeys(told, ""), set()
    for node in part(data, "word/document.xml").iter():
        name = etree.QName(node).localname
        under |= {node.get(f"{_W}id")} if name == "commentRangeStart" else set()
        under -= {node.get(f"{_W}id")} if name == "commentRangeEnd" else set()
        if name in ("t", "delText") and not any(etree.QName(above).localname == "ins" for above in node.iterancestors()):
            words |= {number: words[number] + (node.text or "") for number in under}
    return [(by, words[number], said) for number, (by, said) in told.items()]


def changes_of(data: bytes) -> list[tuple[str, str | None, str | None, str]]:
    """Each change with who made it, when, and its words; those of the ends of lines have none."""
    nodes = part(data, "word/document.xml").iter(f"{_W}del", f"{_W}ins")
    return [(etree.QName(n).localname, n.get(f"{_W}author"), n.get(f"{_W}date"), "".join(n.itertext())) for n in nodes]


def with_reviews(case: Case, start: str, *reviews: Review) -> Case:
    found = next(one for one in case.claims if one.text.startswith(start))
    return case.with_claim(found.model_copy(update={"reviews": (*found.reviews, *reviews)}))


def correcting(words: str, by: str = "Ada", days: int = 0, note: str | None = None) -> Review:
    return Review(by=by, at=AT + timedelta(days=days), verdict=Verdict.FALSE, correction=words, note=note)


LINES = [line for line in FERRY.split("\n") if line and line != "Share this article"]


class TestCorrections:
    def test_accepting_gives_the_corrected_article_and_rejecting_the_article(self) -> None:
        data = as_docx(ferry_case(reviewed=True))
        assert settled(data, accept=False) == LINES
        assert settled(data, accept=True) == [line.replace("paid for half", "paid for a third") for line in LINES]
        assert changes_of(data) == [("del", "Ada", "2024-03-05T10:30:00Z", "half"), ("ins", "Ada", "2024-03-05T10:30:00Z", "a third")]

    def test_the_headline_can_be_corrected(self) -> None:
        late = claim(FERRY, "assertion", "Harbour ferry refit runs late").model_copy(
            update={"reviews": (correcting("Harbour ferry refit on time"),)}
        )
        data = as_docx(ferry_case().model_copy(update={"claims": (late,)}))
        assert settled(data, accept=True)[0] == "Harbour ferry refit on time"
        assert style_of(article_of(data)[0]) == "Title"

    def test_of_two_corrections_of_the_same_words_the_first_is_a_change_and_the_other_a_comment(self) -> None:
        case = with_reviews(
            ferry_case(), "The Regional", correcting("paid for a fifth of it", "Ben", 1), correcting("paid for a third of it")
        )
        data = as_docx(case)
        assert settled(data, accept=True)[-1].startswith("The Regional Transport Authority paid for a third of it.")
        said = [(by, on, what) for by, on, what in comments_of(data) if "fifth" in what]
        assert said == [("Ben", "half", "Write “a fifth”. The same words are corrected in another way, too.")]

    def test_the_last_word_of_a_reader_counts_and_an_editors_before_all(self) -> None:
        first, last = correcting("paid for a third of it"), correcting("paid for a quarter of it", days=2)
        case = with_reviews(ferry_case(), "The Regional", first, correcting("paid for a fifth of it", "Ben", 3), last)
        assert [what for kind, *_, what in changes_of(as_docx(case)) if kind == "ins"] == ["a quarter"]
        editor = correcting("paid for a sixth of it", "Eve", 4).model_copy(update={"role": ReviewRole.EDITOR})
        assert [what for kind, *_, what in changes_of(as_docx(with_reviews(case, "The Regional", editor))) if kind == "ins"] == ["a sixth"]

    def test_the_same_correction_by_two_readers_is_one_change(self) -> None:
        case = with_reviews(
            ferry_case(), "The Regional", correcting("paid for a third of it"), correcting("paid for a third of it", "Ben", 1)
        )
        data = as_docx(case)
        assert [(kind, by) for kind, by, _, _ in changes_of(data)] == [("del", "Ada"), ("ins", "Ada")]
        assert ("Ben", "half", "The same correction as Ada’s.") in comments_of(data)

    def test_a_date_can_be_corrected_within_a_claim_that_is_corrected_elsewhere(self) -> None:
        case = with_reviews(ferry_case(), "The council said", correcting("The council said on Monday that the rebuilding of the ferry"))
        case = with_reviews(case, "Monday", correcting("Tuesday", "Ben"))
        assert settled(as_docx(case), accept=True)[1].startswith("The council said on Tuesday that the rebuilding of the ferry Lady Anne")

    def test_words_that_are_left_out_take_their_space_along(self) -> None:
        case = with_reviews(ferry_case(), "Engineer Ruth", correcting('Ruth Okafor said: "We found rot in nine frames."'))
        assert 'said: "We found rot in nine frames." She' in settled(as_docx(case), accept=True)[2]

    def test_where_it_is_not_sure_what_is_replaced_there_is_only_a_comment(self) -> None:
        data = as_docx(with_reviews(ferry_case(), "The council", correcting("£1.3m", note="Item 7")))
        assert changes_of(data) == []
        assert ("Ada", LINES[1], "Write “£1.3m”. Which words it replaces is not sure.\nWhy: Item 7") in comments_of(data)

    def test_a_correction_may_run_over_the_end_of_a_paragraph(self) -> None:
        text = "Late ferry\n\nThe ferry sank. It was on\n\nMonday that it rose. Nobody drowned."
        run_on = claim(text, "assertion", "It was on\n\nMonday that it rose.").model_copy(
            update={"reviews": (correcting("It never rose."),)}
        )
        data = as_docx(Case(article=article(text), claims=(run_on,)))
        assert settled(data, accept=False) == ["Late ferry", "The ferry sank. It was on", "Monday that it rose. Nobody drowned."]
        assert settled(data, accept=True) == ["Late ferry", "The ferry sank. It never rose. Nobody drowned."]

    def test_a_whole_paragraph_that_is_left_out_takes_its_break_along(self) -> None:
        text = "Late ferry\n\nThe ferry sank.\n\nIt rose again.\n\nNobody drowned."
        whole = claim(text, "assertion", text[12:]).model_copy(update={"reviews": (correcting("The ferry sank. Nobody drowned."),)})
        data = as_docx(Case(article=article(text), claims=(whole,)))
        assert settled(data, accept=True) == ["Late ferry", "The ferry sank.", "Nobody drowned."]
        assert len(changes_of(data)) == 2  # the words, and the end of their line

    def test_words_of_the_page_around_the_article_are_not_changed(self) -> None:
        text = "Late ferry\n\nThe ferry sank\n\nSAVE 40%\n\non Monday. Nobody drowned."
        torn = claim(text, "assertion", "The ferry sank\n\nSAVE 40%\n\non Monday.").model_copy(
            update={"reviews": (correcting("The ferry rose."),)}
        )
        data = as_docx(Case(article=article(text, furniture=("SAVE 40%",)), claims=(torn,)))
        assert settled(data, accept=True) == settled(data, accept=False) == ["Late ferry", "The ferry sank", "on Monday. Nobody drowned."]
        assert any("Write" in said for _, _, said in comments_of(data))

    def test_what_stands_on_one_line_stays_on_it(self) -> None:
        text = "OTTEN (HNA) — The ferry\tsank.\nIt rose."
        blocks = (
            Block(role=BlockRole.DATELINE, start=0, end=13),
            Block(role=BlockRole.BODY, start=14, end=29),
            Block(role=BlockRole.BODY, start=30, end=38),
        )
        assert settled(as_docx(Case(article=article(text).model_copy(update={"blocks": blocks}))), accept=False) == text.split("\n")


_WORDS = "the a mill ferry board cut lost 36 39 jobs of Ore. Otten, rose “late,” & <b> on".split()
texts = st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join), min_size=2, max_size=5).map("\n\n".join)


@st.composite
def corrected(draw: st.DrawFn) -> Case:
    """An article of a few lines, and corrections of any stretches of it by several readers."""
    text = draw(texts)
    places = [found.span() for found in re.finditer(r"\S+", text)]
    claims = []
    for nth in range(draw(st.integers(0, 8))):
        first = draw(st.integers(0, len(places) - 1))
        last = draw(st.integers(first, min(len(places) - 1, first + 14)))
        start, end = places[first][0], places[last][1]
        old = text[start:end].split(" ")
        at = draw(st.integers(0, len(old) - 1))
        new = draw(st.lists(st.sampled_from(_WORDS), max_size=3))
        words = " ".join([*old[:at], *new, *old[at + draw(st.integers(0, 3)) :]]).strip()
        review = Review(
            by=draw(st.sampled_from(["Ada", "Ben"])), at=AT + timedelta(hours=draw(st.integers(0, 3))), correction=words or None
        )
        one = Claim(id=f"c{nth}", kind="assertion", start=start, end=end, text=text[start:end], gist="x", reviews=(review,))
        claims.append(one)
    return Case(article=article(text), claims=tuple(sorted(claims, key=lambda one: (one.start, -one.end))))


def wanted(case: Case) -> Iterator[tuple[int, int, str]]:
    """The corrections that are accepted, in code points, where each claim has one: the oldest first, none over another."""
    found = [
        (one.wanted[0].at, one.start, Change.from_correction(one.text, one.wanted[0].correction or "")) for one in case.claims if one.wanted
    ]
    taken: list[tuple[int, int, str]] = []
    for _, start, change in sorted(found, key=lambda one: (one[0], one[1] + one[2].start)):
        here = (start + change.start, start + change.end, change.words)
        if change.sure and not any(one[0] < here[1] and here[0] < one[1] for one in taken):
            taken.append(here)
    return iter(taken)


@given(case=corrected())
def test_any_corrections_can_be_accepted_or_rejected_together(case: Case) -> None:
    data = as_docx(case)
    text = case.article.text
    assert settled(data, accept=False) == [line for line in text.split("\n") if line]
    for start, end, words in sorted(wanted(case), reverse=True):
        text = f"{text[:start]}{words}{text[end:]}"
    accepted = settled(data, accept=True)
    assert " ".join(accepted).split() == text.split()
    assert not any("  " in line for line in accepted)
    assert as_docx(case) == data


class TestComments:
    def test_they_stand_where_something_is_to_be_done_and_nowhere_else(self) -> None:
        case = decided()
        assert comments_of(as_docx(case.model_copy(update={"flags": ()}))) == []
        question = Review(by="Ben", at=AT, question="Nine, or ten?")
        found = comments_of(as_docx(with_reviews(case, "Engineer Ruth", question)))
        rot = next(one for one in case.claims if one.text.startswith("Engineer Ruth"))
        assert ("Ben", rot.text, "Question to the author: Nine, or ten?") in found
        assert [(by, on) for by, on, _ in found if by != "Ben"] == [("Factcheck", "RAT")]

    def test_they_say_why_and_by_which_source(self) -> None:
        case = ferry_case()
        half = next(one for one in case.claims if one.text.startswith("The Regional"))
        item = Evidence(url="https://otten.example/a", title="Minutes", stance=Stance.REFUTES, locator="p. 3", quote="a third of it")
        verdict = Review(by="Ada", at=AT, verdict=Verdict.FALSE, note="It was a third", judged=half.judged)
        data = as_docx(case.with_claim(half.model_copy(update={"reviews": (verdict,), "evidence": (item,)})))
        told = "False\nWhy: It was a third\nSource, refutes: Minutes, p. 3: “a third of it”, https://otten.example/a"
        assert ("Ada", half.text, told) in comments_of(data)
        (comment,) = (one for one in docx.Document(io.BytesIO(data)).comments if one.author == "Ada")
        assert (comment.text, comment.timestamp, comment.initials) == (told, AT, "A")

    def test_what_is_not_in_its_source_is_told(self) -> None:
        told = {on: what for by, on, what in comments_of(as_docx(unborne())) if by == "Factcheck" and "minutes.pdf" in what}
        assert told["Monday"] == "“Monday”, minutes.pdf: the source does not have these words; it has “Tuesday” (page 2)"
        assert told["£900,000"] == "“£900,000”, minutes.pdf: the source does not have these words"
        assert "the source has “rot in ten of the twelve” (page 3) (80 % alike); it stops before “but”" in "".join(told.values())
        assert "nobody quotes any more" not in "".join(told.values())

    def test_what_nobody_has_decided_is_underlined_and_listed(self) -> None:
        data = as_docx(ferry_case())
        lines = [one.text for one in docx_paragraphs(data)]
        assert "5 claims: underlined with dots in the article, and listed behind it." in lines
        assert "[Ruth Okafor] added that work would end by May 2024. (was it said? is it so?)" in lines
        dotted = [
            run
            for one in article_of(data)
            for run in one.iter(f"{_W}r")
            if run.find(f"{_W}rPr/{_W}rStyle[@{_W}val='Unchecked']") is not None
        ]
        assert "".join("".join(run.itertext()) for run in dotted) == "".join(one.text for one in ferry_case().claims if one.part_of is None)


class TestSummary:
    def test_what_must_change_stands_on_top_in_its_sentence(self) -> None:
        paragraphs = docx_paragraphs(as_docx(ferry_case(reviewed=True)))
        headings = [(one.style.name, one.text) for one in paragraphs if one.style.name.startswith(("Heading", "Title"))]
        assert headings == [
            ("Heading 1", "Fact-check: Harbour ferry refit runs late"),
            ("Heading 2", "Change the words (1)"),
            ("Heading 2", "Flags to settle (1)"),
            ("Heading 2", "Wait for the author (1)"),
            ("Heading 2", "Still open (4)"),
            ("Heading 1", "The article"),
            ("Title", "Harbour ferry refit runs late"),
            ("Heading 1", "Still open"),
        ]
        at = next(at for at, one in enumerate(paragraphs) if one.text.startswith("Change the words"))
        assert paragraphs[at + 1].text == "The Regional Transport Authority paid for half a third of it."
        assert paragraphs[at + 2].text == "Write “a third” · Ada, 5 March 2024"

    def test_the_words_lead_to_their_place_in_the_article(self) -> None:
        document = part(as_docx(ferry_case(reviewed=True)), "word/document.xml")
        links = [one.get(f"{_W}anchor") for one in document.iter(f"{_W}hyperlink")]
        assert links
        assert set(links) == {one.get(f"{_W}name") for one in document.iter(f"{_W}bookmarkStart")}

    def test_pages_are_numbered_and_have_a_running_title(self) -> None:
        document = docx.Document(io.BytesIO(as_docx(ferry_case())))
        assert document.sections[0].header.paragraphs[0].text == "Harbour ferry refit runs late\tFact-check"
        footer = etree.tostring(document.sections[0].footer._element).decode()
        assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]
        about = document.core_properties
        assert (about.title, about.language, about.author) == ("Harbour ferry refit runs late", "en", "")

    def test_notes_on_the_story_stand_there_too(self) -> None:
        notes = (Note(id="n1", by="Ada", at=AT, text="Who rings?"), Note(id="n2", by="Ben", at=AT, text="I do", reply_to="n1"))
        text = "\n".join(one.text for one in docx_paragraphs(as_docx(ferry_case().model_copy(update={"notes": notes}))))
        assert "Who rings?\nAda, 5 March 2024 · Why: I do (Ben)" in text


class TestThePackage:
    @pytest.mark.parametrize(
        "case",
        [ferry_case(reviewed=True), sourced(), hostile_case(), Case(article=article("x"))],
        ids=["full", "sourced", "hostile", "bare"],
    )
    def test_another_reader_finds_the_corrected_article_and_the_comments(self, case: Case) -> None:
        data = as_docx(case)
        found = mammoth.convert_to_html(io.BytesIO(data), style_map="comment-reference => sup")
        assert not [one for one in found.messages if one.type == "error"]
        raw = mammoth.extract_raw_text(io.BytesIO(data)).value.split("\n\n")
        assert [line for line in raw if line in settled(data, accept=True)] or settled(data, accept=True) == []
        assert len(re.findall(r'id="comment-\d+"', found.value)) == len(comments_of(data))

    @pytest.mark.parametrize("case", [ferry_case(reviewed=True), sourced(), hostile_case()], ids=["full", "sourced", "hostile"])
    def test_no_number_is_used_twice_and_every_style_is_there(self, case: Case) -> None:
        data = as_docx(case)
        document = part(data, "word/document.xml")
        marks = document.iter(f"{_W}del", f"{_W}ins", f"{_W}bookmarkStart", f"{_W}commentReference")
        numbers = [one.get(f"{_W}id") for one in marks]
        assert len(numbers) == len(set(numbers))
        known = {one.get(f"{_W}styleId") for one in part(data, "word/styles.xml").iter(f"{_W}style")}
        used = {one.get(f"{_W}val") for one in document.iter(f"{_W}pStyle", f"{_W}rStyle")}
        assert used <= known

    def test_the_article_comes_back_out_of_it_as_it_was_corrected(self, tmp_path: Path) -> None:
        """What the report says around it is left out, and that is told."""
        path = tmp_path / "report.docx"
        path.write_bytes(as_docx(ferry_case(reviewed=True)))
        found = read(str(path))
        assert [line for line in found.text.split("\n") if line] == settled(path.read_bytes(), accept=True)
        assert found.headline == "Harbour ferry refit runs late"
        reasons = {left.role for left in found.left_out or ()}
        assert reasons == {"report", "deleted", "running"}

    def test_hostile_words_do_no_harm(self, tmp_path: Path) -> None:
        data = written(hostile_case(), "docx", tmp_path)
        document = docx.Document(io.BytesIO(data))
        assert any("<script>alert(1)</script>" in paragraph.text for paragraph in docx_paragraphs(data))
        assert any("=cmd|" in what for *_, what in comments_of(data)) or any("=cmd|" in what for *_, what in changes_of(data))
        assert {one.author for one in document.comments} <= {
            " ".join(HOSTILE.split())[:100].translate({0x1B: "␛", 0: "␀", 0x202E: "⇄"}),
            "Factcheck",
        }

    @pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ufffe", "\uffff", "\ud800", "\u2028", "\r", "]]>", "<w:p/>", "&#0;"])
    def test_any_sign_can_stand_in_it(self, sign: str) -> None:
        case = with_reviews(ferry_case(), "The Regional", correcting(f"paid for {sign}a third of it", f"A{sign}da", note=sign))
        data = as_docx(case.model_copy(update={"notes": (Note(id="n", by=sign, at=AT, text=sign),)}))
        assert settled(data, accept=False) == LINES
        assert any("a third" in what for kind, _, _, what in changes_of(data) if kind == "ins")

    def test_the_so_of_what_was_said_is_told(self) -> None:
        wrong = Review(by="Ada", at=AT, aspect=Aspect.SO, verdict=Verdict.FALSE)
        assert any(what == "False: that it is so" for *_, what in comments_of(as_docx(with_reviews(ferry_case(), "She added", wrong))))
