"""What the widgets share that draw their own lines: styles by name, worked out once, and rows of styled text."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.workbench.themes import PAINT

Piece = tuple[str, tuple[str, ...]]
"""Text, already made visible, and the names of the styles it is painted in, the later over the earlier."""


Row = tuple[tuple[Piece, ...], tuple[str, ...]]
"""The pieces of a row, and the styles of what is left of it."""


class LineView(ScrollView, inherit_bindings=False):
    """A view that draws each row when it comes into sight, in the styles of `PAINT`, by their names.

    After a change, `repaint` paints only the rows that have become different, and nothing is laid out anew.
    """

    ALLOW_SELECT = False
    can_focus = True

    _styles: dict[tuple[str, ...], Style]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self._styles = {}
        self._painted: dict[int, object] = {}

    def row(self, y: int) -> Row | Strip:
        """What stands in a row, counted from the top of all there is to see; beyond the end, too."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One row as it is painted, counted from the top of the view."""
        row = self._painted[y] = self.row(y + self.scroll_offset.y)
        return row if isinstance(row, Strip) else self.strip_of(*row)

    def repaint(self) -> None:
        """Paint the rows that are not what was painted there last."""
        width, height = self.size
        for y in range(height):
            if self._painted.get(y) != self.row(y + self.scroll_offset.y):
                self.refresh(Region(0, y, width, 1))

    def set_rows(self, count: int) -> None:
        """Say how many rows there are to see."""
        height = self.container_size.height
        before, size = self.virtual_size, Size(self.scrollable_content_region.width, count)
        if (before.height > height) == (count > height) and height:
            self.set_reactive(LineView.virtual_size, size)  # the scroll bar comes or goes for nobody: nothing is laid out anew
            if count > height:
                self.vertical_scrollbar.window_virtual_size = count
            self.scroll_to(y=min(self.scroll_target_y, max(0, count - height)), animate=False, force=True)
        else:
            self.virtual_size = size

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        super().notify_style_update()
        self._styles = {}

    def style_of(self, names: tuple[str, ...]) -> Style:
        """The styles of the names, one over the other, over the view's own."""
        style = self._styles.get(names)
        if style is None:
            style = self.rich_style
            for name in names:
                style += PAINT[name].style(self.app.theme_variables)
            self._styles[names] = style
        return style

    def strip_of(self, pieces: Iterable[Piece], fill: tuple[str, ...] = ()) -> Strip:
        """One row of the view, cut and filled to its width."""
        segments, width = [], 0
        for text, names in pieces:
            segments.append(Segment(text, self.style_of(names)))
            width += cell_len(text)
        return Strip(segments, width).adjust_cell_length(self.size.width, self.style_of(fill))

    def keep_in_sight(self, top: int, bottom: int, margin: int = 2) -> None:
        """Scroll as little as shows the lines `top` to `bottom`, with a margin; the top wins when they do not fit."""
        height = self.scrollable_content_region.height
        at = round(self.scroll_target_y)
        margin = min(margin, max(0, (height - 1) // 2))
        low, high = bottom + margin - height + 1, max(0, top - margin)
        wanted = min(max(at, low), high)
        if wanted != at:
            self.scroll_to(y=wanted, animate=False, force=True)
