"""A named pattern together with strings that it takes and refuses; the tests hold every shape to its own examples."""

from __future__ import annotations

import re
from typing import ClassVar


class Shape:
    """A compiled pattern that knows what it is for: `takes` and `refuses` are its documentation and its test.

    `anywhere` says that it is looked for in the middle of texts too, and not only at a place.
    """

    all: ClassVar[list[Shape]] = []

    def __init__(
        self, name: str, pattern: str, *, takes: tuple[str, ...], refuses: tuple[str, ...], flags: int = 0, anywhere: bool = False
    ) -> None:
        self.name = name
        self.anywhere = anywhere
        self.takes = takes
        self.refuses = refuses
        self.regex = re.compile(pattern, flags)
        self.all.append(self)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at `start`, never reading past `end`."""
        return self.regex.match(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match between `start` and `end`."""
        return self.regex.search(text, start, len(text) if end is None else end)
