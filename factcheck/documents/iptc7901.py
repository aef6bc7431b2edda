"""Messages in IPTC 7901, The IPTC Recommended Message Format, by which most agencies outside America sent text.

SOH, source and number, priority, category, word count, service; keywords between strokes; STX, the headline and the byline, of which the
last ends in `=`, the story, ETX; day and time; EOT. Files often lack the control characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.documents.envelopes import around, decoded, messages, plain, sent, story, unsigned
from factcheck.documents.pieces import Document, Form, Piece, Reason, one_spaced
from factcheck.documents.typed import typed

_HEADER = re.compile(r"\s*[A-Za-z]{2,5}[ -]?\d{2,5}(?: {1,3}\w{1,5}){3}(?: {1,3}(?P<service>[A-Za-z]{2,5})\b)?")
"""The first line: takes "exa0105 4 s 120  exa 099"."""
_TIME = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?(?P<zone>GMT|UTC|Z)? ?[A-Z]{0,4} "
    r"(?P<month>[A-Za-z]{3})[a-z]{0,6}\.? (?:20)?(?P<year>\d\d)"
)
"""When it was sent: takes "031015 GMT Mar 26"."""
_TIME_IN_NUMBERS = re.compile(
    r"(?P<day>\d\d)-(?P<month>[A-Z]{3})-(?:20)?(?P<year>\d\d) (?P<hour>\d\d):(?P<minute>\d\d) ?(?P<zone>GMT|UTC|Z)?\s{0,3}(?:NNNN)?\s*\Z"
)
"""The same at the very end, as it is in Italy: takes "20-JAN-26 14:05 NNNN"."""
_NOTEBOOK = re.compile(
    r"\n#{0,2} ?(?:Notebook|Editorial contacts|Note to editors)\n|\nThe following information is not (?:intended )?for publication"
)
"""Where what is for editors begins."""
_KEYWORDS = re.compile(r"[A-Za-z]{2}-\S{2,40}(?: \d\d-\d\d)?(?: \d{2,5})?")
"""Keywords as American wires give them, with the day and the count of words: takes "bc-Harbour-Fees 11-03 0214"."""
_BYLINE = re.compile(r"By [^\W\d_]", re.IGNORECASE)
_WRAPPED = 45
"""How long a line of a headline is that goes on in the next one; lines have at most 69 characters."""
_LONGEST_HEADING = 6
_LABEL = 3
"""Words that a line in capitals, in brackets or of keywords has at most which says what kind of message it is, above the headline."""


def read_7901(data: bytes) -> Document:
    """The story of a message. Raises UnreadableError when there is none."""
    message, others = messages(decoded(data).split("\x01"))
    header, _, rest = message.lstrip().partition("\n")
    found = _HEADER.match(plain(header))
    if found is None:
        header, rest = "", message
    service = found["service"] if found is not None else None
    above, text, below = _parts(rest)
    heading, _, body = text.strip("\n").partition("\n\n")
    if _KEYWORDS.fullmatch(one_spaced(plain(heading))):
        above = f"{above}\n{heading}"
        heading, _, body = body.lstrip("\n").partition("\n\n")
    if not _is_heading(heading.split("\n")):
        heading, body = "", f"{heading}\n\n{body}"
    notes = _NOTEBOOK.search(body)
    body, notebook = (body[: notes.start()], body[notes.start() :]) if notes else (body, "")
    body, signature = unsigned(plain(body), service)
    if service and (signed := re.search(rf"(?<=[.!?\"”])\s{{1,9}}(?i:{re.escape(service)})(?: [a-z]{{2,3}}){{1,6}}\s*\Z", body)):
        body, signature = body[: signed.start()], [signed[0].strip(), *signature]
    told = [*_headings(heading.split("\n")), *typed(body), *around(*signature)]
    envelope = [*around(header, *above.split("\n")), *told, *around(*notebook.split("\n"), *below.split("\n"))]
    return story(envelope, service, sent(_TIME.search(plain(below)) or _TIME_IN_NUMBERS.search(plain(below))), others)


def _parts(rest: str) -> tuple[str, str, str]:
    """What stands above the text, the text, and what stands below it."""
    above, start, text = rest.partition("\x02")
    if not start:
        lines = rest.split("\n")
        keywords = next((n for n, line in enumerate(lines) if line.strip()), 0)
        keywords += bool(lines[keywords : keywords + 1]) and lines[keywords].rstrip().endswith("/")
        above, text = "\n".join(lines[:keywords]), "\n".join(lines[keywords:])
    text, end, below = text.partition("\x03")
    if plain(text).strip() and (stamp := _TIME_IN_NUMBERS.search(plain(text), max(0, len(text) - 60))):
        # Signs of shifts are not counted in the plain text, so its place is not this one's.
        at = text.rfind(stamp["day"] + "-" + stamp["month"])
        text, below = text[:at], text[at:] + below
    elif not end:
        times = list(_TIME.finditer(text, max(0, len(text) - 200)))
        if times and not plain(text[times[-1].end() :]).strip():
            text, below = text[: times[-1].start()], text[times[-1].start() :]
    return above, text, below


def _is_heading(lines: Sequence[str]) -> bool:
    """Whether the first block of a text is its headline: it is marked so, or no line of it is a sentence."""
    return any(line.rstrip().endswith("=") for line in lines) or (
        len(lines) <= _LONGEST_HEADING and not any(line.rstrip().endswith((".", '."', ",")) for line in lines)
    )


def _headings(lines: Sequence[str]) -> Iterator[Piece]:
    """The pieces of a heading: what kind of message it is, headline, byline."""
    held: list[str] = []
    form = Form.TITLE
    words = [one_spaced(plain(line).rstrip(" =")) for line in lines]
    words = [line for line in words if line]
    for n, line in enumerate(words):
        is_label = (line.isupper() or line.startswith("(") or line.endswith("/")) and len(line.split()) <= _LABEL and n + 1 < len(words)
        if (is_label or (_KEYWORDS.fullmatch(line) and n + 1 < len(words))) and form is Form.TITLE and not held:
            yield Piece(Form.FURNITURE, line, why=Reason.ENVELOPE)
            continue
        is_byline = _BYLINE.match(line) is not None and n > 0
        if held and (is_byline or len(held[-1]) < _WRAPPED):
            yield Piece(form, one_spaced(" ".join(held)))
            held, form = [], Form.HEADING
        held.append(line)
        if is_byline:
            yield Piece(Form.BYLINE, line)
            held = []
    if held:
        yield Piece(form, one_spaced(" ".join(held)))
