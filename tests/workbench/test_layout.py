"""Rows of the article: nothing lost, nothing wider than the screen, and cells that lead back to their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.workbench.layout import _NOT_ONE_CELL, Layout

TEXTS = st.text(
    st.one_of(st.sampled_from("ab  \n\t漢字é\u0301👩\u200d🇬\u202e\x1b\x00[/]\ufe0f\u3164“”"), st.characters(codec="utf-8")), max_size=80
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, int, dict[int, int]]:
    text = draw(TEXTS)
    marks = draw(st.dictionaries(st.integers(0, max(0, len(text) - 1)), st.integers(1, 3), max_size=8)) if text else {}
    return text, draw(st.integers(4, 30)), marks


@settings(max_examples=150, deadline=None)
@given(marked())
def test_every_code_point_is_on_one_row_but_breaks_and_spaces(case: tuple[str, int, dict[int, int]]) -> None:
    text, width, marks = case
    layout = Layout(text, width, marks)
    shown = [i for row in layout.rows for i in range(row.start, row.end)]
    assert shown == sorted(set(shown))
    assert all(layout.text[i] in " \n" for i in set(range(len(text))) - set(shown))


@settings(max_examples=150, deadline=None)
@given(marked())
def test_no_row_is_wider_than_the_screen(case: tuple[str, int, dict[int, int]]) -> None:
    text, width, marks = case
    layout = Layout(text, width, marks)
    for row in layout.rows:
        cells = cell_len(layout.text[row.start : row.end]) + sum(marks.get(i, 0) for i in range(row.start, row.end))
        assert cells <= layout.width or row.end - row.start == 1 or cell_len(layout.text[row.start + 1 : row.end]) == 0


@settings(max_examples=150, deadline=None)
@given(marked())
def test_a_cell_leads_back_to_its_offset(case: tuple[str, int, dict[int, int]]) -> None:
    text, width, marks = case
    layout = Layout(text, width, marks)
    for number, row in enumerate(layout.rows):
        for offset in range(row.start, row.end):
            if cell_len(layout.text[offset]):
                assert layout.row_of(offset) == number
                assert layout.offset_at(number, layout.column_of(offset)) == offset


def test_a_wide_sign_is_not_cut_in_two() -> None:
    assert [(r.start, r.end) for r in Layout("漢字漢字漢", 5).rows] == [(0, 2), (2, 4), (4, 5)]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert [(r.start, r.end) for r in Layout("abcq\u0301d", 4).rows] == [(0, 5), (5, 6)]


def test_words_are_kept_whole_where_they_fit() -> None:
    text = "the ferry Lady Anne"
    assert [text[r.start : r.end] for r in Layout(text, 9).rows] == ["the ferry", "Lady Anne"]


def test_a_sign_before_a_word_takes_its_cell() -> None:
    text = "the ferry Lady Anne"
    assert [text[r.start : r.end] for r in Layout(text, 9, {4: 1}).rows] == ["the", "ferry", "Lady Anne"]


@pytest.mark.parametrize("text", ["x" * 300_000, "漢" * 100_000, "a" + "\u0301" * 100_000, "word " * 60_000, "\n" * 50_000])
def test_an_endless_line_is_laid_out_at_once(text: str) -> None:
    layout = Layout(text, 80)
    layout.offset_at(len(layout.rows) // 2, 10)


def test_the_pattern_for_odd_widths() -> None:
    assert _NOT_ONE_CELL.search("漢")
    assert _NOT_ONE_CELL.search("e\u0301")
    assert not _NOT_ONE_CELL.search("é“–”…€ and ␛")
