"""Figures and days of a claim are looked for in the source that is cited for it, and what it has instead is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from factcheck.evidence.amounts import READ, Amounts, sought_with
from factcheck.evidence.placed import Placed
from factcheck.model import EXACT, Claim, ClaimKind, Evidence, Quotation, Stance
from factcheck.values import find_dates, find_figures

ACCOUNT = (
    "The account.\n\nThe pier cost £83.4 million in all, and 214 people work on it.\n\nIt was closed for 11 weeks. It opened on 4 May 2026."
)


def part(words: str) -> Claim:
    """A figure or day as splitting makes it."""
    day, figure = next(iter(find_dates(words, date(2026, 11, 20))), None), next(iter(find_figures(words)), None)
    value = {"date": day} if day is not None else {"figure": figure}
    kind = ClaimKind.DATE if day is not None else ClaimKind.FIGURE
    return Claim.model_validate(
        {"id": "aaaaaa", "kind": kind, "start": 0, "end": len(words), "text": words, "gist": words, "part_of": "bbbbbb", **value}
    )


def found(words: str, text: str = ACCOUNT, marks: Sequence[tuple[int, str]] = (), locator: str | None = None) -> Quotation:
    return Amounts(Placed(text, tuple(marks)), None).look_for(part(words), [locator])


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("£83.4 million", "£83.4 million"), ("about £83m", "£83.4 million"), ("£83,400,000", "£83.4 million"), ("214 people", "214 people"),
        ("214 workers", "214"), ("4 May 2026", "4 May 2026"), ("May 2026", "4 May 2026"), ("2026", "4 May 2026"),
        ("eleven weeks", "11 weeks"),
    ],
)  # fmt: skip
def test_what_a_source_has_in_any_writing_is_found(words: str, there: str) -> None:
    quotation = found(words)
    assert (quotation.match, quotation.found, quotation.remarks) == (EXACT, there, ())


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("£84.3 million", ("it has “£83.4 million”",)), ("241 people", ("it has “214 people”",)), ("12 May 2026", ("it has “4 May 2026”",)),
        ("seven weeks", ("it has “11 weeks”",)), ("£900", ()), ("83%", ()), ("2019", ()),
    ],
)  # fmt: skip
def test_what_a_source_has_not_is_told_with_what_is_near(words: str, near: tuple[str, ...]) -> None:
    quotation = found(words)
    assert (quotation.match, quotation.remarks) == (0, near)


def test_of_several_places_it_is_the_one_that_the_note_names() -> None:
    text = "In all £2 million.\nOf it £2 million."
    marks = [(0, "page 1"), (19, "page 2")]
    assert [found("£2 million", text, marks, locator).place for locator in (None, "p. 2", "p. 9")] == ["page 1", "page 2", "page 1"]
    assert found("£3 million", text, marks).remarks == ("it has “£2 million” (page 1)", "it has “£2 million” (page 2)")


@pytest.mark.parametrize(("words", "match"), [("£83.4 million", EXACT), ("£84.3 million", 0), ("1,200 boats", EXACT), ("834 boats", 0)])
def test_in_a_long_source_the_digits_are_looked_for(words: str, match: int) -> None:
    assert found(words, f"{'Nothing. ' * (READ // 9)}{ACCOUNT} There are 1200 boats.").match == match


@pytest.mark.parametrize("words", ["two doors", "ten people", "a year", "an hour", "on Monday"])
def test_what_a_source_has_by_chance_or_in_other_words_is_not_looked_for(words: str) -> None:
    assert sought_with(Evidence(source="account.txt", stance=Stance.CITED), [part(words)]) == []


def test_a_source_that_is_quoted_or_refutes_is_not_held_to_them() -> None:
    cost = part("£83.4 million")
    items = [Evidence(source="account.txt", stance=stance) for stance in (Stance.CITED, Stance.SUPPORTS, Stance.REFUTES, Stance.MENTIONS)]
    assert [len(sought_with(item, [cost])) for item in items] == [1, 1, 0, 0]
    assert sought_with(Evidence(source="account.txt", quote="the final account"), [cost]) == []


def test_a_figure_in_words_that_are_looked_for_themselves_is_not_told_twice() -> None:
    cited = Evidence(source="okafor.srt", stance=Stance.CITED)
    assert sought_with(cited, [part("£83.4 million")], ["It cost £83.4 million"]) == []
    assert len(sought_with(cited, [part("£83.4 million")], ["It cost too much"])) == 1
