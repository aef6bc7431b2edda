"""Documents that are embedded in others, opened by what reads such ones."""

from __future__ import annotations

from email import message_from_bytes, policy

from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, one_spaced

_PACKED = (".mht", ".mhtml")


def opened(data: bytes, name: str) -> Document | None:
    """The document in some bytes, by its name in the one around it; None for what cannot be read."""
    from factcheck.documents.hypertext import read_fragment
    from factcheck.documents.kinds import kind_of, open_document
    from factcheck.documents.word import read_embedded

    readers = {"html": read_fragment, "docx": read_embedded, None: _plain}
    try:
        data = _page_in(data) if name.lower().endswith(_PACKED) else data
        kind = kind_of(data, name)
        if kind is None and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):  # a page without its head
            kind = "html"
        return readers[kind](data) if kind in readers else open_document(data, kind or "")
    except (UnreadableError, LookupError):  # a message may name a character set that nobody has
        return None


def _page_in(data: bytes) -> bytes:
    """The page in what is packed as a message is (RFC 2557)."""
    page = message_from_bytes(data, policy=policy.default).get_body(("html",))
    return str(page.get_content()).encode("utf-8", "replace") if page is not None else b""


def _plain(data: bytes) -> Document:
    """A text, a paragraph a line. Raises UnreadableError for what is none."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if min(text, default="\0") < "\t":  # controls that no text has
        raise UnreadableError("it is no text")
    return Document(tuple(Piece(Form.PARAGRAPH, words) for line in text.splitlines() if (words := one_spaced(line))))
