"""What stands in a Word document is read where it stands, once, and what a reader does not see is told apart."""

from __future__ import annotations

import docx as python_docx
import pytest

from factcheck.documents import Form, Left, Reason, UnreadableError, kind_of, open_document
from factcheck.documents.symbols import symbol
from tests.documents.office_files import MAIN, opened, p, r, word, zipped

FEES = "The harbour board raised its fees on Monday."


def words(body: str, **parts: str | bytes) -> list[str]:
    return [piece.words for piece in opened(body, **parts).pieces]


def box(*paragraphs: str) -> str:
    """A text box as Word writes it: once for itself, and once for older versions."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def test_a_text_box_is_read_once_behind_the_paragraph_that_it_hangs_on() -> None:
    boxed = box(p(r("In figures")), p(r("The board lost $4m.")))
    assert words(p(r("The fees "), boxed, r("rose.")) + p(r("They fell."))) == [
        "The fees rose.", "In figures", "The board lost $4m.", "They fell.",
    ]  # fmt: skip
    assert words(p(box(p(r("Only here."))))) == ["Only here."]
    assert words(p(box(p(box(p(r("A box in a box."))))))) == ["A box in a box."]


def test_a_box_whose_new_form_has_no_words_is_read_in_its_old_one() -> None:
    old = f"<mc:Fallback><w:pict><w:txbxContent>{p(r('As it was.'))}</w:txbxContent></w:pict></mc:Fallback>"
    assert words(p(f"<w:r><mc:AlternateContent><mc:Choice/>{old}</mc:AlternateContent></w:r>")) == ["As it was."]


def test_a_sign_that_older_versions_have_in_another_form_is_read() -> None:
    sign = "<w:r><mc:AlternateContent><mc:Choice><w:symEx/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    assert words(p(r("So "), sign, r(" it is."))) == ["So ☺ it is."]


NOTE = '<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def note(name: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{name}">{"".join(paragraphs)}</w:{kind}>'


def test_a_note_stands_behind_its_paragraph_and_its_mark_is_no_digit() -> None:
    body = p(r("It lost $120"), NOTE.format(kind="footnote", name=2), r("million"), NOTE.format(kind="endnote", name=5), r(".")) + p(
        r("So.")
    )
    told = words(
        body,
        footnotes__xml=note(1, p(r("_")), kind="footnote").replace("<w:footnote ", '<w:footnote w:type="separator" ')
        + note(2, p(r(" Of that, $20m was lent.")), p(r("It was a loan."))),
        endnotes__xml=note(5, p(r("Annual report.")), kind="endnote"),
    )
    assert told == ["It lost $120 million.", "Of that, $20m was lent.", "It was a loan.", "Annual report.", "So."]


def test_notes_that_hang_on_each_other_are_read_once() -> None:
    loop = note(2, p(r("See below."), NOTE.format(kind="footnote", name=3))) + note(
        3, p(r("See above."), NOTE.format(kind="footnote", name=2))
    )
    assert words(p(r("So."), NOTE.format(kind="footnote", name=2)), footnotes__xml=loop) == ["So.", "See below.", "See above."]


def test_a_mark_that_somebody_chose_is_left_out_and_says_so() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>7</w:t></w:r>'
    found = opened(p(r("It lost $120"), mark, r(".")), footnotes__xml=note(2, p(r("So they say."))))
    assert [piece.words for piece in found.pieces] == ["It lost $120.", "So they say."]
    assert found.left == (Left("7", Reason.MARK),)


@pytest.mark.parametrize(
    ("before", "high", "after", "read"),
    [
        ("It lost $120", "3", " million.", "It lost $120 million."),
        ("It lost $120", "3", "million.", "It lost $120 million."),
        ("On the 12", "th", " of May.", "On the 12th of May."),
        ("It has 5 km", "2", " of land.", "It has 5 km² of land."),
    ],
)
def test_what_is_set_high_is_the_mark_of_a_note_a_power_or_letters(before: str, high: str, after: str, read: str) -> None:
    assert words(p(r(before), r(high, '<w:vertAlign w:val="superscript"/>'), r(after))) == [read]
    assert words(p(r(before), r(high, '<w:position w:val="8"/>'), r(after))) == [read]


def test_struck_and_hidden_words_are_not_the_articles_but_are_listed() -> None:
    body = p(
        r("Fees rose by "), r("4.5 ", "<w:strike/>"), r("5.4 per cent", '<w:strike w:val="0"/>'), r(" ASK LEGAL ", "<w:vanish/>"),
        r(" in "), r("June", "<w:dstrike/>"), r("May", '<w:rStyle w:val="Plain"/>'), r("."), r("Old.", '<w:rStyle w:val="Gone"/>'),
    )  # fmt: skip
    styles = '<w:style w:styleId="Base"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="Gone"><w:basedOn w:val="Base"/></w:style>'
    found = opened(body, styles__xml=styles)
    assert [piece.words for piece in found.pieces] == ["Fees rose by 5.4 per cent in May."]
    assert found.left == (
        Left("4.5", Reason.STRUCK), Left("ASK LEGAL", Reason.HIDDEN), Left("June", Reason.STRUCK), Left("Old.", Reason.STRUCK),
    )  # fmt: skip


def test_struck_words_leave_no_two_others_glued() -> None:
    assert words(p(r("It cost"), r(" £4 ", "<w:strike/>"), r("£5m in May"), r(" or June ", "<w:strike/>"), r("2024."))) == [
        "It cost£5m in May 2024."
    ]


@pytest.mark.parametrize(
    ("before", "hidden", "after", "read"),
    [
        ("Out", "x", "put rose.", "Output rose."), ("Up 4", "7", "0 per cent.", "Up 40 per cent."),
        ("$120", "x", "million.", "$120 million."),
        ("the 2", "x", "nd of May", "the 2nd of May"), ("the old", " or new ", "bridge", "the old bridge"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("look", ["<w:strike/>", "<w:vanish/>"])
def test_what_is_left_out_within_a_word_or_figure_does_not_cut_it(before: str, hidden: str, after: str, read: str, look: str) -> None:
    assert words(p(r(before), r(hidden, look), r(after))) == [read]


GONE = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
MARK_GONE = "<w:rPr><w:del/></w:rPr>"


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    body = p(r("The board raised"), properties=MARK_GONE) + p(GONE.format("Gone."), properties=MARK_GONE) + p(r("its fees.")) + p(r("So."))
    found = opened(body)
    assert [piece.words for piece in found.pieces] == ["The board raised its fees.", "So."]
    assert found.left == (Left("Gone.", Reason.DELETED),)
    assert words(p(r("The last one."), properties=MARK_GONE)) == ["The last one."]


def test_a_heading_that_runs_into_its_paragraph_is_one_with_it() -> None:
    assert words(p(r("Costs."), properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(r("The board paid."))) == [
        "Costs. The board paid."
    ]


def test_rows_cells_and_boxes_that_were_deleted_are_left_out() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc>{properties}{p(r(text))}</w:tc>"

    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Kelp')}{cell('$9')}</w:tr>"
    kept = f"<w:tr>{cell('Crab')}{cell('$8')}{cell('$7', '<w:tcPr><w:cellDel/></w:tcPr>')}</w:tr>"
    found = opened(f"<w:tbl>{gone}{kept}</w:tbl>" + p("<w:del>", box(p(r("Boxed."))), "</w:del>", r("So.")))
    assert [(piece.form, piece.words) for piece in found.pieces] == [(Form.ROW, "Crab\t$8"), (Form.PARAGRAPH, "So.")]
    assert [left.words for left in found.left] == ["Kelp", "$9", "$7", "Boxed."]
    assert {left.why for left in found.left} == {Reason.DELETED}


def test_how_a_paragraph_was_set_before_a_change_does_not_count() -> None:
    was = '<w:pStyle w:val="Body"/><w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    struck = "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>"
    assert [(piece.form, piece.words) for piece in opened(p(r(FEES, struck), properties=was)).pieces] == [(Form.PARAGRAPH, FEES)]


def test_a_letter_set_large_belongs_to_the_word_after_it() -> None:
    large = p(r("T"), properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert words(large + p(r("he board raised its fees."))) == ["The board raised its fees."]


def test_what_stands_at_the_head_and_foot_of_pages_is_left_out() -> None:
    found = opened(
        p(r(FEES)),
        header1__xml=p(r("The Harbour Post")),
        footer1__xml=p(r("Page 3")),
        ties={"header1.xml": "header", "footer1.xml": "footer"},
    )
    assert [piece.words for piece in found.pieces] == [FEES]
    assert found.left == (Left("The Harbour Post", Reason.RUNNING), Left("Page 3", Reason.RUNNING))


def test_results_of_fields_are_text_and_their_instructions_are_none() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    nested = char("begin") + "<w:r><w:instrText>IF</w:instrText></w:r>" + char("begin") + char("separate") + r("1") + char("end")
    field = nested + char("separate") + r("12 boats") + char("end")
    assert words(p(r("It has "), field, '<w:fldSimple w:instr="DATE">', r(" today"), "</w:fldSimple>", r("."))) == [
        "It has 12 boats today."
    ]
    assert words(p(char("begin"), r("Broken off.")) + p(r("It goes on.")))[-1] == "It goes on."


def test_an_empty_line_in_a_paragraph_parts_it_and_comments_stay_where_they_are() -> None:
    lines = "<w:r><w:br/><w:t> </w:t><w:br/></w:r>"
    body = p(
        r("Fees rise"),
        lines,
        r("The board "),
        '<w:commentRangeStart w:id="1"/>',
        r("paid"),
        lines,
        r("in May"),
        '<w:commentRangeEnd w:id="1"/>',
    )
    comment = f'<w:comment w:id="1" w:author="A">{p(r("Sure?"))}</w:comment>'
    found = opened(body, comments__xml=comment)
    assert [piece.words for piece in found.pieces] == ["Fees rise", "The board paid", "in May"]
    assert [found.pieces[one.piece].words[one.start : one.end] for one in found.beside] == ["paid", "in May"]
    row = f"<w:tr><w:tc>{p(r('Crab'), lines, r('alive'))}</w:tc><w:tc>{p(r('$8'))}</w:tc></w:tr>"
    assert words(f"<w:tbl>{row}</w:tbl>") == ["Crab alive\t$8"]


def test_every_kind_of_break_and_sign_is_read() -> None:
    breaks = "".join(
        f"<w:r><w:t>{n}</w:t>{sign}</w:r>"
        for n, sign in enumerate(("<w:br/>", "<w:cr/>", '<w:br w:type="page"/>', "<w:ptab/>", "<w:tab/>"))
    )
    assert words(p(breaks, r("5"))) == ["0\n1\n2\n3 4 5"]
    degree = '<w:sym w:font="Symbol" w:char="F0B0"/>'
    signs = f"<w:r><w:t>20</w:t>{degree}<w:t>C, co</w:t><w:softHyphen/><w:t>op, U</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>"
    assert words(p(signs)) == ["20°C, co\xadop, U-2"]


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [("Symbol", "F0B3", "≥"), ("Symbol", "6D", "μ"), ("Wingdings", "F0E0", "•"), ("Arial", "20AC", "€"), ("Symbol", "no", "")],
)
def test_signs_of_a_font_are_those_of_unicode(font: str, code: str, sign: str) -> None:
    assert symbol(font, code) == sign


def test_formulas_keep_what_their_form_says() -> None:
    def m(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    half = f"<m:f><m:num>{m('1')}</m:num><m:den>{m('2')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{m('10')}</m:e><m:sup>{m('6')}</m:sup></m:sSup>"
    around = f"<m:d><m:e>{m('a')}</m:e></m:d>" + f'<m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr><m:e>{m("b")}</m:e></m:d>'
    assert words(p(r("It is "), f"<m:oMath>{half}{around}{power}</m:oMath>", r("."))) == ["It is 1/2(a)|b|10⁶."]


def test_small_letters_above_others_stand_behind_them() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    assert words(p(ruby, r(" is a name."))) == ["漢 (kan) is a name."]


def test_controls_links_and_tags_are_text_and_what_asks_to_be_filled_in_is_none() -> None:
    asks = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here.')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{r('the ')}<w:smartTag>{r('board ')}</w:smartTag></w:hyperlink>"
    inside = f"{link}<w:sdt><w:sdtContent>{r('paid.')}</w:sdtContent></w:sdt>"
    found = opened(f"<w:sdt><w:sdtContent>{p(r('So '), inside, asks)}</w:sdtContent></w:sdt>")
    assert [piece.words for piece in found.pieces] == ["So the board paid."]
    assert found.left == (Left("Click here.", Reason.PROMPT),)


def test_documents_in_the_document_are_read_by_what_reads_them() -> None:
    table = "<table><tr><td>Crab</td><td>$8</td></tr></table>"
    chunks = {
        "a.html": f"<html><body><div>From a page<br/>with 3 <b>lines</b>.</div>{table}</body></html>",
        "b.rtf": r"{\rtf1\ansi From Rich Text.\par}",
        "c.txt": "From a text.\nIn two lines.",
        "d.docx": word(p(r("From Word.")) + '<w:altChunk r:id="x.txt"/>', x__txt="Not read.", ties={"x.txt": "aFChunk"}),
        "f.mht": "MIME-Version: 1.0\nContent-Type: text/html\n\n<html><body><p>From a packed page.</p></body></html>",
        "g.dat": "<div>From half<br/>a page.</div>",
        "e.bin": b"PK\x03\x04 nothing",
    }
    names = {name.replace(".", "__"): data for name, data in chunks.items()}
    body = p(r("First.")) + "".join(f'<w:altChunk r:id="{name}"/>' for name in chunks) + p(r("Last."))
    found = open_document(word(body, ties=dict.fromkeys(chunks, "aFChunk"), **names), "docx")  # type: ignore[arg-type]
    assert [piece.words for piece in found.pieces] == [
        "First.", "From a page\nwith 3 lines.", "Crab\t$8", "From Rich Text.", "From a text.", "In two lines.", "From Word.",
        "From a packed page.", "From half\na page.", "Last.",
    ]  # fmt: skip
    assert [left.why for left in found.left] == [Reason.ATTACHED, Reason.ATTACHED]


def test_the_words_of_diagrams_and_charts_are_read() -> None:
    def says(text: str) -> str:
        return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"

    def values(name: str, *told: str) -> str:
        return f"<c:{name}>{''.join(f'<c:pt><c:v>{one}</c:v></c:pt>' for one in told)}</c:{name}>"

    diagram = "".join(f"<dgm:pt><dgm:t>{says(text)}</dgm:t></dgm:pt>" for text in ("Fish", "Crab"))
    series = f"<c:ser>{values('tx', 'Tonnes')}{values('cat', '2022', '2023')}{values('val', '40', '44')}</c:ser>"
    chart = f"<c:chart><c:title><c:tx><c:rich>{says('Landings')}</c:rich></c:tx></c:title>{series}</c:chart>"
    body = p(
        r("So."),
        '<w:r><w:drawing><dgm:relIds r:dm="d.xml"/></w:drawing></w:r>',
        '<w:r><w:drawing><c:chart r:id="c.xml"/></w:drawing></w:r>',
    )
    assert words(body, d__xml=diagram, c__xml=chart, ties={"d.xml": "diagramData", "c.xml": "chart"}) == [
        "So.", "Fish", "Crab", "Landings", "2022\t2023", "Tonnes\t40\t44",
    ]  # fmt: skip


@pytest.mark.parametrize("main", ["word/document2.xml", "docx/main.xml", "story.xml"])
def test_the_main_part_may_have_any_name(main: str) -> None:
    data = word(p(r(FEES)), main)
    assert kind_of(data) == "docx"
    assert [piece.words for piece in open_document(data, "docx").pieces] == [FEES]


@pytest.mark.parametrize(
    ("sort", "kind"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "docx"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", "docx"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", None),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", None),
    ],
)
def test_a_package_is_known_by_what_it_says_its_main_part_is(sort: str, kind: str | None) -> None:
    assert kind_of(word(p(r(FEES)), "word/document.xml", sort)) == kind


def test_documents_of_the_strict_standard_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    body = f"<w:body>{p('<w:r><w:t>So.</w:t></w:r>')}</w:body>"
    data = zipped({
        "[Content_Types].xml": f"<Types><Override ContentType='{MAIN}'/></Types>",
        "_rels/.rels": f"<Relationships><Relationship Id='a' Type='{strict}/officeDocument' Target='word/d.xml'/></Relationships>",
        "word/d.xml": f"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'>{body}</w:document>",
    })  # fmt: skip
    assert [piece.words for piece in open_document(data, "docx").pieces] == ["So."]


@pytest.mark.parametrize(
    "body",
    [p(), "", p("<w:r><w:drawing/></w:r>"), p(r("All of it.", "<w:vanish/>"))],
    ids=["a paragraph", "nothing", "a picture", "hidden words"],
)
def test_a_document_without_words_says_so(body: str) -> None:
    with pytest.raises(UnreadableError, match="it has no words in it"):
        opened(body)


STYLES = "".join(
    f'<w:style w:styleId="{name}"><w:name w:val="{told}"/>{more}</w:style>'
    for name, told, more in (
        ("berschrift1", "heading 1", ""), ("Kopf", "Our headline", '<w:basedOn w:val="berschrift1"/>'), ("H2", "heading 2", ""),
        ("Mine", "Crosshead", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), ("Dot", "List Bullet", "<w:pPr><w:numPr/></w:pPr>"),
        ("TOC1", "toc 1", ""), ("Loop", "Loop", '<w:basedOn w:val="Loop"/>'),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("style", "form"),
    [
        ("berschrift1", Form.TITLE),
        ("Kopf", Form.TITLE), ("H2", Form.HEADING), ("Mine", Form.HEADING), ("Dot", Form.ITEM), ("TOC1", Form.FURNITURE),
        ("Loop", Form.PARAGRAPH),
    ],
)  # fmt: skip
def test_a_style_says_what_a_paragraph_is_by_what_it_is_based_on(style: str, form: Form) -> None:
    (piece,) = opened(p(r("Words"), properties=f'<w:pStyle w:val="{style}"/>'), styles__xml=STYLES).pieces
    assert piece.form is form


def test_a_table_is_read_row_by_row_and_one_that_lays_out_a_page_is_not() -> None:
    def table(*rows: list[str]) -> str:
        return "<w:tbl>" + "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows) + "</w:tbl>"

    inner = table([p(r("Crab")), p(r("$8"))])
    merged = "<w:tcPr><w:vMerge/></w:tcPr>" + p()
    body = table([p(r("Fish")), p(r("$9"))], [merged, p(r("$7"))]) + table([p(r("Left.")) + p(r("Below.")), inner + p()])
    assert [(piece.form, piece.words) for piece in opened(body).pieces] == [
        (Form.ROW, "Fish\t$9"), (Form.ROW, "$7"), (Form.PARAGRAPH, "Left."), (Form.PARAGRAPH, "Below."), (Form.ROW, "Crab\t$8"),
    ]  # fmt: skip


def core(title: str) -> bytes:
    document = python_docx.Document()
    document.core_properties.title = title
    document.add_paragraph("Harbour fees rise in Westport")
    document.add_paragraph("By Ida Marsh")
    document.add_paragraph("The harbour board of Westport raised its fees on Monday, the chairman said.")
    return saved(document)


def saved(document: object) -> bytes:
    import io

    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Normal.dot", None), ("Microsoft Word - story.doc", None), ("Document1", None), ("PowerPoint Presentation", None),
        ("Untitled", None),
        ("story final v2.docx", None),
        ("Council budget of last year", None), ("Harbour fees rise in Westport", "Harbour fees rise in Westport"),
    ],
)  # fmt: skip
def test_a_title_in_the_properties_counts_when_the_document_bears_it(title: str, told: str | None) -> None:
    found = open_document(core(title), "docx")
    assert found.title == told
    assert (found.pieces[0].form is Form.TITLE) == (told is not None)


def test_a_title_in_the_properties_is_the_headline_of_a_document_that_has_none() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Harbour fees rise"
    document.add_paragraph("The harbour board of Westport raised its fees on Monday, the chairman said.")
    assert open_document(saved(document), "docx").title == "Harbour fees rise"


@pytest.mark.parametrize(("german", "told"), [(9, "de-DE"), (1, None)])
def test_the_language_is_told_when_most_of_the_words_are_said_to_be_in_it(german: int, told: str | None) -> None:
    body = p(r("Der Hafen. " * german, '<w:lang w:val="de-DE"/>'), r("Das Wetter. " * 4))
    assert opened(body).language == told


def test_deep_and_broken_ties_harm_nothing() -> None:
    body = p(r("So.")) + '<w:altChunk r:id="none"/>' + p('<w:r><w:drawing><c:chart r:id="none"/></w:drawing></w:r>')
    assert words(body, ties={"missing.xml": "footnotes"}) == ["So."]
