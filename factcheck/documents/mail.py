"""E-mail: the text of a message, and its headers as where it comes from (RFC 5322, read by the standard library)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from factcheck.documents.pieces import Document, Form, Piece, UnreadableError, one_spaced
from factcheck.documents.webpage import read_webpage

PROVENANCE = ("From", "Sender", "Reply-To", "To", "Date", "Message-ID", "Authentication-Results")
"""The headers that tell where a message comes from, in the order in which they are kept above its text."""
_LONGEST = 500
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_EARLIER = re.compile(
    r"^(?:>? ?-{2,} ?(?:original|forwarded) message ?-{2,}|begin forwarded message:|_{10,}\s*\nfrom: |from: [^\n]*\n(?:sent|date): "
    r"|on [^\n]{5,120}(?:\n[^\n]{0,120})? wrote:$)",
    re.IGNORECASE | re.MULTILINE,
)
"""Where an earlier message begins: takes "-----Original Message-----", "On 5 Mar 2024, Tom Ward wrote:"; refuses "On Monday he wrote:"."""
_EARLIER_HTML = re.compile(
    r"<(?:div|blockquote)\b[^>]{0,400}(?:gmail_quote|type=\W?cite|divRplyFwdMsg|appendonsend|border-top:\s?solid #E1E1E1)", re.IGNORECASE
)
_A_MESSAGE = 15
"""Words above an earlier message from which on they are the message; below fewer, the earlier one is what was sent on."""
_HEADER_LINE = re.compile(r"(?:from|to|cc|sent|date|subject|reply-to):", re.IGNORECASE)
_GREETING = re.compile(r"(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))\b[^.!?\n]{0,40}[,!:]?", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"(?:(?:(?:with )?(?:kind|best|warm|many)(?:est)? )?(?:regards|wishes|thanks|cheers)|thank you|best"
    r"|yours (?:sincerely|faithfully|truly)|sent from my [^\n]{2,30}|you are receiving this [^\n]*)[,.! ]*(?:\w+)?",
    re.IGNORECASE,
)
"""How a message is signed off, as a line of its own: takes "Kind regards," and "Thanks, Ann"; refuses "Thanks to rain, the match"."""
_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")
_WRAPPED = 55
"""Characters of a line from which on it may have been wrapped."""


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
        pieces = tuple(piece for piece in _webpage(text) if piece.form is not Form.TITLE)
    else:
        pieces = tuple(_plain(text.replace("\r\n", "\n")))
    if not any(piece.form is not Form.FURNITURE for piece in pieces):
        raise UnreadableError("it is a message without text")
    subject, sender = _header(message, "subject"), _header(message, "from")
    headers = "\n".join(f"{name}: {value}" for name in PROVENANCE if (value := _header(message, name)[:_LONGEST]))
    above = ((Form.FURNITURE, headers), (Form.TITLE, subject))
    pieces = (*(Piece(form, words) for form, words in above if words), *pieces)
    return Document(pieces, subject or None, re.sub(r"\s*<[^>]*>$", "", sender).strip('" ') or None, published=_sent(message))


def _webpage(html: str) -> tuple[Piece, ...]:
    """The pieces of a message in HTML, without an earlier message below it, unless that is what was sent on."""
    pieces = read_webpage(html.encode("utf-8", "replace")).pieces
    found = _EARLIER_HTML.search(html)
    if found is not None:
        with suppress(UnreadableError):
            above = read_webpage(html[: found.start()].encode("utf-8", "replace")).pieces
            if sum(len(piece.words.split()) for piece in above) >= _A_MESSAGE:
                return above
    return pieces


def _plain(text: str) -> Iterator[Piece]:
    """The pieces of a message in plain text. What was quoted from an earlier one is left out, unless it is all that was sent."""
    text, _, _ = _cut(text, _SIGNATURE.search(text))
    above, mark, below = _cut(text, _EARLIER.search(text))
    if mark and len(_unquoted(above).split()) < _A_MESSAGE:
        yield from (Piece(Form.FURNITURE, words) for words in _paragraphs(above))
        below = re.sub(r"^> ?", "", mark + below, flags=re.MULTILINE)
        first, _, rest = below.lstrip("\n").partition("\n")
        yield Piece(Form.FURNITURE, one_spaced(first))
        lines = rest.lstrip("\n").split("\n")
        headed = next((n for n, line in enumerate(lines) if line.strip() and not _HEADER_LINE.match(line.strip())), len(lines))
        if headers := one_spaced(" ".join(lines[:headed])):
            yield Piece(Form.FURNITURE, headers)
        above, below = "\n".join(lines[headed:]), ""
    body = _unquoted(above) if _unquoted(above).strip() else re.sub(r"^\s*> ?", "", above, flags=re.MULTILINE)
    left = False
    for n, words in enumerate(_paragraphs(body)):
        left = left or (n > 0 and _SIGN_OFF.fullmatch(words) is not None)
        yield Piece(Form.FURNITURE if left or (n == 0 and _GREETING.fullmatch(words)) else Form.PARAGRAPH, words)
    yield from (Piece(Form.FURNITURE, words) for words in _paragraphs(mark + below if below else ""))


def _cut(text: str, found: re.Match[str] | None) -> tuple[str, str, str]:
    return (text, "", "") if found is None else (text[: found.start()], found[0], text[found.end() :])


def _unquoted(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))


def _paragraphs(text: str) -> Iterator[str]:
    """What stands between blank lines; items and other lines that were not wrapped stand by themselves."""
    for part in re.split(r"\n\s*\n", text):
        held = ""
        for line in part.split("\n"):
            wrapped = held.endswith(" ") or len(held.rpartition("\n")[2]) >= _WRAPPED or not line[:1].isupper()
            if held and (_ITEM.match(line) or not wrapped):
                yield one_spaced(held)
                held = line
            else:
                held = f"{held}\n{line}" if held else line
        if words := one_spaced(held):
            yield words


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
