"""Every pattern of the figure tokens takes what its comment says it takes and refuses what it says it refuses."""

from __future__ import annotations

import re

import pytest

from factcheck.values.figures import finding, tokens

CASES = [
    (tokens.DIGITS, ["1,234,567.89", "12,34,567", "7", ".534"], ["1,2345", "x"]),
    (tokens.DOTTED, ["U.S.", "a.m."], ["end."]),
    (tokens.WORD, ["people's", "km²"], ["½", "40"]),
    (tokens.BREAK, ["\n"], ["\\n"]),
]


@pytest.mark.parametrize(("pattern", "takes", "refuses"), CASES)
def test_a_token_pattern_takes_and_refuses_what_it_says(pattern: str, takes: list[str], refuses: list[str]) -> None:
    assert all(re.fullmatch(pattern, text) for text in takes)
    assert not any(re.fullmatch(pattern, text) for text in refuses)


def test_a_wrapped_line_is_no_break_and_a_new_line_is() -> None:
    assert [t.text for t in tokens.tokens("300\npeople") if t.kind is tokens.Kind.BREAK] == []
    assert [t.text for t in tokens.tokens("300\nThe pier\n\nthe quay") if t.kind is tokens.Kind.BREAK] == ["\n", "\n"]


def test_a_length_of_time_is_told_from_a_time_of_day() -> None:
    assert finding.SPAN_OF_TIME.search("two days later")
    assert finding.SPAN_OF_TIME.search("the past 48 hours")
    assert not finding.SPAN_OF_TIME.search("1100 GMT")
