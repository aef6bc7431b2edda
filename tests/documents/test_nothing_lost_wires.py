"""A book-keeper's look at the wires: every word that goes in comes out, told, noted beside or listed as left out, and none comes twice."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as Etree
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.documents import Document, open_document
from tests.documents.builders import IPTC_7901, MARKED, TABULAR, TELEX


def counted(text: str) -> Counter[str]:
    """The words of a text, however they are spaced."""
    return Counter(re.findall(r"\w+", text))


def words_in(xml: str) -> Counter[str]:
    """The words of all text in an XML document, each stretch of it by itself."""
    return sum(map(counted, Etree.fromstring(xml).itertext()), Counter())  # noqa: S314 - made here


def told(document: Document) -> Counter[str]:
    """The words of a document's pieces, and of what it says was left out."""
    return counted(" ".join((*(piece.words for piece in document.pieces), *(left.words for left in document.left))))


NITF = """<nitf xml:lang="en"><head><title>BC-Ferry-Refit</title><meta name="x" content="y"/></head><body><body.head>
<hedline><hl1>Ferry refit runs late</hl1><hl2>Third delay in a year</hl2></hedline><note noteclass="editorsnote"><p>Eds: adds mayor.</p>
</note>
<rights>Copyright <rights.owner>Harbour News</rights.owner></rights><byline>By <person>Ida Marsh</person><byttl>Transport editor</byttl>
</byline>
<distributor>Harbour News Agency</distributor><dateline><location><city>Port Ellen</city><country>Scotland</country></location>
<story.date>March 5</story.date></dateline><abstract><p>The refit costs more.</p></abstract><series>Ferries</series></body.head>
<body.content>
Loose words before.<block><p lede="true">One <em>two</em><br/>three
<fn><p>A note of four words.</p></fn> five<sup>2</sup>.</p>Words in a block.
<hl2>Crosshead</hl2><bq><block><p>Quoted words.</p></block><credit>Tom Breck</credit></bq><ol><li>First <p>paragraph</p></li>
<li>Second</li></ol>
<dl><dt>Term</dt><dd>Meaning</dd></dl><pre>Fees:    12
Other:   13</pre><table><caption>Fees of the port</caption><tr><th/><th>Old</th></tr>
<tr><td>Yachts<sup>1</sup></td><td><p>120</p></td></tr></table>
<media media-type="image"><media-reference source="a.jpg">the harbour file</media-reference><media-caption><p>The pier at dusk.</p>
</media-caption>
<media-producer>Jane Roe</media-producer></media></block><nitf-table><unknown>Cell <odd>one</odd></unknown></nitf-table></body.content>
<body.end><tagline>Ida Marsh can be reached at the desk.</tagline><bibliography>Fees of Ports, 2020.</bibliography></body.end></body>
</nitf>"""

ONE_2 = f"""<NewsML><NewsEnvelope><DateAndTime>20240305T093000Z</DateAndTime></NewsEnvelope><NewsItem><Identification><NewsIdentifier>
<ProviderId>hna.example</ProviderId></NewsIdentifier></Identification><NewsManagement><FirstCreated>20240305T093000Z</FirstCreated>
</NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferry refit late</HeadLine><SubHeadLine>Third delay</SubHeadLine><ByLine>Ida Marsh</ByLine>
<DateLine>Port Ellen, 5 March 2024 (HNA)</DateLine><CopyrightLine>© 2024 HNA</CopyrightLine><SlugLine>ferry</SlugLine></NewsLines>
<NewsComponent><ContentItem><DataContent>{NITF}</DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>The ferry in dock.</p></DataContent></ContentItem></NewsComponent>
</NewsComponent></NewsItem><NewsItem><NewsComponent><NewsLines><HeadLine>Another story</HeadLine></NewsLines><ContentItem><DataContent>
<p>It has words of its own.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""

G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-03-05T09:31:00Z</sent></header><itemSet><newsItem>
<rightsInfo><usageTerms>Not for sale</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:text"/><provider>
<name>Harbour News</name></provider>
<versionCreated>2024-03-05T09:30:00Z</versionCreated><edNote>Adds mayor</edNote></itemMeta><contentMeta>
<headline>Ferry refit late</headline>
<headline role="hld:subHeadline">Third delay</headline><slugline>FERRY</slugline><by>Ida Marsh</by><dateline>Port Ellen</dateline>
<located><name>Port Ellen</name></located><description role="drol:summary">In short, it is late.</description><keyword>ferries</keyword>
</contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body><header><ul><li>Ferries</li>
</ul></header>
<h1>Ferry refit late</h1><p>One <b>two</b> <s>struck</s> three.</p><div>Loose <i>words</i> in a division<table><tr><td>a</td><td>b</td>
</tr></table></div>
</body></html></inlineXML></contentSet></newsItem><newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>
<headline>Ferry in dock</headline><description role="drol:caption">The ferry in its dock.</description></contentMeta></newsItem>
<newsItem><contentMeta><headline>Fees</headline></contentMeta><contentSet><inlineXML><STORY><T>Fees up</T><B>They <W>rose</W>.</B>
</STORY></inlineXML>
</contentSet></newsItem></itemSet></newsMessage>"""


@pytest.mark.parametrize("xml", [NITF, ONE_2, G2], ids=["NITF", "NewsML 1.2", "NewsML-G2"])
def test_every_word_of_a_wire_story_is_told_or_listed_once(xml: str) -> None:
    assert told(open_document(xml.encode(), "wire")) == words_in(xml)


@pytest.mark.parametrize(
    ("message", "kind"), [(IPTC_7901, "iptc7901"), (MARKED, "anpa1312"), (TABULAR, "anpa1312"), (TELEX, "telex"), (TELEX + TELEX, "telex")]
)
def test_every_word_of_a_text_wire_is_told_or_listed_once(message: bytes, kind: str) -> None:
    spaced = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", message.decode())
    assert told(open_document(message, kind)) == counted(spaced)


_SAID = st.lists(st.sampled_from("ferry fees rose Mary 12 £4.5m café late. “Yes,” A&B x<y &nbsp; 日本".split()), max_size=4).map(" ".join)
_NAMES = st.sampled_from(
    (
        "p block hl2 em a person br table tr td th ul li dl dt dd bq fn sup pre media media-caption note byline dateline div span odd s q"
    ).split()
)


def _element(name: str, text: str, children: list[tuple[str, str]]) -> str:
    return f"<{name}>{escape(text)}{''.join(child + escape(tail) for child, tail in children)}</{name}>"


_TREES = st.recursive(
    st.builds(_element, _NAMES, _SAID, st.just([])),
    lambda inner: st.builds(_element, _NAMES, _SAID, st.lists(st.tuples(inner, _SAID), max_size=4)),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees=st.lists(st.tuples(_TREES, _SAID), max_size=4), head=st.lists(_TREES, max_size=2))
def test_whatever_a_story_is_made_of_no_word_is_lost_nor_told_twice(trees: list[tuple[str, str]], head: list[str]) -> None:
    body = "".join(tree + escape(tail) for tree, tail in trees)
    above = f"<body.head><hedline><hl1>Head</hl1></hedline>{''.join(head)}</body.head>"
    xml = f"<nitf><body>{above}<body.content><p>It begins here.</p>{body}</body.content></body></nitf>"
    assert _without_spaces(told(open_document(xml.encode(), "wire"))) == _without_spaces(words_in(xml.replace("&amp;nbsp;", " ")))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["", "^", "\t", "   ", "  - "]), _SAID, st.sampled_from(["", "<", "=", "    4"])), max_size=12
    ),
    kind=st.sampled_from(["iptc7901", "anpa1312", "telex"]),
)
def test_whatever_lines_a_text_wire_has_no_word_is_lost_nor_told_twice(lines: list[tuple[str, str, str]], kind: str) -> None:
    message = "\n".join((*map("".join, lines), "The story begins and ends here."))
    assert told(open_document(message.encode(), kind)) == counted(message)


def _without_spaces(words: Counter[str]) -> Counter[str]:
    """The letters and figures: where an element parts a word from the next is no question of this test, for `a` and `em` do not."""
    return Counter("".join(words.elements()))
