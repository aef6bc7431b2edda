"""Foot- and endnotes and links of documents: where they hang, what they say, and what is none."""

from __future__ import annotations

import pytest

from factcheck.documents import Document, Form, Hung, open_document
from tests.documents.office_files import epub, odt, p, r, word


def hung(document: Document) -> list[tuple[str, str, str]]:
    """What hangs on the words of a document: what it is, on what words or behind which, and what it says."""
    found = []
    for one in document.beside:
        words = document.pieces[one.piece].words
        found.append((one.hung.name, words[one.start : one.end] if one.hung is Hung.LINK else words[: one.start], one.words))
    return found


def notes(document: Document) -> list[str]:
    return [piece.words for piece in document.pieces if piece.form is Form.NOTE]


def test_endnotes_of_a_book_stand_behind_their_marks_in_other_chapters() -> None:
    story = (
        '<p>It cost £4m.<a epub:type="noteref" href="c1.xhtml#n1" id="r1">1</a> So.</p>'
        '<p>Again.<sup><a href="c1.xhtml#n2" id="r2">2</a></sup></p>'
    )
    end = (
        '<section epub:type="endnotes"><ol><li id="n1">Minutes at <a href="https://b.example/m">the site</a>, p. 3.</li>'
        '<li id="n2">Ibid. <a href="c0.xhtml#r2">back to text</a></li><li epub:type="endnote" id="n3">No mark.</li></ol></section>'
    )
    found = open_document(epub(story, end), "epub")
    assert [piece.words for piece in found.pieces] == ["It cost £4m. So.", "Minutes at the site, p. 3.", "Again.", "Ibid.", "No mark."]
    assert notes(found) == ["Minutes at the site, p. 3.", "Ibid.", "No mark."]
    assert hung(found) == [
        ("NOTE", "It cost £4m.", "Minutes at the site <https://b.example/m>, p. 3."),
        ("LINK", "the site", "https://b.example/m"),
        ("NOTE", "Again.", "Ibid."),
    ]


@pytest.mark.parametrize(
    "address", ["javascript:x()", "mailto:a@b.example", "file:///etc/a", "data:text/plain,a", "#top", "https://" + "a" * 2_000]
)
def test_what_leads_to_no_page_is_no_link(address: str) -> None:
    assert hung(open_document(epub(f'<p>See <a href="{address}">this page</a>.</p>'), "epub")) == []
    body = f'<text:p>See <text:a xmlns:x="http://www.w3.org/1999/xlink" x:href="{address}">this page</text:a>.</text:p>'
    assert hung(open_document(odt(body), "odt")) == []


def test_fields_of_word_and_rich_text_are_links() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText> HYPERLINK "https://a.example/b" \\l "page=3" \\o "Tip" </w:instrText></w:r>'
    field = sign("begin") + code + sign("separate") + r("the ") + r("list") + sign("end")
    simple = f"<w:fldSimple w:instr='HYPERLINK \"https://a.example/c\"'>{r('more')}</w:fldSimple>"
    found = open_document(word(p(r("See "), field, r(" and "), simple, r("."))), "docx")
    wanted = [("LINK", "the list", "https://a.example/b#page=3"), ("LINK", "more", "https://a.example/c")]
    assert (found.pieces[0].words, hung(found)) == ("See the list and more.", wanted)
    field = r'{\field{\*\fldinst { HYPERLINK "https://a.example/b" \\\\l "page=3" }}{\fldrslt {\ul the list}}}'
    simple = r'{\field{\*\fldinst HYPERLINK "https://a.example/c"}{\fldrslt more}}'
    found = open_document(rf"{{\rtf1\ansi See {field} and {simple}.\par}}".encode(), "rtf")
    assert (found.pieces[0].words, hung(found)) == ("See the list and more.", wanted)


def test_a_link_on_a_picture_or_on_deleted_words_hangs_on_nothing() -> None:
    assert hung(open_document(epub('<p>See <a href="https://a.example"><img src="a.png"/></a> that.</p>'), "epub")) == []
    gone = f"<w:fldSimple w:instr='HYPERLINK \"https://a.example/c\"'><w:del>{r('more')}</w:del></w:fldSimple>"
    assert hung(open_document(word(p(r("See "), gone, r("that."))), "docx")) == []


def test_a_note_of_deleted_words_is_no_note() -> None:
    mark = '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    found = open_document(word(p(r("So."), mark), footnotes__xml=f'<w:footnote w:id="2">{p(r("Gone."))}</w:footnote>'), "docx")
    assert (notes(found), hung(found)) == ([], [])


def test_a_table_row_carries_its_notes_and_links() -> None:
    def cell(inside: str) -> str:
        return f"<w:tc>{p(inside)}</w:tc>"

    link = f"<w:fldSimple w:instr='HYPERLINK \"https://a.example/c\"'>{r('$8 m')}</w:fldSimple>"
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:tbl><w:tr>{cell(r(' Crab ') + mark)}{cell(r('  ') + link)}</w:tr></w:tbl>"
    found = open_document(word(body, footnotes__xml=f'<w:footnote w:id="2">{p(r("Alive."))}</w:footnote>'), "docx")
    assert [piece.words for piece in found.pieces] == ["Crab\t$8 m", "Alive."]
    assert hung(found) == [("NOTE", "Crab", "Alive."), ("LINK", "$8 m", "https://a.example/c")]


def test_of_very_many_links_the_first_are_kept() -> None:
    found = open_document(epub("<p>" + '<a href="https://a.example/">x</a> ' * 2_100 + "</p>"), "epub")
    assert len(found.beside) == 2_000
