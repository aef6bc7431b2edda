"""Words at the edge of a pane: none is cut in the middle, and what is told under a label stands clear of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.workbench.widgets.claims import _cut
from tests.workbench.conftest import OpenDesk


@given(st.text(st.sampled_from("ab 漢é"), max_size=60), st.integers(1, 40))
def test_a_row_is_never_wider_than_its_pane(text: str, width: int) -> None:
    assert cell_len(_cut(text, width)) <= width


def test_a_row_ends_behind_a_word() -> None:
    assert _cut("the ferry Lady Anne", 13) == "the ferry…"
    assert _cut("the ferry Lady Anne", 15) == "the ferry Lady…"
    assert _cut("the ferry Lady Anne", 19) == "the ferry Lady Anne"
    assert _cut("Donaudampfschiff", 10) == "Donaudamp…", "one word that is too long is cut where it must be"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_what_is_told_under_a_label_hangs_clear_of_it(size: tuple[int, int], desk: OpenDesk) -> None:
    async with desk(size=size) as d:
        await d.press("j")
        rows = [line.partition("│")[2] or line for line in d.sees().splitlines()]
        at = next(i for i, row in enumerate(rows) if "part of  The council" in row)
        column = rows[at].index("The council")
        assert rows[at + 1][:column].strip() == ""
        assert rows[at + 1][column] != " "


@pytest.mark.parametrize("keys", [(), ("u",)])
async def test_both_halves_are_whole_beside_the_article(keys: tuple[str, ...], desk: OpenDesk) -> None:
    async with desk(size=(120, 40)) as d:
        await d.press(*keys)
        await d.go_to("She added")
        assert "▶ was it said? ○ unreviewed  is it so? ○ unreviewed" in d.sees()
