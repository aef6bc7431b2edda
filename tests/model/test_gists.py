"""The headline behind a claim that says too little alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import bare_gist, with_headline


@given(st.text(), st.text())
def test_a_headline_comes_off_a_gist_as_it_was_put_on(gist, headline):
    gist = bare_gist(gist)
    headed = with_headline(gist, headline)
    assert bare_gist(headed) == gist
    assert "\n" not in headed[len(gist) :]
    assert len(headed) <= len(gist) + 140


@pytest.mark.parametrize("headline", ["", " \n", "[]"])
def test_no_headline_leaves_no_empty_bracket(headline):
    assert with_headline("It fell.", headline) == "It fell."


def test_a_bracket_in_a_headline_does_not_end_the_one_that_it_stands_in():
    assert with_headline("It fell.", "Orlena [sic] sells\nits plant") == "It fell. [Headline: Orlena sic sells its plant]"


def test_what_a_reviewer_wrote_is_no_headline():
    assert bare_gist("It fell [by a third]. [See page 3]") == "It fell [by a third]. [See page 3]"
