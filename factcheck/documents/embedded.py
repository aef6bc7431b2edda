"""Documents that are embedded in others, opened by what reads such ones."""

from __future__ import annotations

from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, one_spaced


def opened(data: bytes, name: str) -> Document | None:
    """The document in some bytes, by its name in the one around it; None for what cannot be read."""
    from factcheck.documents.hypertext import read_fragment
    from factcheck.documents.kinds import kind_of, open_document
    from factcheck.documents.word import read_embedded

    kind = kind_of(data, name)
    readers = {"html": read_fragment, "docx": read_embedded, None: _plain}
    try:
        return readers[kind](data) if kind in readers else open_document(data, kind or "")
    except UnreadableError:
        return None


def _plain(data: bytes) -> Document:
    """A text, a paragraph a line. Raises UnreadableError for what is none."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if min(text, default="\t") < "\t":  # controls that no text has
        raise UnreadableError("it is no text")
    return Document(tuple(Piece(Form.PARAGRAPH, words) for line in text.splitlines() if (words := one_spaced(line))))
