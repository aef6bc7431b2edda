"""Markdown is read as its words, with blocks from its structure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.model import Article
from factcheck.reading import read, read_text

POST = """\
# The tram that *nobody* wanted

By Jane Doe

The city has [spent €4.1m](https://city.example/budget.pdf) on a tram line that carries **90 people** a day,
according to figures seen by this blog.

![The empty tram at noon](tram.jpg)

## Who asked for it?

> "We were told it would pay for itself," said Olga Prem.
>
> "It has not."

- The line is 3.2 km long.
- It has nine stops.

| Year | Riders |
|------|--------|
| 2022 | 41,000 |

---

Subscribe to our newsletter
"""


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(str(block.role), article.words(block)) for block in article.blocks]


def test_a_blog_post() -> None:
    assert blocks(read_text(POST, format="markdown")) == [
        ("headline", "The tram that nobody wanted"),
        ("byline", "By Jane Doe"),
        ("body", "The city has spent €4.1m on a tram line that carries 90 people a day, according to figures seen by this blog."),
        ("caption", "The empty tram at noon"),
        ("headline", "Who asked for it?"),
        ("body", '"We were told it would pay for itself," said Olga Prem.'),
        ("body", '"It has not."'),
        ("body", "The line is 3.2 km long."),
        ("body", "It has nine stops."),
        ("table", "Year\tRiders"),
        ("table", "2022\t41,000"),
        ("furniture", "Subscribe to our newsletter"),
    ]


@pytest.mark.parametrize("name", ["post.md", "post.markdown", "POST.MD"])
def test_the_name_tells_that_it_is_markdown(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(POST, "utf-8")
    assert read(tmp_path / name).text.startswith("The tram that nobody wanted\n\nBy Jane Doe")


class TestFrontMatter:
    def test_title_author_date_and_place(self) -> None:
        front = 'title: "Tram line: who pays?"\nauthor:\n  - Jane Doe\n  - John Roe\ndate: 2024-03-01\nlocation: Porto\ntags: [tram]'
        source = f"---\n{front}\n---\n\nThe city pays.\n"
        article = read_text(source, format="markdown")
        assert article.headline == "Tram line: who pays?"
        assert article.byline == "Jane Doe, John Roe"
        assert article.place == "Porto"
        assert article.published_day == date(2024, 3, 1)
        assert article.text == "Tram line: who pays?\n\nThe city pays."

    def test_fields_that_say_nothing_that_is_read_are_told_of(self) -> None:
        front = "title: Who pays?\nheadline: Trams\nauthor: Jane Doe\ndate: 2024-03-01\ntags: [tram, fares]"
        article = read_text(f"---\n{front}\n---\n\nThe city pays.\n", format="markdown")
        assert [(one.role, one.words) for one in article.left_out or ()] == [
            ("envelope", "headline: Trams"),
            ("envelope", "tags: tram, fares"),
        ]

    def test_in_toml(self) -> None:
        article = read_text('+++\ntitle = "Who pays?"\ndate = 2024-03-01\n+++\nThe city pays.\n', format="markdown")
        assert article.headline == "Who pays?"
        assert article.published_day == date(2024, 3, 1)

    def test_a_title_that_the_text_repeats_stands_once(self) -> None:
        assert (
            read_text("---\ntitle: Who pays?\n---\n# Who pays?\n\nThe city pays.\n", format="markdown").text
            == "Who pays?\n\nThe city pays."
        )

    @pytest.mark.parametrize("source", ["---\n", "---\nThe city pays.\n---\nYes.\n", "+++\n= broken\n+++\nYes.\n"])
    def test_what_is_no_front_matter_stays_in_the_text(self, source: str) -> None:
        words = [word for word in source.split() if word.isalpha()]
        assert all(word in read_text(source, format="markdown").text for word in words)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It cost &pound;5 &amp; more.", "It cost £5 & more."),
        ("A \\*star\\* and `code`.", "A *star* and code."),
        ("<div class='share'>Share <b>this</b></div>\n\nIt rained.", "Share this\n\nIt rained."),
        ("<!-- a note -->\n\nIt rained.", "It rained."),
        ("One line  \nand the next.", "One line\nand the next."),
        ("See <https://a.example/x>.", "See https://a.example/x."),
        ("~~Old~~ new.", "Old new."),
        ("    code stays\n\nIt rained.", "code stays\n\nIt rained."),
        ("A &#xD800; mark and a &#0; mark.", "A \ufffd mark and a \ufffd mark."),
    ],
)
def test_the_marks_are_taken_away_and_the_words_kept(source: str, text: str) -> None:
    assert read_text(source, format="markdown").text == text


def test_nothing_is_lost_in_quotations_too_deep_to_follow() -> None:
    assert "The mayor said so." in read_text("> " * 500 + "The mayor said so.", format="markdown").text


def test_fields_within_fields_of_the_front_matter_are_read() -> None:
    front = "title: >\n  Ferry late\nauthor:\n  name: Ada Rowe\n  email: ada@post.example\ndate: 2024-03-01"
    article = read_text(f"---\n{front}\n---\nThe ferry was late on Friday.\n", format="markdown")
    assert (article.headline, article.byline, str(article.published)) == ("Ferry late", "Ada Rowe", "2024-03-01")
    assert [one.words for one in article.left_out or () if "email" in one.words] == ["author email: ada@post.example"]


def test_writers_in_a_list_of_the_front_matter_sign() -> None:
    article = read_text("---\ntitle: Ferry\nauthors:\n  - name: Ada Rowe\n  - John Holm\n---\nThe ferry was late.\n", format="markdown")
    assert article.byline == "Ada Rowe, John Holm"
