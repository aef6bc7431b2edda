"""What hangs on the words of a page: kept as signs among them until a block ends, then as places; and the notes behind their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urldefrag

from factcheck.documents.comments import MOST
from factcheck.documents.footnotes import Footnotes
from factcheck.documents.links import MOST_LINKS, note_words, web_address
from factcheck.documents.pieces import Beside, Hung, Piece

_FIRST, _LAST = 0x100000, 0x10FFFD
_SIGN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
"""Signs for what hangs on the words, from the last of Unicode's private planes: one for each place at which it begins or ends."""
_SHARES = re.compile(r"/(?:share|sharer|sharing|sharearticle|intent|submit|pin/create|send)\b[^?#]{0,60}\?", re.IGNORECASE)
"""The address at which a page is handed on: takes "https://post.example/share?url=…"; refuses "https://post.example/shares"."""


@dataclass(frozen=True)
class Hanging:
    """What hangs on the words `start` to `end` of a block: a link by its address, a note by its name."""

    start: int
    end: int
    hung: Hung
    told: str


@dataclass
class Hangings:
    """What hangs on the words of one page, by the numbers in its signs. `base` is the page's address, where that is known."""

    notes: Footnotes
    base: str | None = None
    _hung: list[tuple[Hung, str]] = field(default_factory=list)
    _links: dict[Any, str] = field(default_factory=dict)
    _begun: set[int] = field(default_factory=set)
    _counts: dict[Hung, int] = field(default_factory=lambda: dict.fromkeys(Hung, 0))

    def begins(self, link: Any) -> str:
        """The sign for where the words of a link begin; empty for what is no link to somewhere else."""
        address = web_address(link.get("href"), self.base)
        if address is None or _SHARES.search(address) or urldefrag(address)[0] == urldefrag(self.base or "")[0]:
            return ""
        sign = self._hang(Hung.LINK, address, MOST_LINKS)
        if sign:
            self._links[link] = sign
        return sign

    def ends(self, link: Any) -> str:
        """The sign for where the words of a link end."""
        return self._links.pop(link, "")

    def marks(self, node: Any) -> str:
        """The signs for the notes whose marks are in an element."""
        return "".join(self._hang(Hung.NOTE, self.notes.names[note], MOST) for note in self.notes.marked_in(node))

    def placed(self, words: str) -> tuple[str, tuple[Hanging, ...]]:
        """The words of a block without the signs, and what hangs on them."""
        if not _SIGN.search(words):
            return words, ()
        said, last, at = "", 0, dict[int, list[int]]()
        for found in _SIGN.finditer(words):
            said = _joined(said, words[last : found.start()])
            at.setdefault(ord(found[0]) - _FIRST, []).append(len(said))
            last = found.end()
        said = _joined(said, words[last:]).rstrip()
        return said, tuple(one for number, places in at.items() if (one := self._place(number, places, said)) is not None)

    def _hang(self, hung: Hung, told: str, most: int) -> str:
        if self._counts[hung] >= most:
            return ""
        self._counts[hung] += 1
        self._hung.append((hung, told))
        return chr(_FIRST + len(self._hung) - 1)

    def _place(self, number: int, places: Sequence[int], said: str) -> Hanging | None:
        hung, told = self._hung[number]
        if hung is Hung.NOTE:
            at = min(places[0], len(said))
            return Hanging(at, at, hung, told)
        goes_on = number in self._begun  # a link around several blocks
        self._begun.add(number)
        start = 0 if goes_on else places[0]
        end = min(places[-1] if goes_on or len(places) > 1 else len(said), len(said))
        inside = said[start:end]
        start, end = start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
        return Hanging(start, end, hung, told) if start < end else None


def without_places(text: str) -> str:
    """The text without the signs of what hangs on it."""
    return _SIGN.sub("", text)


def _joined(words: str, more: str) -> str:
    return words + (more.lstrip() if not words or words[-1].isspace() else more)


@dataclass(frozen=True)
class Told:
    """A piece of a page, what hangs on its words, and the name of the note that it is of."""

    piece: Piece
    hung: tuple[Hanging, ...] = ()
    note: str | None = None


def moved(hung: Iterable[Hanging], by: int, start: int, end: int) -> tuple[Hanging, ...]:
    """What hangs on the words `start` to `end` of a block, where these are moved by some characters."""
    return tuple(
        replace(one, start=max(one.start, start) + by, end=min(one.end, end) + by)
        for one in hung
        if max(one.start, start) < min(one.end, end) or (one.start == one.end and start <= one.start <= end)
    )


def with_notes(told: Sequence[Told]) -> tuple[tuple[Piece, ...], tuple[Beside, ...]]:
    """The pieces with each note behind the one in which its first mark stands, and what hangs on them, in the order of the text."""
    notes: dict[str, list[Told]] = {}
    for one in told:
        if one.note is not None:
            notes.setdefault(one.note, []).append(one)
    marked = {hanging.told for one in told for hanging in one.hung if hanging.hung is Hung.NOTE and one.note != hanging.told}
    order: list[Told] = []
    waiting = [one for one in reversed(told) if one.note not in marked]
    while waiting:
        order.append(waiting.pop())
        behind = [hanging.told for hanging in order[-1].hung if hanging.hung is Hung.NOTE]
        waiting += reversed([one for name in dict.fromkeys(behind) for one in notes.pop(name, ()) if name in marked])
    order += [one for name, left in notes.items() if name in marked for one in left]  # notes that only mark each other
    pieces = tuple(one.piece for one in order)
    links = {
        number: sorted(
            (_beside(number, hanging, hanging.told) for hanging in one.hung if hanging.hung is Hung.LINK), key=lambda at: at.start
        )
        for number, one in enumerate(order)
    }
    numbers: dict[str, list[int]] = {}
    for number, one in enumerate(order):
        if one.note is not None:
            numbers.setdefault(one.note, []).append(number)
    words = {name: note_words(found, pieces, links) for name, found in numbers.items()}
    marks = (
        _beside(number, hanging, words.get(hanging.told, "")) for number, one in enumerate(order) for hanging in one.hung
        if hanging.hung is Hung.NOTE
    )  # fmt: skip
    beside = [*(link for found in links.values() for link in found), *(mark for mark in marks if mark.words)]
    return pieces, tuple(sorted(beside, key=lambda one: (one.piece, one.start, one.end)))


def _beside(number: int, hanging: Hanging, words: str) -> Beside:
    return Beside(number, hanging.start, hanging.end, "", words, hung=hanging.hung)
