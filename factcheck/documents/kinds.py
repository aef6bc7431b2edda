"""Which documents can be opened, and by what they are known: first by their bytes, then by their names."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import NamedTuple

from factcheck.documents import old
from factcheck.documents.pieces import Document, UnreadableError

LOOKED_AT = 65_536
"""Bytes at either end of a file that tell what it is."""


class Ends(NamedTuple):
    """The beginning and the end of a file; of a short one, each is all of it. Of an old Office document, its list of names too."""

    head: bytes
    tail: bytes
    names: bytes = b""


@dataclass(frozen=True)
class Kind:
    """One kind of document: its name, what it is called, how its bytes are known, what opens them, the suffixes of its files' names, and
    what is read of it, as a person would say it; nothing for a kind that is only told by its name.

    `reader` is a module and a function in it, named and not imported: what one kind needs is loaded when there is such a document. The
    media types of a kind, and its suffixes where it is known `by_name` too, count for bytes that are only text.
    """

    name: str
    what: str
    known_by: Callable[[Ends], bool]
    reader: str
    suffixes: tuple[str, ...]
    reads: str = ""
    media_types: tuple[str, ...] = ()
    by_name: bool = False

    def read(self, data: bytes) -> Document:
        """The document in some bytes."""
        module, _, function = self.reader.partition(".")
        opened: Document = getattr(import_module(f"factcheck.documents.{module}"), function)(data)
        return opened


_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE | re.DOTALL)
_FILED = re.compile(rb"\s*<DOCUMENT>\s{0,9}<TYPE>.{0,2000}?<TEXT>\s{0,9}<(?:!doctype html|html[\s>])", re.IGNORECASE | re.DOTALL)
"""A page as it is filed with the American exchanges' supervisor, below its form's own lines (EDGAR Filer Manual, 5.2.1)."""
_FRAGMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}<(?P<tag>p|h[1-6]|div|article|section|main|body|table|ul|ol|blockquote|figure)(?:\s[^<>]{0,500})?>.{1,60000}?</(?P=tag)>",
    re.IGNORECASE | re.DOTALL,
)
"""A part of a page: takes "<h1>Fees rise</h1>", "<div class='story'><p>The board</p></div>", refuses "<p of the board>"."""
_MARKED_UP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<(?P<tag>[A-Za-z][\w.-]{1,40})(?:\s[^<>]{0,500})?>\s{0,99}<[A-Za-z]")
"""XML or SGML that does not say so: takes "<STORY> <HEADLINE>", refuses "<jane@post.example> wrote"."""
_WIRE = re.compile(rb"<(?:\w{1,20}:)?(?:nitf|NewsML|NewsItem|newsItem|newsMessage|packageItem)[\s>]")
_FEED = re.compile(rb"(?:<[?!][^>]{0,500}>\s{0,99}){0,9}<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]")
_XML = re.compile(rb"<\?xml\s")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}(?:\[\s{0,99})?\{\s{0,99}\"[\w@$:. -]{1,60}\"\s{0,9}:")
_BEFORE = rb"(?:\xef\xbb\xbf)?[\x00-\x20\x7f]{0,99}"
_IPTC_7901 = re.compile(_BEFORE + rb"[A-Za-z]{2,5}[ -]?\d{2,5} {1,3}\d {1,3}[A-Za-z]{1,3} {1,3}\d{1,5}\s")
_ANPA_1312 = re.compile(
    _BEFORE + rb"(?:[A-Za-z]\d{3,4}[^\r\n]{0,60}\s{1,9})?[a-z] [a-z][\x11-\x1f ]{0,5}[a-z]{2}-{1,2}\S[^\r\n]{0,80}?"
    rb"[\s\x01-\x1f]\d\d-\d\d\s",
    re.IGNORECASE,
)
_TELEX = re.compile(_BEFORE + rb"(?:ZCZC\b|(?:[A-Z0-9+=.-]{1,9}[ \r\n]{1,4}){1,4}ZCZC(?=[ \t]{1,4}[A-Z]{0,5}\d|\s*[\r\n]))")
_SRT = re.compile(r"\s*(?:\d{1,6}[ \t]*\r?\n)?(?:\d{1,3}:)?\d\d:\d\d[,.]\d{1,3}(?:[ \t]{0,9}-->|,\d{1,2}:\d\d:\d\d\.)")
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}\r?\n")
_BEFORE_MAIL = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:>?From [^\r\n]{0,200}\r?\n)?")
_MAIL_HEADERS = (b"\nfrom:", b"\nmessage-id:", b"\nreceived:", b"\nmime-version:", b"\nsubject:")
_BLANK = b"\xef\xbb\xbf \t\r\n"
"""What may stand before a document's first sign: a byte-order mark and empty lines."""
_ASS = re.compile(r"\s*\[Script Info\]", re.IGNORECASE)
_TTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:\w{1,9}:)?tt[\s>]", re.DOTALL)
_PACKAGE = b"PK\x03\x04"


_FLAT = b'office:mimetype="application/vnd.oasis.opendocument.text"'
_OPENDOCUMENT = b"application/vnd.oasis.opendocument.text"
_WORD = re.compile(rb"(?:wordprocessingml\.\w{1,30}|ms-word\.\w{1,30}\.\w{1,40})\.main\+xml")
"""What a package says of a main part of Word's: takes "wordprocessingml.document.main+xml", not "spreadsheetml.sheet.main+xml"."""
_LONGEST_PART = 1 << 18


def _part(ends: Ends, name: bytes) -> bytes:
    """A part of a package that stands at either end of it; empty where it does not (APPNOTE 4.3.7)."""
    for data in ends.head, ends.tail:
        at = data.find(name) - 30
        if at < 0 or not data.startswith(_PACKAGE, at):
            continue
        begins = at + 30 + int.from_bytes(data[at + 26 : at + 28], "little") + int.from_bytes(data[at + 28 : at + 30], "little")
        if data[at + 8 : at + 10] == b"\x00\x00":
            return data[begins : begins + _LONGEST_PART]
        with suppress(zlib.error):
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data[begins:], _LONGEST_PART)
    return b""


def _is_word(ends: Ends) -> bool:
    """A package whose main part is Word's, whatever it is called; where it says nothing of its parts, one that has a part of that name."""
    if not ends.head.startswith(_PACKAGE):
        return False
    types = _part(ends, b"[Content_Types].xml")
    return _WORD.search(types) is not None if b"main+xml" in types else b"word/document.xml" in ends.head + ends.tail


def _is_epub(ends: Ends) -> bool:
    """A package that says that it is a book; or one with a container's list of parts, as books have that were packed anew by hand."""
    if not ends.head.startswith(_PACKAGE):
        return False
    told = _part(ends, b"mimetype").strip()
    return told.startswith(b"application/epub+zip") or (not told and b"META-INF/container.xml" in ends.head + ends.tail)


def _is_odt(ends: Ends) -> bool:
    if ends.head.startswith(_PACKAGE):
        return _OPENDOCUMENT in ends.head or _OPENDOCUMENT in _part(ends, b"mimetype")
    return ends.head.lstrip(_BLANK).startswith(b"<") and _FLAT in ends.head


def _has_name(name: str) -> Callable[[Ends], bool]:
    """An old Office document that has a name in its list."""
    return lambda ends: old.named(name) in ends.names


def _is_wire(ends: Ends) -> bool:
    """Whether it is XML that says so, has an item of the wires, or is a feed, in any encoding: UTF-16 has zeros between its letters."""
    head = ends.head.replace(b"\0", b"").lstrip(b"\xff\xfe\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and (_WIRE.search(head) or _FEED.match(head) or _XML.match(head)) is not None


def _text(head: bytes) -> str:
    """The beginning of a text, whatever it is written in."""
    return head.decode("utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1", "replace").removeprefix("\xef\xbb\xbf")


def _begins(pattern: re.Pattern[bytes]) -> Callable[[Ends], bool]:
    """A file that begins as a pattern has it."""
    return lambda ends: pattern.match(ends.head) is not None


def _is_marked_up(ends: Ends) -> bool:
    """Whether it is in one element from its beginning to its end."""
    found = _MARKED_UP.match(ends.head)
    return found is not None and ends.tail.rstrip().endswith(b"</" + found["tag"] + b">")


def _is_page(ends: Ends) -> bool:
    return any(pattern.match(ends.head) is not None for pattern in (_HTML, _FILED, _FRAGMENT))


def _is_rich_text(ends: Ends) -> bool:
    return ends.head.lstrip(_BLANK).startswith(b"{\\rtf")


def _is_ass(ends: Ends) -> bool:
    return _ASS.match(_text(ends.head[:200])) is not None


def _is_srt(ends: Ends) -> bool:
    return _SRT.match(_text(ends.head[:2000])) is not None


def _is_mail(ends: Ends) -> bool:
    head = _BEFORE_MAIL.sub(b"", ends.head, count=1)
    return _MAIL.match(head) is not None and sum(header in b"\n" + head[:20_000].lower() for header in _MAIL_HEADERS) >= 3


_OFFICE = "the text, with boxes, tables, embedded documents and notes behind their paragraphs, tracked changes as accepted; comments"
_SPOKEN = "what is said, by speaker, with its time"
_MESSAGE = "headline, byline, text, agency and time; the transmission lines are furniture"

_TABLE = (
    Kind("pdf", "a PDF", lambda ends: b"%PDF-" in ends.head[:1024], "pdf.read_pdf", (".pdf",),
        "the text page by page: columns in their order, tables row by row, transcripts by speaker; comments, forms, the text of scans"),
    Kind("epub", "an EPUB book", _is_epub, "books.read_epub", (".epub",),
        "the chapters in their order, with tables, notes and captions"),
    Kind("odt", "an OpenDocument text", _is_odt, "opendocument.read_odt", (".odt", ".ott", ".fodt"), _OFFICE),
    Kind("docx", "a Word document", _is_word, "word.read_docx", (".docx", ".docm", ".dotx", ".dotm"), _OFFICE),
    Kind("rtf", "a Rich Text document", _is_rich_text, "rich_text.read_rtf", (".rtf",), _OFFICE),
    Kind("msg", "a message saved by Outlook", _has_name("__properties_version1.0"), "old.read_msg", (".msg",)),
    Kind("doc", "an old Word document", _has_name("WordDocument"), "old.read_doc", (".doc",)),
    Kind("locked", "an Office document", _has_name("EncryptedPackage"), "old.read_locked", ()),
    Kind(
        "html", "a web page", _is_page, "webpage.read_webpage", (".html", ".htm", ".xhtml"),
        "the story as the page shows it, or as its scripts hold it: text, tables row by row, captions; authors and day where the page "
        "agrees on them",
        ("text/html", "application/xhtml+xml"), by_name=True,
    ),
    Kind("ttml", "subtitles", _begins(_TTML), "subtitles.read_ttml", (".ttml", ".dfxp"), _SPOKEN),
    Kind("vtt", "subtitles", lambda ends: _text(ends.head[:200]).startswith("WEBVTT"), "subtitles.read_vtt", (".vtt",), _SPOKEN),
    Kind("srt", "subtitles", _is_srt, "subtitles.read_srt", (".srt", ".sbv"), _SPOKEN),
    Kind("ass", "subtitles", _is_ass, "subtitles.read_ass", (".ass", ".ssa"), _SPOKEN),
    Kind("wire", "a story in XML", lambda ends: _is_wire(ends) or _is_marked_up(ends), "wires.read_wire", (".nitf", ".xml"),
        "NITF, NewsML, and any other vocabulary: headline, byline, dateline, text, tables and captions; agency, place and day as given",
        by_name=True),
    Kind("json", "a story in JSON", _begins(_JSON), "stories.read_json", (),
        "ninjs, schema.org's NewsArticle, and what sites give: headline, byline, text; agency, place and day as given"),
    Kind("iptc7901", "a wire message in IPTC 7901", _begins(_IPTC_7901), "iptc7901.read_7901", (), _MESSAGE),
    Kind("anpa1312", "a wire message in ANPA 1312", _begins(_ANPA_1312), "anpa.read_1312", (), _MESSAGE),
    Kind("telex", "a telex message", _begins(_TELEX), "telex.read_telex", (),
        "headline, place and text between ZCZC and NNNN; the transmission lines are furniture"),
    Kind("mail", "an e-mail message", _is_mail, "mail.read_mail", (".eml",),
        "subject, sender, time and the main text; with a short reply, the message it answers; forwarded messages", by_name=True),
)  # fmt: skip
"""In the order in which bytes are held against them."""

KINDS = {kind.name: kind for kind in _TABLE}


def kind_of(data: bytes, name: str = "", media_type: str = "") -> str | None:
    """The kind of document that some bytes are; None for plain text, and for what is no document that can be opened.

    The bytes count more than the name: a Word document called `.txt` is one. Where the bytes are only text, the name and the media
    type tell.
    """
    ends = Ends(data[:LOOKED_AT], data[-LOOKED_AT:], old.directory(data, LOOKED_AT))
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
            f"what opens it is not fully installed ({error.name or 'a package is missing'}); install factcheck again"
        ) from error
    except (MemoryError, RecursionError):
        raise UnreadableError("it is damaged, or made to crash programs that read it") from None
    except Exception as error:
        raise UnreadableError(f"it is broken, or damaged ({type(error).__name__})") from error
