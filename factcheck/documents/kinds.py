"""Which documents can be opened, and by what they are known: first by their bytes, then by their names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.documents.pieces import Document


@dataclass(frozen=True)
class Kind:
    """One kind of document. `read` gets the bytes; `suffixes` are those of its names, `begins` tells its bytes."""

    what: str
    read: Callable[[bytes], Document]
    suffixes: tuple[str, ...]


def _webpage(data: bytes) -> Document:
    from factcheck.documents.webpage import read_webpage

    return read_webpage(data)


def _docx(data: bytes) -> Document:
    from factcheck.documents.office import read_docx

    return read_docx(data)


def _odt(data: bytes) -> Document:
    from factcheck.documents.office import read_odt

    return read_odt(data)


def _rtf(data: bytes) -> Document:
    from factcheck.documents.office import read_rtf

    return read_rtf(data)


def _pdf(data: bytes) -> Document:
    from factcheck.documents.pdf import read_pdf

    return read_pdf(data)


def _mail(data: bytes) -> Document:
    from factcheck.documents.mail import read_mail

    return read_mail(data)


def _epub(data: bytes) -> Document:
    from factcheck.documents.books import read_epub

    return read_epub(data)


def _srt(data: bytes) -> Document:
    from factcheck.documents.subtitles import read_subtitles
    from factcheck.documents.webpage import decoded

    return read_subtitles(decoded(data), "srt")


def _vtt(data: bytes) -> Document:
    from factcheck.documents.subtitles import read_subtitles
    from factcheck.documents.webpage import decoded

    return read_subtitles(decoded(data), "vtt")


def _wire(data: bytes) -> Document:
    from factcheck.documents.wires import read_wire

    return read_wire(data)


KINDS = {
    "html": Kind("a web page", _webpage, (".html", ".htm", ".xhtml")),
    "docx": Kind("a Word document", _docx, (".docx",)),
    "odt": Kind("an OpenDocument text", _odt, (".odt",)),
    "rtf": Kind("a Rich Text document", _rtf, (".rtf",)),
    "pdf": Kind("a PDF", _pdf, (".pdf",)),
    "mail": Kind("an e-mail message", _mail, (".eml",)),
    "epub": Kind("an EPUB book", _epub, (".epub",)),
    "srt": Kind("subtitles", _srt, (".srt",)),
    "vtt": Kind("subtitles", _vtt, (".vtt",)),
    "wire": Kind("a story in NITF or NewsML-G2", _wire, (".nitf", ".xml")),
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
    from factcheck.documents.pieces import UnreadableError

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
