"""A long walk over all keys: whatever is pressed, the screen, the memory and the file agree."""

from __future__ import annotations

import random

import pytest

from factcheck.workbench.keys import REVIEW
from factcheck.workbench.screens.review import ReviewScreen
from tests.builders import ferry_case
from tests.workbench.conftest import Desk, OpenDesk

KEYS = [key for entry in REVIEW for key in entry.keys if entry.id not in ("leave", "save", "link")]
FORMS = {"e", "n", "c", "a", "r", "w", "slash"}
AGREED = KEYS + ["z", "Z", "space", "tab", "j", "k"] * 4


async def press(d: Desk, key: str, rng: random.Random) -> None:
    await d.press(key)
    if key in FORMS:
        await d.paste(rng.choice(["ferry", "[b]", "x" * 200]))
        await d.press(rng.choice(["enter", "escape"]))
    elif key == "F":
        await d.press(*rng.choice([["escape"], ["enter"], ["2"], ["d", "r", "enter", "escape"], ["z", "t", "escape"]]))
    elif key == "l":
        await d.press(*["j"] * rng.randrange(4), rng.choice(["enter", "escape"]))
    elif key == "question_mark":
        await d.press("j", "escape")
    if not isinstance(d.app.screen, ReviewScreen):
        await d.press("escape")


def agree(d: Desk) -> None:
    session = d.session
    assert isinstance(d.app.screen, ReviewScreen)
    if d.file.saves:
        assert d.file.case.claims == session.view.case.claims
        assert d.file.case.dismissals == session.view.case.dismissals
    progress = session.view.case.progress()
    screen = d.sees()
    assert f"{progress.decided} of {progress.total} decided" in screen
    assert f"⚑ {progress.flags}" in screen
    assert ("▶" in screen) == bool(session.view.claims)
    assert session.view.claim in session.view.shown or not session.view.claims
    assert d.review.keeper.trouble is None


async def painted_truly(d: Desk) -> None:
    """Nothing on the screen is left over from what it showed before."""
    await d.pilot.pause()  # what the last key changed is painted
    painted = d.sees()
    for widget in d.review.query("*"):
        widget.refresh()
    await d.pilot.pause()
    assert d.sees() == painted


async def walk(d: Desk, seed: int, steps: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same walk every time
    for _ in range(steps):
        if rng.random() < 0.04:
            await d.pilot.resize_terminal(rng.randrange(20, 200), rng.randrange(16, 60))
        await press(d, rng.choice(AGREED), rng)
        if d.app.size.width >= 80:
            agree(d)
            await painted_truly(d)
    while session_undone(d):
        pass
    assert d.session.view.case.claims == ferry_case(reviewed=True).claims


def session_undone(d: Desk) -> bool:
    d.session.undo()
    return d.session.history.decisions > 0


async def test_a_short_walk(desk: OpenDesk) -> None:
    async with desk(ferry_case(reviewed=True), size=(100, 30)) as d:
        await walk(d, 1, 25)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 12))
async def test_a_long_walk(desk: OpenDesk, seed: int) -> None:
    async with desk(ferry_case(reviewed=True), size=(100, 30)) as d:
        await walk(d, seed, 150)
