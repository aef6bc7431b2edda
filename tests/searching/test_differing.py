"""Claims of two stories that say the same and were judged differently: the same words, names, figures and negations, and nothing less."""

from __future__ import annotations

import pytest

from factcheck.model import Aspect, Case, Review, Verdict
from factcheck.searching import judged_differently
from tests.builders import AT, article, claim


def case(sentence: str, verdict: Verdict | None, kind: str = "assertion", aspect: Aspect | None = None) -> Case:
    """A story of one sentence that was judged so."""
    text = f"Head\n\n{sentence}"
    speaker = {"speaker": "the board", "cue": "said"} if kind == "statement" else {}
    one = claim(text, kind, sentence, **speaker)
    reviews = (Review(by="Ada", at=AT, verdict=verdict, aspect=aspect),) if verdict else ()
    return Case(article=article(text), claims=(one.model_copy(update={"reviews": reviews}),))


SAID = "The Stoke weir cost 4.2 million pounds to rebuild."


@pytest.mark.parametrize(
    ("other", "verdict", "found"),
    [
        (SAID, Verdict.FALSE, 1),
        ("The Stoke weir cost 4.2 million pounds to rebuild, in all.", Verdict.DISPUTED, 1),
        (SAID, Verdict.VERIFIED, 0),
        (SAID, None, 0),
        ("The Stoke weir cost 4.3 million pounds to rebuild.", Verdict.FALSE, 0),
        ("The Stoke weir did not cost 4.2 million pounds to rebuild.", Verdict.FALSE, 0),
        ("The Harbury weir cost 4.2 million pounds to rebuild.", Verdict.FALSE, 0),
        ("Nobody was hurt.", Verdict.FALSE, 0),
    ],
)
def test_only_what_says_the_same(other: str, verdict: Verdict | None, found: int) -> None:
    assert len(judged_differently([case(SAID, Verdict.VERIFIED), case(other, verdict)])) == found


def test_that_it_was_said_is_not_held_against_that_it_is_so() -> None:
    words = "the board said the Stoke weir cost 4.2 million pounds"
    said = case(words, Verdict.VERIFIED, "statement", Aspect.SAID)
    so = case(words, Verdict.FALSE, "statement", Aspect.SO)
    assert judged_differently([said, so]) == []
    assert len(judged_differently([so, case(words, Verdict.VERIFIED, "statement", Aspect.SO)])) == 1


def test_one_story_is_not_compared_with_itself_and_the_places_are_those_of_the_cases() -> None:
    text = f"Head\n\n{SAID}\n\n{SAID}"
    one, two = claim(text, "assertion", SAID), claim(text, "assertion", SAID, nth=2)
    given = (Review(by="Ada", at=AT, verdict=Verdict.VERIFIED),), (Review(by="Ada", at=AT, verdict=Verdict.FALSE),)
    both = tuple(a.model_copy(update={"reviews": reviews}) for a, reviews in zip((one, two), given, strict=True))
    alone = Case(article=article(text), claims=both)
    assert judged_differently([alone]) == []
    ((first, second),) = judged_differently([None, case(SAID, Verdict.FALSE), None, case(SAID, Verdict.VERIFIED)])
    assert (first.case, second.case) == (1, 3)
