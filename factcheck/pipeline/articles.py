"""Where articles come from: files and folders of them, the web, standard input, the clipboard, and what is pasted."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from factcheck.model import Article
from factcheck.pipeline.sources import fetch_options
from factcheck.pipeline.within import refuse_outside


@dataclass(frozen=True)
class Pasted:
    """The text of an article, which a person pasted."""

    text: str


@dataclass(frozen=True)
class Known:
    """What a person knows of an article, whatever it says itself: when it was published, and that it is to be read as English (`en`)."""

    published: date | datetime | None = None
    language: str | None = None


NOTHING_KNOWN = Known()

ArticleSource = str | Path | Pasted
"""Where an article comes from: a path, an address, `-` for standard input, `clipboard:`, or what was pasted."""


def is_address(source: str) -> bool:
    """Whether an article is meant by its address on the web."""
    return source.lower().startswith(("http://", "https://"))


def articles_in(folder: Path) -> Iterator[str]:
    """Every file in a folder, and in those in it, that can be an article, in the order of their names."""
    from factcheck.reading import SUFFIXES

    for above, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield str(Path(above) / name)


def read_article(source: ArticleSource, known: Known = NOTHING_KNOWN) -> Article:
    """The article at a source. Raises FactcheckError when it cannot be read, or is not in English."""
    from factcheck.reading import read, read_text, understood

    if isinstance(source, Pasted):
        return understood(read_text(source.text, known.published), "What was pasted", known.language)
    if isinstance(source, str) and is_address(source):
        from factcheck.evidence import fetch_page

        page = asyncio.run(fetch_page(source, fetch_options()))
        about = {"name": page.address, "media_type": page.media_type}
        return read(page.body, published=known.published, language=known.language, **about)
    refuse_outside(source)
    return read(source, published=known.published, language=known.language)
