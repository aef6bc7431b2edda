"""What an index is kept in: SQLite on this machine, or a PostgreSQL database that many share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol


class Stamp(NamedTuple):
    """By what a case file is known again: when it was changed (nanoseconds), its bytes, and their SHA-256."""

    time: int
    size: int
    sha: str


class Entry(NamedTuple):
    """A claim in the index: what is told of it and what it is compared by (both JSON), and the words that it is found by."""

    record: str
    keys: str
    words: str


class Row(NamedTuple):
    """A claim that was found by words: the file of its case, what is told of it and what it is compared by."""

    case: Path
    record: str
    keys: str


class Store(Protocol):
    """Keeps the claims of one folder of cases, and maybe of others. A file is named by its name in the folder."""

    faults: tuple[type[Exception], ...]
    """What is raised when the index is broken or has no room, and is to be made anew."""

    def start_anew(self) -> None:
        """Go on with an index that is empty."""
        ...

    def alone(self) -> AbstractContextManager[bool]:
        """A time in which nobody else brings the same folder up to date; gives whether this one may."""
        ...

    def together(self) -> AbstractContextManager[object]:
        """Changes that are all made, or none of them."""
        ...

    def stamps(self) -> dict[str, Stamp]:
        """The files of the folder that are in the index."""
        ...

    def stamp(self, name: str, stamp: Stamp) -> None:
        """Take in that a file is now known so."""
        ...

    def put(self, name: str, entries: Iterable[Entry]) -> None:
        """Take in the claims of a file, in the place of those that are there."""
        ...

    def drop(self, name: str) -> None:
        """Forget a file and its claims."""
        ...

    def settle(self) -> None:
        """Make ready for searches after many changes."""
        ...

    def rarest(self, words: Sequence[str], most: int) -> list[str]:
        """So many of the words, those that stand in the fewest claims."""
        ...

    def rows(self, words: Sequence[str], most: int) -> Iterator[Row]:
        """The claims with any of the words, those with more and rarer ones first; words are letters and digits in lower case."""
        ...

    def close(self) -> None:
        """Close it."""
        ...
