"""Everything about the chosen claim, in words."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

from factcheck.workbench.describe import details
from factcheck.workbench.keymap import sign
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import content_of
from factcheck.workbench.widgets.painter import LineView


class Details(LineView, can_focus=False):
    """Shows the chosen claim; scrolls back to its top when another is chosen."""

    _claim: str | None = None
    _words = Content()
    _strips: list[Strip] | None = None

    def show(self, session: Session) -> None:
        """Show the session as it stands now."""
        self._words = Content("\n").join(content_of(line) for line in details(session, sign("readings", self.app)))
        if session.view.chosen != self._claim:
            self._claim = session.view.chosen
            self.scroll_home(animate=False, force=True)
        self._wrap()
        self.repaint()

    def _wrap(self) -> list[Strip]:
        width = self.scrollable_content_region.width
        strips = Visual.to_strips(self, self._words, width, None, self.visual_style, apply_selection=False, pad=True) if width else []
        self._strips = strips
        self.set_rows(len(strips))
        return strips

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
