"""The readable text of what was fetched, and what it says of itself; opened in a process of its own, which hostile input cannot hold up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.documents import KINDS, UnreadableError, kind_of
from factcheck.documents.aside import Pool
from factcheck.documents.webpage import decoded
from factcheck.model import one_line

LONGEST = 4_000_000
"""Code points of readable text that are kept of one source."""
SECONDS = 30.0

_NOT_THERE = re.compile(
    r"\b(?:page|article|story|document|file|site|content|url)?\s*(?:was |could |can|is |does |has )?(?:n[o']t|not|no longer)(?: be)? "
    r"(?:found|exist|available|published)\b|\b404\b|\bgone\b|\bbeen (?:removed|deleted|taken down)\b|\bexpired\b",
    re.IGNORECASE,
)
"""What a page says that is not there: takes "Page not found", "Error 404", "This article is no longer available"; refuses "Home"."""
_SHORT = 1_200
"""Code points up to which a page that calls itself not found is taken at its word."""


@dataclass(frozen=True)
class Readable:
    """The text of a source (empty where it has none that can be read), and what it says of itself. `trouble` says why nothing was read."""

    text: str = ""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    dated: str | None = None
    trouble: str | None = None

    @property
    def not_there(self) -> str | None:
        """The words with which a page that was answered says that it is not there."""
        title = self.title or self.text.strip().partition("\n")[0]
        return one_line(title, 80) if len(self.text) <= _SHORT and len(title) <= 120 and _NOT_THERE.search(title) else None


class Readers:
    """Reads what was fetched."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._pool = Pool(seconds=seconds)

    async def read(self, body: bytes, media_type: str, url: str) -> Readable:
        """What the body of an answer says; `media_type` is as the server gives it."""
        kind = kind_of(body, url.partition("?")[0], media_type)
        if kind is None:
            return _plain(body, media_type.partition(";")[0].strip().lower())
        try:
            found = await self._pool.open(body, kind)
        except UnreadableError as trouble:
            return Readable(trouble=f"{KINDS[kind].what}: {trouble}" if "it is" not in str(trouble) else str(trouble))
        dated = found.published.isoformat()[:10] if found.published else None
        return Readable(found.text[:LONGEST], _fact(found.title), _fact(found.site or found.agency), _fact(found.author), dated)

    def close(self) -> None:
        """End the processes."""
        self._pool.close()


def _plain(body: bytes, media_type: str) -> Readable:
    if media_type.startswith("text/") or media_type in ("", "application/json", "application/xml"):
        return Readable(decoded(body)[:LONGEST]) if b"\x00" not in body[:4096] else Readable(trouble="it is no text")
    return Readable(trouble=f"it is no text ({one_line(media_type, 40)})")


def _fact(text: str | None) -> str | None:
    """What a page says of itself, on one line."""
    return one_line(" ".join(text.split()), 300) or None if text else None
