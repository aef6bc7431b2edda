"""A flag that the corrections which are asked for settle is told no more; one that they may not settle is."""

from __future__ import annotations

import pytest

from factcheck.model import Case, Flag, Review, Severity, Verdict, Words
from factcheck.reporting.settling import Edit, Settling
from factcheck.reporting.to_do import Need, to_do
from tests.builders import AT, ferry_case

TEXT = "KCNA said 36 boats sank. Later KNCA said that 39 boats sank, and KNCA's man left. In all 75 of 80."


def flag(*texts: str, suggestion: str | None = None) -> Flag:
    """A flag on words of the text; a word that is given again is the next of its places."""
    spans, at = [], 0
    for text in texts:
        at = TEXT.index(text, at)
        spans.append(Words(start=at, end=at + len(text), text=text))
        at += len(text)
    return Flag(check="x", severity=Severity.ERROR, message="x", spans=tuple(spans), suggestion=suggestion, fingerprint="x")


def edit(old: str, new: str, nth: int = 0) -> Edit:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(old, at + 1)
    return Edit(at, at + len(old), new)


NAMES = flag("KCNA", "KNCA", "KNCA", suggestion="KCNA")
COUNTS = flag("36", "39")


@pytest.mark.parametrize(
    ("raised", "edits", "settled"),
    [
        (NAMES, [edit("KNCA", "KCNA"), edit("KNCA's", "KCNA's")], True),
        (NAMES, [edit("KNCA said that", "the agency KCNA said"), edit("KNCA", "KCNA", 1)], True),
        (NAMES, [edit("KNCA", "KCNA")], False),  # it stands in another place, too
        (NAMES, [edit("KNCA", "KNAC"), edit("KNCA", "KNAC", 1)], False),
        (NAMES, [], False),
        (COUNTS, [edit("36", "39")], True),
        (COUNTS, [edit("39 boats", "36 boats")], True),
        (COUNTS, [edit("36", "41")], False),
        (COUNTS, [edit("36", "39"), edit("39", "36")], False),
        (COUNTS, [edit("36", "41"), edit("39", "41")], False),  # it may be so, but nothing here says which is right
        (COUNTS, [edit("36", "139")], False),
        (COUNTS, [edit("36", "39"), edit("36 boats", "40 boats")], False),  # two readers ask for different things
        (COUNTS, [edit("left", "went")], False),
        (flag("75 of 80"), [edit("75", "39")], False),  # a sum: no words that are to be the same
    ],
)
def test_a_flag_is_settled_only_where_its_places_agree_then(raised: Flag, edits: list[Edit], settled: bool) -> None:
    assert Settling(TEXT, edits).settles(raised) is settled


def corrected(words: str) -> Case:
    case = ferry_case()
    slip = next(one for one in case.claims if "RAT" in one.text)
    review = Review(by="Ada", at=AT, verdict=Verdict.FALSE, correction=words, judged=slip.judged)
    suggesting = case.flags[0].model_copy(update={"suggestion": "RTA", "spans": case.flags[0].spans[1:]})
    return case.with_claim(slip.model_copy(update={"reviews": (review,)})).model_copy(update={"flags": (suggesting,)})


def test_a_flag_that_a_correction_settles_is_not_to_do() -> None:
    settled = to_do(corrected("The ferry carried 3,400 people in 2022, the RTA said."))
    assert [task.need for task in settled if task.need in (Need.CHANGE, Need.FLAG)] == [Need.CHANGE]
    left = to_do(corrected("The ferry carried 3,500 people in 2022, the RAT said."))
    assert [task.need for task in left if task.need in (Need.CHANGE, Need.FLAG)] == [Need.CHANGE, Need.FLAG]
