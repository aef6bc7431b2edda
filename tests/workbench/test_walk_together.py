"""A long walk of two people over all keys, on one file: both see the same, nothing undone returns, and nothing else is gone."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile, load, with_orphans
from factcheck.casefile.keys import LISTS
from factcheck.casefile.tables import claim_table
from factcheck.model import Case
from factcheck.workbench.screens.review import ReviewScreen
from tests.builders import ferry_case
from tests.workbench.conftest import NOW, Desk
from tests.workbench.ledger import Ledger
from tests.workbench.seats import Seat, seat

Step = tuple[Sequence[str], ...]
"""Keys pressed one after the other; what begins with a quotation mark is typed."""

DECIDING: tuple[Step, ...] = tuple((key,) for key in ("v", "d", "x", "u", "o", "V", "D", "full_stop", "semicolon", "exclamation_mark"))
WRITING: tuple[Step, ...] = (
    ("e", "“call", "tab", "r", "enter"), ("e", "“https://example.org/a", "enter"), ("n", "“note", "enter"), ("a", "“why", "enter"),
    ("c", "“words", "enter"), ("n", "“draft", "escape"), ("at", "“The clerk", "tab", "tab", "“yes", "enter"),
    ("number_sign", "n", "“@Ann see", "enter"), ("number_sign", "a", "“done", "enter"), ("number_sign", "d"), ("number_sign", "delete"),
    ("number_sign", "z"),
)  # fmt: skip
CHANGING: tuple[Step, ...] = (
    ("plus", "enter", "“more", "enter"), ("plus", "delete"), ("plus", "j", "delete"), ("plus", "a", "“because", "enter"),
    ("plus", "j", "equals_sign", "r"), ("plus", "z"), ("H", "x"), ("F", "d", "“seen", "enter"), ("F", "t", "d"), ("F", "c"), ("F", "z"),
    ("C", "1"), ("C", "2"), ("C", "z"), ("L", "enter"), ("L", "delete"), ("L", "z"),
)  # fmt: skip
SHAPING: tuple[Step, ...] = (
    ("delete",), ("M",), ("r", "“Other words", "enter"), ("w", "“Ruth Okafor", "enter"), ("w", "ctrl+u", "enter"), ("m", "“2021", "enter"),
    ("R", "2"), ("tab", "right", "right", "right", "S", "tab"), ("tab", "b", "right", "right", "right", "N", "tab"),
    ("tab", "b", "right", "right", "W", "tab"), ("tab", "b", "right", "right", "P", "“no claim", "enter", "tab"),
)  # fmt: skip
SEVERAL: tuple[Step, ...] = (
    ("minus", "j", "j", "v"),
    ("minus", "j"),
    ("asterisk", "d"),
    ("asterisk",),
    ("ampersand",),
    ("underscore",),
    ("s",),
)
GOING: tuple[Step, ...] = (
    *((key,) for key in ("j", "k", "space", "f", "i", "p", "g", "G", "enter", "escape", "comma", "quotation_mark", "pagedown")),
    ("l", "2"), ("l", "1"), ("slash", "“ferry", "enter"), ("3", "j"), ("colon", "“4", "enter"),
)  # fmt: skip
UNDOING: tuple[Step, ...] = (("z",), ("z",), ("z", "z", "z"), ("Z",))
KINDS: tuple[tuple[Sequence[Step], int], ...] = (
    (DECIDING, 4), (WRITING, 3), (CHANGING, 3), (SHAPING, 3), (SEVERAL, 2), (GOING, 5), (UNDOING, 5),
)  # fmt: skip


class Walk:
    """Ann and Ben, and the ledger of what should be in their case."""

    def __init__(self, people: Sequence[Seat], path: Path, case: Case, seed: int) -> None:
        self.people = people
        self.path = path
        self.ledger = Ledger(case)
        self.rng = random.Random(seed)  # noqa: S311 - the same walk every time

    async def step(self) -> None:
        """One of them does something; now and then before the other's last has been seen."""
        person = self.rng.choice(self.people)
        kinds, weights = zip(*KINDS, strict=True)
        keys = self.rng.choice(self.rng.choices(kinds, weights)[0])
        for key in keys:
            await self._press(person, str(key))
        while not isinstance(person.desk.app.screen, ReviewScreen):
            await self._press(person, "escape")
        if self.rng.random() < 0.7:
            await self.meet()

    async def _press(self, person: Seat, key: str) -> None:
        session = person.desk.session
        before, steps = person.case, list(session.history.done)
        await person.do(lambda d: d.paste(key[1:]) if key.startswith("“") else d.press(key))
        gone, _ = self.ledger.note(person.desk.session.view.reader.name, before, person.case)
        for step in steps[len(session.history.done) :]:
            self.ledger.undone(step, gone)
        assert person.desk.review.keeper.trouble is None
        _holds_together(person.desk)

    async def meet(self) -> None:
        """Both look: both see what is in the file, and that is what was done, without what was taken back."""
        for person in self.people:
            await person.do(lambda d: d.review._looked())
            await person.do(lambda d: d.pilot.pause())
        one, two = (person.case for person in self.people)
        assert one.claims == two.claims == load(self.path).claims
        assert all(getattr(one, key) == getattr(two, key) == getattr(load(self.path), key) for key in LISTS)
        text = one.article.text
        assert all(text[claim.start : claim.end] == claim.text for claim in one.claims)
        self.ledger.met(one)
        counts = [person.desk.session.view.progress for person in self.people]
        assert counts[0] == counts[1]
        for person in self.people:
            assert f"{counts[0].decided} of {counts[0].total} decided" in person.desk.sees()


def _holds_together(desk: Desk) -> None:
    """The place is one that is there; what the next verdict goes to is on the screen."""
    view = desk.session.view
    assert desk.app.is_running
    assert desk.app._exception is None
    if view.claim is not None:
        assert view.claim in view.shown
        assert view.aspect in view.claim.aspects
    assert view.together.selected <= {claim.id for claim in view.claims} or desk.session.view.together._all


def moments() -> Iterator[datetime]:
    return (NOW + timedelta(seconds=n) for n in itertools.count(1))


async def walk(folder: Path, seed: int, steps: int) -> None:
    path = folder / "ferry.toml"
    case = ferry_case(reviewed=True)
    lost = claim_table(case.claims[-1].model_copy(update={"id": "lost", "text": "Words that are gone."}))
    case = with_orphans(case, [lost])
    CaseFile.create(path, case)
    times = moments()
    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(seat(path, name, lambda: next(times))) for name in ("Ann", "Ben")]
        on = Walk(people, path, case, seed)
        for _ in range(steps):
            await on.step()
        await on.meet()


async def test_a_short_walk_together(tmp_path: Path) -> None:
    await walk(tmp_path, 1, 20)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 10))
async def test_a_long_walk_together(tmp_path: Path, seed: int) -> None:
    await walk(tmp_path, seed, 150)
