"""E-mail: the text of a message, and its headers as where it comes from (RFC 5322, read by the standard library)."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, one_spaced
from factcheck.documents.webpage import read_webpage

PROVENANCE = ("From", "Sender", "Reply-To", "To", "Date", "Message-ID", "Authentication-Results")
"""The headers that tell where a message comes from, in the order in which they are kept above its text."""
_LONGEST = 500
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


def read_mail(data: bytes) -> Document:
    """A message: its subject, who sent it and when, and its text below its headers. Raises UnreadableError when it has none."""
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"]):
        raise UnreadableError("it is no e-mail message after all")
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise UnreadableError("it is a message without text")
    try:
        text = body.get_content()
    except (LookupError, ValueError, AssertionError) as error:
        raise UnreadableError("it is a message whose text is damaged") from error
    if body.get_content_subtype() == "html":
        pieces = tuple(piece for piece in read_webpage(text.encode("utf-8", "replace")).pieces if piece.form is not Form.TITLE)
    else:
        pieces = tuple(_paragraphs(_SIGNATURE.split(text.replace("\r\n", "\n"))[0]))
    if not pieces:
        raise UnreadableError("it is a message without text")
    subject, sender = _header(message, "subject"), _header(message, "from")
    headers = "\n".join(f"{name}: {value}" for name in PROVENANCE if (value := _header(message, name)[:_LONGEST]))
    above = ((Form.FURNITURE, headers), (Form.TITLE, subject))
    pieces = (*(Piece(form, words) for form, words in above if words), *pieces)
    return Document(pieces, subject or None, re.sub(r"\s*<[^>]*>$", "", sender).strip('" ') or None, published=_sent(message))


def _paragraphs(text: str) -> list[Piece]:
    """Paragraphs are what stands between blank lines; quoted lines of earlier messages are left out."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(">")]
    return [Piece(Form.PARAGRAPH, words) for part in re.split(r"\n\s*\n", "\n".join(lines)) if (words := one_spaced(part))]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return one_spaced(str(message[name] or ""))
    except (ValueError, IndexError, AttributeError):  # a header that the standard library trips over
        return ""


def _sent(message: EmailMessage):  # type: ignore[no-untyped-def]  # a moment, or None
    try:
        return parsedate_to_datetime(str(message["date"])) if message["date"] else None
    except (ValueError, TypeError, IndexError):
        return None
