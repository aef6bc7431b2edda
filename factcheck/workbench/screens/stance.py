"""Asks by one key what a source does to a claim."""

from __future__ import annotations

from textual.app import ComposeResult

from factcheck.model import Evidence, Stance
from factcheck.workbench.keys import STANCES
from factcheck.workbench.screens.base import KeyedModal
from factcheck.workbench.widgets.bars import About


class StanceQuestion(KeyedModal[Stance | None]):
    """Shows a source with its note, and gives the stance whose letter is pressed; None when it is left."""

    TABLE = STANCES

    def __init__(self, item: Evidence) -> None:
        super().__init__("How does this source bear on the claim?")
        self._item = item

    def body(self) -> ComposeResult:
        """The source, where in it, and what the writer noted."""
        item = self._item
        facts = (item.title or item.source, item.url, item.locator, item.quote and f"“{item.quote}”", item.note)
        yield from (About(fact) for fact in facts if fact)

    def action_take(self, stance: str) -> None:
        """Close with a stance."""
        self.dismiss(Stance(stance))
