"""The promises of read_text: the text is kept, the blocks cover it, no input hangs or breaks it."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.model import Article, BlockRole, FactcheckError
from factcheck.reading import read_text

LINES = st.sampled_from(
    """\


Image|Share|Related|Advertisement|Subscribe now|Most read|By Jane Doe|AFP Hanoi|LONDON (AP) — It rained.|₹900|SAVE 25%
Short title here|The mayor said on Monday that the bridge would be shut.|"It was late," she said.|• An item|and so on
Published 3 May 2024|  indented|12|___|Photo: Jane Doe/AFP|What next?|> quoted|# Title|---|title: x|a\x00b|\u202e\u2028
Selby 2, Marlow 1|Selby\t47\t22|Selby at Marlow, 7 p.m.|x-clinched|West .... 12 .... 3|Sex:|Male|RENO, Nev., May 3 /CNW/ --|RENO / CNW / So.
""".replace("|", "\n").split("\n")
)
ANY_TEXT = st.text(max_size=400) | st.lists(LINES, max_size=30).map("\n".join)


def assert_covered(article: Article) -> None:
    at = 0
    for block in article.blocks:
        words = article.words(block)
        assert not article.text[at : block.start].strip()
        assert words.strip() == words != ""
        at = block.end
    assert not article.text[at:].strip()


@given(ANY_TEXT)
@example("00?\n0?\n_\n0 aa.")
@example('"mayor of PORT ELL\nEN Ms Holm might close a new bridge," minister Ms Holm said. It rained, and it was late.')
@settings(deadline=None, max_examples=400)
def test_a_text_in_normal_form_is_kept_as_it_is(text: str) -> None:
    text = unicodedata.normalize("NFC", text.replace("\r", "\n")).removeprefix("\ufeff")
    article = read_text(text)
    assert article.text == text or text.startswith("\ufeff")
    assert_covered(article)


@given(st.text(st.characters(), max_size=200))
@settings(deadline=None, max_examples=200)
def test_any_string_is_brought_into_normal_form(text: str) -> None:
    article = read_text(text)
    assert unicodedata.is_normalized("NFC", article.text)
    assert "\r" not in article.text
    article.text.encode("utf-8")
    assert read_text(article.text).text == article.text.removeprefix("\ufeff")


@given(ANY_TEXT)
@settings(deadline=None, max_examples=300)
def test_markdown_is_covered_by_its_blocks_too(text: str) -> None:
    article = read_text(text, format="markdown")
    assert_covered(article)
    article.text.encode("utf-8")


def test_line_ends_surrogates_and_the_leading_mark() -> None:
    assert read_text("\ufeffa\r\nb\rc").text == "a\nb\nc"
    assert read_text("a\ud800\udfffb").text == "a\ufffd\ufffdb"
    assert read_text("Cafe\u0301").text == "Café"
    assert read_text("").blocks == ()


def test_combining_marks_in_any_number_are_put_in_order() -> None:
    text = "a" + "\u0301\u0323" * 200 + "b" + "\u0f73\u0f71" * 100
    assert read_text(text).text == unicodedata.normalize("NFC", text)


def test_the_callers_time_of_publication_wins() -> None:
    told = datetime(2020, 1, 2, 3, 4, tzinfo=UTC)
    assert read_text("Bridge shut\n\nPublished 3 May 2024\n\nThe bridge was shut.", told).published == told
    assert read_text("The bridge was shut.", date(2020, 1, 2), "a.txt").source == "a.txt"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(FactcheckError, match=r"formats are text and markdown\.$"):
        read_text("x", format="docx")  # type: ignore[arg-type] - the mistake is the point


HOSTILE = {
    "no space": "a" * 300_000,
    "line ends": "\n" * 100_000,
    "lines": "a\n" * 100_000,
    "furniture": "Share\n" * 100_000,
    "quotation marks": '"' * 300_000,
    "brackets": "((" * 150_000,
    "figures": "1," * 150_000,
    "capitals": "By " + "Aa, " * 75_000,
    "marks": "a" + "\u0301\u0323" * 150_000,
    "links": "a | " * 75_000,
    "publication": "Published 3 May 2024\n" * 10_000,
    "lists": "Related\n\nShort title here\n\n" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_of_any_length_is_read(name: str) -> None:
    assert_covered(read_text(HOSTILE[name]))


@pytest.mark.parametrize("opening", [">", "- ", "* a\n" + " " * 4, "[", "![", "<a ", "`", "*a "])
def test_markdown_nested_without_end_is_read(opening: str) -> None:
    article = read_text(opening * 20_000 + "The mayor said so.", format="markdown")
    assert "The mayor said so." in article.text
    assert_covered(article)


def test_a_page_of_nothing_but_furniture_is_body() -> None:
    assert [block.role for block in read_text("Share\n\nSubscribe").blocks] == [BlockRole.BODY, BlockRole.BODY]


@pytest.mark.parametrize(
    ("line", "is_furniture"),
    [
        ("2019", False), ("£7,400", False), ("Length: 88 km Cost: $2bn", False),
        ("All rights reserved.", True), ("£9", True),
        ("Length: 512 words", True), ("Follow us on X", True),
    ],
)  # fmt: skip
def test_a_storys_figures_and_sentences_are_not_taken_for_the_pages_notices(line: str, is_furniture: bool) -> None:
    story = "The council said on Monday that the bridge over the Wye would be shut until the end of May."
    article = read_text(f"Bridge to shut\n\nBy Jane Doe\n\n{story}\n\n{line}\n\n{story}\n")
    roles = {block.role for block in article.blocks if article.words(block) == line}
    assert (BlockRole.FURNITURE in roles) is is_furniture
