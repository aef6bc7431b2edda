"""Foot- and endnotes and links of documents: where they hang, what they say, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Document, Form, Hung, open_document
from factcheck.reading.documents import read_document
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


STORY = (
    "<h1>Weir rebuilt late</h1>"
    "<p>The weir at Stoke cost four million pounds, the clerk of the parish said on Monday.{mark} It ran late.</p>"
    "<p>The parish hired fourteen divers for the work, and nobody of them was hurt in all of the summer.</p>"
)
NOTE = "Minutes of the parish, p. 14."


def page(mark: str, notes: str, head: str = "") -> Document:
    told = (
        f"<html><head><title>Weir rebuilt late</title>{head}</head><body><article>{STORY.format(mark=mark)}</article>{notes}</body></html>"
    )
    return open_document(told.encode(), "html")


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>', '<aside role="doc-footnote" id="fn1"><p>{}</p></aside>'),
        (
            '<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup>',
            '<div class="footnotes"><hr><ol><li id="fn:1"><p>{} <a href="#fnref:1" rev="footnote">&#8617;</a></p></li></ol></div>',
        ),
        (
            '<sup id="cite_ref-1"><a href="https://wiki.example/Weir#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
            '<ol class="notes"><li id="cite_note-1"><i>^ <a href="#cite_ref-1">a</a> <a href="#cite_ref-1">b</a></i> {}</li></ol>',
        ),
        ('<sup><a href="#ref-1">1</a></sup>', '<ul><li id="ref-1">{}</li></ul>'),
        (
            '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
            '<div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> {}</p></div></div>',
        ),
        (
            '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> {}</p></div>',
        ),
        ('<sup id="r1"><a href="#n1">1</a></sup>', '<ol><li id="n1">{} <a href="#r1">↩</a></li></ol>'),
        ('<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> {}</span></p></div>'),
        (
            '<sup data-fn="u-1"><a href="#u-1" id="u-1-link">1</a></sup>',
            '<ol class="wp-block-footnotes"><li id="u-1">{} <a href="#u-1-link">↩︎</a></li></ol>',
        ),
    ],
)  # fmt: skip
def test_notes_of_pages_stand_behind_their_marks(mark: str, note: str) -> None:
    found = page(mark, note.format(NOTE))
    assert notes(found) == [NOTE]
    assert [piece.words for piece in found.pieces][2] == NOTE
    assert hung(found) == [("NOTE", "The weir at Stoke cost four million pounds, the clerk of the parish said on Monday.", NOTE)]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<a href="#divers">the divers</a>', '<p id="divers">The divers came from the town of Ashby, where they have a club.</p>'),
        (' <a href="#p2">2</a>', '<div id="p2"><p>The second of the pages of this story says more of the divers.</p></div>'),
        ('<sup><a href="#p2">2</a></sup>', '<p id="p2">What a raised link leads to, and does not lead back, stays what it is.</p>'),
        (
            '<a href="#p2" id="to2">2</a>',
            '<p id="p2"><a href="#to2">2</a> The second part, to which a list of parts leads.</p>',
        ),
        ("<sup>1</sup>", '<p id="fn1">Nothing on the page leads here, so that it is what it is today.</p>'),
    ],
)
def test_what_is_not_plainly_a_mark_and_its_note_stays_what_it_is(mark: str, note: str) -> None:
    found = page(mark, note)
    assert (notes(found), hung(found)) == ([], [])


def test_links_of_a_page_are_taken_but_for_those_to_itself_and_to_where_it_is_shared() -> None:
    canonical = '<link rel="canonical" href="https://post.example/2024/weir">'
    links = (
        ' See <a href="/late?p=3#page=3">the <b>second</b> report</a>, <a href="https://post.example/2024/weir#top">this page</a>,'
        ' <a href="https://share.example/sharer.php?u=x">hand it on</a>, <a href="https://a.example"><img src="a.png"></a>.'
    )
    assert hung(page(links, "", canonical)) == [("LINK", "the second report", "https://post.example/late?p=3#page=3")]
    assert hung(page(links.replace("https://post.example/2024/weir", ""), "")) == []


WORDS = st.lists(
    st.sampled_from(
        (
            "a",
            " ",
            "  ",
            "wei",
            "\xad",
            "e\u0301",
            "\n",
            "<br>",
            "<b>",
            "</b>",
            "&amp;",
            "\u200b",
            "<!-- factcheck: off -->",
            "<sup>2</sup>",
        )
    ),
    max_size=6,
).map("".join)


@pytest.mark.parametrize("kind", ["html", "epub"])
@settings(max_examples=60, deadline=None)
@given(before=WORDS, after=WORDS, more=st.lists(WORDS, max_size=2))
def test_under_a_link_are_the_linked_words_and_no_others(kind: str, before: str, after: str, more: list[str]) -> None:
    said = "The weir at Stoke cost four million pounds, the clerk of the parish said on Monday"
    link = '<a href="https://a.example/{}">linked\xadwords  {}</a>'
    body = f"<p>{said} {before} {link.format(0, 0)} {after}</p><h2>{link.format(1, 1)}</h2>"
    body += f"<table><tr><td>A {before}</td><td> {link.format(2, 2)}</td></tr></table>"
    body += "".join(f"<p>{said} {words} {link.format(n, n)}</p>" for n, words in enumerate(more, 3))
    xml = body.replace("<br>", "<br/>").replace("<b>", "").replace("</b>", "")
    data = f"<html><body><article>{body}<p>{said}</p></article></body></html>".encode() if kind == "html" else epub(xml)
    article = read_document(open_document(data, kind), None, None)
    found = {one.cites[0].url: article.words(one) for one in article.remarks if one.cites}
    assert found == {f"https://a.example/{n}": f"linkedwords {n}" for n in range(3 + len(more))}


def test_links_of_a_message_in_html_hang_on_their_words() -> None:
    head = "From: Jean Rae <jean@isles.example>\nTo: desk@post.example\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    text = '<p>The fares will go up by 6 percent on 1 April, <a href="https://isles.example/fares">the list</a> says.</p>'
    found = open_document(f"{head}{text}\n".encode(), "mail")
    assert hung(found) == [("LINK", "the list", "https://isles.example/fares")]
