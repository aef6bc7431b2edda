"""What is read plainly is what tomllib reads; what is not plain is left to it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.casefile.plainly import read_plainly
from factcheck.casefile.toml import same

PLAIN = """\
[[claims]]
id = "c1"
text = "Tea, 4 °C\tand \U0001f343 ’"
gist = "He said: \\"Tea\\\\water\\n\\tnow\\""
checkable = false
earliest = 2024-02-29

[[claims.reviews]]
by = "Ada"
at = 2024-03-05T10:30:00Z
blind = true

[[claims.reviews]]
by = "Ben"

[[claims.evidence]]
url = "https://example.org/#top"
"""

LEFT = (
    'id = "c1"\n',
    '[[claims]]\nid = "c1" # mine\n',
    '[[claims]]\nid = "c\\u00e41"\n',
    '[[claims]]\nid = "c1"\nid = "c2"\n',
    '[[claims]]\nweight = 1\n',
    '[[claims]]\nlatest = 2023-02-29\n',
    '[[claims]]\nreviews = "none"\n[[claims.reviews]]\nby = "Ada"\n',
    '[[claims]]\n[[other.reviews]]\nby = "Ada"\n',
    '[[claims]]\nid = "c1"\n[[claims]]\nid = "c2"\n',
    '[[claims]]\nid = "c\x07"\n',
    '[claims]\nid = "c1"\n',
    '[[claims]]\nid = "c1"',
    '[[claims]]\nnames = ["a"]\n',
    '[[claims]]\ntext = """\na"""\n',
    "",
)  # fmt: skip


def test_plain_lines_are_read_as_tomllib_reads_them() -> None:
    found = read_plainly(PLAIN)
    assert found is not None
    assert same(found, tomllib.loads(PLAIN))
    assert list(found["claims"][0]) == list(tomllib.loads(PLAIN)["claims"][0])


@pytest.mark.parametrize("lines", LEFT)
def test_what_is_not_plain_is_left_to_tomllib(lines: str) -> None:
    assert read_plainly(lines) is None


_PIECES = st.sampled_from([
    "[[claims]]\n", "[[claims.reviews]]\n", "[[claims.evidence]]\n", "\n", "a", "b", "reviews", " = ", "=", '"', '""', "x", "é", "\\", "\n",
    "true", "false", "2024-02-29", "2023-02-29", "T10:30:00Z", "T25:30:00Z", "# c", "'", "[", "]", ".", " ", "\t", "\x00", "\x7f", "\r",
    "1",
])  # fmt: skip
_LINES = st.builds(
    "{} = {}\n".format,
    st.sampled_from(["a", "b", "c", "reviews"]),
    st.sampled_from(
        [
            '"x"',
            '""',
            '"\t"',
            "true",
            "2024-02-29",
            "2023-02-29",
            "2024-02-29T10:30:00Z",
            "2024-02-29T25:30:00Z",
            '"\\t"',
            "'x'",
            '"\\""',
            '"\\\\"',
            '"\\\\\\""',
            '"\\n"',
        ]
    ),
)


@given(st.lists(st.one_of(_LINES, _PIECES), max_size=12).map(lambda pieces: "[[claims]]\n" + "".join(pieces)))
def test_no_lines_are_read_otherwise_than_tomllib_does(lines: str) -> None:
    found = read_plainly(lines)
    if found is not None:
        assert same(found, tomllib.loads(lines))
