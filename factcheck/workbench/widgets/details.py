"""Everything about the chosen claim, in words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.workbench.describe import details
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.bars import content_of


class Details(VerticalScroll, can_focus=False):
    """Shows the chosen claim; scrolls back to its top when another is chosen."""

    _claim: str | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="about")

    def show(self, session: Session) -> None:
        """Show the session as it stands now."""
        if session.chosen != self._claim:
            self._claim = session.chosen
            self.scroll_home(animate=False)
        self.query_one("#about", Static).update(Content("\n").join(content_of(line) for line in details(session)))
