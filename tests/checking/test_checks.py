"""Each check on its own examples, and what holds for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.checking import CHECKS, Check, check
from factcheck.model import Article, Block, BlockRole, Flag
from tests.builders import article, ferry_case


def flags_on(text: str) -> list[Flag]:
    read = factcheck.read_text(text)
    return factcheck.check(read, factcheck.split(read))


EXAMPLES = [(c, text, True) for c in CHECKS for text in c.catches] + [(c, text, False) for c in CHECKS for text in c.passes]


@pytest.mark.parametrize(
    ("each", "text", "caught"), EXAMPLES, ids=[f"{c.id}-{'catches' if y else 'passes'}-{t[:18]}" for c, t, y in EXAMPLES]
)
def test_every_check_holds_to_its_examples(each: Check, text: str, caught: bool) -> None:
    found = [f.check for f in flags_on(text)]
    assert (each.id in found) is caught
    if caught:
        assert found == [each.id], "an example of one check is no slip for another"


@pytest.mark.parametrize("each", list(CHECKS), ids=lambda c: c.id)
def test_every_check_says_what_it_is_and_has_three_examples_of_each_kind(each: Check) -> None:
    assert each.looks_for
    assert each.rule
    assert len(each.catches) >= 3
    assert len(each.passes) >= 3


class TestHanoi:
    def flags(self) -> list[Flag]:
        read = factcheck.read(Path(__file__).parents[2] / "samples" / "hanoi-summit.txt")
        return factcheck.check(read, factcheck.split(read))

    def test_the_slip_and_the_stranger_are_flagged_and_nothing_else(self) -> None:
        assert [(f.check, tuple(s.text for s in f.spans)) for f in self.flags()] == [
            ("acronym", ("KCNA", "KNCA")),
            ("source", ("the official",)),
        ]


class TestMessages:
    def test_a_message_is_one_sentence_that_names_every_spelling(self) -> None:
        for each in CHECKS:
            for flag in flags_on(each.catches[0]):
                assert flag.message.endswith(".")
                assert "\n" not in flag.message
                assert all(span.text in flag.message for span in flag.spans)


def as_blocks(*paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(role=BlockRole.BODY, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(text=text, blocks=tuple(blocks))


class TestPromises:
    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80), min_size=1, max_size=4))
    @settings(max_examples=120, deadline=None)
    def test_any_text_is_checked_without_a_fault_and_every_place_is_true(self, paragraphs: list[str]) -> None:
        read = as_blocks(*paragraphs)
        for flag in check(read, ()):
            assert all(read.text[s.start : s.end] == s.text for s in flag.spans)

    def test_furniture_is_not_looked_at(self) -> None:
        text = "Port closes\n\nThe HPTA closed the port.\n\nThe HTPA will open it again."
        assert [f.check for f in check(article(text), ())] == ["acronym"]
        assert check(article(text, furniture=("The HTPA will open it again.",)), ()) == []

    def test_an_unrelated_paragraph_removes_no_flag(self) -> None:
        for each in CHECKS:
            text = each.catches[0]
            before = {f.fingerprint for f in flags_on(text)}
            assert before <= {f.fingerprint for f in flags_on(f"{text}\nRain is likely in the valley all week.\n")}

    def test_the_same_article_gives_the_same_flags(self) -> None:
        case = ferry_case()
        assert check(case.article, case.claims) == check(case.article, case.claims)

    def test_a_long_article_without_a_space_is_checked_in_time(self) -> None:
        for text in ("A" * 300_000, "Ab" * 150_000, "A." * 150_000, "A-" * 150_000, "Kim " * 60_000):
            check(as_blocks(text), ())
