"""Who is meant by "the former banker", "the 44-year-old" and "the Dutchman": one who was named, or nobody."""

from __future__ import annotations

import pytest

import factcheck


def gist(text: str) -> str:
    return [c.in_context for c in factcheck.split(factcheck.read_text(text)) if c.part_of is None][-1]


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Wayne Runey scored at Orsa.", "The former captain had missed twice.", "The former captain [Wayne Runey] had missed twice."),
        ("Jo Bell, 31, met Ann Lee, 44.", "The 44-year-old was tired.", "The 44-year-old [Ann Lee] was tired."),
        ("Ronald Koman said he was ill.", "The Dutchman was sacked on Friday.", "The Dutchman [Ronald Koman] was sacked on Friday."),
        ("Jo Bell met Ann Lee.", "The former banker was tired.", "The former banker was tired."),  # either of two
        ("Ann Lee met reporters.", "The judge was tired.", "The judge was tired."),  # somebody else, for all that is told
        ("Mr Hale met reporters.", "The former waitress was tired.", "The former waitress was tired."),
        ("Jo Bell, 31, met Ann Lee, 31.", "The 31-year-old was tired.", "The 31-year-old was tired."),
    ],
)
def test_one_who_was_named_is_meant_where_nobody_else_can_be(before: str, sentence: str, expected: str) -> None:
    assert gist(f"{before} {sentence}") == expected
