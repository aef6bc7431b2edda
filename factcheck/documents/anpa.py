"""Messages in ANPA 1312, the American newspapers' Wire Service Transmission Guidelines.

SOH, service and number; priority, category, format, version and keyword, day, word count; STX; lines that begin with `^` and end in `<`
(flush left) or `=` (centred), paragraphs behind a tab; ETX, where and when it was sent. Files often lack the control characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from factcheck.documents.envelopes import around, decoded, is_signature, messages, plain, sent, story
from factcheck.documents.pieces import Document, Form, Piece, Reason, one_spaced
from factcheck.documents.typed import typed

_HEADER = re.compile(r"\s*[a-z] [a-z] {0,5}[a-z]{2}-{1,2}\S.{0,80}?\s\d\d-\d\d(?:\s{1,4}\d{1,5})?\s*", re.IGNORECASE)
"""The line before the text: takes "r i BC-AS--Harbour-Fees 2ndLd-Writethru   03-26 0412"."""
_SLUG = re.compile(r"[A-Za-z]{2}-[A-Z-]{0,8}\S")
"""A keyword with its cycle, "BC-AS--Harbour Fees, 2nd Ld-Writethru,416"."""
_SELECTOR = re.compile(r"\*\d{3,5}< ?\^?")
"""A code of whom a story is for, before its keyword: takes "*9006< ^"."""
_TIME = re.compile(
    r"(?P<agency>[A-Z]{2,5})-(?:[A-Z]{2}-)?(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<hour>\d\d)(?P<minute>\d\d) ?(?P<zone>[A-Z]{3})?"
)
"""Where and when it was sent: takes "AP-WF-05-09-17 0056GMT" and "APTV-05-09-17 0056GMT"."""
_TO_EDITORS = re.compile(r"\(?(?:Eds?[:.]|EDITOR|[A-Z]{2,5} (?:Photos?|Video|Graphic)\b|HFR\b|EMBARGO|ADVISORY)")
"""What is said to editors above a story: takes "(Eds: With photos.)" and "EXA Photo WPT101"."""
_BYLINE = re.compile(r"By [^\W\d_]", re.IGNORECASE)
_COLUMNS = re.compile(r"\S {2,}\S|\t")
_CELLS = 3
"""Signs that part columns, in a row, at the least."""
_WORDS = 3
"""Words that a headline has at least."""


def read_1312(data: bytes) -> Document:
    """The story of a message. Raises UnreadableError when there is none."""
    message, others = messages(decoded(data).split("\x01"))
    lines = [plain(line) for line in re.sub("[\x02\x03]", "\n", message).replace("``", "“").replace("''", "”").split("\n")]
    begin = next((n + 1 for n, line in enumerate(lines[:8]) if _HEADER.fullmatch(line)), 0)
    end = next((n for n in range(len(lines) - 1, max(begin, len(lines) - 12), -1) if _TIME.search(lines[n])), len(lines))
    records = list(_records(lines[begin:end]))
    marked = list(takewhile(lambda record: record[0].startswith("^"), records))
    body = records[len(marked) :]
    if not marked and _opens_flush_left(body):
        marked, body = list(_flush_left(body[0])), body[1:]
    rows = next((n for n, record in enumerate(marked) if n > 0 and any(map(_is_row, record))), None if body else 2)
    signed = next((n + 1 for n, record in enumerate(marked) if _BYLINE.match(_words(record))), None)
    if rows is not None:
        rows = signed if signed is not None and signed < rows and any(map(_is_row, marked[rows])) else rows
        marked, body = marked[:rows], [*marked[rows:], *body]
    time = _TIME.search(lines[end]) if end < len(lines) else None
    agency = time["agency"] if time else None
    signature = list(takewhile(lambda record: is_signature(_words(record), agency), reversed(body)))[::-1]
    body = body[: len(body) - len(signature)]
    told = [*_above(marked, _said(body).casefold()), *_told(body), *around(*map(_words, signature))]
    return story([*around(*lines[:begin]), *told, *around(*lines[end:])], agency, sent(time), others)


def _records(lines: Sequence[str]) -> Iterator[list[str]]:
    """Paragraphs: a line that begins with `^`, a tab or spaces begins one, and a blank line ends it."""
    held: list[str] = []
    for line in lines:
        if held and (not line.strip() or line.startswith(("^", "\t", "   "))):
            yield held
            held = []
        if line.strip(" \t^<"):
            held.append(line)
    if held:
        yield held


def _opens_flush_left(records: Sequence[Sequence[str]]) -> bool:
    """Whether several lines at the margin stand above paragraphs that are indented, in a file that lacks the signs for both."""
    return len(records) > 1 and len(records[0]) > 1 and not records[0][0][0].isspace() and records[1][0][0].isspace()


def _flush_left(lines: Sequence[str]) -> Iterator[list[str]]:
    """What such lines say, each by itself but where one goes on in small letters."""
    held: list[str] = []
    for line in lines:
        if held and not line[0].islower():
            yield held
            held = []
        held.append(line)
    yield held


def _words(record: Sequence[str]) -> str:
    return one_spaced(" ".join(record)).lstrip("^").rstrip("<= ").strip()


def _said(records: Sequence[Sequence[str]]) -> str:
    return one_spaced(" ".join(map(_words, records)))


def _above(records: Sequence[Sequence[str]], story: str) -> Iterator[Piece]:
    """The pieces above a story: slug, headline, what is said to editors, what the story comes to, byline and who that is."""
    is_titled = is_signed = False
    for n, record in enumerate(records):
        words = _words(record)
        if not words:
            continue
        if (n == 0 and _SLUG.match(_SELECTOR.sub("", words))) or _TO_EDITORS.match(words):
            yield Piece(Form.FURNITURE, words, why=Reason.ENVELOPE)
        elif _BYLINE.match(words) or (is_signed and record[-1].rstrip().endswith("=")):
            is_signed = True
            yield Piece(Form.BYLINE, words)
        elif not is_titled and len(words.split()) >= _WORDS:
            is_titled = True
            yield Piece(Form.TITLE, words)
        elif words.casefold() in story:
            yield Piece(Form.FURNITURE, words, why=Reason.REPEATED)
        else:
            yield Piece(Form.PARAGRAPH, words)


def _told(records: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """The pieces of a story: paragraphs, and lines for tables, which stand by themselves."""
    table: list[str] = []
    for record in records:
        if record[0].startswith("^"):
            table += (line.lstrip("^").rstrip("<= ") for line in record)
            continue
        yield from _tabled(table)
        table = []
        if words := _words(record):
            yield Piece(Form.PARAGRAPH, words)
    yield from _tabled(table)


def _is_row(line: str) -> bool:
    """Whether a line has columns: wide gaps, or the signs that part them."""
    return _COLUMNS.search(line.strip()) is not None or line.count(";") >= _CELLS


def _cells(line: str) -> tuple[Form, str]:
    """A line of a table whose columns signs part, as a row; any other line of it as it is."""
    cells = [one_spaced(cell) for cell in line.split(";")]
    return (Form.ROW, "\t".join(cells)) if len(cells) > _CELLS else (Form.ITEM, one_spaced(line))


def _tabled(lines: Sequence[str]) -> Iterator[Piece]:
    """Lines that stand by themselves: the rows of a table, or a list where none of them has columns."""
    if any(";" in line for line in lines if _is_row(line)):
        yield from (Piece(*_cells(line)) for line in lines if line.strip())
    elif any(map(_is_row, lines)):
        yield from typed("\n".join(lines))
    else:
        yield from (Piece(Form.ITEM, words) for line in lines if (words := one_spaced(line)))
