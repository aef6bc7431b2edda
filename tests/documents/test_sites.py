"""What the programs of sites set around and among the paragraphs: standfirsts and captions are read, offers and comments are not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from factcheck import read
from factcheck.documents import Form, Reason, kind_of
from factcheck.model import BlockRole
from factcheck.reading.documents import read_document
from tests.documents.test_webpages import PARAGRAPHS, STORY, TITLE, article, left, page, words


class TestWhatStandsBelowTheHeadline:
    @pytest.mark.parametrize(
        "standfirst",
        [
            '<p class="article__standfirst">Two schools go, seven stay</p>',
            '<div class="sub-title">Two schools go, seven stay</div>',
            "<h2>Two schools go, seven stay</h2>",
            '<ul data-testid="Summary"><li>Two schools go, seven stay</li></ul>',
            '<div class="post-excerpt"><p>Two schools go, seven stay</p></div>',
        ],
    )
    def test_a_standfirst_is_the_storys(self, standfirst: str) -> None:
        shown = page(f'<h1>Board closes two schools</h1>{standfirst}<div class="body">{STORY}</div>')
        assert "Two schools go, seven stay" in [piece.words for piece in shown.pieces]

    def test_a_short_heading_above_the_story_of_which_nothing_is_said_is_a_sites(self) -> None:
        shown = page(f'<h1>Board closes two schools</h1><h2>Local news</h2><div class="body">{STORY}</div>')
        assert ("Local news", Reason.AROUND) in left(shown)

    @pytest.mark.parametrize(
        "picture",
        [
            '<figure><img src="a"><div class="slide"><p>The hall on Tuesday.</p></div></figure>',
            '<div><img src="a"><p class="wp-caption-text">The hall on Tuesday.</p></div>',
            '<div class="image__caption">The hall on Tuesday.</div>',
        ],
    )
    def test_a_caption_is_one_however_the_page_marks_it(self, picture: str) -> None:
        assert words(page(article(picture + STORY)), Form.PICTURE) == ["The hall on Tuesday."]

    def test_a_figure_that_holds_a_quotation_or_a_table_is_no_caption(self) -> None:
        quoted = "<figure><blockquote><p>We had four days to say what we thought of it all, and nobody listened.</p></blockquote></figure>"
        assert words(page(article(STORY + quoted + STORY)), Form.PICTURE) == []

    def test_a_teaser_of_another_story_in_a_figure_is_no_caption(self) -> None:
        teaser = "<figure><div><a href='https://a.example/b'>Bus drivers to strike again</a></div></figure>"
        assert words(page(article(STORY + teaser + STORY)), Form.PICTURE) == []

    def test_names_that_style_sheets_part_are_two(self) -> None:
        shown = page(article(f"<div class='byline'><span>Ada Marsh</span><span>Ashby Radio News</span></div>{STORY}"))
        assert not any("MarshAshby" in piece.words for piece in shown.pieces)
        assert "MarshAshby" not in str(left(shown))

    def test_a_word_in_two_colours_is_one(self) -> None:
        shown = page(
            article(f"<p><span>Mc</span><span>loud</span> spoke of the nine schools that the town has had since the war.</p>{STORY}")
        )
        assert "Mcloud spoke" in words(shown)[0]


class TestHeadsInLines:
    HEAD = "<p><b>Harvest lowest in years</b><br>By Ada Marsh<br>MILTON, Kansas, March 4, 2022</p>"

    def test_the_lines_of_a_head_that_breaks_part_stay_lines(self) -> None:
        shown = page(self.HEAD + STORY, head="<title>Untitled</title>")
        assert shown.pieces[0].words == "Harvest lowest in years\nBy Ada Marsh\nMILTON, Kansas, March 4, 2022"

    def test_a_sites_name_is_not_the_headline_of_a_page_without_one(self) -> None:
        links = "<table><tr><td><a href='1'>Front page</a><br><a href='2'>Sport</a></td><td>"
        foot = "<p><a href='p'>Print this page</a></p></td></tr></table><p>© 2006 The Ashby Post Ltd</p>"
        shown = page(links + self.HEAD + STORY + foot, head="<title>The Ashby Post</title>")
        assert shown.title is None
        assert shown.pieces[0].words.startswith("Harvest lowest in years")
        assert {"Front page Sport", "Print this page"} <= {said for said, _ in left(shown)}

    def test_a_heading_in_bold_above_the_text_of_its_paragraph_stands_by_itself(self) -> None:
        about = "The board runs nine schools in the town and three on the isles, and has done so since the war."
        shown = page(article(f"{STORY}<p><b>About the board</b><br>{about}</p>{STORY}"))
        assert "About the board" in words(shown, Form.HEADING)
        assert about in words(shown)

    def test_what_only_labels_the_rest_of_its_paragraph_is_no_heading(self) -> None:
        shown = page(
            article(f"{STORY}<p><b>What it costs:</b><br>nine schools cost as much as three, the board said on Tuesday.</p>{STORY}")
        )
        assert "What it costs: nine schools cost as much as three, the board said on Tuesday." in words(shown)

    def test_a_time_that_stands_right_behind_a_name_is_no_part_of_it(self) -> None:
        shown = page(
            f"<article><h1>{TITLE}</h1><p>By Ada Marsh<time datetime='2024-03-05'>2024-03-05 09:30:00 UTC</time></p>{STORY}</article>"
        )
        assert not any("Marsh2024" in piece.words for piece in shown.pieces)

    def test_breaks_in_a_paragraph_are_white_space(self) -> None:
        assert words(page(article(STORY.replace(" said", "<br>said")))) == list(PARAGRAPHS)


class TestWhatIsNotTheStorys:
    @pytest.mark.parametrize(
        "offer",
        [
            '<div class="newsletter-box"><h3>Our letter</h3><p>Join 12,000 readers.</p></div>',
            '<div class="site-poll"><p>Were they right?</p><p>Yes 61%</p></div>',
            '<section class="field--name-comment"><article class="comment"><p>They shut Brindle in 2019, I say.</p></article></section>',
        ],
    )
    def test_offers_and_comments_are_left_out(self, offer: str) -> None:
        assert words(page(article(STORY.replace("</p><p>Parents", f"</p>{offer}<p>Parents")))) == list(PARAGRAPHS)

    def test_a_story_in_an_element_that_is_called_a_letter_is_read(self) -> None:
        assert words(page(f'<div class="newsletter-post">{article(STORY)}</div>')) == list(PARAGRAPHS)

    def test_where_a_link_opens_is_no_word_of_it(self) -> None:
        shown = page(article(STORY.replace("Ashby", "Ashby <a href='https://a.example'>(ASH.B), opens new tab</a>", 1)))
        assert words(shown)[0] == PARAGRAPHS[0].replace("Ashby", "Ashby (ASH.B)", 1)
        assert ("opens new tab", Reason.HIDDEN) in [(said.strip(" ,"), why) for said, why in left(shown)]

    def test_the_mark_of_a_note_that_leads_nowhere_is_no_figure(self) -> None:
        shown = page(article(STORY.replace("year for them.", 'year for them.<a class="footnote-anchor" href="#n1">1</a>')))
        assert words(shown)[2] == PARAGRAPHS[2]

    def test_a_table_of_thousands_of_rows_is_read_whole(self) -> None:
        rows = "".join(f"<tr><td>Ward {n}</td><td>{n % 90}</td></tr>" for n in range(3_000))
        shown = page(article(f"{STORY}<table><tr><th>Ward</th><th>Votes</th></tr>{rows}</table><p>That is all.</p>"))
        assert words(shown, Form.ROW)[-1] == "Ward 2999\t29"


class TestWhoAndWhen:
    def test_microformats_say_both_wherever_they_stand(self) -> None:
        foot = (
            "<div class='post-footer'>Posted by <span class='fn'>M. Larkin</span> "
            "<abbr class='published' title='2019-03-05T20:14:00Z'>20:14</abbr></div>"
        )
        shown = page(f"<div class='hentry'><h3>Board closes two schools</h3><div>{STORY}</div>{foot}</div>")
        assert shown.author == "M. Larkin"
        assert isinstance(shown.published, datetime)
        assert shown.published.date() == date(2019, 3, 5)

    def test_one_field_says_both_where_readers_are_counted(self) -> None:
        said = '{"title": "x", "pub_date": "2024-03-05T09:30:00Z", "author": "Ada Marsh"}'
        shown = page(article(STORY), head=f"<meta name='parsely-page' content='{said}'>")
        assert (shown.author, shown.published) == ("Ada Marsh", datetime(2024, 3, 5, 9, 30, tzinfo=UTC))

    def test_microdata_call_the_headline(self) -> None:
        called = f"<div itemprop='headline'>Board closes two schools</div><div>{STORY}</div>"
        assert page(called, head="<title>Board closes two schools : Post</title>").title == "Board closes two schools"

    def test_a_dateline_above_the_story_is_kept(self) -> None:
        shown = page(article(f"<div class='source'>Milton, Kansas EXA — </div>{STORY}"), head=TITLE)
        assert "Milton, Kansas EXA —" in [piece.words for piece in shown.pieces]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h2>Board closes two schools</h2><div>{STORY}</div><footer>© 2022 Ashby Post</footer>", "<title>Ashby Post</title>"),
        (
            f"<h2>Board closes two schools</h2><div>{STORY}</div>",
            "<title>The Ashby Post</title><meta property='og:site_name' content='Ashby Post'>",
        ),
        (
            f"<h1><a href='/'>Ashby Post</a></h1><h2>Board closes two schools</h2><div>{STORY}</div><footer>© 2022 Ashby Post</footer>",
            "<title>Ashby Post</title>",
        ),
    ],
)
def test_a_page_that_is_called_by_its_site_alone_has_the_headline_that_readers_see(body: str, head: str) -> None:
    shown = page(body, head=head)
    assert shown.title == "Board closes two schools"
    assert words(shown) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "body",
    [
        f"<div><a href='/'>Ashby Post</a></div><div>{STORY}</div>",
        f"<div>{STORY}</div><p>Copyright 2022 Ashby Post</p>",
        f"<a href='/'>Ashby Post</a><h2>News of today</h2><h2>News of Ashby</h2><div>{STORY}</div>",
    ],
)
def test_the_name_of_a_site_is_no_headline(body: str) -> None:
    shown = page(body, head="<title>Ashby Post</title>")
    assert (shown.title, words(shown, Form.TITLE)) == (None, [])


@pytest.mark.parametrize(
    "line", ["Submitted by admin on 3 March 2026 - 14:20", "Posted by webmaster on March 3, 2026", "Added by newsdesk on 03 March 2026"]
)
def test_the_account_that_put_a_story_up_is_no_standfirst_and_its_day_is_the_storys(line: str) -> None:
    read = read_document(page(article(f"<div class='submitted'>{line}</div>{STORY}")), None, None)
    assert (read.headline, read.byline, str(read.published_day)) == ("Board closes two schools", None, "2026-03-03")
    assert [read.words(block) for block in read.blocks_of(BlockRole.STANDFIRST, BlockRole.BODY)] == list(PARAGRAPHS)


def test_a_release_that_is_filed_with_a_supervisor_is_the_page_in_its_form() -> None:
    form = "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>d1dex991.htm\n<TEXT>\n<HTML><HEAD><TITLE>EX-99.1</TITLE></HEAD><BODY>"
    title = "<P ALIGN='center'><B>ISLES FERRIES ANNOUNCES PURCHASE OF AURORA LINE, INC. </B></P>"
    opening = (
        "<P>PORT ELLEN, Scotland, July 2, 2014 &#151; Isles Ferries plc said today that it has bought the Aurora Line for $75 million.</P>"
    )
    data = f"{form}<P ALIGN='right'><B>Exhibit 99.1 </B></P>{title}{opening}{STORY}</BODY></HTML>\n</TEXT>\n</DOCUMENT>\n".encode()
    assert kind_of(data) == "html"
    release = read(data)
    assert (release.headline, str(release.published)) == ("ISLES FERRIES ANNOUNCES PURCHASE OF AURORA LINE, INC.", "2014-07-02")
    assert "Exhibit 99.1" in [release.words(block) for block in release.blocks_of(BlockRole.FURNITURE)]
