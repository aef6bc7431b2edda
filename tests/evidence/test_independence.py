"""Sources that carry one text count as one, and others do not."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.independence import same_texts
from tests.evidence.server import STORY

WIRE = " ".join(STORY)
OTHER = (
    "A gale shut the strait for nine hours while pilots waited at anchor and two tugs stood by off the northern mole until dawn came up."
)


def test_the_same_story_under_another_headline_is_one_text() -> None:
    texts = {
        "a": f"Wall bill soars. {WIRE}",
        "b": f"Harbour latest: {WIRE} Subscribe for more of this from our own staff.",
        "c": OTHER,
        "d": f"{OTHER} Our reporter watched from the mole as the lamps were lit along the whole length of the empty quay.",
        "e": "Short.",
    }
    assert sorted(map(sorted, same_texts(texts))) == [["a", "b"], ["c", "d"]]


def test_a_common_quotation_does_not_make_two_stories_one() -> None:
    words = random.Random(1).choices([f"word{n}" for n in range(500)], k=600)  # noqa: S311 - the same words every time
    quotation = "we shall mend the wall before the winter comes"
    assert same_texts({"a": " ".join([*words[:300], quotation]), "b": " ".join([*words[300:], quotation])}) == []


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=400), max_size=5))
def test_groups_never_share_a_source(texts: dict[str, str]) -> None:
    groups = same_texts(texts)
    assert sum(map(len, groups)) == len(set().union(*groups)) if groups else True
