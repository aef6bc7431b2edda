"""What stands in a Rich Text document is read where it stands, and what a reader does not see is told apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factcheck.documents import Document, Form, Left, Reason, UnreadableError, kind_of, open_document

FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f3\fcharset2 Symbol;}{\f4\fcharset204 Arial;}}"


def opened(body: str, head: str = "") -> Document:
    return open_document((r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + head + body + "}").encode("latin-1"), "rtf")


def words(body: str, head: str = "") -> list[str]:
    return [piece.words for piece in opened(body, head).pieces]


def test_a_note_stands_behind_its_paragraph_and_its_mark_is_no_digit() -> None:
    note = r"{\footnote\pard\plain{\super\chftn} Of that, $20m was lent.\par It was a loan.}"
    assert words(r"\pard It lost $120{\super\chftn}" + note + r"million.\par So.\par") == [
        "It lost $120 million.",
        "Of that, $20m was lent.",
        "It was a loan.",
        "So.",
    ]
    typed = opened(r"\pard It lost $120{\super 3} million.\par On the 12{\super th} it has 5 km{\super 2}.\par")
    assert [piece.words for piece in typed.pieces] == ["It lost $120 million.", "On the 12th it has 5 km²."]
    assert typed.left == (Left("3", Reason.MARK),)


def test_what_is_lifted_by_some_half_points_is_set_high() -> None:
    assert words(r"\pard It lost $120{\up8\fs14 3} million, {\up2 so} it{\dn4 said}.\par") == ["It lost $120 million, so itsaid."]


def test_struck_hidden_and_deleted_words_are_listed_and_not_read() -> None:
    first = r"\pard Up {\strike 4.5 }{\strike\strike0 5.4} per cent{\v  ASK LEGAL}{\deleted  then}\striked1 x\striked0 .\plain\par "
    found = opened(first + r"So{\deleted .\par}{\deleted  And} on.\par")
    assert [piece.words for piece in found.pieces] == ["Up 5.4 per cent.", "So on."]
    assert [(left.words, left.why) for left in found.left] == [
        ("4.5", Reason.STRUCK), ("ASK LEGAL", Reason.HIDDEN), ("then", Reason.DELETED), ("x", Reason.STRUCK), (". And", Reason.DELETED),
    ]  # fmt: skip


def test_what_is_left_out_within_a_word_or_figure_does_not_cut_it() -> None:
    found = opened(r"\pard Out{\v x}put rose by 4{\strike 7}0 per cent, to $120{\v check}million.\par ")
    assert [piece.words for piece in found.pieces] == ["Output rose by 40 per cent, to $120 million."]


def test_tables_are_read_row_by_row_and_a_bar_in_the_text_is_one() -> None:
    body = (
        r"\trowd\cellx1\cellx2\pard\intbl Crab\cell $8\cell\row\trowd\pard\intbl Fish | chips\cell\pard\intbl $9\cell\row"
        r"\trowd\pard\intbl Left.\par Below.\cell Right.\cell\row\pard So | it is.\par"
    )
    assert [(piece.form, piece.words) for piece in opened(body).pieces] == [
        (Form.ROW, "Crab\t$8"), (Form.ROW, "Fish | chips\t$9"), (Form.PARAGRAPH, "Left."), (Form.PARAGRAPH, "Below."),
        (Form.PARAGRAPH, "Right."), (Form.PARAGRAPH, "So | it is."),
    ]  # fmt: skip


def test_boxes_are_read_once_behind_the_paragraph_that_they_hang_on() -> None:
    inside = r"{\shptxt\pard In figures\par It lost $4m.\par}"
    box = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}"
        + inside
        + r"}{\shprslt{\*\do\dptxbx{\dptxbxtext\pard It lost $4m.\par}}}}"
    )
    assert words(rf"\pard The fees {box}rose.\par So.\par") == ["The fees rose.", "In figures", "It lost $4m.", "So."]
    assert words(r"\pard So.{\*\do\dptxbx{\dptxbxtext\pard An old box.\par}}\par") == ["So.", "An old box."]


def test_what_stands_at_the_head_and_foot_of_pages_is_left_out() -> None:
    found = opened(r"{\header\pard The Post\par}{\footerf Page 3\par}\pard So.\par")
    assert [piece.words for piece in found.pieces] == ["So."]
    assert found.left == (Left("The Post", Reason.RUNNING), Left("Page 3", Reason.RUNNING))


def test_results_of_fields_are_text_and_their_instructions_are_none() -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "https://a.example/"}}{\fldrslt{\ul the board}}}'
    assert words(rf'\pard So {field} raised 20{{\field{{\*\fldinst SYMBOL 176 \\f "Symbol" \\s 11}}{{\fldrslt}}}}C.\par') == [
        "So the board raised 20°C."
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\'a31.2m \'93so\'94 caf\'e9", "£1.2m “so” café"),
        (r"\u8364?5 \uc2\u8211\'96\'96 \uc0\u233 t\u233", "€5 – été"),
        (r"{\f4\'cf\'f0\'e0\'e2\'e4\'e0}", "Правда"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"{\f3\'b0}C {\f3 m}", "°C μ"),
        (r"\lquote a\rquote  \emdash b\_c\~d\-e", "‘a’ —b-c d\xade"),
        (r"\{a\} \\b", "{a} \\b"),
        ("a\\\nb", "a|b"),
        (r"{\upr{a?c}{\*\ud{a\u238*c}}}", "aîc"),
        ("na\xefve \xc3\xa9", "naïve Ã©"),
        ("\xc3\xa9t\xc3\xa9", "été"),
    ],
)
def test_letters_and_signs_are_those_that_were_written(written: str, read: str) -> None:
    assert "|".join(words(rf"\pard {written}\par")) == read


def test_pictures_objects_and_what_is_only_for_programs_are_no_text() -> None:
    body = (
        r"{\*\generator W;}{\info{\author Ida}{\doccomm no}}\pard{\pict\wmetafile8 0a0b{\*\blipuid 01}0c}{\*\shppict{\pict\bin4 {}\}a}}So "
        r"{\object{\*\objdata 0102}{\result it}} is.{\*\unknown no}\par{\*\themedata 504b}"
    )
    assert words(body) == ["So it is."]


def test_headings_lists_and_large_letters_are_known_by_how_they_are_set() -> None:
    styles = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\s3\outlinelevel2 Crosshead;}{\*\cs4 Mark;}}"
    body = r"\pard\s1 Fees rise\par\pard\s2 In short\par\pard\s3 Why\par\pard\ls1{\listtext 1.\tab}One.\par"
    found = opened(body + r"\pard\dropcapli2 T\par\pard he end.\par", styles + r"{\info{\title Normal.dot}}")
    assert [(piece.form, piece.words) for piece in found.pieces] == [
        (Form.TITLE, "Fees rise"), (Form.HEADING, "In short"), (Form.HEADING, "Why"), (Form.ITEM, "One."), (Form.PARAGRAPH, "The end."),
    ]  # fmt: skip
    assert found.left == (Left("1.", Reason.NUMBER),)
    assert found.title is None


def test_an_item_of_a_list_in_a_cell_stays_there() -> None:
    item = r"\pard\intbl\ls1{\listtext\pard\plain 1.\tab}Crab\par Fish\cell $8\cell\row"
    assert words(r"\trowd" + item + r"\pard So.\par") == ["Crab", "Fish", "$8", "So."]
    assert kind_of(b"\xef\xbb\xbf\r\n{\\rtf1 So.}") == "rtf"


def test_what_is_passed_over_takes_no_time() -> None:
    """A title of half a million letters is read in pieces: kept whole, it took longer than the document."""
    title = r"{\info{\title " + "a\\'e9" * 100_000 + "}}"
    assert len(opened("So.", title).title or "") <= 600


def test_comments_stand_beside_the_words_that_they_are_on() -> None:
    def told(mark: str, text: str) -> str:
        return rf"{{\*\atnid AF}}{{\*\atnauthor Ada Finch}}\chatn {{\*\annotation{mark}{{\*\atndate -1480512930}}\pard {text}\par}}"

    mark = r"{\*\atnref 0}"
    body = rf"\pard It cost {{\*\atrfstart 0}}£1.2m{{\*\atrfend 0}}{told(mark, 'Sure?')}.\par It is late.{told('', 'Who says?')}\par"
    found = opened(body)
    assert [piece.words for piece in found.pieces] == ["It cost £1.2m.", "It is late."]
    assert [(found.pieces[one.piece].words[one.start : one.end], one.piece, one.by, one.words) for one in found.beside] == [
        ("£1.2m", 0, "Ada Finch", "Sure?"), ("", 1, "Ada Finch", "Who says?"),
    ]  # fmt: skip
    assert found.beside[0].at == datetime(2024, 1, 5, 9, 30, tzinfo=UTC)


def test_a_page_wrapped_in_rich_text_gives_its_words_once() -> None:
    body = r"\fromhtml1{\*\htmltag64 <p>}\htmlrtf \par \htmlrtf0 So it is.{\*\htmltag72 </p>}\htmlrtf{no}\htmlrtf0\par"
    assert [piece.words for piece in opened(body).pieces] == ["So it is."]


@pytest.mark.parametrize("text", [r"{\rtf1}", r"{\rtf1\pard\par{\pict 00}}"])
def test_a_document_without_words_says_so(text: str) -> None:
    with pytest.raises(UnreadableError, match="it has no words in it"):
        open_document(text.encode(), "rtf")


def test_groups_without_end_harm_nothing() -> None:
    with pytest.raises(UnreadableError, match="made to crash"):
        open_document(rb"{\rtf1 " + b"{" * 100_000 + b"a", "rtf")
    notes = rb"{\footnote a" * 900
    with pytest.raises(UnreadableError):
        open_document(rb"{\rtf1 " + notes, "rtf")
    assert open_document(rb"{\rtf1 So.} and more", "rtf").text == "So."
