"""Which documents can be opened, and by what they are known: first by their bytes, then by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module

from factcheck.documents.pieces import Document, UnreadableError


@dataclass(frozen=True)
class Kind:
    """One kind of document: what it is called, the function that opens its bytes, by its module, and the suffixes of its names.

    Modules are named, not imported: what one kind needs is loaded when there is such a document.
    """

    what: str
    module: str
    function: str
    suffixes: tuple[str, ...]

    def read(self, data: bytes) -> Document:
        """The document in some bytes."""
        opened: Document = getattr(import_module(f"factcheck.documents.{self.module}"), self.function)(data)
        return opened


KINDS = {
    "html": Kind("a web page", "webpage", "read_webpage", (".html", ".htm", ".xhtml")),
    "docx": Kind("a Word document", "office", "read_docx", (".docx",)),
    "odt": Kind("an OpenDocument text", "office", "read_odt", (".odt",)),
    "rtf": Kind("a Rich Text document", "office", "read_rtf", (".rtf",)),
    "pdf": Kind("a PDF", "pdf", "read_pdf", (".pdf",)),
    "mail": Kind("an e-mail message", "mail", "read_mail", (".eml",)),
    "epub": Kind("an EPUB book", "books", "read_epub", (".epub",)),
    "srt": Kind("subtitles", "subtitles", "read_srt", (".srt",)),
    "vtt": Kind("subtitles", "subtitles", "read_vtt", (".vtt",)),
    "wire": Kind("a story in NITF or NewsML-G2", "wires", "read_wire", (".nitf", ".xml")),
}

_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE | re.DOTALL)
_WIRE = re.compile(rb"<(?:\w+:)?(?:nitf|newsItem|newsMessage)[\s>]")
_SRT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d{1,6}\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3} --> ")
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}\r?\n")
_MAIL_HEADERS = (b"\nfrom:", b"\nmessage-id:", b"\nreceived:", b"\nmime-version:", b"\nsubject:")


def kind_of(data: bytes, name: str = "", media_type: str = "") -> str | None:
    """The kind of document that some bytes are; None for plain text, and for what is no document that can be opened.

    The bytes count more than the name: a Word document called `.txt` is one. Where the bytes are only text, the name and the media
    type tell.
    """
    head = data[:65_536]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _package_kind(head + data[-65_536:])
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _HTML.match(head):
        return "html"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") and _WIRE.search(head):
        return "wire"
    if head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        return "vtt"
    if _SRT.match(head):
        return "srt"
    if _MAIL.match(head) and sum(header in b"\n" + head[:20_000].lower() for header in _MAIL_HEADERS) >= 3:
        return "mail"
    if media_type.partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml"):
        return "html"
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return next((kind for kind in ("html", "mail", "wire") if suffix in KINDS[kind].suffixes), None)


def _package_kind(ends: bytes) -> str | None:
    marks = (
        (b"application/epub+zip", "epub"),
        (b"application/vnd.oasis.opendocument.text", "odt"),
        (b"word/document.xml", "docx"),
    )
    return next((kind for mark, kind in marks if mark in ends), None)


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
