"""The addresses of links in documents: which of them are kept, and how the fields of word processors hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from factcheck.documents.comments import LONGEST, Edge
from factcheck.documents.pieces import Beside, Piece, one_spaced

if TYPE_CHECKING:
    from factcheck.documents.flow import Flow

LONGEST_ADDRESS = 2_000
"""Characters of an address; what is longer is none that a person could look up."""
MOST_LINKS = 2_000
"""Links that are kept of one document."""

_UNWRITTEN = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Controls, which are no part of an address, and which browsers drop out of one (WHATWG URL, section 4.1)."""
_HYPERLINK = re.compile(r'\s{0,20}HYPERLINK\s{1,20}(?:"(?P<quoted>[^"]{1,2000})"|(?P<plain>[^\s"\\]\S{0,1999}))', re.IGNORECASE)
"""The field of a link: takes `HYPERLINK "https://a.example/b" \\o "Tip"`; refuses `HYPERLINK \\l "top"`, which stays in the document."""
_WITHIN = re.compile(r'\s\\{1,2}l\s{1,20}"([^"]{1,300})"')
"""The place that a link leads to in what its address names: takes ` \\l "page=3"`."""


def web_address(address: str | None, base: str | None = None) -> str | None:
    """An address on the web that is absolute, or is by the address `base` of where it stands; None for every other."""
    said = _UNWRITTEN.sub("", address or "").strip()
    if not said or len(said) > LONGEST_ADDRESS:
        return None
    try:
        whole = urljoin(base, said) if base else said
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.netloc and len(whole) <= LONGEST_ADDRESS else None


def within(address: str | None, place: str) -> str | None:
    """An address with the place in what it names, where one is told."""
    return f"{address}#{place}" if address and place and "#" not in address else address


def address_in_field(instructions: str) -> str | None:
    """The address on the web that the instructions of a field lead to; None where they do not."""
    found = _HYPERLINK.match(instructions)
    if found is None:
        return None
    place = _WITHIN.search(instructions, found.end())
    return web_address(within(found["quoted"] or found["plain"], place[1] if place else ""))


def note_words(numbers: Sequence[int], pieces: Sequence[Piece], links: Mapping[int, Sequence[Beside]]) -> str:
    """The words of a note, by the numbers of its pieces; behind linked words stands the address, where the words do not give it themselves.

    `links` are those of each piece, in its order. Of a very long note the words are its beginning.
    """
    told: list[str] = []
    room = LONGEST
    for number in numbers:
        words, at = pieces[number].words, 0
        for link in links.get(number, ()):
            if link.words not in words:
                told.append(f"{words[at : link.end]} <{link.words}>")
                at = link.end
        told.append(words[at:] + " ")
        room -= len(words)
        if room < 0:
            break
    return one_spaced("".join(told))[:LONGEST]


@dataclass
class _Field:
    in_code: bool = True
    code: str = ""
    link: Edge | None = None


class Fields:
    """The fields of a Word document around the words that are read: of each come its instructions, then what is shown for them."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def in_code(self) -> bool:
        """Whether the words are instructions of a field."""
        return any(field.in_code for field in self._open)

    def instruct(self, words: str) -> None:
        """Take in instructions."""
        if self._open and len(self._open[-1].code) <= LONGEST_ADDRESS:
            self._open[-1].code += words

    def turn(self, kind: str, flow: Flow) -> Iterator[Edge]:
        """A field begins, is parted from what is shown for it, or ends: where linked words do."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            field = self._open[-1]
            field.in_code, field.link = False, flow.link(address_in_field(field.code))
            yield from [field.link] if field.link is not None else ()
        elif kind == "end" and self._open and (link := self._open.pop().link) is not None:
            yield link.end

    def end_paragraph(self) -> None:
        """Instructions do not go on in another paragraph, what is shown may."""
        self._open = [field for field in self._open if not field.in_code]
