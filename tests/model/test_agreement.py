"""How far readers agree, against examples worked out by others, and whatever they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Claim, Review, ReviewRole, Verdict, agreements
from tests.builders import AT, FERRY, claim

HALF = "The Regional Transport Authority paid for half of it."
V, D, F = Verdict.VERIFIED, Verdict.DISPUTED, Verdict.FALSE
Said = tuple[str, Verdict]


def judged(*said: Said, blind: Sequence[str] = (), role: str = "checker", words: str = "a") -> Claim:
    told = claim(FERRY, "assertion", HALF)
    reviews = tuple(
        Review(by=by, at=AT + timedelta(minutes=n), verdict=verdict, judged=words, blind=by in blind, role=ReviewRole(role))
        for n, (by, verdict) in enumerate(said)
    )
    return told.model_copy(update={"reviews": reviews})


def times(n: int, *said: Said) -> list[Claim]:
    return [judged(*said)] * n


def test_cohens_kappa_as_in_the_textbook_example_of_fifty_grants() -> None:
    claims = [
        *times(20, ("Ada", V), ("Bo", V)),
        *times(5, ("Ada", V), ("Bo", F)),
        *times(10, ("Ada", F), ("Bo", V)),
        *times(15, ("Ada", F), ("Bo", F)),
    ]
    (pair,) = agreements(claims)
    assert (pair.readers, pair.verdicts, pair.alike, pair.blind) == (("Ada", "Bo"), 50, 35, 0)
    assert pair.kappa == pytest.approx(0.4)


def test_readers_who_can_only_agree_have_no_kappa() -> None:
    (pair,) = agreements(times(3, ("Ada", V), ("Bo", V)))
    assert pair.kappa is None


def test_readers_with_nothing_in_common_have_no_agreement() -> None:
    assert agreements([judged(("Ada", V)), judged(("Bo", V))]) == []
    assert agreements([]) == []


def test_verdicts_on_other_words_are_not_compared() -> None:
    one, two = judged(("Ada", V)), judged(("Bo", F), words="b")
    assert agreements([one.model_copy(update={"reviews": (*one.reviews, *two.reviews)})]) == []


def test_what_readers_say_once_they_have_seen_each_other_does_not_count() -> None:
    (pair,) = agreements([judged(("Ada", D), ("Ada", V), ("Bo", F), ("Ada", F), ("Bo", V))])
    assert (pair.alike, pair.verdicts) == (0, 1), "Ada: verified, before Bo; Bo: false, at first"


def test_a_blind_reader_may_change_their_mind_while_blind() -> None:
    (pair,) = agreements([judged(("Ada", V), ("Bo", F), ("Bo", V), blind=["Bo"])])
    assert (pair.alike, pair.blind) == (1, 1)


def test_an_editor_is_no_reader() -> None:
    assert agreements([judged(("Ada", V), ("Eva", F), role="editor")]) == []


SAID = st.lists(st.tuples(st.sampled_from(["Ada", "Bo", "Cy"]), st.sampled_from(Verdict)), max_size=6)


@given(st.lists(SAID, max_size=8))
def test_kappa_is_between_minus_one_and_one_and_no_name_is_favoured(said: list[list[Said]]) -> None:
    pairs = agreements(judged(*entries) for entries in said)
    other = {"Ada": "Zoe", "Bo": "Bo", "Cy": "Cy"}
    renamed = agreements(judged(*((other[by], verdict) for by, verdict in entries)) for entries in said)
    as_before = {frozenset(other[name] for name in pair.readers): pair for pair in pairs}
    assert as_before.keys() == {frozenset(pair.readers) for pair in renamed}
    for pair in renamed:
        old = as_before[frozenset(pair.readers)]
        assert (pair.verdicts, pair.alike) == (old.verdicts, old.alike)
        assert pair.kappa == (old.kappa if old.kappa is None else pytest.approx(old.kappa))
        assert pair.kappa is None or -1 <= pair.kappa <= 1
        assert pair.alike <= pair.verdicts
