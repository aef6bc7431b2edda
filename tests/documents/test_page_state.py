"""Pages that show nothing before their scripts ran are read from the state that they hand to these."""

from __future__ import annotations

import json

import pytest

from factcheck import read
from factcheck.model import Article, BlockRole

ONE = "The ferry to Orsay was turned back on Monday with forty people and a bus on board, its owners said."
TWO = "It will sail again on Thursday if the wind drops below forty knots by noon, they said."
STORY = {"headline": "Ferry turned back", "author": "Ida Marsh", "publishedAt": "2026-03-03T10:15:00Z", "body": [ONE, TWO]}
PARTS = STORY | {"body": [{"type": "text", "content": ONE}, {"type": "text", "content": TWO}]}


def page(script: str, shown: str = "<p>Scripts are off.</p>") -> bytes:
    return f'<!doctype html><html lang="en"><head><title>Orsay Post</title></head><body>{shown}{script}</body></html>'.encode()


def words(article: Article) -> list[str]:
    return [article.words(block) for block in article.blocks_of(BlockRole.BODY)]


@pytest.mark.parametrize("story", [STORY, PARTS], ids=["of strings", "of parts"])
@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__" type="application/json">{}</script>',
        "<script>window.__STATE__ = {};</script>",
    ],
)
def test_the_story_is_read_from_the_state(script: str, story: dict[str, object]) -> None:
    state = json.dumps({"site": {"title": "Orsay Post", "menu": [{"title": "Sport"}]}, "props": {"article": story}})
    article = read(page(script.replace("{}", state)))
    assert (article.headline, article.byline, str(article.published)) == ("Ferry turned back", "Ida Marsh", "2026-03-03 10:15:00+00:00")
    assert words(article) == [ONE, TWO]
    assert "Scripts are off." in {left.words for left in article.left_out or ()}


def test_what_a_page_shows_is_read_and_not_its_state() -> None:
    state = json.dumps({"article": {"headline": "Another", "body": [TWO, TWO]}})
    article = read(page(f'<script type="application/json">{state}</script>', f"<h1>Ferry turned back</h1><p>{ONE}</p><p>{ONE}</p>"))
    assert article.headline == "Ferry turned back"
    assert TWO not in article.text


@pytest.mark.parametrize("state", ["{", "[" * 5000, '{"body": "' + "a " * 40 + '"}', "null"])
def test_a_state_without_a_story_changes_nothing(state: str) -> None:
    assert words(read(page(f'<script type="application/json">{state}</script>'))) == ["Scripts are off."]
