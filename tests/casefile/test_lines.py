"""Where things stand in a TOML text: every key at its line, whatever the strings around it hold."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.casefile import forms, lines, loading, rendering, sheet, toml
from factcheck.casefile.lines import line_of, statements
from tests.casefile.cases import texts, values

PATTERNS = [
    (lines._PLAIN, ['at = "3:9"\n', "at = 2026-11-23T21:40:00Z\n"], ['at = "3:9" # moved\n', 'a = """\n', "a = [\n"]),
    (lines._COMMENT, ["# a", "  # a"], ["a # b"]),
    (lines._BLANK, ["\n", " \t\n"], [" a\n"]),
    (lines._HEADER, ["[text]", '[[claims."a]b"]]'], ["a = [1]"]),
    (lines._KEY, ["a =", '"a=b".c ='], ["[a]"]),
    (lines._VALUE_PART, ['"""a\n"b"" """', "'''a'b'''", '"a\\"b"', "'a'", "# a", "[", "}", "\n", " 1, "], ['"a', "'a"]),
    (sheet._PART, ["[text]", "[[claims]]  # a note"], ["[[claims.reviews]]", "a = [1]"]),
    (forms._SPAN, ["0:7", "1203:1340"], ["12-30"]),
    (forms._BLOCK, ["body 0:7", "headline 12:30"], ["body 0"]),
    (toml._SURROGATE, ["\ud800", "\udfff"], ["\U0001f6a2"]),
    (rendering._HIDDEN, ["\u202e", "\ufeff"], ["\u200d"]),
    (rendering._ESCAPED, ["\\n", '\\"'], ["\\\n"]),
    (rendering._QUOTES_THAT_CLOSE, ['"""', '"'], ["''"]),
    (rendering._BLANK_BEFORE_BREAK, [" ", "\t"], ["\n"]),
    (loading._LINE, [" (at line 3, column 5)"], ["at line 3"]),
    (loading._CONFLICT, ["<<<<<<< ", ">>>>>>> ", "<<<<<<<"], ["=======", "<<<<<<<<"]),
]


@pytest.mark.parametrize(("pattern", "takes", "refuses"), PATTERNS, ids=[p[0].pattern[:20] for p in PATTERNS])
def test_a_pattern_takes_and_refuses_what_it_says(pattern: Any, takes: list[str], refuses: list[str]) -> None:
    followed = "\n" if pattern is rendering._BLANK_BEFORE_BREAK else ""
    for text in takes:
        found = pattern.match(text + followed)
        assert found is not None
        assert found[0] == text
    for text in refuses:
        assert pattern.fullmatch(text) is None


ODD = '''\
title = "a # b" # beside
"quoted = key".x = 1
list = [ # first
  "]", # second
  """
[fake]
""",
]
[a.b]
inline = { x = "}", y = ['#'] }
[[c]]
n = \'\'\'
[[c]]
"""\'\'\'
[[c]]
[c.d]
z = 1979-05-27 07:32:00
[[c.e]]
[[c.e]]
w = 1
'''


def test_every_statement_has_its_line_and_path() -> None:
    assert [(s.path, s.first, s.last) for s in statements(ODD)] == [
        (("title",), 1, 1),
        (("quoted = key", "x"), 2, 2),
        (("list",), 3, 8),
        (("a", "b"), 9, 9),
        (("a", "b", "inline"), 10, 10),
        (("c", 0), 11, 11),
        (("c", 0, "n"), 12, 14),
        (("c", 1), 15, 15),
        (("c", 1, "d"), 16, 16),
        (("c", 1, "d", "z"), 17, 17),
        (("c", 1, "e", 0), 18, 18),
        (("c", 1, "e", 1), 19, 19),
        (("c", 1, "e", 1, "w"), 20, 20),
    ]
    assert [s.above for s in statements(ODD) if s.above] == [("# first", "# second")]
    assert statements(ODD)[0].beside == "# beside"


def test_a_line_is_that_of_the_closest_thing_around() -> None:
    assert line_of(ODD, ("c", 1, "d", "gone", 3)) == 16
    assert line_of(ODD, ("nowhere",)) == 1


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(texts, values, max_size=5))
def test_any_toml_is_walked_to_its_end(data: dict[str, Any]) -> None:
    text = tomli_w.dumps(data)
    document = tomllib.loads(text)
    for statement in statements(text):
        here: Any = document
        for step in statement.path:
            here = here[step]
    assert {s.path[0] for s in statements(text)} == set(document)


def test_a_long_text_is_walked_in_a_moment() -> None:
    for text in (
        'a = "' + "x" * 300_000 + '"\n',
        "# \n" * 100_000,
        'a = """' + '""\n' * 100_000 + '"""\n',
        "a = [" + "1, " * 100_000 + "]\n",
    ):
        statements(text)
        sheet.read_sheet(text)
