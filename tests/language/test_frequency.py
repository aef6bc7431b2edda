"""How common words are."""

from __future__ import annotations

import gzip

import pytest

from factcheck.language.frequency import LONGEST, TABLE, zipf


def test_the_commonest_word_is_the_commonest() -> None:
    assert zipf("the") > zipf("harbour") > zipf("quayside") > 0


@pytest.mark.parametrize("word", ["", "-", "xqzvkel", "the" * LONGEST, "the-xqzvkel", "4th", "\x00", "\ud800"])
def test_what_is_no_word_is_in_no_table(word: str) -> None:
    assert zipf(word) == 0


def test_capitals_and_curly_apostrophes_are_no_other_word() -> None:
    assert zipf("THE") == zipf("the")
    assert zipf("don\u2019t") == zipf("don't") > 5
    assert zipf("CAFE\u0301") == zipf("caf\u00e9") > 3


def test_a_compound_is_rarer_than_each_of_its_parts() -> None:
    assert 0 < zipf("ferry-master") < min(zipf("ferry"), zipf("master"))


def test_every_word_of_the_table_is_found() -> None:
    """It is in order, so that it can be searched; here every hundredth word."""
    lines = gzip.decompress(TABLE.read_bytes()).splitlines()
    assert lines == sorted(lines)
    assert len(lines) > 290_000
    for line in lines[::100]:
        word, below = line.decode().split("\t")
        assert zipf(word) == pytest.approx(9 - int(below) / 100)
