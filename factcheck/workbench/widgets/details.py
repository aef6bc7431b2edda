"""Everything about the chosen claim, in words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

from factcheck.workbench.describe import Line, details
from factcheck.workbench.keymap import sign
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import content_of
from factcheck.workbench.widgets.painter import LineView

LABEL = 9
"""Cells of a label that what is told stands clear of."""

NARROWEST = 30
"""Cells from which on there is room for that."""


class Details(LineView, can_focus=False):
    """Shows the chosen claim; scrolls back to its top when another is chosen."""

    _claim: str | None = None
    _lines: Sequence[Line] = ()
    _strips: list[Strip] | None = None

    def show(self, session: Session) -> None:
        """Show the session as it stands now."""
        self._lines = details(session, sign("readings", self.app))
        if session.view.chosen != self._claim:
            self._claim = session.view.chosen
            self.scroll_home(animate=False, force=True)
        self._wrap()
        self.repaint()

    def _wrap(self) -> list[Strip]:
        width = self.scrollable_content_region.width
        strips = [strip for line in self._lines for strip in self._hung(line, width)] if width else []
        self._strips = strips
        self.set_rows(len(strips))
        return strips

    def _hung(self, line: Line, width: int) -> list[Strip]:
        """One line in rows; what is told under a label stands clear of it in each of them."""
        (label, style), *rest = line
        hang = cell_len(label)
        if style != "label" or hang != LABEL or width < NARROWEST:
            return self._rows(content_of(line), width)
        rows = self._rows(content_of(rest), width - hang)
        firsts = [*self._rows(content_of([(label, style)]), hang), *[Strip.blank(hang, self.rich_style)] * len(rows)]
        return [Strip.join((first, row)) for first, row in zip(firsts, rows, strict=False)]

    def _rows(self, words: Content, width: int) -> list[Strip]:
        return Visual.to_strips(self, words, width, None, self.visual_style, apply_selection=False, pad=True)

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap to the new width."""
        self._wrap()

    def notify_style_update(self) -> None:
        """Forget the colours when the theme changes."""
        super().notify_style_update()
        self._strips = None

    def row(self, y: int) -> Strip:
        """One row of the words."""
        strips = self._wrap() if self._strips is None else self._strips
        return strips[y] if y < len(strips) else Strip.blank(self.size.width, self.rich_style)
