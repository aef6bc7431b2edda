"""What the case file of an article is called, and the source sheet beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from factcheck.model import Article
from factcheck.model.naming import MARK

MOST_LETTERS = 80
MOST_BYTES = 200
"""Short enough for every file system (255 bytes), with room for `.toml`, a number and a temporary name."""

_SHEET = ".contacts.toml"
"""What a source sheet's name has in the place of the case's `.toml`."""

_RESERVED = frozenset({"con", "prn", "aux", "nul", "conin", "conout", *(f"{d}{n}" for d in ("com", "lpt") for n in "0123456789¹²³")})
"""What Windows takes for a device, with any extension (Microsoft's "Naming Files, Paths, and Namespaces")."""


def case_path(article: Article, folder: Path) -> Path:
    """Where the case of an article is kept: `<folder>/<slug>.toml`, the slug from its file's name, else from its headline.

    The slug is lower case, so that disks that ignore case see no difference, holds letters, digits, and single hyphens only, and
    is never a device name. It is never outside `folder`, whatever the article is called.
    """
    slug = next((s for s in map(slug_of, _names(article)) if s), "article")
    return Path(folder) / f"{slug}.toml"


def sheet_path(case: Path) -> Path:
    """Where the source sheet of the case in a file is, whether or not it is there."""
    return case.with_suffix(_SHEET)


def is_sheet(path: Path) -> bool:
    """Whether a file is a source sheet by its name, and so no case."""
    return path.name.lower().endswith(_SHEET)


def slug_of(name: str) -> str:
    """A name made fit to be a file's, or nothing when it has neither letter nor digit."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name[: 8 * MOST_LETTERS]).casefold())
    letters = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in plain)
    slug = _cut("-".join(part for part in letters.split("-") if part))
    return f"article-{slug}" if slug in _RESERVED else slug


def _names(article: Article) -> Iterator[str]:
    if article.source:
        place = urlsplit(article.source).path if _is_address(article.source) else article.source.removeprefix(MARK)
        last = re.split(r"[/\\]", place.rstrip("/\\"))[-1]
        yield _without_ending(unquote(last) if _is_address(article.source) else last)
    yield article.headline or ""


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://", "file://"))


def _without_ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return stem if dot and 1 <= len(ending) <= 5 and ending.isalnum() else name


def _cut(slug: str) -> str:
    if len(slug) > MOST_LETTERS:
        slug = slug[: MOST_LETTERS + 1].rpartition("-")[0] or slug[:MOST_LETTERS]
    return slug.encode("utf-8", "ignore")[:MOST_BYTES].decode("utf-8", "ignore").strip("-")
