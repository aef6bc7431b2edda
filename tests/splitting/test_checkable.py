"""Opinions, predictions, questions, orders and hypotheticals are told from what can be looked up, with the words that show it."""

from __future__ import annotations

import pytest

from factcheck.splitting import split
from tests import builders


def reason(sentence: str) -> str | None:
    return split(builders.article(f"A headline\n\n{sentence}\n"))[0].reason


@pytest.mark.parametrize(
    "sentence",
    [
        "The council closed the pool in May.",
        "He could not swim.",
        "Witnesses could see the smoke from the harbour.",
        "The largest school in the county has 2,000 pupils.",
        "It is her best time this year.",
        "The will of the late duke was read on Monday.",
        "A candidate must win 270 votes.",
        "In May the frigate sank.",
        "The plant has been closed since it opened.",
    ],
)
def test_what_can_be_looked_up_is_checkable(sentence):
    assert reason(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Who will get the keys?", "question"),
        ("Apply before 30 June.", "order: “Apply”"),
        ("The plant will close in May.", "prediction: “will close”"),
        ("The firm is expected to cut 40 jobs.", "prediction: “expected to”"),
        ("Prices are going to rise.", "prediction: “going to”"),
        ("The cut may cost the firm a third of its orders.", "hypothetical: “may cost”"),
        ("If the dam broke, the town would drown.", "hypothetical: “If … would”"),
        ("The council should resign.", "opinion: “should resign”"),
        ("The plan is a disgrace.", "opinion: “disgrace”"),
        ("The show was wonderful.", "opinion: “wonderful”"),
    ],
)
def test_what_cannot_be_looked_up_says_why(sentence, kind):
    assert reason(sentence) == kind


def test_half_a_fact_is_a_fact():
    assert reason("The firm closed two plants and will close a third.") is None
