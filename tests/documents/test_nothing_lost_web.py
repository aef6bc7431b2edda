"""The words of web pages and messages are counted as they go in and come out: each is in a piece, or left out with its reason."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.documents import Document, Form, Reason, open_document

WORD = re.compile(r"\w+")
INLINE = frozenset(("a", "b", "i", "em", "span", "strong", "sup", "sub", "del", "s", "font", "u", "ins", "time"))


class Naive(HTMLParser):
    """Every text of a page, but for what is in its head and its scripts; a space for each element that does not stand in a line."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser gives them
        self.unseen += tag in ("head", "script", "style")
        self.text += "" if tag in INLINE else " "

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in ("head", "script", "style")
        self.text += "" if tag in INLINE else " "

    def handle_data(self, data: str) -> None:
        self.text += "" if self.unseen else data


def words_in(page: str) -> Counter[str]:
    parser = Naive()
    parser.feed(page)
    parser.close()
    return Counter(WORD.findall(parser.text))


def words_out(document: Document, first: int = 0) -> Counter[str]:
    texts = (*(piece.words for piece in document.pieces[first:]), *(left.words for left in document.left))
    return Counter(word for text in texts for word in WORD.findall(text))


STORY = "".join(
    f"<p>{words}</p>"
    for words in (
        "The council in Ashby voted on Monday to close two of the seven libraries of the town after a long debate.",
        "Mary Loft, who leads the largest group, said on Tuesday that it was a black day for the whole of the town.",
        "The libraries were built in the years before the war, and the roof of the older one has leaked since 1998.",
    )
)
RICH = f"""<!doctype html><html lang="en"><head><title>Two libraries to close</title><style>p {{ color: red }}</style></head><body>
<header><div class="logo">The Ashby Post</div><nav><ul><li><a href="/">Front</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<div class="cookies"><p>We keep crumbs of what you read here.</p><button>Agree</button></div>
<main><article><p class="kicker">Education</p><h1>Two libraries to close</h1><div class="byline">By Ida Marsh</div><time>3 March 2026</time>
<figure><img src="a.jpg"><figcaption>The old reading room. Photo: Ida Marsh</figcaption></figure>
{STORY}<p><span class="dropcap">I</span>t went <!-- a remark -->on <del>once</del> <s>twice</s> all night<sup>2</sup>, they <b>s</b>aid.</p>
<p>Noted by all.<sup><a href="#fn7" id="ref7">7</a></sup> Linked <a href="https://a.example/b">here</a>.</p>
<p></p><p> </p>
<div hidden>Nobody sees me.</div><div style="display:none">Nor me.</div><p aria-hidden="true">Nor that.</p>
<noscript>Turn scripts on.</noscript>
<span class="sr-only">For ears alone.</span><script>var never = "counted";</script>
<blockquote>Quoted<br>over lines<br><br>and paragraphs.</blockquote>
<table><caption>Loans</caption><tr><th>Branch</th><th>Books</th></tr><tr><td>Mill Lane</td><td>431</td></tr>
<tr><td><p>Quay</p></td><td></td></tr></table>
<table><tr><td>Side</td><td><p>First of two.</p><p>Second of two.</p></td></tr></table><dl><dt>Term</dt><dd>What it means.</dd></dl>
<pre>Set in lines
that go on.

Branch      Books
Quay          212
</pre><ul><li>One item</li><li>Another <ul><li>within</li></ul></li></ul><h2>A crosshead</h2><p>Fish &amp;amp; chips &lt;b&gt; were had.</p>
<p>Loose <font color="red">let</font>ters &#8212; and <a href="/1">li</a>nks.</p>{STORY}</article>
<aside><h3>Read on</h3><a href="/x">Otters</a><a href="/y">Bakers</a></aside>
</main><div id="comments"><p>Tom: I saw that coming.</p></div><select><option>North</option><option>South</option></select>
<svg><title>Chart</title><text>Bars</text></svg>
<ol class="footnotes"><li id="fn7">What was noted. <a href="#ref7">Up</a></li></ol>
<footer><p>Copyright of the Post</p></footer></body></html>"""


def test_every_word_of_a_page_is_in_a_piece_or_left_out_with_its_reason() -> None:
    page = open_document(RICH.encode(), "html")
    apart = RICH.replace("<sup>", " <sup>").replace("</a><a", "</a> <a")  # marks stick to no word, and links not to one another
    assert words_out(page) == words_in(apart.replace("&amp;amp;", "&amp;"))
    reasons = {word: left.why for left in page.left for word in WORD.findall(left.words)}
    wanted = {
        "crumbs": Reason.AROUND, "Otters": Reason.AROUND, "Copyright": Reason.AROUND, "once": Reason.STRUCK, "2": Reason.MARK,
        "Nobody": Reason.HIDDEN, "scripts": Reason.HIDDEN, "ears": Reason.HIDDEN,
    }  # fmt: skip
    assert {word: reasons.get(word) for word in wanted} == wanted
    assert {"It", "said", "letters", "links", "Otters", "Bakers"} <= words_out(page).keys()


CHUNK = st.text("abcdefgh", min_size=2, max_size=7).map(lambda word: f" {word}q ")
PROSE = st.lists(CHUNK, min_size=1, max_size=30).map("".join)
BLOCKS = (
    "p",
    "div",
    "li",
    "ul",
    "dd",
    "h2",
    "h3",
    "td",
    "tr",
    "table",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "section",
    "aside",
    "nav",
    "center",
)
ATTRIBUTES = (
    "", "", "", ' href="https://a.example/b"', ' href="#fn1" id="r"', ' id="fn1" class="footnotes"', ' role="doc-footnote"',
    ' class="c"', " hidden", ' aria-hidden="true"', ' style="display:none"', ' class="sr-only"', ' class="dropcap"',
    ' role="presentation"',
    ' style="text-decoration: line-through"', ' class="share comments"', ' id="footer"', ' data-time="1511018501"',
)  # fmt: skip


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from((*BLOCKS, *sorted(INLINE - {"sup"}), "noscript", "details", "button"))
    made = st.tuples(tags, st.sampled_from(ATTRIBUTES), st.lists(inside, max_size=4))
    return made.map(lambda one: f"<{one[0]}{one[1]}>{''.join(one[2])}</{one[0]}>")


LEAVES = st.one_of(
    CHUNK, PROSE, st.sampled_from(("<br>", "<br><br>", "<!-- remark -->", "<p>", "</div>", "<hr>", "<img src=a>", "<script>x=1</script>"))
)
PAGES = st.lists(st.recursive(LEAVES, element, max_leaves=12), max_size=6).map(
    lambda parts: f"<html><body><article><h1>Two libraries to close</h1>{STORY}{''.join(parts)}</article></body></html>"
)
MANY = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(page=PAGES)
def test_no_page_loses_a_word(page: str) -> None:
    assert words_out(open_document(page.encode(), "html")) == words_in(page)


@pytest.mark.long
@MANY
@given(page=PAGES)
def test_no_page_of_many_loses_a_word(page: str) -> None:
    assert words_out(open_document(page.encode(), "html")) == words_in(page)


HEAD = "From: Jean Rae <jean@isles.example>\nTo: desk@post.example\nSubject: Ferry\nMIME-Version: 1.0\n"


def message(body: str, kind: str) -> Document:
    return open_document(f"{HEAD}Content-Type: text/{kind}; charset=utf-8\n\n{body}\n".encode(), "mail")


LINES = st.lists(
    st.one_of(
        PROSE.map(str.strip),
        st.sampled_from(
            (
                "", "", "-- ", "Dear all,", "Kind regards,", "Jean", "FYI",
                "On Mon, 4 Mar 2024 at 17:40, Tom Ward <tom@post.example> wrote:",
                "-----Original Message-----", "---------- Forwarded message ---------", "From: Tom Ward", "Sent: Monday", "To: Jean Rae",
                "Subject: Fares", "_______________________________________________", "News mailing list", "Sent from my phone",
            )
        ),
    ).flatmap(lambda line: st.sampled_from((line, line, f"> {line}", f">> {line}"))),
    max_size=25,
)  # fmt: skip


def holds_its_words(document: Document, wanted: Counter[str]) -> None:
    """Above the text stand the headers and the subject, and the outer subject where another message was sent on, whose own is the title."""
    title = next(n for n, piece in enumerate(document.pieces[:3]) if piece.form is Form.TITLE)
    assert [piece.form for piece in document.pieces[:title]] == [Form.FURNITURE] * title
    assert title > 0
    assert words_out(document, title + 1) == wanted


@FEW
@given(lines=LINES)
def test_no_message_in_plain_text_loses_a_word(lines: list[str]) -> None:
    text = "\n".join(["The fares will go up by 6 percent on 1 April.", *lines])
    holds_its_words(message(text, "plain"), Counter(WORD.findall(text)))


@pytest.mark.long
@MANY
@given(lines=LINES)
def test_no_message_of_many_loses_a_word(lines: list[str]) -> None:
    text = "\n".join(["The fares will go up by 6 percent on 1 April.", *lines])
    holds_its_words(message(text, "plain"), Counter(WORD.findall(text)))


@FEW
@given(page=PAGES, quoted=PROSE)
def test_no_message_in_html_loses_a_word(page: str, quoted: str) -> None:
    page = page.replace(
        "</article>", f"<div class='gmail_quote'>On Mon, 4 Mar 2024, Tom wrote:<blockquote>{quoted}</blockquote></div></article>"
    )
    holds_its_words(message(page, "html"), words_in(page))
