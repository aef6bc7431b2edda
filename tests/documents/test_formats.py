"""The same story in the manner of each program that writes it gives the same claims; LibreOffice and Chromium made the files."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck import read, split
from factcheck.documents import Document, Form, Left, Piece, Reason, UnreadableError, kind_of, open_document
from factcheck.model import Article, BlockRole

BODY = ["The council said the refit would cost £1.2m.", "It runs late."]
FILES = Path(__file__).parent / "files"
DAY = date(2024, 3, 5)


def found(path: Path) -> tuple[Article, set[tuple[str, str, str, str | None]]]:
    article = read(path, published=DAY)
    claims = split(article)
    assert all(article.text[c.start : c.end] == c.text for c in claims)
    return article, {(c.kind, c.text, c.gist, c.speaker.name if c.speaker else None) for c in claims}


@pytest.mark.parametrize("name", ["story.docx", "story.odt", "story.rtf", "story.epub", "story.pdf", "printed.pdf"])
def test_each_format_gives_the_claims_of_the_web_page(name: str) -> None:
    page, wanted = found(FILES / "page.html")
    article, claims = found(FILES / name)
    assert claims == wanted
    assert len(claims) == 34
    assert (article.headline, article.byline, article.place) == (page.headline, page.byline, page.place)
    assert (article.headline, article.byline, article.place) == ("Harbour ferry refit runs late", "Ida Marsh", "Port Ellen")


def test_a_web_page_says_when_it_appeared_and_keeps_captions_apart() -> None:
    article = read(FILES / "page.html")
    assert article.published_day == DAY
    assert [article.words(b) for b in article.blocks_of(BlockRole.CAPTION)] == ["The Lady Anne in dry dock in February."]
    assert "Subscribe" not in article.text


def test_what_a_browser_prints_around_a_page_is_furniture_and_no_day_of_publication() -> None:
    article = read(FILES / "printed.pdf")
    assert article.published is None
    furniture = [article.words(block) for block in article.blocks_of(BlockRole.FURNITURE)]
    assert "1/1" in furniture
    assert any(words.startswith("file:///") for words in furniture)
    assert article.locator(0) == "page 1"


def docx(body: str, **parts: str) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def test_tracked_changes_are_read_as_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        "<w:p>" + run.format("The bill was ") + "<w:del><w:r><w:delText>£900</w:delText></w:r></w:del>"
        "<w:ins>" + run.format("£1,200") + "</w:ins>" + run.format(".") + "</w:p>"
        "<w:del><w:p>" + run.format("Gone.") + "</w:p></w:del>"
        "<w:p><w:moveFrom>" + run.format("Moved away.") + "</w:moveFrom></w:p>"
        "<w:p>" + run.format("One") + "<w:r><w:br/></w:r>" + run.format("two.") + "</w:p>"
    )
    assert [piece.words for piece in open_document(docx(body), "docx").pieces] == ["The bill was £1,200.", "One\ntwo."]


def test_tracked_changes_in_opendocument_texts_are_read_as_accepted() -> None:
    office, text = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = (
        "<t:tracked-changes><t:changed-region><t:deletion><t:p>was £900</t:p></t:deletion></t:changed-region></t:tracked-changes>"
        "<t:p>The bill<t:s/>was<t:change t:change-id='c'/> <t:change-start t:change-id='i'/>£1,200<t:change-end t:change-id='i'/>"
        "<t:note><t:note-body><t:p>A footnote.</t:p></t:note-body></t:note>.</t:p>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", f'<o:d xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>{body}</o:text></o:body></o:d>')
    opened = open_document(out.getvalue(), "odt")
    assert [piece.words for piece in opened.pieces] == ["The bill was £1,200.", "A footnote."]
    assert opened.left == (Left("was £900", Reason.DELETED),)


MAIL = b"""From: "Ida Marsh" <ida@post.example>\r
To: desk@post.example\r
Subject: =?utf-8?q?Ferry_refit_=E2=80=93_late?=\r
Date: Tue, 5 Mar 2024 09:30:00 +0000\r
MIME-Version: 1.0\r
Content-Type: text/plain; charset=utf-8; format=flowed\r
Content-Transfer-Encoding: quoted-printable\r
\r
The council said the refit would cost=20\r
=C2=A31.2m.\r
\r
> On Monday you wrote:\r
> nothing\r
\r
It runs late.\r
-- \r
Ida\r
"""


def test_a_message_is_an_article_with_its_sender_and_day() -> None:
    assert kind_of(MAIL) == "mail"
    article = read(MAIL)
    assert (article.headline, article.byline) == ("Ferry refit – late", "Ida Marsh")
    assert article.published == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert [article.words(b) for b in article.blocks_of(BlockRole.BODY)] == BODY


def test_the_headers_of_a_message_tell_where_it_comes_from_and_claim_nothing() -> None:
    forged = MAIL.replace(b"To: desk@post.example", b"Reply-To: gotcha@elsewhere.example\r\nMessage-ID: <1@mail.example>")
    article = read(forged)
    headers, *_ = article.blocks_of(BlockRole.FURNITURE)
    assert article.words(headers).splitlines() == [
        "From: Ida Marsh <ida@post.example>", "Reply-To: gotcha@elsewhere.example", "Date: Tue, 05 Mar 2024 09:30:00 +0000",
        "Message-ID: <1@mail.example>",
    ]  # fmt: skip
    assert article.headline == "Ferry refit – late"
    assert all(claim.start >= headers.end for claim in split(article))


SRT = """1
00:00:01,000 --> 00:00:03,500
RUTH OKAFOR: We found rot in nine

2
00:00:03,500 --> 00:00:06,000
of the twelve <i>frames</i>.

3
00:01:15,000 --> 00:01:18,000
TOM BRECK: We row, or we wait for the plane.

4
00:01:19,000 --> 00:01:22,000
RUTH OKAFOR: The work will end by May 2024.

5
00:01:23,000 --> 00:01:25,000
TOM BRECK: They promised us March, every one of them.
"""
VTT = """WEBVTT

NOTE a remark

00:01.000 --> 00:03.500
<v Ruth Okafor>We found rot in nine

00:03.500 --> 00:06.000
<v Ruth Okafor>of the twelve frames.

01:15.000 --> 01:18.000
<v Tom Breck>We row, or we wait for the plane.

01:19.000 --> 01:22.000
<v Ruth Okafor>The work will end by May 2024.

01:23.000 --> 01:25.000
<v Tom Breck>They promised us March, every one of them.
"""


@pytest.mark.parametrize(("text", "kind"), [(SRT, "srt"), (VTT, "vtt")])
def test_subtitles_say_who_and_when(text: str, kind: str) -> None:
    assert kind_of(text.encode()) == kind
    article = read(text.encode())
    ruth, tom = ("RUTH OKAFOR", "TOM BRECK") if kind == "srt" else ("Ruth Okafor", "Tom Breck")
    assert article.text.startswith(f"{ruth}: We found rot in nine of the twelve frames.\n\n{tom}: We row, or we wait for the plane.")
    assert [article.locator(article.text.index(name)) for name in (ruth, tom)] == ["0:00:01", "0:01:15"]
    assert {claim.speaker.text for claim in split(article) if claim.speaker} == {ruth, tom}


def cues(*texts: str) -> list[str]:
    timed = (f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{text}\n" for n, text in enumerate(texts, 1))
    return [piece.words for piece in open_document("\n".join(timed).encode(), "srt").pieces]


def test_captions_that_roll_are_read_once() -> None:
    assert cues("the minister said", "the minister said\nthat 340 jobs", "that 340 jobs\nwould go") == [
        "the minister said that 340 jobs would go"
    ]


def test_another_voice_is_another_paragraph_and_sounds_are_no_words() -> None:
    assert cues("RUTH: Jobs will go.", "[MUSIC PLAYING]", "- How many?\n- About 340,\nI think.", ">> That&#39;s a lot.") == [
        "RUTH: Jobs will go.", "How many?", "About 340, I think.", "That's a lot.",
    ]  # fmt: skip
    assert cues("REPORTER: Is it true?", "DR. AMIR PATEL (ASHBY): No.") == ["REPORTER: Is it true?", "DR. AMIR PATEL (ASHBY): No."]


NITF = """<?xml version="1.0"?>
<nitf><head><docdata><date.issue norm="20240305T093000Z"/></docdata></head>
<body><body.head><hedline><hl1>Ferry refit runs late</hl1></hedline><byline>By Ida Marsh</byline>
<distributor>Harbour News Agency</distributor>
<dateline><location>PORT ELLEN</location></dateline></body.head>
<body.content><p>The council said the refit would cost £1.2m.</p><p>It runs late.</p></body.content></body></nitf>"""
NEWSML = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>2024-03-05T10:00:00Z</versionCreated>
<provider><name>Harbour News Agency</name></provider></itemMeta>
<contentMeta><contentCreated>2024-03-05T09:30:00+00:00</contentCreated><located><name>Port Ellen</name></located>
<headline>Ferry refit runs late</headline><by>By Ida Marsh</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<h1>Ferry refit runs late</h1><p>The council said the refit would cost £1.2m.</p><p>It runs late.</p></body></html></inlineXML></contentSet>
</newsItem>"""


@pytest.mark.parametrize("text", [NITF, NEWSML], ids=["NITF", "NewsML-G2"])
def test_wire_formats_are_read_with_what_they_mark(text: str) -> None:
    assert kind_of(text.encode()) == "wire"
    article = read(text.encode())
    assert (article.headline, article.byline, article.agency) == ("Ferry refit runs late", "Ida Marsh", "Harbour News Agency")
    assert article.published == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert (article.place or "").casefold() == "port ellen"
    assert [article.words(b) for b in article.blocks_of(BlockRole.BODY)] == BODY


def test_a_picture_before_the_story_in_a_message_of_a_wire_service_is_passed_over() -> None:
    story = NEWSML.partition("?>")[2]
    picture = "<newsItem><contentMeta/><contentSet><remoteContent href='a.jpg'/></contentSet></newsItem>"
    both = f"<?xml version='1.0'?><newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>{picture}{story}</newsMessage>"
    assert [piece.words for piece in open_document(both.encode(), "wire").pieces] == ["Ferry refit runs late", "By Ida Marsh", *BODY]


def test_a_document_is_known_by_its_bytes_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes((FILES / "story.docx").read_bytes())
    assert read(tmp_path / "story.txt").headline == "Harbour ferry refit runs late"
    (tmp_path / "story.pdf").write_text("The council met on Monday.\n")
    assert read(tmp_path / "story.pdf").text == "The council met on Monday.\n"


def test_pieces_and_their_places_are_landmarks_of_the_text() -> None:
    from factcheck.reading.documents import read_document

    pieces = (Piece(Form.PARAGRAPH, "One is here.", "page 1"), Piece(Form.PARAGRAPH, "Two is here.", "page 1"))
    article = read_document(Document((*pieces, Piece(Form.PARAGRAPH, "Three is there.", "page 2"))), None, None)
    assert [(mark.at, mark.name) for mark in article.landmarks] == [(0, "page 1"), (28, "page 2")]
    assert [article.locator(at) for at in (0, 27, 28, 99)] == ["page 1", "page 1", "page 2", "page 2"]


def test_xml_without_a_story_is_said_to_be_that() -> None:
    with pytest.raises(UnreadableError, match="without the text of a story"):
        open_document(b"<?xml version='1.0'?><catalogue/>", "wire")


def test_a_row_of_a_table_is_one_line_and_a_table_that_lays_out_a_page_is_none() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
        cells = ("".join(f"<w:tc>{''.join(map(paragraph.format, cell.split('|')))}</w:tc>" for cell in row) for row in rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    figures = table(("Bridge", "Cost"), ("Harbour", "£3.4m"))
    page = table(("The bridge is shut.|It will open in May.", "Advertisement"))
    words = [piece.words for piece in open_document(docx(figures + page), "docx").pieces]
    assert words == ["Bridge\tCost", "Harbour\t£3.4m", "The bridge is shut.", "It will open in May.", "Advertisement"]
