"""Lines about something: what wraps stands clear of its label, no row is too long to read, and words can be dragged over to be copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from factcheck.workbench.describe import Line
from factcheck.workbench.widgets.bars import content_of
from factcheck.workbench.widgets.painter import LineView

LABEL = 10
"""Cells of the longest label or sign that what is told stands clear of."""

HANG = 2
"""Cells by which the other rows of a line stand in, where it begins with no label."""

NARROWEST = 30
"""Cells from which on there is room for that."""

WIDEST = 100
"""Cells of a row at most: longer rows are hard to read."""


@dataclass(frozen=True)
class _Row:
    """A row as it is painted. `begins` is whether a line begins with it, `hang` how many cells of it are no words of the line."""

    strip: Strip
    begins: bool
    hang: int
    painted: Strip = field(default_factory=lambda: Strip.blank(0))


class Told(LineView, can_focus=False):
    """Shows lines; scrolls."""

    ALLOW_SELECT = True

    _lines: tuple[Line, ...] = ()
    _rows: list[_Row] | None = None
    _blank = Strip.blank(0)

    def tell(self, lines: Iterable[Line]) -> None:
        """Show these lines."""
        self._lines = tuple(lines)
        self._wrap()
        self.repaint()

    def _wrap(self) -> list[_Row]:
        width = min(WIDEST, self.scrollable_content_region.width - 1)  # clear of the scroll bar
        whole, style = self.size.width, self.rich_style
        found = [row for line in self._lines for row in self._hung(line, width)] if width > 0 else []
        rows = [replace(row, painted=row.strip.adjust_cell_length(whole, style).apply_offsets(0, y)) for y, row in enumerate(found)]
        self._rows, self._blank = rows, Strip.blank(whole, style)
        self.set_rows(len(rows))
        return rows

    def _hung(self, line: Line, width: int) -> Iterator[_Row]:
        """One line in rows."""
        first = cell_len(line[0][0]) if line else 0
        if len(line) < 2 or width < NARROWEST:
            yield from (_Row(strip, not i, 0) for i, strip in enumerate(self._set(line, width)))
        elif first <= LABEL:
            words = self._set(line[1:], width - first)
            margins = [*self._set(line[:1], first), *[Strip.blank(first, self.rich_style)] * len(words)]
            pairs = zip(margins, words, strict=False)
            yield from (_Row(Strip.join(pair), not i, first if i else 0) for i, pair in enumerate(pairs))
        else:
            margin = Strip.blank(HANG, self.rich_style)
            for i, strip in enumerate(self._set(line, width - HANG)):
                yield _Row(Strip.join((margin, strip)) if i else strip, not i, HANG if i else 0)

    def _set(self, line: Line, width: int) -> list[Strip]:
        words: Content = content_of(line)
        return Visual.to_strips(self, words, width, None, self.visual_style, apply_selection=False, pad=True)

    @property
    def _rows_now(self) -> list[_Row]:
        return self._wrap() if self._rows is None else self._rows

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap to the new width."""
        self._wrap()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the colours when the theme changes."""
        super().notify_style_update()
        self._rows = None

    def row(self, y: int) -> Strip:
        """One row of the words, with what is dragged over in it lit."""
        rows = self._rows_now
        if y >= len(rows):
            return self._blank
        strip = rows[y].painted
        span = self.text_selection.get_span(y) if self.text_selection is not None else None
        if span is not None:
            start, end = span
            before, lit, after = strip.divide([start, rows[y].strip.cell_length if end < 0 else end, strip.cell_length])
            strip = Strip.join((before, lit.apply_style(self.screen.get_component_rich_style("screen--selection")), after))
        return strip

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - Textual gives it
        """Paint what is dragged over."""
        self.repaint()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words that are dragged over: those of a line on one line, whatever rows it stands in."""
        told = ""
        for y, row in enumerate(self._rows_now):
            span = selection.get_span(y)
            if span is not None:
                start, end = span
                text = row.strip.text[max(start, row.hang) : None if end < 0 else end].rstrip()
                told += text if not told else f"\n{text}" if row.begins else f" {text}"
        return told, "\n"
