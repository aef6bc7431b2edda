"""What colleagues wrote beside the words of a document becomes notes on the claims that those words are in."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import pipeline, read
from factcheck.documents import Beside, Document, Form, Hung, Piece, open_document
from factcheck.documents.comments import Edge, Paragraphs, Side, comment
from factcheck.model import Case, Remark, with_remarks
from factcheck.model.remarks import UNKNOWN
from factcheck.reading.documents import read_document
from tests.builders import article, claim
from tests.documents.office_files import p, r, word
from tests.documents.test_formats import FILES

SENTENCES = ("The council said the refit would cost £1.2m.", "It runs late.", "The ferry has nine frames.")


def word_file(path: Path, *, more: str | None = None) -> Path:
    """A file as python-docx writes it, with a comment on a figure, one on a whole sentence, and one over two paragraphs."""
    document = docx.Document()
    document.add_heading("Ferry refit runs late", 1)
    first = document.add_paragraph("The council  said the refit would cost ")
    money = first.add_run("£1.2m")
    first.add_run(".")
    second, third = document.add_paragraph(SENTENCES[1]), document.add_paragraph(SENTENCES[2])
    document.add_comment(money, text="Was it 1.3?\nAsk the clerk.", author="Ada  Finch", initials="AF")
    document.add_comment(second.runs, text="By how much?", author="Ben")
    document.add_comment([*second.runs, *third.runs], text="Both from the same call.", author="Ben")
    if more:
        document.add_comment(third.runs, text=more, author="Cleo")
    document.save(str(path))
    return path


def notes(case: Case) -> list[tuple[str, str, str]]:
    return [(c.text, r.by, r.note) for c in case.claims for r in c.reviews if r.note]


def test_comments_in_a_word_document_are_notes_on_its_claims(tmp_path: Path) -> None:
    opened = pipeline.start_case(word_file(tmp_path / "story.docx"), tmp_path / "cases")
    assert sorted(notes(opened.case)) == sorted(
        [
            (SENTENCES[0], "Ada Finch", "“£1.2m”: Was it 1.3?\nAsk the clerk."),
            (SENTENCES[1], "Ben", "By how much?"),
            (SENTENCES[1], "Ben", "Both from the same call."),
            (SENTENCES[2], "Ben", "Both from the same call."),
        ]
    )
    assert notes(pipeline.open_case(opened.file.path).case) == notes(opened.case)
    assert all(review.verdict is None and review.at.tzinfo for c in opened.case.claims for review in c.reviews)


@pytest.mark.parametrize("name", ["commented.odt", "commented.docx"])
def test_comments_as_libreoffice_writes_them(name: str) -> None:
    opened = read(FILES / name)
    assert {(opened.words(one), one.by, one.words) for one in opened.remarks} == {
        ("£1.2m", "Ada Finch", "Was it 1.3?\nAsk the clerk."),
        (SENTENCES[1], "Ben", "By how much?"),
        (SENTENCES[1], "Ben", "Both from the same call."),
        (SENTENCES[2], "Ben", "Both from the same call."),
    }


def test_a_comment_made_later_is_taken_over_once(tmp_path: Path) -> None:
    path = word_file(tmp_path / "story.docx")
    pipeline.start_case(path, tmp_path / "cases")
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[-1].runs, text="Ten, says the yard.", author="Cleo")
    document.save(str(path))
    opened = pipeline.start_case(path, tmp_path / "cases")
    assert opened.notice == "Comments that were added to the article since then are notes on its claims now."
    assert (SENTENCES[2], "Cleo", "Ten, says the yard.") in notes(opened.case)
    again = pipeline.start_case(path, tmp_path / "cases")
    assert again.notice is None
    assert len(notes(again.case)) == 5


def test_a_new_version_brings_its_comments(tmp_path: Path) -> None:
    path = word_file(tmp_path / "story.docx")
    opened = pipeline.start_case(path, tmp_path / "cases")
    document = docx.Document(str(path))
    fresh = document.add_paragraph("Two winters were lost.")
    document.add_comment(fresh.runs, text="Who says?", author="Cleo")
    document.save(str(path))
    pipeline.update_case(opened.file.path, path)
    assert ("Two winters were lost.", "Cleo", "Who says?") in notes(pipeline.open_case(opened.file.path).case)


def test_comments_in_an_opendocument_text_are_kept() -> None:
    spaces = {
        "o": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "t": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }  # fmt: skip
    said = "<dc:creator>Ada</dc:creator><dc:date>2024-03-05T09:30:00.123456789</dc:date><t:p>Was it</t:p><t:p>1.3?</t:p>"
    body = (
        f"<t:p>It cost <o:annotation o:name='a'>{said}</o:annotation>£1.2m<o:annotation-end o:name='a'/>.</t:p>"
        f"<t:p>It runs late<o:annotation>{said}</o:annotation>.</t:p>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        named = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", f"<o:d {named}><o:body><o:text>{body}</o:text></o:body></o:d>")
    opened = read(out.getvalue())
    moment = datetime(2024, 3, 5, 9, 30, 0, 123456, UTC)
    assert opened.text == "It cost £1.2m.\n\nIt runs late."
    assert [(opened.words(one), one.by, one.words, one.at) for one in opened.remarks] == [
        ("£1.2m", "Ada", "Was it\n1.3?", moment),
        ("", "Ada", "Was it\n1.3?", moment),
    ]


def test_a_comment_on_deleted_words_or_in_an_empty_paragraph_is_not_lost() -> None:
    edges = '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
    gone = "<w:del><w:r><w:delText>£900</w:delText></w:r></w:del>"
    body = (
        f"<w:p>{edges.format(1, '')}</w:p>"
        f"<w:p><w:r><w:t>It cost </w:t></w:r>{edges.format(2, gone)}<w:r><w:t>a lot.</w:t></w:r></w:p>"
        '<w:commentRangeStart w:id="3"/><w:p><w:r><w:t>It runs late.</w:t></w:r><w:commentRangeEnd w:id="3"/></w:p>'
    )
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    each = "".join(f'<w:comment w:id="{n}" w:author="A"><w:p><w:r><w:t>c{n}</w:t></w:r></w:p></w:comment>' for n in (1, 2, 3, 4))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')
        package.writestr("word/comments.xml", f'<w:comments xmlns:w="{word}">{each}</w:comments>')
    opened = open_document(out.getvalue(), "docx")
    assert [(b.words, b.piece, b.start, b.end) for b in opened.beside] == [
        ("c1", 0, 0, 0),
        ("c2", 0, 8, 8),
        ("c3", 1, 0, 13),
        ("c4", 0, 0, 0),
    ]


TEXT = st.text(st.sampled_from("ab \n\t\u0301é€"), max_size=12)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4), st.booleans())
def test_offsets_of_comments_are_true(paragraphs: list[tuple[str, str, str]], titled: bool) -> None:
    """The words between the edges are the words that the remark stands beside, whatever white space and accents are around them."""
    together = Paragraphs()
    pieces: list[Piece] = []
    comments, marked = {}, {}
    for n, (before, inside, after) in enumerate(paragraphs):
        name = str(n)
        comments[name] = comment("A", ["look"], None)
        parts = [before, Edge(name, Side.BEGIN), "<", inside, ">", Edge(name, Side.END), after]
        words = together.words(parts, len(pieces))
        marked[len(pieces)] = words[words.index("<") : words.index(">") + 1]
        pieces.append(Piece(Form.PARAGRAPH, words))
    document = Document(tuple(pieces), "A title" if titled else None, beside=tuple(together.beside(comments)))
    made = read_document(document, None, None)
    wanted = [unicodedata.normalize("NFC", words) for words in marked.values()]
    assert [made.words(remark) for remark in made.remarks] == wanted


def test_a_remark_on_words_in_no_claim_is_a_note_on_the_next_one() -> None:
    text = "By Ida Marsh\n\nIt runs late. It cost £1.2m."
    case = Case(article=article(text), claims=(claim(text, "assertion", "It runs late."), claim(text, "assertion", "It cost £1.2m.")))
    remarks = [Remark(start=3, end=12, by="", words="Who?"), Remark(start=len(text), end=len(text), by="Ben", words="More?")]
    made = with_remarks(case, remarks)
    assert [[(r.by, r.at, r.note) for r in c.reviews] for c in made.claims] == [
        [("a comment", UNKNOWN, "“Ida Marsh”: Who?")],
        [("Ben", UNKNOWN, "More?")],
    ]
    assert with_remarks(made, remarks) is made


def test_documents_keep_their_comments_on_the_way_from_the_other_process() -> None:
    from factcheck.documents.aside import _from_json, _to_json

    document = Document((Piece(Form.PARAGRAPH, "One."),), beside=(Beside(0, 0, 3, "A", "b", datetime(2024, 3, 5, tzinfo=UTC)),))
    assert _from_json(_to_json(document)) == document


def stood(body: str, comments: str, **parts: str) -> list[tuple[str, str]]:
    """The words that each comment in a Word document stands beside."""
    found = open_document(word(body, comments__xml=comments, **parts), "docx")  # type: ignore[arg-type]
    return [(found.pieces[one.piece].words[one.start : one.end], one.words) for one in found.beside if one.hung is Hung.COMMENT]


def said(name: int, text: str, paragraph: str = "") -> str:
    return f'<w:comment w:id="{name}" w:author="Ada"><w:p w14:paraId="{paragraph}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'


BEGIN, END, POINT = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>', '<w:r><w:commentReference w:id="{}"/></w:r>'


def test_a_comment_over_paragraphs_covers_them_and_no_note_between() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p(r("It "), BEGIN.format(1), r("cost £4."), note) + p(r("It is late")) + p(r("So."), END.format(1), POINT.format(1), r(" More."))
    notes = f'<w:footnote w:id="2">{p(r("A note."))}</w:footnote>'
    assert stood(body, said(1, "All?"), footnotes__xml=notes) == [("cost £4.", "All?"), ("It is late", "All?"), ("So.", "All?")]


def test_comments_in_cells_and_notes_stand_there() -> None:
    cells = f"<w:tc>{p(r('Crab'))}</w:tc><w:tc>{p(BEGIN.format(1), r('$8'), END.format(1), r(' a kilo'))}</w:tc>"
    note = f'<w:footnote w:id="2">{p(r("It was "), BEGIN.format(2), r("lent"), END.format(2), r("."))}</w:footnote>'
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + p(r("So."), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert stood(body, said(1, "Sure?") + said(2, "By whom?"), footnotes__xml=note) == [("$8", "Sure?"), ("lent", "By whom?")]


def test_an_answer_stands_where_the_comment_stands_that_it_answers() -> None:
    body = p(r("It "), BEGIN.format(1), r("cost £4"), END.format(1), POINT.format(1), r("."))
    thread = '<w15:commentEx w15:paraId="B" w15:paraIdParent="A" w15:done="1"/><w15:commentEx w15:paraId="A" w15:done="1"/>'
    told = stood(body, said(1, "Sure?", "A") + said(2, "Yes.", "B"), commentsExtended__xml=thread)
    assert told == [("cost £4", "Sure?"), ("cost £4", "Yes.")]


def test_a_comment_without_words_is_where_it_was_put() -> None:
    body = p(r("One is here."), POINT.format(1)) + p(r("Two "), POINT.format(2), r("is there.")) + p() + p(POINT.format(3))
    found = open_document(word(body, comments__xml=said(1, "a") + said(2, "b") + said(3, "c")), "docx")
    assert [(one.piece, one.start, one.end) for one in found.beside] == [(0, 12, 12), (1, 3, 3), (1, 13, 13)]


def test_a_comment_on_half_a_document_does_not_take_for_ever() -> None:
    body = p(BEGIN.format(1), r("First.")) + p(r("More.")) * 1_000 + p(r("Last."), END.format(1))
    assert 1 < len(stood(body, said(1, "All?"))) < 1_000
