"""What a terminal is given in place of what it would obey."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import one_line, visible


def test_escapes_controls_and_overrides_are_shown_as_signs() -> None:
    assert visible("a\x1b[31mb\x00\u202ec\u200bd\x9b\u2066") == "a␛[31mb␀⇄c·d�⇄"


def test_a_tab_is_one_space_and_a_line_end_a_sign_unless_lines_are_wanted() -> None:
    assert visible("a\tb\nc") == "a b␊c"
    assert visible("a\nb\x1b", lines=True) == "a\nb␛"


def test_words_in_any_script_stay_as_they_are() -> None:
    for words in ("Zelenskyy €5", "北京 30 días", "كييف", "naïve — “quoted”"):
        assert visible(words) == words


@given(st.text(st.characters()))
def test_offsets_stay_true_and_nothing_active_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 or 0x202A <= ord(c) <= 0x202E for c in shown)


@given(st.text(), st.integers(1, 30))
def test_one_line_is_one_line_and_fits(text: str, width: int) -> None:
    line = one_line(text, width)
    assert "\n" not in line
    assert len(line) <= width


def test_a_line_is_cut_behind_a_word() -> None:
    assert one_line("the ferry Lady Anne", 12) == "the ferry…"
    assert one_line("the ferry Lady Anne", 10) == "the ferry…"
    assert one_line("a Donaudampfschiff", 10) == "a Donauda…", "where the words before it are few, it is cut in the word"
