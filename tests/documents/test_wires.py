"""Wire stories in XML as their desks meant them: blocks, rows, bylines, escaped markup, and what an item says of itself."""

from __future__ import annotations

import codecs
import time
from datetime import UTC, datetime

import pytest

from factcheck import read
from factcheck.documents import Form, Reason, UnreadableError, kind_of, open_document
from factcheck.documents.aside import SECONDS, open_aside
from factcheck.documents.containers import parsed
from factcheck.model import Article, BlockRole, FactcheckError

STORY = "<p>The council of Port Ellen said on Monday that the refit of the ferry would cost £1.2m.</p>"
PLANNED = "it had planned."
BODY = "The council of Port Ellen said on Monday that the refit of the ferry would cost £1.2m."


def nitf(content: str = STORY, head: str = "", body_head: str = "") -> bytes:
    return (
        f"<nitf><head>{head}</head><body><body.head><hedline><hl1>Ferry refit runs late</hl1></hedline>{body_head}</body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    ).encode()


def pieces(data: bytes) -> list[tuple[str, str]]:
    """Form and words of the pieces below the headline."""
    return [(piece.form.name, piece.words) for piece in open_document(data, "wire").pieces if piece.form is not Form.TITLE]


def words(article: Article, role: BlockRole) -> list[str]:
    return [article.words(block) for block in article.blocks_of(role)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<p>One<br/>two</p>", [("PARAGRAPH", "One two")]),
        ("<p>It cost $120<br/>340 boats sail.</p>", [("PARAGRAPH", "It cost $120 340 boats sail.")]),
        ("<p>Un<em>bro</em>ken</p>", [("PARAGRAPH", "Unbroken")]),
        ("<p>It cost $120<sup>3</sup>.</p>", [("PARAGRAPH", "It cost $120.")]),
        ("<p>It has 10<sup>6</sup> parts on 3 km<sup>2</sup>.</p>", [("PARAGRAPH", "It has 10⁶ parts on 3 km².")]),
        ("<p>On the 3<sup>rd</sup> day</p>", [("PARAGRAPH", "On the 3rd day")]),
        ("<p>He paid<fn><p>In cash.</p></fn> £5.</p>", [("PARAGRAPH", "He paid £5."), ("NOTE", "In cash.")]),
        ("<hl2>What is next</hl2><p>Talks.</p>", [("HEADING", "What is next"), ("PARAGRAPH", "Talks.")]),
        ("<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul>", [("ITEM", "One"), ("ITEM", "Two"), ("ITEM", "Three")]),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", [("ITEM", "Term"), ("ITEM", "Meaning")]),
        ("<bq><block><p>Quoted.</p></block><credit>Tom Breck</credit></bq>", [("PARAGRAPH", "Quoted."), ("PARAGRAPH", "Tom Breck")]),
        (
            "<table><caption>Fees</caption><tr><th/><th>Old</th></tr><tr><td>Yachts</td><td/><td><p>120</p></td></tr></table>",
            [("HEADING", "Fees"), ("ROW", "\tOld"), ("ROW", "Yachts\t\t120")],
        ),
        (
            "<table><tr><td><p>The first paragraph.</p><p>The second.</p></td></tr></table>",
            [("PARAGRAPH", "The first paragraph."), ("PARAGRAPH", "The second.")],
        ),
        ("<table><tr><td><table><tr><td>A</td><td>1</td></tr></table></td></tr></table>", [("ROW", "A\t1")]),
        ("<pre>Yachts:    $120\nTrawlers:  $340</pre>", [("ROW", "Yachts:\t$120"), ("ROW", "Trawlers:\t$340")]),
        (
            "<pre>The council said that the refit of a ferry would cost more than\nit had planned.\n   It runs late.</pre>",
            [("PARAGRAPH", f"The council said that the refit of a ferry would cost more than {PLANNED}"), ("PARAGRAPH", "It runs late.")],
        ),
        (
            (
                "<p>(Adds detail)\n    * Fees rise in April\n\n    By Ida Marsh\n    The council of Port Ellen said that the refit"
                ' would cost\nmore than it had planned.\n    "It runs late," the harbour master said of\nwhat the yard had told her.</p>'
            ),
            [
                ("PARAGRAPH", "(Adds detail)"),
                ("PARAGRAPH", "* Fees rise in April"),
                ("PARAGRAPH", "By Ida Marsh"),
                ("PARAGRAPH", f"The council of Port Ellen said that the refit would cost more than {PLANNED}"),
                ("PARAGRAPH", '"It runs late," the harbour master said of what the yard had told her.'),
            ],
        ),
        (
            "<p>The council said\n            that the refit of the ferry is late,\n            and that it will cost more.</p>",
            [("PARAGRAPH", "The council said that the refit of the ferry is late, and that it will cost more.")],
        ),
        (
            "<p><strong>About Isles Ferries</strong><br/>Isles Ferries runs four boats between the isles and the mainland.</p>",
            [("HEADING", "About Isles Ferries"), ("PARAGRAPH", "Isles Ferries runs four boats between the isles and the mainland.")],
        ),
        ("<p><b>Contact:</b><br/>Ida Marsh, Isles Ferries</p>", [("PARAGRAPH", "Contact: Ida Marsh, Isles Ferries")]),
        (
            (
                "<media><media-reference source='a.jpg'/><media-caption><p>The pier at dusk.</p></media-caption>"
                "<media-producer>Jo Roe</media-producer></media>"
            ),
            [("PICTURE", "The pier at dusk."), ("PICTURE", "Jo Roe")],
        ),
        (
            "Words of the content.\n\nAnd more.<p>A paragraph.</p> Its tail.",
            [("PARAGRAPH", words) for words in ("Words of the content.", "And more.", "A paragraph.", "Its tail.")],
        ),
        ("<block>Words of a block.<p>A paragraph.</p></block>", [("PARAGRAPH", "Words of a block."), ("PARAGRAPH", "A paragraph.")]),
        (
            "<p>&amp;pound;5 at the caf&amp;#233;&amp;nbsp;bar, R&amp;D; and &amp;amp;</p>",
            [("PARAGRAPH", "£5 at the café bar, R&D; and &")],
        ),
        ("<p>&lt;b&gt;Bold&lt;/b&gt; words&lt;br/&gt;on</p>", [("PARAGRAPH", "Bold words on")]),
        ("<p>&lt;p&gt;One&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Two&lt;/li&gt;&lt;/ul&gt;</p>", [("PARAGRAPH", "One"), ("ITEM", "Two")]),
        ("<p>&lt;p&gt;&amp;lt;p&amp;gt;Twice&amp;lt;/p&amp;gt;&lt;/p&gt;</p>", [("PARAGRAPH", "Twice")]),
        ("<p>x &lt; y, and 3 &gt; 2</p>", [("PARAGRAPH", "x < y, and 3 > 2")]),
        ("<p>He <s>never</s> came.</p>", [("PARAGRAPH", "He came.")]),
        (
            "<ARTIKEL><RUBRIK>Head</RUBRIK><TEXT><P>He <NAMN>Roe</NAMN> said.</P></TEXT></ARTIKEL>",
            [("PARAGRAPH", "Head"), ("PARAGRAPH", "He Roe said.")],
        ),
    ],
)
def test_each_part_of_a_body_is_told_as_it_is_set(content: str, told: list[tuple[str, str]]) -> None:
    assert pieces(nitf(content)) == told


def test_the_tagline_and_the_bibliography_below_a_body_are_told() -> None:
    data = nitf().replace(
        b"</body>", b"<body.end><tagline>Ida Marsh reports.</tagline><bibliography>Fees, 2020.</bibliography></body.end></body>"
    )
    assert pieces(data)[1:] == [("PARAGRAPH", "Ida Marsh reports."), ("PARAGRAPH", "Fees, 2020.")]


def test_note_marks_and_struck_words_are_listed_with_their_reasons() -> None:
    left = open_document(nitf("<p>It cost $120<sup>3</sup>, <s>never</s> more.</p>"), "wire").left
    assert [(one.words, one.why) for one in left] == [("3", Reason.MARK), ("never", Reason.STRUCK)]


@pytest.mark.parametrize(
    ("byline", "who", "role"),
    [
        ("By <person>Ida Marsh</person><byttl>Transport Editor</byttl>", "Ida Marsh", BlockRole.BYLINE),
        ("Ida Marsh<byttl>Harbour Correspondent</byttl>", "Ida Marsh", BlockRole.BYLINE),
        ("By IDA MARSH and TOM BRECK", "IDA MARSH and TOM BRECK", BlockRole.BYLINE),
        ("By news agency correspondents", None, BlockRole.BYLINE),
        ("Council serious about ferry, ready for all ends, says provost", None, BlockRole.STANDFIRST),
        ("Council Serious About Ferry", None, BlockRole.HEADLINE),
        ("ON THIS DAY IN SPORT", None, BlockRole.STANDFIRST),
        ("im/tb", None, BlockRole.FURNITURE),
    ],
)
def test_only_who_wrote_it_is_a_byline_and_what_else_stands_there_stays_in_the_article(
    byline: str, who: str | None, role: BlockRole
) -> None:
    article = read(nitf(body_head=f"<byline>{byline}</byline>"))
    assert article.byline == who
    first = byline.partition("<byttl>")[0].replace("<person>", "").replace("</person>", "")
    assert [block.role for block in article.blocks if article.words(block) == first] == [role]
    assert words(article, BlockRole.BODY) == [BODY]


def test_the_marked_byline_wins_over_names_in_a_list() -> None:
    teams = "".join(
        f"<hl2>{name} Division</hl2><table><tr><td>Oban</td><td>4</td></tr></table>" for name in ("Atlantic", "Central", "Pacific")
    )
    games = "".join(f"<p>Oban {n}, Ayr {n + 3}</p>" for n in range(12))
    article = read(nitf(f"<p>All Times Here</p>{teams}{games}"))
    assert article.byline is None
    assert words(article, BlockRole.TABLE) == ["Oban\t4"] * 3 + [f"Oban {n}, Ayr {n + 3}" for n in range(12)]
    assert read(nitf(f"{teams}{games}", body_head="<byline>By Ida Marsh</byline>")).byline == "Ida Marsh"


def test_the_head_of_a_story_says_where_when_and_by_whom() -> None:
    head = (
        '<title>BC-Ferry</title><docdata><date.issue norm="20240305T093000Z"/><evloc city="Oban"/><doc.copyright holder="HNA"/></docdata>'
    )
    article = read(nitf(head=head))
    assert (article.place, article.agency, article.published) == ("Oban", "HNA", datetime(2024, 3, 5, 9, 30, tzinfo=UTC))
    place = "<dateline><location><city>PORT ELLEN</city><country>Scotland</country></location></dateline>"
    assert read(nitf(head=head, body_head=f"<distributor>Harbour News</distributor>{place}")).place == "Port Ellen, Scotland"


def test_an_abstract_that_the_story_says_too_is_not_told_twice() -> None:
    document = open_document(nitf(body_head="<abstract><p>The council of Port Ellen said</p></abstract>"), "wire")
    assert [piece.words for piece in document.pieces] == ["Ferry refit runs late", BODY]
    assert [one.why for one in document.left] == [Reason.REPEATED]


ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en-GB"><itemMeta><itemClass qcode="ninat:{sort}"/>{provider}
<versionCreated>2024-03-05T09:30:00Z</versionCreated></itemMeta><contentMeta>{about}<headline>Ferry refit runs late</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def g2(content: str, about: str = "", provider: str = '<provider literal="HNA"/>', sort: str = "text") -> bytes:
    return ITEM.format(content=content, about=about, provider=provider, sort=sort).encode()


XHTML = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{STORY}</body></html></inlineXML>'
ESCAPED = STORY.replace("<", "&lt;")


@pytest.mark.parametrize(
    "content",
    [
        XHTML,
        f"<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content>{STORY}</body.content></body></nitf></inlineXML>",
        f"<inlineXML><TEXT xmlns=''><BROD>{STORY}</BROD></TEXT></inlineXML>",
        f"<inlineData>{ESCAPED}</inlineData>",
        f"<inlineData><![CDATA[{STORY}]]></inlineData>",
        f"<inlineData>{BODY}</inlineData>",
        f"<inlineXML><html><body>{ESCAPED}</body></html></inlineXML>",
        f"<inlineData><![CDATA[<?xml version='1.0'?><nitf><body><body.content>{STORY}</body.content></body></nitf>]]></inlineData>",
        f"<inlineData>{BODY}</inlineData>{XHTML}",
    ],
    ids=[
        "XHTML",
        "NITF",
        "a vocabulary of its own",
        "escaped markup",
        "markup as CDATA",
        "plain text",
        "XHTML with escaped markup",
        "NITF as CDATA",
        "twice",
    ],
)
def test_an_item_says_of_its_story_what_that_does_not_say_itself(content: str) -> None:
    about = '<by>Ida Marsh</by><located literal="Port Ellen"/>'
    article = read(g2(content, about))
    assert (article.headline, article.byline, article.place, article.agency) == ("Ferry refit runs late", "Ida Marsh", "Port Ellen", "HNA")
    assert article.published == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert words(article, BlockRole.BODY) == [BODY]
    assert open_document(g2(content, about), "wire").language == "en-GB"


def test_what_heads_a_page_within_an_item_is_furniture_and_its_headline_is_told_once() -> None:
    header = "<header><ul><li>Ferries</li></ul><time>5.3.2024</time><h1>Ferry refit runs late</h1></header>"
    article = read(g2(XHTML.replace("<body>", f"<body>{header}")))
    assert words(article, BlockRole.FURNITURE) == ["Ferries", "5.3.2024"]
    assert words(article, BlockRole.HEADLINE) == ["Ferry refit runs late"]


@pytest.mark.parametrize("place", ["No-Data-Available", "N/A", "Unknown", "none", " "])
def test_what_only_fills_a_field_is_no_place(place: str) -> None:
    assert read(g2(XHTML, f"<located literal='{place}'><name>{place}</name></located>")).place is None


@pytest.mark.parametrize("by", ["HNA, MAR 05", "marsh.ida", "VRG", "https://hna.example/ida"])
def test_what_is_no_name_is_no_byline_and_is_listed(by: str) -> None:
    article = read(g2(XHTML, f"<by>{by}</by>"))
    assert article.byline is None
    assert by in " ".join(left.words for left in article.left_out or ())


@pytest.mark.parametrize(
    ("provider", "agency"),
    [
        ('<provider qcode="nprov:AFP"/>', "AFP"),
        ('<provider qcode="x:1"><name>Agence France-Presse</name></provider>', "AFP"),
        ('<provider literal="afp.com"/>', "AFP"),
        ('<infoSource literal="Harbour News"/>', "Harbour News"),
        ("", None),
    ],
)
def test_the_provider_is_the_agency_by_the_name_that_articles_are_given(provider: str, agency: str | None) -> None:
    assert read(g2(XHTML, provider=provider)).agency == agency


def test_a_dateline_that_the_story_lacks_is_told_and_one_that_it_has_is_not_told_twice() -> None:
    article = read(g2(XHTML.replace("The council of Port Ellen", "The council"), "<dateline>PORT ELLEN, March 5 (HNA) -</dateline>"))
    assert (words(article, BlockRole.DATELINE), article.place) == (["PORT ELLEN, March 5 (HNA) -"], "Port Ellen")
    own = g2(XHTML.replace("<p>The", "<p>PORT ELLEN, March 5 (HNA) - The"), "<dateline>PORT ELLEN</dateline>")
    assert [piece.form for piece in open_document(own, "wire").pieces] == [Form.TITLE, Form.PARAGRAPH]


def test_the_caption_of_a_picture_is_its_text_and_beside_a_story_a_caption() -> None:
    about = '<by>IDA MARSH</by><description role="descRole:caption">The ferry in dock, which costs £1.2m.</description>'
    picture = g2('<remoteContent href="x.jpg"/>', about, sort="picture")
    article = read(picture)
    assert (words(article, BlockRole.BODY), article.byline) == (["The ferry in dock, which costs £1.2m."], "IDA MARSH")
    message = b"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>" + picture + g2(XHTML) + b"</itemSet></newsMessage>"
    both = read(message)
    assert (both.headline, words(both, BlockRole.BODY)) == ("Ferry refit runs late", [BODY])
    assert "The ferry in dock, which costs £1.2m." in words(both, BlockRole.CAPTION)


def test_of_many_stories_in_a_message_the_first_is_the_article_and_the_others_are_named() -> None:
    other = g2(XHTML.replace("Port Ellen", "Oban"))
    document = open_document(b"<newsMessage><itemSet>" + g2(XHTML) + other + b"</itemSet></newsMessage>", "wire")
    assert [piece.words for piece in document.pieces] == ["Ferry refit runs late", BODY]
    assert BODY.replace("Port Ellen", "Oban") in [left.words for left in document.left if left.why is Reason.ANOTHER]


NEWSML_1 = """<NewsML><NewsEnvelope><DateAndTime>20240305T100000Z</DateAndTime></NewsEnvelope><NewsItem><NewsManagement>
<FirstCreated>20240305T093000+0000</FirstCreated><ThisRevisionCreated>20240305T093000+0000</ThisRevisionCreated></NewsManagement><NewsComponent>
<NewsLines><HeadLine>Ferry refit runs late</HeadLine><SubHeadLine>Third delay</SubHeadLine><ByLine>Ida Marsh</ByLine>
<DateLine>Port Ellen, 5 March 2024 (HNA)</DateLine><CopyrightLine>© HNA</CopyrightLine></NewsLines><AdministrativeMetadata><Provider>
<Party FormalName="HNA"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
{parts}</NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize(
    "content",
    [
        STORY,
        f"<nitf><body><body.content>{STORY}</body.content></body></nitf>",
        f"<body.content>{STORY}</body.content>",
        BODY,
        ESCAPED,
        f"<![CDATA[{STORY.upper().replace(BODY.upper(), BODY)}]]>",
        f"<html><body>{STORY}</body></html>",
    ],
    ids=["paragraphs", "NITF", "the body of NITF", "plain text", "escaped markup", "markup as CDATA", "HTML"],
)
def test_newsml_1_2_is_read_whatever_its_content_is_written_in(content: str) -> None:
    told = content.replace("The council of Port Ellen", "The council")
    data = NEWSML_1.format(parts=f"<NewsComponent><ContentItem><DataContent>{told}</DataContent></ContentItem></NewsComponent>")
    assert kind_of(data.encode()) == "wire"
    article = read(data.encode())
    assert (article.headline, article.byline, article.place, article.agency) == ("Ferry refit runs late", "Ida Marsh", "Port Ellen", "HNA")
    assert article.published == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert words(article, BlockRole.BODY) == [BODY.replace(" of Port Ellen", "", 1)]


def test_what_sums_up_a_story_of_newsml_1_2_and_a_caption_beside_it_are_told() -> None:
    line = '<NewsLine><NewsLineType FormalName="Summary"/><NewsLineText>The yard is six weeks late.</NewsLineText></NewsLine>'
    summary = f"<NewsLines>{line}</NewsLines>"
    story = f'<ContentItem><MediaType FormalName="Text"/><DataContent>{STORY}</DataContent></ContentItem>'
    picture = '<ContentItem><MediaType FormalName="Picture"/><Property FormalName="caption" value="The pier at dusk"/></ContentItem>'
    document = open_document(NEWSML_1.format(parts=f"<NewsComponent>{summary}{story}{picture}</NewsComponent>").encode(), "wire")
    told = [(piece.form, piece.words) for piece in document.pieces]
    assert (Form.PARAGRAPH, "The yard is six weeks late.") in told[:-2]
    assert told[-2:] == [(Form.PARAGRAPH, BODY), (Form.PICTURE, "The pier at dusk")]


def test_an_item_without_a_headline_has_the_title_of_the_story_in_it() -> None:
    story = STORY.replace("<p>", "<p>Jan. 12 (CoastDesk) - ")
    inner = (
        "<inlineXML><nitf><head><title>Ferry refit runs late</title></head><body><body.head><byline>By<person>Staff Reporter</person>"
        f"<byttl>CoastDesk</byttl></byline></body.head><body.content><p>By Ida Marsh</p>{story}</body.content></body></nitf></inlineXML>"
    )
    article = read(g2(inner, provider='<provider literal="CD"/>').replace(b"<headline>Ferry refit runs late</headline>", b""))
    assert (article.headline, article.byline, article.agency) == ("Ferry refit runs late", "Ida Marsh", "CoastDesk")
    assert words(article, BlockRole.BYLINE) == ["By Staff Reporter", "CoastDesk", "By Ida Marsh"]


def test_a_component_that_is_a_picture_gives_a_caption_and_encoded_bytes_are_no_words() -> None:
    text = f"<NewsComponent><ContentItem><DataContent>{STORY}</DataContent></ContentItem></NewsComponent>"
    picture = (
        '<NewsComponent><Role FormalName="Picture"/><NewsComponent><ContentItem><DataContent><p>The pier.</p></DataContent></ContentItem>'
        "</NewsComponent><ContentItem><Encoding Notation='Base64'><DataContent>QUJDREVG</DataContent></Encoding></ContentItem>"
        "</NewsComponent>"
    )
    document = open_document(NEWSML_1.format(parts=picture + text).encode(), "wire")
    assert [(piece.form, piece.words) for piece in document.pieces[-2:]] == [(Form.PARAGRAPH, BODY), (Form.PICTURE, "The pier.")]


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        ("<rss><channel><item><title>A</title></item><item/></channel></rss>", "it is a feed, which names many stories"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", "it is a feed that does not hold its story"),
        ("<packageItem><groupSet/></packageItem>", "it is a package, which only names stories in other files"),
        ("<nitf><body><body.content><p> </p></body.content></body></nitf>", "it has no text besides the details of its transmission"),
        (
            "<newsItem><contentMeta><headline>Film</headline></contentMeta><contentSet/></newsItem>",
            "it has no text besides the details of its transmission",
        ),
    ],
)
def test_what_holds_no_story_is_refused_in_a_sentence_that_says_why(xml: str, why: str) -> None:
    assert kind_of(xml.encode()) == "wire"
    with pytest.raises(FactcheckError, match=why):
        read(xml.encode())


DECLARED = '<?xml version="1.0" encoding="{}"?><nitf><body><body.content><p>The café would pay £25, “yes”.</p></body.content></body></nitf>'


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-8"),
        ("utf-8", "utf-16-le"),
        ("utf-16", "utf-16-be"),
        ("x-no-such", "utf-8"),
        ("hex", "cp1252"),
        ("utf-8", "utf-8-sig"),
        ("koi8-r", "utf-8"),
    ],
)
def test_words_are_read_in_the_encoding_that_they_are_in_whatever_is_declared(declared: str, encoding: str) -> None:
    data = DECLARED.format(declared).encode(encoding)
    assert kind_of(data) == "wire"
    assert pieces(data) == [("PARAGRAPH", "The café would pay £25, “yes”.")]


def test_another_encoding_is_believed_where_the_bytes_are_not_utf_8() -> None:
    assert parsed("<?xml version='1.0' encoding='koi8-r'?><a>Привет</a>".encode("koi8-r")).text == "Привет"
    assert parsed(codecs.BOM_UTF8 + "<a>é</a>".encode()).text == "é"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (b"<!DOCTYPE nitf SYSTEM 'x.dtd'><a>caf&eacute;&nbsp;5</a>", "café\xa05"),
        (b"<a>AT&T &unknown; &amp; &#233;</a>", "AT&T &unknown; & é"),
        (b"<a>a\x1ab\x00c</a>", "a b c"),
    ],
)
def test_entities_and_stray_ampersands_lose_no_words(xml: bytes, text: str) -> None:
    assert parsed(xml).text == text


@pytest.mark.parametrize("deep", [200, 60_000])
def test_deep_nesting_is_read_or_refused(deep: int) -> None:
    for name in ("block", "em", "td", "odd"):
        try:
            document = open_aside(nitf(f"<{name}>" * deep + "words" + f"</{name}>" * deep), "wire")
        except UnreadableError as trouble:
            told = str(trouble)
        else:
            told = document.text
        assert told.endswith("words") or "damaged" in told


@pytest.mark.parametrize(
    "content",
    [
        "<table><tr>{}</tr></table>".format("<td>1</td>" * 30_000),
        "<table>{}</table>".format("<tr><td><b>1</b></td></tr>" * 10_000),
        "&lt;p&gt;" * 20_000 + "words",
        "&amp;lt;p&amp;gt;" * 20_000 + "words",
        "<fn>" * 90 + "words" + "</fn>" * 90,
        "x<odd/>" * 30_000,
        "<pre>{}</pre>".format("a  b\n" * 20_000),
        "<pre>{}</pre>".format(" " * 200_000 + "x"),
        "<p>{}</p>".format("a&amp;" * 60_000),
        "<p>{}</p>".format("x<sup>1</sup>" * 20_000),
    ],
    ids=[
        "cells",
        "rows",
        "tags escaped",
        "tags escaped twice",
        "notes in notes",
        "empty elements",
        "columns",
        "spaces",
        "ampersands",
        "marks",
    ],
)
def test_much_of_one_thing_takes_time_in_proportion(content: str) -> None:
    began = time.process_time()
    assert open_document(nitf(content), "wire").pieces
    assert time.process_time() - began < SECONDS / 2
