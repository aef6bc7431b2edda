"""The history owns what was done in this session, in order, and what of it was taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from factcheck.workbench.edits import Step

FEWEST_FOR_PACE = 5
"""Decisions before a pace is told."""


class History:
    """Steps that stand, and steps that were taken back and can be done again. It changes no case: whoever asks does."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._began: datetime | None = None

    @property
    def done(self) -> Sequence[Step]:
        """The steps that stand, the newest last."""
        return self._done

    @property
    def undone(self) -> Sequence[Step]:
        """The steps that were taken back, the newest last."""
        return self._undone

    def add(self, step: Step) -> None:
        """A step was done; what was taken back before can be done again no more."""
        self._began = self._began or self._clock()
        self._done.append(step)
        self._undone.clear()

    def back(self, step: Step) -> None:
        """The newest step was taken back, as far as `step` goes; nothing of it is left to do again when that has no edits."""
        self._done.pop()
        if step.edits:
            self._undone.append(step)

    def on(self, step: Step) -> None:
        """The step that was taken back last stands again, as far as `step` goes."""
        self._undone.pop()
        if step.edits:
            self._done.append(step)

    def forget(self) -> None:
        """Nothing can be taken back or done again any more: its places are gone."""
        self._done.clear()
        self._undone.clear()

    @property
    def decisions(self) -> int:
        """How many steps of this session stand."""
        return len(self._done)

    @property
    def pace(self) -> int | None:
        """Decisions an hour since the first one of this session; None before there is enough to tell."""
        if self._began is None or len(self._done) < FEWEST_FOR_PACE:
            return None
        seconds = (self._clock() - self._began).total_seconds()
        return round(3600 * (len(self._done) - 1) / seconds) if seconds > 0 else None
