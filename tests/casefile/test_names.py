"""What a case file is called: readable, fit for every disk, and never outside its folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.casefile import case_path
from factcheck.casefile.naming import slug_of
from tests.builders import article
from tests.casefile.cases import HOSTILE, texts


def name(source: str | None, headline: str = "Harbour ferry refit runs late") -> str:
    return case_path(article(f"{headline}\n\nText.", source=source), Path("claims")).name


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("../samples/hanoi-summit.txt", "hanoi-summit.toml"),
        ("Ferry Refit (final) v2.docx", "ferry-refit-final-v2.toml"),
        ("C:\\Users\\Ada\\Late Ferry.TXT", "late-ferry.toml"),
        ("https://example.org/news/2024/late-ferry.html?id=7#top", "late-ferry.toml"),
        ("https://example.org/news/%C3%A9t%C3%A9/", "été.toml"),
        ("https://example.org/", "harbour-ferry-refit-runs-late.toml"),
        ("no-ending", "no-ending.toml"),
        ("v1.2 of the story", "v1-2-of-the-story.toml"),
        (".hidden", "hidden.toml"),
        ("../..", "harbour-ferry-refit-runs-late.toml"),
        ("…", "harbour-ferry-refit-runs-late.toml"),
        (None, "harbour-ferry-refit-runs-late.toml"),
        ("CON.txt", "article-con.toml"),
        ("lpt1", "article-lpt1.toml"),
        ("nul.tar.gz", "nul-tar.toml"),
        ("हिन्दी समाचार.txt", "हिन्दी-समाचार.toml"),
        ("北京.md", "北京.toml"),
        ("STRASSE.txt", "strasse.toml"),
        ("a\0b\x1b[31m\u202e.txt", "a-b-31m.toml"),
    ],
)  # fmt: skip
def test_the_name_comes_from_the_articles_own(source: str | None, expected: str) -> None:
    assert name(source) == expected


def test_an_article_without_any_name_has_one_all_the_same() -> None:
    assert name(None, "!!!") == "article.toml"


def test_a_long_title_is_cut_between_words() -> None:
    long = name(None, "the ferry is late again and again " * 20)
    assert len(long) <= 85
    assert long.startswith("the-ferry-is-late-again-and-again-the-ferry")
    assert not long.removesuffix(".toml").endswith("-")
    assert len(name("北" * 5000 + ".txt").encode()) < 240


@settings(max_examples=300, deadline=None)
@given(st.none() | texts | st.lists(st.sampled_from((*HOSTILE, "..", "/", "\\", "con", ".", "~", "\ud800"))).map("".join), texts)
def test_no_name_leads_out_of_the_folder_or_is_refused_by_a_disk(source: str | None, headline: str) -> None:
    path = case_path(article(f"{headline}\n\nText.", source=source, furniture=()), Path("claims"))
    assert path.parent == Path("claims")
    slug = path.name.removesuffix(".toml")
    assert slug
    assert len(path.name.encode()) < 240
    assert all(part and all(c.isalnum() or not c.isascii() for c in part) for part in slug.split("-"))
    assert slug_of(slug) in (slug, f"article-{slug}")
