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
        ("The pound will fall in May.", "prediction: “will fall”"),
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


KINDS = {
    "opinion": (
        "The stadium is a waste of money.",
        "Nobody deserves this more than Ann Lee.",
        "It was the best goal of the season.",
        "The minister's apology came far too late.",
        "Frankly, the plan makes no sense.",
        "The council ought to apologise to the families.",
        "Arguably, no mayor has done more for Leeds.",
    ),
    "prediction": (
        "Rents will double by 2030.",
        "The bank is likely to cut rates in June.",
        "Sales are forecast to rise by 4 percent next year.",
        "More heavy rain is forecast until Thursday.",
        "The tunnel won't be finished before 2030.",
    ),
    "question": (
        "Where did the money go?",
        "Is the bridge safe?",
        "“Who paid for it?” she asked.",
        "Why close the pool now?",
        "Did he not know?",
    ),
    "hypothetical": (
        "If the bank failed, 40,000 savers would lose their money.",
        "Had the alarm worked, the house would have been saved.",
        "The storm could reach Leeds by Friday.",
        "Perhaps the letter was lost.",
        "The firm might sell the site.",
        "Without the grant, the theatre would close.",
        "Residents may face higher bills.",
    ),
    "order": (
        "Please call the police on 101.",
        "Do not touch the fence.",
        "Visit the council's website for details.",
        "Let us be honest.",
        "Never leave a fire alone.",
        "Stay indoors and keep your windows shut.",
        "For tickets, ring 0113 496 0000.",
    ),
    "definition": (
        "A recession is two quarters of falling output.",
        "Inflation is the rate at which prices rise.",
        "The word means a small boat.",
        "An orphan is a child whose parents are dead.",
        "GDP stands for gross domestic product.",
        "A quorum is defined as half of the members.",
    ),
}

FACTS = (
    "The council voted by 7 to 5 to close the pool.",
    "Ann Lee was born in Leeds in 1950.",
    "The will was read on Monday.",
    "The firm employs 300 people.",
    "May is the leader of the party.",
    "The largest bridge in the county opened in 1962.",
    "She was unable to swim.",
    "The price rose by 4 percent in March.",
    "The mayor could see the fire from his window.",
    "The match ended 2-1.",
    "He would swim in the lake every morning as a boy.",
    "The great hall was built in 1480.",
    "It is illegal to park there.",
    "The good news came on Friday.",
    "The court found that he had lied.",
    "He is the founder of a chain of shops.",
    "Lee is a member of parliament.",
    "The river is 40 miles long.",
    "Set in 1940, the film was shot in Malta.",
    "A leap year has 366 days.",
    "He plans to retire in May.",
    "The question is whether the council knew.",
    "The mayor was too ill to travel.",
    "A man is in hospital after the fire.",
    "Flooding is a problem in Leeds.",
    "Lee stands for parliament.",
    "The minister referred to a letter from 1998.",
)


@pytest.mark.parametrize(("kind", "sentence"), [(kind, sentence) for kind, sentences in KINDS.items() for sentence in sentences])
def test_each_kind_of_what_cannot_be_looked_up_is_told_apart(kind, sentence):
    said = reason(sentence) or ""
    assert said.split(":")[0] == kind


@pytest.mark.parametrize("sentence", FACTS)
def test_plain_facts_are_left_to_the_checker(sentence):
    assert reason(sentence) is None
