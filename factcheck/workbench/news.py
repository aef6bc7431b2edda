"""The news of a sitting: what others have done to the case while it was open. It stays in sight until there was time to read it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.workbench.others import Deed, taken_out, told
from factcheck.workbench.view import View

READING = 4.0
"""Seconds for which news stands there at least, whatever is pressed meanwhile: two lines are read in that time."""


@dataclass(frozen=True)
class Told:
    """One thing that was told, when, and the claim that it is about, if it is about one."""

    at: datetime
    words: str
    claim: str | None = None
    kept: bool = False
    """Whether the case itself keeps it, so that it may be of another day."""


class News:
    """What was told, the newest last. `told` keeps all of it; `unread` is what still stands on the screen."""

    def __init__(self, view: View, clock: Callable[[], datetime]) -> None:
        self._view = view
        self._clock = clock
        self.told: list[Told] = []
        self._deeds: list[Deed] = []
        self._newest = 0  # how many of them came last
        self._rest: list[str] = []
        self._left = READING
        self._since = 0.0

    def add(self, deeds: Sequence[Deed], rest: Iterable[str] = ()) -> bool:
        """What others did, and whole sentences besides. False when there is nothing to tell."""
        rest = [words for words in rest if words]
        if not (deeds or rest):
            return False
        now, reader = self._clock(), self._view.reader
        self.told += [Told(now, told([deed], reader), deed.claim.id if deed.claim else None) for deed in deeds]
        self.told += [Told(now, words) for words in rest]
        self._deeds += deeds
        self._newest = len(deeds) or self._newest
        self._rest = list(dict.fromkeys([*self._rest, *rest]))
        self._left = READING
        self.begin()
        return True

    @property
    def unread(self) -> str:
        """What there was no time to read yet, in a few sentences; what came last comes first."""
        reader, at = self._view.reader, len(self._deeds) - self._newest
        earlier = told(self._deeds[:at], reader)
        return " ".join(filter(None, (told(self._deeds[at:], reader), *self._rest, earlier and f"Earlier: {earlier}")))

    @property
    def removed(self) -> list[Told]:
        """The claims that somebody took out, as the case keeps them, but for those told already; the newest first."""
        known = {one.claim for one in self.told}
        left = sorted((one for one in self._view.case.removals if one.claim not in known), key=lambda one: one.at, reverse=True)
        return [Told(one.at, taken_out(one, self._view.reader), one.claim, kept=True) for one in left]

    def begin(self) -> None:
        """It comes into sight now."""
        self._since = time.monotonic()

    def cover(self) -> None:
        """It is in sight no more, until it comes into sight again."""
        self._left -= max(0.0, time.monotonic() - self._since)
        self._since = math.inf

    def read(self) -> None:
        """All of it is read."""
        self._deeds, self._rest, self._newest = [], [], 0

    def go_on(self) -> None:
        """The reader does something else: what has been in sight for long enough is read."""
        if time.monotonic() - self._since >= min(self._left, READING):
            self.read()
