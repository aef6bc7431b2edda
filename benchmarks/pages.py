"""The words of stories read out of web pages, beside bare trafilatura's: precision, recall and F1.

    .venv/bin/python benchmarks/pages.py [FOLDER] [--show]

The pages are made here: the stories of `tests/reading/pages`, whose roles are marked by hand, set in the layouts of several sorts of
sites. Or they are those of a folder that holds `NAME.html` and the words of its story in `NAME.txt`. Headlines, bylines, datelines and
captions count for nothing: they are neither asked for nor held against anybody.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import trafilatura

sys.path.insert(0, str(Path(__file__).parent.parent))

from factcheck.documents import UnreadableError, open_document
from factcheck.model import BlockRole
from factcheck.reading.documents import read_document
from tests.reading.pages import pages

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
Parts = list[tuple[str, str]]
STORY = ("body", "table")


@dataclass
class Score:
    """Words of stories that were asked for, given, and both."""

    asked: int = 0
    given: int = 0
    right: int = 0
    seconds: float = 0.0

    def add(self, asked: Counter[str], given: Counter[str]) -> float:
        """Count one page; how much of it was right (F1)."""
        right = (asked & given).total()
        self.asked, self.given, self.right = self.asked + asked.total(), self.given + given.total(), self.right + right
        return 2 * right / max(1, asked.total() + given.total())

    def row(self, name: str, count: int) -> str:
        """One line of the table."""
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.asked)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return (
            f"{name:<24} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {1000 * self.seconds / max(1, count):5.0f} ms a page"
        )


def counted(texts: Iterator[str] | list[str]) -> Counter[str]:
    """The words of texts."""
    return Counter(word.casefold() for text in texts for word in WORD.findall(text))


def by_factcheck(data: bytes) -> tuple[Counter[str], Counter[str]]:
    """The words of the story, and those that count for nothing."""
    try:
        article = read_document(open_document(data, "html"), None, None)
    except UnreadableError:
        return Counter(), Counter()
    story = [article.words(block) for block in article.blocks if block.role in STORY]
    head = [article.words(block) for block in article.blocks if block.role not in (*STORY, BlockRole.FURNITURE)]
    return counted(story), counted(head)


def by_trafilatura(*, favor_recall: bool = False) -> Callable[[bytes], tuple[Counter[str], Counter[str]]]:
    """What trafilatura alone gives."""
    return lambda data: (counted([trafilatura.extract(data, include_comments=False, favor_recall=favor_recall) or ""]), Counter())


READERS = {
    "factcheck": by_factcheck,
    "trafilatura": by_trafilatura(),
    "trafilatura, for recall": by_trafilatura(favor_recall=True),
}


def made() -> Iterator[tuple[str, bytes, Counter[str], Counter[str]]]:
    """Our pages in each layout: name, page, words of the story, and words that count for nothing."""
    for page in pages():
        parts = [(role, page.text[start:end]) for role, start, end in page.blocks]
        story = counted([words for role, words in parts if role == "body"])
        other = counted([words for role, words in parts if role not in ("body", "furniture")])
        for layout in (semantic, in_divisions, with_breaks, in_tables):
            yield f"{page.name} {layout.__name__}", layout(parts).encode(), story, other


def of_folder(folder: Path) -> Iterator[tuple[str, bytes, Counter[str], Counter[str]]]:
    """The pages of a folder, and the words of their stories."""
    for path in sorted(folder.glob("*.html")):
        told = path.with_suffix(".txt")
        if told.exists():
            yield path.name, path.read_bytes(), counted([told.read_text("utf-8")]), Counter()


MENU = ("News", "Sport", "Business", "Culture", "Weather", "Jobs", "Contact us", "Subscribe for £1 a week")
TEASERS = (
    ("Bakers strike over night work", "Ovens stayed cold in nine towns on Thursday as bakers walked out over new hours, their union said."),
    ("Otters return to the canal", "A pair of otters was filmed below the old lock, twenty years after the last was seen there."),
)
FOOT = (
    "Copyright of the publisher. All rights reserved. We use cookies to improve this site and to show you advertisements that you may like."
)


def chrome(title: str, body: str) -> str:
    """A page around a story: menu, teasers, foot."""
    menu = "".join(f'<li><a href="/{n}">{words}</a></li>' for n, words in enumerate(MENU))
    teasers = "".join(
        f'<div class="teaser"><h3><a href="/{n}">{head}</a></h3><p>{words}</p></div>' for n, (head, words) in enumerate(TEASERS)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} | The Daily Page</title></head><body>'
        f'<header><div class="logo">The Daily Page</div><nav><ul>{menu}</ul></nav></header>{body}'
        f'<aside class="related"><h2>More stories</h2>{teasers}</aside><footer><p>{FOOT}</p></footer></body></html>'
    )


def titled(parts: Parts) -> str:
    """The headline."""
    return next((words for role, words in parts if role == "headline"), "News")


def semantic(parts: Parts) -> str:
    """An article with paragraphs, as most sites have it."""
    tags = {"headline": "h2", "caption": "figcaption", "standfirst": 'p class="standfirst"', "byline": 'p class="meta"', "dateline": "p"}
    tags["furniture"] = 'div class="widget"'
    body = "".join(f"<{(tag := tags.get(role, 'p'))}>{lines(words)}</{tag.split()[0]}>" for role, words in parts)
    title = escape(titled(parts))
    return chrome(titled(parts), f"<main><article>{body.replace(f'<h2>{title}</h2>', f'<h1>{title}</h1>', 1)}</article></main>")


def in_divisions(parts: Parts) -> str:
    """Divisions with generated names, the headline outside of them."""
    body = "".join(f'<div class="c{n}x"><div>{lines(words)}</div></div>' for n, (role, words) in enumerate(parts) if words != titled(parts))
    return chrome(
        titled(parts), f'<div class="top"><h1>{escape(titled(parts))}</h1></div><div class="c9"><div class="c8">{body}</div></div>'
    )


def with_breaks(parts: Parts) -> str:
    """One division with breaks between paragraphs, as older systems write it."""
    body = "<br><br>".join(lines(words) for _, words in parts if words != titled(parts))
    return chrome(titled(parts), f'<div id="content"><h1>{escape(titled(parts))}</h1><div class="story">{body}</div></div>')


def in_tables(parts: Parts) -> str:
    """A table that lays out the page, as pages had it at first."""
    body = "".join(f"<p>{lines(words)}</p>" for _, words in parts)
    return chrome(titled(parts), f'<table width="100%"><tr><td width="20%"><a href="/">Front page</a></td><td>{body}</td></tr></table>')


def lines(words: str) -> str:
    """Words as markup, with their line breaks."""
    return escape(words).replace("\n", "<br>")


def main() -> None:
    """Print the table, and with --show what each page comes to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="pages with the words of their stories, in place of those made here")
    parser.add_argument("--show", action="store_true", help="print what each page comes to, of 100")
    told = parser.parse_args()
    cases = list(of_folder(told.folder) if told.folder else made())
    scores = {name: Score() for name in READERS}
    for name, data, asked, free in cases:
        each = []
        for reader, read in READERS.items():
            began = time.perf_counter()
            story, head = read(data)
            scores[reader].seconds += time.perf_counter() - began
            each.append(scores[reader].add(asked, story + (head & (asked - story)) - (free & (story - asked))))
        if told.show:
            print(f"{name:<40}", *(f"{100 * one:5.1f}" for one in each))
    print(f"{len(cases)} pages")
    for reader, score in scores.items():
        print(score.row(reader, len(cases)))


if __name__ == "__main__":
    main()
