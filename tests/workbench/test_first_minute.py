"""The first minute at the workbench: three lines say what to press, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.workbench.preferences import Preferences, prefer, preferences
from tests.workbench.conftest import Desk, OpenDesk

WELCOME = (
    "Decide: v verified, d disputed, x false, u unverifiable, o opinion.",
    "Move: j and k; space to the next open claim, f to the next flag.",
    "More: z undo, e evidence, ? every key, q leave; all is saved as you go.",
)


def welcomed(d: Desk) -> bool:
    return any(line in d.sees() for line in WELCOME)


class TestWhoOpensTheWorkbenchForTheFirstTime:
    @pytest.fixture(autouse=True)
    def new_here(self, own_state: Path) -> None:
        assert own_state
        prefer(welcomed=False)

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
    async def test_is_told_in_three_lines_what_to_press(self, desk: OpenDesk, size: tuple[int, int]) -> None:
        async with desk(size=size) as d:
            assert all(line in d.sees() for line in WELCOME)

    async def test_sees_them_until_something_is_decided(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.press("j", "k")
            assert welcomed(d)
            await d.press("v")
            assert not welcomed(d)

    async def test_is_not_told_again(self, desk: OpenDesk) -> None:
        async with desk() as d:
            await d.until(lambda: preferences().welcomed)
        async with desk() as d:
            assert not welcomed(d)


def test_what_was_kept_is_nothing_that_the_workbench_could_choke_on(own_state: Path) -> None:
    for kept in (b"", b"[]", b"\xff", b'{"welcomed": "yes", "colour": 3}'):
        (own_state / "workbench.json").write_bytes(kept)
        assert preferences() == Preferences()
