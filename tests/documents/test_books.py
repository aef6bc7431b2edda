"""What stands in a book is read wherever its markup puts it, and marks, covers and lists of contents are told apart."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from factcheck.documents import Document, Form, Left, Piece, Reason, UnreadableError, kind_of, open_document
from tests.documents.office_files import epub


def opened(*chapters: str, **more: str) -> Document:
    return open_document(epub(*chapters, **more), "epub")


def words(*chapters: str, **more: str) -> list[str]:
    return [piece.words for piece in opened(*chapters, **more).pieces]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<div>In a box.<div>In another.</div>Between.</div>", ["In a box.", "In another.", "Between."]),
        ("Bare<p>Set</p>bare again", ["Bare", "Set", "bare again"]),
        ("<p>The fees<br/>340 boats<br />paid</p>", ["The fees\n340 boats\npaid"]),
        ("<table><tr><td>Crab</td><td><p>$8</p></td></tr></table>", ["Crab\t$8"]),
        ("<table><tr><td><p>Left.</p><p>Below.</p></td><td>Right.</td></tr></table>", ["Left.", "Below.", "Right."]),
        ("<ul><li>One<ul><li>Inner</li></ul></li><li><p>Two</p></li></ul>", ["One", "Inner", "Two"]),
        ("<blockquote><p>We had to.</p><p>So we did.</p></blockquote>", ["We had to.", "So we did."]),
        (
            "<dl><dt>Fee</dt><dd>What is paid.</dd></dl><figure><figcaption>A boat.</figcaption></figure>",
            ["Fee", "What is paid.", "A boat."],
        ),
        ("<p>It cost $5&nbsp;million&mdash;twice &amp; more.</p>", ["It cost $5 million—twice & more."]),
        ("<p>A <b>bro<i>ken</b></i> page.<p>It goes on.", ["A broken page.", "It goes on."]),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> is one.</p>", ["漢 (kan) is one."]),
        ('<p>See chapter <a href="#c4">4</a> and <a href="#c5">5</a>.</p>', ["See chapter 4 and 5."]),
        ('<p>It has 5 km<span class="superscript">2</span>, 10<span style="vertical-align: super">6</span>.</p>', ["It has 5 km², 10⁶."]),
        ("<p>A <math><mfrac><mn>1</mn><mn>2</mn></mfrac> or <msup><mn>10</mn><mn>6</mn></msup></math>.</p>", ["A 1/2 or 10⁶."]),
        ("<svg><text>One</text><text>Two</text></svg>", ["One", "Two"]),
        ("<p>It was the 12<sup>th</sup>, on 5 km<sup>2</sup>.</p>", ["It was the 12th, on 5 km²."]),
    ],
)
def test_text_is_read_wherever_it_stands(body: str, read: list[str]) -> None:
    assert [one.replace("\xa0", " ") for one in words(body)] == read


def test_names_of_signs_are_read_with_a_list_of_them_and_without() -> None:
    kind = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    assert words(f"{kind}<html><head><title>x</title></head><body><p>Caf&eacute;&mdash;so.</p></body></html>") == ["Café—so."]


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a epub:type="noteref" href="#n3">3</a></sup>', '<a epub:type="noteref" href="#n3">3</a>', '<a href="notes.xhtml#n3">[3]</a>',
        '<a href="#n3"><sup>3</sup></a>', "<sup>3</sup>", '<a role="doc-noteref" href="#n3">note 3</a>',
    ],
)  # fmt: skip
def test_the_mark_of_a_note_is_no_digit(mark: str) -> None:
    found = opened(f"<p>It lost $120{mark} million.</p><p>And $9{mark}million.</p>")
    assert [piece.words for piece in found.pieces] == ["It lost $120 million.", "And $9 million."]
    assert {left.why for left in found.left} == {Reason.MARK}


def test_a_note_stands_behind_the_paragraph_that_it_hangs_on() -> None:
    note = '<aside epub:type="footnote" id="n1"><p><a epub:type="backlink" href="#r1">1</a> It was a loan.</p></aside>'
    loose = '<aside epub:type="footnote" id="n2">Loose.</aside>'
    found = opened(f'<p>It lost $4m<a epub:type="noteref" id="r1" href="#n1">1</a>.</p><p>So.</p>{note}{loose}')
    assert [piece.words for piece in found.pieces] == ["It lost $4m.", "It was a loan.", "So.", "Loose."]
    assert found.left == (Left("1", Reason.MARK), Left("1", Reason.MARK))


def test_the_point_behind_the_mark_that_opens_a_note_is_the_marks() -> None:
    found = opened('<p>It lost $4m<sup><a id="r1" href="#n1">1</a></sup>.</p><div id="n1"><p><a href="#r1">1</a>. It was a loan.</p></div>')
    assert [piece.words for piece in found.pieces] == ["It lost $4m.", "It was a loan."]
    assert [left.words for left in found.left] == ["1", "1 ."]


def test_a_note_in_a_cell_is_told_once() -> None:
    note = '<aside epub:type="footnote" id="n1">A loan.</aside>'
    cells = f'<td>Crab<a epub:type="noteref" href="#n1">1</a></td><td>$8{note}</td>'
    assert words(f"<table><tr>{cells}</tr></table>") == ["Crab\t$8", "A loan."]
    twice = '<a epub:type="noteref" href="#n1">1</a>'
    assert words(f"<p>So{twice} it{twice} is.</p>{note}") == ["So it is.", "A loan."]


def test_lists_of_contents_numbers_of_pages_and_hidden_words_are_told_apart() -> None:
    nav = '<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="c1.xhtml">So</a></li></ol></nav>'
    found = opened(
        nav, '<p>So <span epub:type="pagebreak">12</span>it <s>was</s><span style="display:none">not</span>is.</p><p hidden="">Gone.</p>'
    )
    assert [(piece.form, piece.words) for piece in found.pieces] == [
        (Form.FURNITURE, "Contents"), (Form.FURNITURE, "So"), (Form.PARAGRAPH, "So it is."),
    ]  # fmt: skip
    assert [(left.words, left.why) for left in found.left] == [
        ("12", Reason.RUNNING), ("was", Reason.STRUCK), ("not", Reason.HIDDEN), ("Gone.", Reason.HIDDEN),
    ]  # fmt: skip


ENCRYPTED = (
    '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/><CipherData><CipherReference URI="{}"/></CipherData></EncryptedData>'
    "</encryption>"
)


@pytest.mark.parametrize(
    ("algorithm", "part"),
    [
        ("http://www.idpf.org/2008/embedding", "OPS/a.otf"), ("http://ns.adobe.com/pdf/enc#RC", "OPS/a.otf"),
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/film.mp4"),
    ],
)  # fmt: skip
def test_hidden_fonts_and_films_are_no_lock(algorithm: str, part: str) -> None:
    assert words("<p>So.</p>", META_INF___encryption__xml=ENCRYPTED.format(algorithm, part)) == ["So."]


def test_a_locked_chapter_is_a_lock() -> None:
    with pytest.raises(UnreadableError, match="copy-protected"):
        opened("<p>So.</p>", META_INF___encryption__xml=ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/c0.xhtml"))


def test_what_is_beside_the_reading_order_comes_last_and_pictures_are_no_chapters() -> None:
    spine = '<itemref idref="pic"/><itemref idref="c0" linear="no"/><itemref idref="c1"/><itemref idref="gone"/>'
    found = opened("<p>Notes.</p>", "<h1>One</h1>", spine=spine, items='<item id="pic" href="cover.jpg" media-type="image/jpeg"/>')
    assert found.pieces == (Piece(Form.TITLE, "One", "chapter 1"), Piece(Form.PARAGRAPH, "Notes.", "chapter 2"))


def test_a_book_says_who_wrote_it_and_when_it_appeared() -> None:
    metadata = (
        "<dc:title>Fees</dc:title><dc:title>A history</dc:title><dc:creator>Ida Marsh</dc:creator><dc:creator>Ben Low</dc:creator>"
        '<dc:date opf:event="modification">2026-01-02</dc:date><dc:date opf:event="publication">2024-03-05</dc:date>'
        "<dc:language>en-GB</dc:language><dc:publisher>Quay</dc:publisher>"
    )
    found = opened("<h1>One</h1><p>So.</p>", metadata=metadata)
    assert (found.title, found.author, found.published, found.language, found.site) == (
        "Fees", "Ida Marsh, Ben Low", date(2024, 3, 5), "en-GB", "Quay",
    )  # fmt: skip


@pytest.mark.parametrize("mimetype", ["application/epub+zip", "application/epub+zip\n", None])
def test_a_book_that_was_packed_anew_is_one(mimetype: str | None) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(epub("<p>So.</p>"))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), reverse=True):
            if name != "mimetype":
                new.writestr(name, old.read(name))
            elif mimetype is not None:
                new.writestr(name, mimetype)
    assert kind_of(out.getvalue()) == "epub"


def test_a_book_of_pictures_says_so() -> None:
    with pytest.raises(UnreadableError, match="it has no words in it"):
        opened('<img src="a.jpg" alt="A boat"/>')


def test_the_title_of_a_book_whose_headings_are_only_those_of_its_chapters_stands_above_them() -> None:
    chapters = ("<h2>1. Tar</h2><p>It was so.</p>", "<h2>2. Rope</h2><p>It went on.</p>")
    found = opened(*chapters, metadata="<dc:title>The Long Quay</dc:title>")
    assert [(piece.form, piece.words) for piece in found.pieces[:2]] == [(Form.TITLE, "The Long Quay"), (Form.HEADING, "1. Tar")]
    assert "The Long Quay" not in words("<h1>Fees rise in May</h1><p>It was so.</p>", metadata="<dc:title>The Long Quay</dc:title>")
    once = words("<p>The long quay</p>", *chapters, metadata="<dc:title>The Long Quay</dc:title>")
    assert once == ["The long quay", "1. Tar", "It was so.", "2. Rope", "It went on."]


def test_a_books_title_heads_it_where_only_its_chapters_have_headings() -> None:
    book = opened("<h2>One</h2><p>The tide came in.</p>", "<h2>Two</h2><p>It went out.</p>", metadata="<dc:title>Tides of Ashby</dc:title>")
    assert [piece.words for piece in book.pieces if piece.form is Form.TITLE] == ["Tides of Ashby"]


@pytest.mark.parametrize("chapter", ["<h1>Tides of Ashby</h1><p>The tide came in.</p>", "<p>Tides of Ashby</p><h2>One</h2><p>It came.</p>"])
def test_a_books_title_stands_once_where_its_text_has_it(chapter: str) -> None:
    book = opened(chapter, metadata="<dc:title>Tides of Ashby</dc:title>")
    assert [piece.words for piece in book.pieces].count("Tides of Ashby") == 1


def test_a_list_of_contents_for_machines_is_listed_as_left_out() -> None:
    item = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    book = opened("<p>The tide came in.</p>", items=item, OPS___nav__xhtml="<html><body><nav><ol><li>Ebb</li></ol></nav></body></html>")
    assert Left("Ebb", Reason.AROUND) in book.left
