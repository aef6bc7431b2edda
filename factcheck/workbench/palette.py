"""The command palette, made from the table of keys of the screen that it is opened on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider

from factcheck.workbench.keymap import in_force
from factcheck.workbench.keys import APP, Key


class KeyCommands(Provider):
    """Everything that the keys of the screen do, by name."""

    def _commands(self) -> Iterator[tuple[Key, str, Callable[[], Awaitable[bool]]]]:
        table: tuple[Key, ...] = getattr(self.screen, "TABLE", ())
        for key in in_force((*table, *APP), self.app):
            if key.id != "palette":
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
        for key, words, run in self._commands():
            score = max(matcher.match(words), matcher.match(key.name))
            if score > 0:
                yield Hit(score, matcher.highlight(words), run)
