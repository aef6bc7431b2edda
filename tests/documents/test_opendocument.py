"""What stands in an OpenDocument text is read where it stands, and what a reader does not see is told apart."""

from __future__ import annotations

import pytest

from factcheck import read
from factcheck.documents import Document, Form, Left, Reason, UnreadableError, kind_of, open_document
from tests.documents.office_files import OPEN, odt


def opened(body: str, **more: str) -> Document:
    return open_document(odt(body, **more), "odt")


def words(body: str, **more: str) -> list[str]:
    return [piece.words for piece in opened(body, **more).pieces]


def note(mark: str, *paragraphs: str) -> str:
    body = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    return f"<text:note><text:note-citation>{mark}</text:note-citation><text:note-body>{body}</text:note-body></text:note>"


def test_a_note_stands_behind_its_paragraph_and_its_mark_is_left_out() -> None:
    found = opened(f"<text:p>It lost $120{note('3', 'Of that, $20m was lent.')}million.</text:p><text:p>So.</text:p>")
    assert [piece.words for piece in found.pieces] == ["It lost $120 million.", "Of that, $20m was lent.", "So."]
    assert found.left == (Left("3", Reason.MARK),)


def test_frames_and_shapes_are_read_behind_the_paragraph_that_they_hang_on() -> None:
    frame = "<draw:frame><draw:text-box><text:p>In figures</text:p><text:p>It lost $4m.</text:p></draw:text-box></draw:frame>"
    shape = "<draw:custom-shape><text:p>An arrow</text:p></draw:custom-shape>"
    assert words(f"<text:p>The fees {frame}{shape}rose.</text:p>{frame}") == [
        "The fees rose.", "In figures", "It lost $4m.", "An arrow", "In figures", "It lost $4m.",
    ]  # fmt: skip


STYLES = (
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T3" style:parent-style-name="T2"/>'
    '<style:style style:name="T4" style:parent-style-name="T2"><style:text-properties style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="S1"><style:section-properties text:display="none"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="Caption"/>'
    '<style:style style:name="T5"><style:text-properties style:text-position="super 58%"/></style:style>'
)


def test_struck_and_hidden_words_are_listed_and_not_read() -> None:
    def span(style: str, text: str) -> str:
        return f'<text:span text:style-name="{style}">{text}</text:span>'

    body = (
        f"<text:p>Up {span('T3', '4.5 ')}{span('T4', '5.4')} per cent{span('T1', ' ASK LEGAL')}{span('T5', '7')}.</text:p>"
        '<text:section text:style-name="S1"><text:p>By style.</text:p></text:section>'
        '<text:section text:display="none"><text:p>By itself.</text:p></text:section><text:p text:style-name="P1">A boat.</text:p>'
    )
    found = opened(body, styles=STYLES)
    assert [(piece.form, piece.words) for piece in found.pieces] == [(Form.PARAGRAPH, "Up 5.4 per cent."), (Form.PICTURE, "A boat.")]
    assert found.left == (
        Left("4.5", Reason.STRUCK), Left("ASK LEGAL", Reason.HIDDEN), Left("7", Reason.MARK), Left("By style.", Reason.HIDDEN),
        Left("By itself.", Reason.HIDDEN),
    )  # fmt: skip


def test_what_stands_at_the_head_and_foot_of_pages_is_left_out() -> None:
    header, footer = "<text:p>The Post</text:p></style:header>", "<text:p>3</text:p></style:footer-first>"
    masters = f"<style:master-page><style:header>{header}<style:footer-first>{footer}</style:master-page>"
    found = opened("<text:p>So.</text:p>", masters=masters)
    assert [piece.words for piece in found.pieces] == ["So."]
    assert found.left == (Left("The Post", Reason.RUNNING), Left("3", Reason.RUNNING))


def test_lists_of_contents_and_prompts_are_not_the_articles_words() -> None:
    contents = "<text:table-of-content><text:index-body><text:p>So 3</text:p></text:index-body></text:table-of-content>"
    found = opened(f"{contents}<text:p>So it <text:placeholder>Name</text:placeholder>is.</text:p>")
    assert [(piece.form, piece.words, piece.why) for piece in found.pieces] == [
        (Form.FURNITURE, "So 3", Reason.REPEATED), (Form.PARAGRAPH, "So it is.", None),
    ]  # fmt: skip
    assert found.left == (Left("Name", Reason.PROMPT),)


def test_a_table_is_read_row_by_row_with_its_notes_and_comments() -> None:
    def cell(text: str) -> str:
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"

    comment = "<office:annotation><dc:creator>Ada</dc:creator><text:p>Sure?</text:p></office:annotation>"
    body = f"<table:table><table:table-row>{cell('Crab' + note('1', 'Alive.'))}{cell(comment + '$8')}</table:table-row></table:table>"
    found = opened(body)
    assert [(piece.form, piece.words) for piece in found.pieces] == [(Form.ROW, "Crab\t$8"), (Form.NOTE, "Alive.")]
    assert [(one.words, one.piece, one.start) for one in found.beside] == [("Sure?", 0, 5), ("Alive.", 0, 4)]


def test_white_space_of_the_markup_is_none_of_the_text() -> None:
    assert words("<text:p>The\n    board<text:line-break/>raised<text:tab/>its<text:s text:c='3'/>fees.\n</text:p>") == [
        "The board\nraised its fees."
    ]


def test_a_flat_file_is_read_as_a_packed_one() -> None:
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    body = "<office:body><office:text><text:h text:outline-level='1'>Fees rise</text:h><text:p>So.</text:p></office:text></office:body>"
    data = f'<?xml version="1.0"?>\n<office:document {OPEN} {kind}>{body}</office:document>'.encode()
    assert kind_of(data, "story.fodt") == "odt"
    assert [(piece.form, piece.words) for piece in open_document(data, "odt").pieces] == [
        (Form.TITLE, "Fees rise"),
        (Form.PARAGRAPH, "So."),
    ]


def test_a_comment_over_several_paragraphs_stands_on_each() -> None:
    begins = "<office:annotation office:name='a'><dc:creator>Ada</dc:creator><text:p>Both?</text:p></office:annotation>"
    body = f"<text:p>It {begins}cost £4.</text:p><text:p>It is late<office:annotation-end office:name='a'/> now.</text:p>"
    made = read(odt(body))
    assert [made.words(remark) for remark in made.remarks] == ["cost £4.", "It is late"]


def test_of_two_comments_under_one_name_neither_is_lost() -> None:
    end = "<office:annotation-end office:name='a'/>"
    begins = (
        f"<office:annotation office:name='a'><dc:creator>Ada</dc:creator><text:p>{words}</text:p></office:annotation>"
        for words in ("One?", "Two?")
    )
    body = "".join(f"<text:p>It {begin}cost £4.{end}</text:p>" for begin in begins)
    assert sorted(remark.words for remark in read(odt(body)).remarks) == ["One?", "Two?"]


def test_a_text_without_words_says_so() -> None:
    with pytest.raises(UnreadableError, match="it has no words in it"):
        opened("<text:p/>")
