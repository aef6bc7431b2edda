"""A list of lines of which one is chosen, for menus and for the lists of flags and cases."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message

from factcheck.workbench.fit import cut, wrap
from factcheck.workbench.widgets.painter import LineView, Piece, Row


class Choices(LineView):
    """Draws lines of styled pieces. Posts `Taken` when one is clicked a second time."""

    class Taken(Message):
        """The chosen line was clicked."""

    class Moved(Message):
        """Another line was chosen."""

    def __init__(self, empty: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._lines: Sequence[Sequence[Piece]] = ()
        self._empty = empty
        self.at = 0
        self.let_go = False
        """Whether none is chosen, until the reader moves: the line that was is not there any more."""

    def show(self, lines: Sequence[Sequence[Piece]]) -> None:
        """Draw these lines, with the choice where it was."""
        self._lines = lines
        self.set_rows(len(lines))
        self.move(0)

    def move(self, by: int) -> None:
        """Choose another line; where none is chosen, the one that stands where it was, or before that."""
        if self.let_go and by:
            self.let_go, by = False, by - (by > 0)
        self.at = max(0, min(len(self._lines) - 1, self.at + by))
        self.keep_in_sight(self.at, self.at, 1)
        self.post_message(self.Moved())
        self.repaint()

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the choice in sight."""
        self.keep_in_sight(self.at, self.at, 1)

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the mouse, or take it when it is chosen."""
        row = event.y + self.scroll_offset.y
        if row == self.at and event.chain > 1 and not self.let_go:
            self.post_message(self.Taken())
        elif 0 <= row < len(self._lines):
            self.let_go = False
            self.move(row - self.at)

    def row(self, y: int) -> Row:
        """One line."""
        if y >= len(self._lines):
            rows = wrap(self._empty, self.size.width - 2, 3) if not self._lines else []
            return ((f" {rows[y]}" if y < len(rows) else "", ("plain",)),), ()
        here = ("here",) if y == self.at and not self.let_go else ()
        pieces: list[Piece] = [("▶ " if here else "  ", ("gutter", *here))]
        room = self.size.width - 2
        for text, names in self._lines[y]:
            fitting = cut(text, room)
            room -= cell_len(fitting)
            pieces.append((fitting, (*names, *here)))
            if fitting != text:
                break
        return tuple(pieces), here
