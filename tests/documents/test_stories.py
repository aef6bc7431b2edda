"""Stories in JSON and in XML of vocabularies that nobody told us of: headline, byline, day and text by what their fields are called."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from factcheck import read
from factcheck.documents import Document, Form, UnreadableError, kind_of, open_document
from factcheck.model import BlockRole

HEADLINE = "Lock gates jam at Cray Weir"
ONE = "Both gates of the lock at Cray Weir jammed on Sunday, and 14 boats had to turn back, the keeper said."
TWO = "“We had been promised new ones,” said Nell Harte, who has kept the lock since 1998."
MARKUP = f"<p>{ONE}</p><p>{TWO}</p>"

NINJS = {"uri": "urn:x:1", "headline": HEADLINE, "byline": "By Ida Marsh", "versioncreated": "2026-03-03T10:15:00Z", "body_xhtml": MARKUP}
NINJS_3 = {
    "headlines": [{"role": "main", "value": HEADLINE}, {"role": "short", "value": "Gates jam"}],
    "by": "By Ida Marsh",
    "contentCreated": "2026-03-03T10:15:00Z",
    "bodies": [{"role": "main", "contenttype": "application/xhtml+xml", "value": MARKUP}],
}
LINKED = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, "author": [{"@type": "Person", "name": "Ida Marsh"}],
    "datePublished": "2026-03-03T10:15:00Z", "articleBody": f"{ONE}\n\n{TWO}",
    "publisher": {"@type": "Organization", "name": "Cray Courier"},
}  # fmt: skip
SITE = {
    "id": 17, "date_gmt": "2026-03-03T10:15:00", "title": {"rendered": HEADLINE}, "content": {"rendered": MARKUP, "protected": False},
    "author": {"name": "Ida Marsh"}, "excerpt": {"rendered": "<p>Boats turn back</p>"},
}  # fmt: skip
DESK = f"<export><slug>lock-gates</slug><Headline>{HEADLINE}</Headline><By_line>Ida Marsh</By_line><Pub-Date>3 March 2026</Pub-Date>"
XML = {
    "desk": f"{DESK}<Body_Text>{MARKUP}</Body_Text></export>",
    "escaped": f"{DESK}<story><![CDATA[{MARKUP}]]></story></export>",
    "typed": f"{DESK}<copy>{ONE}\n\n{TWO}</copy></export>",
    "paragraphs": f"<doc><title>{HEADLINE}</title><author>Ida Marsh</author><date>2026-03-03</date>"
    f"<para>{ONE}</para><para>{TWO}</para></doc>",
    "journal": f"<article><front><title-group><article-title>{HEADLINE}</article-title></title-group>"
    "<contrib><name>Ida Marsh</name></contrib>"
    f"<pub-date>2026-03-03</pub-date></front><body><sec><p>{ONE}</p><p>{TWO}</p></sec></body></article>",
    "feed": f'<rss xmlns:c="urn:c" xmlns:dc="urn:dc"><channel><title>Cray Courier</title><item><title>{HEADLINE}</title>'
    f"<dc:creator>Ida Marsh</dc:creator><pubDate>Tue, 03 Mar 2026 10:15:00 GMT</pubDate><c:encoded><![CDATA[{MARKUP}]]></c:encoded></item>"
    "</channel></rss>",
    "around NITF": f"<Publication><NewsLines><HeadLine>{HEADLINE}</HeadLine><ByLine>By Ida Marsh</ByLine></NewsLines>"
    f"<published>2026-03-03</published>"
    f"<nitf><body><body.content>{MARKUP}</body.content></body></nitf></Publication>",
}
JSON = {"ninjs": NINJS, "ninjs 3": NINJS_3, "linked data": LINKED, "a site": SITE, "in a list": [NINJS]}
ALL = {name: json.dumps(story, ensure_ascii=name != "a site") for name, story in JSON.items()} | {
    name: f'<?xml version="1.0"?>\n{story}' for name, story in XML.items()
}


@pytest.mark.parametrize("name", ALL)
def test_head_and_text_are_found_by_what_the_fields_are_called(name: str) -> None:
    article = read(ALL[name].encode())
    assert article.headline == HEADLINE
    assert (article.byline or "").removeprefix("By ") == "Ida Marsh"
    assert article.published is not None
    assert article.published.isoformat().startswith("2026-03-03")
    assert [article.words(block) for block in article.blocks_of(BlockRole.BODY)] == [ONE, TWO]


def words_in(story: object) -> Counter[str]:
    """The words of all values of an object of JSON."""
    if isinstance(story, dict | list):
        return sum(map(words_in, story.values() if isinstance(story, dict) else story), Counter[str]())
    return Counter(() if story is None or isinstance(story, bool) else str(story).replace("<p>", " ").replace("</p>", " ").split())


@pytest.mark.parametrize("name", JSON)
def test_every_word_of_an_object_is_in_the_text_or_listed(name: str) -> None:
    document = open_document(ALL[name].encode(), "json")
    there = Counter(word for part in (*document.pieces, *document.left) for word in part.words.split())
    assert words_in(JSON[name]) == there


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"headline": "Gates jam", "body": "The ', "incomplete"),
        ('{"name": "factcheck", "version": "0.1.0"}', "without the text of a story"),
        (json.dumps([NINJS, NINJS]), "several things"),
        (
            '<?xml version="1.0"?><svg><text>A map of the river from its spring to its mouth, with all the locks on it.</text></svg>',
            "without the text",
        ),
        ('<?xml version="1.0"?><settings><entry>one</entry><entry>two</entry></settings>', "without the text"),
        ('<?xml version="1.0"?><story><body>The', "incomplete"),
    ],
)
def test_what_holds_no_story_is_refused_in_words(text: str, why: str) -> None:
    kind = kind_of(text.encode())
    assert kind is not None
    with pytest.raises(UnreadableError, match=why):
        open_document(text.encode(), kind)


def opened(markup: str) -> Document:
    return open_document(f'<?xml version="1.0"?><article><title>{HEADLINE}</title><body>{markup}</body></article>'.encode(), "wire")


def test_markup_that_does_not_say_so_is_read_all_the_same() -> None:
    text = f"<STORY>\n<HEADLINE>{HEADLINE}</HEADLINE>\n<BYLINE>Ida Marsh</BYLINE>\n<TEXT>\n<P>{ONE}</P>\n<P>{TWO}</P>\n</TEXT>\n</STORY>\n"
    article = read(text.encode(), name="story.txt")
    assert (article.headline, article.byline) == (HEADLINE, "Ida Marsh")
    assert [article.words(block) for block in article.blocks_of(BlockRole.BODY)] == [ONE, TWO]


def test_headings_rows_and_notes_of_other_vocabularies() -> None:
    document = opened(
        f"<section><title>What failed</title><para>{ONE}<footnote><para>Log of the lock, p. 4.</para></footnote></para>"
        f"<para>{TWO}<xref>2</xref></para><table><row><entry>Gate</entry><entry>1911</entry></row></table></section>"
    )
    told = [(piece.form, piece.words) for piece in document.pieces[1:]]
    assert told == [
        (Form.HEADING, "What failed"), (Form.PARAGRAPH, ONE), (Form.NOTE, "Log of the lock, p. 4."), (Form.PARAGRAPH, TWO),
        (Form.ROW, "Gate\t1911"),
    ]  # fmt: skip
    assert [left.words for left in document.left] == ["2"]


def test_plain_text_that_begins_with_a_brace_is_text() -> None:
    assert kind_of(b"{Editor's note: this is a draft.} The lock was shut on Sunday.") is None


@pytest.mark.parametrize("name", ["body", "content", "article_body"])
def test_a_body_that_is_a_list_of_parts_is_read_whole_and_in_order(name: str) -> None:
    parts = [ONE, {"type": "quote", "text": TWO}, {"type": "image", "alt": "The lock"}, {"kind": "text", "content": ONE[:60]}]
    article = read(json.dumps({"headline": HEADLINE, name: parts}).encode())
    assert [article.words(block) for block in article.blocks_of(BlockRole.BODY)] == [ONE, TWO, ONE[:60]]
    left = " ".join(one.words for one in article.left_out or ())
    assert "The lock" in left
    assert "quote" in left


@pytest.mark.parametrize("field", ["city", "located", "dateline"])
def test_a_place_is_found_by_what_its_field_is_called(field: str) -> None:
    assert read(json.dumps({"headline": HEADLINE, field: "Cray Weir", "body": f"{ONE}\n\n{TWO}"}).encode()).place == "Cray Weir"


@pytest.mark.parametrize(
    "pictures",
    [
        {"associations": [{"type": "picture", "description_text": "The weir in May.", "byline": "Bo Ek", "headline": "The weir"}]},
        {"associations": {"main": {"type": "picture", "description_text": "The weir in May.", "byline": "Bo Ek"}}},
        {"images": [{"caption": "The weir in May.", "credit": "Bo Ek"}]},
    ],
)
def test_captions_of_what_comes_with_a_story_are_captions_and_who_took_it_did_not_write_it(pictures: dict[str, object]) -> None:
    article = read(json.dumps({"headline": HEADLINE, "byline": "Ada Rowe", "body": f"{ONE}\n\n{TWO}", **pictures}).encode())
    assert (article.headline, article.byline) == (HEADLINE, "Ada Rowe")
    assert [article.words(block) for block in article.blocks_of(BlockRole.CAPTION)] == ["The weir in May."]
    assert any("Bo Ek" in left.words for left in article.left_out or ())


def test_two_writers_of_a_story_are_its_byline_and_no_headline() -> None:
    article = read(
        json.dumps({"headline": HEADLINE, "authors": [{"name": "Ada Rowe"}, {"name": "Bo Ek"}], "body": f"{ONE}\n\n{TWO}"}).encode()
    )
    assert article.byline == "Ada Rowe; Bo Ek"
    assert [article.words(block) for block in article.blocks_of(BlockRole.HEADLINE)] == [HEADLINE]
