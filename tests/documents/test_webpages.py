"""Of a web page the story is read whole, and its head, authors and day are those that the page means."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from factcheck import read
from factcheck.documents import Document, Form, Reason, UnreadableError, kind_of, open_document
from factcheck.model import BlockRole

PARAGRAPHS = (
    "The school board of Ashby voted on Tuesday to close the two oldest of its nine schools by September.",
    "Parents who filled the hall said that they had been told of the plan only four days before the vote.",
    "The chairwoman, Ruth Loft, said that the town could no longer pay 3.4 million pounds a year for them.",
    "Teachers will be moved to the new school on Mill Lane, which opened in 2019 and has room for 600 pupils.",
)
STORY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
TITLE = "<title>Board closes two schools</title>"
FOOT = "<footer>Copyright 2022 Ashby Post. Page updated <time datetime='2022-08-28'>28 August 2022</time></footer>"


def page(body: str, head: str = TITLE, root: str = '<html lang="en">') -> Document:
    return open_document(f"<!doctype html>{root}<head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode(), "html")


def article(inside: str, h1: str = "Board closes two schools") -> str:
    return f"<article><h1>{h1}</h1>{inside}</article>"


def words(document: Document, form: Form = Form.PARAGRAPH) -> list[str]:
    return [piece.words for piece in document.pieces if piece.form is form]


def left(document: Document) -> list[tuple[str, Reason]]:
    return [(one.words, one.why) for one in document.left]


class TestTextIsReadWhole:
    def test_a_comment_inside_a_paragraph_cuts_nothing(self) -> None:
        story = STORY.replace(" said", " <!-- -->said<!-- a -->").replace("3.4", "<!-- x -->3.4")
        assert words(page(article(story))) == list(PARAGRAPHS)

    @pytest.mark.parametrize(
        "story",
        [
            STORY.replace("</p><p>", "</p><p></p><p>&nbsp;</p><p><span></span></p><p>"),
            "<br><br>".join(PARAGRAPHS),
            "".join(f"<span style='display: block'>{one}</span>" for one in PARAGRAPHS),
            f"<pre>{chr(10) * 2}{(chr(10) * 2).join(one.replace(' the ', chr(10) + 'the ', 1) for one in PARAGRAPHS)}</pre>",
            f"<table><tr><td><a href='/'></a></td><td>{STORY}</td></tr></table>",
            "".join(f"&lt;p&gt;{one}&lt;/p&gt;" for one in PARAGRAPHS),
            STORY.replace("The school", "<span class='drop-cap'>T</span>he school"),
            STORY.replace("<p>The school", "<div class='dropcap'>T</div><p>he school"),
            STORY.replace("<p>The school", "<p><span class='dropcap'>T</span>\n he school"),
            STORY.replace("The school", "<span aria-hidden='true'>T</span><span class='sr-only'>T</span>he school"),
            STORY.replace("pay 3.4", "&#112;ay&#8203; 3.4"),
        ],
        ids=["empty blocks", "breaks", "spans", "preformatted", "layout table", "escaped", "drop cap", "block", "gap", "twins", "entities"],
    )
    def test_however_it_is_set(self, story: str) -> None:
        assert words(page(article(story))) == list(PARAGRAPHS)

    def test_the_lead_above_the_column_of_the_story_is_part_of_it(self) -> None:
        lead = f"<header><h1>Board closes two schools</h1><div class='intro'><p>{PARAGRAPHS[0]}</p></div></header>"
        rest = "".join(f"<p>{words} It was vote {n}.</p>" for n, words in enumerate(PARAGRAPHS[1:] * 3))
        assert words(page(f"<article>{lead}<div class='article-body'>{rest}</div></article>"))[0] == PARAGRAPHS[0]

    def test_lists_of_terms_and_tables_are_read_with_their_rows(self) -> None:
        table = (
            "<table><caption>Schools</caption><tr><th>School</th><th>Pupils</th></tr><tr><td>Mill Lane</td><td><p>600</p></td></tr></table>"
        )
        told = page(article(f"{STORY}{table}<dl><dt>Pupils</dt><dd>There are 2,300 of them.</dd></dl><p>The vote was seven to two.</p>"))
        assert words(told, Form.ROW) == ["School\tPupils", "Mill Lane\t600"]
        assert words(told, Form.ITEM) == ["Pupils", "There are 2,300 of them."]
        assert words(told)[-2:] == ["Schools", "The vote was seven to two."]

    def test_the_rows_of_a_table_that_is_set_in_spaces_are_rows(self) -> None:
        rows = "School      Pupils   Cost\nMill Lane      600    1.2\nChurch Row     240    0.9"
        told = page(f"<h1>Board closes two schools</h1><pre>{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{rows}\n</pre>")
        assert words(told, Form.ROW) == ["School\tPupils\tCost", "Mill Lane\t600\t1.2", "Church Row\t240\t0.9"]
        assert words(told) == list(PARAGRAPHS[:2])

    def test_a_story_that_scripts_are_to_show_is_read_from_the_data_of_the_page_or_from_what_is_hidden(self) -> None:
        data = json.dumps(
            {"@graph": [{"@type": "NewsArticle", "headline": "Board closes two schools", "articleBody": "\n\n".join(PARAGRAPHS)}]}
        )
        told = page("<div id='app'></div>", f"{TITLE}<script type='application/ld+json'>{data}</script>")
        assert words(told) == list(PARAGRAPHS)
        notice = "<p>We keep a crumb of all that you read here, and you can tell us not to on another page.</p>"
        told = page(f"<div id='app'>{notice}</div>", f"{TITLE}<script type='application/ld+json'>{data}</script>")
        assert words(told) == list(PARAGRAPHS)
        hidden = page(f"<div class='loader'>Loading</div><div style='display:none'>{article(STORY)}</div>")
        assert words(hidden)[-4:] == list(PARAGRAPHS)

    def test_a_teaser_in_the_data_of_a_page_does_not_stand_for_its_story(self) -> None:
        data = json.dumps({"@type": "NewsArticle", "articleBody": "What the vote of last night means for parents in all of Ashby."})
        assert words(page(article(STORY), f"{TITLE}<script type='application/ld+json'>{data}</script>")) == list(PARAGRAPHS)

    def test_a_tag_that_is_only_spoken_of_costs_no_words(self) -> None:
        assert words(page(article(f"{STORY}<p>&lt;/p&gt;</p><p>Write it so.</p>")))[-1] == "Write it so."

    def test_captions_stand_where_they_stand(self) -> None:
        figure = "<figure><img src='a.jpg'><figcaption>The old school on Church Row</figcaption></figure>"
        told = page(article(STORY.replace("</p><p>", f"</p>{figure}<p>", 1)))
        assert [piece.form for piece in told.pieces][1:4] == [Form.PARAGRAPH, Form.PICTURE, Form.PARAGRAPH]

    def test_utf8_is_read_as_that_whatever_it_declares(self) -> None:
        html = f"<html><head><meta charset='iso-8859-1'>{TITLE}</head><body>{article(STORY.replace('hall', 'café'))}</body></html>"
        assert "café" in open_document(html.encode(), "html").text
        assert "café" in open_document(html.encode("latin-1"), "html").text

    def test_a_page_without_words_says_so(self) -> None:
        with pytest.raises(UnreadableError, match="it has no words in it"):
            page("<script>start()</script><img src='a.jpg'>", "<title>Board</title>")


class TestWhatIsLeftOut:
    def test_what_stands_around_is_listed_with_its_reason(self) -> None:
        around = "<nav><a href='/'>Home</a><a href='/s'>Sport</a></nav>"
        related = "<div class='related'><h3>Related</h3><ul><li><a href='/o'>Otters come back</a></li></ul></div>"
        told = page(f"{around}{article(STORY)}{related}{FOOT}")
        assert words(told) == list(PARAGRAPHS)
        assert ("Home Sport", Reason.AROUND) in left(told)
        assert ("Otters come back", Reason.AROUND) in left(told)
        assert [one.role for one in read(SAMPLE.encode()).left_out or () if one.words == "Home Sport"] == ["around"]

    @pytest.mark.parametrize(
        ("markup", "gone", "why"),
        [
            ("<p>It is <del>nine</del> <ins>ten</ins>.</p>", "nine", Reason.STRUCK),
            ("<p>It is <span style='text-decoration: line-through'>nine</span> ten.</p>", "nine", Reason.STRUCK),
            ("<p>It is ten.<sup>9</sup></p>", "9", Reason.MARK),
            ("<p>It is ten.</p><p hidden>Nine</p>", "Nine", Reason.HIDDEN),
            ("<p>It is ten.</p><div style='DISPLAY : none'>Nine</div>", "Nine", Reason.HIDDEN),
            ("<p>It is ten.</p><div aria-hidden='true'>Nine</div>", "Nine", Reason.HIDDEN),
            ("<p>It is <span class='sr-only'>nine</span> ten.</p>", "nine", Reason.HIDDEN),
            ("<p>It is ten.</p><noscript>Nine</noscript>", "Nine", Reason.HIDDEN),
        ],
    )
    def test_what_is_struck_hidden_or_a_mark_is_no_word_of_the_story(self, markup: str, gone: str, why: Reason) -> None:
        told = page(article(STORY + markup))
        assert words(told)[-1] == "It is ten."
        assert left(told) == [(gone, why)]

    def test_a_story_that_stands_there_twice_is_read_once(self) -> None:
        told = page(f"<div class='narrow'><h1>Board closes two schools</h1>{STORY}</div><div class='wide'>{STORY}</div>")
        assert words(told) == list(PARAGRAPHS)
        assert left(told) == [(one, Reason.REPEATED) for one in PARAGRAPHS]


SITE = "<meta property='og:site_name' content='Ashby Post'>"
SAMPLE = f"<html><head>{TITLE}</head><body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>{article(STORY)}</body></html>"


class TestHeadline:
    @pytest.mark.parametrize(
        ("head", "body", "headline"),
        [
            ("<title>Board closes two schools - National | Ashbypost.example</title>", article(STORY), "Board closes two schools"),
            (
                f"<title>Rain - and more of it - Education - Ashby Post</title>{SITE}<meta property='article:section' content='Education'>",
                f"<article>{STORY}</article>",
                "Rain - and more of it",
            ),
            ("<title>Rain - and more of it - for Ashby</title>", f"<article>{STORY}</article>", "Rain - and more of it - for Ashby"),
            ("<title>Rain - and more of it - www.ashbypost.example</title>", f"<article>{STORY}</article>", "Rain - and more of it"),
            (
                "<title>More rain for Ashby – The Ashby Post</title>",
                f"<article>{STORY}</article><footer>© 2024 The Ashby Post</footer>",
                "More rain for Ashby",
            ),
            (
                "<title>Board closes two schools - The Ashby Post</title>",
                f"<header><h1>The Ashby Post</h1></header><main><h2>Board closes two schools</h2>{STORY}</main>",
                "Board closes two schools",
            ),
            (
                "<title>More rain for Ashby « Ashby Post Online</title>",
                f"<article>{STORY}</article><footer>© 2024 The Ashby Post</footer>",
                "More rain for Ashby",
            ),
            ("<title>Board closes two schools</title>", article(STORY, "Board closes two schools: live"), "Board closes two schools: live"),
            (
                f"<title>Ashby Post: Board closes two schools</title>{SITE}",
                article(STORY, "Ashby Post: Board closes two schools"),
                "Board closes two schools",
            ),
        ],
    )
    def test_it_has_neither_site_nor_section_and_keeps_its_own_dash(self, head: str, body: str, headline: str) -> None:
        told = page(body, head)
        assert [piece.words for piece in told.pieces if piece.form is Form.TITLE] == [headline]


class TestAuthors:
    @pytest.mark.parametrize(
        ("given", "author"),
        [
            (["Emma Rowe", "Emma-Rowe"], "Emma Rowe"),
            (["By EMMA ROWE"], "EMMA ROWE"),
            (["Emma Rowe, Health Editor", "tomward", "Tom Ward"], "Emma Rowe, Tom Ward"),
            (["Emma Rowe and Tom de Vries"], "Emma Rowe, Tom de Vries"),
            (["Emma Rowe | Ashby Post"], "Emma Rowe"),
            (["emma.rowe@ashbypost.example"], None),
            (["https://www.ashbypost.example/emma"], None),
            (["{{author.name}}"], None),
            (["admin"], None),
            (["Admin"], None),
            (["erowe2"], None),
            (["Home > News > Education"], None),
            (["Ashby Post"], None),
            (["www.ashbypost.example"], None),
            (["Reuters"], "Reuters"),
        ],
    )
    def test_they_are_names(self, given: list[str], author: str | None) -> None:
        data = json.dumps({"@type": "NewsArticle", "headline": "Board closes two schools", "author": [{"name": name} for name in given]})
        head = f"{TITLE}{SITE}<script type='application/ld+json'>{data}</script>"
        assert page(article(STORY), head).author == author

    def test_one_in_a_line_under_the_headline_is_found(self) -> None:
        assert page(article(f"<div class='meta'>By <a rel='author' href='/r'>Ruth Loft</a></div>{STORY}")).author == "Ruth Loft"
        assert page(f"<div class='author'>Home &gt; News</div>{article(STORY)}").author is None

    @pytest.mark.parametrize(
        "address", ["/author/ruth-loft/", "https://ashbypost.example/by/ruth-loft", "/@ruthloft", "/profile/ruth.loft"]
    )
    def test_a_link_to_a_writers_page_names_the_writer(self, address: str) -> None:
        assert page(article(f"<h4><a href='{address}'>Ruth Loft</a></h4>{STORY}")).author == "Ruth Loft"
        assert page(article(f"{STORY}<p>Read <a href='/news/by-night'>Ashby By Night</a>.</p>")).author is None


@pytest.mark.parametrize("title", ["Untitled Document", "untitled", "story-final-3.indd"])
def test_a_title_that_a_program_gave_is_no_headline(title: str) -> None:
    told = page(f"<p><b>Board closes two schools</b></p>{STORY}", f"<title>{title}</title>")
    assert told.title is None
    assert words(told) == ["Board closes two schools", *PARAGRAPHS]


def test_western_text_that_names_no_charset_keeps_its_pounds() -> None:
    said = "The café will cost the town £2.3 million, “and not a penny less”, she said on Tuesday after the vote."
    made = f"<!doctype html><html><head>{TITLE}</head><body>{article(STORY + f'<p>{said}</p>')}</body></html>"
    assert words(open_document(made.encode("cp1252"), "html"))[-1] == said


class TestDayOfPublication:
    MOMENT = datetime(2017, 11, 18, 15, 21, 41, tzinfo=UTC)

    @pytest.mark.parametrize("day", ["18 November 2017", "Saturday, November 18, 2017"])
    def test_it_is_found_in_words_above_the_headline(self, day: str) -> None:
        assert page(f"<article><time>{day}</time><h1>Board closes two schools</h1>{STORY}</article>").published == date(2017, 11, 18)

    @pytest.mark.parametrize(
        ("path", "day"),
        [
            ("/2017/11/18/two-schools", date(2017, 11, 18)),
            ("/2017/nov/18/two-schools", date(2017, 11, 18)),
            ("/news/2017-11-18-two-schools.html", date(2017, 11, 18)),
            ("/news/20171118/two-schools", date(2017, 11, 18)),
            ("/2017/11/two-schools", None),
            ("/news/20171318/two-schools", None),
            ("/news/201711181/two-schools", None),
        ],
    )
    def test_it_is_found_in_the_address(self, path: str, day: date | None) -> None:
        assert page(article(STORY), f"{TITLE}<link rel='canonical' href='https://post.example{path}'>").published == day

    @pytest.mark.parametrize(
        "line",
        [
            "<time datetime='Sat Nov 18 2017 15:21:41 GMT+0000 (UTC)'>18 Nov</time>",
            "<time datetime='2017-11-18T15:21:41Z'>18 Nov</time>",
            "<span class='date' data-timestamp='1511018501000'></span>",
            "<span data-published-at='1511018501'></span>",
            "<div class='date'><script>document.write(new Date(1511018501000).toLocaleDateString())</script></div>",
            "Updated <time datetime='2017-12-01T10:00:00Z'>1 Dec</time> Published <time datetime='2017-11-18T15:21:41Z'>18 Nov</time>",
        ],
    )
    def test_it_is_told_near_the_headline_to_machines(self, line: str) -> None:
        assert page(article(line + STORY) + FOOT).published == self.MOMENT
        assert page(f"<header><h1>Board closes two schools</h1>{line}</header><div>{STORY}</div>{FOOT}").published == self.MOMENT

    @pytest.mark.parametrize(
        ("head", "day"),
        [
            ("<meta property='article:published_time' content='2017-11-18T15:21:41Z'>", MOMENT),
            ("<meta name='date' content='2017-11-18'>", date(2017, 11, 18)),
            ("<link rel='canonical' href='https://ashbypost.example/news/2017/11/18/board'>", date(2017, 11, 18)),
            ('<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": "2017-11-18"}</script>', date(2017, 11, 18)),
        ],
    )
    def test_it_is_told_in_the_head(self, head: str, day: date) -> None:
        assert page(article(STORY) + FOOT, TITLE + head).published == day

    def test_a_printed_line_under_the_headline_tells_it(self) -> None:
        top = "<div><h1>Board closes two schools</h1><div>Posted March 3, 2026</div></div>"
        html = f"<html><head>{TITLE}</head><body>{top}{STORY}{FOOT}</body></html>"
        told = read(html.encode())
        assert told.published == date(2026, 3, 3)
        assert [told.words(block) for block in told.blocks_of(BlockRole.DATELINE)] == ["Posted March 3, 2026"]

    @pytest.mark.parametrize(
        "around",
        [
            FOOT,
            "<div class='comments'><p>Tom, <time datetime='2021-01-01'>1 January 2021</time>: I saw it coming from the first.</p></div>",
            "<aside><h3>Related</h3><p><time datetime='2020-02-02'>2 February 2020</time> Otters</p></aside>",
        ],
    )
    def test_what_stands_around_does_not_tell_it(self, around: str) -> None:
        assert page(article(STORY) + around).published is None

    def test_neither_a_paragraph_nor_a_table_tells_it(self) -> None:
        told = "<p>On <time datetime='2001-01-01'>1 January 2001</time> the school was opened by the mayor of the town, Tom Ward.</p>"
        table = (
            "<table><tr><th>Day</th><th>Votes</th></tr><tr><td><time datetime='2019-03-03'>3 March 2019</time></td><td>7</td></tr></table>"
        )
        assert page(article(told + STORY)).published is None
        assert page(article(table + STORY)).published is None


@pytest.mark.parametrize(
    ("root", "head", "language"),
    [
        ('<html lang="en-GB">', "", "en-GB"),
        ("<html>", "<meta http-equiv='content-language' content='fr'>", "fr"),
        ("<html>", "<meta property='og:locale' content='de_AT'>", "de-AT"),
        ("<html>", "", None),
    ],
)
def test_the_language_that_a_page_declares_is_kept(root: str, head: str, language: str | None) -> None:
    assert page(article(STORY), TITLE + head, root).language == language


def test_a_list_that_ends_a_story_is_its_own_unless_it_leads_elsewhere() -> None:
    items = "<ul><li>Mill Lane opens at eight.</li><li>Hill Road shuts in September.</li></ul>"
    told = page(f"<div>{STORY}</div><div>{items}</div>")
    assert words(told, Form.ITEM) == ["Mill Lane opens at eight.", "Hill Road shuts in September."]
    links = "<ul><li><a href='/1'>Rain floods the mill</a></li><li><a href='/2'>Mayor of Ashby resigns</a></li></ul>"
    assert words(page(f"<div>{STORY}</div><div>{links}</div>"), Form.ITEM) == []


def test_tools_of_a_site_within_a_heading_or_note_are_no_part_of_it() -> None:
    edit = "<span class='mw-editsection'>[<a href='/e'>edit</a>]</span>"
    more = STORY.replace(".", " again.")
    told = page(f"<h1>Mill Lane</h1>{STORY}<h2>History{edit}</h2>{more}", "<title>Mill Lane - Encyclopedia</title>")
    assert told.title == "Mill Lane"
    assert words(told, Form.HEADING) == ["History"]
    assert ("[edit]", Reason.AROUND) in left(told)


@pytest.mark.parametrize("name", ["story.txt", "story.html", ""])
def test_a_part_of_a_page_is_a_page_whatever_it_is_called(name: str) -> None:
    article = read(f"<h1>Board closes two schools</h1>\n{STORY}".encode(), name=name)
    assert article.headline == "Board closes two schools"
    assert [article.words(block) for block in article.blocks_of(BlockRole.BODY)] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "text", ["<p of the board> said no.", "<jane@post.example> wrote that the board had met.", "<3 from Ashby, they wrote."]
)
def test_a_text_that_only_begins_with_a_sign_is_text(text: str) -> None:
    assert kind_of(text.encode()) is None


def test_a_list_that_sums_up_a_story_stands_above_it_and_one_with_a_heading_below() -> None:
    body = (
        "<h1>Board closes two schools</h1>"
        "<ul><li>Two schools close in summer next year</li><li>Parents of 340 pupils protest at it</li></ul>"
        f"<p>By Ida Marsh</p>{STORY}<h2>In figures</h2>"
        "<dl><dt>Pupils in both schools</dt><dd>340 in all of them</dd></dl>"
        f"{FOOT}"
    )
    text = page(body).text
    assert all(one in text for one in ("Two schools close in summer next year", "In figures", "340 in all of them"))
    assert "Copyright" not in text


def test_a_quotation_that_is_pulled_out_of_a_paragraph_is_listed_as_repeated() -> None:
    quoted = " ".join(PARAGRAPHS[0].split()[:6])
    document = page(f"<h1>Board closes two schools</h1><p>{PARAGRAPHS[0]}</p><blockquote>“{quoted}”</blockquote><p>{PARAGRAPHS[1]}</p>")
    assert f"“{quoted}”" in {left.words for left in document.left if left.why is Reason.REPEATED}
