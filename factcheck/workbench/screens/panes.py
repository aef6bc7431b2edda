"""The panes of a case: what share of the screen each has, and one of them alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.workbench.preferences import prefer
from factcheck.workbench.screens.case import WIDE, CaseScreen
from factcheck.workbench.widgets.article import ROOM
from factcheck.workbench.widgets.bars import FilterBar
from factcheck.workbench.widgets.claims import ClaimList
from factcheck.workbench.widgets.details import Details

if TYPE_CHECKING:
    from textual.events import Resize

NARROWEST = 25
"""Per cent of the width below which neither the article nor what stands beside it goes."""

ALONE = {"claims": "the list", "details": "the details", "article": "the article"}
"""The panes that can be alone on the screen, by their ids, in the order in which one goes through them, and what each is called."""


class PanesScreen(CaseScreen):
    """The keys that change how the panes share the screen, and which of them has the keys."""

    def on_resize(self, _event: Resize) -> None:
        """Share the new width."""
        self._share_the_width()

    def _share_the_width(self) -> None:
        """Give the article its share where it stands beside the list, and what is alone the middle of a screen wider than its rows."""
        share = self._preferences.article if self.side_by_side and self.alone is None else None
        self._article.styles.width = share and f"{share}%"
        left = 0 if self.alone is None else max(0, (self.size.width - ROOM) // 2)
        for pane in (self._article, self.query_one(Details)):
            pane.styles.margin = (0, 0, 0, left)

    async def action_widen(self, by: int) -> None:
        """Give the article more of the width, or less, now and when the workbench is opened again."""
        if self.alone is not None:
            self.show(f"Only {ALONE[self.alone]} is shown; {self._sign('zoom')} shows all panes.")
            return
        if not self.side_by_side:
            self.show(f"The article is above the list here; from {WIDE} columns on it is beside it, and its width can be set.")
            return
        most = min(100 - NARROWEST, max(NARROWEST, -(-100 * ROOM // self.size.width)))
        share = max(NARROWEST, min(most, min(self._preferences.article, most) + by))
        self._preferences = replace(self._preferences, article=share)
        self._share_the_width()
        await asyncio.to_thread(prefer, article=share)
        self.call_after_refresh(self.show, f"The article has {share} % of the width.")

    def action_zoom(self) -> None:
        """The pane that has the keys alone on the screen, or all of them again."""
        self._put_alone(None if self.alone is not None else "article" if self._in_article else "claims")

    def _put_alone(self, pane: str | None) -> None:
        has_keys = self._article if "article" in (pane, self.alone if pane is None else None) else self.query_one(ClaimList)
        self.alone = pane
        self.set_class(pane is not None, "-alone")
        for name in ALONE:
            self.query_one(f"#{name}").display = pane in (None, name)
        self.query_one(FilterBar).display = pane in (None, "claims")
        self.query_one("#side").set_class(pane == "article", "-aside")
        self._share_the_width()
        if pane != "details":
            self.set_focus(has_keys)
        told = f"Only {ALONE[pane]}: {self._sign('side')} goes on to the next pane, {self._sign('zoom')} shows all." if pane else ""
        self.call_after_refresh(self.show, told)

    @property
    def _in_article(self) -> bool:
        return self.focused is self._article

    def go_into_article(self) -> None:
        """Give the article the keys; it is shown where another pane is alone."""
        if self.alone is not None and self.alone != "article":
            self._put_alone("article")
        self.set_focus(self._article)

    def action_switch_side(self) -> None:
        """From the claims to the article, or back; of panes that are alone, to the next."""
        if self.alone is not None:
            names = [*ALONE]
            self._put_alone(names[(names.index(self.alone) + 1) % len(names)])
        else:
            self.set_focus(self.query_one(ClaimList) if self._in_article else self._article)
            self._show_keys()

    def action_scroll_details(self, by: int) -> None:
        """Scroll the details."""
        self.query_one(Details).scroll_relative(y=by * 3, animate=False)
