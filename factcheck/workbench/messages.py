"""What the widgets tell the screen they are on."""

from __future__ import annotations

from textual.message import Message


class Pointed(Message):
    """The reader clicked on a place of the article (`again` when on the same place as before)."""

    def __init__(self, offset: int, *, again: bool = False) -> None:
        super().__init__()
        self.offset = offset
        self.again = again


class Picked(Message):
    """The reader picked a claim in the list."""

    def __init__(self, claim: str) -> None:
        super().__init__()
        self.claim = claim


class Dragged(Message):
    """The reader has dragged over words of the article, which are marked now."""


class Ended(Message):
    """There is nobody left at the terminal, or the program was told to end."""
