"""What is in sight: no word is cut at the edge of a pane, what wraps stands clear of its label, and nothing is told three times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.workbench.fit import cut, wrap
from tests.workbench.conftest import Desk, OpenDesk

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])
TEXTS = st.text(st.sampled_from("ab 漢é,"), max_size=60)


def last_pane(desk: Desk) -> list[str]:
    """The rows of the screen, or of the pane to the right where panes stand side by side."""
    return [line.split("│")[-1] for line in desk.sees().splitlines()]


class TestFit:
    @given(TEXTS, st.integers(1, 40))
    def test_a_row_is_never_wider_than_its_pane(self, text: str, width: int) -> None:
        assert cell_len(cut(text, width)) <= width
        assert all(cell_len(row) <= max(2, width) for row in wrap(text, max(2, width), 4))

    @given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=20), st.integers(10, 40))
    def test_a_row_ends_behind_a_word(self, words: list[str], width: int) -> None:
        text = " ".join(words)
        assert f"{text} ".startswith(f"{cut(text, width).removesuffix('…')} ")

    @given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=20), st.integers(10, 40))
    def test_rows_hold_every_word(self, words: list[str], width: int) -> None:
        assert " ".join(wrap(" ".join(words), width, 99)).split() == words

    def test_where_it_is_cut(self) -> None:
        assert cut("the ferry Lady Anne", 13) == "the ferry…"
        assert cut("the ferry Lady Anne", 15) == "the ferry Lady…"
        assert cut("the ferry Lady Anne", 19) == "the ferry Lady Anne"
        assert cut("the ferry, Lady Anne", 14) == "the ferry…", "a comma with nothing behind it says nothing"
        assert cut("Donaudampfschiff", 10) == "Donaudamp…", "one word that is too long is cut where it must be"
        assert cut("a Donaudampfschiff", 20) == "a Donaudampfschiff"
        assert cut("a Donaudampfschiff sails", 10) == "a Donauda…"


class TestHanging:
    @SIZES
    async def test_what_is_told_under_a_label_hangs_clear_of_it(self, size: tuple[int, int], desk: OpenDesk) -> None:
        async with desk(size=size) as d:
            if size[0] == 80:
                await d.press("backslash", "tab")
            await d.press("j")
            rows = last_pane(d)
            at = next(i for i, row in enumerate(rows) if "part of  The council" in row)
            column = rows[at].index("The council")
            below = next(row for row in rows[at + 1 :] if row[column : column + 1].strip())
            assert below[:column].strip() == ""

    async def test_what_has_no_label_stands_in(self, desk: OpenDesk) -> None:
        """The other rows of a flag stand clear of its sign."""
        async with desk(size=(120, 40)) as d:
            await d.press("f")
            rows = last_pane(d)
            at = next(i for i, row in enumerate(rows) if row.startswith(" ⚑ "))
            assert rows[at + 2].startswith("   ")
            assert rows[at + 2].strip()

    async def test_a_long_message(self, desk: OpenDesk) -> None:
        async with desk(size=(44, 24)) as d:
            await d.press("greater_than_sign", "backslash")
            await d.pilot.pause()
            rows = d.sees().splitlines()[-3:-1]
            assert rows[0].startswith(" Only the list: tab")
            assert rows[1].startswith(" ")
            assert rows[1].strip()


class TestTheList:
    @SIZES
    async def test_the_kind_is_there_on_any_screen(self, size: tuple[int, int], desk: OpenDesk) -> None:
        async with desk(size=size) as d:
            await d.press("j")
            assert any("figure" in row and "£1.2m" in row for row in d.sees().splitlines())
            assert "statement The council" in d.sees()

    @pytest.mark.parametrize("words", ["The council", "£1.2m", "She added"])
    async def test_no_sentence_is_told_three_times(self, words: str, desk: OpenDesk) -> None:
        """On a small screen the article has the place, the list the whole claim, and the details only what is more."""
        async with desk(size=(80, 24)) as d:
            claim = await d.go_to(words)
            seen = " ".join(d.sees().split())
            around = d.session.view.get(claim.part_of or "") or claim
            told = {around.text[-30:], claim.in_context[-30:]}
            assert all(seen.count(one) <= 2 for one in told)
            assert any(one in seen for one in told)
            assert claim.in_context[:20] in seen

    async def test_the_chosen_claim_is_whole_on_a_small_screen(self, desk: OpenDesk) -> None:
        async with desk(size=(80, 24)) as d:
            await d.go_to("The council")
            rows = d.sees().splitlines()
            at = next(i for i, row in enumerate(rows) if row.startswith(("▷", "▶")))
            assert rows[at + 1].startswith(" " * 16)
            assert rows[at + 1].rstrip().endswith("£900,000.")
            assert "Monday" in rows[at + 2]
            await d.pilot.click("#claims", offset=(20, 2))
            await d.pilot.pause()
            assert d.chosen.text == "Monday", "a click counts the rows of the one that takes two"

    @pytest.mark.parametrize("keys", [(), ("u",)])
    async def test_both_halves_are_whole_beside_the_article(self, keys: tuple[str, ...], desk: OpenDesk) -> None:
        async with desk(size=(120, 40)) as d:
            await d.press(*keys)
            await d.go_to("She added")
            assert "▶ was it said? ○ unreviewed  is it so? ○ unreviewed" in d.sees()


class TestVast:
    async def test_three_panes_side_by_side(self, desk: OpenDesk) -> None:
        """On a very wide screen the details stand beside the list, and no row of the article is too long to read."""
        async with desk(size=(200, 50)) as d:
            article, claims, details = (d.review.query_one(f"#{name}").region for name in ("article", "claims", "details"))
            assert article.right <= claims.x
            assert claims.right <= details.x
            assert article.y == details.y
            assert max(len(line.partition("│")[0].rstrip()) for line in d.sees().splitlines()[1:-2]) <= 93
