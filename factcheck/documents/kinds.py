"""Which documents can be opened, and by what they are known: first by their bytes, then by their names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import NamedTuple

from factcheck.documents.pieces import Document, UnreadableError

LOOKED_AT = 65_536
"""Bytes at either end of a file that tell what it is."""


class Ends(NamedTuple):
    """The beginning and the end of a file; of a short one, each is all of it."""

    head: bytes
    tail: bytes


@dataclass(frozen=True)
class Kind:
    """One kind of document: its name, what it is called, how its bytes are known, what opens them, and the suffixes of its files' names.

    `reader` is a module and a function in it, named and not imported: what one kind needs is loaded when there is such a document. The
    media types of a kind, and its suffixes where it is known `by_name` too, count for bytes that are only text.
    """

    name: str
    what: str
    known_by: Callable[[Ends], bool]
    reader: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...] = ()
    by_name: bool = False

    def read(self, data: bytes) -> Document:
        """The document in some bytes."""
        module, _, function = self.reader.partition(".")
        opened: Document = getattr(import_module(f"factcheck.documents.{module}"), function)(data)
        return opened


_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE | re.DOTALL)
_WIRE = re.compile(rb"<(?:\w+:)?(?:nitf|newsItem|newsMessage)[\s>]")
_SRT = re.compile(r"\s*(?:\d{1,6}[ \t]*\r?\n)?(?:\d{1,3}:)?\d\d:\d\d[,.]\d{1,3}[ \t]{0,9}-->")
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}\r?\n")
_MAIL_HEADERS = (b"\nfrom:", b"\nmessage-id:", b"\nreceived:", b"\nmime-version:", b"\nsubject:")
_ASS = re.compile(r"\s*\[Script Info\]", re.IGNORECASE)
_TTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:\w{1,9}:)?tt[\s>]", re.DOTALL)
_PACKAGE = b"PK\x03\x04"


def _package_with(mark: bytes) -> Callable[[Ends], bool]:
    """A zip package that has a mark near its beginning, or in the directory at its end."""
    return lambda ends: ends.head.startswith(_PACKAGE) and mark in ends.head + ends.tail


def _is_wire(ends: Ends) -> bool:
    return ends.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") and _WIRE.search(ends.head) is not None


def _text(head: bytes) -> str:
    """The beginning of a text, whatever it is written in."""
    return head.decode("utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1", "replace").removeprefix("\xef\xbb\xbf")


def _is_mail(ends: Ends) -> bool:
    if not _MAIL.match(ends.head):
        return False
    return sum(header in b"\n" + ends.head[:20_000].lower() for header in _MAIL_HEADERS) >= 3


_TABLE = (
    Kind("pdf", "a PDF", lambda ends: b"%PDF-" in ends.head[:1024], "pdf.read_pdf", (".pdf",)),
    Kind("epub", "an EPUB book", _package_with(b"application/epub+zip"), "books.read_epub", (".epub",)),
    Kind("odt", "an OpenDocument text", _package_with(b"application/vnd.oasis.opendocument.text"), "office.read_odt", (".odt",)),
    Kind("docx", "a Word document", _package_with(b"word/document.xml"), "office.read_docx", (".docx",)),
    Kind("rtf", "a Rich Text document", lambda ends: ends.head.startswith(b"{\\rtf"), "office.read_rtf", (".rtf",)),
    Kind(
        "html", "a web page", lambda ends: _HTML.match(ends.head) is not None, "webpage.read_webpage", (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"), by_name=True,
    ),
    Kind("wire", "a story in NITF or NewsML-G2", _is_wire, "wires.read_wire", (".nitf", ".xml"), by_name=True),
    Kind("ttml", "subtitles", lambda ends: _TTML.match(ends.head) is not None, "subtitles.read_ttml", (".ttml", ".dfxp")),
    Kind("vtt", "subtitles", lambda ends: _text(ends.head[:200]).startswith("WEBVTT"), "subtitles.read_vtt", (".vtt",)),
    Kind("srt", "subtitles", lambda ends: _SRT.match(_text(ends.head[:2000])) is not None, "subtitles.read_srt", (".srt",)),
    Kind("ass", "subtitles", lambda ends: _ASS.match(_text(ends.head[:200])) is not None, "subtitles.read_ass", (".ass", ".ssa")),
    Kind("mail", "an e-mail message", _is_mail, "mail.read_mail", (".eml",), by_name=True),
)  # fmt: skip
"""In the order in which bytes are held against them."""

KINDS = {kind.name: kind for kind in _TABLE}


def kind_of(data: bytes, name: str = "", media_type: str = "") -> str | None:
    """The kind of document that some bytes are; None for plain text, and for what is no document that can be opened.

    The bytes count more than the name: a Word document called `.txt` is one. Where the bytes are only text, the name and the media
    type tell.
    """
    ends = Ends(data[:LOOKED_AT], data[-LOOKED_AT:])
    known = next((kind.name for kind in _TABLE if kind.known_by(ends)), None)
    if known is not None or ends.head.startswith(_PACKAGE):
        return known
    sort = media_type.partition(";")[0].strip().lower()
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    by_type = (kind.name for kind in _TABLE if sort in kind.media_types)
    by_name = (kind.name for kind in _TABLE if kind.by_name and suffix in kind.suffixes)
    return next(chain(by_type, by_name), None)


def open_document(data: bytes, kind: str) -> Document:
    """The document of a kind in KINDS. Raises UnreadableError, whatever the bytes are."""
    try:
        return KINDS[kind].read(data)
    except UnreadableError:
        raise
    except ImportError as error:
        raise UnreadableError(
            f"what opens it is not installed whole ({error.name or 'a package is missing'}); install factcheck anew"
        ) from error
    except (MemoryError, RecursionError):
        raise UnreadableError("it is broken, or made to break what reads it") from None
    except Exception as error:
        raise UnreadableError(f"it is broken, or damaged ({type(error).__name__})") from error
