"""The readable text of what was fetched, and what it says of itself; read in a process of its own, which hostile input cannot hold up."""

from __future__ import annotations

import asyncio
import io
import multiprocessing
import re
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from typing import Any

from pebble import ProcessExpired, ProcessPool

from factcheck.model import one_line

LONGEST = 4_000_000
"""Code points of readable text that are kept of one source."""
SECONDS = 30.0
MEMORY = 2 << 30
"""Bytes that a reading process may take, where the system can hold it to that."""
PAGES = 1_000
"""Pages of a PDF that are read."""

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
    """Processes that read what was fetched, each of which is ended when it takes too long or too much memory, or crashes."""

    def __init__(self, workers: int = 2, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._pool = ProcessPool(max_workers=workers, context=multiprocessing.get_context("spawn"), initializer=_bounded)

    async def read(self, body: bytes, kind: str, url: str) -> Readable:
        """What the body of an answer says; `kind` is its media type, as the server gives it."""
        future = self._pool.schedule(_read, args=(body, kind, url), timeout=self._seconds)
        try:
            return await asyncio.wrap_future(future)
        except TooLong:
            return Readable(trouble=f"its text could not be read within {self._seconds:.0f} seconds")
        except (ProcessExpired, MemoryError):
            return Readable(trouble="its text could not be read: it is broken, or made to break what reads it")

    def close(self) -> None:
        """End the processes."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _bounded() -> None:
    """Hold this process to its memory."""
    try:
        import resource
    except ImportError:  # a system without such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _read(body: bytes, kind: str, url: str) -> Readable:
    kind = kind.partition(";")[0].strip().lower()
    try:
        if body[:1024].lstrip().startswith(b"%PDF-"):
            return _read_pdf(body)
        if kind in ("text/html", "application/xhtml+xml", "") or body[:512].lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
            return _read_page(body, url)
        if kind.startswith("text/") or kind in ("application/json", "application/xml"):
            return Readable(_decoded(body)[:LONGEST])
    except Exception as error:  # noqa: BLE001 - whatever a library makes of hostile input, the source is then one without text
        return Readable(trouble=f"its text could not be read ({type(error).__name__})")
    return Readable(trouble=f"it is no text ({one_line(kind, 40)})")


def _decoded(body: bytes) -> str:
    """The text: in UTF-8 if it is that, whatever the server calls it, else in the encoding that it looks like."""
    from charset_normalizer import from_bytes

    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(body[:200_000]).best()
        return body.decode(best.encoding if best else "cp1252", "replace")


def _read_page(body: bytes, url: str) -> Readable:
    import trafilatura
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    markup = _declared(body) or _decoded(body)
    found: Any = trafilatura.bare_extraction(
        markup, url=url, with_metadata=True, include_comments=False, favor_recall=True, config=settings
    )
    text = (found.text if found else None) or trafilatura.html2txt(markup)
    facts = {name: getattr(found, name, None) for name in ("title", "sitename", "author", "date")}
    title = facts["title"] or _title(markup)
    return Readable(text[:LONGEST], _fact(title), _fact(facts["sitename"]), _fact(facts["author"]), _fact(facts["date"]))


_TITLE = re.compile(r"<title[^>]*>([^<]{1,500})</title", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)


def _title(markup: str) -> str | None:
    import html

    found = _TITLE.search(markup)
    return html.unescape(found[1]) if found else None


def _declared(body: bytes) -> str | None:
    """The page in the encoding that it says it is in, when it can be and is not UTF-8."""
    found = _CHARSET.search(body[:4096])
    try:
        return body.decode(found[1].decode("ascii")) if found else None
    except (LookupError, UnicodeDecodeError):
        return None


def _read_pdf(body: bytes) -> Readable:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(body))
    if reader.is_encrypted and not reader.decrypt(""):
        return Readable(trouble="it is a PDF that asks for a password")
    text, length = [], 0
    for page in reader.pages[:PAGES]:
        text.append(page.extract_text())
        length += len(text[-1])
        if length > LONGEST:
            break
    about = reader.metadata
    whole = "\n\n".join(text)[:LONGEST]
    trouble = None if whole.strip() else "it is a PDF without words: pictures of pages, perhaps"
    day = about.creation_date.date().isoformat() if about and about.creation_date else None
    return Readable(whole, _fact(about and about.title), None, _fact(about and about.author), day, trouble)


def _fact(value: Any) -> str | None:
    """What a page says of itself, on one line."""
    text = one_line(" ".join(str(value).split()), 300) if value else ""
    return text or None
