"""Each check on its own examples, and what holds for all of them."""

from __future__ import annotations

import pytest

from factcheck.checking import CHECKS, Check, Example
from factcheck.checking.examples import as_article
from factcheck.pipeline.about_checks import flags_on

EXAMPLES = [(c, example, True) for c in CHECKS for example in c.catches] + [(c, example, False) for c in CHECKS for example in c.passes]
NAMES = [f"{c.id}-{'catches' if caught else 'passes'}-{example.text.partition(chr(10))[0]}" for c, example, caught in EXAMPLES]


@pytest.mark.parametrize(("each", "example", "caught"), EXAMPLES, ids=NAMES)
def test_every_check_holds_to_its_examples(each: Check, example: Example, caught: bool) -> None:
    found = [flag.check for flag in flags_on(example)]
    assert (each.id in found) is caught
    assert set(found) <= {each.id}, "an example of one check is no slip for another"


@pytest.mark.parametrize("each", list(CHECKS), ids=lambda c: c.id)
class TestEveryCheck:
    def test_says_what_it_looks_for_and_where_its_rule_comes_from(self, each: Check) -> None:
        assert each.looks_for
        assert each.rule

    def test_has_three_examples_of_each_kind(self, each: Check) -> None:
        assert len({repr(example) for example in each.catches}) >= 3
        assert len({repr(example) for example in each.passes}) >= 3

    def test_is_in_the_registry_under_its_own_file_s_name(self, each: Check) -> None:
        assert each.find.__module__ == f"factcheck.checking.checks.{each.id.replace('-', '_')}"

    def test_says_one_sentence_that_names_every_different_place(self, each: Check) -> None:
        for example in each.catches:
            for flag in flags_on(example):
                assert flag.message.endswith(".")
                assert "\n" not in flag.message
                assert all(span.text in flag.message for span in flag.spans)

    def test_gives_every_place_as_it_stands(self, each: Check) -> None:
        for example in each.catches:
            article = as_article(example)
            for flag in flags_on(example):
                assert flag.spans
                assert all(article.text[span.start : span.end] == span.text for span in flag.spans)


def test_the_checks_come_in_the_order_of_their_ids() -> None:
    assert [each.id for each in CHECKS] == sorted(each.id for each in CHECKS)
    assert CHECKS["acronym"].id == "acronym"
    assert len(CHECKS) == len(list(CHECKS))
