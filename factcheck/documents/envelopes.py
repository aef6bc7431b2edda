"""What the text wires' messages have in common: control characters around the text, lines for machines, a story between them.

A message's envelope is kept as furniture: it says how the story was sent, and to whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, one_spaced
from factcheck.documents.said import something

_CONTROLS = dict.fromkeys((*range(8), *range(11, 32), 127), " ") | {8: "\t", 14: "", 15: ""}
"""Spaces for control characters; a tab for the sign of columns, and nothing for SO and SI, which shift between letters and figures."""
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\d()]{1,50}?)(?:, [^\W\d_]{3,9}\.? \d{1,2})? "
    r"(?:\((?P<agency>[^()\d]{2,30})\) ?[-–—_.:]|\((?P<caps>[A-Z]{2,6})\) (?=[\"“A-Z]))"
)
"""A dateline at the head of a story: takes "Westport (exa) - " and "WESTPORT, March 3 (EXA) The"."""
_ZONES = {"E": -5, "C": -6, "M": -7, "P": -8}
"""Hours from UTC of the standard times that American wires go by, by their first letters."""
_PIVOT = 70
"""A year of two digits below it is in the 2000s, from it on in the 1900s (POSIX strptime has 69)."""
_LONGEST_SIGN_OFF = 6
_INITIALLED = re.compile(
    r"(?:[A-Z]{2,10} )?(?:[A-Z]{1,4}/[A-Z]{1,4}|\d{1,2}-\d{1,2}/[A-Z]{2,4}"
    r"|[a-z]{2,4}(?:/[a-z]{2,4}){1,3}(?: \d{6})?)|[A-Z]\d{1,3}-[A-Z]{2,4}"
)
"""A sign-off by initials or a desk's number, whoever the agency is: takes "EXA JHS/PT", "EXA jr/tw 091633", "2-12/ROM" and "Y12-KVR",
refuses "AC/DC PLAY".
"""


def decoded(data: bytes) -> str:
    """The text of a message, with its control characters: in UTF-8 if it is that, else in Windows-1252; line ends are `\\n`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain(text: str) -> str:
    """The text with spaces for its control characters, tabs for the signs of columns, and nothing for those of shifts."""
    return text.translate(_CONTROLS)


def messages(parts: Iterable[str]) -> tuple[str, list[Left]]:
    """The first message that says something, and the others: stories of their own. Raises UnreadableError when there is none."""
    said = [part for part in parts if one_spaced(plain(part))]
    if not said:
        raise UnreadableError("it has no words in it")
    return said[0], [Left(one_spaced(plain(part)), Reason.ANOTHER) for part in said[1:]]


def around(*lines: str) -> Iterator[Piece]:
    """Lines of the envelope."""
    return (Piece(Form.FURNITURE, words, why=Reason.ENVELOPE) for line in lines if (words := one_spaced(plain(line))))


def unsigned(text: str, agency: str | None) -> tuple[str, list[str]]:
    """The text without the lines at its end that are only an agency's name and initials, by which a desk signs; and those lines."""
    lines, signature = text.rstrip().split("\n"), []
    while lines and (is_signature(lines[-1], agency) or not lines[-1].strip()):
        signature.append(lines.pop())
    return "\n".join(lines), signature[::-1]


def is_signature(line: str, agency: str | None) -> bool:
    """Whether a line is an agency's name and the initials of its desk, or only such initials."""
    words = line.split()
    if _INITIALLED.fullmatch(" ".join(words)):
        return True
    begins = agency is not None and bool(words) and words[0].casefold() == agency.casefold()
    return (
        begins
        and len(words) <= _LONGEST_SIGN_OFF
        and all(len(word) <= 5 and word.replace("/", "").isalnum() and word[0].isalpha() for word in words)
    )


def sent(found: re.Match[str] | None) -> datetime | None:
    """When a message was sent, from groups `day`, `hour`, `minute`, `zone`, `month` (its number or its English name) and `year`."""
    if found is None:
        return None
    month = found["month"].casefold()
    number = int(month) if month.isdigit() else _months().get(month)
    try:
        year = int(found["year"])
        when = datetime(year + (2000 if year < _PIVOT else 1900), number or 0, int(found["day"]), int(found["hour"]), int(found["minute"]))  # noqa: DTZ001 - the zone follows
    except ValueError:
        return None
    return when if found["zone"] is None else when.replace(tzinfo=_zone(found["zone"]))


def _zone(name: str) -> timezone | None:
    if name in ("GMT", "UTC", "Z"):
        return UTC
    hours = _ZONES.get(name[0]) if name[1:] in ("ST", "DT") else None
    return timezone(timedelta(hours=hours + (name[1] == "D"))) if hours is not None else None


@cache
def _months() -> dict[str, int]:
    from factcheck.language.calendar import MONTH_OF

    return MONTH_OF


def story(pieces: Sequence[Piece], agency: str | None, when: datetime | None, others: Sequence[Left]) -> Document:
    """The document of a message. Raises UnreadableError when nothing in it is told."""
    if not any(piece.form is not Form.FURNITURE for piece in pieces):
        raise UnreadableError("it has no text besides the details of its transmission")
    title = next((piece.words for piece in pieces if piece.form is Form.TITLE), None)
    opening = next((found for piece in pieces if piece.form is Form.PARAGRAPH and (found := _DATELINE.match(piece.words))), None)
    located = something(opening["place"]) if opening else None
    written = (opening["agency"] or opening["caps"]) if opening else None
    if agency and written and agency.casefold() == written.casefold():
        agency = written
    return Document(
        tuple(pieces),
        title,
        agency=something(agency, written),
        where=located,
        published=when,
        left=tuple(others),
    )
