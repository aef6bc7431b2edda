"""E-mail: the text of a message, and its headers as where it comes from (RFC 5322, read by the standard library)."""

from __future__ import annotations

import quopri
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from factcheck.documents.charsets import text_of
from factcheck.documents.flowed import unflowed
from factcheck.documents.markup import shown, tree_of
from factcheck.documents.messages import Line, plain_lines, points, told_apart
from factcheck.documents.names import in_order
from factcheck.documents.pagefacts import facts_of
from factcheck.documents.pagehung import Hanging
from factcheck.documents.pieces import Beside, Document, Form, Hung, Left, Piece, Reason, UnreadableError, one_spaced
from factcheck.documents.signs import without_signs
from factcheck.documents.times import told_moment
from factcheck.documents.webpage import declared

PROVENANCE = ("From", "Sender", "Reply-To", "To", "Cc", "Date", "Message-ID", "Authentication-Results")
"""The headers that tell where a message comes from, in the order in which they are kept above its text."""
_LONGEST = 500
_DEEP = 20
"""How deep parts of a message may lie in others."""
_BEFORE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:>?From [^\r\n]{0,200}\r?\n)?")
"""What may stand before the headers: blank lines, and the line with which a mailbox parts its messages (RFC 4155)."""
_SENT_ON = re.compile(r"(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
_ANSWER = re.compile(r"(?:re|aw|sv|antw)\s*:(?!\s*(?:fwd?|wg|tr|rv)\s*:)", re.IGNORECASE)
"""What says that a message answers another one: takes "Re: Fares", refuses "RE: FW: Fares" and "Fares"."""
_TAGS = re.compile(
    r"(?:\s*(?:(?:re|aw|sv|antw|rif|fwd?|wg|tr|rv)(?:\[\d{1,3}\])?\s?:|\[(?:ext|external|external email|spam|bulk)\]:?))+\s*(?=\S)",
    re.IGNORECASE,
)
"""What mail programs and servers put before a subject: takes "Fwd: RE: ", "[EXTERNAL] ", refuses "Re-opening"."""
_SLUG = re.compile(
    r"(?:(?:my|the|your|new|our|final|revised|corrected|today's|tomorrow's) )?"
    r"(?:copy|story|stories|draft|article|piece|feature|filing|(?:press |news |media )?releases?|press notice|news|text)\b"
    r"(?:\s(?:for|on|about|from|re|attached)\b[^.!?]{0,60}|\s?[:–—-]\s?\S{1,30}(?: \S{1,30}){0,2})?",
    re.IGNORECASE,
)
"""A subject that only says that copy comes: takes "Press release", "Copy for Friday", "Story: harbour fees"; refuses "Storylines" and
"Press release: Harbour fees to rise in April".
"""
_HEADLINE = (4, 20)
"""Words of a headline in a message, at least and at most."""
_MORE = 1.15
"""How many times the words of the plain part the other one has, to be the one that is read."""
_SHARED = 0.9
"""The share of the other part's words that the plain one has, to be read in its place all the same."""
_QUOTING = re.compile(
    r"gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|OutlookMessageHeader|protonmail_quote|zmail_extra|divRplyFwdMsg|appendonsend"
)
"""Classes and ids that mail programs give to what they quote."""
_ALL_BELOW = re.compile(r"divRplyFwdMsg|appendonsend|OutlookMessageHeader")
_RULED = re.compile(r"border-top:\s?solid #(?:E1E1E1|B5C4DF)", re.IGNORECASE)
_BROKEN_OFF = re.compile(rb"=[ \t]{1,80}(?=\r?\n)")
_QUOTED_PRINTABLE = re.compile(rb"=(?:[89A-F][0-9A-F]|20|3D)")


@dataclass
class _Parts:
    """What a message is made of: its texts as lines, and what came with it."""

    lines: list[Line] = field(default_factory=list)
    links: dict[str, list[Hanging]] = field(default_factory=dict)
    """The links in what stands together in HTML, by its words."""
    left: list[Left] = field(default_factory=list)
    messages: list[EmailMessage] = field(default_factory=list)
    unread: list[EmailMessage] = field(default_factory=list)
    language: str | None = None


def read_mail(data: bytes) -> Document:
    """A message: its subject, who sent it and when, and its text below its headers. Raises UnreadableError when it has none."""
    before = _BEFORE.match(data)
    data, of_a_box = data[before.end() :] if before else data, before is not None and b"From " in before[0]
    message = message_from_bytes(re.sub(rb"(?m)^>(?=From )", b"", data) if of_a_box else data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"]):
        raise UnreadableError("it is no e-mail message after all")
    return _document(message)


def _document(message: EmailMessage, deep: int = 0) -> Document:
    parts = _Parts()
    parts.lines = _lines(message, parts)
    if not parts.lines and parts.unread:  # the text came as files
        parts.lines = [line for part in parts.unread if part.get_content_maintype() == "text" for line in _text(part, parts)]
    subject, sender = _header(message, "subject"), _name(_header(message, "from"))
    answers = _ANSWER.match(subject) is not None
    told = told_apart(
        [line for line in parts.lines if line.why is None], sender or "", sent_on=_SENT_ON.match(subject) is not None, answers=answers
    )
    body = told.pieces
    sent: date | datetime | None = _sent(message)
    left = [*parts.left, *(Left(line.words, line.why) for line in parts.lines if line.why is not None)]
    headers = "\n".join(f"{name}: {value}" for name in PROVENANCE if (value := _header(message, name)[:_LONGEST]))
    above = [Piece(Form.FURNITURE, headers, why=Reason.ENVELOPE)] if headers else []
    if all(piece.form is Form.FURNITURE or points(piece.words) for piece in body) and parts.messages and deep < _DEEP:
        within = _document(parts.messages[0], deep + 1)
        left += _others(parts.messages[1:], deep)
        sent_with = [Piece(Form.FURNITURE, words, why=Reason.ENVELOPE) for words in (subject, *(piece.words for piece in body)) if words]
        beside = tuple(replace(one, piece=one.piece + len(above) + len(sent_with)) for one in within.beside)
        return replace(within, pieces=(*above, *sent_with, *within.pieces), beside=beside, left=(*left, *within.left))
    if all(piece.form is Form.FURNITURE for piece in body):
        if not body or any(one.why is Reason.ATTACHED for one in left):
            raise UnreadableError(_no_words(left))
        answered = any(piece.why is not Reason.EARLIER for piece in body)
        body = [piece if answered and piece.why is Reason.EARLIER else replace(piece, form=Form.PARAGRAPH, why=None) for piece in body]
    left += _others(parts.messages, deep)
    if told.headers:
        if inner := told.header("subject"):
            rest = _TAGS.sub("", subject, count=1)
            outer = subject.removesuffix(rest).strip() if rest.casefold() == inner.casefold() else subject
            above += [Piece(Form.FURNITURE, outer, why=Reason.ENVELOPE)] if outer else []
            subject = inner
        sender = _name(told.header("from"))
        sent = told_moment(told.header("sent", "date")) or sent
    if tags := _TAGS.match(subject):
        above, subject = [*above, Piece(Form.FURNITURE, tags[0].strip(), why=Reason.ENVELOPE)], subject[tags.end() :]
    if subject and _SLUG.fullmatch(subject) and (n := _headline(body)) is not None:
        above = [*above, Piece(Form.FURNITURE, subject, why=Reason.ENVELOPE)]
        subject, body = body[n].words, [*body[:n], *body[n + 1 :]]
    pieces = (*above, *([Piece(Form.TITLE, subject)] if subject else []), *body)
    links = [(number, one) for number, piece in enumerate(pieces) for one in parts.links.pop(piece.words, ())]
    beside = tuple(Beside(number, one.start, one.end, "", one.told, hung=one.hung) for number, one in links)
    return Document(pieces, subject or None, sender, published=sent, language=parts.language, beside=beside, left=tuple(left))


def _headline(body: Sequence[Piece]) -> int | None:
    """Which piece of a message is plainly the headline of the text that it brings: the first that is no furniture, above a paragraph."""
    told = [n for n, piece in enumerate(body) if piece.form is not Form.FURNITURE]
    if len(told) < 2:
        return None
    first, following = body[told[0]].words, body[told[1]].words
    is_line = _HEADLINE[0] <= len(first.split()) <= _HEADLINE[1] and first[-1] not in ".!?:;," and not first[0].islower()
    return told[0] if is_line and len(following.split()) > _HEADLINE[0] and following.rstrip("\"”'’)")[-1:] == "." else None


def _others(messages: Sequence[EmailMessage], deep: int) -> Iterator[Left]:
    """What other messages say that came in the same one."""
    for message in messages:
        try:
            if words := _document(message, deep + 1).text if deep < _DEEP else "":
                yield Left(words, Reason.ANOTHER)
        except UnreadableError:
            if subject := _header(message, "subject"):
                yield Left(subject, Reason.ATTACHED)


def _no_words(left: Sequence[Left]) -> str:
    attached = [one.words for one in left if one.why is Reason.ATTACHED]
    if any(name.lower() == "winmail.dat" for name in attached):
        return "its text is in winmail.dat, which only Outlook opens; ask the sender for plain text"
    return f"it has no text besides what is attached ({', '.join(attached)[:200]})" if attached else "it has no words in it"


def _lines(part: EmailMessage, parts: _Parts, deep: int = 0) -> list[Line]:
    """The lines of a part and of those in it; what is not read is noted in `parts`."""
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        parts.messages += [one for one in part.get_payload() if isinstance(one, EmailMessage)]
        return []
    if part.is_multipart():
        if deep >= _DEEP:
            return []
        made = [(_kind(one), _lines(one, parts, deep + 1)) for one in part.get_payload() if isinstance(one, EmailMessage)]
        told = [(kind, lines) for kind, lines in made if any(line.why is None for line in lines)]
        plain = [lines for kind, lines in told if kind == "plain"]
        other = [lines for kind, lines in told if kind != "plain"]
        if plain and other and (part.get_content_subtype() == "alternative" or _say_the_same(plain[0], other[0])):
            return _fuller([line for lines in plain for line in lines], other[-1])
        return [line for _, lines in told for line in lines]
    name = _file_name(part)
    if part.get_content_maintype() == "multipart":  # it says that it has parts, and not where they begin
        return plain_lines(text_of(_payload(part), part.get_content_charset()).replace("\r\n", "\n"))
    if part.get_content_disposition() == "attachment" or part.get_content_type() not in ("text/plain", "text/html"):
        if name:
            parts.left.append(Left(name, Reason.ATTACHED))
        parts.unread.append(part)
        return []
    return _text(part, parts)


def _kind(part: EmailMessage) -> str:
    return part.get_content_subtype() if part.get_content_maintype() == "text" else "other"


def _counted(lines: Sequence[Line]) -> Counter[str]:
    return Counter(word for line in lines if line.why is None for word in re.findall(r"\w+", line.words.casefold()))


def _say_the_same(one: Sequence[Line], two: Sequence[Line]) -> bool:
    first, second = _counted(one), _counted(two)
    return (first & second).total() > _SHARED * min(first.total(), second.total())


def _fuller(plain: list[Line], other: list[Line]) -> list[Line]:
    """Of two parts that are to say the same the plain one, unless it says less: a stub that points to the other, or half of it."""
    first, second = _counted(plain), _counted(other)
    if second.total() <= _MORE * first.total() or (first & second).total() >= _SHARED * second.total():
        return plain
    more = first - second
    stub = [replace(line, why=Reason.ENVELOPE) for line in plain if line.why is None and any(word in more for word in _counted([line]))]
    return [*other, *stub]


def _text(part: EmailMessage, parts: _Parts) -> list[Line]:
    data, charset = _payload(part), part.get_content_charset()
    if part.get_content_subtype() == "html":
        return _html_lines(text_of(data, charset or declared(data)), parts)
    text = text_of(data, charset).replace("\r\n", "\n").replace("\r", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unflowed(text, joined=str(part.get_param("delsp", "")).lower() == "yes")
    return plain_lines(text)


def _payload(part: EmailMessage) -> bytes:
    """The bytes of a part, where it is encoded otherwise than it says, too."""
    raw: object = part.get_payload()
    says = str(part.get("content-transfer-encoding", "")).strip().lower()
    if says == "quoted-printable" and isinstance(raw, str) and raw.isascii():
        return quopri.decodestring(_BROKEN_OFF.sub(b"=", raw.encode("ascii")))
    decoded: object = part.get_payload(decode=True)
    data = decoded if isinstance(decoded, bytes) else b""
    if says != "base64" and re.search(rb"=\r?\n", data) and _QUOTED_PRINTABLE.search(data):
        return quopri.decodestring(data)
    return data


def _html_lines(markup: str, parts: _Parts) -> list[Line]:
    """The lines of a message in HTML, all of which is its text, with what mail programs quote as earlier."""
    if not markup.strip():
        return []
    try:
        tree = tree_of(without_signs(markup))
    except UnreadableError:
        return []
    parts.language = parts.language or facts_of(tree, None).language
    below = False

    def region(node: Any) -> Reason | None:
        nonlocal below
        named = f"{node.get('class') or ''} {node.get('id') or ''}"
        below = below or _ALL_BELOW.search(named) is not None or _RULED.search(node.get("style") or "") is not None
        cited = node.tag == "blockquote" and (node.get("type") or "").lower() == "cite"
        return Reason.EARLIER if below or cited or _QUOTING.search(named) else None

    found = []
    for block in shown(tree, region).blocks:
        earlier = block.why is Reason.EARLIER
        form = Form.HEADING if block.form is Form.TITLE else block.form
        found.append(Line(block.words, form, earlier=earlier, why=None if earlier else block.why))
        if links := [one for one in block.hung if one.hung is Hung.LINK]:
            parts.links[block.words] = links
    return found


def _file_name(part: EmailMessage) -> str:
    try:
        return _words(part.get_filename() or "")
    except (ValueError, TypeError, LookupError, AttributeError):  # a header that the standard library trips over
        return ""


def _header(message: EmailMessage, name: str) -> str:
    """What a header says, in whatever charset it is, whether it says so or not."""
    value = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if value.isascii() and "=?" not in value:
        with suppress(ValueError, IndexError, AttributeError):  # a header that the standard library trips over
            return one_spaced(str(message[name] or ""))
    return _words(value)


def _words(value: str) -> str:
    value = re.sub(r"\r?\n", "", value)
    if not value.isascii():
        value = text_of(value.encode("utf-8", "surrogateescape"), None)
    try:
        return one_spaced("".join(_decoded_words(value)))
    except (HeaderParseError, ValueError, LookupError):
        return one_spaced(value)


def _decoded_words(value: str) -> Iterator[str]:
    for words, charset in decode_header(value) if "=?" in value else [(value, None)]:
        yield words if isinstance(words, str) else text_of(words, charset) if charset else words.decode("raw-unicode-escape", "replace")


def _name(sender: str) -> str | None:
    """The name in the words of a sender, in its usual order; none where there is but an address."""
    name = re.sub(r"\s*<[^<>]*>\s*$", "", sender).strip("\"' ")
    name = re.sub(r"\s+via\s.{1,80}$", "", name).strip("\"' ")
    name = in_order(name)
    return name if name and "@" not in name else None


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "date")) if message["date"] else None
    except (ValueError, TypeError, IndexError):
        return None
