"""Everything about the chosen claim, in words."""

from __future__ import annotations

from factcheck.workbench.describe import details
from factcheck.workbench.keymap import sign
from factcheck.workbench.session import Session
from factcheck.workbench.widgets.told import Told


class Details(Told):
    """Shows the chosen claim; scrolls back to its top when another is chosen."""

    _claim: str | None = None

    def show(self, session: Session, *, listed: bool = False) -> None:
        """Show the session as it stands now; with `listed`, without what the list says of the claim."""
        if session.view.chosen != self._claim:
            self._claim = session.view.chosen
            self.screen.clear_selection()
            self.scroll_home(animate=False, force=True)
        self.tell(details(session, sign("readings", self.app), listed=listed))
