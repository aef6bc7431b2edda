"""A page of a PDF is read as a reader reads it: what lies across, then column by column."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.columns import in_reading_order


@dataclass(frozen=True)
class Box:
    name: str
    x0: float
    x1: float
    y0: float
    y1: float


def read(*boxes: Box) -> str:
    orders = {tuple(box.name for box in in_reading_order(given)) for given in (boxes, boxes[::-1])}
    (order,) = orders
    return " ".join(order)


def column(names: str, left: float, right: float, top: float) -> list[Box]:
    """Blocks of 40 points one below the other."""
    return [Box(name, left, right, top - 50 * n - 40, top - 50 * n) for n, name in enumerate(names)]


def test_columns_come_after_what_lies_above_them_and_before_what_lies_below() -> None:
    head, foot = Box("head", 50, 550, 760, 800), Box("foot", 50, 550, 20, 40)
    assert read(head, foot, *column("abc", 50, 290, 750), *column("def", 310, 550, 750)) == "head a b c d e f foot"


def test_the_widest_block_of_a_column_with_ragged_lines_is_no_bar_across_the_page() -> None:
    left = [Box("a", 50, 272, 710, 750), Box("b", 50, 284, 660, 700), Box("c", 50, 276, 610, 650), Box("d", 50, 284, 560, 600)]
    assert read(*left, *column("ef", 310, 550, 750)) == "a b c d e f"


def test_three_columns_and_one_that_is_short() -> None:
    assert read(*column("abc", 50, 200, 700), *column("def", 210, 360, 700), *column("g", 370, 550, 700)) == "a b c d e f g"


def test_a_heading_across_parts_the_columns_into_bands() -> None:
    bar = Box("bar", 50, 550, 560, 590)
    above = [*column("ab", 50, 290, 700), *column("cd", 310, 550, 700)]
    assert read(*above, bar, *column("ef", 50, 290, 550), *column("gh", 310, 550, 550)) == "a b c d bar e f g h"


def test_one_column_with_a_number_beside_it_is_one_column() -> None:
    assert read(*column("abcdef", 50, 400, 700), Box("1", 500, 510, 455, 465)) == "a b c d e 1 f"


NUMBERS = st.integers(0, 60)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=12))
def test_no_block_is_lost_or_doubled(places: list[tuple[int, int, int, int]]) -> None:
    boxes = [Box(str(n), min(a, b), max(a, b), min(c, d), max(c, d)) for n, (a, b, c, d) in enumerate(places)]
    assert sorted(in_reading_order(boxes), key=lambda box: int(box.name)) == boxes
