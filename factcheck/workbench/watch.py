"""Watches a file that others may change: a glance twice a second, in a thread that waits in between and keeps nobody from leaving."""

from __future__ import annotations

import threading
from collections.abc import Callable

SECONDS = 0.5
"""Between two glances. One asks the disk for the file's size and time, nothing else, which works on a network share too."""


class Watch:
    """Calls `tell`, from its thread, once for each state in which somebody else has left the file.

    `glance` gives None while the file is as it was left here, else something that is the same as long as the file is. What changes between
    two glances is not told yet: a file that is just being written is no news.
    """

    def __init__(self, glance: Callable[[], object], tell: Callable[[], object], seconds: float = SECONDS) -> None:
        self._glance = glance
        self._tell = tell
        self._seconds = seconds
        self._over = threading.Event()

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._watch, daemon=True, name="watch").start()

    def stop(self) -> None:
        """Look no more, from the next glance on."""
        self._over.set()

    def _watch(self) -> None:
        last = told = None
        while not self._over.wait(self._seconds):
            now = self._glance()
            if now is None:
                told = None
            elif now == last and now != told and not self._over.is_set():
                told = now
                self._tell()
            last = now
