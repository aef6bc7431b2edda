"""What the program makes of whole articles stays as it was recorded, unless somebody means to change it.

The records in `recorded/` are read like any text. After a change that is meant, write them anew and look at every line that differs:

    python -m tests.golden.test_golden && git diff tests/golden/recorded
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import read, read_text
from factcheck.model import Article
from tests.golden.dump import dump
from tests.splitting import marked

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "samples" / "hanoi-summit.txt"
PUBLISHED = date(2023, 11, 9)
"""The day on which the articles of this folder appeared; one says another day itself."""


def articles() -> dict[str, Article]:
    """The articles that are recorded, by name: the sample, those marked by hand, and those of this folder."""
    own = {path.stem: read_text(path.read_text("utf-8"), published=PUBLISHED) for path in sorted((HERE / "articles").glob("*.txt"))}
    return {"sample": read(SAMPLE), **{name: marked.load(name)[0] for name in marked.names()}, **own}


ARTICLES = articles()


def recorded(name: str) -> Path:
    return HERE / "recorded" / f"{name}.txt"


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_read_as_it_was_before(name: str) -> None:
    assert dump(ARTICLES[name]) == recorded(name).read_text("utf-8")


def test_no_record_is_left_of_an_article_that_is_gone() -> None:
    assert sorted(path.stem for path in (HERE / "recorded").glob("*.txt")) == sorted(ARTICLES)


if __name__ == "__main__":
    for each, article in ARTICLES.items():
        recorded(each).write_text(dump(article), "utf-8")
