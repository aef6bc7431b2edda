"""The command palette, made from the table of keys of the screen that it is opened on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider

from factcheck.workbench.keymap import in_force
from factcheck.workbench.keys import APP, Key
from factcheck.workbench.matching import fitting
from factcheck.workbench.synonyms import SYNONYMS

_PALETTE_HAS_NO = {"palette", "count", "number"}
"""Short names of what one types rather than looks for."""


class KeyCommands(Provider):
    """Everything that the keys of the screen do, by name."""

    def _commands(self) -> Iterator[tuple[Key, str, Callable[[], Awaitable[bool]]]]:
        table: tuple[Key, ...] = getattr(self.screen, "TABLE", ())
        for key in in_force((*table, *APP), self.app):
            if key.name not in _PALETTE_HAS_NO:
                yield key, f"{key.help} ({key.shown})", self._runner(key)

    def _runner(self, key: Key) -> Callable[[], Awaitable[bool]]:
        return lambda: self.app.run_action(key.action, self.screen)

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for _key, words, run in self._commands():
            yield DiscoveryHit(words, run)

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        found = fitting(query, ((one, names_of(one[0])) for one in self._commands()))
        for i, (_key, words, run) in enumerate(found):
            yield Hit(1 - i / len(found) / 2, matcher.highlight(words), run)


def names_of(key: Key) -> tuple[str, ...]:
    """What one would look for a key by: its short name, other words for it, and what it does."""
    return (key.name, *SYNONYMS.get(key.id, ()), key.help)
